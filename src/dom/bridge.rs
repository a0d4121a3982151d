//! From text to tree: html5gum's tokens, with their places, into the tree builder.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use html5gum::{State, Tokenizer};

use super::arena::Arena;
use super::characters;
use super::data::{CommentData, NIL, NOWHERE};
use super::document::Document;
use super::emitter::TokenEmitter;
use super::errors::ErrorLog;
use super::limits::{Limits, TooDeep};
use super::order::in_document_order;
use super::reader::SkipReader;
use super::recovery::{Kind, Recovery};
use super::run::Run;
use super::tokens::{Doctype, Receiver, StartTag};
use super::tree::{Chars, Tag, Tree};
use crate::source::{Source, Span};

/// Parses a page as a browser with scripting does.
pub fn parse(source: Source) -> Document {
    parse_with(source, Limits::default())
}

/// [`parse`] with other limits.
pub fn parse_with(source: Source, limits: Limits) -> Document {
    let len = source.text.len();
    run(Rc::new(source), 0..len, limits, None)
}

/// Parses a part of a page that the page's parser took for text, the content of a `noscript` say, as a browser without
/// scripting does: the HTML fragment parsing algorithm, with an element of this name as the context.
///
/// The result is a document of its own: an `html` element that is nowhere written, with the fragment's nodes as its
/// children. Its places are those of the page. A part that does not lie in the page gives an empty document.
pub fn parse_fragment(page: &Document, part: Span, context: &str) -> Document {
    let part = match page.source.text.get(part.range()) {
        Some(_) => part.range(),
        None => 0..0,
    };
    let source = Rc::clone(&page.source);
    run(source, part, Limits::default(), Some(context))
}

/// Parses a part of a source; `context` makes it a fragment.
fn run(source: Rc<Source>, part: Range<usize>, limits: Limits, context: Option<&str>) -> Document {
    let Range { start, mut end } = part;
    let too_long = end - start > limits.bytes as usize;
    if too_long {
        end = start + limits.bytes as usize;
        while !source.text.is_char_boundary(end) {
            end -= 1;
        }
    }
    let text = &source.text[..end];
    let arena = Arena::new(Rc::clone(&source), &text.as_bytes()[start..]);
    let tree = match context {
        None => Tree::new(arena),
        Some(context) => Tree::for_fragment(arena, context),
    };
    let recovery = Recovery::new(limits, context.is_none());
    let cursor = Cell::new(start);
    let reader = SkipReader::new(text, &cursor);
    let nulls = reader.is_odd() && text.as_bytes()[start..].contains(&0);
    let mut feeder = Feeder::new(tree, recovery, text, start, nulls, limits);
    if too_long {
        feeder.hit("bytes");
    }
    let mut errors = ErrorLog::new(limits.errors);
    let emitter = TokenEmitter::new(&reader, &mut feeder, &mut errors);
    let Ok(()) = Tokenizer::new_with_emitter(reader, emitter).finish();
    let mut characters = ErrorLog::new(limits.errors);
    characters::check(text, start, &mut characters);
    errors.merge(characters);
    errors.merge(std::mem::take(&mut feeder.recovery.errors));
    if errors.dropped {
        feeder.hit("parse-errors");
    }
    let Feeder {
        tree, limits_hit, ..
    } = feeder;
    let quirks = tree.quirks;
    let mut arena = tree.arena;
    arena.merge_late_attributes();
    let nodes = in_document_order(arena.nodes, &arena.children, &mut arena.records.elements);
    Document {
        source,
        nodes,
        records: arena.records,
        quirks,
        errors: errors.list,
        limits_hit,
        lines: Default::default(),
        ids: Default::default(),
        ranks: Default::default(),
    }
}

/// Takes the tokens and feeds the tree builder, within limits.
struct Feeder<'s> {
    tree: Tree,
    recovery: Recovery,
    source: &'s str,
    start: usize,
    /// The source has U+0000.
    nulls: bool,
    limits: Limits,
    limits_hit: Vec<&'static str>,
    too_deep: TooDeep,
}

impl<'s> Feeder<'s> {
    fn new(
        tree: Tree,
        recovery: Recovery,
        source: &'s str,
        start: usize,
        nulls: bool,
        limits: Limits,
    ) -> Feeder<'s> {
        Feeder {
            tree,
            recovery,
            source,
            start,
            nulls,
            limits,
            limits_hit: Vec::new(),
            too_deep: TooDeep::default(),
        }
    }

    fn hit(&mut self, limit: &'static str) {
        if !self.limits_hit.contains(&limit) {
            self.limits_hit.push(limit);
        }
    }

    /// What the tree builder complained about, and what the token closed.
    #[inline(always)]
    fn recover(&mut self, kind: Kind<'_>) {
        let muted = !self.too_deep.stack.is_empty();
        self.recovery
            .token(&mut self.tree, self.source, kind, muted);
    }

    /// The start tag just taken made an element below the deepest allowed one: it becomes a sibling.
    fn flatten(&mut self, tag: &Tag) {
        self.hit("depth");
        self.too_deep
            .push(tag.local.clone(), self.tree.current.made);
        self.tree.end_tag(tag);
        self.tree.forget_complaints();
    }

    /// Closes the formatting elements that the page leaves open, if they were opened again too many times.
    #[inline(always)]
    fn limit_implied(&mut self, at: u32) {
        let allowed = self.limits.implied + (at as usize - self.start) / 64;
        if self.tree.implied > allowed {
            self.hit("formatting");
            for tag in self.tree.active_formatting() {
                self.tree.end_tag(&tag);
            }
            self.tree.forget_complaints();
        }
    }
}

impl Receiver for Feeder<'_> {
    fn text(&mut self, run: &Run) {
        self.tree.begin(run.span());
        let text = run.text(self.source);
        let mut chars = Chars::of(run, &text);
        // The tree builder wants U+0000 apart. No character reference makes one.
        while self.nulls
            && let Some(nul) = memchr::memchr(0, chars.text.as_bytes())
        {
            self.tree.characters(chars.take(nul));
            self.tree.null_character(chars.skip(nul).take(1).span());
            self.recovery.null_character(&mut self.tree);
            chars = chars.skip(nul + 1);
        }
        self.tree.characters(chars);
        self.recover(Kind::Text);
        self.limit_implied(run.end() as u32);
    }

    fn start_tag(&mut self, start_tag: StartTag<'_>) -> Option<State> {
        let StartTag {
            tag,
            span,
            self_closing,
            attrs,
        } = start_tag;
        let too_deep = self.tree.open.depth() >= self.limits.depth;
        if (too_deep || attrs.len() > self.limits.formatting_attributes) && tag.name.is_formatting()
        {
            if attrs.len() > self.limits.formatting_attributes {
                self.hit("attributes");
                attrs.truncate(self.limits.formatting_attributes);
            }
            // Each costs a look at all that are open.
            if too_deep {
                self.hit("depth");
                self.too_deep.push(tag.local, None);
                return None;
            }
        }
        self.tree.begin(span);
        std::mem::swap(&mut self.tree.current.attrs, attrs);
        let state = self.tree.start_tag(&tag, self_closing);
        self.recover(Kind::StartTag(&tag.local));
        if too_deep && state.is_none() && self.tree.open.depth() > self.limits.depth {
            self.flatten(&tag);
        }
        self.limit_implied(span.end);
        state
    }

    fn end_tag(&mut self, tag: &Tag, span: Span) {
        if !self.too_deep.stack.is_empty() && self.too_deep.has(&tag.local) {
            while let Some((open, id)) = self.too_deep.pop() {
                if open == tag.local {
                    if let Some(id) = id {
                        self.tree.arena.close(id, span);
                    }
                    return;
                }
            }
        }
        self.tree.begin(span);
        self.tree.end_tag(tag);
        self.recover(Kind::EndTag(&tag.local));
    }

    fn comment(&mut self, text: &Run, span: Span) {
        self.tree.begin(span);
        let (written, decoded) = match text.is_plain() {
            true if text.is_empty() => (NOWHERE, NIL),
            true => (text.span(), NIL),
            false => (NOWHERE, self.keep(&text.text(self.source))),
        };
        self.tree.comment(CommentData {
            written,
            decoded,
            span,
        });
        self.recover(Kind::Comment);
    }

    fn doctype(&mut self, doctype: &Doctype, span: Span) {
        self.tree.begin(span);
        self.tree.doctype(doctype);
        let modern = doctype.name == b"html"
            && doctype.public_id.is_none()
            && matches!(
                doctype.system_id.as_deref(),
                None | Some(b"about:legacy-compat")
            );
        self.recover(Kind::Doctype { modern });
    }

    fn too_many_names(&mut self) {
        self.hit("names");
    }

    fn end(&mut self, at: u32) {
        self.tree.begin(Span::at(at));
        self.tree.end_of_file();
        self.recover(Kind::EndOfFile);
    }

    fn in_foreign(&mut self) -> bool {
        self.tree.in_foreign()
    }

    fn keep(&mut self, value: &str) -> u32 {
        let values = &mut self.tree.arena.records.values;
        values.push(value.into());
        values.len() as u32 - 1
    }
}
