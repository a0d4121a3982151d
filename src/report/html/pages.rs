//! The pages and what was found on each, by folder.

use std::collections::HashMap;
use std::fmt::Write;

use super::escape::{esc, prose};
use crate::report::words::{self, PAGES, count, number};
use crate::report::{Finding, Levels, PageReport};
use crate::text::{Lang, text};

/// What is kept of a page.
pub struct Row {
    path: Box<str>,
    /// Errors, warnings, notes.
    found: [u32; 3],
}

/// Pages of a folder that are shown together whatever its folders.
const TOGETHER: usize = 150;
/// Pages that make a folder a group of its own.
const APART: usize = 30;
/// With more pages than this their figures are in one column: a browser has less to build.
const MANY: usize = 2_000;
/// Pages told as the most touched.
const WORST: usize = 10;

impl Row {
    /// A page gone by.
    pub fn new(page: &PageReport) -> Row {
        let mut row = Row {
            path: page.path.as_str().into(),
            found: [0; 3],
        };
        page.findings.iter().for_each(|f| row.add(f));
        row
    }

    fn add(&mut self, finding: &Finding) {
        let mut levels = Levels::default();
        levels.add(finding.level);
        for (n, more) in self.found.iter_mut().zip(parts(&levels)) {
            *n += more as u32;
        }
    }

    fn total(&self) -> u32 {
        self.found.iter().sum()
    }

    /// The path.
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// Errors, warnings, notes.
pub fn parts(levels: &Levels) -> [usize; 3] {
    [levels.error, levels.warning, levels.note]
}

/// Adds the findings of the site to the pages they are on.
pub fn add_site(rows: &mut [Row], findings: &[Finding]) {
    if findings.is_empty() {
        return;
    }
    let mut of_path: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for finding in findings {
        let path = finding.path.as_deref().unwrap_or_default();
        of_path.entry(path).or_default().push(finding);
    }
    for row in rows {
        for finding in of_path.get(&*row.path).into_iter().flatten() {
            row.add(finding);
        }
    }
}

/// The folder that all pages are in, with its last `/`; empty when there is none.
pub fn base(rows: &[Row]) -> &str {
    let Some(first) = rows.first() else { return "" };
    let mut base = &*first.path;
    for row in rows {
        while !row.path.starts_with(base) || !base.ends_with('/') {
            let inner = base.strip_suffix('/').unwrap_or(base);
            match inner.rfind('/') {
                Some(at) => base = &base[..=at],
                None => return "",
            }
        }
    }
    base
}

/// Writes the section's content. `rows` are in the order of their paths.
pub fn write(out: &mut String, rows: &[Row], base: &str, lang: Lang) {
    let t = |fr, en| text(fr, en).get(lang);
    let mut worst: Vec<&Row> = rows.iter().filter(|r| r.total() > 0).collect();
    worst.sort_by_key(|row| std::cmp::Reverse(row.found));
    if rows.len() > WORST && !worst.is_empty() {
        worst.truncate(WORST);
        let _ = writeln!(
            out,
            "<h3 id=\"w\">{}</h3>",
            t("Les plus touchées", "Most touched")
        );
        table(out, worst.into_iter(), base.len(), "w", false, lang);
        let _ = writeln!(out, "<h3>{}</h3>", t("Toutes les pages", "All pages"));
    }
    let _ = writeln!(
        out,
        "<p class=\"find\" id=\"fp\" hidden><label for=\"qp\">{}</label> <input type=\"search\" id=\"qp\" autocomplete=\"off\" spellcheck=\"false\"></p>\n<p role=\"status\" id=\"sp\" data-of=\"{}\"></p>",
        t("Chercher une page", "Search for a page"),
        t("sur", "of")
    );
    out.push_str("<div id=\"pg\">\n");
    let groups = groups(rows, base);
    let rows_in_all = rows.len();
    for (n, (folder, rows)) in groups.iter().enumerate() {
        let mut levels = Levels::default();
        for row in rows {
            levels.error += row.found[0] as usize;
            levels.warning += row.found[1] as usize;
            levels.note += row.found[2] as usize;
        }
        let open = if groups.len() == 1 && rows.len() <= TOGETHER {
            " open"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "<details{open}><summary><span id=\"g{n}\" class=\"path\">{}</span> <small>{} <i>{}</i></small></summary>",
            esc(match folder.len() {
                0 => t("Toutes", "All"),
                _ => folder,
            }),
            prose(&count(rows.len(), &PAGES, lang), lang),
            words::levels(&levels, lang)
        );
        table(
            out,
            rows.iter().copied(),
            folder.len(),
            &format!("g{n}"),
            rows_in_all > MANY,
            lang,
        );
        out.push_str("</details>\n");
    }
    out.push_str("</div>\n");
}

fn table<'r>(
    out: &mut String,
    rows: impl Iterator<Item = &'r Row>,
    skip: usize,
    label: &str,
    brief: bool,
    lang: Lang,
) {
    let t = |fr, en| text(fr, en).get(lang);
    let (class, heads): (&str, &[&str]) = match brief {
        true => ("pages brief", &[t("Constats", "Findings")]),
        false => (
            "pages",
            &[
                t("Erreurs", "Errors"),
                t("Avertis\u{ad}sements", "Warnings"),
                t("Notes", "Notes"),
            ],
        ),
    };
    let _ = write!(
        out,
        "<table class=\"{class}\" aria-labelledby=\"{label}\"><thead><tr><th scope=\"col\">{}</th>",
        t("Page", "Page")
    );
    for head in heads {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", esc(&row.path[skip..]));
        let [error, warning, note] = row.found.map(|n| n as usize);
        if brief {
            let levels = Levels {
                error,
                warning,
                note,
            };
            let _ = write!(out, "<td>{}</td>", words::levels(&levels, lang));
        } else {
            for n in [error, warning, note] {
                let _ = write!(out, "<td>{}</td>", number(n, lang));
            }
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>\n");
}

/// Pages in groups of a bearable size: a folder of many is a group of its own, what is left of the folder around it another.
fn groups<'r>(rows: &'r [Row], base: &'r str) -> Vec<(&'r str, Vec<&'r Row>)> {
    let mut groups: Vec<(&str, Vec<&Row>)> = Vec::new();
    let mut todo: Vec<(&str, &[Row])> = vec![(base, rows)];
    while let Some((folder, rows)) = todo.pop() {
        if rows.len() <= TOGETHER {
            groups.push((folder, rows.iter().collect()));
            continue;
        }
        let mut left: Vec<&Row> = Vec::new();
        let inner = |row: &Row| {
            let at = row.path[folder.len()..].find('/');
            at.map(|at| folder.len() + at + 1)
        };
        let same = |a: &Row, b: &Row| match (inner(a), inner(b)) {
            (Some(x), Some(y)) => a.path[..x] == b.path[..y],
            _ => false,
        };
        for part in rows.chunk_by(same) {
            match inner(&part[0]) {
                Some(end) if part.len() >= APART => todo.push((&part[0].path[..end], part)),
                _ => left.extend(part),
            }
        }
        if !left.is_empty() {
            groups.push((folder, left));
        }
    }
    groups.sort_by_key(|(folder, _)| *folder);
    groups
}
