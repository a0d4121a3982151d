//! Walks through drawings (`svg`) and formulas (`math`) of a page.

use crate::dom::{Element, Namespace, NodeId};

/// The elements of a drawing or a formula, itself first, in order; not what is inside the HTML it holds. Nothing when it is inside another
/// one, whose walk passes there.
pub fn elements<'p>(root: Element<'p>) -> impl Iterator<Item = Element<'p>> {
    let namespace = root.namespace();
    let outermost = root.parent().is_none_or(|p| p.namespace() != namespace);
    let mut skipped = NodeId::default();
    let inside = root.descendants().filter(move |e| {
        if e.id() < skipped {
            return false;
        }
        if e.namespace() != namespace {
            skipped = e.subtree_end();
            return false;
        }
        true
    });
    std::iter::once(root)
        .chain(inside)
        .filter(move |_| outermost)
}

/// Whether the element is a drawing (`svg`).
pub fn is_drawing(e: Element<'_>) -> bool {
    e.namespace() == Namespace::Svg && e.name() == "svg"
}

/// Whether the element is a formula (`math`).
pub fn is_formula(e: Element<'_>) -> bool {
    e.namespace() == Namespace::MathMl && e.name() == "math"
}
