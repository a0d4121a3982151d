//! RGAA 7.4.1: a change of context that a script brings about is announced, or starts from a button or a link.
//!
//! Hints: words before the field may warn. Asked about fields whose handlers send the form or go elsewhere as soon as their value
//! changes, or as soon as they get or lose the focus. One question for each event and page.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ChangeOnInput;

struct ChangeOnInput;

static META: Meta = Meta {
    id: "change-on-input",
    title: text(
        "Changer la valeur fait quitter la page",
        "Changing the value leaves the page",
    ),
    why: text(
        "Qui parcourt une liste au clavier passe par chaque valeur : la page part à la première, avant le choix voulu.",
        "People who go through a list with the keyboard pass each value: the page leaves on the first, before the one they want.",
    ),
    fix: text(
        "Ajouter un bouton de validation, ou prévenir avant le champ que le changer recharge la page.",
        "Add a submit button, or say before the field that changing it reloads the page.",
    ),
    proofs: &[Proof::hints(&[test(7, 4, 1)])],
    interest: &[Interest::Attributes(&[
        "onchange", "oninput", "onblur", "onfocus", "onselect",
    ])],
    review: &["<select aria-label=Langue onchange='this.form.submit()'><option>fr</select>"],
    pass: &["<select aria-label=Langue onchange='compter()'><option>fr</select>"],
    na: &["<select aria-label=Langue><option>fr</select>"],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "{event} fait quitter la page ou envoie le formulaire : un texte en prévient-il avant ce champ ?",
    "{event} leaves the page or sends the form: does a text before this field warn of it?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ChangeOnInput {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, handler: Attr<'p>, cx: &mut Context<'p>) {
        const LEAVES: [&str; 5] = ["submit(", "requestSubmit", "location", ".open(", ".click("];
        let (event, code) = (handler.name(), handler.value());
        if !LEAVES.iter().any(|word| code.contains(word)) {
            return cx.pass();
        }
        if let Some(draft) = cx.review_together((e, handler), &QUESTION, event, &ALSO) {
            draft.arg("event", event);
        }
    }
}
