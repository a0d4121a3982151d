//! RGAA 10.8.1: hidden content is meant to be ignored, or can be brought back.
//!
//! Subjects: the closed list of the glossary «Contenu caché», as attributes and in `style`: `hidden`, `aria-hidden="true"`, `display: none`,
//! `visibility: hidden`, `font-size: 0`. None of them and no style sheet that could hide anything: inapplicable. A certain failure: the whole page under
//! `aria-hidden` and no script to take it back (what can be reached there is told by `aria-hidden-focusable`). A question, once a page, for words on
//! screen that `aria-hidden` keeps from screen readers; the rest is left open, as only a person knows what was meant.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::Visibility;
use crate::semantics::style::{Property, dimension};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HiddenContent;

struct HiddenContent;

const HIDDEN: &[TestId] = &[test(10, 8, 1)];

static META: Meta = Meta {
    id: "hidden-content",
    category: Category::Accessibility,
    title: text(
        "Contenu caché aux lecteurs d’écran",
        "Content hidden from screen readers",
    ),
    why: text(
        "Un texte affiché mais caché aux lecteurs d’écran manque aux personnes aveugles, s’il n’est pas dit ailleurs.",
        "Text on screen but hidden from screen readers is missed by blind people, unless it is said elsewhere.",
    ),
    fix: text(
        "Retirer aria-hidden de ce qui informe ; le garder pour les décorations et les doublons.",
        "Remove aria-hidden from what informs; keep it for decoration and duplicates.",
    ),
    proofs: &[
        Proof::refutes(HIDDEN),
        Proof::hints(HIDDEN).inapplicable_without_targets(),
    ],
    interest: &[
        Interest::Attributes(&["hidden", "aria-hidden", "style"]),
        Interest::Page,
    ],
    fail: &["<body aria-hidden=true><p>La mairie est ouverte.</p>"],
    review: &["<p aria-hidden=true>La mairie est ouverte.</p>"],
    pass: &[
        "<p hidden>Merci.</p>",
        "<link rel=stylesheet href=a.css><p>Merci.</p>",
    ],
    na: &["<p aria-hidden=false style='color: #222'>Merci.</p>"],
    ..Meta::NEW
};

const WHOLE: Text = text(
    "toute la page est cachée aux lecteurs d’écran, et aucun script n’y change rien",
    "the whole page is hidden from screen readers, and no script undoes it",
);
const WORDS: Text = text(
    "ce texte affiché est caché aux lecteurs d’écran (aria-hidden) : est-il décoratif, ou dit ailleurs ?",
    "this text on screen is hidden from screen readers (aria-hidden): is it decorative, or said elsewhere?",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for HiddenContent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        match attr.name() {
            "hidden" if e.is_html() => cx.leave_open(HIDDEN),
            "aria-hidden" if e.attr_is("aria-hidden", "true") => aria_hidden(e, attr, cx),
            "style" if hides(e, cx) => cx.leave_open(HIDDEN),
            _ => {}
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let sheets = cx.semantics().sheets();
        let hiding = [Property::Display, Property::Visibility, Property::FontSize];
        if hiding.iter().any(|p| sheets.may_set(*p)) {
            cx.leave_open(HIDDEN);
        }
    }
}

fn hides<'p>(e: Element<'p>, cx: &Context<'p>) -> bool {
    let style = cx.semantics().style(e);
    let says = |property, value: &str| {
        let written = style.written(property);
        written.is_some_and(|d| d.value.to_ascii_lowercase().contains(value))
    };
    says(Property::Display, "none")
        || says(Property::Visibility, "hidden")
        || style
            .written(Property::FontSize)
            .is_some_and(|d| d.value == "0" || dimension(d.value).is_some_and(|(n, _)| n == 0.0))
}

fn aria_hidden<'p>(e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let page = e.is("body") || e.is("html");
    if page
        && !semantics.has_active_script()
        && says_something(e)
        && !e.descendants().any(|inside| semantics.is_tabbable(inside))
    {
        cx.fail((e, attr), &WHOLE);
    } else if !page
        && semantics.visibility(e) == Visibility::AriaHidden
        && e.parent().is_none_or(|p| semantics.is_exposed(p))
        && says_something(e)
    {
        cx.review_together(e, &WORDS, "", &ALSO);
    } else {
        cx.leave_open(HIDDEN);
    }
}

/// Nodes looked at inside a hidden element.
const MOST: usize = 200;

/// Whether it holds a word of four letters at least: the names of icon fonts are mostly classes, signs and arrows are shorter.
fn says_something(e: Element<'_>) -> bool {
    let texts = e.descendant_nodes().take(MOST).filter_map(NodeRef::as_text);
    let shown = |parent: Element<'_>| !parent.is_any(&["script", "style"]) && parent.is_html();
    texts
        .filter(|t| t.parent().is_some_and(shown))
        .flat_map(|t| t.text().split(|c: char| !c.is_alphabetic()))
        .any(|word| word.chars().nth(3).is_some())
}
