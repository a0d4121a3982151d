//! `vigie explain 9`, `9.1`, `9.1.1`: what the RGAA asks there, what Vigie settles, what is left to a person.

use super::sheet::Sheet;
use crate::check::{Meta, Proof, ProofKind};
use crate::checks;
use crate::rgaa::{Criterion, Input, Official, RGAA, Scope, Test, TestId, Topic};
use crate::text::{Lang, Text, text};

/// Explains a part of the RGAA.
pub fn scope(sheet: &mut Sheet, scope: Scope, official: Option<&Official>, lang: Lang) {
    match scope {
        Scope::Topic(id) => {
            if let Some(found) = RGAA.topic(id) {
                topic(sheet, found, official, lang);
            }
        }
        Scope::Criterion(id) => {
            if let Some(found) = RGAA.criterion(id) {
                criterion(sheet, found, official, lang);
            }
        }
        Scope::Test(id) => {
            if let Some(found) = RGAA.test(id) {
                test(sheet, found, official, lang);
            }
        }
    }
}

fn topic(sheet: &mut Sheet, topic: &Topic, official: Option<&Official>, lang: Lang) {
    let name = match lang {
        Lang::Fr => format!("RGAA {}, thème {}", RGAA.version, topic.id),
        Lang::En => format!("RGAA {}, topic {}", RGAA.version, topic.id),
    };
    sheet.title(&name, topic.title.get(lang));
    sheet.space();
    for criterion in topic.criteria {
        let title = official
            .and_then(|o| o.criterion(criterion.id))
            .unwrap_or(criterion.title.get(lang));
        sheet.item(&criterion.id.to_string(), 7, title);
        sheet.item("", 7, &format!("→ {}", reach(criterion.tests, lang)));
    }
}

/// `3 tests ; la machine peut prouver : échec 2, réussite 1, sans objet 3`.
fn reach(tests: &[Test], lang: Lang) -> String {
    let how_many =
        |can: fn(&Proven) -> bool| tests.iter().filter(|t| can(&Proven::of(t.id))).count();
    let parts: Vec<String> = [
        (how_many(Proven::failed), FAILED),
        (how_many(Proven::passed), PASSED),
        (how_many(Proven::inapplicable), INAPPLICABLE),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, what)| format!("{} {n}", what.get(lang)))
    .collect();
    let n = tests.len();
    let s = if n > 1 { "s" } else { "" };
    match (parts.is_empty(), lang) {
        (true, Lang::Fr) => format!("{n} test{s} ; une personne décide"),
        (true, Lang::En) => format!("{n} test{s}; a person decides"),
        (false, Lang::Fr) => format!("{n} test{s} ; prouvable : {}", parts.join(", ")),
        (false, Lang::En) => format!("{n} test{s}; provable: {}", parts.join(", ")),
    }
}

fn criterion(sheet: &mut Sheet, criterion: &Criterion, official: Option<&Official>, lang: Lang) {
    let name = match lang {
        Lang::Fr => format!("RGAA {}, critère {}", RGAA.version, criterion.id),
        Lang::En => format!("RGAA {}, criterion {}", RGAA.version, criterion.id),
    };
    sheet.title(&name, criterion.title.get(lang));
    let colon = text(" : ", ": ").get(lang);
    sheet.paragraph(&format!("WCAG 2.1{colon}{}", criterion.wcag.join(", ")));
    if let Some(sentence) = official.and_then(|o| o.criterion(criterion.id)) {
        sheet.heading(OFFICIAL.get(lang));
        sheet.paragraph(sentence);
    }
    for test in criterion.tests {
        sheet.heading(&format!("{} — {}", test.id, test.title.get(lang)));
        test_body(sheet, test, official, lang);
    }
}

fn test(sheet: &mut Sheet, test: &Test, official: Option<&Official>, lang: Lang) {
    let name = match lang {
        Lang::Fr => format!("RGAA {}, test {}", RGAA.version, test.id),
        Lang::En => format!("RGAA {}, test {}", RGAA.version, test.id),
    };
    sheet.title(&name, test.title.get(lang));
    if let Some(criterion) = RGAA.criterion(test.id.criterion_id()) {
        let word = text("critère", "criterion").get(lang);
        let colon = text(" : ", ": ").get(lang);
        let (id, title) = (criterion.id, criterion.title.get(lang));
        sheet.paragraph(&format!(
            "{word} {id} — {title} (WCAG 2.1{colon}{})",
            criterion.wcag.join(", ")
        ));
    }
    sheet.space();
    test_body(sheet, test, official, lang);
}

const OFFICIAL: Text = text("Texte officiel", "Official wording (in French)");
const FAILED: Text = text("échec", "failed");
const PASSED: Text = text("réussite", "passed");
const INAPPLICABLE: Text = text("sans objet", "inapplicable");

fn test_body(sheet: &mut Sheet, test: &Test, official: Option<&Official>, lang: Lang) {
    for sentence in official.and_then(|o| o.test(test.id)).into_iter().flatten() {
        sheet.paragraph(sentence);
    }
    let proven = Proven::of(test.id);
    let named = |metas: &[&'static Meta]| {
        let ids: Vec<&str> = metas.iter().map(|m| m.id).collect();
        ids.join(", ")
    };
    let width = 16;
    if proven.any() {
        sheet.paragraph(text("La machine prouve :", "The machine proves:").get(lang));
        let mut outcome = |what: Text, metas: &[&'static Meta]| {
            if !metas.is_empty() {
                sheet.item(&format!("  {}", what.get(lang)), width, &named(metas));
            }
        };
        outcome(FAILED, &proven.failed);
        outcome(PASSED, &proven.passed);
        outcome(INAPPLICABLE, &proven.inapplicable);
    }
    for (meta, others) in &proven.either {
        let others: Vec<String> = others.iter().map(ToString::to_string).collect();
        let or = text(" ou ", " or ").get(lang);
        sheet.paragraph(&match lang {
            Lang::Fr => format!(
                "{} prouve un échec ici ou en {} ; une personne dit lequel.",
                meta.id,
                others.join(or)
            ),
            Lang::En => format!(
                "{} proves a failure here or of {}; a person says which.",
                meta.id,
                others.join(or)
            ),
        });
    }
    sheet.paragraph(left(&proven).get(lang));
    if !proven.asks.is_empty() {
        let gathers = text(
            "Pour l’y aider, la machine rassemble ce qu’il faut regarder :",
            "To help, the machine gathers what to look at:",
        );
        sheet.paragraph(gathers.get(lang));
        for meta in &proven.asks {
            sheet.item("", 2, &format!("{} — {}", meta.id, meta.title.get(lang)));
        }
    }
    for note in notes(test.id, &proven, lang) {
        sheet.paragraph(&note);
    }
}

/// What the checks can prove of a test, each in the order of their list.
#[derive(Default)]
struct Proven {
    failed: Vec<&'static Meta>,
    passed: Vec<&'static Meta>,
    inapplicable: Vec<&'static Meta>,
    /// A failure of this test or of one of these.
    either: Vec<(&'static Meta, Vec<TestId>)>,
    /// Those that gather what a person must look at, and prove nothing more.
    asks: Vec<&'static Meta>,
    /// Some of these checks conclude from all pages together.
    by_site: bool,
    /// Proofs that scripts could undo.
    unsettled: bool,
}

impl Proven {
    fn of(test: TestId) -> Proven {
        let mut proven = Proven::default();
        let of_site = |meta: &Meta| checks::SITE.iter().any(|c| c.meta().id == meta.id);
        for (meta, proof) in checks_of(test) {
            let whole_page = !of_site(meta);
            proven.by_site |= !whole_page;
            match proof.kind {
                ProofKind::Refutes if proof.tests.len() > 1 => {
                    let others = proof.tests.iter().copied().filter(|t| *t != test);
                    proven.either.push((meta, others.collect()));
                }
                ProofKind::Decides | ProofKind::Refutes => proven.failed.push(meta),
                ProofKind::Hints => proven.asks.push(meta),
            }
            if proof.kind == ProofKind::Decides && whole_page {
                proven.passed.push(meta);
            }
            let nothing = proof.kind == ProofKind::Decides || proof.inapplicable_without_targets;
            if nothing && whole_page {
                proven.inapplicable.push(meta);
                proven.unsettled |= !proof.whatever_scripts_do;
            }
        }
        proven
    }

    fn failed(&self) -> bool {
        !self.failed.is_empty()
    }

    fn passed(&self) -> bool {
        !self.passed.is_empty()
    }

    fn inapplicable(&self) -> bool {
        !self.inapplicable.is_empty()
    }

    fn any(&self) -> bool {
        self.failed() || self.passed() || self.inapplicable()
    }
}

/// The checks that speak to a test, and how.
fn checks_of(test: TestId) -> impl Iterator<Item = (&'static Meta, &'static Proof)> {
    checks::metas().flat_map(move |meta| {
        let proofs = meta.proofs.iter().filter(move |p| p.tests.contains(&test));
        proofs.map(move |proof| (meta, proof))
    })
}

/// What is left to a person.
fn left(proven: &Proven) -> Text {
    if proven.by_site {
        return text(
            "Reste à une personne : ce que la comparaison des pages d’un site ne suffit pas à prouver.",
            "Left to a person: what comparing the pages of a site is not enough to prove.",
        );
    }
    if proven.passed() {
        return text(
            "Reste à une personne : les cas que ces règles laissent en question.",
            "Left to a person: what these checks leave as questions.",
        );
    }
    if proven.failed() {
        return text(
            "Reste à une personne : tout le reste ; sans échec, rien ne prouve que le test est réussi.",
            "Left to a person: all the rest; no failure does not prove that the test is passed.",
        );
    }
    if proven.inapplicable() {
        return text(
            "Reste à une personne : juger, dès qu’il y a quelque chose à juger.",
            "Left to a person: to judge, as soon as there is something to judge.",
        );
    }
    if proven.either.is_empty() && proven.asks.is_empty() {
        return text(
            "Aucune règle n’en parle : ce test revient tout entier à une personne.",
            "No check speaks to it: this test is wholly left to a person.",
        );
    }
    text(
        "Reste à une personne : tout, puisque les fichiers ne prouvent rien de plus.",
        "Left to a person: all of it, since files prove nothing more.",
    )
}

fn notes(test: TestId, proven: &Proven, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    let needs = match RGAA.needs(test) {
        Some(Input::Styles) => text(
            "Pour en décider plus, il faut les styles calculés, dont Vigie ne connaît que ce qui est écrit dans la page.",
            "To decide more takes computed styles, of which Vigie only knows what is written in the page.",
        ),
        Some(Input::Layout) => text(
            "Pour en décider plus, il faut la mise en page d’un navigateur.",
            "To decide more takes the layout of a browser.",
        ),
        Some(Input::Media) => text(
            "Pour en décider plus, il faut lire les images et les médias eux-mêmes.",
            "To decide more takes reading images and media themselves.",
        ),
        Some(Input::Site) => text(
            "Se juge sur plusieurs pages : donner le site entier.",
            "Judged over several pages: give the whole site.",
        ),
        Some(Input::Person) => text(
            "Aucun fichier n’en décide : il faut une personne.",
            "No file decides it: it takes a person.",
        ),
        Some(Input::Bytes | Input::Tree) | None => text("", ""),
    };
    if !needs.fr.is_empty() {
        notes.push(needs.get(lang).to_owned());
    }
    for linked in RGAA.linked.iter().filter(|l| l.test == test) {
        let bases: Vec<String> = linked.rests_on.iter().map(ToString::to_string).collect();
        notes.push(match lang {
            Lang::Fr => format!("Sans objet dès que {} l’est.", bases.join(", ")),
            Lang::En => format!("Inapplicable wherever {} is.", bases.join(", ")),
        });
    }
    if proven.unsettled {
        let scripts = text(
            "Sur une page dont un script peut changer la réponse, ni réussite ni sans objet, sauf avec scripts-inert = true.",
            "Where a script of the page could change the answer, neither passed nor inapplicable, except with scripts-inert = true.",
        );
        notes.push(scripts.get(lang).to_owned());
    }
    notes
}
