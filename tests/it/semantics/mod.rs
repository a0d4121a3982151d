//! Roles, names, visibility and the rest of `semantics`, by tables of small pages.

mod act;
mod hostile;
mod names;
mod relations;
mod rgaa_names;
mod roles;
mod visibility;
mod w3c;

use vigie::dom::{self, Document, Element};
use vigie::semantics::Semantics;
use vigie::source::Source;

/// A page with this body.
fn page(body: &str) -> Document {
    let html = format!("<!doctype html><html lang=fr><title>Essai</title><body>{body}");
    dom::parse(Source::from_text("essai.html", html))
}

/// The element a case is about: the one marked `data-t`.
fn target(doc: &Document) -> Element<'_> {
    doc.elements()
        .find(|e| e.has_attr("data-t"))
        .expect("the case marks an element with data-t")
}

/// Runs a table of (body, expected) and shows all the rows that differ.
#[track_caller]
fn table<T: PartialEq + std::fmt::Debug>(
    rows: &[(&str, T)],
    ask: impl for<'a> Fn(&Semantics<'a>, Element<'a>) -> T,
) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(body, expected)| {
            let doc = page(body);
            let got = ask(&Semantics::new(&doc), target(&doc));
            (got != *expected).then(|| format!("{body}\n  wanted {expected:?}\n  got    {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
