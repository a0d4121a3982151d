//! An attribute that an element of SVG may not have (SVG 1.1, appendix M «Attribute Index»; SVG 2), or a namespace declared otherwise than HTML
//! lets it be (WHATWG HTML 13.1.2.3: `xmlns` and `xmlns:xlink` alone, with their one value).
//!
//! Browsers ignore it. Not among the families of RGAA 8.2.1: no proof. Unknown `aria-*` attributes are `aria-attribute-unknown`'s, elements that
//! do not exist `svg-element-misplaced`'s.

use super::content_words::tags;
use super::foreign;
use super::looked::meant;
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::svg::{self, attributes, attributes::Allowed};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SvgAttributeNotAllowed;

struct SvgAttributeNotAllowed;

static META: Meta = Meta {
    id: "svg-attribute-not-allowed",
    category: Category::Conformance,
    title: text("Attribut SVG non admis", "SVG attribute not allowed"),
    why: text(
        "Les navigateurs l’ignorent : ce qu’il devait changer au dessin ne change pas, ou il ne fait qu’alourdir la page.",
        "Browsers ignore it: what it was to change in the drawing does not change, or it only makes the page heavier.",
    ),
    fix: text(
        "Corriger le nom, ou retirer l’attribut (les logiciels de dessin en laissent : exporter en « SVG simple »).",
        "Mend the name, or remove the attribute (drawing programs leave some: export as \"plain SVG\").",
    ),
    interest: &[Interest::Elements(&["svg"])],
    fail: &[
        "<svg><g line-height=2></g></svg>",
        "<svg><g points='0 0'></g></svg>",
        "<svg><rect xml:id=a></rect></svg>",
        "<svg xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'></svg>",
        "<svg xmlns='http://www.w3.org/2000/SVG'></svg>",
    ],
    pass: &["<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' aria-hidden=true></svg>"],
    na: &["<svg></svg>"],
    ..Meta::NEW
};

const ELSEWHERE: Text = text(
    "l’attribut {name} n’est pas admis sur <{tag}> : SVG ne l’a que sur {elements}",
    "the {name} attribute is not allowed on <{tag}>: SVG has it on {elements} only",
);
const MISSPELT: Text = text(
    "<{tag}> n’a pas d’attribut {name} : est-ce {near} qui est voulu ?",
    "<{tag}> has no {name} attribute: is it {near} that is meant?",
);
const UNKNOWN: Text = text(
    "<{tag}> n’a pas d’attribut {name}",
    "<{tag}> has no {name} attribute",
);
const NAMESPACE: Text = text(
    "{name} ne peut valoir que « {expected} » dans une page HTML",
    "{name} may only be \"{expected}\" in an HTML page",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for SvgAttributeNotAllowed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, root: Element<'p>, cx: &mut Context<'p>) {
        if !foreign::is_drawing(root) {
            return;
        }
        for e in foreign::elements(root) {
            let attributes = e.attributes();
            if attributes.len() == 0 || !svg::is_known(e.name()) {
                continue;
            }
            let mut clean = true;
            for attr in attributes {
                clean &= judge(e, attr, cx);
            }
            if clean {
                cx.pass();
            }
        }
    }
}

/// Whether the attribute may be there.
fn judge<'p>(e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) -> bool {
    let (tag, local) = (e.name(), attr.name());
    match attr.prefix() {
        None => match attributes::allows(tag, local) {
            Allowed::Yes => return true,
            Allowed::Elsewhere(on) => {
                if let Some(draft) = report(e, attr, local, &ELSEWHERE, cx) {
                    let on = tags(on.iter().copied());
                    draft.arg("tag", tag).arg("elements", on);
                }
            }
            // The parser has stumbled on the name already.
            Allowed::Unknown if local.contains(['"', '\'', '<', '=']) => {}
            Allowed::Unknown => {
                let draft = match meant(local, attributes::names, cx) {
                    Some(near) => {
                        report(e, attr, local, &MISSPELT, cx).map(|draft| draft.arg("near", near))
                    }
                    None => report(e, attr, local, &UNKNOWN, cx),
                };
                if let Some(draft) = draft {
                    draft.arg("tag", tag);
                }
            }
        },
        Some(prefix @ ("xlink" | "xml")) => {
            if attributes::allows_prefixed(tag, prefix, local) {
                return true;
            }
            let name = format!("{prefix}:{local}");
            if let Some(draft) = report(e, attr, &name, &UNKNOWN, cx) {
                draft.arg("tag", tag);
            }
        }
        Some(prefix) => {
            let (name, expected) = match prefix {
                "xmlns" => ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
                _ => ("xmlns", "http://www.w3.org/2000/svg"),
            };
            if attr.value() == expected {
                return true;
            }
            let what = format!("{name} {}", attr.value());
            if let Some(draft) = cx.fail_together((e, attr), &NAMESPACE, &what, &ALSO) {
                draft.arg("name", name).arg("expected", expected);
            }
        }
    }
    false
}

fn report<'c, 'p>(
    e: Element<'p>,
    attr: Attr<'p>,
    name: &str,
    message: &Text,
    cx: &'c mut Context<'p>,
) -> Option<crate::check::Draft<'c, 'p>> {
    let what = format!("{} {name}", e.name());
    let draft = cx.fail_together((e, attr.name_span()), message, &what, &ALSO)?;
    Some(draft.arg("name", name))
}
