//! The zones of a page, for the checks of this folder and of `navigation`.

use crate::dom::{Document, Element};
use crate::semantics::{Kind, Semantics};

/// Whether the doctype is that of HTML5 (WHATWG HTML 13.1.1): `html` without identifiers, or with the legacy one.
pub fn is_html5(doc: &Document) -> bool {
    doc.doctype().is_some_and(|d| {
        d.name() == "html"
            && d.public_id().is_empty()
            && matches!(d.system_id(), "" | "about:legacy-compat")
    })
}

/// The `main` elements that people get, in order.
pub fn shown_mains<'p>(semantics: &'p Semantics<'p>) -> impl Iterator<Item = Element<'p>> {
    semantics
        .elements_of(Kind::Zone)
        .filter(|e| e.is("main") && !e.in_template() && semantics.is_exposed(*e))
}
