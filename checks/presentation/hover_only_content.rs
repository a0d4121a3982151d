//! RGAA 10.14.1 and 12.11.1: links, buttons or fields that only the pointer makes appear.
//!
//! A certain failure, and nothing else, where the page alone settles it: no script, all style sheets in the page, and in them a rule that shows something when
//! a part of the page with a component in it is under the pointer (`:hover`), which a single plain rule hides otherwise (`display: none`,
//! `visibility: hidden`). Any other rule about showing the same thing, whatever its state or its media, leaves it alone. So nothing that is hidden so gets the
//! focus. «Si nécessaire»: not where each link inside is also elsewhere on the page. Questions about the rest are those of `hover-content`.

use std::cell::LazyCell;

use super::hover_twins::{HOVER, Trigger};
use crate::check::{Category, Check, Context, Interest, Meta, Proof};
use crate::dom::{Element, Selector};
use crate::rgaa::{TestId, test};
use crate::semantics::Semantics;
use crate::semantics::style::{Rule, Rules, declarations, each_selector};
use crate::text::{Text, text};

pub static CHECK: &dyn Check = &HoverOnlyContent;

struct HoverOnlyContent;

const SHOWN: TestId = test(10, 14, 1);
const REACHED: TestId = test(12, 11, 1);

static META: Meta = Meta {
    id: "hover-only-content",
    category: Category::Accessibility,
    title: text(
        "Contenu que seul le survol fait apparaître",
        "Content that only hovering makes appear",
    ),
    why: text(
        "Qui n’a pas de souris, faute de la voir ou de pouvoir la tenir, n’atteint jamais ces liens ou ces champs.",
        "People without a mouse, because they cannot see or hold it, never get to these links or fields.",
    ),
    fix: text(
        "Ajouter :focus-within à côté de :hover dans le sélecteur, ou montrer ce contenu par un bouton.",
        "Add :focus-within beside :hover in the selector, or show this content with a button.",
    ),
    proofs: &[Proof::refutes(&[SHOWN]), Proof::refutes(&[REACHED])],
    interest: &[Interest::Page],
    fail: &[
        "<style>li ul { display: none } li:hover ul { display: block }</style><ul><li><a href=/>Vivre ici</a><ul><li><a href=/eau>L’eau</a></ul></ul>",
    ],
    pass: &[
        "<style>li ul { display: none } li:hover ul, li:focus-within ul { display: block }</style><ul><li><a href=/>Vivre ici</a><ul><li><a href=/eau>L’eau</a></ul></ul>",
    ],
    na: &["<style>a:hover { color: red }</style><a href=/>Accueil</a>"],
    ..Meta::NEW
};

const ONLY_HOVER: Text = text(
    "ce que montre cette règle n’apparaît qu’au survol : le clavier n’atteint jamais « {what} »",
    "what this rule shows only appears on hover: the keyboard never gets to \"{what}\"",
);
const HIDDEN: Text = text("ceci", "this");

impl Check for HoverOnlyContent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn page<'p>(&self, cx: &mut Context<'p>) {
        let semantics = cx.semantics();
        if !semantics.sheets().may_contain(":hover") || semantics.has_active_script() {
            return;
        }
        let Some(rules) = semantics.rules() else {
            return;
        };
        let doc = cx.doc();
        let displaying = LazyCell::new(|| saying(rules, Shows::Display));
        let visible = LazyCell::new(|| saying(rules, Shows::Visibility));
        for rule in rules.rules.iter().filter(|rule| rule.media.is_none()) {
            if !rules.spend(1) {
                return;
            }
            let Some(property) = Shows::of(&rule.block) else {
                continue;
            };
            let mut reveals = each_selector(&rule.selectors)
                .filter_map(Reveal::of)
                .peekable();
            if reveals.peek().is_none() {
                continue;
            }
            let page = Page {
                semantics,
                rules,
                property,
                saying: match property {
                    Shows::Display => &displaying,
                    Shows::Visibility => &visible,
                },
            };
            let found = reveals.find_map(|reveal| page.unreachable(&reveal));
            let (Some((hidden, component)), Some(text)) = (found, rule.text(doc)) else {
                cx.pass();
                continue;
            };
            cx.fail((text, rule.range.clone()), &ONLY_HOVER)
                .arg("what", said(component, semantics))
                .tests(&[SHOWN, REACHED])
                .related(hidden.place(), &HIDDEN);
        }
    }
}

/// What a component is called, for the message.
fn said<'p>(component: Element<'p>, semantics: &Semantics<'p>) -> String {
    let name = &semantics.name(component).text;
    match name.is_empty() {
        true => format!("<{}>", component.name()),
        false => name.chars().take(60).collect(),
    }
}

/// The property that shows or hides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Display,
    Visibility,
}

impl Shows {
    fn name(self) -> &'static str {
        match self {
            Shows::Display => "display",
            Shows::Visibility => "visibility",
        }
    }

    /// By which property a block shows things.
    fn of(block: &str) -> Option<Shows> {
        [Shows::Display, Shows::Visibility]
            .into_iter()
            .find(|property| property.value(block) == Some(true))
    }

    /// Whether a block shows (true) or hides what it is about; `None` when it says nothing of it.
    fn value(self, block: &str) -> Option<bool> {
        let said = declarations(block)
            .filter(|d| d.is(self.name()) || d.is("all"))
            .last()?;
        let hides = ["none", "hidden", "collapse"];
        Some(!hides.iter().any(|v| said.value.eq_ignore_ascii_case(v)))
    }
}

/// A selector that is about something else than what the pointer is over.
struct Reveal {
    /// What the pointer is over.
    trigger: Selector,
    /// What the rule is about.
    shown: Selector,
}

impl Reveal {
    fn of(selector: &str) -> Option<Reveal> {
        let trigger = Trigger::of(selector, HOVER)?;
        Some(Reveal {
            trigger: trigger.selector,
            shown: trigger.shown?,
        })
    }
}

/// A rule that shows or hides things, whatever people do or not.
struct Saying<'s> {
    rule: &'s Rule,
    shows: bool,
    /// Of each of its selectors, whether it is a [`Reveal`].
    reveals: Vec<bool>,
}

/// The rules that show or hide things by a property, but those for printing.
fn saying(rules: &Rules, property: Shows) -> Vec<Saying<'_>> {
    let mut saying = Vec::new();
    for rule in &rules.rules {
        if rule.media.as_deref() != Some("print")
            && let Some(shows) = property.value(&rule.block)
        {
            let reveals = rule
                .each()
                .iter()
                .map(|one| Reveal::of(&one.text).is_some());
            saying.push(Saying {
                rule,
                shows,
                reveals: reveals.collect(),
            });
        }
    }
    saying
}

struct Page<'s, 'p> {
    semantics: &'s Semantics<'p>,
    rules: &'s Rules,
    property: Shows,
    saying: &'s [Saying<'s>],
}

impl<'p> Page<'_, 'p> {
    /// Something that only the pointer shows, and a component in it that the keyboard does not get to.
    fn unreachable(&self, reveal: &Reveal) -> Option<(Element<'p>, Element<'p>)> {
        let doc = self.semantics.document();
        let shown = doc
            .elements()
            .filter(|e| !e.in_template() && self.rules.matches(&reveal.shown, *e));
        for hidden in shown {
            if !self.rules.spend_on(hidden)
                || !self.semantics.is_rendered(hidden)
                || hidden
                    .attr("style")
                    .is_some_and(|s| self.property.value(s).is_some())
                || !self.is_hidden_otherwise(hidden)
            {
                continue;
            }
            let mut components = std::iter::once(hidden)
                .chain(hidden.descendants())
                .filter(|e| self.semantics.is_tabbable(*e));
            let Some(needed) = components.find(|e| !self.is_elsewhere(*e, hidden)) else {
                continue;
            };
            let outside = |e: &Element<'p>| *e != hidden && !hidden.contains(*e);
            let triggers = doc
                .elements()
                .filter(|e| self.rules.matches(&reveal.trigger, *e));
            let by_component = triggers
                .filter(|t| *t == hidden || !hidden.contains(*t))
                .any(|t| {
                    self.rules.spend_on(t)
                        && std::iter::once(t)
                            .chain(t.descendants())
                            .any(|e| outside(&e) && self.semantics.is_interactive(e))
                });
            if by_component {
                return Some((hidden, needed));
            }
        }
        None
    }

    /// Whether plain rules hide the element, and no rule but those on `:hover` may show it.
    fn is_hidden_otherwise(&self, e: Element<'p>) -> bool {
        let mut hidden = false;
        for said in self.saying {
            match self.speaks(said, e) {
                Speaks::No => {}
                Speaks::Yes if !said.shows && said.rule.media.is_none() => hidden = true,
                Speaks::Yes | Speaks::Maybe => return false,
            }
        }
        hidden
    }

    fn speaks(&self, said: &Saying<'_>, e: Element<'_>) -> Speaks {
        let mut speaks = Speaks::No;
        for (selector, reveals) in said.rule.each().iter().zip(&said.reveals) {
            match self.rules.is_about(selector, e) {
                Some(true) => speaks = Speaks::Yes,
                Some(false) => {}
                None if *reveals => {}
                None => return Speaks::Maybe,
            }
        }
        speaks
    }

    /// Whether a link leads where a link outside of what is hidden also leads.
    fn is_elsewhere(&self, link: Element<'p>, hidden: Element<'p>) -> bool {
        let Some(href) = link.attr("href") else {
            return false;
        };
        if !self.rules.spend(self.semantics.document().element_count()) {
            return true;
        }
        let mut links = self.semantics.document().elements().filter(|e| e.is("a"));
        links.any(|a| a.attr("href") == Some(href) && a != hidden && !hidden.contains(a))
    }
}

/// Whether a rule is about an element when the pointer is elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speaks {
    No,
    Yes,
    Maybe,
}
