//! Notes that authors leave for themselves and that were published: `(?)`, `???`, `TODO`, «[à compléter]», filler text.
//!
//! Breaks no RGAA test by itself. Always a question: each of these has an honest use somewhere (the end of a story, a form «à
//! compléter», a sample page). Asked where people read plain prose; code is left alone, and so is `(?)` as the text of a help
//! link or button. Each doubt is asked about, one a line; a word or filler text once a page.

use std::ops::Range;

use super::prose::{self, Place};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Signs};
use crate::dom::Text as TextNode;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &EditorialLeftover;

struct EditorialLeftover;

/// What each note begins with, or holds.
const SIGNS: Signs = Signs::DOUBT
    .or(Signs::CAPITALS_T)
    .or(Signs::CAPITALS_FI)
    .or(Signs::CAPITALS_MP)
    .or(Signs::CAPITALS_XX)
    .or(Signs::SQUARE)
    .or(Signs::ROUND_A)
    .or(Signs::IPSUM);

static META: Meta = Meta {
    id: "editorial-leftover",
    level: Level::Warning,
    review_level: Level::Warning,
    category: Category::Authoring,
    title: text("Note de rédaction oubliée", "Forgotten drafting note"),
    why: text(
        "Ce que l’auteur notait pour lui-même (une question, une suite à écrire) se lit dans la page publiée.",
        "What the author noted for themselves (a question, a part to write) can be read in the published page.",
    ),
    fix: text(
        "Vérifier le passage, écrire ce qui manque, retirer la note.",
        "Check the passage, write what is missing, remove the note.",
    ),
    interest: &[Interest::TextWith(SIGNS)],
    review: &[
        "<p>Témoignage du ministère des Armées (?)</p>",
        "<p>Dans le cadre ??? le service a posé trois questions.</p>",
        "<p>Lorem ipsum dolor sit amet.</p>",
        "<div>Fermé le mardi.\n\nFIN\n</div>",
        "<p>Horaires : [à compléter]</p>",
    ],
    na: &[
        "<p>Où est la mairie ?</p>",
        "<p>Le formulaire à compléter est en ligne.</p>",
        "<p>Nom <a href=/aide>(?)</a></p>",
        "<p>Louis XXX <code>TODO</code></p>",
    ],
    ..Meta::NEW
};

const NOTE: Text = text(
    "« {note} » : est-ce une note de rédaction oubliée ?",
    "\"{note}\": is it a forgotten drafting note?",
);
const DOUBT: Text = text(
    "« {note} » : l’auteur doutait-il de ce qui précède ?",
    "\"{note}\": did the author doubt what comes before?",
);
const END: Text = text(
    "« {note} » seul sur sa ligne : est-ce une note de rédaction oubliée ?",
    "\"{note}\" alone on its line: is it a forgotten drafting note?",
);
const FILLER: Text = text(
    "« {note} » : ce texte de remplissage doit-il rester ?",
    "\"{note}\": is this filler text to stay?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for EditorialLeftover {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let text = node.text();
        let mut place = None;
        for (start, line) in prose::lines(text) {
            let Some((note, range)) = note(line) else {
                continue;
            };
            let place = *place.get_or_insert_with(|| prose::place(node, cx));
            if place != Place::Prose || (note == Note::Doubt && is_help(node)) {
                return;
            }
            let words = &line[range.clone()];
            let range = start + range.start..start + range.end;
            let question = match note {
                Note::Filler => &FILLER,
                Note::Doubt => &DOUBT,
                Note::End => &END,
                Note::ToDo => &NOTE,
            };
            // A doubt is about what it follows; the others are the same question wherever they stand.
            let place = (node, range);
            if note == Note::Doubt {
                cx.review(place, question).arg("note", words);
            } else if let Some(draft) = cx.review_together(place, question, words, &ALSO) {
                draft.arg("note", words);
            }
        }
    }
}

/// Whether the text is that of a control that opens a help.
fn is_help(node: TextNode<'_>) -> bool {
    node.text().trim().len() <= 4
        || node.parent().is_some_and(|parent| {
            std::iter::once(parent)
                .chain(parent.ancestors().take(3))
                .any(|e| e.is_any(&["a", "abbr", "button", "label", "sup", "summary"]))
        })
}

/// What an author may have noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Note {
    /// `(?)`, `???`.
    Doubt,
    /// `FIN`.
    End,
    /// `TODO`, `[à compléter]`.
    ToDo,
    /// `Lorem ipsum`.
    Filler,
}

/// Words for what is still to do; they count between word boundaries.
const TO_DO: &[&str] = &["TODO", "FIXME", "TBD", "À COMPLÉTER", "A COMPLETER", "XXX"];

/// What is between brackets when something is still to write, in lower case.
const BRACKETED: &[&str] = &[
    "à compléter",
    "a compléter",
    "à completer",
    "à définir",
    "à préciser",
    "à vérifier",
    "à venir",
    "à rédiger",
    "a définir",
    "a préciser",
    "lien",
    "lien à venir",
    "to be completed",
    "to be defined",
    "insert text",
    "texte",
];

/// The first note of a line.
fn note(line: &str) -> Option<(Note, Range<usize>)> {
    if line == "FIN" {
        return Some((Note::End, 0..3));
    }
    let bytes = line.as_bytes();
    for (at, &b) in bytes.iter().enumerate() {
        // Letters are everywhere: the one that follows tells most of them apart.
        let next = || bytes.get(at + 1).copied().unwrap_or_default();
        let found = match b {
            b'?' if bytes[at..].starts_with(b"???") => {
                let len = bytes[at..].iter().take_while(|&&b| b == b'?').count();
                Some((Note::Doubt, at..at + len))
            }
            b'(' if bytes[at..].starts_with(b"(?)") => Some((Note::Doubt, at..at + 3)),
            b'[' | b'(' => bracketed(line, at),
            b'L' | b'l'
                if next().eq_ignore_ascii_case(&b'o')
                    && starts_with_word(&line[at..], "orem ipsum") =>
            {
                Some((Note::Filler, at..at + "lorem ipsum".len()))
            }
            b'T' | b'F' | b'X' | b'A' | 0xc3 => TO_DO
                .iter()
                .filter(|word| word.as_bytes()[..2] == [b, next()])
                .find(|word| is_word(line, at, word))
                .map(|word| (Note::ToDo, at..at + word.len())),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn starts_with_word(text: &str, rest: &str) -> bool {
    text.get(1..=rest.len())
        .is_some_and(|t| t.eq_ignore_ascii_case(rest))
}

fn bracketed(line: &str, at: usize) -> Option<(Note, Range<usize>)> {
    let close = if line.as_bytes()[at] == b'[' {
        ']'
    } else {
        ')'
    };
    let inside = prose::head(&line[at + 1..], 40);
    let inside = &inside[..inside.find(close)?];
    let said = inside
        .trim_matches(['.', '…', ' ', '?', '!'])
        .to_lowercase();
    // In round brackets only what is plainly to be done; in square ones, also what stands for something.
    let listed = BRACKETED.iter().any(|b| *b == said);
    let meant = listed && (close == ']' || said.starts_with(['à', 'a']) && said != "à venir");
    meant.then(|| (Note::ToDo, at..at + 1 + inside.len() + 1))
}

fn is_word(line: &str, at: usize, word: &str) -> bool {
    let Some(rest) = line[at..].strip_prefix(word) else {
        return false;
    };
    let joins = |c: char| c.is_alphanumeric() || "_-.%/@".contains(c);
    let before = line[..at].chars().next_back();
    // `XXX` is also thirty, and what hides a digit.
    let roman = word == "XXX" && before.is_some_and(|c| c.is_whitespace());
    !before.is_some_and(joins)
        && !rest.starts_with(|c: char| c.is_alphanumeric() || "_-/@".contains(c))
        && !roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes() {
        for (line, expected) in [
            ("ministère des Armées (?)", Note::Doubt),
            ("Dans le cadre ??? la DINUM", Note::Doubt),
            ("FIN", Note::End),
            ("TODO : horaires", Note::ToDo),
            ("À COMPLÉTER", Note::ToDo),
            ("[XXX]", Note::ToDo),
            ("Contact : [à compléter...]", Note::ToDo),
            ("(à préciser)", Note::ToDo),
            ("Lorem ipsum dolor", Note::Filler),
        ] {
            assert_eq!(note(line).map(|n| n.0), Some(expected), "{line}");
        }
        for prose in [
            "Vraiment ?",
            "Quoi ?!",
            "FIN DE VIE",
            "Louis XXX",
            "XXXe siècle",
            "un TODOS",
            "dossier à compléter",
            "(à venir)",
            "Mastodon",
            "[1]",
            "FIN.",
            "todo-list",
        ] {
            assert_eq!(note(prose), None, "{prose}");
        }
    }
}
