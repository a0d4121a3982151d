//! `vigie audit --ledger`: the RGAA's criteria one by one, for a page and for a site, as people read it in a terminal.

use std::path::{Path, PathBuf};

use serde_json::Value;
use vigie::rgaa::RGAA;

use crate::cli::{run_in, stderr, stdout, vigie};
use crate::golden;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ledger")
}

fn ledger(args: &[&str]) -> String {
    let mut all = vec!["audit", "--ledger", "--fail-on", "never"];
    all.extend(args);
    let ran = run_in(&folder().join("site"), &all);
    assert_eq!(ran.status.code(), Some(0), "{args:?}: {}", stderr(&ran));
    stdout(&ran)
}

#[test]
fn ledgers_are_as_read_when_they_were_committed() {
    let mut problems = Vec::new();
    for (name, path) in [("page", "contact.html"), ("site", ".")] {
        for lang in ["fr", "en"] {
            let shown = ledger(&[path, "--lang", lang]);
            let file = folder().join(format!("{name}.{lang}.txt"));
            problems.extend(golden::compare(&file, &shown).err());
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The lines of criteria: their number and status.
fn criteria(ledger: &str) -> Vec<(String, String)> {
    let numbers: Vec<String> = RGAA.criteria().map(|c| c.id.to_string()).collect();
    ledger
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let (id, status) = (words.next()?, words.next()?);
            (line.starts_with("  ") && numbers.iter().any(|n| n == id))
                .then(|| (id.to_owned(), status.to_owned()))
        })
        .collect()
}

#[test]
fn every_criterion_has_its_line_and_the_status_of_the_json() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sites");
    for what in ["ministere", "ministere/index.html"] {
        let mut all = vec!["audit", what, "--fail-on", "never"];
        let json: Value = serde_json::from_str(&stdout(&run_in(
            &site,
            &[&all[..], &["--format", "json"]].concat(),
        )))
        .unwrap();
        // All topics are shown whole once something was looked at in each.
        all.push("--ledger");
        let shown = stdout(&run_in(&site, &all));
        let listed = criteria(&shown);
        let looked_at = |id: &str| listed.iter().any(|(listed, _)| listed == id);
        for criterion in RGAA.criteria() {
            let id = criterion.id.to_string();
            let told = &json["summary"]["criteria"][&id];
            let status = told["status"].as_str().unwrap();
            let provisional = status == "C" && told["settled"] == false;
            let expected = format!("{status}{}", if provisional { "?" } else { "" });
            let own: Vec<&str> = listed
                .iter()
                .filter(|(listed, _)| *listed == id)
                .map(|(_, status)| status.as_str())
                .collect();
            if looked_at(&id) {
                assert_eq!(own, [expected.as_str()], "{what} {id}");
            } else {
                assert_eq!(status, "NT", "{what} {id} is left out");
            }
        }
    }
}

#[test]
fn no_line_is_wider_than_asked() {
    use unicode_width::UnicodeWidthStr;
    for (columns, lang) in [("60", "fr"), ("80", "fr"), ("80", "en"), ("200", "en")] {
        for path in [".", "contact.html"] {
            let ran = vigie(&["audit", "--ledger", "--lang", lang, path])
                .current_dir(folder().join("site"))
                .env("COLUMNS", columns)
                .output()
                .unwrap();
            let shown = stdout(&ran);
            let widest = shown.lines().map(UnicodeWidthStr::width).max().unwrap();
            let most = columns.parse::<usize>().unwrap().min(110);
            assert!(widest <= most, "{columns} {lang}: {widest}\n{shown}");
        }
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let plain = ledger(&["."]);
    assert!(!plain.contains('\u{1b}'));
    let coloured = ledger(&[".", "--color", "always"]);
    assert!(coloured.contains("\u{1b}["));
    // The same words.
    let words = anstyle_free(&coloured);
    assert_eq!(words, plain);
}

/// A text without its colours.
fn anstyle_free(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('m').unwrap();
        rest = &rest[at + end + 1..];
    }
    out + rest
}

#[test]
fn what_scripts_leave_open_is_settled_by_a_declaration() {
    let here = tempfile::tempdir().unwrap();
    let page = "<!DOCTYPE html><html lang=fr><title>t</title><script src=a.js></script>";
    std::fs::write(here.path().join("a.html"), page).unwrap();
    let args = [
        "audit",
        "a.html",
        "--ledger",
        "--select",
        "frame-name-missing",
        "--lang",
        "en",
    ];
    let shown = stdout(&run_in(here.path(), &args));
    assert!(
        shown.contains("  2.1   NT Every frame has a title — depends on scripts\n"),
        "{shown}"
    );
    assert!(
        shown.contains("2 more test outcomes would be decided if scripts"),
        "{shown}"
    );
    std::fs::write(here.path().join("vigie.toml"), "scripts-inert = true").unwrap();
    let shown = stdout(&run_in(here.path(), &args));
    assert!(
        shown.contains("  2.1   NA Every frame has a title\n"),
        "{shown}"
    );
    assert!(!shown.contains("scripts-inert"), "{shown}");
}

#[test]
fn a_process_is_as_good_as_its_worst_page() {
    let status = |config: &str| {
        let here = tempfile::tempdir().unwrap();
        let page = |script: &str| {
            format!(
                "<!DOCTYPE html><html lang=fr><title>t</title>{script}<iframe title=a src=b></iframe>"
            )
        };
        for (name, script) in [("1.html", ""), ("2.html", "<script src=a.js></script>")] {
            std::fs::write(here.path().join(name), page(script)).unwrap();
        }
        std::fs::write(here.path().join("vigie.toml"), config).unwrap();
        let args = ["audit", ".", "--select", "2.1", "--format", "json"];
        let report: Value = serde_json::from_str(&stdout(&run_in(here.path(), &args))).unwrap();
        let criterion = &report["summary"]["criteria"]["2.1"];
        assert_eq!(criterion["settled"], false);
        assert_eq!(criterion["pages"]["C"], 1);
        assert_eq!(criterion["pages"]["NT"], 1);
        criterion["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(status(""), "C");
    assert_eq!(
        status("[[processes]]\nname = 'x'\npages = ['*.html']"),
        "NT"
    );
}

#[test]
fn what_is_declared_of_no_page_is_told() {
    let here = tempfile::tempdir().unwrap();
    std::fs::write(here.path().join("a.html"), "<title>t</title>").unwrap();
    let config = "[pages]\ncontact = ['ecrire.html']\n[[processes]]\nname = 'Acte'\npages = ['acte/*', 'a.html']";
    std::fs::write(here.path().join("vigie.toml"), config).unwrap();
    let ran = run_in(here.path(), &["audit", ".", "--format", "json"]);
    let said = stderr(&ran);
    assert!(
        said.contains("vigie.toml : aucune page ne correspond à « contact »"),
        "{said}"
    );
    assert!(!said.contains("Acte"), "{said}");
    let report: Value = serde_json::from_str(&stdout(&ran)).unwrap();
    let processes = &report["summary"]["processes"];
    assert_eq!(processes[0]["name"], "Acte");
    assert_eq!(processes[0]["pages"], 1);
    // One page of a site: what is missing is elsewhere.
    let ran = run_in(here.path(), &["audit", "a.html"]);
    assert!(!stderr(&ran).contains("aucune page"), "{}", stderr(&ran));
}

#[test]
fn a_ledger_is_for_people() {
    let site = folder().join("site");
    let ran = run_in(&site, &["audit", ".", "--ledger", "--format", "json"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(
        stderr(&ran).contains("--ledger se lit au format text"),
        "{}",
        stderr(&ran)
    );
    let here = tempfile::tempdir().unwrap();
    let file = here.path().join("grille.txt");
    let report = format!("text={}", file.display());
    let ran = run_in(
        &site,
        &[
            "audit", ".", "--ledger", "--format", "json", "--report", &report,
        ],
    );
    assert_eq!(ran.status.code(), Some(1), "{}", stderr(&ran));
    let written = std::fs::read_to_string(file).unwrap();
    assert!(written.starts_with("Grille RGAA"), "{written}");
}
