//! Several `banner` or `contentinfo` landmarks (RGAA glossary «Landmarks», note 2: `banner`, `main` and `contentinfo` are unique).
//!
//! WAI-ARIA 1.2 says the same (5.4, banner and contentinfo: no more than one in a document). It breaks no test for certain, since 12.6.1
//! is met by a heading as well: evidence for 12.6.1. `main` is `main-multiple`'s. Landmarks that may be hidden by a style sheet cannot be
//! told from others here: a question where they have a class or an id.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Kind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LandmarkDuplicated;

struct LandmarkDuplicated;

static META: Meta = Meta {
    id: "landmark-duplicated",
    level: Level::Warning,
    title: text(
        "Plusieurs en-têtes ou pieds de page",
        "Several page headers or footers",
    ),
    why: text(
        "Un lecteur d’écran annonce deux en-têtes (ou pieds de page) du site : on ne sait plus lequel est celui de la page.",
        "A screen reader announces two site headers (or footers): nobody knows which is the page's.",
    ),
    fix: text(
        "Ne garder ce rôle que pour l’en-tête (ou le pied) de la page ; placer les autres <header> et <footer> dans un <article> ou une <section>.",
        "Keep this role for the page's header (or footer) only; put other <header> and <footer> elements inside an <article> or <section>.",
    ),
    proofs: &[Proof::hints(&[test(12, 6, 1)])],
    interest: &[Interest::Page],
    fail: &["<header>Mairie</header><header>Actualités</header>"],
    review: &[
        "<div role=banner class=mobile>Mairie</div><div role=banner class=bureau>Mairie</div>",
    ],
    pass: &["<header>Mairie</header><article><header>Actualités</header></article>"],
    na: &["<p>Rien</p>"],
    ..Meta::NEW
};

const AGAIN: Text = text(
    "ce <{tag}> est un deuxième repère « {role} » : la page ne devrait en avoir qu’un",
    "this <{tag}> is a second \"{role}\" landmark: the page should have only one",
);
const MAYBE: Text = text(
    "ce <{tag}> est un deuxième repère « {role} » : les deux sont-ils affichés en même temps ?",
    "this <{tag}> is a second \"{role}\" landmark: are both shown at the same time?",
);
const ALSO: Text = text("encore un autre", "one more");
const FIRST: Text = text("le premier", "the first one");

impl Check for LandmarkDuplicated {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut first: [Option<Element<'p>>; 2] = [None, None];
        for e in semantics.elements_of(Kind::Zone) {
            let role = semantics.role(e);
            let at = match role {
                Some("banner") => 0,
                Some("contentinfo") => 1,
                _ => continue,
            };
            if e.in_template() || !semantics.is_exposed(e) {
                continue;
            }
            let Some(one) = first[at] else {
                first[at] = Some(e);
                cx.pass();
                continue;
            };
            let named = |e: Element<'_>| e.has_attr("class") || e.has_attr("id");
            let role = role.unwrap_or_default();
            let draft = if named(one) || named(e) {
                cx.review_together(e, &MAYBE, role, &ALSO)
            } else {
                cx.fail_together(e, &AGAIN, role, &ALSO)
            };
            if let Some(draft) = draft {
                draft
                    .arg("tag", e.name())
                    .arg("role", role)
                    .related(one.place(), &FIRST);
            }
        }
    }
}
