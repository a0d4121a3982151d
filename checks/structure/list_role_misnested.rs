//! `role=listitem` outside any list, and `role=list` without items.
//!
//! WAI-ARIA 1.2: the required context of `listitem` is `list` (`directory` too, which it deprecates); elements without a role of their own may
//! stand in between. RGAA 9.3.1 accepts both roles together only, so one without the other refutes it: the author says that it is a
//! list. A question where `aria-owns` may complete the tree, or scripts may fill the list. Native `ul` and `li` are `list-misnested`'s.

use std::collections::HashSet;

use crate::check::{Check, Context, Interest, Level, Meta, Proof};
use crate::dom::{Element, NodeId};
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ListRoleMisnested;

struct ListRoleMisnested;

static META: Meta = Meta {
    id: "list-role-misnested",
    level: Level::Error,
    review_level: Level::Warning,
    title: text(
        "Rôles de liste dépareillés",
        "List roles without each other",
    ),
    why: text(
        "Un élément de rôle listitem hors d’une liste, ou une liste sans élément, n’est pas annoncé comme une liste.",
        "An element of role listitem outside a list, or a list without items, is not announced as a list.",
    ),
    fix: text(
        "Employer <ul> et <li> ; sinon role=\"list\" sur ce qui contient et role=\"listitem\" sur chaque élément.",
        "Use <ul> and <li>; else role=\"list\" on what contains and role=\"listitem\" on each item.",
    ),
    proofs: &[Proof::refutes(&[test(9, 3, 1)])],
    interest: &[Interest::Attributes(&["role"]), Interest::Page],
    fail: &[
        "<div><p role=listitem>Passeport</p><p role=listitem>Photo</p></div>",
        "<div role=list><p>Passeport</p><p>Photo</p></div>",
    ],
    review: &["<div role=group aria-owns=a></div><div><p role=listitem id=a>Passeport</p></div>"],
    pass: &[
        "<div role=list><div><p role=listitem>Passeport</p></div></div>",
        "<div role=list aria-owns=a></div><div><p role=listitem id=a>Passeport</p></div>",
        "<div role=list><p role=doc-biblioentry>Balzac, <cite>La Cousine Bette</cite></p></div>",
    ],
    na: &["<ul><li>Passeport</li></ul>"],
    ..Meta::NEW
};

const NO_LIST: Text = text(
    "cet élément a role=\"listitem\", mais rien autour de lui n’a le rôle list",
    "this element has role=\"listitem\", but nothing around it has the role list",
);
const MAYBE_OWNED: Text = text(
    "cet élément a role=\"listitem\" hors de toute liste : aria-owns le met-il dans une liste ?",
    "this element has role=\"listitem\" outside any list: does aria-owns put it in a list?",
);
const NO_ITEM: Text = text(
    "cet élément a role=\"list\", mais rien en lui n’a le rôle listitem",
    "this element has role=\"list\", but nothing in it has the role listitem",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

/// Elements with a role of lists, in document order.
#[derive(Default)]
struct Seen {
    items: Vec<NodeId>,
    lists: Vec<NodeId>,
}

impl Check for ListRoleMisnested {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, _: crate::dom::Attr<'p>, cx: &mut Context<'p>) {
        match cx.semantics().explicit_role(element) {
            Some("listitem") if !element.is("li") => {
                cx.memory::<Seen>().items.push(element.id());
            }
            Some("list") => cx.memory::<Seen>().lists.push(element.id()),
            _ => {}
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let Seen { items, lists } = std::mem::take(cx.memory::<Seen>());
        if items.is_empty() && lists.is_empty() {
            return;
        }
        let (doc, semantics) = (cx.doc(), cx.semantics());
        let owners = doc.elements().filter(|e| e.has_attr("aria-owns"));
        let (lists_owning, others): (Vec<_>, Vec<_>) =
            owners.partition(|e| semantics.role(*e) == Some("list"));
        let owned: HashSet<&str> = lists_owning
            .iter()
            .flat_map(|e| e.tokens("aria-owns"))
            .collect();
        let elements = |ids: Vec<NodeId>| ids.into_iter().filter_map(|id| doc.element(id));
        for item in elements(items).filter(|e| semantics.is_exposed(*e)) {
            if in_list(item, cx) || item.attr("id").is_some_and(|id| owned.contains(id)) {
                cx.pass();
            } else if !others.is_empty() {
                cx.review_together(item, &MAYBE_OWNED, "", &ALSO);
            } else {
                cx.fail_together(item, &NO_LIST, "", &ALSO);
            }
        }
        let scripts = cx.scripts_may_change();
        for list in elements(lists).filter(|e| semantics.is_exposed(*e)) {
            let has_item = || {
                list.descendants()
                    .any(|e| semantics.role(e).is_some_and(is_item))
            };
            if list.text_is_blank() || list.attr_is("aria-busy", "true") {
                continue;
            }
            if has_item() {
                cx.pass();
            } else if scripts || list.has_attr("aria-owns") {
                cx.review(list, &NO_ITEM);
            } else {
                cx.fail(list, &NO_ITEM);
            }
        }
    }
}

/// `listitem`, or one of the roles that DPUB-ARIA derives from it.
fn is_item(role: &str) -> bool {
    matches!(role, "listitem" | "doc-biblioentry" | "doc-endnote")
}

/// Whether a list is around, with nothing but elements without a role in between.
fn in_list<'p>(item: Element<'p>, cx: &Context<'p>) -> bool {
    let mut around = item
        .ancestors()
        .map(|e| cx.semantics().role(e))
        .skip_while(|role| matches!(role, None | Some("generic" | "none" | "presentation")));
    matches!(around.next(), Some(Some("list" | "group")))
}
