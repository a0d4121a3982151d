//! RGAA 2.1.1: each frame has a `title` attribute. Here: frames without any name.
//!
//! Decides the test, with `frame-title-missing`: the subjects are the `iframe` and `frame` elements exposed to assistive
//! technologies. One without an accessible name nor a `title` attribute: failed. One with a `title` passes; if it is empty, the attribute
//! is there but its content says nothing: 2.2.1 is failed. One named otherwise is failed by the other check, and is not counted here. A
//! frame with `aria-hidden` is no subject (glossary «Titre de cadre», note 2); one that is not rendered as the page stands may be.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

use super::subject;

pub static CHECK: &dyn Check = &FrameNameMissing;

struct FrameNameMissing;

const ATTRIBUTE: TestId = test(2, 1, 1);

static META: Meta = Meta {
    id: "frame-name-missing",
    category: Category::Accessibility,
    title: text("Cadre sans titre", "Frame without a title"),
    why: text(
        "Les lecteurs d’écran annoncent le titre du cadre : sans lui, on ne sait pas s’il vaut la peine d’y entrer.",
        "Screen readers announce the frame's title: without it, nobody knows whether it is worth entering.",
    ),
    fix: text(
        "Ajouter à la balise un attribut title qui dit ce que contient le cadre.",
        "Add a title attribute to the tag that says what the frame contains.",
    ),
    proofs: &[
        Proof::decides(&[ATTRIBUTE]),
        Proof::refutes(&[test(2, 2, 1)]),
    ],
    act: &["cae760"],
    interest: &[Interest::Elements(&["iframe", "frame"])],
    fail: &[
        "<iframe src=/carte></iframe>",
        "<iframe src=/carte title=' '></iframe>",
    ],
    pass: &["<iframe src=/carte title='Plan d’accès'></iframe>"],
    na: &[
        "<p>Sans cadre</p>",
        "<iframe src=/mesure aria-hidden=true></iframe>",
        "<iframe src=/carte aria-label='Plan d’accès'></iframe>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "ce cadre <{tag}> n’a pas d’attribut title",
    "this <{tag}> frame has no title attribute",
);
const EMPTY: Text = text(
    "l’attribut title de ce cadre <{tag}> est vide",
    "the title attribute of this <{tag}> frame is empty",
);

impl Check for FrameNameMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, frame: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if subject::is_aria_hidden(frame, semantics) {
            return;
        }
        match frame.attribute("title") {
            Some(title) if !title.value().trim().is_empty() => cx.pass(),
            None if !semantics.is_rendered(frame) => cx.leave_open(&[ATTRIBUTE]),
            // `frame-title-missing` says it.
            _ if !semantics.name(frame).is_empty() || subject::is_set_aside(frame, semantics) => {}
            Some(title) => {
                cx.pass_on(&[ATTRIBUTE]);
                cx.fail_if_rendered(frame, (frame, title), &EMPTY)
                    .arg("tag", frame.name())
                    .tests(&[test(2, 2, 1)]);
            }
            None => {
                cx.fail(frame, &MISSING)
                    .arg("tag", frame.name())
                    .tests(&[ATTRIBUTE]);
            }
        }
    }
}
