//! Checks of a whole site: map each page to a small fact, then conclude from all the facts.

use std::any::Any;
use std::collections::HashSet;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::context::{Context, Target, quote};
use super::files::{SiteFiles, SitePage};
use super::meta::{Level, Meta, Verdict};
use super::options::Options;
use crate::rgaa::{Outcome, TestId};
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

/// The facts of one check, gathered in page order. Each in its place, not in a box of its own: there may be tens of thousands.
pub trait Facts: Send {
    /// Adds the fact of a page. One of another check is left out.
    fn push(&mut self, page: usize, fact: BoxedFact);
    /// For the check to have its own type back.
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

struct FactsOf<F>(Vec<(usize, F)>);

impl<F: Send + 'static> Facts for FactsOf<F> {
    fn push(&mut self, page: usize, fact: BoxedFact) {
        if let Ok(fact) = fact.downcast::<F>() {
            self.0.push((page, *fact));
        }
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

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
    /// Where its facts are to be gathered.
    fn facts(&self) -> Box<dyn Facts>;
    /// A fact as bytes, to keep; `None`: not one of this check's, or it cannot be written.
    fn pack(&self, fact: &BoxedFact) -> Option<Vec<u8>>;
    /// A fact from its bytes; `None`: they are none.
    fn unpack(&self, bytes: &[u8]) -> Option<BoxedFact>;
    /// See [`SiteCheck::conclude`]. Facts of another check are left out.
    fn conclude(&self, facts: Box<dyn Facts>, cx: &mut SiteContext<'_>);
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

    fn facts(&self) -> Box<dyn Facts> {
        Box::new(FactsOf::<C::Fact>(Vec::new()))
    }

    fn pack(&self, fact: &BoxedFact) -> Option<Vec<u8>> {
        postcard::to_stdvec(fact.downcast_ref::<C::Fact>()?).ok()
    }

    fn unpack(&self, bytes: &[u8]) -> Option<BoxedFact> {
        let fact: C::Fact = postcard::from_bytes(bytes).ok()?;
        Some(Box::new(fact))
    }

    fn conclude(&self, facts: Box<dyn Facts>, cx: &mut SiteContext<'_>) {
        let facts = facts.into_any().downcast::<FactsOf<C::Fact>>();
        SiteCheck::conclude(self, facts.map_or_else(|_| Vec::new(), |facts| facts.0), cx);
    }
}

/// Findings listed per site check; more are only counted.
pub const MAX_SITE_FINDINGS: usize = 1000;

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
    /// What identifies the defect from run to run, when neither page nor place do: the shared title, the missing target.
    pub key: Option<String>,
    /// What the message quotes, as a hash that no language has a part in.
    pub essence: u64,
}

/// Gives pages back to a check that concludes: facts are small, places are looked for again where they are needed.
pub trait Reopen {
    /// Reads and parses pages again, on several threads, and calls `look` with each page's rank in `pages`. A page that cannot be read
    /// any more is left out.
    fn reopen(&self, pages: &[usize], look: &(dyn Fn(usize, &Context<'_>) + Sync));
}

/// The site as a check concludes on it.
pub struct SiteContext<'s> {
    /// All pages, in report order.
    pub pages: &'s [&'s SitePage],
    /// The files there are.
    pub files: &'s dyn SiteFiles,
    /// What the user declared.
    pub options: &'s Options,
    /// How many targets got which verdict.
    pub tally: super::Tally,
    /// What was found.
    pub found: Vec<SiteDraft>,
    /// Findings counted but not listed.
    pub left_out: usize,
    /// What all pages together prove: see [`SiteContext::settle`].
    pub settled: Vec<(TestId, Outcome)>,
    /// Pages the configuration does not want to hear this check about, by index.
    pub ignored: HashSet<usize>,
    again: &'s dyn Reopen,
}

impl<'s> SiteContext<'s> {
    /// A context with nothing found yet.
    pub fn new(
        pages: &'s [&'s SitePage],
        files: &'s dyn SiteFiles,
        options: &'s Options,
        again: &'s dyn Reopen,
    ) -> SiteContext<'s> {
        SiteContext {
            pages,
            files,
            options,
            tally: super::Tally::default(),
            found: Vec::new(),
            left_out: 0,
            settled: Vec::new(),
            ignored: HashSet::new(),
            again,
        }
    }

    /// Looks at pages again: what `look` says of each (with its rank in `pages`), in their order; `None` where a page cannot be read
    /// any more.
    pub fn reopen<T: Send + Sync>(
        &self,
        pages: &[usize],
        look: impl Fn(usize, &SitePage, &Context<'_>) -> T + Sync,
    ) -> Vec<Option<T>> {
        let answers: Vec<OnceLock<T>> = pages.iter().map(|_| OnceLock::new()).collect();
        self.again.reopen(pages, &|rank, cx| {
            let answer = look(rank, self.pages[pages[rank]], cx);
            answers[rank].get_or_init(|| answer);
        });
        answers.into_iter().map(OnceLock::into_inner).collect()
    }

    /// Targets conform.
    pub fn pass(&mut self, targets: usize) {
        self.tally.passed += u32::try_from(targets).unwrap_or(u32::MAX);
    }

    /// Says that an RGAA test of the check's proofs is passed, or inapplicable, on the whole site. A finding about the test takes it back. Of several
    /// sites audited at once, all must agree.
    pub fn settle(&mut self, test: TestId, outcome: Outcome) {
        self.settled.push((test, outcome));
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
        self.found.push(SiteDraft {
            verdict,
            level: None,
            page,
            place,
            message: self.say(message, args),
            related: Vec::new(),
            tests: None,
            key: None,
            essence: args.iter().fold(0, |hash, (name, value)| {
                quote(hash, name, &value.to_string())
            }),
        });
        self.found.last_mut().expect("one was just put there")
    }

    /// [`SiteContext::found`] for what is the same on several pages: the first place is the finding, the others are related to it.
    /// `None` where no place is left.
    pub fn found_on_pages(
        &mut self,
        verdict: Verdict,
        places: Vec<(usize, Place)>,
        message: &Text,
        args: &[(&str, &dyn std::fmt::Display)],
        also: &Text,
    ) -> Option<&mut SiteDraft> {
        let mut places = places.into_iter();
        let Some((page, place)) = places.next() else {
            self.left_out(verdict, 1);
            return None;
        };
        let also = self.say(also, &[]);
        let draft = self.found(verdict, page, place, message, args);
        draft.related = places
            .map(|(page, place)| (also.clone(), page, place))
            .collect();
        Some(draft)
    }

    /// Counts findings without listing them.
    pub fn left_out(&mut self, verdict: Verdict, how_many: usize) {
        let count = match verdict {
            Verdict::Fail => &mut self.tally.failed,
            Verdict::Review => &mut self.tally.review,
        };
        *count = count.saturating_add(u32::try_from(how_many).unwrap_or(u32::MAX));
        self.left_out += how_many;
    }

    /// A text in the user's language, its `{placeholders}` filled.
    pub fn say(&self, message: &Text, args: &[(&str, &dyn std::fmt::Display)]) -> String {
        let mut text = message.get(self.options.lang).to_owned();
        for (name, value) in args {
            super::context::fill(&mut text, name, value);
        }
        text
    }
}
