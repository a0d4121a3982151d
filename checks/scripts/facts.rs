//! What the tables of «ARIA in HTML» ask of an element, answered from the page; for the checks of this folder.

use super::ownership::is_transparent;
use crate::dom::{Element, Namespace};
use crate::semantics::Semantics;
use crate::spec::element_facts::{ElementFacts, Question};

/// Calls `f` with the facts of an element of HTML, or of `svg` or `math` themselves; `None` for what is inside those.
pub fn with_facts<'p, R>(
    e: Element<'p>,
    semantics: &'p Semantics<'p>,
    f: impl FnOnce(&ElementFacts<'_>) -> R,
) -> Option<R> {
    let root = matches!(
        (e.namespace(), e.name()),
        (Namespace::Svg, "svg") | (Namespace::MathMl, "math")
    );
    (e.is_html() || root).then(|| {
        f(&ElementFacts {
            name: e.name(),
            attribute: &|name| e.attr(name),
            ask: &|question| answer(question, e, semantics),
        })
    })
}

fn answer<'p>(question: Question, e: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    const SECTIONS: [&str; 4] = ["article", "aside", "nav", "section"];
    let parent = e.parent();
    let child_of = |names: &[&str]| parent.is_some_and(|p| p.is_any(names));
    let table = || {
        e.closest(&["table"])
            .and_then(|table| semantics.role(table))
            .unwrap_or_default()
    };
    match question {
        Question::InSection => e.ancestors().any(|a| {
            a.is_any(&SECTIONS)
                || a.is("main")
                || matches!(
                    semantics.role(a),
                    Some("article" | "complementary" | "main" | "navigation" | "region")
                )
        }),
        Question::InSectioning => e.closest(&SECTIONS).is_some(),
        Question::Named => ["aria-label", "aria-labelledby", "title"]
            .iter()
            .any(|name| e.attr(name).is_some_and(|v| !v.trim().is_empty())),
        Question::ChildOfList => child_of(&["ul", "ol", "menu"]),
        Question::ChildOfExposedList => {
            child_of(&["ul", "ol", "menu"])
                && parent.is_some_and(|p| semantics.role(p) == Some("list"))
        }
        Question::ChildOfDl => child_of(&["dl"]),
        Question::InGrid => matches!(table(), "grid" | "treegrid"),
        Question::InExposedTable => matches!(table(), "table" | "grid" | "treegrid"),
        Question::HeadsRow => {
            parent.is_some_and(|row| row.child_elements().take(WIDEST).any(|c| c.is("td")))
        }
        Question::SummaryOfDetails => {
            child_of(&["details"])
                && parent.and_then(|p| p.child_elements().find(|c| c.is("summary"))) == Some(e)
        }
        Question::HasFigcaption => e.child_elements().any(|c| c.is("figcaption")),
        Question::OwnedBy(roles) => e
            .ancestors()
            .find(|a| !is_transparent(*a, semantics))
            .and_then(|owner| semantics.role(owner))
            .is_some_and(|role| roles.contains(&role)),
        Question::LabelsControl => semantics.labeled_control(e).is_some(),
        Question::ChildOfSelect => child_of(&["select"]),
        Question::InButtonOfSelect => e
            .closest(&["button"])
            .and_then(Element::parent)
            .is_some_and(|p| p.is("select")),
    }
}

/// Cells of a row that are looked at.
const WIDEST: usize = 1000;

/// Whether the element has an event handler attribute for the pointer or the keyboard.
pub fn has_handler(e: Element<'_>) -> bool {
    e.attributes().any(|attr| {
        [
            "onclick",
            "onkey",
            "onmouse",
            "onpointer",
            "ontouch",
            "ondblclick",
        ]
        .iter()
        .any(|start| attr.name().starts_with(start))
    })
}

/// Whether the element is one of MathML, whose roles and `aria-*` attributes no rule is about yet.
pub fn is_mathematics(e: Element<'_>) -> bool {
    e.namespace() == Namespace::MathMl
}
