//! RGAA 1.1.6: each `object` image that informs has an alternative.
//!
//! Targets: `object` whose type is `image/…`, as the test has it; one without a type whose data is an image file is left open. Where such
//! an object, or one that plays a file, is exposed without a name, it fails all the same, and no test (ACT 8fc3b6): what it holds between its tags is for
//! browsers that cannot show it; a drawing of SVG has its own content. The test accepts
//! `role="img"` with a name, or a link or button just after it, or a means to replace it. Without any of them it breaks 1.1.6 if it informs;
//! without `aria-hidden` it breaks 1.2.3 if it decorates: a certain failure of one of the two, where no script can bring the
//! means. Passed: all have role and name. A name without the role is a question.
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::{TestId, test};
use crate::spec::media::{self, Family};
use crate::text::{Text, text};

use super::embedded;
use super::subject::{self, Company, Kind, Reach};

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
    act: &["8fc3b6"],
    fail: &[
        "<p>Schéma : <object type=image/png data=schema.png></object></p>",
        "<p>Schéma : <object data=schema.png>Schéma</object></p>",
    ],
    review: &["<p><object type=image/png data=schema.png title=Schéma></object></p>"],
    pass: &["<p><object type=image/png data=schema.png role=img aria-label=Schéma></object></p>"],
    na: &[
        "<p>Sans image</p>",
        "<object type=application/pdf data=plan.pdf></object>",
    ],
    ..Meta::NEW
};

const NO_NAME: Text = text(
    "cet <object> montre ou joue « {data} » sans nom (aria-label, title) : rien n’en est dit à qui ne le voit pas",
    "this <object> shows or plays \"{data}\" without a name (aria-label, title): nothing of it is told to people who do not see it",
);

impl Check for ObjectAlternativeMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, object: Element<'p>, cx: &mut Context<'p>) {
        if object.is_html()
            && object
                .attr("data")
                .is_none_or(|data| data.trim().is_empty())
        {
            // It shows what is inside it instead.
            return;
        }
        if subject::kind(object) == Some(Kind::Object) {
            embedded::judge(object, EITHER, cx);
        } else if object.is_html() && (subject::holds_image(object) || holds_medium(object)) {
            if subject::holds_image(object) {
                cx.leave_open(&[INFORMS]);
            }
            untyped(object, cx);
        }
    }
}

/// Whether an `object` that does not say its type plays a sound or a video file.
fn holds_medium(object: Element<'_>) -> bool {
    let family = object.attr("data").and_then(media::family_of);
    !object.has_attr("type") && matches!(family, Some(Family::Audio | Family::Video))
}

fn untyped<'p>(object: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    let data = object.attr("data").unwrap_or_default();
    let silent = semantics.name(object).is_blank()
        && !data.to_ascii_lowercase().contains(".svg")
        && subject::reach(object, semantics) == Reach::All
        && subject::company(object, semantics) != Company::Alone
        && !semantics.is_presentational(object)
        && !semantics.has_active_script()
        && !subject::is_decorative(object, cx)
        && !embedded::has_adjacent_control(object, semantics);
    if silent {
        cx.fail(object, &NO_NAME).arg("data", data).tests(&[]);
    }
}
