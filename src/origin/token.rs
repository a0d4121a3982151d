//! What pages and their sources have in common: words and tags, without the signs, blanks and markers that generators change.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::FxHasher;

/// What stands for a template's expression in an attribute's value.
pub const HOLE: char = '\u{0}';

/// One thing of a text.
#[derive(Clone, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Of a word its letters, of a tag its name.
    pub key: u32,
    /// Where it is, in bytes.
    pub span: Range<u32>,
    /// Made of Markdown's marks, not of a tag: what is rendered may have it with other attributes, or not at all.
    pub soft: bool,
    /// The rank of its attributes in [`Tokens::tags`], for a start tag.
    pub tag: u32,
}

/// Kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters and digits in a row.
    Word,
    /// A start tag.
    Open,
    /// An end tag.
    Close,
    /// Something a generator puts other things for: `{{ content }}`, `{% if %}`, `<%= %>`.
    Hole,
}

/// A start tag's attributes.
#[derive(Clone, Debug, Default)]
pub struct Tag {
    /// As written.
    pub attrs: Vec<Attr>,
    /// A template writes some of them, or not.
    pub open_ended: bool,
}

/// An attribute.
#[derive(Clone, Debug)]
pub struct Attr {
    /// Its name in lower case.
    pub name: Box<str>,
    /// Its value without references, blanks as one space, [`HOLE`] where a template says; empty without one.
    pub value: Box<str>,
    /// Name and value, in bytes.
    pub span: Range<u32>,
}

impl Attr {
    /// Whether a template has no part in the value.
    pub fn is_literal(&self) -> bool {
        !self.value.contains(HOLE)
    }

    /// Whether the value, which templates may have a part in, can become this one.
    pub fn can_be(&self, built: &str) -> bool {
        let mut parts = self.value.split(HOLE);
        let first = parts.next().unwrap_or_default();
        let Some(mut rest) = built.strip_prefix(first) else {
            return self.is_literal() && letters(&self.value).eq(letters(built));
        };
        let Some(last) = parts.next_back() else {
            // What makes pages small leaves blanks out.
            return rest.is_empty() || letters(&self.value).eq(letters(built));
        };
        for part in parts {
            match rest.find(part.trim()) {
                Some(at) => rest = &rest[at + part.trim().len()..],
                None => return false,
            }
        }
        rest.ends_with(last.trim_end())
    }
}

/// A text without its blanks.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_ascii_whitespace())
}

/// The tokens of a text.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In order.
    pub all: Vec<Token>,
    /// The attributes of start tags.
    pub tags: Vec<Tag>,
}

impl Tokens {
    /// The attributes of a start tag.
    pub fn tag(&self, token: &Token) -> &Tag {
        &self.tags[token.tag as usize]
    }

    /// Adds a token without attributes.
    pub fn push(&mut self, kind: Kind, key: u32, span: Range<usize>, soft: bool) {
        // Holes in a row are one.
        if kind == Kind::Hole
            && let Some(last) = self.all.last_mut()
            && last.kind == Kind::Hole
        {
            last.span.end = span.end as u32;
            return;
        }
        self.all.push(Token {
            kind,
            key,
            span: span.start as u32..span.end as u32,
            soft,
            tag: 0,
        });
    }

    /// Adds a start tag.
    pub fn push_tag(&mut self, name: &str, tag: Tag, span: Range<usize>, soft: bool) {
        self.all.push(Token {
            kind: Kind::Open,
            key: key(name),
            span: span.start as u32..span.end as u32,
            soft,
            tag: self.tags.len() as u32,
        });
        self.tags.push(tag);
    }

    /// Adds the words of a text, at their places in it or all at one place.
    pub fn push_words(&mut self, text: &str, base: usize, at: Option<Range<usize>>) {
        words(text, |word, place| {
            let span = match &at {
                Some(at) => at.clone(),
                None => base + place.start..base + place.end,
            };
            self.push(Kind::Word, key(word), span, false);
        });
    }
}

/// The key of a word or of a tag's name.
pub fn key(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}

/// Letters and digits in a row, with references read: `l&rsquo;&#201;tat` has the words of `l’État`. Words that references cut in two
/// are put together.
pub fn words(text: &str, mut found: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut start = 0;
    let mut at = 0;
    let mut finish = |word: &mut String, start: usize, end: usize| {
        if !word.is_empty() {
            found(word, start..end);
            word.clear();
        }
    };
    while at < text.len() {
        let (c, len) = char_at(text, at);
        if c.is_alphanumeric() {
            if word.is_empty() {
                start = at;
            }
            word.push(c);
        } else if c != '\u{ad}' {
            finish(&mut word, start, at);
        }
        at += len;
    }
    finish(&mut word, start, at);
}

/// The character at a place, a reference taken as what it stands for, and how many bytes it takes there.
pub fn char_at(text: &str, at: usize) -> (char, usize) {
    let Some(c) = text[at..].chars().next() else {
        return (' ', 1);
    };
    if c == '&'
        && let Some(reference) = reference(&text[at + 1..])
    {
        return (reference.0, reference.1 + 1);
    }
    (c, c.len_utf8())
}

/// The character that a reference stands for, and the bytes after `&`. Of the named ones, those that generators and writers put for
/// signs and for the letters of Western Europe.
fn reference(rest: &str) -> Option<(char, usize)> {
    let end = rest.as_bytes().iter().take(10).position(|&b| b == b';')?;
    let name = &rest[..end];
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => named(name)?,
    };
    Some((c, end + 1))
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        "eacute" => 'é',
        "egrave" => 'è',
        "ecirc" => 'ê',
        "euml" => 'ë',
        "agrave" => 'à',
        "acirc" => 'â',
        "auml" => 'ä',
        "icirc" => 'î',
        "iuml" => 'ï',
        "ocirc" => 'ô',
        "ouml" => 'ö',
        "ucirc" => 'û',
        "ugrave" => 'ù',
        "uuml" => 'ü',
        "ccedil" => 'ç',
        "oelig" => 'œ',
        "szlig" => 'ß',
        "Eacute" => 'É',
        "Egrave" => 'È',
        "Agrave" => 'À',
        "Ccedil" => 'Ç',
        "ordm" => 'º',
        "ordf" => 'ª',
        "rsquo" | "lsquo" | "rdquo" | "ldquo" | "laquo" | "raquo" | "hellip" | "ndash"
        | "mdash" | "bull" | "middot" | "copy" | "times" | "thinsp" | "ensp" | "emsp" | "rarr"
        | "larr" => '·',
        _ => return None,
    })
}

/// An attribute's value as it is compared: references read, blanks as one space, none around.
pub fn value(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let mut at = 0;
    while at < text.len() {
        let (c, len) = char_at(text, at);
        if c.is_ascii_whitespace() {
            blank = !out.is_empty();
        } else {
            if std::mem::take(&mut blank) {
                out.push(' ');
            }
            out.push(c);
        }
        at += len;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        words(text, |word, _| out.push(word.to_owned()));
        out
    }

    #[test]
    fn words_are_the_same_however_they_are_written() {
        assert_eq!(all("l’État, « dit »-il"), ["l", "État", "dit", "il"]);
        assert_eq!(
            all("l&rsquo;&Eacute;tat&nbsp;: d&#233;j&#xE0;"),
            ["l", "État", "déjà"]
        );
        assert_eq!(all("AT&T & co &inconnu;"), ["AT", "T", "co", "inconnu"]);
        assert_eq!(
            all("&#99999999; &#xFFFFFFFFF;a&"),
            ["99999999", "xFFFFFFFFF", "a"]
        );
    }

    #[test]
    fn values_of_templates() {
        let attr = |value: &str| Attr {
            name: "a".into(),
            value: value.replace('$', "\u{0}").into(),
            span: 0..0,
        };
        assert!(attr("x").can_be("x"));
        assert!(!attr("x").can_be("xy"));
        assert!(attr("$").can_be(""));
        assert!(attr("/img/$.png").can_be("/img/a.png"));
        assert!(!attr("/img/$.png").can_be("/img/a.jpg"));
        assert!(attr("nav $ item $").can_be("nav active item"));
        assert!(!attr("a$a").can_be("a"));
    }
}
