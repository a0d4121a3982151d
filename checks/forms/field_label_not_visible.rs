//! RGAA 11.1.3 and 11.2.6: a field whose label is not seen.
//!
//! 11.1.3 asks fields with a hidden label (`aria-label`, a label off the screen) for a `title` or a visible text beside them; 11.2.6 judges the
//! button beside a field when it serves as its visible label. Style sheets decide what is seen, so both are hints. Inapplicable: no field,
//! or each field has a `label` that no style sheet hides on its own (no `class`, `id` or `style`), as the other checks of labels count it.
//! 11.2.6 is inapplicable too where the page has no button. Asked of a field whose label is surely not drawn, and that has neither a
//! `title` nor a text beside it; in a table, the headers may be that text. 11.2.5 (the name repeats the visible label) is left open for
//! fields named otherwise than by a `label` that is shown: what people then see beside them is for a person to say.

use super::field::Labels;
use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::checks::links::link::is_for_pointers_only;
use crate::dom::{Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::spec::form_words::is_screen_reader_class;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FieldLabelNotVisible;

struct FieldLabelNotVisible;

const SEEN: TestId = test(11, 1, 3);
const BUTTON: TestId = test(11, 2, 6);
const REPEATED: TestId = test(11, 2, 5);

static META: Meta = Meta {
    id: "field-label-not-visible",
    title: text(
        "Champ dont l’étiquette ne se voit pas",
        "Field whose label is not seen",
    ),
    why: text(
        "Qui voit la page ne lit pas ce que dit l’étiquette ; un placeholder s’efface dès la première lettre.",
        "People who see the page do not read what the label says; a placeholder goes at the first letter.",
    ),
    fix: text(
        "Afficher l’étiquette, ou donner au champ un title qui dit ce qu’il faut saisir.",
        "Show the label, or give the field a title that says what to enter.",
    ),
    proofs: &[
        Proof::hints(&[SEEN]).inapplicable_without_targets(),
        Proof::hints(&[BUTTON]).inapplicable_without_targets(),
        Proof::hints(&[REPEATED]),
    ],
    interest: &[Interest::Page],
    review: &[
        "<input aria-label='Code postal'>",
        "<label class=sr-only for=q>Mots-clés</label><input id=q><button>Rechercher</button>",
    ],
    pass: &[
        "<label class=etiquette for=n>Nom</label><input id=n>",
        "<input title='Code postal'>",
    ],
    na: &["<label for=n>Nom</label><input id=n>", "<p>Sans champ</p>"],
    ..Meta::NEW
};

const HIDDEN: Text = text(
    "l’étiquette de ce champ, « {label} », n’est pas affichée, et il n’a ni title ni texte à côté : que voit-on de ce qu’il faut saisir ?",
    "the label of this field, \"{label}\", is not shown, and it has no title and no text beside it: what does one see of what to enter?",
);
const ONLY_PLACEHOLDER: Text = text(
    "l’étiquette de ce champ, « {label} », n’est pas affichée ; seul son placeholder, « {placeholder} », dit ce qu’il faut saisir, jusqu’à la première lettre : cela suffit-il ?",
    "the label of this field, \"{label}\", is not shown; only its placeholder, \"{placeholder}\", says what to enter, until the first letter: is that enough?",
);
const BY_BUTTON: Text = text(
    "l’étiquette de ce champ, « {label} », n’est pas affichée ; le bouton voisin « {button} » dit-il, à lui seul, ce qu’il faut saisir ?",
    "the label of this field, \"{label}\", is not shown; does the button beside it, \"{button}\", tell by itself what to enter?",
);
const THE_BUTTON: Text = text("le bouton", "the button");
const ALSO: Text = text("ce champ aussi", "this field too");

/// What is known of the label that people see.
enum Shown<'p> {
    /// It is drawn, whatever style sheets say of classes and ids.
    Surely,
    /// It depends on style sheets.
    Maybe,
    /// It is not drawn; what it says.
    No(std::borrow::Cow<'p, str>),
}

impl Check for FieldLabelNotVisible {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let mut buttons = None;
        for field in semantics.fields().iter().map(|f| f.element) {
            if is_for_pointers_only(field, semantics) {
                continue;
            }
            if is_named_unseen(field, semantics) {
                cx.leave_open(&[REPEATED]);
            }
            let label = match shown(field, semantics) {
                Shown::Surely => continue,
                Shown::Maybe => {
                    open(&[SEEN], &mut buttons, cx);
                    continue;
                }
                Shown::No(label) => label,
            };
            if !semantics.is_rendered(field) {
                open(&[SEEN], &mut buttons, cx);
            } else if let Some((button, name)) = button_beside(field, semantics) {
                let draft =
                    cx.review_together(field, &BY_BUTTON, &format!("{label}\0{name}"), &ALSO);
                if let Some(draft) = draft {
                    draft
                        .arg("label", &label)
                        .arg("button", &name)
                        .related(button.place(), &THE_BUTTON)
                        .tests(&[SEEN, BUTTON]);
                }
            } else if field.attr("title").is_some_and(|t| !t.trim().is_empty())
                || text_beside(field, semantics)
            {
                open(&[SEEN], &mut buttons, cx);
            } else {
                ask(field, &label, cx);
                open(&[], &mut buttons, cx);
            }
        }
    }
}

/// Whether an attribute names the field, and no `label` that is drawn.
fn is_named_unseen<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    ["aria-label", "aria-labelledby", "title"]
        .iter()
        .any(|name| field.has_attr(name))
        && !semantics
            .labels(field)
            .any(|label| semantics.is_rendered(label) && !label.text_is_blank())
}

fn ask<'p>(field: Element<'p>, label: &str, cx: &mut Context<'p>) {
    let placeholder = field.attr("placeholder").filter(|p| !p.trim().is_empty());
    let question = match placeholder {
        Some(_) => &ONLY_PLACEHOLDER,
        None => &HIDDEN,
    };
    let what = format!("{label}\0{}", placeholder.unwrap_or_default());
    if let Some(draft) = cx.review_together(field, question, &what, &ALSO) {
        let draft = draft.arg("label", label).tests(&[SEEN]);
        if let Some(placeholder) = placeholder {
            draft.arg("placeholder", placeholder);
        }
    }
}

/// Leaves tests to a person: these, and the one about buttons if the page has one.
fn open(tests: &[TestId], buttons: &mut Option<bool>, cx: &mut Context<'_>) {
    let (doc, semantics) = (cx.doc(), cx.semantics());
    let any = *buttons.get_or_insert_with(|| {
        doc.elements()
            .any(|e| !e.in_template() && semantics.role(e) == Some("button"))
    });
    let mut tests = tests.to_vec();
    if any {
        tests.push(BUTTON);
    }
    if !tests.is_empty() {
        cx.leave_open(&tests);
    }
}

fn shown<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> Shown<'p> {
    let mut maybe = false;
    for label in semantics.labels(field) {
        if label.text_is_blank() || !semantics.is_rendered(label) || is_off_screen(label) {
            continue;
        }
        let styled = ["class", "id", "style"].iter().any(|a| label.has_attr(a));
        if !styled && semantics.visible_label(label).is_sure() {
            return Shown::Surely;
        }
        maybe = true;
    }
    let labels = Labels::of(field, semantics);
    let name = semantics.rgaa_name(field);
    // A text elsewhere: where it stands is for a person to see. A field that nothing names is 11.1.1's.
    if maybe || labels.by_reference || name.text.is_empty() || !super::field::is_native_field(field)
    {
        return Shown::Maybe;
    }
    Shown::No(name.text)
}

/// Whether a class known for that takes the label, or all it says, off the screen.
fn is_off_screen(label: Element<'_>) -> bool {
    let hides = |e: Element<'_>| e.tokens("class").any(is_screen_reader_class);
    if hides(label) {
        return true;
    }
    let mut inside = label.children();
    matches!(
        (inside.next(), inside.next()),
        (Some(NodeRef::Element(only)), None) if hides(only)
    )
}

/// The button just before or after the field in the source, and the words it shows.
fn button_beside<'p>(
    field: Element<'p>,
    semantics: &'p Semantics<'p>,
) -> Option<(Element<'p>, String)> {
    let sides = [field.next_element(), field.prev_element()];
    sides.into_iter().flatten().find_map(|e| {
        if semantics.role(e) != Some("button") || !semantics.is_rendered(e) {
            return None;
        }
        let words = match e.attr("value") {
            Some(value) if e.is("input") => value.trim().to_owned(),
            _ => semantics.text(e).into_owned(),
        };
        (!words.is_empty()).then_some((e, words))
    })
}

/// Whether a text stands beside the field: before or after it, or around it when it is alone in a block; or it is in a cell.
fn text_beside<'p>(field: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let mut at = field;
    for _ in 0..3 {
        let sides = [at.prev_sibling(), at.next_sibling()];
        let mut alone = true;
        for (side, back) in sides.into_iter().zip([true, false]) {
            let mut node = side;
            // White space and comments do not part them; a few are enough.
            for _ in 0..6 {
                let Some(beside) = node else { break };
                match beside {
                    NodeRef::Text(text) if !text.is_blank() => return true,
                    NodeRef::Element(e) => {
                        alone = false;
                        let control = semantics.is_field(e) || semantics.role(e) == Some("button");
                        if !control
                            && semantics.is_rendered(e)
                            && !is_off_screen(e)
                            && !e.text_is_blank()
                        {
                            return true;
                        }
                        break;
                    }
                    _ => {}
                }
                node = if back {
                    beside.prev_sibling()
                } else {
                    beside.next_sibling()
                };
            }
        }
        match at.parent() {
            Some(cell) if cell.is_any(&["td", "th"]) => return true,
            Some(parent) if alone && !parent.is_any(&["form", "body"]) => at = parent,
            _ => return false,
        }
    }
    false
}
