//! `role=listitem` outside any list (ACT ff89c9).
//!
//! WAI-ARIA 1.2: the required context of `listitem` is `list` (`directory` too, which it deprecates); elements without a role of their own may
//! stand in between. RGAA 9.3.1 accepts both roles together only, so one without the other refutes it: the author says that it is a
//! list; WAI-ARIA asks it of authors too (5.2.7), so it is selected with the errors of HTML. A question where `aria-owns` may complete the tree, or another role stands between the list and its item. Lists without items are
//! `aria-children-missing`'s, native `ul` and `li` are `list-misnested`'s.

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
    html_error: true,
    title: text(
        "Élément de liste hors d’une liste",
        "List item outside a list",
    ),
    why: text(
        "Un élément de rôle listitem hors d’une liste n’est pas annoncé comme élément d’une liste.",
        "An element of role listitem outside a list is not announced as an item of a list.",
    ),
    fix: text(
        "Employer <ul> et <li> ; sinon role=\"list\" sur ce qui contient et role=\"listitem\" sur chaque élément.",
        "Use <ul> and <li>; else role=\"list\" on what contains and role=\"listitem\" on each item.",
    ),
    proofs: &[Proof::refutes(&[test(9, 3, 1)])],
    act: &["ff89c9"],
    interest: &[Interest::Attributes(&["role"]), Interest::Page],
    fail: &["<div><p role=listitem>Passeport</p><p role=listitem>Photo</p></div>"],
    review: &["<div role=group aria-owns=a></div><div><p role=listitem id=a>Passeport</p></div>"],
    pass: &[
        "<div role=list><div><p role=listitem>Passeport</p></div></div>",
        "<div role=list aria-owns=a></div><div><p role=listitem id=a>Passeport</p></div>",
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
const BETWEEN: Text = text(
    "cet élément a role=\"listitem\" dans une liste, mais un élément d’un autre rôle est entre les deux : est-il annoncé comme élément de la liste ?",
    "this element has role=\"listitem\" inside a list, but an element of another role is between the two: is it announced as an item of the list?",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

/// Elements of role `listitem`, in document order.
#[derive(Default)]
struct Items(Vec<NodeId>);

impl Check for ListRoleMisnested {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn attribute<'p>(&self, element: Element<'p>, _: crate::dom::Attr<'p>, cx: &mut Context<'p>) {
        if cx.semantics().explicit_role(element) == Some("listitem") && !element.is("li") {
            cx.memory::<Items>().0.push(element.id());
        }
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let items = std::mem::take(cx.memory::<Items>()).0;
        if items.is_empty() {
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
        let items = items.into_iter().filter_map(|id| doc.element(id));
        for item in items.filter(|e| semantics.is_exposed(*e)) {
            if in_list(item, cx) || item.attr("id").is_some_and(|id| owned.contains(id)) {
                cx.pass();
            } else if item.ancestors().any(|e| semantics.role(e) == Some("list")) {
                cx.review_together(item, &BETWEEN, "between", &ALSO);
            } else if !others.is_empty() {
                cx.review_together(item, &MAYBE_OWNED, "", &ALSO);
            } else {
                cx.fail_together(item, &NO_LIST, "", &ALSO);
            }
        }
    }
}

/// Whether a list is around, with nothing but elements without a role in between.
fn in_list<'p>(item: Element<'p>, cx: &Context<'p>) -> bool {
    let mut around = item
        .ancestors()
        .map(|e| cx.semantics().role(e))
        .skip_while(|role| matches!(role, None | Some("generic" | "none" | "presentation")));
    matches!(around.next(), Some(Some("list" | "group")))
}
