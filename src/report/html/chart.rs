//! Bars: a picture with its text alternative, and the same figures as a table.

use std::fmt::Write;

use super::escape::{esc, prose};
use crate::report::words::number;
use crate::text::{Lang, text};

/// One bar, of several parts.
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its parts, in the order of the series.
    pub parts: Vec<usize>,
    /// More figures for the table, already written.
    pub more: Vec<String>,
}

/// Parts of bars.
pub struct Series {
    /// The name in the table.
    pub name: &'static str,
    /// The class that colours it.
    pub class: &'static str,
}

/// A figure.
pub struct Chart<'c> {
    /// Begins the ids in it.
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// What the first column of the table holds.
    pub heads: &'c str,
    /// Headings of the further columns.
    pub more: &'c [&'static str],
    /// The parts.
    pub series: &'c [Series],
    /// The bars.
    pub bars: &'c [Bar],
    /// What it shows, in a sentence or two.
    pub said: &'c str,
}

impl Bar {
    fn total(&self) -> usize {
        self.parts.iter().sum()
    }
}

/// Ems from one bar to the next, and above the first.
const STEP: f64 = 2.9;
/// What the longest bar takes of the width, in percents: the rest is for its figure.
const WIDEST: f64 = 88.0;

impl Chart<'_> {
    /// Draws it. Bars of nothing are in the table only.
    pub fn draw(&self, out: &mut String, lang: Lang) {
        let id = self.id;
        let drawn: Vec<&Bar> = self.bars.iter().filter(|b| b.total() > 0).collect();
        let most = drawn.iter().map(|b| b.total()).max().unwrap_or(1) as f64;
        let _ = writeln!(
            out,
            "<figure class=\"chart\">\n<figcaption><h3 id=\"{id}\">{}</h3></figcaption>",
            prose(self.title, lang)
        );
        self.legend(out);
        let _ = write!(
            out,
            "<svg role=\"img\" aria-labelledby=\"{id}-t {id}-d\" width=\"100%\" height=\"{:.1}em\">\
             <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            STEP * drawn.len() as f64,
            esc(self.title),
            prose(self.said, lang)
        );
        for (row, bar) in drawn.iter().enumerate() {
            let top = STEP * row as f64;
            let _ = write!(
                out,
                "<text x=\"0\" y=\"{:.1}em\">{}</text>",
                top + 1.0,
                esc(&bar.label)
            );
            let mut left = 0.0;
            for (part, series) in bar.parts.iter().zip(self.series) {
                let width = WIDEST * *part as f64 / most;
                if *part > 0 {
                    let _ = write!(
                        out,
                        "<rect class=\"{}\" x=\"{left:.2}%\" y=\"{:.1}em\" width=\"{width:.2}%\" height=\"0.8em\"/>",
                        series.class,
                        top + 1.4
                    );
                }
                left += width;
            }
            let _ = write!(
                out,
                "<text class=\"n\" x=\"{left:.2}%\" dx=\"0.4em\" y=\"{:.1}em\">{}</text>",
                top + 2.15,
                number(bar.total(), lang)
            );
        }
        out.push_str("</svg>\n");
        self.table(out, lang);
        out.push_str("</figure>\n");
    }

    fn legend(&self, out: &mut String) {
        out.push_str("<ul class=\"legend\">");
        for series in self.series {
            let _ = write!(
                out,
                "<li><svg aria-hidden=\"true\" width=\"0.8em\" height=\"0.8em\"><rect class=\"{}\" width=\"100%\" height=\"100%\"/></svg> {}</li>",
                series.class,
                esc(series.name)
            );
        }
        out.push_str("</ul>\n");
    }

    fn table(&self, out: &mut String, lang: Lang) {
        let figures = text("Les chiffres", "The figures").get(lang);
        let _ = write!(
            out,
            "<details><summary>{figures}</summary>\n<div class=\"wide\" role=\"group\" aria-labelledby=\"{0}\" tabindex=\"0\"><table aria-labelledby=\"{0}\"><thead><tr><th scope=\"col\">{1}</th>",
            self.id,
            esc(self.heads)
        );
        let total = text("Total", "Total").get(lang);
        let names = self.series.iter().map(|s| s.name);
        for name in names.chain([total]).chain(self.more.iter().copied()) {
            let _ = write!(out, "<th scope=\"col\">{}</th>", esc(name));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for bar in self.bars {
            let _ = write!(out, "<tr><th scope=\"row\">{}</th>", esc(&bar.label));
            for n in bar.parts.iter().copied().chain([bar.total()]) {
                let _ = write!(out, "<td>{}</td>", number(n, lang));
            }
            for more in &bar.more {
                let _ = write!(out, "<td>{}</td>", esc(more));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody></table></div></details>\n");
    }
}
