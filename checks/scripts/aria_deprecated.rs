//! A role or an `aria-*` attribute that WAI-ARIA 1.2 deprecates: `directory`, `aria-dropeffect` and `aria-grabbed` everywhere, the
//! former globals (`aria-disabled`, `aria-errormessage`, `aria-haspopup`, `aria-invalid`) on roles that do not list them, and `aria-level`
//! on `listitem`.
//!
//! WAI-ARIA 1.1, which RGAA 4.1.2 cites, still has them, hence a warning and no proof. `aria-expanded` on roles where only 1.1 has it is
//! let pass, as browsers do.

use super::aria_attribute_unsupported;
use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::{Attr, Element};
use crate::spec::aria_attributes::{self, Global};
use crate::spec::aria_roles::{self, Role, Status, Support};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaDeprecated;

struct AriaDeprecated;

static META: Meta = Meta {
    id: "aria-deprecated",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("ARIA abandonné", "Deprecated ARIA"),
    why: text(
        "La norme l’a abandonné parce que les lecteurs d’écran n’en font rien ou presque : ce qu’il devait dire n’arrive pas.",
        "The standard dropped it because screen readers do little or nothing with it: what it was to say does not arrive.",
    ),
    fix: text(
        "Le supprimer, et dire autrement ce qu’il devait dire.",
        "Remove it, and say otherwise what it was to say.",
    ),
    interest: &[Interest::AriaElements, Interest::Attributes(&["role"])],
    fail: &[
        "<div aria-grabbed=true>Carte</div>",
        "<div role=directory>Services</div>",
        "<div role=main aria-invalid=false>Avis</div>",
    ],
    pass: &["<div role=list aria-label=Services></div>"],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const ROLE: Text = text(
    "le rôle {role} est abandonné par la norme",
    "the role {role} is deprecated by the standard",
);
const ATTRIBUTE: Text = text(
    "l’attribut {name} est abandonné depuis WAI-ARIA 1.1",
    "the attribute {name} is deprecated since WAI-ARIA 1.1",
);
const ON_ROLE: Text = text(
    "{name} est abandonné sur le rôle {role} depuis WAI-ARIA 1.2",
    "{name} is deprecated on the role {role} since WAI-ARIA 1.2",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for AriaDeprecated {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        let mut role: Option<Option<&'static Role>> = None;
        for attr in element.aria_attributes() {
            let name = attr.name();
            let Some(known) = aria_attributes::attribute(name) else {
                continue;
            };
            let target = (element, attr.span());
            if known.deprecated {
                if let Some(draft) = cx.fail_together(target, &ATTRIBUTE, name, &ALSO) {
                    draft.arg("name", name);
                }
                continue;
            }
            if known.global != Global::Deprecated && name != "aria-level" {
                cx.pass();
                continue;
            }
            let role =
                *role.get_or_insert_with(|| element.attr("role").and_then(aria_roles::first_valid));
            let dropped = |role: &Role| match name {
                "aria-level" => role.name == "listitem",
                _ => role.support(name) == Support::Deprecated,
            };
            match role.filter(|role| dropped(role)) {
                // What the element may not have at all is told as such.
                Some(_) if aria_attribute_unsupported::fails(element, cx.semantics(), name) => {}
                Some(role) => {
                    let what = format!("{name} {}", role.name);
                    if let Some(draft) = cx.fail_together(target, &ON_ROLE, &what, &ALSO) {
                        draft.arg("name", name).arg("role", role.name);
                    }
                }
                None => cx.pass(),
            }
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let role = Some(attr.value())
            .filter(|_| attr.prefix().is_none())
            .and_then(aria_roles::first_valid);
        match role.filter(|role| role.status == Status::Deprecated) {
            Some(role) => {
                if let Some(draft) = cx.fail_together((element, attr), &ROLE, role.name, &ALSO) {
                    draft.arg("role", role.name);
                }
            }
            None => cx.pass(),
        }
    }
}
