//! Something interactive, or a heading, inside a role that may hold none (ARIA in HTML, section 4.3 «Allowed descendants of ARIA roles»):
//! a label inside an image, a link inside an item of a menu.
//!
//! Authors «should not» put what is interactive there, hence a warning; «must not» put a heading into a button or an image, hence an error.
//! What takes the focus inside a role whose content is wiped out is `presentational-children-focusable`'s. No proof: RGAA 7.1.1 is
//! about what the component does.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::checks::conformance::validity::VALIDITY;
use crate::dom::{Attr, Element, NodeId};
use crate::semantics::Semantics;
use crate::spec::{aria_roles, elements, role_content};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RoleContentInteractive;

struct RoleContentInteractive;

static META: Meta = Meta {
    id: "role-content-interactive",
    level: Level::Warning,
    category: Category::Conformance,
    title: text(
        "Élément interactif dans un rôle qui n’en admet pas",
        "Interactive element inside a role that admits none",
    ),
    why: text(
        "Deux actions au même endroit, ou un titre que personne n’entend : les lecteurs d’écran ne retiennent que le rôle du parent.",
        "Two actions in one place, or a heading that nobody hears: screen readers only keep the role of the parent.",
    ),
    fix: text(
        "Placer les deux éléments l’un à côté de l’autre, ou donner le rôle à l’élément intérieur.",
        "Put the two elements side by side, or give the role to the inner element.",
    ),
    proofs: &[Proof::hints(&[VALIDITY])],
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<div role=img aria-label=Plan><label>Zoom</label></div>",
        "<div role=menu><div role=menuitem><a href=/>Accueil</a></div></div>",
        "<div role=button tabindex=0><h2>Voir</h2></div>",
    ],
    pass: &["<div role=button tabindex=0>Voir</div>"],
    na: &["<div role=note><a href=/>Accueil</a></div>"],
    ..Meta::NEW
};

const INTERACTIVE: Text = text(
    "ce <{tag}> est interactif et ne devrait pas se trouver dans un élément de rôle {role}",
    "this <{tag}> is interactive and should not be inside an element of role {role}",
);
const HEADING: Text = text(
    "un titre (<{tag}>) ne peut pas se trouver dans un élément de rôle {role}",
    "a heading (<{tag}>) may not be inside an element of role {role}",
);
const AROUND: Text = text("l’élément de rôle {role}", "the element of role {role}");

/// One past the last node inside the outermost one.
#[derive(Default)]
struct Inside(NodeId);

impl Check for RoleContentInteractive {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let role = semantics.explicit_role(element);
        let Some(role) = role.filter(|role| role_content::is_inert(role)) else {
            return;
        };
        // The outermost one speaks for those inside.
        if element.id() < cx.memory::<Inside>().0 {
            return;
        }
        cx.memory::<Inside>().0 = element.subtree_end();
        let mut clean = true;
        let heading = element
            .descendants()
            .find(|e| role_content::bars_headings(role) && is_heading(*e, semantics));
        if let Some(inner) = heading {
            clean = false;
            cx.fail(inner, &HEADING)
                .tests(&[])
                .arg("tag", inner.name())
                .arg("role", role)
                .level(Level::Error)
                .related(element.place(), &AROUND)
                .related_arg("role", role);
        }
        let leaf = aria_roles::role(role).is_some_and(|role| role.leaf);
        let wiped = leaf && semantics.is_exposed(element);
        let inner = element
            .descendants()
            .find(|e| is_interactive(*e, semantics))
            .filter(|e| !(wiped && semantics.is_tabbable(*e)));
        if let Some(inner) = inner {
            clean = false;
            cx.fail(inner, &INTERACTIVE)
                .tests(&[])
                .arg("tag", inner.name())
                .arg("role", role)
                .related(element.place(), &AROUND)
                .related_arg("role", role);
        }
        match clean {
            true => cx.pass(),
            // A validator tells it as it tells wrong nesting.
            false => cx.leave_open(&[VALIDITY]),
        }
    }
}

fn is_heading<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    e.is_html()
        && (elements::heading_level(e.name()).is_some()
            || semantics.explicit_role(e) == Some("heading"))
}

fn is_interactive<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    e.is_html()
        && (e.has_attr("tabindex")
            || elements::is_interactive(e.name(), |name| e.attr(name))
            || semantics
                .explicit_role(e)
                .is_some_and(role_content::is_interactive))
}
