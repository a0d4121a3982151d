//! From bytes to tree: html5gum's tokens, with their spans, into html5ever's tree builder.

use std::convert::Infallible;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName, ns};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, Error, ForwardingEmitter, Span as GumSpan, State, Tokenizer};

use super::builder::Builder;
use super::document::{Document, NodeId};
use super::errors::ParseError;
use super::recovery;
use crate::source::{Source, Span};

/// How far the parser goes before it simplifies a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Elements deeper than this become siblings, as browsers do from 512 on.
    pub depth: usize,
    /// Parse errors kept per page.
    pub errors: usize,
    /// Nodes made by re-opening formatting elements, per token read: beyond, parsing stops.
    pub nodes_per_token: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            depth: 512,
            errors: 10_000,
            nodes_per_token: 32,
        }
    }
}

/// Parses a page as a browser with scripting does.
pub fn parse(source: Source) -> Document {
    parse_with(source, Limits::default())
}

/// [`parse`] with other limits.
pub fn parse_with(source: Source, limits: Limits) -> Document {
    let tree = TreeBuilder::new(Builder::new(), TreeBuilderOpts::default());
    let (tree, errors, limits_hit) = {
        let mut feeder = Feeder::new(tree, limits);
        let emitter = TreeEmitter(CallbackEmitter::new(&mut feeder));
        let Ok(()) = Tokenizer::new_with_emitter(source.text.as_str(), emitter).finish();
        (feeder.tree, feeder.errors, feeder.limits_hit)
    };
    tree.sink.into_document(source, errors, limits_hit)
}

/// Takes the tokenizer's events and feeds the tree builder.
struct Feeder {
    tree: TreeBuilder<NodeId, Builder>,
    errors: Vec<ParseError>,
    limits: Limits,
    limits_hit: Vec<&'static str>,
    tokens: usize,
    stopped: bool,
    next_state: Option<State>,
    tag: Option<PendingTag>,
}

struct PendingTag {
    name: LocalName,
    start: u32,
    attrs: Vec<Attribute>,
    spans: Vec<(Span, Option<Span>)>,
    /// The attribute being read is a duplicate: its value is dropped.
    skip_value: bool,
    had_duplicates: bool,
}

fn span_of(span: GumSpan<usize>) -> Span {
    Span::new(span.start as u32, span.end as u32)
}

pub(super) fn text_of(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

fn tendril(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(&text_of(bytes))
}

impl Feeder {
    fn new(tree: TreeBuilder<NodeId, Builder>, limits: Limits) -> Feeder {
        Feeder {
            tree,
            errors: Vec::new(),
            limits,
            limits_hit: Vec::new(),
            tokens: 0,
            stopped: false,
            next_state: None,
            tag: None,
        }
    }

    fn hit(&mut self, limit: &'static str) {
        if !self.limits_hit.contains(&limit) {
            self.limits_hit.push(limit);
        }
    }

    fn error(&mut self, error: ParseError) {
        if self.errors.len() < self.limits.errors {
            self.errors.push(error);
        } else {
            self.hit("parse-errors");
        }
    }

    /// Gives one token to the tree builder.
    fn feed(&mut self, token: Token) {
        if self.stopped {
            return;
        }
        self.tokens += 1;
        if self.tree.sink.node_count() > 100_000 + self.tokens * self.limits.nodes_per_token {
            self.hit("nodes");
            self.stopped = true;
            return;
        }
        self.next_state = match self.tree.process_token(token, 1) {
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(_) => Some(State::ScriptData),
            TokenSinkResult::Script(_) => Some(State::Data),
            TokenSinkResult::Continue | TokenSinkResult::EncodingIndicator(_) => None,
        };
    }

    fn characters(&mut self, value: &[u8], span: Span) {
        let exact = value.len() as u32 == span.len();
        let mut offset = 0u32;
        for (i, part) in value.split(|&b| b == 0).enumerate() {
            if i > 0 {
                self.feed(Token::NullCharacterToken);
                offset += 1;
            }
            if part.is_empty() {
                continue;
            }
            let text = tendril(part);
            let sink = &self.tree.sink;
            sink.begin(span, false, false);
            sink.announce_text(&text, span, offset, exact);
            offset += part.len() as u32;
            self.feed(Token::CharacterTokens(text));
        }
        self.complaints(recovery::Kind::Text, span);
    }

    fn start_tag(&mut self, self_closing: bool, end: u32) {
        let Some(tag) = self.tag.take() else { return };
        let span = Span::new(tag.start, end);
        let name = tag.name.clone();
        let sink = &self.tree.sink;
        sink.begin(span, true, self_closing);
        sink.current.borrow_mut().attrs = tag.spans;
        let depth = sink.open.borrow().depth();
        self.feed(Token::TagToken(Tag {
            kind: TagKind::StartTag,
            name: tag.name,
            self_closing,
            attrs: tag.attrs,
            had_duplicate_attributes: tag.had_duplicates,
        }));
        self.complaints(recovery::Kind::StartTag(&name), span);
        let sink = &self.tree.sink;
        sink.settle_text();
        if depth >= self.limits.depth
            && sink.open.borrow().depth() > depth
            && self.next_state.is_none()
        {
            // Deeper elements are closed at once: they become siblings instead.
            self.hit("depth");
            self.feed(end_tag(name.clone()));
            self.tree.sink.current.borrow_mut().complaints.clear();
            let open = &self.tree.sink.open;
            open.borrow_mut().truncate(depth);
        }
    }

    fn end_tag(&mut self, name: &[u8], span: Span) {
        let name = LocalName::from(&*text_of(name));
        self.tree.sink.begin(span, false, false);
        self.feed(end_tag(name.clone()));
        self.tree.sink.settle_text();
        if !self.complaints(recovery::Kind::EndTag(&name), span) {
            recovery::close_named(&self.tree.sink, &name, span);
        }
    }

    /// Turns what the tree builder complained about into parse errors; whether there was anything.
    fn complaints(&mut self, kind: recovery::Kind<'_>, span: Span) -> bool {
        let complaints = std::mem::take(&mut self.tree.sink.current.borrow_mut().complaints);
        if complaints.is_empty() {
            return false;
        }
        for error in recovery::errors(&self.tree, kind, span, &complaints) {
            self.error(error);
        }
        true
    }

    fn end_of_file(&mut self, at: u32) {
        let span = Span::at(at);
        self.tree.sink.begin(span, false, false);
        self.feed(Token::EOFToken);
        self.complaints(recovery::Kind::EndOfFile, span);
        self.tree.end();
    }
}

fn end_tag(name: LocalName) -> Token {
    Token::TagToken(Tag {
        kind: TagKind::EndTag,
        name,
        self_closing: false,
        attrs: Vec::new(),
        had_duplicate_attributes: false,
    })
}

impl Callback<Infallible, usize> for &mut Feeder {
    fn handle_event(
        &mut self,
        event: CallbackEvent<'_>,
        span: GumSpan<usize>,
    ) -> Option<Infallible> {
        let span = span_of(span);
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(PendingTag {
                    name: LocalName::from(&*text_of(name)),
                    start: span.start,
                    attrs: Vec::new(),
                    spans: Vec::new(),
                    skip_value: false,
                    had_duplicates: false,
                });
            }
            CallbackEvent::AttributeName { name } => {
                let name = LocalName::from(&*text_of(name));
                let Some(tag) = &mut self.tag else {
                    return None;
                };
                if let Some(i) = tag.attrs.iter().position(|a| a.name.local == name) {
                    tag.skip_value = true;
                    tag.had_duplicates = true;
                    let first = tag.spans[i].0;
                    self.error(ParseError {
                        related: Some(first),
                        ..ParseError::named("duplicate-attribute", span, &name)
                    });
                } else {
                    tag.skip_value = false;
                    tag.attrs.push(Attribute {
                        name: QualName::new(None, ns!(), name),
                        value: StrTendril::new(),
                    });
                    tag.spans.push((span, None));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some(tag) = &mut self.tag
                    && !tag.skip_value
                    && let (Some(attr), Some(spans)) = (tag.attrs.last_mut(), tag.spans.last_mut())
                {
                    attr.value = tendril(value);
                    spans.1 = Some(span);
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.start_tag(self_closing, span.end);
            }
            CallbackEvent::EndTag { name } => self.end_tag(name, span),
            CallbackEvent::String { value } => self.characters(value, span),
            CallbackEvent::Comment { value } => {
                let text = tendril(value);
                self.tree.sink.begin(span, false, false);
                self.feed(Token::CommentToken(text));
                self.tree.sink.settle_text();
                self.complaints(recovery::Kind::Comment, span);
            }
            CallbackEvent::Doctype {
                name,
                public_identifier,
                system_identifier,
                force_quirks,
            } => {
                self.tree.sink.begin(span, false, false);
                self.feed(Token::DoctypeToken(Doctype {
                    name: Some(name).filter(|n| !n.is_empty()).map(tendril),
                    public_id: public_identifier.map(tendril),
                    system_id: system_identifier.map(tendril),
                    force_quirks,
                }));
                self.tree.sink.settle_text();
                self.complaints(recovery::Kind::Doctype, span);
            }
            CallbackEvent::Error(Error::DuplicateAttribute) => {}
            CallbackEvent::Error(error) => self.error(ParseError::new(error.as_str(), span)),
        }
        None
    }
}

/// The tokenizer's emitter: switches its state when the tree builder asks.
struct TreeEmitter<'a>(CallbackEmitter<&'a mut Feeder, Infallible, usize>);

impl ForwardingEmitter for TreeEmitter<'_> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.0.callback_mut().next_state = None;
        let _ = self.0.emit_current_tag();
        let state = self.0.callback_mut().next_state.take();
        if state.is_some() {
            self.0.init_string();
        }
        state
    }

    fn emit_eof(&mut self) {
        self.0.emit_eof();
        let feeder = self.0.callback_mut();
        let at = feeder.tree.sink.current.borrow().span.end;
        feeder.end_of_file(at);
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0
            .callback_mut()
            .tree
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
