//! Attributes of HTML: boolean, URLs.
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
    ("controls", &["audio", "video"]),
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

/// How an attribute holds URLs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlShape {
    /// One URL, spaces around it allowed.
    One,
    /// URLs separated by spaces.
    SpaceSeparated,
    /// Image candidates: URLs with a width or a density, separated by commas (WHATWG HTML 4.8.4.2.1).
    Srcset,
}

/// Attributes that hold URLs (WHATWG HTML, index of attributes; obsolete ones that browsers still fetch included).
static URLS: &[(&str, &[&str], UrlShape)] = &[
    ("action", &["form"], UrlShape::One),
    ("archive", &["object"], UrlShape::SpaceSeparated),
    (
        "background",
        &["body", "table", "tbody", "td", "tfoot", "th", "thead", "tr"],
        UrlShape::One,
    ),
    ("cite", &["blockquote", "del", "ins", "q"], UrlShape::One),
    ("codebase", &["object"], UrlShape::One),
    ("data", &["object"], UrlShape::One),
    ("formaction", &["button", "input"], UrlShape::One),
    ("href", &["a", "area", "base", "link"], UrlShape::One),
    ("imagesrcset", &["link"], UrlShape::Srcset),
    ("itemid", &[], UrlShape::One),
    ("longdesc", &["frame", "iframe", "img"], UrlShape::One),
    ("manifest", &["html"], UrlShape::One),
    ("ping", &["a", "area"], UrlShape::SpaceSeparated),
    ("poster", &["video"], UrlShape::One),
    (
        "src",
        &[
            "audio", "embed", "frame", "iframe", "img", "input", "script", "source", "track",
            "video",
        ],
        UrlShape::One,
    ),
    ("srcset", &["img", "source"], UrlShape::Srcset),
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

/// How the attribute of that element holds URLs; `None` when it holds none.
pub fn url_shape(element: &str, attribute: &str) -> Option<UrlShape> {
    let at = URLS
        .binary_search_by(|(name, _, _)| (*name).cmp(attribute))
        .ok()?;
    let (_, elements, shape) = URLS[at];
    (elements.is_empty() || elements.contains(&element)).then_some(shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{elements::is_known, testing::assert_sorted};

    #[test]
    fn tables_are_sorted_and_name_known_elements() {
        assert_sorted("BOOLEAN", BOOLEAN.iter().map(|row| row.0));
        assert_sorted("URLS", URLS.iter().map(|row| row.0));
        let rows = BOOLEAN.iter().map(|row| row.1);
        for element in rows.chain(URLS.iter().map(|row| row.1)).flatten() {
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

    #[test]
    fn url_attributes_depend_on_the_element() {
        assert_eq!(url_shape("a", "href"), Some(UrlShape::One));
        assert_eq!(url_shape("img", "srcset"), Some(UrlShape::Srcset));
        assert_eq!(url_shape("a", "ping"), Some(UrlShape::SpaceSeparated));
        assert_eq!(url_shape("p", "href"), None);
        assert_eq!(url_shape("a", "title"), None);
    }
}
