//! RGAA 7.1.3: the name of a component made with a role contains the words shown on it, and is somebody's words.
//!
//! Tabs, items of menus, lists and trees, switches and the like, whose `aria-label` or `aria-labelledby` leaves out visible words, or says
//! `undefined` and the like: a certain failure on a page whose scripts control them, for words that no style sheet can hide on its own; a question
//! otherwise. Links (6.1.5), buttons (11.9.2) and fields (11.2.5) have checks of their own. Symbols are exempt (particular cases of 7.1.3).

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::{NameSource, Repeated};
use crate::spec::residue::residue;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &WidgetLabelNotInName;

struct WidgetLabelNotInName;

static META: Meta = Meta {
    id: "widget-label-not-in-name",
    title: text(
        "Intitulé visible absent du nom du composant",
        "Visible text missing from the component's name",
    ),
    why: text(
        "Qui commande à la voix prononce le texte qu’il voit : si le nom ne le contient pas, rien ne se passe.",
        "People who command by voice say the text they see: if the name does not contain it, nothing happens.",
    ),
    fix: text(
        "Reprendre le texte affiché dans aria-label, ou supprimer l’attribut.",
        "Repeat the text shown in aria-label, or remove the attribute.",
    ),
    proofs: &[Proof::refutes(&[test(7, 1, 3)])],
    interest: &[Interest::Roles(&[
        "menuitem",
        "menuitemcheckbox",
        "menuitemradio",
        "option",
        "switch",
        "tab",
        "treeitem",
    ])],
    fail: &[
        "<div role=tablist><div role=tab tabindex=0 aria-label=Ouvrir>Horaires</div></div>",
        "<div role=tablist><div role=tab tabindex=0 aria-label=undefined></div></div>",
    ],
    review: &[
        "<div role=tablist><div role=tab tabindex=0 aria-label=Ouvrir><i class=b>Horaires</i></div></div>",
    ],
    pass: &[
        "<div role=tablist><div role=tab tabindex=0 aria-label='Horaires d’été'>Horaires</div></div>",
    ],
    na: &["<div role=tablist><div role=tab tabindex=0>Horaires</div></div>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "{source}=\"{name}\" ne contient pas le texte visible de ce composant, « {missing} »",
    "{source}=\"{name}\" does not contain this component's visible text, \"{missing}\"",
);
const UNSURE: Text = text(
    "{source}=\"{name}\" contient-il le texte affiché sur ce composant, « {missing} » ?",
    "does {source}=\"{name}\" contain the text shown on this component, \"{missing}\"?",
);
const RESIDUE: Text = text(
    "ce composant a pour nom « {name} », que personne n’a écrit",
    "this component is named \"{name}\", which nobody wrote",
);

impl Check for WidgetLabelNotInName {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if !["aria-label", "aria-labelledby"]
            .iter()
            .any(|a| e.has_attr(a))
        {
            return;
        }
        let semantics = cx.semantics();
        if e.is_any(&["input", "option"]) || !semantics.is_exposed(e) {
            return;
        }
        let named = semantics.name(e);
        let source = match named.source {
            NameSource::AriaLabel => "aria-label",
            NameSource::AriaLabelledby => "aria-labelledby",
            _ => return,
        };
        // Without a script, nothing controls the component: the test is not about it.
        let tests: &[_] = match semantics.has_active_script() {
            true => &[test(7, 1, 3)],
            false => &[],
        };
        let target = (e, e.attribute(source).map_or(e.place(), |a| a.place()));
        if residue(&named.text).is_some() {
            cx.fail(target, &RESIDUE)
                .arg("name", &named.text)
                .tests(tests);
            return;
        }
        let label = semantics.visible_label(e);
        let found = match label.text.trim().is_empty() {
            true => Repeated::Nothing,
            false => label.repeated_in(&named.text),
        };
        let (draft, missing) = match &found {
            Repeated::Nothing | Repeated::Yes => return cx.pass(),
            Repeated::No(missing) => (cx.fail(target, &MISSING), missing),
            Repeated::Unsure => (cx.review(target, &UNSURE), &label.text),
        };
        draft
            .arg("source", source)
            .arg("name", &named.text)
            .arg("missing", missing)
            .tests(tests);
    }
}
