//! Spacing of text that a `style` attribute locks with `!important`, too tight (ACT 24afc2, 78fd32, 9e45ec).
//!
//! Hints at RGAA 10.12.1, which fails only where text is lost once spaced out, and that takes a layout. What the check fails is the fact, as the ACT
//! rules do: nothing but a stronger sheet than pages' own undoes `!important` in a `style`, so people who set 1.5 line height, 0.12 em between letters or 0.16 em between
//! words do not get it. Words that the element itself holds, rendered; `inherit` and `unset` say nothing. Where the font size is not known,
//! lengths in pixels are a question; so are lines that may be one only.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::test;
use crate::semantics::style::{Property, declarations, dimension, last};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SpacingLocked;

struct SpacingLocked;

static META: Meta = Meta {
    id: "spacing-locked",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text("Espacement du texte verrouillé", "Spacing of text locked"),
    why: text(
        "Les personnes dyslexiques ou malvoyantes espacent lettres, mots et lignes pour lire : « !important » dans un attribut style les en empêche.",
        "People with dyslexia or low vision space letters, words and lines out to read: \"!important\" in a style attribute keeps them from it.",
    ),
    fix: text(
        "Retirer !important, ou mieux, mettre l’espacement dans une feuille de style.",
        "Remove !important or, better, put the spacing in a style sheet.",
    ),
    proofs: &[Proof::hints(&[test(10, 12, 1)])],
    act: &["24afc2", "78fd32", "9e45ec"],
    interest: &[Interest::Attributes(&["style"])],
    fail: &["<!DOCTYPE html><p style='letter-spacing: 0.05em !important'>Avis de travaux</p>"],
    review: &[
        "<link rel=stylesheet href=a.css><p style='word-spacing: 1px !important'>Avis de travaux</p>",
    ],
    pass: &["<!DOCTYPE html><p style='word-spacing: 3px !important'>Avis de travaux</p>"],
    na: &["<p style='letter-spacing: 0.05em'>Avis de travaux</p>"],
    ..Meta::NEW
};

const TIGHT: Text = text(
    "« {declaration} » ne laisse pas les lecteurs espacer ce texte à leur vue : il faut {needed} au moins, ou pas de !important",
    "\"{declaration}\" does not let readers space this text out: {needed} at least is needed, or no !important",
);
const MAYBE: Text = text(
    "« {declaration} » fixe l’espacement de ce texte : est-il d’au moins {needed}, ou le texte tient-il sur une ligne ?",
    "\"{declaration}\" fixes the spacing of this text: is it {needed} at least, or does the text hold on one line?",
);

/// A property, and how much of it people must be able to have, in `em`.
const SPACINGS: [(&str, f32, &str); 3] = [
    ("letter-spacing", 0.12, "0.12em"),
    ("line-height", 1.5, "1.5"),
    ("word-spacing", 0.16, "0.16em"),
];

impl Check for SpacingLocked {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, style: Attr<'p>, cx: &mut Context<'p>) {
        let value = style.value();
        if !value.contains('!') || !has_words(e) || !cx.semantics().is_rendered(e) || is_away(e) {
            return;
        }
        for (property, needed, shown) in SPACINGS {
            let Some(found) =
                last(value, property, |v| is_valid(v, property)).filter(|d| d.important)
            else {
                continue;
            };
            let Some(amount) = amount(found.value, e, cx) else {
                continue;
            };
            let declaration = &value[found.range];
            let draft = match amount {
                Some(em) if em >= needed => {
                    cx.pass();
                    continue;
                }
                Some(_) if property != "line-height" || wraps(e) => cx.fail((e, style), &TIGHT),
                _ => cx.review((e, style), &MAYBE),
            };
            draft.arg("declaration", declaration).arg("needed", shown);
        }
    }
}

fn is_valid(value: &str, property: &str) -> bool {
    let words = [
        "normal",
        "initial",
        "inherit",
        "unset",
        "revert",
        "revert-layer",
    ];
    words.iter().any(|w| value.eq_ignore_ascii_case(w))
        || dimension(value).is_some()
        || property == "line-height" && value.trim_end_matches('%').parse::<f32>().is_ok()
        || value.contains('(')
        || value == "0"
}

/// The space in `em`, if it is known; `None`: it says nothing of its own.
fn amount<'p>(value: &str, e: Element<'p>, cx: &Context<'p>) -> Option<Option<f32>> {
    let is = |word: &str| value.eq_ignore_ascii_case(word);
    if ["inherit", "unset", "revert", "revert-layer"]
        .iter()
        .any(|w| is(w))
    {
        return None;
    }
    if is("normal") || is("initial") {
        return Some(Some(0.0));
    }
    if let Some(percent) = value.strip_suffix('%') {
        return Some(percent.parse::<f32>().ok().map(|p| p / 100.0));
    }
    if let Ok(number) = value.parse::<f32>() {
        return Some(Some(number));
    }
    let style = cx.semantics().style(e);
    Some(dimension(value).and_then(|(number, unit)| {
        if unit.eq_ignore_ascii_case("em") {
            return Some(number);
        }
        Some(style.pixels(number, unit).ok()? / style.font_size().ok()?)
    }))
}

/// Whether the element itself holds words.
fn has_words(e: Element<'_>) -> bool {
    let mut texts = e.children().filter_map(NodeRef::as_text);
    texts.any(|t| t.text().contains(char::is_alphanumeric))
}

/// Whether `style` takes it off the screen.
fn is_away(e: Element<'_>) -> bool {
    let style = e.attr("style").unwrap_or_default();
    let out = [
        "top",
        "left",
        "right",
        "bottom",
        "text-indent",
        "margin-left",
        "margin-top",
    ];
    declarations(style).any(|d| out.iter().any(|name| d.is(name)) && d.value.starts_with('-'))
        || declarations(style).any(|d| Property::Offset.is_set_by(&d))
}

/// Whether the text has two lines at least, as far as can be told: long, or in a narrow box; and nothing keeps it on one line.
fn wraps(e: Element<'_>) -> bool {
    let free = |e: Element<'_>| {
        let style = e.attr("style").unwrap_or_default();
        !declarations(style)
            .any(|d| d.is("white-space") || d.name.to_ascii_lowercase().starts_with("overflow"))
    };
    let narrow = declarations(e.attr("style").unwrap_or_default()).any(|d| {
        (d.is("max-width") || d.is("width"))
            && dimension(d.value)
                .is_some_and(|(n, unit)| unit.eq_ignore_ascii_case("px") && n <= 320.0)
    });
    let letters: usize = e.text_content().trim().chars().take(400).count();
    std::iter::once(e).chain(e.ancestors()).all(free) && (letters >= 400 || narrow && letters >= 60)
}
