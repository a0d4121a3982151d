//! What takes room without saying anything, for the checks on spacing.

use crate::dom::{Element, NodeRef};

/// Whether people see nothing in the text: any white space, no-break and zero-width spaces included.
pub fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}'))
}

/// What an element without content is made of.
#[derive(Clone, Copy, Default)]
pub struct Blank {
    /// It takes room: no-break spaces or `br`.
    pub takes_room: bool,
    /// There is a comment: scripts leave them where they will put something.
    pub comment: bool,
}

/// What is in the element when people see nothing of it: spaces, `br`, comments, and bare phrasing tags around those.
/// `None` when it has a content, or an element that may have one (an icon, a target of scripts).
pub fn blank(element: Element<'_>) -> Option<Blank> {
    let mut blank = Blank::default();
    for node in element.descendant_nodes() {
        match node {
            NodeRef::Text(text) if is_blank(text.text()) => blank.takes_room |= !text.is_blank(),
            NodeRef::Element(e) if e.is("br") => blank.takes_room = true,
            NodeRef::Element(e)
                if e.is_any(&["b", "em", "font", "i", "small", "span", "strong", "u"])
                    && e.attributes().len() == 0 => {}
            NodeRef::Comment(_) => blank.comment = true,
            _ => return None,
        }
    }
    Some(blank)
}

/// Whether `<p>` seems to be written for `</p>`: bare, never closed, blank, straight after a paragraph that has no end tag either.
pub fn is_mistyped_end(p: Element<'_>) -> bool {
    let opens_nothing = p.is("p")
        && p.start_tag().is_some()
        && p.end_tag().is_none()
        && p.attributes().len() == 0
        && p.text_is_blank()
        && p.child_elements().next().is_none();
    opens_nothing
        && matches!(p.prev_sibling(), Some(NodeRef::Element(before))
            if before.is("p")
                && before.start_tag().is_some()
                && before.end_tag().is_none()
                && blank(before).is_none())
}
