//! The outline.

use std::borrow::Cow;

use rustc_hash::FxHashMap as HashMap;

use super::{Kind, Semantics};
use crate::dom::{Document, Element, NodeId};
use crate::spec::elements;

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    /// The element, of role `heading`.
    pub element: Element<'a>,
    /// Its level: `aria-level` if valid (1 and up), else that of `h1` to `h6` with its offset, else 2 (WAI-ARIA 1.2 `heading`).
    pub level: u32,
    /// Whether assistive technologies get it ([`Semantics::is_exposed`]).
    pub exposed: bool,
    /// Its content as text ([`Semantics::content`]), alternatives of images included.
    pub text: Cow<'a, str>,
}

impl<'a> Semantics<'a> {
    /// The elements of role `heading`, in document order: hidden ones are there and say so, those inside a `template` are not.
    pub fn headings(&self) -> &[Heading<'a>] {
        self.headings.get_or_init(|| {
            let headings = self.outline().iter();
            headings
                .map(|&(element, level)| Heading {
                    element,
                    level,
                    exposed: self.is_exposed(element),
                    text: self.content(element),
                })
                .collect()
        })
    }

    /// [`Semantics::headings`] and their levels, without what they say.
    pub fn outline(&self) -> &[(Element<'a>, u32)] {
        self.outline.get_or_init(|| {
            let headings = self.elements_of(Kind::Heading).filter(|e| {
                (elements::heading_level(e.name()).is_some() || e.has_attr("role"))
                    && !e.in_template()
                    && self.role(*e) == Some("heading")
            });
            let offsets = offsets(self.document());
            headings.map(|e| (e, level(e, &offsets))).collect()
        })
    }
}

fn level(e: Element<'_>, offsets: &HashMap<NodeId, u32>) -> u32 {
    let written = e.attr("aria-level").map(str::trim_ascii);
    let level = written.and_then(|level| level.parse().ok());
    level.filter(|level| *level > 0).unwrap_or_else(|| {
        let native = e.is_html().then(|| elements::heading_level(e.name()));
        let native = native.flatten().map(u32::from);
        let offset = offsets.get(&e.id()).copied().unwrap_or(0);
        native.map_or(2, |level| (level + offset).min(DEEPEST))
    })
}

/// The deepest level that there is (WHATWG HTML 4.3.11).
const DEEPEST: u32 = 9;

/// WHATWG HTML 4.3.11, «computed heading offset»: what `headingoffset` on a heading and around it adds to its level, up to a
/// `headingreset`; of headings that have one. Hardly any page writes it, and others pay for nothing but that it is not in their text.
fn offsets(doc: &Document) -> HashMap<NodeId, u32> {
    let mut offsets = HashMap::default();
    let text = doc.source().text.as_bytes();
    if memchr::memmem::find(text, b"headingoffset").is_none() {
        return offsets;
    }
    // Elements around the one at hand: one past their last node, their offset.
    let mut around: Vec<(NodeId, u32)> = Vec::new();
    for e in doc.elements().filter(|e| e.is_html()) {
        while around.last().is_some_and(|outer| outer.0 <= e.id()) {
            around.pop();
        }
        let outer = around.last().map_or(0, |outer| outer.1);
        let written = e.attr("headingoffset").map(str::trim_ascii);
        let own: u32 = written.and_then(|o| o.parse().ok()).unwrap_or(0);
        let inherited = if e.has_attr("headingreset") { 0 } else { outer };
        let offset = (inherited + own.min(DEEPEST)).min(DEEPEST);
        if offset != outer && e.subtree_end() > e.id() + 1 {
            around.push((e.subtree_end(), offset));
        }
        if offset > 0 && elements::heading_level(e.name()).is_some() {
            offsets.insert(e.id(), offset);
        }
    }
    offsets
}

#[cfg(test)]
mod tests {
    use crate::dom;
    use crate::semantics::Semantics;
    use crate::source::Source;

    #[test]
    fn offsets_add_up() {
        let levels = |html: &str| {
            let doc = dom::parse(Source::from_text("t.html", html));
            let semantics = Semantics::new(&doc);
            semantics
                .headings()
                .iter()
                .map(|h| h.level)
                .collect::<Vec<_>>()
        };
        assert_eq!(levels("<h2 headingoffset=2></h2><h2></h2>"), [4, 2]);
        let nested = "<div headingoffset=1><section headingoffset=2><h1></h1><h6></h6>";
        assert_eq!(levels(nested), [4, 9]);
        let reset = "<div headingoffset=3><div headingreset headingoffset=1><h1></h1><h1 aria-level=1></h1>";
        assert_eq!(levels(reset), [2, 1]);
        assert_eq!(levels("<div headingoffset=x><h1></h1></div>"), [1]);
    }
}
