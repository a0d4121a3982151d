//! An `aria-*` attribute left empty that must have a value (WAI-ARIA 1.2, 6.2.4 «Values for states and properties»): an id, a number or one of
//! its words.
//!
//! Browsers do as if it were absent: an error of conformance, which takes nothing away from people by itself, hence no proof. Free text
//! (`aria-label`) may be empty. Values that are there and wrong are `aria-value-invalid`'s.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::Element;
use crate::spec::aria_attributes::{self, Form};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaValueEmpty;

struct AriaValueEmpty;

static META: Meta = Meta {
    id: "aria-value-empty",
    category: Category::Conformance,
    title: text("Attribut ARIA vide", "Empty ARIA attribute"),
    why: text(
        "Les navigateurs font comme si l’attribut n’était pas là : ce qu’il devait dire manque, souvent parce qu’un gabarit n’a rien fourni.",
        "Browsers do as if the attribute were not there: what it was to say is missing, often because a template had nothing to give.",
    ),
    fix: text(
        "Donner une valeur à l’attribut, ou ne pas l’écrire.",
        "Give the attribute a value, or do not write it.",
    ),
    interest: &[Interest::AriaElements],
    fail: &["<input aria-describedby=''>", "<p aria-hidden>Avis</p>"],
    pass: &[
        "<input aria-describedby=aide><p id=aide>Aide</p>",
        "<nav aria-label=''></nav>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const EMPTY: Text = text(
    "l’attribut {name} est vide",
    "the attribute {name} is empty",
);
const ONE_OF: Text = text(
    "l’attribut {name} est vide ; les valeurs possibles sont {allowed}",
    "the attribute {name} is empty; it may be {allowed}",
);
const ALSO: Text = text("vide ici aussi", "empty here too");

impl Check for AriaValueEmpty {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        for attr in element.aria_attributes() {
            let name = attr.name();
            if !attr.value().trim_ascii().is_empty() {
                cx.pass();
                continue;
            }
            let Some(known) = aria_attributes::attribute(name) else {
                continue;
            };
            let target = (element, attr.span());
            let draft = match known.form {
                Form::Text => {
                    cx.pass();
                    continue;
                }
                Form::Token(allowed) | Form::Tokens(allowed) => cx
                    .fail_together(target, &ONE_OF, name, &ALSO)
                    .map(|draft| draft.arg("allowed", allowed.join(", "))),
                _ => cx.fail_together(target, &EMPTY, name, &ALSO),
            };
            if let Some(draft) = draft {
                draft.arg("name", name);
            }
        }
    }
}
