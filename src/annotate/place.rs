//! From a place in the source to the element to show.

use crate::dom::{Document, Element, NodeId};

/// The start tags of a page, in order.
pub(super) struct Places<'d> {
    doc: &'d Document,
    tags: Vec<(u32, NodeId)>,
}

impl<'d> Places<'d> {
    pub fn new(doc: &'d Document) -> Places<'d> {
        let tags = doc
            .elements()
            .filter_map(|e| Some((e.start_tag()?.start, e.id())));
        let mut tags: Vec<(u32, NodeId)> = tags.collect();
        tags.sort_unstable();
        Places { doc, tags }
    }

    /// The element whose start tag is at an offset, else the innermost one open there; it has a start tag of its own, and is no part of a
    /// template.
    pub fn element_at(&self, offset: u32) -> Option<Element<'d>> {
        let after = self.tags.partition_point(|(start, _)| *start <= offset);
        let (_, id) = *self.tags.get(after.checked_sub(1)?)?;
        let mut element = self.doc.element(id)?;
        loop {
            let here = element.start_tag().is_some_and(|tag| tag.contains(offset));
            let open = element.end_tag().is_none_or(|end| offset < end.end);
            let void = element.children().next().is_none() && element.end_tag().is_none();
            if element.start_tag().is_some() && !element.in_template() && (here || (open && !void))
            {
                return Some(element);
            }
            element = element.parent()?;
        }
    }
}
