//! What is said of RGAA topics 3 and 10 on whole small pages: each outcome that files settle without a cascade, and none where they do not.

use vigie::engine::{Engine, Settings};
use vigie::rgaa::{Outcome, RGAA};
use vigie::source::Source;

/// The outcomes of the two topics.
fn ledger(html: &str) -> Vec<(String, Outcome)> {
    let html = format!("<!DOCTYPE html><html lang=fr><title>Mairie</title>{html}");
    let report = Engine::new(Settings::default()).audit(Source::decode("page.html", html.into()));
    RGAA.tests()
        .zip(report.tests.0)
        .map(|(test, outcome)| (test.id.to_string(), outcome))
        .filter(|(test, _)| test.starts_with("3.") || test.starts_with("10."))
        .collect()
}

/// The tests with this outcome.
fn with(ledger: &[(String, Outcome)], outcome: Outcome) -> String {
    let tests = ledger.iter().filter(|(_, o)| *o == outcome);
    tests.map(|(t, _)| t.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_of_words_only() {
    let ledger = ledger("<h1>Horaires</h1><p>La mairie ouvre à 9 h.</p>");
    assert_eq!(
        with(&ledger, Outcome::Passed),
        "3.2.1 3.2.4 10.1.1 10.1.2 10.2.1"
    );
    assert_eq!(
        with(&ledger, Outcome::Inapplicable),
        "3.1.1 3.1.3 3.1.4 3.1.5 3.1.6 3.2.2 3.2.3 3.2.5 3.3.1 3.3.2 3.3.3 3.3.4 10.5.1 10.5.2 10.5.3 10.6.1 \
         10.7.1 10.8.1 10.9.2 10.9.3 10.9.4 10.10.2 10.10.3 10.10.4 10.11.2 10.13.1 10.13.2 10.13.3 10.14.1 10.14.2"
    );
    assert_eq!(
        with(&ledger, Outcome::CantTell),
        "3.1.2 10.1.3 10.3.1 10.4.1 10.4.2 10.9.1 10.10.1 10.11.1 10.12.1"
    );
}

#[test]
fn what_a_sheet_or_a_script_may_do_is_not_concluded() {
    let words = "<h1>Horaires</h1><p>La mairie ouvre <a href=/ete>sauf l’été</a>.</p>";
    let sheet = ledger(&format!("<link rel=stylesheet href=style.css>{words}"));
    assert_eq!(with(&sheet, Outcome::Passed), "10.1.1 10.1.2");
    assert_eq!(
        with(&sheet, Outcome::Inapplicable),
        "3.1.3 3.1.5 3.1.6 10.9.2 10.9.3 10.9.4 10.10.2 10.10.3 10.10.4"
    );
    let script = ledger(&format!("{words}<script src=a.js></script>"));
    for outcome in [
        Outcome::Passed,
        Outcome::Inapplicable,
        Outcome::Failed,
        Outcome::Untested,
    ] {
        assert_eq!(with(&script, outcome), "", "{outcome}");
    }
}

#[test]
fn each_outcome_that_style_attributes_settle() {
    for (html, test, outcome) in [
        ("<p style='color:#999'>Avis", "3.2.1", Outcome::Failed),
        ("<p style='color:#333'>Avis", "3.2.1", Outcome::Passed),
        ("<p style='color:#999'><b>Avis", "3.2.2", Outcome::Failed),
        ("<p><b>Avis", "3.2.2", Outcome::Passed),
        (
            "<p style='color:#bbb;font-size:24px'>Avis",
            "3.2.3",
            Outcome::Failed,
        ),
        (
            "<p style='color:#949494;font-size:24px'>Avis",
            "3.2.3",
            Outcome::Passed,
        ),
        ("<h1 style='color:#bbb'>Avis</h1>", "3.2.4", Outcome::Failed),
        (
            "<h1 style='color:#949494'>Avis</h1>",
            "3.2.4",
            Outcome::Passed,
        ),
        (
            "<p>Avis <img src=avis.png alt='Avis de travaux'>",
            "3.2.1",
            Outcome::CantTell,
        ),
        (
            "<p>Avis <img src=avis.png alt='Avis de travaux'>",
            "3.3.2",
            Outcome::CantTell,
        ),
        ("<button>Envoyer</button>", "3.3.1", Outcome::Inapplicable),
        ("<button>Envoyer</button>", "3.2.5", Outcome::CantTell),
        (
            "<a href=/ style='background:url(a.png);display:block;width:9px;height:9px'></a>",
            "10.2.1",
            Outcome::Failed,
        ),
        ("<p style='color:#222'>Avis", "10.5.1", Outcome::Failed),
        (
            "<p style='color:#222;background:#fff'>Avis",
            "10.5.1",
            Outcome::Passed,
        ),
        ("<p style='background:#fff'>Avis", "10.5.2", Outcome::Failed),
        (
            "<p style='color:#222;background:#fff'>Avis",
            "10.5.2",
            Outcome::Passed,
        ),
        (
            "<p style='background:url(a.png)'>Avis",
            "10.5.3",
            Outcome::Failed,
        ),
        (
            "<p style='color:#222;background:#fff url(a.png)'>Avis",
            "10.5.3",
            Outcome::Passed,
        ),
        (
            "<p>Le <a href=/b style='color:#111;text-decoration:none'>budget</a> voté",
            "10.6.1",
            Outcome::Failed,
        ),
        (
            "<p>Le <a href=/b>budget</a> voté",
            "10.6.1",
            Outcome::Inapplicable,
        ),
        (
            "<a href=/ style='outline:0'>Accueil</a>",
            "10.7.1",
            Outcome::Failed,
        ),
        ("<a href=/>Accueil</a>", "10.7.1", Outcome::Passed),
        (
            "<body aria-hidden=true><p>Bienvenue",
            "10.8.1",
            Outcome::Failed,
        ),
        ("<p hidden>Bienvenue", "10.8.1", Outcome::CantTell),
        ("<p>B&emsp;&emsp;&emsp;C", "10.1.3", Outcome::Failed),
        ("<p><font>Avis</font>", "10.1.1", Outcome::Failed),
        ("<p align=center>Avis", "10.1.2", Outcome::Failed),
        (
            "<style>.m:hover ul{display:block}</style><p>Avis",
            "10.14.1",
            Outcome::CantTell,
        ),
        (
            "<style>.m:hover ul{display:block}</style><p>Avis",
            "10.14.2",
            Outcome::Inapplicable,
        ),
        (
            "<p style='writing-mode:vertical-rl'>Avis",
            "10.11.2",
            Outcome::CantTell,
        ),
    ] {
        let ledger = ledger(html);
        let found = ledger.iter().find(|(t, _)| t == test).map(|(_, o)| *o);
        assert_eq!(found, Some(outcome), "{test} {html}");
    }
}
