//! What every format has in common: pages as they come, then the rest.

use std::io::{self, Write};

use serde::Serialize;

use super::github::GitHub;
use super::json::{Json, JsonLines};
use super::ledger::Ledger;
use super::short::Short;
use super::text::TextReport;
use super::{Cause, PageReport, SiteReport, Summary};
use crate::check::Meta;
use crate::text::{Lang, Text, text};

/// A format of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people: code frames by page, then a summary.
    Text,
    /// One line a finding, for editors and `grep`.
    Short,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// Annotations of GitHub's workflows.
    GitHub,
}

impl Format {
    /// Every format, by name.
    pub const ALL: [(&'static str, Format, Text); 5] = [
        (
            "text",
            Format::Text,
            text(
                "extraits de code commentés, puis un bilan",
                "annotated source excerpts, then a summary",
            ),
        ),
        (
            "short",
            Format::Short,
            text(
                "un constat par ligne, pour les éditeurs et grep",
                "one finding a line, for editors and grep",
            ),
        ),
        (
            "json",
            Format::Json,
            text("un document JSON", "one JSON document"),
        ),
        (
            "jsonl",
            Format::Jsonl,
            text(
                "un objet JSON par page et par ligne",
                "one JSON object a page and a line",
            ),
        ),
        (
            "github",
            Format::GitHub,
            text(
                "annotations de GitHub Actions",
                "GitHub Actions annotations",
            ),
        ),
    ];

    /// The format of this name.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.iter().find(|f| f.0 == name).map(|f| f.1)
    }

    /// Its printer.
    pub fn printer(self, style: Style) -> Box<dyn Printer> {
        match self {
            Format::Text if style.ledger => Box::new(Ledger::new(style)),
            Format::Text => Box::new(TextReport::new(style)),
            Format::Short => Box::new(Short::new(style)),
            Format::Json => Box::new(Json::default()),
            Format::Jsonl => Box::new(JsonLines),
            Format::GitHub => Box::new(GitHub::new(style)),
        }
    }
}

/// How to write for people.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// In which language.
    pub lang: Lang,
    /// With colours.
    pub colour: bool,
    /// In how many columns.
    pub width: usize,
    /// On a screen: messages are broken at words. Elsewhere a message stays on its line, for `grep`.
    pub screen: bool,
    /// How many findings of one check to show over the whole run; the others are only counted. 0: all.
    pub max_per_check: usize,
    /// Findings only: no heading, no advice, no summary.
    pub quiet: bool,
    /// `text` shows the RGAA's criteria one by one instead of the findings.
    pub ledger: bool,
    /// For ears and Braille displays: nothing drawn.
    pub no_graphics: bool,
    /// The data of a check, by id.
    pub meta: fn(&str) -> Option<&'static Meta>,
}

/// A path that could not be audited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RunError {
    /// The path as given or met.
    pub path: String,
    /// A stable id: `unreadable`, `no-page`, `not-a-file`, `too-large`.
    pub kind: &'static str,
    /// What happened, in the user's language.
    pub message: String,
}

/// What is known when all pages are through.
#[derive(Clone, Copy, Debug)]
pub struct End<'a> {
    /// The site's own findings.
    pub site: &'a SiteReport,
    /// The figures.
    pub summary: &'a Summary,
    /// What could not be audited.
    pub errors: &'a [RunError],
    /// What is to be mended, the loudest first.
    pub causes: &'a [Cause],
}

/// Writes a report in one format. Holds nothing of the pages gone by but counts.
pub trait Printer {
    /// Before the first page.
    fn start(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// A page, in order.
    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()>;

    /// After the last page.
    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()>;
}
