//! An element of SVG without an attribute or a child that it must have (SVG 1.1, definition of each element).
//!
//! Effects and animations that lack theirs do nothing. Not among the families of RGAA 8.2.1: no proof.

use super::content_words::tags;
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Element, Namespace};
use crate::spec::svg;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SvgElementIncomplete;

struct SvgElementIncomplete;

static META: Meta = Meta {
    id: "svg-element-incomplete",
    category: Category::Conformance,
    title: text("Élément SVG incomplet", "Incomplete SVG element"),
    why: text(
        "L’effet, l’animation ou la police ne fonctionne pas : l’image n’est pas celle que l’on voulait.",
        "The effect, the animation or the font does not work: the image is not the one that was meant.",
    ),
    fix: text(
        "Ajouter ce qui manque, ou retirer l’élément.",
        "Add what is missing, or remove the element.",
    ),
    interest: &[Interest::Elements(&[
        "animate",
        "animateColor",
        "animateTransform",
        "color-profile",
        "feBlend",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feSpecularLighting",
        "font",
        "font-face-src",
        "hkern",
        "set",
        "vkern",
    ])],
    fail: &[
        "<svg><path><animate dur=2s></animate></path></svg>",
        "<svg><filter><feDiffuseLighting/></filter></svg>",
    ],
    pass: &["<svg><path><animate attributeName=d></animate></path></svg>"],
    na: &["<svg><path/></svg>"],
    ..Meta::NEW
};

const ATTRIBUTE: Text = text(
    "<{tag}> exige l’attribut {name}, qui manque ici",
    "<{tag}> requires the attribute {name}, which is missing here",
);
const CHILD: Text = text(
    "<{tag}> doit contenir au moins un élément parmi {children}",
    "<{tag}> must hold at least one of {children}",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for SvgElementIncomplete {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if e.namespace() != Namespace::Svg {
            return;
        }
        let tag = e.name();
        let Some(known) = svg::element(tag) else {
            return;
        };
        let mut complete = true;
        for name in known.required() {
            if e.has_attr(name) {
                continue;
            }
            complete = false;
            let what = format!("{tag} {name}");
            if let Some(draft) = cx.fail_together(e, &ATTRIBUTE, &what, &ALSO) {
                draft.arg("tag", tag).arg("name", name);
            }
        }
        for group in known.needs() {
            if e.child_elements()
                .any(|child| group.contains(&child.name()))
            {
                continue;
            }
            complete = false;
            let what = format!("{tag} {}", group[0]);
            if let Some(draft) = cx.fail_together(e, &CHILD, &what, &ALSO) {
                draft
                    .arg("tag", tag)
                    .arg("children", tags(group.iter().copied()));
            }
        }
        if complete {
            cx.pass();
        }
    }
}
