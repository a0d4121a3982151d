//! Text as it is read.

use std::borrow::Cow;

use super::Semantics;
use super::flat::Flat;
use crate::dom::{Element, NodeId, NodeRef};
use crate::spec::elements;

impl<'a> Semantics<'a> {
    /// The text inside the element as people see it: hidden parts left out (what hides the element itself aside, so that a closed dialog
    /// reads as it will once open), `aria-hidden` ones included; no alternatives; white space collapsed and trimmed, a space between
    /// blocks.
    pub fn text(&self, element: Element<'a>) -> Cow<'a, str> {
        let mut out = Flat::default();
        // Where the blocks end that the walk is in, and where text that `visibility` hides or shows again does.
        let mut blocks: Vec<NodeId> = Vec::new();
        let mut visible: Vec<(NodeId, bool)> = Vec::new();
        let mut next = element.id() + 1;
        while next < element.subtree_end() {
            let id = next;
            next += 1;
            while blocks.last().is_some_and(|end| *end <= id) {
                blocks.pop();
                out.space();
            }
            while visible.last().is_some_and(|(end, _)| *end <= id) {
                visible.pop();
            }
            let facts = self.facts(id);
            match self.doc.node(id) {
                NodeRef::Element(e) => {
                    if facts.own_gone() {
                        next = e.subtree_end();
                        continue;
                    }
                    if let Some(shown) = facts.own_visibility() {
                        visible.push((e.subtree_end(), shown));
                    }
                    if is_block(e) {
                        out.space();
                        blocks.push(e.subtree_end());
                    } else if e.is("br") {
                        out.space();
                    }
                }
                NodeRef::Text(t) => {
                    if !facts.own_gone() && visible.last().is_none_or(|(_, shown)| *shown) {
                        out.push(t.text());
                    }
                }
                NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => {}
            }
        }
        out.finish()
    }
}

/// Whether the texts before, in and after the element are apart from each other.
pub(super) fn is_block(e: Element<'_>) -> bool {
    e.is_html() && elements::is_block(e.name())
}
