//! Whether a script or a style sheet names something of a page: what does may break when it is renamed or taken away.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::check::SitePage;
use crate::dom::{Document, Element, NodeRef};
use crate::engine::{KnownFiles, SiteFile};

/// What names it, or might.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A script or style sheet in the page.
    Inside,
    /// This file.
    File(String),
    /// This one cannot be read from here.
    Unreadable(String),
}

/// The scripts and style sheets of one or several sites.
#[derive(Debug, Default)]
pub struct Names {
    /// The folder of each page, and that of its site where that was given, by the page's path.
    folders: HashMap<String, (PathBuf, Option<PathBuf>)>,
    /// Those of whole folders given: modules and imported sheets are among them. `Err`: what keeps them from being known.
    all: HashMap<PathBuf, Result<Vec<PathBuf>, PathBuf>>,
    texts: Mutex<HashMap<PathBuf, Option<String>>>,
    answers: Mutex<HashMap<(PathBuf, String), Option<Name>>>,
}

/// Scripts and style sheets of one site that are looked through.
const MOST: usize = 20_000;
/// Larger files are not read.
const MAX_BYTES: u64 = 8 << 20;

impl Names {
    /// Of these pages.
    pub fn new(files: &[SiteFile], site: &KnownFiles) -> Names {
        let mut names = Names::default();
        for SiteFile { path, page, .. } in files {
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            let whole = site.is_whole(page.site);
            let root = root(path, &page.site_path).filter(|_| whole);
            if let Some(root) = &root
                && !names.all.contains_key(root)
            {
                names.all.insert(root.clone(), code_under(root, MOST));
            }
            names.folders.insert(page.path.clone(), (folder, root));
        }
        names
    }

    /// What names `name` for this page; `None` when nothing can.
    pub fn look(&self, name: &str, doc: &Document, page: &SitePage) -> Option<Name> {
        let stem = stem(name);
        if inside(stem, doc) {
            return Some(Name::Inside);
        }
        let known = self.folders.get(&page.path);
        for url in loaded(doc) {
            let path = known.and_then(|(folder, root)| local(&url, folder, root.as_deref()));
            match path.map(|path| (self.holds(&path, stem), path)) {
                // What it loads in its turn is known of a whole site only.
                Some((Some(false), path))
                    if known.is_none_or(|(_, root)| root.is_some())
                        || self.holds(&path, "import") == Some(false) => {}
                Some((Some(false), path)) => return Some(Name::Unreadable(shown(&path))),
                Some((Some(true), path)) => return Some(Name::File(shown(&path))),
                Some((None, _)) | None => return Some(Name::Unreadable(url)),
            }
        }
        // What the scripts of the site load in their turn.
        let root = known?.1.as_ref()?;
        let key = (root.clone(), stem.to_owned());
        let lock = || self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = lock().get(&key) {
            return answer.clone();
        }
        let named = |path: &PathBuf| match self.holds(path, stem) {
            Some(false) => None,
            Some(true) => Some(Name::File(shown(path))),
            None => Some(Name::Unreadable(shown(path))),
        };
        let holder = match self.all.get(root)? {
            Ok(all) => all.iter().find_map(named),
            Err(path) => Some(Name::Unreadable(shown(path))),
        };
        lock().insert(key, holder.clone());
        holder
    }

    /// Whether a file holds the word; `None` when it cannot be read.
    fn holds(&self, path: &Path, word: &str) -> Option<bool> {
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        if !texts.contains_key(path) {
            texts.insert(path.to_owned(), read(path));
        }
        texts.get(path)?.as_ref().map(|text| text.contains(word))
    }
}

/// `tab-12` is often made of `tab-` and a number.
fn stem(name: &str) -> &str {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    if stem.len() < 3 { name } else { stem }
}

fn read(path: &Path) -> Option<String> {
    let about = std::fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > MAX_BYTES {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The folder that the path of a page in its site begins at.
fn root(path: &Path, site_path: &str) -> Option<PathBuf> {
    let depth = Path::new(site_path).components().count();
    if depth == 0 || !path.ends_with(site_path) {
        return None;
    }
    path.ancestors().nth(depth).map(Path::to_owned)
}

/// All scripts and style sheets under a folder.
///
/// # Errors
/// The folder that cannot be read, or that has more than `most`.
fn code_under(root: &Path, most: usize) -> Result<Vec<PathBuf>, PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![if root.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        root.to_owned()
    }];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            return Err(folder);
        };
        for entry in entries {
            let Ok(entry) = entry else {
                return Err(folder);
            };
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(path),
                Ok(_) if is_code(&path) => found.push(path),
                _ => {}
            }
        }
        if found.len() > most {
            return Err(root.to_owned());
        }
    }
    found.sort();
    Ok(found)
}

fn is_code(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str());
    extension.is_some_and(|e| {
        ["js", "mjs", "css"]
            .iter()
            .any(|x| e.eq_ignore_ascii_case(x))
    })
}

/// Whether a script or style sheet written in the page holds the word.
fn inside(word: &str, doc: &Document) -> bool {
    let code = doc
        .elements()
        .filter(|e| e.has_name("script") || e.has_name("style"));
    let mut texts = code.flat_map(|e| e.children().filter_map(NodeRef::as_text));
    texts.any(|text| text.text().contains(word))
        || doc.elements().any(|e| {
            let runs = |name: &str| name.starts_with("on") || name == "style";
            e.attributes()
                .any(|a| runs(a.name()) && a.value().contains(word))
        })
}

/// Addresses of what the page runs or is styled with.
fn loaded(doc: &Document) -> Vec<String> {
    let address = |e: Element<'_>| match e.name() {
        "script" => e.attr("src").or_else(|| e.attr("href")).map(str::to_owned),
        "link" => {
            let code = ["stylesheet", "modulepreload"];
            let is_code = e
                .tokens("rel")
                .any(|rel| code.iter().any(|c| rel.eq_ignore_ascii_case(c)));
            e.attr("href").filter(|_| is_code).map(str::to_owned)
        }
        _ => None,
    };
    doc.elements().filter_map(address).collect()
}

/// The file an address stands for, if it is one of the site's.
fn local(url: &str, folder: &Path, root: Option<&Path>) -> Option<PathBuf> {
    let url = url.trim();
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    if path.is_empty() || path.starts_with("//") || first.contains(':') || path.contains('\\') {
        return None;
    }
    let from = if path.starts_with('/') { root? } else { folder };
    let decoded = crate::spec::url::percent_decode(path);
    Some(from.join(decoded.trim_start_matches('/')))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_looked_through_may_name_it() {
        let site = tempfile::tempdir().unwrap();
        for name in ["a.js", "b/c.css", "b/d.mjs", "e.txt"] {
            let path = site.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "f('menu')").unwrap();
        }
        let all = code_under(site.path(), 3).unwrap();
        assert_eq!(all.len(), 3);
        assert_eq!(code_under(site.path(), 2), Err(site.path().to_owned()));
        let gone = site.path().join("gone");
        assert_eq!(code_under(&gone, 3), Err(gone.clone()));

        let page = SitePage::alone("a.html");
        let source = crate::source::Source::from_text("a.html", "<p id=avis>Un</p>");
        let doc = crate::dom::parse(source);
        let look = |all| {
            let root = site.path().to_owned();
            let folders = [("a.html".to_owned(), (root.clone(), Some(root.clone())))];
            let names = Names {
                folders: folders.into(),
                all: [(root, all)].into(),
                ..Names::default()
            };
            names.look("avis", &doc, &page)
        };
        assert_eq!(look(Ok(all)), None);
        let unknown = Name::Unreadable(shown(&gone));
        assert_eq!(look(Err(gone)), Some(unknown));
    }
}
