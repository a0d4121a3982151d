//! RGAA 8.1.2: the document type is valid.
//!
//! Decides the test whatever scripts do: its subject is the doctype in the source. Valid: that of HTML (Standard, 13.1.1), or
//! one of those published before it with its public identifier and address. A doctype that is none of them, or that the
//! tokenizer complains about, is invalid. A known public identifier with another address is a question: the copy it points to
//! may be right. So is a doctype the parser ignored because of its place, unless it is plainly that of HTML.

use super::doctypes::{self, Found, Kind};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::rgaa::test;
use crate::source::Span;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DoctypeInvalid;

struct DoctypeInvalid;

static META: Meta = Meta {
    id: "doctype-invalid",
    category: Category::Conformance,
    title: text("Doctype invalide", "Invalid doctype"),
    why: text(
        "Un doctype mal écrit fait souvent imiter aux navigateurs ceux des années 1990 : la mise en page change.",
        "A misspelt doctype often makes browsers imitate those of the 1990s: the layout changes.",
    ),
    fix: text("Écrire <!DOCTYPE html>.", "Write <!DOCTYPE html>."),
    proofs: &[Proof::decides(&[test(8, 1, 2)]).whatever_scripts_do()],
    interest: &[Interest::Page],
    fail: &["<!DOCTYPE htlm><title>Avis</title>", "<!DOCTYPE>"],
    review: &["<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'xhtml1-strict.dtd'>"],
    pass: &[
        "<!doctype html>",
        "<!DOCTYPE html SYSTEM 'about:legacy-compat'>",
        "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'>",
    ],
    na: &["<html lang=fr>"],
    ..Meta::NEW
};

const UNKNOWN: Text = text(
    "ce doctype n’est celui d’aucune version de HTML",
    "this doctype is that of no version of HTML",
);
const MISWRITTEN: Text = text("ce doctype est mal écrit", "this doctype is badly written");
const ODD_ADDRESS: Text = text(
    "ce doctype ne donne pas l’adresse publiée avec son identifiant : est-il valide ?",
    "this doctype does not give the address published with its identifier: is it valid?",
);
const IGNORED: Text = text(
    "ce doctype, ignoré à cette place, est-il valide ?",
    "is this doctype, ignored at this place, valid?",
);

impl Check for DoctypeInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let doc = cx.doc();
        match doctypes::find(doc) {
            Found::None => {}
            Found::Placed(doctype) => {
                let span = doctype.span();
                let kind = doctypes::kind(doctype.name(), doctype.public_id(), doctype.system_id());
                match kind {
                    Kind::Unknown => drop(cx.fail(span, &UNKNOWN)),
                    Kind::Html if has_empty_identifier(cx) => drop(cx.fail(span, &UNKNOWN)),
                    _ if is_miswritten(cx, span) => drop(cx.fail(span, &MISWRITTEN)),
                    Kind::OddAddress => drop(cx.review(span, &ODD_ADDRESS)),
                    Kind::Html | Kind::Old => cx.pass(),
                }
            }
            Found::Misplaced(error) => {
                let written = doc.source().slice(error.span);
                if written.eq_ignore_ascii_case("<!doctype html>") {
                    cx.pass();
                } else {
                    cx.review(error.span, &IGNORED);
                }
            }
        }
    }
}

/// HTML Standard 13.2.6.4.1: an identifier written and empty is none of those that are allowed.
fn has_empty_identifier(cx: &Context<'_>) -> bool {
    let mut errors = cx.doc().parse_errors().iter();
    errors.any(|e| e.code == "obsolete-doctype")
}

/// Whether the tokenizer complained about something in the doctype.
fn is_miswritten(cx: &Context<'_>, doctype: Span) -> bool {
    let errors = cx.doc().parse_errors().iter();
    errors
        .take_while(|e| e.span.start < doctype.end)
        .any(|e| doctypes::is_doctype_error(e.code) && doctype.start <= e.span.start)
}
