//! WHATWG HTML 4.10.5.1 «States of the type attribute»: what `value`, `min`, `max` and `step` of a field may be, by its type.
//!
//! A browser drops a value that the type does not allow: the field is empty, or has no bound. An empty `value` is no value, but for `range`.

use std::ops::Range;

use super::datetime_problems;
use super::url_problems::Told;
use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::syntax::datetime::Form;
use crate::spec::syntax::numbers::{self, Number};
use crate::spec::syntax::{colour, email, place_of, url};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &InputValueInvalid;

struct InputValueInvalid;

static META: Meta = Meta {
    id: "input-value-invalid",
    category: Category::Conformance,
    title: text(
        "Valeur que le type du champ n’admet pas",
        "Value that the type of the field does not allow",
    ),
    why: text(
        "Le navigateur ignore une valeur ou une borne qu’il ne comprend pas : le champ apparaît vide, ou accepte tout.",
        "The browser ignores a value or bound that it does not understand: the field shows empty, or takes anything.",
    ),
    fix: text(
        "Écrire la valeur comme le type la veut : 2026-05-31 pour une date, 1.5 pour un nombre, #0055aa pour une couleur.",
        "Write the value as the type wants it: 2026-05-31 for a date, 1.5 for a number, #0055aa for a colour.",
    ),
    interest: &[Interest::Attributes(&["max", "min", "step", "value"])],
    fail: &[
        "<label>Jour <input type=date value=31/05/2026></label>",
        "<label>Âge <input type=number min=18ans></label>",
        "<label>Teinte <input type=color value=bleu></label>",
        "<label>Site <input type=url value=mairie.example></label>",
        "<label>Part <input type=range step=0></label>",
        "<label>Nom <input value='Dupont&#10;Durand'></label>",
    ],
    pass: &[
        "<label>Jour <input type=date min=2026-05-31></label>",
        "<label>Âge <input type=number value=18 step=any></label>",
        "<label>Site <input type=url value=https://mairie.example></label>",
    ],
    na: &[
        "<label>Nom <input value=Dupont></label>",
        "<input type=url value=''>",
    ],
    ..Meta::NEW
};

const DATE: Text = text(
    "« {found} » n’est pas une date : l’écrire comme 2026-05-31",
    "\"{found}\" is no date: write it as in 2026-05-31",
);
const MONTH: Text = text(
    "« {found} » n’est pas un mois : l’écrire comme 2026-05",
    "\"{found}\" is no month: write it as in 2026-05",
);
const WEEK: Text = text(
    "« {found} » n’est pas une semaine : l’écrire comme 2026-W22",
    "\"{found}\" is no week: write it as in 2026-W22",
);
const TIME: Text = text(
    "« {found} » n’est pas une heure : l’écrire comme 14:30",
    "\"{found}\" is no time: write it as in 14:30",
);
const LOCAL: Text = text(
    "« {found} » n’est pas une date avec son heure, sans fuseau : l’écrire comme 2026-05-31T14:30",
    "\"{found}\" is no date with its time, without a zone: write it as in 2026-05-31T14:30",
);
const NUMBER: Text = text(
    "« {found} » n’est pas un nombre : l’écrire comme 12 ou -3.5",
    "\"{found}\" is no number: write it as in 12 or -3.5",
);
const STEP: Text = text(
    "« {found} » n’est pas un pas : un nombre au-dessus de zéro, ou any",
    "\"{found}\" is no step: a number above zero, or any",
);
const COLOUR: Text = text(
    "« {found} » n’est pas une couleur : # et six chiffres hexadécimaux, comme #0055aa",
    "\"{found}\" is no colour: # and six hexadecimal digits, such as #0055aa",
);
const EMAIL: Text = text(
    "« {found} » n’est pas une adresse électronique",
    "\"{found}\" is no email address",
);

impl Check for InputValueInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is("input") {
            return;
        }
        let (name, value) = (attr.name(), attr.value());
        let Some(kind) = element.attr("type").and_then(Kind::of) else {
            return one_line((element, attr), cx);
        };
        // 4.10.5.1.13: that of a range is a number, always.
        if name == "value" && value.is_empty() && !element.attr_is("type", "range") {
            return;
        }
        if name == "step" {
            if matches!(kind, Kind::Url | Kind::Email | Kind::Colour) {
                return;
            }
            let any = value.eq_ignore_ascii_case("any");
            if !any && numbers::check(value, Number::FloatAboveZero).is_err() {
                let problem = Problem::new(STEP).with("found", value);
                return values::fail((element, attr), 0..value.len(), &problem, cx);
            }
            return cx.pass();
        }
        if name != "value" && matches!(kind, Kind::Url | Kind::Email | Kind::Colour) {
            return;
        }
        judge((element, attr), kind, cx);
    }
}

/// 4.10.5.1.2 to 4.10.5.1.6: texts of one line have no line break.
fn one_line<'p>(target: (Element<'p>, Attr<'p>), cx: &mut Context<'p>) {
    let (element, attr) = target;
    let Some(at) = attr.value().find(['\n', '\r']) else {
        return;
    };
    // A value that the standard does not know is `text`.
    let others = [
        "button", "checkbox", "file", "hidden", "image", "radio", "reset", "submit",
    ];
    if attr.name() == "value" && !others.iter().any(|other| element.attr_is("type", other)) {
        values::fail(target, at..at + 1, &Problem::new(values::LINE_BREAK), cx);
    }
}

/// What a type wants of its value and bounds.
#[derive(Clone, Copy)]
enum Kind {
    Date(Form, Text),
    Number,
    Colour,
    Url,
    Email,
}

impl Kind {
    fn of(name: &str) -> Option<Kind> {
        const KINDS: [(&str, Kind); 10] = [
            ("number", Kind::Number),
            ("date", Kind::Date(Form::Date, DATE)),
            ("email", Kind::Email),
            ("url", Kind::Url),
            ("range", Kind::Number),
            ("time", Kind::Date(Form::Time, TIME)),
            ("color", Kind::Colour),
            ("month", Kind::Date(Form::Month, MONTH)),
            ("week", Kind::Date(Form::Week, WEEK)),
            ("datetime-local", Kind::Date(Form::LocalDateTime, LOCAL)),
        ];
        KINDS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|row| row.1)
    }
}

fn judge<'p>(target: (Element<'p>, Attr<'p>), kind: Kind, cx: &mut Context<'p>) {
    let (element, attr) = target;
    let value = attr.value();
    let all = 0..value.len();
    let whole = |words: Text| Some((all.clone(), Problem::new(words).with("found", value)));
    let told: Option<(Range<usize>, Problem<'_>)> = match kind {
        Kind::Date(form, expected) => datetime_problems::of(value, &[form], expected),
        Kind::Number => match numbers::float(value) {
            Some(_) => None,
            None => whole(NUMBER),
        },
        Kind::Colour => match colour::is_simple(value) {
            true => None,
            false => whole(COLOUR),
        },
        Kind::Email => {
            let wrong = if element.has_attr("multiple") {
                value
                    .split(',')
                    .find(|one| !email::is_valid(one.trim_ascii()))
            } else {
                Some(value).filter(|one| !email::is_valid(one))
            };
            wrong.map(|one| {
                let problem = Problem::new(EMAIL).with("found", one);
                (place_of(one, value), problem)
            })
        }
        Kind::Url => {
            return match url::check_absolute(value) {
                Ok(()) => cx.pass(),
                Err(fault) => {
                    let told = Told::of(&fault, value);
                    values::fail(target, fault.at, &told.problem(), cx);
                }
            };
        }
    };
    match told {
        None => cx.pass(),
        Some((at, problem)) => values::fail(target, at, &problem, cx),
    }
}
