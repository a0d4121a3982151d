//! RGAA 7.1.1: a choice of a menu that nothing names (WAI-ARIA 1.2, «Accessible Name Required: True»; ACT e086e5).
//!
//! A `menuitemcheckbox` or a `menuitemradio` is a field by what it does, though the RGAA does not count it among those: without a name, nobody knows
//! what is chosen. Judged as the other components of `widget-unnamed`.

use super::widget_unnamed;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::text;

pub static CHECK: &dyn Check = &MenuChoiceUnnamed;

struct MenuChoiceUnnamed;

static META: Meta = Meta {
    id: "menu-choice-unnamed",
    title: text("Choix de menu sans nom", "Choice of a menu without a name"),
    why: text(
        "Un lecteur d’écran annonce « coché » ou « non coché » et rien d’autre : on ne sait pas de quoi il s’agit.",
        "A screen reader says \"checked\" or \"not checked\" and nothing else: nobody knows what this is about.",
    ),
    fix: text(
        "Écrire le nom du choix dans le composant, ou le donner par aria-labelledby ou aria-label.",
        "Write the name of the choice inside the component, or give it by aria-labelledby or aria-label.",
    ),
    proofs: &[Proof::refutes(&[test(7, 1, 1)])],
    act: &["e086e5"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &["<div role=menu><div role=menuitemradio aria-checked=true></div></div>"],
    review: &["<div role=menu hidden><div role=menuitemradio aria-checked=true></div></div>"],
    pass: &["<div role=menu><div role=menuitemradio aria-checked=true>Contraste élevé</div></div>"],
    na: &["<div role=menu><div role=menuitem></div></div>"],
    ..Meta::NEW
};

impl Check for MenuChoiceUnnamed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        widget_unnamed::judge(element, &["menuitemcheckbox", "menuitemradio"], cx);
    }
}
