//! RGAA 11.2.5: a field whose `aria-label` or `aria-labelledby` leaves out words of its visible label.
//!
//! The test asks it of each source that is present, not only of the one that wins. A certain failure for the words of a `label` that no
//! style sheet can hide on its own (no class, id or style on the way); a question otherwise. `title` is judged by
//! `field-title-mismatch`. Decides, together with it; where no `label` is shown, `field-label-not-visible` leaves the test to a person.

use super::field::{FIELD_ELEMENTS, is_native_field};
use super::visible::missing_from;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, Repeated};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldLabelNotInName;

struct FieldLabelNotInName;

const REPEATED: TestId = test(11, 2, 5);

static META: Meta = Meta {
    id: "field-label-not-in-name",
    title: text(
        "Étiquette visible absente du nom accessible du champ",
        "Visible label missing from the field's accessible name",
    ),
    why: text(
        "Qui pilote son ordinateur à la voix prononce l’étiquette affichée ; qui l’écoute entend autre chose que ce qui est écrit.",
        "People who control their computer by voice say the label they see; people who listen hear something else than what is written.",
    ),
    fix: text(
        "Reprendre l’étiquette affichée, d’un seul tenant, dans aria-label ; ou supprimer aria-label et garder le <label>.",
        "Repeat the label shown, in one piece, in aria-label; or remove aria-label and keep the <label>.",
    ),
    proofs: &[Proof::decides(&[REPEATED])],
    act: &["2ee8b8"],
    interest: &[Interest::Elements(FIELD_ELEMENTS)],
    fail: &["<label for=c>Courriel</label><input id=c aria-label='Adresse électronique'>"],
    review: &[
        "<label for=c class=etiquette>Courriel</label><input id=c aria-label='Adresse électronique'>",
    ],
    pass: &["<label for=c>Courriel *</label><input id=c aria-label='Courriel, obligatoire'>"],
    na: &["<label for=c>Courriel</label><input id=c>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "{source} donne au champ le nom « {name} », qui ne contient pas son étiquette visible « {missing} »",
    "{source} gives the field the name \"{name}\", which does not contain its visible label \"{missing}\"",
);
const UNSURE: Text = text(
    "le nom « {name} » que {source} donne au champ contient-il l’étiquette affichée, « {missing} » ?",
    "does the name \"{name}\" that {source} gives the field contain the label shown, \"{missing}\"?",
);
const LABEL: Text = text("l’étiquette", "the label");

impl Check for FieldLabelNotInName {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, field: Element<'p>, cx: &mut Context<'p>) {
        if !field.has_attr("aria-label") && !field.has_attr("aria-labelledby") {
            return;
        }
        let semantics = cx.semantics();
        if !is_native_field(field) {
            return;
        }
        if !semantics.is_exposed(field) {
            return cx.leave_open(&[REPEATED]);
        }
        let named = semantics.name(field);
        let by_reference = (named.source == NameSource::AriaLabelledby).then(|| &*named.text);
        let by_label = field.attr("aria-label").filter(|l| !l.trim().is_empty());
        for (source, name) in [("aria-labelledby", by_reference), ("aria-label", by_label)] {
            let Some(name) = name else { continue };
            let Some((label, found)) = missing_from(name, field, semantics) else {
                continue;
            };
            let target = (
                field,
                field.attribute(source).map_or(field.place(), |a| a.place()),
            );
            let (draft, missing) = match found {
                Repeated::Nothing | Repeated::Yes => {
                    cx.pass();
                    continue;
                }
                Repeated::No(missing) => (cx.fail(target, &MISSING), missing),
                Repeated::Unsure => (
                    cx.review(target, &UNSURE),
                    semantics.text(label).into_owned(),
                ),
            };
            draft
                .arg("source", source)
                .arg("name", name)
                .arg("missing", missing)
                .related(label.place(), &LABEL);
        }
    }
}
