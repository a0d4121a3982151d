//! What the checks on the title of the page share.

use crate::dom::{Document, Element};

/// The `title` element that names the page: the first of the HTML namespace (WHATWG HTML 3.1.5), looked for in the head first.
pub fn page_title(doc: &Document) -> Option<Element<'_>> {
    let in_head = doc
        .head()
        .and_then(|head| head.child_elements().find(|e| e.is("title")));
    in_head.or_else(|| doc.elements().find(|e| e.is("title") && !e.in_template()))
}
