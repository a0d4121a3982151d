//! RGAA 10.1.1 bans `s` by name, although HTML gives it a meaning (4.5.5: what is no longer accurate or relevant).
//!
//! The letter of the test leaves no doubt, so presence is a failure; the ban is disputed in practice, so it has an id of its
//! own that a site can turn off without losing `presentational-element`. Both decide the test together.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PresentationalSElement;

struct PresentationalSElement;

static META: Meta = Meta {
    id: "presentational-s-element",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Élément s, interdit par la lettre du RGAA",
        "The s element, banned by the letter of RGAA",
    ),
    why: text(
        "Le RGAA range <s> parmi les éléments de présentation : un texte barré ne se voit pas à l’oreille.",
        "RGAA counts <s> among the presentational elements: struck text cannot be seen by ear.",
    ),
    fix: text(
        "Écrire en toutes lettres ce qui n’est plus valable, ou marquer le texte retiré par <del>.",
        "Say in words what no longer holds, or mark removed text with <del>.",
    ),
    proofs: &[Proof::decides(&[test(10, 1, 1)])],
    interest: &[Interest::Elements(&["s"]), Interest::Page],
    fail: &["<p>Entrée : <s>5 €</s> 3 €</p>"],
    pass: &["<p>Entrée : <del>5 €</del> 3 €</p>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "le RGAA interdit l’élément <s>, qu’il tient pour de la présentation",
    "RGAA bans the <s> element, which it takes for presentation",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for PresentationalSElement {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if element.is_html() {
            cx.fail_together(element, &FOUND, "", &ALSO);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        cx.pass();
    }
}
