//! HTML Standard 4.3.11: every `h1` is a heading of level 1, however many sections are around it, unless `headingoffset` lowers it.
//!
//! A piece of advice, as Nu gives it, and no error: browsers once made a smaller heading of the `h1` of a section, and authors who still
//! count on it get a page with several main titles. Said of an `h1` deeper than one section, and of that of a section in a page that has
//! one outside of any. RGAA asks for a hierarchy that makes sense (9.1.1), which `heading-level-skip` and people judge.

use crate::check::{Category, Check, Context, Interest, Level, Meta};
use crate::dom::Element;
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &H1InSection;

struct H1InSection;

static META: Meta = Meta {
    id: "h1-in-section",
    level: Level::Warning,
    category: Category::Conformance,
    title: text("<h1> dans une section", "<h1> in a section"),
    why: text(
        "Les navigateurs ne baissent plus le niveau des <h1> des sections : un lecteur d’écran annonce plusieurs titres principaux.",
        "Browsers no longer lower the level of the <h1> of sections: a screen reader announces several main headings.",
    ),
    fix: text(
        "Prendre <h2> à <h6> selon la profondeur, ou mettre headingoffset sur la section.",
        "Use <h2> to <h6> by depth, or put headingoffset on the section.",
    ),
    interest: &[Interest::Page],
    fail: &[
        "<h1>Agenda</h1><section><h1>Juillet</h1></section>",
        "<article><section><h1>Juillet</h1></section></article>",
    ],
    pass: &[
        "<h1>Agenda</h1><section><h2>Juillet</h2></section>",
        "<h1>Agenda</h1><section headingoffset=1><h1>Juillet</h1></section>",
        "<article><h1>Juillet</h1></article>",
    ],
    na: &["<section><h2>Juillet</h2></section>"],
    ..Meta::NEW
};

const FOUND: Text = text(
    "ce <h1> est dans un <{tag}>, et reste un titre de niveau 1 : la page semble avoir plusieurs titres principaux",
    "this <h1> is in a <{tag}>, and still is a heading of level 1: the page seems to have several main headings",
);
const ALSO: Text = text("celui-ci aussi", "this one too");

impl Check for H1InSection {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let headings = cx.semantics().outline().iter();
        let tops = headings.filter(|(e, level)| *level == 1 && e.is("h1"));
        let tops = tops.map(|(h1, _)| (*h1, sections(*h1).take(2).count()));
        let outside = tops.clone().any(|(_, around)| around == 0);
        for (h1, around) in tops {
            let nearest = sections(h1).next().filter(|_| outside || around > 1);
            let Some(nearest) = nearest else {
                cx.pass();
                continue;
            };
            if let Some(draft) = cx.fail_together(h1, &FOUND, "", &ALSO) {
                draft.arg("tag", nearest.name());
            }
        }
    }
}

fn sections(h1: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    h1.ancestors()
        .filter(|e| e.is_html() && e.is_any(&["article", "aside", "nav", "section"]))
}
