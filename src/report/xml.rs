//! What the formats written in XML share.

use std::borrow::Cow;

use super::escape::visible;

/// A text or an attribute's value. What a terminal or XML 1.0 does not take is written `\u{fffe}`.
pub fn text(text: &str) -> String {
    let shown: Cow<'_, str> = visible(text);
    let mut out = String::with_capacity(shown.len() + 16);
    for c in shown.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// The first line of a document.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
