//! html5gum's states into tokens that know their places.

use std::cell::Cell;
use std::convert::Infallible;

use html5gum::{Emitter, Error, State};
use web_atoms::LocalName;

use super::atoms::{Names, Seen};
use super::data::{AttrData, NIL};
use super::errors::{ErrorLog, ParseError};
use super::reader::SkipReader;
use super::run::Run;
use super::tokens::{Doctype, Receiver, StartTag};
use crate::source::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    Start,
    End,
}

/// What of an attribute is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AttrPart {
    None,
    Name,
    Value,
}

/// So many pieces make a token of their own, for they take more memory than what they are made of.
const MAX_PIECES: usize = 4096;

/// The emitter. It keeps ranges of the source wherever the text there reads as it is written.
pub(super) struct TokenEmitter<'s, 'r, R> {
    /// The text up to where the tokenizer reads.
    pub(super) source: &'s str,
    /// How far the tokenizer's reader is.
    pub(super) cursor: &'r Cell<usize>,
    pub(super) receiver: &'r mut R,
    pub(super) position: usize,
    /// See [`SkipReader::is_odd`].
    pub(super) odd: bool,
    /// The last `<` that may begin a tag, a comment or a doctype.
    pub(super) tag_start: usize,
    pub(super) text: Run,
    pub(super) kind: TagKind,
    pub(super) name: Run,
    pub(super) last_start_tag: LocalName,
    pub(super) self_closing: bool,
    pub(super) had_attributes: bool,
    pub(super) part: AttrPart,
    pub(super) attr_name: Run,
    pub(super) attr_value: Run,
    pub(super) attrs: Vec<AttrData>,
    pub(super) seen: Seen,
    pub(super) names: Names,
    comment: Run,
    doctype: Doctype,
    pub(super) errors: &'r mut ErrorLog,
    /// The errors from here on are in the current tag, in the current attribute.
    pub(super) tag_errors: usize,
    pub(super) attr_errors: usize,
    /// The last error is about a character reference whose end is not known yet.
    pub(super) open_reference: bool,
    /// The tokenizer is in the data state, or in one that never comes to [`Emitter::init_string`].
    pub(super) in_data: bool,
    /// No tag is read apart: the tokenizer does them all.
    #[cfg(test)]
    pub(super) tokenizer_only: bool,
}

impl<'s, 'r, R: Receiver> TokenEmitter<'s, 'r, R> {
    /// For what a reader reads.
    pub fn new(reader: &SkipReader<'s, 'r>, receiver: &'r mut R, errors: &'r mut ErrorLog) -> Self {
        let source = reader.source();
        let start = reader.cursor().get();
        let mut emitter = TokenEmitter {
            source,
            cursor: reader.cursor(),
            receiver,
            position: start,
            odd: reader.is_odd(),
            tag_start: start,
            text: Run::new(),
            kind: TagKind::Start,
            name: Run::new(),
            last_start_tag: LocalName::default(),
            self_closing: false,
            had_attributes: false,
            part: AttrPart::None,
            attr_name: Run::new(),
            attr_value: Run::new(),
            attrs: Vec::new(),
            seen: Seen::default(),
            names: Names::default(),
            comment: Run::new(),
            doctype: Doctype::default(),
            errors,
            tag_errors: 0,
            attr_errors: 0,
            open_reference: false,
            in_data: true,
            #[cfg(test)]
            tokenizer_only: false,
        };
        emitter.text.begin(start);
        emitter
    }

    pub(super) fn flush_text(&mut self) {
        if !self.text.is_empty() {
            self.receiver.text(&self.text);
        }
        self.text.begin(self.position);
    }

    /// Ends a token of text in the middle of the text: the tree builder takes it as one.
    #[cold]
    fn flush_pieces(&mut self) {
        let next = self.text.next();
        if self.source.is_char_boundary(next) {
            self.receiver.text(&self.text);
            self.text.begin(next);
        }
    }

    fn taglike_span(&self) -> Span {
        Span::new(self.tag_start as u32, self.position as u32)
    }

    fn finish_attribute(&mut self) {
        if self.part == AttrPart::None {
            return;
        }
        self.part = AttrPart::None;
        let name = self.names.get(&self.attr_name.text(self.source)).clone();
        self.name_attribute_errors(&name.local);
        let name_span = self.attr_name.span();
        if let Some(first) = self.seen.position(&self.attrs, &name.local) {
            self.push_error(ParseError {
                related: Some(self.attrs[first].name_span),
                ..ParseError::named("duplicate-attribute", name_span, &name.local)
            });
            return;
        }
        let value = &self.attr_value;
        let decoded = match value.is_plain() {
            true => NIL,
            false => self.receiver.keep(&value.text(self.source)),
        };
        let place = (!value.is_empty()).then(|| value.span());
        self.attrs
            .push(AttrData::new(name, name_span, place, decoded));
    }

    pub(super) fn start_tag(&mut self) -> Option<State> {
        let tag = self.names.get(&self.name.text(self.source)).tag();
        self.last_start_tag.clone_from(&tag.local);
        let state = self.receiver.start_tag(StartTag {
            tag,
            span: self.taglike_span(),
            self_closing: self.self_closing,
            attrs: &mut self.attrs,
        });
        self.forget_attributes();
        state
    }

    #[inline]
    pub(super) fn forget_attributes(&mut self) {
        self.attrs.clear();
        self.seen.clear();
    }

    pub(super) fn end_tag(&mut self) {
        let tag = self.names.get(&self.name.text(self.source)).tag();
        let span = self.taglike_span();
        if self.had_attributes {
            self.push_error(ParseError::named(
                "end-tag-with-attributes",
                span,
                &tag.local,
            ));
            self.forget_attributes();
        }
        self.receiver.end_tag(&tag, span);
    }
}

impl<R: Receiver> Emitter for TokenEmitter<'_, '_, R> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start_tag = LocalName::from(String::from_utf8_lossy(name.unwrap_or_default()));
    }

    fn emit_eof(&mut self) {
        self.flush_text();
        if self.names.too_many {
            self.receiver.too_many_names();
        }
        self.receiver.end(self.position as u32);
    }

    fn emit_error(&mut self, error: Error) {
        // Those of single characters are looked for elsewhere: the tokenizer does not see them all.
        if !matches!(
            error,
            Error::ControlCharacterInInputStream | Error::NoncharacterInInputStream
        ) {
            self.tokenizer_error(error);
        }
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn init_string(&mut self) {
        self.text.expect(self.position);
        self.skip_plain();
    }

    fn emit_string(&mut self, bytes: &[u8]) {
        self.text.push(self.source, bytes, self.position);
        self.close_reference();
        if self.text.pieces().len() > MAX_PIECES {
            self.flush_pieces();
        }
    }

    fn init_start_tag(&mut self) {
        self.kind = TagKind::Start;
        self.self_closing = false;
        self.init_tag();
    }

    fn init_end_tag(&mut self) {
        self.kind = TagKind::End;
        self.init_tag();
    }

    fn init_comment(&mut self) {
        self.comment.begin(self.position);
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.finish_attribute();
        self.flush_text();
        self.relate_tag_errors();
        let state = match self.kind {
            TagKind::Start => self.start_tag(),
            TagKind::End => {
                self.end_tag();
                None
            }
        };
        self.in_data = matches!(state, None | Some(State::Data));
        if state.is_some() {
            self.skip_text();
        }
        state
    }

    fn emit_current_comment(&mut self) {
        self.flush_text();
        let span = self.taglike_span();
        self.receiver.comment(&self.comment, span);
    }

    fn emit_current_doctype(&mut self) {
        self.flush_text();
        let span = self.taglike_span();
        self.receiver.doctype(&self.doctype, span);
    }

    fn set_self_closing(&mut self) {
        match self.kind {
            TagKind::Start => self.self_closing = true,
            TagKind::End => self.solidus_error(),
        }
    }

    fn set_force_quirks(&mut self) {
        self.doctype.force_quirks = true;
    }

    fn push_tag_name(&mut self, bytes: &[u8]) {
        self.name.push(self.source, bytes, self.position);
    }

    fn push_comment(&mut self, bytes: &[u8]) {
        self.comment.push(self.source, bytes, self.position);
    }

    fn push_doctype_name(&mut self, bytes: &[u8]) {
        self.doctype.name.extend(bytes);
    }

    fn init_doctype(&mut self) {
        self.doctype = Doctype::default();
    }

    // The first character of the name has been read.
    fn init_attribute(&mut self) {
        self.finish_attribute();
        self.part = AttrPart::Name;
        self.had_attributes = true;
        self.attr_errors = self.errors.list.len();
        self.attr_name.begin(self.position - 1);
        self.attr_value.begin(self.position);
    }

    fn init_attribute_value(&mut self) {
        self.part = AttrPart::Value;
        self.attr_value.begin(self.position);
        self.skip_value();
    }

    fn push_attribute_name(&mut self, bytes: &[u8]) {
        self.attr_name.push(self.source, bytes, self.position);
    }

    fn push_attribute_value(&mut self, bytes: &[u8]) {
        self.attr_value.push(self.source, bytes, self.position);
        self.close_reference();
    }

    fn set_doctype_public_identifier(&mut self, value: &[u8]) {
        self.doctype.public_id = Some(value.to_vec());
    }

    fn set_doctype_system_identifier(&mut self, value: &[u8]) {
        self.doctype.system_id = Some(value.to_vec());
    }

    fn push_doctype_public_identifier(&mut self, value: &[u8]) {
        self.doctype.public_id.get_or_insert_default().extend(value);
    }

    fn push_doctype_system_identifier(&mut self, value: &[u8]) {
        self.doctype.system_id.get_or_insert_default().extend(value);
    }

    fn start_open_tag(&mut self) {
        self.tag_start = self.position - 1;
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.kind == TagKind::End
            && !self.last_start_tag.is_empty()
            && *self.last_start_tag == *self.name.text(self.source)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        let foreign = self.receiver.in_foreign();
        if foreign {
            self.text.expect(self.position);
        }
        foreign
    }
}

impl<R> TokenEmitter<'_, '_, R> {
    // The first letter of the name has been read.
    fn init_tag(&mut self) {
        self.had_attributes = false;
        self.part = AttrPart::None;
        self.tag_errors = self.errors.list.len();
        self.name.begin(self.position - 1);
    }
}
