//! Accessible names and descriptions.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Semantics;
use super::flat::flat;
use super::namer::Namer;
use super::native::{self, InputType};
use crate::dom::Element;
use crate::spec::aria_roles::{self, Naming};

/// A name or a description: what is said of an element, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The words, ASCII white space collapsed and trimmed. Ends with `…` where it was cut ([`TEXT_LIMIT`]).
    pub text: Cow<'a, str>,
    /// What gave it.
    pub source: NameSource,
}

pub use super::namer::TEXT_LIMIT;

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
    /// `alt` (or `alttext` of `math`).
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
    /// `title`, or `xlink:title`.
    Title,
    /// `placeholder`.
    Placeholder,
    /// The browser's own words, in the user's language: a submit button without `value`, an image button without `alt`.
    Default,
    /// `aria-describedby` (descriptions only).
    AriaDescribedby,
    /// `aria-description` (descriptions only).
    AriaDescription,
    /// The `desc` child of an SVG element (descriptions only).
    SvgDesc,
    /// The page asks for more work than it is worth ([`Semantics::name`]): there may be a name, nobody looked. The text is not empty.
    GivenUp,
}

/// No name.
pub(super) const NONE: Name<'static> = Name {
    text: Cow::Borrowed(""),
    source: NameSource::None,
};

/// One name per node, filled when asked.
pub(super) type Memo<'a> = Vec<OnceCell<Option<Box<Name<'a>>>>>;

impl<'a> Name<'a> {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether nothing that can be seen or heard is said: white space of any kind, characters without a shape.
    pub fn is_blank(&self) -> bool {
        is_blank(&self.text)
    }

    /// A name that an attribute gives, unless blank.
    pub(super) fn of(value: Option<&'a str>, source: NameSource) -> Option<Name<'a>> {
        let text = flat(value?);
        (!text.is_empty()).then_some(Name { text, source })
    }
}

/// Whether a text has nothing that can be seen or heard: white space of any kind, characters without a shape.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    })
}

impl<'a> Semantics<'a> {
    /// The accessible name (AccName 1.2, HTML-AAM 1.0), empty where the role prohibits one. That the element itself is hidden is not
    /// counted: the name is the one it has once shown.
    ///
    /// Style sheets are not read, so generated content is missing and blocks are told from lines by the element. Names longer than
    /// [`TEXT_LIMIT`] are cut. On a page built to make this slow the rest of the names are [`NameSource::GivenUp`].
    pub fn name(&self, element: Element<'a>) -> &Name<'a> {
        let memo = self.names.get_or_init(|| self.memo());
        memo[element.index()]
            .get_or_init(|| {
                let naming = self
                    .role(element)
                    .and_then(aria_roles::role)
                    .map(|role| role.naming);
                if naming == Some(Naming::Prohibited) {
                    return None;
                }
                let from_content =
                    naming == Some(Naming::Contents) || super::hiding::is_first_summary(element);
                Namer::new(self, element).name(from_content).map(Box::new)
            })
            .as_deref()
            .unwrap_or(&NONE)
    }

    /// The accessible description (AccName 1.2 4.2, HTML-AAM 1.0): `aria-describedby`, else `aria-description`, else what the host
    /// language has that the name did not use, `title` last.
    pub fn description(&self, element: Element<'a>) -> &Name<'a> {
        let memo = self.descriptions.get_or_init(|| self.memo());
        memo[element.index()]
            .get_or_init(|| self.describe(element).map(Box::new))
            .as_deref()
            .unwrap_or(&NONE)
    }

    fn describe(&self, e: Element<'a>) -> Option<Name<'a>> {
        let mut ids = e.tokens("aria-describedby");
        if ids.any(|id| self.doc.by_id(id).is_some()) {
            return Namer::new(self, e).references("aria-describedby", NameSource::AriaDescribedby);
        }
        let unused = |source| self.name(e).source != source;
        Name::of(e.attr("aria-description"), NameSource::AriaDescription)
            .or_else(|| {
                let (child, source) = if e.is("table") && unused(NameSource::Caption) {
                    let caption = e.child_elements().find(|c| c.is("caption"));
                    (caption?, NameSource::Caption)
                } else if !e.is_html() {
                    (native::svg_child(e, "desc")?, NameSource::SvgDesc)
                } else {
                    return None;
                };
                Namer::new(self, e).elements(&[child], source)
            })
            .or_else(|| {
                let button = e.is("input") && InputType::of(e).is_button();
                let value = e.attr("value").filter(|_| button);
                Name::of(
                    value.filter(|_| unused(NameSource::Value)),
                    NameSource::Value,
                )
            })
            .or_else(|| {
                let title = e.attr("title").filter(|_| unused(NameSource::Title));
                Name::of(title, NameSource::Title)
            })
    }

    /// What the content alone says, whatever the role and the attributes of the element itself: its text and the alternatives of
    /// what is inside, as a name from content would have them (AccName 1.2 step 2F).
    pub fn content(&self, element: Element<'a>) -> Cow<'a, str> {
        Namer::new(self, element)
            .content()
            .map_or(Cow::Borrowed(""), |name| name.text)
    }

    fn memo(&self) -> Memo<'a> {
        vec![OnceCell::new(); self.doc.element_count()]
    }
}
