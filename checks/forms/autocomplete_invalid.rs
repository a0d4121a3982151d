//! WHATWG HTML 4.10.19.7 «Autofill», RGAA 11.13.1: an `autocomplete` that browsers cannot read.
//!
//! The value is read word by word as the standard says; one wrong word and browsers offer nothing. That is always an error of
//! conformance. It breaks 11.13.1 when the field is surely about the user: of type `email` or `tel`, or labelled «votre…», «mon…», «your…».
//! For other fields whom the data is about is for a person to say, and no test is named. Disabled fields take no data and are left out.

use super::field::{is_input_of, is_native_field};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Semantics;
use crate::spec::aria_roles::{self, Kind};
use crate::spec::autofill::{self, Problem};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AutocompleteInvalid;

struct AutocompleteInvalid;

static META: Meta = Meta {
    id: "autocomplete-invalid",
    category: Category::Conformance,
    title: text(
        "Valeur d’autocomplete invalide",
        "Invalid autocomplete value",
    ),
    why: text(
        "Le navigateur ne peut pas proposer de remplir le champ, ce dont dépendent des personnes qui ont du mal à écrire ou à se souvenir.",
        "The browser cannot offer to fill the field in, which people who have trouble writing or remembering depend on.",
    ),
    fix: text(
        "Employer les mots du standard : given-name, family-name, email, tel, street-address, postal-code…",
        "Use the standard's words: given-name, family-name, email, tel, street-address, postal-code…",
    ),
    proofs: &[Proof::refutes(&[test(11, 13, 1)])],
    act: &["73f2c2"],
    interest: &[Interest::Elements(&["input", "select", "textarea"])],
    fail: &[
        "<input type=email autocomplete=courriel>",
        "<input autocomplete='name shipping'>",
    ],
    pass: &["<input autocomplete='section-a shipping work email'>"],
    na: &["<input>", "<input autocomplete=off>"],
    ..Meta::NEW
};

const UNKNOWN: Text = text(
    "« {word} » n’est pas un mot d’autocomplete",
    "\"{word}\" is not a word of autocomplete",
);
const DID_YOU_MEAN: Text = text(
    "« {word} » n’est pas un mot d’autocomplete ; serait-ce « {nearest} » ?",
    "\"{word}\" is not a word of autocomplete; is it \"{nearest}\"?",
);
const MISPLACED: Text = text(
    "« {word} » ne peut pas se trouver à cette place dans autocomplete=\"{value}\"",
    "\"{word}\" cannot stand at this place in autocomplete=\"{value}\"",
);
const NO_FIELD: Text = text(
    "autocomplete=\"{value}\" ne nomme aucune donnée : il manque un mot tel que email ou street-address",
    "autocomplete=\"{value}\" names no data: a word such as email or street-address is missing",
);

impl Check for AutocompleteInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, field: Element<'p>, cx: &mut Context<'p>) {
        let Some(attr) = field.attribute("autocomplete") else {
            return;
        };
        let semantics = cx.semantics();
        if !is_native_field(field)
            || semantics.is_disabled(field)
            || field.attr_is("aria-disabled", "true")
            || is_input_of(field, &["checkbox", "file", "radio"])
            || !semantics.is_tabbable(field) && !is_widget(field, semantics)
        {
            return;
        }
        let value = attr.value();
        let problem = match autofill::read(value) {
            Ok(autofill::Detail::Switch) => return,
            Ok(_) => return cx.pass(),
            Err(problem) => problem,
        };
        let tests: &[_] = if is_about_the_user(field, semantics) {
            &[test(11, 13, 1)]
        } else {
            &[]
        };
        let target = (field, attr);
        let draft = match problem {
            Problem::Unknown(word) => {
                match crate::text::nearest(word, autofill::fields().iter().copied()) {
                    Some(nearest) => cx
                        .fail_if_rendered(field, target, &DID_YOU_MEAN)
                        .arg("word", word)
                        .arg("nearest", nearest),
                    None => cx
                        .fail_if_rendered(field, target, &UNKNOWN)
                        .arg("word", word),
                }
            }
            Problem::Misplaced(word) => cx
                .fail_if_rendered(field, target, &MISPLACED)
                .arg("word", word)
                .arg("value", value),
            Problem::NoField => cx
                .fail_if_rendered(field, target, &NO_FIELD)
                .arg("value", value),
        };
        draft.tests(tests);
    }
}

/// Whether its role, if it is given one, is that of something to handle.
fn is_widget<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let role = semantics.explicit_role(field).and_then(aria_roles::role);
    role.is_none_or(|role| role.kind == Kind::Widget)
}

fn is_about_the_user<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    const MINE: [&str; 8] = ["votre", "vos", "mon", "ma", "mes", "your", "my", "moi"];
    is_input_of(field, &["email", "tel"])
        || semantics
            .name(field)
            .text
            .split(|c: char| !c.is_alphabetic())
            .any(|word| MINE.iter().any(|mine| word.eq_ignore_ascii_case(mine)))
}
