//! WHATWG HTML 4.5.14 «The time element», 4.7.3 «ins and del: attributes in common», 2.3.5 «Dates and times».
//!
//! The value of `time` is its `datetime`, or without it its text; white space around is not held against either. What browsers do with it is
//! little, other programs read it. Years of another number of digits than four and offsets that no place has are warnings. Dates in
//! fields are `input-value-invalid`'s.

use super::datetime_problems;
use super::values;
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element, NodeRef};
use crate::spec::syntax::datetime::{ANY, DATE_OR_INSTANT};
use crate::spec::syntax::place_of;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &DatetimeInvalid;

struct DatetimeInvalid;

static META: Meta = Meta {
    id: "datetime-invalid",
    category: Category::Conformance,
    title: text("Date ou heure mal écrite", "Badly written date or time"),
    why: text(
        "Moteurs de recherche, agendas et lecteurs de flux ne comprennent pas une date qui n’est pas écrite comme HTML le demande.",
        "Search engines, calendars and feed readers do not understand a date that is not written as HTML asks.",
    ),
    fix: text(
        "Écrire l’année, le mois et le jour : 2026-05-31 ; avec l’heure et le fuseau : 2026-05-31T14:30+02:00.",
        "Write the year, month and day: 2026-05-31; with the time and zone: 2026-05-31T14:30+02:00.",
    ),
    interest: &[
        Interest::Elements(&["time"]),
        Interest::Attributes(&["datetime"]),
    ],
    fail: &[
        "<p>Le <time datetime='31/05/2026'>31 mai 2026</time></p>",
        "<p>Le <time>31 mai 2026</time></p>",
        "<p><del datetime=2026-02-30>Fermé</del></p>",
        "<p><ins datetime=2026-05>Ouvert</ins></p>",
        "<p>En <time datetime=0789-07-14>789</time></p>",
    ],
    pass: &[
        "<p>Le <time datetime=2026-05-31>31 mai 2026</time></p>",
        "<p>À <time>14:30</time></p>",
        "<p><del datetime=2026-05-31T14:30+02:00>Fermé</del></p>",
    ],
    na: &["<p>Le 31 mai 2026</p>"],
    ..Meta::NEW
};

const FORMS: Text = text(
    "« {found} » n’est ni une date (2026-05-31), ni une heure (14:30), ni une durée (PT2H30M), ni une autre forme que HTML connaît",
    "\"{found}\" is no date (2026-05-31), no time (14:30), no duration (PT2H30M), nor another form that HTML knows",
);
const INSTANT: Text = text(
    "« {found} » n’est ni une date (2026-05-31), ni une date avec heure et fuseau (2026-05-31T14:30+02:00)",
    "\"{found}\" is no date (2026-05-31), nor a date with time and zone (2026-05-31T14:30+02:00)",
);
const IN_TEXT: Text = text(
    "<time> sans datetime : son texte doit être une date ou une heure comme 2026-05-31 ou 14:30, et « {found} » n’en est pas une",
    "<time> without datetime: its text must be a date or time such as 2026-05-31 or 14:30, and \"{found}\" is none",
);
const EMPTY: Text = text(
    "<time> sans datetime ni texte : il ne dit aucune date",
    "<time> without datetime or text: it tells no date",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for DatetimeInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let value = attr.value();
        let (value, forms, expected) = if element.is("time") {
            (value.trim_ascii(), ANY, FORMS)
        } else if element.is_any(&["del", "ins"]) {
            (value, DATE_OR_INSTANT, INSTANT)
        } else {
            return;
        };
        let from = place_of(value, attr.value()).start;
        let told = datetime_problems::of(value, forms, expected)
            .or_else(|| datetime_problems::doubt(value, forms));
        match told {
            None => cx.pass(),
            Some((at, problem)) => {
                values::fail(
                    (element, attr),
                    at.start + from..at.end + from,
                    &problem,
                    cx,
                );
            }
        }
    }

    fn element<'p>(&self, time: Element<'p>, cx: &mut Context<'p>) {
        if !time.is_html() || time.has_attr("datetime") {
            return;
        }
        let content = time.text_content();
        let value = content.trim_ascii();
        if value.is_empty() {
            cx.fail((time, time.name_place()), &EMPTY);
            return;
        }
        let told = datetime_problems::of(value, ANY, IN_TEXT)
            .or_else(|| datetime_problems::doubt(value, ANY));
        let Some((_, problem)) = told else {
            return cx.pass();
        };
        let text = time.children().find_map(NodeRef::as_text);
        let place = text.map_or(time.name_place(), |text| text.span());
        let what = format!("{} {value}", problem.words.en);
        if let Some(draft) = cx.fail_together((time, place), &problem.words, &what, &ALSO) {
            values::complete(draft, &problem);
        }
    }
}
