//! An `aria-*` attribute that the element's role does not support (WAI-ARIA 1.2, section 5; ARIA in HTML, section 4; ACT 5c01ea).
//!
//! Browsers drop it, so that it tells nobody anything: an error of conformance, and evidence for RGAA 7.1.1. Only for roles that are
//! surely those browsers use: custom elements, whose role scripts give, are left out. Elements without a role of their own take globals, and
//! those of the role that stands in for them (`application` for `audio` and `video`, `textbox` for dates and passwords). Globals that
//! WAI-ARIA 1.2 deprecates on some roles are `aria-deprecated`'s, since 1.1 (which RGAA 4.1.2 cites) has them everywhere.

use super::facts::{is_mathematics, with_facts};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Semantics;
use crate::spec::allowed_roles::{self, AriaAttributes};
use crate::spec::aria_roles::{self, Role, Support};
use crate::spec::{aria_attributes, aria_native};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaAttributeUnsupported;

struct AriaAttributeUnsupported;

static META: Meta = Meta {
    id: "aria-attribute-unsupported",
    category: Category::Conformance,
    title: text(
        "Attribut ARIA sans effet sur ce rôle",
        "ARIA attribute without effect on this role",
    ),
    why: text(
        "Le rôle de l’élément n’admet pas cet attribut : l’état ou la valeur qu’il donne n’est pas transmis.",
        "The element's role does not admit this attribute: the state or value it gives is not passed on.",
    ),
    fix: text(
        "Donner à l’élément le rôle qui convient (souvent : employer un <button>), ou supprimer l’attribut.",
        "Give the element the role that suits it (often: use a <button>), or remove the attribute.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 1)])],
    act: &["5c01ea"],
    interest: &[Interest::AriaElements],
    fail: &[
        "<p aria-checked=true>Accepté</p>",
        "<div aria-expanded=true>Menu</div>",
        "<meta charset=utf-8 aria-hidden=true>",
    ],
    pass: &["<button aria-expanded=true>Menu</button>"],
    na: &["<button>Menu</button>"],
    ..Meta::NEW
};

const UNSUPPORTED: Text = text(
    "{name} est sans effet sur un élément de rôle {role} (<{tag}>)",
    "{name} has no effect on an element of role {role} (<{tag}>)",
);
const NO_ROLE: Text = text(
    "{name} est sans effet sur un <{tag}> sans rôle",
    "{name} has no effect on a <{tag}> without a role",
);
const BARRED: Text = text(
    "<{tag}> n’admet pas l’attribut {name}",
    "<{tag}> does not admit the attribute {name}",
);

const ALSO: Text = text("ici aussi", "here too");

impl Check for AriaAttributeUnsupported {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        let mut barred = None;
        if is_mathematics(element) && element.name() != "math" {
            return;
        }
        for attr in element.aria_attributes() {
            let name = attr.name();
            if aria_attributes::attribute(name).is_none() {
                continue;
            }
            let semantics = cx.semantics();
            let barred = *barred.get_or_insert_with(|| of_element(element, semantics));
            let target = (element, attr.span());
            if bars(barred, name) {
                let what = format!("{name} {}", element.name());
                if let Some(draft) = cx.fail_together(target, &BARRED, &what, &ALSO) {
                    draft.arg("name", name).arg("tag", element.name());
                }
                continue;
            }
            if admits(element, semantics, name) || !semantics.is_exposed(element) {
                cx.pass();
                continue;
            }
            let role = semantics.role(element).unwrap_or_default();
            let what = format!("{name} {} {role}", element.name());
            let draft = if matches!(role, "" | "generic") {
                cx.fail_together(target, &NO_ROLE, &what, &ALSO)
            } else {
                cx.fail_together(target, &UNSUPPORTED, &what, &ALSO)
                    .map(|draft| draft.arg("role", role))
            };
            if let Some(draft) = draft {
                draft.arg("name", name).arg("tag", element.name());
            }
        }
    }
}

/// What HTML lets the element have.
fn of_element<'p>(element: Element<'p>, semantics: &'p Semantics<'p>) -> AriaAttributes {
    with_facts(element, semantics, allowed_roles::aria_attributes).unwrap_or(AriaAttributes::OfRole)
}

fn bars(allowed: AriaAttributes, name: &str) -> bool {
    allowed == AriaAttributes::None
        || allowed == AriaAttributes::HiddenOnly && name != "aria-hidden"
}

/// Whether this check fails a known attribute of the element.
pub(super) fn fails<'p>(element: Element<'p>, semantics: &'p Semantics<'p>, name: &str) -> bool {
    bars(of_element(element, semantics), name)
        || !admits(element, semantics, name) && semantics.is_exposed(element)
}

/// Whether the role of the element admits the attribute; scripts give theirs to custom elements.
pub(super) fn admits<'p>(element: Element<'p>, semantics: &'p Semantics<'p>, name: &str) -> bool {
    if element.name().contains('-') {
        return true;
    }
    let supported = |role: &Role| role.support(name) != Support::Unsupported;
    let by_role = match semantics.role(element).and_then(aria_roles::role) {
        // Browsers drop the landmarks that lack a name, authors wrote them all the same.
        Some(role) => {
            let written = semantics.explicit_role(element).and_then(aria_roles::role);
            supported(role) || written.is_some_and(supported)
        }
        None => supports(element, semantics, name),
    };
    by_role
        || with_facts(element, semantics, |facts| {
            aria_native::stands_for(facts, name)
        }) == Some(true)
}

/// Whether an element without a role may have the attribute.
fn supports<'p>(element: Element<'p>, semantics: &'p Semantics<'p>, name: &str) -> bool {
    // Groups and links of SVG may be expanded (SVG-AAM).
    if name == "aria-expanded" && !element.is_html() {
        return true;
    }
    let role = with_facts(element, semantics, allowed_roles::stand_in_role).unwrap_or("generic");
    aria_roles::role(role).is_none_or(|role| role.support(name) != Support::Unsupported)
}
