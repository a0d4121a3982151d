//! The result of an audit as plain data, and one printer a format.
//!
//! Pages are printed as they come, in order, and dropped: the size of a site does not count in memory.

mod alike;
mod cause;
mod causes;
mod checks;
mod checkstyle;
mod csv;
mod earl;
mod escape;
mod frame;
mod github;
mod gitlab;
mod html;
mod json;
mod json_page;
mod junit;
mod ledger;
mod markdown;
mod origins;
mod printer;
mod ratchet;
mod sarif;
mod sarif_rules;
mod setting;
mod short;
mod summary;
mod text;
mod window;
pub mod words;
mod wrap;
mod xml;

pub use alike::put_together;
pub use cause::{
    Cause, CauseKeys, CausePlace, Certainty, Kin, MAX_PLACES, Origin, Region, Scope, State, Window,
    fingerprint,
};
pub use causes::Causes;
pub use checks::CheckReports;
pub use escape::{is_unsafe, visible, visible_at_line_start};
pub use json::write as write_json;
pub use json_page::PageWriter;
pub use printer::{End, Format, Printer, RunError, Style};
pub use ratchet::{KnownCause, Ratchet};
pub use setting::{Setting, Spot, percent_encoded};
pub use text::{bold, paint};
pub use wrap::wrap;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize, Serializer};

use crate::check::{Fix, InDom, Level, Tally, Verdict};
use crate::rgaa::{CriterionId, Outcome, RGAA, Rates, Sample, SampleCriterion, Status, TestId};
use crate::source::{Position, Source, Span};

/// Version of the JSON shapes below.
pub const SCHEMA_VERSION: u32 = 1;

/// A place beside a finding's own.
#[derive(Clone, Debug, Serialize)]
pub struct Related {
    /// What is there.
    pub message: String,
    /// The page it is on, when it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Where what goes begins.
    pub start: Position,
    /// Where it ends; the same to insert.
    pub end: Position,
    /// What comes in its place.
    pub text: String,
}

/// One thing shown to the user.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// Id of the check.
    pub check: &'static str,
    /// Certain, or for a person to decide.
    pub verdict: Verdict,
    /// How loud.
    pub level: Level,
    /// The RGAA tests it speaks to.
    #[serde(serialize_with = "as_strings")]
    pub tests: Vec<TestId>,
    /// The page, for findings about the whole site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// What is wrong, or the question.
    pub message: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// A CSS selector of the element, empty when the finding is about no element.
    pub selector: String,
    /// The source there, cut short.
    pub excerpt: String,
    /// Other places.
    pub related: Vec<Related>,
    /// Of an error of HTML: what becomes of it in the tree that browsers build.
    #[serde(rename = "dom", skip_serializing_if = "Option::is_none")]
    pub in_dom: Option<InDom>,
    /// Identifies the defect when lines move: 16 hexadecimal digits.
    pub fingerprint: String,
    /// What it has in common with others of the same cause.
    #[serde(skip)]
    pub cause: CauseKeys,
    /// What mends it safely, whatever else the site holds; empty when nothing does.
    #[serde(rename = "fix", skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// The same and what depends on the rest of the site, place by place, for `vigie fix`.
    #[serde(skip)]
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// Its place in the page's decoded text.
    pub fn span(&self) -> Span {
        Span::new(self.start.offset, self.end.offset)
    }
}

/// What one check did on one page (or on the site).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckReport {
    /// The outcome, in EARL's words.
    pub outcome: Outcome,
    /// Targets that passed.
    pub passed: u32,
    /// Targets that failed.
    pub failed: u32,
    /// Targets a person must look at.
    pub review: u32,
}

impl CheckReport {
    /// From the counts of targets.
    pub fn new(tally: Tally) -> CheckReport {
        let outcome = match tally {
            Tally { failed: 1.., .. } => Outcome::Failed,
            Tally { review: 1.., .. } => Outcome::CantTell,
            Tally { passed: 1.., .. } => Outcome::Passed,
            _ => Outcome::Inapplicable,
        };
        CheckReport {
            outcome,
            passed: tally.passed,
            failed: tally.failed,
            review: tally.review,
        }
    }
}

/// The outcome of each of the 258 tests, by dense index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tests(pub Vec<Outcome>);

impl Default for Tests {
    fn default() -> Tests {
        Tests(vec![Outcome::Untested; RGAA.tests().len()])
    }
}

/// The status of each of the 106 criteria, by dense index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criteria(pub Vec<Status>);

impl Default for Criteria {
    fn default() -> Criteria {
        Criteria(vec![Status::NT; RGAA.criteria().len()])
    }
}

/// Something that went wrong while reading or checking a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageError {
    /// A stable id: `unreadable`, `too-large`, `check-panicked`, `findings-cut`, `limit-depth`...
    pub kind: &'static str,
    /// What happened, in the user's language.
    pub message: String,
}

/// One audited page.
#[derive(Debug)]
pub struct PageReport {
    /// The path as the user knows it, `/` separators.
    pub path: String,
    /// The path from the site's root, no leading `/`; empty for a page with no site around it.
    pub site_path: String,
    /// Size as read.
    pub bytes: usize,
    /// The encoding it was decoded from.
    pub encoding: &'static str,
    /// The value of `html lang`, when there is one.
    pub language: Option<String>,
    /// Outcome of each RGAA test.
    pub tests: Tests,
    /// Status of each RGAA criterion.
    pub criteria: Criteria,
    /// What each check did.
    pub checks: CheckReports,
    /// What was found, in order of place.
    pub findings: Vec<Finding>,
    /// What went wrong.
    pub errors: Vec<PageError>,
    /// Findings that the configuration or a comment in the page asked not to see.
    pub ignored: u32,
    /// Tests that are open only because something could change the page after what was read: active scripts, a page cut short.
    pub withheld: Vec<TestId>,
    /// The page's text, for excerpts in context.
    pub source: Source,
}

/// What was concluded from all pages together.
#[derive(Debug, Default, Serialize)]
pub struct SiteReport {
    /// Outcome of each RGAA test that a site check speaks to.
    pub tests: BTreeMap<String, Outcome>,
    /// What each site check did.
    pub checks: BTreeMap<&'static str, CheckReport>,
    /// What was found, each with its page.
    pub findings: Vec<Finding>,
    /// What went wrong while concluding.
    pub errors: Vec<PageError>,
    /// Findings that comments in pages asked not to see.
    #[serde(skip)]
    pub ignored: usize,
}

/// Findings by level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Levels {
    /// Of level `error`.
    pub error: usize,
    /// Of level `warning`.
    pub warning: usize,
    /// Of level `note`.
    pub note: usize,
}

impl Levels {
    /// Counts one finding.
    pub fn add(&mut self, level: Level) {
        match level {
            Level::Error => self.error += 1,
            Level::Warning => self.warning += 1,
            Level::Note => self.note += 1,
            Level::Off => {}
        }
    }

    /// Whether there is a finding of this level or louder.
    pub fn reach(&self, level: Level) -> bool {
        match level {
            Level::Off => false,
            Level::Note => self.error + self.warning + self.note > 0,
            Level::Warning => self.error + self.warning > 0,
            Level::Error => self.error > 0,
        }
    }
}

/// A check's findings over the whole run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CheckSummary {
    /// The loudest of their levels.
    pub level: Level,
    /// Findings.
    pub findings: usize,
    /// Pages with at least one.
    pub pages: usize,
    /// Certain ones among the findings.
    pub failed: usize,
    /// Questions among the findings.
    pub review: usize,
}

impl Default for CheckSummary {
    fn default() -> CheckSummary {
        CheckSummary {
            level: Level::Off,
            findings: 0,
            pages: 0,
            failed: 0,
            review: 0,
        }
    }
}

/// A process declared by the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProcessSummary {
    /// Its name.
    pub name: String,
    /// Its pages in this run.
    pub pages: usize,
}

/// The whole run in figures. No times: they are not the result.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Pages audited.
    pub pages: usize,
    /// Bytes read.
    pub bytes: u64,
    /// Pages with at least one finding.
    pub pages_with_findings: usize,
    /// Findings by level, pages and site together.
    pub findings: Levels,
    /// Findings that the configuration or a comment in the page asked not to see.
    pub ignored: usize,
    /// Paths that could not be read, and what else went wrong.
    pub errors: usize,
    /// By check, those with at least one finding.
    pub checks: BTreeMap<&'static str, CheckSummary>,
    /// RGAA tests that failed, and on how many pages.
    pub failed_tests: BTreeMap<TestId, usize>,
    /// RGAA criteria that do not conform, and on how many pages.
    pub failed_criteria: BTreeMap<CriterionId, usize>,
    /// RGAA criteria over all pages.
    #[serde(serialize_with = "by_criterion")]
    pub criteria: Vec<SampleCriterion>,
    /// What can be said of the rates.
    pub rates: Rates,
    /// The processes declared, and how many pages each has.
    pub processes: Vec<ProcessSummary>,
    /// Beside a baseline, when one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Ratchet>,
    #[serde(skip)]
    sample: Sample,
}

impl Summary {
    /// Nothing yet, with the names of the processes declared.
    pub fn new<'n>(processes: impl Iterator<Item = &'n str>) -> Summary {
        let process = |name: &str| ProcessSummary {
            name: name.to_owned(),
            pages: 0,
        };
        Summary {
            processes: processes.map(process).collect(),
            ..Summary::default()
        }
    }

    /// Adds a page. `process`: which of the processes declared it belongs to.
    pub fn add_page(&mut self, page: &PageReport, process: Option<u16>) {
        self.sample.add(&page.tests.0, process);
        if let Some(process) = process.and_then(|rank| self.processes.get_mut(usize::from(rank))) {
            process.pages += 1;
        }
        self.pages += 1;
        self.bytes += page.bytes as u64;
        self.pages_with_findings += usize::from(!page.findings.is_empty());
        self.errors += page.errors.len();
        self.ignored += page.ignored as usize;
        for (test, outcome) in RGAA.tests().zip(&page.tests.0) {
            if *outcome == Outcome::Failed {
                *self.failed_tests.entry(test.id).or_default() += 1;
            }
        }
        for (criterion, status) in RGAA.criteria().zip(&page.criteria.0) {
            if *status == Status::NC {
                *self.failed_criteria.entry(criterion.id).or_default() += 1;
            }
        }
        let mut seen: Vec<&'static str> = Vec::new();
        for finding in &page.findings {
            let first = !seen.contains(&finding.check);
            if first {
                seen.push(finding.check);
            }
            self.add_finding(finding, first);
        }
    }

    /// Adds the site's findings, once all pages are through, and concludes.
    pub fn add_site(&mut self, site: &SiteReport) {
        let of_site = site.tests.iter();
        let of_site = of_site.filter_map(|(id, outcome)| Some((id.parse().ok()?, *outcome)));
        let concluded = self.sample.conclude(&of_site.collect());
        (self.criteria, self.rates) = (concluded.criteria, concluded.rates);
        self.ignored += site.ignored;
        self.add_failed_tests(site);
        let mut seen: Vec<(&'static str, Option<&str>)> = Vec::new();
        for finding in &site.findings {
            let key = (finding.check, finding.path.as_deref());
            let first = seen.last() != Some(&key);
            if first {
                seen.push(key);
            }
            self.add_finding(finding, first);
        }
    }

    /// Tests that fail for the site and on no page by itself, with the pages that its findings are on.
    fn add_failed_tests(&mut self, site: &SiteReport) {
        let failed = site.tests.iter().filter(|(_, o)| **o == Outcome::Failed);
        for test in failed.filter_map(|(id, _)| id.parse::<TestId>().ok()) {
            let fails = |f: &&Finding| f.verdict == Verdict::Fail && f.tests.contains(&test);
            let pages: BTreeSet<&str> = site
                .findings
                .iter()
                .filter(fails)
                .filter_map(|f| f.path.as_deref())
                .collect();
            self.failed_tests.entry(test).or_insert(pages.len());
            let criterion = self.failed_criteria.entry(test.criterion_id());
            criterion.or_insert(pages.len());
        }
    }

    fn add_finding(&mut self, finding: &Finding, new_page: bool) {
        self.findings.add(finding.level);
        let check = self.checks.entry(finding.check).or_default();
        check.level = check.level.max(finding.level);
        check.findings += 1;
        check.pages += usize::from(new_page);
        match finding.verdict {
            Verdict::Fail => check.failed += 1,
            Verdict::Review => check.review += 1,
        }
    }
}

fn by_criterion<S: Serializer>(
    criteria: &[SampleCriterion],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let ids = RGAA.criteria().map(|c| c.id.to_string());
    serializer.collect_map(ids.zip(criteria))
}

fn as_strings<S: Serializer, T: std::fmt::Display>(
    items: &[T],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(items.iter().map(ToString::to_string))
}
