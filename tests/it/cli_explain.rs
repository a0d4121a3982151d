//! `explain`, `checks`, `completions`, help: what is shown is what the data says.

use serde_json::Value;
use vigie::checks;
use vigie::rgaa::RGAA;

use crate::cli::{folder, run_in, stderr, stdout};
use crate::support;

fn shown(args: &[&str]) -> String {
    let here = folder(&[]);
    let ran = run_in(here.path(), args);
    assert_eq!(ran.status.code(), Some(0), "{args:?}: {}", stderr(&ran));
    stdout(&ran)
}

/// The text in one line, so that wrapping does not matter.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_check_is_explained_whole_in_both_languages() {
    for meta in checks::metas() {
        for (lang, title, why, fix) in [
            ("fr", meta.title.fr, meta.why.fr, meta.fix.fr),
            ("en", meta.title.en, meta.why.en, meta.fix.en),
        ] {
            let text = shown(&["explain", meta.id, "--lang", lang]);
            let text = flat(&text);
            for part in [meta.id, title, why, fix] {
                assert!(
                    text.contains(&flat(part)),
                    "{}: no « {part} » in {text}",
                    meta.id
                );
            }
            for test in meta.tests() {
                assert!(text.contains(&test.to_string()), "{}: {test}", meta.id);
            }
            for rule in meta.act {
                assert!(text.contains(&format!("/act/rules/{rule}/")), "{}", meta.id);
            }
            for example in meta
                .fail
                .iter()
                .chain(meta.pass)
                .chain(meta.na)
                .chain(meta.review)
            {
                assert!(text.contains(&flat(example)), "{}: {example}", meta.id);
            }
        }
    }
}

#[test]
fn the_parts_of_the_rgaa() {
    let topic = flat(&shown(&["explain", "9"]));
    assert!(
        topic.starts_with("RGAA 4.1.2, thème 9 — Structuration de l’information"),
        "{topic}"
    );
    let criteria = RGAA.criteria().filter(|c| c.id.topic == 9);
    assert!(
        criteria
            .map(|c| flat(c.title.fr))
            .all(|title| topic.contains(&title)),
        "{topic}"
    );

    let criterion = flat(&shown(&["explain", "8.2"]));
    assert!(criterion.contains("WCAG 2.1 : 4.1.1"), "{criterion}");
    let proven = criterion.split("La machine prouve : échec ").nth(1);
    let proven = proven.and_then(|p| p.split(". Reste").next()).unwrap();
    assert!(proven.contains("duplicate-id"), "{criterion}");

    let test = flat(&shown(&["explain", "9.1.1", "--lang", "en"]));
    assert!(
        test.contains("the machine gathers what to look at:"),
        "{test}"
    );
    assert!(
        test.contains("heading-level-skip — Skipped heading level"),
        "{test}"
    );
    // One check that settles both ways, and says so of each outcome.
    let frame = shown(&["explain", "2.1.1"]);
    for outcome in ["échec       ", "réussite    ", "sans objet  "] {
        let line = frame.lines().find(|l| l.contains(outcome));
        assert!(
            line.is_some_and(|l| l.contains("frame-name-missing")),
            "{frame}"
        );
    }
    // What rests on something else, or takes more than the page.
    let linked = flat(&shown(&["explain", "2.2.1", "--lang", "en"]));
    assert!(
        linked.contains("Inapplicable wherever 2.1.1 is."),
        "{linked}"
    );
    let site = flat(&shown(&["explain", "12.4.1", "--lang", "en"]));
    assert!(
        site.contains("what comparing the pages of a site is not enough to prove"),
        "{site}"
    );
    let contrast = flat(&shown(&["explain", "3.2.1", "--lang", "en"]));
    assert!(contrast.contains("computed styles"), "{contrast}");
    // Two at once.
    let both = shown(&["explain", "9.1.1", "duplicate-id"]);
    assert!(
        both.contains("test 9.1.1") && both.contains("duplicate-id — "),
        "{both}"
    );
}

#[test]
fn the_official_wording_is_read_from_its_file() {
    let Some(shared) = support::shared() else {
        return;
    };
    let file = shared.join("rgaa/criteres.json");
    let text = shown(&["explain", "2.1", "--official", file.to_str().unwrap()]);
    assert!(
        flat(&text).contains("Texte officiel Chaque cadre a-t-il un titre de cadre"),
        "{text}"
    );
}

#[test]
fn an_unknown_name_is_exit_2_with_the_nearest() {
    let here = folder(&[("x.json", "{}")]);
    for (args, said) in [
        (
            &["explain", "duplicate-idd"][..],
            "vouliez-vous dire « duplicate-id » ?",
        ),
        (
            &["explain", "9.1.99"],
            "les tests du critère 9.1 vont de 9.1.1",
        ),
        (
            &["explain", "9", "--official", "x.json"],
            "ce n’est pas un fichier criteres.json",
        ),
        (
            &["explain", "9", "--official", "absent"],
            "fichier ou dossier introuvable",
        ),
        (&["explain"], "il manque"),
    ] {
        let ran = run_in(here.path(), args);
        assert_eq!(ran.status.code(), Some(2), "{args:?}");
        assert!(stderr(&ran).contains(said), "{args:?}: {}", stderr(&ran));
    }
}

#[test]
fn the_list_of_checks_is_the_registry() {
    let list: Value =
        serde_json::from_str(&shown(&["checks", "--format", "json", "--lang", "en"])).unwrap();
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), checks::metas().count());
    let text = shown(&["checks"]);
    for (meta, entry) in checks::metas().zip(list) {
        assert_eq!(entry["id"], meta.id);
        assert_eq!(entry["level"], meta.level.name());
        assert_eq!(entry["title"], meta.title.en);
        assert!(
            ["accessibility", "conformance", "authoring"]
                .contains(&entry["category"].as_str().unwrap())
        );
        let mut tests: Vec<&str> = entry["tests"]
            .as_array()
            .unwrap()
            .iter()
            .map(|t| t["test"].as_str().unwrap())
            .collect();
        tests.dedup();
        let kinds = entry["tests"]
            .as_array()
            .unwrap()
            .iter()
            .map(|t| t["proof"].as_str().unwrap());
        assert!(
            kinds
                .into_iter()
                .all(|k| ["decides", "refutes", "hints"].contains(&k)),
            "{entry}"
        );
        for test in meta.tests() {
            assert!(tests.contains(&test.to_string().as_str()), "{}", meta.id);
        }
        let act: Vec<&str> = entry["act"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| a.as_str().unwrap())
            .collect();
        assert_eq!(act, meta.act);
        assert!(text.contains(meta.id), "{}", meta.id);
    }
    assert!(
        flat(&text).contains(&format!("{} règles.", checks::metas().count())),
        "{text}"
    );
}

#[test]
fn completions_know_the_subcommands_and_options() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = shown(&["completions", shell]);
        for word in ["audit", "explain", "max-per-check", "jsonl"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn help_is_in_the_language_and_complete() {
    let french = shown(&["audit", "--help"]);
    for said in [
        "Utilisation : vigie audit",
        "Codes de sortie",
        "--max-per-check",
        "Affiche cette aide",
    ] {
        assert!(french.contains(said), "{said}: {french}");
    }
    // clap's own English words do not show.
    for word in ["Usage", "Print", "possible values", "default:", "Options:"] {
        assert!(!french.contains(word), "{word}: {french}");
    }
    let english = shown(&["audit", "--help", "--lang", "en"]);
    assert!(
        english.contains("Usage: vigie audit") && english.contains("Exit codes"),
        "{english}"
    );
    assert_eq!(shown(&["help", "audit"]).trim_end(), french.trim_end());
    assert!(shown(&["--version"]).starts_with("vigie "));
}
