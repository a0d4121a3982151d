//! Findings that are the same on many pages: one, with the first pages it is met on.

use std::collections::BTreeMap;

use super::context::Context;
use super::files::SitePage;
use super::site::SiteContext;

/// Pages named by one finding; more are only counted.
pub const PAGES_SHOWN: usize = 21;

/// One thing met on one page or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<K> {
    /// What was met.
    pub key: K,
    /// The first pages, by index, [`PAGES_SHOWN`] at most.
    pub pages: Vec<usize>,
    /// How many pages there are.
    pub count: usize,
}

/// Gathers pairs (what, page index), in order of first page.
pub fn groups<K: Ord + Copy>(mut met: Vec<(K, u32)>) -> Vec<Group<K>> {
    met.sort_unstable();
    met.dedup();
    let mut groups: Vec<Group<K>> = met
        .chunk_by(|a, b| a.0 == b.0)
        .map(|chunk| Group {
            key: chunk[0].0,
            pages: chunk
                .iter()
                .take(PAGES_SHOWN)
                .map(|pair| pair.1 as usize)
                .collect(),
            count: chunk.len(),
        })
        .collect();
    groups.sort_by_key(|group| group.pages[0]);
    groups
}

/// Gathers what was kept of pages by site, in the order of the pages.
pub fn each_site<F>(
    facts: Vec<(usize, F)>,
    site: impl Fn(&F) -> u32,
) -> impl Iterator<Item = Vec<(usize, F)>> {
    let mut sites: BTreeMap<u32, Vec<(usize, F)>> = BTreeMap::new();
    for (page, fact) in facts {
        sites.entry(site(&fact)).or_default().push((page, fact));
    }
    sites.into_values()
}

impl SiteContext<'_> {
    /// Looks again at the pages of groups: `look` is told what is wanted of a page and says where it is, once each. What comes back
    /// goes with the groups, in the order of their pages; what is not there any more is left out.
    pub fn look_again<K: Ord + Copy + Send + Sync, T: Send + Sync>(
        &self,
        groups: &[Group<K>],
        look: impl Fn(&SitePage, &Context<'_>, &[K]) -> Vec<(K, T)> + Sync,
    ) -> Vec<Vec<(usize, T)>> {
        let mut wanted: BTreeMap<usize, Vec<K>> = BTreeMap::new();
        for group in groups {
            for &page in &group.pages {
                wanted.entry(page).or_default().push(group.key);
            }
        }
        let pages: Vec<usize> = wanted.keys().copied().collect();
        let keys: Vec<Vec<K>> = wanted
            .into_values()
            .map(|mut keys| {
                keys.sort_unstable();
                keys
            })
            .collect();
        let answers = self.reopen(&pages, |rank, page, cx| look(page, cx, &keys[rank]));
        let mut found: BTreeMap<(K, usize), T> = BTreeMap::new();
        for (page, answer) in pages.into_iter().zip(answers) {
            for (key, place) in answer.into_iter().flatten() {
                found.entry((key, page)).or_insert(place);
            }
        }
        let mut take = |group: &Group<K>| {
            let pages = group.pages.iter();
            pages
                .filter_map(|&page| Some((page, found.remove(&(group.key, page))?)))
                .collect()
        };
        groups.iter().map(&mut take).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gathered_in_order_of_first_page() {
        let all = groups(vec![('b', 1), ('a', 2), ('b', 0), ('b', 1), ('c', 0)]);
        let seen: Vec<_> = all.iter().map(|g| (g.key, &g.pages[..], g.count)).collect();
        assert_eq!(
            seen,
            [('b', &[0, 1][..], 2), ('c', &[0], 1), ('a', &[2], 1)]
        );
        let many = groups((0..50).map(|page| ('a', page)).collect());
        assert_eq!((many[0].pages.len(), many[0].count), (PAGES_SHOWN, 50));
    }
}
