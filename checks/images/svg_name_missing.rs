//! An `svg` of role `img` that has no name, but draws words (ACT 7d6734).
//!
//! WAI-ARIA 1.2, `img`: authors MUST give it a name, and what is inside an image is not exposed: the words drawn are lost to screen readers that follow
//! the standard. So a certain failure, of WAI-ARIA. For RGAA 1.1.5 the text drawn may stand for the alternative (glossary «Alternative textuelle
//! (image)», note 4): evidence only. Images that draw no word are judged by `svg-alternative-missing`. Parts of a drawing of role `img`, and what
//! has the roles `graphics-document` and `graphics-symbol`, must have a name too (WAI-ARIA Graphics Module 1.0, 4).

use super::subject::{self, Company, Kind, Reach};
use super::svg_alternative_missing::draws_text;
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element, Namespace};
use crate::rgaa::test;
use crate::semantics::NameSource;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SvgNameMissing;

struct SvgNameMissing;

static META: Meta = Meta {
    id: "svg-name-missing",
    level: Level::Warning,
    category: Category::Conformance,
    html_error: false,
    title: text(
        "Image vectorielle sans nom, aux mots dessinés",
        "Vector image without a name, with words drawn in it",
    ),
    why: text(
        "role=\"img\" en fait une image d’un bloc : ses mots ne sont pas transmis aux lecteurs d’écran, qui disent « image » et rien d’autre.",
        "role=\"img\" makes it one image: its words are not given to screen readers, which say \"image\" and nothing else.",
    ),
    fix: text(
        "Dire dans aria-label ce que montre l’image, mots dessinés compris ; ou retirer role=\"img\" si ces mots suffisent.",
        "Say in aria-label what the image shows, the words drawn included; or remove role=\"img\" if these words are enough.",
    ),
    proofs: &[Proof::hints(&[test(1, 1, 5)])],
    act: &["7d6734"],
    interest: &[
        Interest::Elements(&["svg"]),
        Interest::Attributes(&["role"]),
    ],
    fail: &[
        "<p><svg role=img><text>12 %</text></svg></p>",
        "<p><svg><g role=graphics-symbol><path d=M0,0h9/></g></svg></p>",
    ],
    pass: &["<p><svg role=img aria-label='12 %'><text>12 %</text></svg></p>"],
    na: &[
        "<p><svg role=img><path d=M0,0h9/></svg></p>",
        "<p><svg><text>12 %</text></svg></p>",
    ],
    ..Meta::NEW
};

const MISSING: Text = text(
    "<svg role=\"img\"> n’a pas de nom : les mots qu’il dessine ne lui en donnent pas, et un lecteur d’écran peut ne pas les dire",
    "<svg role=\"img\"> has no name: the words it draws do not give it one, and a screen reader may not say them",
);

const PART: Text = text(
    "<{tag} role=\"{role}\"> n’a pas de nom : ni aria-label, ni aria-labelledby, ni <title>",
    "<{tag} role=\"{role}\"> has no name: no aria-label, no aria-labelledby, no <title>",
);

impl Check for SvgNameMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, svg: Element<'p>, cx: &mut Context<'p>) {
        if svg.attr("role").is_none()
            || subject::kind(svg) != Some(Kind::Svg)
            || subject::is_decorative(svg, cx)
            || !draws_text(svg)
        {
            return;
        }
        let semantics = cx.semantics();
        if !subject::is_role_img(svg, semantics)
            || subject::reach(svg, semantics) == Reach::AriaHidden
            || subject::company(svg, semantics) == Company::Alone
        {
            return;
        }
        match subject::source(svg, semantics) {
            NameSource::None => {
                cx.fail_if_rendered(svg, svg, &MISSING);
            }
            NameSource::GivenUp => {}
            _ => cx.pass(),
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, _role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if e.namespace() != Namespace::Svg || subject::is_decorative(e, cx) {
            return;
        }
        let role = match semantics.explicit_role(e) {
            Some(role @ ("graphics-document" | "graphics-symbol")) => role,
            // An `svg` that draws is judged as a whole.
            Some(role @ "img") if subject::kind(e) != Some(Kind::Svg) => role,
            _ => return,
        };
        // What is inside an image is not exposed, and a script may draw and name what is empty.
        let inside = e.ancestors().any(|a| {
            a.has_attr("role")
                && matches!(
                    semantics.role(a),
                    Some("img" | "graphics-symbol" | "button")
                )
        });
        let later = semantics.has_active_script() && e.child_elements().next().is_none();
        if inside
            || later
            || !semantics.is_exposed(e)
            || subject::company(e, semantics) == Company::Alone
        {
            return;
        }
        if semantics.name(e).is_blank() {
            cx.fail(e, &PART).arg("tag", e.name()).arg("role", role);
        } else {
            cx.pass();
        }
    }
}
