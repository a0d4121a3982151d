//! RGAA 11.2.1 to 11.2.4: a label that no person wrote for people.
//!
//! Fails for what cannot tell the purpose of a field: signs only («*», «:»), or what a program left (`undefined`, `null`, a machine name
//! such as `field_12`). The test is that of the source that names the field, in the glossary's order. Anything with a word in it is
//! for a person to judge, so the check refutes and does not decide. Blank labels are `field-unlabelled`'s.

use super::field::{FIELD_ELEMENTS, is_native_field};
use super::wording::{Fault, fault};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::NameSource;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldLabelMeaningless;

struct FieldLabelMeaningless;

static META: Meta = Meta {
    id: "field-label-meaningless",
    title: text(
        "Étiquette de champ qui ne veut rien dire",
        "Field label that means nothing",
    ),
    why: text(
        "L’étiquette lue par un lecteur d’écran est un signe ou un reste de programme : on ne sait pas quoi saisir.",
        "The label a screen reader says is a sign or a leftover of a program: nobody knows what to type.",
    ),
    fix: text(
        "Écrire dans l’étiquette ce qu’il faut saisir.",
        "Write in the label what is to be entered.",
    ),
    proofs: &[
        Proof::refutes(&[test(11, 2, 1)]),
        Proof::refutes(&[test(11, 2, 2)]),
        Proof::refutes(&[test(11, 2, 3)]),
        Proof::refutes(&[test(11, 2, 4)]),
    ],
    interest: &[Interest::Elements(FIELD_ELEMENTS)],
    fail: &[
        "<label for=a>*</label><input id=a>",
        "<input aria-label=undefined>",
        "<input title=champ_12>",
    ],
    review: &["<label for=a title=Windows>&#xf17a;</label><input id=a>"],
    pass: &["<label for=a>E-mail *</label><input id=a>"],
    na: &["<input>", "<label for=a></label><input id=a>"],
    ..Meta::NEW
};

const SIGNS: Text = text(
    "l’étiquette de ce champ n’est faite que de signes : « {label} »",
    "this field's label is made of signs only: \"{label}\"",
);
const ICON: Text = text(
    "l’étiquette de ce champ n’est faite que de pictogrammes d’une police : un texte va-t-il avec ?",
    "this field's label is made of icons of a font only: does a text go with them?",
);
const LEFTOVER: Text = text(
    "l’étiquette de ce champ, « {label} », est un reste de programme",
    "this field's label, \"{label}\", is the leftover of a program",
);

impl Check for FieldLabelMeaningless {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, field: Element<'p>, cx: &mut Context<'p>) {
        if !is_native_field(field) {
            return;
        }
        let semantics = cx.semantics();
        let name = semantics.rgaa_name(field);
        let (attribute, test) = match name.source {
            NameSource::Label => ("", test(11, 2, 1)),
            NameSource::Title => ("title", test(11, 2, 2)),
            NameSource::AriaLabel => ("aria-label", test(11, 2, 3)),
            NameSource::AriaLabelledby => ("aria-labelledby", test(11, 2, 4)),
            _ => return,
        };
        let label = name.text.trim();
        if label.is_empty() {
            return;
        }
        let Some(fault) = fault(label) else {
            return cx.pass();
        };
        let target = match name.source {
            NameSource::Label => semantics.labels(field).next().map(|l| l.place()),
            _ => field.attribute(attribute).map(|a| a.place()),
        };
        let target = (field, target.unwrap_or(field.place()));
        let message = match fault {
            Fault::Signs if label.contains(is_icon) => {
                cx.review(target, &ICON).tests(&[test]);
                return;
            }
            Fault::Signs => &SIGNS,
            Fault::Leftover => &LEFTOVER,
        };
        cx.fail_if_rendered(field, target, message)
            .arg("label", label)
            .tests(&[test]);
    }
}

/// Whether it is of private use (Unicode 23.5): only some fonts show something there.
fn is_icon(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}
