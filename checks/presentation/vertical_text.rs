//! RGAA 10.11.2: content that is read vertically scrolls one way only; and the proof that there is none.
//!
//! Hints, and inapplicable without targets: no `style` and no style sheet that sets `writing-mode` or `text-orientation`, no vertical text.
//! How it fits a window 256 px high must be seen.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::style::Property;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &VerticalText;

struct VerticalText;

const VERTICAL: &[TestId] = &[test(10, 11, 2)];

static META: Meta = Meta {
    id: "vertical-text",
    level: Level::Note,
    category: Category::Accessibility,
    title: text("Texte vertical", "Vertical text"),
    why: text(
        "Un texte vertical qui déborde de la fenêtre oblige à défiler en deux sens pour lire.",
        "Vertical text that overflows the window makes people scroll both ways to read.",
    ),
    fix: text(
        "Vérifier que tout se lit dans une fenêtre de 256 px de haut sans défilement vertical.",
        "Check that everything can be read in a window 256 px high without vertical scrolling.",
    ),
    proofs: &[Proof::hints(VERTICAL).inapplicable_without_targets()],
    interest: &[Interest::Attributes(&["style"]), Interest::Page],
    review: &["<p style='writing-mode: vertical-rl'>縦書き</p>"],
    pass: &["<link rel=stylesheet href=a.css><p>Texte</p>"],
    na: &["<style>p { color: #222 }</style><p style='margin: 0'>Texte</p>"],
    ..Meta::NEW
};

const VERTICALLY: Text = text(
    "ce texte est vertical : se lit-il dans une fenêtre de 256 px de haut sans défilement vertical ?",
    "this text is vertical: can it be read in a window 256 px high without vertical scrolling?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for VerticalText {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, style: Attr<'p>, cx: &mut Context<'p>) {
        let Some(mode) = cx.semantics().style(e).written(Property::WritingMode) else {
            return;
        };
        if mode.is("writing-mode") && mode.value.eq_ignore_ascii_case("horizontal-tb") {
            return;
        }
        cx.review_together((e, style), &VERTICALLY, "", &ALSO);
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        if cx.semantics().sheets().may_set(Property::WritingMode) {
            cx.leave_open(VERTICAL);
        }
    }
}
