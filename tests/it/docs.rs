//! Documents made from the code: the coverage table of the README, one README per folder of checks.

use std::fmt::Write;
use std::path::Path;

use vigie::check::{Meta, ProofKind};
use vigie::checks;
use vigie::rgaa::{RGAA, TestId};
use vigie::text::Lang;

use crate::fixtures::topic_of;
use crate::golden;

/// The strongest bond any check has with a test.
fn strongest(test: TestId) -> Option<ProofKind> {
    let kinds: Vec<ProofKind> = checks::metas()
        .flat_map(|m| m.proofs)
        .filter(|p| p.tests.contains(&test))
        .map(|p| p.kind)
        .collect();
    [ProofKind::Decides, ProofKind::Refutes, ProofKind::Hints]
        .into_iter()
        .find(|k| kinds.contains(k))
}

fn coverage() -> String {
    let mut out = String::from(
        "| Topic | Tests | Decided | Failures proven | Evidence only | Not looked at |\n|---|---|---|---|---|---|\n",
    );
    let mut totals = [0; 5];
    for topic in RGAA.topics {
        let tests = topic.criteria.iter().flat_map(|c| c.tests);
        let mut row = [0; 5];
        for test in tests {
            row[0] += 1;
            row[match strongest(test.id) {
                Some(ProofKind::Decides) => 1,
                Some(ProofKind::Refutes) => 2,
                Some(ProofKind::Hints) => 3,
                None => 4,
            }] += 1;
        }
        let _ = writeln!(
            out,
            "| {} {} | {} | {} | {} | {} | {} |",
            topic.id.0,
            topic.title.get(Lang::En),
            row[0],
            row[1],
            row[2],
            row[3],
            row[4]
        );
        for (total, n) in totals.iter_mut().zip(row) {
            *total += n;
        }
    }
    let [tests, decided, refuted, hinted, none] = totals;
    let _ = writeln!(
        out,
        "| **All** | {tests} | {decided} | {refuted} | {hinted} | {none} |"
    );
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
