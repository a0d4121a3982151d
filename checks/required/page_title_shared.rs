//! RGAA 8.6.1: a page's title tells it from the others. Several pages of the site have the same one.
//!
//! Hints: the glossary («Titre de page») wants a title that identifies the page and is unique, the test itself only asks whether it is
//! relevant; whether pages with one title can be told apart is for a person to say. Left out: pages that redirect at once, copies of
//! one page (same text), pages that name another address as the canonical one, and pages in different languages.

use serde::{Deserialize, Serialize};

use crate::check::{
    AnySiteCheck, Category, Context, Destination, FNV_OFFSET, Level, MAX_SITE_FINDINGS, Meta,
    Place, Proof, Resolver, SiteCheck, SiteContext, SiteFiles, SitePage, Verdict, file_key, fnv,
    groups,
};
use crate::dom::{Document, Element};
use crate::rgaa::test;
use crate::spec::language;
use crate::text::{Text, text};

pub static CHECK: &dyn AnySiteCheck = &PageTitleShared;

struct PageTitleShared;

static META: Meta = Meta {
    id: "page-title-shared",
    level: Level::Warning,
    review_level: Level::Warning,
    category: Category::Accessibility,
    title: text(
        "Même titre sur plusieurs pages",
        "Same title on several pages",
    ),
    why: text(
        "Dans les onglets, l’historique et les résultats de recherche, rien ne distingue ces pages ; un lecteur d’écran annonce le même titre à l’arrivée sur chacune.",
        "In tabs, history and search results nothing tells these pages apart; a screen reader announces the same title when reaching each of them.",
    ),
    fix: text(
        "Donner à chaque page un titre qui dit ce qu’elle a de propre (sujet, numéro de page, étape), puis le nom du site.",
        "Give each page a title that says what is its own (subject, page number, step), then the name of the site.",
    ),
    proofs: &[Proof::hints(&[test(8, 6, 1)])],
    ..Meta::NEW
};

const SHARED: Text = text(
    "{pages} pages ont le titre « {title} » : permet-il de les distinguer ?",
    "{pages} pages have the title \"{title}\": does it tell them apart?",
);
const ALSO: Text = text("même titre", "same title");

/// What is kept of a page.
#[derive(Serialize, Deserialize)]
struct Fact {
    /// Its title and its language.
    title: u64,
    /// Its text, to know copies.
    text: u64,
    site: u32,
}

/// The page's title, white space collapsed.
fn title_of(doc: &Document) -> Option<(Element<'_>, String)> {
    let in_head = doc
        .head()
        .and_then(|head| head.child_elements().find(|e| e.is("title")));
    let title = in_head.or_else(|| doc.elements().find(|e| e.is("title") && !e.in_template()))?;
    let words: Vec<String> = title
        .text_content()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    (!words.is_empty()).then(|| (title, words.join(" ")))
}

/// Eight bytes at a time: whole pages go through it.
fn fingerprint(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(FNV_OFFSET, |hash, word| {
        (hash.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    fnv(hash, rest)
}

/// A title within a language: the one declared, and the one that names a folder (`/fr/`, `/pt-BR/`).
fn key(doc: &Document, page: &SitePage, title: &str) -> u64 {
    let declared = doc.html().and_then(|html| html.attr("lang")).unwrap_or("");
    let folder = page.site_path.split('/').rev().skip(1);
    let folder = folder
        .into_iter()
        .find(|name| is_language(name))
        .unwrap_or("");
    let primary = declared.trim().split('-').next().unwrap_or("");
    let language = format!("{primary}/{folder}\0").to_ascii_lowercase();
    fnv(fnv(FNV_OFFSET, language.as_bytes()), title.as_bytes())
}

/// Whether a folder's name is a language tag as sites use them: two letters, and a region or a script at most.
fn is_language(name: &str) -> bool {
    let rest = match name.split_once('-') {
        Some((_, rest)) => (2..=4).contains(&rest.len()),
        None => true,
    };
    let primary = name.split('-').next().unwrap_or("");
    rest && primary.len() == 2 && language::is_tag(name)
}

/// Whether the page says that its address is another page's.
fn is_copy(doc: &Document, page: &SitePage, files: &dyn SiteFiles) -> bool {
    let Some(canonical) = doc.elements().find_map(|e| {
        let canonical =
            e.is("link") && e.tokens("rel").any(|r| r.eq_ignore_ascii_case("canonical"));
        canonical.then(|| e.attr("href")).flatten()
    }) else {
        return false;
    };
    let mut resolver = Resolver::new(doc, page, files);
    match resolver.follow(canonical).map(|followed| &followed.to) {
        Some(Destination::File(path)) => file_key(page.site, path) != page.key(),
        _ => false,
    }
}

impl SiteCheck for PageTitleShared {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, files: &dyn SiteFiles) -> Option<Fact> {
        let doc = cx.doc();
        let (_, title) = title_of(doc)?;
        if cx.semantics().is_redirect() || is_copy(doc, page, files) {
            return None;
        }
        Some(Fact {
            title: key(doc, page, &title),
            text: fingerprint(&doc.source().text),
            site: page.site,
        })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        let mut all: Vec<(Fact, u32)> = facts
            .into_iter()
            .filter(|(page, _)| !cx.ignored.contains(page))
            .map(|(page, fact)| (fact, page as u32))
            .collect();
        all.sort_by_key(|(fact, page)| (fact.site, fact.title, fact.text, *page));
        all.dedup_by_key(|(fact, _)| (fact.site, fact.title, fact.text));
        let met = all
            .into_iter()
            .map(|(fact, page)| ((fact.site, fact.title), page))
            .collect();
        let mut groups = groups(met);
        let before = groups.len();
        groups.retain(|group| group.count > 1);
        cx.pass(before - groups.len());
        let left_out = groups.len().saturating_sub(MAX_SITE_FINDINGS);
        groups.truncate(MAX_SITE_FINDINGS);
        cx.left_out(Verdict::Review, left_out);
        let found = cx.look_again(&groups, |page, cx, wanted| {
            let Some((element, title)) = title_of(cx.doc()) else {
                return Vec::new();
            };
            let key = (page.site, key(cx.doc(), page, &title));
            let place = Place::of(cx, element.into());
            match wanted.contains(&key) {
                true => vec![(key, (title, place))],
                false => Vec::new(),
            }
        });
        for (group, spots) in groups.iter().zip(found) {
            let title = match spots.first() {
                Some((_, (title, _))) => title.clone(),
                None => String::new(),
            };
            let places = spots.into_iter().map(|(page, (_, place))| (page, place));
            let args: [(&str, &dyn std::fmt::Display); 2] =
                [("pages", &group.count), ("title", &title)];
            let draft = cx.found_on_pages(Verdict::Review, places.collect(), &SHARED, &args, &ALSO);
            if let Some(draft) = draft {
                draft.key = Some(title);
            }
        }
    }
}
