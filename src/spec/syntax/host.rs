//! Hosts of special URLs: WHATWG URL 3.5 «Host parsing» and 3.4 «Host writing», UTS #46 for names of other scripts.

use std::borrow::Cow;
use std::net::Ipv6Addr;
use std::ops::Range;

use idna::AsciiDenyList;

/// What is wrong with a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No domain name has this character.
    Character(char),
    /// Not a name that the domain name system can hold: an unknown character, a label that is badly encoded.
    Name,
    /// Two dots beside each other, or one first.
    EmptyLabel,
    /// A label of more than 63 bytes.
    LongLabel,
    /// Four numbers from 0 to 255, in decimal, without leading zeros, are wanted.
    Ipv4,
    /// No such IPv6 address.
    Ipv6,
    /// `[` without `]` at the end.
    Bracket,
}

/// What is wrong, and where in the host.
type Fault = (Kind, Range<usize>);

/// Checks a host that is not empty, without its port.
pub fn check(host: &str) -> Result<(), Fault> {
    let whole = 0..host.len();
    if let Some(address) = host.strip_prefix('[') {
        let Some(address) = address.strip_suffix(']') else {
            return Err((Kind::Bracket, whole));
        };
        return match address.parse::<Ipv6Addr>() {
            Ok(_) => Ok(()),
            Err(_) => Err((Kind::Ipv6, 1..host.len() - 1)),
        };
    }
    let decoded = crate::spec::url::percent_decode(host);
    if decoded.contains('\u{FFFD}') && !host.contains('\u{FFFD}') {
        return Err((Kind::Name, whole));
    }
    let ascii = to_ascii(&decoded).ok_or((Kind::Name, whole.clone()))?;
    if let Some(at) = ascii.bytes().position(|b| !is_of_names(b)) {
        let c = char::from(ascii.as_bytes()[at]);
        // Where it is written as such, there; where it was encoded, the whole.
        let at = host.find(c).map_or(whole, |at| at..at + c.len_utf8());
        return Err((Kind::Character(c), at));
    }
    let labels = ascii.strip_suffix('.').unwrap_or(&ascii);
    let last = labels.rsplit('.').next().unwrap_or_default();
    if is_number(last) {
        return match is_ipv4(&ascii) {
            true => Ok(()),
            false => Err((Kind::Ipv4, whole)),
        };
    }
    for label in labels.split('.') {
        if label.is_empty() {
            let at = host.find("..").map_or(0..1, |at| at..at + 2);
            return Err((
                Kind::EmptyLabel,
                if host.starts_with('.') { 0..1 } else { at },
            ));
        }
        if label.len() > 63 {
            let at = host.find(label).map_or(whole, |at| at..at + label.len());
            return Err((Kind::LongLabel, at));
        }
    }
    Ok(())
}

/// The name in ASCII letters («domain to ASCII», not strict).
fn to_ascii(name: &str) -> Option<Cow<'_, str>> {
    let encoded = |label: &str| {
        label
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("xn--"))
    };
    if name.is_ascii() && !name.split('.').any(encoded) {
        return Some(Cow::Borrowed(name));
    }
    idna::domain_to_ascii_cow(name.as_bytes(), AsciiDenyList::EMPTY).ok()
}

/// Of a domain name as hosts are written (3.4). The low line is no letter of host names, but is of many names in use.
fn is_of_names(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')
}

/// What makes an IPv4 address of a host whose last label it is («ends in a number»).
fn is_number(label: &str) -> bool {
    let hexadecimal = label
        .strip_prefix("0x")
        .or_else(|| label.strip_prefix("0X"))
        .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
    hexadecimal || !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit())
}

/// Without any validation error: decimal parts without leading zeros, the last of which may hold several bytes.
fn is_ipv4(address: &str) -> bool {
    let parts = address.split('.').count();
    let mut numbers = address.split('.').map(|part| {
        let plain =
            part.bytes().all(|b| b.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
        part.parse::<u64>().ok().filter(|_| plain)
    });
    parts <= 4
        && numbers
            .by_ref()
            .take(parts - 1)
            .all(|n| n.is_some_and(|n| n < 256))
        && numbers
            .next()
            .flatten()
            .is_some_and(|n| n < 256u64.pow(5 - parts as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for host in [
            "exemple.fr",
            "a.",
            "a_b.fr",
            "a--b.fr",
            "café.fr",
            "faß.de",
            "xn--caf-dma.fr",
            "a%41.fr",
            "1.2.3.4",
            "1",
            "1.2.3",
            "[::1]",
            "[::ffff:1.2.3.4]",
            "💩",
            "Ｇｏ.com",
        ] {
            assert_eq!(check(host), Ok(()), "{host}");
        }
        let kind = |host: &str| check(host).expect_err(host).0;
        assert_eq!(kind("a b.fr"), Kind::Character(' '));
        assert_eq!(kind("a%20b.fr"), Kind::Character(' '));
        assert_eq!(kind("{hote}"), Kind::Character('{'));
        assert_eq!(kind("％４１.com"), Kind::Character('%'));
        assert_eq!(kind("a..b"), Kind::EmptyLabel);
        assert_eq!(kind(".a"), Kind::EmptyLabel);
        assert_eq!(kind("xn--a"), Kind::Name);
        assert_eq!(kind("a%ff.fr"), Kind::Name);
        assert_eq!(kind("\u{ad}"), Kind::EmptyLabel);
        assert_eq!(kind(&"a".repeat(64)), Kind::LongLabel);
        for address in [
            "1.2.3.256",
            "01.2.3.4",
            "0x1.2.3.4",
            "1.2.3.4.5",
            "1.2.3.4.",
            "a.1",
            "4294967296",
            "a.0x",
            "192.0x00A80001",
            "０Ｘｃ０．０２５０．０１",
        ] {
            assert_eq!(kind(address), Kind::Ipv4, "{address}");
        }
        assert_eq!(kind("[::1"), Kind::Bracket);
        assert_eq!(kind("[1::2::3]"), Kind::Ipv6);
        assert_eq!(kind("[exemple.fr]"), Kind::Ipv6);
    }
}
