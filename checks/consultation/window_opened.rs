//! RGAA 13.2.1: no new window opens unless people ask for it.
//!
//! Failed: an `onload` handler whose only statements are calls, one of them to `window.open`: a window opens as soon as the page is there.
//! With a condition or a function of its own, a question. Passed: nothing on the page can open a window by itself: no script, no frame, no
//! plug-in. Links and forms with `target=_blank` wait for people, so they are not concerned.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &WindowOpened;

struct WindowOpened;

const TEST: TestId = test(13, 2, 1);

static META: Meta = Meta {
    id: "window-opened",
    title: text(
        "Fenêtre ouverte sans qu’on l’ait demandée",
        "Window opened without being asked for",
    ),
    why: text(
        "Une fenêtre qui s’ouvre seule déplace le focus : qui ne la voit pas ne comprend plus où il est, et le bouton Retour ne marche plus.",
        "A window that opens by itself moves the focus: people who cannot see it no longer know where they are, and Back no longer works.",
    ),
    fix: text(
        "Ouvrir la fenêtre à la demande, par un lien ou un bouton qui l’annonce ; ou mettre le contenu dans la page.",
        "Open the window on demand, by a link or a button that says so; or put the content in the page.",
    ),
    proofs: &[Proof::decides(&[TEST])],
    interest: &[
        Interest::Elements(&["iframe", "frame", "object", "embed"]),
        Interest::Attributes(&["onload", "onpageshow"]),
        Interest::Page,
    ],
    fail: &["<body onload=\"window.open('/promo')\"><p>Horaires</p>"],
    review: &["<body onload=\"if (premiere) window.open('/promo')\"><p>Horaires</p>"],
    pass: &["<a href=/plan target=_blank>Plan</a>"],
    ..Meta::NEW
};

const OPENS: Text = text(
    "{event} ouvre une fenêtre dès que la page est là : {code}",
    "{event} opens a window as soon as the page is there: {code}",
);
const MAY: Text = text(
    "{event} peut ouvrir une fenêtre sans qu’on l’ait demandée : le fait-il ?",
    "{event} may open a window that nobody asked for: does it?",
);

impl Check for WindowOpened {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, _: Element<'p>, cx: &mut Context<'p>) {
        cx.leave_open(&[TEST]);
    }

    fn attribute<'p>(&self, e: Element<'p>, handler: Attr<'p>, cx: &mut Context<'p>) {
        let (event, code) = (handler.name(), handler.value());
        if !code.contains("window.open(") {
            return;
        }
        const DEPENDS: [&str; 7] = ["if", "?", "&&", "||", "=>", "function", "{"];
        let depends = DEPENDS.iter().any(|word| code.contains(word));
        let statements = || code.split(';').map(str::trim_ascii);
        if !depends && statements().any(|s| s.starts_with("window.open(")) {
            cx.fail((e, handler), &OPENS)
                .arg("event", event)
                .arg("code", code);
        } else {
            cx.review((e, handler), &MAY).arg("event", event);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        cx.pass();
    }
}
