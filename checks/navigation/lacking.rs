//! Pages that lack what the other pages of their site have: one question, with the pages and a model.

use serde::{Deserialize, Serialize};

use crate::check::{Context, Group, PAGES_SHOWN, Place, SiteContext, Verdict, each_site};
use crate::text::{Text, text};

/// Pages from which on a site is one where pages are expected to be alike.
pub const FEW_PAGES: usize = 5;

/// What is kept of a page.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Having {
    pub site: u32,
    /// Whether the page has the thing.
    pub has: bool,
}

/// The pages of one site, those that have the thing and those that do not.
#[derive(Default)]
pub struct Split {
    pub with: Vec<usize>,
    pub without: Vec<usize>,
}

impl Split {
    /// How many pages.
    pub fn all(&self) -> usize {
        self.with.len() + self.without.len()
    }

    /// Whether at least four pages out of five have the thing.
    pub fn is_usual(&self) -> bool {
        self.with.len() * 5 >= self.all() * 4
    }
}

/// Splits pages by site.
pub fn by_site(facts: Vec<(usize, Having)>) -> Vec<Split> {
    let split = |pages: Vec<(usize, Having)>| {
        let (with, without): (Vec<_>, Vec<_>) = pages.into_iter().partition(|(_, fact)| fact.has);
        let ranks = |pages: Vec<(usize, Having)>| pages.into_iter().map(|(page, _)| page).collect();
        Split {
            with: ranks(with),
            without: ranks(without),
        }
    };
    each_site(facts, |fact| fact.site).map(split).collect()
}

const ALSO: Text = text("cette page aussi", "this page too");

/// Asks about the pages without the thing: see [`say`].
pub fn ask(
    split: &Split,
    question: &Text,
    model: &Text,
    show: impl Fn(&Context<'_>) -> Option<Place> + Sync,
    cx: &mut SiteContext<'_>,
) {
    say(Verdict::Review, split, question, model, show, cx);
}

/// Speaks of the pages without the thing. `message` may use `{pages}`, how many lack it, and `{all}`; `show` finds the thing on a page that
/// has it, which is related as `model`.
pub fn say(
    verdict: Verdict,
    split: &Split,
    message: &Text,
    model: &Text,
    show: impl Fn(&Context<'_>) -> Option<Place> + Sync,
    cx: &mut SiteContext<'_>,
) {
    cx.pass(split.with.len());
    let without: Vec<usize> = split
        .without
        .iter()
        .copied()
        .filter(|page| !cx.ignored.contains(page))
        .collect();
    let Some(&with) = split.with.first().filter(|_| !without.is_empty()) else {
        return;
    };
    let groups = [
        Group {
            key: false,
            pages: without.iter().copied().take(PAGES_SHOWN).collect(),
            count: without.len(),
        },
        Group {
            key: true,
            pages: vec![with],
            count: 1,
        },
    ];
    let found = cx.look_again(&groups, |_, cx, wanted| {
        let mut places = Vec::new();
        if wanted.contains(&true) {
            places.extend(show(cx).map(|place| (true, place)));
        }
        if wanted.contains(&false) {
            let body = cx.doc().body().or(cx.doc().html());
            places.extend(body.map(|body| (false, Place::of(cx, body.into()))));
        }
        places
    });
    let mut found = found.into_iter();
    let (places, shown) = (found.next(), found.next());
    let (pages, all) = (without.len(), split.all());
    let args: [(&str, &dyn std::fmt::Display); 2] = [("pages", &pages), ("all", &all)];
    let model = cx.say(model, &[]);
    let draft = cx.found_on_pages(verdict, places.unwrap_or_default(), message, &args, &ALSO);
    if let Some(draft) = draft {
        let shown = shown.into_iter().flatten();
        let shown = shown.map(|(page, place)| (model.clone(), page, place));
        draft.related.splice(0..0, shown);
        draft.key = Some(String::new());
    }
}
