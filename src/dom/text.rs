//! Text, comments and doctypes, and where they stand in the source.

use std::ops::Range;

use super::document::{Document, NIL, NodeData, NodeId};
use super::element::Element;
use crate::source::Span;

/// A part of a text node that comes from one place of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    /// Where the part begins in the node's text, in bytes.
    pub node_offset: u32,
    /// Its place in the source.
    pub source: Span,
    /// Written as it reads: its bytes map one to one. If not, the whole place stands for the whole part.
    pub verbatim: bool,
    /// While the tree is being built: the node's next part.
    pub next: u32,
}

/// Adds a part to the chain of a text node, which begins and ends at these indices. Returns the chain.
pub(super) fn chain(
    segments: &mut Vec<Segment>,
    (first, last): (u32, u32),
    segment: Segment,
) -> (u32, u32) {
    let index = segments.len() as u32;
    if last == NIL {
        segments.push(segment);
        return (index, index);
    }
    let previous = &mut segments[last as usize];
    if previous.verbatim && segment.verbatim && previous.source.end == segment.source.start {
        previous.source.end = segment.source.end;
        return (first, last);
    }
    previous.next = index;
    segments.push(segment);
    (first, index)
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

    /// The place in the source of a range of bytes of [`Text::text`]. Where the range cuts a character reference (or a
    /// newline of two characters) in two, the whole reference; between characters that the parser took away or moved,
    /// what is written there too.
    pub fn source_span(self, range: Range<usize>) -> Span {
        let data = self.data();
        let segments = &self.doc.segments[data.first as usize..data.last as usize];
        let at = |offset: usize| {
            let after = segments.partition_point(|s| s.node_offset as usize <= offset);
            segments.get(after.max(1) - 1)
        };
        let Some(first) = at(range.start) else {
            return Span::default();
        };
        let start = if first.verbatim {
            let into = range.start as u32 - first.node_offset;
            (first.source.start + into).min(first.source.end)
        } else if range.start >= data.text.len() {
            first.source.end
        } else {
            first.source.start
        };
        if range.end <= range.start {
            return Span::at(start);
        }
        // The last byte of the range decides: an end may be the beginning of the next part.
        let last = at(range.end - 1).unwrap_or(first);
        let end = if last.verbatim {
            let into = range.end as u32 - last.node_offset;
            (last.source.start + into).min(last.source.end)
        } else {
            last.source.end
        };
        Span::new(start, end)
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
