//! Which files the built sites hold, known once before the pages are read.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::check::{Base, Entry, SiteFiles};

/// The files of the sites given.
#[derive(Debug, Default)]
pub struct KnownFiles {
    pub(super) sites: Vec<Site>,
    base: Base,
}

/// The files of one site. Paths have `/` separators, and begin at its root.
#[derive(Debug, Default)]
pub(super) struct Site {
    pub files: HashSet<Box<str>>,
    pub folders: HashSet<Box<str>>,
    /// Symbolic links to folders that are known under another path: from, to.
    pub aliases: HashMap<String, String>,
    /// Folders that could not be read, links that lead nowhere here.
    pub unknown: HashSet<String>,
    /// A whole folder was given: what is not in it is missing.
    pub whole: bool,
}

/// Symbolic links followed for one path, as many as Linux allows.
const MAX_LINKS: usize = 40;

impl KnownFiles {
    /// Whether all files of a site are known: its folder was given.
    pub fn is_whole(&self, site: u32) -> bool {
        self.sites.get(site as usize).is_some_and(|site| site.whole)
    }

    /// Declares where the site is served: a path (`/blog`) or an address (`https://example.org/blog/`).
    pub fn set_base(&mut self, base: &str) {
        self.base = Base::parse(base);
    }
}

impl Site {
    /// The path without its first link between folders of the site, when there is one.
    fn follow_alias(&self, path: &str) -> Option<String> {
        if self.aliases.is_empty() {
            return None;
        }
        prefixes(path).find_map(|(folder, rest)| {
            let to = self.aliases.get(folder)?;
            Some(match (to.is_empty(), rest.is_empty()) {
                (true, _) => rest.to_owned(),
                (false, true) => to.clone(),
                (false, false) => format!("{to}/{rest}"),
            })
        })
    }

    fn is_unknown(&self, path: &str) -> bool {
        !self.unknown.is_empty() && prefixes(path).any(|(folder, _)| self.unknown.contains(folder))
    }

    fn find(&self, path: &str) -> Entry<'_> {
        let mut path = Cow::Borrowed(path);
        for _ in 0..MAX_LINKS {
            if let Some(file) = self.files.get(&*path) {
                return Entry::File(file);
            }
            if path.is_empty() || self.folders.contains(&*path) {
                return Entry::Folder;
            }
            match self.follow_alias(&path) {
                Some(target) => path = Cow::Owned(target),
                None => break,
            }
        }
        if self.whole && !self.is_unknown(&path) {
            Entry::Missing
        } else {
            Entry::Unknown
        }
    }
}

/// The folders a path goes through, each with what is left of the path; the path itself last.
fn prefixes(path: &str) -> impl Iterator<Item = (&str, &str)> {
    path.match_indices('/')
        .map(|(i, _)| (&path[..i], &path[i + 1..]))
        .chain(std::iter::once((path, "")))
}

impl SiteFiles for KnownFiles {
    fn find(&self, site: u32, path: &str) -> Entry<'_> {
        self.sites
            .get(site as usize)
            .map_or(Entry::Unknown, |site| site.find(path))
    }

    fn other_case(&self, site: u32, path: &str) -> Option<String> {
        let lower = path.to_lowercase();
        let site = self.sites.get(site as usize)?;
        site.files
            .iter()
            .chain(&site.folders)
            .filter(|known| known.len() == path.len() && known.to_lowercase() == lower)
            // The set has no order of its own.
            .min()
            .map(|known| known.to_string())
    }

    fn base(&self) -> &Base {
        &self.base
    }
}
