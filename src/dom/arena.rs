//! The nodes while the tree is being built, and how they hang together.

use std::ops::Range;
use std::rc::Rc;

use web_atoms::LocalName;

use super::data::{
    AttrData, AttrRange, AttrSet, CommentData, DoctypeData, ElementData, Kind, NIL, Node, NodeId,
    Records,
};
use super::element::Origin;
use super::late::LateAttributes;
use super::text::{Segment, TextData};
use super::tree::Chars;
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
    /// For this part of a page, with room for what its tags make on most pages.
    pub fn new(source: Rc<Source>, part: &[u8]) -> Arena {
        // Some more start tags than end tags, a text after each.
        let tags = memchr::memchr_iter(b'<', part).count();
        let elements = tags / 2 + tags / 8 + 8;
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

    pub fn source(&self) -> Rc<Source> {
        Rc::clone(&self.source)
    }

    pub fn add_comment(&mut self, data: CommentData) -> NodeId {
        self.records.comments.push(data);
        self.add(Kind::Comment, self.records.comments.len() - 1)
    }

    pub fn add_doctype(&mut self, data: DoctypeData) -> NodeId {
        self.records.doctypes.push(data);
        self.add(Kind::Doctype, self.records.doctypes.len() - 1)
    }

    #[inline(always)]
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

    /// The children of the document or of an element.
    pub fn child_ids(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let known = |id: NodeId| (id != NIL).then_some(id);
        let first = known(self.first_child(id));
        std::iter::successors(first, move |&id| known(self.nodes[id as usize].end))
    }

    /// Notes the end tag of an element, the first time.
    pub fn close(&mut self, id: NodeId, end_tag: Span) {
        if let Some(e) = self.element_mut(id)
            && e.end_tag.start == NIL
        {
            e.end_tag = end_tag;
        }
    }

    /// How an element came to be.
    pub fn origin(&self, id: NodeId) -> Origin {
        match self.element(id) {
            Some(e) if !e.implied => Origin::Explicit(e.start),
            Some(e) => Origin::Implied(e.start),
            None => Origin::Implied(Span::default()),
        }
    }

    pub fn is_element(&self, id: NodeId, name: &LocalName) -> bool {
        self.element(id).is_some_and(|e| e.local == *name)
    }

    /// The value of an attribute.
    pub fn value(&self, attr: &AttrData) -> &str {
        let source = &self.source.text;
        self.records.value(source, attr.value, attr.decoded)
    }

    /// Whether an element has these attributes and no others, in whatever order.
    pub fn has_attributes(&self, id: NodeId, attrs: &[AttrData]) -> bool {
        let Some(element) = self.element(id) else {
            return false;
        };
        let own = &self.records.attrs[element.attrs()];
        own.len() == attrs.len()
            && attrs.iter().all(|a| {
                let mut same = own.iter().filter(|b| b.name == a.name);
                same.any(|b| self.value(b) == self.value(a))
            })
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
    #[inline(always)]
    pub fn insert(&mut self, id: NodeId, parent: NodeId, before: NodeId) {
        match before {
            NIL => self.append(id, parent),
            sibling => self.insert_before(id, parent, sibling),
        }
    }

    fn insert_before(&mut self, id: NodeId, parent: NodeId, sibling: NodeId) {
        let prev = self.at(sibling).prev;
        let node = self.at(id);
        (node.parent, node.prev, node.end) = (parent, prev, sibling);
        self.at(sibling).prev = id;
        match prev {
            NIL => self.children(parent).first = id,
            p => self.at(p).end = id,
        }
    }

    /// Makes a node the last child of another.
    #[inline(always)]
    pub fn append(&mut self, id: NodeId, parent: NodeId) {
        let children = self.children(parent);
        let prev = std::mem::replace(&mut children.last, id);
        match prev {
            NIL => children.first = id,
            p => self.at(p).end = id,
        }
        let node = self.at(id);
        (node.parent, node.prev, node.end) = (parent, prev, NIL);
    }

    /// Moves all children of a node to the end of another.
    pub fn move_children(&mut self, from: NodeId, to: NodeId) {
        loop {
            let child = self.first_child(from);
            if child == NIL {
                break;
            }
            self.detach(child);
            self.append(child, to);
        }
    }

    /// Inserts characters, into the text node before the place if there is one.
    pub fn insert_text(&mut self, parent: NodeId, before: NodeId, chars: Chars<'_>) {
        let neighbour = self.neighbour(parent, before);
        let Records { texts, mixed, .. } = &mut self.records;
        let earlier = match self.nodes.get(neighbour as usize) {
            Some(node) if node.kind == Kind::Text => Some(&mut texts[node.record as usize]),
            _ => None,
        };
        let Some(written) = chars.written() else {
            self.parts.clear();
            self.parts.extend(chars.segments());
            match earlier {
                Some(data) => data.push(chars.text, &self.parts, &self.source.text, mixed),
                None => {
                    let data = TextData::new(chars.text, &self.parts, mixed);
                    self.insert_text_node(data, parent, before);
                }
            }
            return;
        };
        let Some(data) = earlier else {
            return self.insert_text_node(TextData::Written(written), parent, before);
        };
        if !data.push_written(written) {
            let part = Segment {
                node_offset: 0,
                source: written,
                verbatim: true,
            };
            data.push(chars.text, &[part], &self.source.text, mixed);
        }
    }

    fn insert_text_node(&mut self, data: TextData, parent: NodeId, before: NodeId) {
        self.records.texts.push(data);
        let id = self.add(Kind::Text, self.records.texts.len() - 1);
        self.insert(id, parent, before);
    }

    /// Adds attributes.
    pub fn push_attributes(&mut self, attrs: &mut Vec<AttrData>) -> AttrRange {
        let mut range = AttrRange {
            first: self.records.attrs.len() as u32,
            len: attrs.len() as u32,
            set: AttrSet::default(),
        };
        // Few at a time: to copy them together takes longer.
        for attr in attrs.drain(..) {
            range.set = range.set.or(AttrSet::of_attr(&attr));
            self.records.attrs.push(attr);
        }
        range
    }

    /// Adds those of another element once more, as no start tag has them.
    pub fn clone_attributes(&mut self, own: Range<usize>, here: Span, set: AttrSet) -> AttrRange {
        let first = self.records.attrs.len() as u32;
        let len = own.len() as u32;
        for at in own {
            let clone = self.records.attrs[at].implied(here);
            self.records.attrs.push(clone);
        }
        AttrRange { first, len, set }
    }

    /// Keeps attributes of a later start tag for an element.
    pub fn add_late(&mut self, id: NodeId, attrs: &mut Vec<AttrData>) {
        let node = self.nodes[id as usize];
        if node.kind == Kind::Element {
            let own = self.records.elements[node.record as usize].attrs();
            self.late.add(id, &self.records.attrs[own], attrs.drain(..));
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
