//! What the tree builder says of a token that the standard calls a parse error.

use crate::source::Span;

/// A parse error of tree construction. What was open, and what the token closed, tell the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complaint {
    /// A token that has no business there: what it is and what became of it tell the rest.
    Unexpected,
    /// An end tag that closes nothing.
    Stray,
    /// A start tag inside an element of its kind.
    Nested,
    /// An `hr` in an `option`.
    Misplaced,
    /// The end tag of a formatting element that others were opened in.
    Misnested,
    /// `</form>` with others open in it.
    MisnestedForm,
    /// `/>` where it says nothing.
    SelfClosing,
    /// Text that waited in a table, here.
    TableText(Span),
    /// A doctype that is not first.
    Doctype,
}
