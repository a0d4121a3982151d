//! `vigie audit`.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::outputs::{self, Outputs};
use super::{Exit, Failure, problem};
use crate::check::{Level, Options, SitePage};
use crate::engine::{
    Discovered, Engine, Problem, ProblemKind, Selection, Selector, Settings, SiteFile, discover,
};
use crate::report::{End, Format, RunError, Style};
use crate::text::{Lang, text};

/// Runs it.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    let paths: Vec<PathBuf> = matches
        .get_many("paths")
        .map(|p| p.cloned().collect())
        .unwrap_or_default();
    if paths.is_empty() {
        return Err(NO_PATH.get(lang).into());
    }
    let settings = settings(matches, lang)?;
    let fail_on = fail_on(matches);
    let engine = Engine::new(settings);

    let root = matches.get_one::<PathBuf>("root").map(PathBuf::as_path);
    let mut found = find(&paths, root, engine.settings().max_page_bytes);
    if let Some(base) = matches.get_one::<String>("base") {
        found.site.set_base(base_path(base));
    }
    let mut outputs = open_outputs(matches, lang)?;
    let jobs = matches.get_one::<u16>("jobs").copied().unwrap_or(0);

    let ran = outputs
        .start()
        .and_then(|()| engine.run(&found.files, &found.site, usize::from(jobs), &mut outputs));
    let mut run = match ran {
        Ok(run) => run,
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Clean),
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
    };
    outputs.finish(&end, lang)?;
    for error in &errors {
        super::complain(lang, &format!("{} : {}", error.path, error.message));
    }
    Ok(if !errors.is_empty() {
        Exit::Trouble
    } else if fail_on.is_some_and(|level| run.summary.findings.reach(level)) {
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
                page: SitePage {
                    path: "-".to_owned(),
                    site_path: String::new(),
                },
            }),
            Err(e) => found.problems.push(Problem {
                path: "-".to_owned(),
                kind: ProblemKind::Io(e.to_string()),
            }),
        }
    }
    found
}

const NO_PATH: crate::text::Text = text(
    "que faut-il contrôler ? Donner un dossier, des fichiers, ou - pour l’entrée standard :\n\n  vigie audit _site",
    "what is there to audit? Give a folder, files, or - for standard input:\n\n  vigie audit _site",
);

fn settings(matches: &ArgMatches, lang: Lang) -> Result<Settings, Failure> {
    let mut settings = Settings {
        options: Options {
            lang,
            ..Options::default()
        },
        selection: Selection {
            select: selectors(matches, "select", lang)?,
            ignore: selectors(matches, "ignore", lang)?,
        },
        ..Settings::default()
    };
    if let Some(&max) = matches.get_one::<u64>("max-page-size") {
        settings.max_page_bytes = max;
    }
    Ok(settings)
}

fn selectors(matches: &ArgMatches, name: &str, lang: Lang) -> Result<Vec<Selector>, Failure> {
    matches
        .get_many::<String>(name)
        .into_iter()
        .flatten()
        .filter(|word| !word.trim().is_empty())
        .map(|word| {
            Selector::parse(word, lang)
                .map_err(|e| format!("--{name} : {}", e.message(lang)).into())
        })
        .collect()
}

fn fail_on(matches: &ArgMatches) -> Option<Level> {
    match matches.get_one::<String>("fail-on").map(String::as_str) {
        None => Some(Level::Error),
        Some(word) => word.parse().ok(),
    }
}

/// The path of an address: `/blog/` of `https://example.org/blog/`.
fn base_path(base: &str) -> &str {
    match base.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |slash| &rest[slash..]),
        None => base,
    }
}

fn open_outputs(matches: &ArgMatches, lang: Lang) -> Result<Outputs, Failure> {
    let choice = match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => anstream::ColorChoice::Always,
        Some("never") => anstream::ColorChoice::Never,
        _ => anstream::AutoStream::choice(&io::stdout()),
    };
    let style = Style {
        lang,
        colour: !matches!(choice, anstream::ColorChoice::Never),
        width: outputs::width(),
        max_per_check: matches
            .get_one::<usize>("max-per-check")
            .copied()
            .unwrap_or(20),
        quiet: matches.get_flag("quiet"),
        no_graphics: std::env::var_os("NO_GRAPHICS").is_some_and(|v| v == "1"),
        meta: |id| crate::checks::metas().find(|m| m.id == id),
    };
    let format = matches
        .get_one::<String>("format")
        .and_then(|name| Format::named(name))
        .unwrap_or(Format::Text);
    let mut outputs = Outputs::new(format, style);
    let plain = Style {
        colour: false,
        width: 100,
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
        outputs.add(format, Path::new(path), plain, lang)?;
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
