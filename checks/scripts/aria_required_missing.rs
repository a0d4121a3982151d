//! A role without a state or property that it requires (WAI-ARIA 1.2, 5.2.5 «Required States and Properties»; ACT 4e8ab6).
//!
//! A `checkbox` that does not say whether it is checked has no state to tell. What the tag itself tells (the state of a real checkbox, the
//! level of `h2`) counts, and custom elements may tell theirs by script. A combobox must say by `aria-controls` what it opens (WAI-ARIA 1.2),
//! which WAI-ARIA 1.3 only keeps for one that is open: a question there. Evidence for RGAA 7.1.1, which a component that does the same elsewhere
//! may rescue, while a heading without a level breaks 9.1.3 by its letter (`role="heading"` and `aria-level`), unless a script runs: it
//! may set the attribute before anyone meets it, though the page as it is written is in error all the same.

use super::facts::with_facts;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::spec::aria_roles;
use crate::spec::implicit_roles;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaRequiredMissing;

struct AriaRequiredMissing;

const LEVEL: TestId = test(9, 1, 3);

static META: Meta = Meta {
    id: "aria-required-missing",
    category: Category::Conformance,
    title: text(
        "Attribut ARIA obligatoire manquant",
        "Required ARIA attribute missing",
    ),
    why: text(
        "Un lecteur d’écran annonce une case à cocher sans dire si elle est cochée, un curseur sans dire sa valeur.",
        "A screen reader announces a checkbox without saying whether it is checked, a slider without its value.",
    ),
    fix: text(
        "Ajouter l’attribut et le tenir à jour ; ou employer l’élément HTML qui le fait de lui-même.",
        "Add the attribute and keep it up to date; or use the HTML element that does so by itself.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 1)]), Proof::refutes(&[LEVEL])],
    act: &["4e8ab6"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<div role=checkbox tabindex=0>Accepter</div>",
        "<p role=heading>Titre</p>",
    ],
    review: &["<input role=combobox aria-label=Ville aria-expanded=true>"],
    pass: &[
        "<div role=checkbox tabindex=0 aria-checked=false>Accepter</div>",
        "<input role=combobox aria-label=Ville aria-expanded=false>",
    ],
    na: &[
        "<input type=checkbox role=switch>",
        "<div role=button tabindex=0>Ouvrir</div>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "le rôle {role} exige l’attribut {name}, qui manque ici",
    "the role {role} requires the attribute {name}, which is missing here",
);

const POPUP: Text = text(
    "cette liste déroulante (combobox) se dit ouverte, sans aria-controls : qu’ouvre-t-elle ?",
    "this combobox says it is open, without aria-controls: what does it open?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for AriaRequiredMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element).and_then(aria_roles::role) else {
            return;
        };
        if role.required.is_empty() && role.name != "separator" || !semantics.is_exposed(element) {
            return;
        }
        for name in role.required(semantics.is_focusable(element)) {
            if provides(element, semantics, name) {
                continue;
            }
            if element.attr(name).is_some_and(|v| !v.trim().is_empty()) {
                cx.pass();
                continue;
            }
            let (target, what) = ((element, attr), format!("{} {name}", role.name));
            let Some(draft) = cx.fail_together(target, &MISSING, &what, &ALSO) else {
                continue;
            };
            let tests: &[TestId] = match role.name {
                "heading" if semantics.has_active_script() => &[],
                "heading" => &[LEVEL],
                _ => &[test(7, 1, 1)],
            };
            draft.arg("role", role.name).arg("name", name).tests(tests);
        }
        if role.name == "combobox" && is_open_on_nothing(element) {
            let draft = cx.review_together((element, attr), &POPUP, "popup", &ALSO);
            if let Some(draft) = draft {
                draft.tests(&[test(7, 1, 1)]);
            }
        }
    }
}

/// Whether a combobox that says it is open does not say what it opens: by `aria-controls`, or `aria-owns` as WAI-ARIA 1.0 had it.
fn is_open_on_nothing(combobox: Element<'_>) -> bool {
    combobox.attr_is("aria-expanded", "true")
        && !combobox.name().contains('-')
        && !["aria-controls", "aria-owns"]
            .iter()
            .any(|name| combobox.attr(name).is_some_and(|v| !v.trim().is_empty()))
}

/// Whether the element tells the state by itself; custom elements may do so by `ElementInternals`.
pub(super) fn provides<'p>(element: Element<'p>, semantics: &'p Semantics<'p>, name: &str) -> bool {
    let native = with_facts(element, semantics, |facts| {
        implicit_roles::provides(facts, name)
    });
    element.name().contains('-') || native == Some(true)
}
