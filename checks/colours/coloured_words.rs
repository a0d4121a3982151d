//! RGAA 3.1.1 and 3.1.4: colours that authors give, which may inform; and the proof that they give none.
//!
//! Hints, and inapplicable without targets: no style sheet, no `style` and no presentational attribute that sets a colour, hence no colour but the
//! browser's own. Nothing tells whether a colour informs, so nothing fails. A question for words set apart in their sentence by a
//! colour written on them, one per colour and page.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Property, declarations};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ColouredWords;

struct ColouredWords;

const WORDS: TestId = test(3, 1, 1);
const PROPERTY: TestId = test(3, 1, 4);

static META: Meta = Meta {
    id: "coloured-words",
    level: Level::Note,
    category: Category::Accessibility,
    title: text("Mots mis en couleur", "Words set in a colour"),
    why: text(
        "Ce que seule une couleur dit échappe aux personnes aveugles, malvoyantes ou daltoniennes.",
        "What a colour alone tells is lost on people who are blind, have low vision or see colours differently.",
    ),
    fix: text(
        "Dire aussi l’information en toutes lettres, ou par une icône et un texte masqué ; ôter la couleur si elle ne dit rien.",
        "Say the information in words too, or by an icon and hidden text; drop the colour if it says nothing.",
    ),
    proofs: &[Proof::hints(&[WORDS, PROPERTY]).inapplicable_without_targets()],
    interest: &[
        Interest::Attributes(&["style", "bgcolor", "color", "text", "link", "background"]),
        Interest::Elements(&["mark"]),
        Interest::Page,
    ],
    review: &["<p>Bassin : <span style='color:red'>fermé</span> lundi</p>"],
    pass: &["<p style='color:#333;background:#fff'>Bassin fermé lundi</p>"],
    na: &["<p>Bassin fermé lundi</p>"],
    ..Meta::NEW
};

const COLOURED: Text = text(
    "ces mots sont en couleur ({colour}) dans leur phrase : la couleur dit-elle quelque chose que le texte ne dit pas ?",
    "these words have a colour ({colour}) in their sentence: does it tell something that the text does not?",
);
const ALSO: Text = text("ceux-ci aussi", "these too");

impl Check for ColouredWords {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, _mark: Element<'p>, cx: &mut Context<'p>) {
        cx.leave_open(&[WORDS]);
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if attr.name() != "style" {
            if e.is_html() {
                cx.leave_open(&[WORDS, PROPERTY]);
            }
            return;
        }
        // `color`, `background`, `border`, `outline` and what ends in `-color`.
        let coloured = declarations(attr.value()).any(|d| {
            let name = d.name.to_ascii_lowercase();
            ["color", "background", "border", "outline"]
                .iter()
                .any(|word| name.contains(word))
                || name == "all"
        });
        if !coloured {
            return;
        }
        cx.leave_open(&[WORDS, PROPERTY]);
        let semantics = cx.semantics();
        let Some(colour) = semantics.style(e).written(Property::Color) else {
            return;
        };
        if is_among_words(e) && semantics.is_rendered(e) {
            let what = colour.value.to_ascii_lowercase();
            if let Some(draft) = cx.review_together(e, &COLOURED, &what, &ALSO) {
                draft.arg("colour", colour.value).tests(&[WORDS]);
            }
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let sheets = cx.semantics().sheets();
        // Icons and pictures put a colour somewhere too, without its name.
        if sheets.any() {
            cx.leave_open(&[WORDS, PROPERTY]);
        }
    }
}

/// Whether it is a phrase of words with other words beside it.
fn is_among_words(e: Element<'_>) -> bool {
    let has_words = |node: NodeRef<'_>| match node {
        NodeRef::Text(t) => t.text().contains(char::is_alphanumeric),
        NodeRef::Element(e) => !e.text_is_blank(),
        _ => false,
    };
    let phrase = ["b", "em", "font", "i", "small", "span", "strong", "u"];
    e.is_any(&phrase)
        && e.children().any(has_words)
        && (e.prev_sibling().is_some_and(has_words) || e.next_sibling().is_some_and(has_words))
}
