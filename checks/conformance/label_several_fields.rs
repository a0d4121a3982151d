//! HTML Standard 4.10.4: a `label` holds at most one field (a labelable element, 4.10.2).
//!
//! Browsers tie the label to the first one only. The nesting itself is allowed, so RGAA 8.2.1 is not refuted. The outermost label
//! speaks for those inside it, which `content-model` tells of.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Element, NodeId};
use crate::semantics::is_labelable;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LabelSeveralFields;

struct LabelSeveralFields;

static META: Meta = Meta {
    id: "label-several-fields",
    category: Category::Conformance,
    title: text(
        "Étiquette qui contient plusieurs champs",
        "Label that holds several fields",
    ),
    why: text(
        "L’étiquette ne vaut que pour le premier champ : les autres n’ont pas de nom pour un lecteur d’écran.",
        "The label goes to the first field only: the others have no name for a screen reader.",
    ),
    fix: text(
        "Donner à chaque champ sa propre étiquette.",
        "Give each field a label of its own.",
    ),
    interest: &[Interest::Elements(&["label"])],
    fail: &["<label>Du <input> au <input></label>"],
    pass: &["<label>Du <input><input type=hidden></label>"],
    na: &["<p>Du</p>"],
    ..Meta::NEW
};

const SECOND: Text = text(
    "ce <{tag}> est le second champ de l’étiquette, qui ne peut en contenir qu’un",
    "this <{tag}> is the second field of the label, which may hold only one",
);
const FIRST: Text = text("le premier champ", "the first field");
const LABEL: Text = text("l’étiquette", "the label");

/// One past the last node inside the outermost label.
#[derive(Default)]
struct Inside(NodeId);

impl Check for LabelSeveralFields {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, label: Element<'p>, cx: &mut Context<'p>) {
        if !label.is_html() || label.id() < cx.memory::<Inside>().0 {
            return;
        }
        cx.memory::<Inside>().0 = label.subtree_end();
        let mut fields = label.descendants().filter(|e| is_labelable(*e));
        let (Some(first), Some(second)) = (fields.next(), fields.next()) else {
            return cx.pass();
        };
        cx.fail(second, &SECOND)
            .arg("tag", second.name())
            .related(first.place(), &FIRST)
            .related(label.place(), &LABEL);
    }
}
