//! One page: parse, walk once, fold.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use super::fold::Folded;
use super::ignore::PageIgnores;
use super::offer::Walk;
use super::suppress::{SiteSuppression, Suppressions};
use super::{Engine, cause_key};
use crate::check::{
    Alone, BoxedFact, Condition, Context, Drafts, FNV_OFFSET, Fix, Found, InDom, Level, Meta,
    Resolver, SiteFiles, SitePage, Tally, Verdict, fnv,
};
use crate::dom::{self, Document};
use crate::report::{Change, CheckReport, CheckReports, Finding, PageError, PageReport, Related};
use crate::rgaa::TestId;
use crate::semantics::Semantics;
use crate::source::{Source, excerpt};
use crate::text::text;

/// A page's report, and what site checks keep of it.
pub struct PageAudit {
    /// The report.
    pub report: PageReport,
    /// Facts, each with the index of its site check in the plan.
    pub facts: Vec<(usize, BoxedFact)>,
    /// What comments ask of site checks.
    pub suppressions: Vec<SiteSuppression>,
}

impl Engine {
    /// Audits one page by itself.
    pub fn audit(&self, source: Source) -> PageReport {
        self.audit_page(source, None, &Alone).report
    }

    /// Audits one page of a site: also collects the facts that site checks ask for.
    pub fn audit_page(
        &self,
        source: Source,
        page: Option<&SitePage>,
        files: &dyn SiteFiles,
    ) -> PageAudit {
        let doc = dom::parse_with(source, self.settings.parser);
        let mut errors = Vec::new();
        let (plan, settings) = (&self.plan, &self.settings);
        for limit in doc.limits_hit() {
            errors.push(self.error(PARSER_LIMIT, &CUT_SHORT, limit));
        }

        let mut broken: Vec<u16> = Vec::new();
        let (drafts, facts) = loop {
            // Fresh after a panic, which may have left it half computed.
            let semantics = Semantics::new(&doc);
            let current = Cell::new(None);
            let walk = catch_unwind(AssertUnwindSafe(|| {
                let mut drafts = Walk::new(plan, &semantics, settings, &current, &broken).run();
                self.findings(&doc, &semantics, &mut drafts, &broken, page)
            }));
            match (walk, current.get()) {
                (Ok(drafts), _) => {
                    let facts = self.facts(&semantics, page, files, &mut errors);
                    break (drafts, facts);
                }
                (Err(_), Some(check)) => {
                    errors.push(self.error(
                        "check-panicked",
                        &PANICKED,
                        plan.checks[check as usize].meta().id,
                    ));
                    broken.push(check);
                }
                (Err(_), None) => {
                    errors.push(self.error("check-panicked", &PANICKED, "vigie"));
                    let semantics = Semantics::new(&doc);
                    let facts = self.facts(&semantics, page, files, &mut errors);
                    break (Judged::default(), facts);
                }
            }
        };
        for (check, n) in &drafts.left_out {
            errors.push(self.error("findings-cut", &CUT, &format!("{check}: {n}")));
        }

        let language = doc.html().and_then(|h| h.attr("lang")).map(str::to_owned);
        let source = doc.into_source();
        PageAudit {
            report: PageReport {
                path: source.path.clone(),
                site_path: page.map(|p| p.site_path.clone()).unwrap_or_default(),
                bytes: source.byte_len,
                encoding: source.encoding,
                language,
                tests: drafts.tests,
                criteria: drafts.criteria,
                checks: drafts.checks,
                findings: drafts.findings,
                errors,
                ignored: drafts.ignored,
                withheld: drafts.withheld,
                source,
            },
            facts,
            suppressions: drafts.suppressions,
        }
    }

    /// What the site checks keep of a page of a site, each with the index of its check in the plan.
    fn facts<'p>(
        &'p self,
        semantics: &'p Semantics<'p>,
        page: Option<&'p SitePage>,
        files: &'p dyn SiteFiles,
        errors: &mut Vec<PageError>,
    ) -> Vec<(usize, BoxedFact)> {
        let mut facts = Vec::new();
        let Some(page) = page.filter(|_| !self.plan.site.is_empty()) else {
            return facts;
        };
        let resolver = Resolver::new(semantics.document(), page, files);
        let resolver = Rc::new(RefCell::new(resolver));
        for (i, check) in self.plan.site.iter().enumerate() {
            let cx = Context::new(check.meta(), semantics, &self.settings.options, 0);
            let cx = cx.following(&resolver);
            match catch_unwind(AssertUnwindSafe(|| check.collect(&cx, page, files))) {
                Ok(Some(fact)) => facts.push((i, fact)),
                Ok(None) => {}
                Err(_) => errors.push(self.error("check-panicked", &PANICKED, check.meta().id)),
            }
        }
        facts
    }

    pub(super) fn error(
        &self,
        kind: &'static str,
        message: &crate::text::Text,
        what: &str,
    ) -> PageError {
        PageError {
            kind,
            message: message
                .get(self.settings.options.lang)
                .replace("{what}", what),
        }
    }

    /// Drafts become findings, tallies become outcomes.
    fn findings(
        &self,
        doc: &Document,
        semantics: &Semantics<'_>,
        drafts: &mut Vec<(u16, Drafts<'_>)>,
        broken: &[u16],
        page: Option<&SitePage>,
    ) -> Judged {
        let site_path = page.map(|p| p.site_path.as_str());
        let unsettled = !doc.limits_hit().is_empty()
            || (!self.settings.options.scripts_inert && semantics.has_active_script());
        let mut fold = self.plan.nothing_met[usize::from(unsettled)].clone();
        let mut judged = Judged::default();
        let mut fingerprints = Fingerprints::default();
        let ignores = PageIgnores::new(&self.settings.ignores, doc, site_path);
        let mut suppressions = Suppressions::default();
        if self.settings.obey_comments {
            suppressions = Suppressions::of(doc);
        }
        let hidden = suppressions.apply(&self.plan, drafts, self.settings.options.lang);
        judged.suppressions = suppressions.of_site(&self.plan, doc);
        let mut reports = vec![CheckReport::new(Tally::default()); self.plan.checks.len()];
        for &check in broken {
            let meta = self.plan.checks[check as usize].meta();
            let words = &self.plan.words[check as usize];
            fold.add(meta, words, &Drafts::default(), true);
        }
        for (check, draft) in drafts {
            let meta = self.plan.checks[*check as usize].meta();
            let mut ignored = ignores.drop_from(meta, draft);
            ignored += hidden.get(*check as usize).copied().unwrap_or(0);
            ignored += self.veil(meta, draft, page, &doc.source().text);
            judged.ignored += ignored;
            if draft.is_empty() && ignored == 0 {
                continue;
            }
            reports[*check as usize] = CheckReport::new(draft.tally);
            fold.add(meta, &self.plan.words[*check as usize], draft, ignored > 0);
            if draft.left_out > 0 {
                judged.left_out.push((meta.id, draft.left_out));
            }
            for found in std::mem::take(&mut draft.found) {
                let tests = found.tests.as_deref();
                let level = self.settings.level(meta, found.level, found.verdict, tests);
                if level != Level::Off {
                    judged
                        .findings
                        .push(finding(doc, meta, found, level, &mut fingerprints));
                }
            }
        }
        let by_id = self.plan.by_id.iter().map(|&i| reports[i as usize]);
        judged.checks = CheckReports::new(&self.plan.ids, by_id);
        // Stable: findings at one place keep the order of the checks.
        judged
            .findings
            .sort_by_key(|f| (f.start.offset, f.end.offset));
        Folded {
            tests: judged.tests,
            criteria: judged.criteria,
            withheld: judged.withheld,
        } = fold.finish();
        judged
    }
}

/// The kind of a page's error when its tree is not whole.
pub const PARSER_LIMIT: &str = "parser-limit";

const CUT_SHORT: crate::text::Text = text(
    "page trop profonde ou trop lourde à analyser entièrement (limite « {what} ») : rien n’y est tenu pour prouvé conforme",
    "page too deep or too heavy to parse whole (limit \"{what}\"): nothing there is taken as proven to conform",
);
const PANICKED: crate::text::Text = text(
    "erreur interne de Vigie dans « {what} » sur cette page ; merci de la signaler",
    "internal error of Vigie in \"{what}\" on this page; please report it",
);
const CUT: crate::text::Text = text(
    "constats non listés sur cette page, au-delà de la limite : {what}",
    "findings not listed on this page, past the limit: {what}",
);

/// What came out of the walk, owned.
#[derive(Default)]
struct Judged {
    findings: Vec<Finding>,
    checks: CheckReports,
    tests: crate::report::Tests,
    criteria: crate::report::Criteria,
    left_out: Vec<(&'static str, u32)>,
    ignored: u32,
    withheld: Vec<TestId>,
    suppressions: Vec<SiteSuppression>,
}

fn finding(
    doc: &Document,
    meta: &Meta,
    found: Found<'_>,
    level: Level,
    fingerprints: &mut Fingerprints,
) -> Finding {
    let excerpt = excerpt(doc.source().slice(found.target.span));
    let fingerprint = fingerprints.next(meta.id, &found, &excerpt);
    let cause = cause_key::keys(meta.id, &found, &excerpt);
    Finding {
        check: meta.id,
        verdict: found.verdict,
        level,
        tests: found.tests.unwrap_or_else(|| meta.tests()),
        path: None,
        message: found.message,
        start: doc.position(found.target.span.start),
        end: doc.position(found.target.span.end),
        selector: found
            .target
            .element
            .map_or_else(String::new, |e| e.selector()),
        excerpt,
        related: found
            .related
            .into_iter()
            .map(|r| Related {
                message: r.message,
                path: None,
                start: doc.position(r.span.start),
                end: doc.position(r.span.end),
            })
            .collect(),
        fingerprint,
        cause,
        in_dom: in_dom(meta, found.verdict, found.in_dom),
        changes: changes(doc, &found.fixes),
        fixes: found.fixes,
    }
}

/// What becomes of the error in the tree that browsers build; nothing is said of what is no error of HTML.
pub(super) fn in_dom(meta: &Meta, verdict: Verdict, told: Option<InDom>) -> Option<InDom> {
    (verdict == Verdict::Fail && meta.fails_html()).then(|| told.unwrap_or(meta.in_dom))
}

/// What mends a finding whatever else the site holds.
fn changes(doc: &Document, fixes: &[Fix]) -> Vec<Change> {
    let sure = fixes
        .iter()
        .filter(|fix| !matches!(fix.condition, Condition::NotNamed(_)));
    sure.flat_map(|fix| &fix.edits)
        .map(|edit| Change {
            start: doc.position(edit.span.start),
            end: doc.position(edit.span.end),
            text: edit.text.clone(),
        })
        .collect()
}

/// Fingerprints of a page's findings: the check, the names of the elements around, the source there; and a rank among equals.
/// Lines, offsets and the page's name have no part in it.
#[derive(Default)]
struct Fingerprints {
    seen: HashMap<u64, u32, FxBuildHasher>,
}

impl Fingerprints {
    fn next(&mut self, check: &str, found: &Found<'_>, excerpt: &str) -> String {
        let mut hash = fnv(FNV_OFFSET, check.as_bytes());
        if let Some(element) = found.target.element {
            hash = fnv(hash, element.name().as_bytes());
            for e in element.ancestors().take(8) {
                hash = fnv(hash, b">");
                hash = fnv(hash, e.name().as_bytes());
            }
        }
        hash = fnv(hash, excerpt.as_bytes());
        let rank = self.seen.entry(hash).or_insert(0);
        *rank += 1;
        format!("{:016x}", fnv(hash, &rank.to_le_bytes()))
    }
}

/// A fingerprint of the parts given, in order.
pub(super) fn fingerprint(parts: &[&str]) -> String {
    let hash = parts.iter().fold(FNV_OFFSET, |hash, part| {
        fnv(fnv(hash, part.as_bytes()), b"\0")
    });
    format!("{hash:016x}")
}
