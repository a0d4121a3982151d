//! Whether changes to a page do good, and no harm.

use super::{Made, Proposal, Reason, Splices, tree};
use crate::check::{Condition, Fix, Level, SiteFiles, SitePage};
use crate::dom;
use crate::engine::Engine;
use crate::report::{Finding, PageReport};
use crate::source::{Position, Source, Span};

/// Whether some of the changes that were made to a page together do good without the others.
pub fn holds(
    engine: &Engine,
    source: &Source,
    page: &SitePage,
    files: &dyn SiteFiles,
    made: &[&Made],
) -> bool {
    let with = |made: &mut dyn Iterator<Item = &&Made>| {
        let splices = Splices::new(made.flat_map(|m| m.edits.iter().cloned()).collect());
        let text = splices.apply(&source.text);
        let after = Source {
            text,
            ..source.clone()
        };
        (splices, after)
    };
    let parse = |source| dom::parse_with(source, engine.settings().parser);
    let (_, alike) = with(&mut made.iter().filter(|m| m.alike));
    if !tree::same(&parse(source.clone()), &parse(alike)) {
        return false;
    }
    let proposal = |made: &&Made| Proposal {
        check: made.check,
        cause: made.cause,
        fix: Fix {
            at: Span::at(made.at),
            edits: made.edits.clone(),
            condition: Condition::None,
        },
    };
    let group: Vec<Proposal> = made.iter().map(proposal).collect();
    let (splices, after) = with(&mut made.iter());
    let audit = |source| engine.audit_page(source, Some(page), files).report;
    judge(&group, &audit(source.clone()), &audit(after), &splices).is_ok()
}

/// Whether each finding went, and no other came.
pub(super) fn judge(
    group: &[Proposal],
    before: &PageReport,
    after: &PageReport,
    splices: &Splices,
) -> Result<(), Reason> {
    let places = |report: &PageReport, check: &str| {
        let did = report.checks.get(check);
        did.map_or(0, |did| did.failed as usize + did.review as usize)
    };
    for check in group.iter().map(|p| p.check) {
        let asked = group.iter().filter(|p| p.check == check).count();
        if places(after, check) + asked > places(before, check) {
            return Err(Reason::Useless);
        }
    }
    let heard = |f: &&Finding| matches!(f.level, Level::Error | Level::Warning);
    for finding in after.findings.iter().filter(heard) {
        let here = splices.back(finding.start.offset);
        let was_there = before.findings.iter().any(|old| {
            let at = |p: &Position| here.start <= p.offset && p.offset <= here.end;
            old.check == finding.check
                && (at(&old.start) || old.related.iter().any(|r| at(&r.start)))
        });
        if !was_there {
            return Err(Reason::Worse(finding.check));
        }
    }
    Ok(())
}
