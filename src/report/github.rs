//! `github`: annotations of GitHub Actions (workflow commands), then a summary.
//!
//! GitHub shows 10 errors, 10 warnings and 10 notices a step at most, and 50 annotations a job: the louder findings come first
//! in each page, and the summary says how many there are in truth.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::escape::visible;
use super::words;
use super::{End, Finding, Levels, PageReport, Printer, Style};
use crate::check::Level;
use crate::text::text;

/// Annotations of each kind that GitHub shows for a step.
const SHOWN: usize = 10;

/// Prints workflow commands.
pub struct GitHub {
    style: Style,
}

impl GitHub {
    /// A printer.
    pub fn new(style: Style) -> GitHub {
        GitHub { style }
    }
}

/// The command for a level.
fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Off => "notice",
    }
}

/// A command's message: what would end it is written in percents.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25")
}

/// A property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

fn annotate(out: &mut dyn Write, path: &str, finding: &Finding) -> io::Result<()> {
    let mut place = String::new();
    let _ = write!(
        place,
        "file={},line={},endLine={}",
        property(path),
        finding.start.line,
        finding.end.line
    );
    // GitHub takes columns for places on one line only.
    if finding.start.line == finding.end.line {
        let _ = write!(
            place,
            ",col={},endColumn={}",
            finding.start.column, finding.end.column
        );
    }
    let mut title = finding.check.to_owned();
    if !finding.tests.is_empty() {
        let tests: Vec<String> = finding.tests.iter().map(ToString::to_string).collect();
        let _ = write!(title, " (RGAA {})", tests.join(", "));
    }
    writeln!(
        out,
        "::{} {place},title={}::{}",
        command(finding.level),
        property(&title),
        data(&finding.message)
    )
}

impl Printer for GitHub {
    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        for level in [Level::Error, Level::Warning, Level::Note] {
            for finding in page.findings.iter().filter(|f| f.level == level) {
                annotate(out, &page.path, finding)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        for finding in &end.site.findings {
            annotate(out, finding.path.as_deref().unwrap_or_default(), finding)?;
        }
        for error in end.errors {
            let (path, message) = (property(&error.path), data(&error.message));
            writeln!(out, "::error file={path},title=vigie::{message}")?;
        }
        if self.style.quiet {
            return Ok(());
        }
        let lang = self.style.lang;
        writeln!(out, "{}", words::totals(end.summary, lang))?;
        let Levels {
            error,
            warning,
            note,
        } = end.summary.findings;
        if error > SHOWN || warning > SHOWN || note > SHOWN {
            let said = text(
                "GitHub n’affiche que 10 annotations de chaque niveau par étape et 50 par tâche : la liste entière est ci-dessus ; --report json=FICHIER l’enregistre.",
                "GitHub shows only 10 annotations of each level per step and 50 per job: the whole list is above; --report json=FILE keeps it.",
            );
            writeln!(out, "{}", said.get(lang))?;
        }
        Ok(())
    }
}
