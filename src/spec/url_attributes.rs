//! Attributes that hold URLs (WHATWG HTML, index of attributes, each attribute's definition).

/// How an attribute holds URLs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlShape {
    /// One URL, which may be empty (the page itself), with white space around it (2.4.1).
    One,
    /// One URL that is not empty, with white space around it.
    NonEmpty,
    /// Different absolute URLs, one at least, separated by spaces (5.2.2 «itemtype»).
    AbsoluteList,
    /// URLs of `http` or `https`, separated by spaces (4.6.2 «ping»).
    HttpList,
}

use UrlShape::{AbsoluteList, HttpList, NonEmpty, One};

/// Attribute, elements (none listed: any), how. A name comes once for each way, one after the other.
static URLS: &[(&str, &[&str], UrlShape)] = &[
    ("action", &["form"], NonEmpty),
    ("cite", &["blockquote", "del", "ins", "q"], One),
    ("data", &["object"], NonEmpty),
    ("formaction", &["button", "input"], NonEmpty),
    ("href", &["a", "area", "base"], One),
    ("href", &["link"], NonEmpty),
    ("itemid", &[], One),
    ("itemtype", &[], AbsoluteList),
    // Dropped from HTML, and still followed by assistive technologies.
    ("longdesc", &["frame", "iframe", "img"], NonEmpty),
    ("ping", &["a", "area"], HttpList),
    ("poster", &["video"], NonEmpty),
    (
        "src",
        &[
            "audio", "embed", "frame", "iframe", "img", "input", "script", "source", "track",
            "video",
        ],
        NonEmpty,
    ),
];

/// How the attribute of that element holds URLs; `None` when it holds none.
pub fn url_shape(element: &str, attribute: &str) -> Option<UrlShape> {
    URLS.iter()
        .find(|(name, elements, _)| {
            *name == attribute && (elements.is_empty() || elements.contains(&element))
        })
        .map(|row| row.2)
}

/// The names of attributes that hold URLs on some element, sorted; a name may come several times.
pub fn url_attribute_names() -> impl Iterator<Item = &'static str> {
    URLS.iter().map(|row| row.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::elements::is_known;

    #[test]
    fn the_table_is_sorted_and_names_known_elements() {
        assert!(url_attribute_names().is_sorted());
        for element in URLS.iter().flat_map(|row| row.1) {
            assert!(is_known(element), "{element}");
        }
    }

    #[test]
    fn url_attributes_depend_on_the_element() {
        assert_eq!(url_shape("a", "href"), Some(One));
        assert_eq!(url_shape("link", "href"), Some(NonEmpty));
        assert_eq!(url_shape("a", "ping"), Some(HttpList));
        assert_eq!(url_shape("p", "itemtype"), Some(AbsoluteList));
        assert_eq!(url_shape("p", "href"), None);
        assert_eq!(url_shape("a", "title"), None);
    }
}
