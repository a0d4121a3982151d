//! RDFa Core 1.1, 5 «Attributes and Syntax»: `prefix` holds pairs of a prefix, ended by a colon, and an IRI, separated by spaces.
//!
//! Not among the five families of RGAA 8.2.1.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RdfaPrefixInvalid;

struct RdfaPrefixInvalid;

static META: Meta = Meta {
    id: "rdfa-prefix-invalid",
    category: Category::Conformance,
    title: text("Préfixe RDFa mal écrit", "Malformed RDFa prefix"),
    why: text(
        "Un préfixe mal déclaré ne désigne rien : les données que la page décrit avec lui ne sont pas reconnues.",
        "A prefix badly declared names nothing: the data that the page describes with it are not recognised.",
    ),
    fix: text(
        "Écrire prefix=\"nom: adresse\", avec un espace après les deux-points.",
        "Write prefix=\"name: address\", with a space after the colon.",
    ),
    interest: &[Interest::Attributes(&["prefix"])],
    fail: &[
        "<p prefix='foaf http://xmlns.com/foaf/0.1/'>Avis</p>",
        "<p prefix='foaf:http://xmlns.com/foaf/0.1/'>Avis</p>",
        "<p prefix='foaf:'>Avis</p>",
        "<p prefix=': http://xmlns.com/foaf/0.1/'>Avis</p>",
    ],
    pass: &["<p prefix='foaf: http://xmlns.com/foaf/0.1/ dc: http://purl.org/dc/terms/'>Avis</p>"],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const NO_NAME: Text = text(
    "« {word} » devrait être un nom de préfixe suivi de deux-points (foaf:)",
    "\"{word}\" should be the name of a prefix followed by a colon (foaf:)",
);
const NO_ADDRESS: Text = text(
    "le préfixe « {word} » n’est suivi d’aucune adresse",
    "no address follows the prefix \"{word}\"",
);

impl Check for RdfaPrefixInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let mut words = attr.value().split_ascii_whitespace();
        while let Some(word) = words.next() {
            let message = if !is_prefix(word) {
                &NO_NAME
            } else if words.next().is_none() {
                &NO_ADDRESS
            } else {
                continue;
            };
            cx.fail((element, attr), message).arg("word", word);
            return;
        }
        cx.pass();
    }
}

/// An NCName (Namespaces in XML 1.0, 4) and a colon.
fn is_prefix(word: &str) -> bool {
    let starts = |c: char| c.is_alphabetic() || c == '_';
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '\u{b7}');
    word.strip_suffix(':')
        .is_some_and(|name| name.starts_with(starts) && name.chars().all(goes_on))
}
