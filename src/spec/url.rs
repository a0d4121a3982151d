//! References from page to page: their parts, and the path they lead to.
//!
//! As much of the WHATWG URL Standard as finding a file takes: nothing here knows of ports, credentials or international hosts.

use std::borrow::Cow;

/// A URL reference cut into its parts, each as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Scheme, host and what goes with it: `https://example.org`, `//example.org`, `mailto:`; `None` for a reference within the site.
    pub origin: Option<&'a str>,
    /// The path: empty, absolute (`/a`) or relative.
    pub path: &'a str,
    /// What follows `?`.
    pub query: Option<&'a str>,
    /// What follows `#`.
    pub fragment: Option<&'a str>,
}

/// What the URL parser drops before reading: C0 controls and spaces around, tabs and newlines anywhere (WHATWG URL 4.4).
pub fn clean(url: &str) -> Cow<'_, str> {
    let url = url.trim_matches(|c| c <= ' ');
    if url.bytes().any(|b| matches!(b, b'\t' | b'\n' | b'\r')) {
        Cow::Owned(url.replace(['\t', '\n', '\r'], ""))
    } else {
        Cow::Borrowed(url)
    }
}

/// Cuts a [`clean`] reference into its parts.
pub fn split(url: &str) -> Reference<'_> {
    let (url, fragment) = cut(url, '#');
    let (rest, query) = cut(url, '?');
    let scheme = super::links::scheme(rest).map_or(0, |s| s.len() + 1);
    let slashes = |s: &str| s.starts_with(['/', '\\']) && s[1..].starts_with(['/', '\\']);
    let end = if slashes(&rest[scheme..]) {
        let host = scheme + 2;
        rest[host..]
            .find(['/', '\\'])
            .map_or(rest.len(), |i| host + i)
    } else {
        scheme
    };
    Reference {
        origin: (end > 0).then(|| &rest[..end]),
        path: &rest[end..],
        query,
        fragment,
    }
}

fn cut(s: &str, at: char) -> (&str, Option<&str>) {
    match s.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (s, None),
    }
}

/// `%41` as `A`; bytes that are no UTF-8 then become U+FFFD.
pub fn percent_decode(s: &str) -> Cow<'_, str> {
    if !s.contains('%') {
        return Cow::Borrowed(s);
    }
    let hex = |b: Option<&u8>| b.and_then(|&b| char::from(b).to_digit(16));
    let bytes = s.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        match (bytes[i], hex(bytes.get(i + 1)), hex(bytes.get(i + 2))) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                i += 3;
            }
            (byte, ..) => {
                out.push(byte);
                i += 1;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

/// Follows a path, percent-encoded as in a URL, from a folder (`a/b/`, or empty for the root), and writes the decoded path it leads
/// to: no leading `/`, no dot segments, a final `/` kept. `false`: it leads above the root.
pub fn follow(folder: &str, path: &str, out: &mut String) -> bool {
    out.clear();
    let absolute = path.starts_with(['/', '\\']);
    if !absolute {
        out.push_str(folder);
    }
    let decoded = percent_decode(path);
    let mut segments = decoded[usize::from(absolute)..]
        .split(['/', '\\'])
        .peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => {
                let Some(above) = out.strip_suffix('/') else {
                    return false;
                };
                let keep = above.rfind('/').map_or(0, |i| i + 1);
                out.truncate(keep);
            }
            // A doubled slash is an empty segment; servers serve the file all the same.
            "" if out.is_empty() || out.ends_with('/') => {}
            _ => {
                out.push_str(segment);
                if !last {
                    out.push('/');
                }
            }
        }
    }
    true
}

/// The candidates of `srcset`, which commas separate: the address of each, and its descriptors (WHATWG HTML 4.8.4.2.1).
pub fn srcset(value: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = value;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let end = rest
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        let descriptors;
        (descriptors, rest) = match bare.len() < address.len() {
            true => ("", after),
            false => split_descriptors(after),
        };
        (!bare.is_empty()).then_some((bare, descriptors))
    })
}

/// What comes before and after the comma that ends a candidate; commas in parentheses do not.
fn split_descriptors(s: &str) -> (&str, &str) {
    let mut depth = 0u32;
    for (i, b) in s.bytes().enumerate() {
        match b {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => return (&s[..i], &s[i + 1..]),
            _ => {}
        }
    }
    (s, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(url: &str) -> (Option<&str>, &str, Option<&str>, Option<&str>) {
        let r = split(url);
        (r.origin, r.path, r.query, r.fragment)
    }

    #[test]
    fn parts_of_a_reference() {
        assert_eq!(
            parts("a/b.html?x#y?z"),
            (None, "a/b.html", Some("x"), Some("y?z"))
        );
        assert_eq!(parts("#y"), (None, "", None, Some("y")));
        assert_eq!(parts("?x"), (None, "", Some("x"), None));
        assert_eq!(
            parts("https://a.fr/b"),
            (Some("https://a.fr"), "/b", None, None)
        );
        assert_eq!(parts("//a.fr?x"), (Some("//a.fr"), "", Some("x"), None));
        assert_eq!(
            parts("mailto:a@b.fr"),
            (Some("mailto:"), "a@b.fr", None, None)
        );
        assert_eq!(parts("\\\\a.fr\\b"), (Some("\\\\a.fr"), "\\b", None, None));
        assert_eq!(parts("/é"), (None, "/é", None, None));
        assert_eq!(parts(""), (None, "", None, None));
    }

    #[test]
    fn paths_followed() {
        let mut out = String::new();
        let mut at = |folder: &str, path: &str| follow(folder, path, &mut out).then(|| out.clone());
        assert_eq!(at("a/", "b.html").as_deref(), Some("a/b.html"));
        assert_eq!(at("a/b/", "../c/").as_deref(), Some("a/c/"));
        assert_eq!(at("a/b/", "..").as_deref(), Some("a/"));
        assert_eq!(at("a/", "../").as_deref(), Some(""));
        assert_eq!(at("a/", "./").as_deref(), Some("a/"));
        assert_eq!(at("a/", "/x//y").as_deref(), Some("x/y"));
        assert_eq!(at("a/", "/").as_deref(), Some(""));
        assert_eq!(at("a/", "../../x"), None);
        assert_eq!(
            at("", "caf%C3%A9%20noir.html").as_deref(),
            Some("café noir.html")
        );
        assert_eq!(at("", "100%").as_deref(), Some("100%"));
        assert_eq!(at("a/b/", "%2e%2E/x\\y").as_deref(), Some("a/x/y"));
    }

    #[test]
    fn candidates_of_srcset() {
        let all = |s| srcset(s).map(|(url, _)| url).collect::<Vec<_>>();
        assert_eq!(all("a.png, b.png 2x,c.png 3x"), ["a.png", "b.png", "c.png"]);
        assert_eq!(
            all(" data:image/png;base64,AA== 1x, b.png"),
            ["data:image/png;base64,AA==", "b.png"]
        );
        assert_eq!(all("a.png f(1,2) 1x, b.png"), ["a.png", "b.png"]);
        assert!(all(" , ").is_empty());
        let described: Vec<_> = srcset("a.png 640w 2x,b.png, c.png").collect();
        assert_eq!(
            described,
            [("a.png", " 640w 2x"), ("b.png", ""), ("c.png", "")]
        );
    }

    #[test]
    fn cleaned() {
        assert_eq!(clean(" a\n b "), "a b");
        assert_eq!(clean("a"), "a");
    }
}
