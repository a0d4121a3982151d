//! RGAA 6.1.5: the name that `aria-label` or `aria-labelledby` gives a link leaves out words shown on it.
//!
//! A certain failure for words that no style sheet can hide on their own (text of the link itself, or of descendants without class, id
//! or style; where there are style sheets, of a link without them too, which may be an icon); a question for the others, and for what the RGAA exempts or leaves to judgement: parts of words, figures, parentheses.
//! Symbols are exempt. `title` is judged by `link-title-mismatch`.
//!
//! Decides, with that check: where every such name holds the text shown, and no image in these links could show more, all conform.

use super::link::{LINK_ROLES, is_link};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, Repeated};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LinkLabelNotInName;

struct LinkLabelNotInName;

/// Whether the name holds the text shown.
pub const SHOWN: TestId = test(6, 1, 5);

static META: Meta = Meta {
    id: "link-label-not-in-name",
    title: text(
        "Intitulé visible absent du nom accessible du lien",
        "Visible text missing from the link's accessible name",
    ),
    why: text(
        "Qui pilote son ordinateur à la voix prononce le texte qu’il voit : si le nom du lien ne le contient pas, rien ne se passe.",
        "People who control their computer by voice say the text they see: if the link's name does not contain it, nothing happens.",
    ),
    fix: text(
        "Reprendre dans aria-label le texte affiché, d’un seul tenant, et ajouter le reste avant ou après ; ou supprimer aria-label.",
        "Repeat the text shown in aria-label, in one piece, and add the rest before or after; or remove aria-label.",
    ),
    proofs: &[Proof::decides(&[SHOWN])],
    act: &["2ee8b8"],
    interest: &[Interest::Roles(LINK_ROLES)],
    fail: &["<a href=/budget aria-label='En savoir plus'>Budget 2024</a>"],
    review: &["<a href=/budget aria-label='En savoir plus'><span class=titre>Budget</span></a>"],
    pass: &[
        "<a href=/budget aria-label='Budget 2024, en savoir plus'>Budget 2024</a>",
        "<a href=/2 aria-label='Page suivante'>&gt;</a>",
    ],
    na: &["<a href=/budget>Budget 2024</a>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "le nom de ce lien, « {name} » ({source}), ne contient pas son texte visible « {missing} »",
    "the name of this link, \"{name}\" ({source}), does not contain its visible text \"{missing}\"",
);
const UNSURE: Text = text(
    "le nom de ce lien, « {name} » ({source}), contient-il le texte affiché, « {missing} » ?",
    "does the name of this link, \"{name}\" ({source}), contain the text shown, \"{missing}\"?",
);

impl Check for LinkLabelNotInName {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        if !link.has_attr("aria-label") && !link.has_attr("aria-labelledby") || !is_link(link) {
            return;
        }
        let semantics = cx.semantics();
        let name = semantics.name(link);
        let source = match name.source {
            NameSource::AriaLabelledby => "aria-labelledby",
            NameSource::AriaLabel => "aria-label",
            _ => return,
        };
        if !semantics.is_exposed(link) {
            return cx.leave_open(&[SHOWN]);
        }
        if holds_picture(link) {
            // It may show words.
            cx.leave_open(&[SHOWN]);
        }
        let label = semantics.visible_label(link);
        if label.text.trim().is_empty() {
            // A style sheet may show an image of words.
            if semantics.sheets().any() {
                cx.leave_open(&[SHOWN]);
            }
            return;
        }
        let target = (
            link,
            link.attribute(source).map_or(link.place(), |a| a.place()),
        );
        match label.repeated_in(&name.text) {
            Repeated::Nothing | Repeated::Yes => cx.pass(),
            Repeated::No(missing) => {
                cx.fail(target, &MISSING)
                    .arg("name", &name.text)
                    .arg("source", source)
                    .arg("missing", missing);
            }
            Repeated::Unsure => {
                cx.review(target, &UNSURE)
                    .arg("name", &name.text)
                    .arg("source", source)
                    .arg("missing", label.text);
            }
        }
    }
}

/// Whether something in the link is a picture, whose words nobody reads here.
pub fn holds_picture(link: Element<'_>) -> bool {
    let pictures = [
        "img", "svg", "canvas", "object", "embed", "video", "picture", "input",
    ];
    link.descendants().any(|e| pictures.contains(&e.name()))
}
