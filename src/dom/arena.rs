//! The nodes while the tree is being built, and how they hang together.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};

use super::document::{AttrData, NIL, Node, NodeData, NodeId, TextData};
use super::late::LateAttributes;
use super::pending::PendingText;
use super::text::Segment;
use super::tokens::Places;
use crate::source::Span;

/// The first and the last child of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Children {
    pub first: NodeId,
    pub last: NodeId,
}

#[derive(Default)]
pub(super) struct Arena {
    /// In the order in which they were made; `end` is the next sibling.
    pub nodes: Vec<Node>,
    pub children: Vec<Children>,
    pub attrs: Vec<AttrData>,
    pub segments: Vec<Segment>,
    pub late: LateAttributes,
}

impl Arena {
    /// With room for so many nodes, and what they have on most pages.
    pub fn with_capacity(nodes: usize) -> Arena {
        Arena {
            nodes: Vec::with_capacity(nodes),
            children: Vec::with_capacity(nodes),
            attrs: Vec::with_capacity(nodes / 2),
            segments: Vec::with_capacity(nodes / 2),
            late: LateAttributes::default(),
        }
    }

    pub fn add(&mut self, data: NodeData) -> NodeId {
        let id = self.nodes.len() as NodeId;
        self.nodes.push(Node {
            parent: NIL,
            prev: NIL,
            end: NIL,
            data,
        });
        self.children.push(Children {
            first: NIL,
            last: NIL,
        });
        id
    }

    pub fn at(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    pub fn children(&mut self, id: NodeId) -> &mut Children {
        &mut self.children[id as usize]
    }

    pub fn name(&self, id: NodeId) -> &QualName {
        match &self.nodes[id as usize].data {
            NodeData::Element(e) => &e.name,
            _ => unreachable!("names are asked of elements only"),
        }
    }

    pub fn is_element(&self, id: NodeId, name: &LocalName) -> bool {
        matches!(&self.nodes[id as usize].data, NodeData::Element(e) if e.name.local == *name)
    }

    pub fn detach(&mut self, id: NodeId) {
        let node = self.at(id);
        let (parent, prev, next) = (node.parent, node.prev, node.end);
        if parent == NIL {
            return;
        }
        node.parent = NIL;
        node.prev = NIL;
        node.end = NIL;
        match prev {
            NIL => self.children(parent).first = next,
            p => self.at(p).end = next,
        }
        match next {
            NIL => self.children(parent).last = prev,
            n => self.at(n).prev = prev,
        }
    }

    /// Inserts before a sibling, or last when `before` is `NIL`.
    pub fn insert(&mut self, id: NodeId, parent: NodeId, before: NodeId) {
        let prev = match before {
            NIL => self.children(parent).last,
            b => self.at(b).prev,
        };
        let node = self.at(id);
        node.parent = parent;
        node.prev = prev;
        node.end = before;
        match prev {
            NIL => self.children(parent).first = id,
            p => self.at(p).end = id,
        }
        match before {
            NIL => self.children(parent).last = id,
            b => self.at(b).prev = id,
        }
    }

    pub fn insert_text(
        &mut self,
        parent: NodeId,
        before: NodeId,
        text: StrTendril,
        pending: &mut PendingText,
    ) {
        let neighbour = match before {
            NIL => self.children(parent).last,
            b => self.at(b).prev,
        };
        let mut chain = (NIL, NIL);
        let mut offset = 0;
        if neighbour != NIL
            && let NodeData::Text(t) = &self.nodes[neighbour as usize].data
        {
            chain = (t.first, t.last);
            offset = t.text.len32();
        }
        let segments = &mut self.segments;
        pending.locate(&text, |segment| {
            let segment = Segment {
                node_offset: offset + segment.node_offset,
                ..segment
            };
            chain = super::text::chain(segments, chain, segment);
        });
        let (first, last) = chain;
        if offset > 0
            && let NodeData::Text(t) = &mut self.nodes[neighbour as usize].data
        {
            t.text.push_tendril(&text);
            (t.first, t.last) = chain;
        } else {
            let id = self.add(NodeData::Text(TextData { text, first, last }));
            self.insert(id, parent, before);
        }
    }

    pub fn push_attributes(&mut self, attrs: &mut Vec<Attribute>, places: &[Places], at: Span) {
        for (i, attr) in attrs.drain(..).enumerate() {
            let (name_span, value_span) = places.get(i).copied().unwrap_or((at, None));
            self.attrs.push(AttrData {
                name: attr.name,
                value: attr.value,
                name_span,
                value_span,
            });
        }
    }

    pub fn merge_late_attributes(&mut self) {
        for (id, late) in std::mem::take(&mut self.late).into_groups() {
            if let NodeData::Element(e) = &mut self.nodes[id as usize].data {
                let (start, len) = (e.attrs.0 as usize, e.attrs.1 as usize);
                e.attrs = (self.attrs.len() as u32, (len + late.len()) as u32);
                self.attrs.extend_from_within(start..start + len);
                self.attrs.extend(late);
            }
        }
    }
}
