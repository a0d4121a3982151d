//! RGAA 1.1.5: each `svg` that informs has `role="img"` and a text alternative.
//!
//! Targets: outermost `svg` elements that draw something, but those that are all a link or a button holds (glossary «Image porteuse
//! d’information»). Failed: `role="img"` that `aria-hidden` does not take back, so never decorative (glossary «Image de décoration»), and no name
//! in `aria-labelledby`, `aria-label` or a `title` child (methodology). Text drawn in the image may stand for it (glossary «Alternative
//! textuelle (image)», note 4): left open, see `svg-name-missing`. Passed: every target has both. Other `svg` are hidden, which a person must agree with, or
//! `svg-role-missing` speaks of them.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::NameSource;
use crate::text::{Text, text};

use super::subject::{self, Company, Kind, Reach};

pub static CHECK: &dyn Check = &SvgAlternativeMissing;

struct SvgAlternativeMissing;

const INFORMS: TestId = test(1, 1, 5);

static META: Meta = Meta {
    id: "svg-alternative-missing",
    category: Category::Accessibility,
    title: text(
        "Image vectorielle sans alternative",
        "Vector image without an alternative",
    ),
    why: text(
        "role=\"img\" l’annonce comme une image qui informe ; sans nom, un lecteur d’écran dit « image » et rien d’autre.",
        "role=\"img\" announces it as an image that informs; without a name, a screen reader says \"image\" and nothing else.",
    ),
    fix: text(
        "Dire dans aria-label ce que montre l’image ; si elle n’apporte rien, remplacer role=\"img\" par aria-hidden=\"true\".",
        "Say in aria-label what the image shows; if it brings nothing, replace role=\"img\" with aria-hidden=\"true\".",
    ),
    proofs: &[Proof::decides(&[INFORMS])],
    act: &["7d6734"],
    interest: &[Interest::Elements(&["svg"])],
    fail: &["<p><svg role=img><path d=M0,0h9/></svg></p>"],
    pass: &[
        "<p><svg role=img aria-label=Soleil><path d=M0,0h9/></svg></p>",
        "<p><svg role=img><title>Soleil</title><path d=M0,0h9/></svg></p>",
    ],
    na: &[
        "<p>Sans image</p>",
        "<svg><symbol id=s><path d=M0,0h9/></symbol></svg>",
        "<a href=/><svg role=img><path d=M0,0h9/></svg></a>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "<svg role=\"img\"> n’a pas de nom : ni aria-label, ni aria-labelledby, ni <title>",
    "<svg role=\"img\"> has no name: no aria-label, no aria-labelledby, no <title>",
);
impl Check for SvgAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, svg: Element<'p>, cx: &mut Context<'p>) {
        if subject::kind(svg) != Some(Kind::Svg) || subject::is_decorative(svg, cx) {
            return;
        }
        let semantics = cx.semantics();
        if subject::company(svg, semantics) == Company::Alone {
            return;
        }
        if !subject::is_role_img(svg, semantics)
            || subject::reach(svg, semantics) == Reach::AriaHidden
        {
            return cx.leave_open(&[INFORMS]);
        }
        match subject::source(svg, semantics) {
            NameSource::None => {}
            NameSource::GivenUp => return cx.leave_open(&[INFORMS]),
            _ => return cx.pass(),
        }
        if draws_text(svg) {
            // `svg-name-missing` says it.
            cx.leave_open(&[INFORMS]);
        } else {
            cx.fail_if_rendered(svg, svg, &MISSING);
        }
    }
}

/// Whether the image draws words.
pub fn draws_text(svg: Element<'_>) -> bool {
    svg.descendants()
        .any(|e| e.name() == "text" && !e.text_is_blank())
}
