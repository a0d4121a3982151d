//! HTML Standard, «prescan a byte stream to determine its encoding»: an encoding declared in the first bytes of a page.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are looked at.
pub(super) const LENGTH: usize = 1024;

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Declared {
    /// By a `meta` element whose tag is there, in bytes.
    Meta(&'static Encoding, Range<usize>),
    /// By an XML declaration, or the bytes one in UTF-16 begins with.
    Xml(&'static Encoding),
}

/// Looks for a declaration in the first bytes of a page.
pub(super) fn prescan(bytes: &[u8]) -> Option<Declared> {
    let bytes = &bytes[..bytes.len().min(LENGTH)];
    if bytes.starts_with(b"<\0?\0x\0") {
        return Some(Declared::Xml(UTF_16LE));
    }
    if bytes.starts_with(b"\0<\0?\0x") {
        return Some(Declared::Xml(UTF_16BE));
    }
    let mut scan = Scan { bytes, at: 0 };
    let meta = scan.find_meta().map(|(e, tag)| Declared::Meta(e, tag));
    meta.or_else(|| xml_encoding(bytes).map(Declared::Xml))
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// The bytes ran out.
struct End;

/// Name and value, in lower case.
type Attribute = (Vec<u8>, Vec<u8>);

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    fn byte(&self) -> Result<u8, End> {
        self.bytes.get(self.at).copied().ok_or(End)
    }

    fn skip(&mut self, what: impl Fn(u8) -> bool) -> Result<(), End> {
        while what(self.byte()?) {
            self.at += 1;
        }
        Ok(())
    }

    fn find_meta(&mut self) -> Option<(&'static Encoding, Range<usize>)> {
        loop {
            self.at += memchr::memchr(b'<', self.rest())?;
            let start = self.at;
            match self.tag() {
                Ok(Some(encoding)) => return Some((encoding, start..self.at + 1)),
                Ok(None) => self.at += 1,
                Err(End) => return None,
            }
        }
    }

    /// From a `<` to the last byte of what it begins.
    fn tag(&mut self) -> Result<Option<&'static Encoding>, End> {
        let rest = self.rest();
        let second = rest.get(1).copied().unwrap_or(0);
        let third = rest.get(2).copied().unwrap_or(0);
        if rest.starts_with(b"<!--") {
            // The dashes may be those of the beginning.
            let end = memchr::memmem::find(&rest[2..], b"-->").ok_or(End)?;
            self.at += 2 + end + 2;
        } else if rest.len() > 5
            && rest[..5].eq_ignore_ascii_case(b"<meta")
            && (is_space(rest[5]) || rest[5] == b'/')
        {
            self.at += 5;
            return self.meta();
        } else if second.is_ascii_alphabetic() || (second == b'/' && third.is_ascii_alphabetic()) {
            self.skip(|b| !is_space(b) && b != b'>')?;
            while self.attribute()?.is_some() {}
        } else if matches!(second, b'!' | b'/' | b'?') {
            self.skip(|b| b != b'>')?;
        }
        Ok(None)
    }

    fn meta(&mut self) -> Result<Option<&'static Encoding>, End> {
        let mut seen: Vec<Vec<u8>> = Vec::new();
        let mut got_pragma = false;
        let mut need_pragma = None;
        let mut charset: Option<Option<&'static Encoding>> = None;
        while let Some((name, value)) = self.attribute()? {
            if seen.contains(&name) {
                continue;
            }
            match &name[..] {
                b"http-equiv" => got_pragma = value == b"content-type",
                b"content" if charset.is_none() => {
                    if let Some(encoding) = from_content(&value) {
                        charset = Some(Some(encoding));
                        need_pragma = Some(true);
                    }
                }
                b"charset" => {
                    charset = Some(Encoding::for_label(&value));
                    need_pragma = Some(false);
                }
                _ => {}
            }
            seen.push(name);
        }
        Ok(match (need_pragma, charset) {
            (Some(need), Some(Some(encoding))) if got_pragma || !need => Some(adjusted(encoding)),
            _ => None,
        })
    }

    /// HTML Standard, «get an attribute». At the tag's `>` there is none.
    fn attribute(&mut self) -> Result<Option<Attribute>, End> {
        self.skip(|b| is_space(b) || b == b'/')?;
        if self.byte()? == b'>' {
            return Ok(None);
        }
        let (mut name, mut value) = (Vec::new(), Vec::new());
        loop {
            match self.byte()? {
                b'=' if !name.is_empty() => break,
                b'/' | b'>' => return Ok(Some((name, value))),
                b if is_space(b) => {
                    self.skip(is_space)?;
                    if self.byte()? != b'=' {
                        return Ok(Some((name, value)));
                    }
                    break;
                }
                b => name.push(b.to_ascii_lowercase()),
            }
            self.at += 1;
        }
        self.at += 1;
        self.skip(is_space)?;
        let quote = self.byte()?;
        if matches!(quote, b'"' | b'\'') {
            self.at += 1;
            while self.byte()? != quote {
                value.push(self.byte()?.to_ascii_lowercase());
                self.at += 1;
            }
            self.at += 1;
        } else {
            while !is_space(self.byte()?) && self.byte()? != b'>' {
                value.push(self.byte()?.to_ascii_lowercase());
                self.at += 1;
            }
        }
        Ok(Some((name, value)))
    }
}

/// What an encoding declared by a page that was read as bytes can be: it was no UTF-16.
fn adjusted(encoding: &'static Encoding) -> &'static Encoding {
    match encoding {
        e if e == UTF_16BE || e == UTF_16LE => UTF_8,
        e if e == encoding_rs::X_USER_DEFINED => WINDOWS_1252,
        e => e,
    }
}

/// HTML Standard, «algorithm for extracting a character encoding from a `meta` element», on a value in lower case.
fn from_content(value: &[u8]) -> Option<&'static Encoding> {
    let mut rest = value;
    loop {
        let at = memchr::memmem::find(rest, b"charset")?;
        rest = trim_start(&rest[at + b"charset".len()..]);
        if let Some(after) = rest.strip_prefix(b"=") {
            rest = trim_start(after);
            break;
        }
    }
    let label = match rest.first()? {
        quote @ (b'"' | b'\'') => {
            let len = memchr::memchr(*quote, &rest[1..])?;
            &rest[1..1 + len]
        }
        _ => {
            let end = rest.iter().position(|&b| is_space(b) || b == b';');
            &rest[..end.unwrap_or(rest.len())]
        }
    };
    Encoding::for_label(label)
}

fn trim_start(bytes: &[u8]) -> &[u8] {
    let blank = bytes.iter().take_while(|&&b| is_space(b)).count();
    &bytes[blank..]
}

/// HTML Standard, «get an XML encoding».
fn xml_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.starts_with(b"<?xml") {
        return None;
    }
    let declaration = &bytes[..memchr::memchr(b'>', bytes)?];
    let at = memchr::memmem::find(declaration, b"encoding")?;
    let rest = skip_low(&declaration[at + b"encoding".len()..]);
    let rest = skip_low(rest.strip_prefix(b"=")?);
    let quote = *rest.first().filter(|b| matches!(b, b'"' | b'\''))?;
    let label = &rest[1..1 + memchr::memchr(quote, &rest[1..])?];
    if label.iter().any(|&b| b <= b' ') {
        return None;
    }
    let encoding = Encoding::for_label(label)?;
    let utf16 = encoding == UTF_16BE || encoding == UTF_16LE;
    Some(if utf16 { UTF_8 } else { encoding })
}

fn skip_low(bytes: &[u8]) -> &[u8] {
    let low = bytes.iter().take_while(|&&b| b <= b' ').count();
    &bytes[low..]
}
