//! RGAA 11.10.2: a required field whose label does not show that it is.
//!
//! The test wants a visible mark in the label, or in a text tied to the field: a word (obligatoire, requis, required), a sign explained
//! before its first use, or an image. Style sheets may add one that the files do not show, and labels that mark optional fields instead are
//! exempt, so a field without a mark is a question, one for each form. Decides: passes when every required field is marked by a word, or
//! by an asterisk that a text before explains. Forms of one field are exempt.

use std::collections::HashMap;

use super::field::{Labels, form_of, is_field, is_input_of};
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeId, NodeRef};
use crate::rgaa::test;
use crate::semantics::Semantics;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &RequiredUnmarked;

struct RequiredUnmarked;

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
    proofs: &[Proof::decides(&[test(11, 10, 2)])],
    interest: &[Interest::Page],
    review: &[
        "<form><label for=a>Nom</label><input id=a required><label for=b>Ville</label><input id=b></form>",
    ],
    pass: &[
        "<form><label for=a>Nom (obligatoire)</label><input id=a required><label for=b>Ville</label><input id=b></form>",
    ],
    na: &[
        "<form><label for=a>Recherche</label><input id=a required></form>",
        "<form><input><input></form>",
    ],
    ..Meta::NEW
};

const UNMARKED: Text = text(
    "ce champ est obligatoire et son étiquette ne le dit pas : une indication est-elle visible avant l’envoi ?",
    "this field is required and its label does not say so: is a mark visible before sending?",
);
const UNEXPLAINED: Text = text(
    "l’étiquette de ce champ obligatoire porte un signe qu’aucun texte n’explique avant lui : est-ce expliqué ?",
    "the label of this required field has a sign that no text before it explains: is it explained?",
);
const ALSO: Text = text("ce champ aussi", "this field too");

impl Check for RequiredUnmarked {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut forms: HashMap<Option<NodeId>, usize> = HashMap::new();
        let mut required = Vec::new();
        for e in cx.doc().elements() {
            if e.in_template() || !is_field(e, semantics) || !semantics.is_rendered(e) {
                continue;
            }
            let form = form_of(e, semantics).map(Element::id);
            *forms.entry(form).or_default() += 1;
            if e.has_attr("required") || e.attr_is("aria-required", "true") {
                required.push((e, form));
            }
        }
        if required.is_empty() {
            return;
        }
        let explained = first_explanation(semantics);
        let mut marks = Marks::default();
        for (field, form) in required {
            if forms[&form] == 1 {
                continue;
            }
            let question = match marks.of(field, semantics) {
                Mark::Word => {
                    cx.pass();
                    continue;
                }
                Mark::Sign if explained.is_some_and(|at| at < field.id()) => {
                    cx.pass();
                    continue;
                }
                Mark::Sign => &UNEXPLAINED,
                Mark::None => &UNMARKED,
            };
            cx.review_together(field, question, &format!("{form:?}"), &ALSO);
        }
    }
}

/// Signs that stand for «required».
const SIGNS: [char; 5] = ['*', '✱', '∗', '•', '!'];

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    #[default]
    None,
    Sign,
    Word,
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
        let choice = is_input_of(field, &["radio", "checkbox"]);
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
    if has_word(&text) {
        Mark::Word
    } else if text.contains(SIGNS)
        || source
            .descendants()
            .any(|e| e.is("img") || e.name() == "svg")
    {
        Mark::Sign
    } else {
        Mark::None
    }
}

fn has_word(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "obligatoire",
        "obligatoires",
        "requis",
        "requise",
        "required",
        "mandatory",
        "compulsory",
        "pflichtfeld",
    ];
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| WORDS.iter().any(|w| word.eq_ignore_ascii_case(w)))
}

/// The first text of the page that explains a sign of what is required, among the first that may.
fn first_explanation<'p>(semantics: &'p Semantics<'p>) -> Option<NodeId> {
    let texts = semantics.document().nodes().filter_map(NodeRef::as_text);
    let mut candidates = texts.filter(|t| has_word(t.text())).take(100);
    let sign = |e: Element<'p>| e.text_content().contains(SIGNS);
    candidates.find_map(|text| {
        let parent = text.parent().filter(|p| semantics.is_rendered(*p))?;
        let around = parent.parent().filter(|p| !p.is("form") && !p.is("body"));
        (sign(parent) || around.is_some_and(sign)).then_some(text.id())
    })
}
