//! HTML Standard, content models that have an order or a number: a caption comes first, a picture has one `img`, after its sources.
//!
//! 4.2.1 and 4.2.3 (`head`, `base`), 4.3.7 (`hgroup`), 4.4.12 (`figure`), 4.5.10 (`ruby`), 4.8.1 (`picture`), 4.8.8 and 4.8.9 (media),
//! 4.9.1 (`table`), 4.10.7 and 4.10.9 (`select`, `optgroup`), 4.10.15 (`fieldset`), 4.11.1 (`details`). What may stand there at all is
//! for `content-model`. The nesting itself is right, so RGAA 8.2.1 is not refuted; it is not passed
//! either.

use super::content_parts::{Part, Rule, rule};
use super::validity::VALIDITY;
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, NodeRef, Origin};
use crate::source::Span;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &ContentOrder;

struct ContentOrder;

static META: Meta = Meta {
    id: "content-order",
    category: Category::Conformance,
    title: text(
        "Contenu en trop ou dans le désordre",
        "Content in the wrong order, or one too many",
    ),
    why: text(
        "Le navigateur ne prend que le premier, ou ne prend rien : légende, source ou titre mal placés sont perdus.",
        "Browsers take the first one only, or none: a misplaced caption, source or title is lost.",
    ),
    fix: text(
        "Remettre les éléments dans l’ordre que HTML demande, et retirer ceux qui sont en trop.",
        "Put the elements in the order that HTML asks for, and remove those that are too many.",
    ),
    proofs: &[Proof::hints(&[VALIDITY])],
    interest: &[Interest::Elements(&[
        "audio", "details", "fieldset", "figure", "head", "hgroup", "optgroup", "picture",
        "select", "table", "video",
    ])],
    fail: &[
        "<details><p>Suite</p><summary>Avis</summary></details>",
        "<picture><img src=a.png alt=''><source srcset=b.png></picture>",
        "<table><tr><td>1</td></tr><caption>Tarifs</caption></table>",
        "<video src=a.webm><source src=b.webm></video>",
        "<title>Avis</title><title>Avis</title>",
    ],
    pass: &[
        "<details><summary>Avis</summary><p>Suite</p></details>",
        "<figure><img src=a.png alt=''><figcaption>Plan</figcaption></figure>",
        "<table><caption>Tarifs</caption><thead></thead><tr><td>1</td></tr><tfoot></tfoot></table>",
    ],
    ..Meta::NEW
};

const SECOND: Text = text(
    "<{parent}> ne peut avoir qu’un <{tag}> : celui-ci est en trop",
    "<{parent}> may only have one <{tag}>: this one is too many",
);
const SECOND_HEADING: Text = text(
    "<{parent}> ne peut avoir qu’un titre : ce <{tag}> est en trop",
    "<{parent}> may only have one heading: this <{tag}> is too many",
);
const LATE: Text = text(
    "<{tag}> doit venir avant {before} dans <{parent}>",
    "<{tag}> must come before {before} in <{parent}>",
);
const MIDDLE: Text = text(
    "<{tag}> doit être au début ou à la fin de <{parent}>",
    "<{tag}> must be first or last in <{parent}>",
);
const WITH_SRC: Text = text(
    "ce <{parent}> a un attribut src : il ne prend pas de <{tag}>",
    "this <{parent}> has a src attribute: it takes no <{tag}>",
);
const NOT_A_DROP_DOWN: Text = text(
    "un <{parent}> à choix multiple ou de plusieurs lignes ne prend pas de <{tag}>",
    "a <{parent}> with several choices or lines takes no <{tag}>",
);
const FIRST: Text = text("le premier", "the first one");
const BEFORE: Text = text("ceci vient avant", "this comes before");
const TEXT: Text = text("ce texte", "this text");

impl Check for ContentOrder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, parent: Element<'p>, cx: &mut Context<'p>) {
        let Some(rule) = rule(parent.name()).filter(|_| parent.is_html()) else {
            return;
        };
        let mut judge = Judge {
            parent,
            rule,
            firsts: [None; MAX_PARTS],
            latest: (0, None),
        };
        let mut sound = !parent.is("head") || has_one_title(parent, cx);
        for node in parent.children() {
            match node {
                NodeRef::Text(t) if !t.is_blank() => judge.other(t.span()),
                NodeRef::Element(e) if e.is_any(&["script", "template"]) && !parent.is("head") => {}
                NodeRef::Element(e) => sound &= judge.child(e, cx),
                _ => {}
            }
        }
        match sound {
            true => cx.pass(),
            false => cx.leave_open(&[VALIDITY]),
        }
    }
}

/// 4.2.1: anywhere in the head, but once.
fn has_one_title<'p>(head: Element<'p>, cx: &mut Context<'p>) -> bool {
    let mut titles = head.child_elements().filter(|e| e.is("title"));
    let (first, second) = (titles.next(), titles.next());
    let (Some(first), Some(second)) = (first, second) else {
        return true;
    };
    cx.fail(second, &SECOND)
        .tests(&[])
        .arg("tag", "title")
        .arg("parent", "head")
        .related(first.place(), &FIRST);
    false
}

/// Parts of the longest rule.
const MAX_PARTS: usize = 5;

struct Judge<'p> {
    parent: Element<'p>,
    rule: &'static Rule,
    /// The first of each part.
    firsts: [Option<Element<'p>>; MAX_PARTS],
    /// The rank of the last part that counts, and where it is.
    latest: (usize, Option<Latest<'p>>),
}

/// What comes before.
#[derive(Clone, Copy)]
enum Latest<'p> {
    Element(Element<'p>),
    Text(Span),
}

impl<'p> Judge<'p> {
    /// Something that is no part: it is among the general contents.
    fn other(&mut self, span: Span) {
        if let Some(rank) = self.rule.contents
            && self.latest.0 < rank
        {
            self.latest = (rank, Some(Latest::Text(span)));
        }
    }

    /// Judges a child; whether it is in its place.
    fn child(&mut self, e: Element<'p>, cx: &mut Context<'p>) -> bool {
        let is_part = |part: &Part| part.names.contains(&e.name()) && e.is_html();
        let Some(rank) = self.rule.parts.iter().position(is_part) else {
            if let Some(rank) = self.rule.contents
                && self.latest.0 < rank
            {
                self.latest = (rank, Some(Latest::Element(e)));
            }
            return true;
        };
        let part = &self.rule.parts[rank];
        // What comes before `base` counts by its address only.
        if e.is_any(&["link", "script"]) && !(e.has_attr("href") || e.has_attr("src")) {
            return true;
        }
        let (tag, parent) = (e.name(), self.parent.name());
        if let Some(first) = self.firsts[rank].filter(|_| part.once) {
            let message = match self.parent.is("hgroup") {
                true => &SECOND_HEADING,
                false => &SECOND,
            };
            cx.fail(e, message)
                .tests(&[])
                .arg("tag", tag)
                .arg("parent", parent)
                .related(first.place(), &FIRST);
            return false;
        }
        self.firsts[rank].get_or_insert(e);
        if let Some(message) = self.unwanted(e) {
            cx.fail(e, message)
                .tests(&[])
                .arg("tag", tag)
                .arg("parent", parent);
            return false;
        }
        let (reached, before) = self.latest;
        if reached > rank && !(part.last && is_last(e)) {
            if part.last {
                cx.fail(e, &MIDDLE)
                    .tests(&[])
                    .arg("tag", tag)
                    .arg("parent", parent);
                return false;
            }
            if let Some(before) = before {
                let draft = cx
                    .fail(e, &LATE)
                    .tests(&[])
                    .arg("tag", tag)
                    .arg("parent", parent);
                match before {
                    Latest::Element(b) => draft
                        .arg("before", format_args!("<{}>", written_in(b).name()))
                        .related(b.place(), &BEFORE),
                    Latest::Text(span) => draft.arg_text("before", &TEXT).related(span, &BEFORE),
                };
            }
            return false;
        }
        if rank > reached {
            self.latest = (rank, Some(Latest::Element(e)));
        }
        true
    }

    /// What the parent's attributes say against this child.
    fn unwanted(&self, e: Element<'p>) -> Option<&'static Text> {
        let parent = self.parent;
        match e.name() {
            "source" if parent.has_attr("src") && !parent.is("picture") => Some(&WITH_SRC),
            "button" if parent.is("select") => {
                elements::is_list_box(|name| parent.attr(name)).then_some(&NOT_A_DROP_DOWN)
            }
            _ => None,
        }
    }
}

/// The element, or the first one in it if the parser made it up.
fn written_in(e: Element<'_>) -> Element<'_> {
    match e.origin() {
        Origin::Explicit(_) => e,
        Origin::Implied(_) => e.child_elements().next().unwrap_or(e),
    }
}

/// Whether nothing but white space and scripts comes after it.
fn is_last(e: Element<'_>) -> bool {
    std::iter::successors(NodeRef::Element(e).next_sibling(), |node| {
        node.next_sibling()
    })
    .all(|node| match node {
        NodeRef::Element(e) => e.is_any(&["script", "template"]),
        NodeRef::Text(t) => t.is_blank(),
        _ => true,
    })
}
