//! The W3C's test assertions on names, descriptions and roles (web-platform-tests: accname, html-aam, wai-aria/role, and the name and description cases of the
//! AccName working group), as far as a page alone decides them. Facts of the tests, pages of our own.
//!
//! `apart.tsv` has the assertions that do not hold, with the reason of each.

mod sources;

use vigie::dom::Element;
use vigie::semantics::Semantics;

/// The pages of a table: its columns, the values of one of them standing in turn for `{}` in the others.
fn pages<const N: usize>(table: &str, values: usize) -> Vec<[String; N]> {
    let mut pages = Vec::new();
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let columns: Vec<&str> = row.split('\t').collect();
        let columns: [&str; N] = columns.try_into().expect(row);
        for value in columns[values].split(',') {
            pages.push(columns.map(|column| column.replace("{}", value)));
        }
    }
    pages
}

/// What is answered on the marked element of a page.
fn answer(page: &str, ask: impl for<'a> Fn(&Semantics<'a>, Element<'a>) -> String) -> String {
    let doc = super::page(page);
    ask(&Semantics::new(&doc), super::target(&doc))
}

fn name<'a>(sem: &Semantics<'a>, e: Element<'a>) -> String {
    sem.name(e).text.replace('\u{a0}', "&nbsp;")
}

fn description<'a>(sem: &Semantics<'a>, e: Element<'a>) -> String {
    sem.description(e).text.to_string()
}

fn role<'a>(sem: &Semantics<'a>, e: Element<'a>) -> String {
    sem.role(e).unwrap_or_default().to_owned()
}

/// Runs a table of assertions and shows all that do not hold. Returns how many there are.
#[track_caller]
fn hold(table: &str, ask: impl for<'a> Fn(&Semantics<'a>, Element<'a>) -> String) -> usize {
    let pages = pages(table, 1);
    let mut wrong = Vec::new();
    for [which, _, expected, page] in &pages {
        let mut got = answer(page, &ask);
        if expected == "-" && matches!(&*got, "" | "generic" | "none") {
            got = "-".into();
        }
        if got != *expected {
            wrong.push(format!(
                "{which}: {page}\n  wanted {expected:?}\n  got    {got:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    pages.len()
}

#[test]
fn names() {
    assert_eq!(hold(include_str!("names.tsv"), name), 644);
}

#[test]
fn descriptions() {
    assert_eq!(hold(include_str!("descriptions.tsv"), description), 20);
}

#[test]
fn roles() {
    assert_eq!(hold(include_str!("roles.tsv"), role), 415);
}

/// Each one is answered as told, and not as the assertion has it: it moves to its table when it holds.
#[test]
fn assertions_set_apart() {
    let pages = pages(include_str!("apart.tsv"), 1);
    let mut wrong = Vec::new();
    for [kind, _, theirs, ours, page] in &pages {
        let got = match &**kind {
            "name" => answer(page, name),
            _ => answer(page, role),
        };
        if got != *ours || got == *theirs {
            wrong.push(format!("{page}\n  {theirs:?}, {ours:?}\n  got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(pages.len(), 206);
}
