//! Where a page's references lead among the files of the site.
//!
//! No network, no file is opened: only names are compared. A reference leads to a file when a common static server would serve one:
//! the file itself, `page.html` for `/page`, `page/index.html` for `/page/`.

use std::borrow::Cow;
use std::collections::HashMap;

use super::files::{Entry, INDEX, SiteFiles, SitePage};
use crate::dom::Document;
use crate::spec::{links, url};

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination<'f> {
    /// Out of the files given: another host, another scheme, above the root, outside the base.
    Elsewhere,
    /// A file of the site, by its path.
    File(&'f str),
    /// A folder without an index page.
    Folder(Box<str>),
    /// No file, under any of the names a server would try.
    Missing(Box<str>),
}

/// A reference, followed.
#[derive(Clone, Debug)]
pub struct Followed<'f> {
    /// Where it leads.
    pub to: Destination<'f>,
    /// Whether it names its place from the host's root: it then depends on where the site is served.
    pub absolute: bool,
}

/// Follows the references of one page.
pub struct Resolver<'a> {
    files: &'a dyn SiteFiles,
    page: &'a SitePage,
    /// The folder relative references start from; `None` when `base` sends them to another site.
    folder: Option<String>,
    /// The path an empty reference leads to, when `base` changes it.
    base_path: Option<String>,
    /// `base` names its place from the host's root.
    base_absolute: bool,
    seen: HashMap<&'a str, Followed<'a>>,
    path: String,
}

impl<'a> Resolver<'a> {
    /// Reads the page's `base` element.
    pub fn new(doc: &'a Document, page: &'a SitePage, files: &'a dyn SiteFiles) -> Resolver<'a> {
        let mut resolver = Resolver {
            files,
            page,
            folder: Some(folder_of(&page.site_path).to_owned()),
            base_path: None,
            base_absolute: false,
            seen: HashMap::new(),
            path: String::new(),
        };
        let base = doc
            .head()
            .and_then(|head| {
                head.child_elements()
                    .find(|e| e.is("base") && e.has_attr("href"))
            })
            .and_then(|e| e.attr("href"));
        if let Some(base) = base {
            let base = url::clean(base).into_owned();
            let reference = url::split(&base);
            resolver.base_absolute = reference.origin.is_some() || reference.path.starts_with('/');
            if resolver.reach(reference.origin, reference.path).is_some() {
                let path = std::mem::take(&mut resolver.path);
                resolver.folder = Some(folder_of(&path).to_owned());
                resolver.base_path = Some(path);
            } else {
                resolver.folder = None;
            }
        }
        resolver
    }

    /// Where a reference leads, its query and fragment set aside. `None`: to this very page, or it says nothing.
    pub fn follow(&mut self, reference: &'a str) -> Option<&Followed<'a>> {
        let bare = &reference[..reference.find(['#', '?']).unwrap_or(reference.len())];
        if bare.trim_ascii().is_empty() && self.folder.is_some() && self.base_path.is_none() {
            return None;
        }
        if !self.seen.contains_key(bare) {
            let followed = self.follow_new(bare);
            self.seen.insert(bare, followed);
        }
        self.seen.get(bare)
    }

    fn follow_new(&mut self, bare: &str) -> Followed<'a> {
        let bare: Cow<'_, str> = url::clean(bare);
        let reference = url::split(&bare);
        let relative = reference.origin.is_none() && !reference.path.starts_with(['/', '\\']);
        let absolute = !relative || self.base_absolute;
        let to = match self.reach(reference.origin, reference.path) {
            None => Destination::Elsewhere,
            Some(()) => self.find(),
        };
        Followed { to, absolute }
    }

    /// Writes the site path that a reference leads to; `None` when that is out of the site.
    fn reach(&mut self, origin: Option<&str>, path: &str) -> Option<()> {
        if let Some(origin) = origin {
            let host = links::host(origin)?;
            if !self
                .files
                .base()
                .host
                .as_deref()?
                .eq_ignore_ascii_case(host)
            {
                return None;
            }
        }
        if origin.is_none() && path.is_empty() {
            let base = self.base_path.as_deref().unwrap_or(&self.page.site_path);
            self.path.clear();
            self.path.push_str(base);
            return self.folder.is_some().then_some(());
        }
        let folder = self.folder.as_deref()?;
        if !url::follow(folder, path, &mut self.path) {
            return None;
        }
        if origin.is_some() || path.starts_with(['/', '\\']) {
            let base = self.files.base().path.as_str();
            if !base.is_empty() {
                let rest = self.path.strip_prefix(base)?;
                let rest = match rest.strip_prefix('/') {
                    Some(rest) => rest.len(),
                    None if rest.is_empty() => 0,
                    None => return None,
                };
                self.path.drain(..self.path.len() - rest);
            }
        }
        Some(())
    }

    /// What a server finds at `self.path`.
    fn find(&mut self) -> Destination<'a> {
        let (files, site) = (self.files, self.page.site);
        let folder = self.path.is_empty() || self.path.ends_with('/');
        let bare = self.path.trim_end_matches('/').len();
        let mut unknown = false;
        let mut is_folder = false;
        if !folder || bare > 0 {
            match files.find(site, &self.path[..bare]) {
                Entry::File(path) if !folder => return Destination::File(path),
                Entry::Unknown => unknown = true,
                Entry::Folder => is_folder = true,
                _ => {}
            }
        }
        // Servers of static sites also answer `/page` and `/page/` by page.html, or by what was compressed beforehand.
        let named = ["html", "htm", "gz", "br"];
        let mut attempt = |tail: &[&str]| {
            self.path.truncate(bare);
            for part in tail {
                self.path.push_str(part);
            }
            match files.find(site, &self.path) {
                Entry::File(path) => Some(Destination::File(path)),
                Entry::Unknown => {
                    unknown = true;
                    None
                }
                _ => None,
            }
        };
        let found = INDEX
            .iter()
            .find_map(|index| match bare {
                0 => attempt(&[index]),
                _ => attempt(&["/", index]),
            })
            .or_else(|| {
                (bare > 0)
                    .then(|| named.iter().find_map(|ext| attempt(&[".", ext])))
                    .flatten()
            });
        self.path.truncate(bare);
        match found {
            Some(found) => found,
            None if unknown => Destination::Elsewhere,
            None if is_folder || bare == 0 => Destination::Folder(self.path.as_str().into()),
            None => {
                if folder {
                    self.path.push('/');
                }
                Destination::Missing(self.path.as_str().into())
            }
        }
    }
}

/// A path's folder, with its final `/`; empty for the root.
fn folder_of(path: &str) -> &str {
    &path[..path.rfind('/').map_or(0, |i| i + 1)]
}
