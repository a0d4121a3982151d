//! The tree while it is being built: html5ever's [`TreeSink`], into an arena that remembers places.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, local_name, ns};

use super::complaint::{TABLE_TEXT, is_void};
use super::document::{
    AttrData, DoctypeData, Document, ElementData, NIL, Node, NodeData, NodeId, Quirks, TextData,
};
use super::element::Origin;
use super::emitter::Places;
use super::errors::ParseError;
use super::late::LateAttributes;
use super::open::OpenElements;
use super::order::in_document_order;
use super::pending::{PendingText, TextOrigin};
use super::text::Segment;
use crate::source::{Source, Span};

/// The token the tree builder is working on, as the bridge knows it.
#[derive(Debug, Default)]
pub(super) struct Current {
    /// The whole token.
    pub span: Span,
    /// The name of a start tag.
    pub start_tag: Option<LocalName>,
    /// The start tag ends with `/>`.
    pub self_closing: bool,
    /// For a start tag: the places of its attributes, in the order of the token's.
    pub places: Vec<Places>,
    /// The element made for the start tag so far.
    pub made: Option<NodeId>,
    /// It went before a table that it was written in.
    pub fostered: bool,
    /// Messages of the tree builder about this token.
    pub complaints: Vec<Complaint>,
}

/// A message of the tree builder.
#[derive(Debug)]
pub(super) struct Complaint {
    pub message: Cow<'static, str>,
    /// For a complaint about text that had been waiting since the tokens before: its place.
    pub waiting: Span,
}

/// The first and the last child of a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Children {
    pub first: NodeId,
    pub last: NodeId,
}

#[derive(Default)]
struct Arena {
    /// In the order in which they were made; `end` is the next sibling.
    nodes: Vec<Node>,
    children: Vec<Children>,
    attrs: Vec<AttrData>,
    segments: Vec<Segment>,
    late: LateAttributes,
}

/// The sink.
pub(super) struct Builder {
    arena: RefCell<Arena>,
    quirks: Cell<QuirksMode>,
    pending: RefCell<PendingText>,
    pub current: RefCell<Current>,
    pub open: RefCell<OpenElements>,
    /// The element whose name the tree builder asked for last.
    last_named: Cell<NodeId>,
    /// Elements made that are not the one of a start tag: implied, re-opened.
    implied: Cell<usize>,
    spare: RefCell<Vec<Attribute>>,
    /// `annotation-xml` elements that may hold HTML.
    integration_points: RefCell<HashSet<NodeId>>,
}

impl Builder {
    /// For a text of about this many bytes.
    pub fn new(bytes: usize) -> Builder {
        let nodes = (bytes / 40).min(1 << 16);
        let builder = Builder {
            arena: RefCell::new(Arena {
                nodes: Vec::with_capacity(nodes),
                children: Vec::with_capacity(nodes),
                attrs: Vec::with_capacity(nodes / 2),
                segments: Vec::with_capacity(nodes / 2),
                late: LateAttributes::default(),
            }),
            quirks: Cell::new(QuirksMode::NoQuirks),
            pending: RefCell::default(),
            current: RefCell::default(),
            open: RefCell::default(),
            last_named: Cell::new(NIL),
            implied: Cell::new(0),
            spare: RefCell::default(),
            integration_points: RefCell::default(),
        };
        builder.arena.borrow_mut().add(NodeData::Document);
        builder
    }

    /// An element out of the tree, for the parser of fragments to take as its context.
    pub fn context(&self, name: QualName) -> NodeId {
        self.create_element(name, Vec::new(), ElementFlags::default())
    }

    /// Elements made that no start tag of their own asked for, their attributes counted too.
    pub fn implied(&self) -> usize {
        self.implied.get()
    }

    /// The tree builder is about to get a new token.
    pub fn begin(&self, span: Span, start_tag: Option<LocalName>, self_closing: bool) {
        let mut current = self.current.borrow_mut();
        current.span = span;
        current.start_tag = start_tag;
        current.self_closing = self_closing;
        current.made = None;
        current.fostered = false;
        let first_new = self.arena.borrow().nodes.len() as NodeId;
        self.open.borrow_mut().begin(first_new);
    }

    /// An empty vector for attributes, used before.
    pub fn spare_attributes(&self) -> Vec<Attribute> {
        self.spare.take()
    }

    /// Announces a character token, so that text nodes know where they come from.
    pub fn announce_text(&self, text: &StrTendril, origin: TextOrigin) {
        self.pending.borrow_mut().announce(text, origin);
    }

    /// Any token but characters has been processed: waiting text has found its place.
    pub fn settle_text(&self) {
        self.pending.borrow_mut().clear();
    }

    /// Room for the pieces of a text token.
    pub fn pending(&self) -> std::cell::RefMut<'_, PendingText> {
        self.pending.borrow_mut()
    }

    /// Forgets whose name was asked for last.
    pub fn forget_named(&self) {
        self.last_named.set(NIL);
    }

    /// The element whose name was asked for last.
    pub fn last_named(&self) -> Option<NodeId> {
        Some(self.last_named.get()).filter(|&id| id != NIL)
    }

    /// Notes the end tag of an element.
    pub fn close(&self, id: NodeId, end_tag: Span) {
        if let NodeData::Element(e) = &mut self.arena.borrow_mut().nodes[id as usize].data
            && e.end_tag.is_none()
        {
            e.end_tag = Some(end_tag);
        }
    }

    /// The name of an element.
    pub fn name(&self, id: NodeId) -> Ref<'_, QualName> {
        Ref::map(self.arena.borrow(), |a| a.name(id))
    }

    /// How an element came to be.
    pub fn origin(&self, id: NodeId) -> Origin {
        match &self.arena.borrow().nodes[id as usize].data {
            NodeData::Element(e) => e.origin,
            _ => Origin::Implied(Span::default()),
        }
    }

    /// The page's `html`, `head` or `body`, where they should be.
    pub fn page_element(&self, name: &LocalName) -> Option<NodeId> {
        let html = self.open.borrow().as_slice().first().copied()?;
        let arena = self.arena.borrow();
        let mut next = arena.children[html as usize].first;
        let children = std::iter::from_fn(|| {
            let id = next;
            next = arena.nodes.get(id as usize)?.end;
            Some(id)
        });
        let mut all = std::iter::once(html).chain(children.take(16));
        all.find(|&id| arena.is_element(id, name))
    }

    /// The first element of a name made for the current token.
    pub fn made_now(&self, name: &LocalName) -> Option<NodeId> {
        let arena = self.arena.borrow();
        let first = self.open.borrow().first_new();
        let mut new = first..arena.nodes.len() as NodeId;
        new.find(|&id| arena.is_element(id, name))
    }

    /// Whether an element being inserted has no content: void ones, and what `/>` says so of in SVG and MathML.
    fn is_leaf(&self, name: &QualName) -> bool {
        match name.ns {
            ns!(html) => is_void(&name.local),
            _ => self.current.borrow().self_closing,
        }
    }

    /// `fostered`: the place is not under the current node, so it says nothing of what is open.
    fn place(&self, parent: NodeId, before: NodeId, child: NodeOrText<NodeId>, fostered: bool) {
        let mut arena = self.arena.borrow_mut();
        match child {
            NodeOrText::AppendNode(id) => {
                arena.detach(id);
                arena.insert(id, parent, before);
                if matches!(arena.nodes[id as usize].data, NodeData::Element(_)) {
                    let mut open = self.open.borrow_mut();
                    if fostered {
                        let mut current = self.current.borrow_mut();
                        current.fostered |= current.made == Some(id);
                    } else {
                        open.close_down_to(parent);
                    }
                    if !self.is_leaf(arena.name(id)) {
                        open.pushed(id);
                    }
                }
            }
            NodeOrText::AppendText(text) => {
                if !fostered {
                    self.open.borrow_mut().close_down_to(parent);
                }
                arena.insert_text(parent, before, text, &mut self.pending.borrow_mut());
            }
        }
    }

    /// The finished document, in document order.
    pub fn into_document(
        self,
        source: Rc<Source>,
        errors: Vec<ParseError>,
        limits_hit: Vec<&'static str>,
    ) -> Document {
        let quirks = match self.quirks.get() {
            QuirksMode::NoQuirks => Quirks::No,
            QuirksMode::LimitedQuirks => Quirks::Limited,
            QuirksMode::Quirks => Quirks::Yes,
        };
        let mut arena = self.arena.into_inner();
        arena.merge_late_attributes();
        let nodes = in_document_order(arena.nodes, &arena.children, &mut arena.segments);
        Document {
            source,
            nodes,
            attrs: arena.attrs,
            segments: arena.segments,
            quirks,
            errors,
            limits_hit,
            lines: Default::default(),
            ids: Default::default(),
            ranks: Default::default(),
        }
    }
}

impl Arena {
    fn add(&mut self, data: NodeData) -> NodeId {
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

    fn at(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    fn children(&mut self, id: NodeId) -> &mut Children {
        &mut self.children[id as usize]
    }

    fn name(&self, id: NodeId) -> &QualName {
        match &self.nodes[id as usize].data {
            NodeData::Element(e) => &e.name,
            _ => unreachable!("names are asked of elements only"),
        }
    }

    fn is_element(&self, id: NodeId, name: &LocalName) -> bool {
        matches!(&self.nodes[id as usize].data, NodeData::Element(e) if e.name.local == *name)
    }

    fn detach(&mut self, id: NodeId) {
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
    fn insert(&mut self, id: NodeId, parent: NodeId, before: NodeId) {
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

    fn insert_text(
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

    fn push_attributes(&mut self, attrs: &mut Vec<Attribute>, places: &[Places], at: Span) {
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

    fn merge_late_attributes(&mut self) {
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

impl TreeSink for Builder {
    type Handle = NodeId;
    type Output = Builder;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Builder {
        self
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        let waiting = match &*message {
            TABLE_TEXT => self.pending.borrow().span(),
            _ => Span::default(),
        };
        let complaint = Complaint { message, waiting };
        self.current.borrow_mut().complaints.push(complaint);
    }

    fn get_document(&self) -> NodeId {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Self::ElemName<'a> {
        self.last_named.set(*target);
        self.name(*target)
    }

    fn create_element(
        &self,
        name: QualName,
        mut attrs: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        let mut current = self.current.borrow_mut();
        let mut arena = self.arena.borrow_mut();
        let here = Span::at(current.span.start);
        let explicit = attrs.len() == current.places.len()
            && current.start_tag.as_ref().is_some_and(|tag| {
                *tag == name.local
                    || (*tag == local_name!("image") && name.local == local_name!("img"))
                    || tag.eq_ignore_ascii_case(&name.local)
            });
        if !explicit {
            self.implied.update(|n| n + 1 + attrs.len());
        }
        // The element of a start tag is the last one made for it: re-opened ones come before.
        if explicit
            && let Some(earlier) = current.made
            && let NodeData::Element(e) = &mut arena.at(earlier).data
        {
            e.origin = Origin::Implied(here);
            let (start, len) = (e.attrs.0 as usize, e.attrs.1 as usize);
            self.implied.update(|n| n + 1 + len);
            for attr in &mut arena.attrs[start..start + len] {
                (attr.name_span, attr.value_span) = (here, None);
            }
        }
        let start = arena.attrs.len() as u32;
        let len = attrs.len() as u32;
        let places = if explicit { &*current.places } else { &[] };
        arena.push_attributes(&mut attrs, places, here);
        if attrs.capacity() > 0 {
            self.spare.replace(attrs);
        }
        let id = arena.add(NodeData::Element(ElementData {
            name,
            attrs: (start, len),
            origin: if explicit {
                Origin::Explicit(current.span)
            } else {
                Origin::Implied(here)
            },
            end_tag: None,
            in_template: false,
        }));
        if explicit {
            current.made = Some(id);
        }
        if flags.mathml_annotation_xml_integration_point {
            self.integration_points.borrow_mut().insert(id);
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
            self.place(*prev_element, NIL, child, true);
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
        let NodeData::Element(e) = &arena.nodes[*target as usize].data else {
            return;
        };
        let own = &arena.attrs[e.attrs.0 as usize..(e.attrs.0 + e.attrs.1) as usize];
        arena.late.add(*target, own, attrs, &current.places);
    }

    fn is_mathml_annotation_xml_integration_point(&self, element: &NodeId) -> bool {
        self.integration_points.borrow().contains(element)
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.arena.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut arena = self.arena.borrow_mut();
        loop {
            let child = arena.children(*node).first;
            if child == NIL {
                break;
            }
            arena.detach(child);
            arena.insert(child, *new_parent, NIL);
        }
    }
}
