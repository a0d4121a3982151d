//! Tables keyed by element or attribute names, looked up by the parser's atoms.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use html5ever::LocalName;

use super::element::{Attr, Element};

/// A value per name. Lookups compare atoms, not strings.
#[derive(Debug)]
pub struct NameMap<T> {
    map: HashMap<LocalName, T, BuildHasherDefault<AtomHasher>>,
}

impl<T> Default for NameMap<T> {
    fn default() -> NameMap<T> {
        NameMap {
            map: HashMap::default(),
        }
    }
}

impl<T: Default> NameMap<T> {
    /// The value of a name, made if it is not there yet.
    pub fn entry(&mut self, name: &str) -> &mut T {
        self.map.entry(LocalName::from(name)).or_default()
    }
}

impl<T> NameMap<T> {
    /// The value for an element's local name.
    pub fn of_element(&self, element: Element<'_>) -> Option<&T> {
        self.map.get(element.local())
    }

    /// The value for an attribute's local name.
    pub fn of_attribute(&self, attr: Attr<'_>) -> Option<&T> {
        self.map.get(attr.local())
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
}

/// Atoms carry a good hash already.
#[derive(Default)]
struct AtomHasher(u64);

impl Hasher for AtomHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0.rotate_left(5) ^ u64::from(b)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
