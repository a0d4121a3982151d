//! `github`: annotations of GitHub Actions (workflow commands), an annotation per cause, then the list of causes and a summary.
//!
//! GitHub shows 10 errors, 10 warnings and 10 notices a step: the loudest causes, on most pages, are those. What the baseline knows is
//! only counted.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::escape::{visible, visible_at_line_start};
use super::setting::Setting;
use super::words::{self, count};
use super::{Cause, End, PageReport, Printer, State, Style};
use crate::check::Level;
use crate::text::Lang;

/// Annotations of each kind that GitHub shows for a step.
const SHOWN: usize = 10;
/// Causes in the list that the log folds.
const LISTED: usize = 1_000;

/// Prints workflow commands.
pub struct GitHub {
    style: Style,
    setting: Setting,
}

impl GitHub {
    /// A printer.
    pub fn new(style: Style, setting: &Setting) -> GitHub {
        GitHub {
            style,
            setting: setting.clone(),
        }
    }

    fn annotate(&self, out: &mut dyn Write, cause: &Cause) -> io::Result<()> {
        let (first, spot) = (&cause.first, cause.spot());
        let mut place = format!(
            "file={},line={}",
            property(&self.setting.path(spot.path)),
            spot.line
        );
        let (end_line, end_column) = spot.end.unwrap_or((spot.line, spot.column));
        let _ = write!(place, ",endLine={end_line}");
        // GitHub takes columns for places on one line only.
        if end_line == spot.line {
            let _ = write!(place, ",col={},endColumn={end_column}", spot.column);
        }
        let mut title = first.check.to_owned();
        if !first.tests.is_empty() {
            let tests: Vec<String> = first.tests.iter().map(ToString::to_string).collect();
            let _ = write!(title, " (RGAA {})", tests.join(", "));
        }
        writeln!(
            out,
            "::{} {place},title={}::{}",
            command(first.level),
            property(&title),
            data(&words::message(cause, self.style.lang))
        )
    }

    /// The causes one by one, as the log of a step does not show where annotations are.
    fn list(&self, out: &mut dyn Write, new: &[&Cause]) -> io::Result<()> {
        let lang = self.style.lang;
        writeln!(out, "::group::{}", count(new.len(), &words::CAUSES, lang))?;
        for cause in new.iter().take(LISTED) {
            let spot = cause.spot();
            let path = self.setting.path(spot.path);
            writeln!(
                out,
                "{}:{}:{}: {}[{}]: {}",
                visible_at_line_start(&path),
                spot.line,
                spot.column,
                words::level(cause.first.level).get(lang),
                cause.first.check,
                visible(&words::message(cause, lang)),
            )?;
        }
        writeln!(out, "::endgroup::")
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

impl Printer for GitHub {
    fn page(&mut self, _: &mut dyn Write, _: &PageReport) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let lang = self.style.lang;
        let errors = end.errors.iter().take(SHOWN);
        for error in errors.clone() {
            let path = property(&self.setting.path(&error.path));
            writeln!(
                out,
                "::error file={path},title=vigie::{}",
                data(&error.message)
            )?;
        }
        let new = end.causes.iter().filter(|c| c.state == State::New);
        let new: Vec<&Cause> = new.collect();
        let mut left = 0;
        for level in [Level::Error, Level::Warning, Level::Note] {
            let of_level = new.iter().filter(|c| c.first.level == level);
            let taken = if level == Level::Error {
                errors.len()
            } else {
                0
            };
            let room = SHOWN - taken;
            for cause in of_level.clone().take(room) {
                self.annotate(out, cause)?;
            }
            left += of_level.count().saturating_sub(room);
        }
        if self.style.quiet {
            return Ok(());
        }
        if !new.is_empty() {
            self.list(out, &new)?;
        }
        if left > 0 {
            let n = count(left, &words::CAUSES, lang);
            let said = match lang {
                Lang::Fr => format!(
                    "{n} sans annotation : GitHub n’en affiche que 10 de chaque niveau par étape ; la liste ci-dessus les donne, --report sarif=FICHIER aussi"
                ),
                Lang::En => format!(
                    "{n} without an annotation: GitHub shows only 10 of each level per step; the list above has them, so has --report sarif=FILE"
                ),
            };
            writeln!(out, "{said}")?;
        }
        if let Some(ratchet) = &end.summary.baseline {
            for line in ratchet.lines(lang) {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out, "{}", words::totals(end.summary, lang))
    }
}
