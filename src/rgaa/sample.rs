//! A sample of pages: the status of each criterion over all of them, and what can be said of the two rates.
//!
//! The official audit grid decides: a criterion is NC if it is on any page, else C if it is on any, else NT, else NA. The overall
//! rate (« taux global ») is C / (C + NC) over the criteria; the mean rate (« taux moyen ») is the mean of that fraction over the
//! pages, without those where nothing applies. Both exist only once no criterion of any page is NT; until then they have bounds.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::{
    CRITERIA, Fraction, Outcome, RGAA, Status, TESTS, TestId, criterion_status, sample_status,
};

/// The pages gone by. Pages where all tests came out the same take the room of one.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    rows: HashMap<Row, usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Row {
    process: Option<u16>,
    tests: Vec<Outcome>,
}

/// How many pages have which status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub struct StatusCounts {
    /// Conforming.
    pub c: usize,
    /// Not conforming.
    pub nc: usize,
    /// Not applicable.
    pub na: usize,
    /// Not tested, or not to the end.
    pub nt: usize,
}

impl StatusCounts {
    /// Counts some more.
    pub fn add(&mut self, status: Status, times: usize) {
        match status {
            Status::C => self.c += times,
            Status::NC => self.nc += times,
            Status::NA => self.na += times,
            Status::NT => self.nt += times,
        }
    }

    /// The count of one status.
    pub fn of(&self, status: Status) -> usize {
        match status {
            Status::C => self.c,
            Status::NC => self.nc,
            Status::NA => self.na,
            Status::NT => self.nt,
        }
    }
}

impl FromIterator<Status> for StatusCounts {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> StatusCounts {
        let mut counts = StatusCounts::default();
        for status in statuses {
            counts.add(status, 1);
        }
        counts
    }
}

/// A criterion over the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SampleCriterion {
    /// As the official grid counts; see [`sample_status`].
    pub status: Status,
    /// Whether nothing that is still to be tested can change it: NC, or no page is NT.
    pub settled: bool,
    /// The pages, by status.
    pub pages: StatusCounts,
}

/// Between what and what a rate is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bounds {
    /// If all that is NT turned out NC.
    pub lower: Fraction,
    /// If all that is NT turned out C.
    pub upper: Fraction,
}

/// What can be said of the two rates. Never the rate of a declaration: that takes an audit by a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rates {
    /// No criterion of any page is NT: the bounds meet.
    pub complete: bool,
    /// The overall rate; nothing when no criterion applies.
    pub global: Option<Bounds>,
    /// The mean of the pages' rates; nothing when no criterion applies to any.
    pub page_mean: Option<Bounds>,
}

/// A sample once all pages are through.
#[derive(Clone, Debug, Default)]
pub struct Concluded {
    /// By dense index; empty when there was no page.
    pub criteria: Vec<SampleCriterion>,
    /// The rates.
    pub rates: Rates,
}

impl Sample {
    /// Adds a page, by the outcomes of its tests and the process it belongs to.
    pub fn add(&mut self, tests: &[Outcome], process: Option<u16>) {
        let tests = tests.to_vec();
        *self.rows.entry(Row { process, tests }).or_default() += 1;
    }

    /// The statuses and rates of the sample. `site`: what was concluded from all pages together: a test that fails there fails in
    /// the sample, one that is settled there settles the pages that nobody looked at.
    pub fn conclude(&self, site: &BTreeMap<TestId, Outcome>) -> Concluded {
        if self.rows.is_empty() {
            return Concluded::default();
        }
        let mut all = [StatusCounts::default(); CRITERIA];
        let mut units = [StatusCounts::default(); CRITERIA];
        let mut processes: BTreeMap<u16, [StatusCounts; CRITERIA]> = BTreeMap::new();
        let mut pages = Vec::with_capacity(self.rows.len());
        for (row, &times) in &self.rows {
            let statuses = statuses(&row.tests, site);
            pages.push((statuses.iter().copied().collect::<StatusCounts>(), times));
            let counted = match row.process {
                Some(process) => processes
                    .entry(process)
                    .or_insert([StatusCounts::default(); CRITERIA]),
                None => &mut units,
            };
            for (i, status) in statuses.into_iter().enumerate() {
                all[i].add(status, times);
                counted[i].add(status, times);
            }
        }
        for process in processes.values() {
            for (unit, pages) in units.iter_mut().zip(process) {
                unit.add(process_status(pages), 1);
            }
        }
        let criteria: Vec<SampleCriterion> = RGAA
            .criteria()
            .enumerate()
            .map(|(i, criterion)| {
                let broken = |t: &super::Test| site.get(&t.id) == Some(&Outcome::Failed);
                let status = if criterion.tests.iter().any(broken) {
                    Status::NC
                } else {
                    unit_status(&units[i])
                };
                SampleCriterion {
                    status,
                    settled: status == Status::NC || all[i].nt == 0,
                    pages: all[i],
                }
            })
            .collect();
        let rates = rates(&criteria, &pages);
        Concluded { criteria, rates }
    }
}

/// The statuses of a page's criteria, with what the site settles.
fn statuses(tests: &[Outcome], site: &BTreeMap<TestId, Outcome>) -> Vec<Status> {
    debug_assert_eq!(tests.len(), TESTS);
    let mut tests = tests.to_vec();
    for (test, outcome) in site {
        if let Some(own) = test.index().and_then(|i| tests.get_mut(i))
            && *own == Outcome::Untested
            && matches!(outcome, Outcome::Passed | Outcome::Inapplicable)
        {
            *own = *outcome;
        }
    }
    let mut rest = tests.as_slice();
    RGAA.criteria()
        .map(|criterion| {
            let (own, others) = rest.split_at(criterion.tests.len());
            rest = others;
            criterion_status(own)
        })
        .collect()
}

fn unit_status(pages: &StatusCounts) -> Status {
    let met: Vec<Status> = Status::ALL
        .into_iter()
        .filter(|s| pages.of(*s) > 0)
        .collect();
    sample_status(&met)
}

/// The status that the pages of a process share: it is only as good as its worst page, so that C takes all of them being C or NA.
fn process_status(pages: &StatusCounts) -> Status {
    [Status::NC, Status::NT, Status::C]
        .into_iter()
        .find(|status| pages.of(*status) > 0)
        .unwrap_or(Status::NA)
}

/// `pages`: for each kind of page, its criteria by status, and how many there are.
fn rates(criteria: &[SampleCriterion], pages: &[(StatusCounts, usize)]) -> Rates {
    let count = |settled, status| {
        let such = |c: &&SampleCriterion| c.settled == settled && c.status == status;
        criteria.iter().filter(such).count()
    };
    let (c, nc) = (count(true, Status::C), count(true, Status::NC));
    let open = criteria.iter().filter(|c| !c.settled).count();
    let bounds = |lower: Option<Fraction>, upper: Option<Fraction>| {
        let (lower, upper) = (lower?, upper?);
        Some(Bounds { lower, upper })
    };
    let whole = c + nc + open;
    let mean = |best: bool| {
        let page = |(n, times): &(StatusCounts, usize)| {
            let part = if best { n.c + n.nt } else { n.c };
            (part, n.c + n.nc + n.nt, *times)
        };
        Fraction::mean(&pages.iter().map(page).collect::<Vec<_>>())
    };
    Rates {
        complete: criteria.iter().all(|c| c.pages.nt == 0),
        global: bounds(Fraction::of(c, whole), Fraction::of(c + open, whole)),
        page_mean: bounds(mean(false), mean(true)),
    }
}
