//! The outcomes of RGAA tests that our own fixtures reach, all checks together: each one that a proof claims to be able to give, and each one that the plan
//! calls decidable, is seen on a page of ours, or is set apart here with the reason. Both lists are exact: they can only get shorter.

use std::collections::BTreeSet;

use vigie::check::{Options, ProofKind};
use vigie::checks;
use vigie::engine::{Engine, Settings};
use vigie::rgaa::{Outcome, RGAA, TestId};
use vigie::source::Source;
use vigie::text::Lang;

use crate::fixtures::{declared, folder_of};
use crate::sites;
use crate::support::shared;

/// Tests with the words of outcomes.
type Reached = BTreeSet<(TestId, String)>;

/// The three that are decided.
const DECIDED: [Outcome; 3] = [Outcome::Failed, Outcome::Passed, Outcome::Inapplicable];

fn reached() -> Reached {
    let mut reached = Reached::new();
    for meta in checks::ALL.iter().map(|check| check.meta()) {
        let folder = folder_of(meta.id).expect("a folder in fixtures");
        for site_of_many in [false, true] {
            let engine = Engine::new(Settings {
                options: Options {
                    site_of_many,
                    ..declared(&folder, Lang::Fr)
                },
                ..Settings::default()
            });
            for file in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = file.path();
                if path.extension().is_some_and(|e| e == "html") {
                    let page = std::fs::read(&path).unwrap();
                    let report = engine.audit(Source::decode(path.display().to_string(), page));
                    let outcomes = RGAA.tests().zip(report.tests.0);
                    reached.extend(outcomes.map(|(test, outcome)| (test.id, outcome.to_string())));
                }
            }
        }
    }
    for case in sites::cases() {
        let pages = std::fs::read_dir(&case).unwrap().flatten();
        let pages = pages.filter(|file| file.path().extension().is_some_and(|e| e == "html"));
        let settings = Settings {
            options: Options {
                site_of_many: pages.count() > 1,
                ..Options::default()
            },
            ..Settings::default()
        };
        let outcomes = sites::run(&case, settings, None, 1).tests.into_iter();
        reached
            .extend(outcomes.map(|(test, outcome)| (test.parse().unwrap(), outcome.to_string())));
    }
    reached
}

/// What some proof can give.
fn claimed() -> Reached {
    let mut claimed = Reached::new();
    let checks = checks::ALL.iter().map(|check| check.meta());
    let proofs = checks.flat_map(|meta| meta.proofs.iter().map(move |proof| (meta, proof)));
    for (meta, proof) in proofs {
        let outcomes: &[Outcome] = match (proof.kind, proof.tests) {
            // A check without an example that it fails only asks.
            (ProofKind::Decides, [_]) if !meta.fail.is_empty() => &DECIDED,
            (ProofKind::Decides, _) => &DECIDED[1..],
            (ProofKind::Refutes, [_]) => &DECIDED[..1],
            _ => &[],
        };
        for test in proof.tests {
            claimed.extend(outcomes.iter().map(|outcome| (*test, outcome.to_string())));
            if proof.inapplicable_without_targets {
                claimed.insert((*test, Outcome::Inapplicable.to_string()));
            }
        }
    }
    claimed
}

/// Outcomes that a proof claims and no page of ours reaches, with the reason.
const CLAIMED: &[(&str, &str, &[&str])] = &[
    (
        "inapplicable",
        "the test is about every page",
        &[
            "8.1.1", "8.3.1", "8.5.1", "10.1.1", "10.1.2", "10.2.1", "12.7.1", "13.2.1", "13.9.1",
        ],
    ),
    (
        "passed",
        "what a link without its underline looks like on hover and on focus takes a cascade",
        &["10.6.1"],
    ),
    (
        "failed",
        "its check fails 11.10.2 only: what a server requires is not in the files",
        &["11.10.1"],
    ),
];

/// Outcomes that the plan calls decidable and no page of ours reaches, with the reason.
const PLANNED: &[(&str, &str, &[&str])] = &[
    (
        "passed",
        "what a link without its underline looks like on hover and on focus takes a cascade",
        &["10.6.1"],
    ),
    (
        "failed",
        "what the focus shows and the pointer does not is hardly ever written, and takes a cascade",
        &["10.14.2"],
    ),
    (
        "failed",
        "flashes of images and videos take their pictures, which are not decoded",
        &["13.7.1"],
    ),
];

/// What is not reached, against what is set apart: both ways.
fn differences(
    wanted: &Reached,
    reached: &Reached,
    apart: &[(&str, &str, &[&str])],
) -> Vec<String> {
    let missing: Reached = wanted.difference(reached).cloned().collect();
    let apart: Reached = apart
        .iter()
        .flat_map(|(outcome, _, tests)| {
            tests
                .iter()
                .map(|t| (t.parse().unwrap(), (*outcome).to_owned()))
        })
        .collect();
    let never = missing
        .difference(&apart)
        .map(|(test, outcome)| format!("{test}: no page of ours is {outcome}"));
    let reached = apart.difference(&missing).map(|(test, outcome)| {
        format!("{test}: {outcome} is reached, or not wanted: no exception")
    });
    never.chain(reached).collect()
}

#[test]
fn every_outcome_that_proofs_and_plan_promise_is_reached() {
    let reached = reached();
    let mut wrong = differences(&claimed(), &reached, CLAIMED);
    if let Some(shared) = shared() {
        let plan = std::fs::read_to_string(shared.join("rgaa/automation.tsv")).unwrap();
        let mut planned = Reached::new();
        for row in plan.lines().skip(1) {
            let columns: Vec<&str> = row.split('\t').collect();
            let verdicts = columns[6].split(',').filter(|v| *v != "cantTell");
            planned.extend(verdicts.map(|v| (columns[0].parse().unwrap(), v.to_owned())));
        }
        println!("{} outcomes planned", planned.len());
        wrong.extend(differences(&planned, &reached, PLANNED));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
