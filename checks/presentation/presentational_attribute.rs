//! RGAA 10.1.2: none of the attributes that its methodology lists, in the code of the page.
//!
//! The test asks for absence, so presence is a failure, shown or not, and absence is a pass; the page is always a subject.
//! Elements of SVG and MathML, and what is inside them, are left out: `width` or `color` are no presentation of HTML there.
//! Uses that HTML itself allows (`width` of an iframe) are in `presentational-attribute-by-letter`, so that a site can disagree
//! with the letter on those alone; both decide the test together. What is left here is non-conforming in HTML too (16.2).

use super::presentational_attributes::{NAMED, ban, written};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::spec::presentational::Ban;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PresentationalAttribute;

struct PresentationalAttribute;

static META: Meta = Meta {
    id: "presentational-attribute",
    category: Category::Conformance,
    title: text("Attribut de présentation", "Presentational attribute"),
    why: text(
        "La présentation écrite dans le HTML résiste à qui adapte l’affichage à sa vue (couleurs, tailles, marges).",
        "Presentation written in the HTML resists people who adapt the display to their sight (colours, sizes, margins).",
    ),
    fix: text(
        "Retirer l’attribut et mettre le style dans une feuille CSS.",
        "Remove the attribute and put the style in a style sheet.",
    ),
    proofs: &[Proof::decides(&[test(10, 1, 2)])],
    interest: &[NAMED, Interest::Page],
    fail: &[
        "<p align=center>Avis</p>",
        "<table border=1><tr><td width=50>Avis</td></tr></table>",
    ],
    pass: &[
        "<img src=a.png alt='' width=10 height=10><select size=3></select>",
        "<svg width=10><rect color=red /></svg>",
    ],
    ..Meta::NEW
};

const FOUND: Text = text(
    "l’attribut {attribute} de <{tag}> ne sert qu’à la présentation, qui revient au CSS",
    "the {attribute} attribute of <{tag}> is only for presentation, which belongs to CSS",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for PresentationalAttribute {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if ban(element, attr) != Some(Ban::Plain) {
            return;
        }
        let what = [element.name(), attr.name()];
        if let Some(draft) =
            cx.fail_together((element, written(element, attr)), &FOUND, what, &ALSO)
        {
            draft
                .arg("attribute", attr.name())
                .arg("tag", element.name());
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        cx.pass();
    }
}
