//! A role without the children it must own (WAI-ARIA 1.2, 5.2.6 «Allowed Accessibility Child Roles»; ACT bc4a75).
//!
//! A `tablist` without a `tab`, a `list` without a `listitem`. `aria-busy="true"`, `aria-owns` and an empty element (which a script may fill)
//! are let pass. «Authors MUST» have one, so that on a page without scripts the lack is certain; where scripts run, they may add it: a question. Evidence
//! for RGAA 7.1.1; a list with words and no item anywhere refutes 9.3.1, which asks for both roles. Only for roles written in the page: lists and tables of HTML are judged
//! by checks of their own.

use super::ownership::{is_one_of, is_transparent};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::spec::aria_roles;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaChildrenMissing;

struct AriaChildrenMissing;

static META: Meta = Meta {
    id: "aria-children-missing",
    level: Level::Warning,
    review_level: Level::Warning,
    category: Category::Conformance,
    title: text(
        "Rôle sans les enfants attendus",
        "Role without the expected children",
    ),
    why: text(
        "Un lecteur d’écran annonce une liste, un menu ou des onglets, puis n’y trouve aucun élément.",
        "A screen reader announces a list, a menu or tabs, and then finds no item in it.",
    ),
    fix: text(
        "Donner aux éléments le rôle attendu, ou retirer celui du parent.",
        "Give the items the expected role, or remove that of the parent.",
    ),
    mends: None,
    proofs: &[
        Proof::hints(&[test(7, 1, 1)]),
        Proof::refutes(&[test(9, 3, 1)]),
    ],
    act: &["bc4a75"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &[
        "<div role=tablist><a href=#a>Horaires</a></div>",
        "<div role=list><p>Passeport</p><p>Photo</p></div>",
    ],
    review: &["<div role=tablist><a href=#a>Horaires</a></div><script src=onglets.js></script>"],
    pass: &["<div role=tablist><span><a role=tab href=#a>Horaires</a></span></div>"],
    na: &["<div role=note>Avis</div>", "<div role=listbox></div>"],
    ..Meta::NEW
};

const WITHOUT: Text = text(
    "cet élément de rôle {role} ne contient aucun élément de rôle {owned}",
    "this element of role {role} contains no element of role {owned}",
);
const YET: Text = text(
    "cet élément de rôle {role} ne contient aucun élément de rôle {owned} : un script en met-il ?",
    "this element of role {role} contains no element of role {owned}: does a script put one there?",
);

impl Check for AriaChildrenMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let Some(role) = semantics.explicit_role(element).and_then(aria_roles::role) else {
            return;
        };
        if role.owned.is_empty()
            || !semantics.is_exposed(element)
            || element.descendants().next().is_none()
            || element.attr_is("aria-busy", "true")
            || element.has_attr("aria-owns")
            || role.name == "combobox"
        {
            return;
        }
        let mut next = element.id() + 1;
        while next < element.subtree_end() {
            let Some(e) = element.document().element(next) else {
                next += 1;
                continue;
            };
            if !semantics.is_exposed(e) {
                next = e.subtree_end();
            } else if is_transparent(e, semantics) {
                next += 1;
            } else if is_one_of(semantics.role(e), role.owned) {
                return cx.pass();
            } else {
                next = e.subtree_end();
            }
        }
        // What is no list at all, by its own words: text, and no item anywhere.
        let none = || {
            let item = |e: Element<'p>| semantics.role(e).is_some_and(is_item);
            !element.text_is_blank() && !element.descendants().any(item)
        };
        let tests: &[_] = match role.is_a("list") {
            true if none() => &[test(9, 3, 1)],
            true => &[],
            false => &[test(7, 1, 1)],
        };
        let draft = match semantics.has_active_script() {
            true => cx.review(element, &YET),
            false => cx.fail(element, &WITHOUT),
        };
        draft
            .arg("role", role.name)
            .arg("owned", role.owned.join(", "))
            .tests(tests);
    }
}

/// `listitem`, or one of the roles that DPUB-ARIA derives from it.
fn is_item(role: &str) -> bool {
    matches!(role, "listitem" | "doc-biblioentry" | "doc-endnote")
}
