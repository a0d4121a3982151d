//! `sizes` of images: WHATWG HTML 4.8.4.2.1, a «valid source size list».

use std::ops::Range;

use super::css_tokens::{Kind as Token, Part, end_of_block, is_length_unit, is_math, read};
use super::media_query::{self, Reader, comma};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing is written.
    Empty,
    /// Nothing between two commas, or after the last.
    Comma,
    /// No length: another unit, none, a percentage, or below zero.
    Length,
    /// A size without condition that is not the last: what follows never counts.
    Unreached,
    /// Something after the size.
    After,
    /// Brackets that are not closed.
    Open,
    /// The condition.
    Condition(media_query::Kind),
}

type Fault = (Kind, Range<usize>);

/// Checks a list of sizes.
pub fn check(value: &str) -> Result<(), Fault> {
    let whole = 0..value.len();
    if value.trim_ascii().is_empty() {
        return Err((Kind::Empty, whole));
    }
    let parts = read(value).ok_or((Kind::Open, whole))?;
    let mut start = 0;
    loop {
        let end = comma(&parts, start);
        let Some(first) = parts[start..end].first() else {
            let at = parts
                .get(end)
                .or(parts.last())
                .map_or(0..0, |part| part.at.clone());
            return Err((Kind::Comma, at));
        };
        let is_last = end == parts.len();
        let is_auto = start == 0 && end == 1 && first.kind == Token::Ident("auto".to_owned());
        if !is_auto {
            size(&parts[start..end], is_last)?;
        }
        if is_last {
            return Ok(());
        }
        start = end + 1;
    }
}

fn size(parts: &[Part], is_last: bool) -> Result<(), Fault> {
    let mut at = 0;
    let conditional = match &parts[0].kind {
        Token::Open => true,
        Token::Ident(word) => word == "not",
        _ => false,
    };
    let end = parts.last().map_or(0, |part| part.at.end);
    if conditional {
        let mut reader = Reader::new(parts);
        media_query::condition(&mut reader, true)
            .map_err(|(kind, at)| (Kind::Condition(kind), at))?;
        at = reader.at;
    }
    let Some(part) = parts.get(at) else {
        return Err((Kind::Length, parts[0].at.start..end));
    };
    let (right, next) = match &part.kind {
        Token::Dimension { value, unit } => (is_length_unit(unit) && *value >= 0.0, at + 1),
        Token::Number { value, .. } => (*value == 0.0, at + 1),
        Token::Function(name) => (is_math(name), end_of_block(parts, at)),
        _ => (false, at + 1),
    };
    if !right {
        return Err((Kind::Length, part.at.start..parts[next - 1].at.end));
    }
    match parts.get(next) {
        Some(after) => Err((Kind::After, after.at.start..end)),
        None if !conditional && !is_last => Err((Kind::Unreached, parts[0].at.start..end)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        for value in [
            "100vw",
            "0",
            "auto",
            "auto, 100vw",
            "1e3px",
            "calc(100vw - 10px)",
            "clamp(1px, 2vw, 3px)",
            "(min-width:500px) 500px, 100vw",
            "not (min-width:1px) 1px, 2px",
            "(min-width:1px) and (max-width:2px) 1px, 2px",
            "1rem",
            "/**/50vw",
            ".5vw",
        ] {
            assert_eq!(check(value), Ok(()), "{value}");
        }
        let kind = |value: &str| check(value).expect_err(value).0;
        assert_eq!(kind(" "), Kind::Empty);
        assert_eq!(kind("100vw, 50vw"), Kind::Unreached);
        assert_eq!(kind("1px 2px"), Kind::After);
        assert_eq!(kind("calc(1px"), Kind::Open);
        for value in [
            "1",
            "100%",
            "-1px",
            "1dpi",
            "default",
            "50/**/vw",
            "(min-width:500px) 50, 100vw",
            "(min-width:1px), 2px",
            "100vw, auto",
            "var(--a)",
        ] {
            let found = kind(value);
            assert!(
                matches!(found, Kind::Length | Kind::Unreached),
                "{value}: {found:?}"
            );
        }
        for value in ["100vw,", ",100vw", "(min-width:500px) 500px,"] {
            assert!(
                matches!(kind(value), Kind::Comma | Kind::Unreached),
                "{value}"
            );
        }
        assert!(matches!(kind("(123) 500px, 100vw"), Kind::Condition(_)));
    }
}
