//! RGAA 7.3.1: a control by its role that cannot take the focus.
//!
//! `role="button"` on a `span` without `tabindex` tells a screen reader of a button that no key reaches. A question, since the test accepts
//! that another element does the same. Roles whose focus another element may manage (items of menus, options, tree items, cells) are left out,
//! and so are controls said to be disabled.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &WidgetNotFocusable;

struct WidgetNotFocusable;

static META: Meta = Meta {
    id: "widget-not-focusable",
    review_level: Level::Warning,
    title: text(
        "Composant que le clavier n’atteint pas",
        "Component that the keyboard does not reach",
    ),
    why: text(
        "Il est annoncé comme un bouton ou un lien, mais la touche Tab le saute : impossible de l’activer sans souris.",
        "It is announced as a button or a link, but the Tab key skips it: it cannot be activated without a mouse.",
    ),
    fix: text(
        "Employer l’élément HTML (<button>, <a href>), ou ajouter tabindex=\"0\" et gérer les touches.",
        "Use the HTML element (<button>, <a href>), or add tabindex=\"0\" and handle the keys.",
    ),
    proofs: &[Proof::hints(&[test(7, 3, 1)])],
    interest: &[Interest::Attributes(&["role"])],
    review: &[
        "<span role=button>Ouvrir</span>",
        "<a role=button>Ouvrir</a>",
    ],
    pass: &["<span role=button tabindex=0>Ouvrir</span>"],
    na: &["<span role=note>Avis</span>"],
    ..Meta::NEW
};

const UNREACHABLE: Text = text(
    "ce <{tag}> de rôle {role} ne peut pas prendre le focus : peut-on faire la même chose au clavier ?",
    "this <{tag}> of role {role} cannot take the focus: can the same be done with the keyboard?",
);
const ALSO: Text = text("celui-ci non plus", "nor can this one");

impl Check for WidgetNotFocusable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element) else {
            return;
        };
        let control = matches!(
            role,
            "button"
                | "checkbox"
                | "combobox"
                | "link"
                | "searchbox"
                | "slider"
                | "spinbutton"
                | "switch"
                | "textbox"
        );
        if !control
            || !semantics.is_exposed(element)
            || semantics.is_disabled(element)
            || element.attr_is("aria-disabled", "true")
        {
            return;
        }
        let inside = element.descendants().take(50);
        if semantics.is_focusable(element) || inside.into_iter().any(|e| semantics.is_focusable(e))
        {
            return cx.pass();
        }
        if let Some(draft) = cx.review_together(element, &UNREACHABLE, role, &ALSO) {
            draft.arg("tag", element.name()).arg("role", role);
        }
    }
}
