//! RGAA 10.3.1: the page makes sense without its styles (WCAG F1).
//!
//! Hints only: whether an order can be understood, a person says. A question where a `style` puts boxes in another order than the one of the code.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::semantics::style::declarations;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &OrderByCss;

struct OrderByCss;

static META: Meta = Meta {
    id: "order-by-css",
    level: Level::Note,
    category: Category::Accessibility,
    title: text("Ordre changé par le CSS", "Order changed by CSS"),
    why: text(
        "Les lecteurs d’écran et la touche Tab suivent l’ordre du code, pas celui de l’écran.",
        "Screen readers and the Tab key follow the order of the code, not the one on screen.",
    ),
    fix: text(
        "Écrire les contenus dans l’ordre où ils se lisent, et retirer order ou -reverse.",
        "Write contents in the order in which they are read, and remove order or -reverse.",
    ),
    proofs: &[Proof::hints(&[test(10, 3, 1)])],
    interest: &[Interest::Attributes(&["style"])],
    review: &["<div style='display:flex;flex-direction:row-reverse'><p>2</p><p>1</p></div>"],
    na: &["<div style='display:flex'><p style='order: 0'>1</p><p>2</p></div>"],
    ..Meta::NEW
};

const REORDERED: Text = text(
    "« {declaration} » affiche des contenus dans un autre ordre que celui du code : le lit-on sans peine dans l’ordre du code ?",
    "\"{declaration}\" shows contents in another order than that of the code: do they make sense in the order of the code?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for OrderByCss {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, style: Attr<'p>, cx: &mut Context<'p>) {
        let value = style.value();
        let Some(found) = declarations(value).find(|d| {
            let is_flow = d.is("flex-direction") || d.is("flex-flow");
            d.is("order") && d.value != "0"
                || is_flow && d.value.to_ascii_lowercase().contains("reverse")
        }) else {
            return;
        };
        let declaration = &value[found.range];
        if let Some(draft) = cx.review_together((e, style), &REORDERED, declaration, &ALSO) {
            draft.arg("declaration", declaration);
        }
    }
}
