//! RGAA 12.6.1: the zones that pages share can be reached or skipped.
//!
//! Failed: a page of a site of several pages that has content but not one landmark, heading, button or link to a place of its own: the zone of
//! main content then meets none of the five conditions of the test. Not so on pages that scripts may fill, on pages that only send elsewhere,
//! nor in framesets. Anything else is for a person: which zones there are, and whether a heading says what they hold. That landmarks need a `role`
//! attribute besides their element (glossary «Landmarks») is disputed: elements count.
//!
//! A search field that is in no landmark, on a page that marks others, is worth a look: the zone may be reached otherwise. `off` by default: it is
//! on every page of a site, for whoever audits.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Kind;
use crate::spec::elements::heading_level;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ZonesUnreachable;

struct ZonesUnreachable;

static META: Meta = Meta {
    id: "zones-unreachable",
    level: Level::Warning,
    review_level: Level::Off,
    title: text(
        "Zones de la page impossibles à atteindre ou à éviter",
        "Page zones that cannot be reached or skipped",
    ),
    why: text(
        "Sans repère, titre ni lien interne, il faut lire toute la page dans l’ordre pour arriver au contenu.",
        "Without landmark, heading or internal link, one must read the whole page in order to get to the content.",
    ),
    fix: text(
        "Baliser les zones : <header role=\"banner\">, <nav role=\"navigation\">, <main role=\"main\">, <footer role=\"contentinfo\">, role=\"search\".",
        "Mark the zones: <header role=\"banner\">, <nav role=\"navigation\">, <main role=\"main\">, <footer role=\"contentinfo\">, role=\"search\".",
    ),
    proofs: &[Proof::refutes(&[test(12, 6, 1)])],
    interest: &[Interest::Page],
    review: &[
        "<header>Mairie <form><input type=search aria-label=Rechercher></form></header><main><h1>Accueil</h1></main>",
    ],
    pass: &["<main><h1>Horaires</h1></main>"],
    na: &["<p>Horaires</p>"],
    ..Meta::NEW
};

const NONE: Text = text(
    "aucun repère (main, nav, header…), aucun titre et aucun lien interne : rien ne permet d’atteindre le contenu de cette page, ni de l’éviter",
    "no landmark (main, nav, header…), no heading and no internal link: nothing lets people reach this page's content, or skip it",
);
const SEARCH: Text = text(
    "ce champ de recherche n’est dans aucune zone role=\"search\" : si c’est la recherche du site, un titre ou un lien d’accès rapide y mène-t-il ?",
    "this search field is in no role=\"search\" zone: if it searches the site, does a heading or a quick link lead to it?",
);

/// Roles of the zones of the test.
const LANDMARKS: [&str; 8] = [
    "banner",
    "complementary",
    "contentinfo",
    "form",
    "main",
    "navigation",
    "region",
    "search",
];

/// What lets people reach or skip a zone.
fn is_way(e: Element<'_>) -> bool {
    match e.name() {
        "main" | "nav" | "header" | "footer" | "aside" | "search" | "button" | "summary"
        | "frameset" => true,
        "a" => e.attr("href").is_some_and(|href| href.contains('#')) || e.has_attr("role"),
        "input" => ["button", "submit", "image"]
            .iter()
            .any(|t| e.attr_is("type", t)),
        name => heading_level(name).is_some() || e.has_attr("role"),
    }
}

/// Whether the element is in a landmark for searching.
fn in_search(e: Element<'_>) -> bool {
    e.ancestors()
        .any(|a| a.is("search") || a.attr_is("role", "search"))
}

impl Check for ZonesUnreachable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let (doc, semantics) = (cx.doc(), cx.semantics());
        let Some(body) = doc.body().filter(|b| b.is("body")) else {
            return;
        };
        let mut elements = doc.elements().filter(|e| e.is_html() && !e.in_template());
        if elements.any(is_way) {
            let mut fields = semantics
                .elements_of(Kind::Control)
                .filter(|e| e.is("input") && e.attr_is("type", "search") && !e.in_template());
            let marked = || {
                doc.elements()
                    .filter_map(|e| semantics.role(e))
                    .any(|role| LANDMARKS.contains(&role))
            };
            match fields.find(|e| semantics.is_rendered(*e) && !in_search(*e)) {
                Some(field) if marked() => {
                    cx.review(field, &SEARCH);
                }
                _ => cx.pass(),
            }
            return;
        }
        let judged = cx.options().site_of_many
            && !semantics.has_active_script()
            && !semantics.is_redirect()
            && semantics.says_something(body);
        if judged {
            cx.fail(body, &NONE);
        }
    }
}
