//! A `role` that WAI-ARIA keeps for its own taxonomy (WAI-ARIA 1.2, 5.3.1 «Abstract Roles»: authors must not use them; ACT 674b10).
//!
//! Browsers skip it as if it were unknown, so the proofs are those of `role-unknown`.

use super::facts::is_mathematics;
use super::role_unknown::broken_by;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::spec::aria_roles;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RoleAbstract;

struct RoleAbstract;

static META: Meta = Meta {
    id: "role-abstract",
    category: Category::Conformance,
    title: text("Rôle abstrait", "Abstract role"),
    why: text(
        "Ce rôle ne sert qu’à classer les autres dans la norme : les navigateurs l’ignorent, et rien n’est transmis à personne.",
        "This role only serves to sort the others in the standard: browsers ignore it, and nothing reaches anybody.",
    ),
    fix: text(
        "Choisir le rôle précis : button ou link plutôt que command, textbox ou checkbox plutôt que input.",
        "Choose the precise role: button or link rather than command, textbox or checkbox rather than input.",
    ),
    proofs: &[Proof::refutes(&[test(7, 1, 1)])],
    act: &["674b10"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &["<div role=widget tabindex=0>Ouvrir</div>"],
    pass: &["<div role='input textbox' tabindex=0></div>"],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const ABSTRACT: Text = text(
    "« {role} » est un rôle abstrait, qui ne s’emploie pas dans une page",
    "\"{role}\" is an abstract role, which is not for use in a page",
);

impl Check for RoleAbstract {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if role.prefix().is_some() || is_mathematics(element) || !semantics.is_exposed(element) {
            return;
        }
        let words = role.value().split_ascii_whitespace();
        let mut known = words.filter_map(aria_roles::role_in_any_case);
        if known.clone().any(|r| !r.is_abstract()) {
            return cx.pass();
        }
        if let Some(found) = known.next() {
            cx.fail((element, role), &ABSTRACT)
                .arg("role", found.name)
                .tests(broken_by(element, semantics));
        }
    }
}
