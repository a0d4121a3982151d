//! RGAA topic 7, 12.8.2, 12.10.1, 13.1.3, 13.7.2, 13.10 and 13.12: what scripts do, which only a person can judge, and the proof that there is none.
//!
//! Hints, and inapplicable without targets: each of these tests is about scripts, what they make, or what they react to. Targets are elements
//! that run one: `script` (data blocks aside), event handler attributes, `javascript:` addresses. Where scripts are declared inert, `script`
//! elements are no target; handlers and addresses still are, since something is plainly done by them. 7.1.1 is also about components made with
//! a role of WAI-ARIA, whatever makes them work. One question a page, `off` by default: it serves an auditor.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::script_attribute;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ScriptsToJudge;

struct ScriptsToJudge;

const COMPONENT: TestId = test(7, 1, 1);

const TESTS: &[TestId] = &[
    COMPONENT,
    test(7, 1, 2),
    test(7, 1, 3),
    test(7, 2, 1),
    test(7, 2, 2),
    test(7, 3, 1),
    test(7, 3, 2),
    test(7, 4, 1),
    test(7, 5, 1),
    test(7, 5, 2),
    test(7, 5, 3),
    test(12, 8, 2),
    test(12, 10, 1),
    test(13, 1, 3),
    test(13, 7, 2),
    test(13, 10, 1),
    test(13, 10, 2),
    test(13, 12, 1),
    test(13, 12, 2),
    test(13, 12, 3),
];

static META: Meta = Meta {
    id: "scripts-to-judge",
    level: Level::Off,
    review_level: Level::Off,
    title: text("Scripts à examiner", "Scripts to look at"),
    why: text(
        "Composants, messages, changements de contexte, raccourcis, gestes : ce que font les scripts ne se voit qu’en se servant de la page.",
        "Components, messages, changes of context, shortcuts, gestures: what scripts do only shows when the page is used.",
    ),
    fix: text(
        "Ouvrir la page et passer ses composants en revue, au clavier et avec un lecteur d’écran.",
        "Open the page and go through its components, with the keyboard and with a screen reader.",
    ),
    proofs: &[Proof::hints(TESTS).inapplicable_without_targets()],
    interest: &[Interest::Attributes(&["role"]), Interest::Page],
    review: &[
        "<button onclick=imprimer()>Imprimer</button>",
        "<p>Horaires</p><script src=menu.js></script>",
    ],
    pass: &["<div role=tab>Horaires</div>"],
    na: &[
        "<p>Horaires</p>",
        "<script type=application/ld+json>{\"@type\":\"Organization\"}</script><p>Horaires</p>",
    ],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "cette page exécute des scripts, ici d’abord : leurs composants, messages, raccourcis et gestes conviennent-ils à tous ?",
    "this page runs scripts, here first: do their components, messages, shortcuts and gestures suit everyone?",
);

/// Roles of what people act on.
const WIDGETS: [&str; 24] = [
    "alertdialog",
    "button",
    "checkbox",
    "combobox",
    "dialog",
    "grid",
    "gridcell",
    "listbox",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "tablist",
    "textbox",
    "tree",
    "treeitem",
];

impl Check for ScriptsToJudge {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, e: Element<'p>, role: Attr<'p>, cx: &mut Context<'p>) {
        let mut roles = role.value().split_ascii_whitespace();
        if roles.any(|r| WIDGETS.iter().any(|w| w.eq_ignore_ascii_case(r))) && e.is_html() {
            cx.leave_open(&[COMPONENT]);
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Some(mut first) = cx.semantics().active_script() else {
            return;
        };
        if cx.options().scripts_inert {
            let mut elements = cx.doc().elements().filter(|e| !e.in_template());
            match elements.find(|e| script_attribute(*e).is_some()) {
                Some(handled) => first = handled,
                None => return,
            }
        }
        match script_attribute(first) {
            Some(attribute) => cx.review((first, attribute.span()), &QUESTION),
            None => cx.review(first, &QUESTION),
        };
    }
}
