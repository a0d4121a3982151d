//! What each check did on one page.

use std::ops::Index;
use std::sync::Arc;

use super::CheckReport;

/// A report per check that ran, in the order of their ids; the ids are shared by all pages of a run.
#[derive(Clone, Debug, Default)]
pub struct CheckReports {
    ids: Arc<[&'static str]>,
    reports: Vec<CheckReport>,
}

impl CheckReports {
    /// Of these checks, in increasing order of their ids, a report each.
    pub fn new(
        ids: &Arc<[&'static str]>,
        reports: impl Iterator<Item = CheckReport>,
    ) -> CheckReports {
        CheckReports {
            ids: Arc::clone(ids),
            reports: reports.collect(),
        }
    }

    /// What a check did, if it ran.
    pub fn get(&self, id: &str) -> Option<&CheckReport> {
        let place = self.ids.binary_search(&id).ok()?;
        self.reports.get(place)
    }

    /// The ids, in order.
    pub(super) fn ids(&self) -> &Arc<[&'static str]> {
        &self.ids
    }

    /// The reports, in the order of the ids.
    pub(super) fn reports(&self) -> &[CheckReport] {
        &self.reports
    }

    /// Ids and reports, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &CheckReport)> {
        self.ids.iter().copied().zip(&self.reports)
    }
}

impl Index<&str> for CheckReports {
    type Output = CheckReport;

    /// Panics when no check of this id ran.
    fn index(&self, id: &str) -> &CheckReport {
        self.get(id)
            .unwrap_or_else(|| panic!("{id}: no such check ran"))
    }
}
