//! The finished tree: nodes in document order.

use std::cell::OnceCell;
use std::rc::Rc;

pub use super::data::NodeId;
use super::data::{Kind, Node, Records};
use super::element::{Element, Origin};
use super::errors::ParseError;
use super::ids::Ids;
use super::selector::Ranks;
use super::text::{Comment, Doctype, Text};
use crate::source::{LineIndex, Position, Source};

/// The document's rendering mode (DOM Standard, document mode).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quirks {
    /// No-quirks mode.
    No,
    /// Limited-quirks mode.
    Limited,
    /// Quirks mode.
    Yes,
}

/// A parsed page.
#[derive(Debug)]
pub struct Document {
    pub(super) source: Rc<Source>,
    pub(super) nodes: Vec<Node>,
    pub(super) records: Records,
    pub(super) quirks: Quirks,
    pub(super) errors: Vec<ParseError>,
    /// What made the parser give up or simplify: nesting too deep, too many nodes.
    pub(super) limits_hit: Vec<&'static str>,
    pub(super) lines: OnceCell<LineIndex>,
    pub(super) ids: OnceCell<Ids>,
    pub(super) ranks: OnceCell<Ranks>,
}

/// Any node.
#[derive(Clone, Copy, Debug)]
pub enum NodeRef<'a> {
    /// The document.
    Document,
    /// A doctype.
    Doctype(Doctype<'a>),
    /// A comment.
    Comment(Comment<'a>),
    /// A run of text.
    Text(Text<'a>),
    /// An element.
    Element(Element<'a>),
}

impl<'a> NodeRef<'a> {
    /// The element, if the node is one.
    pub fn as_element(self) -> Option<Element<'a>> {
        match self {
            NodeRef::Element(e) => Some(e),
            _ => None,
        }
    }

    /// The node before it under the same parent.
    pub fn prev_sibling(self) -> Option<NodeRef<'a>> {
        let (doc, id) = self.rank()?;
        doc.prev_sibling(id)
    }

    /// The node after it under the same parent.
    pub fn next_sibling(self) -> Option<NodeRef<'a>> {
        let (doc, id) = self.rank()?;
        doc.next_sibling(id)
    }

    fn rank(self) -> Option<(&'a Document, NodeId)> {
        match self {
            NodeRef::Document => None,
            NodeRef::Doctype(d) => Some((d.doc, d.id)),
            NodeRef::Comment(c) => Some((c.doc, c.id)),
            NodeRef::Text(t) => Some((t.doc, t.id)),
            NodeRef::Element(e) => Some((e.doc, e.id)),
        }
    }

    /// The text, if the node is one.
    pub fn as_text(self) -> Option<Text<'a>> {
        match self {
            NodeRef::Text(t) => Some(t),
            _ => None,
        }
    }
}

impl Document {
    /// The page's text and where it came from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Gives the source back; the tree is dropped.
    pub fn into_source(self) -> Source {
        Rc::unwrap_or_clone(self.source)
    }

    /// The rendering mode the doctype asks for.
    pub fn quirks(&self) -> Quirks {
        self.quirks
    }

    /// What the tokenizer and the tree construction complained about, in order of place.
    pub fn parse_errors(&self) -> &[ParseError] {
        &self.errors
    }

    /// Which parser limits the page met (stable ids), if any: the tree is then simplified.
    pub fn limits_hit(&self) -> &[&'static str] {
        &self.limits_hit
    }

    /// Number of nodes; ids are below it.
    pub fn len(&self) -> u32 {
        self.nodes.len() as u32
    }

    /// Above the [`Element::index`] of every element.
    pub fn element_count(&self) -> usize {
        self.records.elements.len()
    }

    /// Never: there is at least the document node.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The node of a rank.
    pub fn node(&self, id: NodeId) -> NodeRef<'_> {
        let Node { kind, record, .. } = self.nodes[id as usize];
        match kind {
            Kind::Document => NodeRef::Document,
            Kind::Doctype => NodeRef::Doctype(Doctype { doc: self, id }),
            Kind::Comment => NodeRef::Comment(Comment { doc: self, id }),
            Kind::Text => NodeRef::Text(Text { doc: self, id }),
            Kind::Element => NodeRef::Element(Element {
                doc: self,
                id,
                record,
            }),
        }
    }

    /// All nodes in document order.
    pub fn nodes(&self) -> impl Iterator<Item = NodeRef<'_>> {
        (0..self.len()).map(|id| self.node(id))
    }

    /// All elements in document order, those inside `template` included.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.range(0..self.len())
    }

    /// The elements among these nodes, in document order.
    pub fn range(&self, ids: std::ops::Range<NodeId>) -> impl Iterator<Item = Element<'_>> {
        let nodes = &self.nodes[ids.start as usize..ids.end as usize];
        ids.zip(nodes)
            .filter(|(_, node)| node.kind == Kind::Element)
            .map(|(id, node)| Element {
                doc: self,
                id,
                record: node.record,
            })
    }

    /// Whether a comment may begin so, white space aside: if not, the page has none.
    pub fn may_have_comment(&self, beginning: &str) -> bool {
        let mut comments = self.records.comments.iter();
        comments.any(|c| {
            let text = self.records.value(&self.source.text, c.written, c.decoded);
            text.trim_start().starts_with(beginning)
        })
    }

    /// The children of a node, in order.
    pub fn children(&self, parent: NodeId) -> impl Iterator<Item = NodeRef<'_>> {
        let end = self.nodes[parent as usize].end;
        let mut next = parent + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let id = next;
                next = self.nodes[id as usize].end;
                self.node(id)
            })
        })
    }

    /// The doctype, if written where it counts.
    pub fn doctype(&self) -> Option<Doctype<'_>> {
        self.children(0).find_map(|n| match n {
            NodeRef::Doctype(d) => Some(d),
            _ => None,
        })
    }

    /// The document element, `html`: there is always one in a parsed document.
    pub fn html(&self) -> Option<Element<'_>> {
        self.children(0).find_map(NodeRef::as_element)
    }

    /// The `head` element.
    pub fn head(&self) -> Option<Element<'_>> {
        self.html()?.child_elements().find(|e| e.is("head"))
    }

    /// The `body` element (or `frameset`).
    pub fn body(&self) -> Option<Element<'_>> {
        self.html()?
            .child_elements()
            .find(|e| e.is("body") || e.is("frameset"))
    }

    /// Whether this is more likely a piece that others include or load than a page: neither a doctype nor an `html`, `head` or `body` tag is
    /// written, nor anything that belongs in a `head`.
    pub fn is_fragment(&self) -> bool {
        let written = |e: Element<'_>| matches!(e.origin(), Origin::Explicit(_));
        self.doctype().is_none()
            && !self.html().is_some_and(written)
            && !self.body().is_some_and(written)
            && !self
                .head()
                .is_some_and(|head| written(head) || head.child_elements().next().is_some())
    }

    /// The first element with this id outside templates (DOM Standard, `getElementById`).
    pub fn by_id(&self, id: &str) -> Option<Element<'_>> {
        self.all_by_id(id).next()
    }

    /// All elements with this id outside templates, in document order.
    pub fn all_by_id<'a>(&'a self, id: &str) -> impl Iterator<Item = Element<'a>> {
        let nodes = self.ids().nodes(self, id);
        nodes.filter_map(|id| self.element(id))
    }

    /// Whether several elements outside templates have one id.
    pub fn has_repeated_ids(&self) -> bool {
        self.ids().any_repeated
    }

    /// The ids that several elements outside templates have, each once, in no order.
    pub fn repeated_ids(&self) -> impl Iterator<Item = &str> {
        self.ids().repeated(self)
    }

    fn ids(&self) -> &Ids {
        self.ids.get_or_init(|| Ids::new(self))
    }

    /// Line and column of a byte offset.
    pub fn position(&self, offset: u32) -> Position {
        self.lines
            .get_or_init(|| LineIndex::new(&self.source.text))
            .position(&self.source.text, offset)
    }

    /// The element of a node id, if it is one.
    pub fn element(&self, id: NodeId) -> Option<Element<'_>> {
        ((id as usize) < self.nodes.len())
            .then(|| self.node(id).as_element())
            .flatten()
    }
}
