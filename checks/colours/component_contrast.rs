//! RGAA 3.3.1, and 3.2.5 and 3.3.4 on what may change contrasts: the controls a person must look at, and the proof that there are none.
//!
//! Hints, and inapplicable without targets. A control left in the browser's own look is no subject of 3.3.1 (particular cases of 3.3); one that does
//! nothing is none either. With a style sheet, all are. What changes contrasts is some control, an alternate style sheet or a script: none on the page,
//! none to judge. Colour may be needless to make a control out, so nothing fails.

use super::switch;
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::{TestId, test};
use crate::semantics::style::declarations;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ComponentContrast;

struct ComponentContrast;

const COMPONENT: &[TestId] = &[test(3, 3, 1)];
const SWITCH: &[TestId] = &[test(3, 2, 5), test(3, 3, 4)];

static META: Meta = Meta {
    id: "component-contrast",
    level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Contraste des composants à examiner",
        "Contrast of controls to look at",
    ),
    why: text(
        "Un champ dont la bordure se perd dans le fond, un bouton que rien ne détache : les personnes malvoyantes ne les trouvent pas.",
        "A field whose border fades into the background, a button that nothing sets apart: people with low vision do not find them.",
    ),
    fix: text(
        "Vérifier que ce qui permet de reconnaître le composant et son état contraste à 3:1 avec ce qui l’entoure.",
        "Check that what tells the control and its state has a contrast of 3:1 with what is around it.",
    ),
    proofs: &[
        Proof::hints(COMPONENT).inapplicable_without_targets(),
        Proof::hints(SWITCH).inapplicable_without_targets(),
    ],
    interest: &[
        Interest::Elements(&[
            "a", "area", "audio", "button", "iframe", "frame", "input", "link", "object", "embed",
            "select", "summary", "textarea", "video",
        ]),
        Interest::Attributes(&["contenteditable", "role", "tabindex"]),
    ],
    review: &[
        "<button style='border:1px solid #ccc'>Envoyer</button>",
        "<p><button class=contraste>Contraste renforcé</button>",
    ],
    pass: &["<link rel=stylesheet href=a.css><button>Envoyer</button>"],
    na: &["<link rel=stylesheet href=a.css><p>Sans composant</p>"],
    ..Meta::NEW
};

const DRAWN: Text = text(
    "l’apparence de ce composant est écrite ici : ses contours et ses états contrastent-ils à 3:1 avec ce qui l’entoure ?",
    "the look of this control is written here: do its outlines and states have a contrast of 3:1 with what is around it?",
);
const SWITCHES: Text = text(
    "ce composant change-t-il les contrastes ? S’il le fait, sont-ils alors suffisants, pour les textes comme pour les composants ?",
    "does this control change the contrasts? If so, are they then sufficient, for texts as for controls?",
);
const ALSO: Text = text("ici aussi", "here too");

impl Check for ComponentContrast {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, e: Element<'p>, cx: &mut Context<'p>) {
        if e.is("link") {
            if switch::may_switch(e) {
                ask(e, cx);
            }
            return;
        }
        let by_nature = e.has_attr("href") || e.has_attr("controls") || !e.is_any(POINTLESS);
        if by_nature {
            look_at(e, cx);
        }
    }

    fn attribute<'p>(&self, e: Element<'p>, _attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        let acts = semantics.is_interactive(e) || e.has_attr("contenteditable");
        let role = semantics.explicit_role(e);
        if acts || role.is_some_and(|role| CONTROLS.contains(&role)) {
            look_at(e, cx);
        }
    }
}

/// Nothing to act on without `href` or `controls`.
const POINTLESS: &[&str] = &["a", "area", "audio", "video"];

/// Roles of things people act on.
const CONTROLS: [&str; 17] = [
    "button",
    "checkbox",
    "combobox",
    "link",
    "listbox",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "option",
    "radio",
    "scrollbar",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "tab",
    "textbox",
];

fn ask<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    if let Some(draft) = cx.review_together(e, &SWITCHES, "", &ALSO) {
        draft.tests(SWITCH);
    }
}

/// What draws a control.
const DRAWS: [&str; 6] = [
    "all",
    "appearance",
    "background",
    "border",
    "color",
    "outline",
];

fn look_at<'p>(e: Element<'p>, cx: &mut Context<'p>) {
    let semantics = cx.semantics();
    if !semantics.is_rendered(e) && semantics.sheets().any() {
        // A style sheet may show it.
        cx.leave_open(COMPONENT);
        return cx.leave_open(SWITCH);
    }
    if semantics.is_disabled(e) {
        return;
    }
    if e.is_any(&["button", "input", "select", "summary"]) && switch::may_switch(e) {
        ask(e, cx);
    } else {
        cx.leave_open(SWITCH);
    }
    let draws = |style: &&str| {
        declarations(style).any(|d| {
            let name = d.name.to_ascii_lowercase();
            DRAWS.iter().any(|word| name.contains(word))
        })
    };
    if let Some(style) = e.attr("style").filter(draws) {
        if let Some(draft) = cx.review_together(e, &DRAWN, style, &ALSO) {
            draft.tests(COMPONENT);
        }
    } else if semantics.sheets().any() || e.is_any(&["iframe", "frame", "object", "embed"]) {
        cx.leave_open(COMPONENT);
    }
}
