//! `<p>` written where `</p>` was meant: `<p>Texte<p>`, glossary «Règles d’écriture», second rule («balise fermante avec `/`
//! manquant»).
//!
//! The second `<p>` is bare, holds nothing, is closed by no end tag, and stands straight after a paragraph that no end tag
//! closes either. Whatever was meant, it is a failure: a missing `/` breaks 8.2.1, an empty paragraph put there to make space
//! breaks 8.9.1; only its author knows which. The tree has two paragraphs, each closed: the missing `/` no longer shows, the empty
//! paragraph does. Only `p`: an empty `li` or `td` after one without an end tag may be meant.
//!
//! Mended by the slash: whichever was meant, what goes is a paragraph with nothing in it, which takes no room.

use super::validity::{VALIDITY, tests_broken};
use crate::check::{Category, Check, Context, Edit, InDom, Interest, Meta, Proof};
use crate::checks::presentation::blank::is_mistyped_end;
use crate::dom::{Element, NodeRef};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &EndTagWithoutSolidus;

struct EndTagWithoutSolidus;

static META: Meta = Meta {
    id: "end-tag-without-solidus",
    category: Category::Conformance,
    in_dom: InDom::Repaired,
    title: text(
        "Balise <p> écrite à la place de </p>",
        "<p> tag written for </p>",
    ),
    why: text(
        "Le navigateur ouvre un paragraphe vide au lieu de fermer le précédent, et la suite peut s’y ranger de travers.",
        "The browser opens an empty paragraph instead of closing the one before, and what follows may end up in it.",
    ),
    fix: text(
        "Écrire </p> si le paragraphe finit là ; sinon retirer la balise.",
        "Write </p> if the paragraph ends there; otherwise remove the tag.",
    ),
    mends: Some(text(
        "Écrit </p> à la place de <p>.",
        "Writes </p> instead of <p>.",
    )),
    proofs: &[Proof::refutes(&[VALIDITY, test(8, 9, 1)])],
    interest: &[Interest::Elements(&["p"])],
    fail: &["<p>Avis aux usagers<p>\n<ul><li>Lundi</li></ul>"],
    pass: &["<p>Avis aux usagers</p>\n<ul><li>Lundi</li></ul>"],
    na: &["<p>Avis aux usagers"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "cette balise <p> ouvre un paragraphe qui reste vide : il manque sans doute la barre oblique de </p>",
    "this <p> tag opens a paragraph that stays empty: the slash of </p> is probably missing",
);
const BEFORE: Text = text(
    "le paragraphe que rien ne ferme",
    "the paragraph that nothing closes",
);

impl Check for EndTagWithoutSolidus {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, p: Element<'p>, cx: &mut Context<'p>) {
        if p.end_tag().is_some() {
            return cx.pass();
        }
        if !is_mistyped_end(p) {
            return;
        }
        let before = p.prev_sibling().and_then(NodeRef::as_element).unwrap_or(p);
        // Without a doctype 8.2.1 does not apply, and nobody knows that 8.9.1 is broken.
        let asked = !tests_broken(cx).is_empty();
        let draft = cx.fail(p, &FOUND).related(before.place(), &BEFORE);
        if !asked {
            draft.tests(&[]);
        }
        if let Some(tag) = p.start_tag() {
            cx.mend(vec![Edit::replace(tag, "</p>")]);
        }
    }
}
