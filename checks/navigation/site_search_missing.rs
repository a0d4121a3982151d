//! RGAA 12.5.1: the site's search engine is reached from every page of a set by the same means. Some pages do not have the search that the
//! others have.
//!
//! Hints: whether it is the search of the whole site, and which pages form the set, is for a person to say. Asked where at least four
//! pages out of five have a search: an element or a role `search`, a search field, or a link or button that says «rechercher». Pages that
//! redirect at once are left out; nothing is asked of sites of less than five pages.

use crate::check::{
    AnySiteCheck, Category, Context, Level, Meta, Place, Proof, SiteCheck, SiteContext, SiteFiles,
    SitePage,
};
use crate::dom::{Document, Element};
use crate::rgaa::test;
use crate::text::{Text, text};

use super::lacking::{self, FEW_PAGES, Having};

pub static CHECK: &dyn AnySiteCheck = &SiteSearchMissing;

struct SiteSearchMissing;

static META: Meta = Meta {
    id: "site-search-missing",
    level: Level::Note,
    review_level: Level::Note,
    category: Category::Accessibility,
    title: text(
        "Pages sans le moteur de recherche des autres",
        "Pages without the search that the others have",
    ),
    why: text(
        "Qui cherche plutôt que de parcourir les menus ne retrouve pas la recherche sur ces pages.",
        "Who searches rather than going through menus does not find the search on these pages.",
    ),
    fix: text(
        "Donner à chaque page le même accès au moteur de recherche.",
        "Give every page the same access to the search.",
    ),
    proofs: &[Proof::hints(&[test(12, 5, 1)])],
    ..Meta::NEW
};

const QUESTION: Text = text(
    "pages sans la recherche que les autres ont ({pages} sur {all}) : font-elles partie du même ensemble ?",
    "pages without the search that the others have ({pages} of {all}): do they belong to the same set?",
);
const MODEL: Text = text(
    "la recherche, sur une page qui l’a",
    "the search, on a page that has it",
);

/// What links and buttons to a search say, in lower case.
const NAMES: [&str; 5] = [
    "rechercher",
    "recherche",
    "rechercher sur le site",
    "search",
    "rechercher dans le site",
];

/// The page's access to a search.
fn search(doc: &Document) -> Option<Element<'_>> {
    let names = |text: &str| NAMES.contains(&text.trim().to_lowercase().as_str());
    doc.elements()
        .filter(|e| !e.in_template())
        .find(|e| match e.name() {
            "search" => e.is_html(),
            "input" => e.attr_is("type", "search"),
            "a" | "button" => {
                e.attr("aria-label").is_some_and(names)
                    || e.attr("title").is_some_and(names)
                    || names(&e.text_content())
            }
            _ => e.attr_is("role", "search"),
        })
}

impl SiteCheck for SiteSearchMissing {
    type Fact = Having;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, _: &dyn SiteFiles) -> Option<Having> {
        let doc = cx.doc();
        (!cx.semantics().is_redirect()).then(|| Having {
            site: page.site,
            has: search(doc).is_some(),
        })
    }

    fn conclude(&self, facts: Vec<(usize, Having)>, cx: &mut SiteContext<'_>) {
        for split in lacking::by_site(facts) {
            if split.all() >= FEW_PAGES && split.is_usual() {
                let show = |cx: &Context<'_>| Some(Place::of(cx, search(cx.doc())?.into()));
                lacking::ask(&split, &QUESTION, &MODEL, show, cx);
            }
        }
    }
}
