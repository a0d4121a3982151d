//! `vigie audit`.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::Instant;

use clap::ArgMatches;

use super::beside::Beside;
use super::ci::Platform;
use super::origins::Origins;
use super::outputs::{self, Outputs};
use super::prepare::{self, Prepared};
use super::progress::Progress;
use super::{Exit, Failure, problem, settings, stats};
use crate::check::Level;
use crate::config::Config;
use crate::report::{End, Format, RunError, Setting, Style, put_together};
use crate::text::{Lang, text};

/// Runs it. `asked`: the language of `--lang`.
pub fn run(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    let begun = Instant::now();
    let Prepared {
        engine,
        found,
        config,
        lang,
        jobs,
        paths,
    } = prepare::prepare(matches, &prepare::paths(matches), asked, lang)?;
    let fail_on = settings::fail_on(matches, &config);
    let baseline = Beside::open(matches, &config, lang)?;
    let mut origins = Origins::open(matches, &config, &paths, lang)?;
    let base = matches.get_one::<String>("base").or(config.base.as_ref());
    let setting = setting(base.cloned(), fail_on);
    let platform = Platform::current();
    let mut outputs = open_outputs(matches, &config, setting, platform, found.files.len(), lang)?;
    let quiet = matches.get_flag("quiet");
    if !quiet && !matches.get_flag("no-progress") {
        outputs.progress = Progress::new(found.files.len(), lang);
    }
    // What is new is known at the end only.
    outputs.to_the_end = baseline.is_some();

    let ran = outputs
        .start()
        .and_then(|()| engine.run(&found.files, &found.site, jobs, &mut outputs));
    // Whatever comes next, the screen is free.
    outputs.progress.finish();
    let mut run = match ran {
        Ok(run) => run,
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => {
            // Whoever read has enough: what was found so far is what can be told.
            return Ok(if outputs.found.reach(fail_on) {
                Exit::Findings
            } else {
                Exit::Clean
            });
        }
        Err(e) => return Err(outputs::lost(&e, lang)),
    };
    let errors: Vec<RunError> = found
        .problems
        .iter()
        .chain(&run.problems)
        .map(|p| problem::error(p, lang))
        .collect();
    run.summary.errors += found.problems.len();
    if let Some(baseline) = &baseline {
        baseline.judge(&mut run, &found, &engine, &paths);
    }
    put_together(&mut run.causes);
    origins.fill(&mut run.causes, &found, &engine);
    let end = End {
        site: &run.site,
        summary: &run.summary,
        errors: &errors,
        causes: &run.causes,
    };
    let heard = outputs.finish(&end, lang)?;
    let to_people = format_of(matches, platform) == Format::Text;
    if heard && !quiet && run.summary.pages > 0 && (to_people || io::stderr().is_terminal()) {
        super::remark(&stats::line(&run.summary, begun.elapsed(), lang));
    }
    for error in &errors {
        super::complain_of(lang, &error.path, &error.message);
    }
    Ok(if !errors.is_empty() {
        Exit::Trouble
    } else if run.causes.iter().any(|cause| cause.fails(fail_on)) {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

const LEDGER_FOR_PEOPLE: crate::text::Text = text(
    "--ledger se lit au format text ; les autres formats donnent déjà tests et critères",
    "--ledger is read in format text; the other formats already give tests and criteria",
);

/// The format of standard output: what is asked for, else what suits the platform, else `text`.
fn format_of(matches: &ArgMatches, platform: Option<&Platform>) -> Format {
    let asked = matches.get_one::<String>("format");
    let asked = asked.and_then(|name| Format::named(name));
    asked.or(platform.map(|p| p.format)).unwrap_or(Format::Text)
}

/// Where this runs.
fn setting(base: Option<String>, fail_on: Level) -> Setting {
    let here = std::env::current_dir().unwrap_or_default();
    let top = here.ancestors().find(|folder| folder.join(".git").exists());
    let slashes = |path: &Path| path.to_string_lossy().replace('\\', "/");
    Setting {
        top: slashes(top.unwrap_or(&here)),
        here: slashes(&here),
        base,
        fail_on,
    }
}

fn open_outputs(
    matches: &ArgMatches,
    config: &Config,
    setting: Setting,
    platform: Option<&Platform>,
    pages: usize,
    lang: Lang,
) -> Result<Outputs, Failure> {
    let colour = outputs::colour(matches);
    let style = Style {
        lang,
        colour,
        width: outputs::width(),
        screen: io::stdout().is_terminal(),
        by_cause: match matches.get_one::<String>("by").map(String::as_str) {
            Some(by) => by == "cause",
            None => pages > 1,
        } && !matches.get_flag("ledger"),
        max_per_check: matches
            .get_one::<usize>("max-per-check")
            .copied()
            .or(config.max_per_check)
            .unwrap_or(20),
        quiet: matches.get_flag("quiet"),
        ledger: matches.get_flag("ledger"),
        no_graphics: std::env::var_os("NO_GRAPHICS").is_some_and(|v| v == "1"),
        meta: |id| crate::checks::metas().find(|m| m.id == id),
    };
    let format = format_of(matches, platform);
    let mut outputs = Outputs::new(format, style, setting);
    let mut to_people = format == Format::Text;
    let plain = Style {
        colour: false,
        width: 100,
        screen: false,
        ..style
    };
    let mut taken: Vec<&str> = Vec::new();
    let mut formats = vec![format];
    for report in matches.get_many::<String>("report").into_iter().flatten() {
        let (format, path) = report_of(report, lang)?;
        if taken.contains(&path) {
            return Err(match lang {
                Lang::Fr => format!("--report : deux rapports iraient dans « {path} »"),
                Lang::En => format!("--report: two reports would go into \"{path}\""),
            }
            .into());
        }
        taken.push(path);
        to_people |= format == Format::Text;
        formats.push(format);
        outputs.add(format, Path::new(path), plain, lang)?;
    }
    if style.ledger && !to_people {
        return Err(LEDGER_FOR_PEOPLE.get(lang).into());
    }
    if let Some(platform) = platform.filter(|_| !matches.contains_id("format")) {
        if let Some(path) = platform.summary()
            && let Err(e) = outputs.append(Format::Markdown, &path, plain)
        {
            super::remark(&outputs::cannot_write(&path, &e, lang));
        }
        if let Some((_, hint)) = platform.hint.filter(|hint| !formats.contains(&hint.0))
            && !style.quiet
        {
            super::remark(hint.get(lang));
        }
    }
    Ok(outputs)
}

/// `FORMAT=FILE`.
fn report_of(report: &str, lang: Lang) -> Result<(Format, &str), Failure> {
    let split = report.split_once('=').filter(|(_, path)| !path.is_empty());
    let Some((name, path)) = split else {
        return Err(match lang {
            Lang::Fr => {
                format!("--report {report} : écrire FORMAT=FICHIER, par exemple json=rapport.json")
            }
            Lang::En => {
                format!("--report {report}: write FORMAT=FILE, for example json=report.json")
            }
        }
        .into());
    };
    let Some(format) = Format::named(name) else {
        let names: Vec<&str> = Format::ALL.iter().map(|f| f.0).collect();
        let names = names.join(", ");
        return Err(match lang {
            Lang::Fr => {
                format!("--report {report} : format inconnu « {name} » ; formats : {names}")
            }
            Lang::En => format!("--report {report}: unknown format \"{name}\"; formats: {names}"),
        }
        .into());
    };
    Ok((format, path))
}
