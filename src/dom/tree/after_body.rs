//! After the `body`, and framesets (HTML Standard, 13.2.6.4.17 to 13.2.6.4.21).

use super::{Chars, Mode, TagName, Token, Tree};
use crate::dom::data::NodeId;

impl Tree {
    /// What a comment goes into, if not into the current node.
    pub(super) fn comment_parent(&self) -> Option<NodeId> {
        match self.mode {
            _ if self.in_foreign() => None,
            Mode::Initial | Mode::BeforeHtml | Mode::AfterAfterBody | Mode::AfterAfterFrameset => {
                Some(0)
            }
            Mode::AfterBody => self.open.as_slice().first().map(|html| html.id),
            _ => None,
        }
    }

    /// «After body».
    pub(super) fn after_body(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, Tree::body_characters) else {
            return;
        };
        match token {
            Token::Start(tag) if tag.name == TagName::Html => return self.body_start(tag),
            Token::End(tag) if tag.name == TagName::Html => {
                match self.context {
                    Some(_) => self.unexpected(),
                    None => self.mode = Mode::AfterAfterBody,
                }
                return;
            }
            Token::Eof => return,
            _ => {}
        }
        self.unexpected();
        self.reprocess(Mode::InBody, token);
    }

    /// «After after body».
    pub(super) fn after_after_body(&mut self, token: Token<'_>) {
        let Some(token) = self.after_blank(token, Tree::body_characters) else {
            return;
        };
        match token {
            Token::Start(tag) if tag.name == TagName::Html => return self.body_start(tag),
            Token::Eof => return,
            _ => {}
        }
        self.unexpected();
        self.reprocess(Mode::InBody, token);
    }

    /// «In frameset».
    pub(super) fn in_frameset(&mut self, token: Token<'_>) {
        match token {
            Token::Chars(chars) => self.blank_only(chars, Tree::insert_characters),
            Token::Start(tag) => match tag.name {
                TagName::Html => self.body_start(tag),
                TagName::Frameset => {
                    self.insert_element(tag);
                }
                TagName::Frame => self.insert_void(tag),
                TagName::Noframes => self.metadata(tag),
                _ => self.unexpected(),
            },
            Token::End(tag) if tag.name == TagName::Frameset && self.open.depth() > 1 => {
                self.open.pop();
                if self.context.is_none() && !self.open.is_current(TagName::Frameset) {
                    self.mode = Mode::AfterFrameset;
                }
            }
            Token::Eof if self.open.depth() <= 1 => {}
            Token::End(_) | Token::Null | Token::Eof => self.unexpected(),
        }
    }

    /// «After frameset».
    pub(super) fn after_frameset(&mut self, token: Token<'_>) {
        match token {
            Token::Chars(chars) => self.blank_only(chars, Tree::insert_characters),
            Token::Start(tag) if tag.name == TagName::Html => self.body_start(tag),
            Token::Start(tag) if tag.name == TagName::Noframes => self.metadata(tag),
            Token::End(tag) if tag.name == TagName::Html => self.mode = Mode::AfterAfterFrameset,
            Token::Eof => {}
            Token::Start(_) | Token::End(_) | Token::Null => self.unexpected(),
        }
    }

    /// «After after frameset».
    pub(super) fn after_after_frameset(&mut self, token: Token<'_>) {
        match token {
            Token::Chars(chars) => self.blank_only(chars, Tree::body_characters),
            Token::Start(tag) if tag.name == TagName::Html => self.body_start(tag),
            Token::Start(tag) if tag.name == TagName::Noframes => self.metadata(tag),
            Token::Eof => {}
            Token::Start(_) | Token::End(_) | Token::Null => self.unexpected(),
        }
    }

    /// Processes white space; other characters are ignored.
    pub(super) fn blank_only(&mut self, chars: Chars<'_>, blank: impl Fn(&mut Tree, Chars<'_>)) {
        let mut rest = chars;
        while !rest.is_empty() {
            let (first, other) = rest.split_blank();
            if !first.is_empty() {
                blank(self, first);
            }
            let ignored = other.text.find(|c: char| c.is_ascii_whitespace());
            let ignored = ignored.unwrap_or(other.text.len());
            if ignored > 0 {
                self.unexpected();
            }
            rest = other.skip(ignored);
        }
    }
}
