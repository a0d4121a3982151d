//! A CSS selector for people: the shortest we can say surely.

use std::fmt::Write;

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
    let mut rank = 1;
    let mut previous = e.prev_element();
    while let Some(p) = previous {
        rank += u32::from(p.name() == e.name());
        previous = p.prev_element();
    }
    let mut more = false;
    let mut next = e.next_element();
    while let Some(n) = next
        && rank == 1
        && !more
    {
        more = n.name() == e.name();
        next = n.next_element();
    }
    if rank > 1 || more {
        let _ = write!(out, ":nth-of-type({rank})");
    }
    out
}

fn is_plain(id: &str) -> bool {
    let mut chars = id.chars();
    chars
        .next()
        .is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        && chars.all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}
