//! RGAA 2.1.1: each frame has a `title` attribute, where the frame has another name.
//!
//! Refutes the test: its only demand is the attribute with a text in it; a name from `aria-label` does not count (methodology of
//! 2.1.1); nor do `tabindex="-1"` and `role="none"` exempt from it, which take the frame out of other rules (ACT cae760): those without
//! any name are told here. Other frames without any name are told by `frame-name-missing`, which decides the test. A frame hidden from assistive
//! technologies is no subject.

use super::subject;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FrameTitleMissing;

struct FrameTitleMissing;

static META: Meta = Meta {
    id: "frame-title-missing",
    category: Category::Accessibility,
    title: text(
        "Cadre sans attribut title",
        "Frame without a title attribute",
    ),
    why: text(
        "Le RGAA demande l’attribut title même quand le cadre a un nom ARIA : tous les lecteurs d’écran ne lisent pas les autres.",
        "The RGAA asks for the title attribute even where the frame has an ARIA name: not all screen readers read the others.",
    ),
    fix: text(
        "Ajouter à la balise un attribut title qui dit ce que contient le cadre.",
        "Add a title attribute to the tag that says what the frame contains.",
    ),
    proofs: &[
        Proof::refutes(&[test(2, 1, 1)]),
        Proof::refutes(&[test(2, 2, 1)]),
    ],
    interest: &[Interest::Elements(&["iframe", "frame"])],
    fail: &[
        "<iframe src=/carte aria-label='Plan d’accès'></iframe>",
        "<iframe src=/carte tabindex=-1></iframe>",
    ],
    pass: &["<iframe src=/carte title='Plan d’accès' aria-label='Plan d’accès'></iframe>"],
    na: &["<p>Sans cadre</p>", "<iframe src=/carte></iframe>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "ce cadre <{tag}> se nomme « {name} » mais n’a pas d’attribut title",
    "this <{tag}> frame is named \"{name}\" but has no title attribute",
);
const UNNAMED: Text = text(
    "ce cadre <{tag}> est retiré de la tabulation ou de rôle none, mais il est toujours lu : il lui faut un attribut title",
    "this <{tag}> frame is out of the tab order or of role none, but it is still read: it needs a title attribute",
);
const EMPTY: Text = text(
    "ce cadre <{tag}> est retiré de la tabulation ou de rôle none, mais il est toujours lu : son attribut title est vide",
    "this <{tag}> frame is out of the tab order or of role none, but it is still read: its title attribute is empty",
);

impl Check for FrameTitleMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, frame: Element<'p>, cx: &mut Context<'p>) {
        if !cx.semantics().is_exposed(frame) {
            return;
        }
        if frame.attr("title").is_some_and(|t| !t.trim().is_empty()) {
            return cx.pass();
        }
        let semantics = cx.semantics();
        let name = &semantics.name(frame).text;
        if name.is_empty() && subject::is_set_aside(frame, semantics) {
            // An empty attribute is there, but says nothing.
            let (message, broken) = match frame.attribute("title") {
                Some(_) => (&EMPTY, test(2, 2, 1)),
                None => (&UNNAMED, test(2, 1, 1)),
            };
            cx.fail(frame, message)
                .arg("tag", frame.name())
                .tests(&[broken]);
        } else if !name.is_empty() {
            cx.fail(frame, &MISSING)
                .arg("tag", frame.name())
                .arg("name", name)
                .tests(&[test(2, 1, 1)]);
        }
    }
}
