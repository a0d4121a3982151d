//! What was written for the page and shows in it, on the pages the project began with.

use vigie::engine::{Engine, Settings};
use vigie::report::PageReport;
use vigie::source::Source;

use crate::support::shared;

fn seed(path: &str) -> Option<PageReport> {
    let bytes = std::fs::read(shared()?.join("seeds/site").join(path)).unwrap();
    Some(Engine::new(Settings::default()).audit(Source::decode(path, bytes)))
}

/// The lines where a check found something, each once.
fn lines(report: &PageReport, check: &str) -> Vec<u32> {
    let of_check = report.findings.iter().filter(|f| f.check == check);
    let mut lines: Vec<u32> = of_check.map(|f| f.start.line).collect();
    lines.dedup();
    lines
}

#[test]
fn the_published_page() {
    let Some(report) = seed("actualités/2024/07/03/focus-cloud.html") else {
        return;
    };
    let headings: Vec<u32> = report
        .findings
        .iter()
        .filter(|f| f.check == "leaked-markdown" && f.excerpt.starts_with("####"))
        .map(|f| f.start.line)
        .collect();
    assert_eq!(
        headings,
        [
            72, 80, 91, 95, 108, 112, 131, 135, 146, 150, 163, 167, 178, 182, 193, 197
        ]
    );
    let leaks = report
        .findings
        .iter()
        .filter(|f| f.check == "leaked-markdown");
    assert_eq!(
        leaks.count(),
        lines(&report, "leaked-markdown").len(),
        "one finding a line at most"
    );
    assert_eq!(
        lines(&report, "leaked-tag-text"),
        [40, 42, 44, 45, 59, 61, 62]
    );
    assert_eq!(lines(&report, "placeholder-link"), [189]);
    assert_eq!(lines(&report, "editorial-leftover"), [60, 64, 99, 154]);
    assert_eq!(lines(&report, "end-tag-without-solidus"), [34, 55, 56]);
}

#[test]
fn the_draft() {
    let Some(report) = seed("actualité/2024/06/27/focus-cloud-brouillon.html") else {
        return;
    };
    assert_eq!(lines(&report, "leaked-tag-text"), [12]);
    assert_eq!(lines(&report, "editorial-leftover"), [8]);
    assert!(lines(&report, "leaked-markdown").is_empty());
}
