//! A `style` attribute whose syntax is not that of declarations (CSS Style Attributes; CSS Syntax 3, 5.5.6): no colon, no value, no name.
//!
//! Browsers drop the declaration, sometimes with the next one. Names of properties and their values are not judged: CSS adds to them all
//! the time. HTML asks that the attribute match the syntax (3.2.6.5), which is not among the families of RGAA 8.2.1: no proof.

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element};
use crate::semantics::style::{Malformed, malformed};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &StyleAttributeMalformed;

struct StyleAttributeMalformed;

static META: Meta = Meta {
    id: "style-attribute-malformed",
    category: Category::Conformance,
    title: text("Attribut style mal formé", "Malformed style attribute"),
    why: text(
        "Le navigateur ignore cette déclaration, parfois avec la suivante : la mise en forme n’est pas celle que l’on voulait.",
        "Browsers drop this declaration, sometimes with the next one: the styling is not the one that was meant.",
    ),
    fix: text(
        "Écrire « propriété: valeur; », ou mieux, mettre ces styles dans une feuille de style.",
        "Write \"property: value;\", or better, put these styles into a style sheet.",
    ),
    interest: &[Interest::Attributes(&["style"])],
    fail: &[
        "<p style='color red'>Avis</p>",
        "<p style='color:'>Avis</p>",
    ],
    pass: &["<p style='color: red; --a:; background: url(a;b.png)'>Avis</p>"],
    na: &["<p style=''>Avis</p>"],
    ..Meta::NEW
};

const NO_COLON: Text = text(
    "« {part} » n’est pas une déclaration CSS : il manque les deux-points",
    "\"{part}\" is no CSS declaration: the colon is missing",
);
const NO_VALUE: Text = text("« {part} » n’a pas de valeur", "\"{part}\" has no value");
const NO_NAME: Text = text(
    "« {part} » ne commence pas par un nom de propriété CSS",
    "\"{part}\" does not begin with the name of a CSS property",
);
const OPEN_STRING: Text = text(
    "« {part} » ouvre des guillemets et ne les ferme pas",
    "\"{part}\" opens a quote and does not close it",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for StyleAttributeMalformed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let style = attr.value();
        if style.trim_ascii().is_empty() {
            return;
        }
        let Some((problem, range)) = malformed(style) else {
            return cx.pass();
        };
        let message = match problem {
            Malformed::NoColon => &NO_COLON,
            Malformed::NoValue => &NO_VALUE,
            Malformed::NoName => &NO_NAME,
            Malformed::OpenString => &OPEN_STRING,
        };
        let part = &style[range];
        if let Some(draft) = cx.fail_together((element, attr), message, part, &ALSO) {
            draft.arg("part", part);
        }
    }
}
