//! States and properties that an attribute of HTML already gives: ARIA in HTML, section 5 «Requirements for use of ARIA attributes in
//! place of equivalent HTML attributes», and what section 4 says of them on single elements.

use super::attribute_conditions::{RANGED, When, conditions, control_type};
use super::attribute_values::is_keyword;
use super::element_attributes::{Allowed, Owner};
use super::element_facts::{ElementFacts, InputKind};

/// What the standard says of an `aria-*` attribute beside what HTML says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// Must not be there, whatever its value.
    Forbidden,
    /// Says the contrary of the attribute of HTML, which must not be.
    Contradicts,
    /// Says the same again: not recommended.
    Repeats,
    /// HTML has its own means, to be preferred.
    Discouraged,
}

/// The clash, and the attribute of HTML. `None`: nothing against it. `name` is one of [`NAMES`].
pub fn clash(facts: &ElementFacts<'_>, name: &str, value: &str) -> Option<(Clash, &'static str)> {
    use Clash::{Contradicts, Discouraged, Forbidden, Repeats};
    // Of what is true and what is not.
    let boolean = |native: &'static str| {
        let clash = match value {
            "true" => Repeats,
            _ => Contradicts,
        };
        facts.has(native).then_some((clash, native))
    };
    // Of two numbers that should be one.
    let bound = |native: &'static str| {
        if facts.has(native) {
            Some((Forbidden, native))
        } else {
            Some((Discouraged, native))
        }
    };
    let cell = matches!(facts.name, "td" | "th");
    let span = |native: &'static str| {
        let own = facts.attribute(native).filter(|_| cell)?;
        let clash = if own.trim_ascii() == value.trim_ascii() {
            Repeats
        } else {
            Contradicts
        };
        Some((clash, native))
    };
    let form_element = matches!(
        facts.name,
        "button" | "fieldset" | "input" | "optgroup" | "option" | "select" | "textarea"
    );
    match (name, facts.name) {
        ("aria-checked", "input") => {
            matches!(InputKind::of(facts), InputKind::Checkbox | InputKind::Radio)
                .then_some((Forbidden, "checked"))
        }
        ("aria-colspan", _) => span("colspan"),
        ("aria-disabled", "a" | "area") => {
            (facts.has("href") && value == "true").then_some((Discouraged, "href"))
        }
        ("aria-disabled", _) if form_element => boolean("disabled"),
        ("aria-expanded", "button" | "input") => ["popovertarget", "command"]
            .into_iter()
            .find(|native| facts.has(native))
            .map(|native| (Forbidden, native)),
        ("aria-haspopup", "input") => facts.has("list").then_some((Discouraged, "list")),
        ("aria-hidden", _) => boolean("hidden"),
        ("aria-multiselectable", "select") => Some((Discouraged, "multiple")),
        ("aria-placeholder", "input" | "textarea") => facts
            .has("placeholder")
            .then_some((Forbidden, "placeholder")),
        ("aria-readonly", "input" | "textarea") => boolean("readonly"),
        ("aria-readonly", _) => {
            let editable = facts
                .attribute("contenteditable")
                .is_some_and(|v| !v.eq_ignore_ascii_case("false"));
            (editable && value == "true").then_some((Contradicts, "contenteditable"))
        }
        ("aria-required", "input" | "select" | "textarea") => boolean("required"),
        ("aria-rowspan", _) => span("rowspan"),
        ("aria-selected", "option") => Some((Discouraged, "selected")),
        ("aria-valuemax", "meter" | "progress") => bound("max"),
        ("aria-valuemin", "meter") => bound("min"),
        ("aria-valuemax", "input") if has_bounds(facts) => bound("max"),
        ("aria-valuemin", "input") if has_bounds(facts) => bound("min"),
        _ => None,
    }
}

/// Whether the attribute may be there, whatever the role of the element, for one of HTML that the element may have: «on any element that is
/// allowed the attribute in HTML». Where [`clash`] says so, that of HTML is to be preferred.
pub fn stands_for(facts: &ElementFacts<'_>, name: &str) -> bool {
    let native = match name {
        "aria-disabled" => "disabled",
        "aria-multiselectable" if facts.name == "select" => "multiple",
        "aria-placeholder" => "placeholder",
        "aria-required" => "required",
        "aria-valuemax" => "max",
        "aria-valuemin" => "min",
        _ => return false,
    };
    let kind = || control_type(facts.name, facts.attribute("type")).unwrap_or("text");
    Owner::new(facts.name).is_some_and(|owner| owner.allows(native) == Allowed::Yes)
        && conditions(facts.name, native).all(|when| match when {
            When::Type(types) => types.contains(&kind()),
            _ => false,
        })
}

/// The attributes that [`clash`] knows.
pub const NAMES: &[&str] = &[
    "aria-checked",
    "aria-colspan",
    "aria-disabled",
    "aria-expanded",
    "aria-haspopup",
    "aria-hidden",
    "aria-multiselectable",
    "aria-placeholder",
    "aria-readonly",
    "aria-required",
    "aria-rowspan",
    "aria-selected",
    "aria-valuemax",
    "aria-valuemin",
];

/// Whether `min` and `max` apply (WHATWG HTML 4.10.5.1).
fn has_bounds(facts: &ElementFacts<'_>) -> bool {
    facts
        .attribute("type")
        .is_some_and(|kind| is_keyword(kind, RANGED))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<R>(
        name: &str,
        attributes: &[(&str, &'static str)],
        f: impl FnOnce(&ElementFacts<'_>) -> R,
    ) -> R {
        let attribute = |wanted: &str| {
            let found = attributes.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| *value)
        };
        f(&ElementFacts {
            name,
            attribute: &attribute,
            ask: &|_| false,
        })
    }

    fn of(
        name: &str,
        attributes: &[(&str, &'static str)],
        aria: &str,
        value: &str,
    ) -> Option<(Clash, &'static str)> {
        with(name, attributes, |facts| clash(facts, aria, value))
    }

    #[test]
    fn what_html_has_too_may_be_there() {
        let may = |name, kind: &'static str, aria| {
            with(name, &[("type", kind)], |facts| stands_for(facts, aria))
        };
        assert!(may("input", "radio", "aria-required"));
        assert!(!may("input", "range", "aria-required"));
        assert!(!may("input", "button", "aria-required"));
        assert!(may("select", "", "aria-required"));
        assert!(may("input", "date", "aria-valuemax"));
        assert!(!may("input", "text", "aria-valuemax"));
        assert!(may("input", "number", "aria-placeholder"));
        assert!(may("select", "", "aria-multiselectable"));
        assert!(!may("input", "email", "aria-multiselectable"));
        assert!(!may("link", "", "aria-disabled"));
        assert!(!may("p", "", "aria-disabled"));
        assert!(!may("x-champ", "", "aria-disabled"));
    }

    #[test]
    fn html_comes_first() {
        use Clash::*;
        let checkbox = [("type", "checkbox")];
        let found = of("input", &checkbox, "aria-checked", "true");
        assert_eq!(found, Some((Forbidden, "checked")));
        assert_eq!(of("div", &[], "aria-checked", "true"), None);
        let off = [("disabled", "")];
        let disabled = |value| of("button", &off, "aria-disabled", value);
        assert_eq!(disabled("true"), Some((Repeats, "disabled")));
        assert_eq!(disabled("false"), Some((Contradicts, "disabled")));
        assert_eq!(of("button", &[], "aria-disabled", "true"), None);
        let number = [("type", "number"), ("max", "3")];
        let bound = |name| of("input", &number, name, "3");
        assert_eq!(bound("aria-valuemax"), Some((Forbidden, "max")));
        assert_eq!(bound("aria-valuemin"), Some((Discouraged, "min")));
        let cell = [("colspan", "2")];
        let span = |value| of("td", &cell, "aria-colspan", value);
        assert_eq!(span("2"), Some((Repeats, "colspan")));
        assert_eq!(span("3"), Some((Contradicts, "colspan")));
    }

    #[test]
    fn names_are_those_it_knows() {
        crate::spec::testing::assert_sorted("NAMES", NAMES.iter().copied());
        for name in NAMES {
            assert!(super::super::aria_attributes::attribute(name).is_some());
        }
    }
}
