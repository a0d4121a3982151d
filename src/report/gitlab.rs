//! `gitlab`: GitLab's Code Quality report, an issue per cause.
//!
//! GitLab compares reports by fingerprint alone, so that what a merge request brings is what it shows. Known causes are told as `info`.

use std::io::{self, Write};

use serde_json::json;

use super::escape::visible;
use super::setting::Setting;
use super::{End, PageReport, Printer, State, Style, words};
use crate::check::Level;
use crate::text::text;

/// Prints one array.
pub struct GitLab {
    style: Style,
    setting: Setting,
}

impl GitLab {
    /// A printer.
    pub fn new(style: Style, setting: &Setting) -> GitLab {
        GitLab {
            style,
            setting: setting.clone(),
        }
    }
}

impl Printer for GitLab {
    fn page(&mut self, _: &mut dyn Write, _: &PageReport) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let lang = self.style.lang;
        out.write_all(b"[")?;
        for (rank, cause) in end.causes.iter().enumerate() {
            let spot = cause.spot();
            let known = cause.state == State::Known;
            let mut notes = words::notes(cause, lang);
            notes.extend(known.then(|| text("déjà connu", "known").get(lang).to_owned()));
            let description = words::with_notes(&cause.first.message, &notes);
            let end_line = spot.end.map_or(spot.line, |end| end.0);
            let issue = json!({
                "type": "issue",
                "check_name": cause.first.check,
                "description": visible(&description),
                "categories": ["Compatibility"],
                "severity": severity(cause.first.level, known),
                "fingerprint": cause.fingerprint,
                "location": {
                    "path": self.setting.path(spot.path),
                    "lines": { "begin": spot.line, "end": end_line },
                },
            });
            out.write_all(if rank == 0 { b"\n" } else { b",\n" })?;
            super::write_json(out, &issue)?;
        }
        out.write_all(b"\n]\n")
    }
}

fn severity(level: Level, known: bool) -> &'static str {
    match level {
        _ if known => "info",
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Note | Level::Off => "info",
    }
}
