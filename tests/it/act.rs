//! The W3C's ACT rules: no check that carries a rule's id fails a page the rule passes or does not apply to; and together they fail every page the rule
//! fails that files alone can judge, but for the rules of [`FEWER`], none of them approved, with the reason of each.
//!
//! The table is printed by rule: `cargo test --test it act -- --nocapture`.

use std::collections::BTreeMap;

use vigie::checks;
use vigie::engine::{Engine, Settings};
use vigie::rgaa::Outcome;
use vigie::source::Source;

use crate::support::shared;

/// Rules of which not every failed case is failed: how many are, and why the others are not.
const FEWER: [(&str, usize, &str); 3] = [
    (
        "2ee8b8",
        3,
        "6.1.5, 11.2.5 and 11.9.2 ask that the name contain the visible text: it does when that is a part of a longer word («Discover It» in \
         «Discover Italy»); mathematics are exempt; of figures read in words or one by one nothing is said: questions",
    ),
    (
        "bc4a75",
        4,
        "an HTML list of nothing but div elements breaks the HTML Standard, and list-misnested fails it, which is about more than this rule",
    ),
    (
        "ff89c9",
        0,
        "a live region between a list and its items: it is a generic, which may stand there by WAI-ARIA 1.2, 5.2.7",
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
    let known = rules_known(&folder);
    let (mut failed, mut found) = (0, 0);
    println!("rule    clean  to find  found  asked");
    for (rule, r) in &rules {
        println!(
            "{rule:7} {:>5}  {:>7}  {:>5}  {:>5}",
            r.clean, r.failed, r.found, r.asked
        );
        let argued = FEWER.iter().find(|row| row.0 == *rule);
        let exactly = argued.map_or(r.failed, |row| row.1);
        if r.found != exactly {
            wrong.push(format!(
                "{rule}: {} of {} failed, not {exactly}",
                r.found, r.failed
            ));
        }
        if known[*rule].approved {
            assert!(argued.is_none(), "{rule}: an approved rule is argued");
            (failed, found) = (failed + r.failed, found + r.found);
        }
    }
    println!("{found} of {failed} cases of the approved rules");
    assert!(failed >= 63, "{failed}: where are the others?");
    // Every rule with such a case that is approved, or that the RGAA has a test for, is carried by a check.
    for (rule, _) in known.iter().filter(|(rule, known)| {
        !rules.contains_key(rule.as_str()) && (known.approved || known.mapped)
    }) {
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

/// What `rules.tsv` says of a rule.
struct Known {
    /// By the W3C's group.
    approved: bool,
    /// Tied to tests of the RGAA.
    mapped: bool,
}

fn rules_known(folder: &std::path::Path) -> BTreeMap<String, Known> {
    let rules = std::fs::read_to_string(folder.join("rules.tsv")).unwrap();
    let mut rows = rules.lines().map(|row| row.split('\t').collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let column = |name| head.iter().position(|column| *column == name).unwrap();
    let (approved, tests) = (column("approved"), column("rgaa_tests"));
    rows.map(|row| {
        let known = Known {
            approved: row[approved] == "yes",
            mapped: row.get(tests).is_some_and(|tests| !tests.is_empty()),
        };
        (row[0].to_owned(), known)
    })
    .collect()
}
