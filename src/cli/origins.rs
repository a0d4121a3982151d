//! Where causes come from: the sources of each site that a run looks at.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::Failure;
use super::problem::io_said;
use crate::config::Config;
use crate::engine::{Discovered, Engine, SiteFile};
use crate::origin::{self, Clue, Sources};
use crate::report::{Cause, Certainty, Origin, Window, visible};
use crate::text::Lang;

/// The sources of the sites.
pub struct Origins {
    /// By the folder of built pages.
    sites: Vec<(PathBuf, Sources)>,
}

impl Origins {
    /// Those of the arguments or the configuration, else those that are found beside the folders.
    ///
    /// # Errors
    /// When the folder named cannot be read.
    pub fn open(
        matches: &ArgMatches,
        config: &Config,
        paths: &[PathBuf],
        lang: Lang,
    ) -> Result<Origins, Failure> {
        let named = matches.get_one::<PathBuf>("source");
        let named = named.or(config.source.as_ref());
        let mut sites = Vec::new();
        for path in paths.iter().filter(|path| path.as_os_str() != "-") {
            let folder = path.is_dir().then_some(path.as_path());
            if let Some(named) = named {
                let sources =
                    Sources::open(named, folder).map_err(|e| unreadable(named, &e, lang))?;
                sites.push((path.clone(), sources));
            } else if let Some(found) = folder.and_then(Sources::detect)
                && let Ok(sources) = Sources::open(&found, folder)
            {
                sites.push((path.clone(), sources));
            }
        }
        Ok(Origins { sites })
    }

    /// Says of each cause where it comes from, as far as that is known.
    pub fn fill(&mut self, causes: &mut [Cause], found: &Discovered, engine: &Engine) {
        if self.sites.is_empty() {
            return;
        }
        let files: HashMap<&str, &SiteFile> =
            found.files.iter().map(|f| (&*f.page.path, f)).collect();
        for cause in causes {
            if let Some(file) = files.get(cause.path()) {
                cause.origin = self.origin(cause, file, found.files.len(), engine);
            }
        }
    }

    /// The rank of the site that a page is of, and its path there, `/` separators.
    pub fn site_of(&self, file: &SiteFile) -> Option<(usize, String)> {
        let folders = self.sites.iter().map(|(folder, _)| folder.as_path());
        site_of(folders, &file.path, &file.page.site_path)
    }

    /// The sources, by the rank of their site.
    pub fn into_sources(self) -> Vec<Sources> {
        self.sites.into_iter().map(|(_, sources)| sources).collect()
    }

    fn origin(
        &mut self,
        cause: &Cause,
        file: &SiteFile,
        all: usize,
        engine: &Engine,
    ) -> Option<Origin> {
        let (rank, page) = self.site_of(file)?;
        let sources = &mut self.sites[rank].1;
        let place = cause.first.span();
        let read;
        let window = match &*cause.window.text {
            // What is said of the whole site comes without its page's text.
            "" => {
                read = Window::around(&engine.read(file).ok()?.text, place);
                &read
            }
            _ => &cause.window,
        };
        let found = sources.locate(&Clue {
            page: &page,
            pages: cause.pages,
            all,
            window: &window.text,
            target: window.within(place),
        })?;
        Some(Origin {
            certainty: match found.certainty {
                origin::Certainty::Certain => Certainty::Certain,
                origin::Certainty::Likely => Certainty::Likely,
            },
            path: found.path,
            line: found.start.line,
            column: found.start.column,
        })
    }
}

/// The rank of the innermost of these folders that a page is in, and the page's path there, `/` separators: `site_path` where that is
/// known.
pub fn site_of<'f>(
    folders: impl Iterator<Item = &'f Path>,
    page: &Path,
    site_path: &str,
) -> Option<(usize, String)> {
    let around = folders.enumerate().filter(|(_, f)| page.starts_with(f));
    let (rank, folder) = around.max_by_key(|(_, folder)| folder.as_os_str().len())?;
    let path = match site_path {
        "" => {
            let path = page.strip_prefix(folder).ok()?;
            path.to_string_lossy().replace('\\', "/")
        }
        path => path.to_owned(),
    };
    Some((rank, path))
}

fn unreadable(path: &Path, error: &std::io::Error, lang: Lang) -> Failure {
    let path = path.to_string_lossy();
    let (path, error) = (visible(&path), io_said(error, lang));
    match lang {
        Lang::Fr => format!("les sources « {path} » n’ont pas pu être lues, {error}"),
        Lang::En => format!("the sources \"{path}\" could not be read, {error}"),
    }
    .into()
}
