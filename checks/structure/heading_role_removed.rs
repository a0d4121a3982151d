//! RGAA 8.9.1: a heading element whose role is taken away by `role="presentation"` or `"none"`.
//!
//! The test's methodology says outright that this role, tolerated on other elements used for presentation, does not conform on a heading: the
//! element was chosen for its looks. Refutes, for `h1` to `h6` with words that people get. A heading without words is `heading-empty`'s or
//! nobody's; `presentation` that browsers must ignore (WAI-ARIA 1.2 7.6) is a question.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HeadingRoleRemoved;

struct HeadingRoleRemoved;

static META: Meta = Meta {
    id: "heading-role-removed",
    level: Level::Warning,
    title: text(
        "Titre dont le rôle est retiré",
        "Heading whose role is taken away",
    ),
    why: text(
        "Ce qui a l’air d’un titre n’en est plus un pour les lecteurs d’écran, ou la balise n’a été choisie que pour son apparence.",
        "What looks like a heading is none for screen readers any more, or the tag was chosen for its looks only.",
    ),
    fix: text(
        "Si c’est un titre, retirer le rôle ; sinon, écrire un <p> ou un <div> et son apparence en CSS.",
        "If it is a heading, remove the role; otherwise write a <p> or a <div>, and its looks in CSS.",
    ),
    proofs: &[Proof::refutes(&[test(8, 9, 1)])],
    interest: &[Interest::Attributes(&["role"])],
    fail: &["<h2 role=presentation>Horaires</h2>"],
    review: &[
        "<h2 role=none tabindex=0>Horaires</h2>",
        "<h2 role=none hidden>Horaires</h2>",
    ],
    pass: &["<h2 role=heading aria-level=3>Horaires</h2>"],
    na: &[
        "<h2>Horaires</h2>",
        "<p role=presentation>Horaires</p>",
        "<h2 role=none></h2>",
    ],
    ..Meta::NEW
};

const REMOVED: Text = text(
    "role=\"{role}\" retire à ce <{tag}> son rôle de titre : la balise ne sert plus qu’à la présentation",
    "role=\"{role}\" takes from this <{tag}> its role of heading: the tag is there for presentation only",
);
const IGNORED: Text = text(
    "role=\"{role}\" est ignoré sur ce <{tag}>, qui prend le focus ou a un attribut ARIA : est-ce un titre ?",
    "role=\"{role}\" is ignored on this <{tag}>, which takes the focus or has an ARIA attribute: is it a heading?",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for HeadingRoleRemoved {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, heading: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        if !heading.is_html() || elements::heading_level(heading.name()).is_none() {
            return;
        }
        let semantics = cx.semantics();
        if !matches!(
            semantics.explicit_role(heading),
            Some("none" | "presentation")
        ) {
            return cx.pass();
        }
        if heading.text_is_blank() {
            return;
        }
        let value = role.value();
        let target = (heading, role);
        let draft = if !semantics.is_presentational(heading) {
            cx.review_together(target, &IGNORED, heading.name(), &ALSO)
        } else if semantics.is_rendered(heading) {
            cx.fail_together(target, &REMOVED, heading.name(), &ALSO)
        } else {
            cx.review_together(target, &REMOVED, heading.name(), &ALSO)
        };
        if let Some(draft) = draft {
            draft.arg("role", value).arg("tag", heading.name());
        }
    }
}
