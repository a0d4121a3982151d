//! `vigie baseline`: writes the file of what is accepted for now.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::beside::{self, Beside};
use super::command::subcommand;
use super::prepare::{self, Prepared};
use super::progress::Progress;
use super::{Exit, Failure, audit_args, outputs, problem};
use crate::baseline::{self, Baseline, Day, Terms, Updated};
use crate::engine::Sink;
use crate::report::words::{Noun, count, noun};
use crate::report::{PageReport, visible};
use crate::text::{Lang, text};

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    let verb = |name, about| {
        subcommand(name, lang)
            .about(about)
            .arg(
                Arg::new("file")
                    .value_name(t("FICHIER", "FILE"))
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::FilePath)
                    .help(t(
                        "L’état de référence, au format TOML",
                        "The baseline, in TOML",
                    )),
            )
            .arg(
                Arg::new("paths")
                    .value_name(t("CHEMIN", "PATH"))
                    .num_args(0..)
                    .value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::AnyPath)
                    .help(if name == "create" {
                        t("Ce qu’il faut contrôler", "What to audit")
                    } else {
                        t(
                            "Ce qu’il faut contrôler [par défaut : comme la première fois]",
                            "What to audit [default: as the first time]",
                        )
                    }),
            )
            .args(audit_args::choosing(lang))
            .args(audit_args::of_site(lang))
    };
    let terms = |command: Command| {
        let term = |name: &'static str, value, help| {
            Arg::new(name)
                .long(name)
                .value_name(value)
                .help_heading(t("Acceptation ", "Terms"))
                .help(help)
        };
        command
            .arg(term(
                "reason",
                t("TEXTE", "TEXT"),
                t("Pourquoi ces défauts attendent", "Why these defects may wait"),
            ))
            .arg(term(
                "owner",
                t("NOM", "NAME"),
                t("Qui doit les corriger", "Who is to mend them"),
            ))
            .arg(
                term(
                    "expires",
                    t("JOUR", "DAY"),
                    t(
                        "Dernier jour où ils sont acceptés (2026-12-31) ; ensuite ils font échouer de nouveau",
                        "Last day they are accepted (2026-12-31); then they fail again",
                    ),
                )
                .value_parser(day),
            )
    };
    subcommand("baseline", lang)
        .about(t(
            "Écrit l’état de référence : les défauts acceptés pour l’instant",
            "Writes the baseline: the defects accepted for now",
        ))
        .after_help(t(
            "Un défaut accepté ne fait pas échouer vigie audit --baseline FICHIER ; un nouveau, si. Chacun est reconnu où que le mènent\nlignes déplacées et pages renommées ; celui d’une page redevient nouveau s’il gagne d’autres pages, celui d’un gabarit non.\n\nExemples :\n  vigie baseline create vigie-baseline.toml _site --reason \"avant la refonte\" --expires 2027-06-30\n  vigie audit _site --baseline vigie-baseline.toml\n  vigie baseline update vigie-baseline.toml\n  vigie baseline prune vigie-baseline.toml",
            "An accepted defect does not fail vigie audit --baseline FILE; a new one does. Each is recognised wherever moved lines and renamed\npages take it; a page's own is new again when more pages have it, a template's is not.\n\nExamples:\n  vigie baseline create vigie-baseline.toml _site --reason \"before the redesign\" --expires 2027-06-30\n  vigie audit _site --baseline vigie-baseline.toml\n  vigie baseline update vigie-baseline.toml\n  vigie baseline prune vigie-baseline.toml",
        ))
        .subcommand_required(true)
        .subcommand_value_name(t("ACTION", "ACTION"))
        .subcommand_help_heading(t("Actions ", "Actions"))
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(terms(verb(
            "create",
            t("Accepte tout ce qui est trouvé", "Accepts all that is found"),
        )))
        .subcommand(terms(verb(
            "update",
            t(
                "Accepte aussi ce qui est nouveau, retire ce qui n’y est plus ; garde raisons, responsables et jours",
                "Also accepts what is new, takes out what is gone; keeps reasons, owners and days",
            ),
        )))
        .subcommand(verb(
            "prune",
            t("Retire ce qui n’y est plus", "Takes out what is gone"),
        ))
}

/// A day of the calendar.
fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "2026-12-31".to_owned())
}

/// Runs it.
pub fn run(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    let Some((verb, matches)) = matches.subcommand() else {
        unreachable!("clap asks for an action");
    };
    let file: &PathBuf = matches.get_one("file").expect("clap asks for it");
    let given = prepare::paths(matches);
    let mut beside = match verb {
        "create" if file.exists() => return Err(there_already(file, lang)),
        "create" => Beside {
            baseline: Baseline::default(),
            path: file.clone(),
        },
        _ => Beside::read(file, lang)?,
    };
    let paths = if given.is_empty() {
        beside.paths()
    } else {
        given
    };
    let prepared = prepare::prepare(matches, &paths, asked, lang)?;
    let lang = prepared.lang;
    let Prepared { engine, found, .. } = &prepared;
    let mut quiet = Quiet(Progress::new(found.files.len(), lang));
    let ran = engine.run(&found.files, &found.site, prepared.jobs, &mut quiet);
    quiet.0.finish();
    let ran = ran.map_err(|e| outputs::lost(&e, lang))?;
    let unread: Vec<_> = found.problems.iter().chain(&ran.problems).collect();
    for problem in &unread {
        let error = problem::error(problem, lang);
        super::complain_of(lang, &error.path, &error.message);
    }
    if ran.summary.pages == 0 {
        return Ok(Exit::Trouble);
    }
    let pages = beside::audited(found, &ran);
    let everything = beside.is_covered(&paths) && unread.is_empty();
    let updated = beside::looked(&pages, everything, engine, |looked| match verb {
        "prune" => beside.baseline.prune(&ran.causes, looked),
        _ => beside.baseline.update(&ran.causes, looked, &terms(matches)),
    });
    if verb != "prune" {
        beside.remember(&paths);
    }
    outputs::write_file(file, &baseline::write(&beside.baseline, lang), lang)?;
    super::print(&said(file, updated, lang), lang)?;
    Ok(if unread.is_empty() {
        Exit::Clean
    } else {
        Exit::Trouble
    })
}

fn terms(matches: &ArgMatches) -> Terms {
    Terms {
        reason: matches.get_one("reason").cloned(),
        owner: matches.get_one("owner").cloned(),
        expires: matches.get_one("expires").copied(),
    }
}

fn there_already(file: &Path, lang: Lang) -> Failure {
    let file = file.to_string_lossy();
    let file = visible(&file);
    match lang {
        Lang::Fr => format!("« {file} » existe déjà : vigie baseline update {file} le met à jour"),
        Lang::En => format!(
            "\"{file}\" is there already: vigie baseline update {file} brings it up to date"
        ),
    }
    .into()
}

const ACCEPTED: Noun = noun(
    text("défaut accepté", "accepted defect"),
    text("défauts acceptés", "accepted defects"),
);

/// What was written.
fn said(file: &Path, updated: Updated, lang: Lang) -> String {
    let file = file.to_string_lossy();
    let file = visible(&file);
    let all = count(updated.kept + updated.added, &ACCEPTED, lang);
    let Updated {
        added,
        removed,
        expired,
        ..
    } = updated;
    let mut said = match lang {
        Lang::Fr => format!("{file} : {all} (ajoutés : {added}, retirés : {removed})\n"),
        Lang::En => format!("{file}: {all} (added: {added}, taken out: {removed})\n"),
    };
    if expired > 0 {
        said.push_str(&match lang {
            Lang::Fr => format!("Jour dépassé : {expired}, qui font échouer de nouveau ; vigie baseline update {file} --expires JOUR les renouvelle\n"),
            Lang::En => format!("Past their day: {expired}, which fail again; vigie baseline update {file} --expires DAY renews them\n"),
        });
    }
    said
}

/// Looks at no page.
struct Quiet(Progress);

impl Sink for Quiet {
    fn page(&mut self, _: &PageReport) -> io::Result<()> {
        self.0.page(|| Ok(()))
    }
}
