//! The W3C's ACT rules: no check that carries a rule's id fails a page the rule passes or does not apply to; and those that speak to the
//! RGAA fail every page the rule fails that files alone can judge, but for the rules of [`FEWER`], with the reason of each.
//!
//! The table is printed by rule: `cargo test --test it act -- --nocapture`.

use std::collections::{BTreeMap, BTreeSet};

use vigie::checks;
use vigie::engine::{Engine, Settings};
use vigie::rgaa::Outcome;
use vigie::source::Source;

use crate::support::shared;

/// Rules of which not every failed case is failed: how many at least, and why the others are not.
const FEWER: [(&str, usize, &str); 5] = [
    (
        "2ee8b8",
        3,
        "6.1.5, 11.2.5 and 11.9.2 ask that the name contain the visible text: it does when that is a part of a longer word («Discover It» in \
         «Discover Italy»); mathematics are exempt; of figures read in words or one by one nothing is said: questions",
    ),
    (
        "7d6734",
        0,
        "glossary «Alternative textuelle (image)», note 4: the text that an svg draws may stand for its alternative: a question",
    ),
    (
        "bc4a75",
        0,
        "WAI-ARIA 1.2 lets a widget be without its children while scripts fill it, and 9.3.1 asks for lists with items only: questions",
    ),
    (
        "bc659a",
        1,
        "a redirection is essential by the glossary when the page's address is obsolete, and 13.1.1 and 13.1.2 admit 20 hours: questions",
    ),
    (
        "ff89c9",
        0,
        "a live region between a list and its items: only generics may stand there by WAI-ARIA 1.2, but 9.3.1 asks for the two roles only",
    ),
];

#[derive(Default)]
struct Rule {
    failed: usize,
    found: usize,
    asked: usize,
    clean: usize,
}

#[test]
fn act_rules_are_never_failed_wrongly() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("suites/act");
    let cases = std::fs::read_to_string(folder.join("cases.tsv")).unwrap();
    let engine = Engine::new(Settings::default());
    let mut rules: BTreeMap<&str, Rule> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases.lines().skip(1) {
        let columns: Vec<&str> = case.split('\t').collect();
        let [rule, _, file, expected, needs, ..] = columns[..] else {
            panic!("cases.tsv has another shape: {case}");
        };
        let carriers: Vec<&str> = checks::ALL
            .iter()
            .map(|c| c.meta())
            .filter(|m| m.act.contains(&rule))
            .map(|m| m.id)
            .collect();
        // Vigie reads HTML: a case that is an SVG document is not for it.
        if carriers.is_empty() || !file.ends_with(".html") {
            continue;
        }
        let Ok(bytes) = std::fs::read(folder.join(file)) else {
            panic!("cases.tsv names a file that is not there: {file}");
        };
        let report = engine.audit(Source::decode(file, bytes));
        let is = |outcome| {
            carriers
                .iter()
                .any(|id| report.checks[id].outcome == outcome)
        };
        let rule = rules.entry(rule).or_default();
        if expected == "failed" {
            if needs == "dom" {
                rule.failed += 1;
                rule.found += usize::from(is(Outcome::Failed));
                rule.asked += usize::from(!is(Outcome::Failed) && is(Outcome::CantTell));
            }
            continue;
        }
        rule.clean += 1;
        if is(Outcome::Failed) {
            let findings = report
                .findings
                .iter()
                .filter(|f| carriers.contains(&f.check));
            let said: Vec<String> = findings
                .map(|f| format!("{}: {}", f.check, f.message))
                .collect();
            wrong.push(format!("{file} is {expected}, yet {}", said.join("; ")));
        }
    }
    let mapped = mapped(&folder);
    let (mut failed, mut found) = (0, 0);
    println!("rule    clean  to find  found  asked");
    for (rule, r) in &rules {
        println!(
            "{rule:7} {:>5}  {:>7}  {:>5}  {:>5}",
            r.clean, r.failed, r.found, r.asked
        );
        let argued = FEWER.iter().find(|row| row.0 == *rule);
        let least = argued.map_or(r.failed, |row| row.1);
        if r.found < least {
            wrong.push(format!(
                "{rule}: {} of {} failed, not {least}",
                r.found, r.failed
            ));
        }
        if mapped.contains(*rule) && argued.is_none() {
            (failed, found) = (failed + r.failed, found + r.found);
        }
    }
    println!(
        "{found} of {failed} cases of the rules the RGAA has a test for, but the {} argued",
        FEWER.len()
    );
    // Every rule with such a case is carried by a check.
    for rule in mapped
        .iter()
        .filter(|rule| !rules.contains_key(rule.as_str()))
    {
        if cases.lines().any(|case| {
            let columns: Vec<&str> = case.split('\t').collect();
            columns[0] == rule && columns[3] == "failed" && columns[4] == "dom"
        }) {
            wrong.push(format!("{rule}: no check carries it"));
        }
    }
    for (rule, ..) in FEWER {
        assert!(rules.contains_key(rule), "{rule}: argued for nothing");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!rules.is_empty(), "no check carries an ACT id");
}

/// The rules that `rules.tsv` ties to tests of the RGAA.
fn mapped(folder: &std::path::Path) -> BTreeSet<String> {
    let rules = std::fs::read_to_string(folder.join("rules.tsv")).unwrap();
    let mut rows = rules.lines().map(|row| row.split('\t').collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let column = head.iter().position(|name| *name == "rgaa_tests").unwrap();
    rows.filter(|row| row.get(column).is_some_and(|tests| !tests.is_empty()))
        .map(|row| row[0].to_owned())
        .collect()
}
