//! Attributes that hold ids.

use super::Semantics;
use crate::dom::Element;
use crate::source::Span;
use crate::spec::idrefs::{self, Shape};

/// One id in an attribute.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    /// The id as written, character references decoded.
    pub id: &'a str,
    /// Its place in the source.
    pub place: Span,
    /// The first element with this id outside templates.
    pub element: Option<Element<'a>>,
}

impl<'a> Semantics<'a> {
    /// The ids an attribute lists, in order, with their places and the elements they name. An attribute that takes one id (`for` of a
    /// `label`, `aria-activedescendant`) gives its whole value, spaces included; any other is split at white space. Not for `usemap`,
    /// which holds a name.
    pub fn references(
        &self,
        element: Element<'a>,
        attribute: &str,
    ) -> impl Iterator<Item = Reference<'a>> + use<'a> {
        let doc = self.doc;
        let whole = idrefs::reference(element.name(), attribute)
            .is_some_and(|known| known.shape == Shape::One);
        let attr = element.attribute(attribute);
        let one = attr
            .filter(|a| whole && !a.value().is_empty())
            .map(|a| (a.value(), a.place()));
        let list = attr.filter(|_| !whole).map(|a| a.words(doc));
        one.into_iter()
            .chain(list.into_iter().flatten())
            .map(move |(id, place)| Reference {
                id,
                place,
                element: doc.by_id(id),
            })
    }
}
