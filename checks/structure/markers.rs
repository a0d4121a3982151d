//! What a line of a list begins with when it is typed and not tagged.

/// The beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A glyph that is a bullet and nothing else, or SPIP's `-*` left as it is.
    Bullet(char),
    /// A hyphen or dash: a list, or a dialogue.
    Dash(char),
    /// An arrow, a tick, a square: a list most often, or a legend, or a decoration.
    Sign(char),
    /// A number or a letter with what follows it: `1.`, `a)`.
    Rank(Rank),
}

/// A numbered marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// From 1.
    pub value: u32,
    /// `a` rather than `1`.
    pub letter: bool,
    /// `.`, `)` or `°`.
    pub close: char,
}

impl Marker {
    /// Whether `next` goes on with the list that `self` is of.
    pub fn goes_on(self, next: Marker) -> bool {
        match (self, next) {
            (Marker::Rank(a), Marker::Rank(b)) => {
                a.letter == b.letter && a.close == b.close && b.value == a.value + 1
            }
            _ => self == next,
        }
    }
}

/// The marker a text begins with, white space aside: where it is in the text, and which.
pub fn marker(text: &str) -> Option<(std::ops::Range<usize>, Marker)> {
    if !may_begin(text.trim_ascii_start().as_bytes()) {
        return None;
    }
    let start = text.len() - text.trim_start().len();
    let line = &text[start..];
    let first = line.chars().next()?;
    if first.is_ascii_alphanumeric() {
        let (length, rank) = rank(line)?;
        return Some((start..start + length, Marker::Rank(rank)));
    }
    let (length, marker) = match first {
        '-' if line.starts_with("-*") || line.starts_with("-#") => (2, Marker::Bullet('*')),
        '-' | '–' | '—' | '‒' | '−' => (first.len_utf8(), Marker::Dash(first)),
        '•' | '‣' | '◦' | '⁃' | '▪' | '▫' | '·' | '∙' | '⦁' | '\u{f0b7}' | '\u{f0a7}' => {
            (first.len_utf8(), Marker::Bullet(first))
        }
        '●' | '○' | '■' | '□' | '◆' | '◇' | '▸' | '►' | '▶' | '➢' | '➤' | '➔' | '→' | '⇒' | '✓'
        | '✔' | '☑' | '❖' | '✦' | '★' | '»' | '›' => {
            (first.len_utf8(), Marker::Sign(first))
        }
        _ => return None,
    };
    // `---`, `●●○` and `- 10 %` are no list items.
    let rest = line[length..].trim_start();
    let spaced = rest.len() < line.len() - length;
    let begins_item = match rest.chars().next() {
        None => true,
        Some(c) if matches!(marker, Marker::Dash(_)) => {
            c.is_alphabetic() || (spaced && !c.is_numeric() && !is_glyph(c))
        }
        Some(c) => !is_glyph(c),
    };
    begins_item.then_some((start..start + length, marker))
}

/// A cheap look, for most texts begin with a word. White space out of ASCII is let through.
fn may_begin(text: &[u8]) -> bool {
    match *text {
        [b'-', ..] => true,
        [first, next, ..] if first.is_ascii_digit() => !next.is_ascii_alphabetic(),
        [first, next, ..] if first.is_ascii_alphabetic() => !next.is_ascii_alphanumeric(),
        // A vertical tab is white space too.
        [first, ..] => !first.is_ascii() || first == 0x0b,
        [] => false,
    }
}

fn is_glyph(c: char) -> bool {
    !c.is_alphanumeric()
        && !matches!(
            c,
            '«' | '"'
                | '“'
                | '’'
                | '\''
                | '('
                | '['
                | '<'
                | '#'
                | '@'
                | '/'
                | '.'
                | '_'
                | '$'
                | '€'
                | '='
        )
}

/// `1.`, `12)`, `3°`, `a)`, `b.`, then a space or the end of the text.
fn rank(line: &str) -> Option<(usize, Rank)> {
    let bytes = line.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let (length, value, letter) = match (digits, bytes[0]) {
        (1 | 2, b'1'..=b'9') => (digits, line[..digits].parse().ok()?, false),
        (0, first @ (b'a'..=b'z' | b'A'..=b'Z')) => {
            (1, u32::from(first.to_ascii_lowercase() - b'a') + 1, true)
        }
        _ => return None,
    };
    let close = line[length..].chars().next()?;
    let closes = matches!(close, ')' | '°') || (close == '.') || (close == '/' && !letter);
    let end = length + close.len_utf8();
    let parted = line[end..].chars().next().is_none_or(char::is_whitespace);
    (closes && parted).then_some((
        end,
        Rank {
            value,
            letter,
            close,
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_items_as_people_type_them() {
        let is = |text: &str| marker(text).map(|(range, m)| (text[range].to_owned(), m));
        let some = |text: &str, m| Some((text.to_owned(), m));
        assert_eq!(is("  • Passeport"), some("•", Marker::Bullet('•')));
        assert_eq!(is("•"), some("•", Marker::Bullet('•')));
        assert_eq!(is("-* Le SI-SAMU"), some("-*", Marker::Bullet('*')));
        assert_eq!(is("- Passeport"), some("-", Marker::Dash('-')));
        assert_eq!(is("–\u{a0}« Oui »"), some("–", Marker::Dash('–')));
        assert_eq!(is("→ Suite"), some("→", Marker::Sign('→')));
        let rank = |value, letter, close| {
            Marker::Rank(Rank {
                value,
                letter,
                close,
            })
        };
        assert_eq!(is("1. Un"), some("1.", rank(1, false, '.')));
        assert_eq!(is("b) Deux"), some("b)", rank(2, true, ')')));
        assert!(rank(1, false, '.').goes_on(rank(2, false, '.')));
        assert!(!rank(1, false, '.').goes_on(rank(3, false, '.')));
    }

    #[test]
    fn what_only_looks_like_one() {
        for text in [
            "- 10 % de remise",
            "-10 %",
            "---",
            "●●●○○",
            "2.5 km",
            "2024. Une année",
            "01. 23",
            "A la mairie",
            "1er étage",
            "* note",
            "Paris",
            "",
            "1",
            "--verbose",
            "a.b",
        ] {
            assert_eq!(marker(text), None, "{text}");
        }
    }
}
