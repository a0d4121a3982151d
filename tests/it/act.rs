//! The W3C's ACT rules: no check that carries a rule's id fails a page the rule passes or does not apply to.
//!
//! What is found of the failed cases is printed by rule, for whoever works on a check: `cargo test act -- --nocapture`.

use std::collections::BTreeMap;

use vigie::checks;
use vigie::engine::{Engine, Settings};
use vigie::rgaa::Outcome;
use vigie::source::Source;

use crate::support::shared;

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
    println!("rule    clean  to find  found  asked");
    for (rule, r) in &rules {
        println!(
            "{rule:7} {:>5}  {:>7}  {:>5}  {:>5}",
            r.clean, r.failed, r.found, r.asked
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!rules.is_empty(), "no check carries an ACT id");
}
