//! Interactive content inside a link or a button (WHATWG HTML 4.5.1 and 4.10.6, content models).
//!
//! Neither `a` nor `button` may hold interactive content or an element with `tabindex`; the parser keeps such a page as it is written, so
//! the nesting is in the tree that browsers and assistive technologies get. Refutes RGAA 8.2.1 (wrong nesting, one of its five families of
//! errors). One finding for each link or button. What the keyboard reaches inside a button is `presentational-children-focusable`'s.

use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::checks::scripts::presentational_children_focusable;
use crate::dom::{Element, NodeId};
use crate::rgaa::test;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &InteractiveNested;

struct InteractiveNested;

static META: Meta = Meta {
    id: "interactive-nested",
    category: Category::Conformance,
    title: text(
        "Élément interactif dans un lien ou un bouton",
        "Interactive element inside a link or a button",
    ),
    why: text(
        "Deux actions au même endroit : le clavier, la souris et le lecteur d’écran n’activent pas la même.",
        "Two actions in one place: the keyboard, the mouse and the screen reader do not activate the same one.",
    ),
    fix: text(
        "Placer les deux éléments l’un à côté de l’autre, ou n’en garder qu’un.",
        "Put the two elements side by side, or keep only one.",
    ),
    proofs: &[Proof::refutes(&[test(8, 2, 1)])],
    interest: &[Interest::Elements(&["a", "button"])],
    fail: &[
        "<a href=/budget><button>Voir</button></a>",
        "<button><span tabindex=-1>Voir</span></button>",
    ],
    pass: &["<a href=/budget><span>Voir</span></a>"],
    na: &["<p>Voir</p>"],
    ..Meta::NEW
};

const NESTED: Text = text(
    "<{inner}> est interactif et ne peut pas se trouver dans <{outer}>",
    "<{inner}> is interactive and may not be inside <{outer}>",
);
const TABINDEX: Text = text(
    "<{inner}> a un tabindex et ne peut pas se trouver dans <{outer}>",
    "<{inner}> has a tabindex and may not be inside <{outer}>",
);
const OUTER: Text = text("dans ce <{outer}>", "inside this <{outer}>");
const ALSO: Text = text("celui-ci aussi", "this one too");

/// More places than this help nobody.
const PLACES: usize = 20;

/// One past the last node inside the outermost one.
#[derive(Default)]
struct Inside(NodeId);

impl Check for InteractiveNested {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, outer: Element<'p>, cx: &mut Context<'p>) {
        // The outermost one speaks for those inside.
        if !outer.is_html() || outer.id() < cx.memory::<Inside>().0 {
            return;
        }
        cx.memory::<Inside>().0 = outer.subtree_end();
        if outer.is("button") && presentational_children_focusable::tells(outer, cx.semantics()) {
            return;
        }
        let interactive =
            |e: Element<'p>| e.is_html() && elements::is_interactive(e.name(), |n| e.attr(n));
        let mut inner = outer
            .descendants()
            .filter(|e| e.is_html() && (interactive(*e) || e.has_attr("tabindex")));
        let Some(first) = inner.next() else {
            return cx.pass();
        };
        let message = if interactive(first) {
            &NESTED
        } else {
            &TABINDEX
        };
        let draft = cx
            .fail(first, message)
            .arg("inner", first.name())
            .arg("outer", outer.name())
            .related(outer.place(), &OUTER)
            .related_arg("outer", outer.name());
        inner
            .take(PLACES)
            .fold(draft, |draft, e| draft.related(e.place(), &ALSO));
    }
}
