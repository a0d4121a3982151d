//! Our own picture of the stack of open elements, for places and messages only.
//!
//! The tree builder keeps its stack to itself and tells of few of its pops. The picture follows what it inserts where, and is
//! corrected after each tag by the current node. It never influences the tree.

use super::document::NodeId;

/// Open elements, outermost first.
#[derive(Debug, Default)]
pub(super) struct OpenElements {
    stack: Vec<NodeId>,
    /// Elements that the current token closed, innermost first. Those made for the token itself are not among them.
    closed: Vec<NodeId>,
    /// The first node made for the current token.
    first_new: NodeId,
    /// The newest element ever pushed: an element is pushed once, when it is new.
    newest: NodeId,
}

impl OpenElements {
    pub fn depth(&self) -> usize {
        self.stack.len()
    }

    pub fn as_slice(&self) -> &[NodeId] {
        &self.stack
    }

    pub fn last(&self) -> Option<NodeId> {
        self.stack.last().copied()
    }

    /// What the current token closed, innermost first.
    pub fn closed(&self) -> &[NodeId] {
        &self.closed
    }

    /// The first node made for the current token; nodes before it are older.
    pub fn first_new(&self) -> NodeId {
        self.first_new
    }

    /// A new token comes; the next node to be made is `first_new`.
    pub fn begin(&mut self, first_new: NodeId) {
        self.first_new = first_new;
        self.closed.clear();
    }

    fn truncate(&mut self, len: usize) {
        while self.stack.len() > len
            && let Some(id) = self.stack.pop()
        {
            if id < self.first_new {
                self.closed.push(id);
            }
        }
    }

    /// A node went under `parent`: what is above it is closed.
    pub fn close_down_to(&mut self, parent: NodeId) {
        if self.last() != Some(parent)
            && let Some(at) = self.stack.iter().rposition(|&e| e == parent)
        {
            self.truncate(at + 1);
        }
    }

    /// An element went into the tree.
    pub fn pushed(&mut self, id: NodeId) {
        if id > self.newest {
            self.newest = id;
            self.stack.push(id);
        }
    }

    /// The tree builder says that it took this one off; it may be in the middle.
    pub fn popped(&mut self, id: NodeId) {
        if let Some(at) = self.stack.iter().rposition(|&e| e == id) {
            self.stack.remove(at);
            if id < self.first_new {
                self.closed.push(id);
            }
        }
    }

    /// The tree builder's current node is this one. Whether the picture has it.
    pub fn settle(&mut self, current: NodeId) -> bool {
        self.close_down_to(current);
        self.last() == Some(current)
    }

    /// The tree builder's stack, in full.
    pub fn replace(&mut self, stack: &[NodeId]) {
        let same = self.stack.iter().zip(stack).take_while(|(a, b)| a == b);
        let same = same.count();
        let kept = Ids::new(&stack[same..]);
        self.closed.retain(|&id| !kept.contains(id));
        let first_new = self.first_new;
        let gone = self.stack.drain(same..);
        self.closed
            .extend(gone.filter(|&id| id < first_new && !kept.contains(id)));
        // Innermost first: an element is made before what is in it.
        self.closed.sort_unstable_by(|a, b| b.cmp(a));
        self.stack.extend(&stack[same..]);
        self.newest = self.newest.max(self.last().unwrap_or(0));
    }
}

/// A set of ids.
struct Ids(Vec<NodeId>);

impl Ids {
    fn new(ids: &[NodeId]) -> Ids {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        Ids(ids)
    }

    fn contains(&self, id: NodeId) -> bool {
        self.0.binary_search(&id).is_ok()
    }
}
