//! The lines of the sources to change, for people.

use std::io::{self, Write};

use super::cause::{Cause, Certainty, Origin};
use super::escape::visible;
use super::text::{bold, paint};
use super::words::{self, PAGES, count};
use super::{State, Style};
use crate::text::{Lang, text};

/// Causes listed.
const SHOWN: usize = 30;

/// Lists the new causes whose place in the sources is known, those of a file together, in order of lines.
pub fn print(out: &mut dyn Write, causes: &[Cause], style: &Style) -> io::Result<()> {
    let lang = style.lang;
    let known = |cause: &&Cause| cause.state == State::New && cause.origin.is_some();
    let mut all: Vec<(&Cause, &Origin)> = causes
        .iter()
        .filter(known)
        .filter_map(|cause| Some((cause, cause.origin.as_ref()?)))
        .collect();
    if all.is_empty() {
        return Ok(());
    }
    // The loudest are shown; these by place.
    let left = all.len().saturating_sub(SHOWN);
    all.truncate(SHOWN);
    all.sort_by(|a, b| (&a.1.path, a.1.line, a.1.column).cmp(&(&b.1.path, b.1.line, b.1.column)));
    let strong = bold(style.colour);
    let title = text("À changer dans les sources", "To change in the sources");
    writeln!(out, "{strong}{}{strong:#}", title.get(lang))?;
    for (cause, origin) in all {
        let paint = paint(cause.first.level, style.colour);
        let level = words::level(cause.first.level).get(lang);
        let pages = count(cause.pages, &PAGES, lang);
        writeln!(
            out,
            "  {}{} {paint}{level}[{}]{paint:#} {pages}",
            text("source : ", "source: ").get(lang),
            said(origin, lang),
            cause.first.check,
        )?;
    }
    if left > 0 {
        writeln!(out, "  {}", count(left, &MORE, lang))?;
    }
    writeln!(out)
}

/// The place, and whether it is only likely.
pub fn said(origin: &Origin, lang: Lang) -> String {
    let likely = match origin.certainty {
        Certainty::Certain => "",
        Certainty::Likely => text(" (probable)", " (likely)").get(lang),
    };
    let (path, line, column) = (visible(&origin.path), origin.line, origin.column);
    format!("{path}:{line}:{column}{likely}")
}

const MORE: words::Noun = words::noun(
    text(
        "autre, dans les formats json et sarif",
        "other, in formats json and sarif",
    ),
    text(
        "autres, dans les formats json et sarif",
        "others, in formats json and sarif",
    ),
);
