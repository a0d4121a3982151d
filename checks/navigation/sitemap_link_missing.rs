//! RGAA 12.4.1: the sitemap page is reached from every page of a set by the same means. Some pages have no link to it.
//!
//! Hints: where a set of pages ends (a process, an application beside the site) is for a person to say. A link to the sitemap is one whose
//! text is «plan du site», «sitemap» or the like, to a page whose `h1` says the same. The sitemap page itself and pages that redirect at once
//! are left out; nothing is asked of sites of less than five pages.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::check::{
    AnySiteCheck, Category, Context, Destination, Level, Meta, Place, Proof, SiteCheck,
    SiteContext, SiteFiles, SitePage, file_key,
};
use crate::dom::Element;
use crate::rgaa::test;
use crate::semantics::Kind;
use crate::text::{Text, text};

use super::lacking::{self, FEW_PAGES, Having};
use super::sitemap;

pub static CHECK: &dyn AnySiteCheck = &SitemapLinkMissing;

struct SitemapLinkMissing;

static META: Meta = Meta {
    id: "sitemap-link-missing",
    level: Level::Note,
    review_level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Pages sans lien vers le plan du site",
        "Pages without a link to the sitemap",
    ),
    why: text(
        "Qui s’oriente par le plan du site doit le trouver au même endroit sur toutes les pages.",
        "Who finds their way by the sitemap must find it at the same place on all pages.",
    ),
    fix: text(
        "Mettre sur chaque page le même lien vers le plan du site, par exemple dans le pied de page commun.",
        "Put the same link to the sitemap on every page, for example in the shared footer.",
    ),
    proofs: &[Proof::hints(&[test(12, 4, 1)])],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "pages sans lien vers le plan du site ({pages} sur {all}) : font-elles partie du même ensemble que les autres ?",
    "pages without a link to the sitemap ({pages} of {all}): do they belong to the same set as the others?",
);
const MODEL: Text = text(
    "le lien, sur une page qui l’a",
    "the link, on a page that has it",
);

/// What is kept of a page.
#[derive(Serialize, Deserialize)]
struct Fact {
    site: u32,
    /// The page its link to the sitemap leads to.
    leads_to: Option<u64>,
    /// Itself, when it is a sitemap.
    sitemap: Option<u64>,
}

/// The first link of the page that says «sitemap».
fn link<'p>(cx: &Context<'p>) -> Option<Element<'p>> {
    cx.semantics().elements_of(Kind::Link).find(|e| {
        e.is("a")
            && !e.in_template()
            && e.has_attr("href")
            && (sitemap::is_name(&e.text_content())
                || e.attr("aria-label").is_some_and(sitemap::is_name))
    })
}

impl SiteCheck for SitemapLinkMissing {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, _: &dyn SiteFiles) -> Option<Fact> {
        if cx.semantics().is_redirect() {
            return None;
        }
        let mut resolver = cx.resolver();
        let followed = link(cx)
            .and_then(|link| link.attr("href"))
            .and_then(|href| resolver.follow(href));
        Some(Fact {
            site: page.site,
            leads_to: match followed.map(|f| &f.to) {
                Some(Destination::File(path)) => Some(file_key(page.site, path)),
                _ => None,
            },
            sitemap: sitemap::is_page(cx, page).then(|| page.key()),
        })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        let sitemaps: HashSet<u64> = facts.iter().filter_map(|(_, f)| f.sitemap).collect();
        let having = facts
            .into_iter()
            .filter(|(_, fact)| fact.sitemap.is_none())
            .map(|(page, fact)| {
                let has = fact.leads_to.is_some_and(|to| sitemaps.contains(&to));
                let site = fact.site;
                (page, Having { site, has })
            })
            .collect();
        for split in lacking::by_site(having) {
            if split.all() >= FEW_PAGES && !split.with.is_empty() {
                let show = |cx: &Context<'_>| Some(Place::of(cx, link(cx)?.into()));
                lacking::ask(&split, &QUESTION, &MODEL, show, cx);
            }
        }
    }
}
