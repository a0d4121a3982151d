//! Findings that something else than the page asks not to see: comments in the sources that a page is built of.

use crate::check::{Drafts, Level, Meta, Place, SiteDraft, SitePage, Verdict};
use crate::report::Finding;
use crate::source::{Position, Span};
use crate::text::Lang;

use super::Engine;
use super::ignore::{hide, take_out};
use super::suppress::{UNUSED, nothing};

/// What hides findings.
pub trait Veil: std::fmt::Debug + Send + Sync {
    /// Whether it may hide any of a check.
    fn concerns(&self, check: &str) -> bool;
    /// Whether it hides what a check found at a place of a page with this text.
    fn hides(&self, check: &str, page: &SitePage, text: &str, place: Span) -> bool;
    /// What hid nothing in the run that is through.
    fn unused(&self) -> Vec<Unused>;
}

/// A comment of the sources that hid nothing.
#[derive(Clone, Debug)]
pub struct Unused {
    /// The check it names.
    pub check: &'static str,
    /// The file.
    pub path: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What it says.
    pub excerpt: String,
}

/// Places of one finding about the whole site that are looked at.
const MOST: usize = 50;

impl Engine {
    /// Takes what is hidden out of a check's drafts on a page; how many.
    pub(super) fn veil(
        &self,
        meta: &Meta,
        draft: &mut Drafts<'_>,
        page: Option<&SitePage>,
        text: &str,
    ) -> u32 {
        let (Some(veil), Some(page)) = (&self.veil, page) else {
            return 0;
        };
        if draft.found.is_empty() || !veil.concerns(meta.id) {
            return 0;
        }
        take_out(draft, |found| {
            let covers = |place| veil.hides(meta.id, page, text, place);
            hide(found, covers(found.target.span), covers)
        })
    }

    /// Takes out what is hidden of a check's findings about the whole site: those whose every place is. Gives these back.
    pub(super) fn veil_site(
        &self,
        meta: &Meta,
        found: &mut Vec<SiteDraft>,
        text_of: &dyn Fn(usize) -> Option<String>,
        pages: &[&SitePage],
    ) -> Vec<SiteDraft> {
        let Some(veil) = self.veil.as_ref().filter(|veil| veil.concerns(meta.id)) else {
            return Vec::new();
        };
        let is_hidden = |page: usize, place: &Place| {
            let span = Span::new(place.start.offset, place.end.offset);
            text_of(page).is_some_and(|text| veil.hides(meta.id, pages[page], &text, span))
        };
        let (hidden, left) = std::mem::take(found).into_iter().partition(|draft| {
            let related = draft.related.iter().take(MOST);
            is_hidden(draft.page, &draft.place)
                && related.fold(true, |all, (_, page, place)| all && is_hidden(*page, place))
        });
        *found = left;
        hidden
    }

    /// The comments that hid nothing, if that is to be told: those that name a check of the run.
    pub(super) fn unveiled(&self, lang: Lang) -> Vec<Finding> {
        let check = self.plan.checks.iter().find(|c| c.meta().id == UNUSED);
        let (Some(veil), Some(check)) = (&self.veil, check) else {
            return Vec::new();
        };
        let meta = check.meta();
        let level = self.settings.level(meta, None, Verdict::Fail, None);
        let runs = |id: &str| {
            self.plan.checks.iter().any(|c| c.meta().id == id)
                || self.plan.site.iter().any(|c| c.meta().id == id)
        };
        let unused = veil.unused().into_iter().filter(|u| runs(u.check));
        unused
            .filter(|_| level != Level::Off)
            .map(|unused| super::site::unused(meta, level, nothing(unused.check, lang), unused))
            .collect()
    }
}
