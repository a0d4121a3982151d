//! Media queries: Media Queries 4 and 5, section 3 «Syntax»; media types 2.3; media features 4 to 7 and 5.

use std::ops::Range;

use super::css_tokens::{Kind as Token, Part, end_of_block, is_length_unit, is_math, read};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing between two commas, or after the last.
    Empty,
    /// No such media type.
    Type,
    /// A media type that CSS has dropped: `handheld`, `projection`, `tv`.
    OldType,
    /// A feature that CSS has dropped: `device-width`.
    OldFeature,
    /// A value that the feature does not take.
    Value,
    /// `min-` or `max-` of a feature that has no order, or without a value.
    Bound,
    /// `and` and `or` side by side.
    Mixed,
    /// Brackets that are not closed.
    Open,
    /// Anything else.
    Form,
}

type Fault = (Kind, Range<usize>);

/// Checks a list of media queries; an empty one is for all media.
pub fn check(value: &str) -> Result<(), Fault> {
    if matches!(value, "" | "all" | "screen" | "print") || value.trim_ascii().is_empty() {
        return Ok(());
    }
    let parts = read(value).ok_or((Kind::Open, 0..value.len()))?;
    let mut start = 0;
    loop {
        let end = comma(&parts, start);
        if start == end {
            let at = parts.get(end).or(parts.last()).map(|part| part.at.clone());
            return Err((Kind::Empty, at.unwrap_or(0..value.len())));
        }
        query(&mut Reader::new(&parts[start..end]))?;
        if end == parts.len() {
            return Ok(());
        }
        start = end + 1;
    }
}

/// The next comma outside of blocks, or the end.
pub(super) fn comma(parts: &[Part], from: usize) -> usize {
    let mut at = from;
    while at < parts.len() {
        match parts[at].kind {
            Token::Comma => return at,
            Token::Open | Token::Function(_) => at = end_of_block(parts, at),
            _ => at += 1,
        }
    }
    at
}

pub(super) struct Reader<'a> {
    parts: &'a [Part],
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(parts: &'a [Part]) -> Reader<'a> {
        Reader { parts, at: 0 }
    }

    fn peek(&self) -> Option<&'a Token> {
        self.parts.get(self.at).map(|part| &part.kind)
    }

    fn word(&self) -> Option<&'a str> {
        match self.peek() {
            Some(Token::Ident(word)) => Some(word),
            _ => None,
        }
    }

    /// The place of the token that stands here, or of the last.
    fn here(&self) -> Range<usize> {
        let part = self.parts.get(self.at).or(self.parts.last());
        part.map_or(0..0, |part| part.at.clone())
    }

    fn fault(&self, kind: Kind) -> Fault {
        (kind, self.here())
    }
}

fn query(reader: &mut Reader<'_>) -> Result<(), Fault> {
    let typed = match reader.word() {
        Some("only") => true,
        Some("not") => !matches!(
            reader.parts.get(1).map(|part| &part.kind),
            Some(Token::Open)
        ),
        Some(_) => true,
        None => false,
    };
    if !typed {
        condition(reader, true)?;
    } else {
        if matches!(reader.word(), Some("not" | "only")) {
            reader.at += 1;
        }
        media_type(reader)?;
        if reader.at < reader.parts.len() {
            if reader.word() != Some("and") {
                return Err(reader.fault(Kind::Form));
            }
            reader.at += 1;
            condition(reader, false)?;
        }
    }
    match reader.at < reader.parts.len() {
        true => Err(reader.fault(Kind::Form)),
        false => Ok(()),
    }
}

fn media_type(reader: &mut Reader<'_>) -> Result<(), Fault> {
    let kind = match reader.word() {
        Some("all" | "print" | "screen") => {
            reader.at += 1;
            return Ok(());
        }
        Some(
            "aural" | "braille" | "embossed" | "handheld" | "projection" | "speech" | "tty" | "tv",
        ) => Kind::OldType,
        Some("and" | "or" | "not" | "only" | "layer") | None => Kind::Form,
        Some(_) => Kind::Type,
    };
    Err(reader.fault(kind))
}

/// Conditions joined by `and` alone or, where it may be, by `or` alone.
pub(super) fn condition(reader: &mut Reader<'_>, or: bool) -> Result<(), Fault> {
    if reader.word() == Some("not") {
        reader.at += 1;
        return in_parentheses(reader);
    }
    in_parentheses(reader)?;
    let Some(joint @ ("and" | "or")) = reader.word() else {
        return Ok(());
    };
    if joint == "or" && !or {
        return Err(reader.fault(Kind::Mixed));
    }
    while let Some(word @ ("and" | "or")) = reader.word() {
        if word != joint {
            return Err(reader.fault(Kind::Mixed));
        }
        reader.at += 1;
        // `screen and not (color)`.
        if !or && reader.word() == Some("not") {
            reader.at += 1;
        }
        in_parentheses(reader)?;
    }
    Ok(())
}

fn in_parentheses(reader: &mut Reader<'_>) -> Result<(), Fault> {
    if reader.peek() != Some(&Token::Open) {
        return Err(reader.fault(Kind::Form));
    }
    let end = end_of_block(reader.parts, reader.at);
    let inner = &reader.parts[reader.at + 1..end - 1];
    let nested = match inner.first().map(|part| &part.kind) {
        None => return Err(reader.fault(Kind::Form)),
        Some(Token::Open) => true,
        Some(Token::Ident(word)) => {
            word == "not" && matches!(inner.get(1).map(|part| &part.kind), Some(Token::Open))
        }
        Some(_) => false,
    };
    if nested {
        // As deep as the tokens are, and they have a limit.
        let mut inside = Reader::new(inner);
        condition(&mut inside, true)?;
        if inside.at < inner.len() {
            return Err(inside.fault(Kind::Form));
        }
    } else {
        feature(inner)?;
    }
    reader.at = end;
    Ok(())
}

/// What a feature takes.
#[derive(Clone, Copy, PartialEq)]
enum Type {
    Length,
    Whole,
    Ratio,
    Resolution,
    /// 0 or 1.
    Switch,
    Words(&'static [&'static str]),
    /// Not looked into.
    Any,
}

impl Type {
    fn has_order(self) -> bool {
        !matches!(self, Type::Switch | Type::Words(_))
    }
}

const HOVER: Type = Type::Words(&["none", "hover"]);
const POINTER: Type = Type::Words(&["none", "coarse", "fine"]);
const RANGE: Type = Type::Words(&["standard", "high"]);
const REDUCE: Type = Type::Words(&["no-preference", "reduce"]);

static FEATURES: &[(&str, Type)] = &[
    ("any-hover", HOVER),
    ("any-pointer", POINTER),
    ("aspect-ratio", Type::Ratio),
    ("color", Type::Whole),
    ("color-gamut", Type::Words(&["srgb", "p3", "rec2020"])),
    ("color-index", Type::Whole),
    (
        "display-mode",
        Type::Words(&[
            "browser",
            "fullscreen",
            "minimal-ui",
            "picture-in-picture",
            "standalone",
            "window-controls-overlay",
        ]),
    ),
    ("dynamic-range", RANGE),
    ("forced-colors", Type::Words(&["none", "active"])),
    ("grid", Type::Switch),
    ("height", Type::Length),
    ("hover", HOVER),
    ("inverted-colors", Type::Words(&["none", "inverted"])),
    ("monochrome", Type::Whole),
    ("orientation", Type::Words(&["portrait", "landscape"])),
    (
        "overflow-block",
        Type::Words(&["none", "scroll", "optional-paged", "paged"]),
    ),
    ("overflow-inline", Type::Words(&["none", "scroll"])),
    ("pointer", POINTER),
    ("prefers-color-scheme", Type::Words(&["light", "dark"])),
    (
        "prefers-contrast",
        Type::Words(&["no-preference", "more", "less", "custom"]),
    ),
    ("prefers-reduced-data", REDUCE),
    ("prefers-reduced-motion", REDUCE),
    ("prefers-reduced-transparency", REDUCE),
    ("resolution", Type::Resolution),
    ("scan", Type::Words(&["interlace", "progressive"])),
    (
        "scripting",
        Type::Words(&["none", "initial-only", "enabled"]),
    ),
    ("update", Type::Words(&["none", "slow", "fast"])),
    ("video-dynamic-range", RANGE),
    ("width", Type::Length),
];

/// The type of a feature; that of others, of browsers or of drafts, is not known.
fn type_of(name: &str) -> Type {
    let row = FEATURES.iter().find(|(known, _)| *known == name);
    row.map_or(Type::Any, |row| row.1)
}

fn is_old(name: &str) -> bool {
    matches!(
        name,
        "device-width" | "device-height" | "device-aspect-ratio"
    )
}

/// `name`, `name: value`, `name > value`, `value < name < value`.
fn feature(parts: &[Part]) -> Result<(), Fault> {
    let whole = parts[0].at.start..parts.last().map_or(0, |part| part.at.end);
    let Token::Ident(name) = &parts[0].kind else {
        return range(parts, whole);
    };
    let bare = name
        .strip_prefix("min-")
        .or_else(|| name.strip_prefix("max-"));
    if is_old(bare.unwrap_or(name)) {
        return Err((Kind::OldFeature, parts[0].at.clone()));
    }
    let kind = type_of(bare.unwrap_or(name));
    if bare.is_some() && !kind.has_order() {
        return Err((Kind::Bound, parts[0].at.clone()));
    }
    match parts.get(1).map(|part| &part.kind) {
        None if bare.is_some() && kind != Type::Any => Err((Kind::Bound, whole)),
        None => Ok(()),
        Some(Token::Colon) => value(&parts[2..], kind, &whole),
        Some(Token::Delim('<' | '>' | '=')) if bare.is_none() || kind == Type::Any => {
            range(parts, whole)
        }
        Some(_) => Err((Kind::Form, whole)),
    }
}

fn range(parts: &[Part], whole: Range<usize>) -> Result<(), Fault> {
    let sign = |part: &Part| matches!(part.kind, Token::Delim('<' | '>' | '='));
    let mut sides = parts.split(sign).filter(|side| !side.is_empty());
    let (first, second, third) = (sides.next(), sides.next(), sides.next());
    let signs: String = parts
        .iter()
        .filter_map(|part| match part.kind {
            Token::Delim(c @ ('<' | '>' | '=')) => Some(c),
            _ => None,
        })
        .collect();
    let name_of = |side: &[Part]| match side {
        [
            Part {
                kind: Token::Ident(name),
                ..
            },
        ] => Some(type_of(name)).filter(|_| !is_old(name)),
        _ => None,
    };
    let form = (Kind::Form, whole.clone());
    // `<=` is written in one.
    let apart = |pair: &[Part]| pair.iter().all(sign) && pair[0].at.end < pair[1].at.start;
    if parts.windows(2).any(apart) {
        return Err(form);
    }
    match (first, second, third) {
        (Some(one), Some(two), None) if matches!(&*signs, "<" | ">" | "=" | "<=" | ">=") => {
            match (name_of(one), name_of(two)) {
                (Some(kind), _) if kind.has_order() => value(two, kind, &whole),
                (_, Some(kind)) if kind.has_order() => value(one, kind, &whole),
                _ => Err(form),
            }
        }
        (Some(one), Some(name), Some(two)) if sides.next().is_none() => {
            let joined = matches!(
                &*signs,
                "<<" | "<<=" | "<=<" | "<=<=" | ">>" | ">>=" | ">=>" | ">=>="
            );
            match name_of(name) {
                Some(kind) if joined && kind.has_order() => {
                    value(one, kind, &whole)?;
                    value(two, kind, &whole)
                }
                _ => Err(form),
            }
        }
        _ => Err(form),
    }
}

fn value(parts: &[Part], kind: Type, whole: &Range<usize>) -> Result<(), Fault> {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return Err((Kind::Value, whole.clone()));
    };
    let math = matches!(&first.kind, Token::Function(name) if is_math(name))
        && end_of_block(parts, 0) == parts.len();
    let one = (parts.len() == 1).then_some(&first.kind);
    let number = |part: &Part| matches!(part.kind, Token::Number { value, .. } if value >= 0.0);
    let right = match (kind, one) {
        (Type::Any, _) => !parts
            .iter()
            .any(|part| matches!(part.kind, Token::Other | Token::Colon)),
        (Type::Words(words), Some(Token::Ident(word))) => words.contains(&word.as_str()),
        (Type::Words(_), _) => false,
        (_, None) if math => true,
        (Type::Length, Some(Token::Dimension { unit, .. })) => is_length_unit(unit),
        (Type::Length, Some(Token::Number { value, .. })) => *value == 0.0,
        (Type::Whole, Some(Token::Number { whole, .. })) => *whole,
        (Type::Switch, Some(Token::Number { value, whole })) => {
            *whole && (*value == 0.0 || *value == 1.0)
        }
        (Type::Resolution, Some(Token::Dimension { unit, .. })) => {
            matches!(unit.as_str(), "dpi" | "dpcm" | "dppx" | "x")
        }
        (Type::Resolution, Some(Token::Ident(word))) => word == "infinite",
        (Type::Ratio, Some(_)) => number(first),
        (Type::Ratio, None) => {
            let [one, slash, two] = parts else {
                return Err((Kind::Value, first.at.start..last.at.end));
            };
            number(one) && slash.kind == Token::Delim('/') && number(two)
        }
        _ => false,
    };
    match right {
        true => Ok(()),
        false => Err((Kind::Value, first.at.start..last.at.end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries() {
        for value in [
            "",
            " ",
            "all",
            "not screen",
            "only screen and (color)",
            "screen, (min-width: 1px)",
            "(min-width:0)",
            "(width)",
            "(color: 1)",
            "(grid:1)",
            "(aspect-ratio: 16 / 9)",
            "(resolution:2dppx)",
            "(-webkit-min-device-pixel-ratio:2)",
            "(prefers-color-scheme:dark)",
            "(width >= 400px)",
            "(400px <= width <= 700px)",
            "(400px < width)",
            "not (color)",
            "(not (color))",
            "((color) or (hover)) and (grid)",
            "screen and not (color)",
            "SCREEN AND (MIN-WIDTH:1PX)",
            "(min-width: calc(1px + 2px))",
            "((color))",
            "(foo)",
            "(foo:bar)",
            "screen /* b */ and (color)",
            "(orientation)",
        ] {
            assert_eq!(check(value), Ok(()), "{value}");
        }
        let kind = |value: &str| check(value).expect_err(value).0;
        assert_eq!(kind("alla"), Kind::Type);
        assert_eq!(kind("tv and (color)"), Kind::OldType);
        assert_eq!(kind("(max-device-width: 480px)"), Kind::OldFeature);
        assert_eq!(kind("(color) and (hover) or (grid)"), Kind::Mixed);
        assert_eq!(kind("screen and (color) or (hover)"), Kind::Mixed);
        assert_eq!(kind("(min-orientation:portrait)"), Kind::Bound);
        assert_eq!(kind("(min-width)"), Kind::Bound);
        for value in ["(min-width", "screen and (min-width:"] {
            assert_eq!(kind(value), Kind::Open, "{value}");
        }
        for value in [",", "screen,", ",screen"] {
            assert_eq!(kind(value), Kind::Empty, "{value}");
        }
        for value in [
            "(min-width:400)",
            "(min-width: 400uu)",
            "(min-width:)",
            "(color: 1em)",
            "(grid:2)",
            "(orientation:foo)",
            "(max-width: 100%)",
            "(width > 400)",
            "(width: 10 px)",
            "(foo: b: c)",
        ] {
            assert_eq!(kind(value), Kind::Value, "{value}");
        }
        for value in [
            "screen and",
            "and",
            "()",
            "screen screen",
            "screen and(color)",
            "(400px < width > 300px)",
            "(width > = 300px)",
            "(min-width=1px)",
            "(123)",
            "\"a\"",
        ] {
            assert_eq!(kind(value), Kind::Form, "{value}");
        }
    }
}
