//! What tools rely on: the JSON shapes, the same bytes for any number of threads, every format at once.

use std::fmt::Write;

use serde_json::Value;

use crate::cli::{TWICE, folder, run_in, stderr, stdout};
use crate::schema::problems;

/// A small site with every kind of finding: certain, asked, of the site; pages that differ in size so that threads finish in
/// another order than they begin.
fn site() -> tempfile::TempDir {
    let mut files = Vec::new();
    for n in 0..40 {
        let mut page = format!(
            "<!doctype html>\n<html lang=fr>\n<title>Page</title>\n<h1>Page {n}</h1>\n<h4>Trop bas</h4>\n<iframe src=/carte></iframe>\n"
        );
        for line in 0..(n * 37 % 200) {
            let _ = writeln!(page, "<p id=p{}>ligne é {line}</p>", line / 2);
        }
        files.push((format!("{}/page-{n:02}.html", n % 3), page));
    }
    files.push(("vieille.HTM".to_owned(), TWICE.to_owned()));
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(n, c)| (n.as_str(), c.as_str()))
        .collect();
    folder(&files)
}

fn report_schema() -> Value {
    serde_json::from_str(include_str!("../report.schema.json")).unwrap()
}

#[test]
fn json_is_as_its_schema_says() {
    let site = site();
    let ran = run_in(site.path(), &["audit", ".", "absent", "--format", "json"]);
    let report: Value = serde_json::from_str(&stdout(&ran)).unwrap();
    let found = problems(&report_schema(), &report);
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(report["pages"].as_array().unwrap().len(), 41);
    assert_eq!(report["errors"][0]["path"], "absent");
    assert_eq!(report["summary"]["errors"], 1);
    for page in report["pages"].as_array().unwrap() {
        assert_eq!(page["tests"].as_object().unwrap().len(), 258);
        assert_eq!(page["criteria"].as_object().unwrap().len(), 106);
        assert!(!page["findings"].as_array().unwrap().is_empty());
    }
    let all = report["pages"].as_array().unwrap().iter();
    let counted: usize = all.map(|p| p["findings"].as_array().unwrap().len()).sum();
    let of_site = report["site"]["findings"].as_array().unwrap().len();
    let levels = report["summary"]["findings"].as_object().unwrap();
    let told: u64 = levels.values().filter_map(Value::as_u64).sum();
    assert_eq!(told as usize, counted + of_site);
}

#[test]
fn jsonl_is_the_same_report_a_line_a_page() {
    let site = site();
    let args = [
        "audit",
        ".",
        "--format",
        "json",
        "--report",
        "jsonl=r.jsonl",
    ];
    let whole: Value = serde_json::from_str(&stdout(&run_in(site.path(), &args))).unwrap();
    let lines = std::fs::read_to_string(site.path().join("r.jsonl")).unwrap();
    let mut lines: Vec<Value> = lines
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let mut rest = lines.pop().unwrap();
    assert_eq!(Value::Array(lines), whole["pages"]);
    rest["pages"] = whole["pages"].clone();
    assert_eq!(rest, whole);
}

#[test]
fn offsets_lines_and_columns_point_at_the_excerpt() {
    let site = folder(&[(
        "a.html",
        "<!doctype html><html lang=fr><title>é</title>\r\n<p>é</p><p id=é>𝄞<p id=é>",
    )]);
    let ran = run_in(
        site.path(),
        &[
            "audit",
            "a.html",
            "--format",
            "json",
            "--select",
            "duplicate-id",
        ],
    );
    let report: Value = serde_json::from_str(&stdout(&ran)).unwrap();
    let found = &report["pages"][0]["findings"][0];
    let text = std::fs::read_to_string(site.path().join("a.html")).unwrap();
    let at = |end: &str| found[end]["offset"].as_u64().unwrap() as usize;
    assert_eq!(&text[at("start")..at("end")], "é");
    assert_eq!(found["excerpt"], "é");
    assert_eq!(
        (
            found["start"]["line"].as_u64(),
            found["start"]["column"].as_u64()
        ),
        (Some(2), Some(24))
    );
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let site = site();
    for (format, ..) in vigie::report::Format::ALL {
        let of = |jobs: &str| {
            let ran = run_in(
                site.path(),
                &["audit", ".", "--format", format, "--jobs", jobs],
            );
            assert_eq!(ran.status.code(), Some(1), "{}", stderr(&ran));
            ran.stdout
        };
        let one = of("1");
        assert!(one.len() > 1000, "{format} says something");
        assert!(one == of("2"), "{format}: 2 threads");
        assert!(one == of("8"), "{format}: 8 threads");
    }
}

#[test]
fn several_reports_of_one_run() {
    let site = site();
    let args = [
        "audit",
        ".",
        "--format",
        "text",
        "--report",
        "json=a.json",
        "--report",
        "github=b.txt",
        "--report",
        "text=c.txt",
    ];
    let ran = run_in(site.path(), &args);
    let read = |name: &str| std::fs::read_to_string(site.path().join(name)).unwrap();
    let direct = |format: &str| stdout(&run_in(site.path(), &["audit", ".", "--format", format]));
    assert!(read("a.json") == direct("json"));
    assert!(read("b.txt") == direct("github"));
    assert!(read("c.txt") == stdout(&ran));
    // Nothing is left of the temporary files.
    let left = std::fs::read_dir(site.path()).unwrap().flatten();
    let names: Vec<_> = left.map(|f| f.file_name().into_string().unwrap()).collect();
    assert!(names.iter().all(|n| !n.starts_with(".vigie")), "{names:?}");
}

#[test]
fn a_report_that_cannot_be_written_is_exit_2() {
    let site = folder(&[("a.html", TWICE)]);
    let code = |report: &str| run_in(site.path(), &["audit", "a.html", "--report", report]);
    for wrong in [
        "json",
        "json=",
        "jsn=a",
        "json=absent/a.json",
        "json=.",
        "=x",
    ] {
        let ran = code(wrong);
        assert_eq!(ran.status.code(), Some(2), "{wrong}");
        assert!(
            stderr(&ran).starts_with("erreur : "),
            "{wrong}: {}",
            stderr(&ran)
        );
    }
    let twice = [
        "audit", "a.html", "--report", "json=r", "--report", "text=r",
    ];
    assert_eq!(run_in(site.path(), &twice).status.code(), Some(2));
    assert!(!site.path().join("r").exists());
}

#[cfg(unix)]
#[test]
fn a_report_replaces_what_a_link_points_to() {
    let site = folder(&[("a.html", TWICE), ("ailleurs/ancien.json", "ancien")]);
    std::os::unix::fs::symlink("ailleurs/ancien.json", site.path().join("r.json")).unwrap();
    run_in(site.path(), &["audit", "a.html", "--report", "json=r.json"]);
    assert!(site.path().join("r.json").is_symlink());
    let written = std::fs::read_to_string(site.path().join("ailleurs/ancien.json")).unwrap();
    assert!(written.starts_with("{\"schemaVersion\":1"), "{written:.60}");
}
