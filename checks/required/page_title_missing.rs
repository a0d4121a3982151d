//! RGAA 8.5.1: the page has a title.
//!
//! Decides the test: the first `title` element of the HTML namespace in the head is the title of the page (WHATWG HTML 4.2.2), and a
//! blank one gives no title at all (glossary «Titre de page»: what lets people identify the page). Its relevance is 8.6.1's. A `title`
//! outside the head still names the page in browsers: neither passed nor failed. SVG's `title` names a drawing. A piece
//! of a page needs no title: open. A page that scripts make may get one from them: a question.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PageTitleMissing;

struct PageTitleMissing;

static META: Meta = Meta {
    id: "page-title-missing",
    category: Category::Accessibility,
    html_error: true,
    title: text("Page sans titre", "Page without a title"),
    why: text(
        "Le titre est la première chose qu’annonce un lecteur d’écran, et ce qui distingue la page parmi les onglets et l’historique.",
        "The title is the first thing a screen reader announces, and what tells the page from the others among tabs and in the history.",
    ),
    fix: text(
        "Mettre dans <head> un élément <title> qui dit ce qu’est la page, puis le nom du site.",
        "Put in <head> a <title> element that says what the page is, then the name of the site.",
    ),
    proofs: &[Proof::decides(&[test(8, 5, 1)])],
    act: &["2779a5"],
    interest: &[Interest::Page],
    fail: &[
        "<html lang=fr><head></head><p>Bonjour</p></html>",
        "<html lang=fr><head><title> </title></head><p>Bonjour</p></html>",
        "<html lang=fr><p>Bonjour <svg><title>Soleil</title></svg></p></html>",
    ],
    review: &["<html lang=fr><head></head><div id=app></div><script src=app.js></script></html>"],
    pass: &[
        "<html lang=fr><head><title>Plan du site - Mairie de Vaulnois</title></head><p>Bonjour</p></html>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "cette page n’a pas de titre : aucun élément <title> dans l’en-tête",
    "this page has no title: there is no <title> element in its head",
);
const EMPTY: Text = text(
    "le titre de la page est vide",
    "the title of the page is empty",
);

const SHELL: Text = text(
    "cette page n’a pas de titre, ni guère de contenu avant que ses scripts s’exécutent : en écrivent-ils un ?",
    "this page has no title, and hardly any content before its scripts run: do they write one?",
);

impl Check for PageTitleMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let doc = cx.doc();
        let Some(title) = super::title::page_title(doc) else {
            if doc.is_fragment() {
                cx.leave_open(&[test(8, 5, 1)]);
            } else if let Some(place) = doc.head().or(doc.html()) {
                match cx.semantics().is_shell() {
                    true => cx.review(place, &SHELL),
                    false => cx.fail(place, &MISSING),
                };
            }
            return;
        };
        if title.text_content().trim().is_empty() {
            match cx.semantics().is_shell() {
                true => cx.review(title, &SHELL),
                false => cx.fail(title, &EMPTY),
            };
        } else if title.parent().is_some_and(|p| p.is("head")) {
            cx.pass();
        } else {
            cx.leave_open(&[test(8, 5, 1)]);
        }
    }
}
