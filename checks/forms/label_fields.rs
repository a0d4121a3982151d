//! Labels and the fields around them.

use super::field::is_native_field;
use crate::check::Context;
use crate::dom::{Element, NodeId, NodeRef};
use crate::semantics::is_labelable;

/// Whether a `label` may name the element (HTML Standard, labelable elements; custom elements may be tied to forms by script).
pub fn may_be_labelled(element: Element<'_>) -> bool {
    is_labelable(element) || element.is_html() && element.name().contains('-')
}

/// The elements inside a label. A label holds few: more are not looked at, for nested labels would be read over and over.
pub fn inside(label: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    label.descendants().take(MAX_INSIDE)
}

const MAX_INSIDE: usize = 200;

/// A field to type in or choose from, that nothing names: neither a label, nor ARIA, nor `title`.
pub fn is_unlabelled_field<'p>(element: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    is_native_field(element)
        && semantics.labels(element).next().is_none()
        && ["aria-label", "title"]
            .iter()
            .all(|a| element.attr(a).is_none_or(|v| v.trim().is_empty()))
        && semantics
            .references(element, "aria-labelledby")
            .all(|r| r.element.is_none())
}

/// The unlabelled field that a label is plainly written for: the first field in it, else the one just after or just before.
pub fn unlabelled_field_of<'p>(label: Element<'p>, cx: &Context<'p>) -> Option<Element<'p>> {
    if let Some(inside) = inside(label).find(|e| may_be_labelled(*e)) {
        return is_unlabelled_field(inside, cx).then_some(inside);
    }
    let doc = cx.doc();
    let blank = |from: NodeId, to: NodeId| {
        (from..to).all(|id| match doc.node(id) {
            NodeRef::Text(text) => text.is_blank(),
            _ => true,
        })
    };
    let after = label
        .next_element()
        .filter(|next| blank(label.subtree_end(), next.id()));
    let before = label
        .prev_element()
        .filter(|prev| blank(prev.subtree_end(), label.id()));
    [after, before]
        .into_iter()
        .flatten()
        .find(|e| is_unlabelled_field(*e, cx))
}
