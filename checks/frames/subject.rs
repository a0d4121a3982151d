//! What the checks on frames share.

use crate::dom::Element;
use crate::semantics::{Semantics, Visibility};

/// Whether the frame is kept from assistive technologies, and so no subject of 2.1 and 2.2 (glossary «Titre de cadre», note 2).
pub fn is_aria_hidden<'a>(frame: Element<'a>, semantics: &Semantics<'a>) -> bool {
    semantics.visibility(frame) == Visibility::AriaHidden || frame.attr_is("aria-hidden", "true")
}
