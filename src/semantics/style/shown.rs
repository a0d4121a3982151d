//! What the page's own style sheets say of being shown: `display` and `visibility`, by the cascade (CSS Cascade 5, 6).
//!
//! Only on a page whose sheets are all in it and can be read ([`Rules`]). An element counts as hidden when the declaration that wins whatever people do
//! hides it and no rule that holds at times (`:hover`, `@media`) may show it. The page and its body are never hidden: a page that hides itself has a script
//! that shows it.

use std::cell::Cell;
use std::collections::HashMap;

use super::{Declaration, Property, Rules, declarations};
use crate::dom::{Element, Key, Quirks, Selector};
use crate::semantics::{Semantics, hiding};

/// Selectors held against elements on one page; pages that ask for more were built to.
const STEPS: usize = 400_000;

/// What makes a declaration win: `!important`, the specificity of its selector, its rank.
type Weight = (bool, u32, usize);

/// A value, and whether it is `!important`.
type Said = Option<(bool, bool)>;

/// What style sheets say of one element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Whether `display` lets it have a box.
    pub display: Said,
    /// Whether `visibility` lets it be seen.
    pub visibility: Said,
}

/// The rules about `display` and `visibility`.
#[derive(Debug, Default)]
pub struct ShownRules {
    entries: Vec<Entry>,
    by_id: HashMap<String, Vec<usize>>,
    by_class: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
    others: Vec<usize>,
    /// A rule that holds at times may show something: by `display`, by `visibility`.
    at_times: [bool; 2],
    steps: Cell<usize>,
}

#[derive(Debug)]
struct Entry {
    selector: Selector,
    says: Shown,
}

impl ShownRules {
    fn of(rules: &Rules, quirks: bool) -> Option<ShownRules> {
        let mut out = ShownRules::default();
        for rule in &rules.rules {
            if declarations(&rule.block).any(|d| d.is("all")) {
                return None;
            }
            let (says, unsure) = says(&rule.block);
            if says == Shown::default() && !unsure {
                continue;
            }
            let always = match rule.media.as_deref() {
                Some("print") => continue,
                None | Some("all" | "screen") => true,
                Some(_) => false,
            };
            for one in rule.each() {
                match one.plain() {
                    Some(selector) if always && !unsure => {
                        let ranks = match selector.key() {
                            Key::Id(id) if !quirks => out.by_id.entry(id).or_default(),
                            Key::Class(class) if !quirks => out.by_class.entry(class).or_default(),
                            Key::Name(name) => out.by_name.entry(name).or_default(),
                            _ => &mut out.others,
                        };
                        ranks.push(out.entries.len());
                        out.entries.push(Entry {
                            selector: selector.clone(),
                            says,
                        });
                    }
                    None if one.is_of_pseudo_element() => {}
                    _ => {
                        out.at_times[0] |= unsure || says.display.is_some_and(|(shown, _)| shown);
                        out.at_times[1] |=
                            unsure || says.visibility.is_some_and(|(shown, _)| shown);
                    }
                }
            }
        }
        (!out.entries.is_empty()).then_some(out)
    }

    /// What wins for an element.
    fn about(&self, e: Element<'_>) -> Shown {
        let mut best: [Option<(Weight, bool)>; 2] = [None; 2];
        let id = e.attr("id").and_then(|id| self.by_id.get(id));
        let classes = e
            .tokens("class")
            .filter_map(|class| self.by_class.get(class));
        let few = [Some(&self.others), self.by_name.get(e.name()), id];
        for rank in few.into_iter().flatten().chain(classes).flatten() {
            if self.steps.replace(self.steps.get() + 1) >= STEPS {
                return Shown::default();
            }
            let entry = &self.entries[*rank];
            if !entry.selector.matches(e) {
                continue;
            }
            let specificity = entry.selector.specificity();
            for (best, said) in best
                .iter_mut()
                .zip([entry.says.display, entry.says.visibility])
            {
                if let Some((shown, important)) = said {
                    let weight = (important, specificity, *rank);
                    if best.is_none_or(|(known, _)| known <= weight) {
                        *best = Some((weight, shown));
                    }
                }
            }
        }
        let said = |i: usize| {
            let ((important, ..), shown) = best[i]?;
            (shown || !self.at_times[i]).then_some((shown, important))
        };
        Shown {
            display: said(0),
            visibility: said(1),
        }
    }
}

/// What a block says, and whether it may say otherwise: `display: var(--x)`.
fn says(block: &str) -> (Shown, bool) {
    let mut says = Shown::default();
    let mut unsure = false;
    let beats = |known: Said, d: &Declaration<'_>| known.is_none_or(|(_, i)| d.important || !i);
    for d in declarations(block) {
        if Property::Display.is_set_by(&d) {
            match hiding::has_box(d.value) {
                Some(Some(shown)) if beats(says.display, &d) => {
                    says.display = Some((shown, d.important))
                }
                Some(None) => unsure = true,
                _ => {}
            }
        } else if Property::Visibility.is_set_by(&d) {
            match hiding::visible_of(d.value) {
                Some(shown) if beats(says.visibility, &d) => {
                    says.visibility = Some((shown, d.important))
                }
                None if d.value.contains('(') => unsure = true,
                _ => {}
            }
        }
    }
    (says, unsure)
}

impl<'a> Semantics<'a> {
    /// What the page's own style sheets say of an element being shown.
    pub(in crate::semantics) fn shown_by_sheets(&self, e: Element<'a>) -> Shown {
        let rules = self.shown_rules.get_or_init(|| {
            let sheets = self.sheets();
            let about = sheets.may_set(Property::Display) || sheets.may_set(Property::Visibility);
            let rules = self.rules().filter(|_| about && sheets.any())?;
            ShownRules::of(rules, self.document().quirks() != Quirks::No)
        });
        match rules {
            Some(rules) if !e.is_any(&["html", "body"]) => rules.about(e),
            _ => Shown::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dom;
    use crate::semantics::{NotRendered, Semantics, Visibility};
    use crate::source::Source;

    /// Whether the element with the id `x` is hidden by a sheet.
    fn hidden(css: &str, body: &str) -> bool {
        let html = format!("<!DOCTYPE html><style>{css}</style>{body}");
        let doc = dom::parse(Source::decode("page.html", html.into()));
        let semantics = Semantics::new(&doc);
        let x = doc.by_id("x").unwrap();
        let seen = semantics.visibility(x);
        matches!(
            seen,
            Visibility::NotRendered(NotRendered::StyleSheet | NotRendered::VisibilityHidden)
        )
    }

    #[test]
    fn what_wins_hides() {
        for (css, body) in [
            (".a{display:none}", "<p class=a id=x>"),
            ("p .b{visibility:collapse}", "<p><b class=b><i id=x>"),
            (
                "#x{display:none!important}p{display:block}",
                "<p id=x style=display:block>",
            ),
            ("p{display:none}@media print{p{display:block}}", "<p id=x>"),
            ("div>p:first-child{DISPLAY:NONE}", "<div><p id=x></div>"),
            ("p{display:none}p::before{display:block}", "<p id=x>"),
        ] {
            assert!(hidden(css, body), "{css} {body}");
        }
    }

    #[test]
    fn what_may_be_shown_is_not_hidden() {
        for (css, body) in [
            (".a{display:none}p.a{display:block}", "<p class=a id=x>"),
            (".a{display:none}", "<p class=a id=x style=display:block>"),
            (
                ".a{visibility:hidden}",
                "<p class=a><b id=x style=visibility:visible>",
            ),
            ("@media(width>9px){p{display:none}}", "<p id=x>"),
            ("p{display:none}p:hover{display:block}", "<p id=x>"),
            (
                "p{display:none}@media(width>9px){p{display:block}}",
                "<p id=x>",
            ),
            ("p{display:none}b{all:unset}", "<p id=x>"),
            ("body{display:none}", "<p id=x>"),
            ("p{display:var(--x)}p{display:none}", "<p id=x>"),
            (
                "p{display:none}",
                "<link rel=stylesheet href=a.css><p id=x>",
            ),
            ("p{display:none;display:block}", "<p id=x>"),
        ] {
            assert!(!hidden(css, body), "{css} {body}");
        }
    }
}
