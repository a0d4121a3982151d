//! `text` with `--ledger`: the 13 topics and 106 criteria with their statuses, what was found on each, what is left to a person.
//!
//! One page: its statuses. Several: those of the sample, with the number of pages of each status.

mod foot;
mod row;
mod tally;

use std::io::{self, Write};

pub(super) use foot::{rates, status_noun};
pub(super) use row::is_provisional;
use tally::Tally;

use super::escape::{visible, visible_at_line_start};
use super::text::{bold, page_errors};
use super::words::{PAGES, count};
use super::wrap::wrap;
use super::{End, PageReport, Printer, Style, Summary, summary};
use crate::rgaa::RGAA;
use crate::text::{Lang, Text, text};

/// Prints the ledger.
pub struct Ledger {
    style: Style,
    tally: Tally,
}

impl Ledger {
    /// A printer.
    pub fn new(style: Style) -> Ledger {
        Ledger {
            style: Style {
                // Longer lines are hard to follow from a status to the end of its title.
                width: style.width.min(110),
                ..style
            },
            tally: Tally::default(),
        }
    }

    fn head(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let (lang, bold) = (self.style.lang, bold(self.style.colour));
        let title = text(
            "Grille RGAA {version} — audit automatique partiel",
            "RGAA {version} ledger — partial automatic audit",
        );
        let title = title.get(lang).replace("{version}", RGAA.version);
        writeln!(out, "{bold}{title}{bold:#}")?;
        let what = match self.tally.pages {
            1 => visible_at_line_start(&self.tally.path),
            pages => count(pages, &PAGES, lang),
        };
        writeln!(out, "{bold}{what}{bold:#}")?;
        let paths = self.tally.pages > 1;
        for process in summary.processes.iter().filter(|_| paths) {
            let said = text(
                "Processus « {name} » : {pages}",
                "Process \"{name}\": {pages}",
            );
            let pages = count(process.pages, &PAGES, lang);
            let said = said.get(lang).replace("{pages}", &pages);
            for line in wrap(
                &said.replace("{name}", &visible(&process.name)),
                self.style.width,
            ) {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out)?;
        let mut legend = LEGEND.get(lang).to_owned();
        if summary.criteria.iter().any(row::is_provisional) {
            legend.push_str(PROVISIONAL.get(lang));
        }
        for line in wrap(&legend, self.style.width) {
            writeln!(out, "{line}")?;
        }
        for line in wrap(PARTIAL.get(lang), self.style.width) {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }
}

const LEGEND: Text = text(
    "C conforme, NC non conforme, NA non applicable, NT non testé ou pas jusqu’au bout",
    "C conforms, NC does not conform, NA not applicable, NT not tested or not to the end",
);
const PROVISIONAL: Text = text(
    ", C? conforme sur des pages et encore NT sur d’autres",
    ", C? conforms on some pages and still NT on others",
);
/// What a run without a person can and cannot say.
pub(super) const PARTIAL: Text = text(
    "Ce que les fichiers suffisent à prouver. Le reste est à tester par une personne : ceci n’est ni un audit complet, ni un taux de conformité.",
    "What the files are enough to prove. The rest is for a person to test: this is neither a full audit nor a conformance rate.",
);

impl Printer for Ledger {
    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        self.tally.add_page(page, self.style.meta);
        page_errors(out, page, self.style.lang, self.style.colour)
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let style = &self.style;
        self.tally.add_site(end.site, style.meta);
        let criteria = &end.summary.criteria;
        if !criteria.is_empty() {
            self.head(out, end.summary)?;
            row::print_all(out, criteria, &self.tally, style)?;
            writeln!(out)?;
            foot::print(out, end.summary, &self.tally, style)?;
        }
        if style.quiet {
            return Ok(());
        }
        writeln!(out)?;
        summary::print(out, end, None, style)
    }
}

/// In French a colon takes a space before it.
fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => " : ",
        Lang::En => ": ",
    }
}
