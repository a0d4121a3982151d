//! HTML Standard, definition of each element: attributes that must be there. The list is in [`crate::spec::required_attributes`]; besides,
//! 4.8.3: `alt` of `img`, but where a caption, a name by ARIA or `title` stands for it (4.8.4.4, HTML-ARIA).
//!
//! Not among the five families of RGAA 8.2.1. What the checks on images fail for want of `alt`, and `button-value-missing` for want of a
//! `value`, is theirs.

use std::collections::{HashMap, HashSet};

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::checks::forms::button_value_missing;
use crate::checks::images::{
    area_alternative_missing, image_alternative_missing, image_button_alternative_missing,
};
use crate::dom::{Element, NodeId};
use crate::semantics::is_blank;
use crate::spec::elements;
use crate::spec::required_attributes::{
    If, has_widths, is_often_left_out, must_not_be_empty, required,
};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AttributeRequired;

struct AttributeRequired;

static META: Meta = Meta {
    id: "attribute-required",
    category: Category::Conformance,
    title: text("Attribut manquant", "Missing attribute"),
    why: text(
        "Sans cet attribut l’élément ne peut pas faire ce pour quoi il est là : rien n’est chargé, nommé ou envoyé.",
        "Without this attribute the element cannot do what it is there for: nothing is loaded, named or sent.",
    ),
    fix: text("Ajouter l’attribut.", "Add the attribute."),
    interest: &[
        Interest::Elements(&[
            "area", "base", "bdo", "data", "img", "input", "link", "map", "meta", "meter",
            "object", "source", "textarea", "track",
        ]),
        Interest::Attributes(&["itemprop"]),
    ],
    fail: &[
        "<p><bdo>Avis</bdo></p>",
        "<link href=style.css>",
        "<input type=button title=Ouvrir value=''>",
        "<a href=/plan>Plan <img></a>",
        "<img src=plan.png alt=Plan srcset='plan2.png 640w'>",
        "<div itemscope><a itemprop=url>Avis</a></div>",
    ],
    pass: &[
        "<p><bdo dir=rtl>Avis</bdo></p>",
        "<img src=plan.png>",
        "<figure><img src=plan.png><figcaption>Plan</figcaption></figure>",
        "<img src=plan.png alt=Plan srcset='plan2.png 640w' loading=lazy>",
    ],
    na: &["<p>Avis</p>"],
    ..Meta::NEW
};

const MISSING: Text = text(
    "il manque à <{tag}> l’attribut {attribute}",
    "<{tag}> lacks the {attribute} attribute",
);
const ONE_OF: Text = text(
    "il manque à <{tag}> l’un des attributs {attribute}",
    "<{tag}> lacks one of the attributes {attribute}",
);
const EMPTY: Text = text(
    "l’attribut {attribute} de <{tag}> ne doit pas être vide ici",
    "the {attribute} attribute of <{tag}> must not be empty here",
);
const SIZES: Text = text(
    "les images de {from} sont données par leur largeur (w) : il manque à <{tag}> l’attribut {attribute}, qui dit la place qu’elles prennent",
    "the images of {from} are given by their width (w): <{tag}> lacks the {attribute} attribute, which says how much room they take",
);
const ALT: Text = text(
    "il manque à <{tag}> l’attribut {attribute}, que HTML demande même vide (alt=\"\") pour une image de décoration",
    "<{tag}> lacks the {attribute} attribute, which HTML asks for even empty (alt=\"\") for an image that decorates",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for AttributeRequired {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let tag = element.name();
        if judge(element, cx)
            && tag == "img"
            && !has_alternative(element, cx)
            && !image_alternative_missing::fails_for_want_of_alt(element, cx)
        {
            report(element, &ALT, "alt", cx);
        }
    }

    fn attribute<'p>(&self, element: Element<'p>, _: crate::dom::Attr<'p>, cx: &mut Context<'p>) {
        if element.is_any(&["a", "audio", "embed", "iframe", "video"]) {
            judge(element, cx);
        }
    }
}

/// Whether the element has all it must have; says what is missing.
fn judge<'p>(element: Element<'p>, cx: &mut Context<'p>) -> bool {
    let tag = element.name();
    for (when, one_of) in required(tag) {
        let there = one_of.iter().find_map(|name| element.attribute(name));
        match there {
            Some(attr)
                if attr.value().is_empty()
                    && !is_told(element, attr.name(), cx)
                    && must_not_be_empty(tag, attr.name())
                    && applies(element, when) =>
            {
                report(element, &EMPTY, attr.name(), cx);
                return false;
            }
            Some(_) => {}
            None if applies(element, when) && !is_told(element, one_of[0], cx) => {
                let message = match (when, one_of) {
                    (If::Widths(_), _) => &SIZES,
                    (_, [_]) => &MISSING,
                    _ => &ONE_OF,
                };
                report_from(element, message, &one_of.join(", "), when, cx);
                return false;
            }
            None => {}
        }
    }
    cx.pass();
    true
}

/// Whether another check fails the element for want of the attribute: those on image buttons, zones of images and buttons.
fn is_told<'p>(element: Element<'p>, attribute: &str, cx: &mut Context<'p>) -> bool {
    match (element.name(), attribute) {
        ("input", "alt") => image_button_alternative_missing::fails(element, cx),
        ("input", "value") => button_value_missing::fails(element, cx),
        ("area", "alt") => {
            if cx.memory::<Seen>().areas.is_none() {
                let failed = area_alternative_missing::failed(cx);
                cx.memory::<Seen>().areas = Some(failed);
            }
            let failed = cx.memory::<Seen>().areas.as_ref();
            failed.is_some_and(|failed| failed.contains(&element.id()))
        }
        _ => false,
    }
}

/// What is kept of the page.
#[derive(Default)]
struct Seen {
    /// The areas that `area-alternative-missing` fails, once known.
    areas: Option<HashSet<NodeId>>,
    /// The figures looked at, and whether their caption can stand for their image: many images may be in one.
    figures: HashMap<NodeId, bool>,
}

fn applies(element: Element<'_>, when: If) -> bool {
    match when {
        If::Always => true,
        If::With(names) => names.iter().any(|name| element.has_attr(name)),
        If::Without(names) => !names.iter().any(|name| element.has_attr(name)),
        If::Holds(name, tokens) => tokens
            .iter()
            .all(|wanted| element.tokens(name).any(|t| t.eq_ignore_ascii_case(wanted))),
        If::In(names) => element.parent().is_some_and(|p| p.is_any(names)),
        If::Widths(name) => element.attr(name).is_some_and(has_widths) && !is_lazy(element),
    }
}

/// Whether the image loads lazily: its place is then known by the layout (HTML Standard 4.8.4, «allows auto-sizes»).
pub fn is_lazy(element: Element<'_>) -> bool {
    let image = match element.is("source") {
        true => element
            .parent()
            .and_then(|p| p.child_elements().find(|e| e.is("img"))),
        false => Some(element),
    };
    image.is_some_and(|image| image.attr_is("loading", "lazy"))
}

/// Whether the image has `alt`, or what may stand for it.
fn has_alternative<'p>(img: Element<'p>, cx: &mut Context<'p>) -> bool {
    img.has_attr("alt")
        || ["aria-label", "aria-labelledby", "title"]
            .iter()
            .any(|name| img.attr(name).is_some_and(|value| !is_blank(value)))
        || is_captioned(img, cx)
}

/// Whether the image is all that a figure holds beside its caption.
fn is_captioned<'p>(img: Element<'p>, cx: &mut Context<'p>) -> bool {
    let Some(figure) = img.closest(&["figure"]) else {
        return false;
    };
    let figures = &mut cx.memory::<Seen>().figures;
    *figures
        .entry(figure.id())
        .or_insert_with(|| holds_one_image(figure))
}

/// HTML Standard 4.8.4.4.7: a caption that is not blank, and beside it no text and no embedded content but one image.
fn holds_one_image(figure: Element<'_>) -> bool {
    let caption = figure.child_elements().find(|e| e.is("figcaption"));
    let Some(caption) = caption.filter(|c| !c.text_is_blank()) else {
        return false;
    };
    let mut embedded = 0;
    for node in figure.descendant_nodes() {
        let outside = |e: Element<'_>| e != caption && !caption.contains(e);
        if let Some(text) = node.as_text() {
            if !text.is_blank() && text.parent().is_some_and(outside) {
                return false;
            }
        } else if let Some(element) = node.as_element() {
            let counts = elements::is_embedded(element.name()) && !element.is("picture");
            embedded += u32::from(counts && outside(element));
            if embedded > 1 {
                return false;
            }
        }
    }
    embedded == 1
}

fn report<'p>(element: Element<'p>, message: &Text, attributes: &str, cx: &mut Context<'p>) {
    report_from(element, message, attributes, If::Always, cx);
}

fn report_from<'p>(
    element: Element<'p>,
    message: &Text,
    attributes: &str,
    when: If,
    cx: &mut Context<'p>,
) {
    let what = format!("{} {attributes}", element.name());
    let target = (element, element.name_place());
    let Some(draft) = cx.fail_together(target, message, &what, &ALSO) else {
        return;
    };
    let draft = draft
        .arg("tag", element.name())
        .arg("attribute", attributes);
    if let If::Widths(from) = when {
        draft.arg("from", from);
    } else if is_often_left_out(element.name(), attributes) {
        draft.level(Level::Warning);
    }
}

#[cfg(test)]
mod tests {
    use crate::spec::required_attributes::elements;

    /// `a`, `audio`, `embed`, `iframe` and `video` come by `itemprop`.
    const CONCERNED: &[&str] = &[
        "a", "area", "audio", "base", "bdo", "data", "embed", "iframe", "img", "input", "link",
        "map", "meta", "meter", "object", "source", "textarea", "track", "video",
    ];

    #[test]
    fn every_element_of_the_list_is_seen() {
        assert_eq!(elements(), CONCERNED);
    }
}
