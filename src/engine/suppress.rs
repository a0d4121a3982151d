//! Findings that a comment in the page asks not to see.
//!
//! `vigie-disable-next-line` speaks of what begins on the next line that is neither blank nor made of comments; where markup follows on
//! the comment's own line, of the next tag. `vigie-disable` speaks of what follows, up to `vigie-enable` or the end of the page.

use crate::check::directive::{Directive, Order};
use crate::check::{
    Drafts, FNV_OFFSET, Found, Level, Meta, Place, SiteDraft, Target, Verdict, fnv,
};
use crate::dom::Document;
use crate::source::{Span, excerpt};
use crate::text::{Lang, Text, text};

use super::ignore::{hide, take_out};
use super::plan::Plan;

/// The check that is told what was asked for nothing.
pub(super) const UNUSED: &str = "suppression-unused";

/// What comments may silence on one page: more is a mistake, or malice.
const MAX: usize = 1000;

/// One check that is not to be heard somewhere.
#[derive(Clone, Debug)]
pub(super) struct Silence {
    pub check: &'static str,
    /// What begins here is not shown.
    pub region: Span,
    /// The comment.
    pub place: Span,
    pub used: bool,
}

/// What the comments of a page ask.
#[derive(Default)]
pub(super) struct Suppressions {
    silences: Vec<Silence>,
}

impl Suppressions {
    /// Reads them.
    pub fn of(doc: &Document) -> Suppressions {
        let text = &doc.source().text;
        let mut found = Suppressions::default();
        for (directive, place) in Directive::all(doc) {
            found.obey(&directive, place, text);
        }
        found.silences.truncate(MAX);
        found
    }

    fn obey(&mut self, directive: &Directive<'_>, place: Span, text: &str) {
        let end = text.len() as u32;
        let region = match directive.order {
            Ok(Order::NextLine) => next_line(text, place.end),
            Ok(Order::Disable) => Span::new(place.end, end),
            Ok(Order::Enable) => {
                let all = directive.names.is_empty();
                for silence in &mut self.silences {
                    if silence.region.end == end
                        && (all || directive.names.contains(&silence.check))
                    {
                        silence.region.end = place.start;
                    }
                }
                return;
            }
            Err(_) => return,
        };
        for name in &directive.names {
            let known = crate::checks::metas().find(|meta| meta.id == *name);
            self.silences.extend(known.map(|meta| Silence {
                check: meta.id,
                region,
                place,
                used: false,
            }));
        }
    }

    /// Takes what is not to be shown out of the drafts, and tells what was asked for nothing. How many findings of each check are hidden;
    /// empty: none.
    pub fn apply(
        &mut self,
        plan: &Plan,
        drafts: &mut Vec<(u16, Drafts<'_>)>,
        lang: Lang,
    ) -> Vec<u32> {
        if self.silences.is_empty() {
            return Vec::new();
        }
        // A draft each, also of those that were shown nothing.
        let had: Vec<u16> = drafts.iter().map(|(check, _)| *check).collect();
        let all = 0..plan.checks.len() as u16;
        drafts.extend(
            all.filter(|c| !had.contains(c))
                .map(|c| (c, Drafts::default())),
        );
        drafts.sort_by_key(|(check, _)| *check);
        let mut hidden = vec![0; drafts.len()];
        let index = |id: &str| plan.checks.iter().position(|c| c.meta().id == id);
        let unused = index(UNUSED);
        // The last first: one speaks of what follows it only, also of other comments.
        self.silences
            .sort_by_key(|s| (s.check == UNUSED, std::cmp::Reverse(s.place.start)));
        for silence in &mut self.silences {
            let Some(check) = index(silence.check) else {
                continue;
            };
            let here = silence.hide(&mut drafts[check].1);
            hidden[check] += here;
            silence.used |= here > 0;
            if let Some(unused) = unused {
                silence.tell(&mut drafts[unused].1, lang);
            }
        }
        hidden
    }

    /// What speaks of checks of the whole site, which conclude later.
    pub fn of_site(self, plan: &Plan, doc: &Document) -> Vec<SiteSuppression> {
        let of_site = |s: &Silence| plan.site.iter().any(|c| c.meta().id == s.check);
        let silences = self.silences.into_iter().filter(of_site);
        silences
            .map(|silence| SiteSuppression {
                place: Place {
                    start: doc.position(silence.place.start),
                    end: doc.position(silence.place.end),
                    selector: String::new(),
                    excerpt: excerpt(doc.source().slice(silence.place)),
                },
                silence,
            })
            .collect()
    }
}

impl Silence {
    fn covers(&self, span: Span) -> bool {
        self.region.start <= span.start && span.start < self.region.end
    }

    fn hide(&self, draft: &mut Drafts<'_>) -> u32 {
        take_out(draft, |found| {
            let inside = self.covers(found.target.span);
            hide(found, inside, |span| self.covers(span))
        })
    }

    /// Says whether it was of use.
    fn tell(&self, draft: &mut Drafts<'_>, lang: Lang) {
        if self.used {
            draft.tally.passed += 1;
            return;
        }
        draft.tally.failed += 1;
        draft.found.push(Found {
            verdict: Verdict::Fail,
            level: None,
            target: Target::from(self.place),
            message: self.nothing(lang),
            related: Vec::new(),
            tests: None,
            in_dom: None,
            fixes: Vec::new(),
            places: 1,
            essence: fnv(FNV_OFFSET, self.check.as_bytes()),
        });
    }

    fn nothing(&self, lang: Lang) -> String {
        nothing(self.check, lang)
    }
}

/// What is said of a comment that hides nothing.
pub(super) fn nothing(check: &str, lang: Lang) -> String {
    NOTHING.get(lang).replace("{check}", check)
}

const NOTHING: Text = text(
    "« {check} » n’a rien à dire là où ce commentaire la fait taire",
    "\"{check}\" has nothing to say where this comment silences it",
);

/// A comment of a page that speaks of a check of the whole site.
#[derive(Clone, Debug)]
pub struct SiteSuppression {
    pub(super) silence: Silence,
    pub(super) place: Place,
}

/// Those of all pages, each with the index of its page.
#[derive(Default)]
pub(super) struct SiteSuppressions(pub Vec<(usize, SiteSuppression)>);

impl SiteSuppressions {
    /// Takes out of a check's findings what is not to be shown: a finding whose every place is covered. Gives those back.
    pub fn hide(&mut self, meta: &Meta, found: &mut Vec<SiteDraft>) -> Vec<SiteDraft> {
        let mut hidden = Vec::new();
        if self.0.iter().all(|(_, s)| s.silence.check != meta.id) {
            return hidden;
        }
        for draft in std::mem::take(found) {
            let mut places = vec![(draft.page, &draft.place)];
            places.extend(draft.related.iter().map(|(_, page, place)| (*page, place)));
            let covered = places
                .iter()
                .all(|(page, place)| self.covers(meta, *page, place));
            if covered {
                for (page, place) in places {
                    self.mark(meta, page, place);
                }
                hidden.push(draft);
            } else {
                found.push(draft);
            }
        }
        hidden
    }

    fn covers(&self, meta: &Meta, page: usize, place: &Place) -> bool {
        self.0
            .iter()
            .any(|(on, s)| *on == page && s.is_for(meta, place))
    }

    fn mark(&mut self, meta: &Meta, page: usize, place: &Place) {
        for (on, s) in &mut self.0 {
            s.silence.used |= *on == page && s.is_for(meta, place);
        }
    }

    /// What was asked for nothing, if that is to be told.
    pub fn unused(self, plan: &Plan, lang: Lang) -> Option<(&'static Meta, Vec<SiteDraft>)> {
        let check = plan.checks.iter().find(|c| c.meta().id == UNUSED)?;
        let unused = self.0.into_iter().filter(|(_, s)| !s.silence.used);
        let drafts = unused.map(|(page, s)| SiteDraft {
            verdict: Verdict::Fail,
            level: None::<Level>,
            page,
            message: s.silence.nothing(lang),
            essence: fnv(FNV_OFFSET, s.silence.check.as_bytes()),
            place: s.place,
            related: Vec::new(),
            tests: None,
            key: None,
        });
        Some((check.meta(), drafts.collect()))
    }
}

impl SiteSuppression {
    fn is_for(&self, meta: &Meta, place: &Place) -> bool {
        let at = Span::new(place.start.offset, place.end.offset);
        self.silence.check == meta.id && self.silence.covers(at)
    }
}

/// From the end of a comment to the end of the line it speaks of.
fn next_line(text: &str, from: u32) -> Span {
    let bytes = text.as_bytes();
    let mut at = from as usize;
    let mut new_line = false;
    loop {
        let rest = &bytes[at..];
        match rest.first() {
            Some(b) if b.is_ascii_whitespace() => {
                new_line |= matches!(b, b'\n' | b'\r');
                at += 1;
            }
            Some(_) if rest.starts_with(b"<!--") => match memchr::memmem::find(rest, b"-->") {
                Some(end) => at += end + 3,
                None => at = bytes.len(),
            },
            _ => break,
        }
    }
    let rest = &bytes[at..];
    let end = if new_line {
        memchr::memchr2(b'\n', b'\r', rest)
    } else {
        memchr::memchr(b'>', rest).map(|end| end + 1)
    };
    Span::new(from, (at + end.unwrap_or(rest.len())) as u32)
}
