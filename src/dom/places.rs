//! From attribute values back to the source: character references and line endings make the two differ in length.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as GumSpan, Tokenizer};

use super::document::Document;
use super::element::Attr;
use crate::source::Span;

/// Goes through a value's source and its decoded text together.
struct Cursor<'r> {
    raw: &'r str,
    at: usize,
    seen: usize,
}

impl<'r> Cursor<'r> {
    fn new(raw: &'r str) -> Cursor<'r> {
        Cursor {
            raw,
            at: 0,
            seen: 0,
        }
    }

    /// Where a byte of the decoded text stands in the source; offsets asked for must not decrease. `ending`: the offset is an end, so a
    /// character reference that ends there belongs before it.
    fn advance(&mut self, decoded: usize, ending: bool) -> usize {
        let bytes = self.raw.as_bytes();
        while self.at < bytes.len() && self.seen < decoded {
            let (read, made) = match bytes[self.at] {
                b'\r' if bytes.get(self.at + 1) == Some(&b'\n') => (2, 1),
                // Replaced by U+FFFD.
                b'\0' => (1, 3),
                b'&' => reference(&self.raw[self.at..]),
                _ => (1, 1),
            };
            if !ending && self.seen + made > decoded {
                break;
            }
            self.at += read;
            self.seen += made;
        }
        self.at
    }
}

/// Bytes read and bytes made by the character reference (or the bare `&`) a piece of a value begins with.
fn reference(raw: &str) -> (usize, usize) {
    // The longest name is 32 bytes with its semicolon.
    let len = raw
        .bytes()
        .skip(1)
        .take(40)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count()
        + 1;
    let len = len + usize::from(raw.as_bytes().get(len) == Some(&b';'));
    let mut made = String::new();
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: GumSpan<()>| {
        if let CallbackEvent::String { value } = event {
            made.push_str(&String::from_utf8_lossy(value));
        }
        None::<Infallible>
    });
    let Ok(()) = Tokenizer::new_with_emitter(&raw[..len], emitter).finish();
    // What the reference did not take comes out as it went in.
    let rest = raw[1..len]
        .bytes()
        .rev()
        .zip(made.bytes().rev())
        .take_while(|(a, b)| a == b)
        .count();
    if made == raw[..len] {
        return (1, 1);
    }
    let rest = rest.min(made.len().saturating_sub(1));
    let read = len - rest;
    // WHATWG HTML 13.2.5.73 «Named character reference state», for historical reasons.
    if !raw.starts_with("&#")
        && !raw[..read].ends_with(';')
        && raw[read..].starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric())
    {
        return (1, 1);
    }
    (read, made.len() - rest)
}

impl<'a> Attr<'a> {
    /// The place in the source of a range of bytes of [`Attr::value`], exact also across character references; that of the name when
    /// no value is written. For many ranges of one value, see [`Attr::words`].
    pub fn source_span(self, doc: &Document, range: Range<usize>) -> Span {
        let Some(place) = self.value_span() else {
            return self.name_span();
        };
        Ranges::new(doc.source.slice(place), self.value(), place).next(range)
    }

    /// The words of the value, which white space separates, with their places in the source.
    pub fn words(self, doc: &'a Document) -> impl Iterator<Item = (&'a str, Span)> + use<'a> {
        let value = self.value();
        let mut ranges = self
            .value_span()
            .map(|place| Ranges::new(doc.source.slice(place), value, place));
        value.split_ascii_whitespace().map(move |word| {
            let start = word.as_ptr() as usize - value.as_ptr() as usize;
            let place = match &mut ranges {
                Some(ranges) => ranges.next(start..start + word.len()),
                None => self.name_span(),
            };
            (word, place)
        })
    }
}

/// Places of ranges of a value, asked for in order.
struct Ranges<'r> {
    place: Span,
    /// `None` when the value is written as it is read.
    cursor: Option<Cursor<'r>>,
}

impl<'r> Ranges<'r> {
    fn new(raw: &'r str, value: &str, place: Span) -> Ranges<'r> {
        Ranges {
            place,
            cursor: (raw != value).then(|| Cursor::new(raw)),
        }
    }

    fn next(&mut self, range: Range<usize>) -> Span {
        let mut offset = |decoded: usize, ending: bool| {
            let at = match &mut self.cursor {
                Some(cursor) => cursor.advance(decoded, ending),
                None => decoded,
            };
            (self.place.start + at as u32).min(self.place.end)
        };
        let start = offset(range.start, false);
        Span::new(start, offset(range.end, true))
    }
}
