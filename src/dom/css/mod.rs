//! CSS selectors: what the configuration points at, and whom the rules of a page's own style sheets are about.

mod names;
mod node;

use cssparser::Parser as CssParser;
use selectors::context::{
    MatchingContext, MatchingForInvalidation, MatchingMode, NeedsSelectorFlags, QuirksMode,
    SelectorCaches,
};
use selectors::matching::matches_selector_list;
use selectors::parser::{Component, ParseRelative, SelectorList};

use self::names::{Names, Reader, Unread};
use self::node::Node;
use super::document::{Document, NodeId, NodeRef, Quirks};
use super::element::Element;
use crate::source::Span;

/// A list of CSS selectors: type, class, id and attribute selectors, combinators, structural pseudo-classes, `:is`, `:where`
/// and `:not`. Nothing that only a browser knows (`:hover`, `::before`), and no `:has`.
#[derive(Clone, Debug)]
pub struct Selector(SelectorList<Names>);

/// Why a text is no selector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectorError {
    /// A pseudo-class or pseudo-element that is not known here.
    Pseudo,
    /// Nothing is written.
    Empty,
    /// It cannot be read.
    Syntax,
}

/// What an element must have for a selector to match it, told by its last compound: where to look a selector up.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// An id.
    Id(String),
    /// A class.
    Class(String),
    /// A name.
    Name(String),
    /// Nothing that is told so simply.
    Any,
}

impl Selector {
    /// Reads a selector list.
    pub fn parse(css: &str) -> Result<Selector, SelectorError> {
        SelectorList::parse(&Reader, &mut CssParser::new(css), ParseRelative::No)
            .map(Selector)
            .map_err(|e| match e.kind {
                cssparser::ParseErrorKind::Custom(Unread(kind)) => kind,
                cssparser::ParseErrorKind::Basic(_) => SelectorError::Syntax,
            })
    }

    /// What an element must have to match; [`Key::Any`] for a list of several.
    pub fn key(&self) -> Key {
        let [only] = self.0.slice() else {
            return Key::Any;
        };
        let mut key = Key::Any;
        for part in only.iter() {
            match part {
                Component::ID(id) => return Key::Id(id.0.to_string()),
                Component::Class(class) => key = Key::Class(class.0.to_string()),
                // Elements of SVG may be written in capitals.
                Component::LocalName(name) if key == Key::Any && name.name == name.lower_name => {
                    key = Key::Name(name.name.0.to_string());
                }
                _ => {}
            }
        }
        key
    }

    /// Its specificity (Selectors 4, 17), as a number to compare; of a list, the greatest.
    pub fn specificity(&self) -> u32 {
        let each = self.0.slice().iter().map(|one| one.specificity());
        each.max().unwrap_or_default()
    }

    /// Whether it matches the element.
    pub fn matches(&self, element: Element<'_>) -> bool {
        let mut caches = SelectorCaches::default();
        let mut context = context(element.document(), &mut caches);
        matches_selector_list(&self.0, &Node(element), &mut context)
    }
}

fn context<'c>(doc: &Document, caches: &'c mut SelectorCaches) -> MatchingContext<'c, Names> {
    let quirks = match doc.quirks() {
        Quirks::No => QuirksMode::NoQuirks,
        Quirks::Limited => QuirksMode::LimitedQuirks,
        Quirks::Yes => QuirksMode::Quirks,
    };
    MatchingContext::new(
        MatchingMode::Normal,
        None,
        caches,
        quirks,
        NeedsSelectorFlags::No,
        MatchingForInvalidation::No,
    )
}

/// The parts of a page inside elements that a selector matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regions {
    nodes: Vec<std::ops::Range<NodeId>>,
    spans: Vec<Span>,
}

impl Regions {
    /// Whether the element is one that was matched, or inside one.
    pub fn contains_element(&self, element: Element<'_>) -> bool {
        let after = self.nodes.partition_point(|r| r.start <= element.id());
        after > 0 && self.nodes[after - 1].contains(&element.id())
    }

    /// Whether the place in the source is in a matched element, from its start tag to its end tag.
    pub fn contains_span(&self, span: Span) -> bool {
        self.spans
            .iter()
            .any(|s| s.start <= span.start && span.end <= s.end)
    }
}

impl Document {
    /// The parts of the page inside elements that match: one walk.
    pub fn regions(&self, selector: &Selector) -> Regions {
        let mut caches = SelectorCaches::default();
        let mut context = context(self, &mut caches);
        let mut regions = Regions::default();
        let mut inside = 0;
        for element in self.elements() {
            // What is inside a region needs no look.
            if element.id() < inside
                || !matches_selector_list(&selector.0, &Node(element), &mut context)
            {
                continue;
            }
            inside = element.subtree_end();
            regions.nodes.push(element.id()..inside);
            regions
                .spans
                .push(Span::new(element.place().start, self.end_of(element)));
        }
        regions
    }

    /// Where an element ends in the source: after its end tag; without one, where what follows begins or what it is in ends.
    fn end_of(&self, element: Element<'_>) -> u32 {
        if let Some(end_tag) = element.end_tag() {
            return end_tag.end;
        }
        let following =
            (element.subtree_end() < self.len()).then(|| self.node(element.subtree_end()));
        let next = match following {
            Some(NodeRef::Element(e)) => Some(e.place().start),
            Some(NodeRef::Text(t)) => Some(t.span().start),
            Some(NodeRef::Comment(c)) => Some(c.span().start),
            _ => None,
        };
        let parent = element
            .ancestors()
            .find_map(|e| e.end_tag())
            .map(|t| t.start);
        let end = self.source().text.len() as u32;
        let first = next.into_iter().chain(parent).min();
        first.unwrap_or(end).max(element.place().end)
    }
}
