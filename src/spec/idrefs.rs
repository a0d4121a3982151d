//! Attributes that name other elements of the page.
//!
//! Sources: WHATWG HTML (each attribute's definition), WAI-ARIA 1.2 6.2.4 «Values for states and properties» (ID reference, ID
//! reference list).

use super::index::{Index, index};

/// How the value names elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The whole value is one id, compared as it is.
    One,
    /// Ids separated by ASCII white space.
    List,
    /// `#` then the `name` of a `map` (WHATWG HTML 2.3.9 «References»).
    MapName,
}

/// What a named element should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Any element of the page.
    Any,
    /// A labelable element ([`super::elements::is_labelable`]).
    Labelable,
    Form,
    Datalist,
    /// A `th` of the same table (WHATWG HTML 4.9.12.2); the standard bans an ordinary `td`.
    HeaderCell,
    Map,
    /// An element with the `popover` attribute.
    Popover,
}

/// A reference attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    pub attribute: &'static str,
    /// The elements that have it; empty: any element.
    pub elements: &'static [&'static str],
    pub shape: Shape,
    pub target: Target,
}

const fn row(
    attribute: &'static str,
    elements: &'static [&'static str],
    shape: Shape,
    target: Target,
) -> Reference {
    Reference {
        attribute,
        elements,
        shape,
        target,
    }
}

/// Sorted by attribute; `for` has one row per meaning.
#[rustfmt::skip]
static REFERENCES: [Reference; 17] = [
    row("aria-activedescendant", &[], Shape::One, Target::Any),
    row("aria-controls", &[], Shape::List, Target::Any),
    row("aria-describedby", &[], Shape::List, Target::Any),
    row("aria-details", &[], Shape::List, Target::Any),
    row("aria-errormessage", &[], Shape::List, Target::Any),
    row("aria-flowto", &[], Shape::List, Target::Any),
    row("aria-labelledby", &[], Shape::List, Target::Any),
    row("aria-owns", &[], Shape::List, Target::Any),
    row("commandfor", &["button"], Shape::One, Target::Any),
    row("for", &["label"], Shape::One, Target::Labelable),
    row("for", &["output"], Shape::List, Target::Any),
    row("form", &["button", "fieldset", "input", "object", "output", "select", "textarea"], Shape::One, Target::Form),
    row("headers", &["td", "th"], Shape::List, Target::HeaderCell),
    row("itemref", &[], Shape::List, Target::Any),
    row("list", &["input"], Shape::One, Target::Datalist),
    row("popovertarget", &["button", "input"], Shape::One, Target::Popover),
    row("usemap", &["img", "object"], Shape::MapName, Target::Map),
];

static INDEX: Index<64> = index!(REFERENCES, attribute);

/// All reference attributes, sorted by attribute.
pub fn all() -> &'static [Reference] {
    &REFERENCES
}

/// What the attribute of that element refers to; `None` when it refers to nothing.
pub fn reference(element: &str, attribute: &str) -> Option<&'static Reference> {
    let from = INDEX.find(attribute, |row| REFERENCES[row].attribute)?;
    REFERENCES[from..]
        .iter()
        .take_while(|row| row.attribute == attribute)
        .find(|row| row.elements.is_empty() || row.elements.contains(&element))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::elements::{is_known, is_listed, names};

    #[test]
    fn rows_are_sorted_and_name_known_elements() {
        assert!(REFERENCES.is_sorted_by_key(|row| (row.attribute, row.elements)));
        for element in REFERENCES.iter().flat_map(|row| row.elements) {
            assert!(is_known(element), "{element}");
        }
    }

    #[test]
    fn meaning_depends_on_the_element() {
        let shape = |element, attribute| reference(element, attribute).map(|r| (r.shape, r.target));
        assert_eq!(shape("label", "for"), Some((Shape::One, Target::Labelable)));
        assert_eq!(shape("output", "for"), Some((Shape::List, Target::Any)));
        assert_eq!(shape("script", "for"), None);
        assert_eq!(
            shape("td", "headers"),
            Some((Shape::List, Target::HeaderCell))
        );
        assert_eq!(shape("div", "headers"), None);
        assert_eq!(
            shape("svg", "aria-labelledby"),
            Some((Shape::List, Target::Any))
        );
        assert_eq!(shape("img", "usemap"), Some((Shape::MapName, Target::Map)));
        assert_eq!(shape("a", "href"), None);
    }

    #[test]
    fn form_is_an_attribute_of_the_listed_elements() {
        for name in names() {
            assert_eq!(reference(name, "form").is_some(), is_listed(name), "{name}");
        }
    }
}
