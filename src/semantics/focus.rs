//! What the keyboard reaches.

use super::Semantics;
use super::hiding::is_first_summary;
use super::role::has_link;
use crate::dom::{Element, Namespace};
use crate::spec::elements;

impl<'a> Semantics<'a> {
    /// Whether the element can have the focus (WHATWG HTML 6.6.2): focusable by nature or by a valid `tabindex`; rendered, not inert, not
    /// a disabled control. `aria-hidden` and `aria-disabled` change nothing.
    pub fn is_focusable(&self, element: Element<'a>) -> bool {
        (is_focusable_by_nature(element) || tab_index(element).is_some())
            && self.is_rendered(element)
            && !self.is_inert(element)
            && !self.is_disabled(element)
    }

    /// Whether the Tab key reaches the element: focusable, and `tabindex` is not negative. Of a group of radio buttons all count.
    pub fn is_tabbable(&self, element: Element<'a>) -> bool {
        self.is_focusable(element) && tab_index(element).is_none_or(|index| index >= 0)
    }

    /// Whether the element is interactive content (WHATWG HTML 3.2.5.2.7), a `summary` that works, or has a valid `tabindex`. A fact of
    /// the markup: disabled, inert and hidden elements count.
    pub fn is_interactive(&self, element: Element<'a>) -> bool {
        element.is_html()
            && elements::is_interactive(element.name(), |attribute| element.attr(attribute))
            || element.namespace() == Namespace::Svg && element.name() == "a" && has_link(element)
            || is_first_summary(element)
            || tab_index(element).is_some()
    }

    /// Whether the element is a disabled form control (WHATWG HTML 4.10.19.5): by its own attribute, or by a `fieldset` around it.
    pub fn is_disabled(&self, element: Element<'a>) -> bool {
        let disabled = element.has_attr("disabled");
        (disabled || self.facts(element.id()).in_disabled_fieldset())
            && element.is_any(&["button", "fieldset", "input", "select", "textarea"])
            || disabled && element.is_any(&["option", "optgroup"])
            || element.is("option")
                && element
                    .parent()
                    .is_some_and(|p| p.is("optgroup") && p.has_attr("disabled"))
    }
}

/// Elements that browsers let users focus without `tabindex`. `object`, `embed` and scrolling boxes differ by browser and are left out.
fn is_focusable_by_nature(e: Element<'_>) -> bool {
    if is_editing_host(e) {
        return true;
    }
    match e.namespace() {
        Namespace::Html => match e.name() {
            "a" | "area" => e.has_attr("href"),
            "button" | "input" | "select" | "textarea" | "iframe" | "frame" => true,
            "audio" | "video" => e.has_attr("controls"),
            "summary" => is_first_summary(e),
            _ => false,
        },
        Namespace::Svg => e.name() == "a" && has_link(e),
        Namespace::MathMl => false,
    }
}

/// Whether `contenteditable` makes the element editable (WHATWG HTML 6.8.1).
fn is_editing_host(e: Element<'_>) -> bool {
    e.attr("contenteditable").is_some_and(|value| {
        value.is_empty()
            || value.eq_ignore_ascii_case("true")
            || value.eq_ignore_ascii_case("plaintext-only")
    })
}

/// The value of `tabindex` by the rules for parsing integers (WHATWG HTML 2.3.4.1): `None` when absent or invalid. Values too large
/// are brought to the nearest one.
pub(super) fn tab_index(e: Element<'_>) -> Option<i32> {
    let value = e.attr("tabindex")?.trim_ascii_start();
    let (negative, digits) = match value.as_bytes().first()? {
        b'-' => (true, &value[1..]),
        b'+' => (false, &value[1..]),
        _ => (false, value),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = digits
        .bytes()
        .take_while(u8::is_ascii_digit)
        .fold(0i32, |n, b| {
            n.saturating_mul(10).saturating_add(i32::from(b - b'0'))
        });
    Some(if negative { -number } else { number })
}
