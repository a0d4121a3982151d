//! RGAA 13.11.1: what a pointer does can be given up before it is let go.
//!
//! Passed: the page has controls, and nothing acts on the way down: native activation is on release, and no attribute handles a press (scripts
//! are the fold's matter). Inapplicable: nothing to act on. A handler of the press is a question: it may be undone on release, or only prepare
//! what happens then. What is not seen here (`iframe`, `object`, `embed`, `canvas`) leaves it open.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::navigation::focusables::{self, Seen};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PointerDownAction;

struct PointerDownAction;

const CANCEL: TestId = test(13, 11, 1);

static META: Meta = Meta {
    id: "pointer-down-action",
    title: text(
        "Action déclenchée dès l’appui",
        "Action that starts as soon as one presses",
    ),
    why: text(
        "Qui tremble ou vise mal touche souvent à côté : si l’action part dès l’appui, il est trop tard pour glisser hors de l’élément.",
        "People who tremble or aim badly often touch the wrong place: if the action starts on pressing, it is too late to slide off.",
    ),
    fix: text(
        "Réagir à click (ou au relâchement) plutôt qu’à l’appui, ou permettre d’annuler.",
        "React to click (or to release) rather than to pressing, or let people undo.",
    ),
    proofs: &[Proof::decides(&[CANCEL])],
    interest: &[
        focusables::ELEMENTS,
        Interest::Attributes(&["onmousedown", "onpointerdown", "ontouchstart"]),
        Interest::Page,
    ],
    review: &["<button onmousedown=supprimer()>Supprimer</button>"],
    pass: &["<a href=/plan>Plan</a>"],
    na: &["<p>Horaires</p>"],
    ..Meta::NEW
};

const PRESSED: Text = text(
    "{event} agit dès l’appui : l’action peut-elle être annulée, en relâchant ailleurs ou après coup ?",
    "{event} acts on pressing: can the action be given up, by releasing elsewhere or afterwards?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for PointerDownAction {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if let Some(kind) = focusables::kind(e) {
            let mut seen = *cx.memory::<Seen>();
            seen.note(e, kind, cx);
            *cx.memory::<Seen>() = seen;
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, handler: Attr<'p>, cx: &mut Context<'p>) {
        let event = handler.name();
        if !handler.value().trim_ascii().is_empty()
            && let Some(draft) = cx.review_together((e, handler), &PRESSED, event, &ALSO)
        {
            draft.arg("event", event);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let seen = *cx.memory::<Seen>();
        if seen.unseen {
            cx.leave_open(&[CANCEL]);
        } else if seen.shown || seen.player {
            cx.pass();
        } else if seen.hidden {
            cx.leave_open(&[CANCEL]);
        }
    }
}
