//! HTML Standard, 3.2.6 «The id attribute»: no two elements of a page have the same id.
//!
//! Refutes RGAA 8.2.1: a duplicate id is one of the five families of errors it names, and it stays in the tree a browser
//! builds. Elements inside `template` are in no tree and do not count.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
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
    proofs: &[Proof::refutes(&[test(8, 2, 1)])],
    act: &["3ea0c8"],
    interest: &[Interest::Attributes(&["id"])],
    fail: &[
        "<p id=a>Un</p><p id=a>Deux</p>",
        "<button id=b>Ouvrir</button><button id=b>Fermer</button>",
    ],
    pass: &["<p id=a>Un</p><p id=b>Deux</p>"],
    na: &["<p>Sans identifiant</p>"],
    ..Meta::NEW
};

const DUPLICATE: Text = text(
    "l’identifiant « {id} » de {what} est déjà pris",
    "the id \"{id}\" of {what} is already taken",
);
const FIRST: Text = text(
    "première utilisation, par <{tag}>",
    "first used here, by <{tag}>",
);

const BUTTON: Text = text("ce bouton", "this button");
const FIELD: Text = text("ce champ de formulaire", "this form field");
const HEADING: Text = text("ce titre", "this heading");
const ELEMENT: Text = text("cet élément", "this element");

impl Check for DuplicateId {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, id: Attr<'p>, cx: &mut Context<'p>) {
        let Some(first) = cx.doc().by_id(id.value()) else {
            return;
        };
        if first == element {
            return cx.pass();
        }
        cx.fail((element, id), &DUPLICATE)
            .arg("id", id.value())
            .arg_text("what", kind(element))
            .related(
                first.attribute("id").map_or(first.place(), Attr::place),
                &FIRST,
            )
            .related_arg("tag", first.name());
    }
}

/// What people call the element.
fn kind(element: Element<'_>) -> &'static Text {
    match element.name() {
        "button" => &BUTTON,
        "input"
            if ["button", "submit", "reset", "image"]
                .iter()
                .any(|t| element.attr_is("type", t)) =>
        {
            &BUTTON
        }
        "input" | "select" | "textarea" => &FIELD,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => &HEADING,
        _ => &ELEMENT,
    }
}
