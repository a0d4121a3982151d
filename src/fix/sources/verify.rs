//! Whether the changes of the sources come to what was tried on the pages, and to nothing else.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};

use aho_corasick::AhoCorasick;
use rayon::ThreadPool;
use rayon::prelude::*;

use super::{Edit, HashSet, Made, Needle, Plan, Why, place};
use crate::check::SiteFiles;
use crate::engine::{Engine, SiteFile};
use crate::fix;

/// Bytes of all that is looked for in all pages.
const MOST: usize = 2_000_000;
/// Times that pages which keep only some of their changes are tried.
const ROUNDS: usize = 5;

impl Plan {
    /// Drops the changes that are not the same everywhere. `files`: all pages of the run, of which those of this site are `mine`.
    pub fn verify(
        &mut self,
        pool: &ThreadPool,
        engine: &Engine,
        known: &dyn SiteFiles,
        files: &[SiteFile],
        mine: &[usize],
    ) {
        for rank in 0..self.changes.len() {
            let change = &self.changes[rank];
            // Something of this one page has a part in it, or the others would have it.
            if change.shared && change.pages == 1 && self.all > 1 {
                self.refuse(rank, Why::Likely);
            }
        }
        for rank in place::meeting(&self.changes) {
            self.refuse(rank, Why::Different);
        }
        self.exact();
        self.everywhere(pool, engine, files, mine);
        self.without_the_others(pool, engine, known, files);
    }

    /// Files that are written in UTF-8 only.
    fn exact(&mut self) {
        let mut exact: HashMap<u32, bool> = HashMap::new();
        for rank in 0..self.changes.len() {
            let files: BTreeSet<u32> = self.changes[rank].edits.iter().map(|e| e.file).collect();
            for file in files {
                let is_exact = *exact.entry(file).or_insert_with(|| {
                    self.sources.text(file).is_some_and(|(path, text)| {
                        std::fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
                    })
                });
                if !is_exact {
                    self.refuse(rank, Why::Unwritable);
                }
            }
        }
    }

    /// Wherever the letters stand that are changed, the change was made to the page.
    fn everywhere(
        &mut self,
        pool: &ThreadPool,
        engine: &Engine,
        files: &[SiteFile],
        mine: &[usize],
    ) {
        let mut needles: Vec<(usize, &Needle)> = Vec::new();
        let mut bytes = 0;
        let mut too_many = Vec::new();
        for (rank, change) in self.changes.iter().enumerate() {
            if change.refused.is_some() {
                continue;
            }
            bytes += change.needles.iter().map(|n| n.text.len()).sum::<usize>();
            if bytes > MOST {
                too_many.push(rank);
            } else {
                needles.extend(change.needles.iter().map(|needle| (rank, needle)));
            }
        }
        let Ok(search) = AhoCorasick::new(needles.iter().map(|(_, n)| &n.text)) else {
            (0..self.changes.len()).for_each(|rank| self.refuse(rank, Why::Elsewhere));
            return;
        };
        let elsewhere: Vec<AtomicBool> = needles.iter().map(|_| AtomicBool::new(false)).collect();
        let pages: HashMap<usize, &[(Made, Option<usize>)]> =
            self.pages.iter().map(|p| (p.rank, &*p.made)).collect();
        let look = |rank: &usize| {
            let Ok(source) = engine.read(&files[*rank]) else {
                return;
            };
            let made = pages.get(rank).copied().unwrap_or_default();
            let made: HashSet<(usize, usize, &str)> = made
                .iter()
                .flat_map(|(made, _)| &made.edits)
                .map(|e: &Edit| (e.span.start as usize, e.span.end as usize, &*e.text))
                .collect();
            for found in search.find_overlapping_iter(&source.text) {
                let nth = found.pattern().as_usize();
                let needle = needles[nth].1;
                let start = found.start() + needle.lead;
                if !made.contains(&(start, start + needle.len, &*needle.new)) {
                    elsewhere[nth].store(true, Ordering::Relaxed);
                }
            }
        };
        pool.install(|| mine.par_iter().with_max_len(1).for_each(look));
        let refused = needles.iter().zip(&elsewhere);
        let refused = refused.filter(|(_, elsewhere)| elsewhere.load(Ordering::Relaxed));
        let refused: Vec<usize> = refused.map(|((rank, _), _)| *rank).collect();
        for rank in refused.into_iter().chain(too_many) {
            self.refuse(rank, Why::Elsewhere);
        }
    }

    /// On pages that keep only some of their changes these do good by themselves.
    fn without_the_others(
        &mut self,
        pool: &ThreadPool,
        engine: &Engine,
        known: &dyn SiteFiles,
        files: &[SiteFile],
    ) {
        let mut tried: HashSet<(usize, Vec<usize>)> = HashSet::new();
        for _ in 0..ROUNDS {
            let mut partial: Vec<(usize, Vec<usize>)> = Vec::new();
            for (nth, page) in self.pages.iter().enumerate() {
                let kept = |(_, change): &(Made, Option<usize>)| {
                    change.is_some_and(|rank| self.changes[rank].refused.is_none())
                };
                let all = 0..page.made.len();
                let some: Vec<usize> = all.filter(|n| kept(&page.made[*n])).collect();
                if !some.is_empty() && some.len() < page.made.len() {
                    partial.push((nth, some));
                }
            }
            partial.retain(|some| tried.insert(some.clone()));
            if partial.is_empty() {
                return;
            }
            let pages = &self.pages;
            let fails = |(nth, some): &&(usize, Vec<usize>)| {
                let page = &pages[*nth];
                let made: Vec<&Made> = some.iter().map(|n| &page.made[*n].0).collect();
                let file = &files[page.rank];
                !engine
                    .read(file)
                    .is_ok_and(|source| fix::holds(engine, &source, &file.page, known, &made))
            };
            let partly = partial.par_iter().with_max_len(1);
            let failed: Vec<_> = pool.install(|| partly.filter(fails).collect());
            let of_page = |(nth, some): &&(usize, Vec<usize>)| {
                let made = &self.pages[*nth].made;
                some.iter().filter_map(|n| made[*n].1).collect::<Vec<_>>()
            };
            let refused: BTreeSet<usize> = failed.iter().flat_map(of_page).collect();
            if refused.is_empty() {
                return;
            }
            refused
                .into_iter()
                .for_each(|rank| self.refuse(rank, Why::Alone));
        }
        (0..self.changes.len()).for_each(|rank| self.refuse(rank, Why::Alone));
    }
}
