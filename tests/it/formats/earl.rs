//! EARL, read as the W3C's two readers do: `tests/tools/read-earl.mjs`.

use serde_json::Value;

use super::{json, report, site};
use crate::tools;

const BASE: [&str; 2] = ["--base", "https://example.org/site/"];

#[test]
fn an_assertion_is_a_test_on_a_page() {
    let site = site();
    let report = json(site.path(), "earl", &BASE);
    let audit = json(site.path(), "json", &BASE);
    let graph = report["@graph"].as_array().unwrap();
    let pages: Vec<&Value> = graph
        .iter()
        .filter(|n| n["@type"] == serde_json::json!(["TestSubject", "WebPage"]))
        .collect();
    assert_eq!(pages.len(), 3);
    for (subject, page) in pages.iter().zip(audit["pages"].as_array().unwrap()) {
        let assertions = subject["assertions"].as_array().unwrap();
        for (test, outcome) in page["tests"].as_object().unwrap() {
            let title = format!("RGAA 4.1.2 test {test}");
            let of_test: Vec<&Value> = assertions
                .iter()
                .filter(|a| a["test"]["title"] == *title)
                .collect();
            assert_eq!(of_test.is_empty(), outcome == "untested", "{test}");
            for assertion in of_test {
                let said = assertion["result"]["outcome"]["@id"].as_str().unwrap();
                assert_eq!(
                    said.strip_prefix("earl:").unwrap(),
                    outcome.as_str().unwrap()
                );
                let criterion = assertion["test"]["isPartOf"]["@id"].as_str().unwrap();
                assert!(criterion.starts_with("WCAG21:"), "{criterion}");
            }
        }
        // A link without a text fails 6.2.1.
        let link = assertions
            .iter()
            .find(|a| a["test"]["title"] == "RGAA 4.1.2 test 6.2.1")
            .unwrap();
        assert_eq!(link["result"]["outcome"]["@id"], "earl:failed");
        assert_eq!(link["result"]["description"], "link-empty (1)");
    }
    let ids: Vec<&Value> = pages.iter().map(|p| &p["@id"]).collect();
    assert_eq!(
        ids,
        [
            "https://example.org/site/",
            "https://example.org/site/news/first.html",
            "https://example.org/site/news/second%20news.html"
        ]
    );
}

#[test]
fn the_readers_of_the_w3c_understand_it() {
    let (Some(node), Some(_)) = (tools::node(), tools::node_modules()) else {
        return;
    };
    let site = site();
    let text = report(site.path(), "earl", &BASE);
    let written: Value = serde_json::from_str(&text).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.jsonld");
    std::fs::write(&path, text).unwrap();
    let ran = tools::command(&node)
        .arg(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/tools/read-earl.mjs"
        ))
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let read: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let graph = written["@graph"].as_array().unwrap();
    let all: usize = graph
        .iter()
        .filter_map(|n| n["assertions"].as_array())
        .map(Vec::len)
        .sum();
    assert_eq!(read["assertor"]["name"], "vigie");
    assert_eq!(read["assertor"]["version"], env!("CARGO_PKG_VERSION"));
    assert!(read["triples"].as_u64().unwrap() > all as u64 * 6);
    let outcomes = ["passed", "failed", "cantTell", "inapplicable"].map(|o| format!("earl:{o}"));
    let is_outcome = |a: &Value| outcomes.iter().any(|o| a["outcome"] == **o);

    let wcag_em = read["wcagEm"].as_array().unwrap();
    assert_eq!(wcag_em.len(), all);
    assert!(wcag_em.iter().all(|a| a["isUrl"] == true && is_outcome(a)));
    let link = wcag_em
        .iter()
        .filter(|a| a["criterion"] == "link-purpose-in-context");
    let failed = link.filter(|a| a["outcome"] == "earl:failed").count();
    assert_eq!(failed, 3, "6.2.1 on each page");

    let act = read["act"].as_array().unwrap();
    assert_eq!(act.len(), all);
    assert!(act.iter().all(is_outcome));
    let procedure = act.iter().filter(|a| a["procedure"] == "link-empty");
    let procedure: Vec<&Value> = procedure.collect();
    assert_eq!(procedure.len(), 3);
    for (said, path) in procedure
        .iter()
        .zip(["", "news/first.html", "news/second%20news.html"])
    {
        assert_eq!(said["source"], format!("https://example.org/site/{path}"));
        assert_eq!(said["outcome"], "earl:failed");
    }
}
