//! All pages, on several threads, reported in order.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

use super::budget::Budget;
use super::discover::{Problem, ProblemKind, SiteFile};
use super::files::KnownFiles;
use super::suppress::SiteSuppressions;
use super::{Engine, PageAudit};
use crate::check::{AnySiteCheck, Facts};
use crate::report::{Cause, Causes, PageReport, SiteReport, Summary};
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
    /// The findings, pages and site together, by what is to be mended.
    pub causes: Vec<Cause>,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
}

/// How many pages may be done ahead of the one to print, per thread: a large page stops the other threads later.
const AHEAD: usize = 16;

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
        let budget = Budget::default();
        let (send, receive) = mpsc::channel::<(usize, Done)>();
        let processes = &self.settings.options.pages.processes;
        let summary = Summary::new(processes.iter().map(|p| p.name.as_str()));
        let mut end = Ending::new(&self.plan.site, summary);
        let mut outcome = Ok(());
        pool.in_place_scope(|scope| {
            for _ in 0..jobs {
                let send = send.clone();
                let (next, gate, budget) = (&next, &gate, &budget);
                scope.spawn(move |_| {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(file) = files.get(index) else { break };
                        gate.wait(index);
                        let done = {
                            let _share = budget.take(size_of(file));
                            self.read_and_audit(file, site)
                        };
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
                        let process = self.settings.options.pages.process_of(&files[printed].page);
                        outcome = end.take(printed, done, process, sink);
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
        let report = self.conclude(files, site, &pool, end.facts, end.suppressions);
        end.summary.errors += end.problems.len() + report.errors.len();
        end.summary.add_site(&report);
        end.causes.add_site(&report);
        Ok(Run {
            causes: end.causes.conclude(),
            site: report,
            summary: end.summary,
            problems: end.problems,
        })
    }

    fn read_and_audit(&self, file: &SiteFile, site: &KnownFiles) -> Done {
        let bytes = self.read_bytes(file).map_err(|kind| Problem {
            path: file.page.path.clone(),
            kind,
        })?;
        let cache = self.cache.as_ref().filter(|_| self.veil.is_none());
        Ok(Box::new(match cache {
            Some(cache) => cache.audit(self, &file.page, bytes, site),
            None => {
                let source = Source::decode(file.page.path.clone(), bytes);
                self.audit_page(source, Some(&file.page), site)
            }
        }))
    }

    /// Reads and decodes a page.
    ///
    /// # Errors
    /// Those of [`Engine::read_bytes`].
    pub fn read(&self, file: &SiteFile) -> Result<Source, ProblemKind> {
        let bytes = self.read_bytes(file)?;
        Ok(Source::decode(file.page.path.clone(), bytes))
    }

    /// Reads a page.
    ///
    /// # Errors
    /// When it cannot be read, or is larger than the limit.
    pub fn read_bytes(&self, file: &SiteFile) -> Result<Vec<u8>, ProblemKind> {
        match &file.bytes {
            Some(bytes) => Ok(bytes.clone()),
            None => read(&file.path, self.settings.max_page_bytes),
        }
    }
}

/// The size of a page as stored, as far as is known before it is read.
fn size_of(file: &SiteFile) -> u64 {
    match &file.bytes {
        Some(bytes) => bytes.len() as u64,
        None => std::fs::metadata(&file.path).map_or(0, |m| m.len()),
    }
}

/// What grows while pages go by.
struct Ending {
    facts: Vec<Box<dyn Facts>>,
    summary: Summary,
    causes: Causes,
    suppressions: SiteSuppressions,
    problems: Vec<Problem>,
}

impl Ending {
    fn new(site_checks: &[&'static dyn AnySiteCheck], summary: Summary) -> Ending {
        Ending {
            facts: site_checks.iter().map(|check| check.facts()).collect(),
            summary,
            causes: Causes::default(),
            suppressions: SiteSuppressions::default(),
            problems: Vec::new(),
        }
    }

    fn take(
        &mut self,
        index: usize,
        done: Done,
        process: Option<u16>,
        sink: &mut dyn Sink,
    ) -> io::Result<()> {
        match done {
            Ok(audit) => {
                self.summary.add_page(&audit.report, process);
                self.causes.add_page(&audit.report);
                let suppressions = audit.suppressions.into_iter();
                self.suppressions.0.extend(suppressions.map(|s| (index, s)));
                for (check, fact) in audit.facts {
                    self.facts[check].push(index, fact);
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
    // Before opening: that waits for ever on a pipe that took the place of a page since it was found.
    if !std::fs::metadata(path).map_err(io)?.is_file() {
        return Err(ProblemKind::NotAFile);
    }
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
