//! The errors of `aria-attribute-unsupported`, `aria-name-prohibited` and `aria-required-missing` in what the page hides as it is loaded: a closed
//! dialog, a `hidden` block.
//!
//! Nobody meets them as long as it stays hidden, so that the rules of ACT and the RGAA have nothing to say: no proof. ARIA in HTML asks
//! the same of every element of the document, and what is hidden is made to be shown.

use super::facts::with_facts;
use super::{aria_attribute_unsupported, aria_name_prohibited, aria_required_missing};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::allowed_roles::{self, AriaAttributes};
use crate::spec::{aria_attributes, aria_roles};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaHiddenContent;

struct AriaHiddenContent;

static META: Meta = Meta {
    id: "aria-hidden-content",
    category: Category::Conformance,
    title: text(
        "ARIA mal employé dans un contenu masqué",
        "Misused ARIA in hidden content",
    ),
    why: text(
        "Rien n’est perdu tant que le contenu reste masqué ; dès qu’il s’affiche, l’état ou le nom n’est pas transmis.",
        "Nothing is lost as long as the content stays hidden; once it shows, the state or the name is not passed on.",
    ),
    fix: text(
        "Donner à l’élément le rôle ou l’attribut qui convient, ou supprimer l’attribut.",
        "Give the element the role or the attribute that suits it, or remove the attribute.",
    ),
    interest: &[Interest::AriaElements, Interest::Attributes(&["role"])],
    fail: &[
        "<div hidden><p aria-checked=true>Accepter</p></div>",
        "<dialog><div aria-label=Aide>Texte</div></dialog>",
        "<div hidden><div role=checkbox tabindex=0>Accepter</div></div>",
    ],
    pass: &["<div hidden><button aria-expanded=false>Menu</button></div>"],
    na: &["<p aria-checked=true>Accepter</p>"],
    ..Meta::NEW
};

const UNSUPPORTED: Text = text(
    "contenu masqué : {name} est sans effet sur ce <{tag}>",
    "hidden content: {name} has no effect on this <{tag}>",
);
const PROHIBITED: Text = text(
    "contenu masqué : {name} est interdit sur ce <{tag}>, qui ne peut pas avoir de nom",
    "hidden content: {name} is not allowed on this <{tag}>, which may not have a name",
);
const MISSING: Text = text(
    "contenu masqué : le rôle {role} exige l’attribut {name}, qui manque ici",
    "hidden content: the role {role} requires the attribute {name}, which is missing here",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for AriaHiddenContent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !element.is_html() || semantics.is_exposed(element) {
            return;
        }
        for attr in element.aria_attributes() {
            let name = attr.name();
            if aria_attributes::attribute(name).is_none() || attr.value().trim_ascii().is_empty() {
                continue;
            }
            // Elements that admit none are said wherever they are.
            let admitted = with_facts(element, semantics, allowed_roles::aria_attributes);
            if admitted != Some(AriaAttributes::OfRole) {
                continue;
            }
            let naming = aria_name_prohibited::NAMES.contains(&name);
            let message = if naming {
                // Scripts may give a role to custom elements.
                let free = element.name().contains('-');
                (!free && aria_name_prohibited::is_prohibited(element, semantics, name))
                    .then_some(&PROHIBITED)
            } else {
                (!aria_attribute_unsupported::admits(element, semantics, name))
                    .then_some(&UNSUPPORTED)
            };
            let Some(message) = message else {
                cx.pass();
                continue;
            };
            let what = format!("{name} {}", element.name());
            let target = (element, attr.span());
            if let Some(draft) = cx.fail_together(target, message, &what, &ALSO) {
                draft.arg("name", name).arg("tag", element.name());
            }
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element).and_then(aria_roles::role) else {
            return;
        };
        if role.required.is_empty() || semantics.is_exposed(element) {
            return;
        }
        for name in role.required {
            let given = element.attr(name).is_some_and(|v| !v.trim().is_empty());
            if given || aria_required_missing::provides(element, semantics, name) {
                cx.pass();
                continue;
            }
            let what = format!("{} {name}", role.name);
            if let Some(draft) = cx.fail_together((element, attr), &MISSING, &what, &ALSO) {
                draft.arg("role", role.name).arg("name", name);
            }
        }
    }
}
