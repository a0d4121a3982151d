//! RGAA 12.1.1: every set of pages has two navigation systems, a menu mostly among them. Some pages do not have the menu of the others.
//!
//! Hints: whether these pages form a set of their own, or are steps of a process, is for a person to say. The menu is known by its links:
//! those that at least four pages out of five have in a navigation landmark. A page has the menu when at least half of these links are on
//! it, in a landmark or not. The home page and pages that redirect at once are left out; nothing is asked of sites of less than five pages.
//!
//! Facts hold 32 bits of a hash per link, and few links per page: a collision could only hide a finding.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::check::{
    AnySiteCheck, Category, Context, Destination, Level, Meta, Place, Proof, Resolver, SiteCheck,
    SiteContext, SiteFiles, SitePage, each_site, short_hash,
};
use crate::dom::{Document, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

use super::lacking::{self, FEW_PAGES, Split};

pub static CHECK: &dyn AnySiteCheck = &SiteMenuMissing;

struct SiteMenuMissing;

static META: Meta = Meta {
    id: "site-menu-missing",
    level: Level::Note,
    review_level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Pages sans le menu des autres",
        "Pages without the menu that the others have",
    ),
    why: text(
        "Sur ces pages, qui navigue par le menu n’a plus de quoi aller ailleurs dans le site.",
        "On these pages, who moves by the menu has no way left to go elsewhere in the site.",
    ),
    fix: text(
        "Donner à ces pages le menu commun, sauf aux étapes d’un processus (paiement, démarche en ligne).",
        "Give these pages the shared menu, except for the steps of a process (payment, online procedure).",
    ),
    proofs: &[Proof::hints(&[test(12, 1, 1)])],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "pages sans le menu que les autres ont ({pages} sur {all}) : forment-elles un ensemble à part, ou les étapes d’un processus ?",
    "pages without the menu that the others have ({pages} of {all}): are they a set of their own, or the steps of a process?",
);
const MODEL: Text = text(
    "le menu, sur une page qui l’a",
    "the menu, on a page that has it",
);

/// Links remembered per page, the first ones: menus come first.
const LINKS: usize = 64;
/// Links that pages must share for these to be a menu.
const MENU: usize = 2;

/// What is kept of a page.
#[derive(Serialize, Deserialize)]
struct Fact {
    site: u32,
    /// Whether its links are those of navigation landmarks; all of its links otherwise.
    landmarks: bool,
    /// Hashes of what they lead to and of the page itself, sorted.
    links: Box<[u32]>,
}

fn is_landmark(e: Element<'_>) -> bool {
    match e.tokens("role").next() {
        Some(role) => role.eq_ignore_ascii_case("navigation"),
        None => e.is("nav"),
    }
}

/// What the first links of the elements lead to, the page's own places aside.
fn links<'a>(elements: impl Iterator<Item = Element<'a>>, resolver: &mut Resolver<'a>) -> Vec<u32> {
    let mut links = Vec::new();
    for e in elements.filter(|e| e.is("a") && !e.in_template()) {
        if let Some(followed) = e.attr("href").and_then(|href| resolver.follow(href)) {
            let path = match &followed.to {
                Destination::File(path) => path,
                Destination::Folder(path) | Destination::Missing(path) => &**path,
                Destination::Elsewhere => continue,
            };
            let hash = short_hash(path);
            if !links.contains(&hash) {
                links.push(hash);
            }
            if links.len() == LINKS {
                break;
            }
        }
    }
    links
}

/// The elements inside navigation landmarks.
fn in_landmarks(doc: &Document) -> impl Iterator<Item = Element<'_>> {
    let mut end = 0;
    doc.elements().filter(move |e| {
        if e.id() >= end && is_landmark(*e) {
            end = e.subtree_end();
        }
        e.id() < end
    })
}

impl SiteCheck for SiteMenuMissing {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, _: &dyn SiteFiles) -> Option<Fact> {
        let doc = cx.doc();
        if cx.options().pages.is_home(page) || cx.semantics().is_redirect() {
            return None;
        }
        let mut resolver = cx.resolver();
        let mut found = links(in_landmarks(doc), &mut resolver);
        let has_menus = !found.is_empty();
        if !has_menus {
            found = links(doc.elements(), &mut resolver);
        }
        // Menus often do not link to the page they are on.
        found.push(short_hash(&page.site_path));
        found.sort_unstable();
        found.dedup();
        Some(Fact {
            site: page.site,
            landmarks: has_menus,
            links: found.into(),
        })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        for pages in each_site(facts, |fact| fact.site) {
            if pages.len() < FEW_PAGES {
                continue;
            }
            let mut counts: HashMap<u32, usize> = HashMap::new();
            for link in pages
                .iter()
                .filter(|(_, f)| f.landmarks)
                .flat_map(|(_, f)| &f.links)
            {
                *counts.entry(*link).or_default() += 1;
            }
            counts.retain(|_, n| *n * 5 >= pages.len() * 4);
            if counts.len() < MENU {
                continue;
            }
            let mut split = Split::default();
            for (page, fact) in &pages {
                let has = fact.links.iter().filter(|l| counts.contains_key(l)).count();
                match has * 2 >= counts.len() {
                    true => split.with.push(*page),
                    false => split.without.push(*page),
                }
            }
            let show =
                |cx: &Context<'_>| Some(Place::of(cx, in_landmarks(cx.doc()).next()?.into()));
            lacking::ask(&split, &QUESTION, &MODEL, show, cx);
        }
    }
}
