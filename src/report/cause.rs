//! One cause of findings: what a person mends once.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use super::Finding;
use crate::source::{Position, Span};
use crate::text::floor;

/// What tells causes apart, of one finding: see `engine::cause_key`, which makes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseKeys {
    /// With texts and ids.
    pub strict: u64,
    /// Without what varies from page to page in what a template writes.
    pub loose: u64,
    /// Of the element alone, whatever is around, in it and quoted from it.
    pub shape: u64,
    /// A template wrote it, as far as the page shows.
    pub shared: bool,
    /// Where in the page.
    pub region: Region,
}

/// A part of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// `head`.
    Head,
    /// The page's `header`.
    Header,
    /// `nav`.
    Navigation,
    /// `main`.
    Main,
    /// `aside`.
    Aside,
    /// The page's `footer`.
    Footer,
    /// None of these.
    #[default]
    Page,
}

impl Region {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Region::Head => "head",
            Region::Header => "header",
            Region::Navigation => "navigation",
            Region::Main => "main",
            Region::Aside => "aside",
            Region::Footer => "footer",
            Region::Page => "page",
        }
    }
}

/// Who writes what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// A layout, an include, a component: many pages have it.
    Template,
    /// A page.
    Page,
}

/// How sure an [`Origin`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Nothing else in the sources can have written it.
    Certain,
    /// The best of several.
    Likely,
}

/// The place in the sources that a cause comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// How sure it is.
    pub certainty: Certainty,
    /// The file, from the working directory, `/` separators.
    pub path: String,
    /// From 1.
    pub line: u32,
    /// From 1, in scalar values.
    pub column: u32,
}

/// What a baseline says of a cause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Not in the baseline, or there is none.
    #[default]
    New,
    /// Accepted for now: it does not fail the run.
    Known,
}

/// A place where a cause occurs.
#[derive(Clone, Debug, Serialize)]
pub struct CausePlace {
    /// The page.
    #[serde(serialize_with = "as_str")]
    pub path: Arc<str>,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// A piece of a page's decoded text.
#[derive(Clone, Debug, Default)]
pub struct Window {
    /// The text.
    pub text: Box<str>,
    /// Where it begins in the page, in bytes.
    pub offset: u32,
}

impl Window {
    /// A place of the page in the text.
    pub fn within(&self, place: Span) -> Range<usize> {
        let at = |offset: u32| (offset.saturating_sub(self.offset) as usize).min(self.text.len());
        at(place.start)..at(place.end)
    }

    /// Some hundred bytes on each side of where a place begins, more where it is long.
    pub fn around(text: &str, place: Span) -> Window {
        const AROUND: usize = 400;
        let (start, end) = (place.start as usize, place.end as usize);
        let from = floor(text, start.saturating_sub(AROUND));
        let to = (start + AROUND).max((end + AROUND / 2).min(start + 4 * AROUND));
        Window {
            text: text[from..floor(text, to)].into(),
            offset: from as u32,
        }
    }
}

/// Findings that are mended by one change.
#[derive(Clone, Debug)]
pub struct Cause {
    /// Identifies it from run to run: 16 hexadecimal digits. See `engine::cause_key` for what has a part in it.
    pub fingerprint: String,
    /// Its first occurrence; `path` is always there.
    pub first: Finding,
    /// The source around the first occurrence; empty for a finding about the whole site.
    pub window: Window,
    /// Who writes it.
    pub scope: Scope,
    /// Where in the page.
    pub region: Region,
    /// Pages that have it.
    pub pages: usize,
    /// Their numbers in the run, each once, in order.
    pub on: Vec<u32>,
    /// Findings.
    pub occurrences: usize,
    /// Forms that differ in what they quote, where there are too many to be told one by one; else 1.
    pub variants: usize,
    /// The first places, [`MAX_PLACES`] at most, in order.
    pub places: Vec<CausePlace>,
    /// Where it comes from, when that is known.
    pub origin: Option<Origin>,
    /// What the baseline says.
    pub state: State,
    /// The names that its parts have where a site is larger or smaller.
    pub kin: Kin,
}

/// Defects of one page each are causes of their own or one cause together, as there are few or many of them: the names on the other side
/// of that border, so that what was accepted stays so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kin {
    /// The name of all of them together.
    pub together: u64,
    /// The names of each alone, when they are one here.
    pub alone: Vec<u64>,
}

/// A key as a fingerprint.
pub fn fingerprint(key: u64) -> String {
    format!("{key:016x}")
}

/// Places kept of a cause.
pub const MAX_PLACES: usize = 100;

impl Cause {
    /// The order in which causes are told: the loudest first, then those of most pages.
    pub fn loudest_first(&self, other: &Cause) -> Ordering {
        let rank = |c: &Cause| (c.first.level, c.pages, c.occurrences);
        rank(other).cmp(&rank(self))
    }

    /// Its first occurrence, placed in `window` rather than in the page: offsets are those of the window, lines those of the page.
    /// Related places outside the window keep their place in the page, and name it.
    pub fn in_window(&self) -> Finding {
        let mut shown = self.first.clone();
        let (from, len) = (self.window.offset, self.window.text.len() as u32);
        let shift = |position: &mut Position| {
            position.offset = position.offset.saturating_sub(from).min(len)
        };
        for related in &mut shown.related {
            let inside = related.start.offset >= from && related.end.offset <= from + len;
            if related.path.is_none() && inside {
                shift(&mut related.start);
                shift(&mut related.end);
            } else if related.path.is_none() {
                related.path = self.first.path.clone();
            }
        }
        shift(&mut shown.start);
        shift(&mut shown.end);
        shown
    }

    /// The page of its first occurrence.
    pub fn path(&self) -> &str {
        self.first.path.as_deref().unwrap_or_default()
    }
}

/// A cause in JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'c> {
    fingerprint: &'c str,
    check: &'static str,
    verdict: crate::check::Verdict,
    level: crate::check::Level,
    #[serde(serialize_with = "super::as_strings")]
    tests: &'c [crate::rgaa::TestId],
    #[serde(rename = "dom", skip_serializing_if = "Option::is_none")]
    in_dom: Option<crate::check::InDom>,
    message: &'c str,
    selector: &'c str,
    excerpt: &'c str,
    scope: Scope,
    region: Region,
    pages: usize,
    occurrences: usize,
    #[serde(skip_serializing_if = "is_one")]
    variants: usize,
    places: &'c [CausePlace],
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'c Origin>,
    state: State,
}

impl Serialize for Cause {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = &self.first;
        Written {
            fingerprint: &self.fingerprint,
            check: first.check,
            verdict: first.verdict,
            level: first.level,
            tests: &first.tests,
            in_dom: first.in_dom,
            message: &first.message,
            selector: &first.selector,
            excerpt: &first.excerpt,
            scope: self.scope,
            region: self.region,
            pages: self.pages,
            occurrences: self.occurrences,
            variants: self.variants,
            places: &self.places,
            origin: self.origin.as_ref(),
            state: self.state,
        }
        .serialize(serializer)
    }
}

fn is_one(count: &usize) -> bool {
    *count == 1
}

fn as_str<S: Serializer>(text: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}
