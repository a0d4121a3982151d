//! RGAA 11.6.1: a group of fields without a legend.
//!
//! A `fieldset`, `role="group"` or `role="radiogroup"` that holds nothing but two or more radio buttons of one name, or checkboxes of
//! one name, groups fields of one kind for certain: without a `legend`, `aria-labelledby` or `aria-label` it fails, unless each field says
//! the group itself (`title` and `aria-*`; glossary «Légende», note 1) or a group around it has a legend. Other groups without a legend
//! may be mere wrappers, and a `fieldset` named by an attribute, or whose `legend` browsers do not tie to it, meets the glossary but not
//! the methodology, or the other way round: questions. Decides: a grouping is one of these three and holds fields. Groups that are not
//! shown are left to a person.

use super::field::Labels;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, Semantics};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldGroupUnnamed;

struct FieldGroupUnnamed;

const LEGEND_TEST: TestId = test(11, 6, 1);

static META: Meta = Meta {
    id: "field-group-unnamed",
    title: text(
        "Regroupement de champs sans légende",
        "Group of fields without a legend",
    ),
    why: text(
        "Un lecteur d’écran lit « oui » et « non » sans la question : la légende du groupe est ce qui la donne à chaque champ.",
        "A screen reader reads \"yes\" and \"no\" without the question: the group's legend is what gives it to each field.",
    ),
    fix: text(
        "Ajouter un <legend> comme premier élément du <fieldset>, ou un aria-labelledby à l’élément de rôle group.",
        "Add a <legend> as the first element of the <fieldset>, or aria-labelledby to the element of role group.",
    ),
    proofs: &[Proof::decides(&[LEGEND_TEST])],
    interest: &[
        Interest::Elements(&["fieldset"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<fieldset><input type=radio name=r id=o><label for=o>Oui</label><input type=radio name=r id=n><label for=n>Non</label></fieldset>",
    ],
    review: &["<fieldset><input aria-label=Nom><input aria-label=Prénom></fieldset>"],
    pass: &[
        "<fieldset><legend>Majeur ?</legend><input type=radio name=r><input type=radio name=r></fieldset>",
    ],
    na: &[
        "<input aria-label=Nom>",
        "<div role=group><button>Gras</button></div>",
    ],
    ..Meta::NEW
};

const RADIOS: Text = text(
    "ce groupe de {count} boutons radio n’a pas de légende",
    "this group of {count} radio buttons has no legend",
);
const CHECKBOXES: Text = text(
    "ce groupe de {count} cases à cocher n’a pas de légende",
    "this group of {count} checkboxes has no legend",
);
const MIXED: Text = text(
    "ce groupe de champs n’a pas de légende : regroupe-t-il des champs de même nature ?",
    "this group of fields has no legend: does it group fields of the same kind?",
);
const STRAY_LEGEND: Text = text(
    "le legend de ce groupe n’est pas un enfant direct du fieldset : les navigateurs ne l’y relient pas ; est-il lu autrement ?",
    "the legend of this group is not a child of the fieldset: browsers do not tie it to the group; is it read otherwise?",
);
const LEGEND: Text = text("le legend", "the legend");
const NOT_LEGEND: Text = text(
    "ce fieldset est nommé par {attribute} et non par un legend : la légende est-elle visible et lue ?",
    "this fieldset is named by {attribute} and not by a legend: is the legend visible and read?",
);

impl Check for FieldGroupUnnamed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, fieldset: Element<'p>, cx: &mut Context<'p>) {
        if !is_group_role(fieldset, cx.semantics()) {
            judge(fieldset, cx);
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if is_group_role(element, cx.semantics()) {
            judge(element, cx);
        }
    }
}

fn is_group_role<'p>(e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    matches!(semantics.explicit_role(e), Some("group" | "radiogroup"))
}

fn judge<'p>(group: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    if !group.descendants().any(|e| semantics.is_field(e)) {
        return;
    }
    if !semantics.is_rendered(group) {
        return cx.leave_open(&[LEGEND_TEST]);
    }
    let name = semantics.name(group);
    let fieldset = group.is("fieldset");
    match name.source {
        _ if name.is_empty() => {}
        NameSource::AriaLabelledby | NameSource::AriaLabel | NameSource::Title
            if fieldset && !group.child_elements().any(|e| e.is("legend")) =>
        {
            let attribute = match name.source {
                NameSource::AriaLabel => "aria-label",
                NameSource::Title => "title",
                _ => "aria-labelledby",
            };
            cx.review(group, &NOT_LEGEND).arg("attribute", attribute);
            return;
        }
        _ => return cx.pass(),
    }
    let one_kind = fields_of_one_kind(group, semantics);
    let stray = fieldset
        .then(|| group.descendants().find(|e| e.is("legend")))
        .flatten()
        .filter(|legend| !legend.text_is_blank() && legend.closest(&["fieldset"]) == Some(group));
    if let Some(legend) = stray {
        cx.review(group, &STRAY_LEGEND)
            .related(legend.place(), &LEGEND);
        return;
    }
    let named_around = group.ancestors().any(|a| {
        (a.is("fieldset") || is_group_role(a, semantics)) && !semantics.name(a).is_empty()
    });
    let self_named = |field: Element<'p>| {
        let labels = Labels::of(field, semantics);
        labels.by_title
            || labels.by_aria_label
            || labels.by_reference
            || field.has_attr("aria-describedby")
    };
    match one_kind {
        Some((kind, fields)) if fields.len() > 1 && !named_around => {
            if fields.iter().all(|f| self_named(*f)) {
                return cx.pass();
            }
            let message = match kind {
                "radio" => &RADIOS,
                _ => &CHECKBOXES,
            };
            let draft = if semantics.is_exposed(group) && !fields.iter().any(|f| self_named(*f)) {
                cx.fail(group, message)
            } else {
                cx.review(group, message)
            };
            draft.arg("count", fields.len());
        }
        _ if fieldset || !named_around => {
            cx.review(group, &MIXED);
        }
        _ => {}
    }
}

/// The group's fields, if all are radio buttons or all checkboxes, of one `name`; those of role `radio` need none in a `radiogroup`.
fn fields_of_one_kind<'p>(
    group: Element<'p>,
    semantics: &'p Semantics<'p>,
) -> Option<(&'static str, Vec<Element<'p>>)> {
    let mut fields = group.descendants().filter(|e| semantics.is_field(*e));
    let first = fields.next()?;
    let kind = ["radio", "checkbox"]
        .into_iter()
        .find(|kind| semantics.role(first) == Some(kind))?;
    let own = semantics.explicit_role(group) == Some("radiogroup") && kind == "radio";
    let name = first.attr("name").filter(|n| !n.is_empty());
    if name.is_none() && !own {
        return None;
    }
    let mut same = vec![first];
    for field in fields {
        if semantics.role(field) != Some(kind) || !own && field.attr("name") != name {
            return None;
        }
        same.push(field);
    }
    Some((kind, same))
}
