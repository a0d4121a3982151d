//! `html`: one file that opens in any browser, for people who did not run the tool.
//!
//! Nothing is fetched from anywhere and no script of a page can run: the policy in its head allows only the style and the script
//! that are in it (`policy.txt`, made by a test). All is there without the script, which only filters.

mod chart;
mod checks;
mod code;
mod escape;
mod item;
mod list;
mod overview;
mod pages;
mod rgaa;

use std::fmt::Write as _;
use std::io::{self, Write};

use self::escape::{esc, prose};
use self::pages::Row;
use super::words::{PAGES, count, size};
use super::{End, PageReport, Printer, Style};
use crate::rgaa::RGAA;
use crate::text::{Lang, text};

// Without what is around them: the Nu checker trims before it computes the hash that the policy has.
const STYLE: &str = include_str!("style.css").trim_ascii();
const SCRIPT: &str = include_str!("script.js").trim_ascii();
const POLICY: &str = include_str!("policy.txt");

/// What went wrong on pages: told one by one up to this many.
const MOST_ERRORS: usize = 1_000;

/// Prints one page of HTML.
pub struct HtmlReport {
    style: Style,
    pages: Vec<Row>,
    /// Path and message.
    errors: Vec<(String, String)>,
}

impl HtmlReport {
    /// A printer.
    pub fn new(style: Style) -> HtmlReport {
        HtmlReport {
            style,
            pages: Vec::new(),
            errors: Vec::new(),
        }
    }

    fn head(&self, out: &mut String, base: &str, end: &End<'_>) {
        let lang = self.style.lang;
        let t = |fr, en| text(fr, en).get(lang);
        let what = self.what(base);
        let title = t("Rapport d’audit", "Audit report");
        let name = what.trim_end_matches('/');
        let name = name.rsplit('/').next().unwrap_or(name);
        let _ = writeln!(
            out,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>{title} — {} — Vigie</title>",
            lang.tag(),
            esc(POLICY.trim_end()),
            esc(name)
        );
        let _ = writeln!(
            out,
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n<meta name=\"generator\" content=\"Vigie {}\">\n<link rel=\"icon\" href=\"data:,\">\n<style>{STYLE}</style>\n</head>\n<body>",
            env!("CARGO_PKG_VERSION")
        );
        let _ = writeln!(
            out,
            "<a class=\"skip\" href=\"#main\">{}</a>\n<header>\n<h1><small>{title}</small> <span class=\"path\">{}</span></h1>\n<p>{}</p>\n</header>",
            t("Aller au contenu", "Skip to content"),
            esc(&what),
            prose(&self.size(end), lang)
        );
    }

    /// What was audited.
    fn what(&self, base: &str) -> String {
        match (&self.pages[..], base) {
            ([only], _) if only.path() == "-" => text("entrée standard", "standard input")
                .get(self.style.lang)
                .to_owned(),
            ([only], _) => only.path().to_owned(),
            (_, "") => "./".to_owned(),
            _ => base.to_owned(),
        }
    }

    fn size(&self, end: &End<'_>) -> String {
        let lang = self.style.lang;
        let pages = count(end.summary.pages, &PAGES, lang);
        let size = size(end.summary.bytes, "\u{202f}", lang);
        text(
            "{pages}, {size} de HTML ; RGAA {version} et standard HTML, contrôlés par Vigie {vigie} sans navigateur",
            "{pages}, {size} of HTML; RGAA {version} and the HTML Standard, audited by Vigie {vigie} without a browser",
        )
        .get(lang)
        .replace("{pages}", &pages)
        .replace("{size}", &size)
        .replace("{version}", RGAA.version)
        .replace("{vigie}", env!("CARGO_PKG_VERSION"))
    }

    fn troubles(&self, out: &mut String, end: &End<'_>) {
        let lang = self.style.lang;
        let run = end.errors.iter().map(|e| (&*e.path, &*e.message));
        let own = self
            .errors
            .iter()
            .map(|(path, message)| (&**path, &**message));
        let site = end.site.errors.iter().map(|e| ("", &*e.message));
        out.push_str("<ul class=\"troubles\">\n");
        for (path, message) in run.chain(own).chain(site).take(MOST_ERRORS) {
            let colon = text("\u{a0}:", ":").get(lang);
            let _ = match path {
                "" => writeln!(out, "<li>{}</li>", prose(message, lang)),
                path => writeln!(
                    out,
                    "<li><span class=\"path\">{}</span>{colon} {}</li>",
                    esc(path),
                    prose(message, lang)
                ),
            };
        }
        out.push_str("</ul>\n");
    }

    /// The sections that there are: id, title.
    fn sections(&self, end: &End<'_>) -> Vec<(&'static str, &'static str)> {
        let t = |fr, en| text(fr, en).get(self.style.lang);
        let troubled =
            !(end.errors.is_empty() && self.errors.is_empty() && end.site.errors.is_empty());
        [
            (true, "summary", t("En bref", "Summary")),
            (
                troubled,
                "errors",
                t(
                    "Ce qui n’a pas pu être contrôlé",
                    "What could not be audited",
                ),
            ),
            (!end.causes.is_empty(), "causes", t("Causes", "Causes")),
            (
                !end.summary.criteria.is_empty(),
                "rgaa",
                t("Critères du RGAA", "RGAA criteria"),
            ),
            (
                !end.summary.checks.is_empty(),
                "checks",
                t("Règles", "Checks"),
            ),
            (!self.pages.is_empty(), "pages", t("Pages", "Pages")),
        ]
        .into_iter()
        .filter(|s| s.0)
        .map(|s| (s.1, s.2))
        .collect()
    }
}

impl Printer for HtmlReport {
    fn page(&mut self, _out: &mut dyn Write, page: &PageReport) -> io::Result<()> {
        self.pages.push(Row::new(page));
        for error in page.errors.iter().take(MOST_ERRORS - self.errors.len()) {
            self.errors.push((page.path.clone(), error.message.clone()));
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let lang = self.style.lang;
        pages::add_site(&mut self.pages, &end.site.findings);
        self.pages.sort_by(|a, b| a.path().cmp(b.path()));
        let base = pages::base(&self.pages).to_owned();
        let sections = self.sections(end);
        let states = end.summary.baseline.is_some();
        let mut text = String::new();
        self.head(&mut text, &base, end);
        let contents = crate::text::text("Sommaire", "Contents").get(lang);
        let _ = writeln!(text, "<nav aria-label=\"{contents}\"><ul>");
        for (id, title) in &sections {
            let _ = writeln!(text, "<li><a href=\"#{id}\">{title}</a></li>");
        }
        text.push_str("</ul></nav>\n<main id=\"main\" tabindex=\"-1\">\n");
        for (id, title) in sections {
            let _ = writeln!(
                text,
                "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\" tabindex=\"-1\">{title}</h2>"
            );
            match id {
                "summary" => overview::write(&mut text, end, &self.style),
                "errors" => self.troubles(&mut text, end),
                "causes" => {
                    out.write_all(text.as_bytes())?;
                    text.clear();
                    list::write(out, end.causes, states, base.len(), &self.style)?;
                }
                "rgaa" => rgaa::write(&mut text, end.summary, &self.style),
                "checks" => checks::write(&mut text, end.summary, &self.style),
                _ => pages::write(&mut text, &self.pages, &base, lang),
            }
            text.push_str("</section>\n");
        }
        foot(&mut text, lang);
        out.write_all(text.as_bytes())
    }
}

fn foot(out: &mut String, lang: Lang) {
    let said = text(
        "Vigie {version}, RGAA {rgaa}. Ce rapport est un seul fichier : il ne charge rien et n’envoie rien.",
        "Vigie {version}, RGAA {rgaa}. This report is one file: it loads nothing and sends nothing.",
    )
    .get(lang)
    .replace("{version}", env!("CARGO_PKG_VERSION"))
    .replace("{rgaa}", RGAA.version);
    let _ = writeln!(
        out,
        "</main>\n<footer><p>{}</p></footer>\n<script>{SCRIPT}</script>\n</body>\n</html>",
        prose(&said, lang)
    );
}
