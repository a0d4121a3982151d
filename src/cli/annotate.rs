//! `vigie annotate`.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::command::subcommand;
use super::prepare::{self, Prepared};
use super::problem::{self, io_said};
use super::way::way;
use super::{Exit, Failure, audit_args, colon, outputs};
use crate::engine::SiteFile;
use crate::report::words::{FINDINGS, PAGES, count};
use crate::report::{Finding, PageReport, visible};
use crate::source::Source;
use crate::text::{Lang, Text, text};
use crate::{annotate, fix};

/// Arguments that mean the same as for `vigie audit`.
const SHARED: &[&str] = &[
    "paths",
    "quiet",
    "select",
    "ignore",
    "no-suppressions",
    "config",
    "base",
    "root",
    "jobs",
    "max-page-size",
];

/// Says that a folder is ours to write again.
const MARKER: &str = ".vigie-annotate";

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    subcommand("annotate", lang)
        .about(t(
            "Copie les pages en y montrant les constats à leur place",
            "Copies the pages with the findings shown in place",
        ))
        .after_help(t(
            "Chaque élément en cause est encadré et numéroté ; un panneau dit ce qui ne va pas. Les originaux ne sont pas touchés, et la copie ne fait qu’ajouter : rien d’autre ne change dans la page.\n\nUn dossier est copié en entier : images, styles et liens relatifs y mènent comme avant. Une page donnée seule reçoit un <base> qui renvoie au dossier d’où elle vient.\n\nUne politique de sécurité (Content-Security-Policy) écrite dans la page peut cacher le panneau.\n\nExemples :\n  vigie annotate _site --out annote\n  vigie annotate _site --out annote --select 8,9",
            "Each element concerned is outlined and numbered; a panel says what is wrong. The originals are not touched, and the copy only adds: nothing else changes in the page.\n\nA folder is copied whole: images, styles and relative links lead where they did. A page given by itself gets a <base> that leads to the folder it comes from.\n\nA security policy (Content-Security-Policy) written in the page may hide the panel.\n\nExamples:\n  vigie annotate _site --out annotated\n  vigie annotate _site --out annotated --select 8,9",
        ))
        .args(audit_args::shared(SHARED, lang))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name(t("DOSSIER", "FOLDER"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .help(t(
                    "Où écrire les copies : un dossier nouveau, vide, ou écrit par cette commande",
                    "Where to write the copies: a folder that is new, empty, or written by this command",
                )),
        )
}

/// Runs it. `asked`: the language of `--lang`.
pub fn run(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    let Prepared {
        engine,
        found,
        lang,
        jobs,
        paths,
        ..
    } = prepare::prepare(matches, &prepare::paths(matches), asked, lang)?;
    let out = matches
        .get_one::<PathBuf>("out")
        .cloned()
        .unwrap_or_default();
    let copies = Copies::new(&paths, &out, lang)?;
    let mut findings: HashMap<String, Vec<Finding>> = HashMap::new();
    let mut collect = |page: &PageReport| {
        if !page.findings.is_empty() {
            findings.insert(page.path.clone(), page.findings.clone());
        }
        Ok(())
    };
    let ran = engine.run(&found.files, &found.site, jobs, &mut collect);
    let ran = ran.map_err(|e| outputs::lost(&e, lang))?;
    for finding in ran.site.findings {
        if let Some(path) = finding.path.clone() {
            findings.entry(path).or_default().push(finding);
        }
    }
    let mut run = Run {
        lang,
        trouble: false,
        pages: 0,
        findings: 0,
    };
    for problem in found.problems.iter().chain(&ran.problems) {
        let error = problem::error(problem, lang);
        run.complain(&error.path, &error.message);
    }
    let made = std::fs::create_dir_all(&out).and_then(|()| std::fs::write(out.join(MARKER), ""));
    made.map_err(|e| outputs::cannot_write(&out, &e, lang))?;
    copies.others(&mut run);
    let quiet = matches.get_flag("quiet");
    let mut said = io::stdout().lock();
    for file in &found.files {
        let of_page = findings.remove(&file.page.path).unwrap_or_default();
        let Ok(bytes) = engine.read_bytes(file) else {
            // Told above.
            continue;
        };
        let written = run.page(file, bytes, &of_page, &copies, engine.settings().parser);
        if !written || quiet || of_page.is_empty() {
            continue;
        }
        let (path, colon) = (visible(&file.page.path), colon(lang));
        let count = count(of_page.len(), &FINDINGS, lang);
        match writeln!(said, "{path}{colon}{count}") {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => return Err(outputs::lost(&e, lang)),
            _ => {}
        }
    }
    if !quiet {
        let (pages, findings) = (
            count(run.pages, &PAGES, lang),
            count(run.findings, &FINDINGS, lang),
        );
        let out = out.to_string_lossy();
        let out = visible(&out);
        super::remark(&match lang {
            Lang::Fr => format!("{pages} dans {out}, {findings} montrés"),
            Lang::En => format!("{pages} in {out}, {findings} shown"),
        });
    }
    Ok(if run.trouble {
        Exit::Trouble
    } else {
        Exit::Clean
    })
}

struct Run {
    lang: Lang,
    trouble: bool,
    pages: usize,
    findings: usize,
}

impl Run {
    fn complain(&mut self, path: &str, said: &str) {
        self.trouble = true;
        super::complain_of(self.lang, path, said);
    }

    /// Writes the copy of a page; whether the findings are shown in it.
    fn page(
        &mut self,
        file: &SiteFile,
        bytes: Vec<u8>,
        findings: &[Finding],
        copies: &Copies,
        limits: crate::dom::Limits,
    ) -> bool {
        let Some((to, base)) = copies.of_page(&file.path) else {
            self.complain(&file.page.path, NO_STDIN.get(self.lang));
            return false;
        };
        let source = Source::decode(file.page.path.clone(), bytes.clone());
        let all: Vec<&Finding> = findings.iter().collect();
        let text = match findings.is_empty() {
            true => None,
            false => annotate::annotate(&source, &all, base.as_deref(), limits, self.lang),
        };
        let shown = match &text {
            Some(text) => fix::bytes(&bytes, &source, text).ok(),
            None => None,
        };
        if shown.is_none() && !findings.is_empty() {
            self.complain(&file.page.path, NOT_SHOWN.get(self.lang));
        }
        let is_shown = shown.is_some();
        if let Err(e) = write(&to, &shown.unwrap_or(bytes)) {
            self.complain(&to.to_string_lossy(), &io_said(&e, self.lang));
            return false;
        }
        self.pages += 1;
        self.findings += if is_shown { findings.len() } else { 0 };
        is_shown
    }
}

/// What was given, and where its copy goes.
struct Copies {
    /// As given, its canonical form, where to.
    given: Vec<(PathBuf, PathBuf, PathBuf)>,
}

impl Copies {
    fn new(paths: &[PathBuf], out: &Path, lang: Lang) -> Result<Copies, Failure> {
        let taken = std::fs::read_dir(out).map(|mut all| all.next().is_some());
        if taken.unwrap_or(out.exists()) && !out.join(MARKER).is_file() {
            return Err(not_empty(out, lang).into());
        }
        let real = canonical(out);
        let mut given = Vec::new();
        for path in paths {
            let from = canonical(path);
            if from.starts_with(&real) || (path.is_dir() && real.starts_with(&from)) {
                return Err(inside(out, path, lang).into());
            }
            let to = match (paths.len(), path.is_dir()) {
                (1, true) => out.to_owned(),
                (1, false) => out.join(path.file_name().unwrap_or_default()),
                _ => out.join(plain(path)),
            };
            given.push((path.clone(), from, to));
        }
        Ok(Copies { given })
    }

    /// Where the copy of a page goes, and where its relative addresses lead when nothing is copied beside it.
    fn of_page(&self, path: &Path) -> Option<(PathBuf, Option<String>)> {
        if let Some((_, _, to)) = self
            .given
            .iter()
            .find(|(given, ..)| given == path && !given.is_dir())
        {
            if !path.is_file() {
                return None;
            }
            let folder = canonical(path).parent()?.to_owned();
            return Some((to.clone(), address(&canonical(to.parent()?), &folder)));
        }
        let inside = self.given.iter().filter_map(|(given, _, to)| {
            let rest = path.strip_prefix(given).ok()?;
            Some((given.as_os_str().len(), to.join(rest)))
        });
        inside.max_by_key(|(len, _)| *len).map(|(_, to)| (to, None))
    }

    /// Copies what is no page: pages come after it. Links are followed to files of the same folder only.
    fn others(&self, run: &mut Run) {
        let folders = self.given.iter().filter(|(given, ..)| given.is_dir());
        for (_, root, to) in folders {
            let mut left = vec![PathBuf::new()];
            while let Some(folder) = left.pop() {
                let entries = std::fs::read_dir(root.join(&folder));
                for entry in entries.into_iter().flatten().flatten() {
                    let inside = folder.join(entry.file_name());
                    let from = root.join(&inside);
                    let is_here = || canonical(&from).starts_with(root) && from.is_file();
                    match entry.file_type() {
                        Ok(kind) if kind.is_dir() => left.push(inside),
                        Ok(kind) if kind.is_file() || (kind.is_symlink() && is_here()) => {
                            if let Err(e) = copy(&from, &to.join(&inside)) {
                                let path = from.to_string_lossy();
                                run.complain(&path, &io_said(&e, run.lang));
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

/// The path without what leads out of a folder.
fn plain(path: &Path) -> PathBuf {
    let parts = path.components();
    parts
        .filter(|part| matches!(part, Component::Normal(_)))
        .collect()
}

/// The path as the system knows it, also when its end is still to be made.
fn canonical(path: &Path) -> PathBuf {
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if !parent.as_os_str().is_empty() => {
            canonical(parent).join(name)
        }
        (_, Some(name)) => canonical(Path::new(".")).join(name),
        _ => path.to_owned(),
    }
}

/// The relative address of a folder from another.
fn address(from: &Path, to: &Path) -> Option<String> {
    let (up, down) = way(from, to)?;
    let mut address = "../".repeat(up);
    for name in down {
        address.push_str(name.to_str()?);
        address.push('/');
    }
    Some(if address.is_empty() {
        "./".to_owned()
    } else {
        address
    })
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::copy(from, to).map(drop)
}

fn write(to: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(to, bytes)
}

fn not_empty(out: &Path, lang: Lang) -> String {
    let out = out.to_string_lossy();
    let out = visible(&out);
    match lang {
        Lang::Fr => {
            format!("--out : « {out} » n’est pas vide, et n’a pas été écrit par cette commande")
        }
        Lang::En => format!("--out: \"{out}\" is not empty, and was not written by this command"),
    }
}

fn inside(out: &Path, path: &Path, lang: Lang) -> String {
    let (out, path) = (out.to_string_lossy(), path.to_string_lossy());
    let (out, path) = (visible(&out), visible(&path));
    match lang {
        Lang::Fr => format!(
            "--out : « {out} » et « {path} » sont l’un dans l’autre ; les copies vont ailleurs"
        ),
        Lang::En => {
            format!("--out: \"{out}\" and \"{path}\" are inside one another; copies go elsewhere")
        }
    }
}

const NO_STDIN: Text = text(
    "une page de l’entrée standard n’est pas copiée : la donner comme fichier",
    "a page of standard input is not copied: give it as a file",
);
const NOT_SHOWN: Text = text(
    "les constats n’ont pas pu être montrés dans cette page (cadres, ou encodage qui ne se réécrit pas) : elle est copiée telle quelle",
    "the findings could not be shown in this page (frames, or an encoding that cannot be written again): it is copied as it is",
);
