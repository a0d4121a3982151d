//! `meta http-equiv=refresh`.

/// The delay (in seconds) and the address of a `meta refresh` (WHATWG HTML 4.2.5.3, «shared declarative refresh steps»).
pub fn read(content: &str) -> Option<(u32, Option<&str>)> {
    let content = content.trim_ascii_start();
    let digits = content.bytes().take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 && !content.starts_with('.') {
        return None;
    }
    let delay = content[..digits]
        .parse()
        .unwrap_or(if digits == 0 { 0 } else { u32::MAX });
    let rest = content[digits..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let Some(rest) = rest.strip_prefix([';', ',']).or_else(|| {
        rest.starts_with(|c: char| c.is_ascii_whitespace())
            .then_some(rest)
    }) else {
        return Some((delay, None));
    };
    let rest = rest.trim_ascii_start();
    let named = rest
        .get(..3)
        .filter(|n| n.eq_ignore_ascii_case("url"))
        .and_then(|_| rest[3..].trim_ascii_start().strip_prefix('='));
    let url = named.unwrap_or(rest).trim_ascii_start();
    let url = match url.bytes().next() {
        Some(quote @ (b'"' | b'\'')) => url[1..].split(char::from(quote)).next().unwrap_or(""),
        _ => url,
    };
    Some((delay, (!url.trim_ascii().is_empty()).then_some(url)))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn refreshes() {
        assert_eq!(read("0; url=a.html"), Some((0, Some("a.html"))));
        assert_eq!(read(" 5;URL='a b' x"), Some((5, Some("a b"))));
        assert_eq!(read("0.5,a.html"), Some((0, Some("a.html"))));
        assert_eq!(read("3"), Some((3, None)));
        assert_eq!(read("30 url"), Some((30, Some("url"))));
        assert_eq!(read("url=a"), None);
        assert_eq!(read(""), None);
        assert_eq!(read("0;\u{e9}"), Some((0, Some("\u{e9}"))));
    }
}
