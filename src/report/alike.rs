//! Causes of one shape are shown as one where nobody would read them one by one: a template that writes a wrong `title` on every link of
//! an index has as many causes as the index has entries. A baseline is judged before: each has its own name there.

use std::collections::HashMap;

use super::cause::{Cause, MAX_PLACES, Scope, State, fingerprint};
use crate::check::mix;

/// Causes of one shape from which they are shown as one.
const MANY: usize = 200;

/// Puts those together that are too many to be told one by one. In order before and after.
pub fn put_together(causes: &mut Vec<Cause>) {
    let mut counts: HashMap<(u64, State), usize> = HashMap::new();
    for cause in causes.iter() {
        *counts.entry(shape(cause)).or_default() += 1;
    }
    let mut first: HashMap<(u64, State), usize> = HashMap::new();
    let mut told: Vec<Cause> = Vec::new();
    for cause in std::mem::take(causes) {
        let shape = shape(&cause);
        if counts[&shape] <= MANY {
            told.push(cause);
        } else if let Some(&rank) = first.get(&shape) {
            add(&mut told[rank], cause);
        } else {
            first.insert(shape, told.len());
            told.push(cause);
        }
    }
    for ((shape, state), rank) in first {
        conclude(&mut told[rank], shape, state);
    }
    told.sort_by(Cause::loudest_first);
    *causes = told;
}

fn shape(cause: &Cause) -> (u64, State) {
    (cause.first.cause.shape, cause.state)
}

fn add(all: &mut Cause, cause: Cause) {
    all.variants += 1;
    all.occurrences += cause.occurrences;
    all.on.extend(cause.on);
    all.first.level = all.first.level.max(cause.first.level);
    let room = MAX_PLACES - all.places.len();
    all.places.extend(cause.places.into_iter().take(room));
}

fn conclude(all: &mut Cause, shape: u64, state: State) {
    all.on.sort_unstable();
    all.on.dedup();
    all.pages = all.on.len();
    all.scope = match all.pages {
        ..=1 => Scope::Page,
        _ => Scope::Template,
    };
    // What is new and what is known of one shape are two.
    all.fingerprint = fingerprint(mix(shape, state as u64));
}
