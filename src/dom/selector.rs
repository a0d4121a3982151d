//! A CSS selector for people: the shortest we can say surely.

use std::collections::HashMap;
use std::fmt::Write;

use html5ever::LocalName;

use super::document::{Document, NodeId};
use super::element::Element;

/// `#id` when the id is unique on the page and plain, else the path from the nearest such ancestor.
/// At most 12 steps: deeper paths begin with a descendant combinator and may match more than one element.
pub(super) fn selector_of(element: Element<'_>) -> String {
    let mut steps = Vec::new();
    let mut current = Some(element);
    while let Some(e) = current {
        if let Some(id) = e.attr("id")
            && is_plain(id)
            && e.document().all_by_id(id).nth(1).is_none()
        {
            steps.push(format!("#{id}"));
            break;
        }
        steps.push(step(e));
        if steps.len() == 12 {
            break;
        }
        current = e.parent();
    }
    steps.reverse();
    steps.join(" > ")
}

fn step(e: Element<'_>) -> String {
    let mut out = String::from(e.name());
    if matches!(e.name(), "html" | "head" | "body") {
        return out;
    }
    let (rank, more) = rank(e).unwrap_or_else(|| {
        let ranks = e.document().ranks.get_or_init(|| Ranks::new(e.document()));
        ranks.get(e.id())
    });
    if rank > 1 || more {
        let _ = write!(out, ":nth-of-type({rank})");
    }
    out
}

/// Siblings looked at on either side before all ranks of the page are computed at once.
const NEAR: usize = 100;

/// The element's rank among the siblings of its name, from 1, and whether another comes after the first. `None` if it
/// has too many siblings to look.
fn rank(e: Element<'_>) -> Option<(u32, bool)> {
    let doc = e.document();
    let is_same = |id| doc.local_is(id, e.local());
    let mut rank = 1;
    let mut looked = 0;
    let mut previous = doc.prev_id(e.id());
    while let Some(id) = previous {
        looked += 1;
        if looked > NEAR {
            return None;
        }
        rank += u32::from(is_same(id));
        previous = doc.prev_id(id);
    }
    if rank > 1 {
        return Some((rank, false));
    }
    looked = 0;
    let mut next = doc.next_id(e.id());
    while let Some(id) = next {
        looked += 1;
        if looked > NEAR {
            return None;
        }
        if is_same(id) {
            return Some((rank, true));
        }
        next = doc.next_id(id);
    }
    Some((rank, false))
}

/// The rank of each element of the page among the siblings of its name.
#[derive(Debug)]
pub(super) struct Ranks {
    /// By node: from 1, 0 for what is not an element. `MORE` marks a first one that others follow.
    ranks: Vec<u32>,
}

const MORE: u32 = 1 << 31;

impl Ranks {
    fn new(doc: &Document) -> Ranks {
        let mut ranks = vec![0; doc.nodes.len()];
        // The first element of each parent and name, and how many there are.
        let mut seen: HashMap<(NodeId, &LocalName), (usize, u32)> = HashMap::new();
        for e in doc.elements() {
            let (id, parent) = (e.id() as usize, doc.nodes[e.id() as usize].parent);
            let (first, count) = seen.entry((parent, e.local())).or_insert((id, 0));
            *count += 1;
            ranks[id] = *count;
            if *count == 2 {
                ranks[*first] |= MORE;
            }
        }
        Ranks { ranks }
    }

    fn get(&self, id: NodeId) -> (u32, bool) {
        let rank = self.ranks[id as usize];
        (rank & !MORE, rank & MORE != 0)
    }
}

fn is_plain(id: &str) -> bool {
    let mut chars = id.chars();
    chars
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && chars.all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}
