//! The end of a report for people: how much of what, where to go on.

use std::collections::HashMap;
use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::text::{bold, paint};
use super::words::{self, count, number};
use super::wrap::wrap;
use super::{End, Style, Summary};
use crate::text::{Lang, text};

/// Prints it. `hidden`: findings counted but not shown; `None` after a ledger, which shows none and tells of the criteria.
pub fn print(
    out: &mut dyn Write,
    end: &End<'_>,
    hidden: Option<usize>,
    style: &Style,
) -> io::Result<()> {
    let lang = style.lang;
    let bold = bold(style.colour);
    if !end.summary.checks.is_empty() {
        table(out, end, style)?;
        writeln!(out)?;
    }
    if hidden.is_some() {
        rgaa(out, end.summary, style)?;
    }
    if end.summary.ignored > 0 {
        let n = end.summary.ignored;
        writeln!(
            out,
            "{}",
            match lang {
                Lang::Fr => format!(
                    "{} selon la configuration ou les pages",
                    count(n, &IGNORED, lang)
                ),
                Lang::En => format!(
                    "{} by the configuration or the pages",
                    count(n, &IGNORED, lang)
                ),
            }
        )?;
    }
    if let Some(ratchet) = &end.summary.baseline {
        for line in ratchet.lines(lang) {
            writeln!(out, "{line}")?;
        }
    }
    if let Some(hidden @ 1..) = hidden {
        let noun = if style.by_cause {
            &HIDDEN_CAUSES
        } else {
            &HIDDEN
        };
        let said = match lang {
            Lang::Fr => format!(
                "{} : --max-per-check 0 montre tout",
                count(hidden, noun, lang)
            ),
            Lang::En => format!("{}: --max-per-check 0 shows all", count(hidden, noun, lang)),
        };
        writeln!(out, "{said}")?;
    }
    if !end.errors.is_empty() {
        writeln!(out, "{}", count(end.errors.len(), &UNREAD, lang))?;
    }
    let mut totals = words::totals(end.summary, lang);
    if style.by_cause && !end.causes.is_empty() {
        let causes = count(end.causes.len(), &words::CAUSES, lang);
        totals = match lang {
            Lang::Fr => format!("{totals} : {causes}"),
            Lang::En => format!("{totals}: {causes}"),
        };
    }
    writeln!(out, "{bold}{totals}{bold:#}")
}

const UNREAD: words::Noun = words::noun(
    text(
        "chemin n’a pas pu être contrôlé",
        "path could not be audited",
    ),
    text(
        "chemins n’ont pas pu être contrôlés",
        "paths could not be audited",
    ),
);

const IGNORED: words::Noun = words::noun(
    text("constat ignoré", "finding ignored"),
    text("constats ignorés", "findings ignored"),
);
const HIDDEN_CAUSES: words::Noun = words::noun(
    text(
        "cause comptée mais non montrée ici",
        "cause counted but not shown here",
    ),
    text(
        "causes comptées mais non montrées ici",
        "causes counted but not shown here",
    ),
);
const HIDDEN: words::Noun = words::noun(
    text(
        "constat compté mais non montré ici",
        "finding counted but not shown here",
    ),
    text(
        "constats comptés mais non montrés ici",
        "findings counted but not shown here",
    ),
);

/// Columns a title needs to be worth its place.
const NARROWEST: usize = 24;

/// A line a check: how often, on how many pages, what.
fn table(out: &mut dyn Write, end: &End<'_>, style: &Style) -> io::Result<()> {
    let (lang, summary) = (style.lang, end.summary);
    let mut causes: HashMap<&str, usize> = HashMap::new();
    for cause in end.causes.iter().filter(|_| style.by_cause) {
        *causes.entry(cause.first.check).or_default() += 1;
    }
    let causes = |check: &str| causes.get(check).copied().unwrap_or_default();
    // A column for them where the report speaks of them.
    let cell = |said: String| match style.by_cause {
        true => format!(" {said:>7}"),
        false => String::new(),
    };
    let mut rows: Vec<_> = summary
        .checks
        .iter()
        .map(|(id, check)| {
            let meta = (style.meta)(id);
            (*id, check, meta.map_or("", |m| m.title.get(lang)))
        })
        .collect();
    rows.sort_by_key(|(id, check, _)| {
        (
            std::cmp::Reverse(check.level),
            std::cmp::Reverse(causes(id)),
            std::cmp::Reverse(check.findings),
            *id,
        )
    });
    let width = rows.iter().map(|r| r.0.len()).max().unwrap_or(0);
    let head = |fr, en| text(fr, en).get(lang);
    let level_width = rows
        .iter()
        .map(|r| words::level(r.1.level).get(lang).width())
        .chain([head("niveau", "level").width()])
        .max()
        .unwrap_or(0);
    let bold = bold(style.colour);
    writeln!(
        out,
        "{bold}{:level_width$}{} {:>9} {:>7}  {}{bold:#}",
        head("niveau", "level"),
        cell("causes".to_owned()),
        head("constats", "findings"),
        "pages",
        head("règle", "check"),
    )?;
    for (id, check, title) in rows {
        let paint = paint(check.level, style.colour);
        let column = 22 + cell(String::new()).len() + level_width + width;
        let room = style.width.saturating_sub(column);
        // In a narrow terminal the id says enough.
        let titles = if room < NARROWEST {
            Vec::new()
        } else {
            wrap(title, room)
        };
        let line = format!(
            "{paint}{:level_width$}{paint:#}{} {:>9} {:>7}  {paint}{id:width$}{paint:#}  {}",
            words::level(check.level).get(lang),
            cell(number(causes(id), lang)),
            number(check.findings, lang),
            number(check.pages, lang),
            titles.first().map_or("", |title| &**title),
        );
        writeln!(out, "{}", line.trim_end())?;
        for title in titles.iter().skip(1) {
            writeln!(out, "{:column$}{title}", "")?;
        }
    }
    Ok(())
}

/// The criteria and tests that are certainly not met.
fn rgaa(out: &mut dyn Write, summary: &Summary, style: &Style) -> io::Result<()> {
    let lang = style.lang;
    if summary.failed_tests.is_empty() {
        return Ok(());
    }
    let tests: Vec<String> = summary
        .failed_tests
        .keys()
        .map(ToString::to_string)
        .collect();
    let said = match lang {
        Lang::Fr => format!(
            "RGAA : {} avec certitude, {} : {}",
            count(summary.failed_criteria.len(), &CRITERIA, lang),
            count(tests.len(), &TESTS, lang),
            tests.join(", ")
        ),
        Lang::En => format!(
            "RGAA: {} for certain, {}: {}",
            count(summary.failed_criteria.len(), &CRITERIA, lang),
            count(tests.len(), &TESTS, lang),
            tests.join(", ")
        ),
    };
    for line in wrap(&said, style.width) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

const CRITERIA: words::Noun = words::noun(
    text("critère non conforme", "criterion not met"),
    text("critères non conformes", "criteria not met"),
);
const TESTS: words::Noun = words::noun(
    text("test en échec", "test failed"),
    text("tests en échec", "tests failed"),
);
