//! What is accepted fails nothing; what is new does; what is gone is told.

use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::cli::{folder, run_in, stderr, stdout, vigie};
use crate::schema::problems;

/// A page with this in its `main`, and a footer with a defect that every page has.
fn page(main: &str) -> String {
    format!(
        "<!doctype html><html lang=fr><title>Page</title><main><h1>Page</h1>{main}</main>\n<footer><a class=logo href=/></a></footer></html>"
    )
}

const SELECT: [&str; 2] = [
    "--select",
    "link-empty,frame-name-missing,duplicate-id,heading-level-skip",
];

fn site(pages: &[(&str, &str)]) -> tempfile::TempDir {
    let pages: Vec<(String, String)> = pages
        .iter()
        .map(|(name, main)| (format!("_site/{name}"), page(main)))
        .collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(n, p)| (&**n, &**p)).collect();
    folder(&pages)
}

fn put(site: &Path, name: &str, main: &str) {
    std::fs::write(site.join("_site").join(name), page(main)).unwrap();
}

fn baseline(site: &Path, args: &[&str]) -> String {
    let all: Vec<&str> = ["baseline"]
        .iter()
        .chain(args)
        .chain(&SELECT)
        .copied()
        .collect();
    let ran = run_in(site, &all);
    assert_eq!(ran.status.code(), Some(0), "{}", stderr(&ran));
    std::fs::read_to_string(site.join("b.toml")).unwrap()
}

fn audit(site: &Path, args: &[&str]) -> Output {
    let all: Vec<&str> = ["audit", "_site", "--baseline", "b.toml"]
        .iter()
        .chain(args)
        .chain(&SELECT)
        .copied()
        .collect();
    run_in(site, &all)
}

/// The exit code, and the counts of new, known and fixed causes.
fn judged(site: &Path) -> (Option<i32>, [usize; 3]) {
    let ran = audit(site, &["--format", "json"]);
    let report: Value = serde_json::from_str(&stdout(&ran)).unwrap();
    let baseline = &report["summary"]["baseline"];
    let states = |state: &str| {
        let causes = report["causes"].as_array().unwrap().iter();
        causes.filter(|c| c["state"] == state).count()
    };
    let fixed = baseline["fixed"].as_array().unwrap().len();
    assert_eq!(baseline["new"], states("new"));
    assert_eq!(baseline["known"], states("known"));
    (ran.status.code(), [states("new"), states("known"), fixed])
}

const FRAME: &str = "<iframe src=/carte></iframe>";
const TWICE: &str = "<p id=x>un<p id=x>deux";

#[test]
fn only_what_is_new_fails() {
    let site = site(&[("a.html", FRAME), ("b.html", ""), ("c.html", TWICE)]);
    let site = site.path();
    assert_eq!(audit(site, &[]).status.code(), Some(2), "no file yet");
    baseline(site, &["create", "b.toml", "_site"]);
    assert_eq!(judged(site), (Some(0), [0, 3, 0]));
    // Lines move, a page is renamed, the template goes on a new page.
    put(site, "c.html", &format!("<p>avant\n\n{TWICE}"));
    std::fs::rename(site.join("_site/a.html"), site.join("_site/z.html")).unwrap();
    put(site, "d.html", "");
    assert_eq!(judged(site), (Some(0), [0, 3, 0]));
    // One is mended, another is made.
    put(site, "z.html", "<iframe src=/plan></iframe>");
    assert_eq!(judged(site), (Some(1), [1, 2, 1]));
    let said = stdout(&audit(site, &["--format", "text"]));
    assert!(
        said.contains(
            "État de référence : 1 à corriger (nouveaux), 2 acceptés (connus), 1 disparus"
        ),
        "{said}"
    );
    assert!(said.contains("  disparu : frame-name-missing : "), "{said}");
    assert_eq!(audit(site, &["--fail-on", "never"]).status.code(), Some(0));
}

#[test]
fn a_page_s_own_defect_that_spreads_is_new_and_a_template_s_is_not() {
    let site = site(&[("a.html", FRAME), ("b.html", "")]);
    let site = site.path();
    let file = baseline(site, &["create", "b.toml", "_site"]);
    assert!(file.contains("scope = \"page\"\npages = 1\n"), "{file}");
    assert!(file.contains("scope = \"template\"\npages = 2\n"), "{file}");
    assert!(file.contains("paths = [\"_site/a.html\"]"), "{file}");
    put(site, "c.html", FRAME);
    assert_eq!(judged(site), (Some(1), [1, 1, 0]));
    let said = stdout(&audit(site, &["--format", "text", "--lang", "en"]));
    assert!(
        said.contains("  on more pages: frame-name-missing: "),
        "{said}"
    );
    // Accepted as it is now, it may stay on as many pages.
    baseline(site, &["update", "b.toml"]);
    assert_eq!(judged(site), (Some(0), [0, 2, 0]));
}

#[test]
fn few_that_become_many_stay_accepted() {
    let links = |n: usize| -> String { format!("<h3>{}</h3>", "mot ".repeat(n + 1)) };
    let all: Vec<(String, String)> = (0..25)
        .map(|n| (format!("{n:02}.html"), links(n)))
        .collect();
    let pages: Vec<(&str, &str)> = all.iter().map(|(n, p)| (&**n, &**p)).collect();
    let few = site(&pages[..15]);
    let file = baseline(few.path(), &["create", "b.toml", "_site"]);
    assert_eq!(file.matches("[[known]]").count(), 16, "{file}");
    // Nothing more on more pages: still known, each by its own name.
    let report = |site: &Path| judged(site);
    assert_eq!(report(few.path()), (Some(0), [0, 16, 0]));
    for (name, main) in &pages[15..] {
        put(few.path(), name, main);
    }
    // Ten more of them: together they are a template's, and that is new.
    assert_eq!(report(few.path()), (Some(1), [1, 1, 0]));
    // The other way: accepted together, met one by one once most are mended.
    let many = site(&pages);
    let file = baseline(
        many.path(),
        &["create", "b.toml", "_site", "--reason", "gabarit"],
    );
    assert_eq!(file.matches("[[known]]").count(), 2, "{file}");
    for (name, _) in &pages[5..] {
        put(many.path(), name, "");
    }
    assert_eq!(report(many.path()), (Some(0), [0, 6, 0]));
    let file = baseline(many.path(), &["update", "b.toml"]);
    assert_eq!(file.matches("reason = \"gabarit\"").count(), 6, "{file}");
}

#[test]
fn part_of_a_site_tells_nothing_of_the_rest() {
    let site = site(&[("a.html", FRAME), ("b.html", TWICE)]);
    let site = site.path();
    baseline(site, &["create", "b.toml", "_site"]);
    put(site, "a.html", "");
    let fixed = |args: &[&str]| -> Vec<String> {
        let all = [&["audit", "--baseline", "b.toml", "--format", "json"], args].concat();
        let report: Value = serde_json::from_str(&stdout(&run_in(site, &all))).unwrap();
        let fixed = report["summary"]["baseline"]["fixed"].as_array().unwrap();
        fixed
            .iter()
            .map(|e| e["check"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(fixed(&["_site"]), ["frame-name-missing"]);
    assert_eq!(fixed(&["."]), ["frame-name-missing"]);
    assert_eq!(fixed(&["_site/a.html"]), ["frame-name-missing"]);
    assert!(fixed(&["_site/b.html"]).is_empty());
    assert!(fixed(&["_site", "--select", "duplicate-id"]).is_empty());
    assert!(fixed(&["_site", "--ignore", "frame-name-missing"]).is_empty());
    assert_eq!(
        fixed(&[&site.join("_site").to_string_lossy()]),
        ["frame-name-missing"]
    );
    // A page that is gone had it: unless not all could be read.
    std::fs::remove_file(site.join("_site/a.html")).unwrap();
    assert_eq!(fixed(&["_site"]), ["frame-name-missing"]);
    assert!(fixed(&["_site", "absent"]).is_empty());
}

#[test]
fn terms_are_kept_and_days_go_by() {
    let site = site(&[("a.html", FRAME), ("b.html", "")]);
    let site = site.path();
    let terms = [
        "--reason",
        "Refonte \"2027\"",
        "--owner",
        "Équipe web",
        "--expires",
        "2026-12-31",
    ];
    let file = baseline(site, &[&["create", "b.toml", "_site"], &terms[..]].concat());
    assert_eq!(
        file.matches("reason = \"Refonte \\\"2027\\\"\"").count(),
        2,
        "{file}"
    );
    assert_eq!(file.matches("expires = 2026-12-31\n").count(), 2, "{file}");
    let on = |seconds: &str| {
        let args = [
            "audit",
            "_site",
            "--baseline",
            "b.toml",
            SELECT[0],
            SELECT[1],
            "-q",
        ];
        let mut command = vigie(&args);
        let ran = command
            .current_dir(site)
            .env("SOURCE_DATE_EPOCH", seconds)
            .output()
            .unwrap();
        ran.status.code()
    };
    // 31 December 2026, 23:59:59; and the second after.
    assert_eq!(on("1798761599"), Some(0));
    assert_eq!(on("1798761600"), Some(1));
    // By hand: another owner, another day, in quotes.
    let edited = file
        .replacen("Équipe web", "Ana", 1)
        .replace("= 2026-12-31", "= \"2020-02-29\"");
    std::fs::write(site.join("b.toml"), edited).unwrap();
    assert_eq!(judged(site), (Some(1), [2, 0, 0]));
    put(site, "b.html", TWICE);
    let file = baseline(
        site,
        &[
            "update",
            "b.toml",
            "--reason",
            "neuf",
            "--expires",
            "2999-01-01",
        ],
    );
    assert_eq!(file.matches("reason = \"Refonte").count(), 2, "{file}");
    assert_eq!(file.matches("reason = \"neuf\"").count(), 1, "{file}");
    assert!(
        file.contains("owner = \"Ana\"") && file.contains("owner = \"Équipe web\""),
        "{file}"
    );
    assert_eq!(file.matches("expires = 2999-01-01").count(), 3, "{file}");
    assert_eq!(judged(site), (Some(0), [0, 3, 0]));
}

#[test]
fn the_file_changes_only_where_something_did() {
    let site = site(&[("a.html", FRAME), ("b.html", TWICE)]);
    let site = site.path();
    let first = baseline(site, &["create", "b.toml", "_site"]);
    assert_eq!(baseline(site, &["update", "b.toml"]), first);
    assert_eq!(baseline(site, &["prune", "b.toml"]), first);
    put(site, "a.html", "");
    put(
        site,
        "b.html",
        &format!("<iframe src=/plan></iframe>{TWICE}"),
    );
    let pruned = baseline(site, &["prune", "b.toml"]);
    let gone = first.lines().filter(|l| !pruned.contains(l)).count();
    assert!(
        gone > 0 && pruned.lines().all(|l| first.contains(l)),
        "{pruned}"
    );
    assert_eq!(pruned.matches("[[known]]").count(), 2);
    let again = run_in(site, &["baseline", "create", "b.toml", "_site"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(
        stderr(&again).contains("baseline update"),
        "{}",
        stderr(&again)
    );
}

#[test]
fn mistakes_in_the_file_are_told_with_their_place() {
    let site = site(&[("a.html", FRAME)]);
    let site = site.path();
    let good = baseline(site, &["create", "b.toml", "_site"]);
    for (from, to, said) in [
        ("version = 1", "version = 2", "une autre version"),
        ("version = 1\n", "", "« version » manque"),
        ("pages = 1", "pages = -1", "b.toml:"),
        ("pages = 1", "pages = 1\nexpires = 2026-02-30", "b.toml:"),
        (
            "pages = 1",
            "pages = 1\nexpires = \"demain\"",
            "attend un jour",
        ),
        ("pages = 1", "pages = 1\nexpire = 2026-02-03", "expire"),
        ("fingerprint = \"", "fingerprint = \"x", "16 chiffres"),
        ("[[known]]", "[[known", "b.toml:"),
    ] {
        assert!(good.contains(from), "{good}");
        std::fs::write(site.join("b.toml"), good.replacen(from, to, 1)).unwrap();
        let ran = audit(site, &[]);
        assert_eq!(ran.status.code(), Some(2), "{to}");
        assert!(stderr(&ran).contains(said), "{to}: {}", stderr(&ran));
    }
}

#[test]
fn what_a_page_says_is_harmless_in_the_file() {
    let hostile =
        "<iframe src=\"x\u{1b}[31m\u{202e}\u{e0041}\\ ]]&gt; ''' &quot;\n::error::\"></iframe>";
    let site = site(&[("a.html", hostile)]);
    let site = site.path();
    let file = baseline(site, &["create", "b.toml", "_site"]);
    let bad = |c: char| c != '\n' && vigie::report::is_unsafe(c);
    assert!(!file.contains(bad), "{file:?}");
    assert_eq!(judged(site).1, [0, 2, 0]);
    assert_eq!(baseline(site, &["update", "b.toml"]), file);
}

#[test]
fn the_configuration_may_name_it() {
    let site = site(&[("a.html", FRAME)]);
    let site = site.path();
    baseline(site, &["create", "b.toml", "_site"]);
    std::fs::write(site.join("vigie.toml"), "baseline = \"b.toml\"\n").unwrap();
    let args = ["audit", "_site", SELECT[0], SELECT[1], "--format", "json"];
    let ran = run_in(site, &args);
    assert_eq!(ran.status.code(), Some(0));
    let report: Value = serde_json::from_str(&stdout(&ran)).unwrap();
    let schema = serde_json::from_str(include_str!("../report.schema.json")).unwrap();
    assert_eq!(problems(&schema, &report), Vec::<String>::new());
}
