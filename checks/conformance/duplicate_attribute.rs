//! HTML Standard, 13.2.2, `duplicate-attribute`: an attribute written twice on one tag; browsers keep the first.
//!
//! Refutes RGAA 8.2.1: attributes doubled on one element are one of the five families of errors it names. Nothing else can be
//! read in a tag that repeats a name, so no doubt is left; the page may still break the test otherwise. The tokenizer drops the second
//! (13.2.5.33): the tree has only the first.
//!
//! Mended by taking away the one that browsers drop (13.2.5.33): the tree stays the same.

use super::validity::{VALIDITY, tests_broken};
use crate::check::{Category, Check, Context, Edit, InDom, Interest, Meta, Proof};
use crate::dom::ParseError;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DuplicateAttribute;

struct DuplicateAttribute;

static META: Meta = Meta {
    id: "duplicate-attribute",
    category: Category::Conformance,
    in_dom: InDom::Repaired,
    title: text(
        "Attribut écrit deux fois sur une balise",
        "Attribute written twice on a tag",
    ),
    why: text(
        "Le navigateur ne garde que la première valeur : la seconde (une classe, une alternative, un style) est perdue sans bruit.",
        "The browser keeps the first value only: the second (a class, an alternative, a style) is lost silently.",
    ),
    fix: text(
        "Garder un seul attribut de ce nom, avec toutes ses valeurs.",
        "Keep one attribute of this name, with all its values.",
    ),
    mends: Some(text(
        "Retire l’attribut répété, que les navigateurs ignorent.",
        "Removes the repeated attribute, which browsers ignore.",
    )),
    proofs: &[Proof::refutes(&[VALIDITY])],
    interest: &[Interest::ParseErrors],
    fail: &["<p class=avis class=rouge>Fermé</p>"],
    na: &["<p class='avis rouge'>Fermé</p>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "l’attribut {name} est déjà sur cette balise : cette valeur est ignorée",
    "the tag already has a {name} attribute: this value is ignored",
);
const FIRST: Text = text("la valeur qui compte", "the value that counts");

impl Check for DuplicateAttribute {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn parse_error<'p>(&self, error: &'p ParseError, cx: &mut Context<'p>) {
        if error.code != "duplicate-attribute" {
            return;
        }
        let name = error.name.as_deref().unwrap_or_default();
        let broken = tests_broken(cx);
        let draft = cx.fail(error.span, &FOUND).arg("name", name).tests(broken);
        if let Some(first) = error.related {
            draft.related(first, &FIRST);
        }
        let edit = Edit::without_named(cx.doc(), error.span);
        cx.rewrite(vec![edit]);
    }
}
