//! What each attribute that names an element loses when there is no such element.

use crate::check::{Context, Level};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

/// An attribute that names elements by their ids (the grammar is in [`crate::spec::idrefs`]).
#[derive(Debug)]
pub struct Row {
    /// The attribute.
    pub attribute: &'static str,
    /// How loud a certain failure is.
    pub level: Level,
    /// Scripts are known to make the element when it is needed.
    pub made_by_scripts: bool,
    /// What follows for people.
    pub cost: Text,
}

const fn row(
    attribute: &'static str,
    level: Level,
    made_by_scripts: bool,
    fr: &'static str,
    en: &'static str,
) -> Row {
    Row {
        attribute,
        level,
        made_by_scripts,
        cost: Text { fr, en },
    }
}

use Level::{Error, Note, Warning};

/// Sorted by attribute. `for` of `output` is [`OUTPUT`].
#[rustfmt::skip]
static ROWS: [Row; 16] = [
    row("aria-activedescendant", Error, true, "aucun élément n’est annoncé comme actif", "no item is announced as the active one"),
    row("aria-controls", Warning, true, "cette commande n’est reliée à rien", "this control is tied to nothing"),
    row("aria-describedby", Warning, true, "cette description n’est pas lue", "this description is not read"),
    row("aria-details", Note, true, "ces détails ne sont pas signalés", "these details are not announced"),
    row("aria-errormessage", Warning, true, "le message d’erreur n’est pas lu", "the error message is not read"),
    row("aria-flowto", Note, true, "la suite de la lecture ne mène nulle part", "the next step of the reading order leads nowhere"),
    row("aria-labelledby", Error, false, "aucun nom n’en vient", "no name comes from it"),
    row("aria-owns", Warning, true, "rien n’est rattaché à cet élément", "nothing is attached to this element"),
    row("commandfor", Error, false, "ce bouton n’agit sur rien", "this button acts on nothing"),
    row("for", Error, true, "l’étiquette n’est liée à aucun champ", "the label is tied to no field"),
    row("form", Error, false, "cet élément n’appartient à aucun formulaire, et n’est pas envoyé", "this element belongs to no form, and is not sent"),
    row("headers", Error, false, "la cellule n’est pas reliée à cet en-tête", "the cell is not tied to this header"),
    row("itemref", Error, false, "ces données ne sont pas rattachées", "these data are not attached"),
    row("list", Error, false, "aucune suggestion n’est proposée", "no suggestion is offered"),
    row("popovertarget", Error, false, "ce bouton n’ouvre rien", "this button opens nothing"),
    row("usemap", Error, false, "aucune zone de l’image ne répond", "no area of the image responds"),
];

static OUTPUT: Row = row(
    "for",
    Note,
    false,
    "le résultat n’est relié à aucun champ",
    "the result is tied to no field",
);

/// When other ids of the same attribute do name elements.
pub const PARTIAL: Text = text(
    "il manque une partie du nom",
    "a part of the name is missing",
);

/// The row of an attribute of an element.
pub fn row_of(element: Element<'_>, attribute: &str) -> Option<&'static Row> {
    if attribute == "for" && element.is("output") {
        return Some(&OUTPUT);
    }
    let at = ROWS
        .binary_search_by(|row| row.attribute.cmp(attribute))
        .ok()?;
    Some(&ROWS[at])
}

/// The RGAA tests that the missing element speaks to. `partly`: other ids of the attribute name elements.
pub fn tests<'p>(
    element: Element<'p>,
    attribute: &str,
    partly: bool,
    cx: &Context<'p>,
) -> Vec<TestId> {
    let found = match attribute {
        "aria-controls" | "aria-owns" | "aria-activedescendant" => test(7, 1, 1),
        "aria-labelledby" => return named(element, partly, cx).into_iter().collect(),
        "for" if element.is("label") => test(11, 1, 2),
        "headers" => test(5, 7, 4),
        "aria-describedby" if !partly && is_image(element, cx) => DESCRIBED,
        _ => return Vec::new(),
    };
    vec![found]
}

/// RGAA 1.6.9: an image's `aria-describedby` is tied to its detailed description.
pub const DESCRIBED: TestId = test(1, 6, 9);

fn is_image<'p>(element: Element<'p>, cx: &Context<'p>) -> bool {
    let by_name = element.is_any(&["img", "area", "object", "embed", "canvas"])
        || element.name() == "svg"
        || element.is("input") && element.attr_is("type", "image");
    by_name || element.has_attr("role") && cx.semantics().role(element) == Some("img")
}

/// The test on the name of an element, in RGAA's order of objects.
fn named<'p>(element: Element<'p>, partly: bool, cx: &Context<'p>) -> Option<TestId> {
    Some(match (element.name(), cx.semantics().role(element)?) {
        ("svg", _) => test(1, 1, 5),
        ("object", _) => test(1, 1, 6),
        ("embed", _) => test(1, 1, 7),
        ("canvas", _) => test(1, 1, 8),
        ("img", _) | (_, "img") => test(1, 1, 1),
        ("table", _) => test(5, 4, 1),
        (_, "link") => test(6, 1, 1),
        (_, "button") if element.closest(&["form"]).is_some() => test(11, 9, 1),
        (
            _,
            "textbox" | "searchbox" | "combobox" | "listbox" | "checkbox" | "radio" | "switch"
            | "slider" | "spinbutton" | "progressbar" | "meter",
        ) if partly => test(11, 2, 4),
        (
            _,
            "textbox" | "searchbox" | "combobox" | "listbox" | "checkbox" | "radio" | "switch"
            | "slider" | "spinbutton" | "progressbar" | "meter",
        ) => test(11, 1, 1),
        (_, "button" | "tab" | "menuitem" | "option" | "treeitem" | "dialog" | "alertdialog") => {
            test(7, 1, 1)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::ROWS;
    use crate::spec::idrefs;

    #[test]
    fn every_reference_attribute_of_the_standards_has_a_row() {
        assert!(ROWS.is_sorted_by_key(|row| row.attribute));
        let mut known: Vec<&str> = idrefs::all().iter().map(|r| r.attribute).collect();
        known.dedup();
        let rows: Vec<&str> = ROWS.iter().map(|row| row.attribute).collect();
        assert_eq!(rows, known);
    }
}
