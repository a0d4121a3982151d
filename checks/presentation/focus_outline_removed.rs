//! RGAA 10.7.1: the focus shows (WCAG F78; ACT oj04fd).
//!
//! A failure is an outline that the element's own `style` removes, where no style sheet can draw another mark (none is linked, and none in the page
//! speaks of `:focus`) and no script runs; a question elsewhere, and for fields where the caret still shows. Decides: without style sheets, an element
//! whose `style` leaves it as it is keeps the browser's own mark, and passes; nothing that the Tab key reaches, nothing to judge. Style sheets
//! and frames leave it open: who draws a mark of one's own must be seen to draw it well enough.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Property, declarations};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FocusOutlineRemoved;

struct FocusOutlineRemoved;

const FOCUS: &[TestId] = &[test(10, 7, 1)];

static META: Meta = Meta {
    id: "focus-outline-removed",
    category: Category::Accessibility,
    title: text("Focus rendu invisible", "Focus made invisible"),
    why: text(
        "Sans contour, qui navigue au clavier ne voit pas où il en est dans la page.",
        "Without an outline, people who use the keyboard do not see where they are in the page.",
    ),
    fix: text(
        "Retirer cette déclaration outline, ou dessiner une marque bien visible dans une règle :focus-visible.",
        "Remove this outline declaration, or draw a clearly visible mark in a :focus-visible rule.",
    ),
    proofs: &[Proof::decides(FOCUS)],
    act: &["oj04fd"],
    interest: &[
        Interest::Elements(&[
            "a", "area", "audio", "button", "embed", "frame", "iframe", "input", "object",
            "select", "summary", "textarea", "video",
        ]),
        Interest::Attributes(&["contenteditable", "tabindex"]),
    ],
    fail: &["<a href=/ style='outline: none'>Accueil</a>"],
    review: &["<link rel=stylesheet href=a.css><a href=/ style='outline: none'>Accueil</a>"],
    pass: &["<a href=/>Accueil</a>"],
    na: &["<a href=/ tabindex=-1>Accueil</a>"],
    ..Meta::NEW
};

const REMOVED: Text = text(
    "« {declaration} » retire le contour qui montre le focus de ce <{tag}>",
    "\"{declaration}\" removes the outline that shows the focus of this <{tag}>",
);
const MAYBE: Text = text(
    "« {declaration} » retire le contour de ce <{tag}> : une autre marque montre-t-elle son focus ?",
    "\"{declaration}\" removes the outline of this <{tag}>: does another mark show its focus?",
);
const ALSO: Text = text("ici aussi", "here too");

/// Elements that [`FocusOutlineRemoved::element`] is shown.
const BY_NATURE: &[&str] = &[
    "a", "area", "audio", "button", "embed", "frame", "iframe", "input", "object", "select",
    "summary", "textarea", "video",
];

impl Check for FocusOutlineRemoved {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if e.is_any(&["embed", "frame", "iframe", "object"]) {
            return cx.leave_open(FOCUS);
        }
        look_at(e, cx);
    }

    fn attribute<'p>(&self, e: Element<'p>, _attr: Attr<'p>, cx: &mut Context<'p>) {
        if !BY_NATURE.contains(&e.name()) {
            look_at(e, cx);
        }
    }
}

fn look_at<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let sheets = semantics.sheets();
    if !semantics.is_tabbable(e) {
        // A style sheet may show what it hides.
        if sheets.any() && !semantics.is_rendered(e) {
            cx.leave_open(FOCUS);
        }
        return;
    }
    let style = semantics.style(e);
    let removal = style
        .written(Property::Outline)
        .filter(|d| removes(d.value));
    let Some((removal, attr)) = removal.zip(e.attribute("style")) else {
        let drawn = e.has_attr("style")
            && (style.written(Property::Outline).is_some()
                || style.written(Property::Effects).is_some());
        return if sheets.any() || drawn {
            cx.leave_open(FOCUS);
        } else {
            cx.pass_on(FOCUS);
        };
    };
    let alone = declarations(attr.value())
        .filter(|d| Property::Outline.is_set_by(d))
        .count()
        == 1;
    let sure =
        alone && !sheets.may_contain(":focus") && !semantics.has_active_script() && !has_caret(e);
    let draft = if sure {
        cx.fail_together((e, attr), &REMOVED, e.name(), &ALSO)
    } else {
        cx.review_together((e, attr), &MAYBE, e.name(), &ALSO)
    };
    if let Some(draft) = draft {
        draft
            .arg("declaration", &attr.value()[removal.range])
            .arg("tag", e.name());
    }
}

/// Whether a value of `outline` or of its longhands leaves nothing to see.
fn removes(value: &str) -> bool {
    value.split_ascii_whitespace().any(|word| {
        ["none", "0", "0px", "hidden", "transparent"]
            .iter()
            .any(|nothing| word.eq_ignore_ascii_case(nothing))
    })
}

/// Whether a blinking caret shows where one is.
fn has_caret(e: Element<'_>) -> bool {
    const NO_CARET: [&str; 9] = [
        "button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit",
    ];
    e.is("textarea")
        || e.has_attr("contenteditable")
        || e.is("input") && !NO_CARET.iter().any(|kind| e.attr_is("type", kind))
}
