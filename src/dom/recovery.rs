//! What the tree builder had to mend: what was open before a token, what it closed, and what was complained about.

use std::collections::HashSet;

use rustc_hash::FxHashMap;
use web_atoms::{LocalName, local_name};

use super::complaint::Complaint;
use super::document::NodeId;
use super::element::Origin;
use super::errors::{ErrorLog, ParseError, Tag};
use super::limits::Limits;
use super::report::Token;
use super::tree::Tree;
use crate::source::Span;

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

/// Notes end tags, makes parse errors of complaints.
pub(super) struct Recovery {
    pub errors: ErrorLog,
    /// Elements that an error is about already.
    pub reported: HashSet<NodeId>,
    /// The latest of each name.
    pub closed_early: FxHashMap<LocalName, ClosedEarly>,
    /// The latest `form` element.
    pub form: Option<NodeId>,
    /// Neither a doctype nor content so far.
    pub doctype_due: bool,
    /// `</body>` or `</html>` was taken, and nothing went into `body` since.
    pub after_body: bool,
}

impl Recovery {
    /// `doctype_due`: what is parsed is a page.
    pub fn new(limits: Limits, doctype_due: bool) -> Recovery {
        Recovery {
            errors: ErrorLog::new(limits.errors),
            reported: HashSet::new(),
            closed_early: FxHashMap::default(),
            form: None,
            doctype_due,
            after_body: false,
        }
    }

    /// A token was processed. `muted`: the tree is not the page's any more, no error is sure.
    #[inline(always)]
    pub fn token(&mut self, tree: &mut Tree, source: &str, kind: Kind<'_>, muted: bool) {
        if !tree.current.complaints.is_empty() || !self.is_ordinary(tree, kind) {
            self.mended(tree, source, kind, muted);
        }
    }

    /// What most tokens are: nothing was closed, or one element by its own end tag.
    #[inline(always)]
    fn is_ordinary(&mut self, tree: &mut Tree, kind: Kind<'_>) -> bool {
        match (kind, tree.open.closed()) {
            (Kind::Text | Kind::Comment, _) => true,
            (Kind::StartTag(name), []) => {
                if *name == local_name!("form") {
                    self.form = tree.current.made.or(self.form);
                }
                true
            }
            (Kind::EndTag(name), &[one]) if tree.arena.is_element(one, name) => {
                tree.arena.close(one, tree.current.span);
                true
            }
            _ => false,
        }
    }

    #[cold]
    fn mended(&mut self, tree: &mut Tree, source: &str, kind: Kind<'_>, muted: bool) {
        let complaints = std::mem::take(&mut tree.current.complaints);
        if complaints.contains(&Complaint::Misnested) {
            tree.open.sort_closed();
        }
        let span = tree.current.span;
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
        self.note_early(tree, kind, own);
    }

    /// A U+0000 was processed; the tokenizer has complained about it already.
    pub fn null_character(&mut self, tree: &mut Tree) {
        if !std::mem::take(&mut tree.current.complaints).is_empty() {
            self.after_body = false;
            if std::mem::take(&mut self.doctype_due) {
                let span = tree.current.span;
                self.errors.push(ParseError::new("missing-doctype", span));
            }
        }
    }

    fn note_early(&mut self, tree: &Tree, kind: Kind<'_>, own: Option<NodeId>) {
        let (Kind::StartTag(by) | Kind::EndTag(by)) = kind else {
            return;
        };
        let left = tree.open.last_older().map(|e| e.id);
        for &id in tree.open.closed() {
            if Some(id) != own
                && let Origin::Explicit(start_tag) = tree.arena.origin(id)
                && let Some(element) = tree.arena.element(id)
            {
                let early = ClosedEarly {
                    left,
                    start_tag,
                    by: by.clone(),
                    by_end_tag: matches!(kind, Kind::EndTag(_)),
                    by_span: tree.current.span,
                };
                self.closed_early.insert(element.local.clone(), early);
            }
        }
    }
}
