//! A run beside its baseline.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use clap::ArgMatches;

use super::Failure;
use super::problem::io_said;
use super::way::{folder_of, way};
use crate::baseline::{self, Baseline, Day, Looked};
use crate::config::{Config, ConfigError, ConfigErrors};
use crate::engine::{Discovered, Engine, Run};
use crate::report::visible;
use crate::text::Lang;

/// A baseline and where it is.
pub struct Beside {
    pub baseline: Baseline,
    pub path: PathBuf,
}

impl Beside {
    /// The one of the arguments or the configuration, if any.
    pub fn open(
        matches: &ArgMatches,
        config: &Config,
        lang: Lang,
    ) -> Result<Option<Beside>, Failure> {
        let named = matches.get_one::<PathBuf>("baseline");
        match named.or(config.baseline.as_ref()) {
            Some(path) => Beside::read(path, lang).map(Some),
            None => Ok(None),
        }
    }

    /// Reads a file.
    pub fn read(path: &Path, lang: Lang) -> Result<Beside, Failure> {
        let shown = path.to_string_lossy();
        let text = std::fs::read_to_string(path).map_err(|e| {
            let (path, said) = (visible(&shown), io_said(&e, lang));
            let missing = e.kind() == std::io::ErrorKind::NotFound;
            match lang {
                Lang::Fr if missing => format!(
                    "état de référence « {path} » introuvable ; pour l’écrire : vigie baseline create {path} DOSSIER"
                ),
                Lang::Fr => format!("état de référence « {path} » illisible, {said}"),
                Lang::En if missing => format!(
                    "there is no baseline \"{path}\"; to write it: vigie baseline create {path} FOLDER"
                ),
                Lang::En => format!("cannot read the baseline \"{path}\", {said}"),
            }
        })?;
        let baseline = baseline::parse(&text, lang).map_err(|mistake| {
            Failure::Config(ConfigErrors {
                path: shown.clone().into_owned(),
                text: text.clone(),
                errors: vec![ConfigError {
                    span: mistake.span,
                    message: mistake.message,
                    help: None,
                }],
                lang,
            })
        })?;
        Ok(Beside {
            baseline,
            path: path.to_owned(),
        })
    }

    /// Says of each cause of a run whether it is known, and in the summary what is new, known and fixed.
    pub fn judge(&self, run: &mut Run, found: &Discovered, engine: &Engine, paths: &[PathBuf]) {
        let pages = audited(found, run);
        let everything =
            self.is_covered(paths) && found.problems.is_empty() && run.problems.is_empty();
        let judged = looked(&pages, everything, engine, |looked| {
            self.baseline.judge(&mut run.causes, looked)
        });
        run.summary.baseline = Some(judged);
    }

    /// Whether these paths hold all that the baseline was made of.
    pub fn is_covered(&self, paths: &[PathBuf]) -> bool {
        let folder = real_folder_of(&self.path);
        let paths: Vec<PathBuf> = paths.iter().filter_map(|p| p.canonicalize().ok()).collect();
        let mut recorded = self.baseline.audited.iter().peekable();
        recorded.peek().is_some()
            && recorded.all(|recorded| {
                let recorded = normal(&folder.join(recorded));
                paths.iter().any(|path| recorded.starts_with(path))
            })
    }

    /// The paths it was made of, from the working directory.
    pub fn paths(&self) -> Vec<PathBuf> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let recorded = self.baseline.audited.iter();
        recorded.map(|path| folder.join(path)).collect()
    }

    /// Remembers the paths of a run: in place of those before if it holds them all, else beside them.
    pub fn remember(&mut self, paths: &[PathBuf]) {
        if self.is_covered(paths) {
            self.baseline.audited.clear();
        }
        let folder = real_folder_of(&self.path);
        let new = paths.iter().filter_map(|path| from(&folder, path));
        self.baseline.audited.extend(new);
        self.baseline.audited.sort();
        self.baseline.audited.dedup();
    }
}

/// The paths of the pages that were read.
pub fn audited<'f>(found: &'f Discovered, run: &Run) -> HashSet<&'f str> {
    let unread: HashSet<&str> = run.problems.iter().map(|p| p.path.as_str()).collect();
    let pages = found.files.iter().map(|f| f.page.path.as_str());
    pages.filter(|path| !unread.contains(path)).collect()
}

/// Calls `then` with what a run looked at.
pub fn looked<T>(
    pages: &HashSet<&str>,
    everything: bool,
    engine: &Engine,
    then: impl FnOnce(&Looked<'_>) -> T,
) -> T {
    let today = engine.settings().options.today;
    then(&Looked {
        everything,
        page: &|path| pages.contains(path),
        check: &|id| engine.shows(id),
        today: today.and_then(|(year, month, day)| Day::new(year, month, day)),
    })
}

/// The folder a file is or is to be in, as the system knows it.
fn real_folder_of(path: &Path) -> PathBuf {
    let folder = folder_of(path);
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// Without `.` and `..`, as far as the path alone tells.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// The way from a folder to a path that is there, `/` separators.
fn from(folder: &Path, path: &Path) -> Option<String> {
    let path = path.canonicalize().ok()?;
    let (up, down) = way(folder, &path)?;
    let up = std::iter::repeat_n("..".to_owned(), up);
    let down = down.map(|name| name.to_string_lossy().into_owned());
    let way: Vec<String> = up.chain(down).collect();
    Some(if way.is_empty() {
        ".".to_owned()
    } else {
        way.join("/")
    })
}
