//! `vigie watch`: audits again what a build changes, and tells what is new and what is gone.
//!
//! The folder is looked at again and again: that works on every file system, and thousands of files take milliseconds. What did not change
//! is taken from a cache in memory.

use std::collections::{HashMap, HashSet};
use std::fs::{self, Metadata};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use clap::{ArgMatches, Command};

use super::beside::Beside;
use super::command::subcommand;
use super::origins::Origins;
use super::prepare::{self, Prepared};
use super::{Exit, Failure, audit_args, colon, outputs};
use crate::config;
use crate::engine::Cache;
use crate::report::words::{self, Noun, count, noun};
use crate::report::{Cause, PageReport, State, visible};
use crate::text::{Lang, Text, text};

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
/// Defects shown where the output is no terminal.
const SHOWN: usize = 20;

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
    let mut watch = Watch {
        matches,
        asked,
        paths: &paths,
        cache: None,
        known: None,
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
    /// What was shown last, by check and fingerprint.
    known: Option<HashMap<Name, Item>>,
}

/// The check and the fingerprint of a defect.
type Name = (&'static str, String);

/// A defect as a line.
#[derive(Clone)]
struct Item {
    line: String,
    place: String,
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
        if run.summary.pages == 0 {
            // A build that begins with an empty folder has mended nothing.
            return Ok(format!("{}\n", NO_PAGE.get(lang)));
        }
        let new = run.causes.iter().filter(|c| c.state == State::New);
        let now: Vec<(Name, Item)> = new
            .map(|cause| {
                let key = (cause.first.check, cause.fingerprint.clone());
                (key, item(cause, lang))
            })
            .collect();
        let totals = words::totals(&run.summary, lang);
        let shown = self.shown(&now, &totals, lang);
        self.known = Some(now.into_iter().collect());
        Ok(shown)
    }

    fn shown(&self, now: &[(Name, Item)], totals: &str, lang: Lang) -> String {
        let t = |fr, en| text(fr, en).get(lang);
        let (mut new, mut gone) = (Vec::new(), Vec::new());
        if let Some(known) = &self.known {
            new.extend(now.iter().filter(|(key, _)| !known.contains_key(key)));
            let names: HashSet<&Name> = now.iter().map(|(name, _)| name).collect();
            gone.extend(
                known
                    .iter()
                    .filter(|(key, _)| !names.contains(key))
                    .map(|(_, item)| item),
            );
            gone.sort_by(|a, b| (&a.place, &a.line).cmp(&(&b.place, &b.line)));
        }
        let mut out = String::new();
        let tell = |out: &mut String, word: &str, item: &Item| {
            out.push_str(&format!("{word}{}\n    {}\n", item.line, item.place));
        };
        let terminal = io::stdout().is_terminal();
        let mut room = SHOWN;
        if terminal {
            // The screen begins anew, what scrolled away stays.
            out.push_str("\x1b[2J\x1b[H");
            let rows = terminal_size::terminal_size().map_or(24, |(_, rows)| usize::from(rows.0));
            room = (rows.saturating_sub(6) / 2)
                .saturating_sub(new.len() + gone.len())
                .max(3);
        }
        let first = self.known.is_none();
        for item in &gone {
            tell(&mut out, t("disparu ", "fixed "), item);
        }
        for (_, item) in &new {
            tell(&mut out, t("nouveau ", "new "), item);
        }
        if first || terminal {
            let is_new = |key: &Name| new.iter().any(|(new, _)| new == key);
            let rest: Vec<_> = now.iter().filter(|(key, _)| !is_new(key)).collect();
            for (_, item) in rest.iter().take(room) {
                tell(&mut out, "", item);
            }
            if let more @ 1.. = rest.len().saturating_sub(room) {
                let more = words::number(more, lang);
                out.push_str(&match lang {
                    Lang::Fr => format!("… et {more} de plus : vigie audit montre tout\n"),
                    Lang::En => format!("… and {more} more: vigie audit shows all\n"),
                });
            }
        }
        if first {
            out.push_str(&format!("{totals}\n"));
        } else {
            let (new, gone) = (count(new.len(), &NEW, lang), count(gone.len(), &GONE, lang));
            out.push_str(&format!("{new}, {gone} — {totals}\n"));
        }
        if first || terminal {
            out.push_str(WAITING.get(lang));
            out.push('\n');
        }
        out
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

    /// All that is there and when it changed, as a number: pages and other files, the configuration, the baseline.
    fn look(&self) -> u64 {
        let mut hash = crate::check::FNV_OFFSET;
        let mut todo: Vec<PathBuf> = self.paths.to_vec();
        for name in ["config", "baseline"] {
            todo.extend(self.matches.get_one::<PathBuf>(name).cloned());
        }
        let here = std::env::current_dir().ok();
        todo.extend(here.and_then(|here| config::find_upwards(&here)));
        while let Some(path) = todo.pop() {
            let linked = fs::symlink_metadata(&path).is_ok_and(|m| m.is_symlink());
            let given = self.paths.contains(&path);
            match fs::metadata(&path) {
                // A link to a folder is looked at as a link: there may be loops.
                Ok(m) if m.is_dir() && (!linked || given) => {
                    let entries = fs::read_dir(&path).into_iter().flatten().flatten();
                    let mut inside: Vec<PathBuf> = entries.map(|e| e.path()).collect();
                    inside.sort();
                    todo.extend(inside);
                }
                Ok(m) => hash = mark(hash, &path, &m),
                Err(_) => {}
            }
        }
        hash
    }
}

fn mark(hash: u64, path: &Path, found: &Metadata) -> u64 {
    let changed = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    let since = changed
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let hash = crate::check::fnv(hash, path.as_os_str().as_encoded_bytes());
    let hash = crate::check::fnv(hash, &found.len().to_le_bytes());
    crate::check::fnv(hash, &since.as_nanos().to_le_bytes())
}

fn item(cause: &Cause, lang: Lang) -> Item {
    let first = &cause.first;
    let level = words::level(first.level).get(lang);
    let place = match &cause.origin {
        Some(origin) => format!("{}:{}", visible(&origin.path), origin.line),
        None => {
            let (line, column) = (first.start.line, first.start.column);
            format!("{}:{line}:{column}", visible(cause.path()))
        }
    };
    let pages = count(cause.pages, &words::PAGES, lang);
    Item {
        line: format!(
            "{level}[{}]{}{}",
            first.check,
            colon(lang),
            visible(&first.message)
        ),
        place: format!("> {place} ({pages})"),
    }
}

const NEW: Noun = noun(
    text("défaut nouveau", "new defect"),
    text("défauts nouveaux", "new defects"),
);
const GONE: Noun = noun(text("disparu", "fixed"), text("disparus", "fixed"));
const NO_PAGE: Text = text("Aucune page pour l’instant", "No page for now");
const WAITING: Text = text(
    "En attente de changements ; Ctrl-C arrête",
    "Waiting for changes; Ctrl-C stops",
);
