//! `earl`: the W3C's Evaluation and Report Language, as JSON-LD with its context inside: nothing is fetched to read it.
//!
//! Each page is a test subject with what was asserted of it: a test of the RGAA at a time, once per WCAG success criterion that it is a
//! part of, since the WCAG-EM Report Tool reads one criterion an assertion; then each check that implements ACT rules, under its own
//! name, which is what an ACT implementation report compares. Both readers know pages by their address: `--base` gives it.
//!
//! A test of the RGAA is written in full each time and has no IRI: framing would keep its criterion in the first assertion only.
//! Untested is what nothing is said of.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::setting::{Setting, encoded};
use super::{CheckReport, End, Finding, PageReport, Printer, Style};
use crate::check::Verdict;
use crate::rgaa::{Outcome, RGAA, TestId, wcag_name};
use crate::text::text;

/// Prints one document, a page a line.
pub struct Earl {
    style: Style,
    setting: Setting,
}

impl Earl {
    /// A printer.
    pub fn new(style: Style, setting: &Setting) -> Earl {
        Earl {
            style,
            setting: setting.clone(),
        }
    }

    /// The address of a page, or its path where none is declared.
    fn address(&self, page: &PageReport) -> String {
        let base = self.setting.base.as_deref().filter(|b| b.contains("://"));
        match base {
            Some(base) => {
                let path = &page.site_path;
                // What servers give for a folder.
                let folder = path
                    .strip_suffix("index.html")
                    .filter(|f| f.is_empty() || f.ends_with('/'));
                let path = encoded(folder.unwrap_or(path));
                format!("{}/{path}", base.trim_end_matches('/'))
            }
            None => encoded(&page.path),
        }
    }

    /// One assertion per criterion that the test is a part of.
    fn of_test(&self, id: TestId, outcome: Outcome, findings: &[&Finding], all: &mut Vec<Value>) {
        if outcome == Outcome::Untested {
            return;
        }
        let criterion = RGAA.criterion(id.criterion_id());
        for number in criterion.map_or(&[][..], |c| c.wcag) {
            let Some(name) = wcag_name(number) else {
                continue;
            };
            let mut result = json!({ "@type": "TestResult", "outcome": outcome_of(outcome) });
            if let Some(description) = description(findings) {
                result["description"] = json!(description);
            }
            all.push(json!({
                "@type": "Assertion",
                "assertedBy": { "@id": ASSERTOR },
                "mode": { "@id": "earl:automatic" },
                "test": {
                    "@type": "TestCase",
                    "title": format!("RGAA {} {} {id}", RGAA.version, text("test", "test").get(self.style.lang)),
                    "isPartOf": { "@id": format!("WCAG21:{name}") },
                },
                "result": result,
            }));
        }
    }

    fn of_check(&self, id: &'static str, report: &CheckReport) -> Option<Value> {
        let meta = (self.style.meta)(id).filter(|m| !m.act.is_empty())?;
        let rules = meta.act.iter();
        let rules: Vec<Value> = rules
            .map(|rule| json!({ "@id": format!("https://www.w3.org/WAI/standards-guidelines/act/rules/{rule}/") }))
            .collect();
        Some(json!({
            "@type": "Assertion",
            "assertedBy": { "@id": ASSERTOR },
            "mode": { "@id": "earl:automatic" },
            "test": {
                "@type": "TestCase",
                // Readers that have no title take what follows the last slash.
                "@id": format!("urn:vigie:checks/{id}"),
                "title": id,
                "references": rules,
            },
            "result": { "@type": "TestResult", "outcome": outcome_of(report.outcome) },
        }))
    }
}

fn outcome_of(outcome: Outcome) -> Value {
    json!({ "@id": format!("earl:{}", outcome.name()) })
}

/// Which checks found how much: `duplicate-id (3), …`.
fn description(findings: &[&Finding]) -> Option<String> {
    let mut checks: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings {
        *checks.entry(finding.check).or_default() += 1;
    }
    let said: Vec<String> = checks.iter().map(|(c, n)| format!("{c} ({n})")).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

const ASSERTOR: &str = concat!("urn:vigie:version/", env!("CARGO_PKG_VERSION"));

fn context() -> Value {
    json!({
        "earl": "http://www.w3.org/ns/earl#",
        "dct": "http://purl.org/dc/terms/",
        "doap": "http://usefulinc.com/ns/doap#",
        "schema": "http://schema.org/",
        "WCAG21": "http://www.w3.org/TR/WCAG21/#",
        "Assertion": "earl:Assertion",
        "Assertor": "earl:Assertor",
        "Software": "earl:Software",
        "TestSubject": "earl:TestSubject",
        "TestCase": "earl:TestCase",
        "TestResult": "earl:TestResult",
        "WebPage": "schema:WebPage",
        "WebSite": "schema:WebSite",
        "assertedBy": "earl:assertedBy",
        "mode": "earl:mode",
        "test": "earl:test",
        "result": "earl:result",
        "outcome": "earl:outcome",
        "assertions": { "@reverse": "earl:subject" },
        "title": "dct:title",
        "description": "dct:description",
        "isPartOf": "dct:isPartOf",
        "references": "dct:references",
        "source": { "@id": "dct:source", "@type": "@id" },
        "name": "doap:name",
        "siteName": "schema:name",
        "release": "doap:release",
        "revision": "doap:revision",
    })
}

impl Printer for Earl {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let assertor = json!({
            "@id": ASSERTOR,
            "@type": ["Assertor", "Software"],
            "name": env!("CARGO_PKG_NAME"),
            "siteName": env!("CARGO_PKG_NAME"),
            "release": { "revision": env!("CARGO_PKG_VERSION") },
        });
        out.write_all(b"{\"@context\":")?;
        super::write_json(out, &context())?;
        out.write_all(b",\n\"@graph\":[\n")?;
        super::write_json(out, &assertor)
    }

    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        let mut of_tests: BTreeMap<TestId, Vec<&Finding>> = BTreeMap::new();
        for finding in &page.findings {
            for test in &finding.tests {
                of_tests.entry(*test).or_default().push(finding);
            }
        }
        let mut assertions = Vec::new();
        for (test, outcome) in RGAA.tests().zip(&page.tests.0) {
            let mut findings = of_tests.remove(&test.id).unwrap_or_default();
            if *outcome == Outcome::Failed {
                findings.retain(|f| f.verdict == Verdict::Fail);
            }
            self.of_test(test.id, *outcome, &findings, &mut assertions);
        }
        let checks = page.checks.iter();
        assertions.extend(checks.filter_map(|(id, report)| self.of_check(id, report)));
        let address = self.address(page);
        let subject = json!({
            "@id": address,
            "@type": ["TestSubject", "WebPage"],
            "title": page.path,
            "source": address,
            "assertions": assertions,
        });
        out.write_all(b",\n")?;
        super::write_json(out, &subject)
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let mut assertions = Vec::new();
        for (id, outcome) in &end.site.tests {
            let Ok(test) = id.parse::<TestId>() else {
                continue;
            };
            let of_test = end.site.findings.iter().filter(|f| f.tests.contains(&test));
            let findings: Vec<&Finding> = of_test.collect();
            self.of_test(test, *outcome, &findings, &mut assertions);
        }
        let checks = end.site.checks.iter();
        assertions.extend(checks.filter_map(|(id, report)| self.of_check(id, report)));
        if !assertions.is_empty() {
            let subject = json!({
                "@id": self.setting.base.as_deref().unwrap_or("./"),
                "@type": ["TestSubject", "WebSite"],
                "assertions": assertions,
            });
            out.write_all(b",\n")?;
            super::write_json(out, &subject)?;
        }
        out.write_all(b"\n]}\n")
    }
}
