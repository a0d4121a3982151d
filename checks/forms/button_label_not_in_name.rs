//! RGAA 11.9.2 and 7.1.3: a button whose `aria-label`, `aria-labelledby` or `title` leaves out words shown on it.
//!
//! 11.9.2 asks it of each source that is present (glossary «Bouton»: «confirmer la saisie» over «valider la saisie» does not conform);
//! 7.1.3 of the name of components that scripts control, so that a `title` the name does not come from is judged by 11.9.2 alone. A
//! certain failure for words that no style sheet can hide on its own; a question otherwise. Symbols are exempt.

use super::button::tests_of;
use super::field::is_button;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::{NameSource, Repeated, VisibleLabel};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ButtonLabelNotInName;

struct ButtonLabelNotInName;

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
    proofs: &[Proof::refutes(&[test(11, 9, 2), test(7, 1, 3)])],
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
        if !has("aria-label") && !has("aria-labelledby") && !has("title") {
            return;
        }
        let semantics = cx.semantics();
        if !is_button(button, semantics) || !semantics.is_exposed(button) {
            return;
        }
        let label = if button.is("input") {
            VisibleLabel::of(button.attr("value").unwrap_or_default().to_owned())
        } else {
            semantics.visible_label(button)
        };
        if label.text.trim().is_empty() {
            return;
        }
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
            let tests = tests_of(button, semantics, test(11, 9, 2), test(7, 1, 3));
            let hint = source == "title" && named.source != NameSource::Title;
            if hint && tests != [test(11, 9, 2)] {
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
                    cx.pass();
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
