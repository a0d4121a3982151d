//! RGAA 8.1.3: the document type stands before the `html` tag.
//!
//! Decides the test whatever scripts do: its subject is the doctype's place in the source. The parser ignores a doctype that
//! any tag or text precedes; only a byte order mark, white space, comments and `<?xml ...?>` may. Without a doctype the test
//! does not apply. The tree has no doctype then: as browsers have it, the page lacks one. Another doctype after a good one is `parse-error`'s.

use super::doctypes::{self, Found};
use crate::check::{Category, Check, Context, InDom, Interest, Meta, Proof};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DoctypeMisplaced;

struct DoctypeMisplaced;

static META: Meta = Meta {
    id: "doctype-misplaced",
    category: Category::Conformance,
    in_dom: InDom::Repaired,
    title: text("Doctype mal placé", "Doctype in the wrong place"),
    why: text(
        "Un doctype qui n’est pas en tête est ignoré : les navigateurs imitent ceux des années 1990.",
        "A doctype that does not come first is ignored: browsers imitate those of the 1990s.",
    ),
    fix: text(
        "Mettre le doctype avant toute balise et tout texte.",
        "Put the doctype before any tag and any text.",
    ),
    proofs: &[Proof::decides(&[test(8, 1, 3)]).whatever_scripts_do()],
    interest: &[Interest::Page],
    fail: &["Avis<!DOCTYPE html><html lang=fr>"],
    pass: &["<!-- Avis -->\n<!DOCTYPE html><html lang=fr>"],
    na: &["<html lang=fr>"],
    ..Meta::NEW
};

const MISPLACED: Text = text(
    "ce doctype vient après une balise ou du texte : il est ignoré",
    "this doctype comes after a tag or text: it is ignored",
);

impl Check for DoctypeMisplaced {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        match doctypes::find(cx.doc()) {
            Found::None => {}
            Found::Placed(_) => cx.pass(),
            Found::Misplaced(error) => {
                cx.fail(error.span, &MISPLACED);
            }
        }
    }
}
