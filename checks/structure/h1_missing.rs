//! A page without a heading of level 1.
//!
//! No RGAA failure (glossary «Titre»: the hierarchy need not have an `h1`), so a question on 9.1.1. Not asked of a page that is no
//! whole page: no text, a redirection, a frameset, a fragment to include (neither doctype nor `html` or `body` tag), the shell of a script.

use crate::check::{Check, Context, Interest, Level, Meta, Proof, Target};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &H1Missing;

struct H1Missing;

static META: Meta = Meta {
    id: "h1-missing",
    level: Level::Warning,
    review_level: Level::Warning,
    title: text(
        "Page sans titre de niveau 1",
        "Page without a level 1 heading",
    ),
    why: text(
        "Beaucoup d’utilisateurs de lecteurs d’écran commencent par le titre de niveau 1 : c’est lui qui dit de quoi parle la page.",
        "Many people who use screen readers start from the level 1 heading: it says what the page is about.",
    ),
    fix: text(
        "Mettre le titre du contenu principal dans un <h1>.",
        "Put the title of the main content in an <h1>.",
    ),
    proofs: &[Proof::hints(&[test(9, 1, 1)])],
    interest: &[Interest::Page],
    review: &[
        "<!DOCTYPE html><h2>Agenda</h2><p>Fête de l’été</p>",
        "<!DOCTYPE html><p>Fête de l’été</p>",
    ],
    pass: &["<!DOCTYPE html><h1>Agenda</h1><p>Fête de l’été</p>"],
    na: &[
        "<li>Fragment à inclure</li>",
        "<!DOCTYPE html><meta http-equiv=refresh content='0;url=/agenda'><p>Redirection</p>",
        "<!DOCTYPE html><div id=app></div><script src=app.js></script>",
    ],
    ..Meta::NEW
};

const NO_H1: Text = text(
    "cette page n’a pas de titre de niveau 1 ; son premier titre est de niveau {level} : ne devrait-il pas dire de quoi parle la page ?",
    "this page has no heading of level 1; its first heading is of level {level}: should it not say what the page is about?",
);
const NO_HEADING: Text = text(
    "cette page n’a aucun titre : son contenu n’en demande-t-il pas, à commencer par un <h1> ?",
    "this page has no heading at all: does its content not call for some, an <h1> to begin with?",
);

impl Check for H1Missing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let headings = semantics.headings();
        if headings.iter().any(|h| h.level == 1) {
            return cx.pass();
        }
        let Some(body) = cx.doc().body().filter(|b| b.is("body")) else {
            return;
        };
        if cx.doc().is_fragment() || semantics.is_redirect() {
            return;
        }
        if let Some(first) = headings.iter().find(|h| h.exposed) {
            cx.review(first.element, &NO_H1).arg("level", first.level);
        } else if has_text(body, cx) {
            let main = body.descendants().find(|e| e.is("main"));
            let place = main.or_else(|| body.child_elements().find(|e| semantics.is_rendered(*e)));
            cx.review(place.map_or(Target::from(body), Target::from), &NO_HEADING);
        }
    }
}

/// Whether the page has something to say for itself: of a page that scripts fill, a few words («loading…») are no content.
fn has_text<'p>(body: Element<'p>, cx: &Context<'p>) -> bool {
    const FEW: usize = 200;
    let text = cx.semantics().text(body);
    let text = text.trim();
    !text.is_empty() && (!cx.semantics().has_active_script() || text.chars().nth(FEW).is_some())
}
