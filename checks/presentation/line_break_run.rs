//! RGAA 8.9.1, glossary «Uniquement à des fins de présentation», note 1: several `br` used to make a paragraph break the test.
//!
//! Refutes the test when two `br` or more, with nothing between, part two passages of text in one parent. A question when the
//! run makes space beside something else, or when a class could hide one of the `br` on some screens. `pre`, `address` and
//! text areas keep their lines; what is not rendered is left aside.

use super::blank::is_blank;
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, NodeRef};
use crate::rgaa::test;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LineBreakRun;

struct LineBreakRun;

static META: Meta = Meta {
    id: "line-break-run",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Paragraphes séparés par des sauts de ligne",
        "Paragraphs parted by line breaks",
    ),
    why: text(
        "Les lecteurs d’écran vont de paragraphe en paragraphe : un texte coupé par des <br> n’en a qu’un, qu’on ne peut ni parcourir ni styler.",
        "Screen readers go from paragraph to paragraph: a text cut by <br> has only one, which can be neither browsed nor styled.",
    ),
    fix: text(
        "Mettre chaque passage dans un élément <p>, et l’espace voulu dans le CSS.",
        "Put each passage in a <p> element, and the wanted space in the CSS.",
    ),
    proofs: &[Proof::refutes(&[test(8, 9, 1)])],
    interest: &[Interest::Elements(&["br"])],
    fail: &["<div>Ouvert le lundi.<br><br>Fermé le mardi.</div>"],
    review: &["<p>Ouvert le lundi.</p><br><br><p>Fermé le mardi.</p>"],
    pass: &["<p>3 rue du Pont<br>12345 Vaulnois</p>"],
    na: &[
        "<p>Ouvert le lundi.</p>",
        "<address>3 rue du Pont<br><br>12345 Vaulnois</address>",
    ],
    ..Meta::NEW
};

const PARAGRAPHS: Text = text(
    "{count} <br> de suite séparent deux passages comme des paragraphes",
    "{count} <br> in a row part two passages as if they were paragraphs",
);
const SPACING: Text = text(
    "{count} <br> de suite : servent-ils seulement à espacer ?",
    "{count} <br> in a row: are they there only to make space?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for LineBreakRun {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, first: Element<'p>, cx: &mut Context<'p>) {
        let before = next_thing(first.prev_sibling(), NodeRef::prev_sibling);
        if !first.is_html() || is_br(before).is_some() {
            return;
        }
        let (mut count, mut last, mut classed) = (1, first, first.has_attr("class"));
        let after = loop {
            let next = next_thing(last.next_sibling(), NodeRef::next_sibling);
            match is_br(next) {
                None => break next,
                Some(br) => {
                    (count, last) = (count + 1, br);
                    classed |= br.has_attr("class");
                }
            }
        };
        let keeps_lines = ["address", "code", "pre", "samp", "textarea"];
        if first.closest(&keeps_lines).is_some() || !cx.semantics().is_rendered(first) {
            return;
        }
        if count == 1 {
            return cx.pass();
        }
        let place = (first, first.place().to(last.place()));
        let draft = if is_text(before) && is_text(after) && !classed {
            // One finding a block: mending it mends all its runs.
            let block = first.parent().map_or(0, Element::id).to_string();
            cx.fail_together(place, &PARAGRAPHS, &block, &ALSO)
        } else {
            cx.review_together(place, &SPACING, "", &ALSO)
        };
        if let Some(draft) = draft {
            draft.arg("count", count);
        }
    }
}

/// The first of these siblings that people see.
fn next_thing<'p>(
    mut node: Option<NodeRef<'p>>,
    step: impl Fn(NodeRef<'p>) -> Option<NodeRef<'p>>,
) -> Option<NodeRef<'p>> {
    while let Some(here) = node {
        let unseen = match here {
            NodeRef::Text(text) => is_blank(text.text()),
            NodeRef::Comment(_) => true,
            _ => false,
        };
        if !unseen {
            break;
        }
        node = step(here);
    }
    node
}

fn is_br(node: Option<NodeRef<'_>>) -> Option<Element<'_>> {
    node.and_then(NodeRef::as_element).filter(|e| e.is("br"))
}

/// Whether it is a passage of text: text, or a phrasing element with some.
fn is_text(node: Option<NodeRef<'_>>) -> bool {
    match node {
        Some(NodeRef::Text(_)) => true,
        Some(NodeRef::Element(e)) => elements::is_phrasing(e.name()) && !e.text_is_blank(),
        _ => false,
    }
}
