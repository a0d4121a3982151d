//! The command as people and build machines run it: exit codes, formats, what is said when something is wrong.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The built command, in an environment that says nothing of languages or colours.
pub fn vigie(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vigie"));
    command
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .stdin(Stdio::null());
    command
}

/// Runs it in a folder.
pub fn run_in(folder: &Path, args: &[&str]) -> Output {
    vigie(args).current_dir(folder).output().unwrap()
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with these files.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    folder
}

/// A page with two elements of one id: one `duplicate-id`, level error.
pub const TWICE: &str = "<!doctype html><html lang=fr><title>Deux fois</title><body><main><h1>Deux</h1>\n<p id=x>un</p>\n<p id=x>deux</p></main>";

#[test]
fn exit_codes() {
    let site = folder(&[("a.html", TWICE), ("vide/lisez-moi.txt", "")]);
    let code = |args: &[&str]| run_in(site.path(), args).status.code();
    let id = ["audit", "a.html", "--select", "duplicate-id"];
    assert_eq!(code(&id), Some(1));
    assert_eq!(
        code(&[
            "audit",
            "a.html",
            "--select",
            "duplicate-id",
            "--fail-on",
            "never"
        ]),
        Some(0)
    );
    assert_eq!(
        code(&["audit", "a.html", "--select", "frame-title-missing"]),
        Some(0)
    );
    assert_eq!(code(&["audit", "absent.html"]), Some(2));
    assert_eq!(code(&["audit", "vide"]), Some(2));
    assert_eq!(code(&["audit"]), Some(2));
    assert_eq!(
        code(&["audit", "a.html", "--select", "duplicate-idd"]),
        Some(2)
    );
    assert_eq!(code(&["--help"]), Some(0));
}

#[test]
fn json_names_the_defect() {
    let site = folder(&[("a.html", TWICE)]);
    let ran = run_in(site.path(), &["audit", ".", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&stdout(&ran)).unwrap();
    let findings = report["pages"][0]["findings"].as_array().unwrap();
    let found = findings
        .iter()
        .find(|f| f["check"] == "duplicate-id")
        .unwrap();
    assert_eq!(found["start"]["line"], 3);
    assert_eq!(found["tests"][0], "8.2.1");
    assert_eq!(report["pages"][0]["criteria"]["8.2"], "NC");
}

#[test]
fn a_folder_without_a_page_is_never_a_success() {
    let site = folder(&[("vide/lisez-moi.txt", "")]);
    let ran = run_in(site.path(), &["audit", "vide"]);
    assert!(
        stderr(&ran).contains("vide : aucune page"),
        "{}",
        stderr(&ran)
    );
}
