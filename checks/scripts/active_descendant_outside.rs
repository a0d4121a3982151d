//! An `aria-activedescendant` that names an element which is not inside (WAI-ARIA 1.2, 6.6 `aria-activedescendant`): authors must see to
//! it that it is a descendant, or owned by `aria-owns`, or in what `aria-controls` names.
//!
//! Browsers ignore the others. Scripts may tie them in time: a warning, and evidence for RGAA 7.1.1. Ids of nothing are
//! `aria-reference-missing`'s.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ActiveDescendantOutside;

struct ActiveDescendantOutside;

static META: Meta = Meta {
    id: "active-descendant-outside",
    level: Level::Warning,
    category: Category::Conformance,
    title: text(
        "Élément actif hors du composant",
        "Active element outside of the component",
    ),
    why: text(
        "Le lecteur d’écran n’annonce l’élément actif que s’il appartient au composant qui a le focus.",
        "The screen reader only announces the active element if it belongs to the component that has the focus.",
    ),
    fix: text(
        "Placer l’élément dans le composant, ou l’y rattacher par aria-owns ou aria-controls.",
        "Put the element inside the component, or attach it by aria-owns or aria-controls.",
    ),
    proofs: &[Proof::hints(&[test(7, 1, 1)])],
    interest: &[Interest::Attributes(&["aria-activedescendant"])],
    fail: &["<div role=listbox tabindex=0 aria-activedescendant=a></div><p id=a>A</p>"],
    pass: &["<div role=listbox tabindex=0 aria-activedescendant=a><p id=a role=option>A</p></div>"],
    na: &["<div role=listbox tabindex=0></div>"],
    ..Meta::NEW
};

const OUTSIDE: Text = text(
    "aria-activedescendant désigne « {id} », qui n’est ni dans cet élément, ni rattaché à lui par aria-owns ou aria-controls",
    "aria-activedescendant names \"{id}\", which is neither inside this element nor attached to it by aria-owns or aria-controls",
);
const TARGET: Text = text("l’élément désigné", "the element it names");

impl Check for ActiveDescendantOutside {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let id = attr.value().trim_ascii();
        let Some(target) = cx.doc().by_id(id) else {
            return;
        };
        let attached = element.has_attr("aria-owns") || element.has_attr("aria-controls");
        if attached || target.ancestors().any(|a| a == element) {
            return cx.pass();
        }
        cx.fail((element, attr), &OUTSIDE)
            .arg("id", id)
            .related(target.place(), &TARGET);
    }
}
