//! Which parse errors can be written otherwise without a change to the page.
//!
//! HTML Standard, 13.2.5: for each of these codes the tokenizer goes on as if the page were written as the change writes it, so that the
//! tree, and all that people get, stay the same (`vigie fix` compares the trees). What a parser repairs by moving or closing elements
//! is left alone: only its author knows what was meant. So are `</p>` and `</br>`, which make elements, an XML header that a server may
//! need, and a `<` before a letter, which may be a tag with a slip.

use crate::check::Edit;
use crate::dom::{Document, ParseError};
use crate::source::Span;

/// What to write instead.
pub fn edit(error: &ParseError, doc: &Document) -> Option<Edit> {
    let (source, span) = (doc.source(), error.span);
    let written = source.slice(span);
    let from = source.text.get(span.start as usize..).unwrap_or_default();
    let after = source.text.get(span.end as usize..).unwrap_or_default();
    let name = error.name.as_deref().unwrap_or_default();
    Some(match error.code {
        // The parser ignores it.
        "stray-end-tag" if !matches!(name, "p" | "br") && is_tag(written) => Edit::remove(span),
        "missing-end-tag-name" if written == "</>" => Edit::remove(span),
        "misplaced-doctype" if doc.doctype().is_some() && is_tag(written) => Edit::remove(span),
        "end-tag-with-attributes" if is_tag(written) => {
            let end = 2 + written
                .get(2..)?
                .find(|c: char| c.is_ascii_whitespace() || c == '/')?;
            Edit::replace(Span::new(span.start + end as u32, span.end), ">")
        }
        "end-tag-with-trailing-solidus" if written == "/>" => Edit::replace(span, ">"),
        "non-void-html-element-start-tag-with-trailing-solidus" if written == "/>" => {
            let before = &source.text[..span.start as usize];
            let blank = before.len() - before.trim_ascii_end().len();
            Edit::replace(Span::new(span.start - blank as u32, span.end), ">")
        }
        "unexpected-solidus-in-tag" if written == "/" => Edit::replace(span, " "),
        "missing-whitespace-between-attributes" => Edit::space_after(doc, span),
        "missing-semicolon-after-character-reference" if !after.starts_with(';') => {
            Edit::insert(span.end, ";")
        }
        "invalid-first-character-of-tag-name" if is_less_than(from) => {
            Edit::replace(Span::new(span.start, span.start + 1), "&lt;")
        }
        "abrupt-closing-of-empty-comment" if matches!(written, "<!-->" | "<!--->") => {
            Edit::replace(span, "<!---->")
        }
        "incorrectly-closed-comment" if written == "--!>" => Edit::replace(span, "-->"),
        "image-start-tag" if starts_like(written, "<image") => {
            Edit::replace(Span::new(span.start + 1, span.start + 6), "img")
        }
        _ => return None,
    })
}

fn is_tag(written: &str) -> bool {
    written.starts_with('<') && written.ends_with('>')
}

fn starts_like(written: &str, start: &str) -> bool {
    written
        .get(..start.len())
        .is_some_and(|s| s.eq_ignore_ascii_case(start))
}

/// Whether a `<` is the sign of arithmetic: a number or a sign follows, maybe after a space.
fn is_less_than(from: &str) -> bool {
    let rest = from.strip_prefix('<').map(str::trim_ascii_start);
    rest.and_then(|rest| rest.chars().next())
        .is_some_and(|c| c.is_ascii_digit() || matches!(c, '=' | '-'))
}
