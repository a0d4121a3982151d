//! A role outside of the one it must be in (WAI-ARIA 1.2, 5.2.7 «Required Accessibility Parent Role»; ACT ff89c9).
//!
//! A `tab` outside of a `tablist`, a `menuitem` outside of a menu: assistive technologies may not announce it as part of anything. The
//! owner is the nearest element around that has a role, or one that names it by `aria-owns`. With none of the required role however far
//! around, the page as it is written is in error (authors must ensure it). With another role in between: a question. What it does to
//! people, only a person can tell: evidence for RGAA 7.1.1, and 9.3.1 for list items.

use std::collections::HashSet;

use super::ownership::{is_one_of, is_transparent, owned_elsewhere};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeId};
use crate::rgaa::test;
use crate::semantics::Semantics;
use crate::spec::aria_roles::{self, Kind, Role};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaParentMissing;

struct AriaParentMissing;

static META: Meta = Meta {
    id: "aria-parent-missing",
    review_level: Level::Warning,
    category: Category::Conformance,
    title: text("Rôle hors de son contexte", "Role outside of its context"),
    why: text(
        "Hors de la liste, du menu ou des onglets auxquels il appartient, l’élément n’est pas annoncé avec son rang, ou pas comme tel.",
        "Outside of the list, menu or tabs it belongs to, the element is not announced with its rank, or not as what it is.",
    ),
    fix: text(
        "Placer l’élément dans un parent du rôle requis, sans autre rôle entre les deux, ou retirer le rôle.",
        "Put the element in a parent of the required role, with no other role in between, or remove the role.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 1)])],
    act: &["ff89c9"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &["<div role=tab tabindex=0>Horaires</div>"],
    review: &["<div role=tablist><div role=note><b role=tab tabindex=0>Horaires</b></div></div>"],
    pass: &["<div role=tablist><span><b role=tab tabindex=0>Horaires</b></span></div>"],
    na: &["<div role=note>Avis</div>"],
    ..Meta::NEW
};

const OUTSIDE: Text = text(
    "cet élément de rôle {role} doit être dans un élément de rôle {context}, et n’est dans aucun : que disent les lecteurs d’écran ?",
    "this element of role {role} must be in an element of role {context}, and is in none: what do screen readers say?",
);
const WRONG: Text = text(
    "cet élément de rôle {role} doit être dans un élément de rôle {context}, et est dans un élément de rôle {owner} : que disent les lecteurs d’écran ?",
    "this element of role {role} must be in an element of role {context}, and is in an element of role {owner}: what do screen readers say?",
);
const NOWHERE: Text = text(
    "un élément de rôle {role} doit être dans un élément de rôle {context} ou désigné par son aria-owns : celui-ci n’est dans aucun",
    "an element of role {role} must be in an element of role {context} or named by its aria-owns: this one is in none",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for AriaParentMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element).and_then(aria_roles::role) else {
            return;
        };
        // `list-role-misnested` judges these.
        if role.name == "listitem"
            || role.context.is_empty()
            || !semantics.is_exposed(element)
            || is_its_own(element, role.name)
        {
            return;
        }
        let owner = element.ancestors().find(|a| !is_transparent(*a, semantics));
        let owner_role = owner.and_then(|o| semantics.role(o));
        // A group belongs in turn to a list box, a menu, a tree: one of these is around it.
        let grouped = owner_role == Some("group") && role.kind == Kind::Widget;
        if !grouped && is_one_of(owner_role, role.context)
            || grouped && around(element, role, semantics)
        {
            return cx.pass();
        }
        let owned = cx
            .memory::<Option<HashSet<NodeId>>>()
            .get_or_insert_with(|| owned_elsewhere(semantics));
        if owned.contains(&element.id()) {
            return cx.pass();
        }
        let tests = &[test(7, 1, 1)];
        let asks = role.name == "caption" || role.name.starts_with("doc-");
        if !asks && !around(element, role, semantics) {
            if let Some(draft) = cx.fail_together(element, &NOWHERE, role.name, &ALSO) {
                draft
                    .arg("role", role.name)
                    .arg("context", owners(role).collect::<Vec<_>>().join(", "))
                    .tests(tests);
            }
            return;
        }
        let what = format!("{} {}", role.name, owner_role.unwrap_or_default());
        let (question, owner_role) = match owner_role {
            Some(owner) if !is_mere_place(owner) => (&WRONG, Some(owner)),
            _ => (&OUTSIDE, None),
        };
        let Some(draft) = cx.review_together(element, question, &what, &ALSO) else {
            return;
        };
        let draft = draft
            .arg("role", role.name)
            .arg("context", role.context.join(", "))
            .tests(tests);
        if let Some(owner) = owner_role {
            draft.arg("owner", owner);
        }
    }
}

/// Whether the element has that role without being given it: HTML says where it may stand.
fn is_its_own(element: Element<'_>, role: &str) -> bool {
    element.is("option") && role == "option"
}

/// The roles it must be in, but for `group`, which only stands in between.
fn owners(role: &Role) -> impl Iterator<Item = &'static str> {
    let grouped = role.kind == Kind::Widget;
    role.context
        .iter()
        .copied()
        .filter(move |&context| !grouped || context != "group")
}

/// Whether an element of a role it must be in is somewhere around.
fn around<'p>(element: Element<'p>, role: &Role, semantics: &'p Semantics<'p>) -> bool {
    element.ancestors().any(|a| {
        let known = semantics.role(a).and_then(aria_roles::role);
        known.is_some_and(|known| owners(role).any(|owner| known.is_a(owner)))
    })
}

/// A part of the page, which nobody would take for the owner.
fn is_mere_place(role: &str) -> bool {
    matches!(role, "article" | "document" | "dialog" | "tabpanel")
        || aria_roles::role(role).is_some_and(|role| role.kind == Kind::Landmark)
}
