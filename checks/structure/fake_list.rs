//! RGAA 9.3.1 and 9.3.2: what is grouped visually as a list is tagged as one.
//!
//! The glossary («Listes», note 3) names the visual markers: `-`, `•`, `*`, a number, a letter. Lines, parted by `br` or each in a
//! paragraph, that begin with markers and stand outside any `li` of their own.
//! - Three lines or more with a glyph that is nothing but a bullet, or with the `-*` of a wiki: refutes 9.3.1.
//! - Three lines or more numbered from the first, parted by `br`: refutes 9.3.2. In paragraphs they may be the articles of a law: a question.
//! - Dashes may be a dialogue, arrows and squares a legend: questions. So are two lines.
//!
//! Lines that begin with `* ` are the business of `leaked-markdown`. Code, fields and what has roles of a list are left alone.

use super::markers::{Marker, marker};
use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, NodeId, NodeRef, Text as TextNode};
use crate::rgaa::{TestId, test};
use crate::spec::elements::is_block;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FakeList;

struct FakeList;

const UNORDERED: TestId = test(9, 3, 1);
const ORDERED: TestId = test(9, 3, 2);

static META: Meta = Meta {
    id: "fake-list",
    level: Level::Error,
    review_level: Level::Note,
    title: text("Liste sans balises de liste", "List without list tags"),
    why: text(
        "Sans balises de liste, les lecteurs d’écran n’annoncent ni le nombre d’éléments ni le passage de l’un à l’autre.",
        "Without list tags, screen readers tell neither how many items there are nor when one ends and the next begins.",
    ),
    fix: text(
        "Mettre les lignes dans des <li> d’un <ul> ou d’un <ol>, et retirer les puces ou les numéros tapés.",
        "Put the lines in <li> of a <ul> or <ol>, and remove the typed bullets or numbers.",
    ),
    proofs: &[Proof::refutes(&[UNORDERED]), Proof::refutes(&[ORDERED])],
    interest: &[Interest::Text, Interest::Page],
    fail: &[
        "<p>• Passeport<br>• Photo<br>• Justificatif de domicile</p>",
        "<p>-* Passeport</p><p>-* Photo</p><p>-* Justificatif</p>",
        "<p>1. Remplir<br>2. Signer<br>3. Envoyer</p>",
    ],
    review: &[
        "<p>- Passeport<br>- Photo<br>- Justificatif</p>",
        "<p>1. Remplir</p><p>2. Signer</p><p>3. Envoyer</p>",
        "<p>• Passeport<br>• Photo</p>",
    ],
    na: &[
        "<ul><li>• Passeport</li><li>• Photo</li><li>• Justificatif</li></ul>",
        "<p>Lundi • mardi • mercredi</p>",
        "<pre>- a\n- b\n- c</pre>",
    ],
    ..Meta::NEW
};

const BULLETS: Text = text(
    "ces {count} lignes commencent par « {marker} », comme une liste, mais ne sont pas dans des balises <ul> et <li>",
    "these {count} lines begin with \"{marker}\", like a list, but are not in <ul> and <li> tags",
);
const NUMBERS: Text = text(
    "ces {count} lignes sont numérotées à partir de « {marker} », comme une liste, mais ne sont pas dans des balises <ol> et <li>",
    "these {count} lines are numbered from \"{marker}\", like a list, but are not in <ol> and <li> tags",
);
const MAYBE_BULLETS: Text = text(
    "ces {count} lignes commencent par « {marker} » : est-ce une liste, à mettre dans des balises <ul> et <li> ?",
    "these {count} lines begin with \"{marker}\": is this a list, which belongs in <ul> and <li> tags?",
);
const MAYBE_DIALOGUE: Text = text(
    "ces {count} lignes commencent par « {marker} » : est-ce une liste, à mettre dans des balises <ul> et <li>, ou un dialogue ?",
    "these {count} lines begin with \"{marker}\": is this a list, which belongs in <ul> and <li> tags, or a dialogue?",
);
const MAYBE_NUMBERS: Text = text(
    "ces {count} lignes sont numérotées à partir de « {marker} » : est-ce une liste, à mettre dans des balises <ol> et <li> ?",
    "these {count} lines are numbered from \"{marker}\": is this a list, which belongs in <ol> and <li> tags?",
);
const LINE: Text = text("une autre ligne", "another line");

/// Where text is as it is.
const VERBATIM: [&str; 11] = [
    "pre", "code", "samp", "kbd", "tt", "textarea", "select", "button", "math", "listing", "xmp",
];

/// Other lines shown with a finding.
const SHOWN: usize = 10;

/// A line that begins with a marker.
struct Line {
    text: NodeId,
    at: std::ops::Range<usize>,
    marker: Marker,
    /// The block it is in.
    block: NodeId,
    /// It is the first line of its block.
    first: bool,
}

#[derive(Default)]
struct Lines(Vec<Line>);

impl Check for FakeList {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn text<'p>(&self, text: TextNode<'p>, cx: &mut Context<'p>) {
        let Some((at, marker)) = marker(text.text()) else {
            return;
        };
        if let Some((block, first)) = line_start(text) {
            cx.memory::<Lines>().0.push(Line {
                text: text.id(),
                at,
                marker,
                block: block.id(),
                first,
            });
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let lines = std::mem::take(cx.memory::<Lines>()).0;
        let mut rest = lines.as_slice();
        while let [first, more @ ..] = rest {
            let mut length = 1;
            let mut last = first;
            for line in more {
                if !last.marker.goes_on(line.marker) || !follow(last, line, cx) {
                    break;
                }
                (last, length) = (line, length + 1);
            }
            let (list, after) = rest.split_at(length);
            judge(list, cx);
            rest = after;
        }
    }
}

/// The block that a text begins a line of, and whether it is the first line; `None` inside a line.
fn line_start(text: TextNode<'_>) -> Option<(Element<'_>, bool)> {
    let mut before = text.prev_sibling();
    let mut parent = text.parent()?;
    let first = loop {
        if parent.is_any(&VERBATIM) {
            return None;
        }
        match before {
            None if is_line_box(parent) => break true,
            None => {
                before = parent.prev_sibling();
                parent = parent.parent()?;
            }
            Some(NodeRef::Text(t)) if t.text().trim().is_empty() => before = t.prev_sibling(),
            Some(NodeRef::Element(e)) if e.is("br") || is_line_box(e) => break false,
            Some(NodeRef::Element(e))
                if e.child_elements().next().is_none()
                    && e.text_is_blank()
                    && !e.is_any(&["img", "input", "svg"]) =>
            {
                before = e.prev_sibling();
            }
            Some(_) => return None,
        }
    };
    let block = std::iter::once(parent)
        .chain(parent.ancestors())
        .find(|e| is_line_box(*e))?;
    Some((block, first))
}

fn is_line_box(element: Element<'_>) -> bool {
    element.is_html() && is_block(element.name())
}

/// Whether a line comes after another as the next item of a list would: in the same block, or in a block like it just after.
fn follow(last: &Line, next: &Line, cx: &Context<'_>) -> bool {
    let doc = cx.doc();
    if last.block == next.block {
        // Nothing but lines in between.
        return (last.text..next.text).all(|id| doc.element(id).is_none_or(|e| !is_line_box(e)));
    }
    let (Some(one), Some(two)) = (doc.element(last.block), doc.element(next.block)) else {
        return false;
    };
    let before = std::iter::successors(two.prev_element(), |e| e.prev_element())
        .find(|e| !e.text_is_blank() || e.child_elements().next().is_some());
    next.first && one.name() == two.name() && one.is_any(&["p", "div"]) && before == Some(one)
}

fn judge<'p>(list: &[Line], cx: &mut Context<'p>) {
    let doc = cx.doc();
    let [first, second, ..] = list else { return };
    let (Some(block), NodeRef::Text(text)) = (doc.element(first.block), doc.node(first.text))
    else {
        return;
    };
    if is_meant_so(block, cx) {
        return;
    }
    let long = list.len() >= 3;
    let in_one_block = first.block == second.block;
    let (certain, message, test) = match first.marker {
        Marker::Bullet(_) if long => (true, &BULLETS, UNORDERED),
        Marker::Rank(rank) if long && rank.value == 1 && in_one_block => (true, &NUMBERS, ORDERED),
        Marker::Bullet(_) => (false, &MAYBE_BULLETS, UNORDERED),
        Marker::Rank(rank) if long || rank.value == 1 => (false, &MAYBE_NUMBERS, ORDERED),
        Marker::Sign(_) if long => (false, &MAYBE_BULLETS, UNORDERED),
        Marker::Dash(_) if long => (false, &MAYBE_DIALOGUE, UNORDERED),
        Marker::Rank(_) | Marker::Sign(_) | Marker::Dash(_) => return,
    };
    let typed = &text.text()[first.at.clone()];
    let target = (text, first.at.clone());
    let mut finding = match certain {
        true => cx.fail(target, message),
        false => cx.review(target, message),
    }
    .arg("count", list.len())
    .arg("marker", typed)
    .tests(&[test]);
    for line in list.iter().skip(1).take(SHOWN) {
        if let NodeRef::Text(text) = doc.node(line.text) {
            finding = finding.related(text.source_span(line.at.clone()), &LINE);
        }
    }
}

/// Whether the lines are code, a field, not shown, or tagged as a list by roles.
fn is_meant_so<'p>(block: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    !semantics.is_exposed(block)
        || block.is_any(&VERBATIM)
        || block.closest(&VERBATIM).is_some()
        || semantics.explicit_role(block) == Some("listitem")
        || block
            .parent()
            .is_some_and(|p| semantics.explicit_role(p) == Some("list"))
}
