//! `vigie watch`: audits again what a build changes, and tells what is new and what is gone.
//!
//! The folder is looked at again and again: that works on every file system, and thousands of files take milliseconds. What did not change
//! is taken from a cache in memory.

mod look;
mod screen;

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{ArgMatches, Command};

use super::beside::Beside;
use super::command::subcommand;
use super::origins::Origins;
use super::prepare::{self, Prepared};
use super::{Exit, Failure, audit_args, outputs, problem};
use crate::config;
use crate::engine::Cache;
use crate::report::{PageReport, State, words};
use crate::text::{Lang, Text, text};
use screen::Board;

/// Arguments that mean the same as for `vigie audit`.
const SHARED: &[&str] = &[
    "paths",
    "baseline",
    "select",
    "ignore",
    "no-suppressions",
    "config",
    "source",
    "base",
    "root",
    "jobs",
    "max-page-size",
];

/// Between two looks at the folder.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause, where looking itself takes long.
const LONGEST: Duration = Duration::from_secs(3);

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    subcommand("watch", lang)
        .about(t(
            "Contrôle de nouveau à chaque construction du site, et dit ce qui est nouveau ou disparu",
            "Audits again whenever the site is built, and says what is new and what is gone",
        ))
        .after_help(t(
            "À lancer à côté du générateur, sur le dossier qu’il écrit ; Ctrl-C arrête. Seules les pages changées sont contrôlées de nouveau.\n\nExemples :\n  jekyll build --watch & vigie watch _site\n  vigie watch public --baseline vigie-baseline.toml",
            "To run beside the generator, on the folder that it writes; Ctrl-C stops. Only pages that changed are audited again.\n\nExamples:\n  jekyll build --watch & vigie watch _site\n  vigie watch public --baseline vigie-baseline.toml",
        ))
        .args(audit_args::shared(SHARED, lang))
}

/// Runs until nobody listens any more.
pub fn run(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    let paths = prepare::paths(matches);
    if paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(NO_STDIN.get(lang).into());
    }
    let mut watch = Watch {
        matches,
        asked,
        paths: &paths,
        cache: None,
        board: Board::default(),
    };
    let mut begun = false;
    loop {
        let seen = watch.look();
        let shown = match watch.round(lang) {
            Ok(shown) => {
                begun = true;
                shown
            }
            // What is wrong from the start is wrong with the command.
            Err(failure) if !begun => return Err(failure),
            Err(failure) => {
                super::tell(failure, lang);
                String::new()
            }
        };
        let mut out = io::stdout().lock();
        match out.write_all(shown.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => {}
            Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Clean),
            Err(e) => return Err(outputs::lost(&e, lang)),
        }
        drop(out);
        watch.wait(seen);
    }
}

struct Watch<'a> {
    matches: &'a ArgMatches,
    asked: Option<Lang>,
    paths: &'a [PathBuf],
    cache: Option<Cache>,
    board: Board,
}

impl Watch<'_> {
    /// Audits, and says what to show.
    fn round(&mut self, lang: Lang) -> Result<String, Failure> {
        let Prepared {
            mut engine,
            found,
            config,
            lang,
            jobs,
            paths,
        } = prepare::prepare(self.matches, self.paths, self.asked, lang)?;
        let settings = prepare::all_that_counts(self.matches, &config, engine.settings());
        let cache = self.cache.take().filter(|cache| cache.is_for(&settings));
        engine.set_cache(cache.unwrap_or_else(|| Cache::in_memory(&settings)));
        let baseline = Beside::open(self.matches, &config, lang)?;
        let mut quiet = |_: &PageReport| Ok(());
        let ran = engine.run(&found.files, &found.site, jobs, &mut quiet);
        let mut run = ran.map_err(|e| outputs::lost(&e, lang))?;
        if let Some(baseline) = &baseline {
            baseline.judge(&mut run, &found, &engine, &paths);
        }
        Origins::open(self.matches, &config, &paths, lang)?.fill(&mut run.causes, &found, &engine);
        self.cache = engine.into_cache();
        for problem in found.problems.iter().chain(&run.problems) {
            let error = problem::error(problem, lang);
            super::complain_of(lang, &error.path, &error.message);
        }
        if run.summary.pages == 0 {
            // A build that begins with an empty folder has mended nothing.
            return Ok(format!("{}\n", NO_PAGE.get(lang)));
        }
        let new = run.causes.iter().filter(|c| c.state == State::New);
        let totals = words::totals(&run.summary, lang);
        Ok(self.board.tell(new, &totals, lang))
    }

    /// All that is looked at: pages and what the run depends on besides.
    fn look(&self) -> u64 {
        let mut paths = self.paths.to_vec();
        for name in ["config", "baseline"] {
            paths.extend(self.matches.get_one::<PathBuf>(name).cloned());
        }
        let here = std::env::current_dir().ok();
        paths.extend(here.and_then(|here| config::find_upwards(&here)));
        look::look(&paths)
    }

    /// Waits until something is other than it was, and rests.
    fn wait(&self, seen: u64) {
        let mut last = seen;
        loop {
            let begun = Instant::now();
            let now = self.look();
            let took = begun.elapsed();
            // A change that goes on is not looked at yet: a build takes a while.
            if now != seen && now == last {
                return;
            }
            last = now;
            std::thread::sleep(PAUSE.max(took * 10).min(LONGEST));
        }
    }
}

const NO_STDIN: Text = text(
    "vigie watch suit des fichiers : - (l’entrée standard) ne peut pas l’être",
    "vigie watch follows files: - (standard input) cannot be followed",
);
const NO_PAGE: Text = text("Aucune page pour l’instant", "No page for now");
