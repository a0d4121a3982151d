//! RGAA 11.13.1: fields about the user carry the word of `autocomplete` for what they ask.
//!
//! Fails where the label says that the field is about who fills it in («votre…», «your…») and asks for an address, an e-mail, a name, a phone number or a
//! postal code, and nothing else, and the field has no word of `autocomplete` (`on` and `off` are none); and where the word cannot be what the
//! `type` of the field takes. The other fields with a known label are a question, one for each form, with the word that would do; so is a
//! word that the label contradicts. Words that do not exist are `autocomplete-invalid`'s. Search fields are left open. Inapplicable: no field
//! to type in and no list.

use super::field::is_input_of;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::links::link::is_for_pointers_only;
use crate::dom::{Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::spec::autofill::{self, Detail};
use crate::spec::form_words::{Purpose, purpose};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AutocompleteMissing;

struct AutocompleteMissing;

const KNOWN: TestId = test(11, 13, 1);

static META: Meta = Meta {
    id: "autocomplete-missing",
    title: text(
        "Champ sur l’utilisateur sans autocomplete",
        "Field about the user without autocomplete",
    ),
    why: text(
        "Des personnes qui ont du mal à écrire, à lire ou à se souvenir comptent sur le remplissage automatique du navigateur.",
        "People who have trouble writing, reading or remembering rely on the browser filling fields in.",
    ),
    fix: text(
        "Ajouter l’attribut autocomplete avec le mot du standard pour cette donnée.",
        "Add the autocomplete attribute with the standard's word for this data.",
    ),
    proofs: &[Proof::refutes(&[KNOWN]).inapplicable_without_targets()],
    interest: &[Interest::Page],
    fail: &[
        "<label for=c>Votre courriel</label><input id=c>",
        "<label for=c>Courriel</label><input id=c type=email autocomplete=family-name>",
    ],
    review: &[
        "<label for=p>Prénom</label><input id=p>",
        "<label for=p>Prénom</label><input id=p autocomplete=email>",
    ],
    pass: &[
        "<label for=p>Prénom</label><input id=p autocomplete=given-name>",
        "<label for=c>Nom de la commune</label><input id=c>",
    ],
    na: &["<input type=checkbox title=Accepter>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "ce champ, « {label} », demande une information sur l’utilisateur et n’a pas d’autocomplete=\"{token}\"",
    "this field, \"{label}\", asks for information about the user and has no autocomplete=\"{token}\"",
);
const OFF: Text = text(
    "ce champ, « {label} », demande une information sur l’utilisateur ; autocomplete=\"{value}\" ne dit pas laquelle : « {token} » conviendrait",
    "this field, \"{label}\", asks for information about the user; autocomplete=\"{value}\" does not tell which: \"{token}\" would do",
);
const ASKED: Text = text(
    "ce champ, « {label} », n’a pas d’autocomplete (« {token} » conviendrait) : demande-t-il une information sur l’utilisateur ?",
    "this field, \"{label}\", has no autocomplete (\"{token}\" would do): does it ask for information about the user?",
);
const ASKED_SEVERAL: Text = text(
    "{count} champs de ce formulaire, à commencer par « {label} », n’ont pas d’autocomplete (« {token} » conviendrait) : demandent-ils une information sur l’utilisateur ?",
    "{count} fields of this form, beginning with \"{label}\", have no autocomplete (\"{token}\" would do): do they ask for information about the user?",
);
const HERE: Text = text("« {token} » conviendrait", "\"{token}\" would do");
const WRONG_TYPE: Text = text(
    "autocomplete=\"{value}\" ne convient pas à un champ de type {kind}",
    "autocomplete=\"{value}\" does not suit a field of type {kind}",
);
const OTHER: Text = text(
    "l’étiquette de ce champ, « {label} », appelle « {token} » et non autocomplete=\"{value}\" : est-ce voulu ?",
    "the label of this field, \"{label}\", calls for \"{token}\" rather than autocomplete=\"{value}\": is that intended?",
);

/// A field that may be about the user, and the word that would do.
struct Asked<'p> {
    form: Option<NodeId>,
    field: Element<'p>,
    label: String,
    token: &'static str,
}

impl Check for AutocompleteMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut asked: Vec<Asked<'p>> = Vec::new();
        for known in semantics.fields() {
            let field = known.element;
            if !may_be_filled(field, semantics) || is_for_pointers_only(field, semantics) {
                continue;
            }
            cx.leave_open(&[KNOWN]);
            let fixed = semantics.is_disabled(field) || field.has_attr("readonly");
            if fixed || !semantics.is_rendered(field) || is_input_of(field, &["search"]) {
                continue;
            }
            let label = semantics.rgaa_name(field).text;
            let purpose = purpose(&label);
            let value = field.attr("autocomplete").unwrap_or_default();
            match (autofill::read(value), purpose) {
                (Ok(Detail::Field(token)), purpose) => {
                    judge_token(field, token, &label, purpose, cx);
                }
                (Ok(Detail::Switch), Some(purpose)) if is_sure(field, purpose) => {
                    missing(field, value, &label, purpose.token, cx);
                }
                (Ok(Detail::Switch), _) => {
                    let typed = ["email", "tel"];
                    let typed = typed.into_iter().find(|kind| is_input_of(field, &[kind]));
                    if let Some(token) = purpose.map(|p| p.token).or(typed) {
                        asked.push(Asked {
                            form: known.form.map(Element::id),
                            field,
                            label: label.into_owned(),
                            token: word_for(field, token),
                        });
                    }
                }
                _ => {}
            }
        }
        asked.sort_by_key(|one| one.form);
        for form in asked.chunk_by(|a, b| a.form == b.form) {
            let draft = match form {
                [one] => cx.review(one.field, &ASKED),
                several => cx
                    .review(form[0].field, &ASKED_SEVERAL)
                    .arg("count", several.len()),
            };
            let mut draft = draft
                .arg("label", &form[0].label)
                .arg("token", form[0].token);
            for one in form.iter().skip(1).take(30) {
                draft = draft
                    .related(one.field.place(), &HERE)
                    .related_arg("token", one.token);
            }
        }
    }
}

fn missing<'p>(
    field: Element<'p>,
    value: &str,
    label: &str,
    token: &'static str,
    cx: &mut Context<'p>,
) {
    let message = if value.trim().is_empty() {
        &MISSING
    } else {
        &OFF
    };
    let token = word_for(field, token);
    let draft = if cx.semantics().is_exposed(field) {
        cx.fail(field, message)
    } else {
        cx.review(field, message)
    };
    let draft = draft.arg("label", label).arg("token", token);
    if message == &OFF {
        draft.arg("value", value);
    }
}

/// A word that is there: the type may contradict it for certain, the label as far as it can be told.
fn judge_token<'p>(
    field: Element<'p>,
    token: &'static str,
    label: &str,
    purpose: Option<Purpose>,
    cx: &mut Context<'p>,
) {
    let kind = field.attr("type").unwrap_or_default();
    if field.is("input") && contradicts_type(token, kind) {
        cx.fail_if_rendered(field, (field, field.place()), &WRONG_TYPE)
            .arg("value", token)
            .arg("kind", kind);
    } else if let Some(purpose) = purpose
        && !are_kin(purpose.token, token)
    {
        cx.review(field, &OTHER)
            .arg("label", label)
            .arg("token", word_for(field, purpose.token))
            .arg("value", token);
    }
}

/// Whether browsers may fill the field in: a box to type in, or a list.
fn may_be_filled<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    match field.name() {
        "select" | "textarea" => true,
        "input" => !is_input_of(field, &["checkbox", "radio", "file", "range", "color"]),
        _ => matches!(
            semantics.role(field),
            Some("textbox" | "searchbox" | "combobox" | "listbox" | "spinbutton")
        ),
    }
}

/// Whether the label cannot mean anything else than the user's own data, in a field to type it in.
fn is_sure(field: Element<'_>, purpose: Purpose) -> bool {
    let suits = if is_input_of(field, &["email", "tel"]) {
        field.attr_is("type", purpose.token)
    } else {
        !field.is("select") && !is_input_of(field, &["url"])
    };
    purpose.of_user
        && purpose.bare
        && suits
        && matches!(
            purpose.token,
            "email"
                | "tel"
                | "name"
                | "given-name"
                | "family-name"
                | "postal-code"
                | "street-address"
        )
}

/// The word for this kind of field: lists hold codes of countries, one line of an address is not the whole of it.
fn word_for(field: Element<'_>, token: &'static str) -> &'static str {
    match token {
        "country-name" if field.is("select") => "country",
        "street-address" if field.is("input") => "address-line1",
        other => other,
    }
}

/// Whether a field of this type can never take what the word names.
fn contradicts_type(token: &str, kind: &str) -> bool {
    const TEXTS: [&str; 14] = [
        "additional-name",
        "address-level1",
        "address-level2",
        "address-line1",
        "country-name",
        "email",
        "family-name",
        "given-name",
        "honorific-prefix",
        "name",
        "nickname",
        "organization",
        "street-address",
        "url",
    ];
    let is = |name: &str| kind.eq_ignore_ascii_case(name);
    if is("email") {
        return !matches!(token, "email" | "username" | "impp");
    }
    if is("date") || is("month") || is("time") {
        return !(token.starts_with("bday") || token.starts_with("cc-exp"));
    }
    (is("tel") || is("number")) && TEXTS.contains(&token)
        || is("url") && TEXTS[..13].contains(&token)
}

/// Whether two words may stand for what one label asks.
fn are_kin(asked: &str, found: &str) -> bool {
    let family = |token: &str| match token {
        "address-line1" | "address-line2" | "address-line3" | "street-address" => 1,
        "country" | "country-name" => 2,
        "current-password" | "new-password" | "one-time-code" => 3,
        "address-level1" | "address-level2" | "address-level3" | "address-level4" => 4,
        _ => 0,
    };
    let start = |prefix: &str| asked.starts_with(prefix) && found.starts_with(prefix);
    asked == found
        || family(asked) != 0 && family(asked) == family(found)
        || start("tel")
        || start("bday")
        // «Nom» may be all of it; an account may be known by an address or a pseudonym.
        || asked == "family-name" && matches!(found, "name" | "cc-name" | "cc-family-name" | "organization")
        || asked == "given-name" && found == "cc-given-name"
        || asked == "name" && matches!(found, "cc-name" | "family-name")
        || matches!(asked, "username" | "nickname") && matches!(found, "username" | "email" | "nickname")
        || asked == "email" && found == "username"
        || asked == "street-address" && found == "email"
}
