//! A page's audit as it is kept: everything but the page's text.
//!
//! What is kept is taken apart field by field: a field that is new somewhere does not compile until it is kept too.

use serde::{Deserialize, Serialize};

use super::asked::Asked;
use crate::check::{Fix, InDom, Level, Place, SiteFiles, SitePage, Verdict};
use crate::engine::suppress::{Silence, SiteSuppression};
use crate::engine::{Engine, PageAudit};
use crate::report::{
    CauseKeys, Change, CheckReport, CheckReports, Criteria, Finding, PageError, PageReport,
    Related, Tests,
};
use crate::rgaa::{Outcome, Status, TestId};
use crate::source::{Position, Source, Span};

#[derive(Serialize, Deserialize)]
pub(super) struct Stored {
    asked: Asked,
    encoding: String,
    bytes: usize,
    language: Option<String>,
    tests: Vec<Outcome>,
    criteria: Vec<Status>,
    checks: Vec<CheckReport>,
    findings: Vec<StoredFinding>,
    errors: Vec<(String, String)>,
    ignored: u32,
    withheld: Vec<TestId>,
    facts: Vec<(usize, Vec<u8>)>,
    suppressions: Vec<(String, [Span; 2], bool, Place)>,
}

#[derive(Serialize, Deserialize)]
struct StoredFinding {
    check: String,
    verdict: Verdict,
    level: Level,
    tests: Vec<TestId>,
    path: Option<String>,
    message: String,
    start: Position,
    end: Position,
    selector: String,
    excerpt: String,
    related: Vec<(String, Option<String>, Position, Position)>,
    in_dom: Option<InDom>,
    fingerprint: String,
    cause: CauseKeys,
    changes: Vec<Change>,
    fixes: Vec<Fix>,
}

/// What may go wrong with a page and will again.
const ERRORS: [&str; 2] = ["parser-limit", "findings-cut"];

impl Stored {
    /// An audit as bytes. `None`: it is not to be kept, something broke that may not break again.
    pub fn of(audit: &PageAudit, asked: Asked, engine: &Engine) -> Option<Vec<u8>> {
        let PageAudit {
            report,
            facts,
            suppressions,
        } = audit;
        let PageReport {
            // Of the page, which is asked for by them.
            path: _,
            site_path: _,
            bytes,
            encoding,
            language,
            tests: Tests(tests),
            criteria: Criteria(criteria),
            checks,
            findings,
            errors,
            ignored,
            withheld,
            source: _,
        } = report;
        if errors.iter().any(|e| !ERRORS.contains(&e.kind)) {
            return None;
        }
        let facts = facts.iter().map(|(check, fact)| {
            let packed = engine.plan.site.get(*check)?.pack(fact)?;
            Some((*check, packed))
        });
        let stored = Stored {
            asked,
            encoding: (*encoding).to_owned(),
            bytes: *bytes,
            language: language.clone(),
            tests: tests.clone(),
            criteria: criteria.clone(),
            checks: checks.iter().map(|(_, report)| *report).collect(),
            findings: findings.iter().map(StoredFinding::of).collect(),
            errors: errors
                .iter()
                .map(|e| (e.kind.to_owned(), e.message.clone()))
                .collect(),
            ignored: *ignored,
            withheld: withheld.clone(),
            facts: facts.collect::<Option<_>>()?,
            suppressions: suppressions
                .iter()
                .map(|SiteSuppression { silence, place }| {
                    let Silence {
                        check,
                        region,
                        place: comment,
                        used,
                    } = silence;
                    (
                        (*check).to_owned(),
                        [*region, *comment],
                        *used,
                        place.clone(),
                    )
                })
                .collect(),
        };
        postcard::to_stdvec(&stored).ok()
    }

    /// The audit again, or the source back when this cannot be of it.
    pub fn audit(
        self,
        engine: &Engine,
        page: &SitePage,
        source: Source,
        files: &dyn SiteFiles,
    ) -> Result<PageAudit, Source> {
        if !self.fits(engine, &source) || !self.asked.holds(files) {
            return Err(source);
        }
        match self.rebuild(engine) {
            Some(mut audit) => {
                audit.report.path.clone_from(&source.path);
                audit.report.site_path.clone_from(&page.site_path);
                audit.report.encoding = source.encoding;
                audit.report.source = source;
                Ok(audit)
            }
            None => Err(source),
        }
    }

    /// Whether it is of such a page and such an engine, and points into the page only.
    fn fits(&self, engine: &Engine, source: &Source) -> bool {
        let text = source.text.as_str();
        let is_place = |start: &Position, end: &Position| {
            let (start, end) = (start.offset as usize, end.offset as usize);
            start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
        };
        let tests = Tests::default().0.len();
        self.encoding == source.encoding
            && self.bytes == source.byte_len
            && self.tests.len() == tests
            && self.criteria.len() == Criteria::default().0.len()
            && self.checks.len() == engine.plan.ids.len()
            && self.findings.iter().all(|f| {
                let related = f.related.iter();
                is_place(&f.start, &f.end)
                    && related
                        .clone()
                        .all(|(_, path, start, end)| path.is_some() || is_place(start, end))
                    && f.changes.iter().all(|c| is_place(&c.start, &c.end))
            })
    }

    fn rebuild(self, engine: &Engine) -> Option<PageAudit> {
        let facts = self.facts.into_iter().map(|(check, bytes)| {
            let fact = engine.plan.site.get(check)?.unpack(&bytes)?;
            Some((check, fact))
        });
        let errors = self.errors.into_iter().map(|(kind, message)| {
            let kind = ERRORS.into_iter().find(|known| *known == kind)?;
            Some(PageError { kind, message })
        });
        let suppressions = self.suppressions.into_iter();
        let suppressions = suppressions.map(|(check, [region, comment], used, place)| {
            Some(SiteSuppression {
                silence: Silence {
                    check: id(&check)?,
                    region,
                    place: comment,
                    used,
                },
                place,
            })
        });
        let findings = self.findings.into_iter().map(|f| f.finding(engine));
        Some(PageAudit {
            facts: facts.collect::<Option<_>>()?,
            suppressions: suppressions.collect::<Option<_>>()?,
            report: PageReport {
                path: String::new(),
                site_path: String::new(),
                bytes: self.bytes,
                encoding: "",
                language: self.language,
                tests: Tests(self.tests),
                criteria: Criteria(self.criteria),
                checks: CheckReports::new(&engine.plan.ids, self.checks.into_iter()),
                findings: findings.collect::<Option<_>>()?,
                errors: errors.collect::<Option<_>>()?,
                ignored: self.ignored,
                withheld: self.withheld,
                source: Source::from_text("", ""),
            },
        })
    }
}

impl StoredFinding {
    fn of(finding: &Finding) -> StoredFinding {
        let Finding {
            check,
            verdict,
            level,
            tests,
            path,
            message,
            start,
            end,
            selector,
            excerpt,
            related,
            in_dom,
            fingerprint,
            cause,
            changes,
            fixes,
        } = finding.clone();
        let related = related.into_iter().map(|related| {
            let Related {
                message,
                path,
                start,
                end,
            } = related;
            (message, path, start, end)
        });
        StoredFinding {
            check: check.to_owned(),
            verdict,
            level,
            tests,
            path,
            message,
            start,
            end,
            selector,
            excerpt,
            related: related.collect(),
            in_dom,
            fingerprint,
            cause,
            changes,
            fixes,
        }
    }

    fn finding(self, engine: &Engine) -> Option<Finding> {
        let related = self.related.into_iter();
        let rank = engine.plan.ids.binary_search(&self.check.as_str()).ok()?;
        Some(Finding {
            check: engine.plan.ids[rank],
            verdict: self.verdict,
            level: self.level,
            tests: self.tests,
            path: self.path,
            message: self.message,
            start: self.start,
            end: self.end,
            selector: self.selector,
            excerpt: self.excerpt,
            related: related
                .map(|(message, path, start, end)| Related {
                    message,
                    path,
                    start,
                    end,
                })
                .collect(),
            in_dom: self.in_dom,
            fingerprint: self.fingerprint,
            cause: self.cause,
            changes: self.changes,
            fixes: self.fixes,
        })
    }
}

fn id(check: &str) -> Option<&'static str> {
    crate::checks::metas().find(|m| m.id == check).map(|m| m.id)
}
