//! Tags and character references as nearly all pages write them, taken in one pass.
//!
//! The tokenizer goes from state to state for each part of a tag. Most tags need none of that: a name in lower case, attributes in quotes
//! without character references, nothing odd between them. Those are read here; anything else is left to the tokenizer, which then does
//! all of the tag. A test compares both ways.

use html5gum::Emitter;

use super::data::{AttrData, NIL};
use super::emitter::TokenEmitter;
use super::scan::name_len;
use super::tokens::{Receiver, StartTag};
use crate::source::Span;

/// What bytes are in a tag.
const NAME: u8 = 1;
const ATTRIBUTE: u8 = 1 << 1;
const SPACE: u8 = 1 << 2;

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut b = 0;
    while b < 256 {
        classes[b] = match b as u8 {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => NAME | ATTRIBUTE,
            b'_' | b':' | b'.' | b'@' => ATTRIBUTE,
            b' ' | b'\n' | b'\t' | 0x0c => SPACE,
            _ => 0,
        };
        b += 1;
    }
    classes
};

fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

/// The first place from `at` on that is not of the class.
fn skip(bytes: &[u8], at: usize, class: u8) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|&&b| is(b, class)).count()
}

/// The same where names begin.
fn skip_name(bytes: &[u8], at: usize, class: u8) -> usize {
    let plain = name_len(bytes.get(at..).unwrap_or_default());
    skip(bytes, at + plain, class)
}

/// The character reference that this begins with, if it is plain: its length, and what it stands for.
fn plain_reference(bytes: &[u8]) -> Option<(usize, char)> {
    let inside = bytes.strip_prefix(b"&")?;
    let len = inside.iter().take(6).position(|&b| b == b';')?;
    let c = match &inside[..len] {
        b"amp" => '&',
        b"gt" => '>',
        b"lt" => '<',
        b"nbsp" => '\u{a0}',
        b"quot" => '"',
        [b'#', digits @ ..] => {
            let number = str::from_utf8(digits).ok()?;
            let number = number.parse().ok().filter(|_| digits[0].is_ascii_digit())?;
            // None of these is an error (13.2.5.80).
            char::from_u32(number).filter(|_| matches!(number, 0x20..0x7f | 0xa0..0xd800))?
        }
        _ => return None,
    };
    Some((len + 2, c))
}

impl<'s, R: Receiver> TokenEmitter<'s, '_, R> {
    /// Takes what comes next in the data state, as long as it is plain text, plain tags and plain character references.
    pub(super) fn skip_plain(&mut self) {
        self.skip_text();
        #[cfg(test)]
        if self.tokenizer_only {
            return;
        }
        // Else the tokenizer has a character that it has yet to look at.
        if self.cursor.get() == self.position {
            while self.in_data && self.take_markup() {
                self.take_text();
            }
            self.cursor.set(self.position);
        }
    }

    /// Takes plain text, after a tag or a character reference.
    fn take_text(&mut self) {
        let rest = self.rest();
        let len = self.plain_len(rest, b'<');
        self.add_text(&rest[..len]);
    }

    /// Takes the tag or the character reference that comes next, if it is plain.
    fn take_markup(&mut self) -> bool {
        match self.rest() {
            [b'<', b'a'..=b'z', ..] => self.take_start_tag(),
            [b'<', b'/', b'a'..=b'z', ..] => self.take_end_tag(),
            [b'&', ..] => self.take_reference(),
            _ => false,
        }
    }

    /// What comes next, where the tokenizer has not read on.
    fn rest(&self) -> &'s [u8] {
        self.source
            .as_bytes()
            .get(self.position..)
            .unwrap_or_default()
    }

    fn take_reference(&mut self) -> bool {
        let Some((len, c)) = plain_reference(self.rest()) else {
            return false;
        };
        self.position += len;
        self.emit_string(c.encode_utf8(&mut [0; 4]).as_bytes());
        true
    }

    fn take_end_tag(&mut self) -> bool {
        let bytes = self.source.as_bytes();
        let start = self.position + 2;
        let end = skip_name(bytes, start, NAME);
        let close = skip(bytes, end, SPACE);
        if bytes.get(close) != Some(&b'>') {
            return false;
        }
        let tag = self.names.get(&self.source[start..end]).tag();
        let span = self.begin_plain_tag(close + 1);
        self.receiver.end_tag(&tag, span);
        true
    }

    fn take_start_tag(&mut self) -> bool {
        let start = self.position + 1;
        let end = skip_name(self.source.as_bytes(), start, NAME);
        let known = self.names.get(&self.source[start..end]);
        if known.changes_state {
            return false;
        }
        let tag = known.tag();
        let Some((close, self_closing)) = self.read_attributes(end) else {
            self.forget_attributes();
            return false;
        };
        let span = self.begin_plain_tag(close);
        let state = self.receiver.start_tag(StartTag {
            tag,
            span,
            self_closing,
            attrs: &mut self.attrs,
        });
        debug_assert!(state.is_none());
        self.forget_attributes();
        true
    }

    /// The tag up to `end` is plain: text ends before it, and the next character is after it.
    fn begin_plain_tag(&mut self, end: usize) -> Span {
        let start = std::mem::replace(&mut self.position, end);
        self.flush_text();
        Span::new(start as u32, end as u32)
    }

    /// Reads the attributes from the end of the tag's name to its `>`; tells the offset after it, and whether it is `/>`. `None`: not plain,
    /// or two of one name.
    #[inline(always)]
    fn read_attributes(&mut self, from: usize) -> Option<(usize, bool)> {
        let bytes = self.source.as_bytes();
        let mut at = from;
        loop {
            let name = skip(bytes, at, SPACE);
            match *bytes.get(name)? {
                b'>' => return Some((name + 1, false)),
                b'/' if bytes.get(name + 1) == Some(&b'>') => return Some((name + 2, true)),
                b if is(b, ATTRIBUTE) && name > at => {}
                _ => return None,
            }
            let end = skip_name(bytes, name, ATTRIBUTE);
            let value = match *bytes.get(end)? {
                b'=' => self.plain_value(end + 1)?,
                b'>' | b'/' => (end, end),
                b if is(b, SPACE) => {
                    // It may still have a value.
                    if bytes.get(skip(bytes, end, SPACE)) == Some(&b'=') {
                        return None;
                    }
                    (end, end)
                }
                _ => return None,
            };
            at = match bytes[end] {
                // After the quote.
                b'=' => value.1 + 1,
                _ => end,
            };
            let known = self.names.get(&self.source[name..end]);
            if self.seen.position(&self.attrs, &known.local).is_some() {
                return None;
            }
            let span = |start: usize, end: usize| Span::new(start as u32, end as u32);
            let place = (value.1 > value.0).then(|| span(value.0, value.1));
            let attr = AttrData::new(known.clone(), span(name, end), place, NIL);
            self.attrs.push(attr);
        }
    }

    /// Where a quoted value is that reads as it is written, its opening quote being at `at`; what comes after it must be plain too.
    fn plain_value(&self, at: usize) -> Option<(usize, usize)> {
        let bytes = self.source.as_bytes();
        let quote = *bytes.get(at)?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let start = at + 1;
        let end = start + self.plain_len(&bytes[start..], quote);
        if bytes.get(end) != Some(&quote) {
            return None;
        }
        let next = *bytes.get(end + 1)?;
        (is(next, SPACE) || matches!(next, b'>' | b'/')).then_some((start, end))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fmt::Write;

    use html5gum::{State, Tokenizer};

    use super::*;
    use crate::dom::errors::ErrorLog;
    use crate::dom::reader::SkipReader;
    use crate::dom::run::Run;
    use crate::dom::tokens::Doctype;
    use crate::dom::tree::Tag;

    /// All that the tokens say, places included; text as one token wherever it was cut.
    #[derive(Default)]
    struct Told {
        source: String,
        tokens: String,
        text: String,
    }

    impl Told {
        fn token(&mut self, token: std::fmt::Arguments<'_>) {
            let text = std::mem::take(&mut self.text);
            writeln!(self.tokens, "{text}\n{token}").unwrap();
        }
    }

    impl Receiver for Told {
        fn text(&mut self, text: &Run) {
            let what = text.text(&self.source).into_owned();
            write!(self.text, "{what:?} {:?} {:?}", text.span(), text.pieces()).unwrap();
        }

        fn start_tag(&mut self, tag: StartTag<'_>) -> Option<State> {
            self.token(format_args!(
                "<{:?} {:?} {} {:?}",
                tag.tag, tag.span, tag.self_closing, tag.attrs
            ));
            match &*tag.tag.local {
                "script" => Some(State::ScriptData),
                "style" | "noscript" => Some(State::RawText),
                "title" | "textarea" => Some(State::RcData),
                _ => None,
            }
        }

        fn end_tag(&mut self, tag: &Tag, span: Span) {
            self.token(format_args!("</{tag:?} {span:?}"));
        }

        fn comment(&mut self, text: &Run, span: Span) {
            let text = text.text(&self.source).into_owned();
            self.token(format_args!("<!--{text:?} {span:?}"));
        }

        fn doctype(&mut self, doctype: &Doctype, span: Span) {
            self.token(format_args!("<!{doctype:?} {span:?}"));
        }

        fn too_many_names(&mut self) {}

        fn end(&mut self, at: u32) {
            self.token(format_args!("end {at}"));
        }

        // Sections of character data are read as in SVG.
        fn in_foreign(&mut self) -> bool {
            true
        }

        // Values are told as they are kept; the rank is the same for all.
        fn keep(&mut self, value: &str) -> u32 {
            write!(self.tokens, "{value:?}").unwrap();
            0
        }
    }

    fn told(source: &str, tokenizer_only: bool) -> String {
        let mut told = Told {
            source: source.to_owned(),
            ..Told::default()
        };
        let mut errors = ErrorLog::new(usize::MAX);
        let cursor = Cell::new(0);
        let reader = SkipReader::new(source, &cursor);
        let mut emitter = TokenEmitter::new(&reader, &mut told, &mut errors);
        emitter.tokenizer_only = tokenizer_only;
        let Ok(()) = Tokenizer::new_with_emitter(reader, emitter).finish();
        format!("{}{:#?}", told.tokens, errors.list)
    }

    /// What tags are made of, and what makes them odd.
    const PIECES: &[&str] = &[
        "<a",
        "<p>",
        "</p>",
        "</a ",
        "<br",
        "/>",
        ">",
        " ",
        "\n",
        "\t",
        "\r",
        "\r\n",
        "\u{c}",
        "href",
        "id",
        "x-y:z",
        "DATA",
        "É",
        "=",
        "\"",
        "'",
        "=\"a b\"",
        "='x'",
        "=\"a'b\"",
        "=\"&amp;\"",
        "&lt;",
        "&gt;&quot;&nbsp;",
        "&#39;",
        "&#233;",
        "&#+9;",
        "&#;",
        "&#150;",
        "&#55296;",
        "&#8364;",
        "amp;",
        "=\"&notit;\"",
        "=\"a&b=c\"",
        "=x",
        "=\"\"",
        "&amp",
        "&",
        "<",
        "</",
        "texte",
        "é",
        "\0",
        "\u{1}",
        "\u{fdd0}",
        "<!--",
        "-->",
        "<!doctype html>",
        "<![CDATA[",
        "]]>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<svg>",
        "<Svg>",
        " class=\"a\"",
        " class=\"a\" class=\"b\"",
        " é=\"é\"",
        "<p class=\"x y\" id='z'>",
        "</p  >",
        "<?",
        "<1",
        "@click=\"f\"",
        "_",
        "=\"\n\"",
        "=\"\r\"",
        "=\"\0\"",
    ];

    #[test]
    fn they_are_what_the_tokenizer_makes_of_them() {
        let mut next = crate::dom::html5lib::support::random();
        for _ in 0..60_000 {
            let source: String = (0..1 + next(24))
                .map(|_| PIECES[next(PIECES.len())])
                .collect();
            assert_eq!(told(&source, false), told(&source, true), "{source:?}");
        }
    }

    #[test]
    fn most_tags_are_plain() {
        for source in [
            "<p>a</p>",
            "<a href=\"/x?y#z\" title='l’été' hidden data-x.y=\"\">a</a >",
            "<br/><img src='' alt=\"\"  />",
        ] {
            let mut told = Told::default();
            let mut errors = ErrorLog::new(9);
            let cursor = Cell::new(0);
            let reader = SkipReader::new(source, &cursor);
            let mut emitter = TokenEmitter::new(&reader, &mut told, &mut errors);
            emitter.skip_plain();
            assert_eq!(emitter.position, source.len(), "{source}");
        }
    }
}
