//! Font sizes and weights (CSS Fonts 4; WHATWG HTML 15.3 for what browsers do by themselves).

use cssparser::{Parser, Token};

/// A length, as far as it is known without a layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Size {
    /// CSS pixels.
    Px(f32),
    /// Times the parent's size.
    Times(f32),
    /// Times the size of the document element.
    Root(f32),
}

/// Reads a value of `font-size`, or finds the size in one of `font`; `None` when it depends on the window or is not understood.
pub(super) fn size(value: &str) -> Option<Size> {
    let mut parser = Parser::new(value);
    loop {
        match parser.next().ok()? {
            Token::Dimension { value, unit, .. } => {
                return length(*value, unit).filter(|_| *value >= 0.0);
            }
            Token::Percentage { unit_value, .. } => return Some(Size::Times(*unit_value)),
            Token::Number { value: 0.0, .. } => return Some(Size::Px(0.0)),
            Token::Ident(word) => {
                if let Some(size) = keyword(word) {
                    return Some(size);
                }
            }
            // A weight, which is written before the size in `font`.
            Token::Number { .. } => {}
            _ => return None,
        }
    }
}

/// A length of CSS Values 4 in CSS pixels or in `em`.
pub(super) fn length(value: f32, unit: &str) -> Option<Size> {
    let px = match unit.to_ascii_lowercase().as_str() {
        "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "q" => 96.0 / 101.6,
        "em" => return Some(Size::Times(value)),
        "rem" => return Some(Size::Root(value)),
        _ => return None,
    };
    Some(Size::Px(value * px))
}

/// The number and the unit of a value that is one dimension.
pub fn dimension(value: &str) -> Option<(f32, &str)> {
    let end = value
        .char_indices()
        .find(|(at, c)| {
            let exponent = matches!(c, 'e' | 'E') && {
                let rest = value[at + 1..].trim_start_matches(['+', '-']);
                rest.starts_with(|c: char| c.is_ascii_digit())
            };
            !(c.is_ascii_digit() || matches!(c, '.' | '+' | '-') || exponent)
        })
        .map(|(at, _)| at)?;
    let (number, unit) = value.split_at(end);
    let whole = !unit.is_empty() && unit.bytes().all(|b| b.is_ascii_alphabetic());
    Some((number.parse().ok().filter(|_| whole)?, unit))
}

fn keyword(word: &str) -> Option<Size> {
    let px = match word.to_ascii_lowercase().as_str() {
        "xx-small" => 9.0,
        "x-small" => 10.0,
        "small" => 13.0,
        "medium" | "initial" => 16.0,
        "large" => 18.0,
        "x-large" => 24.0,
        "xx-large" => 32.0,
        "xxx-large" => 48.0,
        "inherit" | "unset" => return Some(Size::Times(1.0)),
        "smaller" => return Some(Size::Times(1.0 / 1.2)),
        "larger" => return Some(Size::Times(1.2)),
        _ => return None,
    };
    Some(Size::Px(px))
}

/// The size the browser's own sheet gives an HTML element; 16 px where the document begins.
pub(super) fn by_nature(name: &str) -> Size {
    Size::Times(match name {
        "h1" => 2.0,
        "h2" => 1.5,
        "h3" => 1.17,
        "h5" => 0.83,
        "h6" => 0.67,
        "big" => 1.2,
        "small" | "sub" | "sup" => 1.0 / 1.2,
        "rt" => 0.5,
        // The fixed font begins at 13 px.
        "code" | "kbd" | "listing" | "plaintext" | "pre" | "samp" | "tt" | "xmp" => 13.0 / 16.0,
        "button" | "input" | "select" | "textarea" => return Size::Px(40.0 / 3.0),
        _ => 1.0,
    })
}

/// What `font-weight` or `font` says of boldness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Bold,
    Normal,
    Inherit,
}

/// Reads a value of `font-weight`, or finds the weight in one of `font`; `None` when it is not understood.
pub(super) fn weight(value: &str, shorthand: bool) -> Option<Weight> {
    let mut parser = Parser::new(value);
    loop {
        match parser.next() {
            Ok(Token::Number { value, .. }) => {
                return Some(if *value >= 700.0 {
                    Weight::Bold
                } else {
                    Weight::Normal
                });
            }
            Ok(Token::Ident(word)) => match word.to_ascii_lowercase().as_str() {
                "bold" | "bolder" => return Some(Weight::Bold),
                "normal" | "initial" if !shorthand => return Some(Weight::Normal),
                "inherit" | "unset" => return Some(Weight::Inherit),
                _ if shorthand => {}
                _ => return None,
            },
            // The size: no weight was written before it.
            Ok(_) | Err(_) if shorthand => return Some(Weight::Normal),
            _ => return None,
        }
    }
}

/// The weight the browser's own sheet gives an HTML element.
pub(super) fn weight_by_nature(name: &str) -> Weight {
    match name {
        "b" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "optgroup" | "strong" | "th" => {
            Weight::Bold
        }
        "button" | "input" | "select" | "textarea" => Weight::Normal,
        _ => Weight::Inherit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        for (value, wanted) in [
            ("12px", Some(Size::Px(12.0))),
            ("18PT", Some(Size::Px(24.0))),
            ("1.5em", Some(Size::Times(1.5))),
            ("150%", Some(Size::Times(1.5))),
            ("2rem", Some(Size::Root(2.0))),
            ("Large", Some(Size::Px(18.0))),
            ("italic bold 20px/1.5 Marianne, serif", Some(Size::Px(20.0))),
            ("600 .5in x", Some(Size::Px(48.0))),
            ("0", Some(Size::Px(0.0))),
            ("5vw", None),
            ("calc(1px + 1em)", None),
            ("-1px", None),
        ] {
            assert_eq!(size(value), wanted, "{value}");
        }
    }

    #[test]
    fn dimensions() {
        for (value, wanted) in [
            ("2px", Some((2.0, "px"))),
            ("-.5EM", Some((-0.5, "EM"))),
            ("1e2q", Some((100.0, "q"))),
            ("1em", Some((1.0, "em"))),
            ("50%", None),
            ("2", None),
            ("1px 2px", None),
            ("calc(1px)", None),
            ("px", None),
        ] {
            assert_eq!(dimension(value), wanted, "{value}");
        }
    }

    #[test]
    fn weights() {
        assert_eq!(weight("700", false), Some(Weight::Bold));
        assert_eq!(weight("600", false), Some(Weight::Normal));
        assert_eq!(weight("lighter", false), None);
        assert_eq!(weight("italic bold 20px x", true), Some(Weight::Bold));
        assert_eq!(weight("20px x", true), Some(Weight::Normal));
        assert_eq!(weight("inherit", true), Some(Weight::Inherit));
    }
}
