//! HTML Standard 4.10.4 «The label element»: a field inside a `label` with `for` is the one that `for` names.
//!
//! RGAA asks the tie of each field (11.1.1), which other checks judge. Not among the five families of 8.2.1.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::Element;
use crate::semantics::is_labelable;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LabelHoldsOtherField;

struct LabelHoldsOtherField;

static META: Meta = Meta {
    id: "label-holds-other-field",
    category: Category::Conformance,
    title: text(
        "Champ d’une étiquette faite pour un autre",
        "Field in the label of another",
    ),
    why: text(
        "Le texte de l’étiquette se lit avec le champ que désigne for, pas avec celui qu’elle contient, qui peut rester sans nom.",
        "The text of the label is read with the field that for names, not with the one it holds, which may be left without a name.",
    ),
    fix: text(
        "Donner au champ contenu l’identifiant que dit for, ou le sortir de l’étiquette.",
        "Give the field inside the id that for tells, or take it out of the label.",
    ),
    interest: &[Interest::Elements(&["label"])],
    fail: &["<label for=nom>Nom <input id=prenom></label><input id=nom>"],
    pass: &["<label for=nom>Nom <input id=nom></label>"],
    na: &[
        "<label>Nom <input></label>",
        "<label for=nom>Nom</label><input id=nom>",
    ],
    ..Meta::NEW
};

const OTHER: Text = text(
    "ce champ est dans une étiquette dont for désigne « {id} », et n’a pas cet identifiant",
    "this field is in a label whose for names \"{id}\", and it does not have this id",
);
const LABEL: Text = text("l’étiquette", "the label");

impl Check for LabelHoldsOtherField {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, label: Element<'p>, cx: &mut Context<'p>) {
        let Some(id) = label.attribute("for").filter(|_| label.is_html()) else {
            return;
        };
        let fields = label.descendants().filter(|e| is_labelable(*e));
        for field in fields {
            if field.attr("id") == Some(id.value()) {
                cx.pass();
                continue;
            }
            cx.fail((field, field.name_place()), &OTHER)
                .arg("id", id.value())
                .related(id.place(), &LABEL);
        }
    }
}
