//! What the checks on frames share.

use crate::dom::Element;
use crate::semantics::{Semantics, Visibility};

/// Whether the frame is taken out of the tab order, or its role is removed: the RGAA still asks for a title, where other rules do not
/// ask for a name.
pub fn is_set_aside<'a>(frame: Element<'a>, semantics: &Semantics<'a>) -> bool {
    frame
        .attr("tabindex")
        .is_some_and(|t| t.trim().starts_with('-'))
        || matches!(
            semantics.explicit_role(frame),
            Some("none" | "presentation")
        )
}

/// Whether the frame is kept from assistive technologies, and so no subject of 2.1 and 2.2 (glossary «Titre de cadre», note 2).
pub fn is_aria_hidden<'a>(frame: Element<'a>, semantics: &Semantics<'a>) -> bool {
    semantics.visibility(frame) == Visibility::AriaHidden || frame.attr_is("aria-hidden", "true")
}
