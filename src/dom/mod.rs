//! The page's tree, with the place in the source of everything in it.
//!
//! The only user of html5gum (tokens and their spans) and html5ever (tree construction). Checks see [`Document`], [`Element`],
//! [`Text`] and [`ParseError`]; nothing of the parser crates leaks out but atoms behind `&str`.
//!
//! The tree is an arena of our own in document order: a node's index is its rank, a subtree is a range of indices.

#![allow(dead_code)] // TODO(parser): until recovery.rs is complete

mod bridge;
mod builder;
mod css;
mod document;
mod element;
mod errors;
mod names;
mod open;
mod places;
mod recovery;
mod selector;
mod text;

pub use bridge::{Limits, parse, parse_with};
pub use css::{Regions, Selector, SelectorError};
pub use document::{Document, NodeId, NodeRef, Quirks};
pub use element::{Attr, Element, Namespace, Origin};
pub use errors::{ParseError, TREE_CODES, Tag};
pub use names::NameMap;
pub use text::{Comment, Doctype, Text};
