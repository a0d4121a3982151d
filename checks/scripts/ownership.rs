//! Which element owns which (WAI-ARIA 1.2, 5.2.6 and 5.2.7): by being around it, or by `aria-owns`.

use std::collections::HashSet;

use crate::dom::{Element, NodeId};
use crate::semantics::Semantics;
use crate::spec::aria_roles;

/// Whether the role is one of these, or a subclass of one: `doc-endnote` is a `listitem`.
pub fn is_one_of(role: Option<&str>, wanted: &[&str]) -> bool {
    role.and_then(aria_roles::role)
        .is_some_and(|role| wanted.iter().any(|w| role.is_a(w)))
}

/// Whether the element changes nothing in who owns whom: no role, `generic` or `none`.
pub fn is_transparent<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    matches!(semantics.role(e), None | Some("generic" | "none"))
}

/// The elements that some `aria-owns` of the page names, by rank.
pub fn owned_elsewhere<'p>(semantics: &'p Semantics<'p>) -> HashSet<NodeId> {
    let doc = semantics.document();
    doc.elements()
        .filter(|e| !e.in_template())
        .flat_map(|e| e.tokens("aria-owns"))
        .filter_map(|id| doc.by_id(id))
        .map(Element::id)
        .collect()
}
