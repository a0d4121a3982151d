//! `junit`: what every platform shows as test results; a suite per check that ran, a test case per cause.
//!
//! A case fails exactly when its cause fails the run (`--fail-on`); quieter ones and those that the baseline knows are skipped cases,
//! with their message. A check without a cause is one case that passes. No times: the same pages give the same bytes.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::setting::Setting;
use super::{Cause, End, PageReport, Printer, State, Style, words, xml};
use crate::text::text;

/// Places told of a cause.
const PLACES: usize = 20;

/// Prints one document.
pub struct JUnit {
    style: Style,
    setting: Setting,
    /// Ids of the checks that ran.
    checks: Vec<&'static str>,
}

impl JUnit {
    /// A printer.
    pub fn new(style: Style, setting: &Setting) -> JUnit {
        JUnit {
            style,
            setting: setting.clone(),
            checks: Vec::new(),
        }
    }

    fn case(&self, out: &mut dyn Write, cause: &Cause) -> io::Result<()> {
        let (lang, first) = (self.style.lang, &cause.first);
        let spot = cause.spot();
        let path = self.setting.path(spot.path);
        // Neither the line nor the count is in the name: platforms follow a case by its name.
        let name = format!("{path} {} [{}]", first.selector, cause.fingerprint);
        writeln!(
            out,
            "<testcase classname=\"{}\" name=\"{}\" file=\"{}\">",
            first.check,
            xml::text(&name),
            xml::text(&path),
        )?;
        let message = xml::text(&words::message(cause, lang));
        if cause.fails(self.setting.fail_on) {
            write!(
                out,
                "<failure message=\"{message}\" type=\"{}\">",
                first.level.name()
            )?;
        } else {
            let why = match cause.state {
                State::Known => text("déjà connu", "known").get(lang),
                State::New => words::level(first.level).get(lang),
            };
            writeln!(out, "<skipped message=\"{why}: {message}\"/>")?;
            write!(out, "<system-out>")?;
        }
        writeln!(out, "{message}")?;
        let spot_line = format!("- {path}:{}:{}", spot.line, spot.column);
        writeln!(out, "{}", xml::text(&spot_line))?;
        let others = cause.places.iter().skip(usize::from(!spot.is_source));
        for place in others.take(PLACES) {
            let path = self.setting.path(&place.path);
            let line = format!("- {path}:{}:{}", place.start.line, place.start.column);
            writeln!(out, "{}", xml::text(&line))?;
        }
        if let Some(meta) = (self.style.meta)(first.check) {
            write!(out, "{}", xml::text(meta.fix.get(lang)))?;
        }
        let close = if cause.fails(self.setting.fail_on) {
            "failure"
        } else {
            "system-out"
        };
        writeln!(out, "</{close}>\n</testcase>")
    }
}

impl Printer for JUnit {
    fn page(&mut self, _: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        // The same checks run on every page.
        if self.checks.is_empty() {
            self.checks = page.checks.iter().map(|(id, _)| id).collect();
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let ran = self.checks.iter().chain(end.site.checks.keys());
        let mut suites: BTreeMap<&str, Vec<&Cause>> = ran.map(|id| (*id, Vec::new())).collect();
        for cause in end.causes {
            suites.entry(cause.first.check).or_default().push(cause);
        }
        let fail_on = self.setting.fail_on;
        let failed = |causes: &[&Cause]| causes.iter().filter(|c| c.fails(fail_on)).count();
        let failures: usize = suites.values().map(|causes| failed(causes)).sum();
        let tests: usize = suites.values().map(|causes| causes.len().max(1)).sum();
        writeln!(
            out,
            "{}\n<testsuites name=\"vigie\" tests=\"{}\" failures=\"{failures}\" errors=\"{}\">",
            xml::HEAD,
            tests + end.errors.len(),
            end.errors.len(),
        )?;
        for (id, causes) in &suites {
            let failures = failed(causes);
            writeln!(
                out,
                "<testsuite name=\"{id}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\" skipped=\"{}\">",
                causes.len().max(1),
                causes.len() - failures,
            )?;
            if causes.is_empty() {
                let title = (self.style.meta)(id).map_or(*id, |m| m.title.get(self.style.lang));
                let title = xml::text(title);
                writeln!(out, "<testcase classname=\"{id}\" name=\"{title}\"/>")?;
            }
            for cause in causes {
                self.case(out, cause)?;
            }
            writeln!(out, "</testsuite>")?;
        }
        if !end.errors.is_empty() {
            let n = end.errors.len();
            writeln!(
                out,
                "<testsuite name=\"vigie\" tests=\"{n}\" failures=\"0\" errors=\"{n}\" skipped=\"0\">"
            )?;
            for error in end.errors {
                let (path, message) = (xml::text(&error.path), xml::text(&error.message));
                writeln!(
                    out,
                    "<testcase classname=\"vigie\" name=\"{path}\"><error message=\"{message}\" type=\"{}\"/></testcase>",
                    error.kind
                )?;
            }
            writeln!(out, "</testsuite>")?;
        }
        writeln!(out, "</testsuites>")
    }
}
