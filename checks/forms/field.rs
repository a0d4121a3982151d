//! Form fields and buttons as the RGAA glossary knows them («Champ de saisie de formulaire», «Étiquette de champ de formulaire»,
//! «Bouton»), for the checks of this folder.

use crate::dom::Element;
use crate::semantics::{NameSource, Semantics};

pub use crate::semantics::{FIELD_ELEMENTS, is_native_field};

/// Whether the element is an `input` of one of these types.
pub fn is_input_of(e: Element<'_>, types: &[&str]) -> bool {
    e.is("input") && types.iter().any(|t| e.attr_is("type", t))
}

/// Whether the field takes data; `progress`, `meter` and their role only show some.
pub fn takes_data<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    !e.is_any(&["meter", "progress"]) && semantics.role(e) != Some("progressbar")
}

/// Whether the field is one to tick: a checkbox, a radio button, a switch.
pub fn is_to_tick<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    matches!(
        semantics.role(e),
        Some("checkbox" | "menuitemcheckbox" | "menuitemradio" | "radio" | "switch")
    ) || is_input_of(e, &["checkbox", "radio"])
}

/// What the glossary lets name a field, in its order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Labels<'p> {
    /// `aria-labelledby` finds words.
    pub by_reference: bool,
    /// `aria-label` has words.
    pub by_aria_label: bool,
    /// The first `label` whose `for` names the field.
    pub tied: Option<Element<'p>>,
    /// The first `label` around the field that does not name it by `for`.
    pub wrapping: Option<Element<'p>>,
    /// `title` has words.
    pub by_title: bool,
}

impl<'p> Labels<'p> {
    /// Looks for them all.
    pub fn of(field: Element<'p>, semantics: &'p Semantics<'p>) -> Labels<'p> {
        let has_words = |name: &str| field.attr(name).is_some_and(|v| !v.trim().is_empty());
        let mut labels = Labels {
            by_reference: field.has_attr("aria-labelledby")
                && semantics.name(field).source == NameSource::AriaLabelledby,
            by_aria_label: has_words("aria-label"),
            by_title: has_words("title"),
            ..Labels::default()
        };
        for label in semantics.labels(field) {
            let kind = if label.has_attr("for") {
                &mut labels.tied
            } else {
                &mut labels.wrapping
            };
            *kind = kind.or(Some(label));
        }
        labels
    }

    /// Whether one of the ways that test 11.1.1 lists is there.
    pub fn any(&self) -> bool {
        self.by_reference || self.by_aria_label || self.tied.is_some() || self.by_title
    }
}

/// The form an element belongs to: by its `form` attribute, or around it (`form`, or an element of role `form`).
pub fn form_of<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> Option<Element<'p>> {
    if let Some(id) = e.attr("form")
        && let Some(form) = e.document().by_id(id)
    {
        return form.is("form").then_some(form);
    }
    e.ancestors().find(|a| semantics.is_form(*a))
}

/// Whether the element is a button of a form (glossary «Bouton»), images aside: `button`, `input` of the button types, role `button`.
pub fn is_button<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    semantics.role(e) == Some("button") && !is_input_of(e, &["image"])
}
