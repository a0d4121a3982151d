//! RGAA 11.7.1: the legend of a group of fields says what the group is.
//!
//! Fails for what cannot: signs only, or what a program left (`undefined`, a template, a name for machines). The rest is for a person, so the
//! check refutes; the same legend twice in a form is asked about. Inapplicable: no group of fields has a legend or a name. An empty
//! `legend` is none: `field-group-unnamed`'s. Fields that tell their group themselves (glossary «Légende», note 1) have no legend, but the
//! methodology reads what tells it: left open where boxes to tick have such attributes.

use std::collections::HashMap;

use super::field::is_to_tick;
use super::wording::{Fault, fault};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::NameSource;
use crate::text::{Text, fold, text};

pub static CHECK: &dyn Check = &LegendMeaningless;

struct LegendMeaningless;

const RELEVANT: TestId = test(11, 7, 1);

static META: Meta = Meta {
    id: "legend-meaningless",
    title: text(
        "Légende de groupe qui ne veut rien dire",
        "Group legend that means nothing",
    ),
    why: text(
        "La légende, lue à l’entrée du groupe, est un signe ou un reste de programme : on ne sait pas à quoi répondent les champs.",
        "The legend, read on entering the group, is a sign or the leftover of a program: nobody knows what the fields are about.",
    ),
    fix: text(
        "Écrire dans la légende ce que les champs ont en commun.",
        "Write in the legend what the fields have in common.",
    ),
    proofs: &[Proof::refutes(&[RELEVANT]).inapplicable_without_targets()],
    interest: &[Interest::Page],
    fail: &["<fieldset><legend>***</legend><input title=Nom></fieldset>"],
    review: &[
        "<form><fieldset><legend>Adresse</legend><input title=Rue></fieldset><fieldset><legend>Adresse</legend><input title=Voie></fieldset></form>",
    ],
    pass: &["<fieldset><legend>Votre adresse</legend><input title=Rue></fieldset>"],
    na: &[
        "<input title=Nom>",
        "<fieldset><input title=Nom></fieldset>",
    ],
    ..Meta::NEW
};

const SIGNS: Text = text(
    "la légende de ce groupe de champs n’est faite que de signes : « {legend} »",
    "the legend of this group of fields is made of signs only: \"{legend}\"",
);
const LEFTOVER: Text = text(
    "la légende de ce groupe de champs, « {legend} », est un reste de programme",
    "the legend of this group of fields, \"{legend}\", is the leftover of a program",
);
const TWICE: Text = text(
    "{count} groupes de champs du même formulaire ont la légende « {legend} » : sait-on lequel est lequel ?",
    "{count} groups of fields of one form have the legend \"{legend}\": can one tell which is which?",
);
const HERE: Text = text("même légende", "same legend");

impl Check for LegendMeaningless {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        // The groups seen, in order of the first field of each.
        let mut seen: Vec<NodeId> = Vec::new();
        let mut same: HashMap<(NodeId, String), Vec<Element<'p>>> = HashMap::new();
        let mut order = Vec::new();
        for field in semantics.fields() {
            if is_to_tick(field.element, semantics) && tells_its_group(field.element) {
                cx.leave_open(&[RELEVANT]);
            }
            let Some(group) = field.element.ancestors().take(DEPTH).find(|a| {
                a.is("fieldset")
                    || a.has_attr("role")
                        && matches!(semantics.explicit_role(*a), Some("group" | "radiogroup"))
            }) else {
                continue;
            };
            if let Err(at) = seen.binary_search(&group.id()) {
                seen.insert(at, group.id());
            } else {
                continue;
            }
            let name = semantics.name(group);
            let legend = group.child_elements().find(|e| e.is("legend"));
            if name.is_blank() || name.source == NameSource::GivenUp {
                if !name.is_blank() || group.descendants().any(|e| e.is("legend")) {
                    cx.leave_open(&[RELEVANT]);
                }
                continue;
            }
            let place = match (name.source, legend) {
                (NameSource::Legend, Some(legend)) => legend.place(),
                _ => group.place(),
            };
            let message = match fault(&name.text) {
                Some(Fault::Signs) => &SIGNS,
                Some(Fault::Leftover) => &LEFTOVER,
                None => {
                    cx.leave_open(&[RELEVANT]);
                    let Some(form) = field.form else { continue };
                    let key = (form.id(), fold(&name.text));
                    let groups = same.entry(key.clone()).or_default();
                    if groups.is_empty() {
                        order.push(key);
                    }
                    groups.push(group);
                    continue;
                }
            };
            cx.fail_if_rendered(group, (group, place), message)
                .arg("legend", &name.text);
        }
        for key in order {
            let groups = &same[&key];
            let shown: Vec<_> = groups
                .iter()
                .filter(|g| semantics.is_rendered(**g))
                .collect();
            if shown.len() < 2 {
                continue;
            }
            let mut draft = cx
                .review(*shown[0], &TWICE)
                .arg("count", shown.len())
                .arg("legend", &semantics.name(*shown[0]).text);
            for group in shown.iter().skip(1).take(20) {
                draft = draft.related(group.place(), &HERE);
            }
        }
    }
}

/// Whether attributes of the field may tell what group it is of.
fn tells_its_group(field: Element<'_>) -> bool {
    ["title", "aria-label", "aria-labelledby", "aria-describedby"]
        .iter()
        .any(|name| field.has_attr(name))
}

/// How far up a group is looked for.
const DEPTH: usize = 64;
