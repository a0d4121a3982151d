//! What a build gets where nobody asked for a format.

use std::path::Path;
use std::process::Output;

use super::site;
use crate::cli::{stderr, stdout, vigie};

fn on(folder: &Path, variables: &[(&str, &str)], args: &[&str]) -> Output {
    let mut command = vigie(&["audit", ".", "--lang", "en"]);
    command.args(args).current_dir(folder);
    command.envs(variables.iter().copied()).output().unwrap()
}

const GITHUB: (&str, &str) = ("GITHUB_ACTIONS", "true");

#[test]
fn github_gets_annotations_and_a_summary() {
    let site = site();
    let summary = site.path().join("summary.md");
    std::fs::write(&summary, "# Before\n").unwrap();
    let variables = [GITHUB, ("GITHUB_STEP_SUMMARY", "summary.md")];
    let ran = on(site.path(), &variables, &[]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(
        stdout(&ran).starts_with("::error file=index.html"),
        "{}",
        stdout(&ran)
    );
    let written = std::fs::read_to_string(&summary).unwrap();
    assert!(written.starts_with("# Before\n## Vigie\n"), "{written}");
    assert!(written.contains("`link-empty`"));
    // What is asked for is what there is.
    let ran = on(site.path(), &variables, &["--format", "text"]);
    assert!(!stdout(&ran).contains("::error"));
    assert_eq!(std::fs::read_to_string(&summary).unwrap(), written);
    // A summary that cannot be written is no reason to fail.
    let nowhere = [GITHUB, ("GITHUB_STEP_SUMMARY", "no/such/folder.md")];
    let ran = on(site.path(), &nowhere, &[]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(
        stderr(&ran).contains("no/such/folder.md"),
        "{}",
        stderr(&ran)
    );
}

#[test]
fn gitlab_and_azure_get_text_and_a_hint() {
    let site = site();
    let plain = on(site.path(), &[], &[]);
    for (variable, format, file) in [
        (
            ("GITLAB_CI", "true"),
            "gitlab",
            "gl-code-quality-report.json",
        ),
        (("TF_BUILD", "True"), "junit", "vigie.xml"),
    ] {
        let ran = on(site.path(), &[variable], &[]);
        assert_eq!(stdout(&ran), stdout(&plain));
        let report = format!("{format}={file}");
        assert!(
            stderr(&ran).contains(&format!("--report {report}")),
            "{}",
            stderr(&ran)
        );
        let ran = on(site.path(), &[variable], &["--report", &report]);
        assert!(!stderr(&ran).contains("--report"), "{}", stderr(&ran));
        assert!(site.path().join(file).is_file());
        let ran = on(site.path(), &[variable], &["--quiet"]);
        assert!(!stderr(&ran).contains("--report"), "{}", stderr(&ran));
    }
}

#[test]
fn elsewhere_nothing_changes() {
    let site = site();
    let plain = on(site.path(), &[], &[]);
    assert!(stdout(&plain).contains("error[link-empty]"));
    for variable in [
        ("CI", "true"),
        ("GITHUB_ACTIONS", "false"),
        ("GITLAB_CI", ""),
    ] {
        let ran = on(site.path(), &[variable], &[]);
        assert_eq!(stdout(&ran), stdout(&plain), "{variable:?}");
    }
}
