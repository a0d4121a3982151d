//! RGAA 1.3.8, 1.4 to 1.9, 10.9.2, 10.10.2 and 13.7.1: what nobody but a person can judge about images, and the proof that there is none.
//!
//! Hints, and inapplicable without targets: each of these tests names the elements it is about, and no markup tells a CAPTCHA, an image of text
//! or a drawing that needs a long description from another image. One question per kind and page, `off` by default: it says nothing
//! that the page's author does not know, and serves an auditor. Things whose content is not seen here (`iframe`, `object` and
//! `embed` of any type) leave open what they may hold. Tests 1.6.6, 1.6.8 and 1.6.9 are about images with ARIA attributes that may describe them,
//! 1.3.8 about what is between the tags of a `canvas`.
//!
//! Decides 13.7.1 where all that there is are drawings (`svg`) in which nothing moves: no animation of their own, no style sheet that could
//! animate one, nothing from elsewhere.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, Namespace};
use crate::rgaa::{TestId, test};
use crate::spec::svg;
use crate::text::{Text, text};

use super::subject::{self, Kind};
use super::{tests, wording};

pub static CHECK: &dyn Check = &ImagesToJudge;

struct ImagesToJudge;

const CAPTCHA: TestId = test(1, 5, 1);
const CANVAS_CONTENT: TestId = test(1, 3, 8);
const SVG_DESCRIBED: TestId = test(1, 6, 6);
const CANVAS_DESCRIBED: TestId = test(1, 6, 8);
const DESCRIBED: TestId = test(1, 6, 9);
const FLASH: TestId = test(13, 7, 1);

static META: Meta = Meta {
    id: "images-to-judge",
    level: Level::Off,
    review_level: Level::Off,
    category: Category::Accessibility,
    title: text("Images à examiner", "Images to look at"),
    why: text(
        "Texte en image, légende, description détaillée, CAPTCHA, information donnée par la forme ou la couleur : il faut regarder l’image.",
        "Text in an image, caption, long description, CAPTCHA, information given by shape or colour: one must look at the image.",
    ),
    fix: text(
        "Ouvrir la page et passer ces images en revue avec les critères 1.4 à 1.9.",
        "Open the page and review these images against criteria 1.4 to 1.9.",
    ),
    proofs: &[
        Proof::hints(&[
            CANVAS_CONTENT,
            test(1, 4, 1),
            test(1, 4, 2),
            test(1, 4, 3),
            test(1, 4, 4),
            test(1, 4, 5),
            test(1, 4, 6),
            test(1, 4, 7),
            CAPTCHA,
            test(1, 5, 2),
            test(1, 6, 1),
            test(1, 6, 2),
            test(1, 6, 3),
            test(1, 6, 4),
            test(1, 6, 5),
            SVG_DESCRIBED,
            test(1, 6, 7),
            CANVAS_DESCRIBED,
            DESCRIBED,
            test(1, 6, 10),
            test(1, 7, 1),
            test(1, 7, 2),
            test(1, 7, 3),
            test(1, 7, 4),
            test(1, 7, 5),
            test(1, 7, 6),
            test(1, 8, 1),
            test(1, 8, 2),
            test(1, 8, 3),
            test(1, 8, 4),
            test(1, 8, 5),
            test(1, 8, 6),
            test(1, 9, 1),
            test(1, 9, 2),
            test(1, 9, 3),
            test(1, 9, 4),
            test(1, 9, 5),
            test(10, 9, 2),
            test(10, 10, 2),
        ])
        .inapplicable_without_targets(),
        Proof::decides(&[FLASH]),
    ],
    interest: &[
        Interest::Elements(&[
            "img", "area", "input", "object", "embed", "svg", "canvas", "iframe", "frame", "video",
        ]),
        Interest::Attributes(&["role", "aria-describedby"]),
    ],
    review: &["<p><img src=plan.png alt=Plan></p>"],
    na: &["<p>Sans image</p>"],
    ..Meta::NEW
};

const FIRST: Text = text(
    "images <{tag}> à examiner dans cette page, celle-ci d’abord : texte en image, légende, description détaillée, CAPTCHA ?",
    "<{tag}> images to look at in this page, this one first: text in an image, caption, long description, CAPTCHA?",
);

impl Check for ImagesToJudge {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if subject::is_decorative(e, cx) {
            // It may flash all the same.
            return cx.leave_open(&[FLASH]);
        }
        if let Some(kind) = subject::kind(e) {
            if matches!(kind, Kind::Svg) {
                match is_still(e, cx) {
                    true => cx.pass_on(&[FLASH]),
                    false => cx.leave_open(&[FLASH]),
                }
            }
            ask(e, kind, cx);
            let described = ["aria-label", "aria-labelledby", "aria-describedby"];
            if matches!(kind, Kind::Svg | Kind::Canvas) && described.iter().any(|a| e.has_attr(a)) {
                let is_svg = kind == Kind::Svg;
                cx.leave_open(if is_svg {
                    &[SVG_DESCRIBED]
                } else {
                    &[CANVAS_DESCRIBED]
                });
            }
            if kind == Kind::Canvas && wording::is_filled(e, kind) {
                cx.leave_open(&[CANVAS_CONTENT]);
            }
        } else if e.is_html() && !e.is("input") {
            let video = e.is("video");
            cx.leave_open(if video { &[FLASH] } else { &[CAPTCHA, FLASH] });
            if subject::holds_image(e) {
                let kind = if e.is("object") {
                    Kind::Object
                } else {
                    Kind::Embed
                };
                cx.leave_open(tests::left_to_people(kind));
            }
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let by_role = || e.has_attr("role") && subject::is_image_by_role(e, semantics);
        if attr.name() == "role" {
            if by_role() {
                ask(e, Kind::RoleImg, cx);
            }
        } else if e.is_any(subject::ELEMENTS) || e.namespace() == Namespace::Svg || by_role() {
            cx.leave_open(&[DESCRIBED]);
        }
    }
}

/// Whether nothing moves in a drawing, nor comes into it from elsewhere.
fn is_still<'p>(svg: Element<'p>, cx: &Context<'p>) -> bool {
    const MOVING: [&str; 5] = ["animation", "keyframes", "transition", "url(", "content"];
    let sheets = cx.semantics().sheets();
    !MOVING.iter().any(|word| sheets.may_contain(word))
        && svg.descendants().all(|e| match e.name() {
            "foreignObject" | "image" | "feImage" | "script" | "style" => false,
            // `xlink:href` too.
            "use" => e
                .attributes()
                .all(|a| a.name() != "href" || a.value().starts_with('#')),
            name => !svg::ANIMATION.contains(&name),
        })
}

/// Once a kind and page.
fn ask<'p>(e: Element<'p>, kind: Kind, cx: &mut Context<'p>) {
    let seen = cx.memory::<u8>();
    let bit = 1 << kind as u8;
    if *seen & bit != 0 {
        return;
    }
    *seen |= bit;
    cx.review(e, &FIRST)
        .arg("tag", e.name())
        .tests(tests::left_to_people(kind));
}
