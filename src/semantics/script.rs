//! Whether scripts may change the page.

use super::Semantics;

impl Semantics<'_> {
    /// Whether the page runs scripts of its own: an executable `script`, an event handler attribute, or a `javascript:` URL. Data blocks
    /// (JSON-LD, import maps, templates) do not count.
    pub fn has_active_script(&self) -> bool {
        *self
            .active_script
            .get_or_init(|| self.doc.elements().any(|e| e.is("script")))
    }
}
