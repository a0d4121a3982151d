//! RGAA 11.10.3, 11.10.4, 11.10.6 and 11.10.7: error messages name their field, or the field says itself that its value is wrong.
//!
//! Errors show once a form is sent, so the files of a form at rest settle nothing: each field that takes data leaves the four tests to a person,
//! who sends the form. Hints, on pages that show errors: a field with `aria-invalid="true"` that no text is tied to (11.10.4, 11.10.7), a
//! message of error that no such field refers to (11.10.3, 11.10.6). Inapplicable: no field that takes data.

use std::collections::HashSet;

use super::field::takes_data;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldErrorUnidentified;

struct FieldErrorUnidentified;

const EMPTY: TestId = test(11, 10, 3);
const INVALID: TestId = test(11, 10, 4);
const FORMAT: TestId = test(11, 10, 6);
const INVALID_FORMAT: TestId = test(11, 10, 7);

static META: Meta = Meta {
    id: "field-error-unidentified",
    title: text(
        "Erreur de saisie sans lien avec son champ",
        "Input error not tied to its field",
    ),
    why: text(
        "Qui n’a pas vu le message rouge à côté du champ ne sait ni quel champ reprendre, ni comment.",
        "People who did not see the red message next to the field know neither which field to mend nor how.",
    ),
    fix: text(
        "Nommer le champ dans le message, relier le message au champ par aria-describedby, et mettre aria-invalid=\"true\" sur le champ.",
        "Name the field in the message, tie the message to the field with aria-describedby, and set aria-invalid=\"true\" on the field.",
    ),
    proofs: &[
        Proof::hints(&[EMPTY]).inapplicable_without_targets(),
        Proof::hints(&[INVALID]).inapplicable_without_targets(),
        Proof::hints(&[FORMAT]).inapplicable_without_targets(),
        Proof::hints(&[INVALID_FORMAT]).inapplicable_without_targets(),
    ],
    interest: &[Interest::Page],
    review: &[
        "<label for=n>Nom</label><input id=n aria-invalid=true>",
        "<form><label for=n>Nom</label><input id=n><p class=erreur>Champ vide</p></form>",
    ],
    pass: &[
        "<label for=n>Nom</label><input id=n aria-invalid=true aria-describedby=e><p id=e class=erreur>Nom : champ vide</p>",
        "<label for=n>Nom</label><input id=n>",
    ],
    na: &["<p>Sans champ</p>"],
    ..Meta::NEW
};

const NO_TEXT: Text = text(
    "ce champ est dit invalide (aria-invalid) et aucun texte ne lui est relié par aria-describedby : son étiquette dit-elle ce qui ne va pas ?",
    "this field is said to be invalid (aria-invalid) and no text is tied to it by aria-describedby: does its label say what is wrong?",
);
const STRAY: Text = text(
    "ce message d’erreur, « {message} », n’est relié à aucun champ marqué invalide : nomme-t-il le champ concerné ?",
    "this error message, \"{message}\", is tied to no field marked invalid: does it name the field it is about?",
);
const ALSO_FIELD: Text = text("ce champ aussi", "this field too");
const ALSO_MESSAGE: Text = text("ce message aussi", "this message too");

impl Check for FieldErrorUnidentified {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut tied: HashSet<&str> = HashSet::new();
        let mut any = false;
        for field in semantics.fields().iter().map(|f| f.element) {
            if !takes_data(field, semantics) {
                continue;
            }
            if !any {
                cx.leave_open(&[EMPTY, INVALID, FORMAT, INVALID_FORMAT]);
                any = true;
            }
            if !field.attr_is("aria-invalid", "true") {
                continue;
            }
            let texts = ["aria-describedby", "aria-errormessage", "aria-labelledby"];
            tied.extend(texts.iter().flat_map(|a| field.tokens(a)));
            let says = |id| {
                let text = field.document().by_id(id);
                text.is_some_and(|text| !text.text_is_blank())
            };
            let told = texts[..2]
                .iter()
                .flat_map(|a| field.tokens(a))
                .take(20)
                .any(says);
            if !told
                && semantics.is_rendered(field)
                && let Some(draft) = cx.review_together(field, &NO_TEXT, "", &ALSO_FIELD)
            {
                draft.tests(&[INVALID, INVALID_FORMAT]);
            }
        }
        if any {
            messages(&tied, cx);
        }
    }
}

/// Asks about messages of error in forms that no field marked invalid refers to.
fn messages<'p>(tied: &HashSet<&str>, cx: &mut Context<'p>) {
    let (doc, semantics) = (cx.doc(), cx.semantics());
    let refers = |e: Element<'p>| e.attr("id").is_some_and(|id| tied.contains(id));
    let mut form_end = 0;
    let mut skip_to = 0;
    for e in doc.elements() {
        if semantics.is_form(e) {
            form_end = form_end.max(e.subtree_end());
        }
        if e.id() >= form_end || e.id() < skip_to || !is_error(e, semantics) {
            continue;
        }
        skip_to = e.subtree_end();
        let text = semantics.text(e);
        if text.is_empty()
            || !semantics.is_rendered(e)
            || refers(e)
            || e.ancestors().take(2).any(refers)
            || e.descendants().any(|d| refers(d) || semantics.is_field(d))
        {
            continue;
        }
        if let Some(draft) = cx.review_together(e, &STRAY, "", &ALSO_MESSAGE) {
            draft.arg("message", &text).tests(&[EMPTY, FORMAT]);
        }
    }
}

/// Whether the element is a message of error, by its role or by the usual classes.
fn is_error<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    const CLASSES: [&str; 10] = [
        "erreur",
        "error",
        "error-message",
        "errorlist",
        "field-error",
        "form-error",
        "fr-error-text",
        "fr-message--error",
        "invalid-feedback",
        "message-erreur",
    ];
    e.has_attr("role") && semantics.explicit_role(e) == Some("alert")
        || e.has_attr("class") && e.tokens("class").any(|class| CLASSES.contains(&class))
}
