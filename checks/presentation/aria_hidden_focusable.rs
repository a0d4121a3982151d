//! RGAA 10.8.1: something that takes the focus inside `aria-hidden="true"` (ACT 6cfa84).
//!
//! The keyboard reaches it and assistive technologies are told of nothing: the content is neither ignored nor given. A certain failure on a
//! page whose style sheets and scripts cannot hide it or take it out of the tab order, because it has none; otherwise a question, since
//! closed menus and dialogs are often hidden twice. `aria-hidden` on the whole page without a script to undo it fails in any case.

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Attr, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AriaHiddenFocusable;

struct AriaHiddenFocusable;

static META: Meta = Meta {
    id: "aria-hidden-focusable",
    review_level: Level::Warning,
    title: text(
        "Atteint au clavier, caché aux lecteurs d’écran",
        "Reached by keyboard, hidden from screen readers",
    ),
    why: text(
        "La touche Tab s’y arrête et le lecteur d’écran se tait : on ne sait plus où l’on est.",
        "The Tab key stops there and the screen reader is silent: people no longer know where they are.",
    ),
    fix: text(
        "Retirer aria-hidden, ou ajouter tabindex=\"-1\" (ou l’attribut hidden) tant que l’élément ne doit pas être atteint.",
        "Remove aria-hidden, or add tabindex=\"-1\" (or the hidden attribute) as long as the element is not to be reached.",
    ),
    proofs: &[Proof::refutes(&[test(10, 8, 1)])],
    act: &["6cfa84"],
    interest: &[Interest::Attributes(&["aria-hidden"])],
    fail: &["<div aria-hidden=true><a href=/plan>Plan</a></div>"],
    review: &[
        "<link rel=stylesheet href=s.css><div class=menu aria-hidden=true><a href=/plan>Plan</a></div>",
    ],
    pass: &["<div aria-hidden=true><a href=/plan tabindex=-1>Plan</a></div>"],
    na: &["<a href=/plan aria-hidden=false>Plan</a>"],
    ..Meta::NEW
};

const REACHED: Text = text(
    "ce <{tag}> prend le focus alors qu’il est sous aria-hidden=\"true\"",
    "this <{tag}> takes the focus while it is under aria-hidden=\"true\"",
);
const MAYBE: Text = text(
    "ce <{tag}> est sous aria-hidden=\"true\" : la feuille de style ou un script l’empêche-t-il de prendre le focus ?",
    "this <{tag}> is under aria-hidden=\"true\": does the style sheet or a script keep it from taking the focus?",
);
const HIDDEN_HERE: Text = text("aria-hidden est ici", "aria-hidden is here");
const ALSO: Text = text("cet élément aussi", "this element too");

/// More places than this help nobody.
const PLACES: usize = 20;

impl Check for AriaHiddenFocusable {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, hidden: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !hidden.attr_is("aria-hidden", "true")
            || !semantics.is_rendered(hidden)
            || hidden.parent().is_some_and(|p| !semantics.is_exposed(p))
        {
            return;
        }
        let mut reached = std::iter::once(hidden)
            .chain(hidden.descendants())
            .filter(|e| semantics.is_tabbable(*e));
        let Some(first) = reached.next() else {
            return cx.pass();
        };
        let rest: Vec<Element<'p>> = reached.take(PLACES).collect();
        let styled = semantics.sheets().any();
        let page = hidden.is("body") || hidden.is("html");
        let sure = !semantics.has_active_script() && (page || !styled);
        let draft = if sure {
            cx.fail(first, &REACHED)
        } else {
            cx.review(first, &MAYBE)
        };
        let mut draft = draft.arg("tag", first.name());
        if first != hidden {
            draft = draft.related(attr.span(), &HIDDEN_HERE);
        }
        rest.iter()
            .fold(draft, |draft, e| draft.related(e.place(), &ALSO));
    }
}
