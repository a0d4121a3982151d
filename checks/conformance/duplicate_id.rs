//! HTML Standard, 3.2.6 «The id attribute»: no two elements of a page have the same id.
//!
//! Refutes RGAA 8.2.1: a duplicate id is one of the five families of errors it names, and it stays in the tree a browser
//! builds. Elements inside `template` are in no tree and do not count. ACT's rule on duplicate ids (3ea0c8) is withdrawn, so none
//! is claimed. One finding an id, at its second use: a template that repeats an id two hundred times is one mistake.
//!
//! Mended by a number after the later ones, where nothing in the page can mean them: no attribute of any element has the id as a word in
//! its value (`for`, `href`, `aria-*`, `data-*`, `onclick`, whatever), and no script nor style sheet that the page loads names it. References
//! lead to the first element anyway, which keeps its id; selectors on the beginning of ids still match.

use std::collections::HashSet;
use std::hash::BuildHasher;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use rustc_hash::FxBuildHasher;

use super::validity::{VALIDITY, tests_broken};
use crate::check::{Category, Check, Context, Edit, Interest, Meta, Proof};
use crate::dom::{Attr, Document, Element, NameMap};
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
    mends: Some(text(
        "Numérote les répétitions d’un identifiant (avis, avis-2) que rien ne nomme : ni attribut, ni script, ni feuille de style.",
        "Numbers the repetitions of an id (notice, notice-2) that nothing names: no attribute, no script, no style sheet.",
    )),
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

/// What is kept of a page.
#[derive(Default)]
struct Seen {
    /// Hashes of the repeated ids that are words of other attributes; made when first needed.
    named: Option<Hashes>,
}

type Hashes = HashSet<u64, FxBuildHasher>;

impl Check for DuplicateId {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, id: Attr<'p>, cx: &mut Context<'p>) {
        if !id.value().is_empty() && !cx.doc().has_repeated_ids() {
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
        mend(id.value(), cx);
    }
}

/// Gives the later uses ids of their own, if nothing in the page has the id as a word.
fn mend<'p>(id: &'p str, cx: &mut Context<'p>) {
    let doc = cx.doc();
    if !cx.options().fixing || !id.chars().all(is_of_word) {
        return;
    }
    let named = cx.memory::<Seen>().named.get_or_insert_with(|| named(doc));
    if named.contains(&hash(id)) {
        return;
    }
    let mut rank = 1;
    let mut edits = Vec::new();
    for element in doc.all_by_id(id).skip(1) {
        let Some(attr) = element
            .attribute("id")
            .filter(|attr| attr.value_span().is_some())
        else {
            return;
        };
        let new = loop {
            rank += 1;
            let new = format!("{id}-{rank}");
            if doc.by_id(&new).is_none() {
                break new;
            }
        };
        edits.push(Edit::value(element, attr, &new));
    }
    cx.mend_unless_named(edits, id);
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}

/// Ids looked for one by one.
const FEW: usize = 8;

/// Attributes that name no element, though their words may be those of an id.
static READ: LazyLock<NameMap<()>> = LazyLock::new(|| {
    let names = [
        "id",
        "class",
        "alt",
        "title",
        "placeholder",
        "content",
        "lang",
    ];
    names.into_iter().collect()
});

/// Hashes of the repeated ids that are words of attributes that may name an element: not of ids, nor of texts that people read.
fn named(doc: &Document) -> Hashes {
    let repeated: Vec<&str> = doc.repeated_ids().collect();
    // Where they are few, most values are known not to hold any before their words are looked at.
    let few = repeated.len() <= FEW;
    let finders = repeated.iter().filter(|_| few).map(Finder::new);
    let finders: Vec<Finder<'_>> = finders.collect();
    let shortest = repeated.iter().map(|id| id.len()).min().unwrap_or(0);
    let may_hold = |value: &[u8]| !few || finders.iter().any(|finder| finder.find(value).is_some());
    let repeated: Hashes = repeated.iter().map(|id| hash(id)).collect();
    let values = doc.elements().flat_map(Element::attributes);
    values
        .filter(|attr| attr.value().len() >= shortest && READ.of_attribute(*attr).is_none())
        .filter(|attr| may_hold(attr.value().as_bytes()))
        .flat_map(|attr| attr.value().split(|c| !is_of_word(c)).map(hash))
        .filter(|word| repeated.contains(word))
        .collect()
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
