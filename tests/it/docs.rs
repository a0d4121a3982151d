//! Documents made from the code: the coverage table of the README, one README per folder of checks.

use std::path::Path;

use vigie::check::{Meta, Proof, ProofKind};
use vigie::checks;
use vigie::rgaa::{RGAA, TestId};
use vigie::text::Lang;

use crate::fixtures::topic_of;
use crate::golden;

/// What the best check can prove of a test, strongest first: the columns of the table.
const REACHES: [&str; 4] = [
    "Decided",
    "Failures proven",
    "Absence proven",
    "Evidence only",
];

fn reach(test: TestId) -> Option<usize> {
    let proofs = checks::metas().flat_map(|m| m.proofs);
    proofs
        .filter(|p| p.tests.contains(&test))
        .map(|p: &Proof| match p.kind {
            ProofKind::Decides => 0,
            ProofKind::Refutes => 1,
            ProofKind::Hints if p.inapplicable_without_targets => 2,
            ProofKind::Hints => 3,
        })
        .min()
}

fn row(title: &str, counts: &[usize]) -> String {
    let counts: Vec<String> = counts.iter().map(ToString::to_string).collect();
    format!("| {title} | {} |\n", counts.join(" | "))
}

fn coverage() -> String {
    let columns = REACHES.len() + 2;
    let mut out = format!(
        "| Topic | Tests | {} | Not looked at |\n|{}\n",
        REACHES.join(" | "),
        "---|".repeat(columns + 1)
    );
    let mut totals = vec![0; columns];
    for topic in RGAA.topics {
        let mut counts = vec![0; columns];
        for test in topic.criteria.iter().flat_map(|c| c.tests) {
            counts[0] += 1;
            counts[1 + reach(test.id).unwrap_or(REACHES.len())] += 1;
        }
        let title = format!("{} {}", topic.id.0, topic.title.get(Lang::En));
        out.push_str(&row(&title, &counts));
        for (total, n) in totals.iter_mut().zip(counts) {
            *total += n;
        }
    }
    out.push_str(&row("**All**", &totals));
    out
}

fn replace_section(document: &str, name: &str, content: &str) -> String {
    let (begin, end) = (
        format!("<!-- begin {name} -->\n"),
        format!("<!-- end {name} -->"),
    );
    let start = document.find(&begin).expect("the section begins") + begin.len();
    let stop = document.find(&end).expect("the section ends");
    format!("{}{content}{}", &document[..start], &document[stop..])
}

#[test]
fn readme_tells_what_is_covered() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let made = replace_section(&readme, "coverage", &coverage());
    if let Err(e) = golden::compare(&path, &made) {
        panic!("{e}");
    }
}

fn describe(meta: &Meta) -> String {
    let tests = meta
        .tests()
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    format!(
        "| `{}` | {} | {} | {tests} |\n",
        meta.id,
        meta.title.get(Lang::En).replace('|', "\\|"),
        if meta.fail.is_empty() && !meta.review.is_empty() {
            format!("{} (question)", meta.review_level)
        } else {
            meta.level.to_string()
        },
    )
}

#[test]
fn each_folder_of_checks_has_its_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("checks");
    let mut topics: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .filter(|f| f.path().is_dir())
        .map(|f| f.file_name().to_string_lossy().into_owned())
        .collect();
    topics.sort();
    for topic in topics {
        let mut metas: Vec<&Meta> = checks::metas()
            .filter(|m| topic_of(m.id).as_deref() == Some(topic.as_str()))
            .collect();
        metas.sort_by_key(|m| m.id);
        let mut text = format!(
            "# Checks: {topic}\n\nGenerated: `UPDATE=1 cargo test docs`.\n\n| Check | What | Level | RGAA tests |\n|---|---|---|---|\n"
        );
        for meta in metas {
            text.push_str(&describe(meta));
        }
        if let Err(e) = golden::compare(&folder.join(&topic).join("README.md"), &text) {
            panic!("{e}");
        }
    }
}
