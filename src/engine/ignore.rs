//! Findings that the configuration asked not to see.

use std::cell::OnceCell;

use super::Selector;
use crate::check::{Drafts, Found, Meta, Verdict};
use crate::dom::{self, Document, Regions};
use crate::source::Span;

/// Findings not to show: all conditions given must hold.
#[derive(Debug, Default)]
pub struct Ignore {
    /// Pages whose path, as reported or from the folder audited, matches.
    pub paths: Option<globset::GlobSet>,
    /// On these elements or inside them. Never holds for findings about the whole site.
    pub selector: Option<dom::Selector>,
    /// Checks named; empty: all.
    pub checks: Vec<Selector>,
}

impl Ignore {
    /// Whether it may speak of this check's findings on a page known by these paths.
    fn concerns(&self, meta: &Meta, paths: &[&str]) -> bool {
        let named = self.checks.is_empty() || self.checks.iter().any(|s| s.matches(meta));
        named
            && self
                .paths
                .as_ref()
                .is_none_or(|globs| paths.iter().any(|path| globs.is_match(path)))
    }

    /// Whether a finding about the whole site, told on this page, is not to be shown.
    pub(super) fn hides_site_finding(&self, meta: &Meta, paths: &[&str]) -> bool {
        self.selector.is_none() && self.concerns(meta, paths)
    }
}

/// The ignores of a run on one page. What a selector matches is sought once a page, and only when a finding may be in it.
pub(super) struct PageIgnores<'a> {
    doc: &'a Document,
    paths: [&'a str; 2],
    ignores: Vec<(&'a Ignore, OnceCell<Regions>)>,
}

impl<'a> PageIgnores<'a> {
    /// `site_path`: the page's path from the folder audited.
    pub fn new(ignores: &'a [Ignore], doc: &'a Document, site_path: Option<&'a str>) -> Self {
        let path = doc.source().path.as_str();
        PageIgnores {
            doc,
            paths: [path, site_path.unwrap_or(path)],
            ignores: ignores.iter().map(|i| (i, OnceCell::new())).collect(),
        }
    }

    /// Takes the ignored findings of a check out of its drafts; how many.
    pub fn drop_from(&self, meta: &Meta, draft: &mut Drafts<'_>) -> u32 {
        let mut dropped = 0;
        for (ignore, regions) in &self.ignores {
            if draft.found.is_empty() || !ignore.concerns(meta, &self.paths) {
                continue;
            }
            dropped += take_out(draft, |found| match &ignore.selector {
                None => found.places,
                Some(selector) => {
                    let regions = regions.get_or_init(|| self.doc.regions(selector));
                    let inside = match found.target.element {
                        Some(element) => regions.contains_element(element),
                        None => regions.contains_span(found.target.span),
                    };
                    hide(found, inside, |span| regions.contains_span(span))
                }
            });
        }
        dropped
    }
}

/// Takes places out of the findings of a check, as many of each as `hidden` says; how many in all.
pub(super) fn take_out<'p>(
    draft: &mut Drafts<'p>,
    mut hidden: impl FnMut(&mut Found<'p>) -> u32,
) -> u32 {
    let mut all = 0;
    let tally = &mut draft.tally;
    draft.found.retain_mut(|found| {
        let here = hidden(found).min(found.places);
        match found.verdict {
            Verdict::Fail => tally.failed -= here,
            Verdict::Review => tally.review -= here,
        }
        found.places -= here;
        all += here;
        found.places > 0
    });
    all
}

/// Hides the places of a finding that are covered; how many. What is left of a series is told at its next place. `inside`: whether its own
/// place is.
pub(super) fn hide(found: &mut Found<'_>, inside: bool, covers: impl Fn(Span) -> bool) -> u32 {
    if found.places == 1 {
        return u32::from(inside);
    }
    found.fixes.retain(|fix| !covers(fix.at));
    let before = found.related.len();
    found.related.retain(|r| !covers(r.span));
    let hidden = (before - found.related.len()) as u32;
    if !inside {
        return hidden;
    }
    if found.related.is_empty() {
        // Places past those that are listed cannot be looked at: the series is taken as a whole.
        return found.places;
    }
    let next = found.related.remove(0);
    found.target = next.span.into();
    hidden + 1
}
