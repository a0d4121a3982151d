//! The value of `<meta http-equiv=refresh content>` (WHATWG HTML 4.2.5.3, «shared declarative refresh steps»).

/// A refresh as a browser understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refresh<'a> {
    /// Before it happens, in seconds.
    pub delay: u64,
    /// Where to, as written; empty: the page itself.
    pub url: &'a str,
}

/// Reads the value; `None` where a browser does nothing.
pub fn parse(content: &str) -> Option<Refresh<'_>> {
    let rest = content.trim_ascii_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 && !rest.starts_with('.') {
        return None;
    }
    let delay = match digits {
        0 => 0,
        // Too long a number is longer than any visit.
        _ => rest[..digits].parse().unwrap_or(u64::MAX),
    };
    let rest = rest[digits..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let Some(next) = rest.chars().next() else {
        return Some(Refresh { delay, url: "" });
    };
    if !matches!(next, ';' | ',') && !next.is_ascii_whitespace() {
        return None;
    }
    let rest = rest.trim_ascii_start();
    let rest = rest.strip_prefix([';', ',']).unwrap_or(rest);
    Some(Refresh {
        delay,
        url: address(rest.trim_ascii_start()),
    })
}

/// The address of what follows the delay: `url=` and quotes are optional.
fn address(text: &str) -> &str {
    let (word, rest) = text.split_at_checked(3).unwrap_or(("", ""));
    let value = if word.eq_ignore_ascii_case("url") {
        match rest.trim_ascii_start().strip_prefix('=') {
            Some(value) => value.trim_ascii_start(),
            None => return text,
        }
    } else if text.starts_with(['u', 'U']) {
        return text;
    } else {
        text
    };
    let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return value;
    };
    value[1..].split(quote).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_browsers_read_it() {
        let cases = [
            ("5", Some((5, ""))),
            (" 0;url=/a", Some((0, "/a"))),
            ("10; URL='page.html'", Some((10, "page.html"))),
            ("10, url = \"p\"x", Some((10, "p"))),
            ("3 /autre", Some((3, "/autre"))),
            ("3;uri", Some((3, "uri"))),
            ("3;url/x", Some((3, "url/x"))),
            ("2.9;url=b", Some((2, "b"))),
            (".5", Some((0, ""))),
            ("1;", Some((1, ""))),
            ("1;'a'b", Some((1, "a"))),
            ("1;url='a", Some((1, "a"))),
            ("1;é", Some((1, "é"))),
            ("1;uré", Some((1, "uré"))),
            ("99999999999999999999999", Some((u64::MAX, ""))),
            ("", None),
            ("url=/a", None),
            ("-1", None),
            ("5x", None),
            ("5é", None),
        ];
        for (content, expected) in cases {
            let found = parse(content).map(|r| (r.delay, r.url));
            assert_eq!(found, expected, "{content:?}");
        }
    }
}
