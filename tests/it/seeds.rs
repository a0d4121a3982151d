//! What the two pages that started the project must show of ids, references, lists and headings: the checks and their lines.

use vigie::check::{Level, Verdict};
use vigie::engine::{Engine, Settings};
use vigie::source::Source;

use crate::support::shared;

/// The lines that a check points at on a page of the seeds.
fn lines(report: &vigie::report::PageReport, check: &str) -> Vec<u32> {
    let of_check = report.findings.iter().filter(|f| f.check == check);
    of_check.map(|f| f.start.line).collect()
}

fn audit(page: &str) -> Option<vigie::report::PageReport> {
    let path = shared()?.join("seeds/site").join(page);
    let bytes = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Some(Engine::new(Settings::default()).audit(Source::decode(page, bytes)))
}

#[test]
fn long_page() {
    let Some(report) = audit("actualités/2024/07/03/focus-cloud.html") else {
        return;
    };
    let expected: [(&str, &[u32]); 7] = [
        ("duplicate-id", &[49, 50]),
        ("aria-controls-shared", &[49]),
        ("aria-reference-missing", &[28]),
        ("heading-level-skip", &[8]),
        ("heading-too-long", &[8]),
        ("list-misnested", &[34, 37, 42, 44, 55, 58]),
        ("list-unclosed", &[33, 54]),
    ];
    for (check, at) in expected {
        assert_eq!(lines(&report, check), at, "{check}");
    }
    // The RGAA lets levels be skipped: a question, however loud.
    let skip = report
        .findings
        .iter()
        .find(|f| f.check == "heading-level-skip");
    assert!(skip.is_some_and(|f| (f.verdict, f.level) == (Verdict::Review, Level::Error)));
    let mut twice = report.findings.iter().filter(|f| f.check == "duplicate-id");
    assert!(twice.next().is_some_and(|f| f.message.contains("bouton")));
}

#[test]
fn draft_page() {
    let Some(report) = audit("actualité/2024/06/27/focus-cloud-brouillon.html") else {
        return;
    };
    assert_eq!(lines(&report, "fake-list"), [17]);
    assert_eq!(lines(&report, "heading-level-skip"), [23]);
    assert_eq!(lines(&report, "list-misnested"), [0; 0]);
}
