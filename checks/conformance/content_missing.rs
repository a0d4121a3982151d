//! HTML Standard, content models that ask for something: `picture` has an `img` (4.8.1), `details` a `summary` (4.11.1), `hgroup` a
//! heading (4.3.7), `ruby` an annotation (4.5.10), `option` its words (4.10.10).
//!
//! A missing part is no wrong nesting: RGAA 8.2.1 is not refuted; it is not passed either. Lists have `list-misnested`, titles `page-title-missing`.

use super::validity::VALIDITY;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeRef};
use crate::semantics::is_blank;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ContentMissing;

struct ContentMissing;

static META: Meta = Meta {
    id: "content-missing",
    category: Category::Conformance,
    title: text(
        "Élément sans une partie que HTML demande",
        "Element without a part that HTML asks for",
    ),
    why: text(
        "Sans cette partie l’élément ne sert à rien : image jamais affichée, choix sans nom, annotation absente.",
        "Without that part the element is of no use: a picture never shown, a choice without a name, an annotation that is not there.",
    ),
    fix: text(
        "Ajouter la partie qui manque, ou retirer l’élément.",
        "Add the missing part, or remove the element.",
    ),
    proofs: &[Proof::hints(&[VALIDITY])],
    interest: &[Interest::Elements(&[
        "details", "hgroup", "option", "picture", "ruby",
    ])],
    fail: &[
        "<picture><source srcset=plan.png></picture>",
        "<details><p>Suite</p></details>",
        "<select><option value=1></option></select>",
        "<p><ruby>漢</ruby></p>",
    ],
    pass: &[
        "<picture><img src=plan.png alt=''></picture>",
        "<select><option label=Un></option></select>",
        "<select><option><img src=rouge.png alt=Rouge></option></select>",
        "<datalist><option value=1></option></datalist>",
        "<p><ruby>漢<rt>kan</rt></ruby></p>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const NO_IMG: Text = text(
    "cet élément <picture> n’a pas d’<img> : rien ne s’affiche",
    "this <picture> has no <img>: nothing shows",
);
const NO_SUMMARY: Text = text(
    "cet élément <details> n’a pas de <summary> : le navigateur en invente un",
    "this <details> has no <summary>: browsers make one up",
);
const NO_HEADING: Text = text(
    "cet élément <hgroup> n’a pas de titre <h1> à <h6>",
    "this <hgroup> has no <h1> to <h6> heading",
);
const NO_ANNOTATION: Text = text(
    "{where} n’a pas d’annotation <rt> après lui",
    "{where} has no <rt> annotation after it",
);
const ELEMENT: Text = text("cet élément <ruby>", "this <ruby>");
const BASE: Text = text("ce texte de <ruby>", "this text of <ruby>");
const NO_BASE: Text = text(
    "cette annotation <{tag}> n’a pas de <{other}> à côté d’elle",
    "this <{tag}> annotation has no <{other}> beside it",
);
const NO_WORDS: Text = text(
    "cet élément <option> est vide : il lui faut un texte ou un attribut label",
    "this <option> is empty: it needs a text or a label attribute",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for ContentMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if !e.is_html() {
            return;
        }
        let has = |names: &[&str]| e.child_elements().any(|c| c.is_any(names));
        let message = match e.name() {
            "picture" => (!has(&["img"])).then_some(&NO_IMG),
            "details" => (!has(&["summary"])).then_some(&NO_SUMMARY),
            "hgroup" => {
                let heads = |c: Element<'_>| elements::heading_level(c.name()).is_some();
                (!e.child_elements().any(heads)).then_some(&NO_HEADING)
            }
            "option" => return option(e, cx),
            _ => return ruby(e, cx),
        };
        match message {
            Some(message) => {
                cx.fail(e, message).tests(&[]);
                cx.leave_open(&[VALIDITY]);
            }
            None => cx.pass(),
        }
    }
}

fn option<'p>(option: Element<'p>, cx: &mut Context<'p>) {
    let said = option.has_attr("label") || !option.text_is_blank() || has_image(option);
    if said || option.closest(&["datalist"]).is_some() {
        return cx.pass();
    }
    if let Some(draft) = cx.fail_together(option, &NO_WORDS, "", &ALSO) {
        draft.tests(&[]);
    }
    cx.leave_open(&[VALIDITY]);
}

/// Whether an image says what the option is: a list that its page draws may show images, and HTML only asks for what is phrasing then.
fn has_image(option: Element<'_>) -> bool {
    let named = |e: Element<'_>, by: &str| e.attr(by).is_some_and(|name| !is_blank(name));
    option.descendants().any(|e| match e.name() {
        "img" => named(e, "alt"),
        "svg" => named(e, "aria-label"),
        _ => false,
    })
}

/// Groups of a base, then annotations: `rt` alone, or each with an `rp` before and after it.
fn ruby<'p>(ruby: Element<'p>, cx: &mut Context<'p>) {
    let mut annotated = false;
    let mut base = None;
    for node in ruby.children() {
        match node {
            NodeRef::Element(e) if e.is("rt") => (annotated, base) = (true, None),
            // The old annotations count, as dropped elements.
            NodeRef::Element(e) if e.is("rtc") => (annotated, base) = (true, None),
            NodeRef::Element(e) if e.is_any(&["rp", "script", "template"]) => {}
            NodeRef::Element(e) => base = Some(e.place()),
            NodeRef::Text(t) if !t.is_blank() => base = Some(t.span()),
            _ => {}
        }
    }
    let wrong = lone(ruby);
    if annotated && base.is_none() && wrong.is_none() {
        return cx.pass();
    }
    cx.leave_open(&[VALIDITY]);
    if !annotated {
        cx.fail(ruby, &NO_ANNOTATION)
            .tests(&[])
            .arg_text("where", &ELEMENT);
    } else if let Some(base) = base {
        cx.fail((ruby, base), &NO_ANNOTATION)
            .tests(&[])
            .arg_text("where", &BASE);
    } else if let Some((wrong, missing)) = wrong {
        cx.fail(wrong, &NO_BASE)
            .tests(&[])
            .arg("tag", wrong.name())
            .arg("other", missing);
    }
}

/// The first `rp` that has no `rt` after it, or no `rp` closes; the first `rt` after an `rp` that none follows.
fn lone(ruby: Element<'_>) -> Option<(Element<'_>, &'static str)> {
    let mut open: Option<Element<'_>> = None;
    let mut inside = None;
    for e in ruby.child_elements() {
        match (e.name(), open, inside) {
            ("rp", None, _) => open = Some(e),
            ("rp", Some(rp), None) => return Some((rp, "rt")),
            // It closes one annotation, and may open the next.
            ("rp", Some(_), Some(_)) => {
                let more = e.next_element().is_some_and(|next| next.is("rt"));
                (open, inside) = (more.then_some(e), None);
            }
            ("rt", Some(_), None) => inside = Some(e),
            ("rt", Some(_), Some(rt)) => return Some((rt, "rp")),
            _ => {}
        }
    }
    match (open, inside) {
        (_, Some(rt)) => Some((rt, "rp")),
        (Some(rp), None) => Some((rp, "rt")),
        _ => None,
    }
}
