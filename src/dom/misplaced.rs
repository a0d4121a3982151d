//! Errors about start tags: inside their own kind, in a table, after the body, twice.

use web_atoms::{LocalName, local_name};

use super::complaint::Complaint;
use super::data::{ElementData, NodeId};
use super::element::Namespace;
use super::errors::ParseError;
use super::report::Token;
use super::tree::TagName;
use crate::source::Span;

impl Token<'_> {
    pub(super) fn start_tag(&mut self, name: &LocalName) {
        let made = self.tree.current.made;
        if *name == local_name!("form") && made.is_some() {
            self.recovery.form = made;
        }
        let error = if self.has(Complaint::Nested) {
            self.nested(name)
        } else if self.has(Complaint::Misplaced) {
            let option = self.tree.open.innermost_older(|n| n == TagName::Option);
            let related = option.and_then(|id| self.start_tag_of(id));
            Some(self.tag_error("misplaced-start-tag", name, related))
        } else if self.has(Complaint::Unexpected) {
            self.unexpected_start_tag(name, made)
        } else {
            None
        };
        if let Some(error) = error {
            self.push(error);
        }
    }

    /// The start tag's element may not be inside another of its kind, which was closed or not.
    fn nested(&mut self, name: &LocalName) -> Option<ParseError> {
        let tag = TagName::of(name);
        let outer = if *name == local_name!("form") {
            self.recovery.form
        } else {
            let same = |n: &ElementData| {
                n.local == *name || (tag.is_heading() && n.tag_name().is_heading())
            };
            self.closed_element(same).or_else(|| {
                let in_group = tag == TagName::Optgroup;
                let is = |n| n == tag || (in_group && n == TagName::Option);
                self.tree.open.innermost_older(is)
            })
        };
        Some(self.nested_in(name, outer))
    }

    /// The formatting elements in between go on after it: they are none to blame.
    fn nested_in(&mut self, name: &LocalName, outer: Option<NodeId>) -> ParseError {
        let between = self.tree.open.closed().iter().copied();
        let between = between.filter(|&id| self.is(id, |n| TagName::of(&n.local).is_formatting()));
        let between: Vec<NodeId> = between.chain(outer).collect();
        self.recovery.reported.extend(between);
        let related = outer.and_then(|id| self.start_tag_of(id));
        self.tag_error("nested-element", name, related)
    }

    fn unexpected_start_tag(
        &mut self,
        name: &LocalName,
        made: Option<NodeId>,
    ) -> Option<ParseError> {
        let after_body = std::mem::take(&mut self.recovery.after_body);
        let misplaced = "misplaced-start-tag";
        // Closed because this tag may not be inside.
        let outer = match *name {
            local_name!("input") | local_name!("select") => {
                self.closed_element(|n| n.local == local_name!("select"))
            }
            local_name!("a") => self.closed_element(|n| n.local == local_name!("a")),
            local_name!("table") => self.closed_element(|n| n.local == local_name!("table")),
            _ => None,
        };
        if let Some(outer) = outer {
            if *name != local_name!("input") {
                return Some(self.nested_in(name, Some(outer)));
            }
            self.recovery.reported.insert(outer);
            return Some(self.tag_error(misplaced, name, self.start_tag_of(outer)));
        }
        // An HTML tag that ends SVG or MathML.
        if let Some(foreign) = self.closed_element(|n| n.ns != Namespace::Html) {
            let closed = self.tree.open.closed().iter().copied();
            let foreign_ones = closed.filter(|&id| self.is(id, |n| n.ns != Namespace::Html));
            let foreign_ones: Vec<NodeId> = foreign_ones.collect();
            self.recovery.reported.extend(foreign_ones);
            return Some(self.tag_error(misplaced, name, self.start_tag_of(foreign)));
        }
        let open = &self.tree.open;
        let in_table = self.in_table();
        // Whatever formatting element the parser opened again for it.
        let in_its_parts = open.last_older().is_some_and(|e| e.name.is_table_part());
        let table = open.innermost_older(|n| matches!(n, TagName::Table | TagName::Template));
        let table = table.filter(|&id| self.is(id, |n| n.local == local_name!("table")));
        let moved = self.tree.current.fostered || in_its_parts;
        match *name {
            local_name!("a") => return Some(self.nested_in(name, None)),
            local_name!("image") => return Some(self.tag_error("image-start-tag", name, None)),
            local_name!("html") | local_name!("head") | local_name!("body") => {
                let first = self.named_element(name);
                return Some(self.tag_error(misplaced, name, first));
            }
            local_name!("form") if made.is_none() => return self.nested(name),
            local_name!("td") | local_name!("th") if made.is_some() => {}
            _ if made.is_some()
                && table.is_some()
                && (moved || (in_table && is_form_or_input(name))) =>
            {
                let table = table.and_then(|id| self.start_tag_of(id));
                return Some(self.tag_error("misplaced-in-table", name, table));
            }
            // Inside an element that was moved out of the table: that one is to blame.
            _ if made.is_some() && in_table && !moved && !after_body => return None,
            _ => {}
        }
        Some(self.tag_error(misplaced, name, None))
    }

    /// The start tag of the page's `html`, `head` or `body`.
    fn named_element(&self, name: &LocalName) -> Option<Span> {
        let html = self.tree.open.as_slice().first()?.id;
        let mut all = std::iter::once(html).chain(self.tree.arena.child_ids(html).take(16));
        let id = all.find(|&id| self.tree.arena.is_element(id, name))?;
        self.start_tag_of(id)
    }

    /// Whether the current place is in a table but in none of its cells.
    fn in_table(&self) -> bool {
        let open = &self.tree.open;
        let older = open.as_slice().iter().rev();
        for element in older.filter(|e| e.id < open.first_new()) {
            match element.name {
                TagName::Td | TagName::Th | TagName::Caption | TagName::Template => return false,
                TagName::Table
                | TagName::Tbody
                | TagName::Thead
                | TagName::Tfoot
                | TagName::Tr
                | TagName::Colgroup => return true,
                _ => {}
            }
        }
        false
    }
}

fn is_form_or_input(name: &LocalName) -> bool {
    matches!(*name, local_name!("form") | local_name!("input"))
}
