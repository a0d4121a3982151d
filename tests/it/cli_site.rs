//! Findings about the whole site: where the root is, how they are told, how they are ignored.

use serde_json::Value;

use crate::cli::{folder, run_in, stdout};

fn page(links: &[&str]) -> String {
    let links: String = links
        .iter()
        .map(|l| format!("<a href=\"{l}\">vers {l}</a>\n"))
        .collect();
    format!(
        "<!doctype html>\n<html lang=fr><title>{}</title>\n<main><h1>Page</h1>\n{links}</main>",
        links.len()
    )
}

/// The broken links of a run, as `path:line`.
fn broken(folder: &std::path::Path, args: &[&str]) -> Vec<String> {
    let mut all = vec!["audit", "--select", "broken-link", "--format", "json"];
    all.extend(args);
    let report: Value = serde_json::from_str(&stdout(&run_in(folder, &all))).unwrap();
    let found = report["site"]["findings"].as_array().unwrap();
    found
        .iter()
        .map(|f| format!("{}:{}", f["path"].as_str().unwrap(), f["start"]["line"]))
        .collect()
}

#[test]
fn base_and_root_say_what_absolute_paths_mean() {
    let (a, b) = (
        page(&["/blog/b.html", "/blog/absente.html", "b.html"]),
        page(&[]),
    );
    let site = folder(&[("s/a.html", &a), ("s/b.html", &b)]);
    for base in ["/blog/", "/blog", "https://example.org/blog/"] {
        assert_eq!(
            broken(site.path(), &["s", "--base", base]),
            ["s/a.html:5"],
            "{base}"
        );
    }
    std::fs::write(site.path().join("vigie.toml"), "base = '/blog/'").unwrap();
    assert_eq!(broken(site.path(), &["s"]), ["s/a.html:5"]);

    let fr = page(&["/commun/aide.html", "/absente.html"]);
    let site = folder(&[
        ("s/fr/a.html", &fr),
        ("s/commun/aide.html", &b),
        ("s/fr/b.html", &b),
    ]);
    assert_eq!(
        broken(site.path(), &["s/fr", "--root", "s"]),
        ["s/fr/a.html:5"]
    );
    std::fs::write(site.path().join("vigie.toml"), "root = 's'").unwrap();
    assert_eq!(broken(site.path(), &["s/fr"]), ["s/fr/a.html:5"]);
}

#[test]
fn every_format_tells_the_findings_of_the_site() {
    let (a, b) = (page(&["absente.html"]), page(&["a.html"]));
    let site = folder(&[("a.html", &a), ("b.html", &b)]);
    for (format, told) in [
        ("text", "--> a.html:4:10\n"),
        ("short", "a.html:4:10: erreur[broken-link]: "),
        ("json", "\"path\":\"a.html\",\"message\""),
        ("jsonl", "\"path\":\"a.html\",\"message\""),
        ("html", "<li>a.html:4:10</li>"),
        (
            "github",
            "::error file=a.html,line=4,endLine=4,col=10,endColumn=22,title=broken-link::",
        ),
    ] {
        let ran = run_in(
            site.path(),
            &["audit", ".", "--select", "broken-link", "--format", format],
        );
        assert!(stdout(&ran).contains(told), "{format}: {}", stdout(&ran));
        assert_eq!(ran.status.code(), Some(1), "{format}");
    }
}

#[test]
fn findings_of_the_site_are_ignored_by_page_and_check() {
    let (a, b) = (page(&["absente.html"]), page(&["autre.html"]));
    let site = folder(&[("s/a.html", &a), ("s/b.html", &b)]);
    let with = |config: &str| {
        std::fs::write(site.path().join("vigie.toml"), config).unwrap();
        broken(site.path(), &["s"])
    };
    assert_eq!(with(""), ["s/a.html:4", "s/b.html:4"]);
    assert_eq!(
        with("[[ignore-findings]]\npaths = ['b.html']"),
        ["s/a.html:4"]
    );
    assert_eq!(
        with("[[ignore-findings]]\nchecks = ['broken-link']"),
        [""; 0]
    );
    assert_eq!(with("[levels]\nbroken-link = 'off'"), [""; 0]);
}

#[test]
fn a_test_that_fails_for_the_site_is_counted() {
    let site = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sites/plan");
    let args = ["audit", ".", "--select", "12", "--format", "json"];
    let report: Value = serde_json::from_str(&stdout(&run_in(&site, &args))).unwrap();
    assert_eq!(report["site"]["tests"]["12.3.2"], "failed");
    assert_eq!(report["summary"]["failedTests"]["12.3.2"], 1);
    assert_eq!(report["summary"]["failedCriteria"]["12.3"], 1);
    let criterion = &report["summary"]["criteria"]["12.3"];
    assert_eq!(criterion["status"], "NC");
    assert_eq!(criterion["settled"], true);
}

#[test]
fn the_sitemap_is_the_page_declared_as_such() {
    let plan = page(&["absente.html"]).replace("<h1>Page</h1>", "<h1>Toutes nos pages</h1>");
    let site = folder(&[("pages.html", &plan), ("a.html", &page(&["pages.html"]))]);
    let failed = |config: &str| {
        std::fs::write(site.path().join("vigie.toml"), config).unwrap();
        let args = ["audit", ".", "--select", "broken-link", "--format", "json"];
        let report: Value = serde_json::from_str(&stdout(&run_in(site.path(), &args))).unwrap();
        report["site"]["tests"]["12.3.2"] == "failed"
    };
    assert!(!failed(""));
    assert!(failed("[pages]\nsitemap = ['pages.html']"));
}
