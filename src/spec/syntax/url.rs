//! WHATWG URL: what its parser calls a validation error (4.4 «URL parsing», 4.3 «URL writing»).
//!
//! Values of ordinary URLs are settled by one look at their bytes. Where HTML lets white space stand around (2.4.1 «valid URL
//! potentially surrounded by spaces»), it is not counted. Relative URLs are read against an `http` or `https` base, which is what
//! pages have.
//!
//! Two things are not looked into: what follows `javascript:`, which is a script and no address, and user names of schemes that
//! only programs know (`ssh://git@host`).

use crate::spec::attribute_values::is_keyword;
use std::ops::Range;

use super::data_url;
use super::host;
use crate::spec::links::scheme;

/// What is wrong with a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is written.
    Empty,
    /// It begins with no scheme where one is wanted.
    Relative,
    /// This character has to be percent-encoded.
    Character(char),
    /// A percent sign without two hexadecimal digits.
    Percent,
    /// A tab or a line break in the middle.
    LineBreak,
    /// `\` where `/` is meant.
    Backslash,
    /// A second `#`.
    SecondHash,
    /// `http:` and the like without `//`.
    MissingSlashes,
    /// A slash too many where the host begins.
    ExtraSlash,
    /// A user name or a password before the host.
    Credentials,
    /// Nothing between `//` and the path.
    NoHost,
    /// The host.
    Host(host::Kind),
    /// The port is no number.
    Port,
    /// The port is above 65535.
    PortTooHigh,
    /// A drive of Windows (`C|`, or `C:` after two slashes).
    Drive,
    /// What `data:` is followed by.
    Data(data_url::Kind),
}

/// What is wrong, and where in the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: Kind,
    /// Bytes of the value; empty where something is missing.
    pub at: Range<usize>,
}

impl Fault {
    pub(super) fn new(kind: Kind, at: Range<usize>) -> Fault {
        Fault { kind, at }
    }

    pub(super) fn shifted(self, by: usize) -> Fault {
        Fault::new(self.kind, self.at.start + by..self.at.end + by)
    }
}

/// Plain in a path, a query or a fragment.
const UNIT: u8 = 1;
/// Plain in a host: letters, digits, hyphens, dots, low lines.
const HOST: u8 = 2;
/// Of a scheme.
const SCHEME: u8 = 4;

/// What each byte may be without a closer look.
static BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let units =
        b"!$&'()*+,-./:;=?@_~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut i = 0;
    while i < units.len() {
        let byte = units[i];
        let letter = byte.is_ascii_alphanumeric();
        let host = letter || matches!(byte, b'-' | b'.' | b'_');
        let scheme = letter || matches!(byte, b'-' | b'.' | b'+');
        bytes[byte as usize] = UNIT | (HOST * host as u8) | (SCHEME * scheme as u8);
        i += 1;
    }
    bytes
};

/// Reads a URL or a relative reference. An empty value is the page itself, and correct.
pub fn check(value: &str) -> Result<(), Fault> {
    if is_ordinary(value) {
        return Ok(());
    }
    read_trimmed(value, false)
}

/// Reads a URL that has to have a scheme.
pub fn check_absolute(value: &str) -> Result<(), Fault> {
    read_trimmed(value, true)
}

fn read_trimmed(value: &str, absolute: bool) -> Result<(), Fault> {
    let offset = value.len() - value.trim_ascii_start().len();
    read(value.trim_ascii(), absolute).map_err(|fault| fault.shifted(offset))
}

/// Whether the value is certainly correct, at one look: a path, a query or a fragment of plain characters, or `https://` and a plain
/// name before them.
pub fn is_ordinary(value: &str) -> bool {
    let bytes = value.as_bytes();
    let plain = |bytes: &[u8]| bytes.iter().all(|&b| BYTES[b as usize] & UNIT != 0);
    let rest = match bytes {
        [] => return true,
        [b'#', rest @ ..] => return plain(rest),
        [b'h', b't', b't', b'p', rest @ ..] => match rest {
            [b's', b':', b'/', b'/', rest @ ..] | [b':', b'/', b'/', rest @ ..] => {
                match plain_host(rest) {
                    Some(len) => &rest[len..],
                    None => return false,
                }
            }
            _ => return false,
        },
        [b'/', b'/', ..] => return false,
        [first, ..] if first.is_ascii_alphabetic() => {
            // A scheme has its own rules, a path none.
            let name = bytes
                .iter()
                .take_while(|&&b| BYTES[b as usize] & SCHEME != 0)
                .count();
            match bytes.get(name) {
                Some(b':') if !matches!(&bytes[..name], b"mailto" | b"tel") => return false,
                _ => &bytes[name..],
            }
        }
        _ => bytes,
    };
    match rest.iter().position(|&b| BYTES[b as usize] & UNIT == 0) {
        None => true,
        Some(at) => rest[at] == b'#' && plain(&rest[at + 1..]),
    }
}

/// The length of a host of plain letters that needs no closer look.
fn plain_host(bytes: &[u8]) -> Option<usize> {
    let len = bytes
        .iter()
        .take_while(|&&b| BYTES[b as usize] & HOST != 0)
        .count();
    let host = &bytes[..len];
    let ends = matches!(bytes.get(len), None | Some(b'/' | b'?' | b'#'));
    // Numbers are addresses, «--» may announce an encoded label, dots beside each other are empty labels.
    let plain = host.last()?.is_ascii_alphabetic()
        && host[0] != b'.'
        && len < 64
        && !host.windows(2).any(|two| two == b"--" || two == b"..");
    // `0x` ends in a letter, and is a number all the same.
    (ends && plain && !ends_in_hexadecimal(host)).then_some(len)
}

fn ends_in_hexadecimal(host: &[u8]) -> bool {
    let label = host.rsplit(|&b| b == b'.').next().unwrap_or_default();
    label.first() == Some(&b'0') && matches!(label.get(1), Some(b'x' | b'X'))
}

/// The schemes whose URLs have a host (WHATWG URL, 4.2 «special scheme»), `file` aside.
fn is_special(scheme: &str) -> bool {
    is_keyword(scheme, &["http", "https", "ws", "wss", "ftp"])
}

fn read(url: &str, absolute: bool) -> Result<(), Fault> {
    let Some(scheme) = scheme(url) else {
        if absolute {
            let kind = if url.is_empty() {
                Kind::Empty
            } else {
                Kind::Relative
            };
            return Err(Fault::new(kind, 0..url.len()));
        }
        no_line_break(url)?;
        return if url.starts_with("//") {
            authority(url, 2)
        } else {
            path(url, 0, true)
        };
    };
    if scheme.eq_ignore_ascii_case("javascript") {
        return Ok(());
    }
    let after = scheme.len() + 1;
    no_line_break(url)?;
    let rest = &url[after..];
    let is_file = scheme.eq_ignore_ascii_case("file");
    if is_file || is_special(scheme) {
        if !rest.starts_with("//") {
            let slash = |b: &u8| matches!(b, b'/' | b'\\');
            let slashes = rest.bytes().take_while(slash).count();
            return Err(Fault::new(Kind::MissingSlashes, 0..after + slashes));
        }
        match is_file {
            true => file(url, after + 2),
            false => authority(url, after + 2),
        }
    } else if scheme.eq_ignore_ascii_case("data") {
        path(url, after, false)?;
        data_url::check(rest).map_err(|(kind, at)| Fault::new(Kind::Data(kind), at).shifted(after))
    } else if rest.starts_with("//") {
        let host = after + 2;
        let end = host + end_of_host(&url[host..], false);
        opaque_host(&url[host..end]).map_err(|fault| fault.shifted(host))?;
        path(url, end, false)
    } else {
        path(url, after, false)
    }
}

/// A tab or a line break is dropped by browsers, wherever it is.
fn no_line_break(url: &str) -> Result<(), Fault> {
    match url.bytes().position(|b| matches!(b, b'\t' | b'\n' | b'\r')) {
        None => Ok(()),
        Some(at) => Err(Fault::new(Kind::LineBreak, at..at + 1)),
    }
}

/// Where the host with its credentials and port ends.
fn end_of_host(rest: &str, special: bool) -> usize {
    rest.find(|c| matches!(c, '/' | '?' | '#') || special && c == '\\')
        .unwrap_or(rest.len())
}

/// Host, port and what follows, from `start`, of a scheme that has to have a host.
fn authority(url: &str, start: usize) -> Result<(), Fault> {
    let rest = &url[start..];
    if rest.starts_with(['/', '\\']) {
        return Err(Fault::new(Kind::ExtraSlash, start..start + 1));
    }
    let end = start + end_of_host(rest, true);
    let written = &url[start..end];
    if let Some(at) = written.rfind('@') {
        return Err(Fault::new(Kind::Credentials, start..start + at + 1));
    }
    let (name, port) = split_port(written);
    if name.is_empty() {
        return Err(Fault::new(Kind::NoHost, start..end));
    }
    if let Some(port) = port {
        let at = end - port.len()..end;
        if !port.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Fault::new(Kind::Port, at));
        }
        let number = port.trim_start_matches('0');
        if number.len() > 5 || number.parse::<u32>().is_ok_and(|n| n > 65535) {
            return Err(Fault::new(Kind::PortTooHigh, at));
        }
    }
    host::check(name).map_err(|(kind, at)| Fault::new(Kind::Host(kind), at).shifted(start))?;
    path(url, end, true)
}

/// The name and what follows the first colon outside of brackets.
fn split_port(written: &str) -> (&str, Option<&str>) {
    let mut inside = false;
    for (i, b) in written.bytes().enumerate() {
        match b {
            b'[' => inside = true,
            b']' => inside = false,
            b':' if !inside => return (&written[..i], Some(&written[i + 1..])),
            _ => {}
        }
    }
    (written, None)
}

/// What follows `file://`.
fn file(url: &str, start: usize) -> Result<(), Fault> {
    let end = start + end_of_host(&url[start..], true);
    let name = &url[start..end];
    if let [letter, b':' | b'|'] = name.as_bytes()
        && letter.is_ascii_alphabetic()
    {
        return Err(Fault::new(Kind::Drive, start..end));
    }
    if !name.is_empty() {
        host::check(name).map_err(|(kind, at)| Fault::new(Kind::Host(kind), at).shifted(start))?;
    }
    path(url, end, true)
}

/// The host of a scheme that is not special, with what goes with it (WHATWG URL 3.5, «opaque-host parser»).
fn opaque_host(written: &str) -> Result<(), Fault> {
    let (name, _) = split_port(written);
    let bracketed = name.rsplit('@').next().unwrap_or_default();
    if bracketed.starts_with('[') {
        let from = name.len() - bracketed.len();
        return host::check(bracketed)
            .map_err(|(kind, at)| Fault::new(Kind::Host(kind), at).shifted(from));
    }
    units(written, 0, false)
}

/// Path, query and fragment, from `start`. `special`: a backslash is taken for a slash.
fn path(url: &str, start: usize, special: bool) -> Result<(), Fault> {
    let rest = &url[start..];
    let path_end = start + rest.find(['?', '#']).unwrap_or(rest.len());
    let hash = rest.find('#').map(|at| start + at);
    units(&url[..path_end], start, special)?;
    units(&url[..hash.unwrap_or(url.len())], path_end, false)?;
    if let Some(hash) = hash {
        units(url, hash + 1, false)?;
    }
    Ok(())
}

/// URL units from `start` on (WHATWG URL 4.3): URL code points, and percent signs with two digits.
fn units(url: &str, start: usize, slashes: bool) -> Result<(), Fault> {
    let bytes = url.as_bytes();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        if BYTES[byte as usize] & UNIT != 0 {
            at += 1;
            continue;
        }
        if byte == b'%' {
            let is_digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_hexdigit);
            if is_digit(at + 1) && is_digit(at + 2) {
                at += 3;
                continue;
            }
            return Err(Fault::new(Kind::Percent, at..at + 1));
        }
        let c = url[at..].chars().next().unwrap_or_default();
        let next = at + c.len_utf8();
        if !is_code_point(c) {
            let kind = match c {
                '\\' if slashes => Kind::Backslash,
                '#' => Kind::SecondHash,
                _ => Kind::Character(c),
            };
            return Err(Fault::new(kind, at..next));
        }
        at = next;
    }
    Ok(())
}

/// Whether a character outside ASCII is a URL code point: neither a control nor a noncharacter.
fn is_code_point(c: char) -> bool {
    let noncharacter = (c as u32) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c);
    c >= '\u{A0}' && !noncharacter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fault(url: &str) -> (Kind, &str) {
        let fault = check(url).expect_err(url);
        (fault.kind, &url[fault.at])
    }

    #[test]
    fn ordinary_ones() {
        for url in [
            "",
            "a.html",
            "/a/b?c=d&e#f",
            "#haut",
            "?q=1",
            "../a",
            "https://exemple.fr",
            "http://a.fr/b?c#d",
            "mailto:a@b.fr",
            "tel:+33123456789",
            "x:y",
            "a/b:c",
        ] {
            assert_eq!(check(url), Ok(()), "{url}");
        }
        for url in [
            "a.html",
            "/a",
            "#haut",
            "https://exemple.fr/a?b#c",
            "mailto:a@b.fr",
        ] {
            assert!(is_ordinary(url), "{url}");
        }
    }

    #[test]
    fn valid_ones() {
        for url in [
            " https://exemple.fr ",
            "//exemple.fr/a",
            "http://a.fr:8080/",
            "http://a.fr:/",
            "http://[2001::1]:80",
            "http://192.168.0.1/",
            "http://café.fr/é?ö#ü",
            "%41",
            "/a%2fb",
            "foo://",
            "foo:////://///",
            "foo://[::1]",
            "ssh://git@exemple.fr/a",
            "file:///C:/a",
            "file://localhost/a",
            "File://a/b",
            "urn:isbn:1",
            "about:blank",
            "javascript:alert(\"a b\")",
            "data:,a",
            "data:text/html;charset=utf-8,a%20b",
            ":",
            "::23",
            "é:x",
        ] {
            assert_eq!(check(url), Ok(()), "{url}");
        }
    }

    #[test]
    fn characters() {
        assert_eq!(fault("/a b"), (Kind::Character(' '), " "));
        assert_eq!(fault(" a|b"), (Kind::Character('|'), "|"));
        assert_eq!(fault("a?b[]"), (Kind::Character('['), "["));
        assert_eq!(fault("a#b\\"), (Kind::Character('\\'), "\\"));
        assert_eq!(fault("a\\b"), (Kind::Backslash, "\\"));
        assert_eq!(fault("foo:a\\b"), (Kind::Character('\\'), "\\"));
        assert_eq!(fault("a#b#c"), (Kind::SecondHash, "#"));
        assert_eq!(fault("100%"), (Kind::Percent, "%"));
        assert_eq!(fault("a\nb"), (Kind::LineBreak, "\n"));
        assert_eq!(
            fault("a\u{FFFE}b"),
            (Kind::Character('\u{FFFE}'), "\u{FFFE}")
        );
        assert_eq!(fault("{{url}}"), (Kind::Character('{'), "{"));
    }

    #[test]
    fn hosts_and_ports() {
        assert_eq!(fault("http:/a.fr/"), (Kind::MissingSlashes, "http:/"));
        assert_eq!(fault("https:a.fr/"), (Kind::MissingSlashes, "https:"));
        assert_eq!(fault("file:test"), (Kind::MissingSlashes, "file:"));
        assert_eq!(fault("http:\\\\a.fr"), (Kind::MissingSlashes, "http:\\\\"));
        assert_eq!(fault("http:///a.fr"), (Kind::ExtraSlash, "/"));
        assert_eq!(fault("http://"), (Kind::NoHost, ""));
        assert_eq!(fault("//:80"), (Kind::NoHost, ":80"));
        assert_eq!(fault("http://u:p@a.fr/"), (Kind::Credentials, "u:p@"));
        assert_eq!(fault("http://a.fr:80b/"), (Kind::Port, "80b"));
        assert_eq!(fault("http://a.fr:65536/"), (Kind::PortTooHigh, "65536"));
        assert_eq!(fault("http://2001::1"), (Kind::Port, ":1"));
        assert_eq!(fault("http://a\\b:c@d"), (Kind::Backslash, "\\"));
        assert_eq!(fault("file://C|/a"), (Kind::Drive, "C|"));
        assert_eq!(fault("file:///C|/a"), (Kind::Character('|'), "|"));
        assert_eq!(
            fault("http://a b.fr"),
            (Kind::Host(host::Kind::Character(' ')), " ")
        );
    }

    #[test]
    fn absolute_ones() {
        assert_eq!(check_absolute("https://a.fr"), Ok(()));
        assert_eq!(check_absolute(" urn:a "), Ok(()));
        let kind = |url| check_absolute(url).unwrap_err().kind;
        assert_eq!(kind("/a"), Kind::Relative);
        assert_eq!(kind("//a.fr"), Kind::Relative);
        assert_eq!(kind(""), Kind::Empty);
    }
}
