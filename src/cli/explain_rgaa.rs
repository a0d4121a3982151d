//! `vigie explain 9`, `9.1`, `9.1.1`: what the RGAA asks there, what Vigie settles, what is left to a person.

use super::explain::proof_word;
use super::sheet::Sheet;
use crate::check::{Meta, Proof, ProofKind};
use crate::rgaa::{Criterion, Official, RGAA, Scope, Test, TestId, Topic};
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
        let settled = criterion
            .tests
            .iter()
            .map(|t| automation(t.id))
            .max()
            .unwrap_or(Automation::None);
        let title = official
            .and_then(|o| o.criterion(criterion.id))
            .unwrap_or(criterion.title.get(lang));
        let id = criterion.id.to_string();
        sheet.item(&id, 7, &format!("{title} [{}]", settled.short().get(lang)));
    }
}

fn criterion(sheet: &mut Sheet, criterion: &Criterion, official: Option<&Official>, lang: Lang) {
    let name = match lang {
        Lang::Fr => format!("RGAA {}, critère {}", RGAA.version, criterion.id),
        Lang::En => format!("RGAA {}, criterion {}", RGAA.version, criterion.id),
    };
    sheet.title(&name, criterion.title.get(lang));
    sheet.paragraph(&format!("WCAG 2.1 : {}", criterion.wcag.join(", ")));
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
        let (id, title) = (criterion.id, criterion.title.get(lang));
        sheet.paragraph(&format!(
            "{word} {id} — {title} (WCAG 2.1 : {})",
            criterion.wcag.join(", ")
        ));
    }
    sheet.space();
    test_body(sheet, test, official, lang);
}

const OFFICIAL: Text = text("Texte officiel", "Official wording (in French)");

fn test_body(sheet: &mut Sheet, test: &Test, official: Option<&Official>, lang: Lang) {
    for sentence in official.and_then(|o| o.test(test.id)).into_iter().flatten() {
        sheet.paragraph(sentence);
    }
    sheet.paragraph(automation(test.id).long().get(lang));
    for (meta, proof) in checks_of(test.id) {
        let word = proof_word(proof).get(lang);
        sheet.item(meta.id, 32, &format!("{word} — {}", meta.title.get(lang)));
    }
}

/// The checks that speak to a test, and how.
fn checks_of(test: TestId) -> impl Iterator<Item = (&'static Meta, &'static Proof)> {
    crate::checks::metas().flat_map(move |meta| {
        let proofs = meta.proofs.iter().filter(move |p| p.tests.contains(&test));
        proofs.map(move |proof| (meta, proof))
    })
}

/// How much of a test Vigie settles, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Automation {
    None,
    Hints,
    NotApplicable,
    Refutes,
    Decides,
}

fn automation(test: TestId) -> Automation {
    checks_of(test)
        .map(|(_, proof)| match proof.kind {
            ProofKind::Decides => Automation::Decides,
            ProofKind::Refutes => Automation::Refutes,
            ProofKind::Hints if proof.inapplicable_without_targets => Automation::NotApplicable,
            ProofKind::Hints => Automation::Hints,
        })
        .max()
        .unwrap_or(Automation::None)
}

impl Automation {
    fn short(self) -> Text {
        match self {
            Automation::None => text("à tester par une personne", "for a person to test"),
            Automation::Hints => text("questions préparées", "questions prepared"),
            Automation::NotApplicable => text("non applicable prouvable", "inapplicable provable"),
            Automation::Refutes => text("non-conformités prouvables", "failures provable"),
            Automation::Decides => text("tranché, au moins en partie", "decided, at least in part"),
        }
    }

    fn long(self) -> Text {
        match self {
            Automation::None => text(
                "Aucune règle n’en parle : ce test revient tout entier à une personne.",
                "No check speaks to it: this test is wholly left to a person.",
            ),
            Automation::Hints => text(
                "La machine rassemble ce qu’il faut regarder ; une personne tranche.",
                "The machine gathers what to look at; a person decides.",
            ),
            Automation::NotApplicable => text(
                "La machine prouve qu’il n’y a rien à juger, ou rassemble ce qu’il faut regarder ; une personne tranche le reste.",
                "The machine proves that there is nothing to judge, or gathers what to look at; a person decides the rest.",
            ),
            Automation::Refutes => text(
                "La machine prouve des non-conformités ; son silence ne prouve rien, une personne tranche le reste.",
                "The machine proves failures; its silence proves nothing, a person decides the rest.",
            ),
            Automation::Decides => text(
                "La machine tranche, sauf quand un script de la page peut changer la réponse.",
                "The machine decides, except where a script of the page could change the answer.",
            ),
        }
    }
}
