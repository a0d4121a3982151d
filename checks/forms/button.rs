//! Which tests judge a button.

use super::field::{form_of, is_input_of};
use crate::dom::Element;
use crate::rgaa::TestId;
use crate::semantics::Semantics;

/// The tests that a fault of the button breaks: `form` if it submits or resets a form, `script` if scripts alone can make it work, both
/// (one of the two, nobody knows which) if it is in a form and does nothing there by itself, none if nothing does.
pub fn tests_of<'p>(
    button: Element<'p>,
    semantics: &'p Semantics<'p>,
    form: TestId,
    script: TestId,
) -> Vec<TestId> {
    let in_form = form_of(button, semantics).is_some();
    let submits = is_input_of(button, &["submit", "reset"])
        || button.is("button") && !button.attr_is("type", "button");
    match (in_form, submits) {
        (true, true) => vec![form],
        (true, false) => vec![form, script],
        (false, _) if semantics.has_active_script() => vec![script],
        (false, _) => Vec::new(),
    }
}
