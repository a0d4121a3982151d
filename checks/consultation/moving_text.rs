//! RGAA 13.8.1: content that moves by itself can be stopped.
//!
//! Refutes: a `marquee` moves as soon as it is shown, and for ever unless it says otherwise (WHATWG HTML 16.3.2); on a page without any script
//! nothing can stop it, hide it or show all of it at once. With a script, or a number of turns, a person must look. `blink` no longer
//! blinks in any browser. That `marquee` does not exist any more is another check's matter.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MovingText;

struct MovingText;

static META: Meta = Meta {
    id: "moving-text",
    category: Category::Accessibility,
    title: text("Texte qui défile", "Text that scrolls by itself"),
    why: text(
        "Un texte qui bouge sans arrêt est illisible pour qui lit lentement, et empêche beaucoup de gens de se concentrer sur le reste.",
        "A text that never stops moving cannot be read by slow readers, and keeps many people from attending to anything else.",
    ),
    fix: text(
        "Afficher le texte sans mouvement, ou ajouter un bouton qui arrête le défilement.",
        "Show the text without movement, or add a button that stops it.",
    ),
    proofs: &[Proof::refutes(&[test(13, 8, 1)])],
    interest: &[Interest::Elements(&["marquee"])],
    fail: &["<marquee>Fermeture exceptionnelle lundi</marquee>"],
    review: &[
        "<marquee loop=2>Fermeture exceptionnelle lundi</marquee>",
        "<marquee id=m>Fermeture lundi</marquee><button onclick=m.stop()>Arrêter</button>",
    ],
    na: &[
        "<marquee></marquee>",
        "<marquee scrollamount=0>Fermeture lundi</marquee>",
    ],
    ..Meta::NEW
};

const FOR_EVER: Text = text(
    "ce contenu défile sans fin, et rien dans la page ne permet de l’arrêter",
    "this content scrolls for ever, and nothing in the page lets people stop it",
);
const HOW_LONG: Text = text(
    "ce contenu défile de lui-même : s’arrête-t-il avant 5 secondes, ou peut-on l’arrêter ?",
    "this content scrolls by itself: does it stop within 5 seconds, or can people stop it?",
);

impl Check for MovingText {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, marquee: Element<'p>, cx: &mut Context<'p>) {
        if !marquee.is_html() || marquee.attr_is("scrollamount", "0") || is_empty(marquee) {
            return;
        }
        let endless = !marquee.has_attr("loop") && !marquee.attr_is("behavior", "slide");
        if endless && !cx.semantics().has_active_script() {
            cx.fail_if_rendered(marquee, marquee, &FOR_EVER);
        } else {
            cx.review(marquee, &HOW_LONG);
        }
    }
}

fn is_empty(e: Element<'_>) -> bool {
    e.text_is_blank() && e.child_elements().next().is_none()
}
