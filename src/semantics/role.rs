//! Roles.

use super::Semantics;
use crate::dom::Element;

/// The roles of one node.
#[derive(Clone, Copy, Default)]
pub(super) struct Roles {
    explicit: Option<&'static str>,
    computed: Option<&'static str>,
}

impl<'a> Semantics<'a> {
    /// The role assistive technologies get: the first valid explicit one, conflicts of presentational roles resolved
    /// (WAI-ARIA 1.2 7.6), else the implicit one (HTML-AAM). `None` where there is no corresponding role.
    pub fn role(&self, element: Element<'a>) -> Option<&'static str> {
        self.roles()[element.id() as usize].computed
    }

    /// The first token of `role` that names a role authors may use (WAI-ARIA 1.2 8.1).
    pub fn explicit_role(&self, element: Element<'a>) -> Option<&'static str> {
        self.roles()[element.id() as usize].explicit
    }

    fn roles(&self) -> &[Roles] {
        self.roles
            .get_or_init(|| vec![Roles::default(); self.doc.len() as usize])
    }
}
