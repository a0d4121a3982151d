//! RGAA 10.1.3: spaces make no columns, no tables, no margins (methodology), and do not part the letters of a word.
//!
//! Refutes the test on three no-break, en or em spaces or more in a run beside text: a browser draws them all, and nothing but
//! layout needs three. A question in `option`, where CSS cannot indent, and for letters parted one by one, which may be a list
//! of letters. Code and preformatted text are left aside, and what is not rendered.

use std::ops::Range;

use super::blank::is_blank;
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof, Signs};
use crate::dom::Text as TextNode;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LayoutBySpaces;

struct LayoutBySpaces;

const SIGNS: Signs = Signs::WIDE_SPACE.or(Signs::PARTED);

static META: Meta = Meta {
    id: "layout-by-spaces",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text("Mise en forme par des espaces", "Layout made of spaces"),
    why: text(
        "Des colonnes faites d’espaces se lisent ligne à ligne, mêlées, à voix haute, et se défont quand le texte est agrandi.",
        "Columns made of spaces are read aloud line by line, mixed up, and come apart when the text is enlarged.",
    ),
    fix: text(
        "Remplacer les espaces par une marge ou un espacement en CSS, ou par un vrai tableau.",
        "Replace the spaces by a margin or spacing in CSS, or by a real table.",
    ),
    proofs: &[Proof::refutes(&[test(10, 1, 3)])],
    interest: &[Interest::TextWith(SIGNS)],
    fail: &["<p>Lundi&nbsp;&nbsp;&nbsp;&nbsp;9 h</p>"],
    review: &[
        "<p>B I E N V E N U E</p>",
        "<select aria-label=Lieu><option>&nbsp;&nbsp;&nbsp;Mairie</select>",
    ],
    na: &[
        "<p>Lundi&nbsp;: 9&nbsp;h</p>",
        "<p>A B C D E F</p>",
        "<pre>Lundi&nbsp;&nbsp;&nbsp;&nbsp;9 h</pre>",
    ],
    ..Meta::NEW
};

const RUN: Text = text(
    "{count} espaces insécables ou cadratins de suite mettent ce texte en forme",
    "{count} no-break or em spaces in a row lay this text out",
);
const INDENT: Text = text(
    "ces {count} espaces insécables indentent un choix de la liste : un optgroup le dirait-il mieux ?",
    "these {count} no-break spaces indent a choice of the list: would an optgroup say it better?",
);
const LETTERS: Text = text(
    "ces lettres séparées par des espaces forment-elles un mot ?",
    "do these letters parted by spaces make a word?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for LayoutBySpaces {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let text = node.text();
        let run = wide_run(text);
        let letters = parted_letters(text);
        if (run.is_none() && letters.is_none()) || is_blank(text) {
            return;
        }
        let Some(parent) = node.parent() else {
            return;
        };
        let keeps_spaces = ["code", "kbd", "math", "pre", "samp", "svg", "textarea"];
        let kept = keeps_spaces.contains(&parent.name())
            || parent.ancestors().any(|e| keeps_spaces.contains(&e.name()));
        if kept || !cx.semantics().is_rendered(parent) {
            return;
        }
        if let Some((range, count)) = run {
            let draft = if parent.is("option") {
                cx.review_together((node, range), &INDENT, "", &ALSO)
            } else {
                cx.fail_together((node, range), &RUN, "", &ALSO)
            };
            if let Some(draft) = draft {
                draft.arg("count", count);
            }
        }
        if let Some(range) = letters {
            cx.review_together((node, range), &LETTERS, "", &ALSO);
        }
    }
}

/// The first run of white space with three spaces or more that a browser does not collapse: its place, and how many.
fn wide_run(text: &str) -> Option<(Range<usize>, usize)> {
    const WIDE: [char; 3] = ['\u{a0}', '\u{2002}', '\u{2003}'];
    let mut from = 0;
    // The first bytes of their codes.
    while let Some(at) = memchr::memchr2(0xc2, 0xe2, &text.as_bytes()[from..]) {
        let start = from + at;
        let rest = &text[start..];
        let first = rest.chars().next()?;
        if !WIDE.contains(&first) {
            from = start + first.len_utf8();
            continue;
        }
        let end = rest
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(rest.len());
        let run = rest[..end].trim_end_matches(|c| !WIDE.contains(&c));
        let count = run.chars().filter(|c| WIDE.contains(c)).count();
        if count >= 3 {
            return Some((start..start + run.len(), count));
        }
        from = start + end;
    }
    None
}

/// Four letters or more of one case, one space between each, that follow neither the alphabet nor one another.
fn parted_letters(text: &str) -> Option<Range<usize>> {
    if !Signs::of(text).meet(Signs::PARTED) {
        return None;
    }
    let mut letters: Vec<(usize, char)> = Vec::new();
    let ends = |letters: &[(usize, char)]| {
        let (first, last) = (letters.first()?, letters.last()?);
        let spelt = letters.len() >= 4 && letters.windows(2).any(|w| w[0].1 > w[1].1);
        spelt.then(|| first.0..last.0 + last.1.len_utf8())
    };
    let mut at = 0;
    for word in text.split(' ') {
        let mut chars = word.chars();
        let letter = match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_alphabetic() => Some(c),
            _ => None,
        };
        let goes_on = letter.is_some_and(|c| {
            letters
                .last()
                .is_none_or(|(_, before)| before.is_uppercase() == c.is_uppercase())
        });
        if !goes_on {
            if let Some(found) = ends(&letters) {
                return Some(found);
            }
            letters.clear();
        }
        letters.extend(letter.map(|c| (at, c)));
        at += word.len() + 1;
    }
    ends(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_spell() {
        assert_eq!(parted_letters("B I E N V E N U E à tous"), Some(0..17));
        assert_eq!(parted_letters("le V I L L A G E"), Some(3..16));
        for prose in [
            "il y a à B C D",
            "A B C D E",
            "X X X X X",
            "a, b, c, d",
            "S O S",
        ] {
            assert_eq!(parted_letters(prose), None, "{prose}");
        }
    }

    #[test]
    fn runs_that_show() {
        assert_eq!(wide_run("a\u{a0}\u{a0}\u{a0}b"), Some((1..7, 3)));
        assert_eq!(wide_run("a \u{a0} \u{a0} \u{a0} b").map(|r| r.1), Some(3));
        assert_eq!(wide_run("a\u{a0}: b\u{a0}\u{a0}c      d"), None);
    }
}
