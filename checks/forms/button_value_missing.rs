//! RGAA 11.9.1 and 7.1.1: an `input type=button` that nothing names.
//!
//! The browser has no words of its own for it, and HTML asks for a `value` that is not empty there: one defect, told here and not by
//! `attribute-required`. Judged as the other buttons of `button-unnamed`.

use super::button_unnamed;
use super::field::is_input_of;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::links::link::is_for_pointers_only;
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::text;

pub static CHECK: &dyn Check = &ButtonValueMissing;

struct ButtonValueMissing;

static META: Meta = Meta {
    id: "button-value-missing",
    html_error: true,
    title: text("Bouton sans value", "Button without a value"),
    why: text(
        "Un lecteur d’écran annonce « bouton » et rien d’autre, et rien ne s’affiche dans le bouton : personne ne sait ce qu’il fait.",
        "A screen reader says \"button\" and nothing else, and nothing shows in the button: nobody knows what it does.",
    ),
    fix: text(
        "Écrire dans value ce que fait le bouton.",
        "Write what the button does in value.",
    ),
    proofs: &[Proof::refutes(&[test(11, 9, 1), test(7, 1, 1)])],
    act: &["97a4e1"],
    interest: &[Interest::Elements(&["input"])],
    fail: &["<form><input type=button></form>"],
    pass: &["<form><input type=button value=Calculer></form>"],
    na: &["<form><input type=submit></form>"],
    ..Meta::NEW
};

impl Check for ButtonValueMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, input: Element<'p>, cx: &mut Context<'p>) {
        if is_plain_input(input) {
            button_unnamed::judge(input, cx);
        }
    }
}

/// Whether the element is an `input type=button`.
pub fn is_plain_input(e: Element<'_>) -> bool {
    is_input_of(e, &["button"])
}

/// Whether this check fails the button.
pub fn fails<'p>(input: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    is_plain_input(input)
        && semantics.role(input) == Some("button")
        && !is_for_pointers_only(input, semantics)
        && semantics.is_exposed(input)
        && semantics.name(input).is_blank()
}
