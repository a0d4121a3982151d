//! RGAA 11.3.1: fields that ask for the same thing in a page have consistent labels.
//!
//! Which fields have the same function, and whether their labels agree, is for a person to say: hints. Asked of two fields of one
//! `autocomplete` word, or of one `name` in two forms, whose labels have no word in common. 11.3.1 is inapplicable with fewer than two
//! fields. So is 11.3.2 (a set of pages), for its part on this page, without any; `field-labels-across-pages` compares the pages.

use std::collections::HashMap;

use super::field::{is_to_tick, takes_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::{Field, Semantics};
use crate::spec::autofill::{self, Detail};
use crate::spec::form_words::{asks_again, telling_words};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldLabelsInconsistent;

struct FieldLabelsInconsistent;

const PAGE: TestId = test(11, 3, 1);
const SET: TestId = test(11, 3, 2);

static META: Meta = Meta {
    id: "field-labels-inconsistent",
    title: text(
        "Étiquettes différentes pour une même saisie",
        "Different labels for the same input",
    ),
    why: text(
        "Deux étiquettes pour une même information font croire qu’il en faut deux.",
        "Two labels for one piece of information make people believe that two are wanted.",
    ),
    fix: text(
        "Nommer partout de la même façon ce qui est demandé.",
        "Name what is asked for the same way everywhere.",
    ),
    proofs: &[
        Proof::hints(&[PAGE]).inapplicable_without_targets(),
        Proof::hints(&[SET]).inapplicable_without_targets(),
    ],
    interest: &[Interest::Page],
    review: &[
        "<form><input title=Courriel autocomplete=email></form><form><input title='Adresse électronique' autocomplete=email></form>",
    ],
    pass: &[
        "<form><input title=Courriel autocomplete=email></form><form><input title='Votre courriel' autocomplete=email></form>",
    ],
    na: &["<p>Sans champ</p>"],
    ..Meta::NEW
};

const DIFFERENT: Text = text(
    "ce champ étiqueté « {label} » demande la même chose qu’un autre, étiqueté « {other} » : le comprend-on ?",
    "this field labelled \"{label}\" asks for the same as another, labelled \"{other}\": can one tell?",
);
const OTHER: Text = text("l’autre champ", "the other field");

impl Check for FieldLabelsInconsistent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let fields = || {
            let fields = semantics.fields().iter();
            fields.filter(|f| takes_data(f.element, semantics))
        };
        match fields().take(2).count() {
            0 => return,
            1 => return cx.leave_open(&[SET]),
            _ => cx.leave_open(&[PAGE, SET]),
        }
        // The first field of each function, and what it is called.
        let mut first: HashMap<String, (Field<'p>, String)> = HashMap::new();
        for field in fields().filter(|f| semantics.is_rendered(f.element)) {
            let Some(function) = function_of(field.element, semantics) else {
                continue;
            };
            let label = semantics.rgaa_name(field.element).text.into_owned();
            if label.is_empty() {
                continue;
            }
            let Some((other, called)) = first.get(&function) else {
                first.insert(function, (*field, label));
                continue;
            };
            let by_name = function.starts_with("name ");
            let one_form = field.form.map(Element::id) == other.form.map(Element::id);
            if one_form && (by_name || asks_again(&label) || asks_again(called)) {
                continue;
            }
            let known = telling_words(called);
            if telling_words(&label).iter().any(|w| known.contains(w)) || known.is_empty() {
                continue;
            }
            cx.review(field.element, &DIFFERENT)
                .arg("label", &label)
                .arg("other", called)
                .related(other.element.place(), &OTHER)
                .tests(&[PAGE]);
        }
    }
}

/// What a field is for, as far as its attributes say: its word of `autocomplete`, or its `name`.
pub fn function_of<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> Option<String> {
    if is_to_tick(field, semantics) {
        return None;
    }
    if let Some(value) = field.attr("autocomplete")
        && let Ok(Detail::Field(_)) = autofill::read(value)
    {
        return Some(format!(
            "autocomplete {}",
            value.trim().to_ascii_lowercase()
        ));
    }
    let name = field
        .attr("name")
        .filter(|name| !name.is_empty() && name.len() < 60)?;
    Some(format!(
        "name {} {name}",
        field.attr("type").unwrap_or_default()
    ))
}
