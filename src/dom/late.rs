//! Attributes of `html` and `body` start tags met again: they join the first one's.

use std::collections::HashSet;

use html5ever::{Attribute, QualName};

use super::document::{AttrData, NodeId};
use super::tokens::Places;
use crate::source::Span;

#[derive(Debug)]
struct Group {
    element: NodeId,
    names: HashSet<QualName>,
    attrs: Vec<AttrData>,
}

/// Kept apart until the page is read: it may have any number of such tags.
#[derive(Debug, Default)]
pub(super) struct LateAttributes {
    groups: Vec<Group>,
}

impl LateAttributes {
    /// Adds those that neither the element's own start tag nor an earlier one has.
    pub fn add(
        &mut self,
        element: NodeId,
        own: &[AttrData],
        attrs: Vec<Attribute>,
        places: &[Places],
    ) {
        if attrs.is_empty() {
            return;
        }
        let at = self.groups.iter().position(|g| g.element == element);
        let at = at.unwrap_or_else(|| {
            self.groups.push(Group {
                element,
                names: own.iter().map(|a| a.name.clone()).collect(),
                attrs: Vec::new(),
            });
            self.groups.len() - 1
        });
        let group = &mut self.groups[at];
        for (attr, place) in attrs.into_iter().zip(places) {
            if group.names.insert(attr.name.clone()) {
                let (name_span, value_span): (Span, Option<Span>) = *place;
                group.attrs.push(AttrData {
                    name: attr.name,
                    value: attr.value,
                    name_span,
                    value_span,
                });
            }
        }
    }

    /// The attributes to add, by element.
    pub fn into_groups(self) -> impl Iterator<Item = (NodeId, Vec<AttrData>)> {
        self.groups.into_iter().map(|g| (g.element, g.attrs))
    }
}
