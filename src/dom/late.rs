//! Attributes of `html` and `body` start tags met again: they join the first one's.

use std::collections::HashSet;

use web_atoms::LocalName;

use super::data::{AttrData, AttrNamespace, NodeId};

#[derive(Debug)]
struct Group {
    element: NodeId,
    names: HashSet<(LocalName, AttrNamespace)>,
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
        attrs: impl ExactSizeIterator<Item = AttrData>,
    ) {
        if attrs.len() == 0 {
            return;
        }
        let at = self.groups.iter().position(|g| g.element == element);
        let at = at.unwrap_or_else(|| {
            self.groups.push(Group {
                element,
                names: own.iter().map(name).collect(),
                attrs: Vec::new(),
            });
            self.groups.len() - 1
        });
        let group = &mut self.groups[at];
        for attr in attrs {
            if group.names.insert(name(&attr)) {
                group.attrs.push(attr);
            }
        }
    }

    /// The attributes to add, by element.
    pub fn into_groups(self) -> impl Iterator<Item = (NodeId, Vec<AttrData>)> {
        self.groups.into_iter().map(|g| (g.element, g.attrs))
    }
}

fn name(attr: &AttrData) -> (LocalName, AttrNamespace) {
    (attr.name.clone(), attr.ns)
}
