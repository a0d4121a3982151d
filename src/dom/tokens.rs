//! What the emitter makes of a page: tokens that know their places.

use html5gum::State;

use super::data::AttrData;
use super::run::Run;
use super::tree::Tag;
use crate::source::Span;

/// Who takes the tokens. The answers of tags switch the tokenizer's state.
pub(super) trait Receiver {
    /// Characters.
    fn text(&mut self, text: &Run);
    /// A start tag; `tag.attrs` may be taken and need not be given back.
    fn start_tag(&mut self, tag: StartTag<'_>) -> Option<State>;
    /// An end tag.
    fn end_tag(&mut self, tag: &Tag, span: Span);
    /// A comment.
    fn comment(&mut self, text: &Run, span: Span);
    /// A doctype.
    fn doctype(&mut self, doctype: &Doctype, span: Span);
    /// Names were cut short.
    fn too_many_names(&mut self);
    /// The end, at this offset.
    fn end(&mut self, at: u32);
    /// Whether the adjusted current node is in a foreign namespace: decides whether `<![CDATA[` opens a section.
    fn in_foreign(&mut self) -> bool;
    /// Keeps a value that does not read as it is written; tells its rank among those kept.
    fn keep(&mut self, value: &str) -> u32;
}

/// A start tag.
pub(super) struct StartTag<'a> {
    pub tag: Tag,
    pub span: Span,
    pub self_closing: bool,
    /// In source order; duplicates are left out.
    pub attrs: &'a mut Vec<AttrData>,
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
    /// Its name, public identifier and system identifier.
    pub fn parts(&self) -> (Option<String>, Option<String>, Option<String>) {
        let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
        let name = (!self.name.is_empty()).then(|| text(&self.name));
        let public = self.public_id.as_ref().map(text);
        (name, public, self.system_id.as_ref().map(text))
    }
}
