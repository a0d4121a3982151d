//! RGAA 11.10.1 and 11.10.2: whether a field is required shows before the form is sent.
//!
//! 11.10.2 wants of each field with `required` a visible mark in the label, or in a text tied to the field: a word (obligatoire, requis,
//! required), a sign explained before its first use, or an image. Style sheets may add one that the files do not show, so a field without
//! a mark is a question, one for each form; on a page without style sheets and scripts, and where no text speaks of what is required (a sentence for
//! all fields does not meet the letter, which auditors differ about), it fails. Decides: passes when every required field is marked by a word, or by an asterisk that a
//! text before explains. 11.10.1 wants of each field that is required, by the server's rules if need be, the attribute or a visible
//! mark: it passes when each field of each form has the attribute or says in words whether it is required. A sign without the attribute
//! that nothing explains before, and a mark that only a placeholder has, are questions. Forms of one field are exempt; forms that mark
//! optional fields instead are exempt on conditions a person checks.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::field::{Labels, is_to_tick, takes_data};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::spec::form_words::{REQUIRED_SIGNS, says_optional, says_required};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RequiredUnmarked;

struct RequiredUnmarked;

const INDICATED: TestId = test(11, 10, 1);
const MARKED: TestId = test(11, 10, 2);

static META: Meta = Meta {
    id: "required-unmarked",
    title: text(
        "Champ obligatoire sans indication visible",
        "Required field without a visible mark",
    ),
    why: text(
        "Qui remplit le formulaire n’apprend qu’à l’envoi, par une erreur, que le champ était obligatoire.",
        "People who fill in the form only learn on sending it, by an error, that the field was required.",
    ),
    fix: text(
        "Ajouter « (obligatoire) » à l’étiquette, ou un astérisque expliqué au début du formulaire.",
        "Add \"(required)\" to the label, or an asterisk explained at the start of the form.",
    ),
    proofs: &[Proof::decides(&[INDICATED]), Proof::decides(&[MARKED])],
    interest: &[Interest::Page],
    fail: &[
        "<form><label for=a>Nom</label><input id=a required><label for=b>Ville</label><input id=b></form>",
    ],
    review: &[
        "<link rel=stylesheet href=a.css><form><label for=a>Nom</label><input id=a required><label for=b>Ville</label><input id=b></form>",
    ],
    pass: &[
        "<form><label for=a>Nom (obligatoire)</label><input id=a required><label for=b>Ville</label><input id=b></form>",
        "<form><input title=Nom><input title=Ville></form>",
    ],
    na: &[
        "<form><label for=a>Recherche</label><input id=a required></form>",
        "<p>Sans champ</p>",
    ],
    ..Meta::NEW
};

const UNMARKED: Text = text(
    "ce champ est obligatoire et son étiquette ne le dit pas : une indication est-elle visible avant l’envoi ?",
    "this field is required and its label does not say so: is a mark visible before sending?",
);
const NOWHERE: Text = text(
    "ce champ est obligatoire et ni son étiquette, ni un texte relié, ni aucun autre texte de la page ne le dit",
    "this field is required, and neither its label, nor a tied text, nor any other text of the page says so",
);
const UNEXPLAINED: Text = text(
    "l’étiquette de ce champ obligatoire porte un signe qu’aucun texte n’explique avant lui : est-ce expliqué ?",
    "the label of this required field has a sign that no text before it explains: is it explained?",
);
const SIGN_ALONE: Text = text(
    "l’étiquette de ce champ porte un signe qu’aucun texte n’explique avant lui, et le champ n’a pas d’attribut required : est-il obligatoire, et le sait-on ?",
    "the label of this field has a sign that no text before it explains, and the field has no required attribute: is it required, and can one tell?",
);
const IN_PLACEHOLDER: Text = text(
    "seul le placeholder de ce champ, « {placeholder} », dit qu’il est obligatoire : est-ce indiqué ailleurs ?",
    "only the placeholder of this field, \"{placeholder}\", says that it is required: is it said elsewhere?",
);
const ALSO: Text = text("ce champ aussi", "this field too");

impl Check for RequiredUnmarked {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut forms: HashMap<Option<NodeId>, Form> = HashMap::new();
        let mut marks = Marks::default();
        let fields = || semantics.fields().iter();
        for field in fields().filter(|f| takes_data(f.element, semantics)) {
            let form = forms.entry(field.form.map(Element::id)).or_default();
            form.fields += 1;
            form.marks_optional |= marks.of(field.element, semantics) == Mark::Optional;
        }
        if forms.values().all(|form| form.fields < 2) {
            return;
        }
        let explained = OnceCell::new();
        let unsaid = OnceCell::new();
        let is_unsaid = || *unsaid.get_or_init(|| is_said_nowhere(semantics));
        let is_explained = |field: Element<'p>| {
            let first = explained.get_or_init(|| first_explanation(semantics));
            first.is_some_and(|at| at < field.id())
        };
        for field in fields().filter(|f| takes_data(f.element, semantics)) {
            let (form, field) = (field.form.map(Element::id), field.element);
            let Form {
                fields,
                marks_optional,
            } = forms[&form];
            if fields < 2 {
                continue;
            }
            let required = field.has_attr("required") || field.attr_is("aria-required", "true");
            let mark = marks.of(field, semantics);
            if required || matches!(mark, Mark::Word | Mark::Optional) {
                cx.pass_on(&[INDICATED]);
            } else {
                cx.leave_open(&[INDICATED]);
            }
            if marks_optional || !semantics.is_rendered(field) {
                let tests: &[_] = if required {
                    &[INDICATED, MARKED]
                } else {
                    &[INDICATED]
                };
                cx.leave_open(tests);
                continue;
            }
            let placeholder = field
                .attr("placeholder")
                .filter(|p| says_required(p) || p.trim_end().ends_with(REQUIRED_SIGNS[0]));
            let (question, test) = match mark {
                Mark::Word | Mark::Optional if required => {
                    cx.pass_on(&[MARKED]);
                    continue;
                }
                Mark::Sign if required && is_explained(field) => {
                    cx.pass_on(&[MARKED]);
                    continue;
                }
                Mark::Sign if required => (&UNEXPLAINED, MARKED),
                Mark::None if required && semantics.is_exposed(field) && is_unsaid() => {
                    let draft = cx.fail_together(field, &NOWHERE, &format!("{form:?}"), &ALSO);
                    if let Some(draft) = draft {
                        draft.tests(&[MARKED]);
                    }
                    continue;
                }
                Mark::None if required => (&UNMARKED, MARKED),
                Mark::Sign if !is_explained(field) => (&SIGN_ALONE, INDICATED),
                Mark::None if placeholder.is_some() => (&IN_PLACEHOLDER, INDICATED),
                _ => continue,
            };
            let draft = cx.review_together(field, question, &format!("{form:?}"), &ALSO);
            if let Some(mut draft) = draft {
                if question == &IN_PLACEHOLDER {
                    draft = draft.arg("placeholder", placeholder.unwrap_or_default());
                }
                draft.tests(&[test]);
            }
        }
    }
}

/// What is known of a form.
#[derive(Clone, Copy, Default)]
struct Form {
    fields: usize,
    /// A label says that its field may be left out.
    marks_optional: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    #[default]
    None,
    Sign,
    Word,
    Optional,
}

/// What was read of labels, legends and texts tied to fields: many fields may share one.
#[derive(Default)]
struct Marks(HashMap<NodeId, Mark>);

impl Marks {
    /// What the labels and the text tied to the field show; the legend too, for choices.
    fn of<'p>(&mut self, field: Element<'p>, semantics: &'p Semantics<'p>) -> Mark {
        let labels = Labels::of(field, semantics);
        let tied = field
            .tokens("aria-describedby")
            .chain(field.tokens("aria-labelledby"))
            .take(REFERENCES)
            .filter_map(|id| field.document().by_id(id));
        let choice = is_to_tick(field, semantics);
        let group = field.closest(&["fieldset"]).filter(|_| choice);
        [labels.tied, labels.wrapping, group]
            .into_iter()
            .flatten()
            .chain(tied)
            .map(|source| self.read(source, semantics))
            .max()
            .unwrap_or_default()
    }

    fn read<'p>(&mut self, source: Element<'p>, semantics: &'p Semantics<'p>) -> Mark {
        *self.0.entry(source.id()).or_insert_with(|| {
            let text = if source.is("fieldset") {
                source.child_elements().find(|e| e.is("legend"))
            } else {
                Some(source)
            };
            text.map_or(Mark::None, |e| shown_by(e, semantics))
        })
    }
}

/// Ids read of one attribute.
const REFERENCES: usize = 20;

fn shown_by<'p>(source: Element<'p>, semantics: &'p Semantics<'p>) -> Mark {
    let text = semantics.text(source);
    if says_optional(&text) {
        Mark::Optional
    } else if says_required(&text) {
        Mark::Word
    } else if text.contains(REQUIRED_SIGNS)
        || source
            .descendants()
            .any(|e| e.is("img") || e.name() == "svg")
    {
        Mark::Sign
    } else {
        Mark::None
    }
}

/// Whether no text of the page speaks of what is required, and neither a style sheet nor a script may show one.
fn is_said_nowhere<'p>(semantics: &'p Semantics<'p>) -> bool {
    let mut texts = semantics.document().nodes().filter_map(NodeRef::as_text);
    !semantics.sheets().any()
        && !semantics.has_active_script()
        && !texts.any(|text| says_required(text.text()))
}

/// The first text of the page that explains a sign of what is required, among the first that may.
fn first_explanation<'p>(semantics: &'p Semantics<'p>) -> Option<NodeId> {
    let texts = semantics.document().nodes().filter_map(NodeRef::as_text);
    let mut candidates = texts.filter(|t| says_required(t.text())).take(100);
    let sign = |e: Element<'p>| e.text_content().contains(REQUIRED_SIGNS);
    candidates.find_map(|text| {
        let parent = text.parent().filter(|p| semantics.is_rendered(*p))?;
        let around = parent.parent().filter(|p| !p.is("form") && !p.is("body"));
        (sign(parent) || around.is_some_and(sign)).then_some(text.id())
    })
}
