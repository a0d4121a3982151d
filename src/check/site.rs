//! Checks of a whole site: map each page to a small fact, then conclude from all the facts.

use std::any::Any;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::context::{Context, Target};
use super::meta::{Level, Meta, Verdict};
use super::options::Options;
use crate::rgaa::TestId;
use crate::source::Position;
use crate::text::Text;

/// A place that outlives its page's tree.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// A CSS selector of the element.
    pub selector: String,
    /// The source there, cut short.
    pub excerpt: String,
}

impl Place {
    /// Remembers a place. Costs a selector: keep it for what may become a finding.
    pub fn of(cx: &Context<'_>, target: Target<'_>) -> Place {
        let doc = cx.doc();
        Place {
            start: doc.position(target.span.start),
            end: doc.position(target.span.end),
            selector: target.element.map_or_else(String::new, |e| e.selector()),
            excerpt: crate::source::excerpt(doc.source().slice(target.span)),
        }
    }
}

/// One page, as site checks know it.
#[derive(Clone, Debug)]
pub struct SitePage {
    /// Its path, as reported.
    pub path: String,
    /// Its path from the site's root, `/` separators, no leading `/`: what links are resolved against.
    pub site_path: String,
}

/// The built site while its pages are read.
pub trait SiteFiles: Sync {
    /// Whether there is a file at this path (`/` separators, relative to the site's root, no leading `/`).
    fn exists(&self, path: &str) -> bool;
    /// The path the site is served under, without its ending `/`: `/blog` for `https://example.org/blog/`.
    fn base(&self) -> &str;
}

/// A check of the whole site. `collect` runs once a page, in parallel; `conclude` once, with the facts in page order.
pub trait SiteCheck: Sync + 'static {
    /// What is kept of a page: small, owned, serialisable.
    type Fact: Serialize + DeserializeOwned + Send + 'static;

    /// Everything static about it.
    fn meta(&self) -> &'static Meta;

    /// What matters of this page. The context is for reading only: what is found here is dropped.
    fn collect(
        &self,
        cx: &Context<'_>,
        page: &SitePage,
        files: &dyn SiteFiles,
    ) -> Option<Self::Fact>;

    /// What follows from all pages. Facts come with the index of their page.
    fn conclude(&self, facts: Vec<(usize, Self::Fact)>, cx: &mut SiteContext<'_>);
}

/// A [`SiteCheck::Fact`] whose type only its check knows.
pub type BoxedFact = Box<dyn Any + Send>;

/// A [`SiteCheck`] in a list of different ones.
pub trait AnySiteCheck: Sync {
    /// See [`SiteCheck::meta`].
    fn meta(&self) -> &'static Meta;
    /// See [`SiteCheck::collect`].
    fn collect(
        &self,
        cx: &Context<'_>,
        page: &SitePage,
        files: &dyn SiteFiles,
    ) -> Option<BoxedFact>;
    /// See [`SiteCheck::conclude`]. Facts of another check are left out.
    fn conclude(&self, facts: Vec<(usize, BoxedFact)>, cx: &mut SiteContext<'_>);
}

impl<C: SiteCheck> AnySiteCheck for C {
    fn meta(&self) -> &'static Meta {
        SiteCheck::meta(self)
    }

    fn collect(
        &self,
        cx: &Context<'_>,
        page: &SitePage,
        files: &dyn SiteFiles,
    ) -> Option<BoxedFact> {
        SiteCheck::collect(self, cx, page, files).map(|fact| Box::new(fact) as BoxedFact)
    }

    fn conclude(&self, facts: Vec<(usize, BoxedFact)>, cx: &mut SiteContext<'_>) {
        let facts = facts
            .into_iter()
            .filter_map(|(page, fact)| Some((page, *fact.downcast::<C::Fact>().ok()?)))
            .collect();
        SiteCheck::conclude(self, facts, cx);
    }
}

/// A finding of a site check.
#[derive(Clone, Debug)]
pub struct SiteDraft {
    /// What the check says.
    pub verdict: Verdict,
    /// How loud, when other than the check's default.
    pub level: Option<Level>,
    /// Index of the page.
    pub page: usize,
    /// Where in it.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// Other places: what, the page's index, where.
    pub related: Vec<(String, usize, Place)>,
    /// The RGAA tests it speaks to; `None`: all those of the proofs.
    pub tests: Option<Vec<TestId>>,
}

/// The site as a check concludes on it.
pub struct SiteContext<'s> {
    /// All pages, in report order.
    pub pages: &'s [SitePage],
    /// What the user declared.
    pub options: &'s Options,
    /// How many targets got which verdict.
    pub tally: super::Tally,
    /// What was found.
    pub found: Vec<SiteDraft>,
}

impl<'s> SiteContext<'s> {
    /// A context with nothing found yet.
    pub fn new(pages: &'s [SitePage], options: &'s Options) -> SiteContext<'s> {
        SiteContext {
            pages,
            options,
            tally: super::Tally::default(),
            found: Vec::new(),
        }
    }

    /// A target conforms.
    pub fn pass(&mut self) {
        self.tally.passed += 1;
    }

    /// Says what is wrong (or asks) at a place. `args` fill the message's `{placeholders}`.
    pub fn found(
        &mut self,
        verdict: Verdict,
        page: usize,
        place: Place,
        message: &Text,
        args: &[(&str, &dyn std::fmt::Display)],
    ) -> &mut SiteDraft {
        match verdict {
            Verdict::Fail => self.tally.failed += 1,
            Verdict::Review => self.tally.review += 1,
        }
        let mut text = message.get(self.options.lang).to_owned();
        for (name, value) in args {
            super::context::fill(&mut text, name, value);
        }
        self.found.push(SiteDraft {
            verdict,
            level: None,
            page,
            place,
            message: text,
            related: Vec::new(),
            tests: None,
        });
        self.found.last_mut().expect("one was just put there")
    }
}
