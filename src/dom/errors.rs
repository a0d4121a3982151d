//! What parsing complained about, in stable ids.

use crate::source::Span;

/// A parse error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The WHATWG code of a tokenizer error (HTML Standard, 13.2.2 «Parse errors»), or one of [`TREE_CODES`].
    pub code: &'static str,
    /// The place: the tag, or the character.
    pub span: Span,
    /// The element or attribute concerned.
    pub name: Option<Box<str>>,
    /// For an unclosed element: the tag that closed it, `None` at the end of the page.
    pub closed_by: Option<Tag>,
    /// For a tag that is wrong because of another element: where that one's start tag is.
    pub related: Option<Span>,
}

/// A tag met in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name.
    pub name: Box<str>,
    /// `</name>` rather than `<name>`.
    pub end: bool,
    /// Its place.
    pub span: Span,
}

impl ParseError {
    pub(super) fn new(code: &'static str, span: Span) -> ParseError {
        ParseError {
            code,
            span,
            name: None,
            closed_by: None,
            related: None,
        }
    }

    pub(super) fn named(code: &'static str, span: Span, name: &str) -> ParseError {
        ParseError {
            name: Some(name.into()),
            ..ParseError::new(code, span)
        }
    }
}

/// Our ids of tree-construction errors; the HTML Standard gives these no codes.
pub const TREE_CODES: &[&str] = &[
    "stray-end-tag",
    "unclosed-element",
    "misnested-formatting",
    "nested-element",
    "misplaced-start-tag",
    "misplaced-in-table",
    "misplaced-text-in-table",
    "misplaced-doctype",
    "obsolete-doctype",
    "missing-doctype",
    "non-void-html-element-start-tag-with-trailing-solidus",
];
