//! The stack of open elements (HTML Standard, 13.2.4.2), and what the current token takes off it.

use super::tag_name::{FOREIGN, Facts, SCOPE, TABLE, TagName};
use crate::dom::data::NodeId;

/// An open element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dom) struct Open {
    pub id: NodeId,
    pub name: TagName,
}

/// Open elements, outermost first.
#[derive(Debug)]
pub(in crate::dom) struct Stack {
    list: Vec<Open>,
    /// How many of each name are open.
    counts: [u32; TagName::COUNT],
    /// Elements that the current token closed, in the order in which they went. Those made for the token itself are not
    /// among them.
    closed: Vec<NodeId>,
    /// The first node made for the current token.
    first_new: NodeId,
}

impl Stack {
    pub fn new() -> Stack {
        Stack {
            list: Vec::with_capacity(32),
            counts: [0; TagName::COUNT],
            closed: Vec::new(),
            first_new: 0,
        }
    }

    /// A new token comes; the next node to be made is `first_new`.
    pub fn begin(&mut self, first_new: NodeId) {
        self.first_new = first_new;
        self.closed.clear();
    }

    pub fn depth(&self) -> usize {
        self.list.len()
    }

    pub fn as_slice(&self) -> &[Open] {
        &self.list
    }

    /// The «current node»; the document, as an element of no name, while there is none.
    #[inline(always)]
    pub fn current(&self) -> Open {
        self.list.last().copied().unwrap_or(Open {
            id: 0,
            name: TagName::Other,
        })
    }

    /// Whether the current node is the HTML element of a name.
    #[inline(always)]
    pub fn is_current(&self, name: TagName) -> bool {
        self.current().name == name
    }

    /// What the current token closed, innermost first.
    pub fn closed(&self) -> &[NodeId] {
        &self.closed
    }

    /// Brings what was closed in order, after elements were taken from under others: an element is made before what is in it.
    pub fn sort_closed(&mut self) {
        self.closed.sort_unstable_by(|a, b| b.cmp(a));
    }

    /// The first node made for the current token; nodes before it are older.
    pub fn first_new(&self) -> NodeId {
        self.first_new
    }

    /// Whether an element of a name is open.
    #[inline(always)]
    pub fn has(&self, name: TagName) -> bool {
        self.counts[name as usize] > 0
    }

    /// Where an element is, from the top.
    pub fn position(&self, id: NodeId) -> Option<usize> {
        self.list.iter().rposition(|e| e.id == id)
    }

    #[inline(always)]
    pub fn push(&mut self, element: Open) {
        self.counts[element.name as usize] += 1;
        self.list.push(element);
    }

    #[inline(always)]
    fn gone(&mut self, element: Open) {
        self.counts[element.name as usize] -= 1;
        if element.id < self.first_new {
            self.closed.push(element.id);
        }
    }

    #[inline(always)]
    pub fn pop(&mut self) -> Option<Open> {
        let element = self.list.pop()?;
        self.gone(element);
        Some(element)
    }

    /// Closes all but the first so many.
    pub fn truncate(&mut self, len: usize) {
        while self.list.len() > len {
            self.pop();
        }
    }

    /// Takes one off, wherever it is.
    pub fn remove(&mut self, at: usize) -> Open {
        let element = self.list.remove(at);
        self.gone(element);
        element
    }

    /// Takes the `head` off that was put back for one token.
    pub fn take_back(&mut self, id: NodeId) {
        if let Some(at) = self.position(id) {
            let element = self.list.remove(at);
            self.counts[element.name as usize] -= 1;
        }
    }

    pub fn insert(&mut self, at: usize, element: Open) {
        self.counts[element.name as usize] += 1;
        self.list.insert(at, element);
    }

    pub fn replace(&mut self, at: usize, element: Open) {
        self.counts[element.name as usize] += 1;
        let before = std::mem::replace(&mut self.list[at], element);
        self.gone(before);
    }

    /// Whether an element for which `is` holds comes before any that ends the scope.
    #[inline(always)]
    pub fn any_in_scope(&self, ends: Facts, is: impl Fn(Open) -> bool) -> bool {
        for &element in self.list.iter().rev() {
            if is(element) {
                return true;
            }
            if element.name.is(ends) {
                return false;
            }
        }
        false
    }

    /// «Has an element in the specific scope», which these end.
    #[inline(always)]
    pub fn in_scope_of(&self, name: TagName, ends: Facts) -> bool {
        self.has(name) && self.any_in_scope(ends, |e| e.name == name)
    }

    /// «Has an element in scope».
    #[inline(always)]
    pub fn in_scope(&self, name: TagName) -> bool {
        self.in_scope_of(name, SCOPE)
    }

    /// «Has an element in table scope».
    pub fn in_table_scope(&self, name: TagName) -> bool {
        self.in_scope_of(name, TABLE)
    }

    /// «Generate implied end tags»: of these, but for one name.
    pub fn close_implied(&mut self, implied: Facts, except: Option<TagName>) {
        while self.current().name.is(implied) && Some(self.current().name) != except {
            self.pop();
        }
    }

    /// Pops up to an element for which `is` holds, which goes too.
    pub fn pop_until(&mut self, is: impl Fn(TagName) -> bool) {
        while let Some(element) = self.pop() {
            if is(element.name) {
                break;
            }
        }
    }

    /// Pops down to an element for which `is` holds, which stays; the root always does.
    pub fn clear_back_to(&mut self, is: impl Fn(TagName) -> bool) {
        while self.list.len() > 1 && !is(self.current().name) {
            self.pop();
        }
    }

    /// The innermost open element of HTML that is older than the token and of which `is` holds.
    pub fn innermost_older(&self, is: impl Fn(TagName) -> bool) -> Option<NodeId> {
        let mut older = self.list.iter().rev().filter(|e| e.id < self.first_new);
        let found = older.find(|e| !e.name.is(FOREIGN) && is(e.name));
        found.map(|e| e.id)
    }

    /// The outermost element still open among those opened after another one and before this token.
    pub fn first_opened_in(&self, outer: NodeId) -> Option<NodeId> {
        let mut ids = self.list.iter().map(|e| e.id);
        ids.find(|&id| outer < id && id < self.first_new)
    }

    /// The innermost open element that is older than the token.
    pub fn last_older(&self) -> Option<Open> {
        let mut all = self.list.iter().rev().copied();
        all.find(|e| e.id < self.first_new)
    }

    /// The innermost open element.
    pub fn last(&self) -> Option<NodeId> {
        self.list.last().map(|e| e.id)
    }
}
