//! How much of a hostile page is taken.

use std::collections::HashMap;

use web_atoms::LocalName;

use super::document::NodeId;

/// How far the parser goes before it simplifies a page. What was met is told by [`Document::limits_hit`]; `names` there
/// means that the page has more than 10,000 names of elements and attributes that HTML does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// `bytes`: text read, in bytes; the rest of the page is not looked at.
    pub bytes: u32,
    /// `depth`: elements deeper than this become siblings, as browsers do from 512 on.
    pub depth: usize,
    /// `parse-errors`: parse errors kept per page.
    pub errors: usize,
    /// `formatting`: elements that the parser makes up (formatting elements it opens again, mostly), beside one for
    /// every 64 bytes of text. Beyond, formatting elements are closed where the page leaves them open.
    pub implied: usize,
    /// `attributes`: attributes kept of a formatting element (`a`, `b`...), which may be opened again many times.
    pub formatting_attributes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 1 << 30,
            depth: 512,
            errors: 10_000,
            implied: 100_000,
            formatting_attributes: 64,
        }
    }
}

/// Elements that were closed as soon as they were opened, for being too deep: their end tags must not close others.
#[derive(Default)]
pub(super) struct TooDeep {
    pub stack: Vec<(LocalName, Option<NodeId>)>,
    counts: HashMap<LocalName, usize>,
}

impl TooDeep {
    pub fn push(&mut self, name: LocalName, id: Option<NodeId>) {
        *self.counts.entry(name.clone()).or_default() += 1;
        self.stack.push((name, id));
    }

    pub fn pop(&mut self) -> Option<(LocalName, Option<NodeId>)> {
        let (name, id) = self.stack.pop()?;
        if let Some(count) = self.counts.get_mut(&name) {
            *count -= 1;
        }
        Some((name, id))
    }

    pub fn has(&self, name: &LocalName) -> bool {
        self.counts.get(name).is_some_and(|&count| count > 0)
    }
}
