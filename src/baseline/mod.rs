//! The causes that a team accepts for now, in a file beside its code: what is in it does not fail a run.

mod date;
mod read;
mod update;
mod write;

use std::collections::{BTreeMap, BTreeSet};

pub use date::Day;
pub use read::{Mistake, parse};
pub use update::{Terms, Updated};
pub use write::write;

use crate::report::{Cause, KnownCause, Ratchet, Scope, State, fingerprint};

/// Version of the file's shape.
pub const VERSION: i64 = 1;

/// What a baseline's file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The paths that were audited for it, from the file's folder.
    pub audited: Vec<String>,
    /// By check, then fingerprint: the order of the file.
    pub known: BTreeMap<(String, String), KnownCause>,
}

/// What a run looked at.
pub struct Looked<'a> {
    /// All that the baseline was made of.
    pub everything: bool,
    /// Whether this page was audited.
    pub page: &'a dyn Fn(&str) -> bool,
    /// Whether findings of this check would show.
    pub check: &'a dyn Fn(&str) -> bool,
    /// The day, where it is known.
    pub today: Option<Day>,
}

/// What of a baseline speaks of a cause.
struct Matched<'b> {
    entries: Vec<&'b KnownCause>,
    /// They accept all of it.
    whole: bool,
}

impl Baseline {
    /// Says of each cause whether it is known, and of what is known whether it is still met.
    pub fn judge(&self, causes: &mut [Cause], looked: &Looked<'_>) -> Ratchet {
        let mut ratchet = Ratchet::default();
        let mut met = BTreeSet::new();
        for cause in causes {
            let matched = self.matched(cause);
            met.extend(matched.entries.iter().map(|e| key(e)));
            let late = |e: &&&KnownCause| is_expired(e, looked.today);
            let expired: Vec<_> = matched.entries.iter().filter(late).collect();
            let spread = has_spread(&matched.entries, cause);
            if matched.whole && expired.is_empty() && !spread {
                cause.state = State::Known;
                ratchet.known += 1;
                continue;
            }
            ratchet.new += 1;
            cause.state = State::New;
            if spread {
                ratchet.spread.push(matched.entries[0].clone());
            } else {
                ratchet
                    .expired
                    .extend(expired.into_iter().copied().cloned());
            }
        }
        ratchet.fixed = self.fixed(&met, looked).cloned().collect();
        ratchet.expired.sort_by(|a, b| key(a).cmp(&key(b)));
        ratchet.expired.dedup();
        ratchet.spread.sort_by(|a, b| key(a).cmp(&key(b)));
        ratchet
    }

    /// What is not among these, and would be if it were still there.
    fn fixed<'b>(
        &'b self,
        met: &BTreeSet<(&str, &str)>,
        looked: &Looked<'_>,
    ) -> impl Iterator<Item = &'b KnownCause> {
        self.known.values().filter(move |entry| {
            let pages = || {
                entry.scope == Scope::Page
                    && !entry.paths.is_empty()
                    && entry.paths.iter().all(|path| (looked.page)(path))
            };
            !met.contains(&key(entry))
                && (looked.check)(&entry.check)
                && (looked.everything || pages())
        })
    }

    fn get(&self, check: &str, key: String) -> Option<&KnownCause> {
        self.known.get(&(check.to_owned(), key))
    }

    /// A cause by its name; else by the names of its parts, where what was few is now many; else by the name it shares with others, where
    /// what was many is now few.
    fn matched(&self, cause: &Cause) -> Matched<'_> {
        let check = cause.first.check;
        let exact = self.get(check, cause.fingerprint.clone());
        let alone = || {
            let names = cause.kin.alone.iter().map(|&key| fingerprint(key));
            names.filter_map(|name| self.get(check, name)).collect()
        };
        let together = || self.get(check, fingerprint(cause.kin.together));
        if let Some(entry) = exact {
            return Matched {
                entries: vec![entry],
                whole: true,
            };
        }
        let entries: Vec<&KnownCause> = alone();
        if !entries.is_empty() {
            let whole = entries.len() == cause.kin.alone.len();
            return Matched { entries, whole };
        }
        let entries: Vec<&KnownCause> = together().into_iter().collect();
        Matched {
            whole: !entries.is_empty(),
            entries,
        }
    }
}

fn key(entry: &KnownCause) -> (&str, &str) {
    (&entry.check, &entry.fingerprint)
}

fn is_expired(entry: &KnownCause, today: Option<Day>) -> bool {
    let last = entry.expires.as_deref().and_then(Day::parse);
    today.is_some_and(|today| last.is_some_and(|last| last < today))
}

/// Whether a page's own defect is now on more pages. A template's may spread: the site grows.
fn has_spread(entries: &[&KnownCause], cause: &Cause) -> bool {
    match entries {
        [entry] => entry.scope == Scope::Page && cause.pages > entry.pages,
        _ => false,
    }
}
