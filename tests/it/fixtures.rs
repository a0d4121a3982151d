//! `fixtures/<topic>/<check>/{fail,review,pass,na}-<why>.html`: the outcome is in the name, what is shown in `expected.txt`.
//! A `vigie.toml` beside them declares what images and tables are.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use vigie::check::Options;
use vigie::checks;
use vigie::config::Config;
use vigie::engine::{Engine, Settings, discover};
use vigie::report::PageReport;
use vigie::rgaa::Outcome;
use vigie::source::Source;
use vigie::text::Lang;

use crate::examples::audit_with;
use crate::golden;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The folder of `checks/` that has the file of a check.
pub fn topic_of(id: &str) -> Option<String> {
    let file = format!("{}.rs", id.replace('-', "_"));
    let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("checks");
    let topic = std::fs::read_dir(checks)
        .ok()?
        .flatten()
        .find(|topic| topic.path().join(&file).is_file())?;
    Some(topic.file_name().to_string_lossy().into_owned())
}

/// The folder of a check's fixtures: same topic as its file.
pub fn folder_of(id: &str) -> Option<PathBuf> {
    Some(root().join(topic_of(id)?).join(id))
}

/// What the `vigie.toml` of a folder of fixtures declares, if it has one.
pub fn declared(folder: &Path, lang: Lang) -> Options {
    let path = folder.join("vigie.toml");
    let config = match std::fs::read_to_string(&path) {
        Ok(text) => Config::parse(&text, &path, None, lang).expect("a good vigie.toml"),
        Err(_) => Config::default(),
    };
    Options {
        lang,
        elements: config.elements,
        ..Options::default()
    }
}

fn expected_outcome(name: &str) -> Option<Outcome> {
    Some(match name.split('-').next()? {
        "fail" => Outcome::Failed,
        "review" => Outcome::CantTell,
        "pass" => Outcome::Passed,
        "na" => Outcome::Inapplicable,
        _ => return None,
    })
}

#[test]
fn fixtures_are_what_they_say() {
    let mut problems = Vec::new();
    for meta in checks::ALL.iter().map(|c| c.meta()) {
        let Some(folder) = folder_of(meta.id) else {
            problems.push(format!("{}: no file of this name in checks/", meta.id));
            continue;
        };
        let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|f| f.path())
            .filter(|f| f.extension().is_some_and(|e| e == "html"))
            .collect();
        files.sort();
        let mut kinds = Vec::new();
        let mut expected = String::new();
        for file in files {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let Some(outcome) = expected_outcome(&name) else {
                problems.push(format!("{}: {name} begins with no outcome", meta.id));
                continue;
            };
            kinds.push(outcome);
            let bytes = std::fs::read(&file).unwrap();
            let _ = writeln!(expected, "{name}: {outcome}");
            for lang in Lang::ALL {
                let report = audit_with(meta.id, &name, bytes.clone(), declared(&folder, lang));
                let got = report.checks[meta.id].outcome;
                if got != outcome {
                    problems.push(format!("{}: {name} is {got}", meta.id));
                }
                for f in &report.findings {
                    let _ = writeln!(
                        expected,
                        "  {}:{}-{}:{} {} {} [{}] {lang}: {}",
                        f.start.line,
                        f.start.column,
                        f.end.line,
                        f.end.column,
                        f.level,
                        if f.verdict == vigie::check::Verdict::Fail {
                            "fail"
                        } else {
                            "review"
                        },
                        f.tests
                            .iter()
                            .map(ToString::to_string)
                            .collect::<Vec<_>>()
                            .join(" "),
                        f.message
                    );
                    for r in &f.related {
                        let _ = writeln!(
                            expected,
                            "    {}:{} {}",
                            r.start.line, r.start.column, r.message
                        );
                    }
                }
            }
        }
        let finds = kinds
            .iter()
            .any(|k| matches!(k, Outcome::Failed | Outcome::CantTell));
        let clears = kinds
            .iter()
            .any(|k| matches!(k, Outcome::Passed | Outcome::Inapplicable));
        if !finds || !clears {
            problems.push(format!(
                "{}: needs a fixture it speaks on and one it is silent on, in {}",
                meta.id,
                folder.display()
            ));
        }
        if let Err(e) = golden::compare(&folder.join("expected.txt"), &expected) {
            problems.push(e);
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What is said of a page, for one engine to be held to another.
fn said(page: &PageReport) -> (Vec<String>, Vec<String>) {
    let findings = page.findings.iter().map(|f| {
        let (line, column) = (f.start.line, f.start.column);
        format!("{line}:{column} {} {:?} {}", f.check, f.verdict, f.message)
    });
    let errors = page.errors.iter().map(|e| e.message.clone());
    let outcomes = page.tests.0.iter().map(ToString::to_string);
    (outcomes.collect(), findings.chain(errors).collect())
}

/// Every fixture, with all checks: by itself, and as a page of the one site they all make.
#[test]
fn the_whole_set_is_the_same_as_one_site() {
    let engine = Engine::new(Settings {
        options: Options {
            site_of_many: true,
            ..Options::default()
        },
        ..Settings::default()
    });
    let found = discover(&[root()], None);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    assert!(found.files.len() > 500, "only {} pages", found.files.len());
    let mut of_site = Vec::new();
    let run = engine
        .run(&found.files, &found.site, 0, &mut |page: &PageReport| {
            of_site.push((page.path.clone(), said(page)));
            Ok(())
        })
        .unwrap();
    assert!(run.problems.is_empty(), "{:?}", run.problems);
    assert!(run.site.errors.is_empty(), "{:?}", run.site.errors);
    assert_eq!(of_site.len(), found.files.len());
    for (path, of_site) in of_site {
        let bytes = std::fs::read(&path).unwrap();
        let alone = engine.audit(Source::decode(path.clone(), bytes));
        assert!(
            alone.errors.iter().all(|e| e.kind != "check-panicked"),
            "{path}"
        );
        assert_eq!(said(&alone), of_site, "{path}");
    }
}
