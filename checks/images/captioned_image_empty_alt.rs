//! RGAA 1.1.1: an image under a caption has an alternative, though HTML takes the caption for one (4.8.4.4.7), and even when its `alt` says
//! that it decorates.
//!
//! Refutes, by the letter: criterion 1.2 does not apply to an image with a caption (its technical note), and such an image must meet criterion
//! 1.1 as one that informs (last technical note of criterion 1.9). HTML allows an empty `alt` there and much of the web writes it, hence a check
//! apart, that a site may turn off. Targets: an `img` without `alt`, or with `alt=""` and no other name, that is all its `figure` holds besides a `figcaption`
//! with text in it. One that is all a link holds is judged with the link.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::NameSource;
use crate::text::{Text, text};

use super::subject::{self, Company, Kind, Reach};

pub static CHECK: &dyn Check = &CaptionedImageEmptyAlt;

struct CaptionedImageEmptyAlt;

static META: Meta = Meta {
    id: "captioned-image-empty-alt",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Image légendée sans alternative",
        "Captioned image without an alternative",
    ),
    why: text(
        "La légende est lue sans que rien n’annonce l’image qu’elle commente.",
        "The caption is read while nothing announces the image it comments on.",
    ),
    fix: text(
        "Décrire l’image dans alt, en reprenant au besoin de quoi la relier à sa légende : alt=\"Photo 1 : le pont en 1910\".",
        "Describe the image in alt, repeating if needed what ties it to its caption: alt=\"Photo 1: the bridge in 1910\".",
    ),
    proofs: &[Proof::refutes(&[test(1, 1, 1)])],
    interest: &[Interest::Elements(&["figcaption"])],
    fail: &[
        "<figure><img src=pont.jpg alt=''><figcaption>Le pont en 1910</figcaption></figure>",
        "<figure><img src=pont.jpg><figcaption>Le pont en 1910</figcaption></figure>",
    ],
    na: &[
        "<figure><img src=pont.jpg alt='Le pont de pierre'><figcaption>Le pont en 1910</figcaption></figure>",
        "<figure><img src=pont.jpg alt=''></figure>",
        "<figure><img src=a.png alt=''><pre>ls</pre><figcaption>Commande</figcaption></figure>",
    ],
    ..Meta::NEW
};

const EMPTY: Text = text(
    "cette image légendée a une alternative vide : la légende ne la remplace pas",
    "this captioned image has an empty alternative: the caption does not replace it",
);
const NONE: Text = text(
    "cette image légendée n’a pas d’attribut alt : la légende ne le remplace pas",
    "this captioned image has no alt attribute: the caption does not replace it",
);
const CAPTION: Text = text("sa légende", "its caption");

impl Check for CaptionedImageEmptyAlt {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, caption: Element<'p>, cx: &mut Context<'p>) {
        let Some(figure) = caption.parent().filter(|p| p.is("figure")) else {
            return;
        };
        let semantics = cx.semantics();
        let is_img = |e| (subject::kind(e) == Some(Kind::Img)).then_some(e);
        let image = subject::first_in_figure(figure, is_img);
        let Some(image) = image else {
            return;
        };
        let unnamed = subject::source(image, semantics) == NameSource::None
            && subject::reach(image, semantics) != Reach::AriaHidden
            && subject::company(image, semantics) == Company::Other
            && subject::caption(image) == Some(caption);
        if !unnamed {
            return;
        }
        let draft = match image.attribute("alt") {
            Some(alt) if !alt.value().is_empty() => return,
            Some(alt) => cx.fail_if_rendered(image, (image, alt), &EMPTY),
            None if is_judged_without_alt(image, cx) => {
                cx.fail_if_rendered(image, image, &NONE).level(Level::Error)
            }
            None => return,
        };
        draft.related(caption.place(), &CAPTION);
    }
}

/// Whether nothing says that the image without `alt` decorates, or that a script brings what it is.
fn is_judged_without_alt<'p>(image: Element<'p>, cx: &Context<'p>) -> bool {
    let semantics = cx.semantics();
    let has_role = !matches!(semantics.explicit_role(image), None | Some("img" | "image"));
    let declared = subject::is_decorative(image, cx) || subject::is_informative(image, cx);
    !has_role
        && !declared
        && !semantics.is_presentational(image)
        && ["src", "srcset"].iter().any(|a| image.has_attr(a))
}
