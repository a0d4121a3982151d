//! RGAA 1.2.1 to 1.2.6: decorative images are ignored by assistive technologies.
//!
//! An image says that it decorates by `alt=""`, `role="presentation"` (`img`, `area`) or `aria-hidden="true"` on itself (all kinds). Passed, for a
//! kind: all its images say so and keep nothing that would name them; whether they really decorate is 1.1's question, and no
//! decorative image can break the test. Any image that informs, or may, leaves it open. An image with a caption is no subject (technical note of
//! criterion 1.2), nor one that is all a link or a button holds, nor an `area` with a link.
//!
//! A name left on an image that says it decorates (`title`, `aria-label`, SVG's `title` and `desc`) is a question: the tests and their
//! methodologies disagree on some of these, and the author may have meant it to inform. On an `svg`, a global
//! ARIA attribute undoes `role="none"` (WAI-ARIA 1.2 7.6): named and neither `role="img"` nor `aria-hidden`, it breaks 1.1.5 if it informs
//! and 1.2.4 if it decorates. Under an element that is `aria-hidden`, nothing is read:
//! left open, as the letter wants the attribute on the image.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element, Namespace};
use crate::rgaa::{TestId, test};
use crate::semantics::is_blank;
use crate::text::{Text, text};

use super::subject::{self, Company, Kind, Reach};
use super::wording;

pub static CHECK: &dyn Check = &DecorativeImageNamed;

struct DecorativeImageNamed;

const IMG: TestId = test(1, 2, 1);
const AREA: TestId = test(1, 2, 2);
const OBJECT: TestId = test(1, 2, 3);
const SVG: TestId = test(1, 2, 4);
const CANVAS: TestId = test(1, 2, 5);
const EMBED: TestId = test(1, 2, 6);

const SVG_EITHER: &[TestId] = &[test(1, 1, 5), SVG];

static META: Meta = Meta {
    id: "decorative-image-named",
    category: Category::Accessibility,
    title: text(
        "Image déclarée décorative qui garde un nom",
        "Image declared decorative that keeps a name",
    ),
    why: text(
        "Ce nom contredit la déclaration : selon l’aide technique, une image sans intérêt est lue, ou une information est perdue.",
        "This name contradicts the declaration: depending on the assistive technology, an image of no interest is read, or information is lost.",
    ),
    fix: text(
        "Si l’image décore, retirer le nom ; si elle informe, le mettre dans alt (ou aria-label avec role=\"img\") et retirer la déclaration.",
        "If the image decorates, remove the name; if it informs, put it in alt (or aria-label with role=\"img\") and remove the declaration.",
    ),
    proofs: &[
        Proof::decides(&[IMG]),
        Proof::decides(&[AREA]),
        Proof::decides(&[OBJECT]),
        Proof::decides(&[SVG]),
        Proof::decides(&[CANVAS]),
        Proof::decides(&[EMBED]),
        Proof::refutes(SVG_EITHER),
    ],
    act: &["46ca7f"],
    interest: &[Interest::Elements(&[
        "img", "area", "object", "embed", "svg", "canvas",
    ])],
    fail: &["<p><svg role=none aria-label=Flèche><path d=M0,0h9/></svg> Suite</p>"],
    review: &[
        "<p><img src=filet.png alt='' title=Filet></p>",
        "<p><svg aria-hidden=true><title>Flèche</title><path d=M0,0h9/></svg> Suite</p>",
    ],
    pass: &[
        "<p><img src=filet.png alt=''> <svg aria-hidden=true><path d=M0,0h9/></svg></p>",
        "<p><img src=plan.png alt='Plan du quartier'></p>",
    ],
    na: &[
        "<p>Sans image</p>",
        "<figure><img src=pont.jpg alt=''><figcaption>Le pont</figcaption></figure>",
        "<a href=/><img src=logo.png alt=''></a>",
    ],
    ..Meta::NEW
};

const NAMED: Text = text(
    "cette image <{tag}> est déclarée décorative mais garde {attribute}=\"{name}\" : décore-t-elle vraiment ?",
    "this <{tag}> image is declared decorative but keeps {attribute}=\"{name}\": does it really decorate?",
);
const TEXT_INSIDE: Text = text(
    "cette image <{tag}> est déclarée décorative mais contient <{inner}> « {name} » : décore-t-elle vraiment ?",
    "this <{tag}> image is declared decorative but holds <{inner}> \"{name}\": does it really decorate?",
);
const UNDONE: Text = text(
    "{attribute}=\"{name}\" annule le rôle de décoration de cette image <svg> : il faut role=\"img\" si elle informe, aria-hidden=\"true\" si elle décore",
    "{attribute}=\"{name}\" undoes the role that makes this <svg> image a decoration: it needs role=\"img\" if it informs, aria-hidden=\"true\" if it decorates",
);
const FALLBACK: Text = text(
    "cette image <{tag}> est déclarée décorative mais garde un contenu entre ses balises : est-ce une alternative à retirer ?",
    "this <{tag}> image is declared decorative but keeps content between its tags: is it an alternative to remove?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for DecorativeImageNamed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, image: Element<'p>, cx: &mut Context<'p>) {
        let Some(kind) = subject::kind(image) else {
            if image.is_any(&["object", "embed"]) && subject::holds_image(image) {
                cx.leave_open(&[OBJECT, EMBED]);
            }
            return;
        };
        let tests: &[TestId] = match kind {
            Kind::Img => &[IMG],
            Kind::Area if image.has_attr("href") => return,
            Kind::Area => &[AREA],
            Kind::Object => &[OBJECT],
            Kind::Svg => &[SVG],
            Kind::Canvas => &[CANVAS],
            Kind::Embed => &[EMBED],
            Kind::Button | Kind::RoleImg => return,
        };
        if subject::is_informative(image, cx) {
            return;
        }
        let semantics = cx.semantics();
        let no_role = image.has_attr("role")
            && matches!(
                semantics.explicit_role(image),
                Some("none" | "presentation")
            );
        let has_alt = matches!(kind, Kind::Img | Kind::Area);
        // For kinds other than those with `alt`, the tests want `aria-hidden` and nothing else.
        let ignored =
            subject::hides_itself(image) || has_alt && (no_role || image.attr("alt") == Some(""));
        let declared = ignored || no_role;
        // One image that may inform leaves its test open: the next ones of the kind change nothing.
        let bit = 1 << kind as u8;
        if !declared && *cx.memory::<u8>() & bit != 0 {
            return;
        }
        if subject::company(image, semantics) == Company::Alone || subject::caption(image).is_some()
        {
            return;
        }
        if !declared {
            *cx.memory::<u8>() |= bit;
            return cx.leave_open(tests);
        }
        let name = naming_attribute(image);
        let undone = kind == Kind::Svg && !ignored && semantics.role(image) != Some("none");
        if let Some((holder, attr)) = name.filter(|_| undone && !subject::is_decorative(image, cx))
        {
            // Read as an image that informs, without the role it then needs; not ignored, as one that decorates must be.
            cx.fail_if_rendered(image, (holder, attr), &UNDONE)
                .arg("attribute", attr.name())
                .arg("name", attr.value())
                .tests(SVG_EITHER);
        } else if let Some((holder, attr)) = name {
            // A name that nobody can get: under `aria-hidden`, the letter alone objects.
            if subject::reach(image, semantics) == Reach::Nobody {
                return cx.leave_open(tests);
            }
            let what = format!("{} {} {}", image.name(), attr.name(), attr.value());
            if let Some(draft) = cx.review_together((holder, attr), &NAMED, &what, &ALSO) {
                draft
                    .arg("tag", image.name())
                    .arg("attribute", attr.name())
                    .arg("name", attr.value())
                    .tests(tests);
            }
        } else if let Some(inner) = inner_text(image, kind) {
            let name = inner.text_content();
            let what = format!("{} {}", image.name(), name.trim());
            if let Some(draft) = cx.review_together(inner, &TEXT_INSIDE, &what, &ALSO) {
                draft
                    .arg("tag", image.name())
                    .arg("inner", inner.name())
                    .arg("name", name.trim())
                    .tests(tests);
            }
        } else if matches!(kind, Kind::Object | Kind::Canvas) && wording::is_filled(image, kind) {
            cx.review(image, &FALLBACK)
                .arg("tag", image.name())
                .tests(tests);
        } else if ignored {
            cx.pass_on(tests);
        } else {
            cx.leave_open(tests);
        }
    }
}

/// The first attribute that would name it, on itself or, in SVG, on what it is made of.
fn naming_attribute(image: Element<'_>) -> Option<(Element<'_>, Attr<'_>)> {
    let naming = |e: Element<'_>, name: &str| {
        matches!(name, "aria-label" | "aria-labelledby")
            || name == "title" && (e.is_html() || e == image)
    };
    let inside = image.descendants().take(match image.namespace() {
        Namespace::Svg => usize::MAX,
        _ => 0,
    });
    std::iter::once(image).chain(inside).find_map(|e| {
        let attr = e
            .attributes()
            .find(|a| naming(e, a.name()) && !is_blank(a.value()))?;
        Some((e, attr))
    })
}

/// The SVG element inside whose text would stand for the image.
fn inner_text(image: Element<'_>, kind: Kind) -> Option<Element<'_>> {
    let titled = |e: &Element<'_>| matches!(e.name(), "title" | "desc") && !e.text_is_blank();
    (kind == Kind::Svg)
        .then(|| image.descendants().find(titled))
        .flatten()
}
