//! RGAA 8.10.1 and 8.10.2: a text read in the other direction than the page's is inside an element with a `dir` attribute, of the
//! right value.
//!
//! Decides both where the page reads left to right (the default, glossary «Sens de lecture»): targets are the texts with letters of
//! right-to-left scripts. No `dir` on any ancestor fails 8.10.1, whose methodology asks for nothing else; the nearest being `ltr` fails the one
//! test or the other, as one reads «a tag that has a dir attribute»; `rtl` passes both. Questions: a single word, which the bidirectional
//! algorithm sets well by itself; `dir="auto"` and `bdi`, which work but are not among the two values the glossary admits.
//! Under `dir="rtl"` on the page itself, the texts of the other direction are left-to-right ones, and those are left to a person.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof, Signs};
use crate::dom::{Attr, Element, Text as TextNode};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

use super::direction;

pub static CHECK: &dyn Check = &TextDirectionMissing;

struct TextDirectionMissing;

const GIVEN: TestId = test(8, 10, 1);
const RIGHT: TestId = test(8, 10, 2);

const SIGNS: Signs = Signs::RIGHT_TO_LEFT;

static META: Meta = Meta {
    id: "text-direction-missing",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text("Sens de lecture non indiqué", "Reading direction not given"),
    why: text(
        "Sans attribut dir, la ponctuation, les nombres et l’alignement d’un texte en arabe ou en hébreu se retrouvent du mauvais côté.",
        "Without a dir attribute, the punctuation, numbers and alignment of a text in Arabic or Hebrew end up on the wrong side.",
    ),
    fix: text(
        "Mettre dir=\"rtl\" (avec lang) sur l’élément qui contient ce texte.",
        "Put dir=\"rtl\" (with lang) on the element that holds this text.",
    ),
    proofs: &[
        Proof::decides(&[GIVEN]),
        Proof::decides(&[RIGHT]),
        Proof::refutes(&[GIVEN, RIGHT]),
    ],
    interest: &[Interest::TextWith(SIGNS), Interest::Attributes(&["dir"])],
    fail: &[
        "<html lang=fr><p lang=ar>مرحبا بكم في المدينة</p></html>",
        "<html lang=fr dir=ltr><p lang=ar>مرحبا بكم في المدينة</p></html>",
    ],
    review: &[
        "<html lang=fr><p><a lang=ar href=/ar>العربية</a></p></html>",
        "<html lang=fr><p lang=ar dir=auto>مرحبا بكم في المدينة</p></html>",
    ],
    pass: &["<html lang=fr><p lang=ar dir=rtl>مرحبا بكم في المدينة</p></html>"],
    na: &["<html lang=fr><p>Où êtes-vous ? — À l’école…</p></html>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "ce texte se lit de droite à gauche, et aucun élément autour de lui n’a d’attribut dir",
    "this text reads from right to left, and no element around it has a dir attribute",
);
const LEFT_TO_RIGHT: Text = text(
    "ce texte se lit de droite à gauche, mais il est déclaré de gauche à droite",
    "this text reads from right to left, but it is declared left to right",
);
const ONE_WORD: Text = text(
    "ce mot se lit de droite à gauche sans que dir=\"rtl\" le dise : est-il bien affiché dans sa phrase ?",
    "this word reads from right to left and dir=\"rtl\" does not say so: is it displayed well in its sentence?",
);
const AUTO: Text = text(
    "ce texte se lit de droite à gauche et laisse le navigateur le deviner ; le RGAA n’admet que dir=\"rtl\" : le mettre ?",
    "this text reads from right to left and lets the browser guess it; the RGAA only admits dir=\"rtl\": write it?",
);
const ALSO: Text = text("ici aussi", "here too");
const DECLARED: Text = text("déclaré ici", "declared here");

impl Check for TextDirectionMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, dir: Attr<'p>, cx: &mut Context<'p>) {
        if element.is_any(&["html", "body"]) && !dir.value().eq_ignore_ascii_case("ltr") {
            cx.leave_open(&[GIVEN, RIGHT]);
        }
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let words = direction::right_to_left_words(node.text(), 2);
        if words == 0 {
            return;
        }
        let Some(parent) = node.parent() else {
            return;
        };
        if parent.is("title") {
            // Shown by the browser outside the page.
            return cx.leave_open(&[GIVEN, RIGHT]);
        }
        // SVG gives directions by other means.
        let certain = parent.is_html() && cx.semantics().is_rendered(parent);
        match direction_of(parent) {
            Given::RightToLeft => cx.pass(),
            Given::Auto => {
                if let Some(draft) = cx.review_together(node, &AUTO, "", &ALSO) {
                    draft.tests(&[RIGHT]);
                }
            }
            _ if words == 1 => {
                cx.review_together(node, &ONE_WORD, "", &ALSO);
            }
            _ if !certain => {
                cx.review_together(node, &MISSING, "", &ALSO);
            }
            Given::LeftToRight(by) => {
                let what = by.id().to_string();
                if let Some(draft) = cx.fail_together(node, &LEFT_TO_RIGHT, &what, &ALSO) {
                    draft.tests(&[GIVEN, RIGHT]).related(by.place(), &DECLARED);
                }
            }
            Given::None => {
                if let Some(draft) = cx.fail_together(node, &MISSING, "", &ALSO) {
                    draft.tests(&[GIVEN]);
                }
            }
        }
    }
}

enum Given<'p> {
    None,
    LeftToRight(Element<'p>),
    RightToLeft,
    /// Left to the browser.
    Auto,
}

/// The direction given to what is in the element; a value that is none counts as none (WHATWG HTML 3.2.6.4).
fn direction_of(element: Element<'_>) -> Given<'_> {
    for e in std::iter::once(element).chain(element.ancestors()) {
        if e.attr_is("dir", "rtl") {
            return Given::RightToLeft;
        }
        if e.attr_is("dir", "ltr") {
            return Given::LeftToRight(e);
        }
        if e.attr_is("dir", "auto") || e.is("bdi") {
            return Given::Auto;
        }
    }
    Given::None
}
