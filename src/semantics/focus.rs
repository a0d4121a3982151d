//! What the keyboard reaches.

use super::Semantics;
use crate::dom::Element;

impl<'a> Semantics<'a> {
    /// Whether the element can have the focus (WHATWG HTML 6.6.2): rendered, not inert, not disabled, and either focusable by nature or
    /// with a valid `tabindex`. `aria-hidden` and `aria-disabled` change nothing.
    pub fn is_focusable(&self, element: Element<'a>) -> bool {
        self.is_rendered(element) && self.is_interactive(element)
    }

    /// Whether the Tab key reaches the element: focusable, and `tabindex` is not negative.
    pub fn is_tabbable(&self, element: Element<'a>) -> bool {
        self.is_focusable(element)
            && !element
                .attr("tabindex")
                .is_some_and(|t| t.trim().starts_with('-'))
    }

    /// Whether the element is interactive content (WHATWG HTML 3.2.5.2.7), a `summary`, or has a valid `tabindex`. A fact of the markup:
    /// disabled, inert and hidden elements count.
    pub fn is_interactive(&self, element: Element<'a>) -> bool {
        element.has_attr("tabindex")
            || element.is_any(&["button", "select", "textarea", "input"])
            || element.is("a") && element.has_attr("href")
    }
}
