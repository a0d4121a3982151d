//! CSS tokens in a row, with their places (CSS Syntax 3).

use std::ops::Range;

use cssparser::{Parser, Token};

/// As much of a token as media queries and sizes look at.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// In lower case.
    Ident(String),
    Number {
        value: f32,
        whole: bool,
    },
    /// The unit is in lower case.
    Dimension {
        value: f32,
        unit: String,
    },
    /// An open parenthesis.
    Open,
    /// A name and an open parenthesis; the name is in lower case.
    Function(String),
    /// A closed parenthesis.
    Close,
    Comma,
    Colon,
    Delim(char),
    Other,
}

/// A token, and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub kind: Kind,
    pub at: Range<usize>,
}

/// The tokens of a value, white space and comments left out; `None` when blocks are not closed or too deep.
pub fn read(value: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut parser = Parser::new(value);
    flatten(value, &mut parser, 0, &mut parts).then_some(parts)
}

/// Blocks inside each other; deeper ones are nothing that anyone writes.
const DEEPEST: u32 = 16;

fn flatten(value: &str, parser: &mut Parser<'_>, depth: u32, parts: &mut Vec<Part>) -> bool {
    loop {
        parser.skip_whitespace();
        let start = parser.position().byte_index();
        let Ok(token) = parser.next() else {
            return true;
        };
        let (kind, block) = match token {
            Token::Ident(name) => (Kind::Ident(name.to_ascii_lowercase()), false),
            Token::Number {
                value, int_value, ..
            } => {
                let (value, whole) = (*value, int_value.is_some());
                (Kind::Number { value, whole }, false)
            }
            Token::Dimension { value, unit, .. } => {
                let (value, unit) = (*value, unit.to_ascii_lowercase());
                (Kind::Dimension { value, unit }, false)
            }
            Token::ParenthesisBlock => (Kind::Open, true),
            Token::Function(name) => (Kind::Function(name.to_ascii_lowercase()), true),
            Token::SquareBracketBlock | Token::CurlyBracketBlock => (Kind::Other, true),
            Token::Comma => (Kind::Comma, false),
            Token::Colon => (Kind::Colon, false),
            Token::Delim(c) => (Kind::Delim(*c), false),
            _ => (Kind::Other, false),
        };
        let at = start..parser.position().byte_index();
        parts.push(Part { kind, at });
        if !block {
            continue;
        }
        let inside = |inner: &mut Parser<'_>| {
            let whole = depth < DEEPEST && flatten(value, inner, depth + 1, parts);
            Ok::<_, cssparser::ParseError<()>>(whole)
        };
        if !matches!(parser.parse_nested_block(inside), Ok(true)) {
            return false;
        }
        let end = parser.position().byte_index();
        if !matches!(
            value.as_bytes().get(end.wrapping_sub(1)),
            Some(b')' | b']' | b'}')
        ) {
            return false;
        }
        parts.push(Part {
            kind: Kind::Close,
            at: end - 1..end,
        });
    }
}

/// Units of length (CSS Values 4, 6).
pub fn is_length_unit(unit: &str) -> bool {
    const UNITS: [&str; 49] = [
        "cap", "ch", "cm", "cqb", "cqh", "cqi", "cqmax", "cqmin", "cqw", "dvb", "dvh", "dvi",
        "dvmax", "dvmin", "dvw", "em", "ex", "ic", "in", "lh", "lvb", "lvh", "lvi", "lvmax",
        "lvmin", "lvw", "mm", "pc", "pt", "px", "q", "rcap", "rch", "rem", "rex", "ric", "rlh",
        "svb", "svh", "svi", "svmax", "svmin", "svw", "vb", "vh", "vi", "vmax", "vmin", "vw",
    ];
    UNITS.contains(&unit)
}

/// Mathematical functions (CSS Values 4, 10).
pub fn is_math(name: &str) -> bool {
    const MATH: [&str; 13] = [
        "abs", "calc", "clamp", "exp", "hypot", "log", "max", "min", "mod", "pow", "rem", "round",
        "sqrt",
    ];
    MATH.contains(&name)
}

/// Where the block that opens at `at` ends: one past its closing token.
pub fn end_of_block(parts: &[Part], at: usize) -> usize {
    let mut depth = 0;
    for (i, part) in parts.iter().enumerate().skip(at) {
        match part.kind {
            Kind::Open | Kind::Function(_) => depth += 1,
            Kind::Close if depth <= 1 => return i + 1,
            Kind::Close => depth -= 1,
            _ => {}
        }
    }
    parts.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_places() {
        let parts = read("screen and (min-width: 4px)/**/").unwrap();
        assert_eq!(
            parts[0],
            Part {
                kind: Kind::Ident("screen".into()),
                at: 0..6
            }
        );
        assert_eq!(parts[2].kind, Kind::Open);
        assert_eq!(parts[5].at, 23..26);
        assert_eq!(end_of_block(&parts, 2), parts.len());
        assert_eq!(read("(a"), None);
        assert_eq!(read(&"(".repeat(100_000)), None);
    }
}
