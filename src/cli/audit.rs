//! `vigie audit`.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::Instant;

use clap::ArgMatches;

use super::beside::Beside;
use super::origins::Origins;
use super::outputs::{self, Outputs};
use super::prepare::{self, Prepared};
use super::progress::Progress;
use super::{Exit, Failure, colon, problem, settings, stats};
use crate::check::Level;
use crate::config::Config;
use crate::report::{Cause, End, Format, RunError, State, Style, visible};
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
    let mut outputs = open_outputs(matches, &config, lang)?;
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
    origins.fill(&mut run.causes, &found);
    let end = End {
        site: &run.site,
        summary: &run.summary,
        errors: &errors,
        causes: &run.causes,
    };
    outputs.finish(&end, lang)?;
    let to_people = matches
        .get_one::<String>("format")
        .is_some_and(|f| f == "text");
    if !quiet && run.summary.pages > 0 && (to_people || io::stderr().is_terminal()) {
        super::remark(&stats::line(&run.summary, begun.elapsed(), lang));
    }
    for error in &errors {
        let path = visible(&error.path);
        super::complain(lang, &format!("{path}{}{}", colon(lang), error.message));
    }
    Ok(if !errors.is_empty() {
        Exit::Trouble
    } else if has_new(&run.causes, fail_on) {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

/// Whether something of this level or louder is to be mended that no baseline accepts.
fn has_new(causes: &[Cause], level: Level) -> bool {
    let loud = |cause: &Cause| level != Level::Off && cause.first.level >= level;
    causes.iter().any(|c| c.state == State::New && loud(c))
}

const LEDGER_FOR_PEOPLE: crate::text::Text = text(
    "--ledger se lit au format text ; les autres formats donnent déjà tests et critères",
    "--ledger is read in format text; the other formats already give tests and criteria",
);

fn open_outputs(matches: &ArgMatches, config: &Config, lang: Lang) -> Result<Outputs, Failure> {
    let colour = outputs::colour(matches);
    let style = Style {
        lang,
        colour,
        width: outputs::width(),
        screen: io::stdout().is_terminal(),
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
    let format = matches
        .get_one::<String>("format")
        .and_then(|name| Format::named(name))
        .unwrap_or(Format::Text);
    let mut outputs = Outputs::new(format, style);
    let mut to_people = format == Format::Text;
    let plain = Style {
        colour: false,
        width: 100,
        screen: false,
        ..style
    };
    let mut taken: Vec<&str> = Vec::new();
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
        outputs.add(format, Path::new(path), plain, lang)?;
    }
    if style.ledger && !to_people {
        return Err(LEDGER_FOR_PEOPLE.get(lang).into());
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
