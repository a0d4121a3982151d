//! RGAA 9.1.2: the content of each heading is relevant; a heading as long as a paragraph often is one.
//!
//! Hints: length proves nothing (the title of a law may be long). More than 200 characters are asked about, save where the heading is code (a
//! signature in the documentation of a library).

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HeadingTooLong;

struct HeadingTooLong;

static META: Meta = Meta {
    id: "heading-too-long",
    level: Level::Warning,
    review_level: Level::Warning,
    title: text(
        "Titre aussi long qu’un paragraphe",
        "Heading as long as a paragraph",
    ),
    why: text(
        "Un titre se lit d’un coup d’œil ou d’une traite dans la liste des titres : un paragraphe entier s’y perd.",
        "A heading is read at a glance, or in one go in the list of headings: a whole paragraph is lost there.",
    ),
    fix: text(
        "Donner un titre court, et mettre ce texte dans un paragraphe ; pour le mettre en valeur, du CSS.",
        "Give a short heading, and put this text in a paragraph; to make it stand out, CSS.",
    ),
    proofs: &[Proof::hints(&[test(9, 1, 2)])],
    interest: &[Interest::Page],
    review: &[
        "<h3>Pour mieux comprendre ce que change le nouveau service de demande en ligne, la mairie a donné la parole à une \
         dizaine d’habitants qui s’en servent depuis un an, et qui racontent ici ce qu’ils en pensent et ce qu’ils en attendent.</h3>",
    ],
    pass: &["<h3>Ce que change le nouveau service</h3>"],
    na: &["<p>Sans titre</p>"],
    ..Meta::NEW
};

const LONG: Text = text(
    "ce titre de niveau {level} compte {count} caractères : est-ce un titre, ou un paragraphe mis en valeur ?",
    "this level {level} heading is {count} characters long: is it a heading, or a paragraph made to stand out?",
);

/// In Unicode scalar values.
const LIMIT: usize = 200;

impl Check for HeadingTooLong {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        for heading in cx.semantics().headings().iter().filter(|h| h.exposed) {
            // Bytes first: as many at least as characters.
            let count = match heading.text.len() {
                ..=LIMIT => 0,
                _ => heading.text.chars().count(),
            };
            if count > LIMIT && !is_code(heading.element) {
                cx.review(heading.element, &LONG)
                    .arg("level", heading.level)
                    .arg("count", count);
            } else {
                cx.pass();
            }
        }
    }
}

fn is_code(heading: Element<'_>) -> bool {
    heading.tokens("class").any(|c| c.contains("code"))
        || heading
            .child_elements()
            .next()
            .is_some_and(|e| e.is("code"))
}
