//! Where causes come from: the sources of each site that a run looks at.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::Failure;
use super::problem::io_said;
use crate::config::Config;
use crate::engine::{Discovered, SiteFile};
use crate::origin::{self, Clue, Sources};
use crate::report::{Cause, Certainty, Origin, visible};
use crate::source::Source;
use crate::text::Lang;

/// Bytes of a page shown to a search on each side of a place.
const AROUND: usize = 400;
/// Pages are read again up to this size, in bytes.
const LARGEST: u64 = 20_000_000;

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
    pub fn fill(&mut self, causes: &mut [Cause], found: &Discovered) {
        if self.sites.is_empty() {
            return;
        }
        let files: HashMap<&str, &SiteFile> =
            found.files.iter().map(|f| (&*f.page.path, f)).collect();
        for cause in causes {
            if let Some(file) = files.get(cause.path()) {
                cause.origin = self.origin(cause, file, found.files.len());
            }
        }
    }

    fn origin(&mut self, cause: &Cause, file: &SiteFile, all: usize) -> Option<Origin> {
        let sites = self.sites.iter_mut();
        let (folder, sources) = sites
            .filter(|(folder, _)| file.path.starts_with(folder))
            .max_by_key(|(folder, _)| folder.as_os_str().len())?;
        let page = match &*file.page.site_path {
            "" => file
                .path
                .strip_prefix(folder)
                .ok()?
                .to_string_lossy()
                .replace('\\', "/"),
            path => path.to_owned(),
        };
        let (start, end) = (cause.first.start.offset, cause.first.end.offset);
        let read;
        let (window, offset): (&str, u32) = match &*cause.window.text {
            // What is said of the whole site comes without its page's text.
            "" => {
                read = around(&file.path, start)?;
                (&read.0, read.1)
            }
            window => (window, cause.window.offset),
        };
        let within = |at: u32| (at.saturating_sub(offset) as usize).min(window.len());
        let found = sources.locate(&Clue {
            page: &page,
            pages: cause.pages,
            all,
            window,
            target: within(start)..within(end),
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

/// A page's text around a place, and where that begins.
fn around(path: &Path, at: u32) -> Option<(String, u32)> {
    let mut bytes = Vec::new();
    let file = File::open(path)
        .ok()
        .filter(|f| f.metadata().is_ok_and(|m| m.is_file()))?;
    file.take(LARGEST).read_to_end(&mut bytes).ok()?;
    let source = Source::decode(String::new(), bytes);
    let text = &source.text;
    let floor = |at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|&n| text.is_char_boundary(n))
            .unwrap_or(0)
    };
    let from = floor((at as usize).saturating_sub(AROUND));
    let to = floor(at as usize + AROUND);
    Some((text.get(from..to)?.to_owned(), from as u32))
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
