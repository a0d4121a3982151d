//! What the tree builder had to mend. It says little: a text per complaint, nothing of what it closed. What was open before a
//! token and what is open after it ([`OpenElements`]) tells the rest.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use html5ever::interface::Tracer;
use html5ever::tokenizer::TokenSink;
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};

use super::builder::Builder;
use super::complaint::{Class, is_formatting};
use super::document::NodeId;
use super::element::Origin;
use super::errors::{ErrorLog, ParseError, Tag};
use super::limits::Limits;
use super::report::Token;
use crate::source::Span;

pub(super) type Tree = TreeBuilder<NodeId, Builder>;

/// What token the tree builder was given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind<'a> {
    StartTag(&'a LocalName),
    EndTag(&'a LocalName),
    Text,
    Comment,
    /// `modern`: the only doctype the HTML Standard allows (with `about:legacy-compat` or not).
    Doctype {
        modern: bool,
    },
    EndOfFile,
}

/// An element that something else than its end tag closed.
#[derive(Debug)]
pub(super) struct ClosedEarly {
    /// The innermost element that was left open.
    pub left: Option<NodeId>,
    pub start_tag: Span,
    by: LocalName,
    by_end_tag: bool,
    by_span: Span,
}

impl ClosedEarly {
    /// The tag that closed it.
    pub fn closed_by(&self) -> Tag {
        Tag::new(&self.by, self.by_end_tag, self.by_span)
    }
}

/// Keeps our picture of the open elements, notes end tags, makes parse errors of complaints.
pub(super) struct Recovery {
    pub errors: ErrorLog,
    /// Elements that an error is about already.
    pub reported: HashSet<NodeId>,
    /// The latest of each name.
    pub closed_early: HashMap<LocalName, ClosedEarly>,
    /// The latest `form` element.
    pub form: Option<NodeId>,
    /// In the «initial» insertion mode: neither a doctype nor content so far.
    pub doctype_due: bool,
    /// `</body>` or `</html>` was taken, and nothing went into `body` since.
    pub after_body: bool,
    /// The parser of a fragment's context element, which it may say is its current node.
    context: Option<NodeId>,
}

impl Recovery {
    pub fn new(limits: Limits) -> Recovery {
        Recovery {
            errors: ErrorLog::new(limits.errors),
            reported: HashSet::new(),
            closed_early: HashMap::new(),
            form: None,
            doctype_due: true,
            after_body: false,
            context: None,
        }
    }

    /// For a fragment.
    pub fn in_context(limits: Limits, context: NodeId) -> Recovery {
        Recovery {
            doctype_due: false,
            context: Some(context),
            ..Recovery::new(limits)
        }
    }

    /// A token was processed. `muted`: the tree is not the page's any more, no error is sure.
    pub fn token(&mut self, tree: &Tree, source: &str, kind: Kind<'_>, span: Span, muted: bool) {
        let sink = &tree.sink;
        let complaints = std::mem::take(&mut sink.current.borrow_mut().complaints);
        // A start tag that nothing is wrong with tells itself what is open: its element, or its parent.
        let silent = match kind {
            Kind::StartTag(_) => complaints.is_empty(),
            Kind::EndTag(_) | Kind::EndOfFile => false,
            Kind::Text | Kind::Comment | Kind::Doctype { .. } => true,
        };
        if !silent {
            let moved = complaints
                .iter()
                .any(|c| Class::of(&c.message) == Class::Misnested);
            self.settle(tree, moved);
        }
        if complaints.is_empty() && self.is_ordinary(sink, kind, span) {
            return;
        }
        let mut token = Token {
            recovery: self,
            tree,
            source,
            kind,
            span,
            complaints,
        };
        let own = token.note_end_tag();
        if !muted {
            token.report(own);
        }
        self.note_early(sink, kind, span, own);
    }

    /// What most tokens are: nothing was closed, or one element by its own end tag.
    fn is_ordinary(&mut self, sink: &Builder, kind: Kind<'_>, span: Span) -> bool {
        let open = sink.open.borrow();
        match (kind, open.closed()) {
            (Kind::Text | Kind::Comment, _) => true,
            (Kind::StartTag(name), []) => {
                if *name == local_name!("form") {
                    self.form = sink.current.borrow().made.or(self.form);
                }
                true
            }
            (Kind::EndTag(name), [one]) if sink.element(*one).local == *name => {
                sink.close(*one, span);
                true
            }
            _ => false,
        }
    }

    /// Corrects the picture by the tree builder's current node. `moved`: elements may have gone from under others.
    fn settle(&self, tree: &Tree, moved: bool) {
        let current = self.current_node(tree);
        let known = current.is_none_or(|id| {
            let mut open = tree.sink.open.borrow_mut();
            match open.as_slice().first() {
                Some(&root) if current == self.context => open.settle(root),
                _ => open.settle(id),
            }
        });
        if moved || !known {
            self.retrace(tree);
        }
    }

    /// The answer is of no use; the sink notes whose name is asked for.
    fn current_node(&self, tree: &Tree) -> Option<NodeId> {
        tree.sink.forget_named();
        tree.adjusted_current_node_present_but_not_in_html_namespace();
        tree.sink.last_named()
    }

    /// The tree builder's whole stack. It traces the document, the open elements, then others.
    pub fn retrace(&self, tree: &Tree) {
        let current = self.current_node(tree);
        let handles = Handles::of(tree);
        let stack = handles.get(1..).unwrap_or_default();
        let len = match current {
            None => 0,
            current if current == self.context => 1,
            Some(current) => stack
                .iter()
                .position(|&id| id == current)
                .map_or(0, |at| at + 1),
        };
        tree.sink.open.borrow_mut().replace(&stack[..len]);
    }

    /// After a token that the page does not have: no error comes of it.
    pub fn forget(&self, tree: &Tree) {
        tree.sink.current.borrow_mut().complaints.clear();
        self.settle(tree, false);
    }

    /// A U+0000 was processed; the tokenizer has complained about it already.
    pub fn null_character(&mut self, tree: &Tree, span: Span) {
        let complaints = std::mem::take(&mut tree.sink.current.borrow_mut().complaints);
        if !complaints.is_empty() {
            self.after_body = false;
            if std::mem::take(&mut self.doctype_due) {
                self.errors.push(ParseError::new("missing-doctype", span));
            }
        }
    }

    /// The names of the formatting elements that the tree builder would open again, innermost first.
    pub fn formatting(&self, tree: &Tree) -> Vec<LocalName> {
        let depth = tree.sink.open.borrow().depth();
        let handles = Handles::of(tree);
        let listed = handles.iter().skip(1 + depth).rev();
        let names = listed.map(|&id| tree.sink.element(id).local.clone());
        names.filter(is_formatting).collect()
    }

    fn note_early(&mut self, sink: &Builder, kind: Kind<'_>, span: Span, own: Option<NodeId>) {
        let (Kind::StartTag(by) | Kind::EndTag(by)) = kind else {
            return;
        };
        let open = sink.open.borrow();
        let mut older = open.as_slice().iter().rev().copied();
        let left = older.find(|&id| id < open.first_new());
        for &id in open.closed() {
            if Some(id) != own
                && let Origin::Explicit(start_tag) = sink.origin(id)
            {
                let early = ClosedEarly {
                    left,
                    start_tag,
                    by: by.clone(),
                    by_end_tag: matches!(kind, Kind::EndTag(_)),
                    by_span: span,
                };
                self.closed_early
                    .insert(sink.element(id).local.clone(), early);
            }
        }
    }
}

#[derive(Default)]
struct Handles(RefCell<Vec<NodeId>>);

impl Handles {
    fn of(tree: &Tree) -> Vec<NodeId> {
        let handles = Handles::default();
        tree.trace_handles(&handles);
        handles.0.into_inner()
    }
}

impl Tracer for Handles {
    type Handle = NodeId;

    fn trace_handle(&self, node: &NodeId) {
        self.0.borrow_mut().push(*node);
    }
}
