//! Whether two pages are read the same way.

use crate::dom::{Document, NodeRef};

/// Whether the trees are the same: nodes, names, attributes, texts and comments, whatever their places.
pub fn same(a: &Document, b: &Document) -> bool {
    a.len() == b.len()
        && a.quirks() == b.quirks()
        && a.nodes().zip(b.nodes()).all(|(a, b)| same_node(a, b))
}

fn same_node(a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    match (a, b) {
        (NodeRef::Document, NodeRef::Document) => true,
        (NodeRef::Doctype(a), NodeRef::Doctype(b)) => {
            (a.name(), a.public_id(), a.system_id()) == (b.name(), b.public_id(), b.system_id())
        }
        (NodeRef::Comment(a), NodeRef::Comment(b)) => a.text() == b.text(),
        (NodeRef::Text(a), NodeRef::Text(b)) => a.text() == b.text(),
        (NodeRef::Element(a), NodeRef::Element(b)) => {
            let attributes = a.attributes().zip(b.attributes());
            a.name() == b.name()
                && a.namespace() == b.namespace()
                && a.subtree_end() == b.subtree_end()
                && a.in_template() == b.in_template()
                && a.attributes().len() == b.attributes().len()
                && attributes.into_iter().all(|(a, b)| {
                    (a.name(), a.prefix(), a.value()) == (b.name(), b.prefix(), b.value())
                })
        }
        _ => false,
    }
}
