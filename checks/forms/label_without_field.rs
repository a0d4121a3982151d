//! A `label` that is the label of nothing.
//!
//! HTML Standard 4.10.4: a `for` attribute names a labelable element; without `for`, the first labelable element inside is labelled.
//! A `for` that is empty, or that names an element no label can name, is certainly wrong. It refutes RGAA 11.1.2 («la valeur de
//! l’attribut for est égale à la valeur de l’attribut id du champ») only where the field it was written for is plain to see and
//! nothing else names it. A label without `for` around no field breaks no rule of HTML: it is a question, unless
//! `aria-labelledby` makes use of it. A `for` that names nothing at all belongs to `aria-reference-missing`. Decides 11.1.2: passes when
//! every `for` names a field whose `id` is its own; labels without `for` are no subjects of it.

use std::collections::HashSet;

use super::label_fields::{inside, is_unlabelled_field, may_be_labelled, unlabelled_field_of};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &LabelWithoutField;

struct LabelWithoutField;

const HAS_LABEL: TestId = test(11, 1, 1);
const FOR_IS_ID: TestId = test(11, 1, 2);

static META: Meta = Meta {
    id: "label-without-field",
    level: Level::Error,
    review_level: Level::Warning,
    category: Category::Accessibility,
    title: text("Étiquette sans champ", "Label without a field"),
    why: text(
        "Une étiquette qui n’est liée à aucun champ n’est pas lue quand on y entre, et un clic sur elle n’y mène pas.",
        "A label tied to no field is not read when one enters the field, and clicking it leads nowhere.",
    ),
    fix: text(
        "Donner au champ un identifiant, et le répéter dans l’attribut for de l’étiquette.",
        "Give the field an id, and repeat it in the label’s for attribute.",
    ),
    html_error: true,
    proofs: &[Proof::decides(&[FOR_IS_ID]), Proof::hints(&[HAS_LABEL])],
    interest: &[Interest::Elements(&["label"]), Interest::Page],
    fail: &[
        "<label for=bloc>Nom</label><div id=bloc><input></div>",
        "<label for=''>Nom <input></label>",
    ],
    review: &["<label>Nom</label><div><input></div>"],
    pass: &[
        "<label for=nom>Nom</label><input id=nom>",
        "<label>Nom <input></label>",
        "<label id=nom>Nom</label><input aria-labelledby=nom>",
    ],
    na: &["<input title=Nom>"],
    ..Meta::NEW
};

const NOT_LABELABLE: Text = text(
    "l’attribut for de cette étiquette désigne un élément <{tag}>, auquel aucune étiquette ne peut être liée",
    "the for attribute of this label names a <{tag}> element, to which no label can be tied",
);
const HIDDEN_INPUT: Text = text(
    "l’attribut for de cette étiquette désigne un champ caché (type=hidden) : elle n’est liée à rien de visible",
    "the for attribute of this label names a hidden field (type=hidden): the label is tied to nothing that shows",
);
const EMPTY: Text = text(
    "l’attribut for de cette étiquette est vide : elle n’est liée à aucun champ",
    "the for attribute of this label is empty: it is tied to no field",
);
const EMPTY_AROUND: Text = text(
    "l’attribut for de cette étiquette est vide : il la délie même du champ qu’elle contient",
    "the for attribute of this label is empty: that unties it even from the field inside it",
);
const ALONE: Text = text(
    "cette étiquette n’a pas d’attribut for et ne contient pas de champ : de quel champ est-elle l’étiquette ?",
    "this label has no for attribute and no field inside: which field is it the label of?",
);
const TARGET: Text = text("l’élément désigné", "the element it names");
const FIELD: Text = text(
    "est-ce le champ attendu ? rien ne le nomme",
    "is this the field it is for? nothing names it",
);

/// Labels without `for` around no field.
#[derive(Default)]
struct Alone(Vec<NodeId>);

impl Check for LabelWithoutField {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, label: Element<'p>, cx: &mut Context<'p>) {
        if !label.is_html() {
            return;
        }
        match label.attr("for") {
            Some(id) if id.trim().is_empty() => empty(label, cx),
            Some(id) => match cx.doc().by_id(id) {
                Some(target) if !may_be_labelled(target) => not_labelable(label, target, cx),
                Some(_) if cx.doc().all_by_id(id).nth(1).is_some() => cx.leave_open(&[FOR_IS_ID]),
                Some(_) => cx.pass_on(&[FOR_IS_ID]),
                None => cx.leave_open(&[FOR_IS_ID]),
            },
            None if holds_field(label, cx) => cx.pass_on(&[HAS_LABEL]),
            None => cx.memory::<Alone>().0.push(label.id()),
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let alone = std::mem::take(cx.memory::<Alone>()).0;
        if alone.is_empty() {
            return;
        }
        let (doc, semantics) = (cx.doc(), cx.semantics());
        let named_by: HashSet<&str> = doc
            .elements()
            .flat_map(|e| e.tokens("aria-labelledby"))
            .collect();
        let is_used = |e: Element<'_>| e.attr("id").is_some_and(|id| named_by.contains(id));
        for label in alone.into_iter().filter_map(|id| doc.element(id)) {
            if is_used(label) || inside(label).any(is_used) {
                cx.pass_on(&[HAS_LABEL]);
            } else if semantics.is_exposed(label)
                && semantics.explicit_role(label).is_none()
                && !label.text_is_blank()
            {
                let field = unlabelled_field_of(label, cx);
                let finding = cx.review(label, &ALONE).tests(&[HAS_LABEL]);
                if let Some(field) = field {
                    finding.related(field.place(), &FIELD);
                }
            }
        }
    }
}

fn holds_field<'p>(label: Element<'p>, cx: &Context<'p>) -> bool {
    cx.semantics().labeled_control(label).is_some() || inside(label).any(may_be_labelled)
}

fn empty<'p>(label: Element<'p>, cx: &mut Context<'p>) {
    let around = inside(label).any(may_be_labelled);
    let message = if around { &EMPTY_AROUND } else { &EMPTY };
    let field = unlabelled_field_of(label, cx);
    certain(label, message, None, field, cx);
}

fn not_labelable<'p>(label: Element<'p>, target: Element<'p>, cx: &mut Context<'p>) {
    let message = if target.is("input") {
        &HIDDEN_INPUT
    } else {
        &NOT_LABELABLE
    };
    let field = unlabelled_field_of(label, cx).or_else(|| {
        target
            .descendants()
            .find(|e| may_be_labelled(*e))
            .filter(|e| is_unlabelled_field(*e, cx))
    });
    certain(label, message, Some(target), field, cx);
}

/// Reports a `for` that names no field; what it costs depends on whether a field is left without a name.
fn certain<'p>(
    label: Element<'p>,
    message: &Text,
    target: Option<Element<'p>>,
    field: Option<Element<'p>>,
    cx: &mut Context<'p>,
) {
    let Some(attr) = label.attribute("for") else {
        return;
    };
    let mut finding = cx.fail_if_rendered(label, (label, attr), message);
    if let Some(target) = target {
        if !target.is("input") {
            finding = finding.arg("tag", target.name());
        }
        finding = finding.related(target.place(), &TARGET);
    }
    match field {
        Some(field) => finding.tests(&[FOR_IS_ID]).related(field.place(), &FIELD),
        None => finding.tests(&[HAS_LABEL]),
    };
}
