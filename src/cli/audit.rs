//! `vigie audit`.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::ArgMatches;

use super::outputs::{self, Outputs};
use super::progress::Progress;
use super::{Exit, Failure, colon, problem, settings, stats};
use crate::check::SitePage;
use crate::config::Config;
use crate::engine::{Discovered, Engine, Problem, ProblemKind, SiteFile, discover};
use crate::report::{End, Format, RunError, Style, visible};
use crate::text::{Lang, text};

/// Runs it. `asked`: the language of `--lang`.
pub fn run(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    let begun = Instant::now();
    let paths: Vec<PathBuf> = matches
        .get_many("paths")
        .map(|p| p.cloned().collect())
        .unwrap_or_default();
    if paths.is_empty() {
        return Err(NO_PATH.get(lang).into());
    }
    let mut config = settings::config(matches, asked, lang)?;
    let lang = asked.or(config.lang).unwrap_or(lang);
    let mut settings = settings::settings(matches, &mut config, lang)?;
    let fail_on = settings::fail_on(matches, &config);

    let root = matches.get_one::<PathBuf>("root").or(config.root.as_ref());
    let mut found = find(&paths, root.map(PathBuf::as_path), settings.max_page_bytes);
    settings.options.site_of_many = found.files.len() > 1;
    // Of part of a site, not all of what is declared is there.
    if !found.files.is_empty() && paths.iter().any(|p| p.is_dir()) {
        let pages: Vec<&SitePage> = found.files.iter().map(|f| &f.page).collect();
        for name in settings.options.pages.without_page(&pages) {
            super::remark(&WITHOUT_PAGE.get(lang).replace("{name}", &visible(name)));
        }
    }
    let engine = Engine::new(settings);
    if engine.is_idle() {
        return Err(NO_CHECK.get(lang).into());
    }
    if let Some(base) = matches.get_one::<String>("base").or(config.base.as_ref()) {
        found.site.set_base(base);
    }
    let mut outputs = open_outputs(matches, &config, lang)?;
    let quiet = matches.get_flag("quiet");
    if !quiet && !matches.get_flag("no-progress") {
        outputs.progress = Progress::new(found.files.len(), lang);
    }
    let jobs = matches.get_one("jobs").copied().unwrap_or(0);

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
    } else if run.summary.findings.reach(fail_on) {
        Exit::Findings
    } else {
        Exit::Clean
    })
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

const LEDGER_FOR_PEOPLE: crate::text::Text = text(
    "--ledger se lit au format text ; les autres formats donnent déjà tests et critères",
    "--ledger is read in format text; the other formats already give tests and criteria",
);

fn open_outputs(matches: &ArgMatches, config: &Config, lang: Lang) -> Result<Outputs, Failure> {
    let colour = match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => true,
        Some("never") => false,
        _ => outputs::stdout_has_colours(),
    };
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
