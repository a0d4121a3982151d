//! RGAA 11.8.3: the label of a group of options says what they have in common.
//!
//! Fails for what cannot: nothing at all, signs only, or what a program left. The rest is for a person, so the check refutes; one label for
//! two groups of a list is asked about. Inapplicable: no `optgroup` with a `label` in a `select` (one without is `optgroup-label-missing`'s).

use super::wording::{Fault, fault};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::same_words;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &OptgroupLabelMeaningless;

struct OptgroupLabelMeaningless;

const RELEVANT: TestId = test(11, 8, 3);

static META: Meta = Meta {
    id: "optgroup-label-meaningless",
    title: text(
        "Groupe d’options au label qui ne nomme rien",
        "Group of options whose label names nothing",
    ),
    why: text(
        "Le nom du groupe est un signe ou un reste de programme : on ne sait pas ce que les options ont en commun.",
        "The group's name is a sign or the leftover of a program: nobody knows what the options have in common.",
    ),
    fix: text(
        "Écrire dans label ce que les options ont en commun.",
        "Write in label what the options have in common.",
    ),
    proofs: &[Proof::refutes(&[RELEVANT]).inapplicable_without_targets()],
    interest: &[Interest::Elements(&["optgroup"])],
    fail: &[
        "<select><optgroup label=---><option>Rennes</optgroup></select>",
        "<select><optgroup label=''><option>Rennes</optgroup></select>",
    ],
    review: &[
        "<select><optgroup label=Nord><option>Lille</optgroup><optgroup label=Nord><option>Arras</optgroup></select>",
    ],
    pass: &["<select><optgroup label=Bretagne><option>Rennes</optgroup></select>"],
    na: &[
        "<select><option>Rennes</select>",
        "<select><optgroup><option>Rennes</optgroup></select>",
    ],
    ..Meta::NEW
};

const SIGNS: Text = text(
    "le label de ce groupe d’options, « {label} », ne nomme rien",
    "the label of this group of options, \"{label}\", names nothing",
);
const LEFTOVER: Text = text(
    "le label de ce groupe d’options, « {label} », est un reste de programme",
    "the label of this group of options, \"{label}\", is the leftover of a program",
);
const TWICE: Text = text(
    "un autre groupe de cette liste a déjà le label « {label} » : sont-ce deux groupes ?",
    "another group of this list has the label \"{label}\" already: are they two groups?",
);
const FIRST: Text = text("le premier", "the first one");

impl Check for OptgroupLabelMeaningless {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, group: Element<'p>, cx: &mut Context<'p>) {
        let Some(label) = group.attribute("label") else {
            return;
        };
        let Some(list) = group.closest(&["select"]) else {
            return;
        };
        let message = match fault(label.value()) {
            Some(Fault::Signs) => &SIGNS,
            Some(Fault::Leftover) => &LEFTOVER,
            None => {
                let twin = list
                    .child_elements()
                    .take(GROUPS)
                    .take_while(|other| *other != group)
                    .find(|o| {
                        o.is("optgroup")
                            && same_words(o.attr("label").unwrap_or_default(), label.value())
                    });
                match twin {
                    Some(twin) => {
                        cx.review((group, label), &TWICE)
                            .arg("label", label.value())
                            .related(twin.place(), &FIRST);
                    }
                    None => cx.leave_open(&[RELEVANT]),
                }
                return;
            }
        };
        cx.fail_if_rendered(group, (group, label), message)
            .arg("label", label.value());
    }
}

/// Groups of a list that a group is compared with.
const GROUPS: usize = 50;
