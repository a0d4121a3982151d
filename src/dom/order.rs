//! From the order in which nodes were made to document order.

use html5ever::{local_name, ns};

use super::builder::BuildNode;
use super::document::{NIL, Node, NodeData, NodeId};
use super::text::Segment;

/// Renumbers the nodes by document order; nodes out of the tree are dropped. The segments of a text node, which were
/// chained, come to lie together.
pub(super) fn in_document_order(
    mut nodes: Vec<BuildNode>,
    chained: Vec<Segment>,
) -> (Vec<Node>, Vec<Segment>) {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut segments = Vec::with_capacity(chained.len());
    let mut id: NodeId = 0;
    // The new rank of the parent, and of the last child placed under each open parent.
    let mut parent = NIL;
    let mut prev = NIL;
    loop {
        let node = &mut nodes[id as usize];
        let rank = out.len() as NodeId;
        let mut data = std::mem::replace(&mut node.data, NodeData::Document);
        match &mut data {
            NodeData::Element(e) => {
                e.in_template = parent != NIL
                    && matches!(&out[parent as usize].data, NodeData::Element(p)
                        if p.in_template || (p.name.local == local_name!("template") && p.name.ns == ns!(html)));
            }
            NodeData::Text(text) => {
                let first = segments.len() as u32;
                let mut next = text.first;
                while next != NIL {
                    let segment = chained[next as usize];
                    next = segment.next;
                    segments.push(segment);
                }
                (text.first, text.last) = (first, segments.len() as u32);
            }
            _ => {}
        }
        out.push(Node {
            parent,
            prev,
            end: rank + 1,
            data,
        });
        if node.first != NIL {
            parent = rank;
            prev = NIL;
            id = node.first;
            continue;
        }
        prev = rank;
        // Up until there is a next sibling.
        loop {
            let node = &nodes[id as usize];
            if node.next != NIL {
                id = node.next;
                break;
            }
            if node.parent == NIL {
                return (out, segments);
            }
            id = node.parent;
            let up = parent as usize;
            out[up].end = out.len() as NodeId;
            prev = parent;
            parent = out[up].parent;
        }
    }
}
