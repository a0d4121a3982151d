//! The outline.

use std::borrow::Cow;

use super::Semantics;
use crate::dom::Element;

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    /// The element, of role `heading`.
    pub element: Element<'a>,
    /// Its level: `aria-level` if valid (1 and up), else that of `h1` to `h6`, else 2 (WAI-ARIA 1.2 `heading`).
    pub level: u32,
    /// Whether assistive technologies get it ([`Semantics::is_exposed`]).
    pub exposed: bool,
    /// Its content as text, alternatives of images included, white space collapsed.
    pub text: Cow<'a, str>,
}

impl<'a> Semantics<'a> {
    /// The elements of role `heading`, in document order, hidden ones included.
    pub fn headings(&self) -> &[Heading<'a>] {
        self.headings.get_or_init(|| {
            self.doc
                .elements()
                .filter_map(|element| {
                    let level = match element.name().as_bytes() {
                        [b'h', d @ b'1'..=b'6'] => u32::from(d - b'0'),
                        _ => return None,
                    };
                    Some(Heading {
                        element,
                        level,
                        exposed: self.is_exposed(element),
                        text: self.text(element),
                    })
                })
                .collect()
        })
    }
}
