//! Two runs side by side, cause by cause.

mod read;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

pub use read::{Broken, RecordedCause, RecordedRun, read};

use crate::check::Level;
use crate::report::Levels;

/// A cause that both runs have, with other figures.
#[derive(Clone, Debug, Serialize)]
pub struct Changed {
    /// As it is now.
    #[serde(flatten)]
    pub now: RecordedCause,
    /// What it was.
    pub before: Figures,
}

/// How much of a cause there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// How loud.
    pub level: Level,
    /// Pages that have it.
    pub pages: usize,
    /// Findings.
    pub occurrences: usize,
}

/// What one run looked at and the other did not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Only {
    /// Ids of checks.
    pub checks: BTreeSet<String>,
    /// Paths of pages.
    pub pages: BTreeSet<String>,
}

/// What lies between two runs. Causes are in the order of their run: the loudest first, then those of most pages.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Difference {
    /// In the second run only.
    pub new: Vec<RecordedCause>,
    /// In the first run only.
    pub fixed: Vec<RecordedCause>,
    /// In both, on more pages or fewer, louder or quieter.
    pub changed: Vec<Changed>,
    /// In both, with the same figures.
    pub unchanged: usize,
    /// Of checks that only one of the runs had: neither new nor fixed.
    pub incomparable: Vec<RecordedCause>,
    /// What only the first run looked at.
    pub only_old: Only,
    /// What only the second run looked at.
    pub only_new: Only,
}

impl Difference {
    /// From the first run to the second.
    pub fn between(old: RecordedRun, new: RecordedRun) -> Difference {
        let mut difference = Difference {
            only_old: only(&old, &new),
            only_new: only(&new, &old),
            ..Difference::default()
        };
        let mut before: BTreeMap<(String, String), RecordedCause> = BTreeMap::new();
        let mut order = Vec::new();
        for cause in old.causes {
            order.push(cause.key());
            before.insert(cause.key(), cause);
        }
        for now in new.causes {
            match before.remove(&now.key()) {
                Some(old) if old.figures() == now.figures() => difference.unchanged += 1,
                Some(old) => difference.changed.push(Changed {
                    before: old.figures(),
                    now,
                }),
                None if old.checks.contains(&now.check) => difference.new.push(now),
                None => difference.incomparable.push(now),
            }
        }
        let gone = order.iter().filter_map(|key| before.remove(key));
        let (fixed, incomparable) = gone.partition(|c| new.checks.contains(&c.check));
        difference.fixed = fixed;
        difference.incomparable.extend::<Vec<_>>(incomparable);
        difference
    }
}

/// What one run looked at and the other did not.
fn only(one: &RecordedRun, other: &RecordedRun) -> Only {
    Only {
        checks: one.checks.difference(&other.checks).cloned().collect(),
        pages: one.pages.difference(&other.pages).cloned().collect(),
    }
}

/// Causes by level.
pub fn levels<'c>(causes: impl IntoIterator<Item = &'c RecordedCause>) -> Levels {
    let mut levels = Levels::default();
    causes.into_iter().for_each(|cause| levels.add(cause.level));
    levels
}
