//! The outcome of the tests of topics 7, 12 and 13 that a page settles by what it does not have.

use vigie::check::Options;
use vigie::engine::{Engine, Settings};
use vigie::rgaa::{Outcome, TestId};
use vigie::source::Source;

/// The outcome of a test on a page of a site of several.
fn outcome(test: &str, html: &str, scripts_inert: bool) -> Outcome {
    let engine = Engine::new(Settings {
        options: Options {
            scripts_inert,
            site_of_many: true,
            ..Options::default()
        },
        ..Settings::default()
    });
    let html = format!("<!DOCTYPE html><html lang=fr><title>Vaulnois</title>{html}");
    let report = engine.audit(Source::decode("page.html", html.into_bytes()));
    let test: TestId = test.parse().expect("a test number");
    report.tests.0[test.index().expect("a test of the RGAA")]
}

fn outcomes(html: &str, expected: Outcome, tests: &[&str]) {
    for test in tests {
        assert_eq!(outcome(test, html, false), expected, "{test} of {html}");
    }
}

const ABOUT_SCRIPTS: [&str; 19] = [
    "7.1.2", "7.1.3", "7.2.1", "7.2.2", "7.3.1", "7.3.2", "7.4.1", "7.5.1", "7.5.2", "7.5.3",
    "12.8.2", "12.10.1", "13.1.3", "13.7.2", "13.10.1", "13.10.2", "13.12.1", "13.12.2", "13.12.3",
];

#[test]
fn without_a_script_nothing_that_scripts_do() {
    let plain = "<main><h1>Horaires</h1><p>De 9 h à 17 h</p></main>\
                 <script type=application/ld+json>{}</script>";
    outcomes(plain, Outcome::Inapplicable, &ABOUT_SCRIPTS);
    outcomes(plain, Outcome::Inapplicable, &["7.1.1"]);
    let component = "<main><h1>Horaires</h1><p role=tab tabindex=0>Été</p></main>";
    outcomes(component, Outcome::Inapplicable, &ABOUT_SCRIPTS);
    outcomes(component, Outcome::CantTell, &["7.1.1"]);
}

#[test]
fn with_a_script_a_person_looks() {
    for html in [
        "<main><h1>Horaires</h1></main><script src=a.js></script>",
        "<main><h1>Horaires</h1><p onclick=a()>Ouvrir</p></main>",
        "<main><h1>Horaires</h1><a href='javascript:a()'>Ouvrir</a></main>",
    ] {
        outcomes(html, Outcome::CantTell, &ABOUT_SCRIPTS);
    }
}

#[test]
fn scripts_declared_inert_do_nothing_but_handlers_do() {
    let script = "<main><h1>Horaires</h1></main><script src=mesure.js></script>";
    let handler = "<main><h1>Horaires</h1><button onclick=a()>Ouvrir</button></main>";
    for test in ABOUT_SCRIPTS {
        assert_eq!(outcome(test, script, true), Outcome::Inapplicable, "{test}");
        assert_eq!(outcome(test, handler, true), Outcome::CantTell, "{test}");
    }
}

#[test]
fn native_controls_neither_trap_nor_act_on_pressing() {
    let none = "<main><h1>Horaires</h1></main>";
    outcomes(
        none,
        Outcome::Inapplicable,
        &["12.8.1", "12.9.1", "13.11.1"],
    );
    let native = "<main><h1>Horaires</h1><a href=/plan>Plan</a></main>";
    outcomes(native, Outcome::Passed, &["12.9.1", "13.11.1"]);
    outcomes(native, Outcome::CantTell, &["12.8.1"]);
    for open in [
        "<a href=/plan>Plan</a><iframe src=/carte title=Carte></iframe>",
        "<p hidden><a href=/plan>Plan</a></p>",
    ] {
        outcomes(open, Outcome::CantTell, &["12.8.1", "12.9.1", "13.11.1"]);
    }
    outcomes(
        "<p contenteditable>Texte</p>",
        Outcome::CantTell,
        &["12.9.1"],
    );
    outcomes(
        "<a href=/a onmousedown=b()>C</a>",
        Outcome::CantTell,
        &["13.11.1"],
    );
}

#[test]
fn windows_that_open_alone() {
    outcomes("<p>Horaires</p>", Outcome::Passed, &["13.2.1"]);
    outcomes(
        "<body onload='window.open(\"/a\")'>",
        Outcome::Failed,
        &["13.2.1"],
    );
    for open in [
        "<iframe src=/a title=A></iframe>",
        "<p>Horaires</p><script src=a.js></script>",
    ] {
        outcomes(open, Outcome::CantTell, &["13.2.1"]);
    }
}

#[test]
fn zones_and_the_link_to_the_content() {
    outcomes(
        "<p>La mairie est fermée.</p>",
        Outcome::Failed,
        &["12.6.1", "12.7.1"],
    );
    outcomes(
        "<p>La mairie est fermée.</p>",
        Outcome::Inapplicable,
        &["12.7.2"],
    );
    outcomes(
        "<main><h1>Horaires</h1></main>",
        Outcome::CantTell,
        &["12.6.1"],
    );
    let filled = "<p>Patientez</p><script src=app.js></script>";
    outcomes(filled, Outcome::CantTell, &["12.6.1", "12.7.2"]);
    let link = "<a href=#c>Aller au contenu</a>";
    outcomes(
        &format!("{link}<main id=c><h1>A</h1></main>"),
        Outcome::Passed,
        &["12.7.1"],
    );
    outcomes(
        &format!("{link}<main id=c><h1>A</h1></main>"),
        Outcome::CantTell,
        &["12.7.2"],
    );
    outcomes(
        &format!("{link}<main><h1>A</h1></main>"),
        Outcome::Failed,
        &["12.7.2"],
    );
}

#[test]
fn a_drawing_passes_on_flashes_while_nothing_moves_in_it_or_comes_from_elsewhere() {
    let drawing = |inside: &str| format!("<svg role=img aria-label=Plan>{inside}</svg>");
    for still in [
        "<path d='M0 0'/>",
        "<use href='#a'/>",
        "<use xlink:href='#a'/>",
    ] {
        outcomes(&drawing(still), Outcome::Passed, &["13.7.1"]);
    }
    for open in [
        "<use href='plan.svg#a'/>",
        "<use xlink:href='plan.svg#a'/>",
        "<circle><animate attributeName=r /></circle>",
        "<image href=plan.gif />",
    ] {
        outcomes(&drawing(open), Outcome::CantTell, &["13.7.1"]);
    }
}
