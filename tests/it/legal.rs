//! The age of an accessibility statement, which only a known date tells.

use vigie::check::Options;
use vigie::engine::{Engine, Settings};
use vigie::rgaa::Outcome;
use vigie::source::Source;

/// The outcome of `statement-date` on a statement that says this, on a day.
fn outcome(said: &str, today: Option<(i32, u8, u8)>) -> Outcome {
    let engine = Engine::new(Settings {
        options: Options {
            today,
            ..Options::default()
        },
        ..Settings::default()
    });
    let html = format!(
        "<!DOCTYPE html><html lang=fr><title>A</title><main><h1>Déclaration d’accessibilité</h1>\
         <p>Ce site est non conforme au RGAA (loi du 11 février 2005). {said}</p></main>"
    );
    let report = engine.audit(Source::decode("page.html", html.into_bytes()));
    report.checks["statement-date"].outcome
}

#[test]
fn a_statement_is_good_for_three_years() {
    let written = "Établie le 12 mars 2023.";
    assert_eq!(outcome(written, Some((2026, 3, 12))), Outcome::Passed);
    assert_eq!(outcome(written, Some((2026, 3, 13))), Outcome::Failed);
    assert_eq!(outcome(written, None), Outcome::Passed);
}

#[test]
fn the_latest_date_counts() {
    let updated = "Établie le 12 mars 2019, mise à jour le 2 mai 2025.";
    assert_eq!(outcome(updated, Some((2026, 11, 22))), Outcome::Passed);
    let month = "Établie en mars 2023.";
    assert_eq!(outcome(month, Some((2026, 3, 31))), Outcome::Passed);
    assert_eq!(outcome(month, Some((2026, 4, 1))), Outcome::Failed);
}

#[test]
fn dates_of_laws_are_not_its_own() {
    assert_eq!(outcome("", Some((2026, 11, 22))), Outcome::Failed);
    let planned = "Établie le 12 mars 2019. Corrections prévues le 1er juin 2027.";
    assert_eq!(outcome(planned, Some((2026, 11, 22))), Outcome::Passed);
}
