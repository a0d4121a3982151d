//! The language of content.

use super::Semantics;
use crate::dom::{Attr, Element};

impl<'a> Semantics<'a> {
    /// The `lang` that counts for the element: its own, or the nearest ancestor's (WHATWG HTML 3.2.6.2). On one element `xml:lang` in the
    /// XML namespace (foreign content only) wins; in HTML elements it has no effect. Empty: the language is declared unknown.
    pub fn language(&self, element: Element<'a>) -> Option<Attr<'a>> {
        let _ = self.languages.get_or_init(Vec::new);
        std::iter::once(element)
            .chain(element.ancestors())
            .find_map(|e| e.attribute("lang"))
    }
}
