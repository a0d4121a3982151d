//! Form fields and buttons as the RGAA glossary knows them («Champ de saisie de formulaire», «Étiquette de champ de formulaire»,
//! «Bouton»), for the checks of this folder.

use crate::dom::Element;
use crate::semantics::{NameSource, Semantics};

/// Roles that make a field of any element (glossary «Champ de saisie de formulaire»; `option` is a part of one).
pub const FIELD_ROLES: &[&str] = &[
    "checkbox",
    "combobox",
    "listbox",
    "progressbar",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
];

/// The elements that are fields by themselves.
pub const FIELD_ELEMENTS: &[&str] = &["input", "meter", "progress", "select", "textarea"];

/// Whether the element is a field, by its name or by its role.
pub fn is_field<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let role = semantics.explicit_role(e).filter(|role| {
        // They leave a control, which takes the focus, what it is.
        !matches!(*role, "none" | "presentation")
    });
    match role {
        Some(role) => FIELD_ROLES.contains(&role),
        None => is_native_field(e),
    }
}

/// Whether the element is a field by its name and type.
pub fn is_native_field(e: Element<'_>) -> bool {
    e.is_any(FIELD_ELEMENTS) && !is_input_of(e, &["hidden", "submit", "reset", "button", "image"])
}

/// Whether the element is an `input` of one of these types.
pub fn is_input_of(e: Element<'_>, types: &[&str]) -> bool {
    e.is("input") && types.iter().any(|t| e.attr_is("type", t))
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
    e.ancestors()
        .find(|a| a.is("form") || semantics.explicit_role(*a) == Some("form"))
}

/// Whether the element is a button of a form (glossary «Bouton»), images aside: `button`, `input` of the button types, role `button`.
pub fn is_button<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    semantics.role(e) == Some("button") && !is_input_of(e, &["image"])
}
