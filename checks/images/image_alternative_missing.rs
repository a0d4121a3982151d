//! RGAA 1.1.1: each `img` or `role="img"` that informs has a text alternative.
//!
//! Targets: `img` and elements of `role="img"`, but those with tests of their own (`svg`, `object`…) and those that are all a link or a
//! button holds (glossary «Image porteuse d’information», notes 1 and 2: criteria 6.x, 7.x and 11.9). The alternative is taken in
//! the order of the glossary «Alternative textuelle (image)».
//!
//! Certain failures: an `img` with no alternative at all and no `alt`, which breaks 1.1.1 if it informs and 1.2.1 if it
//! decorates (for certain when it is declared one dot wide and high), and so does an `alt` of spaces, which is neither a text nor empty. Under a caption that HTML takes for an alternative,
//! `captioned-image-empty-alt` tells it. Another element of `role="img"` without a name is told by `image-role-unnamed`.
//! Passed: every target has an alternative; whether they inform or decorate, none can break the test. An empty `alt`, `aria-hidden` or
//! `role="presentation"` say that the image decorates: only a person can agree.
//!
//! What fails breaks HTML too, which asks for `alt` (4.8.4.4): `attribute-required` leaves those images.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::NameSource;
use crate::text::{Text, text};

use super::subject::{self, Company, Reach};

pub static CHECK: &dyn Check = &ImageAlternativeMissing;

struct ImageAlternativeMissing;

const INFORMS: TestId = test(1, 1, 1);
const DECORATES: TestId = test(1, 2, 1);
const EITHER: &[TestId] = &[INFORMS, DECORATES];

static META: Meta = Meta {
    id: "image-alternative-missing",
    category: Category::Accessibility,
    html_error: true,
    title: text("Image sans alternative", "Image without an alternative"),
    why: text(
        "Sans alternative, une image qui informe ne dit rien à qui ne la voit pas, et bien des lecteurs d’écran lisent à la place son nom de fichier.",
        "Without an alternative, an image that informs says nothing to people who do not see it, and many screen readers read its file name instead.",
    ),
    fix: text(
        "Décrire dans l’attribut alt ce que l’image apporte ; si elle n’apporte rien, écrire alt=\"\".",
        "Describe in the alt attribute what the image brings; if it brings nothing, write alt=\"\".",
    ),
    proofs: &[Proof::decides(&[INFORMS]), Proof::refutes(EITHER)],
    act: &["23a2a8"],
    interest: &[
        Interest::Elements(&["img"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &["<p><img src=plan.png></p>"],
    review: &["<p><img src=plan.png title='Plan du quartier'></p>"],
    pass: &[
        "<p><img src=plan.png alt='Plan du quartier'></p>",
        "<p>Avis : <span role=img class=etoiles aria-label='4 étoiles sur 5'></span></p>",
        "<p><img src=filet.png alt=''></p>",
    ],
    na: &[
        "<p>Sans image</p>",
        "<a href=/><img src=logo.png></a>",
        "<button><img src=loupe.png></button>",
    ],
    ..Meta::NEW
};

const NO_ALT: Text = text(
    "cette image n’a pas d’attribut alt : rien ne dit si elle informe, ni quoi",
    "this image has no alt attribute: nothing says whether it informs, nor what of",
);
const DOT: Text = text(
    "cette image d’un point de côté, qui ne peut que décorer ou compter les visites, n’a pas alt=\"\"",
    "this image of one dot, which can only decorate or count visits, lacks alt=\"\"",
);
const TITLE_ONLY: Text = text(
    "l’alternative de cette image n’est que dans title : les aides techniques de votre base la restituent-elles ? alt est plus sûr",
    "the alternative of this image is in title only: do your assistive technologies give it? alt is safer",
);
const BLANK: Text = text(
    "l’alternative de cette image n’est faite que d’espaces : décorative, elle veut alt=\"\" ; sinon, un texte",
    "the alternative of this image is nothing but spaces: if decorative, it wants alt=\"\"; if not, a text",
);
const NO_SOURCE: Text = text(
    "cette image n’a ni alt ni source : le script qui la charge lui donne-t-il une alternative ?",
    "this image has neither alt nor source: does the script that loads it give it an alternative?",
);
const FOCUSED: Text = text(
    "cette image sans alternative prend le focus, ce qui annule role=\"{role}\" : on s’y arrête sans savoir sur quoi",
    "this image without an alternative takes the focus, which undoes role=\"{role}\": people stop there and cannot tell on what",
);
const KEPT: Text = text(
    "role=\"{role}\" est ignoré sur cette image sans alt, qui a un attribut ARIA : est-elle décorative ?",
    "role=\"{role}\" is ignored on this image without alt, which has an ARIA attribute: is it decorative?",
);
const IN_GROUP: Text = text(
    "cette image sans alt est avec d’autres le seul contenu d’un lien ou d’un bouton : qu’ajoute-t-elle à son intitulé ?",
    "this image without alt is, with others, all that a link or a button holds: what does it add to its name?",
);

impl Check for ImageAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, img: Element<'p>, cx: &mut Context<'p>) {
        if !img.is_html() || subject::is_decorative(img, cx) {
            return;
        }
        let alt = img.attribute("alt");
        if alt.is_some_and(|a| !crate::semantics::is_blank(a.value())) {
            return cx.pass();
        }
        let semantics = cx.semantics();
        let company = subject::company(img, semantics);
        if company == Company::Alone {
            return;
        }
        match subject::source(img, semantics) {
            NameSource::None => {}
            NameSource::Title if alt.is_none() => {
                cx.review(img, &TITLE_ONLY).tests(&[INFORMS]);
                return;
            }
            // With an empty `alt`, `decorative-image-named` asks which of the two is meant.
            NameSource::Title | NameSource::GivenUp => return cx.leave_open(&[INFORMS]),
            _ => return cx.pass(),
        }
        match (alt, subject::reach(img, semantics)) {
            (Some(alt), Reach::All) if !alt.value().is_empty() => {
                cx.fail((img, alt), &BLANK).tests(EITHER);
            }
            (Some(_), _) | (None, Reach::AriaHidden) => cx.leave_open(&[INFORMS]),
            (None, _) => without_alt(img, company, cx),
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !subject::is_image_by_role(e, semantics) {
            return;
        }
        match subject::source(e, semantics) {
            NameSource::AriaLabel | NameSource::AriaLabelledby => cx.pass(),
            _ => cx.leave_open(&[INFORMS]),
        }
    }
}

/// What is said of an `img` without `alt` nor any other alternative.
#[derive(Clone, Copy)]
enum Said {
    /// The role it has, where the message names it.
    Fail(&'static Text, &'static [TestId], Option<&'static str>),
    Review(&'static Text, Option<&'static str>),
    Nothing,
}

fn without_alt<'p>(img: Element<'p>, company: Company, cx: &mut Context<'p>) {
    match say(img, company, cx) {
        Said::Nothing => cx.leave_open(&[INFORMS]),
        Said::Fail(message, tests, role) => {
            let draft = cx.fail_if_rendered(img, img, message).tests(tests);
            if let Some(role) = role {
                draft.arg("role", role);
                cx.leave_open(&[INFORMS]);
            }
        }
        Said::Review(question, role) => {
            let draft = cx.review(img, question);
            if let Some(role) = role {
                draft.arg("role", role);
            }
        }
    }
}

fn say<'p>(img: Element<'p>, company: Company, cx: &Context<'p>) -> Said {
    let semantics = cx.semantics();
    // What the user declared informative is told by `image-not-as-declared`.
    if semantics.is_presentational(img) || subject::is_informative(img, cx) {
        return Said::Nothing;
    }
    match semantics.explicit_role(img) {
        None | Some("img" | "image") => {}
        // Whatever it is for, nothing can be done with it by people who do not see it.
        Some(role @ ("none" | "presentation")) if semantics.is_tabbable(img) => {
            return Said::Fail(&FOCUSED, &[], Some(role));
        }
        Some(role @ ("none" | "presentation")) => return Said::Review(&KEPT, Some(role)),
        // A button or a link made of an `img`: its name is judged as such.
        Some(_) => return Said::Nothing,
    }
    let captioned = subject::caption(img).is_some();
    if is_dot(img) && company == Company::Other && !captioned {
        Said::Fail(&DOT, &[DECORATES], None)
    } else if !["src", "srcset"].iter().any(|a| img.has_attr(a)) {
        Said::Review(&NO_SOURCE, None)
    } else if company == Company::Images {
        Said::Review(&IN_GROUP, None)
    } else if captioned {
        Said::Nothing
    } else {
        Said::Fail(&NO_ALT, EITHER, None)
    }
}

/// Whether this check fails the image for want of `alt`.
pub fn fails_for_want_of_alt<'p>(img: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    if img.has_attr("alt") || subject::is_decorative(img, cx) {
        return false;
    }
    let company = subject::company(img, semantics);
    company != Company::Alone
        && subject::source(img, semantics) == NameSource::None
        && semantics.is_rendered(img)
        && subject::reach(img, semantics) != Reach::AriaHidden
        && matches!(say(img, company, cx), Said::Fail(..))
}

/// Whether nothing could be seen on it: at most one dot wide and high.
fn is_dot(img: Element<'_>) -> bool {
    let tiny = |name| {
        matches!(
            img.attr(name).map(str::trim_ascii),
            Some("0" | "1" | "0px" | "1px")
        )
    };
    tiny("width") && tiny("height")
}
