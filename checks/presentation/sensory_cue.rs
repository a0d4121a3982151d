//! RGAA 3.1.2, 10.9.1 and 10.10.1 (ACT 9bd38c): text that points at something by its colour, its shape or its place alone.
//!
//! Hints only: whether the text says it otherwise too («le bouton vert Envoyer»), a person reads. A question for the very words, one per wording and page. What
//! comes before or after in the order of reading («ci-dessous») is known to all and not asked about.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, Text as TextNode};
use crate::rgaa::{TestId, test};
use crate::spec::sensory::{self, Sense};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SensoryCue;

struct SensoryCue;

const COLOUR: &[TestId] = &[test(3, 1, 2)];
const SHAPE: &[TestId] = &[test(10, 9, 1), test(10, 10, 1)];

static META: Meta = Meta {
    id: "sensory-cue",
    level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Repère par la couleur, la forme ou la position",
        "Pointer by colour, shape or position",
    ),
    why: text(
        "« Le bouton rouge à droite » ne dit rien aux personnes aveugles, et change de place sur un téléphone.",
        "\"The red button on the right\" says nothing to blind people, and is elsewhere on a phone.",
    ),
    fix: text(
        "Nommer la chose par son texte : le bouton « Envoyer », la rubrique « Tarifs ».",
        "Name the thing by its text: the \"Send\" button, the \"Prices\" section.",
    ),
    proofs: &[Proof::hints(COLOUR), Proof::hints(SHAPE)],
    act: &["9bd38c"],
    interest: &[Interest::Text],
    review: &[
        "<p>Les champs en rouge sont obligatoires.</p>",
        "<p>Utilisez le menu à gauche.</p>",
    ],
    na: &["<p>Tournez à droite après la mairie.</p>"],
    ..Meta::NEW
};

const BY_COLOUR: Text = text(
    "« {words} » : est-ce dit autrement que par la couleur ?",
    "\"{words}\": is it told otherwise than by colour?",
);
const BY_SHAPE: Text = text(
    "« {words} » : est-ce dit autrement que par la forme ?",
    "\"{words}\": is it told otherwise than by shape?",
);
const BY_POSITION: Text = text(
    "« {words} » : est-ce dit autrement que par la position ?",
    "\"{words}\": is it told otherwise than by position?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for SensoryCue {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, node: TextNode<'p>, cx: &mut Context<'p>) {
        let text = node.text();
        if node.parent().is_some_and(is_code) {
            return;
        }
        let mut from = 0;
        while let Some((sense, range)) = sensory::find(text, from) {
            from = range.end;
            if !is_read(node, cx) {
                return;
            }
            let (question, tests) = match sense {
                Sense::Colour => (&BY_COLOUR, COLOUR),
                Sense::Shape => (&BY_SHAPE, SHAPE),
                Sense::Position => (&BY_POSITION, SHAPE),
            };
            let words = text[range.clone()].to_lowercase();
            if let Some(draft) = cx.review_together((node, range), question, &words, &ALSO) {
                draft.arg("words", &words).tests(tests);
            }
        }
    }
}

/// Whether the text is shown, as text and not as code.
fn is_read<'p>(node: TextNode<'p>, cx: &Context<'p>) -> bool {
    node.parent()
        .is_some_and(|p| cx.semantics().is_rendered(p) && !p.ancestors().any(is_code))
}

fn is_code(e: Element<'_>) -> bool {
    e.is_any(&["code", "pre", "samp", "textarea"])
}
