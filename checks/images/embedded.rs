//! What the checks on `object`, `embed` and `canvas` share (RGAA 1.1.6 to 1.1.8).

use crate::check::Context;
use crate::dom::Element;
use crate::rgaa::TestId;
use crate::semantics::{NameSource, Semantics};
use crate::text::{Text, text};

use super::subject::{self, Company, Reach};

const NO_ALTERNATIVE: Text = text(
    "cette image <{tag}> n’a ni role=\"img\" avec un nom, ni lien adjacent vers une alternative, ni aria-hidden=\"true\"",
    "this <{tag}> image has no role=\"img\" with a name, no adjacent link to an alternative, no aria-hidden=\"true\"",
);
const BY_SCRIPT: Text = text(
    "cette image <{tag}> n’a ni role=\"img\" avec un nom, ni aria-hidden=\"true\" : un script la remplace-t-il par une alternative ?",
    "this <{tag}> image has no role=\"img\" with a name, no aria-hidden=\"true\": does a script replace it with an alternative?",
);
const NO_ROLE: Text = text(
    "cette image <{tag}> a un nom mais pas role=\"img\" : les aides techniques l’annoncent-elles comme une image ?",
    "this <{tag}> image has a name but not role=\"img\": do assistive technologies announce it as an image?",
);

/// Judges an image that a link or a button beside it may speak for. `informs` then `decorates`: it breaks one of the two, if any.
pub fn judge<'p>(e: Element<'p>, either: &'static [TestId], cx: &mut Context<'p>) {
    let informs = &either[..1];
    let semantics = cx.semantics();
    if subject::is_decorative(e, cx) || subject::company(e, semantics) == Company::Alone {
        return;
    }
    let named = match subject::source(e, semantics) {
        NameSource::None => false,
        NameSource::GivenUp => return cx.leave_open(informs),
        _ => true,
    };
    if subject::reach(e, semantics) == Reach::AriaHidden {
        return cx.leave_open(informs);
    }
    if subject::is_role_img(e, semantics) && named {
        return cx.pass();
    }
    let told = !named && subject::is_informative(e, cx);
    if told || has_adjacent_control(e, semantics) || semantics.is_presentational(e) {
        return cx.leave_open(informs);
    }
    let draft = if named {
        cx.review(e, &NO_ROLE)
    } else if semantics.has_active_script() {
        cx.review(e, &BY_SCRIPT)
    } else {
        cx.fail_if_rendered(e, e, &NO_ALTERNATIVE)
    };
    draft.arg("tag", e.name()).tests(either);
}

/// A link or a button just before or after it (glossary «Lien ou bouton adjacent»), or, when it is alone in its parent, beside that.
pub fn has_adjacent_control<'a>(e: Element<'a>, semantics: &Semantics<'a>) -> bool {
    let is_control = |near: Element<'a>| {
        let leads = |c: Element<'a>| {
            c.is("button")
                || c.is("a") && c.has_attr("href")
                || c.has_attr("role")
                    && matches!(semantics.explicit_role(c), Some("link" | "button"))
        };
        leads(near) || near.descendants().take(20).any(leads)
    };
    let beside = |e: Element<'a>| {
        let around = [e.prev_element(), e.next_element()];
        around.into_iter().flatten().any(is_control)
    };
    beside(e) || e.parent().is_some_and(beside)
}
