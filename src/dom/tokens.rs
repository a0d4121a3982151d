//! What the emitter makes of a page: tokens that know their places.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName};
use html5gum::State;

use super::run::Run;
use crate::source::Span;

/// Who takes the tokens. The answers of tags switch the tokenizer's state.
pub(super) trait Receiver {
    /// Characters.
    fn text(&mut self, text: &Run);
    /// A start tag; `tag.attrs` and `tag.places` may be taken and need not be given back.
    fn start_tag(&mut self, tag: StartTag<'_>) -> Option<State>;
    /// An end tag.
    fn end_tag(&mut self, name: LocalName, span: Span) -> Option<State>;
    /// A comment.
    fn comment(&mut self, text: StrTendril, span: Span);
    /// A doctype.
    fn doctype(&mut self, doctype: &Doctype, span: Span);
    /// Names were cut short.
    fn too_many_names(&mut self);
    /// The end, at this offset.
    fn end(&mut self, at: u32);
    /// Whether the adjusted current node is in a foreign namespace: decides whether `<![CDATA[` opens a section.
    fn in_foreign(&mut self) -> bool;
    /// The characters of a run.
    fn slice(&mut self, run: &Run) -> StrTendril;
}

/// The places of an attribute.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    pub name: Span,
    /// Its value without quotes, unless it is empty.
    pub value: Option<Span>,
    /// The value reads as it is written.
    pub plain: bool,
}

/// A start tag.
pub(super) struct StartTag<'a> {
    pub name: LocalName,
    pub span: Span,
    pub self_closing: bool,
    /// In source order; duplicates are left out.
    pub attrs: &'a mut Vec<Attribute>,
    /// One for each attribute.
    pub places: &'a mut Vec<Places>,
    pub had_duplicates: bool,
}

/// A doctype.
#[derive(Debug, Default)]
pub(super) struct Doctype {
    pub name: Vec<u8>,
    pub public_id: Option<Vec<u8>>,
    pub system_id: Option<Vec<u8>>,
    pub force_quirks: bool,
}

impl Doctype {
    pub fn name(&self) -> Option<StrTendril> {
        (!self.name.is_empty()).then(|| tendril(&self.name))
    }

    pub fn public_id(&self) -> Option<StrTendril> {
        self.public_id.as_deref().map(tendril)
    }

    pub fn system_id(&self) -> Option<StrTendril> {
        self.system_id.as_deref().map(tendril)
    }
}

fn tendril(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(&String::from_utf8_lossy(bytes))
}
