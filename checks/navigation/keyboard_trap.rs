//! RGAA 12.8.1 and 12.9.1: the order of what the keyboard reaches, and that nothing keeps it.
//!
//! 12.9.1 passed: what has the focus is all native (links, buttons, fields, which no browser lets trap the keyboard), and nothing of the table's
//! list is there: `iframe`, `object`, `embed`, players, `contenteditable`, nor handlers of the keyboard or the focus on a page whose
//! scripts are declared inert. Inapplicable, and 12.8.1 with it: nothing can have the focus. 12.8.1 is never decided otherwise: any order that makes sense will do.
//! A handler that refuses keys, or gives the focus back when it is lost, is a question.

use super::focusables::{self, Seen};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &KeyboardTrap;

struct KeyboardTrap;

const ORDER: TestId = test(12, 8, 1);
const TRAP: TestId = test(12, 9, 1);

static META: Meta = Meta {
    id: "keyboard-trap",
    title: text("Piège au clavier possible", "Possible keyboard trap"),
    why: text(
        "Qui navigue au clavier peut rester bloqué sur cet élément, sans pouvoir lire la suite ni quitter la page.",
        "People who use the keyboard may be stuck on this element, unable to read on or to leave the page.",
    ),
    fix: text(
        "Laisser passer la touche Tab, et ne pas redonner le focus à l’élément qui vient de le perdre.",
        "Let the Tab key through, and do not give the focus back to the element that has just lost it.",
    ),
    proofs: &[
        Proof::decides(&[TRAP]),
        Proof::hints(&[ORDER]).inapplicable_without_targets(),
    ],
    interest: &[
        focusables::ELEMENTS,
        Interest::Attributes(&[
            "tabindex",
            "contenteditable",
            "onkeydown",
            "onkeypress",
            "onblur",
            "onfocusout",
        ]),
        Interest::Page,
    ],
    review: &[
        "<input aria-label=Code onkeydown='return false'>",
        "<input aria-label=Code onblur='this.focus()'>",
    ],
    pass: &["<a href=/plan>Plan</a>"],
    na: &["<p>Horaires</p>"],
    ..Meta::NEW
};

const REFUSES: Text = text(
    "{event} refuse des touches sur cet élément : la touche Tab permet-elle d’en sortir ?",
    "{event} refuses keys on this element: does the Tab key lead out of it?",
);
const GIVES_BACK: Text = text(
    "{event} redonne le focus dès qu’il est perdu : peut-on quitter cet élément au clavier ?",
    "{event} gives the focus back as soon as it is lost: can people leave this element with the keyboard?",
);
const ALSO: Text = text("ici aussi", "here too");

/// What a page holds, handlers and editors besides.
#[derive(Default)]
struct Held {
    seen: Seen,
    special: bool,
}

impl Check for KeyboardTrap {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if let Some(kind) = focusables::kind(e) {
            let mut seen = cx.memory::<Held>().seen;
            seen.note(e, kind, cx);
            cx.memory::<Held>().seen = seen;
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let (name, code) = (attr.name(), attr.value());
        if name == "tabindex" || name == "contenteditable" {
            let mut held = std::mem::take(cx.memory::<Held>());
            held.special |= name == "contenteditable";
            held.seen.note(e, focusables::Focusable::Native, cx);
            *cx.memory::<Held>() = held;
            return;
        }
        if code.trim_ascii().is_empty() {
            return;
        }
        cx.memory::<Held>().special = true;
        let question = if name.starts_with("onkey") {
            let refuses = code.contains("preventDefault") || code.contains("return false");
            refuses.then_some(&REFUSES)
        } else {
            code.contains("focus()").then_some(&GIVES_BACK)
        };
        if let Some(question) = question
            && let Some(draft) = cx.review_together((e, attr), question, name, &ALSO)
        {
            draft.arg("event", name).tests(&[TRAP]);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Held { seen, special } = *cx.memory::<Held>();
        if special || seen.unseen || seen.player {
            cx.leave_open(&[ORDER, TRAP]);
        } else if seen.shown {
            cx.leave_open(&[ORDER]);
            cx.pass_on(&[TRAP]);
        } else if seen.hidden {
            cx.leave_open(&[ORDER, TRAP]);
        }
    }
}
