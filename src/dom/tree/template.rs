//! Templates (HTML Standard, 13.2.6.4.4 and 13.2.6.4.16).

use super::table::is_part;
use super::tag_name::{METADATA, THOROUGH, TagName};
use super::{Mode, Tag, Token, Tree};

impl Tree {
    /// `<template>`, by the rules for «in head».
    pub(super) fn template_start(&mut self, tag: &Tag) {
        self.push_marker();
        self.frameset_ok = false;
        self.mode = Mode::InTemplate;
        self.templates.push(Mode::InTemplate);
        self.insert_element(tag);
    }

    /// `</template>`, by the rules for «in head».
    pub(super) fn template_end(&mut self) {
        if !self.open.has(TagName::Template) {
            return self.unexpected();
        }
        self.open.close_implied(THOROUGH, None);
        self.open.pop_until(|name| name == TagName::Template);
        self.clear_to_marker();
        self.templates.pop();
        self.reset_mode();
    }

    /// «In template».
    pub(super) fn in_template(&mut self, token: Token<'_>) {
        match token {
            Token::Chars(_) => self.in_body(token),
            Token::Start(tag) => {
                let mode = match tag.name {
                    name if name.is(METADATA) => return self.metadata(tag),
                    TagName::Col => Mode::InColumnGroup,
                    TagName::Tr => Mode::InTableBody,
                    TagName::Td | TagName::Th => Mode::InRow,
                    name if is_part(name) => Mode::InTable,
                    _ => Mode::InBody,
                };
                self.templates.pop();
                self.templates.push(mode);
                self.reprocess(mode, token);
            }
            Token::End(tag) if tag.name == TagName::Template => self.template_end(),
            Token::End(_) | Token::Null => self.unexpected(),
            Token::Eof => self.end_in_templates(),
        }
    }

    /// The page ends where templates are open.
    fn end_in_templates(&mut self) {
        while self.open.has(TagName::Template) {
            self.unexpected();
            self.open.pop_until(|name| name == TagName::Template);
            self.clear_to_marker();
            self.templates.pop();
            self.reset_mode();
            // What is open around the template may have its own way to end.
            if self.templates.is_empty() {
                return self.step_elsewhere(Token::Eof);
            }
        }
    }
}
