//! RGAA 1.1.7: each `embed` image that informs has an alternative.
//!
//! Targets: `embed` whose type is `image/…`, as the test has it; one without a type whose source is an image file is left open. The test accepts
//! `role="img"` with a name, or a link or button just after it, or a means to replace it. Without any of them it breaks 1.1.7 if it informs;
//! without `aria-hidden` it breaks 1.2.6 if it decorates: a certain failure of one of the two, where no script can bring the
//! means. Passed: all have role and name. A name without the role is a question.
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::text;

use super::embedded;
use super::subject::{self, Kind};

pub static CHECK: &dyn Check = &EmbedAlternativeMissing;

struct EmbedAlternativeMissing;

const INFORMS: TestId = test(1, 1, 7);
const EITHER: &[TestId] = &[INFORMS, test(1, 2, 6)];

static META: Meta = Meta {
    id: "embed-alternative-missing",
    category: Category::Accessibility,
    title: text(
        "Image embarquée sans alternative",
        "Embedded image without an alternative",
    ),
    why: text(
        "Un lecteur d’écran ne sait rien dire d’une image <embed> sans nom, ou lit son adresse.",
        "A screen reader has nothing to say of a nameless <embed> image, or reads its address.",
    ),
    fix: text(
        "Porteuse d’information : role=\"img\" et aria-label. Décorative : aria-hidden=\"true\". Le plus sûr : remplacer <embed> par <img alt=\"…\">.",
        "Informative: role=\"img\" and aria-label. Decorative: aria-hidden=\"true\". Safest: replace <embed> with <img alt=\"…\">.",
    ),
    proofs: &[Proof::decides(&[INFORMS]), Proof::refutes(EITHER)],
    interest: &[Interest::Elements(&["embed"])],
    fail: &["<p>Schéma : <embed type=image/png src=schema.png></p>"],
    review: &["<p><embed type=image/png src=schema.png title=Schéma></p>"],
    pass: &["<p><embed type=image/png src=schema.png role=img aria-label=Schéma></p>"],
    na: &[
        "<p>Sans image</p>",
        "<embed type=application/pdf src=plan.pdf>",
    ],
    ..Meta::NEW
};

impl Check for EmbedAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, embed: Element<'p>, cx: &mut Context<'p>) {
        if subject::kind(embed) == Some(Kind::Embed) {
            embedded::judge(embed, EITHER, cx);
        } else if embed.is_html() && subject::holds_image(embed) {
            cx.leave_open(&[INFORMS]);
        }
    }
}
