//! The tree while it is being built, and the token it is being built from. What html5ever asks of it is in `sink.rs`.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName};

use super::arena::Arena;
use super::complaint::is_void;
use super::data::{ElementData, NIL, NodeId};
use super::document::{Document, Quirks};
use super::element::{Namespace, Origin};
use super::errors::ParseError;
use super::open::OpenElements;
use super::order::in_document_order;
use super::pending::{PendingText, TextOrigin};
use super::tokens::Places;
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

/// The sink.
pub(super) struct Builder {
    pub(super) arena: RefCell<Arena>,
    pub(super) quirks: Cell<QuirksMode>,
    pub(super) pending: RefCell<PendingText>,
    pub current: RefCell<Current>,
    pub open: RefCell<OpenElements>,
    /// The element whose name the tree builder asked for last.
    pub(super) last_named: Cell<NodeId>,
    /// Elements made that are not the one of a start tag: implied, re-opened.
    pub(super) implied: Cell<usize>,
    pub(super) spare: RefCell<Vec<Attribute>>,
    /// `annotation-xml` elements that may hold HTML.
    pub(super) integration_points: RefCell<HashSet<NodeId>>,
}

impl Builder {
    /// For a part of a page.
    pub fn new(source: Rc<Source>, part: Range<usize>) -> Builder {
        let tags = memchr::memchr_iter(b'<', &source.text.as_bytes()[part]).count();
        Builder {
            arena: RefCell::new(Arena::new(source, tags)),
            quirks: Cell::new(QuirksMode::NoQuirks),
            pending: RefCell::default(),
            current: RefCell::default(),
            open: RefCell::default(),
            last_named: Cell::new(NIL),
            implied: Cell::new(0),
            spare: RefCell::default(),
            integration_points: RefCell::default(),
        }
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
        if let Some(e) = self.arena.borrow_mut().element_mut(id)
            && e.end_tag.start == NIL
        {
            e.end_tag = end_tag;
        }
    }

    /// An element.
    pub fn element(&self, id: NodeId) -> Ref<'_, ElementData> {
        Ref::map(self.arena.borrow(), |arena| match arena.element(id) {
            Some(element) => element,
            None => unreachable!("names are asked of elements only"),
        })
    }

    /// How an element came to be.
    pub fn origin(&self, id: NodeId) -> Origin {
        match self.arena.borrow().element(id) {
            Some(e) if !e.implied => Origin::Explicit(e.start),
            Some(e) => Origin::Implied(e.start),
            None => Origin::Implied(Span::default()),
        }
    }

    /// The page's `html`, `head` or `body`, where they should be.
    pub fn page_element(&self, name: &LocalName) -> Option<NodeId> {
        let html = self.open.borrow().as_slice().first().copied()?;
        let arena = self.arena.borrow();
        let mut next = arena.first_child(html);
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
    fn is_leaf(&self, element: &ElementData) -> bool {
        match element.ns {
            Namespace::Html => is_void(&element.local),
            _ => self.current.borrow().self_closing,
        }
    }

    /// `fostered`: the place is not under the current node, so it says nothing of what is open.
    pub(super) fn place(
        &self,
        parent: NodeId,
        before: NodeId,
        child: NodeOrText<NodeId>,
        fostered: bool,
    ) {
        let mut arena = self.arena.borrow_mut();
        match child {
            NodeOrText::AppendNode(id) => {
                arena.detach(id);
                arena.insert(id, parent, before);
                if let Some(element) = arena.element(id) {
                    let mut open = self.open.borrow_mut();
                    if fostered {
                        let mut current = self.current.borrow_mut();
                        current.fostered |= current.made == Some(id);
                    } else {
                        open.close_down_to(parent);
                    }
                    if !self.is_leaf(element) {
                        open.pushed(id);
                    }
                }
            }
            NodeOrText::AppendText(text) => {
                if !fostered {
                    self.open.borrow_mut().close_down_to(parent);
                }
                arena.insert_text(parent, before, &text, &mut self.pending.borrow_mut());
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
        let nodes = in_document_order(arena.nodes, &arena.children, &mut arena.records.elements);
        Document {
            source,
            nodes,
            records: arena.records,
            quirks,
            errors,
            limits_hit,
            lines: Default::default(),
            ids: Default::default(),
            ranks: Default::default(),
        }
    }
}
