//! Character references that show in the page as text, `&nbsp;` or `&eacute;`: their ampersand was escaped a second time
//! (`&amp;eacute;`).
//!
//! Breaks no RGAA test by itself. Fails the references of a published list in plain prose, on a page that neither speaks
//! of HTML nor shows any in its code; else asks. One finding a text.

use super::prose::{self, Place};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Signs};
use crate::dom::Text as TextNode;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LeakedEntityText;

struct LeakedEntityText;

const SIGNS: Signs = Signs::REFERENCE;

static META: Meta = Meta {
    id: "leaked-entity-text",
    review_level: Level::Warning,
    category: Category::Authoring,
    title: text(
        "Référence de caractère affichée comme du texte",
        "Character reference shown as text",
    ),
    why: text(
        "Le mot se lit « caf&eacute; », à l’écran comme à voix haute.",
        "The word reads \"caf&eacute;\", on screen as aloud.",
    ),
    fix: text(
        "Écrire le caractère lui-même, ou ôter l’échappement en trop (&amp;eacute; au lieu de &eacute;).",
        "Write the character itself, or remove the extra escaping (&amp;eacute; instead of &eacute;).",
    ),
    interest: &[Interest::TextWith(SIGNS)],
    fail: &[
        "<p>Horaires d&amp;rsquo;&amp;eacute;t&amp;eacute;</p>",
        "<p>10&amp;#160;h</p>",
    ],
    review: &["<h1>Les entités HTML</h1><p>&amp;nbsp; est une espace.</p>"],
    na: &[
        "<p>R&amp;D ; a=1&amp;b=2;</p>",
        "<p><code>&amp;nbsp;</code></p>",
    ],
    ..Meta::NEW
};

const SHOWS: Text = text(
    "« {entity} » s’affiche tel quel",
    "\"{entity}\" shows as it is",
);
const MEANT: Text = text(
    "« {entity} » s’affiche tel quel : est-ce voulu ?",
    "\"{entity}\" shows as it is: is it meant?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for LeakedEntityText {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let text = node.text();
        let Some(range) = first_reference(text) else {
            return;
        };
        let place = prose::place(node, cx);
        if place == Place::Code {
            return;
        }
        let entity = &text[range.clone()];
        let meant = place == Place::Doubt
            || prose::once(cx, |doc| {
                prose::says(doc, ABOUT)
                    || prose::shown_in_code(doc, |code| first_reference(code).is_some())
            });
        if !meant {
            cx.fail((node, range), &SHOWS).arg("entity", entity);
        } else if let Some(draft) = cx.review_together((node, range), &MEANT, "", &ALSO) {
            draft.arg("entity", entity);
        }
    }
}

/// Words that say that a text is about character references.
const ABOUT: &[&str] = &[
    "html",
    "xml",
    "entit",
    "unicode",
    "caractère",
    "character",
    "escape",
];

/// Names that texts are full of, sorted.
static NAMES: [&str; 53] = [
    "Agrave", "Ccedil", "Eacute", "Ecirc", "Egrave", "OElig", "aacute", "acirc", "agrave", "amp",
    "apos", "auml", "bull", "ccedil", "copy", "deg", "eacute", "ecirc", "egrave", "emsp", "ensp",
    "euml", "euro", "gt", "hellip", "iacute", "icirc", "iuml", "laquo", "ldquo", "lsquo", "lt",
    "mdash", "middot", "nbsp", "ndash", "ntilde", "oacute", "ocirc", "oelig", "ordm", "ouml",
    "quot", "raquo", "rdquo", "reg", "rsquo", "shy", "szlig", "thinsp", "ucirc", "ugrave", "uuml",
];

/// The place of the first character reference in a text.
fn first_reference(text: &str) -> Option<std::ops::Range<usize>> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = prose::head(&text[at + 1..], 12);
        let name = &rest[..rest.find(';')?];
        let known = match name.strip_prefix('#') {
            Some(number) => {
                let digits = number.strip_prefix(['x', 'X']);
                let hex = digits.is_some_and(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
                let long = digits.unwrap_or(number).len() >= 2;
                long && (hex || number.bytes().all(|b| b.is_ascii_digit()))
            }
            None => NAMES.binary_search(&name).is_ok(),
        };
        known.then(|| at..at + 1 + name.len() + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.is_sorted());
    }

    #[test]
    fn references() {
        for leak in ["caf&eacute;", "10&#160;h", "l&#x27;été", "R&amp;D"] {
            assert!(first_reference(leak).is_some(), "{leak}");
        }
        for prose in [
            "R&D",
            "a=1&b=2;",
            "&;",
            "&#;",
            "Dupont & fils ; Durand",
            "&para;",
        ] {
            assert!(first_reference(prose).is_none(), "{prose}");
        }
    }
}
