//! The outcome of the tests of topic 12 that only all pages together settle.

use std::collections::BTreeMap;
use std::fs;

use vigie::check::Options;
use vigie::engine::{Engine, Settings, discover};
use vigie::report::PageReport;
use vigie::rgaa::Outcome;

/// Audits a site made of these pages: names and bodies.
fn tests_of(pages: &[(&str, String)]) -> BTreeMap<String, Outcome> {
    let folder = tempfile::tempdir().unwrap();
    for (name, body) in pages {
        let html = format!("<!DOCTYPE html><html lang=fr><title>Vaulnois</title><body>{body}");
        fs::write(folder.path().join(name), html).unwrap();
    }
    let found = discover(&[folder.path().to_owned()], None);
    let engine = Engine::new(Settings {
        options: Options {
            site_of_many: pages.len() > 1,
            ..Options::default()
        },
        ..Settings::default()
    });
    let run = engine
        .run(&found.files, &found.site, 1, &mut |_: &PageReport| Ok(()))
        .unwrap();
    run.site.tests
}

fn expect(tests: &BTreeMap<String, Outcome>, expected: &[(&str, Outcome)]) {
    for (test, outcome) in expected {
        assert_eq!(tests.get(*test), Some(outcome), "{test}");
    }
}

const MENU: &str = "<nav><ul><li><a href=a.html>A</a><li><a href=b.html>B</a><li><a href=index.html>Accueil</a></ul></nav>";
const SEARCH: &str =
    "<form role=search action=b.html><input type=search name=q aria-label=Rechercher></form>";
const MAP: &str = "<footer><a href=plan.html>Plan du site</a></footer>";

/// A site whose pages all have these parts, with a sitemap.
fn site(before: &str, after: &str) -> Vec<(&'static str, String)> {
    let page = |main: &str| format!("{before}<main>{main}</main>{after}");
    let map = "<h1>Plan du site</h1><a href=a.html>A</a> <a href=b.html>B</a>";
    vec![
        ("a.html", page("<h1>A</h1>")),
        ("b.html", page("<h1>B</h1>")),
        ("index.html", page("<h1>Accueil</h1>")),
        ("plan.html", page(map)),
    ]
}

#[test]
fn systems_that_all_pages_share_are_proven() {
    let tests = tests_of(&site(&format!("{MENU}{SEARCH}"), MAP));
    expect(
        &tests,
        &[
            ("12.1.1", Outcome::Passed),
            ("12.2.1", Outcome::CantTell),
            ("12.3.1", Outcome::CantTell),
            ("12.3.2", Outcome::Passed),
            ("12.3.3", Outcome::CantTell),
            ("12.4.1", Outcome::Passed),
            ("12.4.2", Outcome::CantTell),
            ("12.4.3", Outcome::Passed),
            ("12.5.1", Outcome::Passed),
            ("12.5.2", Outcome::CantTell),
            ("12.5.3", Outcome::Passed),
        ],
    );
}

#[test]
fn scripts_leave_all_of_it_open() {
    let script = format!("{MAP}<script src=menu.js></script>");
    let tests = tests_of(&site(&format!("{MENU}{SEARCH}"), &script));
    for test in ["12.1.1", "12.3.2", "12.4.1", "12.5.3"] {
        assert_eq!(tests[test], Outcome::CantTell, "{test}");
    }
}

#[test]
fn what_a_site_has_not_is_inapplicable() {
    let pages = [
        (
            "a.html",
            "<main><h1>A</h1><a href=index.html>Retour</a></main>".to_owned(),
        ),
        (
            "index.html",
            "<main><h1>Accueil</h1><a href=a.html>A</a></main>".to_owned(),
        ),
    ];
    let tests = tests_of(&pages);
    for test in [
        "12.3.1", "12.3.2", "12.3.3", "12.4.1", "12.4.2", "12.4.3", "12.5.1", "12.5.2", "12.5.3",
    ] {
        assert_eq!(tests[test], Outcome::Inapplicable, "{test}");
    }
    expect(&tests, &[("12.1.1", Outcome::CantTell)]);
    // A field where words are typed may be a search; a page named «Plan» may be a sitemap.
    let mut pages = pages;
    pages[0].1.push_str("<input aria-label=Mots><h1>Plan</h1>");
    let tests = tests_of(&pages);
    expect(
        &tests,
        &[("12.3.1", Outcome::CantTell), ("12.5.1", Outcome::CantTell)],
    );
}

#[test]
fn one_page_that_leads_nowhere_else_is_a_site() {
    let alone = |body: &str| tests_of(&[("index.html", body.to_owned())]);
    let tests =
        alone("<main><h1>Vaulnois</h1><a href=#tarifs>Tarifs</a><h2 id=tarifs>T</h2></main>");
    expect(
        &tests,
        &[
            ("12.1.1", Outcome::Inapplicable),
            ("12.2.1", Outcome::Inapplicable),
        ],
    );
    let tests = alone("<main><h1>Vaulnois</h1><a href=https://vaulnois.example/a>A</a></main>");
    expect(&tests, &[("12.1.1", Outcome::CantTell)]);
}

#[test]
fn a_search_that_moves() {
    let mut pages = site(&format!("{MENU}{SEARCH}"), MAP);
    for name in ["c.html", "d.html"] {
        pages.push((
            name,
            format!("{MENU}{SEARCH}<main><h1>{name}</h1></main>{MAP}"),
        ));
    }
    pages[0].1 = format!("{MENU}<main><h1>A</h1></main>{SEARCH}{MAP}");
    let tests = tests_of(&pages);
    expect(
        &tests,
        &[
            ("12.5.1", Outcome::Passed),
            ("12.5.3", Outcome::Failed),
            ("12.4.3", Outcome::Passed),
        ],
    );
}
