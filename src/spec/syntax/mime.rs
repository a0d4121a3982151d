//! WHATWG MIME Sniffing 4.4 «Valid MIME type string»: a type, a subtype, parameters.

use std::ops::Range;

/// What is wrong with a MIME type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing before the `/`, or no `/`.
    NoType,
    /// Nothing after the `/`.
    NoSubtype,
    /// No name has this character.
    Character(char),
    /// White space where none may be: before, after, around `/` or `=`, before a `;`.
    Space,
    /// A `;` that no parameter follows.
    NoParameter,
    /// A parameter without `=` or without its value.
    NoValue,
    /// A quoted value without its closing quote.
    Quote,
}

type Fault = (Kind, Range<usize>);

/// Checks a type with its parameters.
pub fn check(value: &str) -> Result<(), Fault> {
    let mut at = token(value, 0, Kind::NoType)?;
    if value.as_bytes().get(at) != Some(&b'/') {
        return Err(unexpected(value, at, Kind::NoType));
    }
    at = token(value, at + 1, Kind::NoSubtype)?;
    while at < value.len() {
        at = parameter(value, at)?;
    }
    Ok(())
}

/// Checks a type that has no parameter (`accept`).
pub fn check_bare(value: &str) -> Result<(), Fault> {
    match value.find(';') {
        Some(at) => Err((Kind::Character(';'), at..at + 1)),
        None => check(value),
    }
}

/// `;`, white space, a name, `=`, a value; where it ends.
fn parameter(value: &str, at: usize) -> Result<usize, Fault> {
    let bytes = value.as_bytes();
    let spaces = |at: usize| {
        bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_whitespace())
            .count()
    };
    let semicolon = at + spaces(at);
    if bytes.get(semicolon) != Some(&b';') {
        return Err(unexpected(value, at, Kind::Space));
    }
    let name = semicolon + 1 + spaces(semicolon + 1);
    if name == value.len() {
        return Err((Kind::NoParameter, semicolon..value.len()));
    }
    let equals = token(value, name, Kind::NoParameter)?;
    match bytes.get(equals) {
        Some(b'=') => {}
        None => return Err((Kind::NoValue, name..equals)),
        Some(_) => return Err(unexpected(value, equals, Kind::NoValue)),
    }
    let start = equals + 1;
    if bytes.get(start) != Some(&b'"') {
        return token(value, start, Kind::NoValue);
    }
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            None => return Err((Kind::Quote, start..value.len())),
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// The end of the HTTP token that begins here.
fn token(value: &str, start: usize, missing: Kind) -> Result<usize, Fault> {
    let len = value.as_bytes()[start..]
        .iter()
        .take_while(|&&b| is_token(b))
        .count();
    if len == 0 {
        return Err(unexpected(value, start, missing));
    }
    Ok(start + len)
}

/// The fault of what stands here; `missing` when it is the end or another separator.
fn unexpected(value: &str, at: usize, missing: Kind) -> Fault {
    match value[at..].chars().next() {
        None | Some('/' | ';' | '=') => (missing, at.saturating_sub(1)..at.max(1).min(value.len())),
        Some(c) if c.is_ascii_whitespace() => (Kind::Space, at..at + 1),
        Some(c) => (Kind::Character(c), at..at + c.len_utf8()),
    }
}

/// HTTP token code points (WHATWG MIME Sniffing 3).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types() {
        for value in [
            "text/html",
            "TEXT/HTML",
            "image/svg+xml",
            "text/html;charset=utf-8",
            "text/html; charset=\"utf-8\"",
            "a/b ;c=d; e=f",
            "application/vnd.oasis.opendocument.text",
        ] {
            assert_eq!(check(value), Ok(()), "{value}");
        }
        let kind = |value| check(value).expect_err(value).0;
        assert_eq!(kind(""), Kind::NoType);
        assert_eq!(kind("application"), Kind::NoType);
        assert_eq!(kind("text/"), Kind::NoSubtype);
        assert_eq!(kind("/html"), Kind::NoType);
        assert_eq!(kind(" text/html"), Kind::Space);
        assert_eq!(kind("text/html "), Kind::Space);
        assert_eq!(kind("text/html; "), Kind::NoParameter);
        assert_eq!(kind("text/html ;"), Kind::NoParameter);
        assert_eq!(kind("text/html;charset"), Kind::NoValue);
        assert_eq!(kind("text/html;charset="), Kind::NoValue);
        assert_eq!(kind("text/html;charset=\"a"), Kind::Quote);
        assert_eq!(kind("text/été"), Kind::Character('é'));
        assert_eq!(kind("text/html, text/plain"), Kind::Character(','));
        assert!(check_bare("image/*").is_ok() && check_bare("image/png;q=1").is_err());
    }
}
