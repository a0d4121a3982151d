//! Accessible names and descriptions.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Semantics;
use crate::dom::Element;

/// A name or a description: what is said of an element, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The words, white space collapsed and trimmed.
    pub text: Cow<'a, str>,
    /// What gave it.
    pub source: NameSource,
}

/// What gave a name or a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameSource {
    /// Nothing: the text is empty.
    None,
    /// `aria-labelledby`.
    AriaLabelledby,
    /// `aria-label`.
    AriaLabel,
    /// One or several `label` elements.
    Label,
    /// `alt`.
    Alt,
    /// `value` of a button.
    Value,
    /// The `label` attribute of `option` or `optgroup`.
    LabelAttribute,
    /// `legend`.
    Legend,
    /// `caption`.
    Caption,
    /// `figcaption`.
    Figcaption,
    /// The `title` child of an SVG element.
    SvgTitle,
    /// The element's own content.
    Content,
    /// `title`.
    Title,
    /// `placeholder`.
    Placeholder,
    /// The browser's own words: a submit button without `value`, a `details` without `summary`.
    Default,
    /// `aria-describedby` (descriptions only).
    AriaDescribedby,
    /// `aria-description` (descriptions only).
    AriaDescription,
    /// The `desc` child of an SVG element (descriptions only).
    SvgDesc,
}

/// No name.
pub(super) static NONE: Name<'static> = Name {
    text: Cow::Borrowed(""),
    source: NameSource::None,
};

/// One name per node, filled when asked.
pub(super) type Memo<'a> = Vec<OnceCell<Option<Box<Name<'a>>>>>;

impl Name<'_> {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl<'a> Semantics<'a> {
    /// The accessible name (AccName 1.2), empty where the role prohibits one.
    pub fn name(&self, element: Element<'a>) -> &Name<'a> {
        let memo = self.names.get_or_init(|| self.memo());
        memo[element.id() as usize]
            .get_or_init(|| {
                let text = element.attr("aria-label").or(element.attr("alt"))?;
                Some(Box::new(Name {
                    text: Cow::Borrowed(text.trim()),
                    source: NameSource::AriaLabel,
                }))
            })
            .as_deref()
            .unwrap_or(&NONE)
    }

    /// The accessible description (AccName 1.2).
    pub fn description(&self, element: Element<'a>) -> &Name<'a> {
        let memo = self.descriptions.get_or_init(|| self.memo());
        memo[element.id() as usize]
            .get_or_init(|| None)
            .as_deref()
            .unwrap_or(&NONE)
    }

    fn memo(&self) -> Memo<'a> {
        vec![OnceCell::new(); self.doc.len() as usize]
    }
}
