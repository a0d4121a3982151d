//! A link whose text, alone, could lead anywhere: «en savoir plus», «ici», «»».
//!
//! A question on 6.1.1, 6.1.2 and 6.1.3, never a failure: the sentence, paragraph, list item, heading before, cell or header cell may say the
//! rest (glossary «Contexte du lien»), and only a person can tell whether they do. One question a page for each text, with its links
//! and what is around the first of them. Every link is a target, so that a test of a kind of link that the page has not is inapplicable.

use std::borrow::Cow;
use std::collections::HashMap;

use super::link::{Kind, LINK_ROLES, is_link};
use super::vague_words::is_vague;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::{Semantics, is_blank};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LinkTextVague;

struct LinkTextVague;

static META: Meta = Meta {
    id: "link-text-vague",
    title: text(
        "Texte de lien qui ne dit pas où il mène",
        "Link text that does not say where it leads",
    ),
    why: text(
        "Qui parcourt la liste des liens de la page n’entend que « en savoir plus », sans le texte autour.",
        "People who go through the list of the page's links only hear \"read more\", without the text around it.",
    ),
    fix: text(
        "Nommer la destination dans le lien (« En savoir plus sur le budget 2024 »), ou vérifier que la phrase, l’élément de liste ou le titre qui l’entoure la donne.",
        "Name the destination in the link (\"Read more about the 2024 budget\"), or make sure that the sentence, list item or heading around it does.",
    ),
    proofs: &[
        Proof::hints(&[test(6, 1, 1), test(6, 1, 2), test(6, 1, 3)]).inapplicable_without_targets()
    ],
    interest: &[Interest::Roles(LINK_ROLES)],
    review: &["<p>Le budget est voté. <a href=/budget>En savoir plus</a></p>"],
    pass: &["<p><a href=/budget>En savoir plus sur le budget</a></p>"],
    na: &["<p>Sans lien</p>"],
    ..Meta::NEW
};

const ALONE: Text = text(
    "ce lien n’a pour texte que « {text} » : comprend-on où il mène grâce à ce qui l’entoure ?",
    "this link's text is only \"{text}\": does what is around it tell where it leads?",
);
const AROUND: Text = text(
    "ce lien n’a pour texte que « {text} » : comprend-on où il mène grâce à ce qui l’entoure, « {around} » ?",
    "this link's text is only \"{text}\": does what is around it tell where it leads, \"{around}\"?",
);
const ALSO: Text = text("même texte ici", "same text here");

impl Check for LinkTextVague {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !is_link(link) || !semantics.is_rendered(link) {
            return;
        }
        let name = &*semantics.name(link).text;
        let kind = Kind::of(link, semantics);
        if is_blank(name) || !is_vague(name) && name.chars().any(char::is_alphanumeric) {
            return cx.pass_on(&[kind.test()]);
        }
        let asked = cx.memory::<Asked>();
        if !asked.0.contains_key(name) && asked.0.len() >= MAX_QUESTIONS {
            return cx.leave_open(&[kind.test()]);
        }
        let with_context = *asked
            .0
            .entry(name.to_owned())
            .or_insert_with(|| around(link, semantics).is_some());
        let question = if with_context { &AROUND } else { &ALONE };
        // The first link's test is that of the question: one question for each kind.
        let what = format!("{kind:?} {name}");
        let Some(draft) = cx.review_together(link, question, &what, &ALSO) else {
            return;
        };
        let draft = draft.arg("text", name).tests(&[kind.test()]);
        if let Some(around) = around(link, semantics).filter(|_| with_context) {
            draft.arg("around", around);
        }
    }
}

/// Texts asked about, and whether there was something around the first link to show.
#[derive(Default)]
struct Asked(HashMap<String, bool>);

/// Texts made of signs can be many: past so many questions nobody reads on.
const MAX_QUESTIONS: usize = 50;

/// The text of the paragraph, list item or cell around the link, when it says more than the link; else the heading before it.
fn around<'p>(link: Element<'p>, semantics: &'p Semantics<'p>) -> Option<Cow<'p, str>> {
    let own = semantics.text(link);
    let block = link.closest(&["p", "li", "td", "dd"]);
    let around = block
        .map(|block| semantics.text(block))
        .filter(|text| *text != own);
    around.or_else(|| {
        let headings = semantics.headings();
        let before = headings.partition_point(|h| h.element.id() < link.id());
        headings[..before].last().map(|h| h.text.clone())
    })
}
