//! WHATWG HTML 4.8.4.2.1 «srcset attributes» and «sizes attributes»: images to choose from, and the room they get.
//!
//! A browser drops what it cannot read, and takes an image without any sizes for one as wide as the window.

use super::media_problems;
use super::url_problems::Told;
use super::values::{self, Problem};
use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::spec::syntax::{source_sizes, srcset, url};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SrcsetInvalid;

struct SrcsetInvalid;

static META: Meta = Meta {
    id: "srcset-invalid",
    category: Category::Conformance,
    title: text(
        "Liste d’images ou de tailles mal écrite",
        "Badly written list of images or sizes",
    ),
    why: text(
        "Le navigateur écarte les images ou les tailles qu’il ne comprend pas, et en charge une trop lourde ou trop floue.",
        "The browser drops images or sizes that it does not understand, and loads one too heavy or too blurred.",
    ),
    fix: text(
        "Écrire chaque image avec sa largeur ou sa densité : a.jpg 480w, b.jpg 960w ; et les tailles avec leur unité : (min-width: 600px) 50vw, 100vw.",
        "Write each image with its width or density: a.jpg 480w, b.jpg 960w; and sizes with their unit: (min-width: 600px) 50vw, 100vw.",
    ),
    interest: &[Interest::Attributes(&[
        "imagesizes",
        "imagesrcset",
        "sizes",
        "srcset",
    ])],
    fail: &[
        "<img src=a.jpg alt=Plan srcset='a.jpg 480, b.jpg 960w'>",
        "<img src=a.jpg alt=Plan srcset='a.jpg, b.jpg'>",
        "<img src=a.jpg alt=Plan srcset='a.jpg 480w' sizes='100%'>",
    ],
    pass: &[
        "<img src=a.jpg alt=Plan srcset='a.jpg 480w, b.jpg 960w' sizes='(min-width: 600px) 50vw, 100vw'>",
    ],
    na: &[
        "<img src=a.jpg alt=Plan>",
        "<link rel=icon href=a.png sizes=any>",
    ],
    ..Meta::NEW
};

const COMMA: Text = text(
    "une virgule de trop : rien d’un côté",
    "a comma too many: nothing on one side",
);
const DESCRIPTOR: Text = text(
    "« {found} » n’est ni une largeur en pixels (480w) ni une densité (2x)",
    "\"{found}\" is no width in pixels (480w) nor a density (2x)",
);
const SEVERAL: Text = text(
    "« {found} » : une image a une largeur (480w) ou une densité (2x), et rien d’autre ; un espace dans une adresse s’écrit %20",
    "\"{found}\": an image has a width (480w) or a density (2x), and nothing else; a space in an address is written %20",
);
const TWICE: Text = text(
    "« {found} » a la même largeur ou la même densité qu’une image précédente (1x quand rien n’est écrit)",
    "\"{found}\" has the same width or density as an image before it (1x when nothing is written)",
);
const NO_WIDTH: Text = text(
    "« {found} » n’a pas de largeur (480w) ; avec sizes ou d’autres largeurs, chaque image doit en avoir une",
    "\"{found}\" has no width (480w); with sizes or other widths, each image must have one",
);
const LENGTH: Text = text(
    "« {found} » n’est pas une taille possible : une longueur avec son unité, comme 50vw ou 300px, ou calc()",
    "\"{found}\" is no possible size: a length with its unit, such as 50vw or 300px, or calc()",
);
const UNREACHED: Text = text(
    "« {found} » n’a pas de condition : ce qui suit ne sert jamais",
    "\"{found}\" has no condition: what follows is never used",
);
const AFTER: Text = text(
    "« {found} » est de trop après la taille",
    "\"{found}\" is too much after the size",
);
const OPEN: Text = text(
    "une parenthèse ouverte qui n’est pas fermée",
    "a parenthesis that is not closed",
);

impl Check for SrcsetInvalid {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let target = (element, attr);
        match attr.name() {
            "srcset" if element.is_any(&["img", "source"]) => {
                images(target, element.has_attr("sizes"), cx);
            }
            "imagesrcset" if element.is("link") => {
                images(target, element.has_attr("imagesizes"), cx);
            }
            "sizes" if element.is_any(&["img", "source"]) => sizes(target, cx),
            "imagesizes" if element.is("link") => sizes(target, cx),
            _ => {}
        }
    }
}

fn images<'p>(target: (Element<'p>, Attr<'p>), widths: bool, cx: &mut Context<'p>) {
    let value = target.1.value();
    let Err((kind, at)) = srcset::check(value, widths) else {
        return cx.pass();
    };
    let words = match kind {
        srcset::Kind::Url(kind) => {
            let fault = url::Fault { kind, at };
            let told = Told::of(&fault, value);
            return values::fail(target, fault.at, &told.problem(), cx);
        }
        srcset::Kind::Empty | srcset::Kind::Comma => COMMA,
        srcset::Kind::Descriptor => DESCRIPTOR,
        srcset::Kind::Several => SEVERAL,
        srcset::Kind::Twice => TWICE,
        srcset::Kind::NoWidth => NO_WIDTH,
    };
    let problem = Problem::new(words).with_found(&value[at.clone()]);
    values::fail(target, at, &problem, cx);
}

fn sizes<'p>(target: (Element<'p>, Attr<'p>), cx: &mut Context<'p>) {
    use source_sizes::Kind;
    let value = target.1.value();
    let Err((kind, at)) = source_sizes::check(value) else {
        return cx.pass();
    };
    let words = match kind {
        Kind::Empty | Kind::Comma => COMMA,
        Kind::Length => LENGTH,
        Kind::Unreached => UNREACHED,
        Kind::After => AFTER,
        Kind::Open => OPEN,
        Kind::Condition(kind) => media_problems::words(kind),
    };
    let problem = Problem::new(words).with_found(&value[at.clone()]);
    values::fail(target, at, &problem, cx);
}
