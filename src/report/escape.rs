//! What a page says, made safe to print: no terminal commands, no change of writing direction, no commands to the machine
//! that runs a build.

use std::borrow::Cow;

/// Whether a scalar value must not reach a terminal as it is: control characters (Unicode general category Cc, tab apart),
/// bidirectional controls, line and paragraph separators, and the invisible tag characters.
pub const fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\n'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Whether the scalar value that begins with this byte of UTF-8 may have to be escaped: it is `[`, or unsafe, or shares its first byte with
/// one that is.
pub(super) const fn may_be_unsafe(first: u8) -> bool {
    // Without a branch: every byte that is written passes here, many at once.
    (first < 0x20)
        | (first == b'[')
        | (first == 0x7f)
        | (first == 0xc2)
        | (first == 0xd8)
        | (first == 0xe2)
        | (first == 0xf3)
}

/// Whether the `[` that follows would begin a command: `##[` for GitHub's runner and `##vso[` for Azure's are read anywhere in
/// a line.
pub(super) fn begins_command(before: &str) -> bool {
    before
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .ends_with("##")
}

/// The text with every unsafe scalar value written `\u{202e}`. What a prefix of the text becomes is a prefix of the result.
pub fn visible(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    for (i, c) in text.char_indices() {
        if is_unsafe(c) || (c == '[' && begins_command(&text[..i])) {
            out.push_str(&text[copied..i]);
            out.extend(c.escape_unicode());
            copied = i + c.len_utf8();
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// [`visible`], for a text that begins a line: GitHub's runner obeys a line that begins with `::`.
pub fn visible_at_line_start(text: &str) -> String {
    let shown = visible(text);
    match shown.trim_start().strip_prefix("::") {
        Some(rest) => format!("\\u{{3a}}:{rest}"),
        None => shown.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_unsafe, may_be_unsafe, visible, visible_at_line_start};

    #[test]
    fn first_bytes() {
        for c in (char::MIN..=char::MAX).filter(|c| is_unsafe(*c) || *c == '[') {
            assert!(may_be_unsafe(c.to_string().as_bytes()[0]), "{c:?}");
        }
    }

    #[test]
    fn only_what_is_dangerous_changes() {
        let plain = "é « à » — ‍👩‍👩 \t ok ## [x] a##b";
        assert_eq!(visible(plain), plain);
        assert_eq!(visible("a\u{1b}[31m"), "a\\u{1b}[31m");
        assert_eq!(
            visible("\u{202e}x\r\n\u{9b}"),
            "\\u{202e}x\\u{d}\\u{a}\\u{9b}"
        );
        assert_eq!(visible("###[error]x"), "###\\u{5b}error]x");
        assert_eq!(visible("##vso[task]"), "##vso\\u{5b}task]");
        assert_eq!(visible_at_line_start(" ::error::x"), "\\u{3a}:error::x");
        assert_eq!(visible_at_line_start("a::b"), "a::b");
    }
}
