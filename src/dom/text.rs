//! Text, comments and doctypes, and where they stand in the source.

use std::ops::Range;

use super::document::{Document, NIL, NodeData, NodeId};
use super::element::Element;
use super::places::{Cursor, Within};
use crate::source::Span;

/// A piece of a text node that was written in one go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Where the piece begins in the node's text, in bytes.
    pub node_offset: u32,
    /// Where the piece begins in its token's decoded text, in bytes.
    pub token_offset: u32,
    /// The token's span in the source.
    pub span: Span,
    /// The token's decoded length equals its span: offsets map one to one.
    pub exact: bool,
    /// The node's next piece.
    pub next: u32,
}

/// A text node.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    pub(super) doc: &'a Document,
    pub(super) id: NodeId,
}

impl<'a> Text<'a> {
    /// Rank in document order.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The document.
    pub fn document(self) -> &'a Document {
        self.doc
    }

    fn data(self) -> &'a super::document::TextData {
        match &self.doc.nodes[self.id as usize].data {
            NodeData::Text(t) => t,
            _ => unreachable!("a Text is made for text nodes only"),
        }
    }

    /// The text as the reader gets it, character references decoded.
    pub fn text(self) -> &'a str {
        &self.data().text
    }

    /// Whether it holds nothing but ASCII whitespace.
    pub fn is_blank(self) -> bool {
        self.text().bytes().all(|b| b.is_ascii_whitespace())
    }

    /// The element it is in.
    pub fn parent(self) -> Option<Element<'a>> {
        self.doc.element(self.doc.nodes[self.id as usize].parent)
    }

    /// The node before it under the same parent.
    pub fn prev_sibling(self) -> Option<super::NodeRef<'a>> {
        self.doc.prev_sibling(self.id)
    }

    /// The node after it under the same parent.
    pub fn next_sibling(self) -> Option<super::NodeRef<'a>> {
        self.doc.next_sibling(self.id)
    }

    /// The place of the whole text in the source.
    pub fn span(self) -> Span {
        self.source_span(0..self.text().len())
    }

    /// The place in the source of a range of bytes of [`Text::text`]. Exact also across character references; the place
    /// of the surrounding token where the parser dropped characters in between.
    pub fn source_span(self, range: Range<usize>) -> Span {
        let start = self.offset(range.start as u32, false);
        let end = self.offset(range.end as u32, true);
        Span::new(start, end)
    }

    /// `ending`: the offset is an end, so the byte before it decides which piece it belongs to.
    fn offset(self, at: u32, ending: bool) -> u32 {
        let data = self.data();
        let mut current = data.first;
        if current == NIL {
            return 0;
        }
        let mut segment = self.doc.segments[current as usize];
        while segment.next != NIL {
            let next = self.doc.segments[segment.next as usize];
            if next.node_offset > at || (ending && next.node_offset == at) {
                break;
            }
            current = segment.next;
            segment = self.doc.segments[current as usize];
        }
        let decoded = segment.token_offset + (at - segment.node_offset.min(at));
        if segment.exact {
            return (segment.span.start + decoded).min(segment.span.end);
        }
        let raw = self.doc.source.slice(segment.span);
        segment.span.start + Cursor::new(raw, Within::Text).advance(decoded as usize, ending) as u32
    }
}

/// A comment.
#[derive(Clone, Copy, Debug)]
pub struct Comment<'a> {
    pub(super) doc: &'a Document,
    pub(super) id: NodeId,
}

impl<'a> Comment<'a> {
    /// What it says.
    pub fn text(self) -> &'a str {
        match &self.doc.nodes[self.id as usize].data {
            NodeData::Comment(text, _) => text,
            _ => unreachable!("a Comment is made for comment nodes only"),
        }
    }

    /// Its place, `<!--` and `-->` included.
    pub fn span(self) -> Span {
        match &self.doc.nodes[self.id as usize].data {
            NodeData::Comment(_, span) => *span,
            _ => unreachable!("a Comment is made for comment nodes only"),
        }
    }

    /// The element it is in, if any.
    pub fn parent(self) -> Option<Element<'a>> {
        self.doc.element(self.doc.nodes[self.id as usize].parent)
    }
}

/// A doctype.
#[derive(Clone, Copy, Debug)]
pub struct Doctype<'a> {
    pub(super) doc: &'a Document,
    pub(super) id: NodeId,
}

impl<'a> Doctype<'a> {
    fn data(self) -> &'a super::document::DoctypeData {
        match &self.doc.nodes[self.id as usize].data {
            NodeData::Doctype(d) => d,
            _ => unreachable!("a Doctype is made for doctype nodes only"),
        }
    }

    /// The name, in ASCII lower case; `html` in every modern page.
    pub fn name(self) -> &'a str {
        &self.data().name
    }

    /// The public identifier, empty when absent.
    pub fn public_id(self) -> &'a str {
        &self.data().public_id
    }

    /// The system identifier, empty when absent.
    pub fn system_id(self) -> &'a str {
        &self.data().system_id
    }

    /// Its place.
    pub fn span(self) -> Span {
        self.data().span
    }
}
