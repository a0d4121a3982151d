//! The nodes while the tree is being built, and how they hang together.

use std::rc::Rc;

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName};

use super::data::{AttrData, AttrRange, AttrSet, ElementData, Kind, NIL, Node, NodeId, Records};
use super::late::LateAttributes;
use super::pending::PendingText;
use super::text::{Segment, TextData};
use super::tokens::Places;
use crate::source::{Source, Span};

/// The first and the last child of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Children {
    pub first: NodeId,
    pub last: NodeId,
}

const CHILDLESS: Children = Children {
    first: NIL,
    last: NIL,
};

pub(super) struct Arena {
    source: Rc<Source>,
    /// In the order in which they were made; `end` is the next sibling.
    pub nodes: Vec<Node>,
    pub records: Records,
    /// Of the document, then of each element.
    pub children: Vec<Children>,
    pub late: LateAttributes,
    /// The parts of the text that is being inserted.
    parts: Vec<Segment>,
}

impl Arena {
    /// For a part of a page with so many `<`, with room for what these make on most pages.
    pub fn new(source: Rc<Source>, tags: usize) -> Arena {
        // Start tags and end tags, a text after each.
        let elements = tags / 2 + 8;
        let mut arena = Arena {
            source,
            nodes: Vec::with_capacity(elements + tags),
            records: Records {
                elements: Vec::with_capacity(elements),
                attrs: Vec::with_capacity(elements),
                texts: Vec::with_capacity(tags),
                ..Records::default()
            },
            children: Vec::with_capacity(elements),
            late: LateAttributes::default(),
            parts: Vec::new(),
        };
        arena.add(Kind::Document, 0);
        arena.children.push(CHILDLESS);
        arena
    }

    /// Adds a node whose record is there, or comes next.
    pub fn add(&mut self, kind: Kind, record: usize) -> NodeId {
        let id = self.nodes.len() as NodeId;
        self.nodes.push(Node {
            parent: NIL,
            prev: NIL,
            end: NIL,
            record: record as u32,
            kind,
        });
        id
    }

    pub fn add_element(&mut self, data: ElementData) -> NodeId {
        self.children.push(CHILDLESS);
        self.records.elements.push(data);
        self.add(Kind::Element, self.records.elements.len() - 1)
    }

    fn at(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    /// The record of an element.
    pub fn element(&self, id: NodeId) -> Option<&ElementData> {
        let node = &self.nodes[id as usize];
        (node.kind == Kind::Element).then(|| &self.records.elements[node.record as usize])
    }

    /// The record of an element, to change.
    pub fn element_mut(&mut self, id: NodeId) -> Option<&mut ElementData> {
        let node = &self.nodes[id as usize];
        (node.kind == Kind::Element).then(|| &mut self.records.elements[node.record as usize])
    }

    /// The children of the document or of an element.
    pub fn children(&mut self, id: NodeId) -> &mut Children {
        let rank = children_rank(&self.nodes[id as usize]);
        &mut self.children[rank]
    }

    /// The first child of the document or of an element.
    pub fn first_child(&self, id: NodeId) -> NodeId {
        self.children[children_rank(&self.nodes[id as usize])].first
    }

    pub fn is_element(&self, id: NodeId, name: &LocalName) -> bool {
        self.element(id).is_some_and(|e| e.local == *name)
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

    /// The node before a place: before a sibling, or last when `before` is `NIL`.
    fn neighbour(&mut self, parent: NodeId, before: NodeId) -> NodeId {
        match before {
            NIL => self.children(parent).last,
            b => self.at(b).prev,
        }
    }

    /// Inserts before a sibling, or last when `before` is `NIL`.
    pub fn insert(&mut self, id: NodeId, parent: NodeId, before: NodeId) {
        let prev = self.neighbour(parent, before);
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
        text: &StrTendril,
        pending: &mut PendingText,
    ) {
        let neighbour = self.neighbour(parent, before);
        self.parts.clear();
        let parts = &mut self.parts;
        pending.locate(text, |part| parts.push(part));
        let Records { texts, mixed, .. } = &mut self.records;
        if neighbour != NIL
            && let Node {
                kind: Kind::Text,
                record,
                ..
            } = self.nodes[neighbour as usize]
        {
            let data = &mut texts[record as usize];
            data.push(text, &self.parts, &self.source.text, mixed);
        } else {
            texts.push(TextData::new(text, &self.parts, mixed));
            let id = self.add(Kind::Text, self.records.texts.len() - 1);
            self.insert(id, parent, before);
        }
    }

    /// Adds attributes, which are written in these places; those that have none are made up here. Returns the first, and how
    /// many.
    pub fn push_attributes(
        &mut self,
        attrs: &mut Vec<Attribute>,
        places: &[Places],
        here: Span,
    ) -> AttrRange {
        let mut range = AttrRange {
            first: self.records.attrs.len() as u32,
            len: attrs.len() as u32,
            set: AttrSet::default(),
        };
        let Records {
            attrs: all, values, ..
        } = &mut self.records;
        for (i, attr) in attrs.drain(..).enumerate() {
            let places = places.get(i).copied().ok_or(here);
            let attr = AttrData::new(attr, places, &self.source.text, values);
            range.set = range.set.or(AttrSet::of_attr(&attr));
            all.push(attr);
        }
        range
    }

    /// Keeps attributes of a later start tag for an element.
    pub fn add_late(&mut self, id: NodeId, attrs: Vec<Attribute>, places: &[Places]) {
        let node = self.nodes[id as usize];
        let Records {
            elements,
            attrs: all,
            values,
            ..
        } = &mut self.records;
        if node.kind == Kind::Element {
            let own = &all[elements[node.record as usize].attrs()];
            let attrs = attrs.into_iter().zip(places);
            let attrs = attrs.map(|(a, p)| AttrData::new(a, Ok(*p), &self.source.text, values));
            self.late.add(id, own, attrs);
        }
    }

    pub fn merge_late_attributes(&mut self) {
        for (id, late) in std::mem::take(&mut self.late).into_groups() {
            let first = self.records.attrs.len() as u32;
            let Some(element) = self.element_mut(id) else {
                continue;
            };
            let own = element.attrs();
            element.attrs = AttrRange {
                first,
                len: (own.len() + late.len()) as u32,
                set: late.iter().fold(element.attrs.set, |set, attr| {
                    set.or(AttrSet::of_attr(attr))
                }),
            };
            self.records.attrs.extend_from_within(own);
            self.records.attrs.extend(late);
        }
    }
}

/// Where the children of the document or of an element are kept.
pub(super) fn children_rank(node: &Node) -> usize {
    match node.kind {
        Kind::Element => node.record as usize + 1,
        _ => 0,
    }
}
