//! RGAA 11.10.5, 11.11.1 and 11.11.2: the expected type and format of what is to be entered are told beforehand, and suggested on errors.
//!
//! The server's rules and what shows on errors are not in the files: each field that takes data leaves the three tests to a person. Hints:
//! 11.10.5, a required field that imposes a format (`type=email`, `tel` or `url`, `pattern`, a birth date to type) and whose label and tied
//! texts say nothing of it; 11.11.1, a `pattern` without `title`, which browsers would show (note of the criterion). Fields that offer the values
//! (dates to pick, lists) need no hint. Inapplicable: no field that takes data.

use super::field::{is_input_of, takes_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, Semantics};
use crate::spec::form_words::hints_at_format;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldFormatUnannounced;

struct FieldFormatUnannounced;

const BEFOREHAND: TestId = test(11, 10, 5);
const FORMATS: TestId = test(11, 11, 1);
const EXAMPLES: TestId = test(11, 11, 2);

static META: Meta = Meta {
    id: "field-format-unannounced",
    title: text("Format attendu non indiqué", "Expected format not told"),
    why: text(
        "Qui ne connaît pas le format attendu se trompe, et doit chercher ce qui ne va pas.",
        "People who do not know the expected format get it wrong, and must find out why.",
    ),
    fix: text(
        "Donner le format et un exemple dans l’étiquette ou dans un texte relié par aria-describedby ; avec pattern, le redire dans title.",
        "Give the format and an example in the label or in a text tied by aria-describedby; with pattern, repeat it in title.",
    ),
    proofs: &[
        Proof::hints(&[BEFOREHAND]).inapplicable_without_targets(),
        Proof::hints(&[FORMATS]).inapplicable_without_targets(),
        Proof::hints(&[EXAMPLES]).inapplicable_without_targets(),
    ],
    interest: &[Interest::Page],
    review: &[
        "<label for=c>Courriel</label><input id=c type=email required>",
        "<label for=c>Code</label><input id=c pattern='[0-9]{5}'>",
    ],
    pass: &[
        "<label for=c>Courriel (format : vous@domaine.fr)</label><input id=c type=email required>",
        "<label for=n>Nom</label><input id=n required>",
    ],
    na: &["<p>Sans champ</p>"],
    ..Meta::NEW
};

const UNSAID: Text = text(
    "ce champ obligatoire impose un format ({how}), que ni son étiquette ni un texte relié ne donnent : est-il indiqué à l’écran ?",
    "this required field imposes a format ({how}), which neither its label nor a tied text gives: is it shown on screen?",
);
const IN_PLACEHOLDER: Text = text(
    "ce champ obligatoire impose un format ({how}), que seul son placeholder, « {placeholder} », donne jusqu’à la première lettre : est-il indiqué ailleurs ?",
    "this required field imposes a format ({how}), which only its placeholder, \"{placeholder}\", gives until the first letter: is it told elsewhere?",
);
const NO_TITLE: Text = text(
    "ce champ a un pattern sans title : en cas d’erreur, le format attendu est-il suggéré ?",
    "this field has a pattern without a title: on error, is the expected format suggested?",
);
const ALSO: Text = text("ce champ aussi", "this field too");

impl Check for FieldFormatUnannounced {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut any = false;
        for field in semantics.fields().iter().map(|f| f.element) {
            if !takes_data(field, semantics) {
                continue;
            }
            if !any {
                cx.leave_open(&[BEFOREHAND, FORMATS, EXAMPLES]);
                any = true;
            }
            if let Some(how) = format_of(field)
                && semantics.is_rendered(field)
                && !is_told(field, semantics)
            {
                ask(field, how, cx);
            }
        }
    }
}

fn ask<'p>(field: Element<'p>, how: &str, cx: &mut Context<'p>) {
    let untitled = how == "pattern" && field.attr("title").is_none_or(|t| t.trim().is_empty());
    let required = field.has_attr("required") || field.attr_is("aria-required", "true");
    if !required {
        if untitled && let Some(draft) = cx.review_together(field, &NO_TITLE, "", &ALSO) {
            draft.tests(&[FORMATS]);
        }
        return;
    }
    let placeholder = field.attr("placeholder").filter(|p| hints_at_format(p));
    let question = match placeholder {
        Some(_) => &IN_PLACEHOLDER,
        None => &UNSAID,
    };
    let tests: &[_] = if untitled {
        &[BEFOREHAND, FORMATS]
    } else {
        &[BEFOREHAND]
    };
    let what = format!("{how} {untitled}");
    if let Some(draft) = cx.review_together(field, question, &what, &ALSO) {
        let draft = draft.arg("how", how).tests(tests);
        if let Some(placeholder) = placeholder {
            draft.arg("placeholder", placeholder);
        }
    }
}

/// What imposes a format on what is typed.
fn format_of(field: Element<'_>) -> Option<&'static str> {
    if field.attr("pattern").is_some_and(|p| !p.is_empty()) {
        return Some("pattern");
    }
    let typed = [
        ("email", "type=email"),
        ("tel", "type=tel"),
        ("url", "type=url"),
    ];
    let typed = typed.iter().find(|(kind, _)| is_input_of(field, &[kind]));
    let born = || {
        let dated = field
            .tokens("autocomplete")
            .any(|t| t.eq_ignore_ascii_case("bday"));
        (dated && field.is("input") && !is_input_of(field, &["date"]))
            .then_some("autocomplete=bday")
    };
    typed.map(|(_, how)| *how).or_else(born)
}

/// Whether the label or the texts tied to the field speak of a format.
fn is_told<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let description = semantics.description(field);
    hints_at_format(&semantics.rgaa_name(field).text)
        || description.source == NameSource::AriaDescribedby && !description.is_blank()
        || semantics
            .labels(field)
            .any(|label| hints_at_format(&semantics.text(label)))
}
