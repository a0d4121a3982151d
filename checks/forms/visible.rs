//! Whether what names a field repeats the label people see.

use crate::dom::Element;
use crate::semantics::{Repeated, Semantics};

/// The first visible `label` of a field that `name` does not surely repeat, or the first one if it repeats them all; `None` without any.
pub fn missing_from<'p>(
    name: &str,
    field: Element<'p>,
    semantics: &'p Semantics<'p>,
) -> Option<(Element<'p>, Repeated)> {
    let mut first = None;
    for label in semantics.labels(field) {
        if !semantics.is_rendered(label) || label.text_is_blank() {
            continue;
        }
        let mut found = semantics.visible_label(label).repeated_in(name);
        let hideable = label.has_attr("class") || label.has_attr("style");
        if hideable && matches!(found, Repeated::No(_)) {
            found = Repeated::Unsure;
        }
        if matches!(found, Repeated::No(_) | Repeated::Unsure) {
            return Some((label, found));
        }
        first = first.or(Some((label, found)));
    }
    first
}
