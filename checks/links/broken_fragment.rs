//! Links to a place in another audited page that is not there. (Links within one page, `#place`, are `fragment-link-broken`'s.)
//!
//! The place a fragment names (WHATWG HTML 7.4.6.3, «find a potential indicated element») is an element with this id, or an `a` with this
//! `name`; the empty fragment and `top` are the top of the page; text directives (`:~:text=`) are no place. That nothing has the id is
//! certain where the target runs no script; a script may add it, which is then asked. What scripts are known to read in fragments
//! (routes, line ranges, `key=value`) is not asked. One finding per missing place, with the pages that link to it. No RGAA test.
//!
//! Facts hold hashes: an id is 31 bits, looked up among those of one page. Equal ids always have equal hashes, so that a collision can
//! only hide a finding. A last bit marks fragments that scripts are known to read.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::references::{self, Purpose, Reference};
use crate::check::{
    AnySiteCheck, Category, Context, Destination, Group, Level, MAX_SITE_FINDINGS, Meta, Place,
    Resolver, SiteCheck, SiteContext, SiteFiles, SitePage, Verdict, file_key, groups, short_hash,
};
use crate::dom::Document;
use crate::spec::url;
use crate::text::{Text, text};

pub static CHECK: &dyn AnySiteCheck = &BrokenFragment;

struct BrokenFragment;

static META: Meta = Meta {
    id: "broken-fragment",
    level: Level::Warning,
    review_level: Level::Note,
    category: Category::Authoring,
    title: text(
        "Lien vers un endroit absent d’une autre page",
        "Link to a place that another page does not have",
    ),
    why: text(
        "Qui suit le lien arrive en haut de la page et doit chercher l’endroit annoncé.",
        "Who follows the link arrives at the top of the page and must look for the place announced.",
    ),
    fix: text(
        "Corriger ce qui suit le # du lien, ou donner cet identifiant à l’élément visé.",
        "Mend what follows the # of the link, or give this id to the element meant.",
    ),
    ..Meta::NEW
};

const ELSEWHERE: Text = text(
    "ce lien vise « #{fragment} » dans « {page} », où aucun élément n’a cet identifiant",
    "this link points at \"#{fragment}\" in \"{page}\", where no element has this id",
);
const HERE: Text = text(
    "ce lien vise « #{fragment} », mais aucun élément de la page n’a cet identifiant",
    "this link points at \"#{fragment}\", but no element of the page has this id",
);
const SCRIPT: Text = text(" ; un script l’y ajoute-t-il ?", "; does a script add it?");
const OTHER_CASE: Text = text(
    " ; « {other} » y est, seules les majuscules diffèrent",
    "; \"{other}\" is there, only the case of letters differs",
);
const PAGES: Text = text(
    " ({pages} pages ont ce lien)",
    " ({pages} pages have this link)",
);
const ALSO: Text = text("cette page aussi", "this page too");

/// What is kept of a page.
#[derive(Serialize, Deserialize)]
struct Fact {
    key: u64,
    /// Links to places of its own that are there.
    found: u32,
    /// Scripts may add ids.
    scripted: bool,
    /// Not all its ids are known, or nobody stays on it.
    opaque: bool,
    /// Hashes of its ids and names, sorted.
    ids: Box<[u32]>,
    /// Pages it links to with a fragment, and how many fragments of each follow in `fragments`.
    targets: Box<[(u64, u32)]>,
    fragments: Box<[u32]>,
}

/// The hash of an id or a fragment; see the module.
fn hash(id: &str) -> u32 {
    short_hash(&url::percent_decode(id)) << 1
}

/// Whether a fragment is of the kinds that scripts read without an id: routes, states, line numbers.
fn is_for_scripts(fragment: &str) -> bool {
    let digits = |s: &str| {
        let s = s.strip_prefix(['L', 'l']).unwrap_or(s);
        !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit())
    };
    fragment.starts_with(['!', '/', '?'])
        || fragment.contains('=')
        || fragment.split(['-', ',']).all(digits)
}

/// The fragment that must name a place; `None` when there is none to name.
fn place_named(url: &str) -> Option<&str> {
    let (_, fragment) = url.split_once('#')?;
    let fragment = fragment.split(":~:").next().unwrap_or(fragment).trim_end();
    (!fragment.is_empty() && !fragment.eq_ignore_ascii_case("top")).then_some(fragment)
}

/// A link's target page and the place it names there.
fn target<'a>(
    reference: Reference<'a>,
    resolver: &mut Resolver<'a>,
    page: &SitePage,
) -> Option<(u64, &'a str)> {
    if reference.purpose != Purpose::Link || !reference.element.is_any(&["a", "area"]) {
        return None;
    }
    let fragment = place_named(reference.url)?;
    match resolver.follow(reference.url) {
        // Within the page: `fragment-link-broken` judges it.
        None => None,
        Some(followed) => match followed.to {
            Destination::File(path) => Some((file_key(page.site, path), fragment)),
            _ => None,
        },
    }
}

/// Hashes of the ids and names a fragment may point at, sorted.
fn ids(doc: &Document) -> Box<[u32]> {
    let mut ids = Vec::new();
    for element in doc.elements().filter(|e| !e.in_template()) {
        ids.extend(element.attr("id").map(hash));
        if element.is("a") {
            ids.extend(element.attr("name").map(hash));
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids.into()
}

impl SiteCheck for BrokenFragment {
    type Fact = Fact;

    fn meta(&self) -> &'static Meta {
        &META
    }

    fn collect(&self, cx: &Context<'_>, page: &SitePage, _: &dyn SiteFiles) -> Option<Fact> {
        let doc = cx.doc();
        let ids = ids(doc);
        let mut resolver = cx.resolver();
        let mut links: Vec<(u64, u32)> = Vec::new();
        let mut found = 0;
        references::each(doc, |reference| {
            if let Some((to, fragment)) = target(reference, &mut resolver, page) {
                let wanted = hash(fragment);
                if to == page.key() && ids.binary_search(&wanted).is_ok() {
                    found += 1;
                } else {
                    links.push((to, wanted | u32::from(is_for_scripts(fragment))));
                }
            }
        });
        links.sort_unstable();
        links.dedup();
        Some(Fact {
            key: page.key(),
            found,
            scripted: cx.scripts_may_change(),
            opaque: !doc.limits_hit().is_empty() || cx.semantics().is_redirect(),
            ids,
            targets: links
                .chunk_by(|a, b| a.0 == b.0)
                .map(|chunk| (chunk[0].0, chunk.len() as u32))
                .collect(),
            fragments: links.iter().map(|link| link.1).collect(),
        })
    }

    fn conclude(&self, facts: Vec<(usize, Fact)>, cx: &mut SiteContext<'_>) {
        let by_key: HashMap<u64, usize> = facts
            .iter()
            .enumerate()
            .map(|(i, (_, fact))| (fact.key, i))
            .collect();
        let mut met: Vec<(Missing, u32)> = Vec::new();
        let mut found = 0;
        for (page, fact) in &facts {
            let mut fragments = fact.fragments.iter();
            found += fact.found as usize;
            for (key, count) in &fact.targets {
                let fragments = fragments.by_ref().take(*count as usize);
                let Some((target, known)) = by_key.get(key).map(|i| &facts[*i]) else {
                    fragments.for_each(drop);
                    continue;
                };
                for fragment in fragments {
                    let for_scripts = fragment & 1 == 1;
                    if known.ids.binary_search(&(fragment & !1)).is_ok() {
                        found += 1;
                    } else if !(known.opaque
                        || known.scripted && for_scripts
                        || cx.ignored.contains(page))
                    {
                        let missing = Missing {
                            target: *target as u32,
                            fragment: *fragment,
                            scripted: known.scripted,
                        };
                        met.push((missing, *page as u32));
                    }
                }
            }
        }
        drop((facts, by_key));
        cx.pass(found);
        let mut groups = groups(met);
        for group in groups.drain(groups.len().min(MAX_SITE_FINDINGS)..) {
            cx.left_out(group.key.verdict(), 1);
        }
        report(&groups, cx);
    }
}

/// A place that a page does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Missing {
    /// The page, by index.
    target: u32,
    fragment: u32,
    scripted: bool,
}

impl Missing {
    fn verdict(self) -> Verdict {
        match self.scripted {
            true => Verdict::Review,
            false => Verdict::Fail,
        }
    }
}

fn report(groups: &[Group<Missing>], cx: &mut SiteContext<'_>) {
    let (files, pages) = (cx.files, cx.pages);
    let found = cx.look_again(groups, |page, cx, wanted| {
        let mut resolver = Resolver::new(cx.doc(), page, files);
        let mut left: HashMap<(u64, u32), Missing> = wanted
            .iter()
            .map(|missing| {
                (
                    (pages[missing.target as usize].key(), missing.fragment),
                    *missing,
                )
            })
            .collect();
        let mut spots = Vec::new();
        references::each(cx.doc(), |reference| {
            if let Some((to, fragment)) = target(reference, &mut resolver, page)
                && let wanted = hash(fragment) | u32::from(is_for_scripts(fragment))
                && let Some(missing) = left.remove(&(to, wanted))
            {
                let place = Place::of(cx, (reference.element, reference.attr).into());
                let fragment = url::percent_decode(fragment).into_owned();
                spots.push((missing, (fragment, place)));
            }
        });
        spots
    });
    let others = other_case(groups, &found, cx);
    for ((group, spots), other) in groups.iter().zip(found).zip(others) {
        let target = group.key.target as usize;
        let path = &pages[target].path;
        let (here, fragment) = match spots.first() {
            Some((page, (fragment, _))) => (*page == target, fragment.clone()),
            None => continue,
        };
        let mut args: Vec<(&str, &dyn std::fmt::Display)> = vec![("fragment", &fragment)];
        if !here {
            args.push(("page", path));
        }
        let mut more = String::new();
        if let Some(other) = other {
            more.push_str(&cx.say(&OTHER_CASE, &[("other", &other)]));
        } else if group.key.scripted {
            more.push_str(&cx.say(&SCRIPT, &[]));
        }
        if group.count > 1 {
            more.push_str(&cx.say(&PAGES, &[("pages", &group.count)]));
        }
        let places = spots.into_iter().map(|(page, (_, place))| (page, place));
        let message = if here { &HERE } else { &ELSEWHERE };
        let verdict = group.key.verdict();
        let draft = cx.found_on_pages(verdict, places.collect(), message, &args, &ALSO);
        if let Some(draft) = draft {
            draft.message.push_str(&more);
            draft.key = Some(format!("{path}#{fragment}"));
        }
    }
}

/// For each group, the id of the target that differs from the one wanted by case only.
fn other_case(
    missing: &[Group<Missing>],
    found: &[Vec<(usize, (String, Place))>],
    cx: &SiteContext<'_>,
) -> Vec<Option<String>> {
    let mut targets: Vec<usize> = missing.iter().map(|g| g.key.target as usize).collect();
    targets.sort_unstable();
    targets.dedup();
    let mut wanted: Vec<Vec<(usize, String)>> = vec![Vec::new(); targets.len()];
    for (i, (group, spots)) in missing.iter().zip(found).enumerate() {
        let rank = targets.binary_search(&(group.key.target as usize));
        if let (Ok(rank), Some((_, (fragment, _)))) = (rank, spots.first()) {
            wanted[rank].push((i, fragment.to_lowercase()));
        }
    }
    let answers = cx.reopen(&targets, |rank, _, cx| {
        let mut ids: HashMap<String, &str> = HashMap::new();
        let elements = cx.doc().elements().filter(|e| !e.in_template());
        for id in elements.filter_map(|e| e.attr("id")) {
            ids.entry(id.to_lowercase()).or_insert(id);
        }
        let known = |(i, id): &(usize, String)| Some((*i, (*ids.get(id)?).to_owned()));
        wanted[rank].iter().filter_map(known).collect::<Vec<_>>()
    });
    let mut others = vec![None; missing.len()];
    for (i, other) in answers.into_iter().flatten().flatten() {
        others[i] = Some(other);
    }
    others
}
