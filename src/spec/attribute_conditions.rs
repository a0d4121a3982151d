//! On what condition an element may have an attribute that [`super::element_attributes`] gives it.
//!
//! Sources: WHATWG HTML, definition of each element: 4.2.3 to 4.2.5 (`base`, `link`, `meta`), 4.4.8 (`li`), 4.5.1 (`a`), 4.8.2 and
//! 4.8.3 (`source`, `img`), 4.8.14 (`area`), 4.10.5.1 (states of `input`), 4.10.18.6 (`form…` of buttons), 5.2 (microdata).
//! `script` is in [`super::script_kinds`].

use super::attribute_values::INPUT_TYPES;
use super::index::{Index, index};

/// What must hold for the attribute to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The element has one of these attributes too.
    With(&'static [&'static str]),
    /// The element does not have this attribute.
    Without(&'static str),
    /// This attribute holds one of these tokens.
    Holds(&'static str, &'static [&'static str]),
    /// This attribute does not have one of these values.
    Unless(&'static str, &'static [&'static str]),
    /// `type` of the control is one of these.
    Type(&'static [&'static str]),
    /// The parent is none of these.
    NotIn(&'static [&'static str]),
    /// An ancestor is an `a` with `href`.
    InLink,
    /// `alt` is not empty.
    Named,
}
use When::{Holds, InLink, Named, NotIn, Type, Unless, With, Without};

/// Attribute, element (none: any), condition.
type Row = (&'static str, &'static str, When);

const HREF: &[&str] = &["href"];
const TEXTS: &[&str] = &["email", "password", "search", "tel", "text", "url"];
/// Types of `input` that `min` and `max` apply to (WHATWG HTML 4.10.5.1).
pub(super) const RANGED: &[&str] = &[
    "date",
    "datetime-local",
    "month",
    "number",
    "range",
    "time",
    "week",
];
const SENDS: &[&str] = &["image", "submit"];
/// Types of links to resources that browsers load (4.6.8 «External Resource»).
const LOADED: &[&str] = &[
    "compression-dictionary",
    "dns-prefetch",
    "icon",
    "manifest",
    "modulepreload",
    "pingback",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "stylesheet",
];

/// Sorted by attribute. Rows of one element and one attribute must all hold.
#[rustfmt::skip]
static CONDITIONS: [Row; 89] = [
    ("accept", "input", Type(&["file"])),
    ("alpha", "input", Type(&["color"])),
    ("alt", "input", Type(&["image"])),
    ("alt", "area", With(HREF)),
    ("as", "link", Holds("rel", &["preload", "modulepreload"])),
    ("autocomplete", "input", Type(&["color", "date", "datetime-local", "email", "hidden", "month", "number", "password", "range", "search", "tel", "text", "time", "url", "week"])),
    ("blocking", "link", Holds("rel", &["stylesheet", "expect"])),
    ("capture", "input", Type(&["file"])),
    ("checked", "input", Type(&["checkbox", "radio"])),
    ("color", "link", Holds("rel", &["mask-icon"])),
    ("colorspace", "input", Type(&["color"])),
    ("content", "meta", Without("charset")),
    ("controls", "img", Named),
    ("coords", "area", Unless("shape", &["default"])),
    ("dirname", "input", Type(&["email", "hidden", "password", "search", "submit", "tel", "text", "url"])),
    ("disabled", "link", Holds("rel", &["stylesheet"])),
    ("download", "a", With(HREF)),
    ("download", "area", With(HREF)),
    ("fetchpriority", "link", Holds("rel", LOADED)),
    ("formaction", "input", Type(SENDS)),
    ("formaction", "button", Type(&["submit"])),
    ("formenctype", "input", Type(SENDS)),
    ("formenctype", "button", Type(&["submit"])),
    ("formmethod", "input", Type(SENDS)),
    ("formmethod", "button", Type(&["submit"])),
    ("formnovalidate", "input", Type(SENDS)),
    ("formnovalidate", "button", Type(&["submit"])),
    ("formtarget", "input", Type(SENDS)),
    ("formtarget", "button", Type(&["submit"])),
    ("height", "input", Type(&["image"])),
    ("height", "source", NotIn(&["audio", "video"])),
    ("hreflang", "a", With(HREF)),
    ("hreflang", "area", With(HREF)),
    ("http-equiv", "meta", Without("charset")),
    ("http-equiv", "meta", Without("name")),
    ("imagesizes", "link", Holds("rel", &["preload"])),
    ("imagesizes", "link", With(&["imagesrcset"])),
    ("imagesizes", "link", Holds("as", &["image"])),
    ("imagesrcset", "link", Holds("rel", &["preload"])),
    ("imagesrcset", "link", Holds("as", &["image"])),
    ("integrity", "link", Holds("rel", &["stylesheet", "preload", "modulepreload"])),
    ("ismap", "img", InLink),
    ("itemid", "", With(&["itemtype"])),
    ("itemid", "", With(&["itemscope"])),
    ("itemprop", "meta", Without("charset")),
    ("itemprop", "meta", Without("name")),
    ("itemprop", "meta", Without("http-equiv")),
    ("itemref", "", With(&["itemscope"])),
    ("itemtype", "", With(&["itemscope"])),
    ("list", "input", Type(&["color", "date", "datetime-local", "email", "month", "number", "range", "search", "tel", "text", "time", "url", "week"])),
    ("max", "input", Type(RANGED)),
    ("maxlength", "input", Type(TEXTS)),
    ("media", "meta", Holds("name", &["theme-color"])),
    ("min", "input", Type(RANGED)),
    ("minlength", "input", Type(TEXTS)),
    ("multiple", "input", Type(&["email", "file"])),
    ("name", "meta", Without("charset")),
    ("pattern", "input", Type(TEXTS)),
    ("ping", "a", With(HREF)),
    ("ping", "area", With(HREF)),
    ("placeholder", "input", Type(&["email", "number", "password", "search", "tel", "text", "url"])),
    ("popovertarget", "input", Type(&["button", "image", "reset", "submit"])),
    ("popovertargetaction", "input", Type(&["button", "image", "reset", "submit"])),
    ("property", "meta", Without("charset")),
    ("property", "meta", Without("http-equiv")),
    ("readonly", "input", Type(&["date", "datetime-local", "email", "month", "number", "password", "search", "tel", "text", "time", "url", "week"])),
    ("referrerpolicy", "a", With(HREF)),
    ("referrerpolicy", "area", With(HREF)),
    ("rel", "a", With(HREF)),
    ("rel", "area", With(HREF)),
    ("rel", "link", Without("itemprop")),
    ("required", "input", Type(&["checkbox", "date", "datetime-local", "email", "file", "month", "number", "password", "radio", "search", "tel", "text", "time", "url", "week"])),
    ("size", "input", Type(TEXTS)),
    ("sizes", "img", With(&["srcset"])),
    ("sizes", "link", Holds("rel", &["icon", "apple-touch-icon", "apple-touch-icon-precomposed"])),
    ("sizes", "source", NotIn(&["audio", "video"])),
    ("sizes", "source", With(&["srcset"])),
    ("src", "input", Type(&["image"])),
    ("src", "source", NotIn(&["picture"])),
    ("srcset", "source", NotIn(&["audio", "video"])),
    ("step", "input", Type(RANGED)),
    ("target", "a", With(HREF)),
    ("target", "area", With(HREF)),
    ("type", "a", With(HREF)),
    ("type", "area", With(HREF)),
    ("value", "input", Type(&["button", "checkbox", "color", "date", "datetime-local", "email", "hidden", "month", "number", "password", "radio", "range", "reset", "search", "submit", "tel", "text", "time", "url", "week"])),
    ("value", "li", NotIn(&["menu", "ul"])),
    ("width", "input", Type(&["image"])),
    ("width", "source", NotIn(&["audio", "video"])),
];

static INDEX: Index<256> = index!(CONDITIONS, 0);

/// The conditions on an attribute of an element, all of which must hold.
pub fn conditions(element: &str, attribute: &str) -> impl Iterator<Item = When> {
    let from = INDEX.find(attribute, |row| CONDITIONS[row].0);
    let rows = from.map_or(&[][..], |from| &CONDITIONS[from..]);
    rows.iter()
        .take_while(move |row| row.0 == attribute)
        .filter(move |row| row.1.is_empty() || row.1 == element)
        .map(|row| row.2)
}

/// What `type` makes of an `input` or a `button`, in the words of the standard; `None` for a value it does not know.
pub fn control_type(element: &str, value: Option<&str>) -> Option<&'static str> {
    let known: &[&str] = match element {
        "input" => INPUT_TYPES,
        "button" => &["button", "reset", "submit"],
        _ => return None,
    };
    let Some(value) = value else {
        return Some(if element == "input" { "text" } else { "submit" });
    };
    known
        .iter()
        .find(|t| t.eq_ignore_ascii_case(value))
        .copied()
}

/// Attributes with a condition on some of the elements that `wanted` tells, sorted, each once.
#[cfg(test)]
pub fn attributes(wanted: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let rows = CONDITIONS.iter().filter(|row| wanted(row.1));
    let mut names: Vec<_> = rows.map(|row| row.0).collect();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::element_attributes::{Allowed, Owner};
    use crate::spec::testing::assert_sorted;

    #[test]
    fn conditions_are_sorted_and_on_attributes_that_the_element_has() {
        assert!(CONDITIONS.is_sorted_by_key(|row| row.0));
        for (attribute, element, when) in CONDITIONS {
            let owner = Owner::new(if element.is_empty() { "p" } else { element }).unwrap();
            let obsolete = crate::spec::obsolete::attribute(element, attribute).is_some();
            assert!(
                owner.allows(attribute) == Allowed::Yes || obsolete,
                "{attribute} on {element}"
            );
            if let Type(types) = when {
                assert_sorted(attribute, types.iter().copied());
                let known = |t: &&str| control_type(element, Some(t)).is_some();
                assert!(types.iter().all(known), "{attribute}: {types:?}");
            }
        }
    }

    #[test]
    fn conditions_depend_on_the_element() {
        let of = |element, attribute| conditions(element, attribute).collect::<Vec<_>>();
        assert_eq!(of("a", "rel"), [With(HREF)]);
        assert_eq!(of("input", "checked"), [Type(&["checkbox", "radio"])]);
        assert_eq!(of("p", "itemtype"), [With(&["itemscope"])]);
        assert_eq!(of("option", "value"), []);
    }

    #[test]
    fn types() {
        assert_sorted("INPUT_TYPES", INPUT_TYPES.iter().copied());
        assert_eq!(control_type("input", None), Some("text"));
        assert_eq!(control_type("input", Some("DATE")), Some("date"));
        assert_eq!(control_type("input", Some("datetime")), None);
        assert_eq!(control_type("button", None), Some("submit"));
        assert_eq!(control_type("ol", Some("a")), None);
    }
}
