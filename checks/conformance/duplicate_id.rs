//! HTML Standard, 3.2.6 «The id attribute»: no two elements of a page have the same id.
//!
//! Refutes RGAA 8.2.1: a duplicate id is one of the five families of errors it names, and it stays in the tree a browser
//! builds. Elements inside `template` are in no tree and do not count. ACT's rule on duplicate ids (3ea0c8) is withdrawn, so none
//! is claimed. One finding an id, at its second use: a template that repeats an id two hundred times is one mistake.

use std::collections::HashSet;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use super::validity::{VALIDITY, tests_broken};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DuplicateId;

struct DuplicateId;

static META: Meta = Meta {
    id: "duplicate-id",
    category: Category::Conformance,
    title: text(
        "Identifiant utilisé plusieurs fois",
        "Id used more than once",
    ),
    why: text(
        "Étiquettes, liens internes, scripts et attributs ARIA ne trouvent que le premier élément qui porte l’identifiant.",
        "Labels, links in the page, scripts and ARIA attributes find only the first element that has the id.",
    ),
    fix: text(
        "Donner à chaque élément un identifiant qui n’est qu’à lui, et mettre à jour ce qui y renvoie.",
        "Give each element an id of its own, and update what refers to it.",
    ),
    proofs: &[Proof::refutes(&[VALIDITY])],
    interest: &[Interest::Attributes(&["id"])],
    fail: &[
        "<p id=a>Un</p><p id=a>Deux</p>",
        "<button id=b>Ouvrir</button><button id=b>Fermer</button>",
    ],
    pass: &["<p id=a>Un</p><p id=b>Deux</p>"],
    na: &["<p>Sans identifiant</p>"],
    ..Meta::NEW
};

const TWICE: Text = text(
    "l’identifiant « {id} » de {what} est déjà pris",
    "the id \"{id}\" of {what} is already taken",
);
const MORE: Text = text(
    "l’identifiant « {id} » de {what} est déjà pris ; il sert {count} fois dans la page",
    "the id \"{id}\" of {what} is already taken; the page uses it {count} times",
);
const FIRST: Text = text(
    "première utilisation, par <{tag}>",
    "first used here, by <{tag}>",
);
const AGAIN: Text = text(
    "encore utilisé ici, par <{tag}>",
    "used again here, by <{tag}>",
);

const BUTTON: Text = text("ce bouton", "this button");
const FIELD: Text = text("ce champ de formulaire", "this form field");
const HEADING: Text = text("ce titre", "this heading");
const LINK: Text = text("ce lien", "this link");
const ELEMENT: Text = text("cet élément", "this element");

/// Later uses shown with a finding.
const SHOWN: usize = 10;

/// Hashes of the ids so far: what is not there is new.
#[derive(Default)]
struct Seen(HashSet<u64, FxBuildHasher>);

impl Check for DuplicateId {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, id: Attr<'p>, cx: &mut Context<'p>) {
        let hash = FxBuildHasher.hash_one(id.value());
        if !id.value().is_empty() && cx.memory::<Seen>().0.insert(hash) {
            return cx.pass();
        }
        let uses = || cx.doc().all_by_id(id.value());
        let Some(first) = uses().next() else {
            return;
        };
        if first == element {
            return cx.pass();
        }
        if uses().nth(1) != Some(element) {
            return;
        }
        let more = uses().count() - 2;
        let others: Vec<Element<'p>> = uses().skip(2).take(SHOWN).collect();
        let tests = tests_broken(cx);
        let message = if more == 0 { &TWICE } else { &MORE };
        let mut finding = cx
            .fail((element, id), message)
            .arg("id", id.value())
            .arg_text("what", kind(element))
            .tests(tests)
            .related(place(first), &FIRST)
            .related_arg("tag", first.name());
        if more > 0 {
            finding = finding.arg("count", more + 2);
        }
        for other in others {
            finding = finding
                .related(place(other), &AGAIN)
                .related_arg("tag", other.name());
        }
    }
}

fn place(element: Element<'_>) -> crate::source::Span {
    element
        .attribute("id")
        .map_or(element.place(), |id| id.place())
}

/// What people call the element.
fn kind(element: Element<'_>) -> &'static Text {
    match element.name() {
        _ if !element.is_html() => &ELEMENT,
        "button" => &BUTTON,
        "a" if element.has_attr("href") => &LINK,
        "input"
            if ["button", "submit", "reset", "image"]
                .iter()
                .any(|t| element.attr_is("type", t)) =>
        {
            &BUTTON
        }
        "input" if element.attr_is("type", "hidden") => &ELEMENT,
        "input" | "select" | "textarea" => &FIELD,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => &HEADING,
        _ => &ELEMENT,
    }
}
