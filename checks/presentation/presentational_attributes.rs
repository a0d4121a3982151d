//! What the two checks on RGAA 10.1.2 share: which attribute of which element is concerned.

use crate::check::Interest;
use crate::dom::{Attr, Element};
use crate::source::Span;
use crate::spec::presentational::{self, Ban};

/// Attributes that the test names.
pub const NAMED: Interest = Interest::Attributes(presentational::NAMED);

/// How the attribute is banned on this element; drawings and formulas have their own attributes of these names.
pub fn ban(element: Element<'_>, attr: Attr<'_>) -> Option<Ban> {
    if !element.is_html() || attr.prefix().is_some() {
        return None;
    }
    let ban = presentational::attribute(element.name(), attr.name())?;
    let drawn = element.ancestors().any(|e| !e.is_html());
    (!drawn).then_some(ban)
}

/// The whole attribute, with the quote that ends its value.
pub fn written(element: Element<'_>, attr: Attr<'_>) -> Span {
    let span = attr.span();
    let source = &element.document().source().text;
    let quoted = matches!(source.as_bytes().get(span.end as usize), Some(b'"' | b'\''));
    Span::new(span.start, span.end + u32::from(quoted))
}
