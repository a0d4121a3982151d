//! RGAA 6.1.4: a link inside an `svg` whose name comes from nothing but `title` or an attribute.
//!
//! Glossary «Lien SVG»: screen readers support unevenly what names such links, and only `text` elements can be relied on. Whether the
//! readers of the audit's reference say the name is for a person to try; hence a question. A link that nothing names is `link-empty`'s.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, Namespace};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SvgLinkWithoutText;

struct SvgLinkWithoutText;

static META: Meta = Meta {
    id: "svg-link-without-text",
    title: text(
        "Lien SVG sans élément text",
        "SVG link without a text element",
    ),
    why: text(
        "Plusieurs lecteurs d’écran ne lisent pas le nom d’un lien SVG quand il vient de title ou d’aria-label.",
        "Several screen readers do not read the name of an SVG link when it comes from title or aria-label.",
    ),
    fix: text(
        "Écrire l’intitulé dans un élément <text> du lien, ou placer le lien HTML autour de l’image.",
        "Write the name in a <text> element of the link, or put an HTML link around the image.",
    ),
    proofs: &[Proof::hints(&[test(6, 1, 4)]).inapplicable_without_targets()],
    interest: &[Interest::Elements(&["a"])],
    review: &["<svg><a href=/nord><title>Nord</title><path d='M0 0'/></a></svg>"],
    pass: &["<svg><a href=/nord><text>Nord</text></a></svg>"],
    na: &["<a href=/nord><svg><text>Nord</text></svg></a>"],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "le nom de ce lien SVG, « {name} », n’est dans aucun élément <text> : les lecteurs d’écran le disent-ils ?",
    "the name of this SVG link, \"{name}\", is in no <text> element: do screen readers say it?",
);

impl Check for SvgLinkWithoutText {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, link: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if link.namespace() != Namespace::Svg || semantics.role(link) != Some("link") {
            return;
        }
        let name = semantics.name(link);
        if name.is_blank() {
            return cx.leave_open(&[test(6, 1, 4)]);
        }
        if link
            .descendants()
            .any(|e| e.name() == "text" && !e.text_is_blank())
        {
            cx.pass();
        } else {
            cx.review(link, &QUESTION).arg("name", &name.text);
        }
    }
}
