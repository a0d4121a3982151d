//! Sites that are served under another path than the root: their absolute links lead nowhere, all for one reason.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::missing::{Broken, judge};
use super::references;
use crate::check::{
    Entry, Level, Place, Resolver, SiteContext, SiteFiles, SitePage, Verdict, groups,
};
use crate::text::{Text, text};

const ABSOLUTE: Text = text(
    "des références qui partent de la racine « / » ne mènent à aucun fichier ({missing} sur {all}) : le site est-il servi ailleurs qu’à la racine ? L’indiquer par --base, ou donner le dossier racine par --root",
    "references that start from the root \"/\" lead to no file ({missing} of {all}): is the site served somewhere else than at the root? Say where with --base, or give the root folder with --root",
);
const ABSOLUTE_GUESS: Text = text(
    "des références qui partent de la racine « / » ne mènent à aucun fichier ({missing} sur {all}) : le site est-il servi sous « {base} » ? L’indiquer par --base {base}",
    "references that start from the root \"/\" lead to no file ({missing} of {all}): is the site served under \"{base}\"? Say so with --base {base}",
);
const ALSO: Text = text("cette page aussi", "this page too");

/// References that lead nowhere for one that does, beyond which the root is in doubt.
const RIGHT: u64 = 4;
/// Guesses kept per page: where there are more, none is the answer.
const MAX_GUESSES: usize = 8;

/// A page's references from the host's root.
#[derive(Default, Serialize, Deserialize)]
pub struct FromRoot {
    /// Those that lead to a file.
    pub found: u32,
    /// Those that do not.
    missing: u32,
    /// Paths the site may be served under, and how many references say so.
    bases: Vec<(Box<str>, u32)>,
}

impl FromRoot {
    /// Counts a reference that leads nowhere.
    pub fn add_missing(&mut self, broken: &Broken, page: &SitePage, files: &dyn SiteFiles) {
        self.missing += 1;
        let Some(base) = base_of(&broken.path, page, files) else {
            return;
        };
        if let Some((_, votes)) = self.bases.iter_mut().find(|(known, _)| **known == *base) {
            *votes += 1;
        } else if self.bases.len() < MAX_GUESSES {
            self.bases.push((base.into(), 1));
        }
    }
}

/// The path the site seems to be served under, from a missing path that leads to a file once its first folders are taken off.
fn base_of(path: &str, page: &SitePage, files: &dyn SiteFiles) -> Option<String> {
    let mut at = 0;
    for _ in 0..3 {
        at += path[at..].find('/')? + 1;
        let rest = path[at..].trim_end_matches('/');
        let served = ["", "/index.html", ".html"].iter().any(|tail| {
            let name = format!("{rest}{tail}");
            !rest.is_empty() && matches!(files.find(page.site, &name), Entry::File(_))
        });
        if served {
            return Some(format!("/{}", &path[..at - 1]));
        }
    }
    None
}

/// Says once that references from the host's root lead nowhere, when nearly all of a site's do. `pages`: those of one site that have any.
pub fn says_so(pages: &[(usize, &FromRoot)], cx: &mut SiteContext<'_>) -> bool {
    let sum = |of: fn(&FromRoot) -> u32| pages.iter().map(|(_, p)| u64::from(of(p))).sum::<u64>();
    let (missing, found) = (sum(|p| p.missing), sum(|p| p.found));
    if missing <= found * RIGHT {
        return false;
    }
    let mut votes: HashMap<&str, u64> = HashMap::new();
    for (base, n) in pages.iter().flat_map(|(_, p)| &p.bases) {
        *votes.entry(base).or_default() += u64::from(*n);
    }
    let base = votes
        .into_iter()
        .max_by(|a, b| (a.1, b.0).cmp(&(b.1, a.0)))
        .filter(|(_, n)| n * 2 > missing)
        .map(|(base, _)| base);
    let met = pages
        .iter()
        .filter(|(page, p)| p.missing > 0 && !cx.ignored.contains(page))
        .map(|(page, _)| ((), *page as u32))
        .collect();
    let places = cx.look_again(&groups(met), {
        let files = cx.files;
        move |page, cx, _| {
            first_missing(page, cx, files)
                .map(|place| ((), place))
                .into_iter()
                .collect()
        }
    });
    let places: Vec<(usize, Place)> = places.into_iter().flatten().collect();
    if places.is_empty() {
        return true;
    }
    let all = missing + found;
    let mut args: Vec<(&str, &dyn std::fmt::Display)> = vec![("missing", &missing), ("all", &all)];
    let message = match &base {
        Some(base) => {
            args.push(("base", base));
            &ABSOLUTE_GUESS
        }
        None => &ABSOLUTE,
    };
    let draft = cx.found_on_pages(Verdict::Review, places, message, &args, &ALSO);
    if let Some(draft) = draft {
        draft.level = Some(Level::Warning);
        draft.key = Some("base".to_owned());
        draft.tests = Some(Vec::new());
    }
    true
}

/// The first reference from the host's root that leads nowhere.
fn first_missing(
    page: &SitePage,
    cx: &crate::check::Context<'_>,
    files: &dyn SiteFiles,
) -> Option<Place> {
    let mut resolver = Resolver::new(cx.doc(), page, files);
    let mut place = None;
    references::each(cx.doc(), |reference| {
        if place.is_none()
            && matches!(judge(reference, &mut resolver, page, files), Some(Err(broken)) if broken.tells_of_root())
        {
            place = Some(Place::of(cx, (reference.element, reference.attr).into()));
        }
    });
    place
}
