//! Documents made from the code: the coverage table of the README, one README per folder of checks.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use vigie::check::Meta;
use vigie::checks;
use vigie::engine::{Engine, Settings, discover};
use vigie::report::PageReport;
use vigie::rgaa::{Input, Outcome, RGAA, TestId};
use vigie::text::Lang;

use crate::fixtures::topic_of;
use crate::golden;

/// What was proven of a test on some of the fixtures.
#[derive(Clone, Copy, Default)]
struct Reach {
    failed: bool,
    passed: bool,
    inapplicable: bool,
    /// Some check speaks to it.
    looked_at: bool,
}

impl Reach {
    fn add(&mut self, outcome: Outcome) {
        self.failed |= outcome == Outcome::Failed;
        self.passed |= outcome == Outcome::Passed;
        self.inapplicable |= outcome == Outcome::Inapplicable;
    }

    fn proven(&self) -> bool {
        self.failed || self.passed || self.inapplicable
    }
}

/// Audits folders as one site, with every check, and adds what comes out.
fn measure(folders: &[PathBuf], reaches: &mut [Reach]) {
    let found = discover(folders, None);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let mut settings = Settings::default();
    settings.options.site_of_many = found.files.len() > 1;
    let mut pages = |page: &PageReport| {
        for (reach, outcome) in reaches.iter_mut().zip(&page.tests.0) {
            reach.add(*outcome);
        }
        Ok(())
    };
    let engine = Engine::new(settings);
    let run = engine
        .run(&found.files, &found.site, 0, &mut pages)
        .unwrap();
    for (id, outcome) in &run.site.tests {
        let test: TestId = id.parse().unwrap();
        reaches[test.index().unwrap()].add(*outcome);
    }
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(of).unwrap().flatten();
    let mut folders: Vec<PathBuf> = folders.map(|f| f.path()).filter(|f| f.is_dir()).collect();
    folders.sort();
    folders
}

/// By test: the fixtures of checks are audited as one site, then each of the small sites.
fn reaches() -> &'static [Reach] {
    static REACHES: OnceLock<Vec<Reach>> = OnceLock::new();
    REACHES.get_or_init(|| {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let sites = fixtures.join("sites");
        let mut reaches = vec![Reach::default(); RGAA.tests().len()];
        let of_checks: Vec<PathBuf> = folders(&fixtures)
            .into_iter()
            .filter(|f| *f != sites)
            .collect();
        measure(&of_checks, &mut reaches);
        for site in folders(&sites) {
            measure(&[site], &mut reaches);
        }
        for test in checks::metas().flat_map(Meta::tests) {
            reaches[test.index().unwrap()].looked_at = true;
        }
        reaches
    })
}

/// Tests by what was proven of them: the columns of the table.
#[derive(Clone, Copy, Default)]
struct Counts {
    tests: usize,
    failed: usize,
    passed: usize,
    inapplicable: usize,
    evidence: usize,
    nothing: usize,
}

impl Counts {
    fn of(tests: impl Iterator<Item = TestId>) -> Counts {
        let mut counts = Counts::default();
        for test in tests {
            let reach = reaches()[test.index().unwrap()];
            counts.tests += 1;
            counts.failed += usize::from(reach.failed);
            counts.passed += usize::from(reach.passed);
            counts.inapplicable += usize::from(reach.inapplicable);
            counts.evidence += usize::from(reach.looked_at && !reach.proven());
            counts.nothing += usize::from(!reach.looked_at);
        }
        counts
    }

    fn row(&self, title: &str) -> String {
        format!(
            "| {title} | {} | {} | {} | {} | {} | {} |\n",
            self.tests, self.failed, self.passed, self.inapplicable, self.evidence, self.nothing
        )
    }
}

fn input_name(input: Input) -> &'static str {
    match input {
        Input::Bytes => "the bytes of the page",
        Input::Tree => "its tree",
        Input::Styles => "computed styles",
        Input::Layout => "the layout",
        Input::Media => "images and media",
        Input::Site => "other pages",
        Input::Person => "a person",
    }
}

/// The tests that no check speaks to.
fn without_proof() -> Vec<TestId> {
    let all = RGAA.tests().map(|t| t.id).zip(reaches());
    all.filter(|(_, reach)| !reach.looked_at)
        .map(|(id, _)| id)
        .collect()
}

fn coverage() -> String {
    let head = |what: &str| {
        format!(
            "| {what} | Tests | Failed | Passed | Inapplicable | Evidence only | Not looked at |\n|{}\n",
            "---|".repeat(7)
        )
    };
    let mut out = head("Topic");
    for topic in RGAA.topics {
        let tests = topic.criteria.iter().flat_map(|c| c.tests).map(|t| t.id);
        let title = format!("{} {}", topic.id, topic.title.get(Lang::En));
        out.push_str(&Counts::of(tests).row(&title));
    }
    out.push_str(&Counts::of(RGAA.tests().map(|t| t.id)).row("**All**"));
    out.push('\n');
    out.push_str(&head("To judge it takes"));
    for input in Input::ALL {
        let tests = RGAA.tests().map(|t| t.id);
        let tests = tests.filter(|id| RGAA.needs(*id) == Some(input));
        out.push_str(&Counts::of(tests).row(input_name(input)));
    }
    let missing: Vec<String> = without_proof().iter().map(ToString::to_string).collect();
    if !missing.is_empty() {
        out.push_str(&format!("\nNot looked at: {}.\n", missing.join(", ")));
    }
    out
}

/// Tests that can fail, at least: 81 is the goal.
const CAN_FAIL: usize = 110;
/// Tests that can fail or pass, at least: 130 is the goal.
const CAN_BE_DECIDED: usize = 130;

#[test]
fn what_is_proven_only_grows() {
    let missing = without_proof();
    let reaches = reaches();
    let failed = reaches.iter().filter(|r| r.failed).count();
    let decided = reaches.iter().filter(|r| r.failed || r.passed).count();
    let shown: Vec<String> = missing.iter().map(ToString::to_string).collect();
    let figures = format!(
        "{} without proof ({}), {failed} can fail, {decided} can fail or pass",
        missing.len(),
        shown.join(" ")
    );
    println!("{figures}");
    assert!(missing.is_empty(), "{figures}");
    assert!(failed >= CAN_FAIL, "{figures}");
    assert!(decided >= CAN_BE_DECIDED, "{figures}");
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
