//! Media Queries 4 and 5, 3 «Syntax»; WHATWG HTML 2.3.10: `media` of style sheets, sources and theme colours.
//!
//! A query that cannot be read is `not all`: the style sheet is never applied. Features that only browsers or drafts know are left
//! alone.

use super::media_problems;
use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::syntax::media_query;
use crate::text::text;

pub static CHECK: &dyn Check = &MediaQueryInvalid;

struct MediaQueryInvalid;

static META: Meta = Meta {
    id: "media-query-invalid",
    category: Category::Conformance,
    title: text("Requête média mal écrite", "Badly written media query"),
    why: text(
        "Le navigateur ne s’en sert jamais : la feuille de style, l’image ou la couleur prévue pour ce cas manque.",
        "The browser never uses it: the style sheet, image or colour meant for that case is missing.",
    ),
    fix: text(
        "Écrire un média, des conditions entre parenthèses et leurs unités : screen and (min-width: 400px).",
        "Write a media type, conditions in parentheses and their units: screen and (min-width: 400px).",
    ),
    interest: &[Interest::Attributes(&["media"])],
    fail: &[
        "<link rel=stylesheet href=a.css media='screen and (min-width: 400)'>",
        "<link rel=stylesheet href=a.css media=handheld>",
    ],
    pass: &["<link rel=stylesheet href=a.css media='screen and (min-width: 400px)'>"],
    na: &["<link rel=stylesheet href=a.css>"],
    ..Meta::NEW
};

impl Check for MediaQueryInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_any(&["link", "meta", "source", "style"]) {
            return;
        }
        let value = attr.value();
        let Err((kind, at)) = media_query::check(value) else {
            return cx.pass();
        };
        let words = media_problems::words(kind);
        let problem = Problem::new(words).with_found(&value[at.clone()]);
        values::fail((element, attr), at, &problem, cx);
    }
}
