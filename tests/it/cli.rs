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

/// The command with this on standard input.
pub fn run_with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = vigie(args)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), input).unwrap();
    child.wait_with_output().unwrap()
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
    assert!(
        stdout(&ran).ends_with("1 chemin n’a pas pu être contrôlé\naucune page contrôlée\n"),
        "{}",
        stdout(&ran)
    );
}

#[test]
fn a_selection_without_a_check_is_never_a_success() {
    let site = folder(&[("a.html", TWICE)]);
    let args = [
        "audit",
        "a.html",
        "--select",
        "duplicate-id",
        "--ignore",
        "8.2",
    ];
    let ran = run_in(site.path(), &args);
    assert_eq!(ran.status.code(), Some(2));
    assert!(stderr(&ran).contains("aucune règle ne correspond"));
}

#[test]
fn warnings_and_notes_count_when_asked() {
    let site = folder(&[
        ("a.html", TWICE),
        (
            "vigie.toml",
            "select = [\"duplicate-id\"]\n[levels]\nduplicate-id = \"warning\"\n",
        ),
    ]);
    let code = |args: &[&str]| {
        let mut all = vec!["audit", "a.html"];
        all.extend(args);
        run_in(site.path(), &all).status.code()
    };
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--fail-on", "warning"]), Some(1));
    assert_eq!(code(&["--fail-on", "note"]), Some(1));
    assert_eq!(code(&["--fail-on", "error"]), Some(0));
}

#[test]
fn no_path_says_what_to_give() {
    let site = folder(&[]);
    let ran = run_in(site.path(), &["audit"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(
        stderr(&ran).contains("vigie audit _site"),
        "{}",
        stderr(&ran)
    );
    assert!(ran.stdout.is_empty());
}

#[test]
fn a_path_without_the_subcommand_is_understood() {
    let site = folder(&[("_site/a.html", TWICE)]);
    let ran = run_in(site.path(), &["_site"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(
        stderr(&ran).contains("vigie audit _site"),
        "{}",
        stderr(&ran)
    );
}

#[test]
fn usage_errors_are_in_the_language_and_suggest() {
    let site = folder(&[("a.html", TWICE)]);
    let said = |args: &[&str]| {
        let ran = run_in(site.path(), args);
        assert_eq!(ran.status.code(), Some(2), "{args:?}");
        stderr(&ran)
    };
    assert!(
        said(&["audit", "a.html", "--formt", "json"])
            .contains("option inconnue « --formt » ; vouliez-vous dire « --format » ?")
    );
    assert!(said(&["audit", "a.html", "--format", "jsn"]).contains("vouliez-vous dire « json » ?"));
    assert!(said(&["audi", "a.html"]).contains("vouliez-vous dire « audit » ?"));
    assert!(said(&["audit", "a.html", "--jobs", "0"]).contains("1…512"));
    assert!(
        said(&["audit", "a.html", "--select", "duplicate-idd"])
            .contains("vouliez-vous dire « duplicate-id » ?")
    );
    assert!(said(&["audit", "a.html", "--select", "14"]).contains("les thèmes vont de 1 à 13"));
    assert!(
        said(&["--lang", "en", "audit", "a.html", "--select", "14"])
            .contains("topics go from 1 to 13")
    );
    assert!(said(&["audit", "a.html", "--lang", "de"]).contains("--lang"));
}

#[test]
fn french_unless_the_locale_says_otherwise() {
    let site = folder(&[("a.html", TWICE)]);
    let speaks = |name: &str, value: &str, args: &[&str]| {
        let mut all = vec![
            "audit",
            "a.html",
            "--format",
            "short",
            "--select",
            "duplicate-id",
        ];
        all.extend(args);
        let ran = vigie(&all)
            .env(name, value)
            .current_dir(site.path())
            .output()
            .unwrap();
        let said = stdout(&ran);
        match (
            said.contains("erreur[duplicate-id]"),
            said.contains("error[duplicate-id]"),
        ) {
            (true, false) => "fr",
            (false, true) => "en",
            _ => panic!("{said}"),
        }
    };
    assert_eq!(speaks("X", "", &[]), "fr");
    assert_eq!(speaks("LANG", "C.UTF-8", &[]), "fr");
    assert_eq!(speaks("LANG", "fr_FR.UTF-8", &[]), "fr");
    assert_eq!(speaks("LC_ALL", "en_GB.UTF-8", &[]), "en");
    assert_eq!(speaks("LANG", "en_GB.UTF-8", &["--lang", "fr"]), "fr");
    assert_eq!(speaks("X", "", &["--lang=en"]), "en");
}

#[test]
fn standard_input_is_a_page() {
    use std::io::Write;
    let mut child = vigie(&["audit", "-", "--format", "json", "--select", "duplicate-id"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(TWICE.as_bytes())
        .unwrap();
    let ran = child.wait_with_output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(report["pages"][0]["path"], "-");
    assert_eq!(report["pages"][0]["findings"][0]["start"]["line"], 3);
}

#[test]
fn a_page_too_large_is_said_and_not_read() {
    use std::io::Write;
    let site = folder(&[("grande.html", &" ".repeat(5000)), ("a.html", TWICE)]);
    let ran = run_in(
        site.path(),
        &["audit", ".", "--max-page-size", "4K", "--format", "json"],
    );
    assert_eq!(ran.status.code(), Some(2));
    let report: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(report["errors"][0]["kind"], "too-large");
    assert_eq!(report["pages"].as_array().unwrap().len(), 1);

    let mut child = vigie(&["audit", "-", "--max-page-size", "4K"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    // The reader may stop before the end.
    let _ = child.stdin.take().unwrap().write_all(&[b' '; 5000]);
    let ran = child.wait_with_output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert!(stderr(&ran).contains("--max-page-size"), "{}", stderr(&ran));
}

#[test]
fn a_page_named_twice_is_audited_once() {
    let site = folder(&[("s/a.html", TWICE)]);
    let ran = run_in(
        site.path(),
        &["audit", "s", "s/a.html", "./s/a.html", "--format", "json"],
    );
    let report: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(report["pages"].as_array().unwrap().len(), 1);
    assert_eq!(ran.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_audited() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = folder(&[("a.html", TWICE), ("b.html", TWICE), ("d/c.html", TWICE)]);
    let closed = site.path().join("b.html");
    std::fs::set_permissions(&closed, PermissionsExt::from_mode(0o000)).unwrap();
    let for_root_too = std::fs::read(&closed).is_ok();
    // A loop, a link to nowhere that is a page, one that is not.
    symlink("..", site.path().join("d/boucle")).unwrap();
    symlink("nulle-part.html", site.path().join("lien.html")).unwrap();
    symlink("nulle-part", site.path().join("lien")).unwrap();
    let ran = run_in(
        site.path(),
        &["audit", ".", "--format", "json", "--select", "duplicate-id"],
    );
    assert_eq!(ran.status.code(), Some(2));
    let report: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let paths = |key: &str| -> Vec<String> {
        let all = report[key].as_array().unwrap().iter();
        all.map(|p| p["path"].as_str().unwrap().to_owned())
            .collect()
    };
    if for_root_too {
        assert_eq!(paths("pages"), ["a.html", "b.html", "d/c.html"]);
        assert_eq!(paths("errors"), ["lien.html"]);
    } else {
        assert_eq!(paths("pages"), ["a.html", "d/c.html"]);
        assert_eq!(paths("errors"), ["lien.html", "b.html"]);
        assert!(
            stderr(&ran).contains("b.html : lecture impossible, accès refusé"),
            "{}",
            stderr(&ran)
        );
    }
    assert!(
        stderr(&ran).contains("lien.html : lecture impossible, fichier ou dossier introuvable"),
        "{}",
        stderr(&ran)
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_folder_does_not_block() {
    let site = folder(&[("a.html", TWICE)]);
    let pipe = site.path().join("tuyau.html");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let ran = run_in(site.path(), &["audit", ".", "--select", "duplicate-id"]);
    assert_eq!(ran.status.code(), Some(1));
    // Named, it is refused.
    let ran = run_in(site.path(), &["audit", "tuyau.html"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(
        stderr(&ran).contains("ni un fichier, ni un dossier"),
        "{}",
        stderr(&ran)
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let page = format!("{TWICE}{}", "<p id=y>é</p>".repeat(60));
    let files: Vec<(String, &str)> = (0..80)
        .map(|n| (format!("{n}.html"), page.as_str()))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(n, p)| (n.as_str(), *p)).collect();
    let site = folder(&files);
    for (format, ..) in vigie::report::Format::ALL {
        let mut child = vigie(&["audit", ".", "--format", format, "--max-per-check", "0"])
            .current_dir(site.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ran = child.wait_with_output().unwrap();
        assert_eq!(stderr(&ran), "", "{format}");
        assert_eq!(
            ran.status.code(),
            Some(1),
            "{format}: the findings met so far"
        );
    }
    // A report that goes into a file is written whole all the same.
    let mut child = vigie(&["audit", ".", "--report", "json=r.json"])
        .current_dir(site.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.wait().unwrap();
    let report = std::fs::read(site.path().join("r.json")).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
    assert_eq!(report["pages"].as_array().unwrap().len(), 80);
}

#[test]
fn text_says_where_why_and_how_much() {
    let site = folder(&[("a.html", TWICE), ("b.html", TWICE)]);
    let ran = run_in(site.path(), &["audit", ".", "--select", "duplicate-id"]);
    let shown = stdout(&ran);
    assert!(
        shown.contains("= étendue : 2 pages, dans le contenu ; aussi dans b.html\n"),
        "{shown}"
    );
    assert_eq!(shown.matches("erreur[duplicate-id]").count(), 1, "{shown}");
    assert!(shown.contains("--> a.html:3:7\n"), "{shown}");
    assert!(
        shown.contains("3 | <p id=x>deux</p></main>\n  |       ^\n"),
        "{shown}"
    );
    assert!(
        shown.contains("2 | <p id=x>un</p>\n  |       - première utilisation"),
        "{shown}"
    );
    assert!(shown.contains("= RGAA 8.2.1 : non conforme\n"), "{shown}");
    assert_eq!(
        shown.matches("= pourquoi :").count(),
        1,
        "reasons are given once: {shown}"
    );
    assert!(
        shown.contains(
            "\nerreur       1         2       2  duplicate-id  Identifiant utilisé plusieurs fois\n"
        ),
        "{shown}"
    );
    assert!(
        shown.ends_with("\n2 erreurs sur 2 pages : 1 cause\n"),
        "{shown}"
    );
    // Page by page, each is told.
    let by_page = run_in(
        site.path(),
        &["audit", ".", "--select", "duplicate-id", "--by", "page"],
    );
    let by_page = stdout(&by_page);
    assert!(by_page.contains("a.html — 1 erreur\n"), "{by_page}");
    assert!(by_page.contains("b.html — 1 erreur\n"), "{by_page}");
    assert!(by_page.ends_with("\n2 erreurs sur 2 pages\n"), "{by_page}");
    assert!(stderr(&ran).starts_with("2 pages, "), "{}", stderr(&ran));

    let quiet = stdout(&run_in(
        site.path(),
        &["audit", ".", "--select", "duplicate-id", "-q"],
    ));
    assert!(quiet.contains("--> a.html:3:7\n"), "{quiet}");
    assert!(
        !quiet.contains("pourquoi") && !quiet.contains("erreurs sur"),
        "{quiet}"
    );
    let clean = stdout(&run_in(
        site.path(),
        &["audit", ".", "--select", "frame-title-missing"],
    ));
    assert_eq!(clean, "aucun constat sur 2 pages\n");
}

#[test]
fn what_is_not_shown_is_counted() {
    let more: String = ('a'..'j')
        .map(|n| format!("<p id=é{n}>a</p><p id=é{n}>b</p>"))
        .collect();
    let page = format!("{TWICE}{more}");
    let site = folder(&[("a.html", &page), ("b.html", &page)]);
    let shown = |max: &str| {
        let args = [
            "audit",
            ".",
            "--select",
            "duplicate-id",
            "--max-per-check",
            max,
        ];
        stdout(&run_in(site.path(), &args))
    };
    let frames = |text: &str| text.matches("erreur[duplicate-id]").count();
    let (three, all) = (shown("3"), shown("0"));
    assert_eq!((frames(&three), frames(&all)), (3, 10));
    assert!(
        three.contains("7 causes comptées mais non montrées ici : --max-per-check 0"),
        "{three}"
    );
    assert!(three.contains("20 erreurs sur 2 pages"), "{three}");
    assert!(!all.contains("non montrés"), "{all}");
}

#[test]
fn nothing_drawn_for_ears() {
    let site = folder(&[("a.html", TWICE)]);
    let ran = vigie(&["audit", "a.html", "--select", "duplicate-id"])
        .env("NO_GRAPHICS", "1")
        .current_dir(site.path())
        .output()
        .unwrap();
    let shown = stdout(&ran);
    assert!(
        !shown.contains("-->") && !shown.contains('^') && !shown.contains(" | "),
        "{shown}"
    );
    assert!(shown.contains("a.html:3:7"), "{shown}");
}
