//! RGAA 13.10.2: what works by following a path on the screen also works by touching one point.
//!
//! Hints: another control of the page may do the same. Asked about elements made to be dragged; links and images, which browsers let people drag
//! anyway, aside. One question a page.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DragOnly;

struct DragOnly;

static META: Meta = Meta {
    id: "drag-only",
    title: text("Élément à faire glisser", "Element to drag"),
    why: text(
        "Qui se sert d’un contacteur, d’une commande oculaire ou d’une main qui tremble ne peut pas faire glisser un élément.",
        "People who use a switch, eye control or a trembling hand cannot drag an element.",
    ),
    fix: text(
        "Donner aussi des boutons qui font la même chose (monter, descendre, choisir un fichier…).",
        "Also give buttons that do the same (move up, move down, choose a file…).",
    ),
    proofs: &[Proof::hints(&[test(13, 10, 2)])],
    interest: &[Interest::Attributes(&["draggable"])],
    review: &["<ul><li draggable=true>Priorité 1</li><li draggable=true>Priorité 2</li></ul>"],
    na: &["<a href=/ draggable=false>Accueil</a>"],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "cet élément se fait glisser : peut-on faire la même chose en touchant un seul point ?",
    "this element is to be dragged: can the same be done by touching one point only?",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for DragOnly {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, draggable: Attr<'p>, cx: &mut Context<'p>) {
        let made = draggable.value().trim_ascii().eq_ignore_ascii_case("true");
        if made && !e.is_any(&["a", "img"]) {
            cx.review_together((e, draggable), &QUESTION, "", &ALSO);
        }
    }
}
