//! HTML as it looks when it was escaped: tags in a line of text.

use std::ops::Range;

use super::prose;
use crate::spec::elements;

/// A tag that shows as text.
pub struct ShownTag<'t> {
    /// Its place in the line.
    pub range: Range<usize>,
    /// The element, as written.
    pub name: &'t str,
    /// `</p>`.
    pub end: bool,
    /// It has attributes, or what is left of them: `<div class=>`.
    pub attributes: bool,
}

/// The tags of HTML elements in a line of text, first to last. `<!--` counts, as a tag without name.
pub fn tags(line: &str) -> impl Iterator<Item = ShownTag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(found) = line[at..].find('<') {
            let start = at + found;
            if let Some(tag) = tag_at(line, start) {
                at = tag.range.end;
                return Some(tag);
            }
            at = start + 1;
        }
        None
    })
}

/// The longest tag that is looked for, in bytes.
const LONGEST: usize = 1000;

fn tag_at(line: &str, start: usize) -> Option<ShownTag<'_>> {
    let rest = &line[start + 1..];
    if rest.starts_with("!--") {
        return Some(ShownTag {
            range: start..start + 4,
            name: "",
            end: false,
            attributes: false,
        });
    }
    let end = rest.starts_with('/');
    let rest = &rest[usize::from(end)..];
    let len = rest
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric())
        .take(12)
        .count();
    let (name, after) = rest.split_at(len);
    if !elements::is_known(&name.to_ascii_lowercase()) {
        return None;
    }
    let close = prose::head(after, LONGEST).find(['>', '<'])?;
    if !after[close..].starts_with('>') {
        return None;
    }
    let inside = after[..close].trim_end_matches('/').trim();
    let spaced = after.starts_with([' ', '\t', '/', '>']);
    let attributes = !inside.is_empty();
    // Words without an equals sign are prose between two signs: `<p et q>`.
    // So are those with one apart from its name: `<Output = T>`, a type.
    let assigns = inside.contains('=') && !inside.contains(" =");
    if !spaced || (attributes && (end || !assigns)) {
        return None;
    }
    let stop = start + 1 + usize::from(end) + len + close + 1;
    Some(ShownTag {
        range: start..stop,
        name,
        end,
        attributes,
    })
}

/// Whether a text shows a tag, known or not: `<x-icone>`, `</p>`.
pub fn shows_tag(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/');
        rest.starts_with(|c: char| c.is_ascii_alphabetic()) && prose::head(rest, 200).contains('>')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<&str> {
        tags(line).map(|t| &line[t.range]).collect()
    }

    #[test]
    fn tags_of_html_only() {
        assert_eq!(found("</p>"), ["</p>"]);
        assert_eq!(
            found("<div class=><p><a href=>1. Les systèmes </a></p></div>"),
            ["<div class=>", "<p>", "<a href=>", "</a>", "</p>", "</div>"]
        );
        assert_eq!(found("ligne<br />suite <!-- note"), ["<br />", "<!--"]);
        for prose in [
            "a < b > c",
            "<nom>",
            "si p<q et r>s",
            "<p et plus>",
            "x <p",
            "<3",
        ] {
            assert!(found(prose).is_empty(), "{prose}");
        }
    }

    #[test]
    fn code_that_shows_tags() {
        assert!(shows_tag("écrire <p> ou <x-icone>"));
        assert!(!shows_tag("a < b"));
        assert!(!shows_tag("Vec<u8"));
    }
}
