//! All pages, on several threads, reported in order.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

use super::discover::{KnownFiles, Problem, ProblemKind, SiteFile};
use super::{Engine, PageAudit};
use crate::check::{BoxedFact, Level, Meta, SiteContext, SitePage, Verdict};
use crate::report::{CheckReport, Finding, PageReport, Related, SiteReport, Summary};
use crate::rgaa::Outcome;
use crate::source::Source;

/// Takes pages as they are done, in order.
pub trait Sink {
    /// One page. An error stops the run.
    fn page(&mut self, report: &PageReport) -> io::Result<()>;
}

impl<F: FnMut(&PageReport) -> io::Result<()>> Sink for F {
    fn page(&mut self, report: &PageReport) -> io::Result<()> {
        self(report)
    }
}

/// What is left when all pages are through.
pub struct Run {
    /// The site's own findings.
    pub site: SiteReport,
    /// The figures.
    pub summary: Summary,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
}

/// How many pages may be done ahead of the one to print, per thread.
const AHEAD: usize = 4;

/// Lets workers run ahead of the printer by a bounded number of pages.
struct Gate {
    printed: Mutex<usize>,
    moved: Condvar,
    ahead: usize,
}

impl Gate {
    fn wait(&self, index: usize) {
        let mut printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        while index >= *printed + self.ahead {
            printed = self
                .moved
                .wait(printed)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn advance(&self, to: usize) {
        *self.printed.lock().unwrap_or_else(PoisonError::into_inner) = to;
        self.moved.notify_all();
    }
}

type Done = Result<Box<PageAudit>, Problem>;

impl Engine {
    /// Audits the files on `jobs` threads (0: one per core) and gives each report to `sink` in the order of `files`, whatever
    /// the number of threads. Memory holds a few pages per thread.
    ///
    /// # Errors
    /// What `sink` returned; the run stops there.
    pub fn run(
        &self,
        files: &[SiteFile],
        site: &KnownFiles,
        jobs: usize,
        sink: &mut dyn Sink,
    ) -> io::Result<Run> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .thread_name(|i| format!("vigie-{i}"))
            .build()
            .map_err(io::Error::other)?;
        let jobs = pool.current_num_threads();
        let next = AtomicUsize::new(0);
        let gate = Gate {
            printed: Mutex::new(0),
            moved: Condvar::new(),
            ahead: jobs * AHEAD,
        };
        let (send, receive) = mpsc::channel::<(usize, Done)>();
        let mut end = Ending::new(self.plan.site.len());
        let mut outcome = Ok(());
        pool.in_place_scope(|scope| {
            for _ in 0..jobs {
                let send = send.clone();
                let (next, gate) = (&next, &gate);
                scope.spawn(move |_| {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(file) = files.get(index) else { break };
                        gate.wait(index);
                        let done = self.read_and_audit(file, site);
                        if send.send((index, done)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(send);
            let mut waiting: BTreeMap<usize, Done> = BTreeMap::new();
            let mut printed = 0;
            for (index, done) in &receive {
                waiting.insert(index, done);
                while let Some(done) = waiting.remove(&printed) {
                    if outcome.is_ok() {
                        outcome = end.take(printed, done, sink);
                        if outcome.is_err() {
                            // Nobody reads any more: hand out no further page.
                            next.store(files.len(), Ordering::Relaxed);
                        }
                    }
                    printed += 1;
                    gate.advance(printed);
                }
            }
        });
        outcome?;
        Ok(self.conclude(files, end))
    }

    fn read_and_audit(&self, file: &SiteFile, site: &KnownFiles) -> Done {
        let problem = |kind| Problem {
            path: file.page.path.clone(),
            kind,
        };
        let bytes = match &file.bytes {
            Some(bytes) => bytes.clone(),
            None => read(&file.path, self.settings.max_page_bytes).map_err(problem)?,
        };
        let source = Source::decode(file.page.path.clone(), bytes);
        let page = (!site.is_empty()).then_some(&file.page);
        Ok(Box::new(self.audit_page(source, page, site)))
    }

    fn conclude(&self, files: &[SiteFile], mut end: Ending) -> Run {
        let pages: Vec<SitePage> = files.iter().map(|f| f.page.clone()).collect();
        let mut site = SiteReport::default();
        for (check, facts) in self.plan.site.iter().zip(end.facts) {
            let meta = check.meta();
            let mut cx = SiteContext::new(&pages, &self.settings.options);
            check.conclude(facts, &mut cx);
            end.summary.ignored += self.drop_ignored(meta, &pages, &mut cx);
            let report = CheckReport::new(cx.tally);
            site.checks.insert(meta.id, report);
            for found in cx.found {
                let level =
                    self.settings
                        .levels
                        .get(meta.id)
                        .copied()
                        .unwrap_or(found.level.unwrap_or(match found.verdict {
                            Verdict::Fail => meta.level,
                            Verdict::Review => meta.review_level,
                        }));
                if level == Level::Off {
                    continue;
                }
                let path = &pages[found.page].path;
                let fingerprint = super::page::fingerprint(&[
                    meta.id,
                    path,
                    &found.place.selector,
                    &found.place.excerpt,
                ]);
                site.findings.push(Finding {
                    check: meta.id,
                    verdict: found.verdict,
                    level,
                    tests: found.tests.unwrap_or_else(|| meta.tests()),
                    path: Some(path.clone()),
                    message: found.message,
                    start: found.place.start,
                    end: found.place.end,
                    selector: found.place.selector,
                    excerpt: found.place.excerpt,
                    related: found
                        .related
                        .into_iter()
                        .map(|(message, page, place)| Related {
                            message,
                            path: Some(pages[page].path.clone()),
                            start: place.start,
                            end: place.end,
                        })
                        .collect(),
                    fingerprint,
                });
            }
            for proof in meta.proofs {
                for test in proof.tests {
                    // A site check alone never proves a test of a page: it refutes, or leaves a question.
                    let outcome = match report.outcome {
                        Outcome::Failed if proof.tests.len() == 1 => Outcome::Failed,
                        _ => Outcome::CantTell,
                    };
                    let entry = site.tests.entry(test.to_string()).or_insert(outcome);
                    if outcome == Outcome::Failed {
                        *entry = outcome;
                    }
                }
            }
        }
        let mut summary = end.summary;
        summary.errors += end.problems.len();
        summary.add_site(&site);
        Run {
            site,
            summary,
            problems: end.problems,
        }
    }
}

impl Engine {
    /// Takes out the findings about the site that the configuration does not want to see; how many.
    fn drop_ignored(&self, meta: &Meta, pages: &[SitePage], cx: &mut SiteContext<'_>) -> usize {
        let before = cx.found.len();
        let tally = &mut cx.tally;
        cx.found.retain(|found| {
            let page = &pages[found.page];
            let paths = [page.path.as_str(), page.site_path.as_str()];
            let hidden = (self.settings.ignores.iter()).any(|i| i.hides_site_finding(meta, &paths));
            if hidden {
                match found.verdict {
                    Verdict::Fail => tally.failed -= 1,
                    Verdict::Review => tally.review -= 1,
                }
            }
            !hidden
        });
        before - cx.found.len()
    }
}

/// What grows while pages go by.
struct Ending {
    facts: Vec<Vec<(usize, BoxedFact)>>,
    summary: Summary,
    problems: Vec<Problem>,
}

impl Ending {
    fn new(site_checks: usize) -> Ending {
        Ending {
            facts: (0..site_checks).map(|_| Vec::new()).collect(),
            summary: Summary::default(),
            problems: Vec::new(),
        }
    }

    fn take(&mut self, index: usize, done: Done, sink: &mut dyn Sink) -> io::Result<()> {
        match done {
            Ok(audit) => {
                self.summary.add_page(&audit.report);
                for (check, fact) in audit.facts {
                    self.facts[check].push((index, fact));
                }
                sink.page(&audit.report)
            }
            Err(problem) => {
                self.problems.push(problem);
                Ok(())
            }
        }
    }
}

/// Reads a file of at most `max` bytes.
fn read(path: &std::path::Path, max: u64) -> Result<Vec<u8>, ProblemKind> {
    let io = |e: io::Error| ProblemKind::from(&e);
    let file = std::fs::File::open(path).map_err(io)?;
    let len = file.metadata().map_err(io)?.len();
    if len > max {
        return Err(ProblemKind::TooLarge(len));
    }
    let mut bytes = Vec::with_capacity(len as usize + 1);
    file.take(max + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > max {
        return Err(ProblemKind::TooLarge(bytes.len() as u64));
    }
    Ok(bytes)
}
