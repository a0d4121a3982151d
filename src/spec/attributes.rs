//! Attributes of HTML: boolean.
//!
//! Sources: WHATWG HTML 2.3.2 «Boolean attributes», index of attributes.

/// Attribute and elements: an attribute of some elements only, or of all (none listed).
type Row = (&'static str, &'static [&'static str]);

/// Boolean attributes (WHATWG HTML 2.3.2): present is true, whatever the value. `hidden` is not one any more.
static BOOLEAN: &[Row] = &[
    ("allowfullscreen", &["iframe"]),
    ("alpha", &["input"]),
    ("async", &["script"]),
    ("autofocus", &[]),
    ("autoplay", &["audio", "video"]),
    ("checked", &["input"]),
    ("controls", &["audio", "img", "video"]),
    ("default", &["track"]),
    ("defer", &["script"]),
    (
        "disabled",
        &[
            "button", "fieldset", "input", "link", "optgroup", "option", "select", "textarea",
        ],
    ),
    ("formnovalidate", &["button", "input"]),
    ("headingreset", &[]),
    ("inert", &[]),
    ("ismap", &["img"]),
    ("itemscope", &[]),
    ("loop", &["audio", "video"]),
    ("multiple", &["input", "select"]),
    ("muted", &["audio", "video"]),
    ("nomodule", &["script"]),
    ("novalidate", &["form"]),
    ("open", &["details", "dialog"]),
    ("playsinline", &["video"]),
    ("readonly", &["input", "textarea"]),
    ("required", &["input", "select", "textarea"]),
    ("reversed", &["ol"]),
    ("selected", &["option"]),
    ("shadowrootclonable", &["template"]),
    ("shadowrootcustomelementregistry", &["template"]),
    ("shadowrootdelegatesfocus", &["template"]),
    ("shadowrootserializable", &["template"]),
];

/// Whether the attribute is boolean on that element (WHATWG HTML 2.3.2).
pub fn is_boolean(element: &str, attribute: &str) -> bool {
    BOOLEAN
        .binary_search_by(|(name, _)| (*name).cmp(attribute))
        .is_ok_and(|at| {
            let elements = BOOLEAN[at].1;
            elements.is_empty() || elements.contains(&element)
        })
}

/// The names of boolean attributes, sorted.
pub fn boolean_names() -> impl Iterator<Item = &'static str> {
    BOOLEAN.iter().map(|row| row.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{elements::is_known, testing::assert_sorted};

    #[test]
    fn tables_are_sorted_and_name_known_elements() {
        assert_sorted("BOOLEAN", BOOLEAN.iter().map(|row| row.0));
        for element in BOOLEAN.iter().flat_map(|row| row.1) {
            assert!(is_known(element), "{element}");
        }
    }

    #[test]
    fn boolean_attributes_depend_on_the_element() {
        assert!(is_boolean("input", "required"));
        assert!(!is_boolean("div", "required"));
        assert!(is_boolean("div", "inert"));
        assert!(!is_boolean("div", "hidden"));
        assert!(!is_boolean("a", "download"));
    }
}
