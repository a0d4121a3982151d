//! Text, comments and doctypes, and where they stand in the source.

use std::ops::Range;

use super::data::{CommentData, DoctypeData, MixedText, NodeId};
use super::document::Document;
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
}

/// The text of a node.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextData {
    /// What the source reads here.
    Written(Span),
    /// The rank of a [`MixedText`].
    Mixed(u32),
}

impl TextData {
    /// A text made of these parts.
    pub fn new(text: &str, parts: &[Segment], mixed: &mut Vec<MixedText>) -> TextData {
        if let [part] = parts
            && part.verbatim
        {
            return TextData::Written(part.source);
        }
        mixed.push(MixedText::default());
        let last = mixed.len() - 1;
        mixed[last].push(text, parts);
        TextData::Mixed(last as u32)
    }

    /// Adds what is written at this place, if the text is what is written right before it. Whether it is.
    #[inline(always)]
    pub fn push_written(&mut self, place: Span) -> bool {
        match self {
            TextData::Written(span) if span.end == place.start => {
                span.end = place.end;
                true
            }
            _ => false,
        }
    }

    /// Adds a text made of these parts.
    pub fn push(
        &mut self,
        text: &str,
        parts: &[Segment],
        source: &str,
        mixed: &mut Vec<MixedText>,
    ) {
        match *self {
            TextData::Written(span) => {
                if let [part] = parts
                    && part.verbatim
                    && self.push_written(part.source)
                {
                    return;
                }
                let whole = Segment {
                    node_offset: 0,
                    source: span,
                    verbatim: true,
                };
                let mut all = MixedText::default();
                all.push(&source[span.range()], &[whole]);
                all.push(text, parts);
                mixed.push(all);
                *self = TextData::Mixed(mixed.len() as u32 - 1);
            }
            TextData::Mixed(rank) => mixed[rank as usize].push(text, parts),
        }
    }
}

impl MixedText {
    fn push(&mut self, text: &str, parts: &[Segment]) {
        let offset = self.text.len() as u32;
        for part in parts {
            match self.segments.last_mut() {
                Some(last)
                    if last.verbatim && part.verbatim && last.source.end == part.source.start =>
                {
                    last.source.end = part.source.end;
                }
                _ => self.segments.push(Segment {
                    node_offset: offset + part.node_offset,
                    ..*part
                }),
            }
        }
        self.text.push_str(text);
    }

    /// See [`Text::source_span`].
    fn source_span(&self, range: Range<usize>) -> Span {
        let segments = &self.segments;
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
        } else if range.start >= self.text.len() {
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

    fn data(self) -> TextData {
        self.doc.records.texts[self.doc.nodes[self.id as usize].record as usize]
    }

    /// The text as the reader gets it, character references decoded.
    pub fn text(self) -> &'a str {
        match self.data() {
            TextData::Written(span) => &self.doc.source.text[span.range()],
            TextData::Mixed(rank) => &self.doc.records.mixed[rank as usize].text,
        }
    }

    /// Whether it is written in one piece, as it reads: without character references.
    pub fn is_as_written(self) -> bool {
        matches!(self.data(), TextData::Written(_))
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
        match self.data() {
            TextData::Written(span) => {
                let at = |offset: usize| (span.start + offset as u32).min(span.end);
                Span::new(at(range.start), at(range.end.max(range.start)))
            }
            TextData::Mixed(rank) => self.doc.records.mixed[rank as usize].source_span(range),
        }
    }
}

/// A comment.
#[derive(Clone, Copy, Debug)]
pub struct Comment<'a> {
    pub(super) doc: &'a Document,
    pub(super) id: NodeId,
}

impl<'a> Comment<'a> {
    fn data(self) -> &'a CommentData {
        &self.doc.records.comments[self.doc.nodes[self.id as usize].record as usize]
    }

    /// What it says.
    pub fn text(self) -> &'a str {
        let data = self.data();
        let source = &self.doc.source.text;
        self.doc.records.value(source, data.written, data.decoded)
    }

    /// Its place, `<!--` and `-->` included.
    pub fn span(self) -> Span {
        self.data().span
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
    fn data(self) -> &'a DoctypeData {
        &self.doc.records.doctypes[self.doc.nodes[self.id as usize].record as usize]
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
