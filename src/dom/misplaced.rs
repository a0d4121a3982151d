//! Errors about start tags: inside their own kind, in a table, after the body, twice.

use html5ever::{LocalName, local_name};

use super::complaint::{Class, is_formatting, is_heading, is_heading_name};
use super::data::{ElementData, NodeId};
use super::element::Namespace;
use super::errors::ParseError;
use super::report::Token;
use crate::source::Span;

impl Token<'_> {
    pub(super) fn start_tag(&mut self, name: &LocalName) {
        let made = self.sink().current.borrow().made;
        if *name == local_name!("form") && made.is_some() {
            self.recovery.form = made;
        }
        let error = if self.has(Class::Nested) {
            self.nested(name)
        } else if self.has(Class::Misplaced) {
            let option = self.open_element(|n| matches!(*n, local_name!("option")));
            let related = option.and_then(|id| self.start_tag_of(id));
            Some(self.tag_error("misplaced-start-tag", name, related))
        } else if self.has(Class::Unexpected) {
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
        let is_heading_tag = is_heading_name(name);
        let outer = if *name == local_name!("form") {
            self.recovery.form
        } else {
            let same = |n: &ElementData| n.local == *name || (is_heading_tag && is_heading(n));
            self.closed_element(same).or_else(|| {
                self.open_element(|n| {
                    *n == *name || (*name == local_name!("optgroup") && *n == local_name!("option"))
                })
            })
        };
        Some(self.nested_in(name, outer))
    }

    /// The formatting elements in between go on after it: they are none to blame.
    fn nested_in(&mut self, name: &LocalName, outer: Option<NodeId>) -> ParseError {
        let sink = &self.tree.sink;
        let open = sink.open.borrow();
        let between = open.closed().iter().copied();
        let between = between.filter(|&id| is_formatting(&sink.element(id).local));
        self.recovery.reported.extend(between.chain(outer));
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
        let table = |n: &LocalName| *n == local_name!("table");
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
            let closed = self.sink().open.borrow().closed().to_vec();
            let foreign_ones = closed
                .into_iter()
                .filter(|id| self.tree.sink.element(*id).ns != Namespace::Html);
            self.recovery.reported.extend(foreign_ones);
            return Some(self.tag_error(misplaced, name, self.start_tag_of(foreign)));
        }
        let in_table = self.in_table();
        let fostered = self.sink().current.borrow().fostered;
        match *name {
            local_name!("a") => return Some(self.nested_in(name, None)),
            local_name!("image") => return Some(self.tag_error("image-start-tag", name, None)),
            local_name!("html") | local_name!("head") | local_name!("body") => {
                let first = self.named_element(name);
                return Some(self.tag_error(misplaced, name, first));
            }
            local_name!("form") if made.is_none() => return self.nested(name),
            local_name!("td") | local_name!("th") if made.is_some() => {}
            _ if made.is_some() && (fostered || (in_table && is_form_or_input(name))) => {
                let table = self
                    .open_element(table)
                    .and_then(|id| self.start_tag_of(id));
                return Some(self.tag_error("misplaced-in-table", name, table));
            }
            // Inside an element that was moved out of the table: that one is to blame.
            _ if made.is_some() && in_table && !after_body => return None,
            _ => {}
        }
        Some(self.tag_error(misplaced, name, None))
    }

    /// The start tag of the page's `html`, `head` or `body`.
    fn named_element(&self, name: &LocalName) -> Option<Span> {
        let id = self.sink().page_element(name)?;
        self.start_tag_of(id)
    }

    /// Whether the current place is in a table but in none of its cells.
    fn in_table(&self) -> bool {
        let open = self.sink().open.borrow();
        let older = open.as_slice().iter().rev();
        for &id in older.filter(|&&id| id < open.first_new()) {
            match self.sink().element(id).local {
                local_name!("td")
                | local_name!("th")
                | local_name!("caption")
                | local_name!("template") => return false,
                local_name!("table")
                | local_name!("tbody")
                | local_name!("thead")
                | local_name!("tfoot")
                | local_name!("tr")
                | local_name!("colgroup") => return true,
                _ => {}
            }
        }
        false
    }
}

fn is_form_or_input(name: &LocalName) -> bool {
    matches!(*name, local_name!("form") | local_name!("input"))
}
