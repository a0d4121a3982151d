//! An attribute of SVG that must be one word of a list, and is none of them (SVG 1.1 and 2, Filter Effects 1).
//!
//! Browsers take the default instead. Not among the families of RGAA 8.2.1: no proof.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element, Namespace};
use crate::spec::svg::values;
use crate::text::{Text, nearest, text};

pub static CHECK: &dyn Check = &SvgValueInvalid;

struct SvgValueInvalid;

static META: Meta = Meta {
    id: "svg-value-invalid",
    category: Category::Conformance,
    title: text(
        "Valeur d’attribut SVG invalide",
        "Invalid value of an SVG attribute",
    ),
    why: text(
        "Les navigateurs prennent la valeur par défaut : le dessin n’est pas celui que l’on voulait.",
        "Browsers take the default value: the drawing is not the one that was meant.",
    ),
    fix: text(
        "Écrire une des valeurs que SVG prévoit, majuscules comprises.",
        "Write one of the values that SVG defines, capitals included.",
    ),
    interest: &[Interest::Attributes(values::NAMES)],
    fail: &[
        "<svg preserveAspectRatio=center></svg>",
        "<svg><path fill-rule=pair /></svg>",
    ],
    pass: &["<svg preserveAspectRatio='xMidYMid slice'><path fill-rule=evenodd /></svg>"],
    na: &["<input type=text>"],
    ..Meta::NEW
};

const WORDS: Text = text(
    "{name} ne peut pas valoir « {value} » ; les valeurs possibles sont {allowed}",
    "{name} may not be \"{value}\"; it may be {allowed}",
);
const DID_YOU_MEAN: Text = text(
    "{name} ne peut pas valoir « {value} » ; serait-ce « {near} » ?",
    "{name} may not be \"{value}\"; is it \"{near}\"?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for SvgValueInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if element.namespace() != Namespace::Svg || attr.prefix().is_some() {
            return;
        }
        let (name, value) = (attr.name(), attr.value());
        let Some(allowed) = values::problem(element.name(), name, value) else {
            return cx.pass();
        };
        let what = format!("{name} {value}");
        let draft = match nearest(value, allowed.iter().copied()) {
            Some(near) => cx
                .fail_together((element, attr), &DID_YOU_MEAN, &what, &ALSO)
                .map(|draft| draft.arg("near", near)),
            None => cx
                .fail_together((element, attr), &WORDS, &what, &ALSO)
                .map(|draft| draft.arg("allowed", allowed.join(", "))),
        };
        if let Some(draft) = draft {
            draft.arg("name", name).arg("value", value);
        }
    }
}
