//! Names of elements and attributes: fast atoms, fast search for duplicates.

use std::collections::HashMap;

use html5ever::{Attribute, LocalName};

const SLOTS: usize = 128;

/// Names met lately. Atoms of more than 7 bytes are interned, which costs a hash of the whole name or a lock; shorter
/// ones hold their bytes themselves.
#[derive(Debug)]
pub(super) struct Names {
    slots: Vec<LocalName>,
}

impl Default for Names {
    fn default() -> Names {
        Names {
            slots: vec![LocalName::default(); SLOTS],
        }
    }
}

impl Names {
    pub fn get(&mut self, name: &str) -> LocalName {
        let bytes = name.as_bytes();
        if bytes.len() <= 7 {
            return LocalName::from(name);
        }
        let last = usize::from(bytes[bytes.len() - 1]);
        let middle = usize::from(bytes[bytes.len() / 2]);
        let slot = &mut self.slots[(bytes.len() * 31 + middle * 7 + last) % SLOTS];
        if **slot != *name {
            *slot = LocalName::from(name);
        }
        slot.clone()
    }
}

/// Above this many attributes, those of a tag are hashed.
const FEW: usize = 16;

/// The names of a tag's attributes.
#[derive(Debug, Default)]
pub(super) struct Seen {
    index: HashMap<LocalName, usize>,
}

impl Seen {
    /// Where the tag has an attribute of this name already. If it has none, one is added next.
    pub fn position(&mut self, attrs: &[Attribute], name: &LocalName) -> Option<usize> {
        if attrs.len() < FEW {
            return attrs.iter().position(|a| a.name.local == *name);
        }
        if self.index.is_empty() {
            let names = attrs.iter().map(|a| a.name.local.clone());
            self.index.extend(names.zip(0..));
        }
        match self.index.entry(name.clone()) {
            std::collections::hash_map::Entry::Occupied(first) => Some(*first.get()),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(attrs.len());
                None
            }
        }
    }

    /// For a new tag.
    pub fn clear(&mut self) {
        if !self.index.is_empty() {
            self.index = HashMap::new();
        }
    }
}
