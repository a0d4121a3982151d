//! Tables (HTML Standard, 13.2.6.4.9 to 13.2.6.4.15).

use super::chars::{Chars, Waiting};
use super::tag_name::{FOSTERS, IMPLIED, ROWS, TABLE, TagName};
use super::{Mode, Tag, Token, Tree};
use crate::dom::complaint::Complaint;
use crate::source::Span;

/// Parts of a table whose start tag ends the part that is open.
pub(super) fn is_part(name: TagName) -> bool {
    matches!(
        name,
        TagName::Caption
            | TagName::Col
            | TagName::Colgroup
            | TagName::Tbody
            | TagName::Tfoot
            | TagName::Thead
    )
}

/// What only a table holds: its start tag means nothing elsewhere, and ends the caption or the cell that it is met in.
pub(super) fn is_of_tables(name: TagName) -> bool {
    is_part(name) || name.is_cell() || name == TagName::Tr
}

/// What an end tag of this name would end is open around the table, or in none of its rows.
fn is_out_of_rows(name: TagName) -> bool {
    matches!(
        name,
        TagName::Body | TagName::Html | TagName::Caption | TagName::Col | TagName::Colgroup
    )
}

/// «Clear the stack back to a table context», «table body context», «table row context».
fn is_table_context(name: TagName) -> bool {
    name.is(TABLE)
}

fn is_body_context(name: TagName) -> bool {
    name.is(ROWS) || matches!(name, TagName::Template | TagName::Html)
}

fn is_row_context(name: TagName) -> bool {
    matches!(name, TagName::Tr | TagName::Template | TagName::Html)
}

impl Tree {
    /// «In table».
    pub(super) fn in_table(&mut self, token: Token<'_>) {
        match token {
            Token::Chars(chars) => self.table_characters(chars),
            Token::Null if self.open.current().name.is(FOSTERS) => self.unexpected(),
            Token::Start(tag) => self.table_start(tag),
            Token::End(tag) => match tag.name {
                TagName::Table => {
                    if self.open.in_table_scope(TagName::Table) {
                        self.open.pop_until(|name| name == TagName::Table);
                        self.reset_mode();
                    } else {
                        self.unexpected();
                    }
                }
                TagName::Template => self.template_end(),
                name if is_out_of_rows(name) || is_of_tables(name) => self.unexpected(),
                _ => self.foster(token),
            },
            Token::Eof => self.in_body(token),
            Token::Null => self.foster(token),
        }
    }

    fn table_start(&mut self, tag: &Tag) {
        let token = Token::Start(tag);
        match tag.name {
            TagName::Caption => {
                self.open.clear_back_to(is_table_context);
                self.push_marker();
                self.insert_element(tag);
                self.mode = Mode::InCaption;
            }
            TagName::Colgroup => {
                self.open.clear_back_to(is_table_context);
                self.insert_element(tag);
                self.mode = Mode::InColumnGroup;
            }
            TagName::Col => {
                self.open.clear_back_to(is_table_context);
                self.insert_phantom(TagName::Colgroup);
                self.reprocess(Mode::InColumnGroup, token);
            }
            TagName::Tbody | TagName::Tfoot | TagName::Thead => {
                self.open.clear_back_to(is_table_context);
                self.insert_element(tag);
                self.mode = Mode::InTableBody;
            }
            TagName::Td | TagName::Th | TagName::Tr => {
                self.open.clear_back_to(is_table_context);
                self.insert_phantom(TagName::Tbody);
                self.reprocess(Mode::InTableBody, token);
            }
            TagName::Table => {
                self.unexpected();
                if self.open.in_table_scope(TagName::Table) {
                    self.open.pop_until(|name| name == TagName::Table);
                    self.reprocess(self.appropriate_mode(), token);
                }
            }
            TagName::Style | TagName::Script | TagName::Template => self.metadata(tag),
            TagName::Input => {
                self.unexpected();
                match self.is_hidden_input() {
                    true => self.insert_void(tag),
                    false => self.fostering(|tree| tree.body_start(tag)),
                }
            }
            TagName::Form => {
                self.unexpected();
                if !self.open.has(TagName::Template) && self.form.is_none() {
                    self.form = Some(self.insert_unopened(tag));
                }
            }
            _ => self.foster(token),
        }
    }

    /// «Anything else»: what it makes goes before the table.
    fn foster(&mut self, token: Token<'_>) {
        self.unexpected();
        self.fostering(|tree| tree.in_body(token));
    }

    fn fostering(&mut self, process: impl FnOnce(&mut Tree)) {
        self.foster_parenting = true;
        process(self);
        self.foster_parenting = false;
    }

    fn table_characters(&mut self, chars: Chars<'_>) {
        if self.open.current().name.is(FOSTERS) {
            self.original = self.mode;
            self.mode = Mode::InTableText;
            self.table_text.push(Waiting::new(chars));
        } else {
            // In an element that went before the table, of which the error is told; or in a template, where it may stay.
            self.fostering(|tree| tree.body_characters(chars));
        }
    }

    /// «In table text».
    pub(super) fn in_table_text(&mut self, token: Token<'_>) {
        match token {
            Token::Null => self.unexpected(),
            Token::Chars(chars) => self.table_text.push(Waiting::new(chars)),
            token => {
                self.settle_table_text();
                self.step_elsewhere(token);
            }
        }
    }

    /// Any token but characters ends the text in a table.
    pub(super) fn settle_table_text(&mut self) {
        if self.mode != Mode::InTableText {
            return;
        }
        self.mode = self.original;
        let waiting = std::mem::take(&mut self.table_text);
        let source = self.arena.source();
        let all = || waiting.iter().map(|w| w.chars(&source.text));
        if all().all(Chars::is_blank) {
            all().for_each(|chars| self.insert_characters(chars));
        } else {
            let place = all().map(Chars::span).reduce(Span::to);
            self.complain(Complaint::TableText(place.unwrap_or_default()));
            self.fostering(|tree| all().for_each(|chars| tree.body_characters(chars)));
        }
    }

    /// «In caption».
    pub(super) fn in_caption(&mut self, token: Token<'_>) {
        let (name, ends) = match token {
            Token::Start(tag) => (tag.name, is_of_tables(tag.name)),
            Token::End(tag) => match tag.name {
                TagName::Table | TagName::Caption => (tag.name, true),
                name if is_out_of_rows(name) || is_of_tables(name) => return self.unexpected(),
                name => (name, false),
            },
            _ => (TagName::Other, false),
        };
        if !ends {
            return self.in_body(token);
        }
        if !self.open.in_table_scope(TagName::Caption) {
            return self.unexpected();
        }
        self.open.close_implied(IMPLIED, None);
        self.open.pop_until(|open| open == TagName::Caption);
        self.clear_to_marker();
        self.mode = Mode::InTable;
        if !(name == TagName::Caption && matches!(token, Token::End(_))) {
            self.step_elsewhere(token);
        }
    }

    /// «In column group».
    pub(super) fn in_column_group(&mut self, token: Token<'_>) {
        let in_group = self.open.is_current(TagName::Colgroup);
        let Some(token) = self.after_blank(token, Tree::insert_characters) else {
            return;
        };
        match token {
            // In a template, where there is none to close.
            Token::Chars(chars) if !in_group => {
                return self.blank_only(chars, Tree::insert_characters);
            }
            Token::Start(tag) => match tag.name {
                TagName::Html => return self.body_start(tag),
                TagName::Col => return self.insert_void(tag),
                TagName::Template => return self.metadata(tag),
                _ => {}
            },
            Token::End(tag) => match tag.name {
                TagName::Colgroup if in_group => {
                    self.open.pop();
                    self.mode = Mode::InTable;
                    return;
                }
                TagName::Colgroup | TagName::Col => return self.unexpected(),
                TagName::Template => return self.template_end(),
                _ => {}
            },
            Token::Eof => return self.in_body(token),
            Token::Chars(_) | Token::Null => {}
        }
        if in_group {
            self.open.pop();
            self.reprocess(Mode::InTable, token);
        } else {
            self.unexpected();
        }
    }

    /// «In table body».
    pub(super) fn in_table_body(&mut self, token: Token<'_>) {
        match token {
            Token::Start(tag) if tag.name == TagName::Tr => {
                self.open.clear_back_to(is_body_context);
                self.insert_element(tag);
                self.mode = Mode::InRow;
            }
            Token::Start(tag) if tag.name.is_cell() => {
                self.unexpected();
                self.open.clear_back_to(is_body_context);
                self.insert_phantom(TagName::Tr);
                self.reprocess(Mode::InRow, token);
            }
            Token::Start(tag) if is_part(tag.name) => self.end_rows(token),
            Token::End(tag) => match tag.name {
                TagName::Table => self.end_rows(token),
                name if name.is(ROWS) => {
                    if self.open.in_table_scope(name) {
                        self.open.clear_back_to(is_body_context);
                        self.open.pop();
                        self.mode = Mode::InTable;
                    } else {
                        self.unexpected();
                    }
                }
                TagName::Tr => self.unexpected(),
                name if is_out_of_rows(name) || name.is_cell() => self.unexpected(),
                _ => self.in_table(token),
            },
            token => self.in_table(token),
        }
    }

    fn end_rows(&mut self, token: Token<'_>) {
        if !self.open.any_in_scope(TABLE, |e| e.name.is(ROWS)) {
            return self.unexpected();
        }
        self.open.clear_back_to(is_body_context);
        self.open.pop();
        self.reprocess(Mode::InTable, token);
    }

    /// «In row».
    pub(super) fn in_row(&mut self, token: Token<'_>) {
        match token {
            Token::Start(tag) if tag.name.is_cell() => {
                self.open.clear_back_to(is_row_context);
                self.insert_element(tag);
                self.mode = Mode::InCell;
                self.push_marker();
            }
            Token::Start(tag) if tag.name == TagName::Tr || is_part(tag.name) => {
                self.end_row(Some(token));
            }
            Token::End(tag) => match tag.name {
                TagName::Tr => self.end_row(None),
                TagName::Table => self.end_row(Some(token)),
                name if name.is(ROWS) => match self.open.in_table_scope(name) {
                    true if self.open.in_table_scope(TagName::Tr) => self.end_row(Some(token)),
                    true => {}
                    false => self.unexpected(),
                },
                name if is_out_of_rows(name) || name.is_cell() => self.unexpected(),
                _ => self.in_table(token),
            },
            token => self.in_table(token),
        }
    }

    /// Ends the row, and processes a token after it.
    fn end_row(&mut self, then: Option<Token<'_>>) {
        if !self.open.in_table_scope(TagName::Tr) {
            return self.unexpected();
        }
        self.open.clear_back_to(is_row_context);
        self.open.pop();
        self.mode = Mode::InTableBody;
        if let Some(token) = then {
            self.step_elsewhere(token);
        }
    }

    /// «In cell».
    pub(super) fn in_cell(&mut self, token: Token<'_>) {
        match token {
            Token::Start(tag) if is_of_tables(tag.name) => {
                match self.open.any_in_scope(TABLE, |e| e.name.is_cell()) {
                    true => self.close_cell(token),
                    false => self.unexpected(),
                }
            }
            Token::End(tag) => match tag.name {
                name if name.is_cell() => {
                    if !self.open.in_table_scope(name) {
                        return self.unexpected();
                    }
                    self.open.close_implied(IMPLIED, None);
                    self.open.pop_until(|open| open == name);
                    self.clear_to_marker();
                    self.mode = Mode::InRow;
                }
                name if is_out_of_rows(name) => self.unexpected(),
                TagName::Table | TagName::Tbody | TagName::Tfoot | TagName::Thead | TagName::Tr => {
                    match self.open.in_table_scope(tag.name) {
                        true => self.close_cell(token),
                        false => self.unexpected(),
                    }
                }
                _ => self.body_end(tag),
            },
            token => self.in_body(token),
        }
    }

    /// «Close the cell», and processes the token after it.
    fn close_cell(&mut self, token: Token<'_>) {
        self.open.close_implied(IMPLIED, None);
        self.open.pop_until(TagName::is_cell);
        self.clear_to_marker();
        self.reprocess(Mode::InRow, token);
    }
}
