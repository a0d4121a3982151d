//! RGAA 11.9.1 and 7.1.1: a button that nothing names.
//!
//! Glossary «Bouton (formulaire)»: its name comes from `aria-labelledby`, `aria-label`, `value`, content or `title`; with none of them
//! there is nothing to be relevant. In a form, a button that submits or resets is judged by 11.9.1; one that only a script can make
//! work, by 7.1.1 (glossary «Le nom, le rôle, la valeur…»); a `type=button` in a form, by one of the two. A `submit` or `reset` without
//! `value` is named by the browser; an `input type=button` is not, and is `button-value-missing`'s. Image buttons have a test of their own (1.1.3). Without any script and outside of a form the
//! failure stands (the button does nothing) but breaks no test.

use super::button::tests_of;
use super::button_value_missing;
use super::field::is_button;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::links::link::{is_for_pointers_only, may_reveal_words, opaque_in};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ButtonUnnamed;

struct ButtonUnnamed;

static META: Meta = Meta {
    id: "button-unnamed",
    title: text("Bouton sans intitulé", "Button without a name"),
    why: text(
        "Un lecteur d’écran annonce « bouton » et rien d’autre : personne ne sait ce qu’il fait.",
        "A screen reader says \"button\" and nothing else: nobody knows what it does.",
    ),
    fix: text(
        "Écrire ce que fait le bouton entre ses balises (au besoin masqué visuellement), ou dans value pour un <input>.",
        "Write what the button does between its tags (hidden visually if need be), or in value for an <input>.",
    ),
    proofs: &[Proof::refutes(&[test(11, 9, 1), test(7, 1, 1)])],
    act: &["97a4e1"],
    interest: &[Interest::Roles(&["button"])],
    fail: &[
        "<form><button><i class=loupe></i></button></form>",
        "<button type=button onclick=fermer()><svg aria-hidden=true></svg></button>",
        "<div role=button tabindex=0></div>",
    ],
    review: &["<button><site-icone nom=croix></site-icone></button>"],
    pass: &[
        "<form><button>Envoyer</button></form>",
        "<form><input type=submit></form>",
        "<button type=button aria-label=Fermer><i class=croix></i></button>",
    ],
    na: &["<p>Sans bouton</p>", "<input type=image src=ok.png>"],
    ..Meta::NEW
};

const EMPTY: Text = text(
    "ce bouton <{tag}> n’a pas d’intitulé : ni texte, ni alternative, ni aria-label, ni title",
    "this <{tag}> button has no name: no text, no alternative, no aria-label, no title",
);
const NO_VALUE: Text = text(
    "ce bouton <input type={kind}> n’a pas d’intitulé : son attribut value est vide ou absent",
    "this <input type={kind}> button has no name: its value attribute is empty or missing",
);
const OPAQUE: Text = text(
    "le contenu de ce bouton est un <{tag}>, que les fichiers ne montrent pas : lui donne-t-il un intitulé ?",
    "the content of this button is a <{tag}>, which the files do not show: does it give the button a name?",
);
const STYLED: Text = text(
    "ce bouton n’a pas d’autres mots que ceux qu’une feuille de style y écrit : sont-ils lus, et que reste-t-il sans elle ?",
    "this button has no words but those that a style sheet writes in it: are they read, and what is left without it?",
);
const REVEALED: Text = text(
    "tout le texte de ce bouton est masqué : un script l’affiche-t-il au chargement ?",
    "all the text of this button is hidden: does a script show it on load?",
);

impl Check for ButtonUnnamed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, button: Element<'p>, cx: &mut Context<'p>) {
        if !button_value_missing::is_plain_input(button) {
            judge(button, cx);
        }
    }
}

/// Judges a button of any kind.
pub fn judge<'p>(button: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    if !is_button(button, semantics) {
        return;
    }
    if is_for_pointers_only(button, semantics) {
        return;
    }
    if !semantics.name(button).is_blank() {
        return cx.pass();
    }
    let tests = tests_of(button, semantics, test(11, 9, 1), test(7, 1, 1));
    if let Some(opaque) = opaque_in(button, semantics) {
        cx.review(button, &OPAQUE)
            .arg("tag", opaque.name())
            .tests(&tests);
        return;
    }
    if may_reveal_words(button, semantics) {
        cx.review(button, &REVEALED).tests(&tests);
        return;
    }
    if semantics.has_words_of_sheets(button) {
        cx.review(button, &STYLED).tests(&tests);
        return;
    }
    let input = button.is("input");
    let message = if input { &NO_VALUE } else { &EMPTY };
    let draft = if semantics.is_exposed(button) {
        cx.fail(button, message)
    } else {
        cx.review(button, message)
    };
    let draft = if input {
        draft.arg("kind", button.attr("type").unwrap_or_default())
    } else {
        draft.arg("tag", button.name())
    };
    draft.tests(&tests);
}
