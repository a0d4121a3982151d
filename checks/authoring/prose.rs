//! Where a text stands: prose that people read, code that shows what it shows on purpose, or in doubt.
//!
//! What leaks into a page looks like what a page on HTML or Markdown shows on purpose. The checks of this folder fail only
//! what stands in plain prose, and ask where a page could be about the thing itself.

use crate::check::Context;
use crate::dom::{Document, Element, NodeRef, Text};
use crate::spec::elements;

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// People read it as a text of the page.
    Prose,
    /// A class or an attribute hints at code, or nobody meets it as the page stands.
    Doubt,
    /// Code, formulas, fields: it is meant as it is.
    Code,
}

/// Elements whose content is meant as it is.
const VERBATIM: &[&str] = &[
    "code",
    "kbd",
    "listing",
    "math",
    "plaintext",
    "pre",
    "samp",
    "textarea",
    "tt",
    "var",
    "xmp",
];

/// Where a text stands.
pub fn place<'p>(text: Text<'p>, cx: &Context<'p>) -> Place {
    let Some(parent) = text.parent() else {
        return Place::Code;
    };
    let mut place = Place::Prose;
    for element in std::iter::once(parent).chain(parent.ancestors()) {
        if VERBATIM.contains(&element.name()) {
            return Place::Code;
        }
        if hints_at_code(element) {
            place = Place::Doubt;
        }
    }
    // The title is read, though nothing in the head is drawn.
    if place == Place::Prose && !parent.is("title") && !cx.semantics().is_rendered(parent) {
        place = Place::Doubt;
    }
    place
}

/// Words that, in a class name, say that the element shows code.
const HINTS: &[&str] = &[
    "code",
    "codehilite",
    "console",
    "highlight",
    "hljs",
    "lang",
    "language",
    "listing",
    "prettyprint",
    "programlisting",
    "snippet",
    "sourcecode",
    "terminal",
    "verbatim",
];

fn hints_at_code(element: Element<'_>) -> bool {
    element.has_attr("contenteditable")
        || element
            .tokens("class")
            .flat_map(|class| class.split(['-', '_']))
            .any(|word| HINTS.iter().any(|hint| hint.eq_ignore_ascii_case(word)))
}

/// Whether the page shows in code something that `is_like` knows: then prose may speak of it too.
pub fn shown_in_code(doc: &Document, is_like: impl Fn(&str) -> bool) -> bool {
    let mut code_end = 0;
    doc.nodes().any(|node| match node {
        NodeRef::Element(e) => {
            if VERBATIM.contains(&e.name()) {
                code_end = code_end.max(e.subtree_end());
            }
            false
        }
        NodeRef::Text(t) => t.id() < code_end && is_like(t.text()),
        _ => false,
    })
}

/// Whether a text of the page, its title included, contains one of these words (given in lower case, ASCII only).
pub fn says(doc: &Document, words: &[&str]) -> bool {
    let texts = doc.nodes().filter_map(NodeRef::as_text);
    texts
        .filter(|t| t.parent().is_some_and(|p| !p.is_any(&["script", "style"])))
        .any(|t| words.iter().any(|word| holds(t.text(), word)))
}

/// Whether a text contains a word, in any ASCII case.
fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else {
        return true;
    };
    let (small, capital) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    memchr::memchr2_iter(small, capital, text).any(|at| {
        text.get(at..at + word.len())
            .is_some_and(|there| there.eq_ignore_ascii_case(word))
    })
}

/// The lines of a text as it is written, without the white space around, each with the offset of its first byte; blank lines
/// are given too.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        at += line.len() + 1;
        (start, line.trim())
    })
}

/// Whether the first line of a text begins a line on the page: nothing before it in its block.
pub fn begins_line(text: Text<'_>) -> bool {
    match text.prev_sibling() {
        None => text.parent().is_some_and(is_block),
        Some(NodeRef::Element(e)) => e.is("br") || is_block(e),
        Some(_) => false,
    }
}

/// Whether the element is drawn as a block.
pub fn is_block(element: Element<'_>) -> bool {
    element.is_html() && elements::is_block(element.name())
}

/// The beginning of a text, to show it: at most `max` bytes, cut between words where it can.
pub fn head(text: &str, max: usize) -> &str {
    if text.len() <= max {
        return text;
    }
    let mut end = max;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let cut = text[..end].rfind(' ').filter(|&at| at > max / 2);
    &text[..cut.unwrap_or(end)]
}

/// The end of a text: at most `max` bytes.
pub fn tail(text: &str, max: usize) -> &str {
    let mut start = text.len().saturating_sub(max);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// A check's one question about the whole page, answered the first time it is asked.
pub fn once<'p>(cx: &mut Context<'p>, ask: impl FnOnce(&'p Document) -> bool) -> bool {
    if let Some(known) = *cx.memory::<Option<bool>>() {
        return known;
    }
    let answer = ask(cx.doc());
    *cx.memory() = Some(answer);
    answer
}
