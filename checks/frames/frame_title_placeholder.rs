//! RGAA 2.2.1: the title of a frame is relevant.
//!
//! Refutes where the title is nobody's words: a missing value, an unfilled template, the frame's own address, the word «iframe». Wording
//! that fits any frame («contenu», «YouTube video player») is a question, and generic wording is allowed for technical frames (glossary «Titre de
//! cadre», note 1); so is one title for frames of different addresses. Nothing proves a title relevant. Inapplicable where no frame given to
//! assistive technologies has a title. An empty one is told by `frame-name-missing`.

use std::collections::HashMap;

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::test;
use crate::semantics::is_blank;
use crate::spec::media;
use crate::spec::residue::{self, Residue};
use crate::text::{Text, text};

use super::subject;

pub static CHECK: &dyn Check = &FrameTitlePlaceholder;

struct FrameTitlePlaceholder;

static META: Meta = Meta {
    id: "frame-title-placeholder",
    category: Category::Accessibility,
    title: text(
        "Titre de cadre qui ne dit rien",
        "Frame title that says nothing",
    ),
    why: text(
        "Entendre « cadre, iframe » ou une adresse n’apprend pas ce que contient le cadre, ni s’il faut y entrer.",
        "Hearing \"frame, iframe\" or an address does not tell what the frame contains, nor whether to enter it.",
    ),
    fix: text(
        "Écrire dans title ce que contient ce cadre : « Vidéo : visite de la mairie », « Plan d’accès ».",
        "Write in title what this frame contains: \"Video: tour of the town hall\", \"How to find us\".",
    ),
    proofs: &[Proof::refutes(&[test(2, 2, 1)]).inapplicable_without_targets()],
    interest: &[Interest::Elements(&["iframe", "frame"])],
    fail: &[
        "<iframe src=/carte title=iframe></iframe>",
        "<iframe src='https://carte.vaulnois.fr/' title='https://carte.vaulnois.fr/'></iframe>",
    ],
    review: &[
        "<iframe src=/v title='YouTube video player'></iframe>",
        "<iframe src=/a title='Plan d’accès'></iframe><iframe src=/b title='Plan d’accès'></iframe>",
    ],
    pass: &["<iframe src=/carte title='Plan d’accès'></iframe>"],
    na: &["<iframe src=/carte></iframe>"],
    ..Meta::NEW
};

/// What editors and frameworks write, and words that only say what a frame is.
const NOBODYS: [&str; 12] = [
    "cadre",
    "cadre sans titre",
    "embed",
    "frame",
    "frame title",
    "iframe",
    "iframe title",
    "inline frame",
    "sans titre",
    "title",
    "titre",
    "untitled",
];

/// Wording that fits any frame.
const VAGUE: [&str; 30] = [
    "carte",
    "content",
    "contenu",
    "contenu embarqué",
    "contenu intégré",
    "dailymotion video player",
    "document",
    "embedded content",
    "embedded post",
    "external content",
    "form",
    "formulaire",
    "google map",
    "google maps",
    "lecteur",
    "lecteur vidéo",
    "map",
    "page",
    "player",
    "video",
    "video player",
    "vidéo",
    "vidéo youtube",
    "vimeo",
    "vimeo video player",
    "widget",
    "youtube",
    "youtube player",
    "youtube video",
    "youtube video player",
];

const NOT_FILLED: Text = text(
    "« {title} » n’est pas un titre de cadre : la valeur n’a jamais été remplie",
    "\"{title}\" is no frame title: the value was never filled",
);
const NO_WORDS: Text = text(
    "« {title} » ne dit pas ce que contient ce cadre",
    "\"{title}\" does not say what this frame contains",
);
const ADDRESS: Text = text(
    "« {title} » est une adresse ou un nom de fichier, pas un titre de cadre",
    "\"{title}\" is an address or a file name, not a frame title",
);
const GENERIC: Text = text(
    "« {title} » suffit-il à savoir ce que contient ce cadre ?",
    "does \"{title}\" suffice to know what this frame contains?",
);
const SAME: Text = text(
    "un autre cadre, d’une autre adresse, s’appelle aussi « {title} » : lequel est lequel ?",
    "another frame, of another address, is also called \"{title}\": which is which?",
);
const FIRST: Text = text("l’autre cadre", "the other frame");
const ALSO: Text = text("ici aussi", "here too");

impl Check for FrameTitlePlaceholder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, frame: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(title) = frame.attribute("title") else {
            return;
        };
        if subject::is_aria_hidden(frame, semantics) {
            return;
        }
        let target = (frame, title);
        let words = title.value().trim();
        if is_blank(words) {
            // `frame-name-missing` and `frame-title-missing` tell.
            return cx.pass();
        }
        if let Some(message) = fault(words, frame.attr("src").unwrap_or("")) {
            cx.fail_if_rendered(frame, target, message)
                .arg("title", words);
        } else if is_one_of(words, &VAGUE) {
            if let Some(draft) = cx.review_together(target, &GENERIC, words, &ALSO) {
                draft.arg("title", words);
            }
        } else if let Some(first) = other_of_this_title(frame, words, cx) {
            if let Some(draft) = cx.review_together(target, &SAME, words, &ALSO) {
                draft.arg("title", words).related(first.place(), &FIRST);
            }
        } else {
            cx.pass();
        }
    }
}

fn fault(words: &str, src: &str) -> Option<&'static Text> {
    match residue::residue(words) {
        Some(Residue::NoValue | Residue::Template) => return Some(&NOT_FILLED),
        Some(Residue::Filler) => return Some(&NO_WORDS),
        None => {}
    }
    if is_one_of(words, &NOBODYS) {
        return Some(&NO_WORDS);
    }
    let one_word = !words.contains(char::is_whitespace);
    let address = words.starts_with("https://") || words.starts_with("http://");
    let file = media::file_name(src).filter(|f| f.contains('.'));
    (one_word && (address || words == src || Some(words) == file)).then_some(&ADDRESS)
}

fn is_one_of(words: &str, list: &[&str]) -> bool {
    list.iter().any(|l| l.eq_ignore_ascii_case(words))
}

/// The first frame before this one with the same title and another address.
fn other_of_this_title<'p>(
    frame: Element<'p>,
    words: &str,
    cx: &mut Context<'p>,
) -> Option<Element<'p>> {
    let first = *cx
        .memory::<HashMap<String, NodeId>>()
        .entry(words.to_owned())
        .or_insert(frame.id());
    let first = cx.doc().element(first)?;
    let address = |f: Element<'p>| f.attr("src").or(f.attr("srcdoc"));
    (first != frame && address(first) != address(frame)).then_some(first)
}
