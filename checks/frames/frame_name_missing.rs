//! RGAA 2.1.1: each frame has a `title` attribute. Here: frames without any name.
//!
//! Decides the test, with `frame-title-missing`: the subjects are the `iframe` and `frame` elements exposed to assistive
//! technologies. One without an accessible name has no `title` either: failed. One with a `title` passes. One named otherwise is
//! failed by the other check, and is not counted here. A frame hidden from assistive technologies is no subject.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FrameNameMissing;

struct FrameNameMissing;

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
    proofs: &[Proof::decides(&[test(2, 1, 1)])],
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
        if !cx.semantics().is_exposed(frame) {
            return;
        }
        match frame.attribute("title") {
            Some(title) if !title.value().trim().is_empty() => cx.pass(),
            _ if !cx.semantics().name(frame).is_empty() => {}
            Some(title) => {
                cx.fail((frame, title), &EMPTY).arg("tag", frame.name());
            }
            None => {
                cx.fail(frame, &MISSING).arg("tag", frame.name());
            }
        }
    }
}
