//! Names that authors may have meant by unknown ones, looked for once each on a page: a look compares with a whole table.

use std::collections::HashMap;
use std::hash::Hash;

use crate::check::{Context, Draft, Target};
use crate::text::{Text, misspelt};

/// Names looked for on a page; of more nothing is told.
const MAX_LOOKED: usize = 500;

/// What is kept of the looks of a page, by name and by what the name is of.
pub struct Looked<K = (), V = &'static str>(HashMap<(Box<str>, K), Option<V>>);

impl<K, V> Default for Looked<K, V> {
    fn default() -> Looked<K, V> {
        Looked(HashMap::new())
    }
}

impl<K: Eq + Hash, V: Copy> Looked<K, V> {
    /// What `find` says of a name, asked once.
    pub fn near(&mut self, name: &str, of: K, find: impl FnOnce() -> Option<V>) -> Option<V> {
        let key = (Box::from(name), of);
        if self.0.len() >= MAX_LOOKED {
            return self.0.get(&key).copied().flatten();
        }
        *self.0.entry(key).or_insert_with(find)
    }
}

/// Fails what has an unknown name, in a series by name; the first of two messages when another name is `{near}`. The draft is the
/// first of its series.
pub fn fail_unknown<'c, 'p>(
    target: impl Into<Target<'p>>,
    (name, near): (&str, Option<&str>),
    (close, unknown): (&Text, &Text),
    also: &Text,
    cx: &'c mut Context<'p>,
) -> Option<Draft<'c, 'p>> {
    match near {
        Some(near) => {
            let draft = cx.fail_together(target, close, name, also)?;
            Some(draft.arg("near", near))
        }
        None => cx.fail_together(target, unknown, name, also),
    }
}

/// The name meant by an unknown one, for checks that keep nothing else of the page.
pub fn meant<N: Iterator<Item = &'static str>>(
    name: &str,
    names: impl FnOnce() -> N,
    cx: &mut Context<'_>,
) -> Option<&'static str> {
    let looked: &mut Looked = cx.memory();
    looked.near(name, (), || misspelt(name, names()))
}
