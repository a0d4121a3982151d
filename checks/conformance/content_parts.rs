//! The parts of elements whose content has an order, or a number; sections are in `content_order`.

/// Elements that are one part of what holds them.
pub struct Part {
    pub names: &'static [&'static str],
    /// There is at most one.
    pub once: bool,
    /// It may also be last.
    pub last: bool,
}

/// Parts in their order.
pub struct Rule {
    parent: &'static str,
    pub parts: &'static [Part],
    /// The place, in the order, of all that is no part.
    pub contents: Option<usize>,
}

const fn one(names: &'static [&'static str]) -> Part {
    Part {
        names,
        once: true,
        last: false,
    }
}

const fn any(names: &'static [&'static str]) -> Part {
    Part {
        names,
        once: false,
        last: false,
    }
}

const FIGCAPTION: Part = Part {
    last: true,
    ..one(&["figcaption"])
};

const MEDIA: &[Part] = &[any(&["source"]), any(&["track"])];

#[rustfmt::skip]
static RULES: [Rule; 11] = [
    Rule { parent: "audio", parts: MEDIA, contents: Some(2) },
    Rule { parent: "details", parts: &[one(&["summary"])], contents: Some(1) },
    Rule { parent: "fieldset", parts: &[one(&["legend"])], contents: Some(1) },
    Rule { parent: "figure", parts: &[FIGCAPTION], contents: Some(1) },
    Rule { parent: "head", parts: &[one(&["base"]), any(&["link", "script"])], contents: None },
    Rule { parent: "hgroup", parts: &[one(&["h1", "h2", "h3", "h4", "h5", "h6"])], contents: None },
    Rule { parent: "optgroup", parts: &[one(&["legend"])], contents: Some(1) },
    Rule { parent: "picture", parts: &[any(&["source"]), one(&["img"])], contents: None },
    Rule { parent: "select", parts: &[one(&["button"])], contents: Some(1) },
    Rule { parent: "table", parts: &[
        one(&["caption"]), any(&["colgroup"]), one(&["thead"]), any(&["tbody", "tr"]), one(&["tfoot"]),
    ], contents: None },
    Rule { parent: "video", parts: MEDIA, contents: Some(2) },
];

/// The rule of an element, if its content has an order.
pub fn rule(parent: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.parent == parent)
}
