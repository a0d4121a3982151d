//! JUnit and Checkstyle.

use quick_junit::{Report, TestCaseStatus};
use roxmltree::Document;

use super::{accept, causes, report, site};

/// Failed, skipped and passed cases, by counting them; what the attributes say must agree.
fn counted(xml: &str) -> (usize, usize, usize) {
    // By a reader of the format, and by any reader of XML.
    let read = Report::deserialize_from_str(xml).unwrap();
    let (mut failed, mut skipped, mut passed) = (0, 0, 0);
    for suite in &read.test_suites {
        let mut here = (0, 0);
        for case in &suite.test_cases {
            match case.status {
                TestCaseStatus::NonSuccess { .. } => here.0 += 1,
                TestCaseStatus::Skipped { .. } => here.1 += 1,
                TestCaseStatus::Success { .. } => passed += 1,
            }
        }
        assert_eq!(suite.tests, suite.test_cases.len(), "{:?}", suite.name);
        assert_eq!(suite.failures + suite.errors, here.0, "{:?}", suite.name);
        failed += here.0;
        skipped += here.1;
    }
    let document = Document::parse(xml).unwrap();
    let of = |name: &str| {
        document
            .descendants()
            .filter(|n| n.has_tag_name(name))
            .count()
    };
    assert_eq!(
        (of("failure") + of("error"), of("skipped")),
        (failed, skipped)
    );
    assert_eq!(of("testcase"), failed + skipped + passed);
    assert_eq!(
        document.root_element().attribute("tests"),
        Some(&*of("testcase").to_string())
    );
    (failed, skipped, passed)
}

#[test]
fn a_case_fails_when_it_fails_the_run() {
    let site = site();
    let causes = causes(site.path(), &[]);
    let errors = causes.iter().filter(|c| c["level"] == "error").count();
    let (failed, skipped, passed) = counted(&report(site.path(), "junit", &[]));
    assert_eq!((failed, skipped), (errors, causes.len() - errors));
    assert!(
        skipped > 0 && passed > 200,
        "checks without a cause pass: {passed}"
    );
    let loud = counted(&report(site.path(), "junit", &["--fail-on", "note"]));
    assert_eq!((loud.0, loud.1), (causes.len(), 0));
    let never = counted(&report(site.path(), "junit", &["--fail-on", "never"]));
    assert_eq!((never.0, never.1), (0, causes.len()));
    accept(site.path());
    let known = counted(&report(site.path(), "junit", &["--baseline", "known.toml"]));
    assert_eq!((known.0, known.1), (0, causes.len()));
}

#[test]
fn a_case_has_the_name_of_its_cause() {
    let site = site();
    let xml = report(site.path(), "junit", &[]);
    let document = Document::parse(&xml).unwrap();
    let cases = document
        .descendants()
        .filter(|n| n.has_tag_name("testcase"));
    let link = cases
        .filter(|n| n.attribute("classname") == Some("link-empty"))
        .collect::<Vec<_>>();
    assert_eq!(link.len(), 1);
    assert_eq!(link[0].attribute("file"), Some("index.html"));
    let name = link[0].attribute("name").unwrap();
    assert!(
        name.starts_with("index.html ") && name.ends_with(']'),
        "{name}"
    );
    let failure = link[0].first_element_child().unwrap();
    let text = failure.text().unwrap();
    for place in [
        "index.html:2:9",
        "news/first.html:2:9",
        "news/second news.html:2:9",
    ] {
        assert!(text.contains(place), "{text}");
    }
}

#[test]
fn what_could_not_be_read_is_an_error() {
    let site = site();
    let xml = report(site.path(), "junit", &["absent.html"]);
    let (failed, ..) = counted(&xml);
    let document = Document::parse(&xml).unwrap();
    let error = document
        .descendants()
        .find(|n| n.has_tag_name("error"))
        .unwrap();
    assert_eq!(
        error.parent().unwrap().attribute("name"),
        Some("absent.html")
    );
    assert!(failed > 1);
}

#[test]
fn checkstyle_has_an_error_a_cause_by_file() {
    let site = site();
    let xml = report(site.path(), "checkstyle", &[]);
    let document = Document::parse(&xml).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "checkstyle");
    let mut told = Vec::new();
    for file in root.children().filter(|n| n.is_element()) {
        assert_eq!(file.tag_name().name(), "file");
        let path = file.attribute("name").unwrap();
        assert!(site.path().join(path).is_file(), "{path}");
        for error in file.children().filter(|n| n.is_element()) {
            assert_eq!(error.tag_name().name(), "error");
            let of = |name: &str| error.attribute(name).unwrap();
            assert!(of("line").parse::<u32>().unwrap() >= 1);
            assert!(of("column").parse::<u32>().unwrap() >= 1);
            assert!(["error", "warning", "info"].contains(&of("severity")));
            assert!(!of("message").is_empty());
            told.push(of("source").strip_prefix("vigie.").unwrap().to_owned());
        }
    }
    let mut expected: Vec<String> = causes(site.path(), &[])
        .iter()
        .map(|c| c["check"].as_str().unwrap().to_owned())
        .collect();
    expected.sort();
    told.sort();
    assert_eq!(told, expected);
}
