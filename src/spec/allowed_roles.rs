//! The roles that authors may give to each HTML element: ARIA in HTML, section 4 «Rules of ARIA attribute usage by HTML element»,
//! proposed additions and corrections included.

use super::aria_roles::{self, Naming};
use super::element_facts::{ElementFacts, InputKind, Question};
use super::implicit_roles::implicit_role;

/// Roles allowed besides the implicit one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    Any,
    /// Those only; none when empty.
    Only(&'static [&'static str]),
}

/// How a `role` suits the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    Allowed,
    /// It says what the element is anyway.
    Redundant(Redundancy),
    /// `generic` says nothing and should not be written.
    Pointless,
    Disallowed,
}

/// Why a role that repeats the element may be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redundancy {
    /// RGAA 4.1.2 asks to write it: `banner`, `navigation`, `main`, `contentinfo`, `search` (glossary «Landmarks», test 12.6.1),
    /// `figure` (tests 1.9.1 to 1.9.5). Never to be reported as a fault.
    AskedByRgaa,
    /// `list` on a list: Safari takes the role away when CSS hides the bullets.
    KeptForBrowsers,
    /// Nothing is gained; no harm either.
    Useless,
}

/// Which `aria-*` attributes the element may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AriaAttributes {
    /// Those of its role.
    OfRole,
    /// `aria-hidden` alone.
    HiddenOnly,
    None,
}

const NONE: Allowed = Allowed::Only(&[]);
const NO_SEMANTICS: Allowed = Allowed::Only(&["none", "presentation"]);
const BUTTON: Allowed = Allowed::Only(&[
    "checkbox",
    "combobox",
    "gridcell",
    "link",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "separator",
    "slider",
    "switch",
    "tab",
    "treeitem",
]);
const LIST: Allowed = Allowed::Only(&[
    "directory",
    "group",
    "listbox",
    "menu",
    "menubar",
    "none",
    "presentation",
    "radiogroup",
    "tablist",
    "toolbar",
    "tree",
]);
const FRAME: Allowed = Allowed::Only(&[
    "application",
    "document",
    "image",
    "img",
    "none",
    "presentation",
]);
const HEADING: Allowed = Allowed::Only(&["doc-subtitle", "none", "presentation", "tab"]);
const MEDIA: Allowed = Allowed::Only(&["application"]);

/// Elements whose allowed roles depend on nothing else, sorted; elements not listed here nor in [`allowed_roles`] allow any role.
/// `banner` and `contentinfo` stay allowed on a `header` or `footer` inside a section, as the Nu checker has it.
#[rustfmt::skip]
static FIXED: &[(&str, Allowed)] = &[
    ("article", Allowed::Only(&["application", "document", "feed", "main", "none", "presentation", "region"])),
    ("aside", Allowed::Only(&[
        "doc-dedication", "doc-example", "doc-footnote", "doc-glossary", "doc-pullquote", "doc-tip", "feed", "none", "note",
        "presentation", "region", "search",
    ])),
    ("audio", MEDIA),
    ("base", NONE),
    ("body", NONE),
    ("br", NO_SEMANTICS),
    ("caption", NONE),
    ("col", NONE),
    ("colgroup", NONE),
    ("datalist", NONE),
    ("dd", Allowed::Only(&["definition"])),
    ("details", NONE),
    ("dialog", Allowed::Only(&["alertdialog"])),
    ("dl", Allowed::Only(&["group", "list", "none", "presentation"])),
    ("dt", Allowed::Only(&["listitem", "term"])),
    ("embed", FRAME),
    ("fieldset", Allowed::Only(&["none", "presentation", "radiogroup"])),
    ("figcaption", Allowed::Only(&["caption", "group", "none", "presentation"])),
    ("footer", Allowed::Only(&["contentinfo", "doc-footnote", "group", "none", "presentation"])),
    ("form", Allowed::Only(&["none", "presentation", "search"])),
    ("h1", HEADING),
    ("h2", HEADING),
    ("h3", HEADING),
    ("h4", HEADING),
    ("h5", HEADING),
    ("h6", HEADING),
    ("head", NONE),
    ("header", Allowed::Only(&["banner", "group", "none", "presentation"])),
    ("hr", Allowed::Only(&["doc-pagebreak", "none", "presentation"])),
    ("html", NONE),
    ("iframe", FRAME),
    ("legend", NONE),
    ("link", NONE),
    ("main", NONE),
    ("map", NONE),
    ("math", NONE),
    ("menu", LIST),
    ("meta", NONE),
    ("meter", NONE),
    ("nav", Allowed::Only(&["doc-index", "doc-pagelist", "doc-toc", "menu", "menubar", "none", "presentation", "tablist"])),
    ("noscript", NONE),
    ("object", Allowed::Only(&["application", "document", "image", "img"])),
    ("ol", LIST),
    ("optgroup", NONE),
    ("option", NONE),
    ("param", NONE),
    ("picture", NONE),
    ("progress", NONE),
    ("script", NONE),
    ("search", Allowed::Only(&["form", "group", "none", "presentation", "region"])),
    ("section", Allowed::Only(&[
        "alert", "alertdialog", "application", "banner", "complementary", "contentinfo", "dialog", "doc-abstract",
        "doc-acknowledgments", "doc-afterword", "doc-appendix", "doc-bibliography", "doc-chapter", "doc-colophon", "doc-conclusion",
        "doc-credit", "doc-credits", "doc-dedication", "doc-endnotes", "doc-epigraph", "doc-epilogue", "doc-errata", "doc-example",
        "doc-foreword", "doc-glossary", "doc-index", "doc-introduction", "doc-notice", "doc-pagelist", "doc-part", "doc-preface",
        "doc-prologue", "doc-pullquote", "doc-qna", "doc-toc", "document", "feed", "group", "log", "main", "marquee", "navigation",
        "none", "note", "presentation", "region", "search", "status", "tabpanel",
    ])),
    ("slot", NONE),
    ("source", NONE),
    ("style", NONE),
    ("template", NONE),
    ("textarea", NONE),
    ("title", NONE),
    ("track", NONE),
    ("ul", LIST),
    ("video", MEDIA),
    ("wbr", NO_SEMANTICS),
];

/// What a `role` may be besides the implicit role, whatever that one is.
pub fn allowed_roles(facts: &ElementFacts<'_>) -> Allowed {
    match facts.name {
        "a" if facts.has("href") => Allowed::Only(&[
            "button",
            "checkbox",
            "doc-backlink",
            "doc-biblioref",
            "doc-glossref",
            "doc-noteref",
            "menuitem",
            "menuitemcheckbox",
            "menuitemradio",
            "option",
            "radio",
            "switch",
            "tab",
            "treeitem",
        ]),
        "area" if facts.has("href") => Allowed::Only(&["button"]),
        "area" => Allowed::Only(&["button", "link"]),
        "button" | "selectedcontent" if is_part_of_select(facts) => NONE,
        "button" => BUTTON,
        "div" if facts.ask(Question::ChildOfDl) => NO_SEMANTICS,
        // RGAA 1.9 accepts `group` there, ARIA in HTML does not.
        "figure" if facts.ask(Question::HasFigcaption) => Allowed::Only(&["doc-example", "group"]),
        "img" => image_roles(facts),
        "input" => input_roles(facts),
        "li" if facts.ask(Question::ChildOfExposedList) => {
            Allowed::Only(&["doc-biblioentry", "doc-endnote"])
        }
        "li" => item_roles(facts),
        "label" if facts.ask(Question::LabelsControl) => NONE,
        "select" => match implicit_role(facts) {
            Some("combobox") => Allowed::Only(&["menu"]),
            _ => NONE,
        },
        "summary" if facts.ask(Question::SummaryOfDetails) => NONE,
        "td" | "th" | "tr" if !facts.ask(Question::InExposedTable) => Allowed::Any,
        "td" | "tr" => NONE,
        "th" => Allowed::Only(&["cell", "columnheader", "gridcell", "rowheader"]),
        name => FIXED
            .binary_search_by(|(known, _)| (*known).cmp(name))
            .map_or(Allowed::Any, |at| FIXED[at].1),
    }
}

/// What the composite around owns (WAI-ARIA 1.2, 5.2.6 «Required Owned Elements»).
static ITEMS: [(&[&str], Allowed); 4] = [
    (
        &["listbox"],
        Allowed::Only(&["group", "none", "option", "presentation"]),
    ),
    (
        &["menu", "menubar"],
        Allowed::Only(&[
            "group",
            "menuitem",
            "menuitemcheckbox",
            "menuitemradio",
            "none",
            "presentation",
            "separator",
        ]),
    ),
    (
        &["tablist"],
        Allowed::Only(&["none", "presentation", "tab"]),
    ),
    (
        &["tree"],
        Allowed::Only(&["group", "none", "presentation", "treeitem"]),
    ),
];

fn item_roles(facts: &ElementFacts<'_>) -> Allowed {
    let row = ITEMS
        .iter()
        .find(|(parents, _)| facts.ask(Question::OwnedBy(parents)));
    row.map_or(Allowed::Any, |(_, allowed)| *allowed)
}

/// Whether it only shows what a `select` holds: the `select` speaks for it, which may not even have its own role.
fn is_part_of_select(facts: &ElementFacts<'_>) -> bool {
    match facts.name {
        "button" => facts.ask(Question::ChildOfSelect),
        "selectedcontent" => facts.ask(Question::InButtonOfSelect),
        _ => false,
    }
}

fn image_roles(facts: &ElementFacts<'_>) -> Allowed {
    let alt = facts.attribute("alt").is_some_and(|alt| !alt.is_empty());
    if alt || facts.ask(Question::Named) {
        Allowed::Only(&[
            "button",
            "checkbox",
            "doc-cover",
            "image",
            "link",
            "math",
            "menuitem",
            "menuitemcheckbox",
            "menuitemradio",
            "meter",
            "option",
            "progressbar",
            "radio",
            "scrollbar",
            "separator",
            "slider",
            "switch",
            "tab",
            "treeitem",
        ])
    } else {
        NO_SEMANTICS
    }
}

fn input_roles(facts: &ElementFacts<'_>) -> Allowed {
    match InputKind::of(facts) {
        InputKind::Button | InputKind::OtherButton => BUTTON,
        InputKind::Checkbox if facts.has("aria-pressed") => {
            Allowed::Only(&["button", "menuitemcheckbox", "option", "switch"])
        }
        InputKind::Checkbox => Allowed::Only(&["menuitemcheckbox", "option", "switch"]),
        InputKind::Radio => Allowed::Only(&["menuitemradio"]),
        InputKind::Text if !facts.has("list") => {
            Allowed::Only(&["combobox", "searchbox", "spinbutton"])
        }
        _ => NONE,
    }
}

/// How a `role` (a known, concrete role in ASCII lowercase) suits the element.
pub fn fit(facts: &ElementFacts<'_>, role: &str) -> Fit {
    let implicit = implicit_role(facts);
    if is_part_of_select(facts) {
        return Fit::Disallowed;
    }
    // Their own role by ARIA in HTML's proposed corrections; browsers differ.
    if matches!((facts.name, role), ("dd", "definition") | ("dt", "term")) {
        return Fit::Redundant(Redundancy::Useless);
    }
    if role == "generic" && (implicit == Some(role) || allowed_roles(facts) == Allowed::Any) {
        return Fit::Pointless;
    }
    // `none` and `presentation` are one role, as are `img` and `image`.
    let same = |own: &str| {
        own == role
            || (own == "none" && role == "presentation")
            || (own == "img" && role == "image")
    };
    if implicit.is_some_and(same) {
        return Fit::Redundant(redundancy(role));
    }
    match allowed_roles(facts) {
        Allowed::Any => Fit::Allowed,
        Allowed::Only(roles) if roles.contains(&role) => Fit::Allowed,
        Allowed::Only(_) => Fit::Disallowed,
    }
}

fn redundancy(role: &str) -> Redundancy {
    match role {
        "banner" | "contentinfo" | "figure" | "main" | "navigation" | "search" => {
            Redundancy::AskedByRgaa
        }
        "list" => Redundancy::KeptForBrowsers,
        _ => Redundancy::Useless,
    }
}

/// Which `aria-*` attributes the element may have (same table).
pub fn aria_attributes(facts: &ElementFacts<'_>) -> AriaAttributes {
    match facts.name {
        "base" | "col" | "colgroup" | "datalist" | "head" | "html" | "link" | "map" | "meta"
        | "noscript" | "param" | "script" | "slot" | "source" | "style" | "template" | "title"
        | "track" => AriaAttributes::None,
        "br" | "picture" | "wbr" => AriaAttributes::HiddenOnly,
        "input" if InputKind::of(facts) == InputKind::Hidden => AriaAttributes::None,
        "button" | "selectedcontent" if is_part_of_select(facts) => AriaAttributes::None,
        "label" if facts.ask(Question::LabelsControl) => AriaAttributes::None,
        "img"
            if facts.attribute("alt").is_none_or(str::is_empty) && !facts.ask(Question::Named) =>
        {
            AriaAttributes::HiddenOnly
        }
        _ => AriaAttributes::OfRole,
    }
}

/// For an element that no role corresponds to: the role whose states and properties it may have, `generic` for globals alone.
pub fn stand_in_role(facts: &ElementFacts<'_>) -> &'static str {
    match facts.name {
        "audio" | "video" => "application",
        "td" | "th" => "gridcell",
        "tr" => "row",
        "input"
            if facts
                .attribute("type")
                .is_some_and(|t| t.eq_ignore_ascii_case("color")) =>
        {
            "generic"
        }
        "input" if InputKind::of(facts) == InputKind::Plain => "textbox",
        _ => "generic",
    }
}

/// Whether authors must not name the element by `aria-label` or `aria-labelledby`: «Naming prohibited». `role`: its role, by itself
/// or by a `role` attribute.
pub fn naming_prohibited(name: &str, role: Option<&str>) -> bool {
    match role {
        // The role `time` may be named in WAI-ARIA 1.2, the element may not.
        Some("time") => name == "time",
        Some(role) => aria_roles::role(role).is_some_and(|role| role.naming == Naming::Prohibited),
        None => {
            name.contains('-')
                || matches!(
                    name,
                    "abbr"
                        | "cite"
                        | "figcaption"
                        | "kbd"
                        | "label"
                        | "legend"
                        | "mark"
                        | "rp"
                        | "rt"
                        | "var"
                )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{elements, testing::assert_sorted};

    fn fit_of(
        name: &str,
        attributes: &[(&str, &'static str)],
        yes: &[Question],
        role: &str,
    ) -> Fit {
        let attribute = |wanted: &str| {
            let found = attributes.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| *value)
        };
        let facts = ElementFacts {
            name,
            attribute: &attribute,
            ask: &|question| yes.contains(&question),
        };
        fit(&facts, role)
    }

    #[test]
    fn rows_are_sorted_and_their_names_exist() {
        assert_sorted("FIXED", FIXED.iter().map(|row| row.0));
        for (name, allowed) in FIXED {
            assert!(elements::is_known(name), "{name}");
            if let Allowed::Only(roles) = allowed {
                assert!(roles.is_sorted(), "{name}: {roles:?}");
                for role in *roles {
                    assert!(aria_roles::role(role).is_some(), "{name}: {role}");
                }
            }
        }
    }

    #[test]
    fn any_role_on_neutral_elements() {
        assert_eq!(fit_of("div", &[], &[], "button"), Fit::Allowed);
        assert_eq!(fit_of("span", &[], &[], "generic"), Fit::Pointless);
        assert_eq!(fit_of("x-carte", &[], &[], "img"), Fit::Allowed);
        assert_eq!(
            fit_of("div", &[], &[Question::ChildOfDl], "button"),
            Fit::Disallowed
        );
        assert_eq!(fit_of("svg", &[], &[], "img"), Fit::Allowed);
    }

    #[test]
    fn redundant_roles_are_graded() {
        use Redundancy::{AskedByRgaa, KeptForBrowsers, Useless};
        assert_eq!(
            fit_of("nav", &[], &[], "navigation"),
            Fit::Redundant(AskedByRgaa)
        );
        assert_eq!(
            fit_of("main", &[], &[], "main"),
            Fit::Redundant(AskedByRgaa)
        );
        assert_eq!(
            fit_of("header", &[], &[], "banner"),
            Fit::Redundant(AskedByRgaa)
        );
        assert_eq!(
            fit_of("ul", &[], &[], "list"),
            Fit::Redundant(KeptForBrowsers)
        );
        assert_eq!(
            fit_of("button", &[], &[], "button"),
            Fit::Redundant(Useless)
        );
        assert_eq!(
            fit_of("img", &[("alt", "")], &[], "presentation"),
            Fit::Redundant(Useless)
        );
    }

    #[test]
    fn a_banner_inside_a_section_says_something_new() {
        let inside = [Question::InSection];
        assert_eq!(fit_of("header", &[], &inside, "banner"), Fit::Allowed);
        assert_eq!(fit_of("header", &[], &inside, "generic"), Fit::Pointless);
    }

    #[test]
    fn restricted_elements() {
        assert_eq!(fit_of("button", &[], &[], "heading"), Fit::Disallowed);
        assert_eq!(fit_of("a", &[("href", "")], &[], "button"), Fit::Allowed);
        assert_eq!(
            fit_of("a", &[("href", "")], &[], "heading"),
            Fit::Disallowed
        );
        assert_eq!(fit_of("a", &[], &[], "heading"), Fit::Allowed);
        assert_eq!(fit_of("h2", &[], &[], "tab"), Fit::Allowed);
        assert_eq!(fit_of("h2", &[], &[], "button"), Fit::Disallowed);
        assert_eq!(fit_of("ul", &[], &[], "tablist"), Fit::Allowed);
        assert_eq!(fit_of("ul", &[], &[], "navigation"), Fit::Disallowed);
        let listed = [Question::ChildOfList, Question::ChildOfExposedList];
        assert_eq!(fit_of("li", &[], &listed, "button"), Fit::Disallowed);
        assert_eq!(
            fit_of("li", &[], &[Question::ChildOfList], "tab"),
            Fit::Allowed
        );
        assert_eq!(fit_of("label", &[], &[], "button"), Fit::Allowed);
        let labels = [Question::LabelsControl];
        assert_eq!(fit_of("label", &[], &labels, "button"), Fit::Disallowed);
        let option = [Question::OwnedBy(&["listbox"])];
        assert_eq!(fit_of("li", &[], &option, "button"), Fit::Disallowed);
        assert_eq!(fit_of("li", &[], &option, "option"), Fit::Allowed);
        let in_select = [Question::ChildOfSelect];
        assert_eq!(fit_of("button", &[], &in_select, "button"), Fit::Disallowed);
        let shown = [Question::InButtonOfSelect];
        assert_eq!(
            fit_of("selectedcontent", &[], &shown, "img"),
            Fit::Disallowed
        );
        assert_eq!(fit_of("selectedcontent", &[], &[], "img"), Fit::Allowed);
        assert_eq!(
            fit_of("dd", &[], &[], "definition"),
            Fit::Redundant(Redundancy::Useless)
        );
        assert_eq!(fit_of("img", &[], &[], "button"), Fit::Disallowed);
        assert_eq!(
            fit_of("img", &[("alt", "Fermer")], &[], "button"),
            Fit::Allowed
        );
        assert_eq!(fit_of("input", &[], &[], "combobox"), Fit::Allowed);
        assert_eq!(
            fit_of("input", &[("type", "email")], &[], "combobox"),
            Fit::Disallowed
        );
        let pressed = [("type", "checkbox"), ("aria-pressed", "true")];
        assert_eq!(fit_of("input", &pressed, &[], "button"), Fit::Allowed);
        assert_eq!(
            fit_of("td", &[], &[Question::InExposedTable], "button"),
            Fit::Disallowed
        );
        assert_eq!(fit_of("td", &[], &[], "button"), Fit::Allowed);
    }

    #[test]
    fn names_and_attributes_that_are_refused() {
        assert!(naming_prohibited("span", Some("generic")));
        assert!(naming_prohibited("label", None));
        assert!(naming_prohibited("time", Some("time")));
        assert!(!naming_prohibited("div", Some("time")));
        assert!(!naming_prohibited("div", Some("button")));
        assert!(!naming_prohibited("iframe", None));
        let aria = |name| {
            aria_attributes(&ElementFacts {
                name,
                attribute: &|_| None,
                ask: &|_| false,
            })
        };
        assert_eq!(aria("meta"), AriaAttributes::None);
        assert_eq!(aria("br"), AriaAttributes::HiddenOnly);
        assert_eq!(aria("div"), AriaAttributes::OfRole);
    }
}
