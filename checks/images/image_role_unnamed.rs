//! RGAA 1.1.1: an element of `role="img"` that is no `img` has `aria-label` or `aria-labelledby`.
//!
//! Refutes: such an element decorates only when `aria-hidden` (glossary «Image de décoration»), and the glossary «Alternative textuelle (image)»
//! takes no other name for it. WAI-ARIA 1.2 asks for the name too. One that is all a link or a button holds is judged with that. Whether
//! every image has an alternative is concluded by `image-alternative-missing`.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::semantics::NameSource;
use crate::text::{Text, text};

use super::subject::{self, Company, Reach};

pub static CHECK: &dyn Check = &ImageRoleUnnamed;

struct ImageRoleUnnamed;

static META: Meta = Meta {
    id: "image-role-unnamed",
    category: Category::Accessibility,
    title: text(
        "Image par son rôle, sans nom",
        "Image by its role, without a name",
    ),
    why: text(
        "Un lecteur d’écran annonce une image et ne peut rien en dire : son contenu n’est pas lu.",
        "A screen reader announces an image and can say nothing of it: its content is not read.",
    ),
    fix: text(
        "Dire dans aria-label ce que montre l’image ; si elle n’apporte rien, remplacer role=\"img\" par aria-hidden=\"true\".",
        "Say in aria-label what the image shows; if it brings nothing, replace role=\"img\" by aria-hidden=\"true\".",
    ),
    proofs: &[Proof::refutes(&[test(1, 1, 1)])],
    act: &["23a2a8"],
    interest: &[Interest::Attributes(&["role"])],
    fail: &["<p>Avis : <span role=img class=etoiles></span></p>"],
    review: &["<p>Avis : <span role=img class=etoiles title='4 étoiles sur 5'></span></p>"],
    pass: &["<p>Avis : <span role=img class=etoiles aria-label='4 étoiles sur 5'></span></p>"],
    na: &[
        "<p>Sans image</p>",
        "<p><img src=plan.png role=img></p>",
        "<a href=/><span role=img class=logo></span></a>",
    ],
    ..Meta::NEW
};

const NO_LABEL: Text = text(
    "<{tag} role=\"{role}\"> n’a ni aria-label ni aria-labelledby qui dise ce que montre l’image",
    "<{tag} role=\"{role}\"> has no aria-label or aria-labelledby that says what the image shows",
);
const OTHER_NAME: Text = text(
    "le nom de cette image ne vient ni d’aria-label ni d’aria-labelledby, les seuls que le RGAA retienne ici : est-il restitué ?",
    "the name of this image comes neither from aria-label nor from aria-labelledby, the only ones the RGAA counts here: is it given?",
);

impl Check for ImageRoleUnnamed {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !subject::is_image_by_role(e, semantics) {
            return;
        }
        match subject::source(e, semantics) {
            NameSource::AriaLabel | NameSource::AriaLabelledby => return cx.pass(),
            NameSource::GivenUp => return,
            _ => {}
        }
        // Its content may give it a name in a link; inside a drawing it is a part of that.
        let judged_elsewhere = subject::company(e, semantics) != Company::Other || !e.is_html();
        if judged_elsewhere || subject::reach(e, semantics) == Reach::AriaHidden {
            return;
        }
        if !semantics.name(e).is_empty() {
            cx.review(e, &OTHER_NAME);
            return;
        }
        // The tests name the role `img`, not its synonym of ARIA 1.3.
        let draft = if semantics.explicit_role(e) == Some("img") {
            cx.fail_if_rendered(e, e, &NO_LABEL)
        } else {
            cx.review(e, &NO_LABEL)
        };
        draft.arg("tag", e.name()).arg("role", role.value());
    }
}
