use serde_json::{Value, json};

use super::{accept, causes, json, site};
use crate::tools;

/// Holds a log to the published schema, to what the standard says beyond it, and to GitHub's rules.
pub fn validate(log: &str) {
    let Some(multitool) = tools::sarif_multitool() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("log.sarif"), log).unwrap();
    let ran = tools::command(&multitool)
        .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
        .current_dir(folder.path())
        .args([
            "validate",
            "log.sarif",
            "--rule-kind",
            "Sarif;Gh",
            "--level",
        ])
        .args(["Error;Warning", "--output", "found.sarif"])
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    let found = std::fs::read_to_string(folder.path().join("found.sarif")).unwrap();
    let found: Value = serde_json::from_str(found.trim_start_matches('\u{feff}')).unwrap();
    let results = found["runs"][0]["results"].as_array();
    let results = results.into_iter().flatten().filter(|result| {
        // There is no page about Vigie to name yet.
        result["message"]["id"] != "Warning_ProvideToolnformationUri"
    });
    let told: Vec<&Value> = results.map(|r| &r["message"]).collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn a_result_is_a_cause() {
    let site = site();
    let log = super::report(site.path(), "sarif", &[]);
    validate(&log);
    let log: Value = serde_json::from_str(&log).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    let causes = causes(site.path(), &[]);
    assert_eq!(results.len(), causes.len());
    for (result, cause) in results.iter().zip(&causes) {
        assert_eq!(result["ruleId"], cause["check"]);
        assert_eq!(result["level"], cause["level"]);
        assert_eq!(
            result["partialFingerprints"]["vigieCause/v1"],
            cause["fingerprint"]
        );
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(
            result.get("baselineState").is_none(),
            "no baseline was given"
        );
    }
    let link = results
        .iter()
        .find(|r| r["ruleId"] == "link-empty")
        .unwrap();
    let place = &link["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"],
        json!({ "uri": "index.html", "uriBaseId": "%SRCROOT%" })
    );
    assert_eq!(
        (
            &place["region"]["startLine"],
            &place["region"]["startColumn"]
        ),
        (&2.into(), &9.into())
    );
    let related = link["relatedLocations"].as_array().unwrap();
    let uris: Vec<&Value> = related
        .iter()
        .map(|r| &r["physicalLocation"]["artifactLocation"]["uri"])
        .collect();
    assert_eq!(uris, ["news/first.html", "news/second%20news.html"]);
    assert!(
        link["message"]["text"]
            .as_str()
            .unwrap()
            .ends_with("(3 pages)")
    );
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn rules_explain_themselves() {
    let site = site();
    let log = json(site.path(), "sarif", &["--lang", "fr"]);
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    assert!(rules.len() > 200, "all that ran: {}", rules.len());
    for rule in rules {
        let said = |key: &str| rule[key]["text"].as_str().unwrap().chars().count();
        assert!((3..=1024).contains(&said("shortDescription")), "{rule}");
        assert!((10..=1024).contains(&said("fullDescription")), "{rule}");
        assert!(said("help") > 20);
        assert!(
            rule["help"]["markdown"]
                .as_str()
                .unwrap()
                .contains("À faire")
        );
        let tags = rule["properties"]["tags"].as_array().unwrap();
        assert!((1..=20).contains(&tags.len()), "{tags:?}");
    }
}

#[test]
fn what_is_known_is_suppressed() {
    let site = site();
    accept(site.path());
    std::fs::write(
        site.path().join("new.html"),
        "<!doctype html><html lang=en><title>New</title><p id=z>a</p><p id=z>b</p>",
    )
    .unwrap();
    let log = super::report(site.path(), "sarif", &["--baseline", "known.toml"]);
    validate(&log);
    let log: Value = serde_json::from_str(&log).unwrap();
    let (mut known, mut new) = (0, 0);
    for result in log["runs"][0]["results"].as_array().unwrap() {
        match result["baselineState"].as_str().unwrap() {
            "unchanged" => {
                known += 1;
                assert_eq!(result["suppressions"][0]["status"], "accepted");
            }
            "new" => {
                new += 1;
                assert!(result.get("suppressions").is_none());
            }
            other => panic!("{other}"),
        }
    }
    assert!(known >= 4 && new >= 1, "{known} known, {new} new");
}
