//! RGAA 1.1.6: each `object` image that informs has an alternative.
//!
//! Targets: `object` whose type is `image/…`, as the test has it; one without a type whose data is an image file is left open. The test accepts
//! `role="img"` with a name, or a link or button just after it, or a means to replace it. Without any of them it breaks 1.1.6 if it informs;
//! without `aria-hidden` it breaks 1.2.3 if it decorates: a certain failure of one of the two, where no script can bring the
//! means. Passed: all have role and name. A name without the role is a question.
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::text::text;

use super::embedded;
use super::subject::{self, Kind};

pub static CHECK: &dyn Check = &ObjectAlternativeMissing;

struct ObjectAlternativeMissing;

const INFORMS: TestId = test(1, 1, 6);
const EITHER: &[TestId] = &[INFORMS, test(1, 2, 3)];

static META: Meta = Meta {
    id: "object-alternative-missing",
    category: Category::Accessibility,
    title: text(
        "Image objet sans alternative",
        "Object image without an alternative",
    ),
    why: text(
        "Un lecteur d’écran ne sait rien dire d’une image <object> sans nom, ou lit son adresse.",
        "A screen reader has nothing to say of a nameless <object> image, or reads its address.",
    ),
    fix: text(
        "Porteuse d’information : role=\"img\" et aria-label. Décorative : aria-hidden=\"true\". Le plus sûr : remplacer <object> par <img alt=\"…\">.",
        "Informative: role=\"img\" and aria-label. Decorative: aria-hidden=\"true\". Safest: replace <object> with <img alt=\"…\">.",
    ),
    proofs: &[Proof::decides(&[INFORMS]), Proof::refutes(EITHER)],
    interest: &[Interest::Elements(&["object"])],
    fail: &["<p>Schéma : <object type=image/png data=schema.png></object></p>"],
    review: &["<p><object type=image/png data=schema.png title=Schéma></object></p>"],
    pass: &["<p><object type=image/png data=schema.png role=img aria-label=Schéma></object></p>"],
    na: &[
        "<p>Sans image</p>",
        "<object type=application/pdf data=plan.pdf></object>",
    ],
    ..Meta::NEW
};

impl Check for ObjectAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, object: Element<'p>, cx: &mut Context<'p>) {
        if subject::kind(object) == Some(Kind::Object) {
            embedded::judge(object, EITHER, cx);
        } else if object.is_html() && subject::holds_image(object) {
            cx.leave_open(&[INFORMS]);
        }
    }
}
