//! An element of SVG that does not exist, or is where it may not be; text where none may be (SVG 1.1, content model of each element; SVG 2,
//! 16.2 for links).
//!
//! Browsers draw nothing of it. Drawings are not among what the five families of RGAA 8.2.1 were written for, and what is drawn is judged as an
//! image: no proof. Nothing is said inside what is wrong already.

use super::foreign;
use super::looked::{fail_unknown, meant};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Element, Namespace, NodeId, NodeRef};
use crate::spec::svg::{self, Known};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SvgElementMisplaced;

struct SvgElementMisplaced;

static META: Meta = Meta {
    id: "svg-element-misplaced",
    category: Category::Conformance,
    title: text(
        "Élément SVG inconnu ou mal placé",
        "Unknown or misplaced SVG element",
    ),
    why: text(
        "Les navigateurs ne dessinent pas un élément qu’ils ne connaissent pas, ou qui n’est pas à sa place : il manque à l’image.",
        "Browsers do not draw an element that they do not know, or that is not in its place: the image lacks it.",
    ),
    fix: text(
        "Corriger le nom, déplacer l’élément, ou le retirer (les logiciels de dessin en laissent : exporter en « SVG simple »).",
        "Mend the name, move the element, or remove it (drawing programs leave some: export as \"plain SVG\").",
    ),
    interest: &[Interest::Elements(&["svg"])],
    fail: &[
        "<svg><cirle r=4></cirle></svg>",
        "<svg><stop offset=0></stop></svg>",
        "<svg>Plan</svg>",
        "<svg><a href=/><a href=/></a></a></svg>",
    ],
    pass: &["<svg><g><path d='M0 0'/></g><text>A<tspan>B</tspan></text></svg>"],
    na: &["<p>Plan</p>"],
    ..Meta::NEW
};

const UNKNOWN: Text = text(
    "SVG n’a pas d’élément <{tag}>",
    "SVG has no element <{tag}>",
);
const DID_YOU_MEAN: Text = text(
    "SVG n’a pas d’élément <{tag}> ; serait-ce <{near}> ?",
    "SVG has no element <{tag}>; is it <{near}>?",
);
const MISPLACED: Text = text(
    "<{tag}> ne peut pas se trouver directement dans <{parent}>",
    "<{tag}> may not be directly inside <{parent}>",
);
const LINK_IN_LINK: Text = text(
    "un lien ne peut pas se trouver dans un autre lien",
    "a link may not be inside another link",
);
const ORDER: Text = text(
    "<{tag}> n’est pas à son rang dans <{parent}> : feFuncR, feFuncG, feFuncB, feFuncA, chacun une fois au plus",
    "<{tag}> is not in its rank inside <{parent}>: feFuncR, feFuncG, feFuncB, feFuncA, each once at most",
);
const TEXT: Text = text(
    "du texte ne peut pas se trouver directement dans <{parent}> : il n’est pas dessiné hors de <text>",
    "text may not be directly inside <{parent}>: it is not drawn outside of <text>",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for SvgElementMisplaced {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, root: Element<'p>, cx: &mut Context<'p>) {
        if !foreign::is_drawing(root) {
            return;
        }
        let mut skipped = NodeId::default();
        for e in foreign::elements(root) {
            if e.id() < skipped {
                continue;
            }
            let known = svg::element(e.name());
            if e != root && !judge(e, known, cx) {
                skipped = e.subtree_end();
                continue;
            }
            cx.pass();
            if known.is_some_and(|known| !known.admits_text()) {
                refuse_text(e, cx);
            }
        }
    }
}

/// Whether the element is where it may be.
fn judge<'p>(e: Element<'p>, known: Option<Known>, cx: &mut Context<'p>) -> bool {
    let tag = e.name();
    let Some(known) = known else {
        let near = meant(tag, svg::names, cx);
        let draft = fail_unknown(e, (tag, near), (&DID_YOU_MEAN, &UNKNOWN), &ALSO, cx);
        if let Some(draft) = draft {
            draft.arg("tag", tag);
        }
        return false;
    };
    let Some(parent) = e.parent() else {
        return true;
    };
    let around = svg::element(parent.name());
    if around.is_none_or(|around| around.admits(known) || may_hold(parent, known)) {
        if tag == "a"
            && e.ancestors()
                .any(|a| a.name() == "a" && a.namespace() == Namespace::Svg)
        {
            cx.fail_together(e, &LINK_IN_LINK, "", &ALSO);
            return false;
        }
        if parent.name() == "feComponentTransfer" && !is_in_order(e, parent) {
            let draft = cx.fail_together(e, &ORDER, tag, &ALSO);
            if let Some(draft) = draft {
                draft.arg("tag", tag).arg("parent", parent.name());
            }
            return false;
        }
        return true;
    }
    let what = format!("{tag} {}", parent.name());
    if let Some(draft) = cx.fail_together(e, &MISPLACED, &what, &ALSO) {
        draft.arg("tag", tag).arg("parent", parent.name());
    }
    false
}

/// A link holds what the element around it may (SVG 2, 16.2: transparent).
fn may_hold(parent: Element<'_>, child: Known) -> bool {
    parent.name() == "a"
        && parent
            .ancestors()
            .find(|a| a.name() != "a")
            .and_then(|around| svg::element(around.name()))
            .is_some_and(|around| around.admits(child))
}

fn is_in_order(e: Element<'_>, parent: Element<'_>) -> bool {
    let rank = |e: Element<'_>| {
        let name = e.name().strip_prefix("feFunc");
        name.and_then(|channel| "RGBA".find(channel)).unwrap_or(4)
    };
    let before = parent.child_elements().take_while(|c| *c != e);
    rank(e) == 4 || before.take(8).all(|c| rank(c) < rank(e))
}

fn refuse_text<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    let stray = e.children().find_map(|child| match child {
        NodeRef::Text(text) if !text.text().trim_ascii().is_empty() => Some(text),
        _ => None,
    });
    if let Some(stray) = stray
        && let Some(draft) = cx.fail_together(stray, &TEXT, e.name(), &ALSO)
    {
        draft.arg("parent", e.name());
    }
}
