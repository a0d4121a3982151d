//! Attributes that an element must have.
//!
//! Sources: WHATWG HTML, definition of each element: 4.2.3 to 4.2.5 (`base`, `link`, `meta`), 4.5.13 (`data`), 4.5.25 (`bdo`), 4.8.2 to
//! 4.8.4.1 (`source`, `img`), 4.8.7 (`object`), 4.8.10 (`track`), 4.8.13 and 4.8.14 (`map`, `area`), 4.10.5.1 (`input`), 4.10.11
//! (`textarea`), 4.10.14 (`meter`), 5.2.2 (`itemprop` needs the URL that is its value).

use super::index::{Index, index};
use super::url;

/// When the attribute is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum If {
    Always,
    /// The element has one of these attributes.
    With(&'static [&'static str]),
    /// It has none of these.
    Without(&'static [&'static str]),
    /// This attribute holds all these tokens.
    Holds(&'static str, &'static [&'static str]),
    /// It is a child of one of these.
    In(&'static [&'static str]),
    /// This attribute has image candidates told apart by their width, and the image does not load lazily.
    Widths(&'static str),
}
use If::{Always, Holds, In, Widths, With, Without};

/// Element, when, the attributes of which it must have one.
type Row = (&'static str, If, &'static [&'static str]);

/// Sorted by element.
#[rustfmt::skip]
static REQUIRED: [Row; 34] = [
    ("a", With(&["itemprop"]), &["href"]),
    ("area", With(&["href"]), &["alt"]),
    ("area", With(&["itemprop"]), &["href"]),
    ("area", Holds("shape", &["rect"]), &["coords"]),
    ("area", Holds("shape", &["circle"]), &["coords"]),
    ("area", Holds("shape", &["poly"]), &["coords"]),
    ("audio", With(&["itemprop"]), &["src"]),
    ("base", Always, &["href", "target"]),
    ("bdo", Always, &["dir"]),
    ("data", Always, &["value"]),
    ("embed", With(&["itemprop"]), &["src"]),
    ("iframe", With(&["itemprop"]), &["src"]),
    ("img", Always, &["src", "srcset"]),
    ("img", Widths("srcset"), &["sizes"]),
    ("input", Holds("type", &["image"]), &["alt"]),
    ("input", Holds("type", &["image"]), &["src"]),
    ("input", Holds("type", &["button"]), &["value"]),
    ("link", Always, &["itemprop", "property", "rel"]),
    ("link", Without(&["property", "resource"]), &["href", "imagesrcset"]),
    ("link", Holds("rel", &["preload"]), &["as"]),
    ("link", Holds("rel", &["alternate", "stylesheet"]), &["title"]),
    ("link", Widths("imagesrcset"), &["imagesizes"]),
    ("map", Always, &["name"]),
    ("meta", Always, &["charset", "http-equiv", "itemprop", "name", "property"]),
    ("meta", Without(&["charset"]), &["content"]),
    ("meter", Always, &["value"]),
    ("object", Always, &["data"]),
    ("source", In(&["picture"]), &["srcset"]),
    ("source", In(&["audio", "video"]), &["src"]),
    ("source", Widths("srcset"), &["sizes"]),
    ("textarea", Holds("wrap", &["hard"]), &["cols"]),
    ("track", Always, &["src"]),
    ("track", Holds("kind", &["subtitles"]), &["srclang"]),
    ("video", With(&["itemprop"]), &["src"]),
];

static INDEX: Index<64> = index!(REQUIRED, 0);

/// What an element must have: when, and one of which attributes.
pub fn required(element: &str) -> impl Iterator<Item = (If, &'static [&'static str])> {
    let from = INDEX.find(element, |row| REQUIRED[row].0);
    let rows = from.map_or(&[][..], |from| &REQUIRED[from..]);
    rows.iter()
        .take_while(move |row| row.0 == element)
        .map(|row| (row.1, row.2))
}

/// Whether a required attribute must not be empty either.
pub fn must_not_be_empty(element: &str, attribute: &str) -> bool {
    matches!(
        (element, attribute),
        ("input", "value" | "alt") | ("link", "title")
    )
}

/// Whether pages commonly do without, as browsers and other checkers let them.
pub fn is_often_left_out(element: &str, attribute: &str) -> bool {
    matches!(
        (element, attribute),
        ("input", "src") | ("track", "srclang")
    )
}

/// Whether a `srcset` tells its candidates apart by width (WHATWG HTML 4.8.4.2.1): `plan.png 640w`.
pub fn has_widths(srcset: &str) -> bool {
    url::srcset(srcset)
        .flat_map(|(_, descriptors)| descriptors.split_ascii_whitespace())
        .filter_map(|descriptor| descriptor.strip_suffix('w'))
        .any(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Elements that must have something, sorted, each once.
#[cfg(test)]
pub fn elements() -> Vec<&'static str> {
    let mut names: Vec<_> = REQUIRED.iter().map(|row| row.0).collect();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::element_attributes::{Allowed, Owner};

    #[test]
    fn rows_are_sorted_and_name_attributes_of_their_element() {
        assert!(REQUIRED.is_sorted_by_key(|row| row.0));
        for (element, _, one_of) in REQUIRED {
            let owner = Owner::new(element).unwrap();
            for attribute in one_of {
                assert_eq!(
                    owner.allows(attribute),
                    Allowed::Yes,
                    "{element} {attribute}"
                );
            }
        }
    }

    #[test]
    fn widths() {
        for with in [
            "a.png 640w",
            "a.png 1x, b.png 640w",
            "a,b.png 1w",
            "a 1x,b 2w",
        ] {
            assert!(has_widths(with), "{with}");
        }
        for without in [
            "a.png",
            "a.png 2x, b.png 3x",
            "640w",
            "a.png, 640w",
            "a.png w",
            "",
        ] {
            assert!(!has_widths(without), "{without}");
        }
        assert!(must_not_be_empty("input", "value") && !must_not_be_empty("bdo", "dir"));
    }
}
