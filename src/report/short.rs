//! `short`: `path:line:column: level[check]: message`, one line a finding.

use std::io::{self, Write};

use super::escape::{visible, visible_at_line_start};
use super::words;
use super::{End, Finding, PageReport, Printer, Style};

/// Prints one line a finding.
pub struct Short {
    style: Style,
}

impl Short {
    /// A printer.
    pub fn new(style: Style) -> Short {
        Short { style }
    }

    fn finding(&self, out: &mut dyn Write, path: &str, finding: &Finding) -> io::Result<()> {
        writeln!(
            out,
            "{}:{}:{}: {}[{}]: {}",
            visible_at_line_start(path),
            finding.start.line,
            finding.start.column,
            words::level(finding.level).get(self.style.lang),
            finding.check,
            visible(&finding.message),
        )
    }
}

impl Printer for Short {
    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        page.findings
            .iter()
            .try_for_each(|finding| self.finding(out, &page.path, finding))
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        for finding in &end.site.findings {
            self.finding(out, finding.path.as_deref().unwrap_or_default(), finding)?;
        }
        if !self.style.quiet {
            writeln!(out, "{}", words::totals(end.summary, self.style.lang))?;
        }
        Ok(())
    }
}
