//! RDFa Core 1.1, 5 «Attributes and Syntax»: `prefix` holds pairs of a prefix, ended by a colon, and an IRI, separated by spaces; `property`,
//! `typeof`, `datatype` and `rev` hold terms, compact IRIs (`foaf:name`) or IRIs; `vocab` an IRI, or nothing.
//!
//! Not among the five families of RGAA 8.2.1.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::syntax::url;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RdfaInvalid;

struct RdfaInvalid;

static META: Meta = Meta {
    id: "rdfa-invalid",
    category: Category::Conformance,
    title: text("RDFa mal écrit", "Malformed RDFa"),
    why: text(
        "Un préfixe ou un nom mal écrit ne désigne rien : les données que la page décrit avec lui ne sont pas reconnues.",
        "A malformed prefix or name stands for nothing: the data that the page describes with it are not recognised.",
    ),
    fix: text(
        "Écrire prefix=\"nom: adresse\", avec un espace après les deux-points ; nommer les propriétés par un mot, un préfixe et un mot, ou une adresse.",
        "Write prefix=\"name: address\", with a space after the colon; name properties by a word, a prefix and a word, or an address.",
    ),
    interest: &[Interest::Attributes(&[
        "datatype", "prefix", "property", "rev", "typeof", "vocab",
    ])],
    fail: &[
        "<p prefix='foaf http://xmlns.com/foaf/0.1/'>Avis</p>",
        "<p prefix='foaf:http://xmlns.com/foaf/0.1/'>Avis</p>",
        "<p prefix='foaf:'>Avis</p>",
        "<p property='1'>Avis</p>",
        "<p vocab='schema.org'>Avis</p>",
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

const NO_TERM: Text = text(
    "« {word} » n’est ni un terme, ni un préfixe et un nom (foaf:name), ni une adresse",
    "\"{word}\" is neither a term, nor a prefix and a name (foaf:name), nor an address",
);
const NO_VOCABULARY: Text = text(
    "« {word} » n’est pas l’adresse complète d’un vocabulaire",
    "\"{word}\" is not the whole address of a vocabulary",
);

impl Check for RdfaInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let value = attr.value();
        let mut words = value.split_ascii_whitespace();
        let fault = match attr.name() {
            "prefix" => pairs(words),
            "vocab" => {
                let good = value.is_empty() || url::check_absolute(value.trim_ascii()).is_ok();
                (!good).then_some((&NO_VOCABULARY, value))
            }
            _ => words.find(|w| !is_term(w)).map(|word| (&NO_TERM, word)),
        };
        match fault {
            Some((message, word)) => drop(cx.fail((element, attr), message).arg("word", word)),
            None => cx.pass(),
        }
    }
}

fn pairs<'v>(mut words: impl Iterator<Item = &'v str>) -> Option<(&'static Text, &'v str)> {
    while let Some(word) = words.next() {
        if !is_prefix(word) {
            return Some((&NO_NAME, word));
        }
        if words.next().is_none() {
            return Some((&NO_ADDRESS, word));
        }
    }
    None
}

/// An NCName (Namespaces in XML 1.0, 4) and a colon.
fn is_prefix(word: &str) -> bool {
    word.strip_suffix(':').is_some_and(is_name)
}

/// A term (where `/` is allowed too), or whatever has a colon, or a bracketed compact IRI.
fn is_term(word: &str) -> bool {
    word.contains(':') || word.split('/').next().is_some_and(is_name)
}

fn is_name(name: &str) -> bool {
    let starts = |c: char| c.is_alphabetic() || c == '_';
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '\u{b7}');
    name.starts_with(starts) && name.chars().all(goes_on)
}
