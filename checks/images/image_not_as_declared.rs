//! RGAA 1.1.x and 1.2.x: an image that the user declared to inform or to decorate, and that is not written as such.
//!
//! `[images]` of `vigie.toml` says what no file shows, so both criteria become certain. Declared informative, an image without any alternative
//! (glossary «Alternative textuelle (image)») fails 1.1.x; an `svg` also needs `role="img"`. Declared decorative, an `img` or an `area` without link
//! fails 1.2.x unless it has `alt=""` and nothing else that names it, `role="presentation"` or `aria-hidden="true"`; the other kinds need
//! `aria-hidden="true"`. Left aside: an image that is all a link or a button holds (criteria 6.x, 7.x, 11.9), a captioned one (1.2 does not apply to
//! it), an `object`, `embed` or `canvas` beside which a link or inside which a content may speak. A name kept under `aria-hidden` is
//! `decorative-image-named`'s. Images that are as declared are passed by the checks of each test. Certain only for what is rendered.

use crate::check::{Check, Context, DeclaredImage, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::NameSource;
use crate::text::{Text, text};

use super::embedded::has_adjacent_control;
use super::subject::{self, Company, Kind, Reach};
use super::wording;

pub static CHECK: &dyn Check = &ImageNotAsDeclared;

struct ImageNotAsDeclared;

static META: Meta = Meta {
    id: "image-not-as-declared",
    title: text(
        "Image qui n’est pas ce que dit la configuration",
        "Image that is not what the configuration says",
    ),
    why: text(
        "Une image qui informe n’est pas lue, ou une image qui décore l’est pour rien.",
        "An image that informs is not read, or one that decorates is read for nothing.",
    ),
    fix: text(
        "Donner une alternative à l’image qui informe ; écrire alt=\"\" ou aria-hidden=\"true\" sur celle qui décore ; ou corriger [images].",
        "Give an alternative to the image that informs; write alt=\"\" or aria-hidden=\"true\" on the one that decorates; or correct [images].",
    ),
    proofs: &[
        Proof::refutes(&[test(1, 1, 1)]),
        Proof::refutes(&[test(1, 1, 5)]),
        Proof::refutes(&[test(1, 1, 6)]),
        Proof::refutes(&[test(1, 1, 7)]),
        Proof::refutes(&[test(1, 1, 8)]),
        Proof::refutes(&[test(1, 2, 1)]),
        Proof::refutes(&[test(1, 2, 2)]),
        Proof::refutes(&[test(1, 2, 3)]),
        Proof::refutes(&[test(1, 2, 4)]),
        Proof::refutes(&[test(1, 2, 5)]),
        Proof::refutes(&[test(1, 2, 6)]),
    ],
    interest: &[Interest::Elements(&[
        "img", "area", "object", "embed", "svg", "canvas",
    ])],
    // Every example needs a configuration: see the fixtures.
    na: &["<p><img src=plan.png></p>"],
    ..Meta::NEW
};

const SILENT: Text = text(
    "cette image <{tag}> est déclarée informative dans vigie.toml, et n’a pas d’alternative",
    "this <{tag}> image is declared informative in vigie.toml, and has no alternative",
);
const NO_ROLE: Text = text(
    "cette image <{tag}> est déclarée informative dans vigie.toml, et n’a pas role=\"img\"",
    "this <{tag}> image is declared informative in vigie.toml, and lacks role=\"img\"",
);
const NAMED: Text = text(
    "cette image <{tag}> est déclarée décorative dans vigie.toml, mais a une alternative, « {name} »",
    "this <{tag}> image is declared decorative in vigie.toml, but has an alternative, \"{name}\"",
);
const NOT_IGNORED: Text = text(
    "cette image <{tag}> est déclarée décorative dans vigie.toml, et rien ne dit aux aides techniques de l’ignorer ({markup})",
    "this <{tag}> image is declared decorative in vigie.toml, and nothing tells assistive technologies to ignore it ({markup})",
);

impl Check for ImageNotAsDeclared {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, image: Element<'p>, cx: &mut Context<'p>) {
        let Some(declared) = cx.options().elements.image(image) else {
            return;
        };
        let Some(kind) = subject::kind(image) else {
            return;
        };
        let semantics = cx.semantics();
        if subject::company(image, semantics) == Company::Alone
            || subject::reach(image, semantics) == Reach::Nobody
        {
            return;
        }
        match declared {
            DeclaredImage::Informative => informs(image, kind, cx),
            DeclaredImage::Decorative => decorates(image, kind, cx),
        }
    }
}

fn informs<'p>(image: Element<'p>, kind: Kind, cx: &mut Context<'p>) {
    let test = match kind {
        Kind::Img => test(1, 1, 1),
        Kind::Svg => test(1, 1, 5),
        Kind::Object => test(1, 1, 6),
        Kind::Embed => test(1, 1, 7),
        Kind::Canvas => test(1, 1, 8),
        // Decided whatever they are declared to be.
        Kind::Area | Kind::Button | Kind::RoleImg => return,
    };
    let semantics = cx.semantics();
    let otherwise = kind != Kind::Img
        && (has_adjacent_control(image, semantics) || wording::is_filled(image, kind));
    let source = subject::source(image, semantics);
    if source == NameSource::GivenUp || otherwise {
        return cx.leave_open(&[test]);
    }
    let draft = if source == NameSource::None {
        cx.fail(image, &SILENT)
    } else if kind == Kind::Svg && !subject::is_role_img(image, semantics) {
        cx.fail(image, &NO_ROLE)
    } else {
        return cx.pass_on(&[test]);
    };
    draft.arg("tag", image.name()).tests(&[test]);
}

fn decorates<'p>(image: Element<'p>, kind: Kind, cx: &mut Context<'p>) {
    let (test, markup) = match kind {
        Kind::Img => (test(1, 2, 1), "alt=\"\""),
        Kind::Area if !image.has_attr("href") => (test(1, 2, 2), "alt=\"\""),
        Kind::Object => (test(1, 2, 3), "aria-hidden=\"true\""),
        Kind::Svg => (test(1, 2, 4), "aria-hidden=\"true\""),
        Kind::Canvas => (test(1, 2, 5), "aria-hidden=\"true\""),
        Kind::Embed => (test(1, 2, 6), "aria-hidden=\"true\""),
        Kind::Area | Kind::Button | Kind::RoleImg => return,
    };
    if subject::caption(image).is_some() {
        return cx.leave_open(&[test]);
    }
    let has_alt = matches!(kind, Kind::Img | Kind::Area);
    let role = cx.semantics().explicit_role(image);
    if subject::hides_itself(image) || has_alt && matches!(role, Some("none" | "presentation")) {
        return cx.pass_on(&[test]);
    }
    let name = cx.semantics().rgaa_name(image);
    let draft = if name.source == NameSource::GivenUp {
        return cx.leave_open(&[test]);
    } else if !name.is_blank() {
        cx.fail(image, &NAMED).arg("name", &name.text)
    } else if has_alt && image.attr("alt") == Some("") {
        return cx.pass_on(&[test]);
    } else {
        cx.fail(image, &NOT_IGNORED).arg("markup", markup)
    };
    draft.arg("tag", image.name()).tests(&[test]);
}
