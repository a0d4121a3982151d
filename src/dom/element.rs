//! An element as checks see it.

use std::borrow::Cow;

use web_atoms::{LocalName, local_name, ns};

use super::data::{AttrData, AttrNamespace, AttrSet, ElementData, Key, Kind, NIL, NodeId};
use super::document::{Document, NodeRef};
use crate::source::Span;

/// How an element came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Its start tag is written here.
    Explicit(Span),
    /// The parser made it up (optional tags, re-opened formatting elements) at this place.
    Implied(Span),
}

/// The namespaces HTML pages have elements in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namespace {
    /// HTML.
    Html,
    /// SVG.
    Svg,
    /// MathML.
    MathMl,
}

static HTML: web_atoms::Namespace = ns!(html);
static SVG: web_atoms::Namespace = ns!(svg);
static MATHML: web_atoms::Namespace = ns!(mathml);

impl Namespace {
    pub(super) fn url(self) -> &'static web_atoms::Namespace {
        match self {
            Namespace::Html => &HTML,
            Namespace::Svg => &SVG,
            Namespace::MathMl => &MATHML,
        }
    }
}

/// An element of a [`Document`].
#[derive(Clone, Copy)]
pub struct Element<'a> {
    pub(super) doc: &'a Document,
    pub(super) id: NodeId,
    pub(super) record: u32,
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::eq(self.doc, other.doc)
    }
}

impl Eq for Element<'_> {}

impl std::fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>#{}", self.name(), self.id)
    }
}

/// An attribute, with its place.
#[derive(Clone, Copy, Debug)]
pub struct Attr<'a> {
    doc: &'a Document,
    data: &'a AttrData,
}

impl<'a> Attr<'a> {
    /// The local name: ASCII lower case in HTML, adjusted (`viewBox`) in SVG and MathML.
    pub fn name(self) -> &'a str {
        &self.data.name
    }

    pub(super) fn local(self) -> &'a LocalName {
        &self.data.name
    }

    pub(super) fn key(self) -> Key {
        self.data.key
    }

    /// The prefix of a namespaced attribute: `xlink` for `xlink:href`, `xml` for `xml:lang` in foreign content.
    /// In HTML elements `xml:lang` is the plain name `xml:lang`.
    pub fn prefix(self) -> Option<&'a str> {
        self.data.prefixed.then_some(match self.data.ns {
            AttrNamespace::Xlink => "xlink",
            AttrNamespace::Xml => "xml",
            AttrNamespace::Xmlns if self.data.name != local_name!("xmlns") => "xmlns",
            // In the table of adjusted foreign attributes, `xmlns` has an empty prefix.
            _ => "",
        })
    }

    pub(super) fn namespace(self) -> web_atoms::Namespace {
        match self.data.ns {
            AttrNamespace::None => ns!(),
            AttrNamespace::Xlink => ns!(xlink),
            AttrNamespace::Xml => ns!(xml),
            AttrNamespace::Xmlns => ns!(xmlns),
        }
    }

    /// The value, character references decoded; empty when none is written.
    pub fn value(self) -> &'a str {
        self.data.text(self.doc)
    }

    /// The place of the name.
    pub fn name_span(self) -> Span {
        self.data.name_span
    }

    /// The place of the value without its quotes; `None` when the value is empty or not written.
    pub fn value_span(self) -> Option<Span> {
        self.data.placed.then_some(self.data.value)
    }

    /// The place of the value, or of the name when there is no value to point at.
    pub fn place(self) -> Span {
        self.value_span().unwrap_or(self.data.name_span)
    }

    /// Name to value.
    pub fn span(self) -> Span {
        self.data.name_span.to(self.place())
    }
}

impl<'a> Element<'a> {
    fn data(self) -> &'a ElementData {
        &self.doc.records.elements[self.record as usize]
    }

    /// Rank in document order: the key for tables beside the tree.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// Its number among the elements, below [`Document::element_count`], in no order: the key for tables of elements alone.
    pub fn index(self) -> usize {
        self.record as usize
    }

    /// The document.
    pub fn document(self) -> &'a Document {
        self.doc
    }

    /// The local name: `p`, `svg`, `foreignObject`.
    pub fn name(self) -> &'a str {
        &self.data().local
    }

    pub(crate) fn local(self) -> &'a LocalName {
        &self.data().local
    }

    pub(super) fn key(self) -> Key {
        self.data().key
    }

    /// Its namespace.
    pub fn namespace(self) -> Namespace {
        self.data().ns
    }

    /// Whether it is an HTML element.
    pub fn is_html(self) -> bool {
        self.data().ns == Namespace::Html
    }

    /// Whether this is its local name, in any namespace.
    #[inline(always)]
    pub fn has_name(self, name: &str) -> bool {
        let data = self.data();
        data.key == Key::of(name) && &*data.local == name
    }

    /// Whether it is the HTML element of this name.
    #[inline(always)]
    pub fn is(self, name: &str) -> bool {
        self.has_name(name) && self.is_html()
    }

    /// Whether it is an HTML element of one of these names.
    pub fn is_any(self, names: &[&str]) -> bool {
        let data = self.data();
        let own: &str = &data.local;
        // Few are compared whole.
        let like =
            |name: &str| name.len() == own.len() && name.bytes().next() == own.bytes().next();
        data.ns == Namespace::Html && names.iter().any(|name| like(name) && *name == own)
    }

    /// Whether it is inside a `template`: inert, not rendered.
    pub fn in_template(self) -> bool {
        self.data().in_template
    }

    pub(super) fn attr_data(self) -> &'a [AttrData] {
        &self.doc.records.attrs[self.data().attrs()]
    }

    /// Its attributes in source order; a name written twice counts the first time only.
    pub fn attributes(self) -> impl ExactSizeIterator<Item = Attr<'a>> {
        let doc = self.doc;
        self.attr_data().iter().map(move |data| Attr { doc, data })
    }

    /// The attribute of this rank in [`Element::attributes`]. Panics past the last.
    pub fn attribute_at(self, rank: usize) -> Attr<'a> {
        Attr {
            doc: self.doc,
            data: &self.attr_data()[rank],
        }
    }

    /// Those of its attributes that are named `aria-…`, in source order.
    pub fn aria_attributes(self) -> impl Iterator<Item = Attr<'a>> {
        let any = self.may_have(AttrSet::ARIA);
        self.attributes()
            .filter(move |attr| any && attr.name().starts_with("aria-"))
    }

    /// An attribute in no namespace, by name.
    #[inline(always)]
    pub fn attribute(self, name: &str) -> Option<Attr<'a>> {
        let key = Key::of(name);
        if !self.may_have(AttrSet::of_key(key)) {
            return None;
        }
        self.keyed(key, name)
    }

    /// Whether it may have an attribute of the set, in any namespace: if not, it has none of them.
    #[inline(always)]
    pub fn may_have(self, set: AttrSet) -> bool {
        self.data().attrs.set.meets(set)
    }

    fn keyed(self, key: Key, name: &str) -> Option<Attr<'a>> {
        self.attr_data()
            .iter()
            .find(|a| a.key == key && &*a.name == name && !a.prefixed)
            .map(|data| Attr {
                doc: self.doc,
                data,
            })
    }

    /// The value of an attribute; `Some("")` when it is there without a value.
    #[inline(always)]
    pub fn attr(self, name: &str) -> Option<&'a str> {
        self.attribute(name).map(Attr::value)
    }

    /// Whether the attribute is there.
    #[inline(always)]
    pub fn has_attr(self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// Whether an attribute has this value, compared without ASCII case and surrounding whitespace.
    pub fn attr_is(self, name: &str, value: &str) -> bool {
        self.attr(name)
            .is_some_and(|v| v.trim_ascii().eq_ignore_ascii_case(value))
    }

    /// The tokens of a whitespace-separated attribute, `class` for instance.
    pub fn tokens(self, name: &str) -> impl Iterator<Item = &'a str> {
        self.attr(name).unwrap_or("").split_ascii_whitespace()
    }

    /// How it came to be.
    pub fn origin(self) -> Origin {
        let data = self.data();
        match data.implied {
            false => Origin::Explicit(data.start),
            true => Origin::Implied(data.start),
        }
    }

    /// The place of its start tag, if one is written.
    pub fn start_tag(self) -> Option<Span> {
        let data = self.data();
        (!data.implied).then_some(data.start)
    }

    /// The place of the end tag that closed it, if one did.
    pub fn end_tag(self) -> Option<Span> {
        let end_tag = self.data().end_tag;
        (end_tag.start != NIL).then_some(end_tag)
    }

    /// Where to point: the start tag, or the place where the parser made the element up.
    pub fn place(self) -> Span {
        self.data().start
    }

    /// `<name` of the start tag: the smallest place that shows the element.
    pub fn name_place(self) -> Span {
        match self.origin() {
            Origin::Explicit(span) => {
                let tag = self.doc.source.slice(span);
                let name = tag.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
                let len = name.unwrap_or(tag.len()) as u32;
                Span::new(span.start, span.start + len)
            }
            Origin::Implied(span) => span,
        }
    }

    /// The parent element; `None` for `html`.
    pub fn parent(self) -> Option<Element<'a>> {
        self.doc.element(self.doc.nodes[self.id as usize].parent)
    }

    /// Parent, grandparent and so on.
    pub fn ancestors(self) -> impl Iterator<Item = Element<'a>> {
        std::iter::successors(self.parent(), |e| e.parent())
    }

    /// The nearest ancestor of one of these HTML names.
    pub fn closest(self, names: &[&str]) -> Option<Element<'a>> {
        self.ancestors().find(|e| e.is_any(names))
    }

    /// Whether `other` is inside it (and not itself).
    pub fn contains(self, other: Element<'_>) -> bool {
        self.id < other.id && other.id < self.doc.nodes[self.id as usize].end
    }

    /// Child nodes, in order.
    pub fn children(self) -> impl Iterator<Item = NodeRef<'a>> {
        self.doc.children(self.id)
    }

    /// Child elements, in order.
    pub fn child_elements(self) -> impl Iterator<Item = Element<'a>> {
        self.children().filter_map(NodeRef::as_element)
    }

    /// All nodes inside it, in document order.
    pub fn descendant_nodes(self) -> impl Iterator<Item = NodeRef<'a>> {
        (self.id + 1..self.doc.nodes[self.id as usize].end).map(|id| self.doc.node(id))
    }

    /// All elements inside it, in document order.
    pub fn descendants(self) -> impl Iterator<Item = Element<'a>> {
        self.doc
            .range(self.id + 1..self.doc.nodes[self.id as usize].end)
    }

    /// One past the rank of its last descendant: to skip its subtree in a walk by rank.
    pub fn subtree_end(self) -> NodeId {
        self.doc.nodes[self.id as usize].end
    }

    /// The node before it under the same parent.
    pub fn prev_sibling(self) -> Option<NodeRef<'a>> {
        self.doc.prev_sibling(self.id)
    }

    /// The node after it under the same parent.
    pub fn next_sibling(self) -> Option<NodeRef<'a>> {
        self.doc.next_sibling(self.id)
    }

    /// The nearest element before it under the same parent.
    pub fn prev_element(self) -> Option<Element<'a>> {
        let mut node = self.doc.prev_id(self.id);
        while let Some(id) = node {
            if let Some(e) = self.doc.element(id) {
                return Some(e);
            }
            node = self.doc.prev_id(id);
        }
        None
    }

    /// The nearest element after it under the same parent.
    pub fn next_element(self) -> Option<Element<'a>> {
        let mut node = self.doc.next_id(self.id);
        while let Some(id) = node {
            if let Some(e) = self.doc.element(id) {
                return Some(e);
            }
            node = self.doc.next_id(id);
        }
        None
    }

    /// All text inside it, in order (DOM Standard, `textContent`).
    pub fn text_content(self) -> Cow<'a, str> {
        let mut texts = self.descendant_nodes().filter_map(NodeRef::as_text);
        let Some(first) = texts.next() else {
            return Cow::Borrowed("");
        };
        let Some(second) = texts.next() else {
            return Cow::Borrowed(first.text());
        };
        let mut all = String::from(first.text());
        all.push_str(second.text());
        for t in texts {
            all.push_str(t.text());
        }
        Cow::Owned(all)
    }

    /// Whether it holds one text and nothing else.
    pub fn holds_one_text(self) -> bool {
        let next = self.id as usize + 1;
        self.doc.nodes[self.id as usize].end as usize == next + 1
            && self.doc.nodes[next].kind == Kind::Text
    }

    /// Whether it holds no text but ASCII whitespace.
    pub fn text_is_blank(self) -> bool {
        self.descendant_nodes()
            .filter_map(NodeRef::as_text)
            .all(|t| t.is_blank())
    }

    /// A CSS selector that finds it in the page: ids where unique, else `nth-of-type` steps.
    pub fn selector(self) -> String {
        super::selector::selector_of(self)
    }
}

impl Document {
    pub(super) fn prev_id(&self, id: NodeId) -> Option<NodeId> {
        let prev = self.nodes[id as usize].prev;
        (prev != NIL).then_some(prev)
    }

    pub(super) fn next_id(&self, id: NodeId) -> Option<NodeId> {
        let node = &self.nodes[id as usize];
        if node.parent == NIL {
            return None;
        }
        (node.end < self.nodes[node.parent as usize].end).then_some(node.end)
    }

    pub(super) fn prev_sibling(&self, id: NodeId) -> Option<NodeRef<'_>> {
        self.prev_id(id).map(|id| self.node(id))
    }

    pub(super) fn next_sibling(&self, id: NodeId) -> Option<NodeRef<'_>> {
        self.next_id(id).map(|id| self.node(id))
    }
}
