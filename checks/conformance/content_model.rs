//! HTML Standard 4.1 to 4.15, «Content model» and «Contexts» of each element: what may stand in what.
//!
//! The tables are in `spec::content`. Refutes RGAA 8.2.1 (wrong nesting, one of its five families): the tree is judged as parsed, so
//! the error is in the tree that browsers build. An element that HTML does not know breaks none of the families. One finding for the same
//! element in the same parent, with its places; what is inside a wrong element is not judged (as Nu does), nor what a parse error
//! explains: what the parser made up or moved, the contents of an element that is not closed. Lists have `list-misnested`, links and
//! buttons `interactive-nested`, dropped elements `obsolete-element`. What `noscript` holds is in `noscript_content`.

use std::sync::LazyLock;

use super::content_words::{self as words, Wrong};
use super::noscript_content;
use super::validity::tests_broken;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::checks::structure::list_misnested::{in_wrapper, is_open};
use crate::checks::structure::runs::Child;
use crate::dom::{Element, NameMap, Namespace, NodeId, NodeRef, Origin};
use crate::spec::content::{self, Model, Place};
use crate::spec::elements;
use crate::text::{misspelt, text};

use super::looked::{Looked, fail_unknown};
use super::validity::VALIDITY;

pub static CHECK: &dyn Check = &ContentModel;

struct ContentModel;

static META: Meta = Meta {
    id: "content-model",
    category: Category::Conformance,
    title: text(
        "Élément ou texte là où HTML ne l’admet pas",
        "Element or text where HTML does not allow it",
    ),
    why: text(
        "Navigateurs, scripts et lecteurs d’écran attendent l’emboîtement que HTML prévoit ; un autre leur fait perdre du contenu ou du sens.",
        "Browsers, scripts and screen readers expect the nesting that HTML has; another one makes them lose content or meaning.",
    ),
    fix: text(
        "Déplacer l’élément là où il est admis, ou en prendre un autre.",
        "Move the element where it is allowed, or use another one.",
    ),
    proofs: &[Proof::refutes(&[VALIDITY])],
    interest: &[Interest::EveryElement],
    fail: &[
        "<!DOCTYPE html><span><div>Avis</div></span>",
        "<!DOCTYPE html><p><ins><a><legend>Avis</legend></a></ins></p>",
        "<!DOCTYPE html><article><main>Avis</main></article>",
        "<!DOCTYPE html><picture>Plan <img src=plan.png alt=''></picture>",
        "<!DOCTYPE html><section><titre>Avis</titre></section>",
        "<!DOCTYPE html><p><area href=/ alt=Avis></p>",
        "<!DOCTYPE html><head><noscript><img src=a.png alt=''></noscript>",
        "<!DOCTYPE html><span><noscript><div>Avis</div></noscript></span>",
        "<!DOCTYPE html><p>Avis<noscript><b>Avis</noscript></p>",
    ],
    pass: &[
        "<!DOCTYPE html><div><span><mon-avis>Avis</mon-avis></span></div>",
        "<!DOCTYPE html><ins><div>Avis</div></ins><select><div><option>Avis</option></div></select>",
        "<!DOCTYPE html><p>Avis<link rel=stylesheet href=avis.css></p>",
    ],
    ..Meta::NEW
};

/// An element whose contents are being walked.
struct Open {
    /// One past its last node.
    end: NodeId,
    place: Place,
}

/// The `noscript` of a page that are looked into: each is parsed for itself, and a page has a few.
const MAX_NOSCRIPTS: u32 = 50;

/// What is kept of the page.
#[derive(Default)]
struct Around {
    /// The elements around the one at hand that have contents.
    open: Vec<Open>,
    /// How many `noscript` there have been.
    noscripts: u32,
    looked: Looked,
}

impl Check for ContentModel {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        let open = &mut cx.memory::<Around>().open;
        while open.last().is_some_and(|around| around.end <= e.id()) {
            open.pop();
        }
        let around = open.last().map_or(Place::ANY, |around| around.place);
        let model = model(e);
        let fits = model.is_some_and(|m| around.takes(m));
        let end = e.subtree_end();
        let nothing_to_judge = model.is_some_and(|model| model.surely_holds_text(around));
        if end > e.id() + 1 && !(nothing_to_judge && e.holds_one_text()) {
            let place = match model.filter(|_| fits) {
                Some(model) => place_in(e, model, around),
                None => Place::ANY,
            };
            open.push(Open { end, place });
            if place.accepts == content::HEAD_LINKS {
                judge_noscript(e, cx);
            } else if e.is("noscript") && e.is_html() {
                let looked = &mut cx.memory::<Around>().noscripts;
                *looked += 1;
                if fits && *looked <= MAX_NOSCRIPTS {
                    noscript_content::judge(e, place, cx);
                }
            } else if place.refuses_text() {
                judge_text(e, cx);
            }
        }
        match model {
            _ if fits => cx.pass(),
            Some(model) => misplaced(e, model, around, cx),
            None => unknown(e, cx),
        }
    }
}

/// The models, by the names as the parser has them.
static MODELS: LazyLock<NameMap<Option<&Model>>> = LazyLock::new(|| {
    let mut models = NameMap::default();
    for model in content::models() {
        *models.entry(model.name) = Some(model);
    }
    models
});

/// What an element is by the standard; `None` when it is not in it.
pub fn model(e: Element<'_>) -> Option<&'static Model> {
    let name = e.name();
    match e.namespace() {
        Namespace::Html => MODELS.of_element(e).copied().flatten().or_else(|| {
            if elements::is_custom_element_name(name) {
                Some(&content::CUSTOM)
            } else {
                elements::is_obsolete(name).then_some(&content::OBSOLETE)
            }
        }),
        // Their own contents have other rules; the outermost one stands in HTML.
        Namespace::Svg if name == "svg" => content::find("svg"),
        Namespace::MathMl if name == "math" => content::find("math"),
        _ => Some(&content::OBSOLETE),
    }
}

/// What the children of an element may be, where it is itself in `around`.
pub fn place_in(e: Element<'_>, model: &Model, around: Place) -> Place {
    match e.is_html() {
        true => model.place(around, |name| e.has_attr(name)),
        false => foreign(e, around),
    }
}

/// Where HTML may be inside SVG and MathML.
fn foreign(e: Element<'_>, around: Place) -> Place {
    let accepts = match (e.namespace(), e.name()) {
        (Namespace::Svg, "foreignObject") | (Namespace::MathMl, "annotation-xml") => {
            content::OF_FLOW
        }
        (Namespace::MathMl, "mi" | "mo" | "mn" | "ms" | "mtext") => content::OF_PHRASING,
        _ => content::ANYTHING,
    };
    Place {
        accepts,
        inside: around.inside | content::NOT_AROUND_MAIN,
    }
}

/// 4.12.2: in the head, `noscript` holds `link`, `meta` and `style` only; without scripts, anything else closes the head. To the parser,
/// which runs scripts, it is text, so no test of RGAA is broken.
fn judge_noscript<'p>(noscript: Element<'p>, cx: &mut Context<'p>) {
    let Some(text) = noscript.children().find_map(NodeRef::as_text) else {
        return;
    };
    let Some((place, tag)) = first_not_of_head(text.text()) else {
        return;
    };
    let place = (noscript, text.source_span(place));
    let draft = match tag {
        Some(_) => cx.fail_together(place, &words::IN_NOSCRIPT, "noscript", &words::ALSO),
        None => cx.fail_together(place, &words::TEXT_IN_NOSCRIPT, "noscript", &words::ALSO),
    };
    let Some(draft) = draft else { return };
    let draft = draft.tests(&[]);
    if let Some(tag) = tag {
        draft.arg("tag", tag);
    }
}

/// The first start tag of something else, with its name, or the first text.
fn first_not_of_head(html: &str) -> Option<(std::ops::Range<usize>, Option<&str>)> {
    let mut at = 0;
    loop {
        let rest = &html[at..];
        let blank = rest.len() - rest.trim_ascii_start().len();
        at += blank;
        let rest = &html[at..];
        if rest.is_empty() {
            return None;
        }
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find(['<', '\n']).unwrap_or(rest.len());
            return Some((at..at + end, None));
        };
        let name_end = tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let name = &tag[..name_end.unwrap_or(tag.len())];
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        let end = match tag.strip_prefix("!--") {
            Some(_) => "-->",
            None if is("style") => "</style",
            None if name.is_empty() || is("link") || is("meta") => ">",
            None => return Some((at..at + 1 + name.len(), Some(name))),
        };
        at += rest.find(end)? + end.len();
        if is("style") {
            at += html[at..].find('>')? + 1;
        }
    }
}

/// Reports the first text straight in an element that holds none.
fn judge_text<'p>(holder: Element<'p>, cx: &mut Context<'p>) {
    let mut texts = holder.children().filter_map(NodeRef::as_text);
    let text = texts.find(|t| !t.is_blank());
    let Some(text) = text.filter(|_| !is_told_by_parser(holder, cx)) else {
        return;
    };
    let name = holder.name();
    // Words for old browsers, which nobody gets and no element is in.
    let tests = match holder.is("iframe") {
        true => &[],
        false => tests_broken(cx),
    };
    let place = (holder, Child::Text(text).place());
    if let Some(draft) = cx.fail_together(place, &words::TEXT, name, &words::ALSO) {
        draft
            .arg("parent", name)
            .tests(tests)
            .related(holder.place(), &words::PARENT)
            .related_arg("parent", name);
    }
}

fn misplaced<'p>(e: Element<'p>, model: &'static Model, around: Place, cx: &mut Context<'p>) {
    let Some(parent) = e.parent() else { return };
    if around.accepts & model.kinds == 0 {
        if is_allowed_in_body(e, around) {
            return cx.pass();
        }
        if is_told_elsewhere(e, parent, model, around) || is_told_by_parser(e, cx) {
            return;
        }
        let tests = match e.is("style") {
            // Nu takes it as the first child of flow containers.
            true => {
                cx.leave_open(&[VALIDITY]);
                &[]
            }
            false => tests_broken(cx),
        };
        return words::not_allowed(
            &Wrong {
                e,
                parent,
                around,
                model,
            },
            tests,
            cx,
        );
    }
    if matches!(e.origin(), Origin::Implied(_)) {
        return;
    }
    let tests = tests_broken(cx);
    let what = e.name();
    if model.only_in & !around.inside != 0 {
        let needed = match model.name {
            "area" => "map",
            _ => "select> <button",
        };
        if let Some(draft) = cx.fail_together(e, &words::ONLY_IN, what, &words::ALSO) {
            draft.arg("tag", what).arg("needed", needed).tests(tests);
        }
        return;
    }
    let shunned = e.ancestors().find(|a| shuns(*a, model));
    let Some(shunned) = shunned else { return };
    // `main-multiple` tells it.
    let told = e.is("main") && shunned.is("main") && !e.has_attr("hidden");
    if told && !shunned.has_attr("hidden") {
        return;
    }
    let key = format!("{what} {}", shunned.name());
    if let Some(draft) = cx.fail_together(e, &words::NEVER_IN, &key, &words::ALSO) {
        draft
            .arg("tag", what)
            .arg("outer", shunned.name())
            .tests(tests)
            .related(shunned.place(), &words::OUTER)
            .related_arg("outer", shunned.name());
    }
}

/// Whether the element is one that may not be around those of this model.
fn shuns(around: Element<'_>, model: &Model) -> bool {
    let nothing = Place {
        accepts: 0,
        inside: 0,
    };
    let inside = match around.is_html() {
        true => content::find(around.name())
            .map_or(0, |m| m.place(nothing, |name| around.has_attr(name)).inside),
        false => content::NOT_AROUND_MAIN,
    };
    inside & model.never_in != 0
}

/// 4.2.4 and 4.2.5: `link` and `meta` with a part in the body; with `property`, by RDFa in HTML (3.1).
fn is_allowed_in_body(e: Element<'_>, around: Place) -> bool {
    around.accepts & (content::FLOW | content::PHRASING) != 0
        && match e.name() {
            "link" => {
                let itemprop = e.has_attr("itemprop") || e.has_attr("property");
                content::link_is_body_ok(itemprop, e.attr("rel").unwrap_or(""))
            }
            "meta" => e.has_attr("itemprop") || e.has_attr("property"),
            _ => false,
        }
}

/// Whether `list-misnested` tells it, or `obsolete-element`.
fn is_told_elsewhere(e: Element<'_>, parent: Element<'_>, model: &Model, around: Place) -> bool {
    if std::ptr::eq(model, &content::OBSOLETE) {
        return true;
    }
    let in_list = around.accepts & (content::ITEM | content::TERM) != 0;
    let of_list = model.kinds & (content::ITEM | content::TERM) != 0;
    in_list || (of_list && (!is_open(parent) || in_wrapper(e)))
}

/// Whether a parse error says why the element is there.
fn is_told_by_parser(e: Element<'_>, cx: &Context<'_>) -> bool {
    let is_unclosed = |e: Element<'_>| {
        e.end_tag().is_none()
            && e.is_html()
            && !elements::optional_end_tag(e.name())
            && !elements::is_void(e.name())
    };
    let parent = e.parent();
    let place = e.place();
    let is_made_up = |e: Element<'_>| matches!(e.origin(), Origin::Implied(_));
    is_made_up(e)
        || parent
            .is_some_and(|p| is_unclosed(p) || (is_made_up(p) && elements::is_phrasing(p.name())))
        || {
            let errors = cx.doc().parse_errors();
            let from = errors.partition_point(|e| e.span.start < place.start);
            errors[from..]
                .iter()
                .take_while(|e| e.span.start == place.start)
                .any(|e| e.code.starts_with("misplaced"))
        }
}

fn unknown<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    let name = e.name();
    let living = || misspelt(name, content::models().map(|m| m.name));
    let near = cx.memory::<Around>().looked.near(name, (), living);
    let messages = (&words::UNKNOWN_NEAR, &words::UNKNOWN);
    cx.leave_open(&[VALIDITY]);
    if let Some(draft) = fail_unknown(e, (name, near), messages, &words::ALSO, cx) {
        draft.arg("tag", name).tests(&[]);
    }
}

#[cfg(test)]
mod tests {
    use super::first_not_of_head;

    #[test]
    fn what_a_noscript_of_the_head_may_not_hold() {
        let found = |html| first_not_of_head(html).map(|(at, tag)| (&html[at], tag));
        assert_eq!(found(" <link href=a><meta name=b>\n<!-- <p> --> "), None);
        assert_eq!(found("<style>a > b { }</style> <LINK>"), None);
        assert_eq!(found("<link><img src=a>"), Some(("<img", Some("img"))));
        assert_eq!(found("<meta> texte\n"), Some(("texte", None)));
        assert_eq!(found("<style>a"), None);
        assert_eq!(found("<link"), None);
    }
}
