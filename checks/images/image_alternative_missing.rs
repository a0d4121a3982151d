//! RGAA 1.1.1: each `img` or `role="img"` that informs has a text alternative.
//!
//! Targets: `img` and elements of `role="img"`, but those with tests of their own (`svg`, `object`…) and those that are all a link or a
//! button holds (glossary «Image porteuse d’information», notes 1 and 2: criteria 6.x, 7.x and 11.9). The alternative is taken in
//! the order of the glossary «Alternative textuelle (image)».
//!
//! Certain failures: `role="img"` without `aria-label` or `aria-labelledby`, as such an element decorates only when `aria-hidden` (glossary
//! «Image de décoration»); an `img` with no alternative at all and no `alt`, which breaks 1.1.1 if it informs and 1.2.1 if it
//! decorates (for certain when it is declared one dot wide and high), and 1.1.1 for certain under a caption, where 1.2 does not apply (its technical note).
//! Passed: every target has an alternative; whether they inform or decorate, none can break the test. An empty `alt`, `aria-hidden` or
//! `role="presentation"` say that the image decorates: only a person can agree.

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
    title: text("Image sans alternative", "Image without an alternative"),
    why: text(
        "Sans alternative, une image qui informe ne dit rien à qui ne la voit pas, et bien des lecteurs d’écran lisent à la place son nom de fichier.",
        "Without an alternative, an image that informs says nothing to people who do not see it, and many screen readers read its file name instead.",
    ),
    fix: text(
        "Décrire dans l’attribut alt ce que l’image apporte ; si elle n’apporte rien, écrire alt=\"\". Pour role=\"img\", passer par aria-label.",
        "Describe in the alt attribute what the image brings; if it brings nothing, write alt=\"\". For role=\"img\", use aria-label.",
    ),
    proofs: &[Proof::decides(&[INFORMS]), Proof::refutes(EITHER)],
    act: &["23a2a8"],
    interest: &[
        Interest::Elements(&["img"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<p><img src=plan.png></p>",
        "<p>Avis : <span role=img class=etoiles></span></p>",
        "<figure><img src=pont.jpg><figcaption>Le pont en 1910</figcaption></figure>",
    ],
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
const CAPTIONED: Text = text(
    "cette image légendée n’a pas d’attribut alt",
    "this captioned image has no alt attribute",
);
const CAPTION: Text = text("sa légende", "its caption");
const NO_LABEL: Text = text(
    "<{tag} role=\"{role}\"> n’a ni aria-label ni aria-labelledby qui dise ce que montre l’image",
    "<{tag} role=\"{role}\"> has no aria-label or aria-labelledby that says what the image shows",
);
const TITLE_ONLY: Text = text(
    "l’alternative de cette image n’est que dans title : les aides techniques de votre base la restituent-elles ? alt est plus sûr",
    "the alternative of this image is in title only: do your assistive technologies give it? alt is safer",
);
const OTHER_NAME: Text = text(
    "le nom de cette image ne vient ni d’aria-label ni d’aria-labelledby, les seuls que le RGAA retienne ici : est-il restitué ?",
    "the name of this image comes neither from aria-label nor from aria-labelledby, the only ones the RGAA counts here: is it given?",
);
const BLANK: Text = text(
    "l’alternative de cette image n’est faite que d’espaces : décorative, elle veut alt=\"\" ; sinon, que montre-t-elle ?",
    "the alternative of this image is nothing but spaces: if decorative, it wants alt=\"\"; if not, what does it show?",
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
                cx.review((img, alt), &BLANK);
            }
            (Some(_), _) | (None, Reach::AriaHidden) => cx.leave_open(&[INFORMS]),
            (None, _) => without_alt(img, company, cx),
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !subject::is_image_by_role(e, semantics) {
            return;
        }
        match subject::source(e, semantics) {
            NameSource::AriaLabel | NameSource::AriaLabelledby => return cx.pass(),
            NameSource::GivenUp => return cx.leave_open(&[INFORMS]),
            _ => {}
        }
        // Its content may give it a name in a link; inside a drawing it is a part of that.
        let judged_elsewhere = subject::company(e, semantics) != Company::Other || !e.is_html();
        if judged_elsewhere || subject::reach(e, semantics) == Reach::AriaHidden {
            return cx.leave_open(&[INFORMS]);
        }
        if !semantics.name(e).is_empty() {
            cx.review(e, &OTHER_NAME).tests(&[INFORMS]);
            return;
        }
        // The tests name the role `img`, not its synonym of ARIA 1.3.
        let draft = if semantics.explicit_role(e) == Some("img") {
            cx.fail_if_rendered(e, e, &NO_LABEL)
        } else {
            cx.review(e, &NO_LABEL)
        };
        draft
            .arg("tag", e.name())
            .arg("role", role.value())
            .tests(&[INFORMS]);
    }
}

fn without_alt<'p>(img: Element<'p>, company: Company, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    if semantics.is_presentational(img) {
        return cx.leave_open(&[INFORMS]);
    }
    if subject::is_informative(img, cx) {
        // Told by `image-not-as-declared`.
        return cx.leave_open(&[INFORMS]);
    }
    match semantics.explicit_role(img) {
        None | Some("img" | "image") => {}
        // Whatever it is for, nothing can be done with it by people who do not see it.
        Some(role @ ("none" | "presentation")) if semantics.is_tabbable(img) => {
            cx.fail_if_rendered(img, img, &FOCUSED)
                .arg("role", role)
                .tests(&[]);
            return cx.leave_open(&[INFORMS]);
        }
        Some(role @ ("none" | "presentation")) => {
            cx.review(img, &KEPT).arg("role", role);
            return;
        }
        // A button or a link made of an `img`: its name is judged as such.
        Some(_) => return cx.leave_open(&[INFORMS]),
    }
    if is_dot(img) && company == Company::Other && subject::caption(img).is_none() {
        cx.fail_if_rendered(img, img, &DOT).tests(&[DECORATES]);
        return;
    }
    if !["src", "srcset"].iter().any(|a| img.has_attr(a)) {
        cx.review(img, &NO_SOURCE);
    } else if company == Company::Images {
        cx.review(img, &IN_GROUP);
    } else if let Some(caption) = subject::caption(img) {
        cx.fail_if_rendered(img, img, &CAPTIONED)
            .tests(&[INFORMS])
            .related(caption.place(), &CAPTION);
    } else {
        cx.fail_if_rendered(img, img, &NO_ALT).tests(EITHER);
    }
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
