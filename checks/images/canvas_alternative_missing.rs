//! RGAA 1.1.8: each `canvas` that informs has an alternative.
//!
//! Targets: `canvas` elements but those that are all a link or a button holds. Passed: `role="img"` with `aria-label` or `aria-labelledby`; or,
//! without that role, content between the tags. Nothing is certain otherwise: only a script draws in a `canvas`, and a script may as well
//! bring an alternative or take the canvas away, so what is missing is asked for. With `role="img"` the content between the tags does not
//! count (note of the methodology).

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::semantics::NameSource;
use crate::text::{Text, text};

use super::embedded;
use super::subject::{self, Company, Kind, Reach};

pub static CHECK: &dyn Check = &CanvasAlternativeMissing;

struct CanvasAlternativeMissing;

const INFORMS: TestId = test(1, 1, 8);
const EITHER: &[TestId] = &[INFORMS, test(1, 2, 5)];

static META: Meta = Meta {
    id: "canvas-alternative-missing",
    review_level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Image <canvas> sans alternative",
        "<canvas> image without an alternative",
    ),
    why: text(
        "Ce qu’un script dessine dans un <canvas> n’existe pas pour un lecteur d’écran.",
        "What a script draws in a <canvas> does not exist for a screen reader.",
    ),
    fix: text(
        "Mettre l’information entre les balises, ou role=\"img\" et aria-label ; si le dessin décore, aria-hidden=\"true\".",
        "Put the information between the tags, or role=\"img\" and aria-label; if the drawing decorates, aria-hidden=\"true\".",
    ),
    proofs: &[Proof::decides(&[INFORMS]), Proof::hints(&[test(1, 2, 5)])],
    interest: &[Interest::Elements(&["canvas"])],
    review: &[
        "<p><canvas id=ventes></canvas></p>",
        "<p><canvas id=ventes role=img>Ventes par mois</canvas></p>",
    ],
    pass: &[
        "<p><canvas role=img aria-label='Ventes par mois, détaillées ci-dessous'></canvas></p>",
        "<p><canvas><table><tr><th>Mai<td>12</table></canvas></p>",
    ],
    na: &["<p>Sans image</p>"],
    ..Meta::NEW
};

const NOTHING: Text = text(
    "ce <canvas> n’a ni contenu alternatif, ni role=\"img\" avec un nom, ni aria-hidden=\"true\" : que dessine le script ?",
    "this <canvas> has no alternative content, no role=\"img\" with a name, no aria-hidden=\"true\": what does the script draw?",
);
const NO_NAME: Text = text(
    "<canvas role=\"img\"> n’a ni aria-label ni aria-labelledby, et son contenu ne compte pas avec ce rôle : un lien adjacent le remplace-t-il ?",
    "<canvas role=\"img\"> has no aria-label or aria-labelledby, and its content does not count with that role: does an adjacent link replace it?",
);

impl Check for CanvasAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, canvas: Element<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if subject::kind(canvas) != Some(Kind::Canvas)
            || subject::is_decorative(canvas, cx)
            || subject::company(canvas, semantics) == Company::Alone
        {
            return;
        }
        let is_img = subject::is_role_img(canvas, semantics);
        let named = match subject::source(canvas, semantics) {
            NameSource::None => false,
            NameSource::GivenUp => return cx.leave_open(&[INFORMS]),
            _ => true,
        };
        let filled = !canvas.text_is_blank() || canvas.child_elements().next().is_some();
        if (is_img && named) || (!is_img && filled) {
            cx.pass();
        } else if subject::reach(canvas, semantics) == Reach::AriaHidden
            || embedded::has_adjacent_control(canvas, semantics)
            || subject::is_informative(canvas, cx)
        {
            cx.leave_open(&[INFORMS]);
        } else if is_img {
            cx.review(canvas, &NO_NAME).tests(&[INFORMS]);
        } else {
            cx.review(canvas, &NOTHING).tests(EITHER);
        }
    }
}
