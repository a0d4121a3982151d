//! From the paths given to the pages to audit.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::files::{KnownFiles, Site};
use super::walk::{Walked, walk};
use crate::check::SitePage;

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
}

/// Whether a file name is a page's.
pub(super) fn is_page(path: &Path) -> bool {
    path.extension().and_then(|e| e.to_str()).is_some_and(|e| {
        ["html", "htm", "xhtml"]
            .iter()
            .any(|x| e.eq_ignore_ascii_case(x))
    })
}

/// A path as people read it.
pub(super) fn shown(path: &Path) -> String {
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
/// folder given. A page given twice is taken once.
pub fn discover(paths: &[PathBuf], root: Option<&Path>) -> Discovered {
    let mut discovery = Discovery::default();
    let given: Vec<Given> = paths.iter().map(|path| Given::new(path)).collect();
    if let Some(root) = root {
        match root.canonicalize() {
            Ok(canonical) => discovery.roots.push((canonical, root.to_owned())),
            Err(e) => discovery.found.problem(root, (&e).into()),
        }
    }
    // The outermost folders are the sites; folders inside another one are parts of it.
    let mut folders: Vec<&Given> = given
        .iter()
        .filter(|g| matches!(g.kind, Kind::Folder))
        .collect();
    folders.sort_by_key(|g| g.canonical.components().count());
    for folder in folders {
        if discovery.site_of(&folder.canonical).is_none() {
            let root = (folder.canonical.clone(), folder.path.to_owned());
            discovery.roots.push(root);
        }
    }
    for (_, root) in &discovery.roots {
        let mut walked = walk(root);
        discovery
            .found
            .site
            .sites
            .push(std::mem::take(&mut walked.site));
        discovery.walked.push(walked);
    }
    // Files given alone: nothing is known around them.
    discovery.found.site.sites.push(Site::default());
    for given in &given {
        discovery.take(given);
    }
    discovery.found
}

/// A path given, looked at.
struct Given<'a> {
    path: &'a Path,
    canonical: PathBuf,
    kind: Kind,
}

enum Kind {
    Folder,
    File,
    Unusable(ProblemKind),
}

impl<'a> Given<'a> {
    fn new(path: &'a Path) -> Given<'a> {
        let looked = path
            .metadata()
            .and_then(|m| Ok((path.canonicalize()?, m.file_type())));
        let (canonical, kind) = match looked {
            Ok((canonical, t)) if t.is_dir() => (canonical, Kind::Folder),
            Ok((canonical, t)) if t.is_file() => (canonical, Kind::File),
            Ok(_) => (PathBuf::new(), Kind::Unusable(ProblemKind::NotAFile)),
            Err(e) => (PathBuf::new(), Kind::Unusable((&e).into())),
        };
        Given {
            path,
            canonical,
            kind,
        }
    }
}

#[derive(Default)]
struct Discovery {
    found: Discovered,
    /// The root of each site: canonical, and as given.
    roots: Vec<(PathBuf, PathBuf)>,
    walked: Vec<Walked>,
    seen: HashSet<(u32, PathBuf)>,
}

impl Discovery {
    /// The site a path is in, and the path from its root.
    fn site_of<'p>(&self, canonical: &'p Path) -> Option<(usize, &'p Path)> {
        self.roots
            .iter()
            .enumerate()
            .find_map(|(i, (root, _))| Some((i, canonical.strip_prefix(root).ok()?)))
    }

    fn take(&mut self, given: &Given<'_>) {
        match &given.kind {
            Kind::Unusable(kind) => self.found.problem(given.path, kind.clone()),
            Kind::File => {
                let (site, inside) = self.site_of(&given.canonical).map_or(
                    (self.roots.len(), given.canonical.clone()),
                    |(site, inside)| (site, inside.to_owned()),
                );
                self.file(given.path.to_owned(), site, inside);
            }
            Kind::Folder => self.folder(given),
        }
    }

    fn folder(&mut self, given: &Given<'_>) {
        let Some((site, inside)) = self.site_of(&given.canonical) else {
            return;
        };
        let inside = inside.to_owned();
        let walked = &mut self.walked[site];
        // Each folder is in one site and mostly given once: its pages are moved out.
        let (here, elsewhere): (Vec<PathBuf>, Vec<PathBuf>) = std::mem::take(&mut walked.pages)
            .into_iter()
            .partition(|page| page.starts_with(&inside));
        walked.pages = elsewhere;
        let (problems, others) = std::mem::take(&mut walked.problems)
            .into_iter()
            .partition(|(path, _)| path.starts_with(&inside));
        walked.problems = others;
        let empty = here.is_empty()
            && !self
                .seen
                .iter()
                .any(|(s, p)| *s == site as u32 && p.starts_with(&inside));
        let path = |from_root: &Path| match from_root.strip_prefix(&inside) {
            Ok(rest) if !rest.as_os_str().is_empty() => given.path.join(rest),
            _ => given.path.to_owned(),
        };
        for (problem, kind) in problems {
            self.found.problem(&path(&problem), kind);
        }
        for page in here {
            self.file(path(&page), site, page);
        }
        if empty {
            self.found.problem(given.path, ProblemKind::NoPage);
        }
    }

    fn file(&mut self, path: PathBuf, site: usize, inside: PathBuf) {
        let page = SitePage {
            path: shown(&path),
            site_path: shown(inside.strip_prefix("/").unwrap_or(&inside)),
            site: site as u32,
        };
        if self.seen.insert((site as u32, inside)) {
            self.found.files.push(SiteFile {
                path,
                bytes: None,
                page,
            });
        }
    }
}

impl Discovered {
    fn problem(&mut self, path: &Path, kind: ProblemKind) {
        self.problems.push(Problem {
            path: shown(path),
            kind,
        });
    }
}
