//! Pages nobody reads: they send elsewhere at once.

use crate::dom::Document;
use crate::spec::refresh;

/// Whether the page goes to another address without waiting (`meta http-equiv=refresh`, delay 0).
pub fn is_redirect(doc: &Document) -> bool {
    doc.elements()
        .filter(|e| e.is("meta") && e.attr_is("http-equiv", "refresh") && !e.in_template())
        .any(|e| {
            e.attr("content")
                .and_then(refresh::parse)
                .is_some_and(|r| r.delay == 0 && !r.url.is_empty())
        })
}
