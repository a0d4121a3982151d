//! RGAA 11.12.1 and 11.12.2: what a form changes, deletes or commits to can be checked, confirmed or undone.
//!
//! What a form does is known to its server, and the steps after it are on other pages: hints. Asked of forms whose button says that it
//! deletes, changes, pays, orders or signs, and of those that take a bank card. Inapplicable: no form and no field. A form declared
//! a search (`search` element or role, search fields only) does none of this.

use super::field::{is_input_of, takes_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::spec::form_words::{Effect, effect};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FormWithoutConfirmation;

struct FormWithoutConfirmation;

const DATA: TestId = test(11, 12, 1);
const RECOVERY: TestId = test(11, 12, 2);

static META: Meta = Meta {
    id: "form-without-confirmation",
    title: text(
        "Formulaire qui engage : confirmation à vérifier",
        "Form that commits: confirmation to check",
    ),
    why: text(
        "Une erreur de saisie ou un bouton pressé par mégarde ne doit ni faire payer, ni engager, ni perdre des données.",
        "A slip of the hand must not make people pay, commit themselves or lose data.",
    ),
    fix: text(
        "Ajouter une étape de vérification, une case de confirmation, ou un moyen d’annuler.",
        "Add a step to check, a box to confirm, or a way to undo.",
    ),
    proofs: &[
        Proof::hints(&[DATA]).inapplicable_without_targets(),
        Proof::hints(&[RECOVERY]).inapplicable_without_targets(),
    ],
    interest: &[Interest::Elements(&["form"]), Interest::Page],
    review: &["<form method=post><button>Supprimer mon compte</button></form>"],
    pass: &["<form><input title=Nom><button>Envoyer</button></form>"],
    na: &[
        "<p>Sans formulaire</p>",
        "<form role=search><input title=Recherche><button>Chercher</button></form>",
    ],
    ..Meta::NEW
};

const CHANGES: Text = text(
    "le bouton « {button} » annonce que des données sont modifiées ou supprimées : une confirmation ou un moyen de revenir en arrière est-il proposé ?",
    "the button \"{button}\" tells that data is changed or deleted: is there a confirmation or a way back?",
);
const COMMITS: Text = text(
    "le bouton « {button} » engage ou fait payer : peut-on vérifier, confirmer ou annuler ?",
    "the button \"{button}\" commits or makes people pay: can one check, confirm or cancel?",
);
const CARD: Text = text(
    "ce formulaire demande une carte bancaire : peut-on vérifier, confirmer ou annuler avant de payer ?",
    "this form asks for a bank card: can one check, confirm or cancel before paying?",
);
const BOX: Text = text(
    "cette case à cocher est-elle une confirmation ?",
    "is this checkbox a confirmation?",
);

impl Check for FormWithoutConfirmation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, form: Element<'p>, cx: &mut Context<'p>) {
        if is_search(form, cx.semantics()) || form.attr_is("method", "dialog") {
            return;
        }
        cx.leave_open(&[DATA, RECOVERY]);
        let semantics = cx.semantics();
        let mut card = None;
        let mut tick = None;
        let mut button = None;
        for e in form.descendants() {
            if button.is_none() && semantics.role(e) == Some("button") {
                let name = &semantics.name(e).text;
                button = effect(name)
                    .filter(|_| submits(e) && semantics.is_rendered(e))
                    .map(|effect| (e, name, effect));
            } else if is_input_of(e, &["checkbox"]) {
                tick = tick.or(Some(e));
            } else if e.tokens("autocomplete").any(|t| t == "cc-number") {
                card = card.or(Some(e));
            }
        }
        let draft = match (button, card) {
            (Some((button, name, Effect::Changes)), _) => {
                cx.review(button, &CHANGES).arg("button", name)
            }
            (Some((button, name, Effect::Commits)), _) => cx
                .review(button, &COMMITS)
                .arg("button", name)
                .tests(&[DATA]),
            (None, Some(card)) => cx.review(card, &CARD).tests(&[DATA]),
            (None, None) => return,
        };
        if let Some(tick) = tick {
            draft.related(tick.place(), &BOX);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let loose = semantics.fields().iter().any(|field| {
            let of_form = field.form.is_some_and(|form| form.is("form"));
            !of_form
                && takes_data(field.element, semantics)
                && !is_in_search(field.element, semantics)
        });
        if loose {
            cx.leave_open(&[DATA, RECOVERY]);
        }
    }
}

/// Whether the button sends what is entered, and not merely the choice of what to show.
fn submits(button: Element<'_>) -> bool {
    !is_input_of(button, &["button", "reset"])
        && !(button.is("button")
            && (button.attr_is("type", "button") || button.attr_is("type", "reset")))
}

/// Whether the form is declared a search: by itself or around it, or all its fields to type in are search fields.
fn is_search<'p>(form: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    if is_in_search(form, semantics) {
        return true;
    }
    let mut fields = form
        .descendants()
        .filter(|e| semantics.is_field(*e))
        .peekable();
    fields.peek().is_some() && fields.all(|e| is_input_of(e, &["search"]))
}

fn is_in_search<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    std::iter::once(e).chain(e.ancestors()).any(|a| {
        a.is("search") || a.has_attr("role") && semantics.explicit_role(a) == Some("search")
    })
}
