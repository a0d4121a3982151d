//! Attributes that hold ids.

use super::Semantics;
use crate::dom::Element;
use crate::source::Span;

/// One id in an attribute.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    /// The id as written, character references decoded.
    pub id: &'a str,
    /// Its place in the source.
    pub place: Span,
    /// The first element with this id outside templates.
    pub element: Option<Element<'a>>,
}

impl<'a> Semantics<'a> {
    /// The ids an attribute lists, in order, with their places and the elements they name.
    pub fn references(
        &self,
        element: Element<'a>,
        attribute: &str,
    ) -> impl Iterator<Item = Reference<'a>> {
        let attr = element.attribute(attribute);
        let doc = self.doc;
        attr.into_iter().flat_map(move |a| {
            a.value().split_ascii_whitespace().map(move |id| Reference {
                id,
                place: a.place(),
                element: doc.by_id(id),
            })
        })
    }
}
