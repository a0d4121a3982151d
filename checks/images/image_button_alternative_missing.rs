//! RGAA 1.1.3: each `input type=image` has a text alternative.
//!
//! Decides the test: such a field is a button, never decoration, and the test asks for no judgement but the presence of a text in
//! `aria-labelledby`, `aria-label`, `alt` or `title` (methodology; glossary «Alternative textuelle (image)»). A `label` element is not in
//! that list though assistive technologies may read it: a question. Buttons kept from assistive technologies are left open.
//!
//! What fails breaks HTML too, which asks for an `alt` that is not empty (4.10.5.1.19): `attribute-required` leaves it.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::{NameSource, Semantics};
use crate::text::{Text, text};

use super::subject::{self, Kind, Reach};

pub static CHECK: &dyn Check = &ImageButtonAlternativeMissing;

struct ImageButtonAlternativeMissing;

const BUTTON: TestId = test(1, 1, 3);

static META: Meta = Meta {
    id: "image-button-alternative-missing",
    category: Category::Accessibility,
    html_error: true,
    title: text(
        "Bouton image sans alternative",
        "Image button without an alternative",
    ),
    why: text(
        "Sans alternative, un lecteur d’écran n’annonce que « bouton » ou un nom de fichier : impossible de savoir ce qu’il fait.",
        "Without an alternative, a screen reader announces nothing but \"button\" or a file name: nobody knows what it does.",
    ),
    fix: text(
        "Dire dans l’attribut alt ce que fait le bouton : alt=\"Rechercher\".",
        "Say in the alt attribute what the button does: alt=\"Search\".",
    ),
    proofs: &[Proof::decides(&[BUTTON])],
    act: &["59796f"],
    interest: &[Interest::Elements(&["input"])],
    fail: &[
        "<form><input type=image src=loupe.png></form>",
        "<form><input type=IMAGE src=loupe.png alt=''></form>",
    ],
    review: &["<form><label>Rechercher <input type=image src=loupe.png></label></form>"],
    pass: &[
        "<form><input type=image src=loupe.png alt=Rechercher></form>",
        "<form><input type=image src=loupe.png title=Rechercher></form>",
    ],
    na: &["<form><input type=submit></form>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "ce bouton image n’a pas d’alternative : rien ne dit ce qu’il fait",
    "this image button has no alternative: nothing says what it does",
);
const LABEL: Text = text(
    "ce bouton image n’est nommé que par son étiquette <label> : les aides techniques la restituent-elles ? alt est plus sûr",
    "this image button is named by its <label> only: do assistive technologies give it? alt is safer",
);

impl Check for ImageButtonAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, input: Element<'p>, cx: &mut Context<'p>) {
        if subject::kind(input) != Some(Kind::Button) {
            return;
        }
        let semantics = cx.semantics();
        match subject::source(input, semantics) {
            NameSource::None => {}
            NameSource::GivenUp => return cx.leave_open(&[BUTTON]),
            _ => return cx.pass(),
        }
        if is_labelled(input, semantics) {
            cx.review(input, &LABEL);
        } else if subject::reach(input, semantics) == Reach::AriaHidden {
            cx.leave_open(&[BUTTON]);
        } else {
            cx.fail_if_rendered(input, input, &MISSING);
        }
    }
}

fn is_labelled<'p>(input: Element<'p>, semantics: &Semantics<'p>) -> bool {
    semantics
        .labels(input)
        .any(|label| semantics.says_something(label))
}

/// Whether this check fails the field, for want of `alt`.
pub fn fails<'p>(input: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    subject::kind(input) == Some(Kind::Button)
        && subject::source(input, semantics) == NameSource::None
        && !is_labelled(input, semantics)
        && semantics.is_rendered(input)
        && subject::reach(input, semantics) != Reach::AriaHidden
}
