//! What parsing complained about, in stable ids.

use crate::source::Span;

/// A parse error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The WHATWG code of a tokenizer error (HTML Standard, 13.2.2 «Parse errors»), or one of [`TREE_CODES`].
    pub code: &'static str,
    /// The place: the tag, the attribute, the character or the character reference.
    pub span: Span,
    /// The element or attribute concerned.
    pub name: Option<Box<str>>,
    /// For an unclosed element: the tag that closed it, `None` at the end of the page. For a stray end tag: the tag that had
    /// already closed the element it was probably meant for, whose start tag is `related`.
    pub closed_by: Option<Tag>,
    /// For a tag that is wrong because of another element: where that one's start tag is. For an error inside a tag:
    /// the tag. For a duplicate attribute: the name of the first one.
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

impl Tag {
    pub(super) fn new(name: &str, end: bool, span: Span) -> Tag {
        Tag {
            name: name.into(),
            end,
            span,
        }
    }
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

/// The parse errors of a page, up to a number.
#[derive(Debug, Default)]
pub(super) struct ErrorLog {
    pub list: Vec<ParseError>,
    max: usize,
    /// There were more.
    pub dropped: bool,
}

impl ErrorLog {
    pub fn new(max: usize) -> ErrorLog {
        ErrorLog {
            list: Vec::new(),
            max,
            dropped: false,
        }
    }

    pub fn is_full(&self) -> bool {
        self.list.len() >= self.max
    }

    /// Whether there was room for it.
    pub fn push(&mut self, error: ParseError) -> bool {
        let room = !self.is_full();
        if room {
            self.list.push(error);
        }
        self.dropped |= !room;
        room
    }

    /// Joins the errors of another log, in order of place. Those that come last go first when there are too many.
    pub fn merge(&mut self, other: ErrorLog) {
        self.list.extend(other.list);
        self.list.sort_by_key(|e| e.span.start);
        self.dropped |= other.dropped || self.list.len() > self.max;
        self.list.truncate(self.max);
    }
}

/// Our ids of tree-construction errors; the HTML Standard gives these no codes.
///
/// | code | span | name | related |
/// |---|---|---|---|
/// | `stray-end-tag` | an end tag that closes nothing | its name | see [`ParseError::closed_by`] |
/// | `unclosed-element` | the start tag of an element that something else than its end tag closed, though it needs one | the element | |
/// | `misnested-formatting` | the end tag of a formatting element (`b`, `a`...) | its name | the start tag of the element opened inside it that goes on |
/// | `misnested-form` | `</form>` where an element opened in the form is still open | `form` | that element's start tag |
/// | `nested-element` | the start tag of an element that may not be inside another one | its name | that other one's start tag |
/// | `misplaced-start-tag` | a start tag that is ignored or moved | its name | the start tag of what does not let it be there |
/// | `image-start-tag` | an `<image>` tag, which makes an `img` | `image` | |
/// | `misplaced-in-table` | a start tag that cannot be there in a table; its element is moved before the table, or is empty | its name | the table's start tag |
/// | `misplaced-text-in-table` | text that is moved before the table | | |
/// | `misplaced-text` | text after `</body>`, in a frameset | | |
/// | `misplaced-doctype` | a doctype that is not first | | |
/// | `obsolete-doctype` | a doctype other than `<!DOCTYPE html>` | | |
/// | `missing-doctype` | the first tag or text of a page without doctype | | |
/// | `non-void-html-element-start-tag-with-trailing-solidus` | the `/>` | the element | the tag |
pub const TREE_CODES: &[&str] = &[
    "stray-end-tag",
    "unclosed-element",
    "misnested-formatting",
    "misnested-form",
    "nested-element",
    "misplaced-start-tag",
    "image-start-tag",
    "misplaced-in-table",
    "misplaced-text-in-table",
    "misplaced-text",
    "misplaced-doctype",
    "obsolete-doctype",
    "missing-doctype",
    "non-void-html-element-start-tag-with-trailing-solidus",
];
