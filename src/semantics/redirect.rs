//! Pages nobody reads: they send elsewhere at once.

use super::{Kind, Semantics};
use crate::spec::refresh;

impl Semantics<'_> {
    /// Whether the page goes to another address without waiting (`meta http-equiv=refresh`, delay 0; WHATWG HTML 4.2.5.3).
    pub fn is_redirect(&self) -> bool {
        *self.redirect.get_or_init(|| {
            self.elements_of(Kind::Metadata)
                .filter(|e| e.is("meta") && e.attr_is("http-equiv", "refresh") && !e.in_template())
                .filter_map(|e| refresh::parse(e.attr("content")?))
                .any(|refresh| refresh.delay == 0 && !refresh.url.is_empty())
        })
    }
}
