//! `text`: for people. Findings of a page, or causes of a site, in code frames; then the summary.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style as Paint};
use unicode_width::UnicodeWidthStr;

use super::escape::{visible, visible_at_line_start};
use super::frame::{self, Remark};
use super::words;
use super::wrap::wrap_after;
use super::{Cause, End, Finding, Levels, PageReport, Printer, State, Style};
use super::{origins, summary};
use crate::check::{InDom, Level, Proof, ProofKind, Verdict};
use crate::rgaa::test;
use crate::text::{Lang, Text, text};

/// Prints for people.
pub struct TextReport {
    style: Style,
    /// Findings of each check so far.
    seen: HashMap<&'static str, usize>,
    /// Checks whose reasons were given.
    advised: HashSet<&'static str>,
    /// Checks whose changes were told of.
    mended: HashSet<&'static str>,
    hidden: usize,
}

impl TextReport {
    /// A printer.
    pub fn new(style: Style) -> TextReport {
        TextReport {
            style,
            seen: HashMap::new(),
            advised: HashSet::new(),
            mended: HashSet::new(),
            hidden: 0,
        }
    }

    /// Whether to show one more finding of this check.
    fn shows(&mut self, finding: &Finding) -> bool {
        let seen = self.seen.entry(finding.check).or_default();
        *seen += 1;
        let shown = self.style.max_per_check == 0 || *seen <= self.style.max_per_check;
        self.hidden += usize::from(!shown);
        shown
    }

    fn finding(
        &mut self,
        out: &mut dyn Write,
        source: Option<&str>,
        path: &str,
        finding: &Finding,
        places: Vec<Remark>,
    ) -> io::Result<()> {
        let style = self.style;
        let paint = paint(finding.level, style.colour);
        let bold = bold(style.colour);
        let word = words::level(finding.level).get(style.lang);
        let (check, colon) = (finding.check, text(" :", ":").get(style.lang));
        let message = visible(&finding.message);
        let head = word.width() + check.len() + 2 + colon.len();
        let mut lines = match style.screen {
            true => wrap_after(head + 1, &message, style.width),
            false => vec![message.into_owned()],
        }
        .into_iter();
        let first = lines.next().unwrap_or_default();
        writeln!(
            out,
            "{paint}{word}[{check}]{paint:#}{bold}{colon} {first}{bold:#}"
        )?;
        for line in lines {
            writeln!(out, "{bold}    {}{bold:#}", visible_at_line_start(&line))?;
        }
        let mut remarks = places;
        remarks.extend(self.remarks(finding));
        writeln!(
            out,
            "{}\n",
            frame::draw(source, path, finding, &style, remarks)
        )
    }

    fn remarks(&mut self, finding: &Finding) -> Vec<Remark> {
        let lang = self.style.lang;
        let meta = (self.style.meta)(finding.check);
        let mut remarks = Vec::new();
        let colon = |name: &str| match lang {
            Lang::Fr => format!("{name} "),
            Lang::En => name.to_owned(),
        };
        if let Some(verdict) = verdict(finding, meta.map_or(&[], |m| m.proofs), lang) {
            remarks.push(verdict);
        }
        if let Some(in_dom) = finding.in_dom {
            remarks.push((colon("HTML"), beyond_the_source(finding, in_dom, lang)));
        }
        if let Some(meta) = meta
            && !self.style.quiet
            && self.advised.insert(meta.id)
        {
            remarks.push((
                colon(text("pourquoi", "why").get(lang)),
                meta.why.get(lang).to_owned(),
            ));
            remarks.push((
                colon(text("à faire", "fix").get(lang)),
                meta.fix.get(lang).to_owned(),
            ));
        }
        if let Some(meta) = meta
            && !self.style.quiet
            && !finding.changes.is_empty()
            && let Some(mends) = meta.mends
            && self.mended.insert(meta.id)
        {
            remarks.push((colon("vigie fix"), mends.get(lang).to_owned()));
        }
        remarks
    }

    /// A cause: its first occurrence, then where the others are and who wrote it.
    fn cause(&mut self, out: &mut dyn Write, cause: &Cause) -> io::Result<()> {
        let shown = cause.in_window();
        let source = Some(&*cause.window.text).filter(|text| !text.is_empty());
        let places = whereabouts(cause, self.style.lang);
        self.finding(out, source, cause.path(), &shown, places)
    }

    fn heading(&self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        let mut levels = Levels::default();
        for finding in &page.findings {
            levels.add(finding.level);
        }
        let bold = bold(self.style.colour);
        let path = visible_at_line_start(&page.path);
        let levels = words::levels(&levels, self.style.lang);
        let too_long = path.width() + 3 + levels.width() > self.style.width;
        let between = if self.style.screen && too_long {
            "\n    "
        } else {
            " — "
        };
        writeln!(out, "{bold}{path}{bold:#}{between}{levels}\n")
    }
}

/// Pages named beside the first.
const MAX_PAGES: usize = 3;

/// On how many pages a cause is, which ones, and where its source is.
fn whereabouts(cause: &Cause, lang: Lang) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let name = |text: Text| match lang {
        Lang::Fr => format!("{} ", text.get(lang)),
        Lang::En => text.get(lang).to_owned(),
    };
    if let Some(origin) = &cause.origin {
        remarks.push((name(text("source", "source")), origins::said(origin, lang)));
    }
    if cause.occurrences > 1 {
        let mut others: Vec<&str> = Vec::new();
        for place in &cause.places {
            if others.len() <= MAX_PAGES
                && *place.path != *cause.path()
                && !others.contains(&&*place.path)
            {
                others.push(&place.path);
            }
        }
        let more = others.len() > MAX_PAGES || cause.pages > others.len() + 1;
        others.truncate(MAX_PAGES);
        let mut said = words::count(cause.occurrences, &words::TIMES, lang);
        if cause.pages > 1 {
            let pages = words::count(cause.pages, &words::PAGES, lang);
            said = match (lang, cause.occurrences == cause.pages) {
                (_, true) => pages,
                (Lang::Fr, false) => format!("{said} sur {pages}"),
                (Lang::En, false) => format!("{said} on {pages}"),
            };
        }
        if let Some(region) = words::region(cause.region).filter(|_| cause.pages > 1) {
            said = format!("{said}, {}", region.get(lang));
        }
        if let Some(variants) = words::variants(cause, lang) {
            said = format!("{said}, {variants}");
        }
        if !others.is_empty() {
            let also = text(" ; aussi dans", "; also in").get(lang);
            let names: Vec<_> = others.iter().map(|path| visible(path)).collect();
            let end = if more { "…" } else { "" };
            said = format!("{said}{also} {}{end}", names.join(", "));
        }
        remarks.push((name(text("étendue", "extent")), said));
    }
    remarks
}

/// What the finding means for the RGAA, and whether a person must decide.
pub(super) fn verdict(finding: &Finding, proofs: &[Proof], lang: Lang) -> Option<Remark> {
    let ids = |or: &str| {
        let ids: Vec<String> = finding.tests.iter().map(ToString::to_string).collect();
        ids.join(or)
    };
    let certain = proofs
        .iter()
        .any(|p| p.kind != ProofKind::Hints && finding.tests.iter().any(|t| p.tests.contains(t)));
    let either = proofs
        .iter()
        .any(|p| p.tests.len() > 1 && p.tests == finding.tests);
    let colon = text(" : ", ": ").get(lang);
    let said = match (finding.verdict, finding.tests.is_empty()) {
        (Verdict::Fail, true) => return None,
        (Verdict::Review, true) => text("à vérifier par une personne", "for a person to check")
            .get(lang)
            .to_owned(),
        (Verdict::Fail, false) if certain && either => format!(
            "RGAA {}{colon}{}",
            ids(text(" ou ", " or ").get(lang)),
            text("non conforme", "does not conform").get(lang)
        ),
        (Verdict::Fail, false) if certain => format!(
            "RGAA {}{colon}{}",
            ids(", "),
            text("non conforme", "does not conform").get(lang)
        ),
        _ => format!(
            "RGAA {}{colon}{}",
            ids(", "),
            text("à vérifier par une personne", "for a person to check").get(lang)
        ),
    };
    Some((String::new(), said))
}

/// Whether an error of HTML counts for RGAA 8.2.1, and whether it shows when the page is validated as browsers have it.
pub(super) fn beyond_the_source(finding: &Finding, in_dom: InDom, lang: Lang) -> String {
    let counts = finding.tests.contains(&test(8, 2, 1));
    let in_dom = words::in_dom(in_dom).get(lang);
    if counts || finding.level != Level::Error {
        return in_dom.to_owned();
    }
    let beyond = text("hors du RGAA 8.2.1", "outside RGAA 8.2.1");
    format!("{}, {in_dom}", beyond.get(lang))
}

/// The colour of a level.
pub fn paint(level: Level, colour: bool) -> Paint {
    let color = match level {
        _ if !colour => return Paint::new(),
        Level::Error => AnsiColor::BrightRed,
        Level::Warning => AnsiColor::Yellow,
        Level::Note | Level::Off => AnsiColor::BrightGreen,
    };
    color.on_default().effects(Effects::BOLD)
}

/// Bold, where colours are.
pub fn bold(colour: bool) -> Paint {
    if colour {
        Paint::new().effects(Effects::BOLD)
    } else {
        Paint::new()
    }
}

/// What went wrong while reading or checking a page.
pub(super) fn page_errors(
    out: &mut dyn Write,
    page: &PageReport,
    lang: Lang,
    colour: bool,
) -> io::Result<()> {
    let bold = bold(colour);
    for error in &page.errors {
        let (path, message) = (visible(&page.path), visible(&error.message));
        let colon = text(" : ", ": ").get(lang);
        writeln!(
            out,
            "{bold}vigie[{}]{bold:#}{colon}{path}{colon}{message}\n",
            error.kind
        )?;
    }
    Ok(())
}

impl Printer for TextReport {
    fn page(&mut self, out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        if self.style.by_cause {
            return page_errors(out, page, self.style.lang, self.style.colour);
        }
        let mut headed = self.style.quiet;
        for finding in &page.findings {
            if !self.shows(finding) {
                continue;
            }
            if !headed {
                self.heading(out, page)?;
                headed = true;
            }
            let source = Some(page.source.text.as_str());
            self.finding(out, source, &page.path, finding, Vec::new())?;
        }
        page_errors(out, page, self.style.lang, self.style.colour)
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let mut headed = self.style.quiet;
        let (causes, findings) = match self.style.by_cause {
            true => (end.causes, &[][..]),
            false => (&[][..], &*end.site.findings),
        };
        // What was accepted is counted at the end.
        for cause in causes.iter().filter(|c| c.state == State::New) {
            if self.shows(&cause.first) {
                self.cause(out, cause)?;
            }
        }
        for finding in findings {
            if !self.shows(finding) {
                continue;
            }
            if !headed {
                let bold = bold(self.style.colour);
                let title = text("Tout le site", "Whole site").get(self.style.lang);
                writeln!(out, "{bold}{title}{bold:#}\n")?;
                headed = true;
            }
            self.finding(
                out,
                None,
                finding.path.as_deref().unwrap_or_default(),
                finding,
                Vec::new(),
            )?;
        }
        if self.style.quiet {
            return Ok(());
        }
        if !self.style.by_cause {
            origins::print(out, end.causes, &self.style)?;
        }
        summary::print(out, end, Some(self.hidden), &self.style)
    }
}
