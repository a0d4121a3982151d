//! From the order in which nodes were made to document order.

use html5ever::{local_name, ns};

use super::arena::Children;
use super::document::{NIL, Node, NodeData, NodeId};
use super::text::Segment;

/// Renumbers the nodes by document order; nodes out of the tree are dropped. The segments of a text node, which were
/// chained, come to lie together.
pub(super) fn in_document_order(
    mut nodes: Vec<Node>,
    children: &[Children],
    segments: &mut Vec<Segment>,
) -> Vec<Node> {
    if !is_in_order(&nodes) {
        nodes = renumbered(nodes, children);
    }
    finish(&mut nodes, segments);
    nodes
}

/// Whether each node was made right after those before it in the tree, as on most pages.
fn is_in_order(nodes: &[Node]) -> bool {
    let mut last: NodeId = 0;
    nodes.iter().enumerate().skip(1).all(|(id, node)| {
        let parent = node.parent;
        if node.prev == NIL {
            last = id as NodeId;
            return parent != NIL && parent + 1 == last;
        }
        // Up from the node before it to its sibling.
        while last != node.prev && last > parent {
            last = nodes[last as usize].parent;
        }
        std::mem::replace(&mut last, id as NodeId) == node.prev
    })
}

fn renumbered(mut nodes: Vec<Node>, children: &[Children]) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut id: NodeId = 0;
    // The new rank of the parent, and of the last child placed under each open parent.
    let mut parent = NIL;
    let mut prev = NIL;
    loop {
        let rank = out.len() as NodeId;
        let data = std::mem::replace(&mut nodes[id as usize].data, NodeData::Document);
        out.push(Node {
            parent,
            prev,
            end: NIL,
            data,
        });
        let first = children[id as usize].first;
        if first != NIL {
            parent = rank;
            prev = NIL;
            id = first;
            continue;
        }
        prev = rank;
        // Up until there is a next sibling.
        loop {
            let node = &nodes[id as usize];
            if node.end != NIL {
                id = node.end;
                break;
            }
            if node.parent == NIL {
                return out;
            }
            id = node.parent;
            prev = parent;
            parent = out[parent as usize].parent;
        }
    }
}

/// What is known of the nodes when all are there, in order.
fn finish(nodes: &mut [Node], segments: &mut Vec<Segment>) {
    let mut open: NodeId = NIL;
    for id in 0..nodes.len() {
        let parent = nodes[id].parent;
        // What is open below the parent ends here.
        while open != parent {
            nodes[open as usize].end = id as NodeId;
            open = nodes[open as usize].parent;
        }
        open = id as NodeId;
        let in_template = parent != NIL
            && matches!(&nodes[parent as usize].data, NodeData::Element(p)
                if p.in_template || (p.name.local == local_name!("template") && p.name.ns == ns!(html)));
        match &mut nodes[id].data {
            NodeData::Element(e) => e.in_template = in_template,
            NodeData::Text(text) => {
                (text.first, text.last) = together(segments, text.first, text.last);
            }
            _ => {}
        }
    }
    while open != NIL {
        nodes[open as usize].end = nodes.len() as NodeId;
        open = nodes[open as usize].parent;
    }
}

/// A chain of segments, given by its first and last, as a range.
fn together(segments: &mut Vec<Segment>, first: u32, last: u32) -> (u32, u32) {
    if first == NIL {
        return (0, 0);
    }
    let mut next = first;
    while next != last && segments[next as usize].next == next + 1 {
        next += 1;
    }
    if next == last {
        return (first, last + 1);
    }
    // Its text was written in pieces, and others in between.
    let start = segments.len() as u32;
    next = first;
    while next != NIL {
        let segment = segments[next as usize];
        next = segment.next;
        segments.push(segment);
    }
    (start, segments.len() as u32)
}
