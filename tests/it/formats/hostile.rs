//! A page of hostile text through the formats, as their readers get it. That none commands a terminal: `cli_escape`.

use serde_json::Value;

use super::{json, report, sarif};
use crate::cli::folder;
use crate::cli_escape::{NAME, hostile};

#[test]
fn xml_is_read_by_any_reader() {
    let site = folder(&[(NAME, &hostile())]);
    for format in ["junit", "checkstyle"] {
        let xml = report(site.path(), format, &[]);
        let document = roxmltree::Document::parse(&xml).unwrap();
        let mut messages = document
            .descendants()
            .filter_map(|n| n.attribute("message"));
        assert!(
            messages.any(|m| m.contains(r"]]>\u{fffe}\u{ffff}")),
            "{xml}"
        );
        // Nothing of the page is an element.
        let names = document.descendants().filter(|n| n.is_element());
        let names: Vec<&str> = names.map(|n| n.tag_name().name()).collect();
        assert!(
            !names.iter().any(|n| ["p", "b", "script"].contains(n)),
            "{names:?}"
        );
    }
    quick_junit::Report::deserialize_from_str(&report(site.path(), "junit", &[])).unwrap();
}

#[test]
fn json_is_read_by_any_reader() {
    let site = folder(&[(NAME, &hostile())]);
    let log = report(site.path(), "sarif", &[]);
    sarif::validate(&log);
    let log: Value = serde_json::from_str(&log).unwrap();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let place = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        assert_eq!(place["uri"], "%3A%3Aerror%3A%3Aa%2Cb%E2%80%AE%25.html");
        // What viewers show as a link, or put values into.
        let message = result["message"]["text"].as_str().unwrap();
        assert!(
            !message.contains("](") && !message.contains("{0}"),
            "{message}"
        );
        assert!(!message.contains('\u{202e}'), "{message}");
    }
    let issues = json(site.path(), "gitlab", &[]);
    for issue in issues.as_array().unwrap() {
        assert_eq!(issue["location"]["path"], NAME);
        assert!(!issue["description"].as_str().unwrap().contains('\u{1b}'));
    }
    let report = json(site.path(), "earl", &["--base", "https://example.org"]);
    assert_eq!(
        report["@graph"][1]["@id"],
        "https://example.org/%3A%3Aerror%3A%3Aa%2Cb%E2%80%AE%25.html"
    );
}

#[test]
fn a_table_keeps_its_columns() {
    let site = folder(&[(NAME, &hostile())]);
    let text = report(site.path(), "csv", &[]);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(false)
        .from_reader(text.as_bytes());
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert!(
        lines
            .iter()
            .any(|l| l.iter().any(|c| c.starts_with("'=cmd|"))),
        "{text}"
    );
    let summary = report(site.path(), "markdown", &[]);
    for row in summary.lines().filter(|l| l.starts_with("| ")) {
        let bars = row
            .match_indices('|')
            .filter(|(at, _)| !row[..*at].ends_with('\\'));
        assert_eq!(bars.count(), 5, "{row}");
        // Between code spans there is no markup but line breaks.
        for (rank, words) in outside_code(row).enumerate() {
            let words = words.replace("<br>", "");
            assert!(
                !words.contains(['<', '*', '[', '@', '!']),
                "{rank}: {words}"
            );
        }
    }
    assert!(
        summary.contains(r"``\`\|[a]") || summary.contains(r"`\|[a](javascript:b)"),
        "{summary}"
    );
}

/// What of a row is not in code spans, as CommonMark pairs runs of backticks.
fn outside_code(row: &str) -> impl Iterator<Item = &str> {
    let mut rest = row;
    let mut parts = Vec::new();
    while let Some(at) = rest.find('`') {
        parts.push(&rest[..at]);
        let run = rest[at..].chars().take_while(|c| *c == '`').count();
        let (fence, after) = rest[at..].split_at(run);
        let mut from = 0;
        rest = loop {
            let Some(found) = after[from..].find('`') else {
                break &after[after.len()..];
            };
            let start = from + found;
            let len = after[start..].chars().take_while(|c| *c == '`').count();
            if len == fence.len() {
                break &after[start + len..];
            }
            from = start + len;
        };
    }
    parts.push(rest);
    parts.into_iter()
}
