//! What RGAA 4.1.2 bans as presentation: tests 10.1.1 and 10.1.2, glossary «Présentation de l’information».
//!
//! Only elements of the HTML namespace are concerned: leave out everything inside `svg` and `math`, and `svg` itself.

use super::elements;

/// How firm a ban is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ban {
    /// HTML bans it too.
    Plain,
    /// RGAA's letter bans it, while HTML allows it there (`width` of an `iframe`) or leaves it to the author (custom elements).
    ByTheLetter,
}

/// Test 10.1.1. `html5`: the document type is that of HTML (`<!DOCTYPE html>`), where `u` is allowed.
///
/// `s` is banned although HTML gives it a meaning.
pub fn element(name: &str, html5: bool) -> Option<Ban> {
    match name {
        "basefont" | "big" | "blink" | "center" | "font" | "marquee" | "strike" | "tt" => {
            Some(Ban::Plain)
        }
        "s" => Some(Ban::ByTheLetter),
        "u" if !html5 => Some(Ban::Plain),
        _ => None,
    }
}

/// Attributes that test 10.1.2 names, sorted; some elements may have `height`, `size` and `width`.
pub const NAMED: &[&str] = &[
    "align",
    "alink",
    "background",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "char",
    "charoff",
    "clear",
    "color",
    "compact",
    "frameborder",
    "height",
    "hspace",
    "link",
    "marginheight",
    "marginwidth",
    "size",
    "text",
    "valign",
    "vlink",
    "vspace",
    "width",
];

/// Test 10.1.2: `element` and `attribute` of the HTML namespace.
pub fn attribute(element: &str, attribute: &str) -> Option<Ban> {
    let banned = match attribute {
        "width" | "height" => !matches!(element, "img" | "object" | "embed" | "canvas" | "svg"),
        "size" => element != "select",
        _ => NAMED.binary_search(&attribute).is_ok(),
    };
    if !banned {
        return None;
    }
    let allowed = is_allowed_by_html(element, attribute) || !elements::is_known(element);
    Some(if allowed {
        Ban::ByTheLetter
    } else {
        Ban::Plain
    })
}

/// Banned attributes that the current HTML still defines (WHATWG HTML, index of attributes).
fn is_allowed_by_html(element: &str, attribute: &str) -> bool {
    match attribute {
        "width" | "height" => matches!(element, "iframe" | "input" | "source" | "video"),
        "size" => element == "input",
        "color" => element == "link",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{obsolete, testing::assert_sorted};

    #[test]
    fn elements_follow_the_doctype() {
        let banned = |html5| {
            elements::names()
                .filter(|name| element(name, html5).is_some())
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            banned(true),
            "basefont big blink center font marquee s strike tt"
        );
        assert_eq!(
            banned(false),
            "basefont big blink center font marquee s strike tt u"
        );
        for name in elements::names().filter(|name| element(name, true) == Some(Ban::Plain)) {
            assert!(obsolete::element(name).is_some(), "{name}");
        }
    }

    #[test]
    fn attributes_have_the_exceptions_of_the_methodology() {
        assert_sorted("NAMED", NAMED.iter().copied());
        for free in ["img", "object", "embed", "canvas", "svg"] {
            assert_eq!(attribute(free, "width"), None, "{free}");
            assert_eq!(attribute(free, "height"), None, "{free}");
        }
        assert_eq!(attribute("td", "width"), Some(Ban::Plain));
        assert_eq!(attribute("table", "height"), Some(Ban::Plain));
        assert_eq!(attribute("iframe", "width"), Some(Ban::ByTheLetter));
        assert_eq!(attribute("video", "height"), Some(Ban::ByTheLetter));
        assert_eq!(attribute("select", "size"), None);
        assert_eq!(attribute("input", "size"), Some(Ban::ByTheLetter));
        assert_eq!(attribute("hr", "size"), Some(Ban::Plain));
        assert_eq!(attribute("link", "color"), Some(Ban::ByTheLetter));
        assert_eq!(attribute("x-icone", "size"), Some(Ban::ByTheLetter));
        assert_eq!(attribute("iframe", "frameborder"), Some(Ban::Plain));
        // Presentational in HTML too, yet not on RGAA's list.
        assert_eq!(attribute("td", "nowrap"), None);
        assert_eq!(attribute("body", "topmargin"), None);
    }

    #[test]
    fn a_plain_ban_never_falls_on_what_html_allows() {
        for name in elements::names() {
            for banned in NAMED {
                if obsolete::attribute(name, banned).is_some() {
                    assert!(
                        attribute(name, banned) != Some(Ban::ByTheLetter),
                        "{name} {banned}"
                    );
                }
            }
        }
    }
}
