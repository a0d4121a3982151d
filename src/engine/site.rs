//! The site pass: what site checks conclude once all pages are through.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::discover::SiteFile;
use super::files::KnownFiles;
use super::page::{fingerprint, in_dom};
use super::suppress::SiteSuppressions;
use super::{Engine, Unused, cause_key, threads};
use crate::check::{
    Context, Facts, Level, MAX_SITE_FINDINGS, Meta, Place, ProofKind, Reopen, SiteContext,
    SiteDraft, SitePage, Verdict,
};
use crate::dom;
use crate::report::{CheckReport, Finding, Related, SiteReport};
use crate::rgaa::{Outcome, TestId};
use crate::semantics::Semantics;
use crate::text::{Text, text};

/// Reads pages again for one check.
struct Again<'e> {
    engine: &'e Engine,
    files: &'e [SiteFile],
    jobs: usize,
    meta: &'static Meta,
}

impl Reopen for Again<'_> {
    fn reopen(&self, pages: &[usize], look: &(dyn Fn(usize, &Context<'_>) + Sync)) {
        let settings = &self.engine.settings;
        let one = |rank: usize, page: usize| {
            let Ok(source) = self.engine.read(&self.files[page]) else {
                return;
            };
            let doc = dom::parse_with(source, settings.parser);
            let semantics = Semantics::new(&doc);
            let cx = Context::new(self.meta, &semantics, &settings.options, 0);
            look(rank, &cx);
        };
        let next = AtomicUsize::new(0);
        threads::on_each(self.jobs.min(pages.len()), || {
            loop {
                let rank = next.fetch_add(1, Ordering::Relaxed);
                let Some(page) = pages.get(rank) else { break };
                one(rank, *page);
            }
        });
    }
}

impl Engine {
    pub(super) fn conclude(
        &self,
        files: &[SiteFile],
        site: &KnownFiles,
        jobs: usize,
        facts: Vec<Box<dyn Facts>>,
        mut suppressions: SiteSuppressions,
    ) -> SiteReport {
        let pages: Vec<&SitePage> = files.iter().map(|f| &f.page).collect();
        let mut report = SiteReport::default();
        for (check, facts) in self.plan.site.iter().zip(facts) {
            let meta = check.meta();
            let again = Again {
                engine: self,
                files,
                jobs,
                meta,
            };
            let concluded = catch_unwind(AssertUnwindSafe(|| {
                let mut cx = SiteContext::new(&pages, site, &self.settings.options, &again);
                cx.ignored = self.ignored_pages(meta, &pages);
                check.conclude(facts, &mut cx);
                (cx.tally, cx.found, cx.left_out, cx.settled)
            }));
            let Ok((mut tally, mut found, left_out, settled)) = concluded else {
                let error = self.error("check-panicked", &PANICKED, meta.id);
                report.errors.push(error);
                continue;
            };
            let mut hidden = suppressions.hide(meta, &mut found);
            let text_of = |page: usize| Some(self.read(&files[page]).ok()?.text);
            hidden.extend(self.veil_site(meta, &mut found, &text_of, &pages));
            for draft in &hidden {
                report.ignored += 1;
                match draft.verdict {
                    Verdict::Fail => tally.failed -= 1,
                    Verdict::Review => tally.review -= 1,
                }
            }
            report.checks.insert(meta.id, CheckReport::new(tally));
            found.sort_by_key(|draft| (draft.page, draft.place.start, draft.place.end));
            for (test, outcome) in outcomes(meta, &found, &hidden, &settled) {
                let known = report.tests.entry(test.to_string()).or_insert(outcome);
                if outcome == Outcome::Failed || *known == Outcome::CantTell {
                    *known = outcome;
                }
            }
            let left_out = left_out + found.len().saturating_sub(MAX_SITE_FINDINGS);
            if left_out > 0 {
                let left = format!("{}: {left_out}", meta.id);
                report.errors.push(self.error("findings-cut", &CUT, &left));
            }
            for draft in found.into_iter().take(MAX_SITE_FINDINGS) {
                let tests = draft.tests.as_deref();
                let level = self.settings.level(meta, draft.level, draft.verdict, tests);
                if level != Level::Off {
                    report.findings.push(finding(meta, &pages, draft, level));
                }
            }
        }
        if let Some((meta, unused)) = suppressions.unused(&self.plan, self.settings.options.lang) {
            let level = self.settings.level(meta, None, Verdict::Fail, None);
            let shown = unused.into_iter().filter(|_| level != Level::Off);
            let findings = shown.map(|draft| finding(meta, &pages, draft, level));
            report.findings.extend(findings.take(MAX_SITE_FINDINGS));
        }
        report
            .findings
            .extend(self.unveiled(self.settings.options.lang));
        report
    }

    /// The pages the configuration does not want to hear this check about.
    fn ignored_pages(&self, meta: &Meta, pages: &[&SitePage]) -> HashSet<usize> {
        let ignores = &self.settings.ignores;
        let hidden = |page: &SitePage| {
            let paths = [page.path.as_str(), page.site_path.as_str()];
            ignores.iter().any(|i| i.hides_site_finding(meta, &paths))
        };
        (0..pages.len())
            .filter(|&page| !ignores.is_empty() && hidden(pages[page]))
            .collect()
    }
}

const PANICKED: Text = text(
    "erreur interne de Vigie dans « {what} » ; merci de la signaler",
    "internal error of Vigie in \"{what}\"; please report it",
);
const CUT: Text = text(
    "constats sur l’ensemble du site non listés, au-delà de la limite : {what}",
    "findings about the whole site not listed, past the limit: {what}",
);

/// What a site check says of the RGAA tests of its proofs: it refutes, it has settled them, or it leaves a question.
fn outcomes(
    meta: &Meta,
    found: &[SiteDraft],
    hidden: &[SiteDraft],
    settled: &[(TestId, Outcome)],
) -> Vec<(TestId, Outcome)> {
    let about = |draft: &SiteDraft, test: TestId| {
        let tests = draft.tests.as_ref();
        tests.is_none_or(|tests| tests.contains(&test))
    };
    let fails = |test: TestId| {
        let mut failing = found.iter().filter(|d| d.verdict == Verdict::Fail);
        failing.any(|draft| about(draft, test))
    };
    // What is hidden proves nothing, and lets nothing be proven.
    let speaks = |test: TestId| found.iter().chain(hidden).any(|draft| about(draft, test));
    // Several sites may be audited at once: one that passes has something to judge, so that the whole is not inapplicable.
    let agreed = |test: TestId| {
        let said = settled.iter().filter(|(t, _)| *t == test).map(|s| s.1);
        let all: Vec<Outcome> = said.collect();
        [Outcome::CantTell, Outcome::Passed, Outcome::Inapplicable]
            .into_iter()
            .find(|o| all.contains(o))
            .filter(|_| !speaks(test))
    };
    let mut outcomes = Vec::new();
    for proof in meta.proofs {
        for &test in proof.tests {
            let certain = proof.kind != ProofKind::Hints && proof.tests.len() == 1 && fails(test);
            let outcome = if certain {
                Outcome::Failed
            } else {
                agreed(test).unwrap_or(Outcome::CantTell)
            };
            outcomes.push((test, outcome));
        }
    }
    outcomes
}

/// What is said of a comment of the sources that hides nothing.
pub(super) fn unused(meta: &Meta, level: Level, message: String, unused: Unused) -> Finding {
    let identity = format!("{} {}", unused.check, unused.excerpt);
    Finding {
        check: meta.id,
        verdict: Verdict::Fail,
        level,
        tests: meta.tests(),
        message,
        start: unused.start,
        end: unused.end,
        selector: String::new(),
        fingerprint: fingerprint(&[meta.id, &unused.path, &identity]),
        cause: cause_key::site_key(meta.id, Verdict::Fail, &identity),
        path: Some(unused.path),
        excerpt: unused.excerpt,
        related: Vec::new(),
        in_dom: None,
        changes: Vec::new(),
        fixes: Vec::new(),
    }
}

fn finding(meta: &Meta, pages: &[&SitePage], draft: SiteDraft, level: Level) -> Finding {
    let path = &pages[draft.page].path;
    let Place {
        start,
        end,
        selector,
        excerpt,
    } = draft.place;
    let fingerprint = match &draft.key {
        Some(key) => fingerprint(&[meta.id, key]),
        None => fingerprint(&[meta.id, path, &selector, &excerpt]),
    };
    let identity = match &draft.key {
        Some(key) => key.clone(),
        None => format!("{:x} {excerpt}", draft.essence),
    };
    let cause = cause_key::site_key(meta.id, draft.verdict, &identity);
    let related = |(message, page, place): (String, usize, Place)| Related {
        message,
        path: Some(pages[page].path.clone()),
        start: place.start,
        end: place.end,
    };
    Finding {
        check: meta.id,
        verdict: draft.verdict,
        level,
        tests: draft.tests.unwrap_or_else(|| meta.tests()),
        path: Some(path.clone()),
        message: draft.message,
        start,
        end,
        selector,
        excerpt,
        related: draft.related.into_iter().map(related).collect(),
        fingerprint,
        cause,
        in_dom: in_dom(meta, draft.verdict, None),
        changes: Vec::new(),
        fixes: Vec::new(),
    }
}
