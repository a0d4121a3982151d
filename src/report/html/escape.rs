//! What is written into the report: markup of pages becomes text, and stays harmless.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter, Write};

use crate::report::escape::{begins_command, is_unsafe};
use crate::text::{Lang, composed};

/// A text, escaped for content and for quoted attributes; what nobody could see is written `\u{202e}`.
pub struct Escaped<'t>(&'t str, Option<Lang>);

/// What a page says, as it is.
pub fn esc(text: &str) -> Escaped<'_> {
    Escaped(text, None)
}

/// A sentence: in French no line begins with the sign that ends its words.
pub fn prose(text: &str, lang: Lang) -> Escaped<'_> {
    Escaped(text, Some(lang))
}

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = composed(self.0);
        let text = match self.1 {
            Some(Lang::Fr) => Cow::Owned(tied(&text)),
            _ => text,
        };
        let mut copied = 0;
        for (at, c) in text.char_indices() {
            let entity = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                // A build machine reads what goes to standard output.
                '[' if begins_command(&text[..at]) => "&#91;",
                _ if is_unsafe(c) || is_nothing(c) => "",
                _ => continue,
            };
            f.write_str(&text[copied..at])?;
            copied = at + c.len_utf8();
            match entity {
                "" => c.escape_unicode().try_for_each(|c| f.write_char(c))?,
                entity => f.write_str(entity)?,
            }
        }
        f.write_str(&text[copied..])
    }
}

/// Scalar values that mean nothing in a page: noncharacters, and those of private use, which only some fonts show.
const fn is_nothing(c: char) -> bool {
    let n = c as u32;
    n & 0xfffe == 0xfffe || matches!(n, 0xfdd0..=0xfdef | 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff)
}

/// What a check says of a page: what it quotes, and tags, are source.
pub fn message(text: &str, lang: Lang) -> String {
    marked(text, lang, true)
}

/// A sentence of ours with tags in it.
pub fn told(text: &str, lang: Lang) -> String {
    marked(text, lang, false)
}

fn marked(text: &str, lang: Lang, quotes: bool) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((at, open, inner, close)) = source(rest, lang, quotes) {
        let _ = write!(
            out,
            "{}<code>{}</code>",
            prose(&rest[..at + open], lang),
            esc(&rest[at + open..at + open + inner])
        );
        // The sign that closes a quotation belongs to the sentence.
        rest = &rest[at + open + inner..];
        let _ = write!(out, "{}", prose(&rest[..close], lang));
        rest = &rest[close..];
    }
    let _ = write!(out, "{}", prose(rest, lang));
    out
}

/// The first tag, character reference or quotation: where it begins, then the bytes of what opens it, of the source itself, of what closes it.
fn source(text: &str, lang: Lang, quotes: bool) -> Option<(usize, usize, usize, usize)> {
    let quote = quotes.then(|| {
        let (open, close) = match lang {
            Lang::Fr => ("« ", " »"),
            Lang::En => ("\"", "\""),
        };
        let at = text.find(open)?;
        let rest = &text[at + open.len()..];
        // In English both signs are one: what is quoted may hold it, before a letter.
        let ends = |end: &usize| {
            let next = rest[end + close.len()..].chars().next();
            lang == Lang::Fr || !next.is_some_and(char::is_alphanumeric)
        };
        let inner = rest.match_indices(close).map(|(end, _)| end).find(ends)?;
        (inner > 0).then_some((at, open.len(), inner, close.len()))
    });
    let tag = text.match_indices('<').find_map(|(at, _)| {
        let inner = &text[at + 1..];
        let name = inner.trim_start_matches('/');
        let sound = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!');
        let end = inner.find('>').filter(|_| sound)?;
        Some((at, 0, end + 2, 0))
    });
    let entity = text.match_indices('&').find_map(|(at, _)| {
        let end = text[at..].find(';')?;
        let name = &text[at + 1..at + end];
        let sound = |b: u8| b.is_ascii_alphanumeric() || b == b'#' || b == b'&' || b == b';';
        (!name.is_empty() && name.bytes().all(sound)).then_some((at, 0, end + 1, 0))
    });
    [quote.flatten(), tag, entity].into_iter().flatten().min()
}

/// The spaces before and after French signs become such that no line is broken there.
fn tied(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut last = '\0';
    while let Some(c) = chars.next() {
        let next = chars.peek();
        let space = match (last, c, next) {
            (_, ' ', Some(':' | '»' | '%')) => '\u{a0}',
            ('«', ' ', _) => '\u{a0}',
            ('0'..='9', ' ', Some(next)) if next.is_alphabetic() => '\u{a0}',
            (_, ' ', Some(';' | '?' | '!')) => '\u{202f}',
            _ => c,
        };
        out.push(space);
        last = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_page_is_markup() {
        let said =
            esc("</script><b a=\"x\" b='y'>&amp;\0\u{202e}\u{fdd0}\u{1fffe}\u{e001}\n").to_string();
        assert_eq!(
            said,
            "&lt;/script&gt;&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;\\u{0}\\u{202e}\\u{fdd0}\\u{1fffe}\\u{e001}\\u{a}"
        );
        assert_eq!(esc("e\u{301}").to_string(), "é");
    }

    #[test]
    fn french_signs_stay_with_their_words() {
        let said = prose("« a » : b ; c ?", Lang::Fr).to_string();
        assert_eq!(said, "«\u{a0}a\u{a0}»\u{a0}: b\u{202f}; c\u{202f}?");
        assert_eq!(prose("a : b ?", Lang::En).to_string(), "a : b ?");
    }

    #[test]
    fn source_in_sentences_is_marked() {
        assert_eq!(
            message("« **x** » : une balise <p a='b'> ici, 1 < 2", Lang::Fr),
            "«\u{a0}<code>**x**</code>\u{a0}»\u{a0}: une balise <code>&lt;p a=&#39;b&#39;&gt;</code> ici, 1 &lt; 2"
        );
        assert_eq!(
            message("\"<b>\" shows", Lang::En),
            "&quot;<code>&lt;b&gt;</code>&quot; shows"
        );
        assert_eq!(
            told("\"a\" </p>", Lang::En),
            "&quot;a&quot; <code>&lt;/p&gt;</code>"
        );
    }
}
