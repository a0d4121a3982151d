//! A heading wholly in `strong` or `b`.
//!
//! Headings are bold already; the tag adds nothing but a typographic effect, or the left-over of a conversion. Nothing forbids it, so a note, and
//! one a page; it hints at RGAA 8.9.1 (tags used for presentation only). Headings with links or images in them are left alone.

use super::bold::is_all_bold;
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HeadingAllBold;

struct HeadingAllBold;

static META: Meta = Meta {
    id: "heading-all-bold",
    level: Level::Note,
    title: text("Titre entièrement en gras", "Heading wholly in bold"),
    why: text(
        "Un titre est déjà mis en valeur : <strong> n’y ajoute rien, et certains lecteurs d’écran l’annoncent.",
        "A heading stands out already: <strong> adds nothing to it, and some screen readers announce it.",
    ),
    fix: text(
        "Retirer <strong> ou <b> du titre, et régler sa graisse en CSS s’il le faut.",
        "Remove <strong> or <b> from the heading, and set its weight in CSS if need be.",
    ),
    proofs: &[Proof::hints(&[test(8, 9, 1)])],
    interest: &[Interest::Page],
    review: &["<h2><strong>Horaires</strong></h2>"],
    pass: &["<h2>Horaires de <strong>l’été</strong></h2>"],
    na: &["<p><strong>Horaires</strong></p>"],
    ..Meta::NEW
};

const BOLD: Text = text(
    "ce titre est entièrement en gras : la balise <strong> ou <b> y sert-elle à quelque chose ?",
    "this heading is wholly in bold: is the <strong> or <b> tag of any use in it?",
);
const ALSO: Text = text("ce titre aussi", "this heading too");

impl Check for HeadingAllBold {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        for heading in cx.semantics().headings().iter().filter(|h| h.exposed) {
            if is_all_bold(heading.element) {
                cx.review_together(heading.element, &BOLD, "", &ALSO);
            } else {
                cx.pass();
            }
        }
    }
}
