//! Which of several candidates wrote a place, and how sure that is.

use super::align::Fit;
use super::files::Role;
use super::index::Index;
use super::{Certainty, Clue};

/// A place in the sources that can have written one in a page.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The rank of its file.
    pub file: u32,
    /// The rank of its token.
    pub at: usize,
    /// How well it fits.
    pub fit: Fit,
    /// Whose place its file is.
    pub role: Role,
    /// A tag that is rare enough to be told by itself, all places of the sources being known.
    pub telling: bool,
    /// It is a value, which templates put where they want.
    pub value: bool,
}

/// Less evidence than this is none.
const LIKELY: f32 = 5.0;
/// Evidence enough to be sure, when nothing speaks against it.
const CERTAIN: f32 = 7.5;
/// What it is worth to be the only place that nothing contradicts.
const ALONE: f32 = 3.0;

/// The candidate that wrote it, if one did more than all others.
pub fn decide(
    mut all: Vec<Candidate>,
    owner: Option<u32>,
    index: &Index,
    clue: &Clue<'_>,
) -> Option<(Candidate, Certainty)> {
    let order = |c: &Candidate| (c.fit.is_clean(), c.fit.weight);
    all.sort_by(|a, b| {
        let (a_key, b_key) = (order(a), order(b));
        let by_weight = b_key.1.total_cmp(&a_key.1);
        by_weight
            .then(b_key.0.cmp(&a_key.0))
            .then((a.file, a.at).cmp(&(b.file, b.at)))
    });
    if let Some(owner) = owner {
        all.retain(|c| !index.is_other_layout(c.file, owner));
        // What another page is made of has no part in this one, when its own has the same.
        let own = all
            .iter()
            .filter(|c| c.file == owner)
            .map(|c| c.fit.weight)
            .fold(0.0, f32::max);
        all.retain(|c| {
            let others = c.role == Role::Content && c.file != owner && index.is_owned(c.file);
            !others || c.fit.weight > own + 2.0
        });
    }
    let best = all.first()?.clone();
    let mut certainty = sureness(&best, &all[1..])?;
    if best.value || !index.whole {
        certainty = Certainty::Likely;
    }
    // One page of many has it, though many are made with this file: something of the page has a part in it.
    if best.role == Role::Shared && clue.pages == 1 && clue.all > 1 {
        certainty = Certainty::Likely;
    }
    Some((best, certainty))
}

fn sureness(best: &Candidate, rivals: &[Candidate]) -> Option<Certainty> {
    let fit = &best.fit;
    let contradicted = !fit.clean_before && !fit.clean_after;
    // Every place that could be was looked at, and this tag is no everyday one.
    let alone = best.telling
        && fit.is_clean()
        && fit.near >= 1.5
        && rivals.iter().all(|rival| !rival.fit.is_clean());
    let evidence = fit.evidence() + if alone { ALONE } else { 0.0 };
    if evidence < LIKELY || (contradicted && fit.near < 3.0 * LIKELY) {
        return None;
    }
    let mut certain = fit.is_clean() && evidence >= CERTAIN;
    for rival in rivals {
        let other = &rival.fit;
        let refuted =
            (fit.clean_before && !other.clean_before) || (fit.clean_after && !other.clean_after);
        let share = other.weight / fit.weight;
        let apart = fit.weight - other.weight;
        // One like it stands beside it, or its own attributes say another.
        let beside = (other.skips && !fit.skips) || (fit.own >= other.own + 1.5 && apart >= 1.5);
        certain &= beside || (refuted && share <= 0.85) || (share <= 0.5 && apart >= 3.0);
        let better = beside || (refuted && apart >= 2.0) || (share <= 0.75 && apart >= 3.0);
        if !better {
            return None;
        }
    }
    Some(if certain {
        Certainty::Certain
    } else {
        Certainty::Likely
    })
}
