//! From the paths given to the pages to audit.

use std::collections::HashSet;
use std::io::ErrorKind::{NotFound, Other};
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;

use crate::check::{SiteFiles, SitePage};

/// A page to audit.
#[derive(Clone, Debug)]
pub struct SiteFile {
    /// Where to read it.
    pub path: PathBuf,
    /// Its bytes, when they are read already (standard input).
    pub bytes: Option<Vec<u8>>,
    /// How it is reported, and where it is in its site.
    pub page: SitePage,
}

/// A path that could not be used; the rest of the run goes on.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The path as given or met.
    pub path: String,
    /// What kind.
    pub kind: ProblemKind,
}

/// Why a path could not be used.
#[derive(Clone, Debug)]
pub enum ProblemKind {
    /// What the system answered, and its own words.
    Io(std::io::ErrorKind, String),
    /// A folder without a page.
    NoPage,
    /// A pipe, a device, a socket.
    NotAFile,
    /// Larger than the limit, in bytes.
    TooLarge(u64),
}

impl From<&std::io::Error> for ProblemKind {
    fn from(error: &std::io::Error) -> ProblemKind {
        ProblemKind::Io(error.kind(), error.to_string())
    }
}

/// What there is to audit.
#[derive(Debug, Default)]
pub struct Discovered {
    /// Pages, in report order: as given, each folder in byte order of its paths.
    pub files: Vec<SiteFile>,
    /// Every file of the folders given, by path from its folder: what links may point at.
    pub site: KnownFiles,
    /// What could not be used.
    pub problems: Vec<Problem>,
    /// Pages are taken once, even when named twice.
    taken: HashSet<PathBuf>,
}

/// The files of a built site.
#[derive(Debug, Default)]
pub struct KnownFiles {
    paths: HashSet<String>,
    base: String,
}

impl KnownFiles {
    /// Whether a folder was given, so that missing files can be told.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// Sets the path the site is served under (`/blog`), without its ending `/`.
    pub fn set_base(&mut self, base: &str) {
        self.base = base.trim_end_matches('/').to_owned();
    }
}

impl SiteFiles for KnownFiles {
    fn exists(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    fn base(&self) -> &str {
        &self.base
    }
}

/// Whether a file name is a page's.
fn is_page(path: &Path) -> bool {
    path.extension().and_then(|e| e.to_str()).is_some_and(|e| {
        ["html", "htm", "xhtml"]
            .iter()
            .any(|x| e.eq_ignore_ascii_case(x))
    })
}

fn shown(path: &Path) -> String {
    let shown = path.to_string_lossy();
    let shown = if std::path::MAIN_SEPARATOR == '/' {
        shown.into_owned()
    } else {
        shown.replace(std::path::MAIN_SEPARATOR, "/")
    };
    shown.strip_prefix("./").unwrap_or(&shown).to_owned()
}

/// Finds the pages under the paths given: a file is taken whatever its name, a folder is searched for `*.html`, `*.htm` and
/// `*.xhtml`, `.gitignore` not obeyed (built sites are ignored by git). `root`: where the site's own `/` is, when it is not the
/// folder given. Never reads from pipes or devices; a symbolic link that leads back up is left out.
pub fn discover(paths: &[PathBuf], root: Option<&Path>) -> Discovered {
    let mut found = Discovered::default();
    for path in paths {
        match std::fs::metadata(path) {
            Err(e) => found.problem(path, (&e).into()),
            Ok(m) if m.is_dir() => found.folder(path, root.unwrap_or(path)),
            Ok(m) if m.is_file() => {
                let site_path = path
                    .strip_prefix(root.unwrap_or(Path::new("")))
                    .map_or_else(|_| shown(path), shown);
                found.file(path, site_path);
            }
            Ok(_) => found.problem(path, ProblemKind::NotAFile),
        }
    }
    if let Some(root) = root
        && !paths.iter().any(|p| p == root)
    {
        found.remember(root);
    }
    found
}

impl Discovered {
    fn problem(&mut self, path: &Path, kind: ProblemKind) {
        self.problems.push(Problem {
            path: shown(path),
            kind,
        });
    }

    fn file(&mut self, path: &Path, site_path: String) {
        let plain = (path.components())
            .filter(|c| *c != Component::CurDir)
            .collect();
        if !self.taken.insert(plain) {
            return;
        }
        self.files.push(SiteFile {
            path: path.to_owned(),
            bytes: None,
            page: SitePage {
                path: shown(path),
                site_path,
            },
        });
    }

    fn folder(&mut self, folder: &Path, root: &Path) {
        let mut pages = 0;
        for entry in walk(folder) {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                    let path = entry.path();
                    let site_path = path.strip_prefix(root).map_or_else(|_| shown(path), shown);
                    if is_page(path) {
                        pages += 1;
                        self.file(path, site_path.clone());
                    }
                    self.site.paths.insert(site_path);
                }
                Ok(_) => {}
                Err(e) if is_loop(&e) => {}
                Err(e) => {
                    let path = path_of(&e).unwrap_or_else(|| folder.to_owned());
                    let kind = match e.io_error() {
                        // A link to nowhere that is no page is nothing to audit.
                        Some(io) if io.kind() == NotFound && !is_page(&path) => continue,
                        Some(io) => io.into(),
                        None => ProblemKind::Io(Other, e.to_string()),
                    };
                    self.problem(&path, kind);
                }
            }
        }
        if pages == 0 {
            self.problem(folder, ProblemKind::NoPage);
        }
    }

    /// Only learns which files there are.
    fn remember(&mut self, root: &Path) {
        for entry in walk(root).flatten() {
            if entry.file_type().is_some_and(|t| t.is_file())
                && let Ok(path) = entry.path().strip_prefix(root)
            {
                self.site.paths.insert(shown(path));
            }
        }
    }
}

fn walk(folder: &Path) -> ignore::Walk {
    WalkBuilder::new(folder)
        .standard_filters(false)
        .follow_links(true)
        .sort_by_file_name(std::ffi::OsStr::cmp)
        .build()
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => is_loop(err),
        _ => false,
    }
}

fn path_of(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path.clone()),
        ignore::Error::WithDepth { err, .. } => path_of(err),
        _ => None,
    }
}
