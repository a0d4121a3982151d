//! `markdown`: the summary of a job, for GitHub's step summaries, merge requests and chats; a line of a table per cause.
//!
//! What a page says stands in code spans, or with every sign of Markdown written as a character reference: it makes no link, no image,
//! no mention of a person, no row of the table.

use std::io::{self, Write};

use super::escape::visible;
use super::setting::Setting;
use super::words::{self, count, number};
use super::{Cause, End, PageReport, Printer, State, Style};
use crate::text::{Lang, text};

/// Causes told one by one.
const MAX_ROWS: usize = 200;
/// Scalar values of a message, an excerpt, a path.
const MAX_CELL: usize = 300;
/// Bytes: a step summary of more than 1 MiB is refused, and there may be others in it.
const MAX_BYTES: usize = 512 << 10;

/// Prints a summary.
pub struct Markdown {
    style: Style,
    setting: Setting,
}

impl Markdown {
    /// A printer.
    pub fn new(style: Style, setting: &Setting) -> Markdown {
        Markdown {
            style,
            setting: setting.clone(),
        }
    }

    fn row(&self, cause: &Cause) -> String {
        let (first, spot) = (&cause.first, cause.spot());
        let lang = self.style.lang;
        let path = self.setting.path(spot.path);
        let tests: Vec<String> = first.tests.iter().map(ToString::to_string).collect();
        let rgaa = match tests.is_empty() {
            true => String::new(),
            false => format!("<br>RGAA {}", tests.join(", ")),
        };
        let excerpt = match first.excerpt.is_empty() {
            true => String::new(),
            false => format!("<br>{}", code(&first.excerpt)),
        };
        let place = format!("{}:{}", cut(&path), spot.line);
        let likely = cause.origin.as_ref().filter(|_| !spot.is_source);
        let likely = likely.map_or_else(String::new, |origin| {
            let said = text("source probable :", "likely source:").get(lang);
            let path = self.setting.path(&origin.path);
            format!(
                "<br>{said} {}",
                code(&format!("{}:{}", cut(&path), origin.line))
            )
        });
        format!(
            "| {} | {} | {}<br>`{}`{rgaa} | {}{excerpt}{likely} |\n",
            words::level(first.level).get(lang),
            number(cause.pages, lang),
            prose(&cut(&first.message)),
            first.check,
            code(&place),
        )
    }
}

/// No longer than a cell may be.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_CELL) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Words of ours with words of a page in them.
fn prose(words: &str) -> String {
    let shown = visible(words);
    let mut out = String::with_capacity(shown.len());
    for (at, c) in shown.char_indices() {
        match c {
            '\t' => out.push(' '),
            c if c.is_ascii_punctuation() && !matches!(c, ',' | ';' | '\'' | '?' | '-' | '/') => {
                // Links and mentions are found in the text that references stand for: what comes after breaks them.
                let rest = &shown[at + 1..];
                let links = match c {
                    '@' => true,
                    ':' => rest.starts_with("//"),
                    '.' => shown[..at].to_ascii_lowercase().ends_with("www"),
                    '#' => rest.starts_with(|c: char| c.is_ascii_digit()),
                    _ => false,
                };
                match c {
                    '.' | ':' | '(' | ')' | '"' if !links => out.push(c),
                    c => out.push_str(&format!("&#{};", c as u32)),
                }
                if links {
                    out.push('\u{200b}');
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// A code span in a table.
fn code(text: &str) -> String {
    let shown = cut(&visible(text)).replace('|', "\\|");
    let longest = shown.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if shown.starts_with(['`', ' ']) || shown.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{shown}{space}{fence}")
}

impl Printer for Markdown {
    fn page(&mut self, _: &mut dyn Write, _: &PageReport) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write, end: &End<'_>) -> io::Result<()> {
        let lang = self.style.lang;
        let t = |fr, en| text(fr, en).get(lang);
        let new = end.causes.iter().filter(|c| c.state == State::New);
        let new: Vec<&Cause> = new.collect();
        writeln!(out, "## Vigie\n")?;
        write!(out, "**{}**", words::totals(end.summary, lang))?;
        if !new.is_empty() {
            write!(
                out,
                " {} {}",
                t("—", "—"),
                count(new.len(), &words::CAUSES, lang)
            )?;
        }
        writeln!(out, "\n")?;
        if let Some(ratchet) = &end.summary.baseline {
            for line in ratchet.lines(lang) {
                writeln!(out, "{}\n", prose(line.trim()))?;
            }
        }
        if !end.summary.failed_criteria.is_empty() {
            let ids: Vec<String> = end
                .summary
                .failed_criteria
                .keys()
                .map(ToString::to_string)
                .collect();
            let said = t(
                "Critères du RGAA non conformes avec certitude : ",
                "RGAA criteria that certainly do not conform: ",
            );
            writeln!(out, "{said}{}\n", ids.join(", "))?;
        }
        let mut bytes = 0;
        let mut shown = 0;
        for cause in new.iter().take(MAX_ROWS) {
            let row = self.row(cause);
            bytes += row.len();
            if bytes > MAX_BYTES {
                break;
            }
            if shown == 0 {
                let head = t(
                    "| niveau | pages | constat | où |",
                    "| level | pages | finding | where |",
                );
                writeln!(out, "{head}\n|---|--:|---|---|")?;
            }
            out.write_all(row.as_bytes())?;
            shown += 1;
        }
        if new.len() > shown {
            let rest = new.len() - shown;
            let n = count(rest, &words::CAUSES, lang);
            let said = match lang {
                Lang::Fr => {
                    format!("{n} de plus : les rapports json, csv ou sarif les donnent toutes")
                }
                Lang::En => format!("{n} more: the json, csv or sarif reports have them all"),
            };
            writeln!(out, "\n{said}")?;
        }
        for (rank, error) in end.errors.iter().take(MAX_ROWS).enumerate() {
            if rank == 0 {
                writeln!(
                    out,
                    "\n{}\n",
                    t("Pages non contrôlées :", "Pages not audited:")
                )?;
            }
            let path = self.setting.path(&error.path);
            writeln!(out, "- {}: {}", code(&path), prose(&cut(&error.message)))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_page_are_only_words() {
        assert_eq!(prose("é <b> [a](b)"), "é &#60;b&#62; &#91;a&#93;(b)");
        assert_eq!(
            prose("https://x.org @moi www.x.org"),
            "https&#58;\u{200b}//x.org &#64;\u{200b}moi www&#46;\u{200b}x.org"
        );
        assert_eq!(code("a`b|c"), "``a`b\\|c``");
        assert_eq!(code("`"), "`` ` ``");
    }
}
