//! Something that takes the focus inside a role whose content counts as one image (WAI-ARIA 1.2, 5.2.9 «Presentational Children»;
//! ACT 307n5z).
//!
//! Assistive technologies are told of the `img`, `checkbox` or `tab` and of nothing inside it: what is reached there by keyboard does not
//! exist for them. An error of conformance, evidence for RGAA 7.1.1. So in a real `button`, where HTML forbids it too (RGAA 8.2.1). What is inside a
//! link, or cannot be reached by keyboard, is `interactive-nested`'s.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::spec::aria_roles;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PresentationalChildrenFocusable;

struct PresentationalChildrenFocusable;

static META: Meta = Meta {
    id: "presentational-children-focusable",
    level: Level::Warning,
    category: Category::Conformance,
    title: text(
        "Élément activable à l’intérieur d’un rôle sans contenu",
        "Control inside a role without content",
    ),
    why: text(
        "Le clavier atteint cet élément, mais le lecteur d’écran n’en dit rien : pour lui, le rôle du parent efface ce qu’il contient.",
        "The keyboard reaches this element, but the screen reader says nothing of it: the parent's role wipes out what it contains.",
    ),
    fix: text(
        "Sortir l’élément du parent, ou retirer le rôle du parent et le donner à l’élément lui-même.",
        "Take the element out of the parent, or remove the parent's role and give it to the element itself.",
    ),
    proofs: &[
        Proof::refutes(&[test(8, 2, 1)]),
        Proof::hints(&[test(7, 1, 1)]),
    ],
    act: &["307n5z"],
    interest: &[
        Interest::Attributes(&["role"]),
        Interest::Elements(&["button"]),
    ],
    fail: &[
        "<ul role=tablist><li role=tab><a href=#a>Horaires</a></ul>",
        "<button><span tabindex=0>Voir</span></button>",
    ],
    pass: &["<div role=tab tabindex=0>Horaires</div>"],
    na: &["<a href=#a>Horaires</a>"],
    ..Meta::NEW
};

const INSIDE: Text = text(
    "ce <{tag}> prend le focus à l’intérieur d’un élément de rôle {role}, qui le cache aux lecteurs d’écran",
    "this <{tag}> takes the focus inside an element of role {role}, which hides it from screen readers",
);
const AROUND: Text = text("l’élément de rôle {role}", "the element of role {role}");

impl Check for PresentationalChildrenFocusable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, button: Element<'p>, cx: &mut Context<'p>) {
        // Most hold text alone.
        if button.child_elements().next().is_some() && !button.has_attr("role") {
            judge(button, cx);
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if cx.semantics().explicit_role(element).is_some() {
            judge(element, cx);
        }
    }
}

fn judge<'p>(element: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let role = semantics.role(element).and_then(aria_roles::role);
    let Some(role) = role.filter(|r| r.leaf) else {
        return;
    };
    if !semantics.is_exposed(element) {
        return;
    }
    match element.descendants().find(|e| semantics.is_tabbable(*e)) {
        Some(inside) => {
            let (level, tests) = broken_by(element);
            cx.fail(inside, &INSIDE)
                .arg("tag", inside.name())
                .arg("role", role.name)
                .related(element.place(), &AROUND)
                .related_arg("role", role.name)
                .level(level)
                .tests(tests);
        }
        None => cx.pass(),
    }
}

/// In a real button, HTML forbids it (RGAA 8.2.1, «Interactive content»); elsewhere only the role does.
fn broken_by(element: Element<'_>) -> (Level, &'static [TestId]) {
    const BOTH: &[TestId] = &[test(8, 2, 1), test(7, 1, 1)];
    if element.is("button") {
        (Level::Error, BOTH)
    } else {
        (Level::Warning, &BOTH[1..])
    }
}

/// Whether this check tells of a control inside the element.
pub fn tells<'p>(element: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let role = semantics.role(element).and_then(aria_roles::role);
    role.is_some_and(|role| role.leaf)
        && semantics.is_exposed(element)
        && element.descendants().any(|e| semantics.is_tabbable(e))
}
