//! RGAA 11.1.1: a form field without a label.
//!
//! The test lists what counts: `aria-labelledby` that finds a text, `aria-label`, a `label` whose `for` names the field, `title` (the
//! fifth way, a button beside the field, asks for one of these four as well). `placeholder` is not among them. A field with none of
//! them, rendered and exposed, is a certain failure. A `label` around the field without `for` is judged by `label-not-tied`: here such a
//! field passes, unless the `label` says nothing. A `label` tied by `for` that says nothing, or only words that assistive technologies do not
//! get, meets 11.1.1 and breaks 11.2.1. Decides: fields are those of the
//! glossary, `output`, `datalist` and `option` aside, which take no input of their own. A field of role `checkbox`, `radio` or `switch`
//! named by its content is a question, since the test does not list content.

use super::field::{FIELD_ELEMENTS, Labels, is_input_of, is_native_field};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::links::link::is_for_pointers_only;
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::semantics::NameSource;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldUnlabelled;

struct FieldUnlabelled;

static META: Meta = Meta {
    id: "field-unlabelled",
    title: text("Champ sans étiquette", "Form field without a label"),
    why: text(
        "Un lecteur d’écran annonce « zone d’édition » sans dire ce qu’il faut y saisir ; à la voix, le champ ne peut pas être désigné.",
        "A screen reader says \"edit\" without saying what to type; by voice, the field cannot be named.",
    ),
    fix: text(
        "Ajouter un <label for=\"…\"> qui porte l’identifiant du champ. Un placeholder ne remplace pas une étiquette.",
        "Add a <label for=\"…\"> that holds the field's id. A placeholder does not replace a label.",
    ),
    proofs: &[
        Proof::decides(&[test(11, 1, 1)]),
        Proof::refutes(&[test(11, 2, 1)]),
    ],
    act: &["e086e5"],
    interest: &[
        Interest::Elements(FIELD_ELEMENTS),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<input name=nom>",
        "<input type=email placeholder='Votre courriel'>",
        "<label for=a>Nom</label><input id=b>",
        "<label for=c></label><input id=c>",
        "<label for=d><span aria-hidden=true>Nom</span></label><input id=d>",
        "<label> <input></label>",
    ],
    review: &["<div role=checkbox tabindex=0 aria-checked=false>Accepter</div>"],
    pass: &[
        "<label for=n>Nom</label><input id=n>",
        "<select aria-label=Région></select>",
        "<label>Nom <input></label>",
    ],
    na: &["<input type=hidden><input type=submit value=Envoyer>"],
    ..Meta::NEW
};

const NO_LABEL: Text = text(
    "ce champ {field} n’a pas d’étiquette : ni label relié par for, ni aria-label, ni aria-labelledby, ni title",
    "this {field} field has no label: no label tied by for, no aria-label, no aria-labelledby, no title",
);
const ONLY_PLACEHOLDER: Text = text(
    "ce champ {field} n’a pas d’étiquette : son placeholder « {placeholder} » n’en est pas une",
    "this {field} field has no label: its placeholder \"{placeholder}\" is not one",
);
const NO_REFERENCE: Text = text(
    "ce champ {field} n’a pas d’étiquette : aria-labelledby=\"{ids}\" ne mène à aucun texte",
    "this {field} field has no label: aria-labelledby=\"{ids}\" leads to no text",
);
const SAME_ID: Text = text(
    "ce champ {field} n’a pas d’étiquette : une étiquette qui cite « {id} » est reliée au premier élément qui porte cet identifiant",
    "this {field} field has no label: a label that names \"{id}\" is tied to the first element with that id",
);
const FIRST: Text = text("le premier", "the first one");
const BLANK: Text = text(
    "l’étiquette de ce champ {field} est vide",
    "the label of this {field} field is empty",
);
const KEPT_FROM: Text = text(
    "le texte de l’étiquette de ce champ {field} est masqué aux aides techniques, qui n’en ont aucune",
    "the text of the label of this {field} field is hidden from assistive technologies, which get none",
);
const BLANK_HERE: Text = text("l’étiquette", "the label");
const BY_CONTENT: Text = text(
    "ce champ de rôle {role} n’a d’étiquette que son contenu, « {name} », que le test 11.1.1 ne cite pas : est-ce accepté ?",
    "this field of role {role} has no label but its content, \"{name}\", which test 11.1.1 does not list: is that accepted?",
);

impl Check for FieldUnlabelled {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, field: Element<'p>, cx: &mut Context<'p>) {
        if cx.semantics().is_field(field) {
            judge(field, cx);
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        // Those were shown already as elements.
        if !element.is_any(FIELD_ELEMENTS) && cx.semantics().is_field(element) {
            judge(element, cx);
        }
    }
}

/// Whether the field's `label`, tied or around it, is all that could name it and gives assistive technologies no word; `None` without a `label`.
pub(super) fn says_nothing<'p>(field: Element<'p>, cx: &Context<'p>) -> Option<bool> {
    let semantics = cx.semantics();
    semantics.labels(field).next()?;
    let name = semantics.name(field);
    Some(name.is_blank() && name.source != NameSource::GivenUp)
}

fn judge<'p>(field: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let labels = Labels::of(field, semantics);
    if labels.by_reference
        || labels.by_aria_label
        || labels.by_title
        || says_nothing(field, cx) == Some(false)
    {
        return cx.pass();
    }
    if is_for_pointers_only(field, semantics) {
        // A trap for robots, or drawn by something else.
        return;
    }
    // Disabled, with its role removed: nothing is left of the field for assistive technologies.
    let exposed = semantics.is_exposed(field) && !semantics.is_presentational(field);
    if let Some(label) = labels.tied.or(labels.wrapping) {
        let blank = label.text_is_blank();
        if !blank && !exposed {
            return cx.pass();
        }
        let message = if blank { &BLANK } else { &KEPT_FROM };
        // What a script or a style sheet may fill or show.
        let certain = label.descendants().all(|e| {
            e == field || e.is("img") && e.has_attr("alt") || !blank && !semantics.is_exposed(e)
        }) && (blank || !cx.scripts_may_change());
        let draft = if exposed && certain {
            cx.fail(field, message)
        } else {
            cx.review(field, message)
        };
        let tests = match labels.tied {
            Some(_) => &[test(11, 2, 1)],
            None => &[test(11, 1, 1)],
        };
        draft
            .arg("field", describe(field))
            .related(label.place(), &BLANK_HERE)
            .tests(tests);
        return;
    }
    let name = semantics.name(field);
    if !is_native_field(field) && !name.is_empty() && name.source == NameSource::Content {
        cx.review(field, &BY_CONTENT)
            .arg("role", semantics.explicit_role(field).unwrap_or_default())
            .arg("name", &name.text)
            .tests(&[test(11, 1, 1)]);
        return;
    }
    let placeholder = field.attr("placeholder").filter(|p| !p.trim().is_empty());
    if let Some(first) = field.attr("id").and_then(|id| field.document().by_id(id))
        && first != field
    {
        cx.fail_if_rendered(field, field, &SAME_ID)
            .arg("field", describe(field))
            .arg("id", field.attr("id").unwrap_or_default())
            .related(first.place(), &FIRST)
            .tests(&[test(11, 1, 1)]);
        return;
    }
    let message = match (placeholder, field.attr("aria-labelledby")) {
        (_, Some(_)) => &NO_REFERENCE,
        (Some(_), _) => &ONLY_PLACEHOLDER,
        (None, None) => &NO_LABEL,
    };
    let draft = if exposed {
        cx.fail(field, message)
    } else {
        cx.review(field, message)
    };
    let draft = draft.arg("field", describe(field)).tests(&[test(11, 1, 1)]);
    match (placeholder, field.attr("aria-labelledby")) {
        (_, Some(ids)) => {
            draft.arg("ids", ids);
        }
        (Some(placeholder), _) => {
            draft.arg("placeholder", placeholder);
        }
        (None, None) => {}
    }
}

/// `<input type=email name=courriel>` in short.
fn describe(field: Element<'_>) -> String {
    let mut out = format!("<{}", field.name());
    let role = field.attr("role").filter(|_| !is_native_field(field));
    let kind = field.attr("type").filter(|_| field.is("input"));
    for (name, value) in [
        ("role", role),
        ("type", kind.filter(|_| !is_input_of(field, &["text"]))),
        ("name", field.attr("name").filter(|n| !n.is_empty())),
    ] {
        if let Some(value) = value {
            out.push_str(&format!(" {name}={value}"));
        }
    }
    out.push('>');
    out
}
