//! RGAA 12.1 to 12.5 and 12.7.2, over all pages: two navigation systems, and what pages share in the same order.
//!
//! Failed (12.2.1, 12.4.3, 12.5.3, 12.7.2): on at most one page out of five that have two shared blocks, at least five pages in all, they come in the other order.
//! More evenly split, the pages may be of two sets: a question. Bars are matched by the pages they link to, so that two different menus are
//! never compared; a page that has a block twice does not tell its place. The home page is out of it, as a set of its own (glossary «Ensemble
//! de pages»).
//!
//! Passed: 12.1.1 where two of three are on every page: a menu outside the footer with the same three links or more, a link to the sitemap, the
//! same search form. 12.3.2 where each link of the sitemap's content leads to a file of the site. 12.4.1, 12.5.1: one link with the same words in the
//! same zone, one form with the same action and field, on every page. 12.4.3, 12.5.3: then also no shared block changes side.
//! Inapplicable: 12.1.1 and 12.2.1 to a site of one page, which leads to no other; 12.3 and 12.4 to a site where nothing may be a sitemap,
//! by title, heading or link; 12.5 to one where nothing may be a search. All of this only where the home page is among those read, where no page
//! runs scripts that could change it, and where no page is ignored. The place on screen (12.4.2, 12.5.2) is for a person.

use std::collections::{BTreeMap, HashMap};

use crate::check::{
    AnySiteCheck, Category, Context, Level, Meta, PAGES_SHOWN, Place, Proof, SiteCheck,
    SiteContext, SiteFiles, SitePage, Verdict, each_site, short_hash,
};
use crate::dom::NodeId;
use crate::rgaa::{Outcome, TestId, test};
use crate::text::{Text, text};

use super::bars::{self, Access, Bars, Kind};
use super::lacking::FEW_PAGES;

pub static CHECK: &dyn AnySiteCheck = &SiteNavigation;

struct SiteNavigation;

const SYSTEMS: TestId = test(12, 1, 1);
const BARS: TestId = test(12, 2, 1);
const MAP: [TestId; 3] = [test(12, 3, 1), test(12, 3, 2), test(12, 3, 3)];
const TO_MAP: [TestId; 3] = [test(12, 4, 1), test(12, 4, 2), test(12, 4, 3)];
const SEARCH: [TestId; 3] = [test(12, 5, 1), test(12, 5, 2), test(12, 5, 3)];
const SKIP: TestId = test(12, 7, 2);
const HINTED: &[TestId] = &[
    SYSTEMS, MAP[0], MAP[1], MAP[2], TO_MAP[0], TO_MAP[1], SEARCH[0], SEARCH[1],
];

static META: Meta = Meta {
    id: "site-navigation",
    level: Level::Warning,
    review_level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Ordre de la navigation différent d’une page à l’autre",
        "Navigation in another order from page to page",
    ),
    why: text(
        "Qui navigue au clavier ou avec un lecteur d’écran retient l’ordre des menus : s’il change, tout est à réapprendre.",
        "People who use the keyboard or a screen reader remember the order of menus: if it changes, all must be learnt again.",
    ),
    fix: text(
        "Garder dans le code de toutes les pages le même ordre entre menus, fil d’Ariane, recherche et liens d’évitement.",
        "Keep the same order in the code of all pages between menus, breadcrumb, search and skip links.",
    ),
    proofs: &[
        Proof::hints(HINTED),
        Proof::refutes(&[BARS]),
        Proof::refutes(&[TO_MAP[2]]),
        Proof::refutes(&[SEARCH[2]]),
        Proof::refutes(&[SKIP]),
    ],
    ..Meta::NEW
};

const CHANGED: Text = text(
    "ici, {one} vient après {other} ; sur {pages} autres pages, c’est l’inverse",
    "here, {one} comes after {other}; on {pages} other pages, it is the other way round",
);
const SPLIT: Text = text(
    "ici, {one} vient après {other} ; sur {pages} autres pages, c’est l’inverse : ces pages sont-elles du même ensemble ?",
    "here, {one} comes after {other}; on {pages} other pages, it is the other way round: are these pages of the same set?",
);
const ALSO: Text = text("cette page aussi", "this page too");
const MODEL: Text = text("l’ordre des autres pages", "the order of the other pages");

const OTHER: Text = text("l’autre", "the other");
const ANOTHER_MENU: Text = text("un autre menu", "another menu");

const UNMAPPED: Text = text(
    "pages du menu sans lien dans ce plan du site ({pages}) : montre-t-il l’architecture du site ?",
    "pages of the menu without a link in this sitemap ({pages}): does it show the structure of the site?",
);
const IN_MENU: Text = text("dans le menu", "in the menu");

fn name(kind: Kind) -> &'static Text {
    const MENU: Text = text("ce menu", "this menu");
    const TRAIL: Text = text("le fil d’Ariane", "the breadcrumb");
    const SKIP: Text = text("le lien d’évitement", "the skip link");
    const SEARCH: Text = text("la recherche", "the search");
    const SITEMAP: Text = text("le lien vers le plan du site", "the link to the sitemap");
    const HEADER: Text = text("l’en-tête", "the header");
    const MAIN: Text = text("le contenu principal", "the main content");
    const FOOTER: Text = text("le pied de page", "the footer");
    match kind {
        Kind::Bar(_) => &MENU,
        Kind::Breadcrumb => &TRAIL,
        Kind::Skip => &SKIP,
        Kind::Search => &SEARCH,
        Kind::Sitemap => &SITEMAP,
        Kind::Header => &HEADER,
        Kind::Main => &MAIN,
        Kind::Footer => &FOOTER,
    }
}

/// The test that the order of two blocks is a matter of.
fn test_of(a: Kind, b: Kind) -> Option<TestId> {
    let either = |kind| a == kind || b == kind;
    let bar = |kind| matches!(kind, Kind::Bar(_) | Kind::Breadcrumb);
    if either(Kind::Sitemap) {
        Some(TO_MAP[2])
    } else if either(Kind::Search) {
        Some(SEARCH[2])
    } else if either(Kind::Skip) {
        Some(SKIP)
    } else {
        (bar(a) && bar(b)).then_some(BARS)
    }
}

/// A page where a pair is, and its two elements.
type At = (usize, NodeId, NodeId);

/// The pages where two blocks are, by which comes first; those where one is in the other.
#[derive(Default)]
struct Pair {
    first: Vec<At>,
    second: Vec<At>,
    nested: usize,
}

impl Pair {
    fn is_settled(&self) -> bool {
        [self.first.len(), self.second.len(), self.nested]
            .iter()
            .filter(|n| **n > 0)
            .count()
            == 1
    }
}

type Pairs = BTreeMap<(Kind, Kind), Pair>;

/// Compares the blocks of each page two by two.
fn pairs(pages: &[(usize, Bars)]) -> Pairs {
    let mut known: HashMap<u32, usize> = HashMap::new();
    for block in pages.iter().flat_map(|(_, bars)| &bars.blocks) {
        if let Kind::Bar(key) = block.kind {
            *known.entry(key).or_default() += 1;
        }
    }
    let kind_of = |block: &bars::Block| match block.kind {
        Kind::Bar(key) if known[&key] == 1 && known.contains_key(&block.or) => Kind::Bar(block.or),
        kind => kind,
    };
    let mut pairs = Pairs::new();
    for (page, bars) in pages.iter().filter(|(_, bars)| !bars.home) {
        for (rank, a) in bars.blocks.iter().enumerate() {
            for b in &bars.blocks[rank + 1..] {
                let (ka, kb) = (kind_of(a), kind_of(b));
                if ka == kb || test_of(ka, kb).is_none() {
                    continue;
                }
                let pair = pairs.entry((ka.min(kb), ka.max(kb))).or_default();
                if a.at.max(b.at) < a.end.min(b.end) {
                    pair.nested += 1;
                } else if (a.at < b.at) == (ka < kb) {
                    pair.first.push((*page, a.at.min(b.at), a.at.max(b.at)));
                } else {
                    pair.second.push((*page, a.at.min(b.at), a.at.max(b.at)));
                }
            }
        }
    }
    pairs
}

impl SiteCheck for SiteNavigation {
    type Fact = Bars;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, files: &dyn SiteFiles) -> Option<Bars> {
        bars::collect(cx, page, files)
    }

    fn conclude(&self, facts: Vec<(usize, Bars)>, cx: &mut SiteContext<'_>) {
        let kept = facts
            .into_iter()
            .filter(|(page, _)| !cx.ignored.contains(page));
        let kept: Vec<(usize, Bars)> = kept.collect();
        let whole = cx.ignored.is_empty();
        for pages in each_site(kept, |bars| bars.site) {
            let pairs = pairs(&pages);
            for test in [BARS, TO_MAP[2], SEARCH[2], SKIP] {
                report(test, &pairs, cx);
            }
            compare_map(&pages, cx);
            let bars: Vec<&Bars> = pages.iter().map(|(_, bars)| bars).collect();
            let settled =
                match whole && bars.iter().any(|b| b.home) && !bars.iter().any(|b| b.unsettled) {
                    true => settle(&bars, &pairs),
                    false => Vec::new(),
                };
            for test in META.tests() {
                let outcome = settled.iter().find(|(t, _)| *t == test).map(|s| s.1);
                cx.settle(test, outcome.unwrap_or(Outcome::CantTell));
            }
        }
    }
}

/// One finding a test: the pair of blocks that changes its order on the most pages.
fn report(test: TestId, pairs: &Pairs, cx: &mut SiteContext<'_>) {
    let mut worst: Option<(Kind, Kind, &[At], &[At])> = None;
    for (&(a, b), pair) in pairs {
        if test_of(a, b) != Some(test) {
            continue;
        }
        let (one, other, few, many) = match pair.first.len() < pair.second.len() {
            true => (b, a, &pair.first[..], &pair.second[..]),
            false => (a, b, &pair.second[..], &pair.first[..]),
        };
        if few.is_empty() {
            cx.pass(many.len());
        } else if worst.is_none_or(|w| w.2.len() < few.len()) {
            worst = Some((one, other, few, many));
        }
    }
    let Some((one, other, few, many)) = worst else {
        return;
    };
    let all = few.len() + many.len();
    let (verdict, message) = match all >= FEW_PAGES && few.len() * 5 <= all {
        true => (Verdict::Fail, &CHANGED),
        false => (Verdict::Review, &SPLIT),
    };
    let shown: Vec<At> = few
        .iter()
        .take(PAGES_SHOWN)
        .chain(many.first())
        .copied()
        .collect();
    let ranks: Vec<usize> = shown.iter().map(|at| at.0).collect();
    let found = cx.reopen(&ranks, |rank, _, cx| {
        let place = |id| Some(Place::of(cx, cx.doc().element(id)?.into()));
        Some((place(shown[rank].2)?, place(shown[rank].1)?))
    });
    let mut places: Vec<(usize, Place)> = Vec::new();
    let mut related = Vec::new();
    for (rank, place) in found.into_iter().enumerate() {
        let Some((place, other)) = place.flatten() else {
            continue;
        };
        let page = ranks[rank];
        if rank < few.len().min(PAGES_SHOWN) {
            if places.is_empty() {
                related.push((cx.say(&OTHER, &[]), page, other));
            }
            places.push((page, place));
        } else {
            related.push((cx.say(&MODEL, &[]), page, place));
        }
    }
    let lang = cx.options.lang;
    let other = match (one, other) {
        (Kind::Bar(_), Kind::Bar(_)) => &ANOTHER_MENU,
        (_, other) => name(other),
    };
    let (one, other, pages) = (name(one).get(lang), other.get(lang), many.len());
    let args: [(&str, &dyn std::fmt::Display); 3] =
        [("one", &one), ("other", &other), ("pages", &pages)];
    if let Some(draft) = cx.found_on_pages(verdict, places, message, &args, &ALSO) {
        draft.related.splice(0..0, related);
        draft.tests = Some(vec![test]);
        draft.key = Some(test.to_string());
    }
}

/// Asks about the pages of the menu that the sitemap does not lead to.
fn compare_map(pages: &[(usize, Bars)], cx: &mut SiteContext<'_>) {
    let mut maps = pages.iter().filter(|(_, b)| b.is_sitemap.is_some());
    let (Some((map, bars)), None) = (maps.next(), maps.next()) else {
        return;
    };
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for link in pages.iter().flat_map(|(_, b)| &b.menu) {
        *counts.entry(*link).or_default() += 1;
    }
    counts.retain(|_, n| *n * 5 >= pages.len() * 4);
    // The home page and the sitemap itself go without saying.
    let home = pages.iter().find(|(_, b)| b.home).map(|(page, _)| *page);
    let known: Vec<u32> = [Some(*map), home]
        .into_iter()
        .flatten()
        .map(|page| short_hash(&cx.pages[page].site_path))
        .collect();
    counts.retain(|link, _| !known.contains(link) && bars.mapped.binary_search(link).is_err());
    if counts.is_empty() || bars.mapped.is_empty() {
        return;
    }
    let files = cx.files;
    let found = cx.reopen(&[*map], |_, page, cx| {
        let heading = cx.doc().elements().find(|e| e.is("h1"))?;
        let mut left = counts.clone();
        let mut places = Vec::new();
        bars::each_link(cx, page, files, |to, link| {
            if left.remove(&to).is_some() && places.len() < PAGES_SHOWN {
                places.push(Place::of(cx, link.into()));
            }
        });
        Some((Place::of(cx, heading.into()), places))
    });
    let Some((place, links)) = found.into_iter().flatten().flatten().next() else {
        return;
    };
    let also = cx.say(&IN_MENU, &[]);
    let draft = cx.found(
        Verdict::Review,
        *map,
        place,
        &UNMAPPED,
        &[("pages", &counts.len())],
    );
    draft.related = links
        .into_iter()
        .map(|link| (also.clone(), *map, link))
        .collect();
    draft.tests = Some(vec![MAP[0]]);
    draft.key = Some(MAP[0].to_string());
}

/// What the pages of one site prove together.
fn settle(pages: &[&Bars], pairs: &Pairs) -> Vec<(TestId, Outcome)> {
    let mut settled = Vec::new();
    let mut say = |tests: &[TestId], outcome| settled.extend(tests.iter().map(|t| (*t, outcome)));
    let maps: Vec<u64> = pages.iter().filter_map(|p| p.is_sitemap).collect();
    let leads_to_map = |p: &&Bars| {
        p.is_sitemap.is_some() || p.sitemap.is_some_and(|access| maps.contains(&access.to))
    };
    if pages.len() == 1 {
        if !pages[0].leads_on {
            say(&[SYSTEMS, BARS], Outcome::Inapplicable);
        }
    } else {
        let menu = shared_menu(pages) >= 3;
        let map = !maps.is_empty() && pages.iter().all(leads_to_map);
        let search = same(pages.iter().map(|p| p.search));
        if u8::from(menu) + u8::from(map) + u8::from(search) >= 2 {
            say(&[SYSTEMS], Outcome::Passed);
        }
        let order = |kind: Kind| {
            let mut about = pairs.iter().filter(|((a, b), _)| *a == kind || *b == kind);
            about.all(|(_, pair)| pair.is_settled())
        };
        let others = pages.iter().filter(|p| p.is_sitemap.is_none());
        if map && same(others.map(|p| p.sitemap)) {
            say(&TO_MAP[..1], Outcome::Passed);
            if order(Kind::Sitemap) {
                say(&TO_MAP[2..], Outcome::Passed);
            }
        }
        if search {
            say(&SEARCH[..1], Outcome::Passed);
            if order(Kind::Search) {
                say(&SEARCH[2..], Outcome::Passed);
            }
        }
    }
    if maps.is_empty() {
        if !pages.iter().any(|p| p.may_map) {
            say(&MAP, Outcome::Inapplicable);
            say(&TO_MAP, Outcome::Inapplicable);
        }
    } else if pages
        .iter()
        .all(|p| p.is_sitemap.is_none() || p.map_links.0 > 0 && p.map_links.1 == 0)
    {
        say(&MAP[1..2], Outcome::Passed);
    }
    if !pages.iter().any(|p| p.may_search) {
        say(&SEARCH, Outcome::Inapplicable);
    }
    settled
}

/// How many pages the menus of all pages lead to.
fn shared_menu(pages: &[&Bars]) -> usize {
    let Some((first, others)) = pages.split_first() else {
        return 0;
    };
    let mut shared: Vec<u32> = first.menu.to_vec();
    for page in others {
        shared.retain(|link| page.menu.binary_search(link).is_ok());
    }
    shared.len()
}

/// Whether all pages have the same access.
fn same(mut all: impl Iterator<Item = Option<Access>>) -> bool {
    all.next()
        .flatten()
        .is_some_and(|first| all.all(|access| access == Some(first)))
}
