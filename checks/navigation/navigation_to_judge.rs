//! RGAA 12.1 to 12.5: what a page offers to move about the site, for whoever compares it with the other pages.
//!
//! Hints: these tests are about a set of pages, and `site-navigation` concludes on it. 12.2.1 is inapplicable to a page without a link: it
//! has neither menu nor bar. One question a page and kind of zone, `off` by default.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &NavigationToJudge;

struct NavigationToJudge;

const BARS: TestId = test(12, 2, 1);

const SYSTEMS: &[TestId] = &[
    test(12, 1, 1),
    test(12, 3, 1),
    test(12, 3, 2),
    test(12, 3, 3),
    test(12, 4, 1),
    test(12, 4, 2),
    test(12, 4, 3),
    test(12, 5, 1),
    test(12, 5, 2),
    test(12, 5, 3),
];

static META: Meta = Meta {
    id: "navigation-to-judge",
    level: Level::Off,
    review_level: Level::Off,
    title: text(
        "Systèmes de navigation à comparer",
        "Navigation systems to compare",
    ),
    why: text(
        "Un menu, un plan ou une recherche qui change de place d’une page à l’autre oblige à tout réapprendre.",
        "A menu, a sitemap or a search that changes place from page to page must be learnt again each time.",
    ),
    fix: text(
        "Comparer plusieurs pages : mêmes systèmes de navigation, à la même place et dans le même ordre.",
        "Compare several pages: the same navigation systems, at the same place and in the same order.",
    ),
    proofs: &[
        Proof::hints(SYSTEMS),
        Proof::hints(&[BARS]).inapplicable_without_targets(),
    ],
    interest: &[
        Interest::Elements(&["a", "area", "button"]),
        Interest::Roles(&["navigation", "search"]),
        Interest::Page,
    ],
    review: &["<nav><a href=/>Accueil</a></nav>"],
    pass: &["<p><a href=/plan>Plan</a></p>"],
    na: &["<p>Horaires</p>"],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "zone de navigation ({role}) : est-elle à la même place et dans le même ordre sur les autres pages ?",
    "navigation zone ({role}): is it at the same place and in the same order on the other pages?",
);
const ALSO: Text = text("une autre", "another");

impl Check for NavigationToJudge {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if e.is_any(&["a", "area", "button"]) {
            *cx.memory::<bool>() |= !e.is("button") && e.has_attr("href") || e.has_attr("role");
            return;
        }
        let role = cx.semantics().role(e).unwrap_or_default();
        *cx.memory::<bool>() = true;
        if let Some(draft) = cx.review_together(e, &QUESTION, role, &ALSO) {
            draft.arg("role", role).tests(&[BARS]);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        if *cx.memory::<bool>() {
            cx.leave_open(&[BARS]);
        }
    }
}
