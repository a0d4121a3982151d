//! RGAA 11.2.1 to 11.2.4: does the label tell exactly what the field is for?
//!
//! Only a person can say, so the check hints. Each field is the subject of the test of the source that names it, in the glossary's order
//! («Étiquette de champ de formulaire»): `label` (11.2.1), `title` (11.2.2), `aria-label` (11.2.3), `aria-labelledby` (11.2.4); a test is
//! inapplicable when no field is named that way. Asked: labels that any field could have, one label for several fields of a
//! form outside of groups that tell them apart, a mark of what is required in `aria-label` (the glossary forbids it), a label
//! that is only an image.

use std::collections::HashMap;

use super::field::is_to_tick;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, Semantics};
use crate::spec::form_words::{REQUIRED_SIGNS, fits_any_field, says_required};
use crate::text::{Text, fold, text};

pub static CHECK: &dyn Check = &FieldLabelVague;

struct FieldLabelVague;

static META: Meta = Meta {
    id: "field-label-vague",
    title: text(
        "Étiquette de champ imprécise",
        "Field label that is not precise",
    ),
    why: text(
        "Lue seule par un lecteur d’écran, l’étiquette doit dire exactement ce que le champ attend.",
        "Read by itself by a screen reader, the label must tell exactly what the field is for.",
    ),
    fix: text(
        "Préciser l’étiquette, ou grouper les champs sous une légende qui les distingue.",
        "Make the label precise, or group the fields under a legend that tells them apart.",
    ),
    proofs: &[
        Proof::hints(&[test(11, 2, 1)]).inapplicable_without_targets(),
        Proof::hints(&[test(11, 2, 2)]).inapplicable_without_targets(),
        Proof::hints(&[test(11, 2, 3)]).inapplicable_without_targets(),
        Proof::hints(&[test(11, 2, 4)]).inapplicable_without_targets(),
    ],
    interest: &[Interest::Page],
    review: &[
        "<label for=a>Champ texte</label><input id=a>",
        "<form><input title=Nom><input title=Nom></form>",
        "<input aria-label='Nom (obligatoire)'>",
    ],
    pass: &["<label for=a>Nom</label><input id=a><input title=Ville>"],
    na: &["<input>", "<p>Sans champ</p>"],
    ..Meta::NEW
};

const ANY: Text = text(
    "l’étiquette « {label} » conviendrait à n’importe quel champ : dit-elle ce que celui-ci attend ?",
    "the label \"{label}\" would suit any field: does it tell what this one is for?",
);
const SAME: Text = text(
    "{count} champs de ce formulaire ont l’étiquette « {label} » : sait-on lequel est lequel ?",
    "{count} fields of this form have the label \"{label}\": can one tell which is which?",
);
const SAME_HERE: Text = text("même étiquette", "same label");
const MARK: Text = text(
    "aria-label=\"{label}\" dit que le champ est obligatoire, ce que le RGAA n’admet pas dans aria-label : l’est-ce ailleurs, à l’écran ?",
    "aria-label=\"{label}\" says that the field is required, which the RGAA does not accept in aria-label: is it said elsewhere, on screen?",
);
const IMAGE: Text = text(
    "l’étiquette de ce champ n’est qu’une image, d’alternative « {label} » : l’image dit-elle ce qu’il attend ?",
    "the label of this field is only an image, with the alternative \"{label}\": does the image tell what it is for?",
);
const ALSO: Text = text("ce champ aussi", "this field too");

impl Check for FieldLabelVague {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        // By form, group and label.
        let mut same: HashMap<(NodeId, Option<NodeId>, String), usize> = HashMap::new();
        let mut sets: Vec<(String, TestId, Vec<Element<'p>>)> = Vec::new();
        for field in semantics.fields() {
            let (form, field) = (field.form, field.element);
            let name = semantics.rgaa_name(field);
            let test = match name.source {
                NameSource::Label => test(11, 2, 1),
                NameSource::Title => test(11, 2, 2),
                NameSource::AriaLabel => test(11, 2, 3),
                NameSource::AriaLabelledby => test(11, 2, 4),
                _ => continue,
            };
            let to_tick = is_to_tick(field, semantics);
            let question = if !semantics.is_rendered(field) {
                None
            } else if !to_tick && fits_any_field(&name.text) {
                Some(&ANY)
            } else if name.source == NameSource::AriaLabel
                && (name.text.contains(REQUIRED_SIGNS[0]) || says_required(&name.text))
            {
                Some(&MARK)
            } else if name.source == NameSource::Label && is_image_only(field, semantics) {
                Some(&IMAGE)
            } else {
                None
            };
            let Some(question) = question else {
                cx.leave_open(&[test]);
                if let Some(form) = form.filter(|_| !to_tick && semantics.is_rendered(field)) {
                    let key = (form.id(), group_of(field, semantics), fold(&name.text));
                    let at = *same.entry(key).or_insert_with(|| {
                        sets.push((name.text.to_string(), test, Vec::new()));
                        sets.len() - 1
                    });
                    sets[at].2.push(field);
                }
                continue;
            };
            if let Some(draft) = cx.review_together(field, question, &*name.text, &ALSO) {
                draft.arg("label", &name.text).tests(&[test]);
            }
        }
        for (label, test, fields) in sets {
            if fields.len() < 2 {
                continue;
            }
            let mut draft = cx
                .review(fields[0], &SAME)
                .arg("count", fields.len())
                .arg("label", &label)
                .tests(&[test]);
            for field in fields.iter().skip(1).take(SHOWN) {
                draft = draft.related(field.place(), &SAME_HERE);
            }
        }
    }
}

/// Fields shown of those that have one label.
const SHOWN: usize = 20;

/// What tells a field from another of the same label: a group, a cell, a row, an item.
fn group_of<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> Option<NodeId> {
    let group = field.ancestors().take(12).find(|a| {
        a.is_any(&["fieldset", "tr", "li", "section", "article", "dialog"])
            || a.has_attr("role")
                && matches!(
                    semantics.explicit_role(*a),
                    Some("group" | "radiogroup" | "region" | "row" | "dialog" | "tabpanel")
                )
    });
    group.map(Element::id)
}

fn is_image_only<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    semantics.labels(field).all(|label| {
        label.text_is_blank()
            && label
                .descendants()
                .any(|e| e.is("img") || e.name() == "svg")
    })
}
