//! What may be a «mécanisme qui permet d’afficher un rapport de contraste conforme» (RGAA glossary): a control that changes the look of the page.

use crate::dom::{Document, Element};

/// Elements that may be such a control.
pub const CONTROLS: &[&str] = &[
    "a", "area", "button", "input", "label", "link", "select", "summary",
];

/// Words of such controls, in lower case.
const WORDS: [&str; 15] = [
    "accessib",
    "affichage",
    "apparence",
    "appearance",
    "contrast",
    "couleurs",
    "colour",
    "color-scheme",
    "color scheme",
    "dark",
    "display settings",
    "sombre",
    "theme",
    "theming",
    "thème",
];

/// Bytes of a text that are looked at.
const LONGEST: usize = 80;

/// Whether the control seems to change the look of the page: its text or one of its attributes says so, or it is an alternate style sheet.
/// The link to the accessibility statement is none.
pub fn may_switch(e: Element<'_>) -> bool {
    if !e.is_any(CONTROLS) {
        return false;
    }
    if e.is("link") {
        let is = |wanted: &str| e.tokens("rel").any(|rel| rel.eq_ignore_ascii_case(wanted));
        return is("alternate") && is("stylesheet");
    }
    if e.is("a") && !e.has_attr("href") {
        return false;
    }
    let attributes = [
        "id",
        "class",
        "name",
        "title",
        "aria-label",
        "value",
        "data-theme",
    ];
    let said = attributes.iter().filter_map(|name| e.attr(name));
    let text = e.text_content();
    let mut said = said.chain([text.trim()]).filter(|t| t.len() <= LONGEST);
    said.any(says)
}

fn says(text: &str) -> bool {
    let text = text.to_lowercase();
    let statement = text.contains("conforme") || text.contains("compliant");
    !statement && WORDS.iter().any(|word| text.contains(word))
}

/// Whether the page has such a control.
pub fn is_on(doc: &Document) -> bool {
    doc.elements().any(may_switch)
}
