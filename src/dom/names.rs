//! Tables keyed by element or attribute names, looked up by the parser's atoms.

use web_atoms::LocalName;

use super::data::{Key, KeySet};
use super::element::{Attr, Element};

/// A value per name. Lookups compare atoms, not strings, and most are settled by one bit or one slot.
#[derive(Debug)]
pub struct NameMap<T> {
    /// Of the names: most others are not looked for.
    keys: KeySet,
    entries: Vec<(LocalName, T)>,
    /// By the hash of a name, one more than the rank of its entry; 0 where there is none. A power of two, four times the entries.
    slots: Vec<u16>,
}

impl<T> Default for NameMap<T> {
    fn default() -> NameMap<T> {
        NameMap {
            keys: KeySet::default(),
            entries: Vec::new(),
            slots: vec![0; 8],
        }
    }
}

impl<T: Default> NameMap<T> {
    /// The value of a name, made if it is not there yet.
    pub fn entry(&mut self, name: &str) -> &mut T {
        self.keys.add(Key::of(name));
        let name = LocalName::from(name);
        let at = match self.find(&name) {
            Ok(at) => at,
            Err(slot) => {
                self.entries.push((name, T::default()));
                self.slots[slot] = u16::try_from(self.entries.len()).expect("few names");
                if self.entries.len() * 4 > self.slots.len() {
                    self.double();
                }
                self.entries.len() - 1
            }
        };
        &mut self.entries[at].1
    }

    fn double(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for (rank, (name, _)) in (1..).zip(&self.entries) {
            if let Err(slot) = self.find(name) {
                self.slots[slot] = rank;
            }
        }
    }
}

impl<T> NameMap<T> {
    /// The rank of a name's entry, or the free slot where it would be.
    fn find(&self, name: &LocalName) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = (name.get_hash().wrapping_mul(0x9e37_79b9) >> 16) as usize & mask;
        loop {
            match usize::from(self.slots[slot]).checked_sub(1) {
                None => return Err(slot),
                Some(at) if self.entries[at].0 == *name => return Ok(at),
                Some(_) => slot = (slot + 1) & mask,
            }
        }
    }

    #[inline(always)]
    fn get(&self, key: Key, name: &LocalName) -> Option<&T> {
        match self.keys.has(key) {
            true => Some(&self.entries[self.find(name).ok()?].1),
            false => None,
        }
    }

    /// The value for an element's local name.
    #[inline(always)]
    pub fn of_element(&self, element: Element<'_>) -> Option<&T> {
        self.get(element.key(), element.local())
    }

    /// The value for an attribute's local name.
    #[inline(always)]
    pub fn of_attribute(&self, attr: Attr<'_>) -> Option<&T> {
        self.get(attr.key(), attr.local())
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_has_its_value() {
        let names: Vec<String> = (0..300).map(|n| format!("name-{n}")).collect();
        let mut map = NameMap::<usize>::default();
        assert!(map.is_empty());
        for (n, name) in names.iter().enumerate() {
            *map.entry(name) = n;
        }
        *map.entry("name-7") += 1000;
        let get = |name: &str| map.get(Key::of(name), &LocalName::from(name)).copied();
        for (n, name) in names.iter().enumerate() {
            assert_eq!(get(name), Some(if n == 7 { 1007 } else { n }), "{name}");
        }
        assert_eq!([get("name"), get("")], [None, None]);
    }
}
