//! A list with nothing in it.
//!
//! HTML allows it, and no RGAA test forbids it, so a question. Not asked where a script may fill the list: scripts run, and the list or
//! what is around it has an id, a `data-` attribute or a live region. Not asked of lists that are not exposed.

use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ListEmpty;

struct ListEmpty;

static META: Meta = Meta {
    id: "list-empty",
    level: Level::Note,
    category: Category::Authoring,
    title: text("Liste vide", "Empty list"),
    why: text(
        "Certains lecteurs d’écran annoncent une liste vide ; elle est souvent le reste d’un contenu oublié.",
        "Some screen readers announce an empty list; it is often what remains of forgotten content.",
    ),
    fix: text(
        "Remplir la liste, ou la retirer.",
        "Fill the list, or remove it.",
    ),
    proofs: &[
        Proof::hints(&[test(9, 3, 1)]),
        Proof::hints(&[test(9, 3, 2)]),
        Proof::hints(&[test(9, 3, 3)]),
    ],
    interest: &[Interest::Elements(&["ul", "ol", "menu", "dl"])],
    review: &["<ul></ul>", "<ul><li></li><li> </li></ul>"],
    pass: &["<ul><li>Passeport</li></ul>"],
    na: &["<p>Sans liste</p>", "<ul hidden></ul>"],
    ..Meta::NEW
};

const EMPTY: Text = text(
    "cette liste <{tag}> est vide : est-ce un oubli ?",
    "this <{tag}> list is empty: was something forgotten?",
);
const EMPTY_ITEMS: Text = text(
    "cette liste <{tag}> n’a que des éléments vides : est-ce un oubli ?",
    "this <{tag}> list has empty items only: was something forgotten?",
);

impl Check for ListEmpty {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, list: Element<'p>, cx: &mut Context<'p>) {
        if !list.is_html() {
            return;
        }
        if holds_something(list) {
            return cx.pass();
        }
        let semantics = cx.semantics();
        let scripts = cx.scripts_may_change();
        if !semantics.is_exposed(list) || (scripts && has_handle(list)) {
            return;
        }
        let test = match list.name() {
            "ol" => test(9, 3, 2),
            "dl" => test(9, 3, 3),
            _ => test(9, 3, 1),
        };
        let empty = list.child_elements().next().is_none();
        let message = if empty { &EMPTY } else { &EMPTY_ITEMS };
        cx.review(list, message)
            .arg("tag", list.name())
            .tests(&[test]);
    }
}

/// Whether there is a text, or an element that is no mere part of a list.
fn holds_something(list: Element<'_>) -> bool {
    list.descendant_nodes().any(|node| match node {
        crate::dom::NodeRef::Text(text) => !text.is_blank(),
        crate::dom::NodeRef::Element(e) => !e.is_any(&["li", "dt", "dd", "div", "span", "br"]),
        _ => false,
    })
}

/// Whether scripts have something to take the list by: its own attributes, its items' or its parent's.
fn has_handle(list: Element<'_>) -> bool {
    let is_handle = |name: &str| {
        name == "id" || name.contains('-') || name.starts_with(['@', ':']) || name == "class"
    };
    std::iter::once(list)
        .chain(list.parent())
        .chain(list.child_elements().take(1))
        .any(|e| e.attributes().any(|a| is_handle(a.name())))
}
