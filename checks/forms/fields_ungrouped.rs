//! RGAA 11.5.1: fields of one kind that no group holds.
//!
//! The glossary («Champs de même nature») wants a group where the labels do not tell enough by themselves. «Oui» and «non» tell nothing: radio
//! buttons of one name with no other labels, in a form that has other fields (a form that is one block is exempt), without a group
//! around and without a `title`, an `aria-label`, `aria-labelledby` or `aria-describedby` of their own, fail; in a cell, whose headers may ask
//! the question, they are a question. Other series of radio buttons or
//! checkboxes of one name, and dates in several fields, are questions. Inapplicable with fewer than two fields.

use std::collections::HashMap;

use super::field::{Labels, is_input_of, takes_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::{TestId, test};
use crate::semantics::{Field, Semantics};
use crate::spec::form_words::{date_part, is_bare_answer};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldsUngrouped;

struct FieldsUngrouped;

const GROUPED: TestId = test(11, 5, 1);

static META: Meta = Meta {
    id: "fields-ungrouped",
    title: text(
        "Champs de même nature sans regroupement",
        "Fields of one kind without a group",
    ),
    why: text(
        "Qui passe de champ en champ entend « oui », « non », sans la question que le groupe et sa légende lui diraient.",
        "People who go from field to field hear \"yes\", \"no\", without the question that the group and its legend would tell.",
    ),
    fix: text(
        "Placer ces champs dans un <fieldset> dont le <legend> pose la question.",
        "Put these fields in a <fieldset> whose <legend> asks the question.",
    ),
    proofs: &[Proof::refutes(&[GROUPED]).inapplicable_without_targets()],
    interest: &[Interest::Page],
    fail: &[
        "<form><input title=Nom><input type=radio name=r id=o><label for=o>Oui</label><input type=radio name=r id=n><label for=n>Non</label></form>",
    ],
    review: &[
        "<form><input type=radio name=r id=a><label for=a>Paris</label><input type=radio name=r id=b><label for=b>Brest</label></form>",
    ],
    pass: &[
        "<fieldset><legend>Ville</legend><input type=radio name=r title=Paris><input type=radio name=r title=Brest></fieldset>",
    ],
    na: &["<form><input title=Recherche><button>OK</button></form>"],
    ..Meta::NEW
};

const ANSWERS: Text = text(
    "ces {count} boutons radio, « {label} » et la suite, ne sont pas regroupés : rien ne dit à quelle question ils répondent",
    "these {count} radio buttons, \"{label}\" and so on, are in no group: nothing tells which question they answer",
);
const CHOICES: Text = text(
    "ces {count} choix, « {label} » et la suite, ne sont pas regroupés : leurs étiquettes suffisent-elles à dire ce qu’ils ont en commun ?",
    "these {count} choices, \"{label}\" and so on, are in no group: do their labels tell what they have in common?",
);
const DATE: Text = text(
    "ces {count} champs, « {label} » et la suite, ne sont pas regroupés : sait-on de quelle date il s’agit ?",
    "these {count} fields, \"{label}\" and so on, are in no group: can one tell which date it is?",
);
const WITH: Text = text("avec", "with");

/// A set of fields that go together.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Series {
    /// Of one `name`.
    Ticks(&'static str, String),
    /// Day, month, year.
    Date,
}

impl Check for FieldsUngrouped {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let fields: Vec<&Field<'p>> = semantics
            .fields()
            .iter()
            .filter(|f| takes_data(f.element, semantics))
            .collect();
        if fields.len() < 2 {
            return;
        }
        cx.leave_open(&[GROUPED]);
        let mut in_form: HashMap<Option<NodeId>, usize> = HashMap::new();
        let mut at: HashMap<(Option<NodeId>, Series), usize> = HashMap::new();
        let mut sets: Vec<(Option<NodeId>, Series, Vec<Element<'p>>)> = Vec::new();
        for field in fields {
            let form = field.form.map(Element::id);
            *in_form.entry(form).or_default() += 1;
            if let Some(series) = series_of(field.element, semantics)
                && semantics.is_rendered(field.element)
            {
                let set = *at.entry((form, series.clone())).or_insert_with(|| {
                    sets.push((form, series, Vec::new()));
                    sets.len() - 1
                });
                sets[set].2.push(field.element);
            }
        }
        for (form, series, fields) in sets {
            let told = fields.iter().any(|f| is_told(*f, semantics));
            if fields.len() < 2 || told {
                continue;
            }
            let alone = in_form[&form] == fields.len();
            judge(&series, &fields, alone, cx);
        }
    }
}

fn series_of<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> Option<Series> {
    let name = field.attr("name").unwrap_or_default();
    for kind in ["radio", "checkbox"] {
        if is_input_of(field, &[kind]) {
            return (!name.is_empty()).then(|| Series::Ticks(kind, name.to_owned()));
        }
    }
    let born = field.tokens("autocomplete").any(|t| t.starts_with("bday-"));
    let part = || date_part(&semantics.rgaa_name(field).text).or_else(|| date_part(name));
    (born || part().is_some()).then_some(Series::Date)
}

/// Whether a group holds the field, or it says itself what group it is of (glossary «Légende», note 1).
fn is_told<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let labels = Labels::of(field, semantics);
    labels.by_title
        || labels.by_aria_label
        || labels.by_reference
        || field.has_attr("aria-describedby")
        || field.ancestors().any(|a| {
            a.is("fieldset")
                || a.has_attr("role")
                    && matches!(semantics.explicit_role(a), Some("group" | "radiogroup"))
        })
}

fn judge<'p>(series: &Series, fields: &[Element<'p>], alone: bool, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let label = |f: &Element<'p>| semantics.rgaa_name(*f).text;
    let answers = fields.iter().all(|f| is_bare_answer(&label(f)));
    let draft = match series {
        Series::Ticks("radio", _)
            if answers
                && !alone
                && semantics.is_exposed(fields[0])
                && fields[0].closest(&["td", "th"]).is_none() =>
        {
            cx.fail(fields[0], &ANSWERS)
        }
        Series::Ticks(..) => cx.review(fields[0], &CHOICES),
        Series::Date => cx.review(fields[0], &DATE),
    };
    let mut draft = draft
        .arg("count", fields.len())
        .arg("label", label(&fields[0]));
    for field in fields.iter().skip(1).take(20) {
        draft = draft.related(field.place(), &WITH);
    }
}
