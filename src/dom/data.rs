//! What a tree is made of: small records in one vector a kind. Text and values are ranges of the source wherever it reads as
//! they do, so that a page costs little more memory than its nodes.

use std::ops::Range;

use web_atoms::LocalName;

use super::atoms::Known;
use super::document::Document;
use super::element::Namespace;
use super::text::{Segment, TextData};
use super::tree::TagName;
use crate::source::Span;

/// A node's rank in document order; the document itself is 0.
pub type NodeId = u32;

/// No node, no record.
pub(super) const NIL: u32 = u32::MAX;

/// A node: its place in the tree, and where what it is made of is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub parent: NodeId,
    pub prev: NodeId,
    /// One past the last descendant. While the tree is being built: the next sibling.
    pub end: NodeId,
    /// The rank of its record among those of its kind.
    pub record: u32,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Doctype,
    Comment,
    Text,
    Element,
}

/// The records.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub elements: Vec<ElementData>,
    pub attrs: Vec<AttrData>,
    pub texts: Vec<TextData>,
    pub comments: Vec<CommentData>,
    pub doctypes: Vec<DoctypeData>,
    /// Texts that are not a range of the source.
    pub mixed: Vec<MixedText>,
    /// Values of attributes and texts of comments that are not a range of the source.
    pub values: Vec<Box<str>>,
}

impl Records {
    /// What is written at a place of the source, or kept at a rank of `values` if that is not `NIL`.
    pub fn value<'a>(&'a self, source: &'a str, written: Span, decoded: u32) -> &'a str {
        match (decoded, written.start) {
            (NIL, NIL) => "",
            (NIL, _) => source.get(written.range()).unwrap_or_default(),
            (rank, _) => &self.values[rank as usize],
        }
    }
}

/// One byte that tells most names apart, so that few are compared whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u8);

impl Key {
    /// How many there are.
    pub const COUNT: usize = 256;

    /// Below [`Key::COUNT`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Of a name; at compile time where the name is known then.
    #[inline(always)]
    pub const fn of(name: &str) -> Key {
        let name = name.as_bytes();
        let len = name.len();
        if len == 0 {
            return Key(0);
        }
        let ends = name[0] ^ name[len - 1].wrapping_mul(5) ^ name[len / 2].wrapping_mul(11);
        Key(ends ^ (len as u8).wrapping_mul(29))
    }
}

/// Which attributes an element may have, by their [`Key`]s: what is not in the set is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AttrSet(u32);

impl AttrSet {
    /// Of the names that begin with `aria-`.
    pub const ARIA: AttrSet = AttrSet(1 << 31);
    /// Of the names that begin with `on`.
    pub const ON: AttrSet = AttrSet(1 << 30);

    /// Of these names.
    pub const fn of(names: &[&str]) -> AttrSet {
        let (mut set, mut at) = (AttrSet(0), 0);
        while at < names.len() {
            set = set.or(AttrSet::of_key(Key::of(names[at])));
            at += 1;
        }
        set
    }

    #[inline(always)]
    pub(super) const fn of_key(key: Key) -> AttrSet {
        AttrSet(1 << (key.0 % 30))
    }

    /// Of one attribute, what its name begins with included.
    pub(super) fn of_attr(attr: &AttrData) -> AttrSet {
        let name = attr.name.as_bytes();
        let set = AttrSet::of_key(attr.key);
        match name {
            [b'o', b'n', ..] => set.or(AttrSet::ON),
            [b'a', b'r', b'i', b'a', b'-', ..] => set.or(AttrSet::ARIA),
            _ => set,
        }
    }

    /// Both.
    pub const fn or(self, other: AttrSet) -> AttrSet {
        AttrSet(self.0 | other.0)
    }

    /// Whether both may have a name in common.
    #[inline(always)]
    pub const fn meets(self, other: AttrSet) -> bool {
        self.0 & other.0 != 0
    }
}

/// An element's attributes among those of the page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AttrRange {
    pub first: u32,
    pub len: u32,
    /// What they are named.
    pub set: AttrSet,
}

#[derive(Debug)]
pub(super) struct ElementData {
    pub local: LocalName,
    pub attrs: AttrRange,
    /// Its start tag; if it is made up, the place where it was.
    pub start: Span,
    /// Its end tag; from `NIL` on if it has none.
    pub end_tag: Span,
    pub ns: Namespace,
    /// Of `local`.
    pub key: Key,
    /// The parser made it up.
    pub implied: bool,
    /// Inside a `template`: inert, not rendered.
    pub in_template: bool,
}

/// No place at all.
pub(super) const NOWHERE: Span = Span {
    start: NIL,
    end: NIL,
};

impl ElementData {
    pub fn is_html(&self, name: &LocalName) -> bool {
        self.local == *name && self.ns == Namespace::Html
    }

    /// What tree construction knows of it.
    pub fn tag_name(&self) -> TagName {
        TagName::in_namespace(self.ns, &self.local)
    }

    pub fn attrs(&self) -> Range<usize> {
        let (first, len) = (self.attrs.first as usize, self.attrs.len as usize);
        first..first + len
    }
}

/// The namespace of an attribute, which tells its prefix too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum AttrNamespace {
    None,
    Xlink,
    Xml,
    Xmlns,
}

#[derive(Clone, Debug)]
pub(super) struct AttrData {
    pub name: LocalName,
    pub name_span: Span,
    /// The value where it is written, from `NIL` on if it is empty or nowhere written.
    pub value: Span,
    /// The value's rank among the values that are not what `value` reads, else `NIL`.
    pub decoded: u32,
    pub ns: AttrNamespace,
    /// Of `name`.
    pub key: Key,
    pub prefixed: bool,
    /// `value` is the attribute's own place.
    pub placed: bool,
}

impl AttrData {
    /// With the place of its name, and that of its value unless it is empty. `decoded`: see there.
    pub fn new(name: Known, name_span: Span, value: Option<Span>, decoded: u32) -> AttrData {
        AttrData {
            name: name.local,
            key: name.key,
            name_span,
            value: value.unwrap_or(NOWHERE),
            decoded,
            ns: AttrNamespace::None,
            prefixed: false,
            placed: value.is_some(),
        }
    }

    /// The same on an element that no start tag of its own asked for, near this place.
    pub fn implied(&self, here: Span) -> AttrData {
        AttrData {
            name_span: here,
            placed: false,
            ..self.clone()
        }
    }

    /// The value, character references decoded.
    pub fn text<'a>(&self, doc: &'a Document) -> &'a str {
        let source = &doc.source.text;
        doc.records.value(source, self.value, self.decoded)
    }
}

/// A text that is not a range of the source: it has character references, or was written in several places.
#[derive(Debug, Default)]
pub(super) struct MixedText {
    pub text: String,
    /// In order of the text.
    pub segments: Vec<Segment>,
}

#[derive(Debug)]
pub(super) struct CommentData {
    /// What it says, where that is written, from `NIL` on if it is empty.
    pub written: Span,
    /// See [`AttrData::decoded`].
    pub decoded: u32,
    pub span: Span,
}

#[derive(Debug)]
pub(super) struct DoctypeData {
    pub name: String,
    pub public_id: String,
    pub system_id: String,
    pub span: Span,
}
