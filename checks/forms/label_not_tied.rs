//! RGAA 11.1.1, by its letter: a `label` around a field without a `for` that names it.
//!
//! HTML ties a label to the field inside it; test 11.1.1 accepts only «a `label` having a `for` attribute». So a field that nothing else
//! names does not conform to the letter, though browsers name it: some speech recognition software does not. Auditors cite it and tools
//! for WCAG do not, hence an id and a level of its own (warning). Refutes the test. One finding for
//! the page, since it is a habit rather than a slip.

use super::field::{FIELD_ELEMENTS, Labels};
use super::field_unlabelled::says_nothing;
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LabelNotTied;

struct LabelNotTied;

static META: Meta = Meta {
    id: "label-not-tied",
    level: Level::Warning,
    title: text(
        "Étiquette qui entoure le champ sans for",
        "Label around the field without for",
    ),
    why: text(
        "Le RGAA demande un attribut for : des logiciels de reconnaissance vocale ne relient pas au champ une étiquette qui ne fait que l’entourer.",
        "The RGAA asks for a for attribute: some speech recognition software does not tie a label to the field it merely surrounds.",
    ),
    fix: text(
        "Donner un id au champ et le même for à l’étiquette, qui peut continuer de l’entourer.",
        "Give the field an id and the label the same for; it may still surround the field.",
    ),
    proofs: &[Proof::refutes(&[test(11, 1, 1)])],
    interest: &[Interest::Elements(FIELD_ELEMENTS)],
    fail: &["<label>Nom <input name=nom></label>"],
    pass: &["<label for=n>Nom <input id=n></label>"],
    na: &["<input name=nom>", "<label>Nom <input title=Nom></label>"],
    ..Meta::NEW
};

const NOT_TIED: Text = text(
    "cette étiquette entoure le champ <{tag}> sans le désigner : il lui manque un attribut for",
    "this label surrounds the <{tag}> field without naming it: it lacks a for attribute",
);
const FIELD: Text = text("le champ", "the field");

const ALSO: Text = text("cette étiquette aussi", "this label too");

impl Check for LabelNotTied {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, field: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !semantics.is_field(field) {
            return;
        }
        let labels = Labels::of(field, semantics);
        if labels.tied.is_some() {
            return cx.pass();
        }
        let Some(label) = labels.wrapping else {
            return;
        };
        // `field-unlabelled` tells of a label without a word.
        if labels.any() || !semantics.is_rendered(field) || says_nothing(field, cx) == Some(true) {
            return;
        }
        let target = (label, label.name_place());
        if let Some(draft) = cx.fail_together(target, &NOT_TIED, "", &ALSO) {
            draft
                .arg("tag", field.name())
                .related(field.place(), &FIELD);
        }
    }
}
