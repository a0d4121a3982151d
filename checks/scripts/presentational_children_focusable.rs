//! Something that takes the focus inside a role whose content counts as one image (WAI-ARIA 1.2, 5.2.9 «Presentational Children»;
//! ACT 307n5z).
//!
//! Assistive technologies are told of the `img`, `checkbox` or `tab` and of nothing inside it: what is reached there by keyboard does not
//! exist for them. An error of conformance, evidence for RGAA 7.1.1. Controls inside a real `button` or link are `interactive-nested`'s.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
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
    proofs: &[Proof::hints(&[test(7, 1, 1)])],
    act: &["307n5z"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &["<ul role=tablist><li role=tab><a href=#a>Horaires</a></ul>"],
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

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let role = semantics.role(element).and_then(aria_roles::role);
        let Some(role) = role.filter(|r| r.leaf && semantics.explicit_role(element).is_some())
        else {
            return;
        };
        if !semantics.is_exposed(element) {
            return;
        }
        match element.descendants().find(|e| semantics.is_tabbable(*e)) {
            Some(inside) => {
                cx.fail(inside, &INSIDE)
                    .arg("tag", inside.name())
                    .arg("role", role.name)
                    .related(element.place(), &AROUND)
                    .related_arg("role", role.name);
            }
            None => cx.pass(),
        }
    }
}
