//! The words people read on a link, a button or a field, and whether a name repeats them (RGAA glossary «Intitulé visible»; WCAG 2.1,
//! 2.5.3 «Label in Name»): who speaks to a computer says what is on the screen.

use std::cell::OnceCell;

use super::Semantics;
use crate::dom::{Element, NodeRef};
use crate::spec::elements;
use crate::text::without_accent;

/// The visible words of an element.
#[derive(Clone, Debug, Default)]
pub struct VisibleLabel {
    /// All the text that may be on screen, in order.
    pub text: String,
    /// The pieces of it that no style sheet can hide on its own: text of the element itself, or of descendants without `class`, `id`
    /// or `style`.
    sure: Vec<String>,
    /// A style sheet may show something else in the place of its words: an icon, an image.
    replaceable: bool,
}

/// Whether a name repeats a visible label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeated {
    /// There is nothing to repeat: no text, or a symbol (punctuation, one letter, one figure).
    Nothing,
    /// It is there in one piece.
    Yes,
    /// Only a person can say: part of a longer word, figures spoken in words, text in parentheses, text that may be hidden.
    Unsure,
    /// These words are on screen and not in the name.
    No(String),
}

impl VisibleLabel {
    /// A label that is one text, surely shown.
    pub fn of(text: String) -> VisibleLabel {
        VisibleLabel {
            sure: vec![text.clone()],
            text,
            replaceable: false,
        }
    }

    /// Whether no style sheet can hide all of it on its own.
    pub fn is_sure(&self) -> bool {
        !self.sure.is_empty()
    }

    /// Whether no style sheet can show something else in its place.
    pub fn is_on_screen(&self) -> bool {
        !self.replaceable && self.is_sure()
    }

    /// Whether both are one piece of text, and the same.
    pub fn is_same(&self, other: &VisibleLabel) -> bool {
        let alone = |label: &VisibleLabel| label.sure.len() == 1 && label.sure[0] == label.text;
        alone(self) && alone(other) && self.text.trim() == other.text.trim()
    }

    /// Whether `name` holds the label in one piece. Case, accents, punctuation and white space do not count.
    pub fn repeated_in(&self, name: &str) -> Repeated {
        match self.said_in(name) {
            Repeated::No(_) if self.replaceable => Repeated::Unsure,
            found => found,
        }
    }

    /// As [`Self::repeated_in`], of the words that screen readers say, be they on screen or not.
    pub fn said_in(&self, name: &str) -> Repeated {
        let name = &Holder::of(name);
        match name.holds(&self.text) {
            Contains::Nothing => return Repeated::Nothing,
            Contains::Yes => return Repeated::Yes,
            Contains::Unsure | Contains::No => {}
        }
        let missing = self
            .sure
            .iter()
            .find(|piece| name.holds(piece) == Contains::No);
        missing.map_or(Repeated::Unsure, |piece| {
            Repeated::No(piece.trim().to_owned())
        })
    }
}

impl<'a> Semantics<'a> {
    /// The words that an element shows. Those of controls inside it are left out.
    pub fn visible_label(&self, element: Element<'a>) -> VisibleLabel {
        let mut label = VisibleLabel {
            replaceable: self.may_be_replaced(element),
            ..VisibleLabel::default()
        };
        let mut piece = String::new();
        // Up to which rank a style sheet may hide what comes.
        let mut hideable = 0;
        let mut next = element.id() + 1;
        while next < element.subtree_end() {
            let id = next;
            next += 1;
            match self.document().node(id) {
                NodeRef::Element(e) if has_words_of_its_own(e) => {
                    next = e.subtree_end();
                    label.sure.extend(take(&mut piece));
                }
                NodeRef::Element(e) => {
                    if may_be_hidden(e) {
                        hideable = hideable.max(e.subtree_end());
                    }
                    if elements::is_block(e.name()) || e.is("br") {
                        piece.push(' ');
                        label.text.push(' ');
                    }
                }
                NodeRef::Text(text) => {
                    let parent = text.parent().unwrap_or(element);
                    if !self.is_rendered(parent) {
                        continue;
                    }
                    label.text.push_str(text.text());
                    let kept_from_at = self.is_exposed(element) && !self.is_exposed(parent);
                    if id < hideable || kept_from_at {
                        if !text.is_blank() {
                            label.sure.extend(take(&mut piece));
                        }
                    } else {
                        piece.push_str(text.text());
                    }
                }
                NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => {}
            }
        }
        label.sure.extend(take(&mut piece));
        label
    }

    /// Whether a style sheet may keep the words of an element off the screen and leave it there, by its class or id or those of what is
    /// around it alone: text pushed out of the box, of no size, cut to the width of an icon.
    fn may_be_replaced(&self, element: Element<'a>) -> bool {
        let marked = |e: Element<'a>| ["class", "id", "style"].iter().any(|name| e.has_attr(name));
        let wraps = |e: &Element<'a>| {
            e.children().all(|child| match child {
                NodeRef::Element(child) => child.id() == element.id(),
                NodeRef::Text(text) => text.is_blank(),
                NodeRef::Document | NodeRef::Doctype(_) | NodeRef::Comment(_) => true,
            })
        };
        (marked(element) || element.parent().filter(wraps).is_some_and(marked))
            && self.sheets().any()
    }
}

fn take(piece: &mut String) -> Option<String> {
    let piece = std::mem::take(piece);
    (!piece.trim().is_empty()).then_some(piece)
}

/// Controls, pictures and embedded pages: what they show is not the label, or files cannot tell.
fn has_words_of_its_own(e: Element<'_>) -> bool {
    !e.is_html()
        || e.is_any(&[
            "audio", "button", "canvas", "datalist", "embed", "iframe", "img", "input", "meter",
            "object", "picture", "progress", "select", "textarea", "video",
        ])
}

fn may_be_hidden(e: Element<'_>) -> bool {
    ["class", "id", "style"].iter().any(|name| e.has_attr(name))
        || e.name().contains('-')
        || e.is_any(&["slot", "details", "dialog", "rp", "rt"])
}

/// Whether a text is in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Contains {
    Nothing,
    Yes,
    Unsure,
    No,
}

/// Whether two texts say the same, case, accents, punctuation and white space aside.
pub fn same_words(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        let letters = |text| str::bytes(text).filter(u8::is_ascii_alphanumeric);
        let lower = |text| letters(text).map(|b| b.to_ascii_lowercase());
        return lower(a).eq(lower(b));
    }
    folded(a).joined == folded(b).joined
}

/// A name that may hold labels.
struct Holder<'n> {
    name: &'n str,
    folded: OnceCell<Folded>,
}

impl<'n> Holder<'n> {
    fn of(name: &'n str) -> Holder<'n> {
        Holder {
            name,
            folded: OnceCell::new(),
        }
    }

    /// Whether it holds the words of `text` in one piece; see [`VisibleLabel::repeated_in`]. Linear.
    fn holds(&self, text: &str) -> Contains {
        if has_as_written(self.name, text.trim_ascii()) {
            return Contains::Yes;
        }
        let wanted = folded(text);
        if wanted.joined.chars().nth(1).is_none() {
            return Contains::Nothing;
        }
        let name = self.folded.get_or_init(|| folded(self.name));
        match name.find(&wanted) {
            Contains::No if !wanted.has_letter => Contains::Unsure,
            Contains::No if text.contains('(') => {
                match name.find(&folded(&without_parentheses(text))) {
                    Contains::No => Contains::No,
                    _ => Contains::Unsure,
                }
            }
            found => found,
        }
    }
}

/// Whether `name` is `text`, or begins or ends with it at the edge of a word, letter for letter: most names that hold a label do.
fn has_as_written(name: &str, text: &str) -> bool {
    let name = name.trim_ascii();
    let letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    let text_bytes = text.as_bytes();
    // Two letters make a label, not a symbol; at both ends, so that words are cut alike there.
    let is_label = text_bytes.len() > 1 && letter(text_bytes.first()) && letter(text_bytes.last());
    // What is not ASCII may belong to the word.
    let apart = |b: Option<&u8>| b.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric());
    let begins = || {
        name.strip_prefix(text)
            .map(|rest| apart(rest.as_bytes().first()))
    };
    let ends = || {
        name.strip_suffix(text)
            .map(|rest| apart(rest.as_bytes().last()))
    };
    is_label && (begins() == Some(true) || ends() == Some(true))
}

/// Letters and figures only, in lower case, without accents.
struct Folded {
    joined: String,
    /// Where each word begins in `joined`, and its length last.
    starts: Vec<usize>,
    has_letter: bool,
}

impl Folded {
    /// Whether it holds `wanted`, as whole words or within them. The words themselves may be cut otherwise (`e-mail`, `email`).
    fn find(&self, wanted: &Folded) -> Contains {
        if wanted.joined.is_empty() {
            return Contains::Yes;
        }
        let mut found = Contains::No;
        for (at, _) in self.joined.match_indices(&wanted.joined) {
            let end = at + wanted.joined.len();
            let edge = |at: usize| self.starts.binary_search(&at).is_ok();
            if edge(at) && edge(end) {
                return Contains::Yes;
            }
            found = Contains::Unsure;
        }
        found
    }
}

fn folded(text: &str) -> Folded {
    let mut joined = String::with_capacity(text.len());
    let mut starts = Vec::new();
    let mut in_word = false;
    let mut has_letter = false;
    for c in text.chars() {
        // Combining accents and soft hyphens stand inside words.
        if ('\u{300}'..='\u{36f}').contains(&c) || c == '\u{ad}' {
            continue;
        }
        if !c.is_alphanumeric() {
            in_word = false;
            continue;
        }
        if !in_word {
            starts.push(joined.len());
            in_word = true;
        }
        has_letter |= c.is_alphabetic();
        if c.is_ascii() {
            joined.push(c.to_ascii_lowercase());
            continue;
        }
        for c in c.to_lowercase() {
            match without_accent(c) {
                Some(plain) => joined.push_str(plain),
                None => joined.push(c),
            }
        }
    }
    starts.push(joined.len());
    Folded {
        joined,
        starts,
        has_letter,
    }
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0u32;
    text.chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom;
    use crate::source::Source;

    #[test]
    fn names_hold_labels_in_one_piece() {
        use Contains::{No, Nothing, Unsure, Yes};
        for (name, label, found) in [
            ("Lire la suite : budget 2024", "Lire la suite", Yes),
            (
                "produit X : COMMANDER MAINTENANT",
                "Commander maintenant",
                Yes,
            ),
            ("Commander produit X maintenant", "Commander maintenant", No),
            ("Ecrire un courriel", "Écrire un courriel", Yes),
            ("email", "e-mail", Yes),
            ("Cœur de ville", "coeur de ville…", Yes),
            ("Discover Italy", "Discover It", Unsure),
            ("Mettre en gras", "B", Nothing),
            ("Suivant", ">>", Nothing),
            ("deux mille vingt", "2020", Unsure),
            ("Search by date", "Search by date (YYYY-MM-DD)", Unsure),
            ("Nouvelle fenêtre", "Facebook", No),
            ("", "Facebook", No),
        ] {
            assert_eq!(Holder::of(name).holds(label), found, "{name} / {label}");
        }
    }

    #[test]
    fn same_words_whatever_the_signs() {
        assert!(same_words("Plan du site", " plan du site. "));
        assert!(!same_words("Plan du site", "Plan"));
    }

    fn repeated(html: &str, name: &str) -> Repeated {
        let doc = dom::parse(Source::from_text("p.html", html));
        let semantics = Semantics::new(&doc);
        let a = doc.elements().find(|e| e.is("a")).expect("a link");
        semantics.visible_label(a).repeated_in(name)
    }

    #[test]
    fn only_what_is_surely_shown_is_missed() {
        let no = |words: &str| Repeated::No(words.to_owned());
        assert_eq!(repeated("<a href=x>Contact</a>", "Écrire"), no("Contact"));
        assert_eq!(
            repeated("<a href=x><b>Con</b>tact</a>", "Contact"),
            Repeated::Yes
        );
        assert_eq!(
            repeated("<a href=x><span class=a>Contact</span></a>", "Écrire"),
            Repeated::Unsure
        );
        assert_eq!(
            repeated(
                "<a href=x>Lire <span class=a>bien</span> ici</a>",
                "Lire ici"
            ),
            Repeated::Unsure
        );
        assert_eq!(
            repeated("<a href=x>Lire <i hidden>bien</i> ici</a>", "Lire ici"),
            Repeated::Yes
        );
        assert_eq!(
            repeated(
                "<a href=x><svg><title>Flèche</title></svg>Haut</a>",
                "Haut de page"
            ),
            Repeated::Yes
        );
        assert_eq!(repeated("<a href=x>→</a>", "Suite"), Repeated::Nothing);
    }
}
