//! RGAA 3.2.1 to 3.2.4 (ACT afw4f7): text stands out enough from what is behind it.
//!
//! A failure needs everything known ([`crate::semantics::style`]): a colour and an opaque backdrop that authors wrote and no style sheet can
//! change, no image, shadow or opacity between; text that is rendered, of a control that works; no control on the page that
//! might change the contrast, no mention of a logo: with one of these it is a question. Where the size is not known, a ratio under
//! 3:1 fails one of the four tests, nobody knows which. WCAG's formula (glossary «Contraste»), thresholds of the tests: 24 px, 18.5 px bold.
//!
//! Decides: without style sheets every text is looked at, those left in the browser's own colours pass, and a size that no text has makes its test
//! inapplicable. An image, a video, a drawing or a frame may hold text of any size: all is left open. With style sheets that are not read, all is left open too.

use std::collections::HashSet;

use super::switch;
use crate::check::{Check, Context, Interest, Meta, Proof, Target};
use crate::dom::{Attr, Element, NodeId, NodeRef};
use crate::rgaa::{TestId, test};
use crate::semantics::style::{Known, Property};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &TextContrastLow;

struct TextContrastLow;

/// In the order of [`rank`].
const SIZES: [TestId; 4] = [test(3, 2, 1), test(3, 2, 2), test(3, 2, 3), test(3, 2, 4)];

static META: Meta = Meta {
    id: "text-contrast-low",
    title: text("Texte trop peu contrasté", "Text with too little contrast"),
    why: text(
        "Les personnes malvoyantes, ou devant un écran en plein soleil, ne lisent pas un texte dont la couleur est trop proche du fond.",
        "People with low vision, or with the sun on their screen, cannot read text whose colour is too close to what is behind it.",
    ),
    fix: text(
        "Foncer le texte ou éclaircir le fond : 4,5:1 au moins, 3:1 à partir de 24 px (18,5 px en gras).",
        "Darken the text or lighten the background: 4.5:1 at least, 3:1 from 24 px on (18.5 px when bold).",
    ),
    proofs: &[
        Proof::decides(&[SIZES[0]]),
        Proof::decides(&[SIZES[1]]),
        Proof::decides(&[SIZES[2]]),
        Proof::decides(&[SIZES[3]]),
        Proof::refutes(&SIZES),
    ],
    act: &["afw4f7"],
    interest: &[
        Interest::Elements(HOLD_TEXT),
        Interest::Attributes(PAINTING),
        Interest::Page,
    ],
    fail: &["<!DOCTYPE html><p style='color:#999;background:#fff'>Ouvert le lundi</p>"],
    review: &[
        "<link rel=stylesheet href=a.css><p style='color:#999;background:#fff'>Ouvert le lundi</p>",
    ],
    pass: &["<!DOCTYPE html><p style='color:#333;background:#fff'>Ouvert le lundi</p>"],
    na: &["<!DOCTYPE html><p style='color:#999;background:#fff'>•</p>"],
    ..Meta::NEW
};

/// Elements that may show text that is not in the page.
const HOLD_TEXT: &[&str] = &[
    "img", "input", "svg", "canvas", "video", "object", "embed", "iframe", "frame", "math",
];

/// Attributes that may say a colour.
const PAINTING: &[&str] = &["background", "bgcolor", "color", "link", "style", "text"];

const LOW: Text = text(
    "contraste de {ratio}:1 entre le texte {text} et son fond {back} ; il faut {needed}:1",
    "contrast of {ratio}:1 between the text {text} and its background {back}; {needed}:1 is needed",
);
const MAYBE_SHEET: Text = text(
    "contraste de {ratio}:1 entre le texte {text} et son fond {back}, comme écrit ici : une feuille de style y change-t-elle quelque chose ?",
    "contrast of {ratio}:1 between the text {text} and its background {back}, as written here: does a style sheet change anything about it?",
);
const MAYBE_EXEMPT: Text = text(
    "contraste de {ratio}:1 entre le texte {text} et son fond {back} : est-ce un logo, une décoration, ou un contraste que l’on peut changer ?",
    "contrast of {ratio}:1 between the text {text} and its background {back}: is it a logo, decoration, or a contrast that people can change?",
);
const ALSO: Text = text("ici aussi", "here too");

/// Texts looked at on a page without style sheets; past that all is left open.
const MOST: u32 = 20_000;

/// What was learnt of the page.
#[derive(Default)]
struct Learnt {
    /// An attribute says a colour, maybe.
    painted: bool,
    /// People may change the contrast.
    switch: Option<bool>,
    /// What names the controls that do nothing.
    inactive: Option<HashSet<NodeId>>,
}

impl Check for TextContrastLow {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        let image = !e.is("input") || e.attr_is("type", "image");
        if image && cx.semantics().is_rendered(e) {
            cx.leave_open(&SIZES);
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        cx.memory::<Learnt>().painted = true;
        if attr.name() != "style" {
            return;
        }
        // The text of a field is not in the page, nor is that of an image.
        let unseen = e.is_any(&["input", "select", "textarea"]) || attr.value().contains("url(");
        if unseen && cx.semantics().is_rendered(e) {
            return cx.leave_open(&SIZES);
        }
        // Without such sheets, every text is looked at in the end.
        if cx.semantics().sheets().unread() && has_words(e) {
            as_written(e, cx);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let sheets = cx.semantics().sheets();
        if sheets.unread() || sheets.may_contain("content") || sheets.may_contain("url(") {
            cx.leave_open(&SIZES);
        }
        if sheets.unread() {
            return;
        }
        let mut judged: Option<NodeId> = None;
        let mut count = 0;
        for text in cx.doc().nodes().filter_map(NodeRef::as_text) {
            let words = text.text().contains(char::is_alphanumeric);
            let Some(parent) = text.parent().filter(|p| words && !p.in_template()) else {
                continue;
            };
            if judged != Some(parent.id()) {
                judged = Some(parent.id());
                count += 1;
                judge(parent, cx);
            }
            if count == MOST {
                return cx.leave_open(&SIZES);
            }
        }
    }
}

/// Whether the element itself holds words.
fn has_words(e: Element<'_>) -> bool {
    e.children()
        .filter_map(NodeRef::as_text)
        .any(|t| t.text().contains(char::is_alphanumeric))
}

/// The text of an element on a page whose style sheets, if any, are in the page.
fn judge<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    if !semantics.is_rendered(e) || is_inactive(e, cx) {
        return;
    }
    let style = semantics.style(e);
    let size = rank(style.is_bold(), style.font_size());
    let concerned = size.map_or(&SIZES[..], |rank| std::slice::from_ref(&SIZES[rank]));
    let painted = cx.memory::<Learnt>().painted;
    if is_untouched(e, painted, cx) && size.is_some() {
        return cx.pass_on(concerned);
    }
    let (Ok(colour), Ok(back)) = (style.color(), style.backdrop()) else {
        return cx.leave_open(concerned);
    };
    // What is not meant to be seen, as far as can be told.
    if colour.alpha == 0.0 || style.font_size().is_ok_and(|px| px < 1.0) {
        return cx.leave_open(concerned);
    }
    let colour = colour.over(back);
    let ratio = colour.contrast(back);
    let needed = size.map_or(3.0, |rank| NEEDED[rank]);
    if ratio >= 4.5 || size.is_some() && ratio >= needed {
        return match size {
            Some(_) => cx.pass_on(concerned),
            None => cx.leave_open(concerned),
        };
    }
    let what = format!("{colour}{back}{size:?}");
    let exempt = ratio >= needed || colour == back || may_be_exempt(e, cx);
    let draft = if exempt {
        cx.review_together(place(e), &MAYBE_EXEMPT, &what, &ALSO)
    } else {
        cx.fail_together(place(e), &LOW, &what, &ALSO)
            .map(|draft| draft.arg("needed", if needed > 4.0 { "4.5" } else { "3" }))
    };
    if let Some(draft) = draft {
        draft
            .arg("ratio", shown(ratio))
            .arg("text", colour)
            .arg("back", back)
            .tests(concerned);
    }
}

/// The text of an element whose own `style` says both colours, on a page whose style sheets are not read.
fn as_written<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let style = semantics.style(e);
    let (Some(colour), Some((back, false))) = (style.written_color(), style.written_background())
    else {
        return;
    };
    if back.alpha < 1.0 {
        return;
    }
    let colour = colour.over(back);
    let ratio = colour.contrast(back);
    if ratio >= 4.5 || !semantics.is_exposed(e) || is_inactive(e, cx) {
        return;
    }
    let what = format!("{colour}{back}");
    if let Some(draft) = cx.review_together(place(e), &MAYBE_SHEET, &what, &ALSO) {
        draft
            .arg("ratio", shown(ratio))
            .arg("text", colour)
            .arg("back", back);
    }
}

/// The element's own `style`, which most often has the colours.
fn place(e: Element<'_>) -> Target<'_> {
    e.attribute("style")
        .map_or_else(|| e.into(), |style| (e, style).into())
}

/// Two decimals, never rounded up to a threshold.
fn shown(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

const NEEDED: [f64; 4] = [4.5, 4.5, 3.0, 3.0];

/// Which of the four tests the text is about.
fn rank(bold: Known<bool>, size: Known<f32>) -> Option<usize> {
    Some(match (bold.ok()?, size.ok()?) {
        (false, px) if px < 24.0 => 0,
        (true, px) if px < 18.5 => 1,
        (false, _) => 2,
        (true, _) => 3,
    })
}

/// Whether it is all the browser's: no author says anything of its colours, nor of those around it. `painted`: some attribute of
/// the page may.
fn is_untouched<'p>(e: Element<'p>, painted: bool, cx: &Context<'p>) -> bool {
    let colours = [Property::Color, Property::Background, Property::Effects];
    let sheets = cx.semantics().sheets();
    let says = |e: Element<'_>| PAINTING.iter().any(|name| e.has_attr(name));
    !colours.iter().any(|p| sheets.may_set(*p))
        && std::iter::once(e)
            .chain(e.ancestors())
            .all(|e| e.is_html() && !(painted && says(e)))
}

/// Whether it belongs to a control that does nothing as the page stands (RGAA 3.2, particular cases).
fn is_inactive<'p>(e: Element<'p>, cx: &mut Context<'p>) -> bool {
    let semantics = cx.semantics();
    if cx.memory::<Learnt>().inactive.is_none() {
        cx.memory::<Learnt>().inactive = Some(names_of_inactive(cx));
    }
    let names = cx.memory::<Learnt>().inactive.get_or_insert_default();
    std::iter::once(e).chain(e.ancestors()).any(|e| {
        semantics.is_disabled(e)
            || e.attr_is("aria-disabled", "true")
            || e.is("label")
                && semantics
                    .labeled_control(e)
                    .is_some_and(|c| semantics.is_disabled(c) || c.attr_is("aria-disabled", "true"))
            || names.contains(&e.id())
    })
}

/// What names the controls that do nothing, by `aria-labelledby`.
fn names_of_inactive<'p>(cx: &Context<'p>) -> HashSet<NodeId> {
    let (doc, semantics) = (cx.doc(), cx.semantics());
    doc.elements()
        .filter(|e| {
            e.has_attr("aria-labelledby")
                && (semantics.is_disabled(*e) || e.attr_is("aria-disabled", "true"))
        })
        .flat_map(|e| e.tokens("aria-labelledby"))
        .filter_map(|id| doc.by_id(id).map(|e| e.id()))
        .collect()
}

/// Whether it may be a logo or decoration, or people may change the contrast.
fn may_be_exempt<'p>(e: Element<'p>, cx: &mut Context<'p>) -> bool {
    let logo = |e: Element<'p>| {
        let named = e.attr("class").into_iter().chain(e.attr("id"));
        let mut named = named.map(str::to_ascii_lowercase);
        named.any(|n| {
            ["logo", "brand", "marque", "deco"]
                .iter()
                .any(|w| n.contains(w))
        }) || e.is("a") && matches!(e.attr("href"), Some("/" | "./"))
    };
    if !cx.semantics().is_exposed(e) || std::iter::once(e).chain(e.ancestors()).any(logo) {
        return true;
    }
    let doc = cx.doc();
    *cx.memory::<Learnt>()
        .switch
        .get_or_insert_with(|| switch::is_on(doc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::semantics::style::{Colour, Unknown};

    #[test]
    fn the_thresholds_are_those_of_the_tests() {
        for (bold, px, wanted) in [
            (false, 23.9, 0),
            (false, 24.0, 2),
            (true, 18.4, 1),
            (true, 18.5, 3),
        ] {
            assert_eq!(rank(Ok(bold), Ok(px)), Some(wanted), "{bold} {px}");
        }
        assert_eq!(rank(Ok(false), Err(Unknown::Sheet)), None);
        assert_eq!(shown(4.4999), "4.49");
        assert!(Colour::WHITE.contrast(Colour::WHITE) < NEEDED[3]);
    }
}
