//! A `role` that the element may not have (ARIA in HTML, section 4).
//!
//! The standard says which roles each element may take; another one takes away what the element is for (a `button` of role `heading` is
//! no longer a button to those who listen). An error of conformance for certain; whether the role suits the component is RGAA 7.1.3's,
//! for a person: hints.

use super::facts::with_facts;
use super::role_none_ineffective::tells_of_focus;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::spec::allowed_roles::{self, Allowed, Fit};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RoleNotAllowed;

struct RoleNotAllowed;

static META: Meta = Meta {
    id: "role-not-allowed",
    category: Category::Conformance,
    title: text(
        "Rôle interdit sur cet élément",
        "Role not allowed on this element",
    ),
    why: text(
        "Le rôle remplace celui de la balise : un lecteur d’écran annonce autre chose que ce que l’élément fait.",
        "The role replaces that of the tag: a screen reader announces something else than what the element does.",
    ),
    fix: text(
        "Supprimer le rôle, ou le mettre sur un <div> ou un <span> qui fait vraiment cela.",
        "Remove the role, or put it on a <div> or <span> that really does that.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 3)])],
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<button role=heading aria-level=2>Ouvrir</button>",
        "<ul role=navigation><li>A</ul>",
    ],
    pass: &["<ul role=tablist><li role=tab>A</ul>"],
    na: &["<button>Ouvrir</button>"],
    ..Meta::NEW
};

const NONE: Text = text(
    "<{tag}> ne peut pas avoir le rôle {role}, ni aucun autre que le sien",
    "<{tag}> may not have the role {role}, nor any other than its own",
);
const SOME: Text = text(
    "<{tag}> ne peut pas avoir le rôle {role} ; il accepte {allowed}",
    "<{tag}> may not have the role {role}; it accepts {allowed}",
);

const ALSO: Text = text("ici aussi", "here too");

impl Check for RoleNotAllowed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element) else {
            return;
        };
        if matches!(role, "none" | "presentation") && tells_of_focus(element, semantics) {
            return;
        }
        let allowed = with_facts(element, semantics, |facts| {
            (allowed_roles::fit(facts, role) == Fit::Disallowed)
                .then(|| allowed_roles::allowed_roles(facts))
        });
        let what = format!("{} {role}", element.name());
        let draft = match allowed.flatten() {
            Some(Allowed::Only(roles)) if !roles.is_empty() => cx
                .fail_together((element, attr), &SOME, &what, &ALSO)
                .map(|draft| draft.arg("allowed", roles.join(", "))),
            Some(_) => cx.fail_together((element, attr), &NONE, &what, &ALSO),
            None => return cx.pass(),
        };
        if let Some(draft) = draft {
            draft.arg("tag", element.name()).arg("role", role);
        }
    }
}
