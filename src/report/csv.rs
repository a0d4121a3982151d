//! `csv` and `csv-excel`: a line per cause.
//!
//! `csv` is RFC 4180 for programs: commas, no byte order mark, names of columns in English. `csv-excel` is for a double click: a byte
//! order mark, without which Excel takes UTF-8 for something else, and the separator that Excel expects where the report's language
//! is spoken: `;` in French, `,` in English. In both, a cell that a spreadsheet would compute begins with an apostrophe.

use std::io::{self, Write};

use super::escape::visible;
use super::{Cause, Certainty, End, PageReport, Printer, State, Style, words};
use crate::check::Verdict;
use crate::text::{Lang, Text, text};

/// Prints lines.
pub struct Csv {
    style: Style,
    /// For a spreadsheet, not for a program.
    excel: bool,
}

impl Csv {
    /// A printer. `excel`: for a spreadsheet, not for a program.
    pub fn new(style: Style, excel: bool) -> Csv {
        Csv { style, excel }
    }

    fn line(&self, out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
        let separator = match (self.excel, self.style.lang) {
            (true, Lang::Fr) => ";",
            _ => ",",
        };
        for (i, cell) in cells.iter().enumerate() {
            let between = if i == 0 { "" } else { separator };
            write!(out, "{between}\"{}\"", cell.replace('"', "\"\""))?;
        }
        out.write_all(b"\r\n")
    }

    fn cells(&self, cause: &Cause) -> Vec<String> {
        let (first, lang) = (&cause.first, self.style.lang);
        let tests: Vec<String> = first.tests.iter().map(ToString::to_string).collect();
        let said = |excel: Text, program: &str| match self.excel {
            true => excel.get(lang).to_owned(),
            false => program.to_owned(),
        };
        let origin = cause.origin.as_ref();
        let title = (self.style.meta)(first.check).map_or("", |m| m.title.get(lang));
        vec![
            said(words::level(first.level), first.level.name()),
            first.check.to_owned(),
            cell(title),
            match first.verdict {
                Verdict::Fail => said(text("certain", "certain"), "fail"),
                Verdict::Review => said(text("à vérifier", "to check"), "review"),
            },
            // With a space: 9.1 and 10.1 would be read as numbers or dates.
            tests.join(" "),
            cell(&first.message),
            cause.pages.to_string(),
            cause.occurrences.to_string(),
            match cause.scope {
                super::Scope::Template => said(text("modèle", "template"), "template"),
                super::Scope::Page => said(text("page", "page"), "page"),
            },
            cause.region.name().to_owned(),
            match cause.state {
                State::New => said(text("nouveau", "new"), "new"),
                State::Known => said(text("connu", "known"), "known"),
            },
            cell(cause.path()),
            first.start.line.to_string(),
            first.start.column.to_string(),
            cell(origin.map_or("", |o| &o.path)),
            origin.map_or_else(String::new, |o| o.line.to_string()),
            match origin.map(|o| o.certainty) {
                Some(Certainty::Certain) => said(text("certaine", "certain"), "certain"),
                Some(Certainty::Likely) => said(text("probable", "likely"), "likely"),
                None => String::new(),
            },
            cell(&first.selector),
            cell(&first.excerpt),
            cause.fingerprint.clone(),
        ]
    }
}

/// A text that stays one in a spreadsheet.
fn cell(text: &str) -> String {
    let shown = visible(text);
    let computes = shown
        .trim_start()
        .starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠', '|', '%'])
        || shown.starts_with('\t');
    match computes {
        true => format!("'{shown}"),
        false => shown.into_owned(),
    }
}

/// Names of the columns: for programs, for people.
const COLUMNS: [(&str, Text); 20] = [
    ("level", text("niveau", "level")),
    ("check", text("règle", "check")),
    ("title", text("titre", "title")),
    ("verdict", text("verdict", "verdict")),
    ("tests", text("tests RGAA", "RGAA tests")),
    ("message", text("message", "message")),
    ("pages", text("pages", "pages")),
    ("occurrences", text("occurrences", "occurrences")),
    ("scope", text("écrit par", "written by")),
    ("region", text("zone", "region")),
    ("state", text("état", "state")),
    ("path", text("page", "page")),
    ("line", text("ligne", "line")),
    ("column", text("colonne", "column")),
    ("source", text("source", "source")),
    ("sourceLine", text("ligne de la source", "source line")),
    ("certainty", text("certitude", "certainty")),
    ("selector", text("sélecteur", "selector")),
    ("excerpt", text("extrait", "excerpt")),
    ("fingerprint", text("empreinte", "fingerprint")),
];

impl Printer for Csv {
    fn page(&mut self, _: &mut dyn Write, _: &PageReport) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        if self.excel {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let name = |column: &(&str, Text)| match self.excel {
            true => column.1.get(self.style.lang).to_owned(),
            false => column.0.to_owned(),
        };
        self.line(out, &COLUMNS.iter().map(name).collect::<Vec<_>>())?;
        for cause in end.causes {
            self.line(out, &self.cells(cause))?;
        }
        Ok(())
    }
}
