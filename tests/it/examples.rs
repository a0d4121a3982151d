//! Every example of every check is what it says, in both languages.

use vigie::check::{Meta, Options};
use vigie::checks;
use vigie::engine::{Engine, Selection, Selector, Settings};
use vigie::report::PageReport;
use vigie::rgaa::Outcome;
use vigie::source::Source;
use vigie::text::Lang;

/// Audits with one check only.
pub fn audit_with(id: &'static str, path: &str, html: Vec<u8>, options: Options) -> PageReport {
    let engine = Engine::new(Settings {
        options,
        selection: Selection {
            select: vec![Selector::Check(id)],
            ignore: Vec::new(),
        },
        ..Settings::default()
    });
    engine.audit(Source::decode(path, html))
}

fn run(meta: &'static Meta, html: &str, expected: Outcome, problems: &mut Vec<String>) {
    for lang in Lang::ALL {
        let report = audit_with(
            meta.id,
            "example.html",
            html.as_bytes().to_vec(),
            Options {
                lang,
                ..Options::default()
            },
        );
        let outcome = report.checks[meta.id].outcome;
        if outcome != expected {
            problems.push(format!(
                "{}: {html}\n  is {outcome}, not {expected}",
                meta.id
            ));
        }
        for finding in &report.findings {
            if finding.message.contains(['{', '}']) && !html.contains('{') {
                problems.push(format!(
                    "{}: unfilled placeholder in «{}»",
                    meta.id, finding.message
                ));
            }
        }
        problems.extend(
            report
                .errors
                .iter()
                .map(|e| format!("{}: {}", meta.id, e.message)),
        );
    }
}

#[test]
fn examples_are_what_they_say() {
    let mut problems = Vec::new();
    for meta in checks::ALL.iter().map(|c| c.meta()) {
        for html in meta.fail {
            run(meta, html, Outcome::Failed, &mut problems);
        }
        for html in meta.review {
            run(meta, html, Outcome::CantTell, &mut problems);
        }
        for html in meta.pass {
            run(meta, html, Outcome::Passed, &mut problems);
        }
        for html in meta.na {
            run(meta, html, Outcome::Inapplicable, &mut problems);
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
