//! What HTML, SVG and MathML themselves give as a text alternative (AccName 1.2 step 2E; HTML-AAM 1.0, section 5; SVG-AAM 1.0).

use super::{NameSource, Semantics};
use crate::dom::{Element, Namespace};

/// An attribute that gives a text alternative.
#[derive(Clone, Copy)]
pub(super) struct NativeText<'a> {
    pub text: &'a str,
    pub source: NameSource,
}

/// The `type` of an `input`, in the groups that names tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InputType {
    /// `submit`, with words of the browser's own when `value` is missing.
    Submit,
    /// `reset`, likewise.
    Reset,
    Button,
    Image,
    Hidden,
    /// A box to type in, which a `placeholder` may fill.
    Text,
    Other,
}

impl InputType {
    pub fn of(input: Element<'_>) -> InputType {
        let kind = input.attr("type").unwrap_or("text");
        let is = |names: &[&str]| names.iter().any(|name| kind.eq_ignore_ascii_case(name));
        if is(&["submit"]) {
            InputType::Submit
        } else if is(&["reset"]) {
            InputType::Reset
        } else if is(&["button"]) {
            InputType::Button
        } else if is(&["image"]) {
            InputType::Image
        } else if is(&["hidden"]) {
            InputType::Hidden
        } else if is(&[
            "checkbox",
            "color",
            "date",
            "datetime-local",
            "file",
            "month",
            "radio",
            "range",
            "time",
            "week",
        ]) {
            InputType::Other
        } else {
            InputType::Text
        }
    }

    /// Whether it is a button.
    pub fn is_button(self) -> bool {
        matches!(
            self,
            InputType::Submit | InputType::Reset | InputType::Button | InputType::Image
        )
    }
}

/// The elements whose text names this one: its labels, or a child made for that.
pub(super) fn elements<'a>(sem: &Semantics<'a>, e: Element<'a>) -> (Vec<Element<'a>>, NameSource) {
    let first_child = |name| {
        e.child_elements()
            .find(|c| c.is(name))
            .into_iter()
            .collect()
    };
    match e.namespace() {
        Namespace::Html => match e.name() {
            "button" | "input" | "meter" | "output" | "progress" | "select" | "textarea" => {
                (sem.labels(e).collect(), NameSource::Label)
            }
            "fieldset" => (first_child("legend"), NameSource::Legend),
            "table" => (first_child("caption"), NameSource::Caption),
            "figure" => (first_child("figcaption"), NameSource::Figcaption),
            _ => (Vec::new(), NameSource::None),
        },
        Namespace::Svg => (
            svg_child(e, "title").into_iter().collect(),
            NameSource::SvgTitle,
        ),
        Namespace::MathMl => (Vec::new(), NameSource::None),
    }
}

/// The first child of an SVG element with this name, `title` or `desc`.
pub(super) fn svg_child<'a>(e: Element<'a>, name: &str) -> Option<Element<'a>> {
    let is = |c: &Element<'_>| c.namespace() == Namespace::Svg && c.name() == name;
    e.child_elements().find(is)
}

/// The attribute that names this element, `title` and `placeholder` aside.
pub(super) fn text(e: Element<'_>) -> Option<NativeText<'_>> {
    let (attribute, source) = match (e.namespace(), e.name()) {
        (Namespace::Html, "img" | "area") => ("alt", NameSource::Alt),
        (Namespace::Html, "input") => match InputType::of(e) {
            InputType::Image => ("alt", NameSource::Alt),
            kind if kind.is_button() => ("value", NameSource::Value),
            _ => return None,
        },
        (Namespace::Html, "option" | "optgroup") => ("label", NameSource::LabelAttribute),
        (Namespace::MathMl, "math") => ("alttext", NameSource::Alt),
        (Namespace::Svg, "a") => {
            let title =
                |a: &crate::dom::Attr<'_>| a.name() == "title" && a.prefix() == Some("xlink");
            return e.attributes().find(title).map(|attr| NativeText {
                text: attr.value(),
                source: NameSource::Title,
            });
        }
        _ => return None,
    };
    match e.attr(attribute) {
        Some(text) => Some(NativeText { text, source }),
        None => by_browser(e),
    }
}

/// The words browsers put on a button that has none. Theirs are in the user's language; these are for the record.
fn by_browser(e: Element<'_>) -> Option<NativeText<'_>> {
    let text = match e.is("input").then(|| InputType::of(e))? {
        InputType::Submit => "Submit",
        InputType::Reset => "Reset",
        _ => return None,
    };
    Some(NativeText {
        text,
        source: NameSource::Default,
    })
}

/// What is used when all else is missing: `placeholder`, or the browser's own words on an image button.
pub(super) fn last_resort(e: Element<'_>) -> Option<NativeText<'_>> {
    let kind = e.is("input").then(|| InputType::of(e));
    let (text, source) = if e.is("textarea") || kind == Some(InputType::Text) {
        (e.attr("placeholder")?, NameSource::Placeholder)
    } else if kind == Some(InputType::Image) {
        ("Submit Query", NameSource::Default)
    } else {
        return None;
    };
    Some(NativeText { text, source })
}

/// Whether the element stands for something that is not its markup content: nothing inside it is read, and it is apart from the words
/// around it.
pub(super) fn is_replaced(e: Element<'_>) -> bool {
    e.is_any(&[
        "area", "audio", "embed", "frame", "iframe", "img", "input", "meter", "progress", "select",
        "textarea", "video",
    ])
}

/// Whether the element's content is never text for people, even where hidden content is read.
pub(super) fn is_never_read(e: Element<'_>) -> bool {
    matches!(e.name(), "script" | "style") || e.is_any(&["template", "noscript", "noembed"])
}
