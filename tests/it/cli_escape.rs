//! What a page says cannot command a terminal, a build machine or the reader of a report.

use std::path::Path;

use serde_json::Value;

use crate::cli::{folder, run_in, stdout};

/// Markup, terminal sequences, writing directions, carriage returns and commands of build machines, in every place that ends in
/// a report: ids, attribute values, text, the name of the file.
pub fn hostile() -> String {
    let id = "x\u{1b}[31m\u{202e}\u{9b}2J%0A::error::y</script><b>&amp;##[stop-commands]z";
    format!(
        "<!doctype html><html lang=\"fr\u{1b}[1m\"><title>\u{1b}]0;titre\u{7}</title>\r\n::set-output name=a::b\r::error::faux\r\n\
         <h1>\u{202e}à l’envers</h1><h5>##vso[task.setvariable]\u{7f}</h5>\r\
         <p id=\"{id}\">a</p>\n<p id=\"{id}\">b</p>\n\
         <p id=\"]]>\u{fffe}\u{ffff}\0--></p>\">a</p><p id=\"]]>\u{fffe}\u{ffff}\0--></p>\">b</p>\n\
         <p id='=cmd|\" /C calc\"!A0'>a</p><p id='=cmd|\" /C calc\"!A0'>b</p>\n\
         <p id='`|[a](javascript:b)![c](d)|@e'>a</p><p id='`|[a](javascript:b)![c](d)|@e'>b</p>\n\
         <iframe src=\"javascript:%0D%0A::warning::\u{2066}x\"></iframe>\n"
    )
}

pub const NAME: &str = "::error::a,b\u{202e}%.html";

fn audit(folder: &Path, format: &str) -> String {
    let ran = run_in(
        folder,
        &[
            "audit",
            ".",
            "--format",
            format,
            "--max-per-check",
            "0",
            "--color",
            "never",
        ],
    );
    assert_eq!(ran.status.code(), Some(1));
    let shown = crate::cli::stderr(&ran);
    assert!(is_safe(&shown), "{shown:?}");
    stdout(&ran)
}

/// Nothing that a terminal or a build machine obeys.
fn is_safe(text: &str) -> bool {
    let harmless = text.chars().all(|c| {
        let direction = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        c == '\n' || !(c.is_control() || direction)
    });
    harmless && !text.contains("##[") && !text.contains("##vso[")
}

#[test]
fn no_format_lets_a_page_speak_to_the_terminal() {
    let site = folder(&[(NAME, &hostile())]);
    for (format, ..) in vigie::report::Format::ALL {
        let shown = audit(site.path(), format);
        // As RFC 4180 ends lines.
        let shown = match format.starts_with("csv") {
            true => shown.replace("\r\n", "\n"),
            false => shown,
        };
        assert!(shown.contains("duplicate-id"), "{format} tells the defect");
        assert!(is_safe(&shown), "{format}: {shown:?}");
        if format != "github" {
            assert!(
                !shown.lines().any(|l| l.trim_start().starts_with("::")),
                "{format}: {shown}"
            );
        }
    }
}

#[test]
fn json_gives_back_what_the_page_says() {
    let site = folder(&[(NAME, &hostile())]);
    let report: Value = serde_json::from_str(&audit(site.path(), "json")).unwrap();
    let page = &report["pages"][0];
    assert_eq!(page["path"], NAME);
    assert_eq!(page["language"], "fr\u{1b}[1m");
    let findings = page["findings"].as_array().unwrap();
    let found = findings
        .iter()
        .find(|f| f["check"] == "duplicate-id")
        .unwrap();
    assert_eq!(
        found["excerpt"],
        "x\u{1b}[31m\u{202e}\u{9b}2J%0A::error::y</script><b>&amp;##[stop-commands]z"
    );
}

#[test]
fn an_annotation_is_one_command_whatever_the_page_says() {
    let site = folder(&[(NAME, &hostile())]);
    let shown = audit(site.path(), "github");
    let folds = |l: &&str| l.starts_with("::group::") || *l == "::endgroup::";
    let commands = shown.lines().filter(|l| l.starts_with("::") && !folds(l));
    let commands: Vec<&str> = commands.collect();
    assert_eq!(shown.lines().filter(folds).count(), 2);
    assert!(!commands.is_empty());
    for command in commands {
        let (head, message) = command[2..].split_once("::").unwrap();
        let (level, properties) = head.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&level), "{command}");
        // As the runner reads them: properties are split at commas, then at the first sign.
        let properties: Vec<(&str, &str)> = properties
            .split(',')
            .map(|p| p.split_once('=').unwrap())
            .collect();
        let names: Vec<&str> = properties.iter().map(|p| p.0).collect();
        assert_eq!(names[..3], ["file", "line", "endLine"]);
        assert!(
            names[3..]
                .iter()
                .all(|n| ["col", "endColumn", "title"].contains(n)),
            "{command}"
        );
        assert_eq!(properties[0].1, "%3A%3Aerror%3A%3Aa%2Cb\\u{202e}%25.html");
        assert!(!message.is_empty());
        // A percent sign of the page is not one of the command's.
        assert!(
            message
                .split('%')
                .skip(1)
                .all(|rest| rest.starts_with("25")),
            "{message}"
        );
    }
}

#[test]
fn text_shows_what_it_will_not_print() {
    let site = folder(&[(NAME, &hostile())]);
    let shown = audit(site.path(), "text");
    assert!(shown.contains(r"x\u{1b}[31m\u{202e}\u{9b}2J"), "{shown}");
    assert!(shown.contains(r"##\u{5b}stop-commands]"), "{shown}");
}

#[test]
fn a_very_long_line_is_cut_around_the_place() {
    let mut page = String::from("<!doctype html><html lang=fr><title>Long</title>");
    for n in 0..250 {
        page.push_str(&format!(
            "<p id=i{n}>é</p><p id=i{n}>{}</p>",
            "mot ".repeat(5_000)
        ));
    }
    assert!(page.len() > 5_000_000);
    let site = folder(&[("long.html", &page)]);
    let begun = std::time::Instant::now();
    let shown = audit(site.path(), "text");
    // Quadratic work would take minutes; the bound is generous for a busy machine.
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
    assert!(shown.matches("erreur[duplicate-id]").count() >= 200);
    let source = shown.lines().filter(|l| l.contains(" | "));
    let widest = source.map(|l| l.chars().count()).max().unwrap();
    assert!(widest < 200, "{widest}");
    assert!(shown.contains("…"), "what is cut is marked");
    let carets = shown.lines().filter(|l| l.contains("^^")).count();
    assert!(carets >= 200, "{carets}");
}

#[test]
fn colours_only_where_asked() {
    let site = folder(&[("a.html", crate::cli::TWICE)]);
    let with = |args: &[&str]| {
        let mut all = vec!["audit", "a.html"];
        all.extend(args);
        stdout(&run_in(site.path(), &all)).contains('\u{1b}')
    };
    assert!(!with(&[]), "a pipe");
    assert!(with(&["--color", "always"]));
    assert!(!with(&["--color", "never"]));
    let env = |name: &str| {
        let mut command = crate::cli::vigie(&["audit", "a.html"]);
        let ran = command
            .env(name, "1")
            .current_dir(site.path())
            .output()
            .unwrap();
        stdout(&ran).contains('\u{1b}')
    };
    assert!(env("CLICOLOR_FORCE"));
    assert!(!env("NO_COLOR"));
}
