//! RGAA 9.2.1: the main content is in a `main` element.
//!
//! The test asks for `main` on every page of HTML5 doctype (with another, or none, the criterion does not apply): no `main` at all is a
//! certain failure, and `role="main"` on another element does not meet its letter. Pages of frames have no content of their own, and
//! nobody gets one that redirects at once. The other zones may not exist, so the check refutes and does not decide; with another
//! doctype, which no script changes, the test does not apply. A page that scripts build has its `main` later: without any content in
//! the body, or no more than a word to wait for it, a question.

use super::zones::is_html5;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::rgaa::{TestId, test};
use crate::semantics::Kind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MainMissing;

struct MainMissing;

const ZONES: TestId = test(9, 2, 1);

static META: Meta = Meta {
    id: "main-missing",
    title: text("Page sans balise main", "Page without a main element"),
    why: text(
        "Les lecteurs d’écran sautent d’une touche au contenu principal, si la page dit où il est.",
        "Screen readers jump to the main content with one key, if the page says where it is.",
    ),
    fix: text(
        "Entourer le contenu principal d’un <main>, sans l’en-tête, le menu ni le pied de page.",
        "Put the main content in a <main>, without the header, menu and footer.",
    ),
    proofs: &[Proof::refutes(&[ZONES])
        .inapplicable_without_targets()
        .whatever_scripts_do()],
    interest: &[Interest::Page],
    fail: &[
        "<!DOCTYPE html><h1>Accueil</h1>",
        "<!DOCTYPE html><div role=main><h1>Accueil</h1></div>",
    ],
    review: &["<!DOCTYPE html><div id=app></div><script src=app.js></script>"],
    pass: &[
        "<!DOCTYPE html><main><h1>Accueil</h1></main>",
        "<!DOCTYPE html><meta http-equiv=refresh content='0; url=/agenda'><p>Redirection</p>",
    ],
    na: &[
        "<h1>Accueil</h1>",
        "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><h1>Accueil</h1>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "cette page n’a pas de balise <main>",
    "this page has no <main> element",
);
const ROLE: Text = text(
    "cette page n’a pas de balise <main> : role=\"main\" sur un <{tag}> ne suffit pas au RGAA",
    "this page has no <main> element: role=\"main\" on a <{tag}> is not enough for the RGAA",
);
const EMPTY: Text = text(
    "cette page n’a pas de balise <main>, ni guère de contenu avant que ses scripts s’exécutent : en créent-ils une ?",
    "this page has no <main> element, and hardly any content before its scripts run: do they create one?",
);

impl Check for MainMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let (doc, semantics) = (cx.doc(), cx.semantics());
        if !is_html5(doc) {
            return;
        }
        let Some(body) = doc.body().filter(|b| b.is("body")) else {
            return cx.leave_open(&[ZONES]);
        };
        let zones = || {
            let all = semantics.elements_of(Kind::Zone);
            all.filter(|e| !e.in_template())
        };
        let mut elements = zones();
        if elements.any(|e| e.is("main")) {
            return cx.pass();
        }
        if semantics.is_redirect() {
            return cx.leave_open(&[ZONES]);
        }
        if semantics.is_shell() {
            cx.review(body, &EMPTY);
            return;
        }
        let mut elements = zones();
        match elements.find(|e| semantics.explicit_role(*e) == Some("main")) {
            Some(e) => {
                cx.fail(e, &ROLE).arg("tag", e.name());
            }
            None => {
                cx.fail(body, &MISSING);
            }
        }
    }
}
