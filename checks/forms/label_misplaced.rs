//! RGAA 11.4.1 to 11.4.3: where the label stands.
//!
//! The tests judge what is seen, so the check hints by the order of the source: a label after a field to type in or choose from (11.4.2), before a
//! box or a button to tick (11.4.3), or parted from its field by other controls (11.4.1). One question a page for each. Scripts written from
//! right to left mirror the sides, not the order of the source. Inapplicable: no such field.

use super::field::is_to_tick;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::links::link::is_for_pointers_only;
use crate::dom::{Element, NodeId, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LabelMisplaced;

struct LabelMisplaced;

const NEXT_TO: TestId = test(11, 4, 1);
const BEFORE: TestId = test(11, 4, 2);
const AFTER: TestId = test(11, 4, 3);

static META: Meta = Meta {
    id: "label-misplaced",
    title: text(
        "Étiquette loin du champ ou du mauvais côté",
        "Label far from the field or on the wrong side",
    ),
    why: text(
        "Qui grossit l’écran ne voit qu’une petite partie du formulaire : l’étiquette doit être là où on l’attend.",
        "People who magnify the screen see a small part of the form: the label must be where it is expected.",
    ),
    fix: text(
        "Placer l’étiquette juste avant le champ ; juste après une case à cocher ou un bouton radio.",
        "Put the label just before the field; just after a checkbox or a radio button.",
    ),
    proofs: &[
        Proof::hints(&[NEXT_TO]).inapplicable_without_targets(),
        Proof::hints(&[BEFORE]).inapplicable_without_targets(),
        Proof::hints(&[AFTER]).inapplicable_without_targets(),
    ],
    interest: &[Interest::Page],
    review: &[
        "<input id=n><label for=n>Nom</label>",
        "<label for=c>Accepter</label><input type=checkbox id=c>",
        "<label for=n>Nom</label><label for=p>Prénom</label><input id=n><input id=p>",
    ],
    pass: &[
        "<label for=n>Nom</label><input id=n>",
        "<input type=checkbox id=c><label for=c>Accepter</label>",
    ],
    na: &["<button>Envoyer</button>"],
    ..Meta::NEW
};

const TOO_LATE: Text = text(
    "l’étiquette de ce champ vient après lui dans le code : s’affiche-t-elle juste au-dessus ou à gauche ?",
    "the label of this field comes after it in the source: is it shown just above it or on its left?",
);
const TOO_EARLY: Text = text(
    "l’étiquette de cette case ou de ce bouton radio vient avant dans le code : s’affiche-t-elle juste à droite ou au-dessous ?",
    "the label of this checkbox or radio button comes before it in the source: is it shown just on its right or below?",
);
const PARTED: Text = text(
    "d’autres champs ou d’autres étiquettes séparent ce champ de la sienne dans le code : s’affichent-ils côte à côte ?",
    "other fields or labels part this field from its own in the source: are they shown next to each other?",
);
const LABEL: Text = text("l’étiquette", "the label");
const ALSO: Text = text("ce champ aussi", "this field too");

impl Check for LabelMisplaced {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        for field in semantics.fields().iter().map(|f| f.element) {
            if is_for_pointers_only(field, semantics) {
                continue;
            }
            let to_tick = is_to_tick(field, semantics);
            let side = if to_tick { AFTER } else { BEFORE };
            cx.leave_open(&[NEXT_TO, side]);
            let label = semantics
                .labels(field)
                .find(|label| semantics.is_rendered(*label) && !label.text_is_blank());
            let Some(label) = label.filter(|_| semantics.is_rendered(field)) else {
                continue;
            };
            let comes_first = if label.contains(field) {
                text_before(label, field)
            } else {
                label.id() < field.id()
            };
            let question = if !label.contains(field) && are_parted(label, field, semantics) {
                Some((&PARTED, NEXT_TO))
            } else if to_tick == comes_first {
                Some((if to_tick { &TOO_EARLY } else { &TOO_LATE }, side))
            } else {
                None
            };
            if let Some((question, test)) = question
                && let Some(draft) = cx.review_together(field, question, "", &ALSO)
            {
                draft.related(label.place(), &LABEL).tests(&[test]);
            }
        }
    }
}

/// Whether the label around a field begins with its words.
fn text_before(label: Element<'_>, field: Element<'_>) -> bool {
    (label.id() + 1..field.id()).any(|id| is_words(label, id))
}

fn is_words(near: Element<'_>, id: NodeId) -> bool {
    matches!(near.document().node(id), NodeRef::Text(text) if !text.is_blank())
}

/// Whether another field or label stands between a label and its field. Far apart, they are not looked between: nothing brings them
/// together in the source.
fn are_parted<'p>(label: Element<'p>, field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    const FAR: NodeId = 100;
    let between = if label.id() < field.id() {
        label.subtree_end()..field.id()
    } else {
        field.subtree_end()..label.id()
    };
    if between.len() as NodeId > FAR {
        return true;
    }
    between
        .filter_map(|id| field.document().element(id))
        .any(|e| (e.is("label") || semantics.is_field(e)) && semantics.is_rendered(e))
}
