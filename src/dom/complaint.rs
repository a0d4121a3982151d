//! What the tree builder says of a token that the standard calls a parse error, and facts that tell what people would call it.

use web_atoms::{LocalName, local_name};

use super::data::ElementData;
use super::element::Namespace;
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

/// Elements that need an end tag (HTML Standard, 13.1.2.4): HTML's but the void ones and those whose end tag may be left
/// out, and all of SVG and MathML.
pub(super) fn needs_end_tag(element: &ElementData) -> bool {
    element.ns != Namespace::Html
        || !matches!(
            element.local,
            local_name!("html")
                | local_name!("head")
                | local_name!("body")
                | local_name!("p")
                | local_name!("li")
                | local_name!("dt")
                | local_name!("dd")
                | local_name!("rt")
                | local_name!("rp")
                | local_name!("rb")
                | local_name!("rtc")
                | local_name!("optgroup")
                | local_name!("option")
                | local_name!("colgroup")
                | local_name!("caption")
                | local_name!("thead")
                | local_name!("tbody")
                | local_name!("tfoot")
                | local_name!("tr")
                | local_name!("td")
                | local_name!("th")
                // Nothing can end it.
                | local_name!("plaintext")
        )
}

pub(super) fn is_heading(element: &ElementData) -> bool {
    element.ns == Namespace::Html && is_heading_name(&element.local)
}

pub(super) fn is_heading_name(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("h1")
            | local_name!("h2")
            | local_name!("h3")
            | local_name!("h4")
            | local_name!("h5")
            | local_name!("h6")
    )
}
