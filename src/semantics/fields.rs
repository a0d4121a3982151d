//! The form fields of the page (RGAA glossary «Champ de saisie de formulaire»), in what form each is.

use super::{Kind, Semantics};
use crate::dom::{Element, NodeId};

/// Roles that make a field of any element; `option` is a part of one.
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

/// The elements that are fields by themselves; `input` depends on its type.
pub const FIELD_ELEMENTS: &[&str] = &["input", "meter", "progress", "select", "textarea"];

/// A field and its form.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The field.
    pub element: Element<'a>,
    /// The form it belongs to: by its `form` attribute, or around it (`form`, or an element of role `form`).
    pub form: Option<Element<'a>>,
}

impl<'a> Semantics<'a> {
    /// The fields of the page in document order, those in templates aside; hidden ones are there. `output`, `datalist` and `option`, which
    /// the glossary lists too, are not: they take no input of their own.
    pub fn fields(&self) -> &[Field<'a>] {
        self.fields.get_or_init(|| {
            let mut fields = Vec::new();
            // The forms the walk is in, and where they end.
            let mut forms: Vec<(NodeId, Element<'a>)> = Vec::new();
            for e in self.elements_of(Kind::Control) {
                let role = e.has_attr("role");
                if !role && !e.is("form") && !e.is_any(FIELD_ELEMENTS) || e.in_template() {
                    continue;
                }
                while forms.last().is_some_and(|(end, _)| *end <= e.id()) {
                    forms.pop();
                }
                if self.is_form(e) {
                    forms.push((e.subtree_end(), e));
                } else if self.is_field(e) {
                    let form = match e.attr("form").and_then(|id| self.doc.by_id(id)) {
                        Some(named) => Some(named).filter(|named| named.is("form")),
                        None => forms.last().map(|(_, form)| *form),
                    };
                    fields.push(Field { element: e, form });
                }
            }
            fields
        })
    }

    /// Whether the element is a form (glossary «Formulaire»): `form`, or role `form`.
    pub fn is_form(&self, e: Element<'a>) -> bool {
        e.is("form") || e.has_attr("role") && self.explicit_role(e) == Some("form")
    }

    /// Whether the element is a field, by its name or by its role.
    pub fn is_field(&self, e: Element<'a>) -> bool {
        let role = e.has_attr("role").then(|| self.explicit_role(e)).flatten();
        // These leave a control, which takes the focus, what it is.
        match role.filter(|role| !matches!(*role, "none" | "presentation")) {
            Some(role) => FIELD_ROLES.contains(&role),
            None => is_native_field(e),
        }
    }
}

/// Whether the element is a field by its name and type.
pub fn is_native_field(e: Element<'_>) -> bool {
    const NO_FIELDS: [&str; 5] = ["hidden", "submit", "reset", "button", "image"];
    e.is_any(FIELD_ELEMENTS)
        && !(e.is("input") && NO_FIELDS.iter().any(|kind| e.attr_is("type", kind)))
}
