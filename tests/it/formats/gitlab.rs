//! GitLab's documentation asks for an array of objects with `description`, `check_name`, `fingerprint`, `severity` (of five) and
//! `location` (`path` relative to the repository, `lines.begin`), no byte order mark, and a fingerprint of its own for each.

use std::collections::BTreeSet;

use serde_json::json;

use super::{accept, causes, json, site};
use crate::schema::problems;

#[test]
fn an_issue_is_a_cause() {
    let schema = json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": { "type": "string" },
                "check_name": { "type": "string" },
                "fingerprint": { "type": "string" },
                "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": { "type": "string" },
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": { "begin": { "type": "integer", "minimum": 1 }, "end": { "type": "integer", "minimum": 1 } },
                        },
                    },
                },
            },
        },
    });
    let site = site();
    let report = json(site.path(), "gitlab", &[]);
    assert_eq!(problems(&schema, &report), [""; 0]);
    let issues = report.as_array().unwrap();
    let causes = causes(site.path(), &[]);
    assert_eq!(issues.len(), causes.len());
    let fingerprints: BTreeSet<&str> = issues
        .iter()
        .map(|i| i["fingerprint"].as_str().unwrap())
        .collect();
    assert_eq!(
        fingerprints.len(),
        issues.len(),
        "GitLab shows one issue a fingerprint"
    );
    for (issue, cause) in issues.iter().zip(&causes) {
        assert_eq!(issue["fingerprint"], cause["fingerprint"]);
        assert_eq!(issue["check_name"], cause["check"]);
        let path = issue["location"]["path"].as_str().unwrap();
        assert!(!path.starts_with(['/', '.']), "{path}");
    }
    let link = issues
        .iter()
        .find(|i| i["check_name"] == "link-empty")
        .unwrap();
    assert_eq!(link["location"]["lines"]["begin"], 2);
    assert!(link["description"].as_str().unwrap().ends_with("(3 pages)"));
}

#[test]
fn what_is_known_is_only_told() {
    let site = site();
    accept(site.path());
    let report = json(site.path(), "gitlab", &["--baseline", "known.toml"]);
    for issue in report.as_array().unwrap() {
        assert_eq!(issue["severity"], "info");
        assert!(issue["description"].as_str().unwrap().ends_with("known)"));
    }
}
