//! RGAA 13.8.1 and 13.10.2: a carousel can be stopped, and works without sliding a finger.
//!
//! Hints: only using it tells. Known by `aria-roledescription`, which says «carrousel» and the like to people who use a screen reader. One
//! question for each carousel, not for its slides.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &Carousel;

struct Carousel;

static META: Meta = Meta {
    id: "carousel",
    title: text("Carrousel à examiner", "Carousel to look at"),
    why: text(
        "Un carrousel qui avance seul ou qu’il faut faire glisser du doigt échappe à qui lit lentement ou ne peut pas faire ce geste.",
        "A carousel that moves by itself or must be swiped escapes people who read slowly or cannot make that gesture.",
    ),
    fix: text(
        "Ne pas le faire avancer seul, ou donner un bouton de pause ; ajouter des boutons précédent et suivant.",
        "Do not make it move by itself, or give a pause button; add previous and next buttons.",
    ),
    proofs: &[Proof::hints(&[test(13, 8, 1), test(13, 10, 2)])],
    interest: &[Interest::Attributes(&["aria-roledescription"])],
    review: &[
        "<section aria-roledescription=carrousel aria-label=Actualités><p>Fête</p></section>",
    ],
    na: &["<div role=group aria-roledescription=diapositive aria-label='1 sur 3'></div>"],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "ce {description} avance-t-il seul, et peut-on alors l’arrêter ? Marche-t-il sans glisser du doigt ?",
    "does this {description} move by itself, and can people then stop it? Does it work without swiping?",
);

impl Check for Carousel {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let description = attr.value().trim().to_lowercase();
        let names = ["carrousel", "carousel", "diaporama", "slideshow", "slider"];
        if names.contains(&description.as_str()) && cx.semantics().is_exposed(e) {
            cx.review(e, &QUESTION).arg("description", &description);
        }
    }
}
