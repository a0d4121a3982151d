//! RGAA 12.8.1: a `tabindex` above zero.
//!
//! The test asks for a coherent order, whatever it is, so it is a question; but the element then comes before all that has no `tabindex`,
//! which is hardly ever what was meant (WHATWG HTML 6.6.3 warns against it). One question for the page, with all the places.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TabindexPositive;

struct TabindexPositive;

static META: Meta = Meta {
    id: "tabindex-positive",
    review_level: Level::Warning,
    title: text("tabindex supérieur à zéro", "tabindex above zero"),
    why: text(
        "La touche Tab va d’abord à ces éléments, avant le début de la page : qui navigue au clavier perd le fil.",
        "The Tab key goes to these elements first, before the beginning of the page: people who use the keyboard lose track.",
    ),
    fix: text(
        "Mettre tabindex=\"0\", ou rien sur un lien, un bouton ou un champ, et placer l’élément à son rang dans la page.",
        "Use tabindex=\"0\", or nothing on a link, button or field, and put the element where it belongs in the page.",
    ),
    proofs: &[Proof::hints(&[test(12, 8, 1)])],
    interest: &[Interest::Attributes(&["tabindex"])],
    review: &["<input aria-label=Nom tabindex=2><input aria-label=Prénom tabindex=1>"],
    pass: &["<div tabindex=0>Carte</div>"],
    na: &["<input aria-label=Nom>"],
    ..Meta::NEW
};

const POSITIVE: Text = text(
    "tabindex=\"{value}\" fait passer cet élément avant le reste de la page : l’ordre de tabulation reste-t-il cohérent ?",
    "tabindex=\"{value}\" puts this element before the rest of the page: is the tab order still coherent?",
);
const ALSO: Text = text("cet élément aussi", "this element too");

impl Check for TabindexPositive {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, tabindex: Attr<'p>, cx: &mut Context<'p>) {
        if !cx.semantics().is_focusable(element) {
            return;
        }
        if !is_positive(tabindex.value()) {
            return cx.pass();
        }
        if let Some(draft) = cx.review_together((element, tabindex), &POSITIVE, "", &ALSO) {
            draft.arg("value", tabindex.value());
        }
    }
}

/// WHATWG HTML 2.3.4.1 «Signed integers», as far as the sign.
fn is_positive(value: &str) -> bool {
    let digits = value.trim_ascii_start();
    digits
        .strip_prefix('+')
        .unwrap_or(digits)
        .bytes()
        .take_while(u8::is_ascii_digit)
        .any(|b| b != b'0')
}
