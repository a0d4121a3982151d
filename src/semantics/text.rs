//! Text as it is read.

use std::borrow::Cow;
use std::ops::ControlFlow;

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
        self.each_shown(element, |shown| {
            match shown {
                Shown::Gap => out.space(),
                Shown::Text(text) => out.push(text),
            }
            ControlFlow::Continue(())
        });
        out.finish()
    }

    /// Whether there is such text inside the element.
    pub fn says_something(&self, element: Element<'a>) -> bool {
        let mut said = false;
        self.each_shown(element, |shown| match shown {
            Shown::Text(text) if !text.trim_ascii().is_empty() => {
                said = true;
                ControlFlow::Break(())
            }
            _ => ControlFlow::Continue(()),
        });
        said
    }

    /// Gives what is shown inside the element, in order, as long as it is wanted.
    fn each_shown(&self, element: Element<'a>, mut give: impl FnMut(Shown<'a>) -> ControlFlow<()>) {
        // Where the blocks end that the walk is in, and where text that `visibility` hides or shows again does.
        let mut blocks: Vec<NodeId> = Vec::new();
        let mut visible: Vec<(NodeId, bool)> = Vec::new();
        let mut next = element.id() + 1;
        while next < element.subtree_end() {
            let id = next;
            next += 1;
            while blocks.last().is_some_and(|end| *end <= id) {
                blocks.pop();
                if give(Shown::Gap).is_break() {
                    return;
                }
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
                    let is_block = is_block(e);
                    if is_block {
                        blocks.push(e.subtree_end());
                    }
                    if (is_block || e.is("br")) && give(Shown::Gap).is_break() {
                        return;
                    }
                }
                NodeRef::Text(t) => {
                    let shown = !facts.own_gone() && visible.last().is_none_or(|(_, shown)| *shown);
                    if shown && give(Shown::Text(t.text())).is_break() {
                        return;
                    }
                }
                NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => {}
            }
        }
    }
}

/// What the walk through an element meets.
enum Shown<'a> {
    /// What comes next is apart from what came before.
    Gap,
    Text(&'a str),
}

/// Whether the texts before, in and after the element are apart from each other.
pub(super) fn is_block(e: Element<'_>) -> bool {
    e.is_html() && elements::is_block(e.name())
}
