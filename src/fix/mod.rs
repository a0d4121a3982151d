//! What of a page can be mended for certain: the changes that checks propose ([`crate::check::Fix`]), tried and kept only if they do good.
//!
//! After each change the page is audited again in memory. A change is dropped, and the reason told, when the finding is still
//! there, when a finding of level error or warning comes that was not there, or when the condition of the change does not hold.
//! Everywhere else the page stays as it was, byte for byte.

mod diff;
mod encode;
mod judge;
mod named;
pub mod sources;
mod splice;
mod tree;

use std::cell::OnceCell;

pub use diff::unified;
pub use encode::{Untouchable, bytes};
pub use judge::holds;
use judge::judge;
pub use named::{Name, Names};
pub use splice::Splices;

use crate::check::{Condition, Edit, Fix, SiteFiles, SitePage};
use crate::dom::{self, Document};
use crate::engine::{Engine, PARSER_LIMIT, Selection};
use crate::report::{CauseKeys, PageReport};
use crate::source::{LineIndex, Position, Source};

/// Audits of one page at most, while its changes are tried.
const MAX_AUDITS: usize = 300;

/// A change that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The check that asked for it.
    pub check: &'static str,
    /// What its finding has in common with others of the same cause.
    pub cause: CauseKeys,
    /// The place on the page as it was at first, in bytes.
    pub at: u32,
    /// What was changed on the page as it was at first; empty when another change was made at the same place before.
    pub edits: Vec<Edit>,
    /// The tree stays as it is.
    pub alike: bool,
}

/// Why a change was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Something names what it would take away or rename.
    Named(Name),
    /// The page would be read otherwise.
    OtherTree,
    /// The finding would stay.
    Useless,
    /// This finding would come.
    Worse(&'static str),
    /// Too many were tried on this page.
    TooMany,
}

/// A change that was not made.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The check that proposed it.
    pub check: &'static str,
    /// What its finding has in common with others of the same cause.
    pub cause: CauseKeys,
    /// Where, on the page as it was at first.
    pub at: Position,
    /// Why.
    pub reason: Reason,
}

/// A page with its changes.
#[derive(Debug)]
pub struct Mended {
    /// The page as it was.
    pub source: Source,
    /// Its text as it would be.
    pub text: String,
    /// What was changed.
    pub made: Vec<Made>,
    /// What was not.
    pub refused: Vec<Refused>,
}

/// A change proposed, at a place of the text as it stands.
#[derive(Clone)]
struct Proposal {
    check: &'static str,
    cause: CauseKeys,
    fix: Fix,
}

/// One page being mended.
struct Work<'w> {
    engine: &'w Engine,
    page: &'w SitePage,
    files: &'w dyn SiteFiles,
    source: Source,
    report: PageReport,
    /// Leads back to the page as it was.
    splices: Vec<Splices>,
    refused: Vec<Refused>,
    made: Vec<Made>,
    audits: usize,
}

/// Mends a page as far as is safe. `selection`: whose changes are made; the engine's own selection is what a change is judged by.
pub fn mend(
    engine: &Engine,
    selection: &Selection,
    source: Source,
    page: &SitePage,
    files: &dyn SiteFiles,
    names: &Names,
) -> Mended {
    let audit = |source: Source| engine.audit_page(source, Some(page), files).report;
    let report = audit(source.clone());
    let mut work = Work {
        engine,
        page,
        files,
        source: source.clone(),
        report,
        splices: Vec::new(),
        refused: Vec::new(),
        made: Vec::new(),
        audits: 1,
    };
    let selected: Vec<&'static str> = crate::checks::metas()
        .filter(|meta| selection.runs(meta))
        .map(|meta| meta.id)
        .collect();
    // A page that was cut short is left alone.
    let whole = work.report.errors.iter().all(|e| e.kind != PARSER_LIMIT);
    while whole && work.round(&selected, names) {}
    let lines = LineIndex::new(&source.text);
    for refused in &mut work.refused {
        refused.at = lines.position(&source.text, refused.at.offset);
    }
    work.refused.sort_by_key(|refused| refused.at.offset);
    Mended {
        source,
        text: work.source.text,
        made: work.made,
        refused: work.refused,
    }
}

impl Work<'_> {
    /// Makes what goes together of the changes proposed, or refuses one; whether there was anything to do.
    fn round(&mut self, selected: &[&'static str], names: &Names) -> bool {
        let mut group = self.proposals(selected);
        let doc = OnceCell::new();
        let mut named = Vec::new();
        group.retain(|proposal| {
            let Condition::NotNamed(name) = &proposal.fix.condition else {
                return true;
            };
            let doc = doc.get_or_init(|| self.parse(self.source.clone()));
            let by = names.look(name, doc, self.page);
            let free = by.is_none();
            named.extend(by.map(|by| (proposal.clone(), by)));
            free
        });
        drop(doc);
        let found_named = !named.is_empty();
        for (proposal, by) in named {
            self.refuse(&proposal, Reason::Named(by));
        }
        // The trees of a page are compared when all changes of a group must leave it as it is.
        let alike = |p: &Proposal| p.fix.condition == Condition::SameTree;
        if group.iter().any(alike) {
            group.retain(alike);
        }
        let mut group = apart(group);
        if group.is_empty() {
            return found_named;
        }
        loop {
            if self.audits >= MAX_AUDITS {
                for proposal in &group {
                    self.refuse(proposal, Reason::TooMany);
                }
                return true;
            }
            match self.attempt(&group) {
                Ok(()) => return true,
                Err(reason) if group.len() == 1 => {
                    self.refuse(&group[0], reason);
                    return true;
                }
                Err(_) => group.truncate(group.len() / 2),
            }
        }
    }

    fn parse(&self, source: Source) -> Document {
        dom::parse_with(source, self.engine.settings().parser)
    }

    /// What the findings of the page propose and was not refused.
    fn proposals(&self, selected: &[&'static str]) -> Vec<Proposal> {
        let findings = self.report.findings.iter();
        let findings = findings.filter(|f| selected.contains(&f.check));
        let all = findings.flat_map(|f| f.fixes.iter().map(move |fix| (f, fix)));
        all.filter(|(finding, fix)| {
            let at = self.at_first(fix.at.start);
            !self
                .refused
                .iter()
                .any(|r| r.check == finding.check && r.at.offset == at)
        })
        .map(|(finding, fix)| Proposal {
            check: finding.check,
            cause: finding.cause,
            fix: fix.clone(),
        })
        .collect()
    }

    /// An offset of the text as it stands, on the page as it was.
    fn at_first(&self, offset: u32) -> u32 {
        let back = |offset, splices: &Splices| splices.back(offset).start;
        self.splices.iter().rev().fold(offset, back)
    }

    fn refuse(&mut self, proposal: &Proposal, reason: Reason) {
        let offset = self.at_first(proposal.fix.at.start);
        self.refused.push(Refused {
            check: proposal.check,
            cause: proposal.cause,
            at: Position {
                offset,
                line: 0,
                column: 0,
            },
            reason,
        });
    }

    /// Makes the changes if they do what they should and nothing else.
    fn attempt(&mut self, group: &[Proposal]) -> Result<(), Reason> {
        self.audits += 1;
        let edits = group.iter().flat_map(|p| p.fix.edits.iter().cloned());
        let splices = Splices::new(edits.collect());
        let after = Source {
            text: splices.apply(&self.source.text),
            ..self.source.clone()
        };
        if group.iter().any(|p| p.fix.condition == Condition::SameTree) {
            let (before, after) = (self.parse(self.source.clone()), self.parse(after.clone()));
            if !tree::same(&before, &after) {
                return Err(Reason::OtherTree);
            }
        }
        let audit = self
            .engine
            .audit_page(after.clone(), Some(self.page), self.files);
        judge(group, &self.report, &audit.report, &splices)?;
        let made: Vec<Made> = group.iter().map(|p| self.made(p)).collect();
        self.source = after;
        self.report = audit.report;
        self.splices.push(splices);
        self.made.extend(made);
        Ok(())
    }

    fn made(&self, proposal: &Proposal) -> Made {
        let unmoved = |edit: &Edit| {
            let exact = |span, splices: &Splices| splices.exactly_back(span);
            let span = self.splices.iter().rev().try_fold(edit.span, exact)?;
            Some(Edit::replace(span, edit.text.as_str()))
        };
        let edits: Option<Vec<Edit>> = proposal.fix.edits.iter().map(unmoved).collect();
        Made {
            check: proposal.check,
            cause: proposal.cause,
            at: self.at_first(proposal.fix.at.start),
            edits: edits.unwrap_or_default(),
            alike: proposal.fix.condition == Condition::SameTree,
        }
    }
}

/// Those whose changes do not touch each other, the first ones first.
fn apart(mut proposals: Vec<Proposal>) -> Vec<Proposal> {
    proposals.retain(|p| !p.fix.edits.is_empty());
    let bounds = |p: &Proposal| {
        let spans = p.fix.edits.iter().map(|e: &Edit| e.span);
        spans.reduce(|a, b| a.to(b)).unwrap_or_default()
    };
    proposals.sort_by_key(|p| (bounds(p).start, bounds(p).end));
    let mut taken: Vec<Edit> = Vec::new();
    proposals.retain(|p| {
        let free = p.fix.edits.iter().all(|edit| {
            let from = taken.partition_point(|t| t.span.end < edit.span.start);
            taken.get(from).is_none_or(|t| edit.span.end < t.span.start)
        });
        if free {
            for edit in &p.fix.edits {
                let at = taken.partition_point(|t| t.span.start < edit.span.start);
                taken.insert(at, edit.clone());
            }
        }
        free
    });
    proposals
}
