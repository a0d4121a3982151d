//! The outline.

use std::borrow::Cow;

use super::{Kind, Semantics};
use crate::dom::Element;
use crate::spec::elements;

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    /// The element, of role `heading`.
    pub element: Element<'a>,
    /// Its level: `aria-level` if valid (1 and up), else that of `h1` to `h6`, else 2 (WAI-ARIA 1.2 `heading`).
    pub level: u32,
    /// Whether assistive technologies get it ([`Semantics::is_exposed`]).
    pub exposed: bool,
    /// Its content as text ([`Semantics::content`]), alternatives of images included.
    pub text: Cow<'a, str>,
}

impl<'a> Semantics<'a> {
    /// The elements of role `heading`, in document order: hidden ones are there and say so, those inside a `template` are not.
    pub fn headings(&self) -> &[Heading<'a>] {
        self.headings.get_or_init(|| {
            let headings = self.elements_of(Kind::Heading).filter(|e| {
                (elements::heading_level(e.name()).is_some() || e.has_attr("role"))
                    && !e.in_template()
                    && self.role(*e) == Some("heading")
            });
            headings
                .map(|element| Heading {
                    element,
                    level: level(element),
                    exposed: self.is_exposed(element),
                    text: self.content(element),
                })
                .collect()
        })
    }
}

fn level(e: Element<'_>) -> u32 {
    let written = e.attr("aria-level").map(str::trim_ascii);
    let level = written.and_then(|level| level.parse().ok());
    level.filter(|level| *level > 0).unwrap_or_else(|| {
        let native = e.is_html().then(|| elements::heading_level(e.name()));
        native.flatten().map_or(2, u32::from)
    })
}
