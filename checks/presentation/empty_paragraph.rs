//! RGAA 8.9.1: elements are not used for presentation only; its methodology names paragraphs left empty to make space, and
//! `blockquote`.
//!
//! Refutes the test: an empty paragraph that takes room (no-break spaces, `br`) says nothing and is there for its room. Left
//! aside: what bears an id, a role, ARIA or data attributes (a script or a link goes there), what is not rendered, what the
//! parser made up (a stray `</p>` is `parse-error`'s), `<p>` written for `</p>` (`end-tag-without-solidus`). A question where
//! a script may fill it: it has a class or a comment, or takes no room, and the page has scripts; and where it is all there is in
//! its parent, an empty cell for instance, and takes no room. `role=presentation` is
//! tolerated by the methodology on these two elements. Headings have their own check.

use super::blank::{blank, is_mistyped_end};
use crate::check::{Category, Check, Context, Interest, Level, Meta, Proof};
use crate::dom::Element;
use crate::rgaa::test;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &EmptyParagraph;

struct EmptyParagraph;

static META: Meta = Meta {
    id: "empty-paragraph",
    level: Level::Warning,
    category: Category::Accessibility,
    title: text("Paragraphe vide", "Empty paragraph"),
    why: text(
        "Un paragraphe vide posé pour espacer s’arrête sous le curseur des lecteurs d’écran, qui n’ont rien à y lire.",
        "An empty paragraph put there to make space stops the cursor of screen readers, which have nothing to read in it.",
    ),
    fix: text(
        "Retirer le paragraphe ; donner une marge en CSS si l’espace est voulu.",
        "Remove the paragraph; give a margin in CSS if the space is wanted.",
    ),
    proofs: &[Proof::refutes(&[test(8, 9, 1)])],
    interest: &[Interest::Elements(&["p", "blockquote"])],
    fail: &[
        "<p>Un</p><p>&nbsp;</p><p>Deux</p>",
        "<p>Un</p><p class=vide><br></p><p>Deux</p>",
        "<p>Un</p><p></p><p>Deux</p>",
    ],
    review: &["<script src=a.js></script><p>Un</p><p></p>"],
    pass: &[
        "<p>Un</p><p id=message></p><p aria-live=polite></p>",
        "<p><img src=a.png alt=Plan></p>",
    ],
    na: &["<div>&nbsp;</div>"],
    ..Meta::NEW
};

const EMPTY: Text = text(
    "cet élément <{tag}> est vide",
    "this <{tag}> element is empty",
);
const ALSO: Text = text("vide aussi", "empty too");
const FILLED: Text = text(
    "cet élément <{tag}> est vide : un script le remplit-il, ou sert-il à espacer ?",
    "this <{tag}> element is empty: does a script fill it, or is it there to make space?",
);

const ALONE: Text = text(
    "cet élément <{tag}> est vide, comme ce qui l’entoure : manque-t-il un contenu ?",
    "this <{tag}> element is empty, as is what is around it: is a content missing?",
);

impl Check for EmptyParagraph {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, element: Element<'p>, cx: &mut Context<'p>) {
        if !element.is_html() || element.start_tag().is_none() {
            return;
        }
        let Some(content) = blank(element).filter(|_| !has_a_use(element)) else {
            return cx.pass();
        };
        // Nothing closes it: the next tag did, and what was meant is another matter.
        let cut = element.end_tag().is_none() && !content.takes_room;
        if cut || is_mistyped_end(element) || !cx.semantics().is_rendered(element) {
            return;
        }
        let may_be_filled = element.has_attr("class") || content.comment || !content.takes_room;
        let tag = element.name();
        let scripts = cx.scripts_may_change();
        let draft = if !content.takes_room && is_alone(element) {
            cx.review_together(element, &ALONE, tag, &ALSO)
        } else if may_be_filled && scripts {
            cx.review_together(element, &FILLED, tag, &ALSO)
        } else {
            cx.fail_together(element, &EMPTY, tag, &ALSO)
        };
        if let Some(draft) = draft {
            draft.arg("tag", tag);
        }
    }
}

/// Whether an attribute says that something refers to it or fills it, or takes its meaning away.
fn has_a_use(element: Element<'_>) -> bool {
    element
        .attributes()
        .any(|a| !matches!(a.name(), "align" | "class" | "dir" | "lang" | "style"))
        || element.ancestors().take(4).any(|e| {
            ["aria-live", "contenteditable"]
                .iter()
                .any(|a| e.has_attr(a))
                || ["alert", "log", "status"]
                    .iter()
                    .any(|r| e.attr_is("role", r))
        })
}

/// Whether nothing else is in its parent: the parent is empty then, and no space is made between anything.
fn is_alone(element: Element<'_>) -> bool {
    element.prev_element().is_none()
        && element.next_element().is_none()
        && element.parent().is_some_and(|p| p.text_is_blank())
}
