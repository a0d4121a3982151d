//! «In body»: end tags (HTML Standard, 13.2.6.4.7).

use web_atoms::local_name;

use super::tag_name::{BLOCK, BUTTON, FORMATTING, HEADING, IMPLIED, LIST, SCOPE, SPECIAL, TagName};
use super::{Mode, Tag, Token, Tree};
use crate::dom::complaint::Complaint;

impl Tree {
    pub(super) fn body_end(&mut self, tag: &Tag) {
        match tag.name {
            TagName::Template => self.template_end(),
            TagName::Body | TagName::Html if !self.open.in_scope(TagName::Body) => {
                self.complain(Complaint::Stray);
            }
            TagName::Body => self.mode = Mode::AfterBody,
            TagName::Html => self.reprocess(Mode::AfterBody, Token::End(tag)),
            TagName::Button | TagName::Listing | TagName::Pre | TagName::Select => {
                self.close_in_scope(tag);
            }
            TagName::Form => self.form_end(),
            TagName::P => {
                if !self.open.in_scope_of(TagName::P, SCOPE | BUTTON) {
                    self.complain(Complaint::Stray);
                    self.insert_phantom(TagName::P);
                }
                self.close_p();
            }
            TagName::Li | TagName::Dd | TagName::Dt => {
                let ends = match tag.name {
                    TagName::Li => SCOPE | LIST,
                    _ => SCOPE,
                };
                if !self.open.in_scope_of(tag.name, ends) {
                    return self.complain(Complaint::Stray);
                }
                self.open.close_implied(IMPLIED, Some(tag.name));
                self.open.pop_until(|name| name == tag.name);
            }
            TagName::H1 | TagName::H2 | TagName::H3 | TagName::H4 | TagName::H5 | TagName::H6 => {
                if !self.open.any_in_scope(SCOPE, |e| e.name.is(HEADING)) {
                    return self.complain(Complaint::Stray);
                }
                self.open.close_implied(IMPLIED, None);
                self.open.pop_until(|name| name.is(HEADING));
            }
            TagName::Applet | TagName::Marquee | TagName::Object => {
                if self.close_in_scope(tag) {
                    self.clear_to_marker();
                }
            }
            TagName::Br => {
                self.unexpected();
                self.body_start(&Tag {
                    name: TagName::Br,
                    local: local_name!("br"),
                });
            }
            name if name.is(FORMATTING) => self.adopt(tag),
            name if name.is(BLOCK) => {
                self.close_in_scope(tag);
            }
            _ => self.any_other_end_tag(tag),
        }
    }

    /// Closes an element if it is in scope. Whether it is.
    fn close_in_scope(&mut self, tag: &Tag) -> bool {
        let found = self.open.in_scope(tag.name);
        if found {
            self.open.close_implied(IMPLIED, None);
            self.open.pop_until(|name| name == tag.name);
        } else {
            self.unexpected();
        }
        found
    }

    fn form_end(&mut self) {
        if self.open.has(TagName::Template) {
            if !self.open.in_scope(TagName::Form) {
                return self.complain(Complaint::Stray);
            }
            self.open.close_implied(IMPLIED, None);
            if !self.open.is_current(TagName::Form) {
                self.complain(Complaint::MisnestedForm);
            }
            self.open.pop_until(|name| name == TagName::Form);
            return;
        }
        let form = self.form.take();
        let form = form.filter(|&form| self.open.any_in_scope(SCOPE, |e| e.id == form));
        let Some(form) = form else {
            return self.complain(Complaint::Stray);
        };
        self.open.close_implied(IMPLIED, None);
        if self.open.current().id != form {
            self.complain(Complaint::MisnestedForm);
        }
        if let Some(at) = self.open.position(form) {
            self.open.remove(at);
        }
    }

    /// «Any other end tag».
    pub(super) fn any_other_end_tag(&mut self, tag: &Tag) {
        let open = self.open.as_slice();
        let is_it = |e: &super::Open| {
            e.name == tag.name
                && (e.name != TagName::Other || self.arena.is_element(e.id, &tag.local))
        };
        let found = open.iter().rposition(|e| is_it(e) || e.name.is(SPECIAL));
        let Some(at) = found.filter(|&at| is_it(&open[at])) else {
            return self.complain(Complaint::Stray);
        };
        let only_implied = open[at + 1..].iter().all(|e| e.name.is(IMPLIED));
        if !only_implied {
            self.unexpected();
        }
        self.open.truncate(at);
    }
}
