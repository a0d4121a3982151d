//! RGAA 10.1.2 by its letter: `width` and `height` of `iframe`, `video`, `source` and `input`, `size` of `input`.
//!
//! The methodology allows `width` and `height` on five elements and `size` on `select` only, so presence elsewhere is a failure;
//! HTML allows these uses, and auditors dispute them, so they have an id of their own that a site can turn off without losing
//! `presentational-attribute`. `color` of a `link` (the tint of a browser's icon) and attributes of custom elements bear the
//! names on the list without styling the page: a question. Both checks decide the test together.

use super::presentational_attributes::{NAMED, ban, written};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::spec::{elements, presentational::Ban};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PresentationalAttributeByLetter;

struct PresentationalAttributeByLetter;

static META: Meta = Meta {
    id: "presentational-attribute-by-letter",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Attribut admis en HTML, interdit par la lettre du RGAA",
        "Attribute that HTML allows and the letter of RGAA bans",
    ),
    why: text(
        "Le RGAA n’admet width et height que sur img, object, embed, canvas et svg, et size que sur select : un audit peut le relever.",
        "RGAA allows width and height on img, object, embed, canvas and svg only, and size on select only: an audit may point it out.",
    ),
    fix: text(
        "Donner la taille en CSS (width, height, aspect-ratio) et retirer l’attribut.",
        "Give the size in CSS (width, height, aspect-ratio) and remove the attribute.",
    ),
    proofs: &[Proof::decides(&[test(10, 1, 2)])],
    interest: &[NAMED, Interest::Page],
    fail: &[
        "<iframe src=/plan title=Plan width=300></iframe>",
        "<input size=10 aria-label=Nom>",
    ],
    review: &["<link rel=mask-icon href=a.svg color=#000>"],
    pass: &["<img src=a.png alt='' width=10><select size=3></select>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "le RGAA interdit l’attribut {attribute} sur <{tag}>",
    "RGAA bans the {attribute} attribute on <{tag}>",
);
const ALSO: Text = text("ici aussi", "here too");
const DOUBT: Text = text(
    "l’attribut {attribute} de <{tag}> porte un nom interdit par le RGAA : sert-il à présenter la page ?",
    "the {attribute} attribute of <{tag}> has a name that RGAA bans: does it style the page?",
);

impl Check for PresentationalAttributeByLetter {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if ban(element, attr) != Some(Ban::ByTheLetter) {
            return;
        }
        let (tag, place) = (element.name(), (element, written(element, attr)));
        let what = format!("{tag} {}", attr.name());
        let draft = if tag == "link" || !elements::is_known(tag) {
            cx.review_together(place, &DOUBT, &what, &ALSO)
        } else {
            cx.fail_together(place, &FOUND, &what, &ALSO)
        };
        if let Some(draft) = draft {
            draft.arg("attribute", attr.name()).arg("tag", tag);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        cx.pass();
    }
}
