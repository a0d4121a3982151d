//! Elements by what they are for, so that a question about few of them does not read the whole page.

use std::sync::LazyLock;

use super::Semantics;
use crate::dom::{Document, Element, NameMap, NodeId};
use crate::spec::elements;

/// What many questions are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `a`, `area`.
    Link,
    /// What a `label` may name, `label` itself, `form`.
    Control,
    /// `h1` to `h6`.
    Heading,
    /// Sections and landmarks: `main`, `nav`, `header` and the like.
    Zone,
    /// What a head is made of, wherever it stands: `link`, `meta`, `script` and the like.
    Metadata,
}

impl Kind {
    /// The kind of the elements of a local name.
    fn of(name: &str) -> Option<Kind> {
        Some(match name {
            "a" | "area" => Kind::Link,
            "button" | "form" | "input" | "label" | "meter" | "output" | "progress" | "select"
            | "textarea" => Kind::Control,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
            "article" | "aside" | "footer" | "header" | "main" | "nav" | "search" | "section" => {
                Kind::Zone
            }
            "base" | "link" | "meta" | "script" | "style" | "title" => Kind::Metadata,
            _ => return None,
        })
    }
}

/// Ranks by [`Kind`], sorted.
#[derive(Debug, Default)]
pub(super) struct Kinds([Vec<NodeId>; 5]);

impl Kinds {
    fn new(doc: &Document) -> Kinds {
        let mut kinds = Kinds::default();
        for e in doc.elements() {
            if e.has_attr("role") {
                kinds.0.iter_mut().for_each(|list| list.push(e.id()));
            } else if let Some(kind) = KINDS.of_element(e).copied().flatten() {
                kinds.0[kind as usize].push(e.id());
            }
        }
        kinds
    }
}

static KINDS: LazyLock<NameMap<Option<Kind>>> = LazyLock::new(|| {
    let mut kinds = NameMap::default();
    for name in elements::names().filter(|name| Kind::of(name).is_some()) {
        *kinds.entry(name) = Kind::of(name);
    }
    kinds
});

impl<'a> Semantics<'a> {
    /// The elements of a kind by their local name, and all those with a `role` attribute, which may make anything of them: in document
    /// order, hidden ones and those inside `template` included.
    pub fn elements_of(&self, kind: Kind) -> impl Iterator<Item = Element<'a>> {
        let kinds = self.kinds.get_or_init(|| Kinds::new(self.doc));
        let ids = &kinds.0[kind as usize];
        ids.iter().filter_map(|&id| self.doc.element(id))
    }
}
