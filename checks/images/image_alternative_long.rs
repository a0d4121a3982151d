//! RGAA 1.3.9: the alternative of an image is short and concise.
//!
//! Hints: the glossary («Alternative courte et concise») strongly recommends 80 characters at most and does not demand it, so length alone is never
//! a failure. Inapplicable where no image has an alternative.

use crate::check::{Category, Check, Context, Interest, Meta, Proof, Target};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

use super::subject::{self, Kind};
use super::wording;

pub static CHECK: &dyn Check = &ImageAlternativeLong;

struct ImageAlternativeLong;

/// In scalar values.
const LONG: usize = 80;

static META: Meta = Meta {
    id: "image-alternative-long",
    category: Category::Accessibility,
    title: text("Alternative d’image longue", "Long image alternative"),
    why: text(
        "Une alternative se lit d’une traite : on ne peut ni y revenir mot à mot avec toutes les aides techniques, ni la parcourir.",
        "An alternative is read in one go: not all assistive technologies let people go through it word by word.",
    ),
    fix: text(
        "Garder l’essentiel en 80 caractères, et mettre le reste dans le texte de la page ou une description détaillée.",
        "Keep the essential in 80 characters, and put the rest in the text of the page or in a long description.",
    ),
    proofs: &[Proof::hints(&[test(1, 3, 9)]).inapplicable_without_targets()],
    interest: &[
        Interest::Elements(subject::ELEMENTS),
        Interest::Attributes(&["role"]),
    ],
    review: &[
        "<p><img src=a.png alt='Graphique des inscriptions à la piscine de 2010 à 2024, en hausse de 12 % par an depuis 2018'></p>",
    ],
    pass: &["<p><img src=a.png alt='Inscriptions à la piscine, en hausse depuis 2018'></p>"],
    na: &["<p><img src=a.png alt=''></p>", "<p>Sans image</p>"],
    ..Meta::NEW
};

const TOO_LONG: Text = text(
    "cette alternative fait {count} caractères : peut-elle être plus courte ?",
    "this alternative is {count} characters long: can it be shorter?",
);

const ALSO: Text = text("ici aussi", "here too");

impl Check for ImageAlternativeLong {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, image: Element<'p>, cx: &mut Context<'p>) {
        if let Some(kind) = subject::kind(image) {
            judge(image, kind, cx);
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        if subject::is_image_by_role(e, cx.semantics()) {
            judge(e, Kind::RoleImg, cx);
        }
    }
}

fn judge<'p>(image: Element<'p>, kind: Kind, cx: &mut Context<'p>) {
    if subject::is_decorative(image, cx) {
        return;
    }
    // Text elsewhere in the page is no alternative that could be shorter.
    let Some((holder, attr, words)) = wording::sources(image, kind).next() else {
        if image.has_attr("aria-labelledby") {
            cx.pass();
        }
        return;
    };
    let count = match words.len() {
        0..=LONG => 0,
        _ => words.trim().chars().count(),
    };
    if count <= LONG {
        return cx.pass();
    }
    let target = match attr {
        Some(attr) => Target::from((holder, attr)),
        None => holder.into(),
    };
    if let Some(draft) = cx.review_together(target, &TOO_LONG, words, &ALSO) {
        draft.arg("count", count);
    }
}
