//! Rules that show the same on hover and on focus (RGAA 10.14.1 and 10.14.2).

use crate::dom::{Element, Selector};
use crate::semantics::Semantics;
use crate::semantics::style::{Rule, Rules, each_selector};

/// The state of what the pointer is over.
pub const HOVER: &str = ":hover";
/// The longer ones first: the last is the beginning of them.
const FOCUS: [&str; 3] = [":focus-within", ":focus-visible", ":focus"];

/// What a rule makes appear, and how.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// Only things that appear because they have the focus themselves, which is not additional content.
    Itself,
    /// The same things on hover and on focus, by this rule or another one.
    Both,
    /// Nobody can tell, or one of them only.
    Unknown,
}

/// What a rule shows on hover it must show, or one with the same declarations, when what the pointer would be over has the focus, and the other way round; and
/// the keyboard must be able to give it the focus.
pub fn shows(rule: &Rule, rules: &Rules, semantics: &Semantics<'_>) -> Shows {
    let mut found = Shows::Itself;
    for selector in each_selector(&rule.selectors) {
        let twins = if selector.contains(HOVER) {
            FOCUS.iter().any(|focus| {
                has(rule, rules, &selector.replace(HOVER, focus))
                    && Trigger::of(selector, HOVER).is_some_and(|t| t.gets(focus, rules, semantics))
            })
        } else if let Some(focus) = FOCUS.iter().find(|focus| selector.contains(**focus)) {
            if *focus != FOCUS[0]
                && Trigger::of(selector, focus).is_some_and(|trigger| trigger.shown.is_none())
            {
                continue;
            }
            has(rule, rules, &selector.replace(focus, HOVER))
        } else {
            continue;
        };
        if !twins {
            return Shows::Unknown;
        }
        found = Shows::Both;
    }
    found
}

/// Whether a rule, or another with the same declarations in the same conditions, has this selector.
fn has(rule: &Rule, rules: &Rules, selector: &str) -> bool {
    let flat = |s: &str| s.split_ascii_whitespace().collect::<String>();
    let block = flat(&rule.block);
    let mut having = rules.with_selector(selector);
    having.any(|other| {
        std::ptr::eq(other, rule)
            || rules.spend(1 + other.block.len() / 64)
                && other.media == rule.media
                && flat(&other.block) == block
    })
}

/// What must be pointed at, or have the focus.
pub struct Trigger {
    /// That thing.
    pub selector: Selector,
    /// What is shown then, if it is something else.
    pub shown: Option<Selector>,
}

impl Trigger {
    /// Of a selector with one such state.
    pub fn of(selector: &str, state: &str) -> Option<Trigger> {
        let at = selector.find(state)?;
        let after = at + state.len();
        let combinators = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '+' | '~');
        let end = selector[after..].find(combinators).map(|i| after + i);
        let compound = end.unwrap_or(selector.len());
        if selector[..compound].contains(['(', '"']) || selector[after..].contains(state) {
            return None;
        }
        // `> :hover` is about any element.
        let any = if selector[..at].chars().last().is_none_or(combinators) {
            "*"
        } else {
            ""
        };
        let trigger = format!("{}{any}{}", &selector[..at], &selector[after..compound]);
        let shown = format!("{trigger}{}", &selector[compound..]);
        Some(Trigger {
            selector: Selector::parse(&trigger).ok()?,
            shown: match end {
                Some(_) => Some(Selector::parse(&shown).ok()?),
                None => None,
            },
        })
    }

    /// Whether the keyboard puts each one in this state, by something else than what is shown.
    fn gets(&self, state: &str, rules: &Rules, semantics: &Semantics<'_>) -> bool {
        let doc = semantics.document();
        let shown = |e: Element<'_>| {
            let mut line = std::iter::once(e).chain(e.ancestors());
            self.shown
                .as_ref()
                .is_some_and(|s| line.any(|e| rules.matches(s, e)))
        };
        let mut triggers = doc
            .elements()
            .filter(|e| !e.in_template() && rules.matches(&self.selector, *e));
        let all = triggers.all(|trigger| match state {
            ":focus-within" => {
                rules.spend_on(trigger)
                    && std::iter::once(trigger)
                        .chain(trigger.descendants())
                        .any(|e| semantics.is_tabbable(e) && !shown(e))
            }
            _ => semantics.is_tabbable(trigger),
        });
        // Once too much was asked, nothing matches.
        all && rules.spend(0)
    }
}
