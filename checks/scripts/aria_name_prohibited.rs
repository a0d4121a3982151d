//! `aria-label` or `aria-labelledby` where naming is prohibited (WAI-ARIA 1.2, 5.2.8.6; ARIA in HTML, «Naming prohibited»; ACT kb1m8s).
//!
//! On a `div` or `span` without a role, a paragraph, an emphasis, there is nothing to name: authors must not, and most assistive
//! technologies say nothing of it or read it in place of the content. An error of conformance of the page as it is written, whatever role a
//! script may give to the element later; no RGAA test bars it as such.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::semantics::Semantics;
use crate::spec::allowed_roles::naming_prohibited;
use crate::spec::aria_roles;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaNameProhibited;

struct AriaNameProhibited;

static META: Meta = Meta {
    id: "aria-name-prohibited",
    category: Category::Conformance,
    title: text(
        "Nom donné à un élément qui ne peut pas en avoir",
        "Name given to an element that may not have one",
    ),
    why: text(
        "Selon le lecteur d’écran, ce nom est ignoré ou remplace le contenu : on ne peut pas compter dessus.",
        "Depending on the screen reader, this name is ignored or replaces the content: it cannot be relied on.",
    ),
    fix: text(
        "Écrire ce texte dans la page, au besoin masqué visuellement, ou donner à l’élément un rôle qui se nomme (img, group, region…).",
        "Write this text in the page, visually hidden if need be, or give the element a role that takes a name (img, group, region…).",
    ),
    act: &["kb1m8s"],
    interest: &[Interest::Attributes(NAMES)],
    fail: &[
        "<div aria-label='Prix barré'>100 €</div>",
        "<span aria-roledescription=prix>100 €</span>",
    ],
    pass: &["<div role=img aria-label='Trois étoiles'>***</div>"],
    na: &["<div>100 €</div>"],
    ..Meta::NEW
};

const NO_ROLE: Text = text(
    "{name} est interdit sur un <{tag}> sans rôle",
    "{name} is not allowed on a <{tag}> without a role",
);
const OF_ROLE: Text = text(
    "{name} est interdit sur un élément de rôle {role} (<{tag}>)",
    "{name} is not allowed on an element of role {role} (<{tag}>)",
);
const BY_SCRIPT: Text = text(
    "{name} est interdit sur un <{tag}> sans rôle : un script lui en donne-t-il un ?",
    "{name} is not allowed on a <{tag}> without a role: does a script give it one?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for AriaNameProhibited {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if attr.value().trim().is_empty() || !element.is_html() || !semantics.is_exposed(element) {
            return;
        }
        if !is_prohibited(element, semantics, attr.name()) {
            return cx.pass();
        }
        let role = role_of(element, semantics);
        let target = (element, attr.span());
        // A custom element that a script defines may have a role of its own, which nothing in the page shows.
        if element.name().contains('-') && semantics.has_active_script() {
            if let Some(draft) = cx.review_together(target, &BY_SCRIPT, element.name(), &ALSO) {
                draft.arg("name", attr.name()).arg("tag", element.name());
            }
            return;
        }
        let what = format!("{} {}", attr.name(), element.name());
        let draft = match role {
            None | Some("generic") => cx.fail_together(target, &NO_ROLE, &what, &ALSO),
            Some(role) => cx
                .fail_together(target, &OF_ROLE, &format!("{what} {role}"), &ALSO)
                .map(|draft| draft.arg("role", role)),
        };
        if let Some(draft) = draft {
            draft.arg("name", attr.name()).arg("tag", element.name());
        }
    }
}

/// Whether the element may not have this name or this word for its role.
pub(super) fn is_prohibited<'p>(
    element: Element<'p>,
    semantics: &'p Semantics<'p>,
    name: &str,
) -> bool {
    let role = role_of(element, semantics);
    match name {
        "aria-braillelabel" | "aria-label" | "aria-labelledby" => {
            naming_prohibited(element.name(), role)
        }
        // Told not to be anything, with a word for what it is: which of the two browsers keep, it is no use.
        _ if matches!(
            semantics.explicit_role(element),
            Some("none" | "presentation")
        ) =>
        {
            true
        }
        name => role
            .and_then(aria_roles::role)
            .is_some_and(|role| role.prohibits(name) || role.name == "none"),
    }
}

/// The role as written: browsers drop `form` and `region` without a name, and nobody is told to leave out that word for it.
fn role_of<'p>(element: Element<'p>, semantics: &'p Semantics<'p>) -> Option<&'static str> {
    let written = semantics.explicit_role(element);
    written
        .filter(|role| matches!(*role, "form" | "region"))
        .or_else(|| semantics.role(element))
}

/// The attributes that name an element, or its role.
pub(super) const NAMES: &[&str] = &[
    "aria-braillelabel",
    "aria-label",
    "aria-labelledby",
    "aria-roledescription",
    "aria-brailleroledescription",
];
