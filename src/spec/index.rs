//! Names of static tables found by a hash: a few steps where a binary search over strings takes many.

/// Where names are in a table; made at compile time, by [`index!`].
pub(super) struct Index<const SLOTS: usize> {
    /// One more than the row, 0 when free; names of one hash follow each other.
    slots: [u16; SLOTS],
}

impl<const SLOTS: usize> Index<SLOTS> {
    /// Of no name yet. `SLOTS`: at least twice the rows, so that searches are short.
    pub const fn new() -> Index<SLOTS> {
        Index { slots: [0; SLOTS] }
    }

    /// With one name more.
    pub const fn with(mut self, name: &str, row: usize) -> Index<SLOTS> {
        let mut slot = hash(name.as_bytes()) % SLOTS;
        while self.slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        self.slots[slot] = row as u16 + 1;
        self
    }

    /// The first row of this name, in order of adding; `name_of`: the name of a row.
    pub fn find<'t>(&self, name: &str, name_of: impl Fn(usize) -> &'t str) -> Option<usize> {
        let mut slot = hash(name.as_bytes()) % SLOTS;
        loop {
            let row = usize::from(self.slots[slot]).checked_sub(1)?;
            if name_of(row) == name {
                return Some(row);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// The [`Index`] of a table by a field of its rows. Of rows of one name that follow each other, the first.
macro_rules! index {
    ($table:expr, $name:tt) => {{
        let (mut index, mut row) = (Index::new(), 0);
        while row < $table.len() {
            let name = $table[row].$name;
            if row == 0 || !crate::spec::index::same(name, $table[row - 1].$name) {
                index = index.with(name, row);
            }
            row += 1;
        }
        index
    }};
}
pub(super) use index;

/// Equality, at compile time.
pub(super) const fn same(one: &str, two: &str) -> bool {
    let (one, two) = (one.as_bytes(), two.as_bytes());
    let mut at = 0;
    while at < one.len() && at < two.len() && one[at] == two[at] {
        at += 1;
    }
    at == one.len() && at == two.len()
}

/// Of the length and of four bytes here and there: names of the tables differ by them.
const fn hash(name: &[u8]) -> usize {
    let len = name.len();
    if len == 0 {
        return 0;
    }
    let (a, b) = (name[0] as u64, name[len / 3] as u64);
    let (c, d) = (name[len * 2 / 3] as u64, name[len - 1] as u64);
    let word = a | b << 8 | c << 16 | d << 24 | (len as u64) << 32;
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_name() {
        const NAMES: [&str; 5] = ["a", "abbr", "b", "abbr", ""];
        let index = (0..5).fold(Index::<16>::new(), |index, row| index.with(NAMES[row], row));
        let find = |name| index.find(name, |row| NAMES[row]);
        assert_eq!(
            [find("a"), find("b"), find("")],
            [Some(0), Some(2), Some(4)]
        );
        assert_eq!(find("abbr"), Some(1), "the first of two");
        assert_eq!([find("c"), find("abb")], [None, None]);
    }
}
