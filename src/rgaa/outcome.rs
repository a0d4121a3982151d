//! Outcomes of tests (EARL's words), statuses of criteria (the auditors' words), and how one becomes the other.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The outcome of a check or of an RGAA test, in EARL's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// There is something to judge and all of it conforms.
    Passed,
    /// Something certainly does not conform.
    Failed,
    /// It was looked at, and a person must decide.
    CantTell,
    /// There is nothing to judge.
    Inapplicable,
    /// Nobody looked.
    Untested,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; 5] = [
        Outcome::Passed,
        Outcome::Failed,
        Outcome::CantTell,
        Outcome::Inapplicable,
        Outcome::Untested,
    ];

    /// EARL's local name, as written in JSON: `passed`, `failed`, `cantTell`, `inapplicable` or `untested`.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "failed",
            Outcome::CantTell => "cantTell",
            Outcome::Inapplicable => "inapplicable",
            Outcome::Untested => "untested",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The status of an RGAA criterion, in the auditors' words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Conforme: conforms.
    C,
    /// Non conforme: does not conform.
    NC,
    /// Non applicable: nothing in the page is concerned.
    NA,
    /// Non testé: not tested, or not to the end.
    NT,
}

impl Status {
    /// Every status.
    pub const ALL: [Status; 4] = [Status::C, Status::NC, Status::NA, Status::NT];

    /// The auditors' abbreviation: `C`, `NC`, `NA` or `NT`.
    pub const fn name(self) -> &'static str {
        match self {
            Status::C => "C",
            Status::NC => "NC",
            Status::NA => "NA",
            Status::NT => "NT",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The status of a criterion on one page, from the outcomes of all its tests.
///
/// One failed test is enough for NC; conforming takes every test decided and at least one passed.
/// No outcome at all is NT: nothing was looked at.
pub fn criterion_status(tests: &[Outcome]) -> Status {
    let has = |outcome| tests.contains(&outcome);
    if has(Outcome::Failed) {
        Status::NC
    } else if tests.is_empty() || has(Outcome::Untested) || has(Outcome::CantTell) {
        Status::NT
    } else if has(Outcome::Passed) {
        Status::C
    } else {
        Status::NA
    }
}

/// The status of a criterion over a sample, from its status on each page, as the official audit grid counts:
/// NC if it is on any page, else C, else NT, else NA. No page at all is NT.
///
/// C on one page hides NT on another: a sample's C is final only once no page is NT. The pages of one process
/// are stricter (C only if C on all of them) and are not folded by this rule.
pub fn sample_status(pages: &[Status]) -> Status {
    [Status::NC, Status::C, Status::NT, Status::NA]
        .into_iter()
        .find(|status| pages.contains(status))
        .unwrap_or(Status::NT)
}
