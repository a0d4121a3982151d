//! `vigie.toml`: what it changes, what it refuses.

use std::path::Path;

use serde_json::Value;

use crate::cli::{TWICE, folder, run_in, stderr, stdout};
use crate::schema::problems;

/// What the command answers to a configuration with mistakes.
fn refused(config: &str) -> String {
    let site = folder(&[("a.html", TWICE), ("vigie.toml", config)]);
    let ran = run_in(site.path(), &["audit", "a.html"]);
    assert_eq!(ran.status.code(), Some(2), "{config}");
    assert!(ran.stdout.is_empty(), "{config}");
    stderr(&ran)
}

#[test]
fn mistakes_are_shown_in_place_with_the_nearest_word() {
    let said = refused("# oups\nfail-onn = \"error\"\nselect = [\"duplicate-idd\", \"9.99\"]\n");
    assert!(said.contains("clé inconnue « fail-onn »"), "{said}");
    assert!(said.contains("--> vigie.toml:2:1\n"), "{said}");
    assert!(
        said.contains("2 | fail-onn = \"error\"\n  | ^^^^^^^^"),
        "{said}"
    );
    assert!(said.contains("vouliez-vous dire « fail-on » ?"), "{said}");
    assert!(
        said.contains("vigie.toml:3:11") && said.contains("vouliez-vous dire « duplicate-id » ?"),
        "{said}"
    );
    assert!(
        said.contains("vigie.toml:3:28")
            && said.contains("les critères du thème 9 vont de 9.1 à 9.4"),
        "{said}"
    );
}

#[test]
fn bad_values_say_what_is_taken() {
    let has = |config: &str, expected: &str| {
        let said = refused(config);
        assert!(said.contains(expected), "{config}: {said}");
    };
    has("lang = \"de\"", "« lang » attend un de ces mots : fr, en");
    has("fail-on = \"eror\"", "vouliez-vous dire « error » ?");
    has("fail-on = 1", "« fail-on » attend un de ces mots");
    has("select = \"9\"", "« select » attend une liste de textes");
    has("max-per-check = -1", "un nombre entier à partir de 0");
    has(
        "scripts-inert = \"oui\"",
        "« scripts-inert » attend true ou false",
    );
    has(
        "[levels]\n\"9.1\" = \"loud\"",
        "« 9.1 » attend un de ces mots : off, note, warning, error",
    );
    has(
        "[levels]\nduplicate-idd = \"off\"",
        "vouliez-vous dire « duplicate-id » ?",
    );
    has(
        "[[ignore-findings]]\nselector = \"a[\"",
        "« a[ » n’est pas un sélecteur CSS",
    );
    has(
        "[[ignore-findings]]\nselector = \"a:hover\"",
        "sans navigateur",
    );
    has(
        "[images]\ndecoratif = [\".filet\"]",
        "vouliez-vous dire « decorative » ?",
    );
    has(
        "[images]\ninformative = [\".photo\", \"a[\"]",
        "« a[ » n’est pas un sélecteur CSS",
    );
    has(
        "[tables]\nlayout = \"table\"",
        "« layout » attend une liste de textes",
    );
    has(
        "tables = []",
        "« tables » attend une table, sous un titre [tables]",
    );
    has(
        "[[ignore-findings]]\npaths = [\"a{b\"]",
        "n’est pas un motif de chemins",
    );
    has(
        "[[ignore-findings]]\nreason = \"rien\"",
        "ferait taire tous les constats",
    );
    has(
        "[[ignore-findings]]\nchecks = []",
        "ferait taire tous les constats",
    );
    has(
        "[[ignore-findings]]\npath = [\"x\"]",
        "vouliez-vous dire « paths » ?",
    );
    has("a = ", "ce n’est pas du TOML");
}

#[test]
fn the_file_is_found_upwards_or_named() {
    let site = folder(&[
        ("vigie.toml", "select = [\"frame-title-missing\"]"),
        ("bas/plus-bas/a.html", TWICE),
        ("autre.toml", "fail-on = \"never\""),
    ]);
    let below = site.path().join("bas/plus-bas");
    let code = |folder: &Path, args: &[&str]| run_in(folder, args).status.code();
    assert_eq!(code(&below, &["audit", "a.html"]), Some(0));
    assert_eq!(
        code(&below, &["audit", "a.html", "--config", "../../autre.toml"]),
        Some(0)
    );
    // An argument wins over the file.
    assert_eq!(
        code(&below, &["audit", "a.html", "--select", "duplicate-id"]),
        Some(1)
    );
    let absent = run_in(&below, &["audit", "a.html", "--config", "absent.toml"]);
    assert_eq!(absent.status.code(), Some(2));
    assert!(
        stderr(&absent).contains("« absent.toml » illisible"),
        "{}",
        stderr(&absent)
    );
}

/// The findings of `duplicate-id` and `heading-level-skip` on a small site with this configuration, as `path:line check level`.
fn findings(config: &str) -> Vec<String> {
    let page = "<!doctype html><html lang=fr><title>x</title>\n<h1>a</h1>\n<h4>b</h4>\n<p id=x><i id=y></i>\n<footer><p><i id=x></i></footer>\n<p id=y>";
    let site = folder(&[
        ("s/a.html", page),
        ("s/brouillons/b.html", page),
        ("vigie.toml", config),
    ]);
    let args = [
        "audit",
        "s",
        "--format",
        "json",
        "--select",
        "duplicate-id,heading-level-skip",
    ];
    let ran = run_in(site.path(), &args);
    let report: Value =
        serde_json::from_str(&stdout(&ran)).unwrap_or_else(|_| panic!("{}", stderr(&ran)));
    let mut all = Vec::new();
    for page in report["pages"].as_array().unwrap() {
        for f in page["findings"].as_array().unwrap() {
            let (path, check) = (page["path"].as_str().unwrap(), f["check"].as_str().unwrap());
            all.push(format!(
                "{path}:{} {check} {}",
                f["start"]["line"],
                f["level"].as_str().unwrap()
            ));
        }
        if page["path"] == "s/a.html" {
            // Whatever is ignored, the test is never passed.
            assert_ne!(page["tests"]["8.2.1"], "passed");
        }
    }
    all.push(format!("ignored {}", report["summary"]["ignored"]));
    all
}

#[test]
fn levels_by_check_category_and_rgaa_number() {
    let all = findings("");
    assert_eq!(all.len(), 7, "{all:?}");
    let levels = |config: &str| {
        let mut levels: Vec<String> = findings(config)
            .iter()
            .filter(|f| f.starts_with("s/a.html"))
            .map(|f| f.split_once(' ').unwrap().1.to_owned())
            .collect();
        levels.dedup();
        levels
    };
    assert_eq!(
        levels(""),
        ["heading-level-skip error", "duplicate-id error"]
    );
    assert_eq!(
        levels("[levels]\n9 = \"note\""),
        ["heading-level-skip note", "duplicate-id error"]
    );
    assert_eq!(
        levels("[levels]\n9 = \"note\"\n\"9.1\" = \"off\""),
        ["duplicate-id error"]
    );
    assert_eq!(
        levels(
            "[levels]\nconformance = \"warning\"\nduplicate-id = \"note\"\naccessibility = \"warning\""
        ),
        ["heading-level-skip warning", "duplicate-id note"]
    );
}

#[test]
fn findings_ignored_by_path() {
    let kept =
        findings("[[ignore-findings]]\npaths = [\"brouillons/**\"]\nreason = \"pas encore relu\"");
    assert!(kept.iter().all(|f| !f.contains("brouillons")), "{kept:?}");
    assert_eq!(kept.last().unwrap(), "ignored 3");
    // As `.gitignore`: a folder, a name at any depth; the reported path serves too.
    for paths in ["brouillons/", "b.html", "s/brouillons/*.html"] {
        assert_eq!(
            findings(&format!("[[ignore-findings]]\npaths = [\"{paths}\"]")),
            kept,
            "{paths}"
        );
    }
    let other = findings("[[ignore-findings]]\npaths = [\"*/brouillon*\"]");
    assert_eq!(other.last().unwrap(), "ignored 0");
}

#[test]
fn findings_ignored_by_selector_and_check() {
    let kept = findings("[[ignore-findings]]\nselector = \"footer\"");
    assert_eq!(kept.last().unwrap(), "ignored 2");
    assert!(
        kept.iter().all(|f| !f.contains(":5 ")),
        "inside the element: {kept:?}"
    );
    let kept = findings(
        "[[ignore-findings]]\nselector = \"footer > p i, h4\"\nchecks = [\"8.2\"]\npaths = [\"a.html\"]",
    );
    assert_eq!(kept.last().unwrap(), "ignored 1");
    let kept = findings("[[ignore-findings]]\nchecks = [\"duplicate-id\"]");
    assert_eq!(kept.len(), 3, "{kept:?}");
}

#[test]
fn the_schema_and_the_reader_agree() {
    let site = folder(&[("a.html", TWICE)]);
    let shown =
        |args: &[&str]| serde_json::from_str::<Value>(&stdout(&run_in(site.path(), args))).unwrap();
    let schema = shown(&["schema"]);
    let english = shown(&["schema", "--lang", "en"]);
    assert_ne!(
        schema["properties"]["lang"]["description"],
        english["properties"]["lang"]["description"]
    );
    let good = "lang = 'fr'\nfail-on = 'warning'\npreset = 'nu'\nselect = ['duplicate-id', '9.1', 'authoring']\nignore = []\nmax-per-check = 3\n\
        scripts-inert = true\nbase = '/x/'\nroot = 'public'\nbaseline = 'b.toml'\n\
        [source]\ndir = 'src'\n[fix]\nlang = 'fr'\n\
        [pages]\nhome = ['index.html']\ncontact = []\nsitemap = []\naccessibility = []\nlegal = []\nhelp = []\nsearch = []\nlogin = []\n\
        [[processes]]\nname = 'Acte'\npages = ['acte/*']\n\
        [images]\ninformative = ['.photo']\ndecorative = []\n[tables]\ncomplex = []\ndata = []\nlayout = ['table.page']\n[levels]\n'9' = 'off'\n\
        [[ignore-findings]]\npaths = ['x/**']\nselector = '.a'\nchecks = ['9']\nreason = 'r'\n";
    let value =
        |text: &str| serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap();
    assert_eq!(problems(&schema, &value(good)), Vec::<String>::new());
    // Every key of the schema is in the good file, which is read without a word.
    for key in schema["properties"].as_object().unwrap().keys() {
        assert!(good.contains(key), "{key}");
    }
    for key in schema["properties"]["pages"]["properties"]
        .as_object()
        .unwrap()
        .keys()
    {
        assert!(good.contains(key), "{key}");
    }
    let read = |text: &str| {
        vigie::config::Config::parse(text, Path::new("vigie.toml"), None, vigie::text::Lang::Fr)
    };
    assert!(read(good).is_ok(), "{:?}", read(good).err());
    for wrong in [
        "a = 1",
        "lang = 'de'",
        "select = ['x']",
        "max-per-check = 1.5",
        "baseline = true",
        "[levels]\n'9' = 'x'",
        "[levels]\nx = 'off'",
        "[[ignore-findings]]\nreason = 'x'",
        "[[ignore-findings]]\nx = 1",
        "ignore-findings = 1",
        "pages = 1",
        "[pages]\nhome = 'index.html'",
        "[pages]\nacceuil = ['index.html']",
        "processes = 1",
        "[[processes]]\nname = 'x'",
        "[[processes]]\npages = ['x']",
        "[[processes]]\nname = 'x'\npages = ['x']\nx = 1",
        "images = 1",
        "[images]\ndecorative = '.filet'",
        "[images]\ndecoratives = ['.filet']",
        "[tables]\nlayout = [1]",
        "scripts-inert = 1",
    ] {
        assert!(
            !problems(&schema, &value(wrong)).is_empty(),
            "the schema takes {wrong}"
        );
        assert!(read(wrong).is_err(), "the reader takes {wrong}");
    }
}

#[test]
fn the_language_of_the_file_is_spoken() {
    let site = folder(&[("a.html", TWICE), ("vigie.toml", "lang = \"en\"")]);
    let args = ["audit", "a.html", "--format", "short"];
    assert!(stdout(&run_in(site.path(), &args)).contains("error[duplicate-id]"));
    let args = ["audit", "a.html", "--format", "short", "--lang", "fr"];
    assert!(stdout(&run_in(site.path(), &args)).contains("erreur[duplicate-id]"));
    assert!(refused("lang = \"en\"\nx = 1").contains("unknown key \"x\""));
}

#[test]
fn mistakes_about_pages_are_told_with_what_may_help() {
    for (config, said) in [
        (
            "[pages]\nsite-map = ['plan.html']",
            "vouliez-vous dire « sitemap » ?",
        ),
        (
            "[pages]\nhome = ['a[']",
            "« a[ » n’est pas un motif de chemins",
        ),
        ("pages = 3", "une table, sous un titre [pages]"),
        (
            "[[processes]]\nname = 'Acte'",
            "il manque « pages » à ce processus",
        ),
        (
            "[[processes]]\nnom = 'Acte'\npages = []",
            "clé inconnue « nom »",
        ),
        (
            "processes = {}",
            "des tables, sous des titres [[processes]]",
        ),
    ] {
        let refused = refused(config);
        assert!(refused.contains(said), "{config}: {refused}");
    }
}

#[test]
fn declared_images_settle_their_tests() {
    let page = "<!DOCTYPE html><html lang=fr><title>Ville</title><p>Le pont <img class=filet src=a.png></p></html>";
    let toml = "[images]\ndecorative = [\".filet\"]\n";
    let site = folder(&[("a.html", page), ("vigie.toml", toml)]);
    let args = ["audit", "a.html", "--select", "1", "--format", "json"];
    let said = stdout(&run_in(site.path(), &args));
    let report: Value = serde_json::from_str(&said).unwrap();
    let tests = &report["pages"][0]["tests"];
    assert_eq!(tests["1.1.1"], "inapplicable", "{tests}");
    assert_eq!(tests["1.2.1"], "failed", "{tests}");
}

#[test]
fn presets_see_a_page_as_others_do() {
    let page = "<!DOCTYPE html><html lang=fr><title>Avis</title><h1>Avis</h1><h3>Rappel</h3><p id=a>un<p id=a>deux<img src=plan.png>\
                <a href=#>Suite</a><p role=banana>trois<script>voir()</script>";
    let told = |config: &str| -> Vec<(String, String)> {
        let site = folder(&[("a.html", page), ("vigie.toml", config)]);
        let ran = run_in(site.path(), &["audit", "a.html", "--format", "json"]);
        let report: Value = serde_json::from_str(&stdout(&ran)).unwrap();
        let findings = report["pages"][0]["findings"].as_array().unwrap();
        let text = |f: &Value, key: &str| f[key].as_str().unwrap().to_owned();
        findings
            .iter()
            .map(|f| (text(f, "check"), text(f, "level")))
            .collect()
    };
    let all = told("");
    let has = |told: &[(String, String)], id: &str| told.iter().any(|(check, _)| check == id);
    for id in ["duplicate-id", "role-unknown", "main-missing"] {
        assert!(has(&all, id), "{id}: {all:?}");
    }
    let nu = told("preset = \"nu\"");
    assert!(
        has(&nu, "duplicate-id") && has(&nu, "role-unknown"),
        "{nu:?}"
    );
    assert!(!has(&nu, "main-missing"), "{nu:?}");
    // What is a failure of the RGAA and an error of HTML is told once.
    let missing_alt = |told: &[(String, String)]| {
        let checks = ["attribute-required", "image-alternative-missing"];
        checks.map(|id| told.iter().filter(|(check, _)| check == id).count())
    };
    assert_eq!((missing_alt(&all), missing_alt(&nu)), ([0, 1], [0, 1]));
    // A question of the RGAA, and an error of HTML: it breaks no test.
    let error = ("heading-level-skip".to_owned(), "error".to_owned());
    assert!(all.contains(&error) && nu.contains(&error), "{nu:?}");
    let validity = told("preset = \"rgaa-8.2.1\"");
    let only = ("duplicate-id".to_owned(), "error".to_owned());
    assert_eq!(validity, [only]);
    // What is selected by hand is seen through the preset too.
    assert!(told("preset = \"rgaa-8.2.1\"\nselect = [\"role-unknown\"]").is_empty());
    let said = refused("preset = \"rgaa-8.2\"");
    assert!(
        said.contains("vouliez-vous dire « rgaa-8.2.1 » ?"),
        "{said}"
    );
}
