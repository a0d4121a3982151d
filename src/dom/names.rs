//! Tables keyed by element or attribute names, looked up by the parser's atoms.

use web_atoms::LocalName;

use super::data::Key;
use super::element::{Attr, Element};

/// A value per name. Lookups compare atoms, not strings, and most are settled by one look.
#[derive(Debug)]
pub struct NameMap<T> {
    /// By [`Key`], one more than the rank of the first name that has it; 0 where there is none.
    first: [u16; Key::COUNT],
    entries: Vec<Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    name: LocalName,
    /// Of the same key; as in [`NameMap::first`].
    next: u16,
    value: T,
}

impl<T> Default for NameMap<T> {
    fn default() -> NameMap<T> {
        NameMap {
            first: [0; Key::COUNT],
            entries: Vec::new(),
        }
    }
}

impl<T: Default> NameMap<T> {
    /// The value of a name, made if it is not there yet.
    pub fn entry(&mut self, name: &str) -> &mut T {
        let key = Key::of(name);
        let name = LocalName::from(name);
        let at = self.find(key, &name).unwrap_or_else(|| {
            let rank = u16::try_from(self.entries.len() + 1).expect("few names");
            self.entries.push(Entry {
                name,
                next: std::mem::replace(&mut self.first[key.index()], rank),
                value: T::default(),
            });
            self.entries.len() - 1
        });
        &mut self.entries[at].value
    }
}

/// A set of names.
impl<'n> FromIterator<&'n str> for NameMap<()> {
    fn from_iter<I: IntoIterator<Item = &'n str>>(names: I) -> NameMap<()> {
        let mut set = NameMap::default();
        for name in names {
            set.entry(name);
        }
        set
    }
}

impl<T> NameMap<T> {
    /// The rank of a name's entry.
    #[inline(always)]
    fn find(&self, key: Key, name: &LocalName) -> Option<usize> {
        let mut next = self.first[key.index()];
        loop {
            let at = usize::from(next).checked_sub(1)?;
            let entry = &self.entries[at];
            if entry.name == *name {
                return Some(at);
            }
            next = entry.next;
        }
    }

    #[inline(always)]
    fn get(&self, key: Key, name: &LocalName) -> Option<&T> {
        let at = self.find(key, name)?;
        Some(&self.entries[at].value)
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
