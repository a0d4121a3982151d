//! From text to tree: html5gum's tokens, with their places, into html5ever's tree builder.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{self, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, QualName, ns};
use html5gum::{State, Tokenizer};

use super::builder::Builder;
use super::characters;
use super::complaint::is_formatting;
use super::document::Document;
use super::emitter::TokenEmitter;
use super::errors::ErrorLog;
use super::limits::{Limits, TooDeep};
use super::pending::TextOrigin;
use super::reader::SkipReader;
use super::recovery::{Kind, Recovery, Tree};
use super::run::Run;
use super::tokens::{Doctype, Receiver, StartTag};
use super::window::Window;
use crate::source::{Source, Span};

/// Parses a page as a browser with scripting does.
pub fn parse(source: Source) -> Document {
    parse_with(source, Limits::default())
}

/// [`parse`] with other limits.
pub fn parse_with(source: Source, limits: Limits) -> Document {
    let len = source.text.len();
    run(Rc::new(source), 0..len, limits, |sink| {
        let tree = TreeBuilder::new(sink, TreeBuilderOpts::default());
        (tree, Recovery::new(limits))
    })
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
    let name = QualName::new(None, ns!(html), LocalName::from(context));
    let limits = Limits::default();
    run(Rc::clone(&page.source), part, limits, |sink| {
        let context = sink.context(name);
        let opts = TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        let tree = TreeBuilder::new_for_fragment(sink, context, None, opts);
        (tree, Recovery::in_context(limits, context))
    })
}

fn run(
    source: Rc<Source>,
    part: Range<usize>,
    limits: Limits,
    builder: impl FnOnce(Builder) -> (Tree, Recovery),
) -> Document {
    let Range { start, mut end } = part;
    let too_long = end - start > limits.bytes as usize;
    if too_long {
        end = start + limits.bytes as usize;
        while !source.text.is_char_boundary(end) {
            end -= 1;
        }
    }
    let text = &source.text[..end];
    let (tree, recovery) = builder(Builder::new(Rc::clone(&source), start..end));
    let mut feeder = Feeder::new(tree, recovery, text, start, limits);
    if too_long {
        feeder.hit("bytes");
    }
    let mut errors = ErrorLog::new(limits.errors);
    let cursor = Cell::new(start);
    let reader = SkipReader::new(text, &cursor);
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
    tree.sink.into_document(source, errors.list, limits_hit)
}

/// Takes the tokens and feeds the tree builder.
struct Feeder<'s> {
    tree: Tree,
    recovery: Recovery,
    source: &'s str,
    window: Window,
    start: usize,
    /// The source has U+0000.
    nulls: bool,
    limits: Limits,
    limits_hit: Vec<&'static str>,
    /// What the tree builder answered to the last token.
    next_state: Option<State>,
    too_deep: TooDeep,
}

fn tag_token(kind: TagKind, name: LocalName) -> Tag {
    Tag {
        kind,
        name,
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    }
}

impl<'s> Feeder<'s> {
    fn new(
        tree: Tree,
        recovery: Recovery,
        source: &'s str,
        start: usize,
        limits: Limits,
    ) -> Feeder<'s> {
        Feeder {
            tree,
            recovery,
            source,
            window: Window::default(),
            start,
            nulls: memchr::memchr(0, &source.as_bytes()[start..]).is_some(),
            limits,
            limits_hit: Vec::new(),
            next_state: None,
            too_deep: TooDeep::default(),
        }
    }

    fn hit(&mut self, limit: &'static str) {
        if !self.limits_hit.contains(&limit) {
            self.limits_hit.push(limit);
        }
    }

    /// Gives one token to the tree builder.
    fn feed(&mut self, token: Token) {
        self.next_state = match self.tree.process_token(token, 1) {
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(_) => Some(State::ScriptData),
            TokenSinkResult::Script(_) => Some(State::Data),
            TokenSinkResult::Continue | TokenSinkResult::EncodingIndicator(_) => None,
        };
    }

    /// What the token closed, and what the tree builder complained about.
    fn recover(&mut self, kind: Kind<'_>, span: Span) {
        let muted = !self.too_deep.stack.is_empty();
        self.recovery
            .token(&self.tree, self.source, kind, span, muted);
    }

    fn is_too_deep(&self) -> bool {
        self.tree.sink.open.borrow().depth() >= self.limits.depth
    }

    /// The start tag just fed made an element below the deepest allowed one: it becomes a sibling.
    fn flatten(&mut self, name: LocalName) {
        self.hit("depth");
        let made = self.tree.sink.current.borrow().made;
        self.feed(Token::TagToken(tag_token(TagKind::EndTag, name.clone())));
        self.recovery.forget(&self.tree);
        self.too_deep.push(name, made);
    }

    /// Closes the formatting elements that the page leaves open, if they were opened again too many times.
    fn limit_implied(&mut self, at: u32) {
        let allowed = self.limits.implied + (at as usize - self.start) / 64;
        if self.tree.sink.implied() <= allowed {
            return;
        }
        self.hit("formatting");
        for name in self.recovery.formatting(&self.tree) {
            self.feed(Token::TagToken(tag_token(TagKind::EndTag, name)));
        }
        self.recovery.forget(&self.tree);
    }

    fn characters(&mut self, text: StrTendril, origin: TextOrigin) {
        self.tree.sink.announce_text(&text, origin);
        self.feed(Token::CharacterTokens(text));
    }
}

impl Receiver for Feeder<'_> {
    fn text(&mut self, run: &Run) {
        let span = run.span();
        self.tree.sink.begin(span, None, false);
        let text = self.slice(run);
        let origin = if run.is_plain() {
            TextOrigin::Plain(span.start)
        } else {
            let (first, end) = self.tree.sink.pending().add_pieces(run.pieces());
            TextOrigin::Pieces {
                first,
                end,
                decoded: 0,
            }
        };
        // The tree builder wants U+0000 apart. No character reference makes one.
        let mut at = 0;
        let read: &[u8] = if self.nulls { text.as_bytes() } else { &[] };
        for nul in memchr::memchr_iter(0, read) {
            if nul > at {
                let part = text.subtendril(at as u32, (nul - at) as u32);
                self.characters(part, origin.skip(at as u32));
            }
            let waiting = self.tree.sink.pending().waiting();
            let origin = origin.skip(nul as u32);
            self.tree.sink.pending().announce_null(origin);
            self.feed(Token::NullCharacterToken);
            self.tree.sink.pending().withdraw(waiting);
            self.recovery.null_character(&self.tree, span);
            at = nul + 1;
        }
        match at {
            0 => self.characters(text, origin),
            _ if at < text.len() => {
                let part = text.subtendril(at as u32, text.len32() - at as u32);
                self.characters(part, origin.skip(at as u32));
            }
            _ => {}
        }
        self.recover(Kind::Text, span);
        self.limit_implied(span.end);
    }

    fn start_tag(&mut self, tag: StartTag<'_>) -> Option<State> {
        let StartTag {
            name,
            span,
            self_closing,
            attrs,
            places,
            had_duplicates,
        } = tag;
        let formatting = is_formatting(&name);
        let too_deep = self.is_too_deep();
        if formatting {
            if attrs.len() > self.limits.formatting_attributes {
                self.hit("attributes");
                attrs.truncate(self.limits.formatting_attributes);
                places.truncate(self.limits.formatting_attributes);
            }
            // Each costs a look at all that are open.
            if too_deep {
                self.hit("depth");
                self.too_deep.push(name, None);
                return None;
            }
        }
        let sink = &self.tree.sink;
        sink.begin(span, Some(name.clone()), self_closing);
        std::mem::swap(&mut sink.current.borrow_mut().places, places);
        let attrs = std::mem::replace(attrs, sink.spare_attributes());
        self.feed(Token::TagToken(Tag {
            self_closing,
            attrs,
            had_duplicate_attributes: had_duplicates,
            ..tag_token(TagKind::StartTag, name.clone())
        }));
        self.tree.sink.settle_text();
        self.recover(Kind::StartTag(&name), span);
        let state = self.next_state.take();
        if too_deep && state.is_none() && self.tree.sink.open.borrow().depth() > self.limits.depth {
            self.flatten(name);
        }
        self.limit_implied(span.end);
        state
    }

    fn end_tag(&mut self, name: LocalName, span: Span) -> Option<State> {
        if self.too_deep.has(&name) {
            while let Some((open, id)) = self.too_deep.pop() {
                if open == name {
                    if let Some(id) = id {
                        self.tree.sink.close(id, span);
                    }
                    return None;
                }
            }
        }
        let sink = &self.tree.sink;
        sink.begin(span, None, false);
        self.feed(Token::TagToken(tag_token(TagKind::EndTag, name.clone())));
        self.tree.sink.settle_text();
        self.recover(Kind::EndTag(&name), span);
        self.next_state.take()
    }

    fn comment(&mut self, text: StrTendril, span: Span) {
        self.tree.sink.begin(span, None, false);
        self.feed(Token::CommentToken(text));
        self.tree.sink.settle_text();
        self.recover(Kind::Comment, span);
    }

    fn doctype(&mut self, doctype: &Doctype, span: Span) {
        self.tree.sink.begin(span, None, false);
        let token = tokenizer::Doctype {
            name: doctype.name(),
            public_id: doctype.public_id(),
            system_id: doctype.system_id(),
            force_quirks: doctype.force_quirks,
        };
        let modern = token.name.as_deref() == Some("html")
            && token.public_id.is_none()
            && matches!(
                token.system_id.as_deref(),
                None | Some("about:legacy-compat")
            );
        // Text that waits in a table goes on waiting.
        self.feed(Token::DoctypeToken(token));
        self.recover(Kind::Doctype { modern }, span);
    }

    fn too_many_names(&mut self) {
        self.hit("names");
    }

    fn end(&mut self, at: u32) {
        let span = Span::at(at);
        self.tree.sink.begin(span, None, false);
        self.feed(Token::EOFToken);
        self.recover(Kind::EndOfFile, span);
        self.tree.end();
    }

    fn in_foreign(&mut self) -> bool {
        self.tree
            .adjusted_current_node_present_but_not_in_html_namespace()
    }

    fn slice(&mut self, run: &Run) -> StrTendril {
        match run.is_plain() {
            true => self.window.slice(self.source, run.start()..run.end()),
            false => StrTendril::from_slice(&run.text(self.source)),
        }
    }
}
