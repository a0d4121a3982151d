//! Elements by id (DOM Standard, `getElementById`).

use std::cmp::Ordering;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;
use web_atoms::local_name;

use super::data::{AttrSet, Kind, NodeId};
use super::document::Document;

/// An id that an element has: its hash, the element, the rank of the attribute.
#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u32,
    node: NodeId,
    attr: u32,
}

const ID: AttrSet = AttrSet::of(&["id"]);

/// All ids outside templates, sorted by hash, then by id, then in document order: few comparisons look at the ids themselves.
#[derive(Debug)]
pub(super) struct Ids {
    entries: Vec<Entry>,
    /// Some element has the id of another.
    pub any_repeated: bool,
}

impl Ids {
    pub fn new(doc: &Document) -> Ids {
        let mut entries = Vec::new();
        for (node, data) in doc.nodes.iter().enumerate() {
            if data.kind != Kind::Element {
                continue;
            }
            let element = &doc.records.elements[data.record as usize];
            if !element.attrs.set.meets(ID) {
                continue;
            }
            let mut attrs = element.attrs().filter(|_| !element.in_template);
            if let Some(attr) = attrs.find(|&a| doc.records.attrs[a].name == local_name!("id")) {
                entries.push(Entry {
                    hash: 0,
                    node: node as NodeId,
                    attr: attr as u32,
                });
            }
        }
        for entry in &mut entries {
            entry.hash = hash(value(doc, entry));
        }
        entries.retain(|entry| !value(doc, entry).is_empty());
        entries.sort_unstable_by(|a, b| {
            let by_value = || value(doc, a).cmp(value(doc, b));
            let by_hash = a.hash.cmp(&b.hash);
            by_hash.then_with(by_value).then(a.node.cmp(&b.node))
        });
        Ids {
            any_repeated: entries.windows(2).any(|two| is_same(doc, &two[0], &two[1])),
            entries,
        }
    }

    /// The ids that several elements have, each once.
    pub fn repeated<'a>(&'a self, doc: &'a Document) -> impl Iterator<Item = &'a str> {
        let uses = self.entries.chunk_by(move |a, b| is_same(doc, a, b));
        uses.filter(|uses| uses.len() > 1)
            .map(move |uses| value(doc, &uses[0]))
    }

    /// The elements with this id, in document order.
    pub fn nodes<'a>(&'a self, doc: &Document, id: &str) -> impl Iterator<Item = NodeId> + use<'a> {
        let hash = hash(id);
        let order = |entry: &Entry| match entry.hash.cmp(&hash) {
            Ordering::Equal => value(doc, entry).cmp(id),
            different => different,
        };
        let start = self.entries.partition_point(|e| order(e) == Ordering::Less);
        let len = self.entries[start..].partition_point(|e| order(e) == Ordering::Equal);
        self.entries[start..start + len].iter().map(|e| e.node)
    }
}

fn hash(id: &str) -> u32 {
    FxBuildHasher.hash_one(id) as u32
}

fn value<'a>(doc: &'a Document, entry: &Entry) -> &'a str {
    doc.records.attrs[entry.attr as usize].text(doc)
}

fn is_same(doc: &Document, a: &Entry, b: &Entry) -> bool {
    a.hash == b.hash && value(doc, a) == value(doc, b)
}
