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
}

#[test]
fn a_summary_has_no_markup_of_the_page() {
    let site = folder(&[(NAME, &hostile())]);
    let (summary, causes) = (
        report(site.path(), "markdown", &[]),
        super::causes(site.path(), &[]),
    );
    let arena = comrak::Arena::new();
    let mut options = comrak::Options::default();
    // As GitHub reads it.
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.math_dollars = true;
    options.extension.alerts = true;
    let (mut rows, mut spans) = (0, Vec::new());
    for node in comrak::parse_document(&arena, &summary, &options).descendants() {
        use comrak::nodes::NodeValue;
        match &node.data.borrow().value {
            NodeValue::TableRow(_) => {
                rows += 1;
                assert_eq!(node.children().count(), 4, "{summary}");
            }
            NodeValue::Code(code) => spans.push(code.literal.clone()),
            NodeValue::HtmlInline(html) => assert_eq!(html, "<br>", "{summary}"),
            NodeValue::Text(text) => assert!(!text.contains("@e"), "a mention: {text}"),
            NodeValue::Document
            | NodeValue::Heading(_)
            | NodeValue::Paragraph
            | NodeValue::Strong
            | NodeValue::SoftBreak
            | NodeValue::Table(_)
            | NodeValue::TableCell => {}
            other => panic!("{other:?} in {summary}"),
        }
    }
    assert_eq!(rows, causes.len() + 1);
    // What the page says is there, as it stands.
    let said = "`|[a](javascript:b)![c](d)|@e";
    assert!(spans.iter().any(|s| s == said), "{spans:?}");
}
