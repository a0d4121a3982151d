//! Elements by what they are for, so that a question about few of them does not read the whole page.

use super::Semantics;
use crate::dom::{Element, NodeId};

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
    pub(super) fn of(name: &str) -> Option<Kind> {
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
    /// Adds an element, each after those before it.
    pub fn add(&mut self, id: NodeId, kind: Option<Kind>, has_role: bool) {
        if has_role {
            self.0.iter_mut().for_each(|list| list.push(id));
        } else if let Some(kind) = kind {
            self.0[kind as usize].push(id);
        }
    }
}

impl<'a> Semantics<'a> {
    /// The elements of a kind by their local name, and all those with a `role` attribute, which may make anything of them: in document
    /// order, hidden ones and those inside `template` included.
    pub fn elements_of(&self, kind: Kind) -> impl Iterator<Item = Element<'a>> {
        let ids = &self.roles().kinds.0[kind as usize];
        ids.iter().filter_map(|&id| self.doc.element(id))
    }
}
