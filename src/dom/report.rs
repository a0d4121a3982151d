//! From the complaints about one token to parse errors.

use web_atoms::{LocalName, local_name};

use super::complaint::Complaint;
use super::data::{ElementData, NodeId};
use super::element::{Namespace, Origin};
use super::errors::{ParseError, Tag};
use super::recovery::{Kind, Recovery};
use super::tree::{TagName, Tree};
use crate::source::Span;

/// A token that is out of the ordinary.
pub(super) struct Token<'a> {
    pub recovery: &'a mut Recovery,
    pub tree: &'a mut Tree,
    pub source: &'a str,
    pub kind: Kind<'a>,
    pub span: Span,
    pub complaints: Vec<Complaint>,
}

impl Token<'_> {
    pub(super) fn has(&self, complaint: Complaint) -> bool {
        self.complaints.contains(&complaint)
    }

    /// Whether a node is an element of which this holds.
    pub(super) fn is(&self, id: NodeId, is: impl Fn(&ElementData) -> bool) -> bool {
        self.tree.arena.element(id).is_some_and(is)
    }

    fn error(&mut self, code: &'static str) -> ParseError {
        ParseError::new(code, self.span)
    }

    /// An error about a tag: at the tag, with its name.
    pub(super) fn tag_error(
        &self,
        code: &'static str,
        name: &LocalName,
        related: Option<Span>,
    ) -> ParseError {
        ParseError {
            related,
            ..ParseError::named(code, self.span, name)
        }
    }

    pub(super) fn push(&mut self, error: ParseError) {
        self.recovery.errors.push(error);
    }

    /// The written start tag of an element.
    pub(super) fn start_tag_of(&self, id: NodeId) -> Option<Span> {
        match self.tree.arena.origin(id) {
            Origin::Explicit(span) => Some(span),
            Origin::Implied(_) => None,
        }
    }

    /// Notes where the element ends that an end tag closed. Returns that element if the tag is its own.
    pub fn note_end_tag(&mut self) -> Option<NodeId> {
        let Kind::EndTag(name) = self.kind else {
            return None;
        };
        let named = |n: &ElementData| is_named(n, name);
        let own = match *name {
            local_name!("body") | local_name!("html")
                if !self.has(Complaint::Stray) && !self.has(Complaint::Unexpected) =>
            {
                let mut all = self.tree.open.as_slice().iter().map(|open| open.id);
                all.find(|&id| self.is(id, named))
            }
            // `</p>` makes a `p` to close.
            local_name!("p") => self.closed_element(named).or_else(|| self.made_now(name)),
            _ => self.closed_element(named),
        };
        // `</h2>` ends an `h1`.
        let ended = own.or_else(|| match TagName::of(name).is_heading() {
            true => self.closed_element(|n| n.tag_name().is_heading()),
            false => None,
        });
        if let Some(id) = ended {
            self.tree.arena.close(id, self.span);
        }
        own
    }

    /// The first element of a name made for the token.
    fn made_now(&self, name: &LocalName) -> Option<NodeId> {
        let mut new = self.tree.open.first_new()..self.tree.arena.nodes.len() as NodeId;
        new.find(|&id| self.tree.arena.is_element(id, name))
    }

    /// Makes the errors. `own`: the element that an end tag closed.
    pub fn report(&mut self, own: Option<NodeId>) {
        if self.recovery.errors.is_full() {
            self.recovery.errors.dropped |= !self.complaints.is_empty();
            return;
        }
        self.general_complaints();
        match self.kind {
            Kind::StartTag(name) => self.start_tag(name),
            Kind::EndTag(name) => self.end_tag(name, own),
            Kind::Text => self.text(),
            Kind::Doctype { modern } => self.doctype(modern),
            Kind::Comment | Kind::EndOfFile => {}
        }
        self.unclosed(own);
    }

    /// Those that do not depend on the token, taken off the list.
    fn general_complaints(&mut self) {
        let complaints = std::mem::take(&mut self.complaints);
        for complaint in complaints {
            match complaint {
                Complaint::Unexpected if self.recovery.doctype_due => {
                    self.recovery.doctype_due = false;
                    let error = ParseError::new("missing-doctype", self.trimmed(self.span));
                    self.push(error);
                }
                Complaint::TableText(waiting) => {
                    let place = self.trimmed(waiting);
                    self.push(ParseError::new("misplaced-text-in-table", place));
                }
                Complaint::SelfClosing => self.trailing_solidus(),
                _ => self.complaints.push(complaint),
            }
        }
    }

    fn trailing_solidus(&mut self) {
        if let Kind::StartTag(name) = self.kind {
            let code = "non-void-html-element-start-tag-with-trailing-solidus";
            let solidus = Span::new(self.span.end.saturating_sub(2), self.span.end);
            let error = ParseError {
                related: Some(self.span),
                ..ParseError::named(code, solidus, name)
            };
            self.push(error);
        }
    }

    /// A span without the whitespace around.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.source.get(span.range()).unwrap_or("");
        let start = text.len() - text.trim_ascii_start().len();
        let len = text.trim_ascii().len();
        let start = span.start + start as u32;
        Span::new(start, start + len as u32)
    }

    fn text(&mut self) {
        if self.has(Complaint::Unexpected) {
            self.recovery.after_body = false;
            let place = self.trimmed(self.span);
            self.push(ParseError::new("misplaced-text", place));
        }
    }

    fn doctype(&mut self, modern: bool) {
        if !std::mem::take(&mut self.recovery.doctype_due) {
            let error = self.error("misplaced-doctype");
            self.push(error);
        } else if !modern {
            let error = self.error("obsolete-doctype");
            self.push(error);
        }
    }

    fn end_tag(&mut self, name: &LocalName, own: Option<NodeId>) {
        let after_body = self.recovery.after_body;
        self.recovery.after_body = if self.complaints.is_empty() {
            after_body || (own.is_some() && is_page_end(name))
        } else {
            false
        };
        let phantom = *name == local_name!("p") && self.has(Complaint::Stray);
        if self.has(Complaint::Misnested) {
            self.misnested(name, own);
        } else if self.has(Complaint::MisnestedForm) {
            let form = self.recovery.form.unwrap_or(0);
            let inner = self.tree.open.first_opened_in(form);
            let related = inner.and_then(|id| self.start_tag_of(id));
            let error = self.tag_error("misnested-form", name, related);
            self.push(error);
        } else if phantom
            || (own.is_none() && (self.has(Complaint::Stray) || self.has(Complaint::Unexpected)))
        {
            self.stray(name);
        }
    }

    fn stray(&mut self, name: &LocalName) {
        let mut error = self.tag_error("stray-end-tag", name, None);
        // Only where nothing else was opened or closed for good since.
        let here = self.tree.open.last();
        let early = self.recovery.closed_early.remove(name);
        if let Some(early) = early.filter(|e| e.left == here) {
            error.related = Some(early.start_tag);
            error.closed_by = Some(early.closed_by());
        }
        self.push(error);
    }

    /// The adoption agency: what is open inside the formatting element goes on after it.
    fn misnested(&mut self, name: &LocalName, own: Option<NodeId>) {
        let closed = self.tree.open.closed().iter().rev().copied();
        let is = |n: &ElementData| n.tag_name().is_formatting();
        let formatting = closed.filter(|&id| Some(id) != own && self.is(id, is));
        let formatting: Vec<NodeId> = formatting.collect();
        let inner = formatting
            .iter()
            .copied()
            .find(|&id| self.start_tag_of(id).is_some() && !self.recovery.reported.contains(&id))
            .or_else(|| self.tree.open.first_opened_in(own?));
        self.recovery.reported.extend(formatting);
        if let Some(place) = inner.and_then(|id| self.start_tag_of(id)) {
            let error = self.tag_error("misnested-formatting", name, Some(place));
            self.push(error);
        }
    }

    /// Elements that need an end tag and were closed by this token, or are left open where the page ends.
    fn unclosed(&mut self, own: Option<NodeId>) {
        let page_ends = match self.kind {
            Kind::EndOfFile => true,
            Kind::EndTag(name) => own.is_some() && is_page_end(name),
            _ => false,
        };
        let left = match page_ends {
            true => self.tree.open.as_slice(),
            false => &[],
        };
        let left = left.iter().map(|open| open.id);
        let all = self.tree.open.closed().iter().copied().chain(left);
        let unclosed = |n: &ElementData| n.tag_name().needs_end_tag() && !n.implied;
        let found = all.filter(|&id| Some(id) != own && self.is(id, unclosed));
        let found: Vec<NodeId> = found.collect();
        let closed_by = match self.kind {
            Kind::StartTag(name) => Some((name, false)),
            Kind::EndTag(name) => Some((name, true)),
            _ => None,
        };
        for id in found {
            if self.recovery.reported.insert(id)
                && let Some(element) = self.tree.arena.element(id)
            {
                let error = ParseError {
                    closed_by: closed_by.map(|(name, end)| Tag::new(name, end, self.span)),
                    ..ParseError::named("unclosed-element", element.start, &element.local)
                };
                self.push(error);
            }
        }
    }

    /// The outermost closed element of a kind.
    pub(super) fn closed_element(&self, is: impl Fn(&ElementData) -> bool) -> Option<NodeId> {
        let mut closed = self.tree.open.closed().iter().rev().copied();
        closed.find(|&id| self.is(id, &is))
    }
}

fn is_page_end(name: &LocalName) -> bool {
    matches!(*name, local_name!("body") | local_name!("html"))
}

/// Whether an end tag of this name fits: names are written in lower case in tags, not in SVG.
fn is_named(element: &ElementData, tag: &LocalName) -> bool {
    element.local == *tag
        || (element.ns != Namespace::Html && element.local.eq_ignore_ascii_case(tag))
}
