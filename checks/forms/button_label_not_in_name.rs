//! RGAA 11.9.2 and 7.1.3: a button whose `aria-label`, `aria-labelledby` or `title` leaves out words shown on it.
//!
//! 11.9.2 asks it of each source that is present (glossary «Bouton»: «confirmer la saisie» over «valider la saisie» does not conform);
//! 7.1.3 of the name of components that scripts control, so that a `title` the name does not come from is judged by 11.9.2 alone. A
//! certain failure for words that no style sheet can hide on its own; a question otherwise. Symbols are exempt. Decides 11.9.2: its subjects
//! are the buttons of forms that show words and have such a source. What a picture, a style sheet or hidden content may show is left to a
//! person.

use super::button::tests_of;
use super::field::{form_of, is_button, is_input_of};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, Repeated, VisibleLabel};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ButtonLabelNotInName;

struct ButtonLabelNotInName;

const IN_FORM: TestId = test(11, 9, 2);
const SCRIPTED: TestId = test(7, 1, 3);

static META: Meta = Meta {
    id: "button-label-not-in-name",
    title: text(
        "Intitulé visible absent du nom accessible du bouton",
        "Visible text missing from the button's accessible name",
    ),
    why: text(
        "Qui pilote son ordinateur à la voix prononce le texte qu’il voit : si le nom du bouton ne le contient pas, rien ne se passe.",
        "People who control their computer by voice say the text they see: if the button's name does not contain it, nothing happens.",
    ),
    fix: text(
        "Reprendre le texte affiché, d’un seul tenant, dans aria-label ou title, et ajouter le reste avant ou après ; ou supprimer l’attribut.",
        "Repeat the text shown, in one piece, in aria-label or title, and add the rest before or after; or remove the attribute.",
    ),
    proofs: &[
        Proof::decides(&[IN_FORM]),
        Proof::refutes(&[IN_FORM, SCRIPTED]),
    ],
    act: &["2ee8b8"],
    interest: &[Interest::Roles(&["button"])],
    fail: &[
        "<form><button aria-label='Confirmer la saisie'>Valider la saisie</button></form>",
        "<form><input type=submit value=Envoyer title='Valider le formulaire'></form>",
    ],
    review: &["<form><button aria-label=Confirmer><span class=b>Valider</span></button></form>"],
    pass: &[
        "<form><button aria-label='Valider la saisie du formulaire'>Valider la saisie</button></form>",
        "<button aria-label=Fermer>×</button>",
    ],
    na: &["<button>Valider</button>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "{source}=\"{name}\" ne contient pas le texte visible du bouton, « {missing} »",
    "{source}=\"{name}\" does not contain the button's visible text, \"{missing}\"",
);
const UNSURE: Text = text(
    "{source}=\"{name}\" contient-il le texte affiché sur le bouton, « {missing} » ?",
    "does {source}=\"{name}\" contain the text shown on the button, \"{missing}\"?",
);

impl Check for ButtonLabelNotInName {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, button: Element<'p>, cx: &mut Context<'p>) {
        let has = |name: &str| button.attr(name).is_some_and(|v| !v.trim().is_empty());
        if is_input_of(button, &["image"]) {
            return open(button, cx);
        }
        if !has("aria-label") && !has("aria-labelledby") && !has("title") {
            return;
        }
        let semantics = cx.semantics();
        if !is_button(button, semantics) {
            return;
        }
        if !semantics.is_exposed(button) {
            return open(button, cx);
        }
        let label = if button.is("input") {
            VisibleLabel::of(button.attr("value").unwrap_or_default().to_owned())
        } else {
            semantics.visible_label(button)
        };
        if label.text.trim().is_empty() || shows_picture(button) {
            open(button, cx);
        }
        if label.text.trim().is_empty() {
            return;
        }
        let tests = tests_of(button, semantics, IN_FORM, SCRIPTED);
        let named = semantics.name(button);
        let by_reference = (named.source == NameSource::AriaLabelledby).then(|| &*named.text);
        for (source, name) in [
            ("aria-labelledby", by_reference),
            ("aria-label", button.attr("aria-label")),
            ("title", button.attr("title")),
        ] {
            let Some(name) = name.filter(|n| !n.trim().is_empty()) else {
                continue;
            };
            let hint = source == "title" && named.source != NameSource::Title;
            if hint && tests != [IN_FORM] {
                open(button, cx);
                continue;
            }
            let target = (
                button,
                button
                    .attribute(source)
                    .map_or(button.place(), |a| a.place()),
            );
            let found = label.repeated_in(name);
            let (draft, missing) = match &found {
                Repeated::Nothing | Repeated::Yes => {
                    cx.pass_on(&tests);
                    continue;
                }
                Repeated::No(missing) => (cx.fail(target, &MISSING), missing),
                Repeated::Unsure => (cx.review(target, &UNSURE), &label.text),
            };
            draft
                .arg("source", source)
                .arg("name", name)
                .arg("missing", missing)
                .tests(&tests);
        }
    }
}

/// Leaves 11.9.2 to a person if it judges the button.
fn open<'p>(button: Element<'p>, cx: &mut Context<'p>) {
    if form_of(button, cx.semantics()).is_some() {
        cx.leave_open(&[IN_FORM]);
    }
}

fn shows_picture(button: Element<'_>) -> bool {
    button
        .descendants()
        .any(|e| e.is_any(&["img", "object", "picture"]))
}
