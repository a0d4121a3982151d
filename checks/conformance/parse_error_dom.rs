//! Which parse errors are still there in the tree that browsers build: were it written out again (HTML Standard, 13.3 «Serializing HTML
//! fragments»), the same error would be read in it.
//!
//! Most are not. Of the tokenizer (13.2.5): a tag, a comment, a reference or a value that was badly written is a token like another, and is
//! written out well: `&copy` as `©`, `a=b"c` in quotes, `</ x>` as a comment. Of tree construction (13.2.6): what may not be there is
//! ignored (stray end tags, a second `body`), moved (what a table cannot hold goes before it, text after `</body>` into it) or closed
//! for its author (what is left open, `a` in `a`, formatting that overlaps): the tree is well nested, though not as it was written.

use crate::check::InDom;

/// Errors that the tree keeps, sorted.
const KEPT: [&str; 7] = [
    // 13.2.3.5: the character is taken as it is.
    "control-character-in-input-stream",
    // The comment holds `<!--` (13.2.5.46), against 13.1.6.
    "nested-comment",
    // 13.2.5.80: the character is that of the number.
    "noncharacter-character-reference",
    "noncharacter-in-input-stream",
    "surrogate-in-input-stream",
    // 13.2.5.33 and 13.2.5.32: the attribute has that name.
    "unexpected-character-in-attribute-name",
    "unexpected-equals-sign-before-attribute-name",
];

/// What becomes of a parse error; `name`: the element or attribute; `source`: what is written there.
pub fn in_dom(code: &str, name: Option<&str>, source: &str) -> InDom {
    match (code, name) {
        // 13.2.5.80: from 0x80 to 0x9F another character stands for it, else it stays.
        ("control-character-reference", _) => match number(source) {
            Some(0x80..=0x9F) => InDom::Repaired,
            Some(_) => InDom::Survives,
            None => InDom::Unknown,
        },
        // 13.2.6.4.9: a form stays in the table, holding nothing, and so does a hidden field; other fields are moved.
        ("misplaced-in-table", Some("form")) => InDom::Survives,
        ("misplaced-in-table", Some("input")) => InDom::Unknown,
        // 13.2.6.4.7: put in the tree where they are.
        ("misplaced-start-tag", Some("hr" | "rb" | "rp" | "rt" | "rtc")) => InDom::Survives,
        // A comment by 13.2.5.6, which Chromium 156 keeps as a processing instruction.
        ("unexpected-question-mark-instead-of-tag-name", _) => InDom::Unknown,
        // An end tag comes after the text of the script, which may have been all that lacked (13.2.5.20).
        ("eof-in-script-html-comment-like-text", _) => InDom::Unknown,
        _ if KEPT.binary_search(&code).is_ok() => InDom::Survives,
        _ => InDom::Repaired,
    }
}

/// The number of a character reference.
fn number(reference: &str) -> Option<u32> {
    let digits = reference.strip_prefix("&#")?.trim_end_matches(';');
    match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => digits.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::conformance::parse_error_messages;

    #[test]
    fn codes_are_sorted_and_told() {
        assert!(KEPT.is_sorted());
        for code in KEPT {
            assert!(parse_error_messages::find(code).is_some(), "{code}");
        }
    }

    #[test]
    fn references_to_controls() {
        let dom = |source| in_dom("control-character-reference", None, source);
        assert_eq!(dom("&#x92;"), InDom::Repaired);
        assert_eq!(dom("&#146"), InDom::Repaired);
        assert_eq!(dom("&#1;"), InDom::Survives);
        assert_eq!(dom("&#;"), InDom::Unknown);
    }
}
