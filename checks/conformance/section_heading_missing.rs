//! HTML Standard 4.3.2 and 4.3.3: `section` and `article` are typically identified by a heading inside them.
//!
//! The headings of sections inside it are theirs. A piece of advice, as Nu gives it, and no error; RGAA leaves it to 9.1.1. Nothing is said where another name is given
//! (`aria-label`, `aria-labelledby`), nor of what is hidden or has another role. Many at once are one finding.

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::Element;
use crate::spec::elements;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &SectionHeadingMissing;

struct SectionHeadingMissing;

static META: Meta = Meta {
    id: "section-heading-missing",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("Section sans titre", "Section without a heading"),
    why: text(
        "Sans titre, une section ne dit pas de quoi elle parle, et la liste des titres la saute.",
        "Without a heading a section does not say what it is about, and the list of headings skips it.",
    ),
    fix: text(
        "Y mettre un titre, ou prendre <div> si aucun titre ne convient.",
        "Put a heading in it, or use <div> if no heading fits.",
    ),
    interest: &[Interest::Elements(&["article", "section"])],
    fail: &[
        "<section><p>Avis</p></section>",
        "<section><p>Avis</p><article><h2>Fermé</h2></article></section>",
    ],
    pass: &[
        "<section><h2>Avis</h2></section>",
        "<section><div><div role=heading aria-level=2>Avis</div></div></section>",
    ],
    na: &[
        "<div>Avis</div>",
        "<section aria-label=Avis><p>Fermé</p></section>",
    ],
    ..Meta::NEW
};

const FOUND: Text = text(
    "<{tag}> n’a pas de titre : un <h2> à <h6> dirait de quoi il parle, ou un <div> suffit",
    "this <{tag}> has no heading: an <h2> to <h6> would say what it is about, or a <div> is enough",
);
const ALSO: Text = text("celui-ci non plus", "nor has this one");

impl Check for SectionHeadingMissing {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn element<'p>(&self, section: Element<'p>, cx: &mut Context<'p>) {
        if !section.is_html() || section.has_attr("role") || is_named(section) {
            return;
        }
        if is_headed(section) {
            return cx.pass();
        }
        if !cx.semantics().is_rendered(section) {
            return;
        }
        let tag = section.name();
        if let Some(draft) = cx.fail_together(section, &FOUND, tag, &ALSO) {
            draft.arg("tag", tag);
        }
    }
}

fn is_named(section: Element<'_>) -> bool {
    section.has_attr("aria-label") || section.has_attr("aria-labelledby")
}

/// Whether a heading of its own is inside: each node is looked at for one section, the nearest around it.
fn is_headed(section: Element<'_>) -> bool {
    let doc = section.document();
    let mut next = section.id() + 1;
    while next < section.subtree_end() {
        let Some(e) = doc.element(next) else {
            next += 1;
            continue;
        };
        if is_heading(e) {
            return true;
        }
        next = match e.is_html() && e.is_any(&["article", "aside", "nav", "section", "template"]) {
            true => e.subtree_end(),
            false => next + 1,
        };
    }
    false
}

fn is_heading(e: Element<'_>) -> bool {
    e.is_html() && (elements::is_heading_content(e.name()) || e.attr_is("role", "heading"))
}
