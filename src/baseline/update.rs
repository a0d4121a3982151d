//! A baseline made from a run, and brought up to date by another.

use std::collections::BTreeSet;

use super::{Baseline, Day, Looked, is_expired, key};
use crate::report::{Cause, KnownCause, Scope};

/// What is said of what is accepted now.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Why.
    pub reason: Option<String>,
    /// Who is to mend it.
    pub owner: Option<String>,
    /// The last day it is accepted.
    pub expires: Option<Day>,
}

/// What an update changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Updated {
    /// Entries that were not there.
    pub added: usize,
    /// Entries that stay.
    pub kept: usize,
    /// Entries of what is met no more.
    pub removed: usize,
    /// Among those that stay: past their day.
    pub expired: usize,
}

impl Baseline {
    /// Takes in all that a run found, and leaves out what it met no more. What people wrote stays, and so do the words of the first time;
    /// the terms are for what was not there, but a new day also renews what was past its own.
    pub fn update(&mut self, causes: &[Cause], looked: &Looked<'_>, terms: &Terms) -> Updated {
        let mut next = Baseline {
            audited: std::mem::take(&mut self.audited),
            ..Baseline::default()
        };
        let mut updated = Updated::default();
        let mut met = BTreeSet::new();
        for cause in causes {
            let matched = self.matched(cause);
            met.extend(matched.entries.iter().map(|e| key(e)));
            let mut entry = entry(cause, terms);
            match matched.entries.first() {
                Some(old) if matched.whole => {
                    (entry.reason, entry.owner) = (old.reason.clone(), old.owner.clone());
                    if terms.expires.is_none() || !is_expired(old, looked.today) {
                        entry.expires.clone_from(&old.expires);
                    }
                    if old.fingerprint == entry.fingerprint {
                        entry.message.clone_from(&old.message);
                        entry.excerpt.clone_from(&old.excerpt);
                    }
                    updated.kept += 1;
                    updated.expired += usize::from(is_expired(&entry, looked.today));
                }
                _ => updated.added += 1,
            }
            next.insert(entry);
        }
        let fixed: BTreeSet<_> = self.fixed(&met, looked).map(key).collect();
        updated.removed = fixed.len();
        for entry in self.known.values() {
            if !met.contains(&key(entry)) && !fixed.contains(&key(entry)) {
                updated.kept += 1;
                next.insert(entry.clone());
            }
        }
        *self = next;
        updated
    }

    /// Leaves out what a run met no more, and touches nothing else.
    pub fn prune(&mut self, causes: &[Cause], looked: &Looked<'_>) -> Updated {
        let matched = causes.iter().flat_map(|cause| self.matched(cause).entries);
        let met: BTreeSet<_> = matched.map(key).collect();
        let fixed: BTreeSet<(String, String)> = self
            .fixed(&met, looked)
            .map(|e| (e.check.clone(), e.fingerprint.clone()))
            .collect();
        self.known.retain(|key, _| !fixed.contains(key));
        let late = |e: &&KnownCause| is_expired(e, looked.today);
        Updated {
            added: 0,
            kept: self.known.len(),
            removed: fixed.len(),
            expired: self.known.values().filter(late).count(),
        }
    }

    fn insert(&mut self, entry: KnownCause) {
        let key = (entry.check.clone(), entry.fingerprint.clone());
        self.known.insert(key, entry);
    }
}

fn entry(cause: &Cause, terms: &Terms) -> KnownCause {
    let mut paths: Vec<String> = Vec::new();
    if cause.scope == Scope::Page {
        paths.extend(cause.places.iter().map(|place| place.path.to_string()));
        paths.dedup();
    }
    KnownCause {
        check: cause.first.check.to_owned(),
        fingerprint: cause.fingerprint.clone(),
        scope: cause.scope,
        pages: cause.pages,
        message: cause.first.message.clone(),
        excerpt: cause.first.excerpt.clone(),
        paths,
        reason: terms.reason.clone(),
        owner: terms.owner.clone(),
        expires: terms.expires.map(|day| day.to_string()),
    }
}
