//! Reports for other programs, each held to its published schema or to a real reader of it.

mod annotations;
mod earl;
mod gitlab;
mod hostile;
mod markdown;
mod origins;
mod platforms;
mod sarif;
mod sarif_limits;
mod table;
mod xml;

use std::path::Path;

use serde_json::Value;
use vigie::check::{Level, Options};
use vigie::engine::{Engine, Settings, discover};
use vigie::report::{Cause, End, Format, PageReport, Setting, Style};
use vigie::text::Lang;

use crate::cli::{folder, run_in, stdout};

/// What an audit writes in a format.
pub fn report(folder: &Path, format: &str, args: &[&str]) -> String {
    let mut all = vec!["audit", ".", "--format", format];
    all.extend(args);
    if !args.contains(&"--lang") {
        all.extend(["--lang", "en"]);
    }
    stdout(&run_in(folder, &all))
}

pub fn json(folder: &Path, format: &str, args: &[&str]) -> Value {
    serde_json::from_str(&report(folder, format, args)).unwrap()
}

/// Three pages of one layout: an empty link in their header, two ids given twice on one of them, a broken link.
pub fn site() -> tempfile::TempDir {
    let page = |title: &str, rest: &str| {
        format!(
            "<!doctype html><html lang=en><head><title>{title}</title></head><body>\n<header><a href=/></a></header>\n\
             <main><h1>{title}</h1>{rest}</main></body></html>\n"
        )
    };
    let twice = "\n<p id=x>a</p>\n<p id=x>b</p>\n<p id=y>a</p><p id=y>b</p>\n<p><a href=missing.html>Gone</a></p>";
    folder(&[
        ("index.html", &page("Home", "")),
        ("news/first.html", &page("First", twice)),
        ("news/second news.html", &page("Second", "")),
    ])
}

/// The causes of the same run, as JSON tells them.
pub fn causes(folder: &Path, args: &[&str]) -> Vec<Value> {
    json(folder, "json", args)["causes"]
        .as_array()
        .unwrap()
        .clone()
}

/// What a format makes of the causes of [`site`], once they are changed.
pub fn print_causes(format: Format, change: impl FnOnce(&mut Vec<Cause>)) -> Vec<u8> {
    let site = site();
    let engine = Engine::new(Settings {
        options: Options {
            lang: Lang::En,
            ..Options::default()
        },
        ..Settings::default()
    });
    let found = discover(&[site.path().to_owned()], None);
    let style = Style {
        lang: Lang::En,
        colour: false,
        width: 100,
        screen: false,
        by_cause: false,
        max_per_check: 20,
        quiet: false,
        ledger: false,
        no_graphics: false,
        meta: |id| vigie::checks::metas().find(|m| m.id == id),
    };
    let setting = Setting {
        fail_on: Level::Error,
        ..Setting::default()
    };
    let mut out = Vec::new();
    let mut printer = format.printer(style, &setting);
    printer.start(&mut out).unwrap();
    let mut page = |page: &PageReport| printer.page(&mut out, page);
    let mut run = engine.run(&found.files, &found.site, 1, &mut page).unwrap();
    change(&mut run.causes);
    let end = End {
        site: &run.site,
        summary: &run.summary,
        errors: &[],
        causes: &run.causes,
    };
    printer.finish(&mut out, &end).unwrap();
    out
}

/// Accepts what there is, in `known.toml`.
pub fn accept(folder: &Path) {
    let ran = run_in(folder, &["baseline", "create", "known.toml", "."]);
    assert!(ran.status.success(), "{ran:?}");
}

#[test]
fn the_site_of_these_tests_has_one_cause_on_all_pages() {
    let site = site();
    let causes = causes(site.path(), &[]);
    let link = causes.iter().find(|c| c["check"] == "link-empty").unwrap();
    assert_eq!(
        (&link["pages"], &link["scope"]),
        (&3.into(), &"template".into())
    );
    let twice = causes.iter().filter(|c| c["check"] == "duplicate-id");
    assert_eq!(twice.count(), 2);
    assert!(causes.iter().any(|c| c["check"] == "broken-link"));
}
