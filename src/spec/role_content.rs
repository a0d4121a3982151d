//! What elements of a role may hold, and what may hold them: ARIA in HTML, section 4.3 «Allowed descendants of ARIA roles», WAI-ARIA
//! 1.2, 5.2.6 «Required Owned Elements».

/// Roles that count as interactive content: not inside a link or a button.
const INTERACTIVE: &[&str] = &[
    "button",
    "checkbox",
    "combobox",
    "grid",
    "gridcell",
    "listbox",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "scrollbar",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
    "treeitem",
];

/// Roles that count as flow content and no phrasing content: not inside a heading.
const FLOW: &[&str] = &[
    "alert",
    "alertdialog",
    "application",
    "dialog",
    "directory",
    "document",
    "feed",
    "listbox",
    "log",
    "marquee",
    "math",
    "note",
    "status",
    "tabpanel",
    "timer",
    "toolbar",
];

/// Roles with nothing interactive inside.
const INERT: &[&str] = &[
    "button",
    "checkbox",
    "img",
    "link",
    "math",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "progressbar",
    "radio",
    "separator",
    "slider",
    "switch",
    "tab",
];

/// Roles with no heading inside either.
const WITHOUT_HEADINGS: &[&str] = &["button", "img", "progressbar", "separator", "slider"];

/// Whether the role counts as interactive content.
pub fn is_interactive(role: &str) -> bool {
    INTERACTIVE.binary_search(&role).is_ok()
}

/// Whether the role may not be inside a heading.
pub fn is_flow(role: &str) -> bool {
    FLOW.binary_search(&role).is_ok()
}

/// Whether nothing interactive may be inside the role.
pub fn is_inert(role: &str) -> bool {
    INERT.binary_search(&role).is_ok()
}

/// Whether no heading may be inside the role.
pub fn bars_headings(role: &str) -> bool {
    WITHOUT_HEADINGS.contains(&role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{aria_roles, testing::assert_sorted};

    #[test]
    fn tables_are_sorted_and_roles_exist() {
        for table in [INTERACTIVE, FLOW, INERT, WITHOUT_HEADINGS] {
            assert_sorted("roles", table.iter().copied());
            for role in table {
                assert!(aria_roles::role(role).is_some(), "{role}");
            }
        }
        assert!(is_interactive("tab") && !is_interactive("link"));
        assert!(is_flow("alert") && is_inert("link") && bars_headings("img"));
    }
}
