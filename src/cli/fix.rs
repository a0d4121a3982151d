//! `vigie fix`.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::ArgMatches;
use rayon::prelude::*;

use super::fix_sources::{self, Site, Totals};
use super::origins::Origins;
use super::prepare::{self, Prepared};
use super::problem::{self, io_said};
use super::{Exit, Failure, colon, fix_words, outputs, replace, sheet};
use crate::config;
use crate::engine::{Discovered, Engine, Problem, Selection, SiteFile};
use crate::fix::{self, Mended, Names, Untouchable};
use crate::report::visible;
use crate::report::words::{CHANGES, PAGES, count};
use crate::source::Source;
use crate::text::{Lang, Text, text};

/// Pages read before what they become is told: more would be held in memory at once.
pub const AT_ONCE: usize = 64;

/// Runs it. `asked`: the language of `--lang`.
pub fn run(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    if matches.get_flag("list") {
        return list(lang);
    }
    let mut selection = Selection::default();
    let named = matches.contains_id("source");
    let Prepared {
        engine,
        found,
        config,
        lang,
        jobs,
        paths,
    } = prepare::prepare_with(
        matches,
        &prepare::paths(matches),
        asked,
        lang,
        |settings, lang| {
            if let Some(set) = matches.get_one::<String>("set-lang") {
                if !config::is_language(set) {
                    let said = config::not_a_language(set, lang);
                    return Err(format!("--set-lang{}{said}", colon(lang)).into());
                }
                settings.options.set_lang = Some(set.clone());
            }
            settings.options.fixing = true;
            // A change is judged by all there is to say of the page, whatever the changes asked for.
            selection = std::mem::take(&mut settings.selection);
            settings.preset = None;
            settings.max_findings = usize::MAX;
            Ok(())
        },
    )?;
    if named && let Some(page) = paths.iter().find(|path| !path.is_dir()) {
        let page = page.to_string_lossy();
        return Err(WHOLE.get(lang).replace("{page}", &visible(&page)).into());
    }
    // A page by itself does not tell what else its layout writes.
    let folders: Vec<PathBuf> = paths.into_iter().filter(|path| path.is_dir()).collect();
    let folders = if matches.get_flag("pages") {
        &[][..]
    } else {
        &folders
    };
    let origins = Origins::open(matches, &config, folders, lang)?;
    let colour = outputs::colour(matches);
    let mut run = Run {
        names: Names::new(&found.files, &found.site),
        engine,
        selection,
        write: matches.get_flag("write"),
        quiet: matches.get_flag("quiet"),
        colour,
        lang,
        changes: 0,
        pages: 0,
        left: 0,
        sources: None,
        only_sources: false,
        trouble: false,
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|e| e.to_string())?;
    for problem in &found.problems {
        run.problem(problem);
    }
    let mut by_site: BTreeMap<usize, Vec<(usize, String)>> = BTreeMap::new();
    let mut alone: Vec<&SiteFile> = Vec::new();
    for (rank, file) in found.files.iter().enumerate() {
        match origins.site_of(file) {
            Some((site, path)) => by_site.entry(site).or_default().push((rank, path)),
            None => alone.push(file),
        }
    }
    run.only_sources = alone.is_empty() && !by_site.is_empty();
    let mut out = io::BufWriter::new(io::stdout());
    let all = || {
        for files in alone.chunks(AT_ONCE) {
            let pages: Vec<Page> = pool.install(|| {
                let each = files.par_iter().with_max_len(1);
                each.map(|file| run.read(file, &found)).collect()
            });
            for page in pages {
                run.page(&mut out, page)?;
            }
        }
        for (site, sources) in origins.into_sources().into_iter().enumerate() {
            if let Some(pages) = by_site.remove(&site) {
                let site = Site { sources, pages };
                fix_sources::mend(&mut run, &mut out, &found, &pool, site)?;
            }
        }
        out.flush()
    };
    match all() {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(run.exit()),
        done => done.map_err(|e| outputs::lost(&e, lang))?,
    }
    run.conclude();
    Ok(run.exit())
}

/// What one page became.
struct Page<'f> {
    file: &'f SiteFile,
    done: Result<Changed, Problem>,
}

struct Changed {
    mended: Mended,
    old: Vec<u8>,
    new: Result<Vec<u8>, Untouchable>,
}

/// A run, and what it did so far.
pub struct Run {
    pub engine: Engine,
    pub selection: Selection,
    pub names: Names,
    pub write: bool,
    pub quiet: bool,
    pub colour: bool,
    pub lang: Lang,
    changes: usize,
    pages: usize,
    /// Changes that were not made.
    pub left: usize,
    /// What was done to sources.
    pub sources: Option<Totals>,
    /// No page is mended by itself.
    only_sources: bool,
    trouble: bool,
}

impl Run {
    fn read<'f>(&self, file: &'f SiteFile, found: &Discovered) -> Page<'f> {
        let done = self.engine.read_bytes(file).map(|old| {
            let source = Source::decode(file.page.path.clone(), old.clone());
            let (engine, selection) = (&self.engine, &self.selection);
            let mended = fix::mend(
                engine,
                selection,
                source,
                &file.page,
                &found.site,
                &self.names,
            );
            let new = fix::bytes(&old, &mended.source, &mended.text);
            Changed { mended, old, new }
        });
        let done = done.map_err(|kind| Problem {
            path: file.page.path.clone(),
            kind,
        });
        Page { file, done }
    }

    fn page(&mut self, out: &mut dyn Write, page: Page<'_>) -> io::Result<()> {
        let Changed { mended, old, new } = match page.done {
            Ok(changed) => changed,
            Err(problem) => {
                self.problem(&problem);
                return Ok(());
            }
        };
        let path = &page.file.page.path;
        for refused in &mended.refused {
            self.left += 1;
            if !self.quiet {
                let (line, column) = (refused.at.line, refused.at.column);
                let reason = fix_words::reason(&refused.reason, self.lang);
                let (path, check, colon) = (visible(path), refused.check, colon(self.lang));
                let left = LEFT.get(self.lang);
                super::remark(&format!(
                    "{path}:{line}:{column}: {check}{colon}{left}, {reason}"
                ));
            }
        }
        let is_stdin = page.file.bytes.is_some();
        if mended.made.is_empty() {
            return if self.write && is_stdin {
                out.write_all(&old)
            } else {
                Ok(())
            };
        }
        let new = match new {
            Ok(new) => new,
            Err(why) => {
                let said = fix_words::untouchable(why).get(self.lang);
                self.complain(path, said);
                return Ok(());
            }
        };
        if !self.write {
            fix::unified(out, path, &mended.source.text, &mended.text, self.colour)?;
        } else if is_stdin {
            out.write_all(&new)?;
        } else if let Err(error) = replace::replace(&page.file.path, &old, &new) {
            let said = match error {
                replace::Error::Changed => CHANGED.get(self.lang).to_owned(),
                replace::Error::Io(e) => io_said(&e, self.lang),
            };
            self.complain(path, &said);
            return Ok(());
        } else if !self.quiet {
            let made = count(mended.made.len(), &CHANGES, self.lang);
            writeln!(out, "{}{}{made}", visible(path), colon(self.lang))?;
        }
        self.pages += 1;
        self.changes += mended.made.len();
        Ok(())
    }

    /// Tells of a page that could not be read.
    pub fn problem(&mut self, problem: &Problem) {
        let error = problem::error(problem, self.lang);
        self.complain(&error.path, &error.message);
    }

    /// Tells of a file that is not as it should be.
    pub fn complain(&mut self, path: &str, said: &str) {
        self.trouble = true;
        super::complain_of(self.lang, path, said);
    }

    /// The figures, on standard error.
    fn conclude(&self) {
        if self.quiet {
            return;
        }
        let mut all = Vec::new();
        if let Some(sources) = &self.sources {
            all.push(sources.said(self.write, self.lang));
        }
        if !self.only_sources {
            all.push(self.said());
        }
        let mut said = all.join("\n");
        if self.left > 0 {
            let left = self.left;
            said.push_str(&match self.lang {
                Lang::Fr => format!(" ({left} laissées de côté)"),
                Lang::En => format!(" ({left} left out)"),
            });
        }
        super::remark(&said);
    }

    /// What was done to pages.
    fn said(&self) -> String {
        let changes = count(self.changes, &CHANGES, self.lang);
        let pages = count(self.pages, &PAGES, self.lang);
        match (self.changes, self.write, self.lang) {
            (0, _, Lang::Fr) => "rien que vigie fix puisse corriger à coup sûr".to_owned(),
            (0, _, Lang::En) => "nothing that vigie fix can mend for certain".to_owned(),
            (_, true, Lang::Fr) => format!("{changes} dans {pages}"),
            (_, true, Lang::En) => format!("{changes} in {pages}"),
            (_, false, Lang::Fr) => format!("{changes} dans {pages} ; pour les faire : --write"),
            (_, false, Lang::En) => format!("{changes} in {pages}; to make them: --write"),
        }
    }

    fn exit(&self) -> Exit {
        if self.trouble {
            Exit::Trouble
        } else if self.write {
            Exit::Clean
        } else if self.changes > 0
            || self
                .sources
                .as_ref()
                .is_some_and(|s| s.changes + s.by_hand > 0)
        {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }
}

/// `vigie fix --list`.
fn list(lang: Lang) -> Result<Exit, Failure> {
    let mut page = sheet::Sheet::new();
    for meta in crate::checks::metas() {
        if let Some(mends) = meta.mends {
            page.title(meta.id, meta.title.get(lang));
            page.paragraph(mends.get(lang));
            page.space();
        }
    }
    super::print(&page.into_text(), lang)?;
    Ok(Exit::Clean)
}

const WHOLE: Text = text(
    "--source : « {page} » n’est pas le dossier d’un site ; une page seule ne dit pas ce que son gabarit écrit ailleurs",
    "--source: \"{page}\" is no folder of a site; a page by itself does not tell what else its layout writes",
);
pub const LEFT: Text = text("laissé", "left");
pub const CHANGED: Text = text(
    "le fichier a changé entre-temps : il n’est pas touché",
    "the file has changed meanwhile: it is not touched",
);
