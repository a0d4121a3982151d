//! `vigie diff`: what is new and what is gone between two runs.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use anstyle::Style as Paint;
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use serde::Serialize;

use super::command::subcommand;
use super::problem::io_said;
use super::{Exit, Failure, colon, outputs};
use crate::check::Level;
use crate::diff::{self, Broken, Changed, Difference, Only, RecordedCause, RecordedRun};
use crate::report::words::{self, Noun, PAGES, count, noun};
use crate::report::{Levels, SCHEMA_VERSION, visible, visible_at_line_start, write_json};
use crate::source::Position;
use crate::text::{Lang, text};

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    let report = |id: &'static str, name, help| {
        Arg::new(id)
            .value_name(name)
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help(help)
    };
    subcommand("diff", lang)
        .about(t(
            "Compare deux exécutions : ce qui est nouveau, ce qui a disparu",
            "Compares two runs: what is new, what is gone",
        ))
        .after_help(t(
            "Codes de sortie :\n  0  rien de nouveau au niveau demandé par --fail-on\n  1  des défauts nouveaux à ce niveau ou au-dessus\n  2  un fichier n’est pas un rapport json ou jsonl de Vigie\n\nExemples :\n  vigie audit _site --report json=avant.json\n  vigie audit _site --format json | vigie diff avant.json -",
            "Exit codes:\n  0  nothing new at the level of --fail-on\n  1  new defects at this level or above\n  2  a file is no json or jsonl report of Vigie\n\nExamples:\n  vigie audit _site --report json=before.json\n  vigie audit _site --format json | vigie diff before.json -",
        ))
        .arg(report(
            "old",
            t("AVANT", "OLD"),
            t(
                "Rapport json ou jsonl ; - pour l’entrée standard",
                "A json or jsonl report; - for standard input",
            ),
        ))
        .arg(report(
            "new",
            t("APRÈS", "NEW"),
            t("Rapport json ou jsonl d’après", "The later json or jsonl report"),
        ))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("text")
                .value_parser(["text", "json"])
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(t("text ou json [par défaut : text]", "text or json [default: text]")),
        )
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name(t("NIVEAU", "LEVEL"))
                .default_value("error")
                .value_parser(["error", "warning", "note", "never"])
                .hide_possible_values(true)
                .hide_default_value(true)
                .help(t(
                    "Niveau à partir duquel un défaut nouveau fait sortir avec le code 1 : error, warning, note ou never [par défaut : error]",
                    "Level from which a new defect exits with code 1: error, warning, note or never [default: error]",
                )),
        )
}

/// Runs it.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    let path = |id| -> &PathBuf { matches.get_one(id).expect("clap asks for it") };
    let (old_path, new_path) = (path("old"), path("new"));
    if is_stdin(old_path) && is_stdin(new_path) {
        return Err(ONCE.get(lang).into());
    }
    let old = open(old_path, lang)?;
    let new = open(new_path, lang)?;
    let sides = [Side::of(&old), Side::of(&new)];
    let difference = Difference::between(old, new);
    let word: &String = matches.get_one("fail-on").expect("it has a default");
    let fail_on = word.parse().unwrap_or(Level::Off);
    let json = matches
        .get_one::<String>("format")
        .is_some_and(|f| f == "json");
    let said = if json {
        as_json(&difference, &sides, lang)?
    } else {
        as_text(&difference, &sides, lang)
    };
    super::print(&said, lang)?;
    Ok(if diff::levels(&difference.new).reach(fail_on) {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

const ONCE: crate::text::Text = text(
    "l’entrée standard ne se lit qu’une fois : donner un fichier pour l’un des deux rapports",
    "standard input is read once only: give a file for one of both reports",
);

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn open(path: &Path, lang: Lang) -> Result<RecordedRun, Failure> {
    let from: Result<Box<dyn Read>, _> = if is_stdin(path) {
        Ok(Box::new(io::stdin().lock()))
    } else {
        File::open(path).map(|file| Box::new(file) as Box<dyn Read>)
    };
    let read = from
        .map_err(Broken::Io)
        .and_then(|from| diff::read(BufReader::new(from)));
    read.map_err(|broken| {
        let why = match broken {
            Broken::Io(e) => io_said(&e, lang),
            Broken::Json(e) => {
                let e = visible(&e);
                match lang {
                    Lang::Fr => format!("ce n’est pas un rapport json ou jsonl de Vigie ({e})"),
                    Lang::En => format!("this is no json or jsonl report of Vigie ({e})"),
                }
            }
            Broken::NoReport => text(
                "ce n’est pas un rapport json ou jsonl de Vigie",
                "this is no json or jsonl report of Vigie",
            )
            .get(lang)
            .to_owned(),
            Broken::NoCauses => text(
                "ce rapport vient d’une version de Vigie qui ne disait pas les causes",
                "this report is of a version of Vigie that did not tell causes",
            )
            .get(lang)
            .to_owned(),
            Broken::OtherSchema => text(
                "ce rapport a une forme que cette version de Vigie ne connaît pas",
                "this report has a shape that this version of Vigie does not know",
            )
            .get(lang)
            .to_owned(),
        };
        let path = path.to_string_lossy();
        Failure::Said(format!("{}{}{why}", visible(&path), colon(lang)))
    })
}

/// One of both runs.
#[derive(Serialize)]
struct Side {
    version: String,
    pages: usize,
    checks: usize,
    causes: usize,
}

impl Side {
    fn of(run: &RecordedRun) -> Side {
        Side {
            version: run.version.clone(),
            pages: run.pages.len(),
            checks: run.checks.len(),
            causes: run.causes.len(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'d> {
    schema_version: u32,
    old: &'d Side,
    new: &'d Side,
    only_old: &'d Only,
    only_new: &'d Only,
    summary: Counts,
    causes: Causes<'d>,
}

#[derive(Serialize)]
struct Counts {
    new: Levels,
    fixed: Levels,
    changed: usize,
    unchanged: usize,
    incomparable: usize,
}

#[derive(Serialize)]
struct Causes<'d> {
    new: &'d [RecordedCause],
    fixed: &'d [RecordedCause],
    changed: &'d [Changed],
    incomparable: &'d [RecordedCause],
}

fn as_json(difference: &Difference, [old, new]: &[Side; 2], lang: Lang) -> Result<String, Failure> {
    let mut out = Vec::new();
    let document = Document {
        schema_version: SCHEMA_VERSION,
        old,
        new,
        only_old: &difference.only_old,
        only_new: &difference.only_new,
        summary: Counts {
            new: diff::levels(&difference.new),
            fixed: diff::levels(&difference.fixed),
            changed: difference.changed.len(),
            unchanged: difference.unchanged,
            incomparable: difference.incomparable.len(),
        },
        causes: Causes {
            new: &difference.new,
            fixed: &difference.fixed,
            changed: &difference.changed,
            incomparable: &difference.incomparable,
        },
    };
    write_json(&mut out, &document).map_err(|e| outputs::lost(&e, lang))?;
    out.push(b'\n');
    Ok(String::from_utf8_lossy(&out).into_owned())
}

fn as_text(difference: &Difference, [old, new]: &[Side; 2], lang: Lang) -> String {
    let mut out = String::new();
    for line in apart(difference, old, new, lang) {
        out.push_str(&line);
        out.push('\n');
    }
    let t = |fr, en| text(fr, en).get(lang);
    for cause in &difference.fixed {
        out.push_str(&told(
            t("disparu", "fixed"),
            cause,
            &figures(cause, lang),
            lang,
        ));
    }
    for Changed { now, before } in &difference.changed {
        let mut said = figures(now, lang);
        let level = words::level(before.level).get(lang);
        let pages = count(before.pages, &PAGES, lang);
        let found = count(before.occurrences, &words::FINDINGS, lang);
        said.push_str(&match lang {
            Lang::Fr => format!(" ; avant : {level}, {pages}, {found}"),
            Lang::En => format!("; before: {level}, {pages}, {found}"),
        });
        out.push_str(&told(t("changé", "changed"), now, &said, lang));
    }
    for cause in &difference.new {
        out.push_str(&told(
            t("nouveau", "new"),
            cause,
            &figures(cause, lang),
            lang,
        ));
    }
    let bold = if outputs::stdout_has_colours() {
        Paint::new().bold()
    } else {
        Paint::new()
    };
    let counts = [
        count(difference.new.len(), &NEW, lang),
        count(difference.fixed.len(), &FIXED, lang),
        count(difference.changed.len(), &CHANGED, lang),
        count(difference.unchanged, &UNCHANGED, lang),
    ];
    out.push_str(&format!("{bold}{}{bold:#}\n", counts.join(", ")));
    out
}

const NEW: Noun = noun(
    text("défaut nouveau", "new defect"),
    text("défauts nouveaux", "new defects"),
);
const FIXED: Noun = noun(text("disparu", "fixed"), text("disparus", "fixed"));
const CHANGED: Noun = noun(text("changé", "changed"), text("changés", "changed"));
const UNCHANGED: Noun = noun(
    text("inchangé", "unchanged"),
    text("inchangés", "unchanged"),
);

/// What makes both runs less than comparable.
fn apart(difference: &Difference, old: &Side, new: &Side, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if old.version != new.version {
        let (old, new) = (visible(&old.version), visible(&new.version));
        lines.push(match lang {
            Lang::Fr => format!(
                "Versions de Vigie différentes ({old}, {new}) : des défauts peuvent être nouveaux ou disparus sans que les pages aient changé"
            ),
            Lang::En => format!(
                "Different versions of Vigie ({old}, {new}): defects may be new or fixed without a change in the pages"
            ),
        });
    }
    let only = |old: usize, new: usize, what_fr: &str, what_en: &str| match lang {
        Lang::Fr => format!("{what_fr} seulement avant : {old}, seulement après : {new}"),
        Lang::En => format!("{what_en} only before: {old}, only after: {new}"),
    };
    let Difference {
        only_old, only_new, ..
    } = difference;
    if !only_old.checks.is_empty() || !only_new.checks.is_empty() {
        let mut line = only(
            only_old.checks.len(),
            only_new.checks.len(),
            "Règles",
            "Checks",
        );
        let n = difference.incomparable.len();
        line.push_str(&match lang {
            Lang::Fr => format!(" ; leurs défauts ({n}) ne sont comptés ni nouveaux ni disparus"),
            Lang::En => format!("; their defects ({n}) count as neither new nor fixed"),
        });
        lines.push(line);
    }
    if !only_old.pages.is_empty() || !only_new.pages.is_empty() {
        lines.push(only(
            only_old.pages.len(),
            only_new.pages.len(),
            "Pages",
            "Pages",
        ));
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn figures(cause: &RecordedCause, lang: Lang) -> String {
    let pages = count(cause.pages, &PAGES, lang);
    let found = count(cause.occurrences, &words::FINDINGS, lang);
    format!("{pages}, {found}")
}

/// A cause: what, where, how often.
fn told(word: &str, cause: &RecordedCause, figures: &str, lang: Lang) -> String {
    let level = words::level(cause.level).get(lang);
    let (check, message) = (visible(&cause.check), visible(&cause.message));
    let place = match (&cause.origin, &cause.place) {
        (Some(origin), _) => format!("{}:{}", visible_at_line_start(&origin.path), origin.line),
        (None, Some(place)) => {
            let Position { line, column, .. } = place.start;
            format!("{}:{line}:{column}", visible_at_line_start(&place.path))
        }
        (None, None) => String::new(),
    };
    format!(
        "{word} {level}[{check}]{}{message}\n    {place} ({figures})\n    {}\n\n",
        colon(lang),
        visible(&cause.excerpt)
    )
}
