//! HTML Standard 6.6.7: no two elements of the same scope (a `dialog`, an element with `popover`, else the page) have `autofocus`.
//!
//! Browsers give the focus to one of them. No RGAA test asks about it.

use std::collections::HashMap;

use crate::check::{Category, Check, Context, Interest, Meta};
use crate::dom::{Attr, Element, NodeId};
use crate::source::Span;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &AutofocusMultiple;

struct AutofocusMultiple;

static META: Meta = Meta {
    id: "autofocus-multiple",
    category: Category::Conformance,
    title: text(
        "Plusieurs autofocus au même endroit",
        "Several autofocus in one place",
    ),
    why: text(
        "Un seul élément reçoit le focus à l’ouverture : les autres attributs autofocus trompent qui lit le code.",
        "Only one element gets the focus when it opens: the other autofocus attributes mislead who reads the code.",
    ),
    fix: text(
        "Ne garder autofocus que sur un élément de la page, du dialogue ou de la fenêtre surgissante.",
        "Keep autofocus on one element of the page, of the dialog or of the popover.",
    ),
    interest: &[Interest::Attributes(&["autofocus"])],
    fail: &["<input autofocus><button autofocus>Chercher</button>"],
    pass: &["<input autofocus><dialog><button autofocus>Fermer</button></dialog>"],
    na: &["<input>"],
    ..Meta::NEW
};

const SECOND: Text = text(
    "un autre élément a déjà autofocus {scope}",
    "another element already has autofocus {scope}",
);
const PAGE: Text = text("dans cette page", "in this page");
const INSIDE: Text = text("dans ce <{tag}>", "in this <{tag}>");
const FIRST: Text = text("le premier autofocus", "the first autofocus");
const ALSO: Text = text("et celui-ci", "and this one");

/// The first `autofocus` of each scope, by the scope's rank (0: the page).
#[derive(Default)]
struct Firsts(HashMap<NodeId, Span>);

impl Check for AutofocusMultiple {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, attr: Attr<'p>, cx: &mut Context<'p>) {
        if !element.is_html() {
            return;
        }
        let scope = element
            .ancestors()
            .find(|e| e.is("dialog") || (e.is_html() && e.has_attr("popover")));
        // A dialog or popover is in its own scope (6.6.7).
        let own = element.is("dialog") || element.has_attr("popover");
        let scope = if own { Some(element) } else { scope };
        let key = scope.map_or(0, Element::id);
        let first = *cx
            .memory::<Firsts>()
            .0
            .entry(key)
            .or_insert(attr.name_span());
        if first == attr.name_span() {
            return cx.pass();
        }
        let place = (element, attr.name_span());
        let Some(draft) = cx.fail_together(place, &SECOND, &key.to_string(), &ALSO) else {
            return;
        };
        let draft = match scope {
            None => draft.arg_text("scope", &PAGE),
            Some(e) => draft.arg_text("scope", &INSIDE).arg("tag", e.name()),
        };
        draft.related(first, &FIRST);
    }
}
