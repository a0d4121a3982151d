//! The page's tree, with the place in the source of everything in it.
//!
//! The only user of html5gum (tokens and their spans) and of html5ever's atoms. Checks see [`Document`], [`Element`],
//! [`Text`] and [`ParseError`]; nothing of the parser crates leaks out but atoms behind `&str`.
//!
//! The tree is an arena of our own in document order: a node's index is its rank, a subtree is a range of indices.

mod arena;
mod atoms;
mod bridge;
mod characters;
mod complaint;
mod css;
mod data;
mod document;
mod element;
mod emitter;
mod errors;
#[cfg(test)]
mod html5lib;
mod ids;
mod late;
mod limits;
mod misplaced;
mod names;
mod order;
mod places;
mod plain_tags;
mod reader;
mod recovery;
mod report;
mod run;
mod scan;
mod selector;
mod text;
mod token_errors;
mod tokens;
mod tree;

pub use bridge::{parse, parse_fragment, parse_with};
pub use css::{Key, Regions, Selector, SelectorError};
pub use data::AttrSet;
pub use document::{Document, NodeId, NodeRef, Quirks};
pub use element::{Attr, Element, Namespace, Origin};
pub use errors::{ParseError, TREE_CODES, Tag};
pub use limits::Limits;
pub use names::NameMap;
pub use text::{Comment, Doctype, Text};
