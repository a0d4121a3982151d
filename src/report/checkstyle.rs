//! `checkstyle`: the XML that Jenkins, reviewdog and many editors read; an error per cause, by file.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::setting::Setting;
use super::{Cause, End, PageReport, Printer, Style, words, xml};
use crate::check::Level;

/// Prints one document.
pub struct Checkstyle {
    style: Style,
    setting: Setting,
}

impl Checkstyle {
    /// A printer.
    pub fn new(style: Style, setting: &Setting) -> Checkstyle {
        Checkstyle {
            style,
            setting: setting.clone(),
        }
    }
}

impl Printer for Checkstyle {
    fn page(&mut self, _: &mut dyn Write, _: &PageReport) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let mut files: BTreeMap<&str, Vec<&Cause>> = BTreeMap::new();
        for cause in end.causes {
            files.entry(cause.spot().path).or_default().push(cause);
        }
        writeln!(out, "{}\n<checkstyle version=\"4.3\">", xml::HEAD)?;
        for (path, mut causes) in files {
            causes.sort_by_key(|c| (c.spot().line, c.spot().column));
            let path = self.setting.path(path);
            writeln!(out, "<file name=\"{}\">", xml::text(&path))?;
            for cause in causes {
                let spot = cause.spot();
                let severity = match cause.first.level {
                    Level::Error => "error",
                    Level::Warning => "warning",
                    Level::Note | Level::Off => "info",
                };
                writeln!(
                    out,
                    "<error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"vigie.{}\"/>",
                    spot.line,
                    spot.column,
                    xml::text(&words::message(cause, self.style.lang)),
                    cause.first.check,
                )?;
            }
            writeln!(out, "</file>")?;
        }
        writeln!(out, "</checkstyle>")
    }
}
