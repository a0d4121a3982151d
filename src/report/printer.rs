//! What every format has in common: pages as they come, then the rest.

use std::io::{self, Write};

use serde::Serialize;

use super::checkstyle::Checkstyle;
use super::csv::Csv;
use super::earl::Earl;
use super::github::GitHub;
use super::gitlab::GitLab;
use super::html::HtmlReport;
use super::json::{Json, JsonLines};
use super::junit::JUnit;
use super::ledger::Ledger;
use super::markdown::Markdown;
use super::sarif::Sarif;
use super::setting::Setting;
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
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// GitLab's Code Quality report.
    GitLab,
    /// Test results.
    JUnit,
    /// Checkstyle's XML.
    Checkstyle,
    /// A table for programs.
    Csv,
    /// A table for Excel.
    CsvExcel,
    /// The summary of a job.
    Markdown,
    /// The W3C's EARL, as JSON-LD.
    Earl,
    /// One page of HTML, for people who did not run the tool.
    Html,
}

impl Format {
    /// Every format, by name.
    pub const ALL: [(&'static str, Format, Text); 14] = [
        (
            "text",
            Format::Text,
            text(
                "extraits de code commentés, puis un bilan",
                "annotated source excerpts, then a summary",
            ),
        ),
        (
            "html",
            Format::Html,
            text(
                "rapport à lire dans un navigateur, en un seul fichier : bilan, causes, critères, pages",
                "a report to read in a browser, in one file: summary, causes, criteria, pages",
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
                "annotations de GitHub Actions, une par cause",
                "GitHub Actions annotations, one a cause",
            ),
        ),
        (
            "markdown",
            Format::Markdown,
            text(
                "bilan de tâche, une ligne de tableau par cause",
                "job summary, a table row a cause",
            ),
        ),
        (
            "sarif",
            Format::Sarif,
            text(
                "SARIF 2.1.0, un résultat par cause : GitHub code scanning, VS Code",
                "SARIF 2.1.0, a result a cause: GitHub code scanning, VS Code",
            ),
        ),
        (
            "gitlab",
            Format::GitLab,
            text(
                "rapport Code Quality de GitLab, une entrée par cause",
                "GitLab Code Quality report, an issue a cause",
            ),
        ),
        (
            "junit",
            Format::JUnit,
            text(
                "résultats de tests : un cas par cause, en échec s’il fait échouer l’exécution (--fail-on)",
                "test results: a case a cause, failed where it fails the run (--fail-on)",
            ),
        ),
        (
            "checkstyle",
            Format::Checkstyle,
            text(
                "XML de Checkstyle, une erreur par cause : Jenkins, reviewdog",
                "Checkstyle XML, an error a cause: Jenkins, reviewdog",
            ),
        ),
        (
            "csv",
            Format::Csv,
            text(
                "une ligne par cause, pour les programmes (RFC 4180)",
                "a line a cause, for programs (RFC 4180)",
            ),
        ),
        (
            "csv-excel",
            Format::CsvExcel,
            text(
                "la même chose pour un double clic dans Excel (« ; » en français)",
                "the same for a double click in Excel (\";\" in French)",
            ),
        ),
        (
            "earl",
            Format::Earl,
            text(
                "EARL du W3C en JSON-LD : WCAG-EM Report Tool, rapports ACT (avec --base)",
                "W3C EARL as JSON-LD: WCAG-EM Report Tool, ACT reports (with --base)",
            ),
        ),
    ];

    /// The format of this name.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.iter().find(|f| f.0 == name).map(|f| f.1)
    }

    /// Its printer.
    pub fn printer(self, style: Style, setting: &Setting) -> Box<dyn Printer> {
        match self {
            Format::Text if style.ledger => Box::new(Ledger::new(style)),
            Format::Text => Box::new(TextReport::new(style)),
            Format::Short => Box::new(Short::new(style)),
            Format::Json => Box::new(Json::default()),
            Format::Jsonl => Box::new(JsonLines::default()),
            Format::GitHub => Box::new(GitHub::new(style, setting)),
            Format::Sarif => Box::new(Sarif::new(style, setting)),
            Format::GitLab => Box::new(GitLab::new(style, setting)),
            Format::JUnit => Box::new(JUnit::new(style, setting)),
            Format::Checkstyle => Box::new(Checkstyle::new(style, setting)),
            Format::Csv => Box::new(Csv::new(style, false)),
            Format::CsvExcel => Box::new(Csv::new(style, true)),
            Format::Markdown => Box::new(Markdown::new(style, setting)),
            Format::Earl => Box::new(Earl::new(style, setting)),
            Format::Html => Box::new(HtmlReport::new(style)),
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
    /// `text` speaks of causes, after the last page; else of findings, page by page.
    pub by_cause: bool,
    /// How many findings (or causes) of one check to show over the whole run; the others are only counted. 0: all.
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
pub trait Printer: Send {
    /// Before the first page.
    fn start(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// A page, in order.
    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()>;

    /// After the last page.
    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()>;
}
