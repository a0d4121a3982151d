//! RGAA 7.5.1 to 7.5.3: status messages have a role that assistive technologies tell.
//!
//! Hints: a page at rest shows where messages will come, not what they say. One question a page and kind of place, `off` by default; an
//! `aria-live` that stands for a role only with `aria-atomic` (technical note of 7.5) says so.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &StatusMessage;

struct StatusMessage;

const STATUS: TestId = test(7, 5, 1);
const ALERT: TestId = test(7, 5, 2);
const PROGRESS: TestId = test(7, 5, 3);

static META: Meta = Meta {
    id: "status-message",
    level: Level::Off,
    review_level: Level::Off,
    title: text(
        "Messages de statut à examiner",
        "Status messages to look at",
    ),
    why: text(
        "Sans le bon rôle, un lecteur d’écran ne dit rien quand un message apparaît : on ne sait ni l’échec, ni la réussite, ni l’attente.",
        "Without the right role, a screen reader says nothing when a message appears: neither failure, nor success, nor waiting is known.",
    ),
    fix: text(
        "role=\"status\" pour une réussite ou un état, role=\"alert\" pour une erreur, role=\"progressbar\", \"log\" ou \"status\" pour une progression.",
        "role=\"status\" for a success or a state, role=\"alert\" for an error, role=\"progressbar\", \"log\" or \"status\" for progress.",
    ),
    proofs: &[Proof::hints(&[STATUS, ALERT, PROGRESS])],
    interest: &[
        Interest::Attributes(&["aria-live"]),
        Interest::Roles(&["status", "alert", "log", "progressbar"]),
    ],
    review: &["<p role=status></p>", "<p aria-live=assertive></p>"],
    pass: &["<p aria-live=off></p>"],
    na: &["<p>Horaires</p>"],
    ..Meta::NEW
};

const ROLE: Text = text(
    "des messages viendront ici, en role=\"{role}\" : est-ce le rôle de leur nature (réussite ou état, erreur, progression) ?",
    "messages will come here, with role=\"{role}\": is it the role of their kind (success or state, error, progress)?",
);
const LIVE: Text = text(
    "des messages viendront ici, par aria-live=\"{value}\" : est-ce celui de leur nature, avec aria-atomic=\"true\" s’il vaut pour role=\"status\" ou \"alert\" ?",
    "messages will come here, by aria-live=\"{value}\": is it that of their kind, with aria-atomic=\"true\" if it stands for role=\"status\" or \"alert\"?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for StatusMessage {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        let Some(role) = cx.semantics().role(e) else {
            return;
        };
        let tests: &[TestId] = match role {
            "alert" => &[ALERT],
            "status" => &[STATUS, PROGRESS],
            _ => &[PROGRESS],
        };
        if let Some(draft) = cx.review_together(e, &ROLE, role, &ALSO) {
            draft.arg("role", role).tests(tests);
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, live: Attr<'p>, cx: &mut Context<'p>) {
        let value = live.value().trim_ascii().to_ascii_lowercase();
        let tests: &[TestId] = match value.as_str() {
            "polite" => &[STATUS, PROGRESS],
            "assertive" => &[ALERT],
            _ => return cx.pass(),
        };
        if let Some(draft) = cx.review_together((e, live), &LIVE, &value, &ALSO) {
            draft.arg("value", &value).tests(tests);
        }
    }
}
