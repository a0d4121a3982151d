//! `vigie.toml`: what a project says once and for all.

mod elements;
mod error;
mod fix;
mod globs;
mod ignores;
mod keys;
mod pages;
mod read;
mod selectors;

use std::path::{Path, PathBuf};

pub use error::{ConfigError, ConfigErrors};
pub use fix::{is_language, not_a_language};
pub use keys::schema;

use crate::check::{DeclaredElements, DeclaredPages, Level};
use crate::engine::{Ignore, Preset, Selector};
use crate::text::Lang;

/// The name of the file.
pub const FILE_NAME: &str = "vigie.toml";

/// What a configuration file says. What it does not say is `None` or empty.
#[derive(Debug, Default)]
pub struct Config {
    /// The file's text.
    pub text: String,
    /// Language of messages.
    pub lang: Option<Lang>,
    /// Level from which findings fail the run; [`Level::Off`]: never.
    pub fail_on: Option<Level>,
    /// The view of another tool or test.
    pub preset: Option<Preset>,
    /// Only these checks.
    pub select: Vec<Selector>,
    /// Not these checks.
    pub ignore: Vec<Selector>,
    /// Findings shown per check.
    pub max_per_check: Option<usize>,
    /// Scripts are declared not to change what is judged.
    pub scripts_inert: bool,
    /// Where the site is served.
    pub base: Option<String>,
    /// The folder of the site's root.
    pub root: Option<PathBuf>,
    /// The baseline's file.
    pub baseline: Option<PathBuf>,
    /// The folder of the site's sources.
    pub source: Option<PathBuf>,
    /// What pages are for, and the processes.
    pub pages: DeclaredPages,
    /// What images and tables are.
    pub elements: DeclaredElements,
    /// The language of pages that give none.
    pub fix_lang: Option<String>,
    /// Levels, each with what it is for.
    pub levels: Vec<(Selector, Level)>,
    /// Findings not to show.
    pub ignores: Vec<Ignore>,
}

impl Config {
    /// Reads a file's content. `path` is how it is named in errors; paths in it are taken from its folder. Errors are told in
    /// the language asked for, else the one the file names, else `fallback`.
    pub fn parse(
        text: &str,
        path: &Path,
        asked: Option<Lang>,
        fallback: Lang,
    ) -> Result<Config, ConfigErrors> {
        read::read(text, path, asked, fallback)
    }

    /// The level of a check, if the file says one: what names it most closely wins, then the loudest.
    pub fn level_of(&self, meta: &crate::check::Meta) -> Option<Level> {
        self.levels
            .iter()
            .filter(|(selector, _)| selector.matches(meta))
            .map(|(selector, level)| (closeness(selector), *level))
            .max()
            .map(|(_, level)| level)
    }
}

/// How closely a selector names a check.
fn closeness(selector: &Selector) -> u8 {
    use crate::rgaa::Scope;
    match selector {
        Selector::Check(_) => 4,
        Selector::Scope(Scope::Test(_)) => 3,
        Selector::Scope(Scope::Criterion(_)) => 2,
        Selector::Scope(Scope::Topic(_)) => 1,
        Selector::Category(_) => 0,
    }
}

/// The nearest `vigie.toml` in a folder or one of those it is in.
pub fn find_upwards(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .map(|folder| folder.join(FILE_NAME))
        .find(|file| file.is_file())
}
