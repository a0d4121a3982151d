//! From the order in which nodes were made to document order.

use web_atoms::local_name;

use super::arena::{Children, children_rank};
use super::data::{ElementData, Kind, NIL, Node, NodeId};

/// Renumbers the nodes by document order; nodes out of the tree are dropped.
pub(super) fn in_document_order(
    mut nodes: Vec<Node>,
    children: &[Children],
    elements: &mut [ElementData],
) -> Vec<Node> {
    // On most pages each node was made right after those before it in the tree.
    if !finish(&mut nodes, elements) {
        link_siblings(&mut nodes);
        nodes = renumbered(&nodes, children);
        let ordered = finish(&mut nodes, elements);
        debug_assert!(ordered);
    }
    nodes
}

/// Makes `end` the next sibling again.
fn link_siblings(nodes: &mut [Node]) {
    nodes.iter_mut().for_each(|node| node.end = NIL);
    for id in 0..nodes.len() {
        let prev = nodes[id].prev;
        if prev != NIL {
            nodes[prev as usize].end = id as NodeId;
        }
    }
}

fn renumbered(nodes: &[Node], children: &[Children]) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut id: NodeId = 0;
    // The new rank of the parent, and of the last child placed under each open parent.
    let mut parent = NIL;
    let mut prev = NIL;
    loop {
        let rank = out.len() as NodeId;
        let node = nodes[id as usize];
        out.push(Node {
            parent,
            prev,
            end: NIL,
            ..node
        });
        let first = match node.kind {
            Kind::Document | Kind::Element => children[children_rank(&node)].first,
            _ => NIL,
        };
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

/// Finds what is known of the nodes when all are there; `false`, with half of it done, if they are not in order.
fn finish(nodes: &mut [Node], elements: &mut [ElementData]) -> bool {
    let mut open: NodeId = NIL;
    // The outermost template that is open.
    let mut template = NIL;
    for id in 0..nodes.len() {
        let Node {
            parent,
            prev,
            kind,
            record,
            ..
        } = nodes[id];
        // What is open below the parent ends here.
        let mut ended = NIL;
        while open != parent {
            if open == NIL {
                return false;
            }
            nodes[open as usize].end = id as NodeId;
            if open == template {
                template = NIL;
            }
            ended = open;
            open = nodes[open as usize].parent;
        }
        if ended != prev {
            return false;
        }
        open = id as NodeId;
        if kind == Kind::Element {
            let element = &mut elements[record as usize];
            element.in_template = template != NIL;
            if template == NIL && element.is_html(&local_name!("template")) {
                template = open;
            }
        }
    }
    while open != NIL {
        nodes[open as usize].end = nodes.len() as NodeId;
        open = nodes[open as usize].parent;
    }
    true
}
