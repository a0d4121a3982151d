//! A `role` that names no role (WAI-ARIA 1.2, 8.1 «Role attribute»; ACT 674b10).
//!
//! Browsers take the first role they know in the list: one that they know is enough. With none, the element keeps the role of its tag.
//! Where it is no control by its tag but can be reached or reacts, the role was all that could tell what it is: then the component has
//! no role, which breaks RGAA 7.1.1 on a page with scripts. Elsewhere the mistake is one of conformance alone. Abstract roles are
//! `role-abstract`'s.

use super::facts::{has_handler, is_mathematics};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::spec::aria_roles;
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &RoleUnknown;

struct RoleUnknown;

static META: Meta = Meta {
    id: "role-unknown",
    category: Category::Conformance,
    title: text("Rôle inconnu", "Unknown role"),
    why: text(
        "Les navigateurs ignorent un rôle qu’ils ne connaissent pas : ce que l’auteur voulait dire n’est transmis à personne.",
        "Browsers ignore a role they do not know: what the author meant reaches nobody.",
    ),
    fix: text(
        "Corriger le nom du rôle, ou supprimer l’attribut.",
        "Correct the name of the role, or remove the attribute.",
    ),
    proofs: &[Proof::refutes(&[test(7, 1, 1)])],
    act: &["674b10"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &["<div role=buton tabindex=0>Ouvrir</div>"],
    pass: &[
        "<div role=button tabindex=0>Ouvrir</div>",
        "<p role='inconnu note'>Avis</p>",
    ],
    na: &["<p>Avis</p>", "<p role=''>Avis</p>"],
    ..Meta::NEW
};

const UNKNOWN: Text = text("« {role} » n’est pas un rôle", "\"{role}\" is not a role");
const DID_YOU_MEAN: Text = text(
    "« {role} » n’est pas un rôle ; serait-ce « {nearest} » ?",
    "\"{role}\" is not a role; is it \"{nearest}\"?",
);

const ALSO: Text = text("ici aussi", "here too");

impl Check for RoleUnknown {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        let Some(first) = role.value().split_ascii_whitespace().next() else {
            return;
        };
        let semantics = cx.semantics();
        if role.prefix().is_some() || is_mathematics(element) || !semantics.is_exposed(element) {
            return;
        }
        let words = role.value().split_ascii_whitespace();
        let mut known = words.filter_map(aria_roles::role_in_any_case);
        if known.clone().any(|r| !r.is_abstract()) {
            return cx.pass();
        }
        if known.next().is_some() {
            return;
        }
        let names = aria_roles::all()
            .filter(|r| !r.is_abstract())
            .map(|r| r.name);
        let tests = broken_by(element, semantics);
        let what = format!("{tests:?} {}", role.value().trim());
        let draft = match nearest(first, names) {
            Some(nearest) => cx
                .fail_together((element, role), &DID_YOU_MEAN, &what, &ALSO)
                .map(|draft| draft.arg("nearest", nearest)),
            None => cx.fail_together((element, role), &UNKNOWN, &what, &ALSO),
        };
        if let Some(draft) = draft {
            let draft = draft.arg("role", role.value().trim());
            draft.tests(tests);
        }
    }
}

/// The tests broken when the element's `role` says nothing.
pub fn broken_by<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> &'static [TestId] {
    let native = semantics.is_interactive(e) && !e.has_attr("tabindex");
    let works = semantics.is_focusable(e) || has_handler(e);
    if works && !native && semantics.has_active_script() {
        const COMPONENT: &[TestId] = &[test(7, 1, 1)];
        COMPONENT
    } else {
        &[]
    }
}
