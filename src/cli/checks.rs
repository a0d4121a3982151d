//! `vigie checks`: the list of checks.

use clap::ArgMatches;
use serde::Serialize;

use super::explain::category_name;
use super::sheet::Sheet;
use super::{Exit, Failure};
use crate::check::{Category, Level, Meta, ProofKind};
use crate::report::{words, write_json};
use crate::rgaa::{RGAA, TestId};
use crate::text::{Lang, text};

/// A check, as tools read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    id: &'static str,
    level: Level,
    review_level: Level,
    category: Category,
    title: &'static str,
    tests: Vec<Bond>,
    act: &'static [&'static str],
    site: bool,
}

/// An RGAA test and what the check says of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bond {
    test: TestId,
    proof: ProofKind,
    /// The other tests of which a failure breaks exactly one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    or: Vec<TestId>,
    inapplicable_without_targets: bool,
}

/// Runs it.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    let json = matches
        .get_one::<String>("format")
        .is_some_and(|f| f == "json");
    let text = if json { as_json(lang)? } else { table(lang) };
    super::print(&text, lang)?;
    Ok(Exit::Clean)
}

fn entry(meta: &'static Meta, lang: Lang) -> Entry {
    let tests = meta.proofs.iter().flat_map(|proof| {
        proof.tests.iter().map(|&test| Bond {
            test,
            proof: proof.kind,
            or: match proof.kind {
                ProofKind::Hints => Vec::new(),
                _ => proof.tests.iter().copied().filter(|&t| t != test).collect(),
            },
            inapplicable_without_targets: proof.inapplicable_without_targets,
        })
    });
    Entry {
        id: meta.id,
        level: meta.level,
        review_level: meta.review_level,
        category: meta.category,
        title: meta.title.get(lang),
        tests: tests.collect(),
        act: meta.act,
        site: crate::checks::SITE.iter().any(|c| c.meta().id == meta.id),
    }
}

fn as_json(lang: Lang) -> Result<String, Failure> {
    let mut out = b"[".to_vec();
    for (i, meta) in crate::checks::metas().enumerate() {
        out.extend_from_slice(if i == 0 { b"\n" } else { b",\n" });
        write_json(&mut out, &entry(meta, lang)).map_err(|e| e.to_string())?;
    }
    out.extend_from_slice(b"\n]\n");
    Ok(String::from_utf8_lossy(&out).into_owned())
}

fn table(lang: Lang) -> String {
    let mut sheet = Sheet::new();
    let metas: Vec<&Meta> = crate::checks::metas().collect();
    let width = metas.iter().map(|m| m.id.len()).max().unwrap_or(0) + 2;
    for category in [
        Category::Accessibility,
        Category::Conformance,
        Category::Authoring,
    ] {
        let mut of: Vec<&&Meta> = metas.iter().filter(|m| m.category == category).collect();
        if of.is_empty() {
            continue;
        }
        of.sort_by_key(|m| m.id);
        sheet.heading(&format!("{} ({})", category_name(category), of.len()));
        for meta in of {
            let level = words::level(meta.level).get(lang);
            let tests = meta.tests();
            let tests: Vec<String> = tests.iter().take(4).map(ToString::to_string).collect();
            let more = if meta.tests().len() > 4 { "…" } else { "" };
            let rgaa = match tests.is_empty() {
                true => String::new(),
                false => format!(" [RGAA {}{more}]", tests.join(", ")),
            };
            sheet.item(
                meta.id,
                width,
                &format!("{} — {level}{rgaa}", meta.title.get(lang)),
            );
        }
    }
    sheet.space();
    sheet.paragraph(&counts(&metas, lang));
    sheet.into_text()
}

/// How many checks, how much of the RGAA they speak to.
fn counts(metas: &[&Meta], lang: Lang) -> String {
    let tests = |kinds: &[ProofKind]| {
        let mut tests: Vec<TestId> = metas
            .iter()
            .flat_map(|m| m.proofs)
            .filter(|p| kinds.contains(&p.kind))
            .flat_map(|p| p.tests.iter().copied())
            .collect();
        tests.sort_unstable();
        tests.dedup();
        tests.len()
    };
    let decided = tests(&[ProofKind::Decides]);
    let refuted = tests(&[ProofKind::Decides, ProofKind::Refutes]);
    let any = tests(&[ProofKind::Decides, ProofKind::Refutes, ProofKind::Hints]);
    let all = RGAA.tests().len();
    let version = RGAA.version;
    let checks = words::count(metas.len(), &CHECKS, lang);
    let decided_said = words::count(decided, &DECIDED, lang);
    let (refuted, asked) = (refuted - decided, any - refuted);
    match lang {
        Lang::Fr => format!(
            "{checks}. Tests du RGAA {version} dont elles parlent : {any} sur {all} ({decided_said}, {refuted} dont un échec peut être prouvé, {asked} seulement questionnés). Pour en savoir plus : vigie explain RÈGLE"
        ),
        Lang::En => format!(
            "{checks}. Tests of RGAA {version} they speak to: {any} of {all} ({decided_said}, {refuted} whose failure can be proven, {asked} only asked about). To know more: vigie explain CHECK"
        ),
    }
}

const CHECKS: words::Noun = words::noun(text("règle", "check"), text("règles", "checks"));
const DECIDED: words::Noun = words::noun(text("tranché", "decided"), text("tranchés", "decided"));
