//! What the arguments and the configuration say together: an argument wins over the file.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::problem::io_said;
use super::{Failure, colon};
use crate::check::{Level, Options};
use crate::config::{self, Config};
use crate::engine::{Preset, Selection, Selector, Settings};
use crate::text::Lang;

/// The configuration: `--config`, else the nearest `vigie.toml` upwards, else nothing.
pub fn config(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Config, Failure> {
    let named = matches.get_one::<PathBuf>("config").cloned();
    let found = || config::find_upwards(&std::env::current_dir().ok()?);
    let Some(path) = named.or_else(found) else {
        return Ok(Config::default());
    };
    let text = std::fs::read_to_string(&path).map_err(|e| {
        let (path, said) = (path.display(), io_said(&e, lang));
        match lang {
            Lang::Fr => format!("configuration « {path} » illisible, {said}"),
            Lang::En => format!("cannot read the configuration \"{path}\", {said}"),
        }
    })?;
    Config::parse(&text, &shown(&path), asked, lang).map_err(Failure::Config)
}

/// The path from the current folder, when it is inside it.
fn shown(path: &Path) -> PathBuf {
    std::env::current_dir()
        .ok()
        .and_then(|here| path.strip_prefix(here).ok())
        .unwrap_or(path)
        .to_owned()
}

/// What the engine needs.
pub fn settings(
    matches: &ArgMatches,
    config: &mut Config,
    lang: Lang,
) -> Result<Settings, Failure> {
    let select = selectors(matches, "select", lang)?;
    let mut ignore = selectors(matches, "ignore", lang)?;
    ignore.append(&mut config.ignore);
    let levels = crate::checks::metas()
        .filter_map(|meta| Some((meta.id, config.level_of(meta)?)))
        .collect();
    let defaults = Settings::default();
    Ok(Settings {
        options: Options {
            lang,
            scripts_inert: config.scripts_inert,
            pages: std::mem::take(&mut config.pages),
            elements: std::mem::take(&mut config.elements),
            set_lang: config.fix_lang.take(),
            today: super::today::today(),
            ..Options::default()
        },
        selection: Selection {
            select: [select, std::mem::take(&mut config.select)]
                .into_iter()
                .find(|select| !select.is_empty())
                .unwrap_or_else(|| config.preset.map(Preset::select).into_iter().collect()),
            ignore,
        },
        preset: config.preset,
        levels,
        ignores: std::mem::take(&mut config.ignores),
        obey_comments: !matches
            .try_get_one("no-suppressions")
            .is_ok_and(|asked| asked == Some(&true)),
        max_page_bytes: matches
            .get_one("max-page-size")
            .copied()
            .unwrap_or(defaults.max_page_bytes),
        ..defaults
    })
}

fn selectors(matches: &ArgMatches, name: &str, lang: Lang) -> Result<Vec<Selector>, Failure> {
    matches
        .get_many::<String>(name)
        .into_iter()
        .flatten()
        .filter(|word| !word.trim().is_empty())
        .map(|word| {
            Selector::parse(word, lang)
                .map_err(|e| format!("--{name}{}{}", colon(lang), e.message(lang)).into())
        })
        .collect()
}

/// The level from which findings fail the run; [`Level::Off`]: never.
pub fn fail_on(matches: &ArgMatches, config: &Config) -> Level {
    match matches.get_one::<String>("fail-on") {
        None => config.fail_on.unwrap_or(Level::Error),
        Some(word) => word.parse().unwrap_or(Level::Off),
    }
}
