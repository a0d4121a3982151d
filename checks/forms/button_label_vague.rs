//! RGAA 11.9.1: the name of a form's button says what it does.
//!
//! Only a person can say, so the check hints; yet a name that a program left (`undefined`, a template) fails, on a button that sends or resets a
//! form by itself (`button-unnamed` has those without a name). Asked: names that any button could have, and one name for several buttons of a
//! form. Buttons outside of forms belong to scripts (7.1.1). Inapplicable: no button in a form.

use std::collections::HashMap;

use super::button::tests_of;
use super::field::form_of;
use super::wording::{Fault, fault};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::links::link::is_for_pointers_only;
use crate::dom::{Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::NameSource;
use crate::spec::form_words::fits_any_button;
use crate::spec::residue::residue;
use crate::text::{Text, fold, text};

pub static CHECK: &dyn Check = &ButtonLabelVague;

struct ButtonLabelVague;

const RELEVANT: TestId = test(11, 9, 1);
const SCRIPTED: TestId = test(7, 1, 1);

static META: Meta = Meta {
    id: "button-label-vague",
    title: text(
        "Bouton de formulaire à l’intitulé imprécis",
        "Form button whose name is not precise",
    ),
    why: text(
        "Lu seul par un lecteur d’écran, l’intitulé doit dire ce que fait le bouton.",
        "Read by itself by a screen reader, the name must say what the button does.",
    ),
    fix: text(
        "Dire dans l’intitulé ce que fait le bouton, et à quoi : « Envoyer la demande », « Supprimer la pièce jointe 2 ».",
        "Say in the name what the button does, and to what: \"Send the request\", \"Delete attachment 2\".",
    ),
    proofs: &[Proof::refutes(&[RELEVANT]).inapplicable_without_targets()],
    interest: &[Interest::Roles(&["button"]), Interest::Page],
    fail: &["<form><input type=submit value=undefined></form>"],
    review: &[
        "<form><button>OK</button></form>",
        "<form><button>Supprimer</button><button>Supprimer</button></form>",
    ],
    pass: &["<form><button>Envoyer la demande</button></form>"],
    na: &["<button type=button>Menu</button>"],
    ..Meta::NEW
};

const LEFTOVER: Text = text(
    "l’intitulé de ce bouton, « {name} », est un reste de programme",
    "the name of this button, \"{name}\", is the leftover of a program",
);
const MAYBE_LEFTOVER: Text = text(
    "l’intitulé de ce bouton, « {name} », paraît écrit pour un programme : dit-il ce que fait le bouton ?",
    "the name of this button, \"{name}\", seems written for a program: does it say what the button does?",
);
const ANY: Text = text(
    "l’intitulé « {name} » conviendrait à n’importe quel bouton : dit-il ce que fait celui-ci ?",
    "the name \"{name}\" would suit any button: does it say what this one does?",
);
const SAME: Text = text(
    "{count} boutons de ce formulaire ont l’intitulé « {name} » : sait-on ce que fait chacun ?",
    "{count} buttons of this form have the name \"{name}\": can one tell what each does?",
);
const SAME_HERE: Text = text("même intitulé", "same name");
const ALSO: Text = text("ce bouton aussi", "this button too");

/// Buttons by form and name, in order.
#[derive(Default)]
struct Named {
    at: HashMap<(NodeId, String), usize>,
    sets: Vec<Vec<NodeId>>,
}

impl Check for ButtonLabelVague {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, button: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(form) = form_of(button, semantics) else {
            return;
        };
        let name = semantics.rgaa_name(button);
        let words = name.text.trim();
        let shown = semantics.is_rendered(button) && !is_for_pointers_only(button, semantics);
        if !shown || words.is_empty() || name.source == NameSource::GivenUp {
            return cx.leave_open(&[RELEVANT]);
        }
        if fault(words) == Some(Fault::Leftover) {
            let sends = tests_of(button, semantics, RELEVANT, SCRIPTED) == [RELEVANT];
            // A name for machines may be the very one of what the button acts on.
            let draft = if sends && semantics.is_exposed(button) && residue(words).is_some() {
                cx.fail(button, &LEFTOVER)
            } else {
                cx.review(button, &MAYBE_LEFTOVER)
            };
            draft.arg("name", words);
        } else if fits_any_button(words) {
            if let Some(draft) = cx.review_together(button, &ANY, words, &ALSO) {
                draft.arg("name", words);
            }
        } else {
            cx.leave_open(&[RELEVANT]);
            let key = (form.id(), fold(words));
            let named = cx.memory::<Named>();
            let next = named.sets.len();
            let at = *named.at.entry(key).or_insert(next);
            if at == next {
                named.sets.push(Vec::new());
            }
            named.sets[at].push(button.id());
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let named = std::mem::take(cx.memory::<Named>());
        let (doc, semantics) = (cx.doc(), cx.semantics());
        for set in named.sets.into_iter().filter(|set| set.len() > 1) {
            let buttons: Vec<Element<'p>> = set.iter().filter_map(|id| doc.element(*id)).collect();
            let mut draft = cx
                .review(buttons[0], &SAME)
                .arg("count", buttons.len())
                .arg("name", &semantics.rgaa_name(buttons[0]).text);
            for button in buttons.iter().skip(1).take(20) {
                draft = draft.related(button.place(), &SAME_HERE);
            }
        }
    }
}
