//! What stands straight inside a list and should not, in runs.

use crate::dom::{Element, NodeId, NodeRef, Origin, Text};
use crate::source::Span;

/// Something straight inside a list.
#[derive(Clone, Copy)]
pub enum Child<'p> {
    /// An element, as written.
    Element(Element<'p>),
    /// Text, bare or in a tag that the parser opened again (`<i>` of an earlier paragraph).
    Text(Text<'p>),
}

impl<'p> Child<'p> {
    /// Where to point.
    pub fn place(self) -> Span {
        match self {
            Child::Element(e) => e.place(),
            Child::Text(t) => {
                let text = t.text();
                let start = text.len() - text.trim_ascii_start().len();
                let line = text[start..].split(['\n', '\r']).next().unwrap_or("");
                t.source_span(start..start + line.trim_ascii_end().len())
            }
        }
    }

    /// The name of its tag, if it has one.
    pub fn tag(self) -> Option<&'p str> {
        match self {
            Child::Element(e) => Some(e.name()),
            Child::Text(_) => None,
        }
    }
}

/// Things that follow each other straight inside a list, up to the next thing that is in its place.
pub struct Run<'p> {
    /// The first of each kind (tag, or text), in order.
    pub kinds: Vec<Child<'p>>,
    /// All of them.
    pub count: usize,
    /// One past the last node of the run.
    pub end: NodeId,
}

/// The runs of misplaced children of a list. Comments, white space, and what the parser made up around nothing (a stray `</p>`)
/// are no children. Nothing is allocated for a list in order.
pub fn runs<'p>(list: Element<'p>, fits: impl Fn(Element<'p>) -> bool) -> Vec<Run<'p>> {
    let mut runs: Vec<Run<'p>> = Vec::new();
    let mut open = false;
    for node in list.children() {
        let child = match node {
            NodeRef::Element(e) if fits(e) => {
                // Scripts do not part what they stand between.
                open = open && e.is_any(&["script", "template"]);
                continue;
            }
            NodeRef::Element(e) => match e.origin() {
                // `<p>` typed for `</p>`: the paragraph before it is told already.
                Origin::Explicit(_) if open && e.is("p") && is_blank(e) => continue,
                Origin::Explicit(_) => Child::Element(e),
                Origin::Implied(_) => match first_text(e) {
                    Some(text) => Child::Text(text),
                    None => continue,
                },
            },
            NodeRef::Text(text) if !text.is_blank() => Child::Text(text),
            _ => continue,
        };
        let end = match node {
            NodeRef::Element(e) => e.subtree_end(),
            NodeRef::Text(text) => text.id() + 1,
            _ => continue,
        };
        if !open {
            open = true;
            runs.push(Run {
                kinds: Vec::new(),
                count: 0,
                end,
            });
        }
        if let Some(run) = runs.last_mut() {
            run.count += 1;
            run.end = end;
            if run.kinds.len() < MAX_KINDS && run.kinds.iter().all(|k| k.tag() != child.tag()) {
                run.kinds.push(child);
            }
        }
    }
    runs
}

/// Kinds told apart in a run.
const MAX_KINDS: usize = 8;

fn is_blank(element: Element<'_>) -> bool {
    element.child_elements().next().is_none() && element.text_is_blank()
}

fn first_text(element: Element<'_>) -> Option<Text<'_>> {
    element
        .descendant_nodes()
        .filter_map(NodeRef::as_text)
        .find(|t| !t.is_blank())
}
