//! The declarations of a `style` attribute (CSS Style Attributes; CSS Syntax 3, 5.5.6 «Consume a list of declarations»).
//!
//! A byte scan, no allocation: comments, strings, escapes and nested blocks are stepped over. Escaped names and at-rules, which no
//! style attribute has any use for, are not declarations here.

use std::ops::Range;

/// One `name: value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration<'a> {
    /// The property as written: compare without regard to ASCII case.
    pub name: &'a str,
    /// The value without `!important`, trimmed. Comments inside it stay.
    pub value: &'a str,
    /// Whether it ends with `!important`.
    pub important: bool,
    /// Where name and value stand in the attribute's value, in bytes.
    pub range: Range<usize>,
}

impl Declaration<'_> {
    /// Whether it is about this property (given in ASCII lowercase).
    pub fn is(&self, property: &str) -> bool {
        self.name.eq_ignore_ascii_case(property)
    }
}

/// The declarations of a `style` attribute, in order, invalid ones dropped as far as syntax goes.
pub fn declarations(style: &str) -> impl Iterator<Item = Declaration<'_>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        while rest < style.len() {
            let end = rest + scan(&style.as_bytes()[rest..], b';').unwrap_or(style.len() - rest);
            let part = rest..end;
            rest = end + 1;
            if let Some(declaration) = declaration(style, part) {
                return Some(declaration);
            }
        }
        None
    })
}

/// The last declaration that counts for a property (given in ASCII lowercase) among those whose value `valid` accepts: as in
/// browsers, invalid values are as if not written.
pub fn last<'a>(
    style: &'a str,
    property: &str,
    valid: impl Fn(&str) -> bool,
) -> Option<Declaration<'a>> {
    let mut winner: Option<Declaration<'a>> = None;
    for d in declarations(style).filter(|d| d.is(property) && valid(d.value)) {
        if d.important || winner.as_ref().is_none_or(|w| !w.important) {
            winner = Some(d);
        }
    }
    winner
}

fn declaration(style: &str, part: Range<usize>) -> Option<Declaration<'_>> {
    let text = &style[part.clone()];
    let skipped = leading(text);
    let colon = skipped + scan(&text.as_bytes()[skipped..], b':')?;
    let name = text[skipped..colon].trim_ascii();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_' || b >= 0x80;
    let name_end = name.bytes().position(|b| !plain(b)).unwrap_or(name.len());
    let (name, after) = name.split_at(name_end);
    if name.is_empty() || leading(after) < after.len() {
        return None;
    }
    let from = colon + 1 + leading(&text[colon + 1..]);
    let mut value = text[from..].trim_ascii_end();
    let to = from + value.len();
    let mut important = false;
    if let Some(bang) = value.rfind('!')
        && value[bang + 1..]
            .trim_ascii()
            .eq_ignore_ascii_case("important")
    {
        value = value[..bang].trim_ascii_end();
        important = true;
    }
    (!value.is_empty()).then(|| Declaration {
        name,
        value,
        important,
        range: part.start + skipped..part.start + to,
    })
}

/// Length of the white space and comments a text begins with.
pub(super) fn leading(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b) if b.is_ascii_whitespace() => at += 1,
            Some(b'/') if bytes.get(at + 1) == Some(&b'*') => at = comment(bytes, at),
            _ => return at,
        }
    }
}

/// Where the comment that begins at `at` ends.
pub(super) fn comment(bytes: &[u8], at: usize) -> usize {
    bytes[at + 2..]
        .windows(2)
        .position(|w| w == b"*/")
        .map_or(bytes.len(), |end| at + 2 + end + 2)
}

/// Where `wanted` first stands outside comments, strings and brackets.
pub(super) fn scan(bytes: &[u8], wanted: u8) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b if b == wanted && depth == 0 => return Some(at),
            b'\\' => at += 1,
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                at = comment(bytes, at);
                continue;
            }
            quote @ (b'"' | b'\'') => {
                at += 1;
                while at < bytes.len() && bytes[at] != quote && bytes[at] != b'\n' {
                    at += 1 + usize::from(bytes[at] == b'\\');
                }
            }
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(style: &str) -> String {
        declarations(style)
            .map(|d| {
                assert!(style[d.range.clone()].starts_with(d.name));
                format!(
                    "{}={}{}",
                    d.name,
                    d.value,
                    if d.important { "!" } else { "" }
                )
            })
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn declarations_as_css_reads_them() {
        assert_eq!(all("color:red;display : none"), "color=red|display=none");
        assert_eq!(all(" ;; DISPLAY:NONE ! Important ;"), "DISPLAY=NONE!");
        assert_eq!(
            all("background:url(a;b:c);content:\"x;display:none\";x:1"),
            "background=url(a;b:c)|content=\"x;display:none\"|x=1"
        );
        assert_eq!(all("/* display:none; */color:red"), "color=red");
        assert_eq!(all("color/* a */:/* b */red"), "color=red");
        assert_eq!(all("display none; color: red"), "color=red");
        assert_eq!(all("display:; color:"), "");
        assert_eq!(all("a:'x\\';b:c';d:e"), "a='x\\';b:c'|d=e");
        assert_eq!(all("--x:{a;b};c:d"), "--x={a;b}|c=d");
        assert_eq!(all("a:b\\;c;d:e"), "a=b\\;c|d=e");
        assert_eq!(all("a:(b;c:d"), "a=(b;c:d");
        assert_eq!(all("é:1;a:/*"), "é=1");
    }

    #[test]
    fn later_and_important_win() {
        let display = |s| last(s, "display", |_| true).map(|d| d.value);
        assert_eq!(display("display:block;display:none"), Some("none"));
        assert_eq!(
            display("display:block!important;display:none"),
            Some("block")
        );
        assert_eq!(
            display("display:a !important;Display:b !important"),
            Some("b")
        );
        assert_eq!(display("color:red"), None);
        let valid = last("display:none;display:bogus", "display", |v| v != "bogus");
        assert_eq!(valid.map(|d| d.value), Some("none"));
    }
}
