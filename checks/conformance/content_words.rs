//! What `content-model` says: what is allowed there instead, and where the element may go.

use crate::check::{Context, Level};
use crate::dom::{Element, NodeRef};
use crate::rgaa::TestId;
use crate::spec::content::{self, Kinds, Model, Place};
use crate::text::{Text, text};

pub const TEXT: Text = text(
    "ce texte est directement dans <{parent}>, qui n’en admet pas",
    "this text is straight inside <{parent}>, which does not allow any",
);
pub const NEVER_IN: Text = text(
    "<{tag}> ne peut pas être dans <{outer}>, à quelque niveau que ce soit",
    "<{tag}> may not be inside <{outer}>, at any depth",
);
pub const ONLY_IN: Text = text(
    "<{tag}> ne peut être que dans <{needed}>",
    "<{tag}> may only be inside <{needed}>",
);
pub const UNKNOWN: Text = text(
    "HTML n’a pas d’élément <{tag}> ; le nom d’un élément personnalisé contient un tiret",
    "HTML has no <{tag}> element; the name of a custom element has a hyphen",
);
pub const UNKNOWN_NEAR: Text = text(
    "HTML n’a pas d’élément <{tag}> : est-ce <{near}> ?",
    "HTML has no <{tag}> element: is it <{near}>?",
);
pub const IN_NOSCRIPT: Text = text(
    "<{tag}> ne peut pas être dans un <noscript> de <head>, qui n’admet que <link>, <meta> et <style> : sans script, il ferme l’en-tête",
    "<{tag}> may not be in a <noscript> of <head>, which only allows <link>, <meta> and <style>: without scripts, it closes the head",
);
pub const TEXT_IN_NOSCRIPT: Text = text(
    "ce texte ne peut pas être dans un <noscript> de <head> : sans script, il ferme l’en-tête",
    "this text may not be in a <noscript> of <head>: without scripts, it closes the head",
);
pub const PARENT: Text = text("dans ce <{parent}>", "inside this <{parent}>");
pub const OUTER: Text = text("dans ce <{outer}>", "inside this <{outer}>");
pub const ALSO: Text = text("ici aussi", "here too");

const CHILD: Text = text(
    "<{tag}> ne peut pas être dans <{parent}>, qui n’admet que {allowed}",
    "<{tag}> may not be inside <{parent}>, which only allows {allowed}",
);
const NOTHING: Text = text(
    "<{tag}> ne peut pas être dans <{parent}>, qui n’admet aucun élément",
    "<{tag}> may not be inside <{parent}>, which allows no element",
);
const TRANSPARENT: Text = text(
    "<{tag}> ne peut pas être dans ce <{parent}>, qui n’admet que ce qu’admet <{outer}> autour de lui : {allowed}",
    "<{tag}> may not be inside this <{parent}>, which only allows what <{outer}> around it allows: {allowed}",
);
const ELSEWHERE: Text = text(
    "<{tag}> ne peut pas être dans <{parent}> : sa place est dans {homes}",
    "<{tag}> may not be inside <{parent}>: it belongs in {homes}",
);
const BLOCK: Text = text(
    "<{tag}> ne peut pas être dans <{parent}>, qui n’admet que du texte et des éléments de texte : {span} à la place ?",
    "<{tag}> may not be inside <{parent}>, which only allows text and text-level elements: {span} instead?",
);
const LINK: Text = text(
    "ce <link> ne peut être que dans <head> : hors de là, il lui faut itemprop, ou un rel comme stylesheet ou preload",
    "this <link> may only be in <head>: elsewhere, it needs itemprop, or a rel such as stylesheet or preload",
);
const META: Text = text(
    "ce <meta> ne peut être que dans <head> : hors de là, il lui faut itemprop",
    "this <meta> may only be in <head>: elsewhere, it needs itemprop",
);

const PHRASING: Text = text(
    "du texte et des éléments de texte (span, a, img…)",
    "text and text-level elements (span, a, img…)",
);
const FLOW: Text = text(
    "du texte et les éléments qui vont n’importe où dans la page (p, div, ul…)",
    "text and the elements that go anywhere in a page (p, div, ul…)",
);
const ONLY_TEXT: Text = text("du texte", "text");
const HEAD: Text = text(
    "les éléments d’en-tête (title, meta, link, script…)",
    "header elements (title, meta, link, script…)",
);

/// An element that may not be in its parent.
pub struct Wrong<'p> {
    pub e: Element<'p>,
    pub parent: Element<'p>,
    pub around: Place,
    pub model: &'static Model,
}

impl Wrong<'_> {
    /// `style` (without the old `scoped`) that comes first in a flow container: no place for it by 4.2.6, yet Nu and browsers take it there.
    fn is_tolerated(&self) -> bool {
        let blank = |node: NodeRef<'_>| match node {
            NodeRef::Text(t) => t.is_blank(),
            NodeRef::Element(_) => false,
            _ => true,
        };
        self.e.is("style")
            && !self.e.has_attr("scoped")
            && self.around.accepts & content::FLOW != 0
            && {
                let before =
                    std::iter::successors(self.e.prev_sibling(), |node| node.prev_sibling());
                before.into_iter().all(blank)
            }
    }
}

/// Reports it, once for each pair of element and parent.
pub fn not_allowed<'p>(wrong: &Wrong<'p>, tests: &[TestId], cx: &mut Context<'p>) {
    let (tag, parent) = (wrong.e.name(), wrong.parent.name());
    let accepts = wrong.around.accepts;
    let homes = homes(wrong.model);
    let outer = transparent_in(wrong.parent);
    let message = match tag {
        "link" => &LINK,
        "meta" => &META,
        _ if !homes.is_empty() => &ELSEWHERE,
        _ if accepts == 0 => &NOTHING,
        _ if outer.is_some() => &TRANSPARENT,
        "div" if accepts == content::OF_PHRASING => &BLOCK,
        _ => &CHILD,
    };
    let tolerated = wrong.is_tolerated();
    let key = format!("{tag} {parent} {tolerated}");
    let Some(mut draft) = cx.fail_together(wrong.e, message, &key, &ALSO) else {
        return;
    };
    if tolerated {
        draft = draft.level(Level::Warning);
    }
    let says = |name: &str| message.en.contains(name);
    let allowed = allowed(accepts);
    if says("{allowed}") {
        draft = match &allowed {
            Allowed::Kind(kind) => draft.arg_text("allowed", kind),
            Allowed::Names(names) => draft.arg("allowed", names),
        };
    }
    for (name, value) in [
        ("tag", tag),
        ("parent", parent),
        ("homes", &homes),
        ("span", "<span>"),
        ("outer", outer.map_or("", Element::name)),
    ] {
        if says(&format!("{{{name}}}")) {
            draft = draft.arg(name, value);
        }
    }
    draft
        .tests(tests)
        .related(wrong.parent.place(), &PARENT)
        .related_arg("parent", parent);
}

/// The parents that have a place of their own for an element which goes nowhere else: `<ul>, <ol>`.
fn homes(model: &Model) -> String {
    if model.kinds & (content::FLOW | content::PHRASING) != 0 {
        return String::new();
    }
    if model.kinds & content::METADATA != 0 {
        return "<head>".to_owned();
    }
    tags(content::parents(model.kinds))
}

/// Tags as messages show them: `<a>, <b>`.
pub fn tags<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let tags: Vec<String> = names.map(|name| format!("<{name}>")).collect();
    tags.join(", ")
}

/// The element around whose content model a transparent element takes.
fn transparent_in(parent: Element<'_>) -> Option<Element<'_>> {
    let is_transparent = |e: Element<'_>| {
        let model = content::find(e.name()).unwrap_or(&content::CUSTOM);
        model.holds & content::TRANSPARENT != 0
    };
    if !is_transparent(parent) {
        return None;
    }
    parent.ancestors().find(|e| !is_transparent(*e))
}

/// What a place allows.
enum Allowed {
    Kind(&'static Text),
    Names(String),
}

fn allowed(accepts: Kinds) -> Allowed {
    if accepts & content::FLOW != 0 {
        Allowed::Kind(&FLOW)
    } else if accepts & content::PHRASING != 0 {
        Allowed::Kind(&PHRASING)
    } else if accepts & content::METADATA != 0 {
        Allowed::Kind(&HEAD)
    } else if accepts == content::TEXT {
        Allowed::Kind(&ONLY_TEXT)
    } else {
        let names = content::models().filter(|m| m.kinds & accepts != 0);
        Allowed::Names(tags(names.map(|m| m.name)))
    }
}
