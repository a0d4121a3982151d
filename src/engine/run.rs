//! All pages, on several threads, reported in order.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::budget::Budget;
use super::discover::{Problem, ProblemKind, SiteFile};
use super::files::KnownFiles;
use super::in_order::InOrder;
use super::suppress::SiteSuppressions;
use super::{Engine, PageAudit, threads};
use crate::check::{AnySiteCheck, Facts};
use crate::report::{Cause, Causes, PageReport, SiteReport, Summary};
use crate::source::Source;

/// Takes pages as they are done, in order, one at a time, each on any thread.
pub trait Sink: Send {
    /// One page. An error stops the run.
    fn page(&mut self, report: &PageReport) -> io::Result<()>;
}

impl<F: FnMut(&PageReport) -> io::Result<()> + Send> Sink for F {
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
        let jobs = threads::count(jobs, files.len());
        let next = AtomicUsize::new(0);
        let order = InOrder::new(jobs * AHEAD);
        let budget = Budget::default();
        let processes = &self.settings.options.pages.processes;
        let summary = Summary::new(processes.iter().map(|p| p.name.as_str()));
        let telling = Mutex::new(Telling {
            end: Ending::new(&self.plan.site, summary),
            sink,
            outcome: Ok(()),
        });
        let tell = |rank: usize, done: Done| {
            let mut telling = telling.lock().unwrap_or_else(PoisonError::into_inner);
            let process = self.settings.options.pages.process_of(&files[rank].page);
            if !telling.tell(rank, done, process) {
                // Hand out no further page.
                next.store(files.len(), Ordering::Relaxed);
            }
        };
        threads::on_each(jobs, || {
            loop {
                let rank = next.fetch_add(1, Ordering::Relaxed);
                let Some(file) = files.get(rank) else { break };
                order.wait_to_begin(rank);
                order.hand_over(rank, self.read_and_audit(file, site, &budget), tell);
            }
        });
        let telling = telling.into_inner().unwrap_or_else(PoisonError::into_inner);
        telling.outcome?;
        let mut end = telling.end;
        let report = self.conclude(files, site, jobs, end.facts, end.suppressions);
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

    fn read_and_audit(&self, file: &SiteFile, site: &KnownFiles, budget: &Budget) -> Done {
        let problem = |kind| Problem {
            path: file.page.path.clone(),
            kind,
        };
        let size = self.size_of(file).map_err(problem)?;
        let _share = budget.take(size);
        let bytes = self.read_so_many(file, size).map_err(problem)?;
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
        self.read_so_many(file, self.size_of(file)?)
    }

    /// The size of a page as stored, in bytes. Asked before it is opened: that waits for ever on a pipe that took the place of a page since
    /// it was found.
    fn size_of(&self, file: &SiteFile) -> Result<u64, ProblemKind> {
        if let Some(bytes) = &file.bytes {
            return Ok(bytes.len() as u64);
        }
        let known = std::fs::metadata(&file.path).map_err(|e| ProblemKind::from(&e))?;
        if !known.is_file() {
            Err(ProblemKind::NotAFile)
        } else if known.len() > self.settings.max_page_bytes {
            Err(ProblemKind::TooLarge(known.len()))
        } else {
            Ok(known.len())
        }
    }

    /// Reads a page that had this size a moment ago.
    fn read_so_many(&self, file: &SiteFile, size: u64) -> Result<Vec<u8>, ProblemKind> {
        match &file.bytes {
            Some(bytes) => Ok(bytes.clone()),
            None => read(&file.path, size, self.settings.max_page_bytes),
        }
    }
}

/// Where pages are told, in order.
struct Telling<'s> {
    end: Ending,
    sink: &'s mut dyn Sink,
    outcome: io::Result<()>,
}

impl Telling<'_> {
    /// Tells a page, unless there was an error before. Whether anybody reads on.
    fn tell(&mut self, rank: usize, done: Done, process: Option<u16>) -> bool {
        if self.outcome.is_ok() {
            self.outcome = self.end.take(rank, done, process, self.sink);
        }
        self.outcome.is_ok()
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

/// Reads a file of some `size` bytes, at most `max`.
fn read(path: &Path, size: u64, max: u64) -> Result<Vec<u8>, ProblemKind> {
    let io = |e: io::Error| ProblemKind::from(&e);
    let file = File::open(path).map_err(io)?;
    // Room for one more, to see that there is no more.
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(max + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > max {
        return Err(ProblemKind::TooLarge(bytes.len() as u64));
    }
    Ok(bytes)
}
