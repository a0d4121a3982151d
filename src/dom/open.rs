//! Our own picture of the stack of open elements, for places and messages only.
//!
//! The tree builder keeps its stack to itself and tells of few of its pops. The picture corrects itself: a node inserted under
//! a parent says that nothing above that parent is open any more. It never influences the tree.

use html5ever::{LocalName, QualName, ns};

use super::document::NodeId;

/// One open element.
#[derive(Clone, Debug)]
pub(super) struct OpenElement {
    pub id: NodeId,
    pub name: LocalName,
    pub html: bool,
}

/// Open elements, outermost first.
#[derive(Debug, Default)]
pub(super) struct OpenElements {
    stack: Vec<OpenElement>,
    /// The highest id ever pushed: an element is pushed once, when it is new.
    newest: Option<NodeId>,
}

impl OpenElements {
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    pub fn as_slice(&self) -> &[OpenElement] {
        &self.stack
    }

    /// A node went under `parent`: what is above it is closed.
    pub fn close_down_to(&mut self, parent: NodeId) {
        if self.stack.last().is_none_or(|e| e.id == parent) {
            return;
        }
        if let Some(at) = self.stack.iter().rposition(|e| e.id == parent) {
            self.stack.truncate(at + 1);
        }
    }

    /// A new element went into the tree.
    pub fn pushed(&mut self, id: NodeId, name: &QualName, self_closing: bool) {
        if self.newest.is_some_and(|n| id <= n) {
            return;
        }
        self.newest = Some(id);
        let html = name.ns == ns!(html);
        if (html && is_void(&name.local)) || (!html && self_closing) {
            return;
        }
        self.stack.push(OpenElement {
            id,
            name: name.local.clone(),
            html,
        });
    }

    /// The tree builder says that it popped this one.
    pub fn popped(&mut self, id: NodeId) {
        if let Some(at) = self.stack.iter().rposition(|e| e.id == id) {
            self.stack.truncate(at);
        }
    }

    /// Keeps the first `len`.
    pub fn truncate(&mut self, len: usize) {
        self.stack.truncate(len);
    }

    /// Removes the elements that `is_open` denies.
    pub fn retain(&mut self, is_open: impl Fn(NodeId) -> bool) {
        self.stack.retain(|e| is_open(e.id));
    }
}

/// HTML Standard, 13.1.2: elements that have no end tag and no content.
fn is_void(name: &LocalName) -> bool {
    matches!(
        &**name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}
