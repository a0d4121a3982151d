//! The Nu checker's own tests. What it calls valid has no conformance error here; of what it calls wrong, an error of the same family
//! is found, as often as the table beside this file says; `families.tsv` says which checks speak for which family, and a third column of
//! which of Nu's messages only, by some words of it.
//!
//! `UPDATE=1 cargo test --test it vnu` writes the table. `VNU_MISSED=FAMILY cargo test --test it vnu -- --nocapture` lists the files of a
//! family where nothing is found, with what Nu says first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use vigie::check::{Category, Level, Verdict};
use vigie::checks;
use vigie::engine::{Engine, Selection, Selector, Settings};
use vigie::report::Finding;
use vigie::rgaa::test;
use vigie::source::Source;

use crate::golden;
use crate::support::shared;

static FAMILIES: &str = include_str!("families.tsv");

/// A row: the check, the family, words that Nu's message must have.
fn row(line: &'static str) -> (&'static str, &'static str, &'static str) {
    let mut cells = line.split('\t');
    let (Some(id), Some(family)) = (cells.next(), cells.next()) else {
        panic!("check, tab, family: {line}");
    };
    (id, family, cells.next().unwrap_or(""))
}

/// Family of the suite → checks that speak for it, with those words.
fn families() -> BTreeMap<&'static str, BTreeSet<(&'static str, &'static str)>> {
    let mut families: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (id, family, words) in FAMILIES.lines().map(row) {
        families.entry(family).or_default().insert((id, words));
    }
    families
}

/// Whether its failures are errors of HTML; the checks on accessibility that give the same advice as Nu are no such.
fn is_conformance(id: &str) -> bool {
    checks::metas().any(|m| m.id == id && Selector::Category(Category::Conformance).matches(m))
}

fn is_error(finding: &Finding) -> bool {
    finding.verdict == Verdict::Fail && finding.level == Level::Error
}

/// The family without its explanation in parentheses.
fn short(family: &str) -> &str {
    family.split(" (").next().unwrap_or(family)
}

#[derive(Default)]
struct Row {
    all: usize,
    found: usize,
    missed: Vec<String>,
}

#[test]
fn every_row_names_a_check_that_runs() {
    let rows: Vec<&str> = FAMILIES.lines().collect();
    let mut sorted = rows.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(rows, sorted, "families.tsv is sorted, each row once");
    for (id, family, _) in rows.into_iter().map(row) {
        assert!(checks::metas().any(|m| m.id == id), "{id}: no such check");
        assert!(
            family == "advice" || is_conformance(id),
            "{id} is no conformance check"
        );
    }
}

#[test]
fn the_suite_of_the_nu_checker() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("suites/vnu");
    let cases = std::fs::read_to_string(folder.join("cases.tsv")).unwrap();
    let families = families();
    let engine = Engine::new(Settings {
        selection: Selection {
            select: std::iter::once(Selector::Category(Category::Conformance))
                .chain(families["advice"].iter().map(|(id, _)| Selector::Check(id)))
                .collect(),
            ignore: Vec::new(),
        },
        ..Settings::default()
    });
    let (mut invalid, mut warned) = (BTreeMap::new(), BTreeMap::new());
    let (mut wrong, mut valid) = (Vec::new(), 0);
    for case in cases.lines().skip(1) {
        let [file, expected, family, message] = case.split('\t').collect::<Vec<_>>()[..] else {
            panic!("cases.tsv has another shape: {case}");
        };
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let report = engine.audit(Source::decode(file, bytes));
        let family = short(family);
        let speaks = |f: &Finding| {
            let mut checks = families.get(family).into_iter().flatten();
            checks.any(|(id, words)| *id == f.check && message.contains(words))
        };
        let (rows, found): (&mut BTreeMap<_, Row>, _) = match expected {
            "novalid" => (
                &mut invalid,
                report.findings.iter().any(|f| is_error(f) && speaks(f)),
            ),
            "haswarn" | "hasinfo" => {
                // What RGAA asks beyond HTML may be an error where Nu warns.
                let warned_of = |f: &Finding| {
                    let beyond = f.tests.iter().any(|&t| t != test(8, 2, 1));
                    speaks(f) && (f.level == Level::Warning || is_error(f) && beyond)
                };
                (&mut warned, report.findings.iter().any(warned_of))
            }
            _ => {
                valid += 1;
                wrong.extend(errors(file, report.findings.iter()));
                continue;
            }
        };
        let row = rows.entry(family.to_owned()).or_default();
        row.all += 1;
        row.found += usize::from(found);
        if !found {
            row.missed.push(format!("{file}: {message}"));
        }
        if expected != "novalid" {
            let beyond = |f: &&Finding| f.tests.iter().all(|&t| t == test(8, 2, 1));
            wrong.extend(errors(file, report.findings.iter().filter(beyond)));
        }
    }
    if let Ok(family) = std::env::var("VNU_MISSED") {
        for rows in [&invalid, &warned] {
            for missed in rows.get(&family).iter().flat_map(|row| &row.missed) {
                println!("{missed}");
            }
        }
    }
    assert!(valid > 100, "the suite has valid files");
    let mut table = String::from("Invalid files with an error of their family\n");
    write_rows(&mut table, &invalid);
    table.push_str("Files with a warning of their family\n");
    write_rows(&mut table, &warned);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/vnu/table.txt");
    println!("{table}");
    assert!(
        wrong.is_empty(),
        "errors where Nu has none:\n{}",
        wrong.join("\n")
    );
    if let Err(difference) = golden::compare(&path, &table) {
        panic!("{difference}");
    }
}

fn errors<'r>(
    file: &str,
    findings: impl Iterator<Item = &'r Finding>,
) -> impl Iterator<Item = String> {
    findings
        .filter(|f| is_error(f) && is_conformance(f.check))
        .map(move |f| format!("{file}:{} {}: {}", f.start.line, f.check, f.message))
}

fn write_rows(table: &mut String, rows: &BTreeMap<String, Row>) {
    let (mut all, mut found) = (0, 0);
    for (family, row) in rows {
        let share = row.found as f64 * 100.0 / row.all as f64;
        table.push_str(&format!(
            "{:>6} of {:>4}  {share:>5.1} %  {family}\n",
            row.found, row.all
        ));
        (all, found) = (all + row.all, found + row.found);
    }
    table.push_str(&format!("{found:>6} of {all:>4}\n"));
}
