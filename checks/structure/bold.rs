//! Text wholly in bold.

use crate::dom::{Element, NodeRef};

/// Whether all the text of the element, and there is some, is in `strong` or `b`, with nothing but text around.
pub fn is_all_bold(element: Element<'_>) -> bool {
    let mut bold_until = 0;
    let mut bold = false;
    for node in element.descendant_nodes() {
        match node {
            NodeRef::Element(e) if e.is_any(&["strong", "b"]) => {
                bold_until = bold_until.max(e.subtree_end());
            }
            NodeRef::Element(e) if e.is_any(&["span", "em", "i", "u", "small", "font", "br"]) => {}
            NodeRef::Text(text) if text.is_blank() => {}
            NodeRef::Text(text) if text.id() < bold_until => bold = true,
            NodeRef::Comment(_) => {}
            _ => return false,
        }
    }
    bold
}
