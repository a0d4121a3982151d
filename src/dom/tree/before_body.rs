//! From the beginning of a page to its `body` (HTML Standard, 13.2.6.4.1 to 13.2.6.4.6).

use html5gum::State;

use super::tag_name::METADATA;
use super::{Mode, Tag, TagName, Token, Tree};
use crate::dom::complaint::Complaint;

/// End tags that imply the start tags before them.
fn implies(tag: &Tag) -> bool {
    matches!(
        tag.name,
        TagName::Head | TagName::Body | TagName::Html | TagName::Br
    )
}

impl Tree {
    /// «Initial».
    pub(super) fn initial(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, |_, _| {}) else {
            return;
        };
        self.unexpected();
        self.quirks = super::Quirks::Yes;
        self.reprocess(Mode::BeforeHtml, token);
    }

    /// «Before html».
    pub(super) fn before_html(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, |_, _| {}) else {
            return;
        };
        match token {
            Token::Start(tag) if tag.name == TagName::Html => {
                self.insert_element(tag);
                self.mode = Mode::BeforeHead;
                return;
            }
            Token::End(tag) if !implies(tag) => return self.unexpected(),
            _ => {}
        }
        self.insert_phantom(TagName::Html);
        self.reprocess(Mode::BeforeHead, token);
    }

    /// «Before head».
    pub(super) fn before_head(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, |_, _| {}) else {
            return;
        };
        match token {
            Token::Start(tag) if tag.name == TagName::Html => return self.body_start(tag),
            Token::Start(tag) if tag.name == TagName::Head => {
                self.head = Some(self.insert_element(tag));
                self.mode = Mode::InHead;
                return;
            }
            Token::End(tag) if !implies(tag) => return self.unexpected(),
            _ => {}
        }
        self.head = Some(self.insert_phantom(TagName::Head));
        self.reprocess(Mode::InHead, token);
    }

    /// «In head».
    pub(super) fn in_head(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, Tree::insert_characters) else {
            return;
        };
        match token {
            Token::Start(tag) => match tag.name {
                TagName::Html => return self.body_start(tag),
                TagName::Head => return self.unexpected(),
                TagName::Noscript => return self.noscript_in_head(tag),
                name if name.is(METADATA) => return self.metadata(tag),
                _ => {}
            },
            Token::End(tag) => match tag.name {
                TagName::Head => {
                    self.open.pop();
                    self.mode = Mode::AfterHead;
                    return;
                }
                TagName::Template => return self.template_end(),
                _ if implies(tag) => {}
                _ => return self.unexpected(),
            },
            _ => {}
        }
        self.open.pop();
        self.reprocess(Mode::AfterHead, token);
    }

    fn noscript_in_head(&mut self, tag: &Tag) {
        if self.scripting {
            self.raw_text(tag, State::RawText);
        } else {
            self.insert_element(tag);
            self.mode = Mode::InHeadNoscript;
        }
    }

    /// Start tags of metadata, by the rules for «in head».
    pub(super) fn metadata(&mut self, tag: &Tag) {
        match tag.name {
            TagName::Title => self.raw_text(tag, State::RcData),
            TagName::Noframes | TagName::Style => self.raw_text(tag, State::RawText),
            TagName::Script => self.raw_text(tag, State::ScriptData),
            TagName::Template => self.template_start(tag),
            _ => self.insert_void(tag),
        }
    }

    /// «In head noscript», which takes no scripting.
    pub(super) fn in_head_noscript(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, Tree::insert_characters) else {
            return;
        };
        match token {
            Token::Start(tag) => match tag.name {
                TagName::Html => return self.body_start(tag),
                TagName::Basefont
                | TagName::Bgsound
                | TagName::Link
                | TagName::Meta
                | TagName::Noframes
                | TagName::Style => return self.metadata(tag),
                TagName::Head | TagName::Noscript => return self.unexpected(),
                _ => {}
            },
            Token::End(tag) => match tag.name {
                TagName::Noscript => {
                    self.open.pop();
                    self.mode = Mode::InHead;
                    return;
                }
                TagName::Br => {}
                _ => return self.unexpected(),
            },
            _ => {}
        }
        self.unexpected();
        self.open.pop();
        self.reprocess(Mode::InHead, token);
    }

    /// «After head».
    pub(super) fn after_head(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, Tree::insert_characters) else {
            return;
        };
        match token {
            Token::Start(tag) => match tag.name {
                TagName::Html => return self.body_start(tag),
                TagName::Body => {
                    self.insert_element(tag);
                    self.frameset_ok = false;
                    self.mode = Mode::InBody;
                    return;
                }
                TagName::Frameset => {
                    self.insert_element(tag);
                    self.mode = Mode::InFrameset;
                    return;
                }
                TagName::Head => return self.unexpected(),
                name if name.is(METADATA) => return self.metadata_after_head(tag),
                _ => {}
            },
            Token::End(tag) => match tag.name {
                TagName::Template => return self.template_end(),
                TagName::Body | TagName::Html | TagName::Br => {}
                _ => return self.unexpected(),
            },
            _ => {}
        }
        self.insert_phantom(TagName::Body);
        self.reprocess(Mode::InBody, token);
    }

    /// It still goes into the `head`.
    fn metadata_after_head(&mut self, tag: &Tag) {
        self.complain(Complaint::Unexpected);
        let name = TagName::Head;
        if let Some(id) = self.head {
            self.open.push(super::Open { id, name });
            self.metadata(tag);
            self.open.take_back(id);
        }
    }
}
