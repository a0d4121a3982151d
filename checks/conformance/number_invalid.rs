//! WHATWG HTML 2.3.4 «Numbers»: attributes that hold one. Those of fields, whose type decides, are `input-value-invalid`'s.
//!
//! Mended where digits come before `px`: browsers read the digits and leave the rest (rules for parsing integers and dimension
//! values), so that nothing changes but for style sheets and scripts that would compare the value.

use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Edit, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::attribute_values::{Value, value_of};
use crate::spec::syntax::numbers::{self, Kind, Number};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &NumberInvalid;

struct NumberInvalid;

/// Those of [`crate::spec::attribute_values`].
const ATTRIBUTES: &[&str] = &[
    "cols",
    "colspan",
    "headingoffset",
    "height",
    "high",
    "low",
    "max",
    "maxlength",
    "min",
    "minlength",
    "optimum",
    "rows",
    "rowspan",
    "size",
    "span",
    "start",
    "tabindex",
    "value",
    "width",
];

static META: Meta = Meta {
    id: "number-invalid",
    category: Category::Conformance,
    title: text("Nombre mal écrit", "Badly written number"),
    why: text(
        "Un nombre que le navigateur ne comprend pas est ignoré ou lu en partie : la case ne s’étend pas, l’image n’a pas sa taille, la jauge est vide.",
        "A number that the browser does not understand is ignored or read in part: the cell does not span, the image has not its size, the meter is empty.",
    ),
    fix: text(
        "Écrire le nombre en chiffres seuls, sans unité ; un point sépare les décimales là où elles sont permises.",
        "Write the number in digits alone, without a unit; a full stop comes before decimals where they are allowed.",
    ),
    mends: Some(text(
        "Retire « px » après un nombre et les espaces autour, que les navigateurs ignorent.",
        "Removes \"px\" after a number and spaces around it, which browsers ignore.",
    )),
    interest: &[Interest::Attributes(ATTRIBUTES)],
    fail: &[
        "<img src=plan.png alt=Plan width=100px>",
        "<table><tr><td colspan=0>Avis</td></tr></table>",
        "<table><tr><td rowspan=' 8'>Avis</td></tr></table>",
        "<ol start=a><li>Avis</li></ol>",
        "<progress value=50%></progress>",
    ],
    pass: &[
        "<img src=plan.png alt=Plan width=100>",
        "<progress value=.5></progress>",
        "<p tabindex=-1>Avis</p>",
    ],
    na: &["<table width=100%><tr><td>Avis</td></tr></table>"],
    ..Meta::NEW
};

const WHOLE: Text = text(
    "« {found} » n’est pas un nombre entier ; l’écrire en chiffres seuls",
    "\"{found}\" is no whole number; write it in digits alone",
);
const UNIT: Text = text(
    "« {found} » n’est pas un nombre entier ; écrire {instead}, sans unité",
    "\"{found}\" is no whole number; write {instead}, without a unit",
);
const SPACED: Text = text(
    "des espaces entourent {found} ; l’écrire sans elles",
    "there are spaces around {found}; write it without them",
);
const PERCENT: Text = text(
    "« {found} » : HTML ne compte ici qu’en pixels ; un pourcentage s’écrit en CSS",
    "\"{found}\": HTML only counts in pixels here; a percentage goes in CSS",
);
const NUMBER: Text = text(
    "« {found} » n’est pas un nombre ; l’écrire comme 12 ou 3.5",
    "\"{found}\" is no number; write it as in 12 or 3.5",
);
const AT_LEAST: Text = text(
    "{found} est trop petit : {least} au moins",
    "{found} is too small: {least} at least",
);
const BETWEEN: Text = text(
    "{found} est hors des limites : de {least} à {most}",
    "{found} is out of bounds: from {least} to {most}",
);
const ABOVE_ZERO: Text = text(
    "{found} est trop petit : il faut un nombre au-dessus de zéro",
    "{found} is too small: a number above zero is needed",
);

impl Check for NumberInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let Some(Value::Number(number)) = value_of(element.name(), attr.name()) else {
            return;
        };
        let value = attr.value();
        let Err(kind) = numbers::check(value, number) else {
            return cx.pass();
        };
        let problem = problem(value, number, kind, attr.name());
        let instead = match problem.words {
            SPACED => Some(value.trim_ascii()),
            UNIT => Some(value.trim_end_matches(|c: char| !c.is_ascii_digit())),
            _ => None,
        };
        let problem = problem.with("found", value);
        values::fail((element, attr), 0..value.len(), &problem, cx);
        if let Some(instead) = instead {
            let edit = Edit::value(element, attr, instead);
            cx.mend_unless_named(vec![edit], value);
        }
    }
}

fn problem<'v>(value: &'v str, number: Number, kind: Kind, attribute: &str) -> Problem<'v> {
    let bare = value.trim_ascii();
    if bare.len() < value.len() && numbers::check(bare, number).is_ok() {
        return Problem::new(SPACED);
    }
    match (kind, number) {
        (Kind::Form, Number::Integer | Number::Whole(..)) => {
            let digits = value.bytes().take_while(u8::is_ascii_digit).count();
            let (number, unit) = value.split_at(digits);
            if unit == "%" && matches!(attribute, "width" | "height") {
                Problem::new(PERCENT)
            } else if digits > 0 && unit.trim().eq_ignore_ascii_case("px") {
                Problem::new(UNIT).with("instead", number)
            } else {
                Problem::new(WHOLE)
            }
        }
        (Kind::Form, _) => Problem::new(NUMBER),
        (Kind::Range, Number::Whole(least, u64::MAX)) => {
            Problem::new(AT_LEAST).with("least", least.to_string())
        }
        (Kind::Range, Number::Whole(least, most)) => Problem::new(BETWEEN)
            .with("least", least.to_string())
            .with("most", most.to_string()),
        (Kind::Range, Number::FloatFromZero) => Problem::new(AT_LEAST).with("least", "0"),
        (Kind::Range, _) => Problem::new(ABOVE_ZERO),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::attribute_values::names;

    #[test]
    fn it_is_shown_all_attributes_that_hold_numbers() {
        assert_eq!(names(|value| matches!(value, Value::Number(_))), ATTRIBUTES);
    }
}
