//! A CSS selector for people: the shortest we can say surely.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write;

use web_atoms::LocalName;

use super::data::NodeId;
use super::element::Element;

/// Steps shown at most.
const STEPS: usize = 12;

/// `#id` when the id is unique on the page and plain, else the path from the nearest such ancestor.
/// At most 12 steps: deeper paths begin with a descendant combinator and may match more than one element.
pub(super) fn selector_of(element: Element<'_>) -> String {
    let mut steps = Vec::with_capacity(STEPS);
    let mut out = String::with_capacity(120);
    let mut current = Some(element);
    while let Some(e) = current.filter(|_| steps.len() < STEPS) {
        if let Some(id) = e.attr("id")
            && is_plain(id)
            && e.document().all_by_id(id).nth(1).is_none()
        {
            out.push('#');
            out.push_str(id);
            break;
        }
        steps.push(e);
        current = e.parent();
    }
    for e in steps.into_iter().rev() {
        if !out.is_empty() {
            out.push_str(" > ");
        }
        step(e, &mut out);
    }
    out
}

fn step(e: Element<'_>, out: &mut String) {
    out.push_str(e.name());
    if matches!(e.name(), "html" | "head" | "body") {
        return;
    }
    let doc = e.document();
    let ranks = doc.ranks.get_or_init(|| Ranks::new(doc.len()));
    let (rank, more) = ranks.get(e);
    if rank > 1 || more {
        let _ = write!(out, ":nth-of-type({rank})");
    }
}

/// The rank of elements among the siblings of their name, all children of a parent numbered when one is first asked for.
#[derive(Debug)]
pub(super) struct Ranks {
    /// By node: from 1, 0 for what is not numbered yet. `MORE` marks a first one that others follow.
    ranks: RefCell<Vec<u32>>,
}

const MORE: u32 = 1 << 31;

impl Ranks {
    fn new(nodes: u32) -> Ranks {
        Ranks {
            ranks: RefCell::new(vec![0; nodes as usize]),
        }
    }

    /// The element's rank, and whether another comes after the first.
    fn get(&self, e: Element<'_>) -> (u32, bool) {
        let mut ranks = self.ranks.borrow_mut();
        if ranks[e.id() as usize] == 0 {
            number(e, &mut ranks);
        }
        let rank = ranks[e.id() as usize];
        (rank & !MORE, rank & MORE != 0)
    }
}

/// Numbers an element and its siblings.
fn number(e: Element<'_>, ranks: &mut [u32]) {
    let Some(parent) = e.parent() else {
        ranks[e.id() as usize] = 1;
        return;
    };
    let mut names = Names::default();
    for sibling in parent.child_elements() {
        let (first, count) = names.seen(sibling);
        ranks[sibling.id() as usize] = count;
        if count == 2 {
            ranks[first as usize] |= MORE;
        }
    }
}

/// The names of siblings, each with its first element and how many there are so far.
#[derive(Default)]
struct Names<'a> {
    list: Vec<(&'a LocalName, NodeId, u32)>,
    /// Where names past the first few are in the list.
    more: HashMap<&'a LocalName, usize>,
}

/// Names looked through one by one.
const FEW: usize = 12;

impl<'a> Names<'a> {
    /// Counts one more of its name: the first of them, and its rank.
    fn seen(&mut self, e: Element<'a>) -> (NodeId, u32) {
        let name = e.local();
        let few = self.list.len().min(FEW);
        let at = self.list[..few].iter().position(|known| known.0 == name);
        let at = at.unwrap_or_else(|| {
            let next = self.list.len();
            let at = match next < FEW {
                true => next,
                false => *self.more.entry(name).or_insert(next),
            };
            if at == next {
                self.list.push((name, e.id(), 0));
            }
            at
        });
        let (_, first, count) = &mut self.list[at];
        *count += 1;
        (*first, *count)
    }
}

fn is_plain(id: &str) -> bool {
    let mut chars = id.chars();
    chars
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && chars.all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use crate::dom;
    use crate::source::Source;

    fn selectors(body: &str) -> Vec<String> {
        let doc = dom::parse(Source::from_text("p", format!("<!DOCTYPE html>{body}")));
        let body = doc.body().unwrap();
        body.descendants().map(|e| e.selector()).collect()
    }

    #[test]
    fn ranks_count_the_siblings_of_a_name() {
        assert_eq!(
            selectors("<p>1<b></b><div id=a><i>2</i></div><p id=x><p id=x>"),
            [
                "html > body > p:nth-of-type(1)",
                "html > body > p:nth-of-type(1) > b",
                "#a",
                "#a > i",
                "html > body > p:nth-of-type(2)",
                "html > body > p:nth-of-type(3)",
            ]
        );
    }

    #[test]
    fn many_names_among_siblings() {
        let mut html = String::new();
        for i in 0..40 {
            let _ = write!(html, "<x-{i}></x-{i}>");
        }
        let html = html.repeat(2);
        let all = selectors(&html);
        assert_eq!(all[0], "html > body > x-0:nth-of-type(1)");
        assert_eq!(all[39], "html > body > x-39:nth-of-type(1)");
        assert_eq!(all[79], "html > body > x-39:nth-of-type(2)");
    }
}
