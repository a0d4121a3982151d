//! The tree while it is being built: html5ever's [`TreeSink`], into an arena that remembers places.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, local_name, ns};

use super::document::{
    AttrData, DoctypeData, Document, ElementData, NIL, Node, NodeData, NodeId, Quirks, TextData,
};
use super::element::Origin;
use super::errors::ParseError;
use super::open::OpenElements;
use super::text::Segment;
use crate::source::{Source, Span};

/// The token the tree builder is working on, as the bridge knows it.
#[derive(Debug, Default)]
pub(super) struct Current {
    /// The whole token.
    pub span: Span,
    /// For a start tag: the places of its attributes, in the order of the token's.
    pub attrs: Vec<(Span, Option<Span>)>,
    /// The element made for this start tag so far.
    made: Option<NodeId>,
    pub is_start_tag: bool,
    /// The tag says `/>`.
    pub self_closing: bool,
    /// Messages of the tree builder about this token.
    pub complaints: Vec<Cow<'static, str>>,
}

/// A character token not yet fully placed in the tree: table text waits for the token after it.
#[derive(Debug)]
struct PendingText {
    rest: StrTendril,
    consumed: u32,
    span: Span,
    exact: bool,
}

struct BuildNode {
    parent: NodeId,
    prev: NodeId,
    next: NodeId,
    first: NodeId,
    last: NodeId,
    data: NodeData,
}

#[derive(Default)]
struct Arena {
    nodes: Vec<BuildNode>,
    attrs: Vec<AttrData>,
    segments: Vec<Segment>,
    pending: std::collections::VecDeque<PendingText>,
}

/// The sink.
pub(super) struct Builder {
    arena: RefCell<Arena>,
    quirks: Cell<QuirksMode>,
    pub current: RefCell<Current>,
    pub open: RefCell<OpenElements>,
}

impl Builder {
    pub fn new() -> Builder {
        let builder = Builder {
            arena: RefCell::default(),
            quirks: Cell::new(QuirksMode::NoQuirks),
            current: RefCell::default(),
            open: RefCell::default(),
        };
        builder.arena.borrow_mut().add(NodeData::Document);
        builder
    }

    /// Nodes made so far, dropped ones included.
    pub fn node_count(&self) -> usize {
        self.arena.borrow().nodes.len()
    }

    /// The tree builder is about to get a new token.
    pub fn begin(&self, span: Span, is_start_tag: bool, self_closing: bool) {
        let mut current = self.current.borrow_mut();
        current.span = span;
        current.is_start_tag = is_start_tag;
        current.self_closing = self_closing;
        current.made = None;
    }

    /// Announces a character token, so that text nodes know where they come from.
    pub fn announce_text(&self, text: &StrTendril, span: Span, offset: u32, exact: bool) {
        self.arena.borrow_mut().pending.push_back(PendingText {
            rest: text.clone(),
            consumed: offset,
            span,
            exact,
        });
    }

    /// Any token but characters has been processed: waiting text has found its place.
    pub fn settle_text(&self) {
        self.arena.borrow_mut().pending.clear();
    }

    /// Notes the end tag of an element.
    pub fn close(&self, id: NodeId, end_tag: Span) {
        if let NodeData::Element(e) = &mut self.arena.borrow_mut().nodes[id as usize].data
            && e.end_tag.is_none()
        {
            e.end_tag = Some(end_tag);
        }
    }

    /// Name and written place of an element.
    pub fn describe(&self, id: NodeId) -> Option<(QualName, Origin)> {
        match &self.arena.borrow().nodes[id as usize].data {
            NodeData::Element(e) => Some((e.name.clone(), e.origin)),
            _ => None,
        }
    }

    /// `fostered`: the place is not under the current node, so it says nothing of what is open.
    fn place(&self, parent: NodeId, before: NodeId, child: NodeOrText<NodeId>, fostered: bool) {
        let mut arena = self.arena.borrow_mut();
        let mut open = self.open.borrow_mut();
        if !fostered {
            open.close_down_to(parent);
        }
        match child {
            NodeOrText::AppendNode(id) => {
                arena.detach(id);
                arena.insert(id, parent, before);
                if let NodeData::Element(e) = &arena.nodes[id as usize].data {
                    open.pushed(id, &e.name, self.current.borrow().self_closing);
                }
            }
            NodeOrText::AppendText(text) => arena.insert_text(parent, before, text),
        }
    }

    /// The finished document, in document order.
    pub fn into_document(
        self,
        source: Source,
        mut errors: Vec<ParseError>,
        limits_hit: Vec<&'static str>,
    ) -> Document {
        let quirks = match self.quirks.get() {
            QuirksMode::NoQuirks => Quirks::No,
            QuirksMode::LimitedQuirks => Quirks::Limited,
            QuirksMode::Quirks => Quirks::Yes,
        };
        errors.sort_by_key(|e| e.span.start);
        let Arena {
            nodes,
            attrs,
            segments,
            ..
        } = self.arena.into_inner();
        Document {
            source,
            nodes: in_document_order(nodes),
            attrs,
            segments,
            quirks,
            errors,
            limits_hit,
            lines: Default::default(),
            ids: Default::default(),
        }
    }
}

/// Renumbers the nodes by document order; nodes out of the tree are dropped.
fn in_document_order(mut nodes: Vec<BuildNode>) -> Vec<Node> {
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut id: NodeId = 0;
    // The new rank of the parent, and of the last child placed under each open parent.
    let mut parent = NIL;
    let mut prev = NIL;
    loop {
        let node = &mut nodes[id as usize];
        let rank = out.len() as NodeId;
        let mut data = std::mem::replace(&mut node.data, NodeData::Document);
        if let NodeData::Element(e) = &mut data {
            e.in_template = parent != NIL
                && matches!(&out[parent as usize].data, NodeData::Element(p)
                    if p.in_template || (p.name.local == local_name!("template") && p.name.ns == ns!(html)));
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
                return out;
            }
            id = node.parent;
            let up = parent as usize;
            out[up].end = out.len() as NodeId;
            prev = parent;
            parent = out[up].parent;
        }
    }
}

impl Arena {
    fn add(&mut self, data: NodeData) -> NodeId {
        let id = self.nodes.len() as NodeId;
        self.nodes.push(BuildNode {
            parent: NIL,
            prev: NIL,
            next: NIL,
            first: NIL,
            last: NIL,
            data,
        });
        id
    }

    fn at(&mut self, id: NodeId) -> &mut BuildNode {
        &mut self.nodes[id as usize]
    }

    fn detach(&mut self, id: NodeId) {
        let node = self.at(id);
        let (parent, prev, next) = (node.parent, node.prev, node.next);
        if parent == NIL {
            return;
        }
        node.parent = NIL;
        node.prev = NIL;
        node.next = NIL;
        match prev {
            NIL => self.at(parent).first = next,
            p => self.at(p).next = next,
        }
        match next {
            NIL => self.at(parent).last = prev,
            n => self.at(n).prev = prev,
        }
    }

    /// Inserts before a sibling, or last when `before` is `NIL`.
    fn insert(&mut self, id: NodeId, parent: NodeId, before: NodeId) {
        let prev = match before {
            NIL => self.at(parent).last,
            b => self.at(b).prev,
        };
        let node = self.at(id);
        node.parent = parent;
        node.prev = prev;
        node.next = before;
        match prev {
            NIL => self.at(parent).first = id,
            p => self.at(p).next = id,
        }
        match before {
            NIL => self.at(parent).last = id,
            b => self.at(b).prev = id,
        }
    }

    fn insert_text(&mut self, parent: NodeId, before: NodeId, text: StrTendril) {
        let neighbour = match before {
            NIL => self.at(parent).last,
            b => self.at(b).prev,
        };
        let mut segment = self.locate(&text);
        let index = self.segments.len() as u32;
        if neighbour != NIL
            && let NodeData::Text(t) = &mut self.nodes[neighbour as usize].data
        {
            segment.node_offset = t.text.len32();
            t.text.push_tendril(&text);
            self.segments[t.last as usize].next = index;
            t.last = index;
        } else {
            let id = self.add(NodeData::Text(TextData {
                text,
                first: index,
                last: index,
            }));
            self.insert(id, parent, before);
        }
        self.segments.push(segment);
    }

    /// Finds where text that arrives in the tree was written: tokens arrive in order, the tree builder only ever drops
    /// characters (leading whitespace, U+0000), never reorders them.
    fn locate(&mut self, text: &StrTendril) -> Segment {
        while let Some(front) = self.pending.front_mut() {
            if let Some(at) = front.rest.find(&**text) {
                let segment = Segment {
                    node_offset: 0,
                    token_offset: front.consumed + at as u32,
                    span: front.span,
                    exact: front.exact,
                    next: NIL,
                };
                let used = at as u32 + text.len32();
                front.consumed += used;
                front.rest.pop_front(used);
                if front.rest.is_empty() {
                    self.pending.pop_front();
                }
                return segment;
            }
            self.pending.pop_front();
        }
        Segment {
            node_offset: 0,
            token_offset: 0,
            span: Span::default(),
            exact: false,
            next: NIL,
        }
    }
}

impl TreeSink for Builder {
    type Handle = NodeId;
    type Output = Builder;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Builder {
        self
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.current.borrow_mut().complaints.push(message);
    }

    fn get_document(&self) -> NodeId {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Self::ElemName<'a> {
        Ref::map(self.arena.borrow(), |a| {
            match &a.nodes[*target as usize].data {
                NodeData::Element(e) => &e.name,
                _ => unreachable!("the tree builder asks for the names of elements only"),
            }
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> NodeId {
        let mut current = self.current.borrow_mut();
        let mut arena = self.arena.borrow_mut();
        // The element of a start tag is the last one made for it: re-opened ones come before.
        let explicit = current.is_start_tag && attrs.len() == current.attrs.len();
        if explicit
            && let Some(earlier) = current.made
            && let NodeData::Element(e) = &mut arena.at(earlier).data
        {
            e.origin = Origin::Implied(Span::at(current.span.start));
        }
        let start = arena.attrs.len() as u32;
        let len = attrs.len() as u32;
        for (i, attr) in attrs.into_iter().enumerate() {
            let (name_span, value_span) = match current.attrs.get(i) {
                Some(spans) if explicit => *spans,
                _ => (Span::at(current.span.start), None),
            };
            arena.attrs.push(AttrData {
                name: attr.name,
                value: attr.value,
                name_span,
                value_span,
            });
        }
        let id = arena.add(NodeData::Element(ElementData {
            name,
            attrs: (start, len),
            origin: if explicit {
                Origin::Explicit(current.span)
            } else {
                Origin::Implied(Span::at(current.span.start))
            },
            end_tag: None,
            in_template: false,
        }));
        if explicit {
            current.made = Some(id);
        }
        id
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        let span = self.current.borrow().span;
        self.arena.borrow_mut().add(NodeData::Comment(text, span))
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> NodeId {
        self.create_comment(data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.place(*parent, NIL, child, false);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.arena.borrow().nodes[*sibling as usize].parent;
        if parent != NIL {
            self.place(parent, *sibling, child, true);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        prev_element: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        if self.arena.borrow().nodes[*element as usize].parent != NIL {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(
        &self,
        name: StrTendril,
        public_id: StrTendril,
        system_id: StrTendril,
    ) {
        let span = self.current.borrow().span;
        let mut arena = self.arena.borrow_mut();
        let id = arena.add(NodeData::Doctype(Box::new(DoctypeData {
            name,
            public_id,
            system_id,
            span,
        })));
        arena.insert(id, 0, NIL);
    }

    // Template contents are the template's own children here; `in_template` tells them apart.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.quirks.set(mode);
    }

    fn pop(&self, node: &NodeId) {
        self.open.borrow_mut().popped(*node);
    }

    // Only `html` and `body` start tags met again: their new attributes join the element's.
    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        let current = self.current.borrow();
        let mut arena = self.arena.borrow_mut();
        let arena = &mut *arena;
        let NodeData::Element(e) = &mut arena.nodes[*target as usize].data else {
            return;
        };
        let (old_start, old_len) = (e.attrs.0 as usize, e.attrs.1 as usize);
        let start = arena.attrs.len();
        for i in old_start..old_start + old_len {
            let a = &arena.attrs[i];
            let moved = AttrData {
                name: a.name.clone(),
                value: a.value.clone(),
                name_span: a.name_span,
                value_span: a.value_span,
            };
            arena.attrs.push(moved);
        }
        for (i, attr) in attrs.into_iter().enumerate() {
            if arena.attrs[start..].iter().any(|a| a.name == attr.name) {
                continue;
            }
            let (name_span, value_span) = current
                .attrs
                .get(i)
                .copied()
                .unwrap_or((Span::at(current.span.start), None));
            arena.attrs.push(AttrData {
                name: attr.name,
                value: attr.value,
                name_span,
                value_span,
            });
        }
        e.attrs = (start as u32, (arena.attrs.len() - start) as u32);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.arena.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut arena = self.arena.borrow_mut();
        loop {
            let child = arena.at(*node).first;
            if child == NIL {
                break;
            }
            arena.detach(child);
            arena.insert(child, *new_parent, NIL);
        }
    }
}
