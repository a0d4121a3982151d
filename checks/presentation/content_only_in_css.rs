//! RGAA 10.2.1: visible information remains without styles (WCAG F3, F87).
//!
//! A failure is a link or a button with nothing inside, drawn by a background image of its own `style`: without CSS nothing of it remains (RGAA glossary
//! «Lien», note 4). A background image on another empty element is a question. Decides: no style sheet, or none that has an address or
//! generated content, and no `style` that shows an image: all that is shown is in the page, which passes. With style sheets that are not read it is open.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Property, declarations};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ContentOnlyInCss;

struct ContentOnlyInCss;

const PRESENT: &[TestId] = &[test(10, 2, 1)];

static META: Meta = Meta {
    id: "content-only-in-css",
    category: Category::Accessibility,
    title: text(
        "Contenu présent seulement en CSS",
        "Content that is only in CSS",
    ),
    why: text(
        "Une image de fond disparaît avec les styles et n’a pas d’alternative : qui les désactive ou les remplace perd l’information.",
        "A background image goes away with the styles and has no alternative: people who turn them off or replace them lose the information.",
    ),
    fix: text(
        "Mettre l’image dans la page (<img alt=\"…\">), ou un texte dans l’élément.",
        "Put the image in the page (<img alt=\"…\">), or text in the element.",
    ),
    proofs: &[Proof::decides(PRESENT)],
    interest: &[Interest::Attributes(&["style"]), Interest::Page],
    fail: &["<button style='background: url(loupe.svg)'></button>"],
    review: &["<p style='background: url(logo.svg); height: 3em'></p>"],
    pass: &[
        "<p>Accueil</p>",
        "<style>p { margin: 0 }</style><p>Accueil</p>",
        "<link rel=stylesheet href=a.css><p>Accueil</p>",
    ],
    ..Meta::NEW
};

const NOTHING_LEFT: Text = text(
    "ce <{tag}> n’a qu’une image de fond : sans les styles, il n’en reste rien",
    "this <{tag}> only has a background image: without styles nothing of it remains",
);
const INFORMS: Text = text(
    "image de fond sur un élément vide : si elle porte une information, où est-elle écrite ?",
    "background image on an empty element: if it tells something, where is that written?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ContentOnlyInCss {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, style: Attr<'p>, cx: &mut Context<'p>) {
        let value = style.value();
        let fetches = |d: &crate::semantics::style::Declaration<'_>| {
            let value = d.value.to_ascii_lowercase();
            ["url(", "image-set(", "var(", "attr("]
                .iter()
                .any(|f| value.contains(f))
        };
        let Some(image) = declarations(value).find(fetches) else {
            return;
        };
        let semantics = cx.semantics();
        if !semantics.is_rendered(e) || !is_empty(e) || image.value.contains("var(") {
            return cx.leave_open(PRESENT);
        }
        let acts = e.is("button") || e.is("a") && e.has_attr("href");
        let background = Property::Background.is_set_by(&image);
        if acts && background && has_room(e, value) {
            cx.fail((e, style), &NOTHING_LEFT).arg("tag", e.name());
        } else {
            cx.review_together((e, style), &INFORMS, "", &ALSO);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let sheets = cx.semantics().sheets();
        let brings = ["url(", "image-set(", "content", "attr(", "src("];
        if brings.iter().any(|f| sheets.may_contain(f)) {
            cx.leave_open(PRESENT);
        } else {
            cx.pass_on(PRESENT);
        }
    }
}

/// Whether nothing is between its tags that could show.
fn is_empty(e: Element<'_>) -> bool {
    e.descendant_nodes().all(|node| match node {
        NodeRef::Text(t) => t.is_blank(),
        NodeRef::Element(e) => e.is_any(&["span", "i", "b", "div", "em", "strong"]),
        _ => true,
    })
}

/// Whether the box has a size, so that its background shows: a button by itself, a link when `style` gives it one.
fn has_room(e: Element<'_>, style: &str) -> bool {
    let has = |wanted: &dyn Fn(&crate::semantics::style::Declaration<'_>) -> bool| {
        declarations(style).any(|d| wanted(&d))
    };
    let boxed = |d: &crate::semantics::style::Declaration<'_>| {
        let shown = ["block", "inline-block", "flex", "inline-flex"];
        d.is("display") && shown.iter().any(|s| d.value.eq_ignore_ascii_case(s))
    };
    e.is("button") || has(&boxed) && has(&|d| d.is("width")) && has(&|d| d.is("height"))
}
