//! The role that an HTML element has by itself: HTML-AAM 1.0, 3.5 «HTML Element Role Mappings», and ARIA in HTML, section 4, column
//! «Implicit ARIA semantics». Where the two differ, ARIA in HTML is followed (`dd`, `dt`, `figcaption`, `summary`: no role).

use super::element_facts::{ElementFacts, InputKind, Question};
use super::elements;

/// Elements whose role depends on nothing else, sorted.
static FIXED: [(&str, &str); 63] = [
    ("address", "group"),
    ("article", "article"),
    ("b", "generic"),
    ("bdi", "generic"),
    ("bdo", "generic"),
    ("blockquote", "blockquote"),
    ("body", "generic"),
    ("button", "button"),
    ("caption", "caption"),
    ("code", "code"),
    ("data", "generic"),
    ("datalist", "listbox"),
    ("del", "deletion"),
    ("details", "group"),
    ("dfn", "term"),
    ("dialog", "dialog"),
    ("div", "generic"),
    ("em", "emphasis"),
    ("fieldset", "group"),
    ("figure", "figure"),
    ("form", "form"),
    ("h1", "heading"),
    ("h2", "heading"),
    ("h3", "heading"),
    ("h4", "heading"),
    ("h5", "heading"),
    ("h6", "heading"),
    ("hgroup", "group"),
    ("hr", "separator"),
    ("html", "document"),
    ("i", "generic"),
    ("ins", "insertion"),
    ("main", "main"),
    ("math", "math"),
    ("menu", "list"),
    ("meter", "meter"),
    ("nav", "navigation"),
    ("ol", "list"),
    ("optgroup", "group"),
    ("option", "option"),
    ("output", "status"),
    ("p", "paragraph"),
    ("pre", "generic"),
    ("progress", "progressbar"),
    ("q", "generic"),
    ("s", "deletion"),
    ("samp", "generic"),
    ("search", "search"),
    ("small", "generic"),
    ("span", "generic"),
    ("strong", "strong"),
    ("sub", "subscript"),
    ("sup", "superscript"),
    ("svg", "graphics-document"),
    ("table", "table"),
    ("tbody", "rowgroup"),
    ("textarea", "textbox"),
    ("tfoot", "rowgroup"),
    ("thead", "rowgroup"),
    ("time", "time"),
    ("tr", "row"),
    ("u", "generic"),
    ("ul", "list"),
];

/// The role that the element has without a `role` attribute; `None` when no role corresponds to it.
///
/// A `form` has the role `form` but is a landmark only when named. Parts of a table whose own role was taken away have none. An `img`
/// with `alt=""` that nothing else names has `none`.
pub fn implicit_role(facts: &ElementFacts<'_>) -> Option<&'static str> {
    let either = |condition: bool, yes, no| Some(if condition { yes } else { no });
    match facts.name {
        "a" => either(facts.has("href"), "link", "generic"),
        "area" => either(facts.has("href"), "link", "generic"),
        "aside" => either(
            !facts.ask(Question::InSectioning) || facts.ask(Question::Named),
            "complementary",
            "generic",
        ),
        "footer" => either(facts.ask(Question::InSection), "generic", "contentinfo"),
        "header" => either(facts.ask(Question::InSection), "generic", "banner"),
        "section" => either(facts.ask(Question::Named), "region", "generic"),
        "li" => either(facts.ask(Question::ChildOfList), "listitem", "generic"),
        "img" => either(
            facts.attribute("alt") == Some("") && !facts.ask(Question::Named),
            "none",
            "img",
        ),
        "select" => either(is_list_box(facts), "listbox", "combobox"),
        "input" => input_role(facts),
        "tbody" | "thead" | "tfoot" | "tr" | "td" | "th"
            if !facts.ask(Question::InExposedTable) =>
        {
            None
        }
        "td" => either(facts.ask(Question::InGrid), "gridcell", "cell"),
        "th" => Some(header_role(facts)),
        name => {
            let at = FIXED
                .binary_search_by(|(known, _)| (*known).cmp(name))
                .ok()?;
            Some(FIXED[at].1)
        }
    }
}

fn is_list_box(facts: &ElementFacts<'_>) -> bool {
    elements::is_list_box(|name| facts.attribute(name))
}

fn input_role(facts: &ElementFacts<'_>) -> Option<&'static str> {
    let list = facts.has("list");
    match InputKind::of(facts) {
        InputKind::Button | InputKind::OtherButton => Some("button"),
        InputKind::Checkbox => Some("checkbox"),
        InputKind::Radio => Some("radio"),
        InputKind::Range => Some("slider"),
        InputKind::Number => Some("spinbutton"),
        InputKind::Text | InputKind::Search | InputKind::TextLike if list => Some("combobox"),
        InputKind::Text | InputKind::TextLike => Some("textbox"),
        InputKind::Search => Some("searchbox"),
        InputKind::Hidden | InputKind::Plain => None,
    }
}

fn header_role(facts: &ElementFacts<'_>) -> &'static str {
    let scope = facts.attribute("scope").unwrap_or_default();
    let is = |name: &str| scope.eq_ignore_ascii_case(name);
    if is("row") || is("rowgroup") {
        "rowheader"
    } else if is("col") || is("colgroup") || !facts.ask(Question::HeadsRow) {
        "columnheader"
    } else {
        "rowheader"
    }
}

/// Whether the element itself tells browsers the state or property, so that a role that requires it is satisfied
/// (HTML-AAM 1.0, 3.6 «HTML Attribute State and Property Mappings»).
pub fn provides(facts: &ElementFacts<'_>, attribute: &str) -> bool {
    match (facts.name, attribute) {
        ("input", "aria-checked") => {
            matches!(InputKind::of(facts), InputKind::Checkbox | InputKind::Radio)
        }
        ("input", "aria-valuenow") => {
            matches!(InputKind::of(facts), InputKind::Range | InputKind::Number)
        }
        ("input", "aria-expanded") => facts.has("list"),
        ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", "aria-level")
        | ("meter" | "progress", "aria-valuenow")
        | ("details" | "summary", "aria-expanded")
        | ("option", "aria-selected") => true,
        ("select", "aria-expanded") => !is_list_box(facts),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{aria_roles, elements, testing::assert_sorted};

    /// The role of an element with those attributes, where those questions are answered yes.
    fn role(
        name: &str,
        attributes: &[(&str, &'static str)],
        yes: &[Question],
    ) -> Option<&'static str> {
        let attribute = |wanted: &str| {
            let found = attributes.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| *value)
        };
        implicit_role(&ElementFacts {
            name,
            attribute: &attribute,
            ask: &|question| yes.contains(&question),
        })
    }

    #[test]
    fn rows_are_sorted_and_their_names_exist() {
        assert_sorted("FIXED", FIXED.iter().map(|row| row.0));
        for (name, role) in FIXED {
            assert!(
                elements::is_known(name) && !elements::is_obsolete(name),
                "{name}"
            );
            assert!(aria_roles::role(role).is_some(), "{name}: {role}");
        }
    }

    #[test]
    fn links_and_landmarks_depend_on_their_place() {
        assert_eq!(role("a", &[("href", "")], &[]), Some("link"));
        assert_eq!(role("a", &[], &[]), Some("generic"));
        assert_eq!(role("header", &[], &[]), Some("banner"));
        assert_eq!(role("header", &[], &[Question::InSection]), Some("generic"));
        assert_eq!(role("footer", &[], &[]), Some("contentinfo"));
        assert_eq!(role("footer", &[], &[Question::InSection]), Some("generic"));
        assert_eq!(role("section", &[], &[]), Some("generic"));
        assert_eq!(role("section", &[], &[Question::Named]), Some("region"));
        assert_eq!(role("aside", &[], &[]), Some("complementary"));
        assert_eq!(
            role("aside", &[], &[Question::InSectioning]),
            Some("generic")
        );
        let both = [Question::InSectioning, Question::Named];
        assert_eq!(role("aside", &[], &both), Some("complementary"));
        assert_eq!(role("search", &[], &[]), Some("search"));
    }

    #[test]
    fn images() {
        assert_eq!(role("img", &[], &[]), Some("img"));
        assert_eq!(role("img", &[("alt", "Carte")], &[]), Some("img"));
        assert_eq!(role("img", &[("alt", "")], &[]), Some("none"));
        assert_eq!(role("img", &[("alt", "")], &[Question::Named]), Some("img"));
        assert_eq!(role("svg", &[], &[]), Some("graphics-document"));
        assert_eq!(role("canvas", &[], &[]), None);
    }

    #[test]
    fn fields() {
        let input = |kind| role("input", &[("type", kind)], &[]);
        assert_eq!(role("input", &[], &[]), Some("textbox"));
        assert_eq!(input("inconnu"), Some("textbox"));
        assert_eq!(input("SUBMIT"), Some("button"));
        assert_eq!(input("image"), Some("button"));
        assert_eq!(input("checkbox"), Some("checkbox"));
        assert_eq!(input("range"), Some("slider"));
        assert_eq!(input("number"), Some("spinbutton"));
        assert_eq!(input("search"), Some("searchbox"));
        assert_eq!(input("password"), None);
        assert_eq!(input("date"), None);
        assert_eq!(input("hidden"), None);
        let email = [("type", "email"), ("list", "l")];
        assert_eq!(role("input", &email, &[]), Some("combobox"));
        assert_eq!(role("select", &[], &[]), Some("combobox"));
        assert_eq!(role("select", &[("size", "1")], &[]), Some("combobox"));
        assert_eq!(role("select", &[("size", "4")], &[]), Some("listbox"));
        assert_eq!(role("select", &[("multiple", "")], &[]), Some("listbox"));
    }

    #[test]
    fn lists_and_tables() {
        use Question::{ChildOfList, HeadsRow, InExposedTable, InGrid};
        assert_eq!(role("li", &[], &[ChildOfList]), Some("listitem"));
        assert_eq!(role("li", &[], &[]), Some("generic"));
        assert_eq!(role("td", &[], &[]), None);
        assert_eq!(role("td", &[], &[InExposedTable]), Some("cell"));
        assert_eq!(role("td", &[], &[InExposedTable, InGrid]), Some("gridcell"));
        assert_eq!(role("tr", &[], &[]), None);
        assert_eq!(role("tr", &[], &[InExposedTable]), Some("row"));
        let th = |scope| role("th", &[("scope", scope)], &[InExposedTable]);
        assert_eq!(th("row"), Some("rowheader"));
        assert_eq!(th("COL"), Some("columnheader"));
        assert_eq!(th(""), Some("columnheader"));
        assert_eq!(
            role("th", &[], &[InExposedTable, HeadsRow]),
            Some("rowheader")
        );
    }

    #[test]
    fn no_role_corresponds() {
        for name in [
            "abbr",
            "dd",
            "dl",
            "dt",
            "figcaption",
            "iframe",
            "label",
            "summary",
            "video",
            "center",
        ] {
            assert_eq!(role(name, &[], &[]), None, "{name}");
        }
    }

    #[test]
    fn elements_provide_their_own_states() {
        let provides = |name, kind: &'static str, attribute| {
            super::provides(
                &ElementFacts {
                    name,
                    attribute: &|wanted| (wanted == "type").then_some(kind),
                    ask: &|_| false,
                },
                attribute,
            )
        };
        assert!(provides("input", "checkbox", "aria-checked"));
        assert!(!provides("input", "text", "aria-checked"));
        assert!(provides("h3", "", "aria-level"));
        assert!(!provides("div", "", "aria-level"));
        assert!(provides("input", "range", "aria-valuenow"));
        assert!(provides("select", "", "aria-expanded"));
        assert!(!provides("button", "", "aria-expanded"));
    }
}
