//! Topic 11 of the RGAA as a whole: for each of its tests, pages with every outcome the files can prove.

use vigie::engine::{Engine, Settings};
use vigie::rgaa::Outcome::{self, CantTell, Failed, Inapplicable, Passed};
use vigie::rgaa::{RGAA, TestId};
use vigie::source::Source;

/// All tests of topic 11 on a page.
fn outcomes(body: &str) -> Vec<(String, Outcome)> {
    let html = format!("<!DOCTYPE html><html lang=fr><title>Essai</title><main>{body}</main>");
    let engine = Engine::new(Settings::default());
    let report = engine.audit(Source::decode("page.html", html.into_bytes()));
    assert!(report.errors.is_empty(), "{:?}", report.errors);
    let tests = RGAA.tests().map(|t| t.id);
    let forms = tests.filter(|t| t.to_string().starts_with("11."));
    let of = |t: TestId| report.tests.0[t.index().unwrap()];
    forms.map(|t| (t.to_string(), of(t))).collect()
}

#[track_caller]
fn check(body: &str, expected: &[(Outcome, &[&str])]) {
    let all = outcomes(body);
    let mut wrong = Vec::new();
    for (outcome, tests) in expected {
        for test in *tests {
            let id = format!("11.{test}");
            let (_, got) = all
                .iter()
                .find(|(t, _)| *t == id)
                .expect("a test of topic 11");
            if got != outcome {
                wrong.push(format!("{id} is {got}, not {outcome}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{body}\n{}", wrong.join("\n"));
}

#[test]
fn nothing_to_judge_without_a_form() {
    let all = outcomes("<p>Mairie ouverte le lundi.</p>");
    assert_eq!(all.len(), 34);
    for (test, outcome) in all {
        assert_eq!(outcome, Inapplicable, "{test}");
    }
}

#[test]
fn scripts_may_add_a_form() {
    let all = outcomes("<p>Mairie</p><script>charger()</script>");
    for (test, outcome) in all {
        assert_eq!(outcome, CantTell, "{test}");
    }
}

#[test]
fn a_search() {
    check(
        "<form role=search><label for=q>Recherche</label> <input id=q name=q> <button>Rechercher</button></form>",
        &[
            (Passed, &["1.1", "1.2"]),
            (
                Inapplicable,
                &[
                    "1.3", "2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "4.3", "5.1", "6.1", "7.1",
                    "8.1", "8.2", "8.3", "9.2", "10.1", "10.2", "12.1", "12.2",
                ],
            ),
            (
                CantTell,
                &[
                    "2.1", "3.2", "4.1", "4.2", "9.1", "10.3", "10.4", "10.5", "10.6", "10.7",
                    "11.1", "11.2", "13.1",
                ],
            ),
        ],
    );
}

#[test]
fn what_fails() {
    check(
        "<form>
        <input name=a>
        <label for=b>*</label> <input id=b>
        <input title=undefined>
        <input aria-label='{{ nom }}'>
        <p id=d>--</p> <input aria-labelledby=d>
        <label for=e>Courriel</label> <input id=e aria-label=Adresse required>
        <label for=''>Ville <input></label>
        <input type=radio name=r id=o> <label for=o>Oui</label>
        <input type=radio name=r id=n> <label for=n>Non</label>
        <fieldset><input type=radio name=s id=p> <label for=p>Midi</label>
        <input type=radio name=s id=m> <label for=m>Soir</label></fieldset>
        <fieldset><legend>...</legend><label for=v>Voie</label> <input id=v></fieldset>
        <label for=l>Lieu</label> <select id=l><optgroup><option>Brest</optgroup><optgroup label='--'><option>Lyon</optgroup></select>
        <label for=t>Votre téléphone</label> <input id=t>
        <button aria-label=Confirmer>Valider</button> <button value=1>undefined</button>
        </form>",
        &[
            (
                Failed,
                &[
                    "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "5.1", "6.1", "7.1", "8.2",
                    "8.3", "9.1", "9.2", "10.2", "13.1",
                ],
            ),
            (CantTell, &["3.1", "10.1", "12.1"]),
        ],
    );
}

#[test]
fn what_passes() {
    check(
        "<form>
        <label for=a>Nom (obligatoire)</label> <input id=a required aria-label='Nom, obligatoire'>
        <label for=b>Ville (obligatoire)</label> <select id=b required><optgroup label=Nord><option>Lille</optgroup></select>
        <fieldset><legend>Midi (obligatoire)</legend>
        <input type=radio name=r id=o required> <label for=o>Oui</label> <input type=radio name=r id=n required> <label for=n>Non</label></fieldset>
        <button aria-label='Envoyer la demande'>Envoyer</button>
        </form>",
        &[
            (
                Passed,
                &["1.1", "1.2", "2.5", "6.1", "8.2", "9.2", "10.1", "10.2"],
            ),
            (Inapplicable, &["2.2", "2.4"]),
            (
                CantTell,
                &["2.1", "2.3", "4.1", "4.2", "4.3", "5.1", "7.1", "8.1", "8.3", "9.1"],
            ),
        ],
    );
}

#[test]
fn what_only_a_person_can_settle() {
    check(
        "<p>Champs obligatoires en gras</p><form method=post>
        <label class=sr-only for=q>Mots-clés</label> <input id=q> <button>Rechercher</button>
        <input title='Votre âge'>
        <label for=c>Courriel</label> <input id=c type=email required aria-invalid=true> <p class=erreur>Erreur</p>
        <label for=d>Carte</label> <input id=d autocomplete=cc-number pattern='[0-9]{16}'>
        <button>Payer</button></form>",
        &[(
            CantTell,
            &[
                "1.3", "2.2", "2.5", "2.6", "3.1", "3.2", "5.1", "10.1", "10.2", "10.3", "10.4",
                "10.5", "10.6", "10.7", "11.1", "11.2", "12.1", "12.2", "13.1",
            ],
        )],
    );
}
