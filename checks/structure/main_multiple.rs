//! RGAA 9.2.1, WHATWG HTML 4.4.14: one `main` is shown at a time.
//!
//! The test asks for a «single visible `main`», the others having `hidden`. Two that nothing in the page hides are a certain failure
//! where neither has a class, id or style that a style sheet could hide it by; otherwise a question, since the technical note accepts
//! hiding by style. For HTML the attribute alone counts: a second `main` without `hidden` is an error whatever hides it.

use super::zones::{is_html5, shown_mains};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Kind;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &MainMultiple;

struct MainMultiple;

static META: Meta = Meta {
    id: "main-multiple",
    html_error: true,
    title: text("Plusieurs balises main", "Several main elements"),
    why: text(
        "Le raccourci vers le contenu principal mène au premier <main>, qui n’est peut-être pas le bon.",
        "The shortcut to the main content leads to the first <main>, which may not be the right one.",
    ),
    fix: text(
        "Ne garder qu’un <main>, ou mettre l’attribut hidden sur ceux qui ne sont pas affichés.",
        "Keep one <main> only, or put the hidden attribute on those that are not shown.",
    ),
    proofs: &[Proof::refutes(&[test(9, 2, 1)])],
    interest: &[Interest::Page],
    fail: &[
        "<!DOCTYPE html><main>Un</main><main>Deux</main>",
        "<!DOCTYPE html><main class=a>Un</main><main class=b>Deux</main>",
    ],
    review: &["<!DOCTYPE html><main>Un</main><div role=main>Deux</div>"],
    pass: &["<!DOCTYPE html><main>Un</main><main hidden>Deux</main>"],
    na: &["<!DOCTYPE html><p>Rien</p>"],
    ..Meta::NEW
};

const SECOND: Text = text(
    "cette page a déjà un <main> visible",
    "this page already has a visible <main>",
);
const MAYBE: Text = text(
    "cette page a déjà un <main> : HTML n’en admet qu’un sans attribut hidden, même si la feuille de style n’en montre qu’un à la fois",
    "this page already has a <main>: HTML allows only one without the hidden attribute, even if the style sheet shows one at a time",
);
const BY_ROLE: Text = text(
    "cette page a déjà un contenu principal : ce role=\"main\" en fait-il un second pour les lecteurs d’écran ?",
    "this page already has a main content: does this role=\"main\" make a second one for screen readers?",
);
const FIRST: Text = text("le premier", "the first one");

impl Check for MainMultiple {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let shown = |e: &Element<'p>| semantics.is_exposed(*e);
        let mut mains = semantics
            .elements_of(Kind::Zone)
            .filter(|e| e.is("main") && !e.in_template() && !e.has_attr("hidden"));
        let Some(first) = mains.next() else {
            return;
        };
        let tests: &[_] = if is_html5(cx.doc()) {
            &[test(9, 2, 1)]
        } else {
            &[]
        };
        let mut single = true;
        for other in mains {
            single = false;
            let sure = |e| shown(&e) && !may_be_hidden(e);
            if sure(first) && sure(other) {
                cx.fail(other, &SECOND).tests(tests)
            } else {
                cx.leave_open(tests);
                cx.fail(other, &MAYBE).tests(&[])
            }
            .related(first.place(), &FIRST);
        }
        // WAI-ARIA 1.2, `main`: authors should mark no more than one. A second one that is asked about leaves the test open.
        let by_role = semantics.elements_of(Kind::Zone).filter(|e| {
            !e.is("main") && !e.in_template() && semantics.role(*e) == Some("main") && shown(e)
        });
        for other in by_role {
            single = false;
            cx.review(other, &BY_ROLE)
                .level(Level::Warning)
                .related(first.place(), &FIRST);
        }
        if single && shown_mains(semantics).next().is_some() {
            cx.pass();
        }
    }
}

/// Whether a style sheet can pick the element, or one around it, and hide it.
fn may_be_hidden(e: Element<'_>) -> bool {
    std::iter::once(e)
        .chain(e.ancestors())
        .take_while(|e| !e.is("body"))
        .any(|e| ["class", "id", "style"].iter().any(|name| e.has_attr(name)))
}
