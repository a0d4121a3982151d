//! RGAA 9.1.3: each passage that acts as a title is a heading.
//!
//! Hints: a short paragraph wholly in bold, just before some content, looks like a title; only its reader can say whether it is one. Not asked:
//! sentences (ending in `.`, `;` or `,`), long ones, bold paragraphs in a row (a notice), links, captions (a table, a figure or a listing
//! follows), what is in a cell, a quotation, a list item or a control, where bold words have other uses.

use super::bold::is_all_bold;
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, NodeRef};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ParagraphAsHeading;

struct ParagraphAsHeading;

static META: Meta = Meta {
    id: "paragraph-as-heading",
    level: Level::Note,
    title: text(
        "Paragraphe en gras qui semble être un titre",
        "Bold paragraph that looks like a heading",
    ),
    why: text(
        "Les lecteurs d’écran vont de titre en titre : un titre écrit comme un paragraphe en gras leur échappe.",
        "Screen readers go from heading to heading: a title written as a bold paragraph escapes them.",
    ),
    fix: text(
        "Si c’est un titre, le mettre dans un <h2> à <h6> selon son rang, sans <strong>.",
        "If it is a title, put it in an <h2> to <h6> according to its rank, without <strong>.",
    ),
    proofs: &[Proof::hints(&[test(9, 1, 3)])],
    interest: &[Interest::Elements(&["p", "div"])],
    review: &[
        "<p><strong>Horaires d’ouverture</strong></p><p>Du lundi au vendredi, de 9 h à 17 h.</p>",
    ],
    pass: &["<p><strong>Attention</strong> : fermé le lundi.</p><p>Ouvert les autres jours.</p>"],
    na: &["<h2>Horaires</h2>"],
    ..Meta::NEW
};

const TITLE: Text = text(
    "ce paragraphe tout en gras, « {text} », introduit-il ce qui suit comme un titre ?",
    "does this paragraph all in bold, \"{text}\", introduce what follows as a heading?",
);

/// A title is not longer, in Unicode scalar values.
const LONGEST: usize = 120;

impl Check for ParagraphAsHeading {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, paragraph: Element<'p>, cx: &mut Context<'p>) {
        let is_div = paragraph.is("div");
        if !begins_bold(paragraph) || !is_all_bold(paragraph) {
            if !is_div {
                cx.pass();
            }
            return;
        }
        let semantics = cx.semantics();
        if !semantics.is_exposed(paragraph) || semantics.explicit_role(paragraph).is_some() {
            return;
        }
        let text = semantics.text(paragraph);
        let is_title = reads_as_title(&text)
            && paragraph.closest(ELSEWHERE).is_none()
            && neighbour(paragraph, Element::next_element)
                .is_some_and(|next| !is_all_bold(next) && !takes_caption(next))
            && !neighbour(paragraph, Element::prev_element).is_some_and(is_all_bold);
        if is_title {
            cx.review(paragraph, &TITLE).arg("text", &text);
        } else if !is_div {
            cx.pass();
        }
    }
}

/// Where bold words have other uses than titles.
const ELSEWHERE: &[&str] = &[
    "a",
    "address",
    "blockquote",
    "button",
    "caption",
    "dd",
    "dt",
    "figcaption",
    "label",
    "legend",
    "li",
    "summary",
    "table",
];

/// Whether the first thing in the element that is not blank is, or may be, bold: a cheap look before the whole.
fn begins_bold(element: Element<'_>) -> bool {
    element
        .children()
        .find(|node| !matches!(node, NodeRef::Text(t) if t.is_blank()))
        .and_then(NodeRef::as_element)
        .is_some_and(|e| e.is_any(&["strong", "b", "span", "em", "i", "u", "font"]))
}

fn reads_as_title(text: &str) -> bool {
    let text = text.trim();
    let closed = text.ends_with(['.', ',', ';', '…']);
    !closed
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && text.chars().nth(LONGEST).is_none()
}

/// Whether what is said just before the element is likely its caption: it is, or only wraps, a table, a figure, a listing.
fn takes_caption(element: Element<'_>) -> bool {
    std::iter::successors(Some(element), |e| {
        e.child_elements()
            .next()
            .filter(|_| e.is_any(&["div", "p", "a", "picture"]))
    })
    .take(4)
    .any(|e| {
        e.is_any(&[
            "table", "figure", "pre", "img", "svg", "video", "audio", "iframe", "object",
        ])
    })
}

/// The nearest element on one side that holds something.
fn neighbour<'p>(
    paragraph: Element<'p>,
    step: impl Fn(Element<'p>) -> Option<Element<'p>>,
) -> Option<Element<'p>> {
    std::iter::successors(step(paragraph), |e| step(*e))
        .find(|e| !e.text_is_blank() || e.descendants().next().is_some())
}
