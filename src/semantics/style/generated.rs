//! Words that the page's own style sheets write before or after an element (`content`; AccName 1.2, 2F.ii: they are part of its name).

use super::{Rules, declarations};
use crate::dom::{Element, Selector};
use crate::semantics::Semantics;

/// The elements before or after which words are written.
#[derive(Debug)]
pub struct Generated(Vec<Selector>);

impl Generated {
    fn of(rules: &Rules) -> Option<Generated> {
        let writing = rules.rules.iter().filter(|rule| {
            declarations(&rule.block).any(|d| d.is("content") && has_words(d.value))
        });
        let selectors: Vec<Selector> = writing
            .flat_map(|rule| rule.each())
            .filter_map(|one| Selector::parse(one.originating()?).ok())
            .collect();
        (!selectors.is_empty()).then_some(Generated(selectors))
    }
}

/// Whether a value of `content` writes a letter or a figure: the characters of icon fonts are none.
fn has_words(value: &str) -> bool {
    let mut quote = None;
    value.chars().any(|c| match quote {
        Some(q) if c == q => {
            quote = None;
            false
        }
        Some(_) => c.is_alphanumeric(),
        None => {
            quote = matches!(c, '"' | '\'').then_some(c);
            false
        }
    }) || value.contains("attr(")
}

impl<'a> Semantics<'a> {
    /// Whether the page's own style sheets write words in the element, or in one inside it. False too where the sheets are elsewhere.
    pub fn has_words_of_sheets(&self, e: Element<'a>) -> bool {
        if !self.sheets().may_contain("content") {
            return false;
        }
        let Some(rules) = self.rules() else {
            return false;
        };
        let generated = self.generated.get_or_init(|| Generated::of(rules));
        generated.as_ref().is_some_and(|Generated(selectors)| {
            std::iter::once(e)
                .chain(e.descendants())
                .any(|e| selectors.iter().any(|s| rules.matches(s, e)))
        })
    }
}
