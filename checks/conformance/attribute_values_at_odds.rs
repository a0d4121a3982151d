//! HTML Standard: values of two attributes of one element that must agree. 4.10.14 `meter` (minimum ≤ low ≤ high ≤ maximum, value and
//! optimum in between) and 4.10.13 `progress` (value ≤ maximum); 4.10.18.4 (`minlength` ≤ `maxlength`); 4.8.13 (`id` of a `map` is its
//! `name`); 3.2.6.2 (`xml:lang` goes with the same `lang`); 4.8.5 (words of `sandbox` that undo one another).
//!
//! Not among the five families of RGAA 8.2.1. A value that is no number is not judged here.

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AttributeValuesAtOdds;

struct AttributeValuesAtOdds;

static META: Meta = Meta {
    id: "attribute-values-at-odds",
    category: Category::Conformance,
    title: text(
        "Valeurs d’attributs qui se contredisent",
        "Attribute values at odds",
    ),
    why: text(
        "De deux valeurs qui se contredisent, le navigateur en corrige ou en ignore une : la jauge, la limite ou la langue n’est pas celle voulue.",
        "Of two values at odds, the browser corrects or ignores one: the gauge, the limit or the language is not what was meant.",
    ),
    fix: text("Accorder les deux valeurs.", "Make the two values agree."),
    interest: &[
        Interest::Elements(&["meter", "progress", "map"]),
        Interest::Attributes(&["xml:lang", "minlength", "sandbox"]),
    ],
    fail: &[
        "<meter value=12 max=10>12</meter>",
        "<progress value=3>3</progress>",
        "<p xml:lang=en>Mayor</p>",
        "<map name=plan id=carte></map>",
        "<input minlength=8 maxlength=4>",
        "<iframe title=Plan src=/plan sandbox='allow-scripts allow-same-origin'></iframe>",
    ],
    pass: &[
        "<meter value=3 min=0 low=2 high=8 max=10>3</meter>",
        "<p lang=en xml:lang=EN>Mayor</p>",
    ],
    na: &["<p lang=en>Mayor</p>"],
    ..Meta::NEW
};

const GREATER: Text = text(
    "{low} ({low_value}) dépasse {high} ({high_value})",
    "{low} ({low_value}) is over {high} ({high_value})",
);
const OVER_DEFAULT: Text = text(
    "{low} ({low_value}) dépasse {high}, qui vaut {high_value} quand l’attribut manque",
    "{low} ({low_value}) is over {high}, which is {high_value} when the attribute is missing",
);
const UNDER_DEFAULT: Text = text(
    "{high} ({high_value}) est inférieur à {low}, qui vaut {low_value} quand l’attribut manque",
    "{high} ({high_value}) is under {low}, which is {low_value} when the attribute is missing",
);
const MAP: Text = text(
    "l’id de <map> (« {id} ») n’est pas son name (« {name} »)",
    "the id of <map> (\"{id}\") is not its name (\"{name}\")",
);
const LANG: Text = text(
    "xml:lang vaut « {xml} » et lang « {lang} » : HTML veut la même langue, et les navigateurs ne lisent que lang",
    "xml:lang is \"{xml}\" and lang \"{lang}\": HTML wants the same language, and browsers read lang only",
);
const LANG_ALONE: Text = text(
    "xml:lang est seul : en HTML les navigateurs ne lisent que lang",
    "xml:lang is alone: in HTML browsers read lang only",
);
const TOP_NAVIGATION: Text = text(
    "sandbox permet de changer la page entière en toute circonstance (allow-top-navigation) et à la demande de la personne (allow-top-navigation-by-user-activation) : il faut choisir",
    "sandbox allows changing the whole page at any time (allow-top-navigation) and when the person asks (allow-top-navigation-by-user-activation): it must be one of them",
);
const ESCAPE: Text = text(
    "avec allow-scripts et allow-same-origin, un contenu du même site peut retirer sandbox lui-même : il ne protège alors de rien",
    "with allow-scripts and allow-same-origin, content of the same site can take sandbox away by itself: it then protects from nothing",
);
const OTHER: Text = text("l’autre valeur", "the other value");

/// Attributes of which the first must not be over the second.
const METER: &[(&str, &str)] = &[
    ("min", "max"),
    ("min", "value"),
    ("value", "max"),
    ("min", "low"),
    ("low", "high"),
    ("high", "max"),
    ("low", "max"),
    ("min", "high"),
    ("min", "optimum"),
    ("optimum", "max"),
];

impl Check for AttributeValuesAtOdds {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        match element.name() {
            "meter" => ordered(element, METER, cx),
            "progress" => ordered(element, &[("value", "max")], cx),
            _ => map(element, cx),
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        if attr.name() == "minlength" {
            return ordered(element, &[("minlength", "maxlength")], cx);
        }
        if attr.name() == "sandbox" {
            if element.is("iframe") {
                sandbox(element, attr, cx);
            }
            return;
        }
        match element.attr("lang") {
            Some(lang) if lang.eq_ignore_ascii_case(attr.value()) => cx.pass(),
            Some(lang) => {
                let draft = cx.fail((element, attr), &LANG);
                draft.arg("xml", attr.value()).arg("lang", lang);
            }
            None => drop(cx.fail((element, attr), &LANG_ALONE)),
        }
    }
}

/// 4.8.5: two words that the standard keeps apart are an error; two that it warns of, a warning.
fn sandbox<'p>(frame: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
    let has = |word: &str| {
        frame
            .tokens("sandbox")
            .any(|t| t.eq_ignore_ascii_case(word))
    };
    let both = |one, other| has(one) && has(other);
    let both_navigations = both(
        "allow-top-navigation",
        "allow-top-navigation-by-user-activation",
    );
    if both_navigations {
        cx.fail((frame, attr), &TOP_NAVIGATION);
    }
    let escapes = both("allow-scripts", "allow-same-origin");
    if escapes {
        cx.fail((frame, attr), &ESCAPE).level(Level::Warning);
    }
    if !both_navigations && !escapes {
        cx.pass();
    }
}

/// A bound: its value, and the attribute if it is written.
#[derive(Clone, Copy)]
struct Bound<'p>(f64, Option<Attr<'p>>);

/// What an attribute says, or stands for when missing; `None` when it says and stands for nothing.
fn bound<'p>(element: Element<'p>, name: &str) -> Option<Bound<'p>> {
    match element.attribute(name) {
        Some(attr) => number(attr.value()).map(|value| Bound(value, Some(attr))),
        None => match name {
            "min" => Some(Bound(0.0, None)),
            "max" => Some(Bound(1.0, None)),
            _ => None,
        },
    }
}

/// HTML Standard 2.3.4.3 «Floating-point numbers».
fn number(value: &str) -> Option<f64> {
    let plain = |b: u8| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'e' | b'E' | b'+');
    let number: f64 = value.bytes().all(plain).then(|| value.parse().ok())??;
    number.is_finite().then_some(number)
}

fn ordered<'p>(element: Element<'p>, pairs: &[(&str, &str)], cx: &mut Context<'p>) {
    for (low, high) in pairs {
        let (Some(under), Some(over)) = (bound(element, low), bound(element, high)) else {
            continue;
        };
        if under.0 <= over.0 {
            continue;
        }
        let (message, at, other) = match (under.1, over.1) {
            (Some(low), Some(high)) => (&GREATER, low, Some(high)),
            (Some(low), None) => (&OVER_DEFAULT, low, None),
            (None, Some(high)) => (&UNDER_DEFAULT, high, None),
            (None, None) => continue,
        };
        let draft = cx
            .fail((element, at), message)
            .arg("low", low)
            .arg("low_value", under.0)
            .arg("high", high)
            .arg("high_value", over.0);
        if let Some(other) = other {
            draft.related(other.place(), &OTHER);
        }
        return;
    }
    cx.pass();
}

fn map<'p>(map: Element<'p>, cx: &mut Context<'p>) {
    let (Some(id), Some(name)) = (map.attribute("id"), map.attribute("name")) else {
        return;
    };
    if id.value() == name.value() {
        return cx.pass();
    }
    cx.fail((map, id), &MAP)
        .arg("id", id.value())
        .arg("name", name.value())
        .related(name.place(), &OTHER);
}
