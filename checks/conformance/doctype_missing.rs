//! RGAA 8.1.1: the page has a document type. HTML Standard 13.1: so it must.
//!
//! Decides the test whatever scripts do: its subject is the source, and any DOCTYPE token in it is a document type, even one
//! in the wrong place (8.1.3) or misspelt (8.1.2). A file without any tag of a whole page may be a piece that scripts load: a question.

use super::doctypes::{self, Found};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::rgaa::test;
use crate::source::Span;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DoctypeMissing;

struct DoctypeMissing;

static META: Meta = Meta {
    id: "doctype-missing",
    category: Category::Conformance,
    title: text("Page sans doctype", "Page without a doctype"),
    why: text(
        "Sans doctype, les navigateurs imitent ceux des années 1990 : la mise en page change, et le code ne peut être validé.",
        "Without a doctype, browsers imitate those of the 1990s: the layout changes, and the code cannot be validated.",
    ),
    fix: text(
        "Commencer la page par <!DOCTYPE html>.",
        "Begin the page with <!DOCTYPE html>.",
    ),
    proofs: &[Proof::decides(&[test(8, 1, 1)]).whatever_scripts_do()],
    interest: &[Interest::Page],
    fail: &["<html lang=fr><title>Avis</title>"],
    review: &["<p>Avis de coupure"],
    pass: &["<!DOCTYPE html><title>Avis</title>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "la page ne déclare pas de doctype",
    "the page declares no doctype",
);

const FRAGMENT: Text = text(
    "ni doctype, ni <html>, <head> ou <body> : ce fichier est-il un morceau de page, que d’autres chargent ?",
    "no doctype, nor any <html>, <head> or <body>: is this file a piece of a page, which others load?",
);

impl Check for DoctypeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let doc = cx.doc();
        if !matches!(doctypes::find(doc), Found::None) {
            return cx.pass();
        }
        let first_tag = doc.elements().find_map(|e| e.start_tag());
        let place = first_tag.unwrap_or(Span::at(0));
        if doc.is_fragment() {
            cx.review(place, &FRAGMENT);
        } else {
            cx.fail(place, &MISSING);
        }
    }
}
