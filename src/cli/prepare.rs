//! From the arguments to an engine and the pages it is to audit: what every subcommand that audits begins with.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use super::asked::Asked;
use super::problem::io_said;
use super::{Failure, settings};
use crate::check::{Options, SitePage};
use crate::config::Config;
use crate::engine::{
    Cache, Discovered, Engine, Problem, ProblemKind, Settings, SiteFile, discover,
};
use crate::report::visible;
use crate::text::{Lang, text};

/// All that a run takes.
pub struct Prepared {
    pub engine: Engine,
    pub found: Discovered,
    /// What of the configuration is not the engine's.
    pub config: Config,
    /// The language of the arguments, the configuration or the system.
    pub lang: Lang,
    /// Threads; 0: one per core.
    pub jobs: usize,
    /// As given.
    pub paths: Vec<PathBuf>,
}

/// The paths among the arguments.
pub fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches
        .get_many("paths")
        .map(|p| p.cloned().collect())
        .unwrap_or_default()
}

/// Reads the configuration, finds the pages. `asked`: the language of `--lang`.
///
/// # Errors
/// When nothing is to be audited, or an argument or the configuration is wrong.
pub fn prepare(
    matches: &ArgMatches,
    paths: &[PathBuf],
    asked: Option<Lang>,
    lang: Lang,
) -> Result<Prepared, Failure> {
    prepare_with(matches, paths, asked, lang, |_, _| Ok(()))
}

/// [`prepare`], with a last word on the settings, said in the language of the run.
///
/// # Errors
/// Also those of `adjust`.
pub fn prepare_with(
    matches: &ArgMatches,
    paths: &[PathBuf],
    asked: Option<Lang>,
    lang: Lang,
    adjust: impl FnOnce(&mut Settings, Lang) -> Result<(), Failure>,
) -> Result<Prepared, Failure> {
    if paths.is_empty() {
        return Err(NO_PATH.get(lang).into());
    }
    let mut config = settings::config(matches, asked, lang)?;
    let lang = asked.or(config.lang).unwrap_or(lang);
    let mut settings = settings::settings(matches, &mut config, lang)?;
    let root = matches.get_one::<PathBuf>("root").or(config.root.as_ref());
    let mut found = find(paths, root.map(PathBuf::as_path), settings.max_page_bytes);
    settings.options.site_of_many = found.files.len() > 1;
    // Of part of a site, not all of what is declared is there.
    if !found.files.is_empty() && paths.iter().any(|p| p.is_dir()) {
        let pages: Vec<&SitePage> = found.files.iter().map(|f| &f.page).collect();
        for name in settings.options.pages.without_page(&pages) {
            super::remark(&WITHOUT_PAGE.get(lang).replace("{name}", &visible(name)));
        }
    }
    adjust(&mut settings, lang)?;
    let mut engine = Engine::new(settings);
    if engine.is_idle() {
        return Err(NO_CHECK.get(lang).into());
    }
    if let Ok(Some(folder)) = matches.try_get_one::<PathBuf>("cache") {
        let settings = all_that_counts(matches, &config, engine.settings());
        let cache = Cache::open(folder, &settings).map_err(|e| no_cache(folder, &e, lang))?;
        engine.set_cache(cache);
    }
    if engine.settings().obey_comments {
        let named = matches.try_get_one::<PathBuf>("source").ok().flatten();
        let named = named.or(config.source.as_ref());
        if let Some(asked) = Asked::read(named.map(PathBuf::as_path), paths) {
            engine.set_veil(Arc::new(asked));
        }
    }
    if let Some(base) = matches.get_one::<String>("base").or(config.base.as_ref()) {
        found.site.set_base(base);
    }
    Ok(Prepared {
        engine,
        found,
        config,
        lang,
        jobs: matches.get_one("jobs").copied().unwrap_or(0),
        paths: paths.to_owned(),
    })
}

/// All that the outcome of a page depends on besides pages and files: the program itself, the configuration, the arguments, the day.
pub fn all_that_counts(matches: &ArgMatches, config: &Config, settings: &Settings) -> Vec<u8> {
    let mut all = Vec::new();
    let mut add = |part: &[u8]| {
        all.extend_from_slice(&(part.len() as u64).to_le_bytes());
        all.extend_from_slice(part);
    };
    // A version may be built twice.
    let mut program = blake3::Hasher::new();
    if let Ok(file) = std::env::current_exe().and_then(File::open) {
        // One that cannot be read has its version.
        let _ = program.update_reader(file);
    }
    add(program.finalize().as_bytes());
    add(env!("CARGO_PKG_VERSION").as_bytes());
    add(config.text.as_bytes());
    let Options {
        lang,
        scripts_inert,
        site_of_many,
        set_lang,
        fixing,
        today,
        // Of the configuration's text.
        pages: _,
        elements: _,
    } = &settings.options;
    add(
        format!("{lang} {scripts_inert} {site_of_many} {set_lang:?} {fixing} {today:?}").as_bytes(),
    );
    let (selection, preset) = (&settings.selection, settings.preset);
    add(format!("{selection:?} {preset:?} {}", settings.obey_comments).as_bytes());
    for name in ["base", "root"] {
        add(name.as_bytes());
        for value in matches.get_raw(name).into_iter().flatten() {
            add(value.as_encoded_bytes());
        }
    }
    all
}

fn no_cache(folder: &Path, error: &io::Error, lang: Lang) -> Failure {
    let said = io_said(error, lang);
    let folder = folder.to_string_lossy();
    let folder = visible(&folder);
    match lang {
        Lang::Fr => format!("--cache : le dossier « {folder} » ne peut pas servir, {said}"),
        Lang::En => format!("--cache: the folder \"{folder}\" is of no use, {said}"),
    }
    .into()
}

/// The pages under the paths, `-` being standard input, which comes last.
fn find(paths: &[PathBuf], root: Option<&Path>, max_bytes: u64) -> Discovered {
    let (stdin, others): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|p| p.as_os_str() == "-");
    let mut found = discover(&others, root);
    if !stdin.is_empty() {
        let mut bytes = Vec::new();
        match io::stdin().take(max_bytes + 1).read_to_end(&mut bytes) {
            Ok(n) if n as u64 > max_bytes => found.problems.push(Problem {
                path: "-".to_owned(),
                kind: ProblemKind::TooLarge(n as u64),
            }),
            Ok(_) => found.files.push(SiteFile {
                path: PathBuf::from("-"),
                bytes: Some(bytes),
                page: SitePage::alone("-"),
            }),
            Err(e) => found.problems.push(Problem {
                path: "-".to_owned(),
                kind: (&e).into(),
            }),
        }
    }
    found
}

const WITHOUT_PAGE: crate::text::Text = text(
    "vigie.toml : aucune page ne correspond à « {name} »",
    "vigie.toml: no page fits \"{name}\"",
);
const NO_CHECK: crate::text::Text = text(
    "aucune règle ne correspond au choix (select, ignore) : rien ne serait contrôlé ; vigie checks liste les règles",
    "no check fits the selection (select, ignore): nothing would be audited; vigie checks lists the checks",
);
const NO_PATH: crate::text::Text = text(
    "que faut-il contrôler ? Donner un dossier, des fichiers, ou - pour l’entrée standard :\n\n  vigie audit _site",
    "what is there to audit? Give a folder, files, or - for standard input:\n\n  vigie audit _site",
);
