//! Text as it is read.

use std::borrow::Cow;

use super::Semantics;
use crate::dom::Element;

impl<'a> Semantics<'a> {
    /// The text a reader sees inside the element: rendered descendants only (`aria-hidden` ones included), no alternatives; white space
    /// collapsed and trimmed, a space between blocks.
    pub fn text(&self, element: Element<'a>) -> Cow<'a, str> {
        element.text_content()
    }
}
