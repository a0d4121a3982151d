//! RGAA 7.3.2: a script that takes the focus away from what receives it (WCAG F55).
//!
//! An `onfocus` handler that calls `blur()` on the element itself does so each time: a certain failure. Scripts attached otherwise are not
//! read, so the check refutes.

use crate::check::{Check, Context, Interest, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &FocusRemoved;

struct FocusRemoved;

static META: Meta = Meta {
    id: "focus-removed",
    title: text("Focus retiré par un script", "Focus removed by a script"),
    why: text(
        "Au clavier, l’élément perd le focus dès qu’il le reçoit : on ne peut ni l’activer ni savoir où l’on est.",
        "With the keyboard, the element loses the focus as soon as it gets it: people can neither activate it nor tell where they are.",
    ),
    fix: text(
        "Retirer blur() du gestionnaire onfocus.",
        "Remove blur() from the onfocus handler.",
    ),
    proofs: &[Proof::refutes(&[test(7, 3, 2)])],
    interest: &[Interest::Attributes(&["onfocus"])],
    fail: &["<a href=/ onfocus='this.blur()'>Accueil</a>"],
    pass: &["<a href=/ onfocus='montrer(this)'>Accueil</a>"],
    na: &["<a href=/>Accueil</a>"],
    ..Meta::NEW
};

const BLUR: Text = text(
    "cet élément perd le focus dès qu’il le reçoit : {code}",
    "this element loses the focus as soon as it gets it: {code}",
);

impl Check for FocusRemoved {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, handler: Attr<'p>, cx: &mut Context<'p>) {
        let code = handler.value().trim().trim_end_matches(';').trim_end();
        let plain = ["this.blur()", "blur()"];
        let conditional = code.contains("if") || code.contains('?') || code.contains("&&");
        let blurs = plain.contains(&code)
            || code
                .split(';')
                .any(|statement| statement.trim() == "this.blur()")
                && !conditional;
        if blurs {
            cx.fail_if_rendered(element, (element, handler), &BLUR)
                .arg("code", code);
        } else {
            cx.pass();
        }
    }
}
