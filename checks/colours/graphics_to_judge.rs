//! RGAA 3.1.3, 3.3.2 and 3.3.3: the images whose colours a person must look at, and the proof that there are none.
//!
//! Hints, and inapplicable without targets: no image element, no information in the colours of an image (3.1.3); no image element
//! and nothing that CSS could draw, no graphics (3.3.2, 3.3.3). One question per kind and page, `off` by default: it says nothing that the
//! page's author does not know, and serves an auditor.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::checks::images::subject;
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &GraphicsToJudge;

struct GraphicsToJudge;

const ALL: &[TestId] = &[test(3, 1, 3), GRAPHICS[0], GRAPHICS[1]];
const GRAPHICS: &[TestId] = &[test(3, 3, 2), test(3, 3, 3)];

static META: Meta = Meta {
    id: "graphics-to-judge",
    level: Level::Off,
    review_level: Level::Off,
    category: Category::Accessibility,
    title: text(
        "Couleurs des images à examiner",
        "Colours of images to look at",
    ),
    why: text(
        "Une courbe, une légende ou un pictogramme que seule sa couleur distingue, ou trop pâle, ne dit rien à qui perçoit mal les couleurs.",
        "A curve, a key or a pictogram told by its colour alone, or too pale, says nothing to people who see colours badly.",
    ),
    fix: text(
        "Doubler la couleur d’un texte ou d’une forme, et tenir un contraste de 3:1 entre couleurs qui se touchent.",
        "Back the colour up with text or a shape, and keep a contrast of 3:1 between colours that touch.",
    ),
    proofs: &[Proof::hints(ALL).inapplicable_without_targets()],
    interest: &[
        Interest::Elements(&[
            "img", "area", "input", "object", "embed", "svg", "canvas", "iframe", "frame", "video",
            "picture",
        ]),
        Interest::Attributes(&["role", "style", "background"]),
        Interest::Page,
    ],
    review: &["<p><img src=courbe.png alt='Population'></p>"],
    pass: &["<link rel=stylesheet href=a.css><p>Sans image</p>"],
    na: &["<p>Sans image</p>"],
    ..Meta::NEW
};

const LOOK: Text = text(
    "images <{tag}> dont regarder les couleurs, celle-ci d’abord : une information tient-elle à la couleur, les contrastes sont-ils de 3:1 ?",
    "<{tag}> images whose colours to look at, this one first: is anything told by colour, are contrasts 3:1?",
);

impl Check for GraphicsToJudge {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        match subject::kind(e) {
            Some(kind) => ask(e, kind as u8, cx),
            None if e.is_html() && !e.is_any(&["input", "area"]) => cx.leave_open(ALL),
            None => {}
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        match attr.name() {
            "role" if subject::is_image_by_role(e, cx.semantics()) => ask(e, 15, cx),
            "style" if attr.value().contains('(') => cx.leave_open(GRAPHICS),
            "background" => cx.leave_open(GRAPHICS),
            _ => {}
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        // A gradient, an image, a letter of an icon font, a border that draws.
        if cx.semantics().sheets().any() {
            cx.leave_open(GRAPHICS);
        }
    }
}

/// Once a kind and page.
fn ask<'p>(e: Element<'p>, kind: u8, cx: &mut Context<'p>) {
    let seen = cx.memory::<u16>();
    let bit = 1 << kind;
    if *seen & bit == 0 {
        *seen |= bit;
        cx.review(e, &LOOK).arg("tag", e.name());
    }
}
