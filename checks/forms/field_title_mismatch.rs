//! RGAA 11.2.5, by its letter: a labelled field whose `title` does not contain the visible label.
//!
//! The test asks it of `title` «if it is present», though the label comes first in the name: a `title` used as a hint of format
//! («jj/mm/aaaa») breaks the letter. Few tools say so and auditors differ, hence an id and a level of its own. A certain failure for
//! words that no style sheet can hide on its own; a question otherwise. Decides, together with `field-label-not-in-name`.

use super::field::{FIELD_ELEMENTS, is_native_field};
use super::visible::missing_from;
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::Repeated;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldTitleMismatch;

struct FieldTitleMismatch;

const REPEATED: TestId = test(11, 2, 5);

static META: Meta = Meta {
    id: "field-title-mismatch",
    level: Level::Warning,
    title: text(
        "title de champ qui ne reprend pas l’étiquette",
        "Field title that does not repeat the label",
    ),
    why: text(
        "Des lecteurs d’écran sont réglés pour lire le title : l’étiquette du champ est alors perdue.",
        "Some screen readers are set to read the title: the field's label is then lost.",
    ),
    fix: text(
        "Reprendre l’étiquette au début du title, ou donner l’aide par aria-describedby plutôt que par title.",
        "Begin the title with the label, or give the hint with aria-describedby rather than title.",
    ),
    proofs: &[Proof::decides(&[REPEATED])],
    interest: &[Interest::Elements(FIELD_ELEMENTS)],
    fail: &["<label for=d>Date de naissance</label><input id=d title='jj/mm/aaaa'>"],
    review: &["<label class=l for=d>Date de naissance</label><input id=d title='jj/mm/aaaa'>"],
    pass: &[
        "<label for=d>Date de naissance</label><input id=d title='Date de naissance (jj/mm/aaaa)'>",
    ],
    na: &[
        "<label for=d>Date</label><input id=d>",
        "<input title=Recherche>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "le title « {title} » ne contient pas l’étiquette visible du champ, « {missing} »",
    "the title \"{title}\" does not contain the field's visible label, \"{missing}\"",
);
const UNSURE: Text = text(
    "le title « {title} » contient-il l’étiquette affichée du champ, « {missing} » ?",
    "does the title \"{title}\" contain the field's label as shown, \"{missing}\"?",
);
const LABEL: Text = text("l’étiquette", "the label");

impl Check for FieldTitleMismatch {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, field: Element<'p>, cx: &mut Context<'p>) {
        let Some(attr) = field.attribute("title") else {
            return;
        };
        let (title, semantics) = (attr.value(), cx.semantics());
        if title.trim().is_empty() || !is_native_field(field) {
            return;
        }
        if !semantics.is_exposed(field) {
            return cx.leave_open(&[REPEATED]);
        }
        let Some((label, found)) = missing_from(title, field, semantics) else {
            return;
        };
        let (draft, missing) = match found {
            Repeated::Nothing | Repeated::Yes => return cx.pass(),
            Repeated::No(missing) => (cx.fail((field, attr), &MISSING), missing),
            Repeated::Unsure => (
                cx.review((field, attr), &UNSURE),
                semantics.text(label).into_owned(),
            ),
        };
        draft
            .arg("title", title)
            .arg("missing", missing)
            .related(label.place(), &LABEL);
    }
}
