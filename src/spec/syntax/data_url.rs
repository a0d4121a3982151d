//! What follows `data:`: RFC 2397, and Fetch 6 «data: URLs» for what browsers do with it.

use std::ops::Range;

use super::{base64, mime};
use crate::spec::links::scheme;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No comma: nothing says where the data begins.
    NoComma,
    /// What precedes the comma is no MIME type.
    Type,
    /// The data is not base64, which is announced.
    Base64,
}

/// Checks what follows the scheme, up to the fragment; ranges are of the text given.
pub fn check(rest: &str) -> Result<(), (Kind, Range<usize>)> {
    let end = rest.find('#').unwrap_or(rest.len());
    let Some(comma) = rest[..end].find(',') else {
        return Err((Kind::NoComma, 0..end));
    };
    let (announced, data) = (&rest[..comma], &rest[comma + 1..end]);
    let encoded = announced
        .len()
        .checked_sub(7)
        .and_then(|at| announced.split_at_checked(at))
        .filter(|(_, word)| word.eq_ignore_ascii_case(";base64"));
    let mime = encoded.map_or(announced, |(mime, _)| mime);
    // Parameters alone belong to `text/plain`.
    let is_type = match mime.strip_prefix(';') {
        _ if mime.is_empty() => true,
        Some(_) => mime::check(&format!("text/plain{mime}")).is_ok(),
        None => mime::check(mime).is_ok(),
    };
    if !is_type {
        return Err((Kind::Type, 0..comma));
    }
    if encoded.is_some() && !base64::is_valid(crate::spec::url::percent_decode(data).as_bytes()) {
        return Err((Kind::Base64, comma + 1..end));
    }
    Ok(())
}

/// Where a `data:` URL is cut by a `#`, which begins a fragment and ends the data.
pub fn fragment(url: &str) -> Option<usize> {
    scheme(url).filter(|scheme| scheme.eq_ignore_ascii_case("data"))?;
    url.find('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data() {
        for rest in [
            ",",
            ",a",
            "text/plain,a",
            "image/png;base64,AAAA",
            ";base64,AA==",
            ";charset=utf-8,a",
            "a/b;c=d;e=f,g#h",
        ] {
            assert_eq!(check(rest), Ok(()), "{rest}");
        }
        let kind = |rest| check(rest).expect_err(rest).0;
        assert_eq!(kind("text/html"), Kind::NoComma);
        assert_eq!(kind("/exemple/"), Kind::NoComma);
        assert_eq!(kind("text,a"), Kind::Type);
        assert_eq!(kind("image/svg+xml;utf8,a"), Kind::Type);
        assert_eq!(kind("image/png;base64,A"), Kind::Base64);
        assert_eq!(fragment(" data:,a#b"), Some(8));
        assert_eq!(fragment("a#b"), None);
    }
}
