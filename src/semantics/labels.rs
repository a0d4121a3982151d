//! Which `label` names which control.

use super::{Kind, Semantics};
use crate::dom::{Document, Element, NodeId};
use crate::spec::elements;

/// The ties between labels and controls, both ways.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// (control, label), sorted.
    by_control: Vec<(NodeId, NodeId)>,
    /// (label, control), sorted.
    by_label: Vec<(NodeId, NodeId)>,
}

/// The labels of a control, in document order.
#[derive(Clone, Debug)]
pub struct Labels<'s, 'a> {
    doc: &'a Document,
    pairs: std::slice::Iter<'s, (NodeId, NodeId)>,
}

impl<'a> Iterator for Labels<'_, 'a> {
    type Item = Element<'a>;

    fn next(&mut self) -> Option<Element<'a>> {
        self.doc.element(self.pairs.next()?.1)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.pairs.size_hint()
    }
}

impl ExactSizeIterator for Labels<'_, '_> {}

impl<'a> Semantics<'a> {
    /// The labels of a control, by `for` and by wrapping, in document order (WHATWG HTML 4.10.4, `labels`). Custom elements tied to forms
    /// by script are not known.
    pub fn labels(&self, control: Element<'a>) -> Labels<'_, 'a> {
        let pairs = &self.label_index().by_control;
        let from = pairs.partition_point(|(of, _)| *of < control.id());
        let len = pairs[from..].partition_point(|(of, _)| *of == control.id());
        Labels {
            doc: self.doc,
            pairs: pairs[from..from + len].iter(),
        }
    }

    /// The control of a `label` (WHATWG HTML 4.10.4, «labeled control»): the one its `for` names, or the first inside when it has no `for`.
    pub fn labeled_control(&self, label: Element<'a>) -> Option<Element<'a>> {
        let pairs = &self.label_index().by_label;
        let at = pairs
            .binary_search_by_key(&label.id(), |pair| pair.0)
            .ok()?;
        self.doc.element(pairs[at].1)
    }

    fn label_index(&self) -> &Index {
        self.labels.get_or_init(|| {
            let mut by_label = Vec::new();
            // Labels without `for` that the walk is in and that have no control yet, outermost first.
            let mut open: Vec<Element<'a>> = Vec::new();
            for e in self.elements_of(Kind::Control) {
                if is_labelable(e) {
                    let waiting = open.drain(..).filter(|label| label.contains(e));
                    by_label.extend(waiting.map(|label| (label.id(), e.id())));
                } else if e.is("label") {
                    match e.attr("for") {
                        Some(id) => {
                            let control = self.doc.by_id(id).filter(|c| is_labelable(*c));
                            by_label.extend(control.map(|c| (e.id(), c.id())));
                        }
                        None => {
                            while open.last().is_some_and(|label| !label.contains(e)) {
                                open.pop();
                            }
                            open.push(e);
                        }
                    }
                }
            }
            by_label.sort_unstable();
            let mut by_control: Vec<_> = by_label.iter().map(|&(l, c)| (c, l)).collect();
            by_control.sort_unstable();
            Index {
                by_control,
                by_label,
            }
        })
    }
}

/// Whether the element is labelable (WHATWG HTML 4.10.2): a `label` may name it.
pub fn is_labelable(e: Element<'_>) -> bool {
    e.is_html() && elements::is_labelable(e.name(), |attribute| e.attr(attribute))
}
