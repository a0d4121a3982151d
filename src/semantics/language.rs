//! The language of content.

use super::Semantics;
use crate::dom::{Attr, AttrSet, Element, NodeId};

/// For each element, the one whose language it has; [`NOWHERE`] where none is said.
pub(super) type Owners = Vec<NodeId>;

const NOWHERE: NodeId = NodeId::MAX;

const LANG: AttrSet = AttrSet::of(&["lang"]);

impl<'a> Semantics<'a> {
    /// The `lang` that counts for the element: its own, or the nearest ancestor's (WHATWG HTML 3.2.6.2). On one element `xml:lang` in the
    /// XML namespace (foreign content only) wins; in HTML elements it has no effect. An empty value says that the language is unknown.
    pub fn language(&self, element: Element<'a>) -> Option<Attr<'a>> {
        self.language_owner(element).and_then(own)
    }

    /// The element that says the language of this one: itself or the nearest ancestor that does.
    pub fn language_owner(&self, element: Element<'a>) -> Option<Element<'a>> {
        let owners = self.languages.get_or_init(|| self.owners());
        self.doc.element(owners[element.index()])
    }

    fn owners(&self) -> Owners {
        let mut owners = vec![NOWHERE; self.doc.element_count()];
        for e in self.doc.elements() {
            owners[e.index()] = if e.may_have(LANG) && own(e).is_some() {
                e.id()
            } else {
                e.parent().map_or(NOWHERE, |p| owners[p.index()])
            };
        }
        owners
    }
}

fn own(e: Element<'_>) -> Option<Attr<'_>> {
    let xml = || {
        e.attributes()
            .find(|a| a.name() == "lang" && a.prefix() == Some("xml"))
    };
    (!e.is_html())
        .then(xml)
        .flatten()
        .or_else(|| e.attribute("lang"))
}
