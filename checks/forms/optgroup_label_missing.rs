//! RGAA 11.8.2: an `optgroup` without a `label` attribute.
//!
//! Decides: the test's subjects are the `optgroup` elements of `select`, and all it asks is the attribute (also required by WHATWG HTML
//! 4.10.9). What it says is `optgroup-label-meaningless`'s.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &OptgroupLabelMissing;

struct OptgroupLabelMissing;

static META: Meta = Meta {
    id: "optgroup-label-missing",
    title: text(
        "Groupe d’options sans label",
        "Group of options without a label",
    ),
    why: text(
        "Le nom du groupe (une région, une catégorie) n’est ni affiché ni lu : les options perdent ce qui les distingue.",
        "The group's name (a region, a category) is neither shown nor read: options lose what tells them apart.",
    ),
    fix: text(
        "Donner à <optgroup> un attribut label qui nomme le groupe.",
        "Give <optgroup> a label attribute that names the group.",
    ),
    html_error: true,
    proofs: &[Proof::decides(&[test(11, 8, 2)])],
    interest: &[Interest::Elements(&["optgroup"])],
    fail: &["<select><optgroup><option>Rennes</optgroup></select>"],
    review: &["<select><optgroup><legend>Bretagne</legend><option>Rennes</optgroup></select>"],
    pass: &["<select><optgroup label=Bretagne><option>Rennes</optgroup></select>"],
    na: &["<select><option>Rennes</select>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "ce groupe d’options n’a pas d’attribut label",
    "this group of options has no label attribute",
);

const LEGEND: Text = text(
    "ce groupe d’options n’est nommé que par <legend>, que HTML admet et que le RGAA ne connaît pas : est-il restitué ?",
    "this group of options is named by <legend> only, which HTML allows and the RGAA does not know: is it given?",
);

impl Check for OptgroupLabelMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, group: Element<'p>, cx: &mut Context<'p>) {
        if group.closest(&["select"]).is_none() {
            return;
        }
        match group.attribute("label") {
            None if group.child_elements().any(|e| e.is("legend")) => {
                cx.review(group, &LEGEND);
            }
            None => {
                cx.fail_if_rendered(group, group, &MISSING);
            }
            Some(_) => cx.pass(),
        }
    }
}
