//! RGAA 10.1.1: no `basefont`, `big`, `blink`, `center`, `font`, `marquee`, `strike`, `tt`; no `u` unless the doctype is HTML's.
//!
//! The test asks for their absence from the code, so presence is a failure, shown or not, and absence is a pass; the page is
//! always a subject. Only the HTML namespace counts (`font` is also an SVG element). The ninth element of the list, `s`, has a
//! meaning in HTML and a check of its own, `presentational-s-element`, so that a site can disagree with the letter on it alone;
//! both decide the test together. All of these but `u` are non-conforming in HTML too (16.2), hence the category.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::spec::presentational::{self, Ban};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &PresentationalElement;

struct PresentationalElement;

const BANNED: &[&str] = &[
    "basefont", "big", "blink", "center", "font", "marquee", "strike", "tt", "u",
];

static META: Meta = Meta {
    id: "presentational-element",
    category: Category::Conformance,
    title: text("Élément de présentation", "Presentational element"),
    why: text(
        "La présentation écrite dans le HTML résiste à qui adapte l’affichage à sa vue (couleurs, tailles, interlignage) ; ces éléments n’existent plus en HTML.",
        "Presentation written in the HTML resists people who adapt the display to their sight (colours, sizes, spacing); HTML no longer has these elements.",
    ),
    fix: text(
        "Retirer la balise et mettre le style dans une feuille CSS ; si elle portait un sens, prendre l’élément qui le dit (strong, em, del, code...).",
        "Remove the tag and put the style in a style sheet; if it had a meaning, use the element that says it (strong, em, del, code...).",
    ),
    proofs: &[Proof::decides(&[test(10, 1, 1)])],
    interest: &[Interest::Elements(BANNED), Interest::Page],
    fail: &[
        "<!DOCTYPE html><center>Avis</center>",
        "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'><p><u>Avis</u></p>",
    ],
    pass: &[
        "<!DOCTYPE html><p><u>Avis</u></p>",
        "<!DOCTYPE html><svg><font/></svg>",
    ],
    ..Meta::NEW
};

const FOUND: Text = text(
    "l’élément <{tag}> ne sert qu’à la présentation, qui revient au CSS",
    "the <{tag}> element is only for presentation, which belongs to CSS",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for PresentationalElement {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        // Without a doctype nobody says that the page is not HTML 5.
        let html5 = cx.doc().doctype().is_none_or(|d| d.public_id().is_empty());
        if !element.is_html() || presentational::element(element.name(), html5) != Some(Ban::Plain)
        {
            return;
        }
        if let Some(draft) = cx.fail_together(element, &FOUND, element.name(), &ALSO) {
            draft.arg("tag", element.name());
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        cx.pass();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::elements;

    #[test]
    fn it_is_shown_all_that_is_banned() {
        let banned: Vec<_> = elements::names()
            .filter(|name| presentational::element(name, false) == Some(Ban::Plain))
            .collect();
        assert_eq!(banned, BANNED);
    }
}
