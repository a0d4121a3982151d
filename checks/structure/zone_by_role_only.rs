//! RGAA 9.2.1: a zone of the page that a role declares, and no element of HTML.
//!
//! The test asks for `header`, `nav` and `footer` on the page's header, menus and footer; `role="banner"`, `"navigation"` or `"contentinfo"` on
//! another element says that the zone is one and does not meet that letter. Whether it is the zone the test means (the header of the page, a main
//! or secondary menu) is for a person: a question, on pages of HTML5 doctype, where the element is exposed. `main` is `main-missing`'s. An
//! element that holds the one asked for, or stands straight in it, only repeats it.

use super::zones::is_html5;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ZoneByRoleOnly;

struct ZoneByRoleOnly;

static META: Meta = Meta {
    id: "zone-by-role-only",
    title: text(
        "Zone de la page sans balise header, nav ou footer",
        "Zone of the page without header, nav or footer",
    ),
    why: text(
        "Le RGAA demande les deux, la balise et le rôle : des outils ne connaissent que l’une ou que l’autre.",
        "The RGAA asks for both, the element and the role: some tools know only one or the other.",
    ),
    fix: text(
        "Remplacer l’élément par <header>, <nav> ou <footer> ; le rôle peut rester.",
        "Replace the element with <header>, <nav> or <footer>; the role may stay.",
    ),
    proofs: &[Proof::hints(&[test(9, 2, 1)])],
    interest: &[Interest::Attributes(&["role"])],
    review: &[
        "<!DOCTYPE html><div role=banner>Mairie</div>",
        "<!DOCTYPE html><ul role=navigation><li><a href=/>Accueil</a></ul>",
    ],
    pass: &["<!DOCTYPE html><header role=banner>Mairie</header>"],
    na: &[
        "<!DOCTYPE html><header>Mairie</header>",
        "<div role=banner>Mairie</div>",
    ],
    ..Meta::NEW
};

const ZONE: Text = text(
    "role=\"{role}\" est sur un <{tag}> : est-ce la zone pour laquelle le RGAA demande un <{expected}> ?",
    "role=\"{role}\" is on a <{tag}>: is it the zone for which the RGAA asks for a <{expected}>?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ZoneByRoleOnly {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, zone: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let expected = match semantics.explicit_role(zone) {
            Some("banner") => "header",
            Some("navigation") => "nav",
            Some("contentinfo") => "footer",
            _ => return,
        };
        if !is_html5(cx.doc()) || !semantics.is_exposed(zone) {
            return;
        }
        let repeats = zone.is(expected)
            || zone.parent().is_some_and(|p| p.is(expected))
            || zone
                .descendants()
                .take(MAX_LOOKED_AT)
                .any(|e| e.is(expected));
        if repeats {
            return cx.pass();
        }
        let what = format!("{expected} {}", zone.name());
        if let Some(draft) = cx.review_together((zone, role), &ZONE, &what, &ALSO) {
            draft
                .arg("role", role.value())
                .arg("tag", zone.name())
                .arg("expected", expected);
        }
    }
}

/// Elements looked at inside a zone.
const MAX_LOOKED_AT: usize = 500;
