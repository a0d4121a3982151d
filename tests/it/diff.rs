//! Two runs side by side: what is new, gone or grown, and what cannot be compared.

use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::cli::{folder, run_in, stderr, stdout};

const OLD: &str = "<!doctype html><html lang=fr><title>A</title><main><h1>A</h1><iframe src=/carte></iframe>\n\
                   <p id=x>un<p id=x>deux</main><footer><a class=logo href=/></a></footer>";
const NEW: &str = "<!doctype html><html lang=fr><title>A</title><main><h1>A</h1>\n\n<p id=x>un<p id=x>deux\
                   <p><iframe src=/plan></iframe></main><footer><a class=logo href=/></a></footer>";

fn record(site: &Path, name: &str, args: &[&str]) {
    let report = format!("{}={name}", name.rsplit('.').next().unwrap());
    let all = [&["audit", "_site", "-q", "--report", &report], args].concat();
    assert!(run_in(site, &all).status.code() < Some(2));
}

/// A site before, in `old.json`, and after, in `new.json`.
fn runs(args: &[&str]) -> tempfile::TempDir {
    let site = folder(&[("_site/a.html", OLD), ("_site/b.html", OLD)]);
    let path = site.path();
    record(path, "old.json", args);
    record(path, "old.jsonl", args);
    std::fs::write(path.join("_site/a.html"), NEW).unwrap();
    std::fs::write(path.join("_site/c.html"), OLD).unwrap();
    record(path, "new.json", args);
    site
}

const SELECT: [&str; 2] = ["--select", "link-empty,frame-name-missing,duplicate-id"];

fn diff(site: &Path, args: &[&str]) -> Output {
    run_in(site, &[&["diff"], args].concat())
}

fn checks(causes: &Value) -> Vec<String> {
    let causes = causes.as_array().unwrap().iter();
    let mut ids: Vec<String> = causes
        .map(|c| c["check"].as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

#[test]
fn new_gone_and_grown() {
    let site = runs(&SELECT);
    let site = site.path();
    for old in ["old.json", "old.jsonl"] {
        let ran = diff(site, &[old, "new.json", "--format", "json"]);
        assert_eq!(ran.status.code(), Some(1), "{}", stderr(&ran));
        let said: Value = serde_json::from_str(&stdout(&ran)).unwrap();
        let causes = &said["causes"];
        assert_eq!(checks(&causes["new"]), ["frame-name-missing"], "{said:#}");
        assert_eq!(checks(&causes["fixed"]), Vec::<String>::new());
        // The footer and the identifiers are on one more page; the old frame is still on two.
        assert_eq!(checks(&causes["changed"]), ["duplicate-id", "link-empty"]);
        assert_eq!(causes["changed"][0]["before"]["pages"], 2);
        assert_eq!(causes["changed"][0]["pages"], 3);
        assert_eq!(said["summary"]["new"]["error"], 1);
        assert_eq!(said["summary"]["unchanged"], 1);
        assert_eq!(
            said["onlyNew"]["pages"],
            serde_json::json!(["_site/c.html"])
        );
        assert_eq!(said["old"]["checks"], 3);
        assert_eq!(said["new"]["version"], env!("CARGO_PKG_VERSION"));
    }
    let back = diff(site, &["new.json", "old.json", "--format", "json"]);
    assert_eq!(back.status.code(), Some(0));
    let said: Value = serde_json::from_str(&stdout(&back)).unwrap();
    assert_eq!(checks(&said["causes"]["fixed"]), ["frame-name-missing"]);
    let never = diff(site, &["old.json", "new.json", "--fail-on", "never"]);
    assert_eq!(never.status.code(), Some(0));
    let same = diff(site, &["old.json", "old.jsonl", "--lang", "en"]);
    assert_eq!(
        stdout(&same),
        "0 new defects, 0 fixed, 0 changed, 3 unchanged\n"
    );
}

#[test]
fn for_people() {
    let site = runs(&SELECT);
    let said = stdout(&diff(site.path(), &["old.json", "new.json"]));
    assert!(
        said.starts_with("Pages seulement avant : 0, seulement après : 1\n\n"),
        "{said}"
    );
    assert!(
        said.contains("nouveau erreur[frame-name-missing] : "),
        "{said}"
    );
    assert!(said.contains("\n    _site/a.html:3:"), "{said}");
    assert!(
        said.contains("(3 pages, 3 constats ; avant : erreur, 2 pages, 2 constats)"),
        "{said}"
    );
    assert!(
        said.ends_with("1 défaut nouveau, 0 disparu, 2 changés, 1 inchangé\n"),
        "{said}"
    );
}

#[test]
fn what_cannot_be_compared_is_said() {
    let site = runs(&SELECT);
    let site = site.path();
    record(site, "less.json", &["--select", "link-empty"]);
    let said = stdout(&diff(site, &["less.json", "new.json"]));
    assert!(
        said.contains("Règles seulement avant : 0, seulement après : 2 ; leurs défauts (3) ne sont comptés ni nouveaux ni disparus"),
        "{said}"
    );
    assert!(said.contains("0 défaut nouveau, 0 disparu"), "{said}");
    let other = std::fs::read_to_string(site.join("old.json")).unwrap();
    let version = concat!("\"version\":\"", env!("CARGO_PKG_VERSION"), "\"");
    let other = other.replacen(version, "\"version\":\"0.0.9\\u001b[31m\"", 1);
    std::fs::write(site.join("other.json"), other).unwrap();
    let said = stdout(&diff(site, &["other.json", "new.json", "--lang", "en"]));
    assert!(
        said.starts_with("Different versions of Vigie (0.0.9\\u{1b}[31m, "),
        "{said}"
    );
}

#[test]
fn what_is_no_report_is_refused() {
    let site = runs(&SELECT);
    let site = site.path();
    let good = std::fs::read_to_string(site.join("old.json")).unwrap();
    for (name, content) in [
        ("empty", ""),
        ("other", "{\"a\": 1}"),
        ("text", "::error::x"),
        ("cut", &good[..good.len() / 2]),
        ("deep", &"[".repeat(100_000)),
        (
            "later",
            &good.replacen("\"schemaVersion\":1", "\"schemaVersion\":2", 1),
        ),
        ("causeless", &good.replacen("\"causes\":", "\"cause\":", 1)),
    ] {
        std::fs::write(site.join(name), content).unwrap();
        let ran = diff(site, &[name, "new.json"]);
        assert_eq!(ran.status.code(), Some(2), "{name}");
        assert!(
            stderr(&ran).contains(&format!("{name} : ce")),
            "{name}: {}",
            stderr(&ran)
        );
    }
    let absent = diff(site, &["absent.json", "new.json"]);
    assert!(
        stderr(&absent).contains("introuvable"),
        "{}",
        stderr(&absent)
    );
    assert_eq!(diff(site, &["-", "-"]).status.code(), Some(2));
}

#[test]
fn what_pages_say_is_harmless() {
    let hostile = "<!doctype html><html lang=fr><title>A</title><iframe src=\"\n::error::\u{1b}[31m\u{202e}##[x]\"></iframe>";
    let site = folder(&[("_site/a.html", OLD), ("_site/::x.html", hostile)]);
    let site = site.path();
    record(site, "new.json", &SELECT);
    std::fs::remove_file(site.join("_site/::x.html")).unwrap();
    record(site, "old.json", &SELECT);
    let ran = diff(site, &["old.json", "new.json"]);
    let said = stdout(&ran);
    assert!(
        said.contains("nouveau erreur[frame-name-missing]"),
        "{said}"
    );
    let bad = |c: char| c != '\n' && vigie::report::is_unsafe(c);
    assert!(!said.contains(bad) && !said.contains("##["), "{said:?}");
    assert!(
        said.lines().all(|l| !l.trim_start().starts_with("::")),
        "{said}"
    );
}
