//! RGAA 13.1.4: when a session ends after some time, people can put that off.
//!
//! Hints only: sessions are the server's, and files never show them. A page where people log in is worth a question, once.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SessionLimit;

struct SessionLimit;

static META: Meta = Meta {
    id: "session-limit",
    title: text(
        "Session peut-être limitée dans le temps",
        "Session that may time out",
    ),
    why: text(
        "Qui lit ou écrit lentement perd ce qu’il a saisi quand la session expire sans prévenir.",
        "People who read or write slowly lose what they typed when the session ends without warning.",
    ),
    fix: text(
        "Prévenir avant la fin de la session, et permettre de la prolonger ; ou ne pas limiter sa durée.",
        "Warn before the session ends, and let people extend it; or do not limit it.",
    ),
    proofs: &[Proof::hints(&[test(13, 1, 4)])],
    interest: &[Interest::Elements(&["input"])],
    review: &["<form><label for=m>Mot de passe</label><input id=m type=password></form>"],
    na: &["<form><label for=n>Nom</label><input id=n></form>"],
    ..Meta::NEW
};

const LOGIN: Text = text(
    "on s’identifie ici : la session est-elle limitée dans le temps, et peut-on alors la prolonger ?",
    "people log in here: is the session limited in time, and can they then extend it?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for SessionLimit {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, input: Element<'p>, cx: &mut Context<'p>) {
        if input.attr_is("type", "password") {
            cx.review_together(input, &LOGIN, "", &ALSO);
        }
    }
}
