//! Findings become causes as pages go by.
//!
//! Findings of one loose key ([`CauseKeys`]) are one cause when a template surely wrote them. Else those of one strict key that are on
//! several pages are one cause; what is left, on one page each, is one cause when so many pages have it that a template must write it
//! ([`MANY`] pages and a quarter of the site, or more than [`TOO_MANY`] of them), and as many causes otherwise: each page has its own
//! defect, and a new one elsewhere is new.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::cause::{
    Cause, CauseKeys, CausePlace, Kin, MAX_PLACES, Scope, State, Window, fingerprint,
};
use super::{Finding, PageReport, SiteReport};
use crate::check::Level;

/// Pages with alike defects of one page each, from which they are taken for a template's.
const MANY: usize = 20;
/// Alike defects of one page each that are never told one by one.
const TOO_MANY: usize = 500;

/// Gathers findings.
#[derive(Default)]
pub struct Causes {
    families: HashMap<u64, Family, FxBuildHasher>,
    pages: u32,
    order: usize,
}

/// Findings of one loose key.
#[derive(Default)]
struct Family {
    shared: bool,
    groups: HashMap<u64, Group, FxBuildHasher>,
}

/// Findings of one strict key.
struct Group {
    /// Rank of its first finding.
    order: usize,
    /// Numbers of the pages that have it, each once, in order.
    pages: Vec<u32>,
    occurrences: usize,
    level: Level,
    keys: CauseKeys,
    first: Box<Finding>,
    window: Window,
    /// With the rank of the finding.
    places: Vec<(usize, CausePlace)>,
}

impl Causes {
    /// Adds a page, in order.
    pub fn add_page(&mut self, page: &PageReport) {
        self.pages += 1;
        let path: Arc<str> = Arc::from(page.path.as_str());
        for finding in &page.findings {
            self.add(finding, &path, self.pages, Some(&page.source.text));
        }
    }

    /// Adds the site's findings, after all pages.
    pub fn add_site(&mut self, site: &SiteReport) {
        let mut ranks: HashMap<&str, (u32, Arc<str>)> = HashMap::new();
        for finding in &site.findings {
            let path = finding.path.as_deref().unwrap_or_default();
            // Pages by themselves were counted from 1; these need only differ from each other.
            let rank = u32::MAX - ranks.len() as u32;
            let (rank, path) = ranks.entry(path).or_insert_with(|| (rank, Arc::from(path)));
            let (rank, path) = (*rank, Arc::clone(path));
            self.add(finding, &path, rank, None);
        }
    }

    fn add(&mut self, finding: &Finding, path: &Arc<str>, page: u32, text: Option<&str>) {
        self.order += 1;
        let order = self.order;
        let keys = finding.cause;
        let family = self.families.entry(keys.loose).or_default();
        family.shared |= keys.shared;
        let strict = if keys.shared { keys.loose } else { keys.strict };
        let group = family.groups.entry(strict).or_insert_with(|| {
            let mut first = finding.clone();
            first.path.get_or_insert_with(|| path.to_string());
            Group {
                order,
                pages: Vec::new(),
                occurrences: 0,
                level: finding.level,
                keys,
                first: Box::new(first),
                window: text
                    .map_or_else(Window::default, |text| Window::around(text, finding.span())),
                places: Vec::new(),
            }
        });
        group.occurrences += 1;
        group.level = group.level.max(finding.level);
        if group.pages.last() != Some(&page) {
            group.pages.push(page);
        }
        if group.places.len() < MAX_PLACES {
            let (start, end) = (finding.start, finding.end);
            let path = Arc::clone(path);
            group.places.push((order, CausePlace { path, start, end }));
        }
    }

    /// The causes: the loudest first, then those of most pages.
    pub fn conclude(self) -> Vec<Cause> {
        let pages = self.pages as usize;
        let mut causes = Vec::new();
        for (loose, family) in self.families {
            family.conclude(loose, pages, &mut causes);
        }
        causes.sort_by(|(a_order, a), (b_order, b)| a.loudest_first(b).then(a_order.cmp(b_order)));
        causes.into_iter().map(|(_, cause)| cause).collect()
    }
}

impl Family {
    fn conclude(self, loose: u64, pages: usize, causes: &mut Vec<(usize, Cause)>) {
        let mut groups: Vec<(u64, Group)> = self.groups.into_iter().collect();
        groups.sort_by_key(|(_, group)| group.order);
        if self.shared {
            causes.push(merge(loose, groups.into_iter().map(|g| g.1), true));
            return;
        }
        let (single, several): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|g| g.1.pages.len() == 1);
        for (strict, group) in several {
            causes.push(merge(strict, std::iter::once(group), true));
        }
        let many = single.len() >= MANY && single.len() * 4 >= pages;
        if (many && on_many_pages(&single)) || single.len() > TOO_MANY {
            let alone = single.iter().map(|(strict, _)| *strict).collect();
            let mut cause = merge(loose, single.into_iter().map(|g| g.1), true);
            cause.1.kin.alone = alone;
            causes.push(cause);
        } else {
            for (strict, group) in single {
                causes.push(merge(strict, std::iter::once(group), false));
            }
        }
    }
}

fn on_many_pages(single: &[(u64, Group)]) -> bool {
    let mut pages: Vec<u32> = single
        .iter()
        .flat_map(|g| g.1.pages.iter().copied())
        .collect();
    pages.sort_unstable();
    pages.dedup();
    pages.len() >= MANY
}

/// One cause of some groups, in order. At least one.
fn merge(key: u64, groups: impl Iterator<Item = Group>, several: bool) -> (usize, Cause) {
    let mut groups = groups;
    let mut all = groups.next().expect("a family has a finding");
    for group in groups {
        all.occurrences += group.occurrences;
        all.pages.extend(group.pages);
        all.level = all.level.max(group.level);
        if all.places.len() < MAX_PLACES {
            all.places.extend(group.places);
        }
    }
    all.pages.sort_unstable();
    all.pages.dedup();
    all.places.sort_by_key(|(order, _)| *order);
    all.places.truncate(MAX_PLACES);
    all.first.level = all.level;
    let template = several && (all.keys.shared || all.pages.len() > 1);
    let cause = Cause {
        fingerprint: fingerprint(key),
        kin: Kin {
            together: all.keys.loose,
            alone: Vec::new(),
        },
        first: *all.first,
        window: all.window,
        scope: if template && all.pages.len() > 1 {
            Scope::Template
        } else {
            Scope::Page
        },
        region: all.keys.region,
        pages: all.pages.len(),
        on: all.pages,
        occurrences: all.occurrences,
        variants: 1,
        places: all.places.into_iter().map(|(_, place)| place).collect(),
        origin: None,
        state: State::default(),
    };
    (all.order, cause)
}
