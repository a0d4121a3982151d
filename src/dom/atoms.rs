//! Names of elements and attributes: fast atoms, fast search for duplicates.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use web_atoms::LocalName;

use super::data::{AttrData, Key};
use super::tree::{Tag, TagName};
use crate::text::word;

const SLOTS: usize = 1024;

/// Names that are neither short nor known to the parser, per page: they are interned for all threads, in a table made for
/// few.
const MAX_UNKNOWN: usize = 10_000;

/// Bytes an atom holds itself.
const SHORT: usize = 7;

/// Bytes of a name that make a key of their own.
const WORD: usize = 8;

/// A name, and what is asked of it for each tag or attribute.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub local: LocalName,
    pub key: Key,
    /// As that of an element.
    pub name: TagName,
    /// As that of a start tag, it changes how the tokenizer reads what follows (WHATWG HTML 13.2.6.4).
    pub changes_state: bool,
}

impl Known {
    fn new(local: LocalName) -> Known {
        Known {
            key: Key::of(&local),
            name: TagName::of(&local),
            changes_state: matches!(
                &*local,
                "iframe"
                    | "noembed"
                    | "noframes"
                    | "noscript"
                    | "plaintext"
                    | "script"
                    | "style"
                    | "textarea"
                    | "title"
                    | "xmp"
            ),
            local,
        }
    }

    /// As that of a tag.
    pub fn tag(&self) -> Tag {
        Tag {
            name: self.name,
            local: self.local.clone(),
        }
    }
}

/// Names met lately: an atom costs a hash of the whole name, or a lock.
#[derive(Debug, Default)]
struct Met {
    /// Of at most [`WORD`] bytes, by their bytes as a number; names have no U+0000.
    words: Vec<(u64, Known)>,
    /// Longer ones.
    slots: Vec<Known>,
}

impl Met {
    fn nothing() -> Met {
        Met {
            words: vec![(0, Known::new(LocalName::default())); SLOTS],
            slots: vec![Known::new(LocalName::default()); SLOTS],
        }
    }

    /// Forgets the names that are interned for all threads.
    fn forget_interned(&mut self) {
        for (word, known) in &mut self.words {
            if known.local.is_dynamic() {
                *word = 0;
                *known = Known::new(LocalName::default());
            }
        }
        for known in &mut self.slots {
            if known.local.is_dynamic() {
                *known = Known::new(LocalName::default());
            }
        }
    }
}

thread_local! {
    /// What the last page of this thread met, for the next one.
    static LAST: Cell<Option<Met>> = const { Cell::new(None) };
}

/// The names of a page.
#[derive(Debug)]
pub(super) struct Names {
    met: Met,
    unknown: HashSet<LocalName>,
    /// The page has too many names: those that came last were cut short.
    pub too_many: bool,
}

impl Default for Names {
    fn default() -> Names {
        Names {
            met: LAST.take().unwrap_or_else(Met::nothing),
            unknown: HashSet::new(),
            too_many: false,
        }
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        let mut met = std::mem::take(&mut self.met);
        if self.too_many {
            // Some are cut short, where another page need not have them so.
            return;
        }
        if !self.unknown.is_empty() {
            met.forget_interned();
        }
        LAST.set(Some(met));
    }
}

impl Names {
    #[inline(always)]
    pub fn get(&mut self, name: &str) -> &Known {
        let bytes = name.as_bytes();
        if bytes.len() <= WORD {
            let key = word(bytes);
            let slot = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize % SLOTS;
            if self.met.words[slot].0 != key {
                self.met.words[slot] = (key, Known::new(self.intern(name)));
            }
            return &self.met.words[slot].1;
        }
        let last = usize::from(bytes[bytes.len() - 1]);
        let middle = usize::from(bytes[bytes.len() / 2]);
        let slot = (bytes.len() * 31 + middle * 7 + last) % SLOTS;
        if *self.met.slots[slot].local != *name {
            self.met.slots[slot] = Known::new(self.intern(name));
        }
        &self.met.slots[slot]
    }

    #[cold]
    fn intern(&mut self, name: &str) -> LocalName {
        if name.len() <= SHORT {
            return LocalName::from(name);
        }
        if let Some(known) = LocalName::try_static(name) {
            return known;
        }
        if self.unknown.len() >= MAX_UNKNOWN {
            self.too_many = true;
            let end = (0..=SHORT).rev().find(|&i| name.is_char_boundary(i));
            return LocalName::from(&name[..end.unwrap_or(0)]);
        }
        let name = LocalName::from(name);
        self.unknown.insert(name.clone());
        name
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
    pub fn position(&mut self, attrs: &[AttrData], name: &LocalName) -> Option<usize> {
        if attrs.len() < FEW {
            return attrs.iter().position(|a| a.name == *name);
        }
        if self.index.is_empty() {
            let names = attrs.iter().map(|a| a.name.clone());
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
