//! Whether a link is on the screen, at least while it has the focus, whatever style sheets do.
//!
//! Certain without any sheet that could move or clip it. Where all sheets are in the page and can be read: no rule moves or clips the link or
//! what is around it; or a rule of its `:focus` places it again.

use crate::dom::{Element, Selector};
use crate::semantics::Semantics;
use crate::semantics::style::{One, Property, Rules, declarations};

/// What may take a link that is rendered off the screen.
const AWAY: [Property; 2] = [Property::Offset, Property::Effects];

/// What brings it back, besides.
const BACK: [&str; 10] = [
    "bottom",
    "clip",
    "clip-path",
    "height",
    "inset",
    "left",
    "opacity",
    "right",
    "top",
    "width",
];

/// Whether the link, which is rendered, is certainly seen when it has the focus.
pub fn is_shown_on_focus<'p>(link: Element<'p>, semantics: &'p Semantics<'p>) -> bool {
    let sheets = semantics.sheets();
    let mut hiding = [Property::Display, Property::Visibility]
        .iter()
        .chain(&AWAY);
    let styled = link.has_attr("style") || link.ancestors().any(|e| e.has_attr("style"));
    if !styled && !hiding.any(|p| sheets.may_set(*p)) {
        return true;
    }
    let Some(rules) = semantics.rules().filter(|_| !styled) else {
        return false;
    };
    let moves = |block: &str| declarations(block).any(|d| AWAY.iter().any(|p| p.is_set_by(&d)));
    let mut moving = rules.rules.iter().filter(|rule| moves(&rule.block));
    let moved = moving.any(|rule| rule.each().iter().any(|one| may_be_about(one, link, rules)));
    !moved
        || rules.rules.iter().any(|rule| {
            let places =
                |block: &str| declarations(block).any(|d| BACK.iter().any(|name| d.is(name)));
            (moves(&rule.block) || places(&rule.block))
                && rule.media.is_none()
                && rule
                    .each()
                    .iter()
                    .any(|one| is_of_its_focus(one, link, rules))
        })
}

/// Whether the rule may be about the link or what is around it while nobody does anything.
fn may_be_about(one: &One, link: Element<'_>, rules: &Rules) -> bool {
    let by_people = [":focus", ":hover", ":active"];
    if by_people.iter().any(|state| one.text.contains(state)) || one.is_of_pseudo_element() {
        return false;
    }
    std::iter::once(link)
        .chain(link.ancestors())
        .any(|e| rules.is_about(one, e) != Some(false))
}

fn is_of_its_focus(one: &One, link: Element<'_>, rules: &Rules) -> bool {
    let states = [":focus", ":focus-visible"];
    let state = states.iter().find_map(|state| one.text.strip_suffix(state));
    let plain = state.and_then(|plain| Selector::parse(plain).ok());
    plain.is_some_and(|plain| rules.matches(&plain, link))
}
