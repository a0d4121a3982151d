//! `fixtures/sites/<case>/`: small whole sites. What the site checks say of each is in its `expected.txt`, whatever the number of threads.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use vigie::check::{Options, Verdict};
use vigie::checks;
use vigie::engine::{Engine, Ignore, Selection, Selector, Settings, discover};
use vigie::report::{Finding, PageReport, SiteReport};
use vigie::rgaa::Outcome;
use vigie::text::Lang;

use crate::golden;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sites")
}

fn settings(lang: Lang) -> Settings {
    Settings {
        options: Options {
            lang,
            ..Options::default()
        },
        selection: Selection {
            select: checks::SITE
                .iter()
                .map(|c| Selector::Check(c.meta().id))
                .collect(),
            ignore: Vec::new(),
        },
        ..Settings::default()
    }
}

/// Audits a case.
pub fn run(case: &Path, settings: Settings, base: Option<&str>, jobs: usize) -> SiteReport {
    let mut found = discover(&[case.to_owned()], None);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    if let Some(base) = base {
        found.site.set_base(base);
    }
    let mut pages = 0;
    let mut sink = |page: &PageReport| {
        assert!(page.errors.is_empty(), "{}: {:?}", page.path, page.errors);
        pages += 1;
        Ok(())
    };
    let engine = Engine::new(settings);
    let run = engine
        .run(&found.files, &found.site, jobs, &mut sink)
        .unwrap();
    assert!(run.problems.is_empty(), "{:?}", run.problems);
    assert!(run.site.errors.is_empty(), "{:?}", run.site.errors);
    assert_eq!(pages, found.files.len());
    run.site
}

/// The sites.
pub fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    cases
}

/// A finding and its places, paths from the case.
fn show(out: &mut String, case: &Path, finding: &Finding, lang: Lang) {
    let prefix = format!("{}/", case.display());
    let short = |path: &Option<String>| {
        let path = path.as_deref().unwrap_or("?");
        path.strip_prefix(&prefix).unwrap_or(path).to_owned()
    };
    let verdict = match finding.verdict {
        Verdict::Fail => "fail",
        Verdict::Review => "review",
    };
    let tests: Vec<String> = finding.tests.iter().map(ToString::to_string).collect();
    let (start, end) = (finding.start, finding.end);
    let message = finding.message.replace(&prefix, "");
    let _ = writeln!(
        out,
        "{} {} {verdict} [{}] {}:{}:{}-{}:{} {lang}: {message}",
        finding.check,
        finding.level,
        tests.join(" "),
        short(&finding.path),
        start.line,
        start.column,
        end.line,
        end.column,
    );
    for related in &finding.related {
        let _ = writeln!(
            out,
            "    {}:{}:{} {}",
            short(&related.path),
            related.start.line,
            related.start.column,
            related.message
        );
    }
}

#[test]
fn sites_are_what_they_say() {
    assert!(!checks::SITE.is_empty());
    let mut problems = Vec::new();
    let mut spoke: BTreeSet<&str> = BTreeSet::new();
    let mut silent: BTreeSet<&str> = BTreeSet::new();
    for case in cases() {
        let mut expected = String::new();
        for lang in Lang::ALL {
            let report = run(&case, settings(lang), None, 1);
            for jobs in [2, 8] {
                let again = run(&case, settings(lang), None, jobs);
                assert_eq!(
                    serde_json::to_string(&again).unwrap(),
                    serde_json::to_string(&report).unwrap(),
                    "{} on {jobs} threads",
                    case.display()
                );
            }
            for (id, check) in report.checks.iter() {
                match check.outcome {
                    Outcome::Failed | Outcome::CantTell => spoke.insert(id),
                    _ => silent.insert(id),
                };
            }
            for finding in &report.findings {
                show(&mut expected, &case, finding, lang);
            }
            if lang == Lang::Fr {
                let failed = report.tests.iter().filter(|(_, o)| **o == Outcome::Failed);
                let failed: Vec<&str> = failed.map(|(test, _)| test.as_str()).collect();
                let _ = writeln!(expected, "RGAA: {}\n", failed.join(" "));
            }
        }
        if let Err(e) = golden::compare(&case.join("expected.txt"), &expected) {
            problems.push(e);
        }
    }
    for id in checks::SITE.iter().map(|c| c.meta().id) {
        if !spoke.contains(id) {
            problems.push(format!("{id}: no site of fixtures/sites makes it speak"));
        }
        if !silent.contains(id) {
            problems.push(format!("{id}: no site of fixtures/sites leaves it silent"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Findings by check.
fn counts(report: &SiteReport) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry(finding.check).or_default() += 1;
    }
    counts
}

#[test]
fn a_site_served_elsewhere_is_followed_once_its_base_is_known() {
    let case = folder().join("sous-chemin");
    for base in ["/carnet", "carnet/", "https://PORT.example.org/carnet/"] {
        let report = run(&case, settings(Lang::En), Some(base), 2);
        assert_eq!(counts(&report), BTreeMap::new(), "{base}");
        let links = report.checks["broken-link"];
        // Three links a page with the host, two without; an image and a style sheet.
        let expected = if base.contains("://") { 5 } else { 4 };
        assert_eq!(links.passed, expected * 3, "{base}");
    }
    let report = run(&case, settings(Lang::En), Some("/journal"), 2);
    assert_eq!(report.checks["broken-link"].passed, 0);
}

#[test]
fn the_root_may_be_above_the_folder_audited() {
    let root = folder().join("liens");
    let found = discover(&[root.join("services")], Some(&root));
    let pages: Vec<&str> = found
        .files
        .iter()
        .map(|f| f.page.site_path.as_str())
        .collect();
    assert_eq!(pages, ["services/etat-civil.html", "services/index.html"]);
    let engine = Engine::new(settings(Lang::En));
    let run = engine
        .run(&found.files, &found.site, 1, &mut |_: &PageReport| Ok(()))
        .unwrap();
    let messages: Vec<&str> = run
        .site
        .findings
        .iter()
        .filter(|f| f.check == "broken-link")
        .map(|f| f.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "this link leads to \"etat-civil.html\", which is not in the built site",
            "this link leads to \"agenda.html\", which is not in the built site",
        ]
    );
}

#[test]
fn pages_can_be_ignored() {
    let case = folder().join("menus");
    let with_ignore = || Settings {
        ignores: vec![Ignore {
            paths: Some(
                globset::GlobSet::builder()
                    .add(globset::Glob::new("dossier-*").unwrap())
                    .build()
                    .unwrap(),
            ),
            ..Ignore::default()
        }],
        ..settings(Lang::En)
    };
    assert_eq!(counts(&run(&case, settings(Lang::En), None, 1)).len(), 3);
    assert_eq!(counts(&run(&case, with_ignore(), None, 1)), BTreeMap::new());
}

#[test]
fn fingerprints_follow_the_defect_not_the_first_page() {
    let find = |case: &Path| {
        let report = run(case, settings(Lang::Fr), None, 1);
        let finding = report
            .findings
            .iter()
            .find(|f| f.message.contains("« agenda.html »"))
            .expect("the missing agenda is told")
            .clone();
        (finding.fingerprint, finding.path)
    };
    let folder = tempfile::tempdir().unwrap();
    let link = "<!DOCTYPE html><title>t</title><a href=/agenda.html>a</a><a href=/b.html>b</a>";
    std::fs::write(folder.path().join("b.html"), link).unwrap();
    let (before, page) = find(folder.path());
    std::fs::write(folder.path().join("a.html"), link).unwrap();
    let (after, other) = find(folder.path());
    assert_ne!(page, other);
    assert_eq!(before, after);
}
