//! `role="none"` or `presentation` on what browsers expose all the same (WAI-ARIA 1.2, 7.6 «Presentational Roles Conflict Resolution»):
//! an element that takes the focus or has a global `aria-*` attribute (ACT 46ca7f).
//!
//! The author said two contrary things, and browsers keep the one that tells more. A warning of conformance; `aria-hidden` goes well with
//! both, and naming an image that `alt=""` takes away is `decorative-image-named`'s.

use super::facts::with_facts;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::semantics::Semantics;
use crate::spec::allowed_roles::{self, Fit};
use crate::spec::aria_attributes::{self, Global};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RoleNoneIneffective;

struct RoleNoneIneffective;

static META: Meta = Meta {
    id: "role-none-ineffective",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("Rôle none sans effet", "Role none without effect"),
    why: text(
        "L’élément devait perdre son sens, mais un autre attribut oblige les navigateurs à le présenter quand même aux lecteurs d’écran.",
        "The element was to lose its meaning, but another attribute makes browsers present it to screen readers all the same.",
    ),
    fix: text(
        "Garder le rôle et supprimer l’autre attribut, ou l’inverse.",
        "Keep the role and remove the other attribute, or the other way round.",
    ),
    act: &["46ca7f"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<nav role=none aria-label=Menu></nav>",
        "<table role=presentation tabindex=0></table>",
    ],
    pass: &["<table role=presentation></table>"],
    na: &["<nav aria-label=Menu></nav>"],
    ..Meta::NEW
};

const INEFFECTIVE: Text = text(
    "le rôle {role} de ce <{tag}> est sans effet : il a aussi l’attribut {name}",
    "the role {role} of this <{tag}> has no effect: it has the attribute {name} too",
);
const FOCUSABLE: Text = text(
    "le rôle {role} de ce <{tag}> est sans effet : il prend le focus",
    "the role {role} of this <{tag}> has no effect: it takes the focus",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for RoleNoneIneffective {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        let Some(word @ ("none" | "presentation")) = cx.semantics().explicit_role(element) else {
            return;
        };
        let semantics = cx.semantics();
        if !semantics.is_exposed(element) {
            return;
        }
        let Some(other) = element.attributes().find(|attr| keeps(attr.name())) else {
            if !semantics.is_focusable(element) {
                return cx.pass();
            }
            // ARIA in HTML forbids it on links, buttons and fields, and lets frames have it.
            let fit = with_facts(element, semantics, |facts| allowed_roles::fit(facts, word));
            let level = match fit {
                None | Some(Fit::Disallowed) => Level::Error,
                Some(_) => Level::Warning,
            };
            let what = format!("{word} {}", element.name());
            if let Some(draft) = cx.fail_together((element, role), &FOCUSABLE, &what, &ALSO) {
                draft
                    .arg("role", word)
                    .arg("tag", element.name())
                    .level(level);
            }
            return;
        };
        let what = format!("{word} {} {}", element.name(), other.name());
        if let Some(draft) = cx.fail_together((element, role), &INEFFECTIVE, &what, &ALSO) {
            draft
                .arg("role", word)
                .arg("tag", element.name())
                .arg("name", other.name());
        }
    }
}

/// Whether an attribute keeps the element from losing its role.
fn keeps(name: &str) -> bool {
    name == "tabindex"
        || name != "aria-hidden"
            && name.starts_with("aria-")
            && aria_attributes::attribute(name).is_some_and(|a| a.global != Global::No)
}

/// Whether this check tells of an element of role `none` that it takes the focus.
pub fn tells_of_focus<'p>(element: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    semantics.is_exposed(element)
        && semantics.is_focusable(element)
        && !element.attributes().any(|attr| keeps(attr.name()))
}
