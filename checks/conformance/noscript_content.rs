//! What a `noscript` of the body holds, for `content-model`: to the parser, which runs scripts, it is text; without scripts it is elements
//! like the others, which its parent must admit (HTML Standard 4.12.2, transparent content).
//!
//! The first fault of each is told: a tag that does not fit the others, an element out of place, an image without `alt`. No test of RGAA
//! is broken, as nothing of it is in the tree that is audited.

use super::content_model::{model, place_in};
use super::parse_error_messages;
use crate::check::Context;
use crate::dom::{Document, Element, NodeRef, parse_fragment};
use crate::source::Span;
use crate::spec::content::{self, Place};
use crate::text::{Text, text};

const MALFORMED: Text = text(
    "sans script, les balises de ce <noscript> ne vont pas ensemble ({code})",
    "without scripts, the tags of this <noscript> do not fit together ({code})",
);
const MISPLACED: Text = text(
    "sans script, <{tag}> se retrouve dans <{parent}>, qui ne l’admet pas",
    "without scripts, <{tag}> ends up in <{parent}>, which does not allow it",
);
const NO_ALT: Text = text(
    "sans script, cette image s’affiche, et n’a pas d’attribut alt",
    "without scripts this image shows, and has no alt attribute",
);
const ALSO: Text = text("ici aussi", "here too");

/// What is wrong, and what it is about: a code, or the element and what it is in.
enum Fault<'d> {
    Malformed(&'static str),
    Misplaced(Element<'d>, &'d str),
    NoAlt,
}

/// Judges a `noscript` whose children may be what its parent admits there.
pub fn judge<'p>(noscript: Element<'p>, place: Place, cx: &mut Context<'p>) {
    let (Some(parent), Some(text)) = (
        noscript.parent(),
        noscript.children().find_map(NodeRef::as_text),
    ) else {
        return;
    };
    if !text.text().contains('<') {
        return;
    }
    let inside = parse_fragment(cx.doc(), text.span(), parent.name());
    let Some((at, fault)) = first(&inside, parent.name(), place) else {
        return;
    };
    let target = (noscript, at);
    let draft = match fault {
        Fault::Malformed(code) => cx
            .fail_together(target, &MALFORMED, code, &ALSO)
            .map(|draft| draft.arg("code", code)),
        Fault::Misplaced(e, parent) => {
            let what = format!("noscript {} {parent}", e.name());
            cx.fail_together(target, &MISPLACED, &what, &ALSO)
                .map(|draft| draft.arg("tag", e.name()).arg("parent", parent))
        }
        Fault::NoAlt => cx.fail_together(target, &NO_ALT, "", &ALSO),
    };
    if let Some(draft) = draft {
        draft.tests(&[]);
    }
}

/// The first fault in the order of the page.
fn first<'d>(inside: &'d Document, parent: &'d str, place: Place) -> Option<(Span, Fault<'d>)> {
    let malformed = inside.parse_errors().iter().find(|e| is_of_tags(e.code));
    let malformed = malformed.map(|e| (e.span, Fault::Malformed(e.code)));
    let misplaced = misplaced(inside, parent, place);
    let faults = [malformed, misplaced, without_alt(inside)];
    faults.into_iter().flatten().min_by_key(|(at, _)| at.start)
}

/// Characters are told of the page as a whole.
fn is_of_tags(code: &str) -> bool {
    !code.ends_with("-in-input-stream")
        && code != "unexpected-null-character"
        && parse_error_messages::find(code).is_some()
}

fn misplaced<'d>(inside: &'d Document, parent: &'d str, place: Place) -> Option<(Span, Fault<'d>)> {
    let mut open: Vec<(u32, Place)> = Vec::new();
    for e in inside.elements().filter(|e| !is_root(*e)) {
        while open.last().is_some_and(|(end, _)| *end <= e.id()) {
            open.pop();
        }
        let around = open.last().map_or(place, |(_, place)| *place);
        let model = model(e);
        // What HTML does not know, or no longer, may be anywhere: it is not looked into either.
        let fits = model.is_none_or(|m| around.takes(m) || std::ptr::eq(m, &content::OBSOLETE));
        let link = e.is_any(&["link", "meta", "style"]);
        if !fits && !link {
            let holder = e.parent().filter(|p| !is_root(*p));
            return Some((
                e.place(),
                Fault::Misplaced(e, holder.map_or(parent, Element::name)),
            ));
        }
        let place = model.map_or(Place::ANY, |model| place_in(e, model, around));
        open.push((e.subtree_end(), place));
    }
    None
}

/// The element that the parser of fragments puts around all.
fn is_root(e: Element<'_>) -> bool {
    e.parent().is_none()
}

/// 4.8.4.4: without `alt`, an image has at least a `title`, or the caption of its figure.
fn without_alt<'d>(inside: &'d Document) -> Option<(Span, Fault<'d>)> {
    let silent = |e: &Element<'_>| {
        e.is("img")
            && !["alt", "title", "aria-label", "aria-labelledby"]
                .iter()
                .any(|name| e.has_attr(name))
            && e.closest(&["figure"]).is_none()
    };
    let img = inside.elements().find(silent)?;
    Some((img.place(), Fault::NoAlt))
}
