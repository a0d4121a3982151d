//! What a comment asks of the audit: `vigie-disable-next-line`, `vigie-disable`, `vigie-enable`.

use crate::dom::{Document, NodeRef};
use crate::source::Span;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Not to show what begins on the next line.
    NextLine,
    /// Not to show what follows.
    Disable,
    /// To show again what follows.
    Enable,
}

/// A comment that speaks to Vigie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive<'c> {
    /// Its first word; one that there is not is `Err`.
    pub order: Result<Order, &'c str>,
    /// Ids of checks, as written.
    pub names: Vec<&'c str>,
    /// Why, when that is said.
    pub reason: Option<&'c str>,
}

/// What every directive begins with.
const PREFIX: &str = "vigie-";

/// Directives read on one page, and names in one directive: more are a mistake, or malice.
pub const MAX: usize = 500;

/// The directives there are.
pub const ORDERS: [(&str, Order); 3] = [
    ("vigie-disable-next-line", Order::NextLine),
    ("vigie-disable", Order::Disable),
    ("vigie-enable", Order::Enable),
];

impl<'c> Directive<'c> {
    /// Those of a page, in order, with their places.
    pub fn all(doc: &'c Document) -> Vec<(Directive<'c>, Span)> {
        // Most pages have none: no walk for them.
        if !doc.may_have_comment(PREFIX) {
            return Vec::new();
        }
        let comments = doc.nodes().filter_map(|node| match node {
            NodeRef::Comment(comment) => Some(comment),
            _ => None,
        });
        comments
            .filter_map(|c| Some((Directive::parse(c.text())?, c.span())))
            .take(MAX)
            .collect()
    }

    /// Reads what is between the marks of a comment: `vigie-disable-next-line link-empty, duplicate-id: reason`. `None`: it does not
    /// speak to Vigie.
    pub fn parse(comment: &'c str) -> Option<Directive<'c>> {
        let comment = comment.trim();
        if !comment.starts_with(PREFIX) {
            return None;
        }
        let end = comment.find(|c: char| c.is_whitespace() || c == ':');
        let (word, rest) = comment.split_at(end.unwrap_or(comment.len()));
        let (names, reason) = match rest.split_once(':') {
            Some((names, reason)) => (names, Some(reason.trim())),
            None => (rest, None),
        };
        let known = ORDERS.iter().find(|(name, _)| *name == word);
        Some(Directive {
            order: known.map(|(_, order)| *order).ok_or(word),
            names: names
                .split(|c: char| c == ',' || c.is_whitespace())
                .filter(|name| !name.is_empty())
                .take(MAX)
                .collect(),
            reason: reason.filter(|reason| !reason.is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Directive, Order};

    #[test]
    fn directives_are_read() {
        let read = |text| Directive::parse(text).unwrap();
        let line = read(" vigie-disable-next-line link-empty, duplicate-id: voir #12: plus tard ");
        assert_eq!(line.order, Ok(Order::NextLine));
        assert_eq!(line.names, ["link-empty", "duplicate-id"]);
        assert_eq!(line.reason, Some("voir #12: plus tard"));
        assert_eq!(read("vigie-enable").order, Ok(Order::Enable));
        assert_eq!(read("vigie-disable a:").reason, None);
        assert_eq!(read("vigie-disable: a").names, Vec::<&str>::new());
        assert_eq!(read("vigie-disabled a").order, Err("vigie-disabled"));
        assert_eq!(Directive::parse("[if IE]>vigie-disable a<![endif]"), None);
    }
}
