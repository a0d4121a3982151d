//! RGAA 7.1.1: a component of its own role that nothing names (WAI-ARIA 1.2, «Accessible Name Required: True»; ACT m6b1q3, 2t702h).
//!
//! Tabs, items of menus, trees and lists of choices, dialogs: without a name there is nothing to announce, a certain failure of 7.1.1 on a
//! page whose scripts control them. `summary` is controlled by the browser, so its failure breaks no RGAA test by itself. Links (6.2.1),
//! buttons (11.9.1, 7.1.1), fields (11.1.1) and the choices of menus (`menu-choice-unnamed`) have checks of their own. What is not shown (a closed dialog) is a question.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::semantics::NameSource;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &WidgetUnnamed;

struct WidgetUnnamed;

const ROLES: &[&str] = &[
    "alertdialog",
    "dialog",
    "menuitem",
    "option",
    "tab",
    "treeitem",
];

static META: Meta = Meta {
    id: "widget-unnamed",
    title: text("Composant sans nom", "Component without a name"),
    why: text(
        "Un lecteur d’écran annonce « onglet » ou « dialogue » et rien d’autre : on ne sait pas ce qui s’ouvre.",
        "A screen reader says \"tab\" or \"dialog\" and nothing else: nobody knows what opens.",
    ),
    fix: text(
        "Écrire le nom dans le composant, ou le donner par aria-labelledby (le titre de la fenêtre) ou aria-label.",
        "Write the name inside the component, or give it by aria-labelledby (the window's heading) or aria-label.",
    ),
    proofs: &[Proof::refutes(&[test(7, 1, 1)])],
    act: &["m6b1q3", "2t702h"],
    interest: &[
        Interest::Attributes(&["role"]),
        Interest::Elements(&["summary"]),
    ],
    fail: &[
        "<div role=tablist><div role=tab tabindex=0></div></div>",
        "<details><summary><i class=fleche></i></summary>Texte</details>",
    ],
    review: &["<div role=dialog hidden><p>Accepter les cookies ?</p></div>"],
    pass: &["<div role=dialog aria-label=Cookies><p>Accepter ?</p></div>"],
    na: &["<button></button>"],
    ..Meta::NEW
};

/// A summary further down is not looked for, so that a list of them stays cheap.
const NEAR: usize = 100;

const UNNAMED: Text = text(
    "ce composant de rôle {role} n’a pas de nom",
    "this component of role {role} has no name",
);
const SUMMARY: Text = text(
    "ce <summary> n’a pas de texte : rien ne dit ce qu’il déplie",
    "this <summary> has no text: nothing says what it unfolds",
);

impl Check for WidgetUnnamed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, summary: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let works = summary.parent().is_some_and(|details| {
            details.is("details")
                && details
                    .child_elements()
                    .take(NEAR)
                    .find(|e| e.is("summary"))
                    == Some(summary)
        });
        let role = semantics.explicit_role(summary);
        let native = matches!(role, None | Some("none" | "presentation"));
        if !works || !native || !semantics.is_exposed(summary) {
            return;
        }
        if semantics.name(summary).is_blank() {
            cx.fail(summary, &SUMMARY).tests(&[]);
        } else {
            cx.pass();
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        judge(element, ROLES, cx);
    }
}

/// Judges an element whose role is one of these.
pub fn judge<'p>(element: Element<'p>, roles: &[&str], cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let Some(role) = semantics
        .explicit_role(element)
        .filter(|role| roles.contains(role))
    else {
        return;
    };
    let name = semantics.name(element);
    if !name.is_blank() || name.source == NameSource::GivenUp {
        return cx.pass();
    }
    if !semantics.is_exposed(element) && semantics.is_rendered(element) {
        return;
    }
    let tests: &[_] = if semantics.has_active_script() {
        &[test(7, 1, 1)]
    } else {
        &[]
    };
    cx.fail_if_rendered(element, element, &UNNAMED)
        .arg("role", role)
        .tests(tests);
}
