//! RGAA 7.3.1: what reacts to the mouse and cannot be reached with the keyboard.
//!
//! An element with an inline handler for the pointer that the Tab key cannot reach is a question, never a failure: another element of the
//! page may do the same, and what is inside it may be reachable. One question a page for each event. Without any handler in the page's
//! markup nothing can be said, since scripts attach their own.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HandlerUnreachable;

struct HandlerUnreachable;

static META: Meta = Meta {
    id: "handler-unreachable",
    title: text(
        "Réagit à la souris, pas au clavier",
        "Reacts to the mouse, not to the keyboard",
    ),
    why: text(
        "Qui n’a pas de souris ne peut ni atteindre ni activer cet élément.",
        "People who have no mouse can neither reach nor activate this element.",
    ),
    fix: text(
        "Employer un <button> ou un lien, ou s’assurer que la même action est possible ailleurs dans la page.",
        "Use a <button> or a link, or make sure that the same action is possible elsewhere in the page.",
    ),
    proofs: &[Proof::hints(&[test(7, 3, 1)])],
    interest: &[Interest::Attributes(&[
        "onclick",
        "ondblclick",
        "onmousedown",
        "onmouseup",
        "onmouseover",
        "onmouseenter",
        "onpointerdown",
        "onpointerup",
        "ontouchstart",
        "ontouchend",
    ])],
    review: &["<div onclick=ouvrir()>Ouvrir</div>"],
    pass: &[
        "<button onclick=ouvrir()>Ouvrir</button>",
        "<div onclick=ouvrir()><a href=/plan>Plan</a></div>",
    ],
    na: &["<div>Ouvrir</div>"],
    ..Meta::NEW
};

const UNREACHABLE: Text = text(
    "ce <{tag}> réagit à {event} mais n’est pas atteint par la touche Tab : peut-on faire la même chose au clavier ?",
    "this <{tag}> reacts to {event} but the Tab key does not reach it: can the same be done with the keyboard?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for HandlerUnreachable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, handler: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if handler.value().trim().is_empty() || !semantics.is_rendered(element) {
            return;
        }
        // A label passes the click on to its field; the page as a whole is no control.
        let passes_on =
            element.is_any(&["label", "body", "html", "form", "option", "video", "audio"]);
        if passes_on
            || semantics.is_focusable(element)
            || semantics.is_disabled(element)
            || element
                .ancestors()
                .chain(element.descendants().take(200))
                .any(|e| semantics.is_focusable(e))
        {
            return cx.pass();
        }
        let what = handler.name();
        let found = cx.review_together((element, handler.span()), &UNREACHABLE, what, &ALSO);
        if let Some(draft) = found {
            draft.arg("tag", element.name()).arg("event", what);
        }
    }
}
