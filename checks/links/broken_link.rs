//! References to files that are not in the built site.
//!
//! A reference is followed as a static server would (`page.html` for `/page`, `index.html` for a folder), and only where the whole
//! folder was given: what leads above it, to another host, or through a folder that could not be read, is not judged. That the file
//! is missing is then certain; that the server answers nonetheless is asked where it may: forms, programs (`.php`), addresses with a
//! query, folders without an index, sites that come with redirection rules. One finding per missing file, with the pages that ask
//! for it. When nearly all references that start at the host's root lead nowhere, the site is likely
//! served under another path: that is asked once.
//!
//! RGAA 12.3.2 (links of the sitemap page work) and 12.3.3 (and lead where they say): refuted by a link of the sitemap page's main
//! content to a missing file. Elsewhere a broken link breaks no RGAA test.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::causes::{Keys, Met, Missing, by_cause};
use super::missing::judge;
use super::missing_files::{report, verdict_of};
use super::references;
use super::served_elsewhere::{self, FromRoot};
use crate::check::{
    AnySiteCheck, Category, Context, Level, MAX_SITE_FINDINGS, Meta, Proof, SiteCheck, SiteContext,
    SiteFiles, SitePage, groups,
};
use crate::checks::navigation::sitemap;
use crate::rgaa::test;
use crate::text::text;

pub static CHECK: &dyn AnySiteCheck = &BrokenLink;

struct BrokenLink;

static META: Meta = Meta {
    id: "broken-link",
    level: Level::Error,
    review_level: Level::Note,
    category: Category::Authoring,
    title: text("Lien ou fichier introuvable", "Broken link or missing file"),
    why: text(
        "Qui suit le lien arrive sur une page d’erreur ; une image, un style ou un script absent manque à la page.",
        "Who follows the link meets an error page; an image, a style or a script that is not there is missing from the page.",
    ),
    fix: text(
        "Corriger l’adresse, ou ajouter le fichier au site. Si le site n’est pas servi à la racine, l’indiquer par --base.",
        "Mend the address, or add the file to the site. If the site is not served from the root, say so with --base.",
    ),
    proofs: &[
        Proof::refutes(&[test(12, 3, 2)]),
        Proof::refutes(&[test(12, 3, 3)]),
    ],
    ..Meta::NEW
};

/// What is kept of a page.
#[derive(Serialize, Deserialize)]
struct Fact {
    site: u32,
    /// References that lead to a file.
    found: u32,
    /// Missing targets, each once; those that tell of a wrong root apart.
    relative: Box<[Keys]>,
    absolute: Box<[Keys]>,
    from_root: FromRoot,
    sitemap: bool,
}

impl SiteCheck for BrokenLink {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, files: &dyn SiteFiles) -> Option<Fact> {
        let mut resolver = cx.resolver();
        let (mut relative, mut absolute) = (Vec::new(), Vec::new());
        let mut found = 0;
        let mut from_root = FromRoot::default();
        references::each(cx.doc(), |reference| {
            match judge(reference, &mut resolver, page, files) {
                None => {}
                Some(Ok(is_from_root)) => {
                    found += 1;
                    from_root.found += u32::from(is_from_root);
                }
                Some(Err(broken)) if broken.tells_of_root() => {
                    absolute.push((broken.key(), broken.folder_key()));
                    from_root.add_missing(&broken, page, files);
                }
                Some(Err(broken)) => relative.push((broken.key(), broken.folder_key())),
            }
        });
        if found == 0 && relative.is_empty() && absolute.is_empty() {
            return None;
        }
        Some(Fact {
            site: page.site,
            found,
            relative: distinct(relative),
            absolute: distinct(absolute),
            from_root,
            sitemap: sitemap::is_page(cx, page),
        })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        let mut sites: BTreeMap<u32, Vec<(usize, &FromRoot)>> = BTreeMap::new();
        for (page, fact) in &facts {
            cx.pass(fact.found as usize);
            let pages = sites.entry(fact.site).or_default();
            pages.push((*page, &fact.from_root));
        }
        sites.retain(|_, pages| served_elsewhere::says_so(pages, cx));
        let elsewhere: HashSet<u32> = sites.into_keys().collect();

        let mut met: Vec<Met> = Vec::new();
        let mut sitemaps: HashSet<usize> = HashSet::new();
        for (page, fact) in facts {
            if cx.ignored.contains(&page) {
                continue;
            }
            if fact.sitemap {
                sitemaps.insert(page);
            }
            let from_root = match elsewhere.contains(&fact.site) {
                true => &[][..],
                false => &fact.absolute,
            };
            let keys = fact.relative.iter().chain(from_root);
            met.extend(keys.map(|&keys| Met {
                site: fact.site,
                keys,
                page,
            }));
        }
        let (met, folders) = by_cause(met);
        let on_sitemap: HashMap<Missing, usize> = met
            .iter()
            .filter(|(_, page)| sitemaps.contains(&(*page as usize)))
            .map(|&(missing, page)| (missing, page as usize))
            .collect();
        let mut groups = groups(met);
        for group in groups.drain(groups.len().min(MAX_SITE_FINDINGS)..) {
            cx.left_out(verdict_of(group.key, cx.files), 1);
        }
        for group in &mut groups {
            // The sitemap comes first: there the RGAA is at stake.
            if let Some(&page) = on_sitemap.get(&group.key) {
                group.pages.retain(|p| *p != page);
                group.pages.insert(0, page);
            }
        }
        report(&groups, &folders, cx);
    }
}

fn distinct(mut keys: Vec<Keys>) -> Box<[Keys]> {
    keys.sort_unstable();
    keys.dedup();
    keys.into()
}
