//! A heading more than one level below the one before it.
//!
//! The RGAA does not forbid it (glossary «Titre»: the hierarchy must make sense, levels may be skipped), so the verdict is a
//! question on 9.1.1. Its level is `error` all the same: people who run this in a build want to be stopped. Headings not
//! exposed to assistive technologies have no part in the outline.
//!
//! The HTML Standard (4.3.11) does forbid it: it is selected with the errors of HTML too. The verdict stays the one on 9.1.1, so that nobody
//! takes it for a failure of that test.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HeadingLevelSkip;

struct HeadingLevelSkip;

static META: Meta = Meta {
    id: "heading-level-skip",
    level: Level::Error,
    review_level: Level::Error,
    html_error: true,
    category: Category::Accessibility,
    title: text("Niveau de titre sauté", "Skipped heading level"),
    why: text(
        "Les lecteurs d’écran donnent le niveau de chaque titre : un niveau sauté laisse croire qu’une partie de la page manque.",
        "Screen readers tell the level of each heading: a skipped level suggests that a part of the page is missing.",
    ),
    fix: text(
        "Donner à ce titre le niveau qui suit celui du titre dont il dépend.",
        "Give this heading the level just below that of the heading it depends on.",
    ),
    proofs: &[Proof::hints(&[test(9, 1, 1)])],
    interest: &[Interest::Page],
    review: &[
        "<h1>Actualités</h1><h3>Juillet</h3>",
        "<h1>Actualités</h1><div role=heading aria-level=3>Juillet</div>",
    ],
    pass: &["<h1>Actualités</h1><h2>Juillet</h2><h1>Agenda</h1>"],
    na: &["<h1>Actualités</h1>", "<p>Sans titre</p>"],
    ..Meta::NEW
};

const SKIP: Text = text(
    "ce titre est de niveau {level} alors que le précédent est de niveau {previous} : la hiérarchie est-elle cohérente ?",
    "this heading is of level {level} while the one before it is of level {previous}: does the hierarchy make sense?",
);
const PREVIOUS: Text = text("le titre précédent", "the heading before it");

impl Check for HeadingLevelSkip {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let outline = semantics.outline().iter();
        let mut exposed = outline.filter(|(e, _)| semantics.is_exposed(*e));
        let Some(mut previous) = exposed.next() else {
            return;
        };
        for heading in exposed {
            let ((before, above), (e, level)) = (*previous, *heading);
            if level > above + 1 {
                cx.review(e, &SKIP)
                    .arg("level", level)
                    .arg("previous", above)
                    .related(before.place(), &PREVIOUS);
            } else {
                cx.pass();
            }
            previous = heading;
        }
    }
}
