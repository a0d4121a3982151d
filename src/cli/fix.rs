//! `vigie fix`.

use std::io::{self, Write};

use clap::ArgMatches;
use rayon::prelude::*;

use super::prepare::{self, Prepared};
use super::problem::{self, io_said};
use super::{Exit, Failure, colon, outputs, replace, sheet};
use crate::config;
use crate::engine::{Discovered, Engine, Problem, Selection, SiteFile};
use crate::fix::{self, Mended, Name, Names, Reason, Untouchable};
use crate::report::visible;
use crate::report::words::{CHANGES, PAGES, count};
use crate::source::Source;
use crate::text::{Lang, Text, text};

/// Pages read before what they become is told: more would be held in memory at once.
const AT_ONCE: usize = 64;

/// Runs it. `asked`: the language of `--lang`.
pub fn run(matches: &ArgMatches, asked: Option<Lang>, lang: Lang) -> Result<Exit, Failure> {
    if matches.get_flag("list") {
        return list(lang);
    }
    let mut selection = Selection::default();
    let Prepared {
        engine,
        found,
        lang,
        jobs,
        ..
    } = prepare::prepare_with(
        matches,
        &prepare::paths(matches),
        asked,
        lang,
        |settings, lang| {
            if let Some(set) = matches.get_one::<String>("set-lang") {
                if !config::is_language(set) {
                    let said = config::not_a_language(set, lang);
                    return Err(format!("--set-lang{}{said}", colon(lang)).into());
                }
                settings.options.set_lang = Some(set.clone());
            }
            // A change is judged by all there is to say of the page, whatever the changes asked for.
            selection = std::mem::take(&mut settings.selection);
            settings.preset = None;
            settings.max_findings = usize::MAX;
            Ok(())
        },
    )?;
    let colour = outputs::colour(matches);
    let mut run = Run {
        names: Names::new(&found.files, &found.site),
        engine,
        selection,
        write: matches.get_flag("write"),
        quiet: matches.get_flag("quiet"),
        colour,
        lang,
        changes: 0,
        pages: 0,
        left: 0,
        trouble: false,
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(|e| e.to_string())?;
    for problem in &found.problems {
        run.problem(problem);
    }
    let mut out = io::BufWriter::new(io::stdout());
    for files in found.files.chunks(AT_ONCE) {
        let pages: Vec<Page> = pool.install(|| {
            let each = files.par_iter().with_max_len(1);
            each.map(|file| run.read(file, &found)).collect()
        });
        for page in pages {
            match run.page(&mut out, page) {
                Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(run.exit()),
                done => done.map_err(|e| outputs::lost(&e, lang))?,
            }
        }
    }
    match out.flush() {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => return Err(outputs::lost(&e, lang)),
        _ => {}
    }
    run.conclude();
    Ok(run.exit())
}

/// What one page became.
struct Page<'f> {
    file: &'f SiteFile,
    done: Result<Changed, Problem>,
}

struct Changed {
    mended: Mended,
    old: Vec<u8>,
    new: Result<Vec<u8>, Untouchable>,
}

struct Run {
    engine: Engine,
    selection: Selection,
    names: Names,
    write: bool,
    quiet: bool,
    colour: bool,
    lang: Lang,
    changes: usize,
    pages: usize,
    /// Changes that were not made.
    left: usize,
    trouble: bool,
}

impl Run {
    fn read<'f>(&self, file: &'f SiteFile, found: &Discovered) -> Page<'f> {
        let done = self.engine.read_bytes(file).map(|old| {
            let source = Source::decode(file.page.path.clone(), old.clone());
            let (engine, selection) = (&self.engine, &self.selection);
            let mended = fix::mend(
                engine,
                selection,
                source,
                &file.page,
                &found.site,
                &self.names,
            );
            let new = fix::bytes(&old, &mended.source, &mended.text);
            Changed { mended, old, new }
        });
        let done = done.map_err(|kind| Problem {
            path: file.page.path.clone(),
            kind,
        });
        Page { file, done }
    }

    fn page(&mut self, out: &mut dyn Write, page: Page<'_>) -> io::Result<()> {
        let Changed { mended, old, new } = match page.done {
            Ok(changed) => changed,
            Err(problem) => {
                self.problem(&problem);
                return Ok(());
            }
        };
        let path = &page.file.page.path;
        for refused in &mended.refused {
            self.left += 1;
            if !self.quiet {
                let (line, column) = (refused.at.line, refused.at.column);
                let reason = reason(&refused.reason, self.lang);
                let (path, check, colon) = (visible(path), refused.check, colon(self.lang));
                let left = LEFT.get(self.lang);
                super::remark(&format!(
                    "{path}:{line}:{column}: {check}{colon}{left}, {reason}"
                ));
            }
        }
        let is_stdin = page.file.bytes.is_some();
        if mended.made.is_empty() {
            return if self.write && is_stdin {
                out.write_all(&old)
            } else {
                Ok(())
            };
        }
        let new = match new {
            Ok(new) => new,
            Err(why) => {
                let said = text_of(why).get(self.lang);
                self.complain(path, said);
                return Ok(());
            }
        };
        if !self.write {
            fix::unified(out, path, &mended.source.text, &mended.text, self.colour)?;
        } else if is_stdin {
            out.write_all(&new)?;
        } else if let Err(error) = replace::replace(&page.file.path, &old, &new) {
            let said = match error {
                replace::Error::Changed => CHANGED.get(self.lang).to_owned(),
                replace::Error::Io(e) => io_said(&e, self.lang),
            };
            self.complain(path, &said);
            return Ok(());
        } else if !self.quiet {
            let made = count(mended.made.len(), &CHANGES, self.lang);
            writeln!(out, "{}{}{made}", visible(path), colon(self.lang))?;
        }
        self.pages += 1;
        self.changes += mended.made.len();
        Ok(())
    }

    fn problem(&mut self, problem: &Problem) {
        let error = problem::error(problem, self.lang);
        self.complain(&error.path, &error.message);
    }

    fn complain(&mut self, path: &str, said: &str) {
        self.trouble = true;
        super::complain_of(self.lang, path, said);
    }

    /// The figures, on standard error.
    fn conclude(&self) {
        if self.quiet {
            return;
        }
        let changes = count(self.changes, &CHANGES, self.lang);
        let pages = count(self.pages, &PAGES, self.lang);
        let mut said = match (self.changes, self.write, self.lang) {
            (0, _, Lang::Fr) => "rien que vigie fix puisse corriger à coup sûr".to_owned(),
            (0, _, Lang::En) => "nothing that vigie fix can mend for certain".to_owned(),
            (_, true, Lang::Fr) => format!("{changes} dans {pages}"),
            (_, true, Lang::En) => format!("{changes} in {pages}"),
            (_, false, Lang::Fr) => format!("{changes} dans {pages} ; pour les faire : --write"),
            (_, false, Lang::En) => format!("{changes} in {pages}; to make them: --write"),
        };
        if self.left > 0 {
            let left = self.left;
            said.push_str(&match self.lang {
                Lang::Fr => format!(" ({left} laissées de côté)"),
                Lang::En => format!(" ({left} left out)"),
            });
        }
        super::remark(&said);
    }

    fn exit(&self) -> Exit {
        if self.trouble {
            Exit::Trouble
        } else if self.changes > 0 && !self.write {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }
}

/// `vigie fix --list`.
fn list(lang: Lang) -> Result<Exit, Failure> {
    let mut page = sheet::Sheet::new();
    for meta in crate::checks::metas() {
        if let Some(mends) = meta.mends {
            page.title(meta.id, meta.title.get(lang));
            page.paragraph(mends.get(lang));
            page.space();
        }
    }
    super::print(&page.into_text(), lang)?;
    Ok(Exit::Clean)
}

/// Why a change was not made, as the end of a sentence.
fn reason(reason: &Reason, lang: Lang) -> String {
    let file = |path: &str| visible(path).into_owned();
    match (reason, lang) {
        (Reason::Named(Name::Inside), Lang::Fr) => {
            "car un script ou un style de la page le nomme".to_owned()
        }
        (Reason::Named(Name::Inside), Lang::En) => {
            "since a script or a style of the page names it".to_owned()
        }
        (Reason::Named(Name::File(path)), Lang::Fr) => format!("car {} le nomme", file(path)),
        (Reason::Named(Name::File(path)), Lang::En) => format!("since {} names it", file(path)),
        (Reason::Named(Name::Unreadable(path)), Lang::Fr) => {
            format!(
                "car {}, que Vigie ne peut pas lire, le nomme peut-être",
                file(path)
            )
        }
        (Reason::Named(Name::Unreadable(path)), Lang::En) => {
            format!("since {}, which Vigie cannot read, may name it", file(path))
        }
        (Reason::OtherTree, Lang::Fr) => "car la page serait lue autrement".to_owned(),
        (Reason::OtherTree, Lang::En) => "since the page would be read otherwise".to_owned(),
        (Reason::Useless, Lang::Fr) => "car le constat resterait".to_owned(),
        (Reason::Useless, Lang::En) => "since the finding would stay".to_owned(),
        (Reason::Worse(check), Lang::Fr) => format!("car il en viendrait un autre, {check}"),
        (Reason::Worse(check), Lang::En) => format!("since another would come, {check}"),
        (Reason::TooMany, Lang::Fr) => "car la page en a trop".to_owned(),
        (Reason::TooMany, Lang::En) => "since the page has too many".to_owned(),
    }
}

fn text_of(why: Untouchable) -> Text {
    match why {
        Untouchable::Malformed => text(
            "des octets de cette page ne se lisent pas dans son encodage : elle n’est pas touchée",
            "bytes of this page cannot be read in its encoding: it is not touched",
        ),
        Untouchable::NotExact => text(
            "cette page ne peut pas être réécrite octet pour octet dans son encodage : elle n’est pas touchée",
            "this page cannot be written again byte for byte in its encoding: it is not touched",
        ),
    }
}

const LEFT: Text = text("laissé", "left");
const CHANGED: Text = text(
    "la page a changé entre-temps : elle n’est pas touchée",
    "the page has changed meanwhile: it is not touched",
);
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_in_both_languages() {
        let all = [
            Reason::Named(Name::Inside),
            Reason::Named(Name::File("a\u{1b}.js".into())),
            Reason::Named(Name::Unreadable("https://x/a.js".into())),
            Reason::OtherTree,
            Reason::Useless,
            Reason::Worse("parse-error"),
            Reason::TooMany,
        ];
        for why in &all {
            let said = reason(why, Lang::Fr);
            assert_ne!(said, reason(why, Lang::En));
            assert!(!said.contains('\u{1b}'));
        }
    }
}
