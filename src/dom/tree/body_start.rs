//! «In body»: characters, start tags (HTML Standard, 13.2.6.4.7).

use html5gum::State;
use web_atoms::local_name;

use super::chars::Chars;
use super::table::is_of_tables;
use super::tag_name::{
    BLOCK, BUTTON, FORMATTING, HEADING, IMPLIED, METADATA, SCOPE, SPECIAL, TagName,
};
use super::{Mode, Tag, Token, Tree};
use crate::dom::complaint::Complaint;

impl Tree {
    #[inline(always)]
    pub(super) fn in_body(&mut self, token: Token<'_>) {
        match token {
            Token::Start(tag) => self.body_start(tag),
            Token::End(tag) => self.body_end(tag),
            Token::Chars(chars) => self.body_characters(chars),
            Token::Null => self.unexpected(),
            Token::Eof if !self.templates.is_empty() => self.in_template(token),
            Token::Eof => {}
        }
    }

    pub(super) fn body_characters(&mut self, chars: Chars<'_>) {
        self.reconstruct();
        if self.frameset_ok && !chars.is_blank() {
            self.frameset_ok = false;
        }
        self.insert_characters(chars);
    }

    pub(super) fn body_start(&mut self, tag: &Tag) {
        match tag.name {
            TagName::Html => self.html_again(),
            TagName::Body => self.body_again(),
            TagName::Frameset => self.frameset_in_body(tag),
            TagName::P => {
                self.close_p_in_button_scope();
                self.insert_element(tag);
            }
            TagName::H1 | TagName::H2 | TagName::H3 | TagName::H4 | TagName::H5 | TagName::H6 => {
                self.close_p_in_button_scope();
                if self.open.current().name.is(HEADING) {
                    self.complain(Complaint::Nested);
                    self.open.pop();
                }
                self.insert_element(tag);
            }
            TagName::Pre | TagName::Listing => {
                self.close_p_in_button_scope();
                self.insert_element(tag);
                self.ignore_line_feed = true;
                self.frameset_ok = false;
            }
            TagName::Form => self.form_start(tag),
            TagName::Li | TagName::Dd | TagName::Dt => self.list_item(tag),
            TagName::Plaintext => {
                self.close_p_in_button_scope();
                self.insert_element(tag);
                self.current.text_state = Some(State::PlainText);
            }
            TagName::Button => {
                if self.open.in_scope(TagName::Button) {
                    self.complain(Complaint::Nested);
                    self.open.close_implied(IMPLIED, None);
                    self.open.pop_until(|name| name == TagName::Button);
                }
                self.reconstruct();
                self.insert_element(tag);
                self.frameset_ok = false;
            }
            TagName::A => {
                if let Some((_, earlier)) = self.listed_since_marker(TagName::A) {
                    self.unexpected();
                    self.adopt(tag);
                    self.unlist(earlier.id);
                    if let Some(at) = self.open.position(earlier.id) {
                        self.open.remove(at);
                    }
                }
                self.reconstruct();
                self.insert_formatting(tag);
            }
            TagName::Nobr => {
                self.reconstruct();
                if self.open.in_scope(TagName::Nobr) {
                    self.complain(Complaint::Nested);
                    self.adopt(tag);
                    self.reconstruct();
                }
                self.insert_formatting(tag);
            }
            TagName::Applet | TagName::Marquee | TagName::Object => {
                self.reconstruct();
                self.insert_element(tag);
                self.push_marker();
                self.frameset_ok = false;
            }
            TagName::Table => {
                if self.quirks != super::Quirks::Yes {
                    self.close_p_in_button_scope();
                }
                self.insert_element(tag);
                self.frameset_ok = false;
                self.mode = Mode::InTable;
            }
            TagName::Area
            | TagName::Br
            | TagName::Embed
            | TagName::Img
            | TagName::Keygen
            | TagName::Wbr => {
                self.reconstruct();
                self.insert_void(tag);
                self.frameset_ok = false;
            }
            TagName::Input => self.input(tag),
            TagName::Param | TagName::Source | TagName::Track => self.insert_void(tag),
            TagName::Hr => {
                self.close_p_in_button_scope();
                if self.open.in_scope(TagName::Select) {
                    self.open.close_implied(IMPLIED, None);
                    if self.in_option() {
                        self.complain(Complaint::Misplaced);
                    }
                }
                self.insert_void(tag);
                self.frameset_ok = false;
            }
            TagName::Image => {
                self.unexpected();
                self.body_start(&Tag {
                    name: TagName::Img,
                    local: local_name!("img"),
                });
            }
            TagName::Textarea => {
                self.raw_text(tag, State::RcData);
                self.ignore_line_feed = true;
                self.frameset_ok = false;
            }
            TagName::Xmp => {
                self.close_p_in_button_scope();
                self.reconstruct();
                self.frameset_ok = false;
                self.raw_text(tag, State::RawText);
            }
            TagName::Iframe => {
                self.frameset_ok = false;
                self.raw_text(tag, State::RawText);
            }
            TagName::Noembed => self.raw_text(tag, State::RawText),
            TagName::Noscript if self.scripting => self.raw_text(tag, State::RawText),
            TagName::Select => self.select(tag),
            TagName::Option => {
                if self.open.in_scope(TagName::Select) {
                    self.open.close_implied(IMPLIED, Some(TagName::Optgroup));
                    if self.open.in_scope(TagName::Option) {
                        self.complain(Complaint::Nested);
                    }
                } else if self.open.is_current(TagName::Option) {
                    self.open.pop();
                }
                self.reconstruct();
                self.insert_element(tag);
            }
            TagName::Optgroup => {
                if self.open.in_scope(TagName::Select) {
                    self.open.close_implied(IMPLIED, None);
                    if self.in_option() {
                        self.complain(Complaint::Nested);
                    }
                } else if self.open.is_current(TagName::Option) {
                    self.open.pop();
                }
                self.reconstruct();
                self.insert_element(tag);
            }
            TagName::Rb | TagName::Rtc => self.ruby(tag, None),
            TagName::Rp | TagName::Rt => self.ruby(tag, Some(TagName::Rtc)),
            TagName::Math | TagName::Svg => {
                self.reconstruct();
                self.enter_foreign(tag);
            }
            TagName::Frame | TagName::Head => self.unexpected(),
            name if name.is(FORMATTING) => {
                self.reconstruct();
                self.insert_formatting(tag);
            }
            name if name.is(BLOCK) => {
                self.close_p_in_button_scope();
                self.insert_element(tag);
            }
            name if name.is(METADATA) => self.metadata(tag),
            name if is_of_tables(name) => self.unexpected(),
            _ => {
                self.reconstruct();
                self.insert_element(tag);
            }
        }
    }

    fn html_again(&mut self) {
        self.unexpected();
        if !self.open.has(TagName::Template)
            && let Some(html) = self.open.as_slice().first()
        {
            self.arena.add_late(html.id, &mut self.current.attrs);
        }
    }

    fn body_again(&mut self) {
        self.unexpected();
        if let Some(body) = self.open.as_slice().get(1)
            && body.name == TagName::Body
            && !self.open.has(TagName::Template)
        {
            self.frameset_ok = false;
            self.arena.add_late(body.id, &mut self.current.attrs);
        }
    }

    fn frameset_in_body(&mut self, tag: &Tag) {
        self.unexpected();
        if self.frameset_ok
            && let Some(body) = self.open.as_slice().get(1).copied()
            && body.name == TagName::Body
        {
            self.arena.detach(body.id);
            self.open.truncate(1);
            self.insert_element(tag);
            self.mode = Mode::InFrameset;
        }
    }

    fn form_start(&mut self, tag: &Tag) {
        let in_template = self.open.has(TagName::Template);
        if self.form.is_some() && !in_template {
            return self.complain(Complaint::Nested);
        }
        self.close_p_in_button_scope();
        let form = self.insert_element(tag);
        if !in_template {
            self.form = Some(form);
        }
    }

    /// `li`, `dd`, `dt`.
    fn list_item(&mut self, tag: &Tag) {
        self.frameset_ok = false;
        let is_same_kind = |name| match tag.name {
            TagName::Li => name == TagName::Li,
            _ => matches!(name, TagName::Dd | TagName::Dt),
        };
        let stops = |name: TagName| {
            name.is(SPECIAL) && !matches!(name, TagName::Address | TagName::Div | TagName::P)
        };
        let mut open = self.open.as_slice().iter().rev().map(|e| e.name);
        let earlier = open.find(|&name| is_same_kind(name) || stops(name));
        if let Some(earlier) = earlier.filter(|&name| is_same_kind(name)) {
            self.open.close_implied(IMPLIED, Some(earlier));
            self.open.pop_until(|name| name == earlier);
        }
        self.close_p_in_button_scope();
        self.insert_element(tag);
    }

    fn input(&mut self, tag: &Tag) {
        if self.context == Some(TagName::Select) {
            self.unexpected();
        }
        if self.open.in_scope(TagName::Select) {
            self.unexpected();
            self.open.pop_until(|name| name == TagName::Select);
        }
        let hidden = self.is_hidden_input();
        self.reconstruct();
        self.insert_void(tag);
        if !hidden {
            self.frameset_ok = false;
        }
    }

    /// Whether the start tag has `type=hidden`.
    pub(super) fn is_hidden_input(&self) -> bool {
        let mut attrs = self.current.attrs.iter();
        let kind = attrs.find(|a| a.name == local_name!("type"));
        kind.is_some_and(|a| self.arena.value(a).eq_ignore_ascii_case("hidden"))
    }

    fn select(&mut self, tag: &Tag) {
        if self.context == Some(TagName::Select) {
            self.unexpected();
        } else if self.open.in_scope(TagName::Select) {
            self.unexpected();
            self.open.pop_until(|name| name == TagName::Select);
        } else {
            self.reconstruct();
            self.insert_element(tag);
            self.frameset_ok = false;
        }
    }

    fn in_option(&self) -> bool {
        self.open.in_scope(TagName::Option) || self.open.in_scope(TagName::Optgroup)
    }

    /// `rb`, `rtc`, `rp`, `rt`; the last two may be in an `rtc`.
    fn ruby(&mut self, tag: &Tag, within: Option<TagName>) {
        if self.open.in_scope(TagName::Ruby) {
            self.open.close_implied(IMPLIED, within);
        }
        let current = self.open.current().name;
        if current != TagName::Ruby && Some(current) != within {
            self.unexpected();
        }
        self.insert_element(tag);
    }

    #[inline(always)]
    pub(super) fn close_p_in_button_scope(&mut self) {
        if self.open.in_scope_of(TagName::P, SCOPE | BUTTON) {
            self.close_p();
        }
    }

    /// «Close a p element».
    pub(super) fn close_p(&mut self) {
        self.open.close_implied(IMPLIED, Some(TagName::P));
        self.open.pop_until(|name| name == TagName::P);
    }
}
