//! What the pages gone by leave of each criterion: findings by check, tests still open and why.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::check::{Meta, Proof, ProofKind, Verdict};
use crate::report::{Finding, PageReport, SiteReport};
use crate::rgaa::{CRITERIA, Criterion, CriterionId, Outcome, RGAA, TESTS, TestId};

/// What a finding is to a criterion, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It fails one of its tests.
    Failure,
    /// It fails one of its tests, or one of another criterion: only a person says which.
    Either,
    /// It is certain, and proves nothing about the criterion.
    Remark,
    /// A person must answer.
    Question,
}

/// Why a test is open without a question about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It would be settled if no script could change the page.
    Scripts,
    /// It was looked at, and files do not tell.
    Judge,
    /// No check that ran speaks to it.
    Nobody,
}

impl Why {
    /// In the order shown.
    pub const ALL: [Why; 3] = [Why::Judge, Why::Scripts, Why::Nobody];
}

/// The findings of one kind that a check has on a criterion.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many.
    pub findings: usize,
    /// On how many pages.
    pub pages: usize,
    /// At how many places: one finding may stand for a series.
    pub places: usize,
    /// [`Kind::Either`]: the tests one of which fails.
    pub either: Vec<TestId>,
}

/// [`Found`] on one page, or by the site.
#[derive(Default)]
struct Here<'f> {
    findings: usize,
    /// Their paths; those of a page have none of their own.
    pages: BTreeSet<Option<&'f str>>,
    either: Vec<TestId>,
}

/// Why a test is open, and on how many pages.
type Reasons = [usize; Why::ALL.len()];

/// Gathers.
pub struct Tally {
    /// Pages gone by.
    pub pages: usize,
    /// The path of the first.
    pub path: String,
    /// By criterion.
    found: Vec<BTreeMap<(Kind, &'static str), Found>>,
    /// By test.
    reasons: Vec<Reasons>,
    /// By test: pages where someone looked.
    looked: Vec<usize>,
    /// Outcomes of all tests of all pages, in the order of [`Outcome::ALL`].
    outcomes: [usize; Outcome::ALL.len()],
}

impl Default for Tally {
    fn default() -> Tally {
        Tally {
            pages: 0,
            path: String::new(),
            found: vec![BTreeMap::new(); CRITERIA],
            reasons: vec![Reasons::default(); TESTS],
            looked: vec![0; TESTS],
            outcomes: Default::default(),
        }
    }
}

type Metas = fn(&str) -> Option<&'static Meta>;

impl Tally {
    /// Adds a page.
    pub fn add_page(&mut self, page: &PageReport, metas: Metas) {
        self.pages += 1;
        if self.pages == 1 {
            self.path = page.path.clone();
        }
        let mut own: HashMap<(&str, Verdict), usize> = HashMap::new();
        for finding in &page.findings {
            *own.entry((finding.check, finding.verdict)).or_default() += 1;
        }
        // What the check counted, where all its findings are told here; else at least the findings.
        let places = |check: &'static str, kind: Kind, findings: usize| {
            let verdict = match kind {
                Kind::Question => Verdict::Review,
                _ => Verdict::Fail,
            };
            let all = own.get(&(check, verdict)) == Some(&findings);
            let counted = page.checks.get(check).map_or(0, |c| match verdict {
                Verdict::Fail => c.failed as usize,
                Verdict::Review => c.review as usize,
            });
            if all { counted.max(findings) } else { findings }
        };
        self.add_found(&page.findings, metas, places);
        self.add_open(page);
    }

    fn add_found(
        &mut self,
        findings: &[Finding],
        metas: Metas,
        places: impl Fn(&'static str, Kind, usize) -> usize,
    ) {
        let mut here: BTreeMap<(usize, Kind, &'static str), Here<'_>> = BTreeMap::new();
        for finding in findings {
            let proofs = metas(finding.check).map_or(&[][..], |m| m.proofs);
            let mut told: Vec<CriterionId> = Vec::new();
            for test in &finding.tests {
                let criterion = test.criterion_id();
                if !told.contains(&criterion)
                    && let Some(place) = criterion.index()
                {
                    told.push(criterion);
                    let kind = kind(finding, criterion, proofs);
                    let here = here.entry((place, kind, finding.check)).or_default();
                    here.findings += 1;
                    here.pages.insert(finding.path.as_deref());
                    if kind == Kind::Either {
                        add_new(&mut here.either, &finding.tests);
                    }
                }
            }
        }
        for ((criterion, kind, check), here) in here {
            let found = self.found[criterion].entry((kind, check)).or_default();
            found.findings += here.findings;
            found.pages += here.pages.len();
            found.places += places(check, kind, here.findings);
            add_new(&mut found.either, &here.either);
        }
    }

    fn add_open(&mut self, page: &PageReport) {
        // What a page cut short leaves open is not for scripts to settle.
        let cut = page.errors.iter().any(|e| e.kind == "parser-limit");
        for (place, (test, outcome)) in RGAA.tests().zip(&page.tests.0).enumerate() {
            let at = Outcome::ALL.iter().position(|o| o == outcome);
            self.outcomes[at.unwrap_or_default()] += 1;
            self.looked[place] += usize::from(*outcome != Outcome::Untested);
            let asked = || page.findings.iter().any(|f| f.tests.contains(&test.id));
            let why = match outcome {
                Outcome::Failed | Outcome::Passed | Outcome::Inapplicable => continue,
                _ if !cut && page.withheld.contains(&test.id) => Why::Scripts,
                Outcome::Untested => Why::Nobody,
                Outcome::CantTell if !asked() => Why::Judge,
                Outcome::CantTell => continue,
            };
            self.reasons[place][why as usize] += 1;
        }
    }

    /// Adds what was concluded from all pages.
    pub fn add_site(&mut self, site: &SiteReport, metas: Metas) {
        self.add_found(&site.findings, metas, |_, _, findings| findings);
        for (id, outcome) in &site.tests {
            let Some(place) = id.parse().ok().and_then(TestId::index) else {
                continue;
            };
            self.looked[place] += 1;
            let nobody = std::mem::take(&mut self.reasons[place][Why::Nobody as usize]);
            let asked = || {
                let mut tests = site.findings.iter().flat_map(|f| &f.tests);
                tests.any(|t| t.index() == Some(place))
            };
            if *outcome == Outcome::CantTell && !asked() {
                self.reasons[place][Why::Judge as usize] += nobody;
            }
        }
    }

    /// Whether any check that ran speaks to one of these tests.
    pub fn looked_at(&self, criteria: &[Criterion]) -> bool {
        let mut tests = criteria.iter().flat_map(|c| c.tests);
        tests.any(|t| t.id.index().is_some_and(|place| self.looked[place] > 0))
    }

    /// The findings on a criterion.
    pub fn found(&self, criterion: usize) -> &BTreeMap<(Kind, &'static str), Found> {
        &self.found[criterion]
    }

    /// The tests of a criterion that are open for this reason on some page.
    pub fn open(&self, criterion: &Criterion, why: Why) -> Vec<TestId> {
        let open = |id: &TestId| {
            id.index()
                .is_some_and(|i| self.reasons[i][why as usize] > 0)
        };
        criterion.tests.iter().map(|t| t.id).filter(open).collect()
    }

    /// Over all pages: tests open for this reason.
    pub fn all_open(&self, why: Why) -> usize {
        self.reasons.iter().map(|r| r[why as usize]).sum()
    }

    /// Over all pages: tests with this outcome.
    pub fn outcomes_of(&self, outcome: Outcome) -> usize {
        let at = Outcome::ALL.iter().position(|o| *o == outcome);
        self.outcomes[at.unwrap_or_default()]
    }
}

fn add_new(tests: &mut Vec<TestId>, more: &[TestId]) {
    for test in more {
        if !tests.contains(test) {
            tests.push(*test);
        }
    }
    tests.sort_unstable();
}

/// What a finding is to a criterion, as the fold takes it.
fn kind(finding: &Finding, criterion: CriterionId, proofs: &[Proof]) -> Kind {
    if finding.verdict == Verdict::Review {
        return Kind::Question;
    }
    let certain = || proofs.iter().filter(|p| p.kind != ProofKind::Hints);
    let either = certain().any(|p| p.tests.len() > 1 && p.tests == finding.tests);
    let own = || {
        finding
            .tests
            .iter()
            .filter(|t| t.criterion_id() == criterion)
    };
    let fails = |test: &TestId| {
        let alone = finding.tests == [*test];
        !either && certain().any(|p| p.tests.contains(test) && (p.tests.len() == 1 || alone))
    };
    if own().any(fails) {
        Kind::Failure
    } else if own().any(|test| certain().any(|p| p.tests.contains(test))) {
        Kind::Either
    } else {
        Kind::Remark
    }
}
