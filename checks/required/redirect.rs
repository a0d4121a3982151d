//! Pages nobody reads: they send elsewhere at once.

use crate::dom::Document;
use crate::spec::refresh;

/// Whether the page goes to another address without waiting (`meta http-equiv=refresh`, delay 0).
pub fn is_redirect(doc: &Document) -> bool {
    doc.elements()
        .filter(|e| e.is("meta") && e.attr_is("http-equiv", "refresh") && !e.in_template())
        .any(|e| {
            matches!(
                e.attr("content").and_then(refresh::read),
                Some((0, Some(_)))
            )
        })
}
