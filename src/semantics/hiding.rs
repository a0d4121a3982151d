//! What an element says about being shown, its ancestors aside.
//!
//! Sources: WHATWG HTML 15.3.1 «Hidden elements» and the sections of each element; WAI-ARIA 1.2 `aria-hidden`.

use std::sync::LazyLock;

use super::style;
use super::visibility::NotRendered;
use crate::dom::{AttrSet, Element, NameMap, Namespace};
use crate::spec::elements;

/// The element's own part in its visibility.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own {
    /// It has no box, nor has anything inside it.
    pub gone: Option<NotRendered>,
    /// `visibility`, which descendants may set again: visible or not.
    pub visible: Option<bool>,
    pub aria_hidden: bool,
    pub inert: bool,
    /// It may or may not be shown: files cannot tell.
    pub unknown: bool,
    /// It is a `fieldset` with `disabled`.
    pub disables: bool,
}

/// The attributes that may say something.
const SPEAKING: AttrSet = AttrSet::of(&[
    "style",
    "aria-hidden",
    "hidden",
    "popover",
    "inert",
    "disabled",
    "type",
    "display",
    "visibility",
]);

/// Whether an attribute may say something of the element's visibility.
pub(super) fn has_speaking_attribute(e: Element<'_>) -> bool {
    e.may_have(SPEAKING)
}

/// What `display` says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Display {
    None,
    Shown,
    /// It depends on something else.
    Unknown,
}

/// `ordinary`: neither its name nor its parent's says anything ([`is_ordinary`]). `sheets`: what style sheets say, the `style`
/// attribute aside.
pub(super) fn of(e: Element<'_>, ordinary: bool, sheets: style::Shown) -> Own {
    let mut own = Own::default();
    if !ordinary {
        own.gone = by_nature(e).or_else(|| {
            let reason = hides_children(e.parent()?)?;
            (!is_first_summary(e)).then_some(reason)
        });
        // Shown if the browser cannot show the object itself.
        own.unknown = e.parent().is_some_and(|p| p.is("object"));
    }
    let html = e.is_html();
    let mut hidden = None;
    let mut popover = false;
    let mut written = Written::default();
    let mut display = None;
    let attributes = e.attributes().filter(|_| has_speaking_attribute(e));
    for attr in attributes {
        match attr.name() {
            "style" if attr.prefix().is_none() => {
                written = inline(attr.value());
            }
            "aria-hidden" => {
                own.aria_hidden = attr.value().trim_ascii().eq_ignore_ascii_case("true");
            }
            "hidden" if html => {
                let found = attr.value().eq_ignore_ascii_case("until-found");
                hidden = Some(if found {
                    NotRendered::UntilFound
                } else {
                    NotRendered::Hidden
                });
            }
            "popover" if html => popover = true,
            "inert" if html => own.inert = true,
            "disabled" if html => own.disables = e.is("fieldset"),
            "type" if e.is("input") && attr.value().eq_ignore_ascii_case("hidden") => {
                own.gone = Some(NotRendered::HiddenInput);
            }
            // SVG's presentation attributes; any sheet wins over them.
            "display" if !html => display = display_of(attr.value()),
            "visibility" if !html => own.visible = visible_of(attr.value()),
            _ => {}
        }
    }
    let beaten =
        |by: Option<(bool, bool)>, important: bool| by.is_none_or(|(_, i)| important || !i);
    let by_sheet = |said: Option<(bool, bool)>| said.map(|(shown, _)| shown);
    own.visible = match written.visible {
        Some((visible, important)) if beaten(sheets.visibility, important) => Some(visible),
        _ => by_sheet(sheets.visibility).or(own.visible),
    };
    let display = match written.display {
        Some((display, important)) if beaten(sheets.display, important) => Some(display),
        _ => match by_sheet(sheets.display) {
            Some(true) => Some(Display::Shown),
            Some(false) => {
                own.gone = own.gone.or(Some(NotRendered::StyleSheet));
                None
            }
            None => display,
        },
    };
    if own.gone.is_none() {
        // The author's `display` undoes what the browser's own style sheet hides.
        own.gone = match display {
            Some(Display::None) => Some(NotRendered::DisplayNone),
            Some(Display::Unknown) => {
                own.unknown = true;
                None
            }
            Some(Display::Shown) => hidden.filter(|h| *h == NotRendered::UntilFound),
            None => hidden.or_else(|| closed(e, popover)),
        };
    }
    own
}

/// What a `style` attribute says, and whether each is `!important`.
#[derive(Default)]
struct Written {
    display: Option<(Display, bool)>,
    visible: Option<(bool, bool)>,
}

fn closed(e: Element<'_>, popover: bool) -> Option<NotRendered> {
    if popover {
        Some(NotRendered::Popover)
    } else if e.is("dialog") && !e.has_attr("open") {
        Some(NotRendered::ClosedDialog)
    } else {
        None
    }
}

/// Whether the element's name says nothing of its visibility, of what is inside it, or of the elements that a field set disables.
pub(super) fn is_ordinary(e: Element<'_>) -> bool {
    e.is_html() && ORDINARY.of_element(e).is_some()
}

static ORDINARY: LazyLock<NameMap<()>> = LazyLock::new(|| {
    let speaks = |name: &str| {
        without_box(name).is_some()
            || matches!(
                name,
                "audio"
                    | "details"
                    | "dialog"
                    | "fieldset"
                    | "iframe"
                    | "legend"
                    | "object"
                    | "summary"
                    | "video"
            )
    };
    elements::names().filter(|name| !speaks(name)).collect()
});

/// HTML elements that never have a box.
fn without_box(name: &str) -> Option<NotRendered> {
    match name {
        "base" | "basefont" | "datalist" | "head" | "link" | "meta" | "noembed" | "noframes"
        | "param" | "rp" | "script" | "source" | "style" | "title" | "track" => {
            Some(NotRendered::Metadata)
        }
        "template" => Some(NotRendered::Template),
        "noscript" => Some(NotRendered::Noscript),
        _ => None,
    }
}

/// Elements that never have a box.
fn by_nature(e: Element<'_>) -> Option<NotRendered> {
    match e.namespace() {
        Namespace::Html => without_box(e.name()),
        Namespace::Svg => match e.name() {
            "clipPath" | "defs" | "desc" | "filter" | "linearGradient" | "marker" | "mask"
            | "metadata" | "pattern" | "radialGradient" | "script" | "style" | "symbol"
            | "title" => Some(NotRendered::Metadata),
            _ => None,
        },
        Namespace::MathMl => match e.name() {
            "annotation" | "annotation-xml" => Some(NotRendered::Metadata),
            _ => None,
        },
    }
}

/// Why an element does not show its children, if it does not; the first `summary` of a closed `details` aside.
pub(super) fn hides_children(parent: Element<'_>) -> Option<NotRendered> {
    if !parent.is_html() {
        return None;
    }
    match parent.name() {
        "details" if !parent.has_attr("open") => Some(NotRendered::ClosedDetails),
        "video" | "audio" | "iframe" => Some(NotRendered::Fallback),
        _ => None,
    }
}

/// Whether the element is the summary for its parent `details` (WHATWG HTML 4.11.2).
pub(super) fn is_first_summary(e: Element<'_>) -> bool {
    e.is("summary") && is_first_of_name(e) && e.parent().is_some_and(|p| p.is("details"))
}

/// Whether no HTML element of its name comes before it under its parent.
pub(super) fn is_first_of_name(e: Element<'_>) -> bool {
    let mut before = e.prev_element();
    while let Some(sibling) = before {
        if sibling.is(e.name()) {
            return false;
        }
        before = sibling.prev_element();
    }
    true
}

fn inline(style: &str) -> Written {
    let display = style::last(style, "display", |v| display_of(v).is_some());
    let visible = style::last(style, "visibility", |v| visible_of(v).is_some());
    Written {
        display: display.and_then(|d| Some((display_of(d.value)?, d.important))),
        visible: visible.and_then(|d| Some((visible_of(d.value)?, d.important))),
    }
}

/// Whether a value of `display` gives a box: `Some(None)` where that depends on something else, `None` where it decides nothing.
pub(super) fn has_box(value: &str) -> Option<Option<bool>> {
    Some(match display_of(value)? {
        Display::None => Some(false),
        Display::Shown => Some(true),
        Display::Unknown => None,
    })
}

/// `None` for values that decide nothing: invalid ones, which browsers drop, and `revert`, which gives back to the browser's sheet.
fn display_of(value: &str) -> Option<Display> {
    let value = value.trim_ascii();
    if value.eq_ignore_ascii_case("none") {
        return Some(Display::None);
    }
    if value.contains('(') || value.eq_ignore_ascii_case("inherit") {
        return Some(Display::Unknown);
    }
    const SHOWN: [&str; 32] = [
        "block",
        "contents",
        "flex",
        "flow",
        "flow-root",
        "grid",
        "grid-lanes",
        "initial",
        "inline",
        "inline-block",
        "inline-flex",
        "inline-grid",
        "inline-table",
        "list-item",
        "math",
        "ruby",
        "ruby-base",
        "ruby-base-container",
        "ruby-text",
        "ruby-text-container",
        "run-in",
        "table",
        "table-caption",
        "table-cell",
        "table-column",
        "table-column-group",
        "table-footer-group",
        "table-header-group",
        "table-row",
        "table-row-group",
        "unset",
        "-webkit-box",
    ];
    value
        .split_ascii_whitespace()
        .all(|word| SHOWN.iter().any(|known| known.eq_ignore_ascii_case(word)))
        .then_some(Display::Shown)
}

/// `None` for values that decide nothing.
pub(super) fn visible_of(value: &str) -> Option<bool> {
    let value = value.trim_ascii();
    if value.eq_ignore_ascii_case("hidden") || value.eq_ignore_ascii_case("collapse") {
        Some(false)
    } else if value.eq_ignore_ascii_case("visible") || value.eq_ignore_ascii_case("initial") {
        Some(true)
    } else {
        None
    }
}
