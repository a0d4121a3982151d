//! One criterion: its status, its pages, its title; what was found; what is open and why.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style as Paint};
use unicode_width::UnicodeWidthStr;

use super::colon;
use super::tally::{Kind, Tally, Why};
use crate::report::Style;
use crate::report::text::bold;
use crate::report::words::{self, Noun, count, noun, number};
use crate::report::wrap::wrap;
use crate::rgaa::{Criterion, RGAA, SampleCriterion, Status, StatusCounts, TestId, Topic};
use crate::text::{Lang, Text, text};

/// Columns of a number such as `10.14`, and of a status such as `C?`.
const ID: usize = 6;
const STATUS: usize = 3;

/// Whether the grid says C while a page may still turn it into NC.
pub fn is_provisional(criterion: &SampleCriterion) -> bool {
    criterion.status == Status::C && !criterion.settled
}

/// The 13 topics.
pub fn print_all(
    out: &mut dyn Write,
    criteria: &[SampleCriterion],
    tally: &Tally,
    style: &Style,
) -> io::Result<()> {
    let table = Table {
        tally,
        style,
        // The width of a count of pages; none for a single page.
        pages: match tally.pages {
            1 => None,
            n => Some(number(n, style.lang).width().max(2)),
        },
    };
    if let Some(width) = table.pages {
        let names: Vec<String> = Status::ALL
            .iter()
            .map(|s| format!("{:>width$}", s.name()))
            .collect();
        let pages = text("pages", "pages").get(style.lang);
        let indent = " ".repeat(2 + ID + STATUS);
        writeln!(out, "\n{indent}{}  {pages}", names.join(" "))?;
    }
    let mut whole = true;
    for topic in RGAA.topics {
        let looked_at = tally.looked_at(topic.criteria);
        if looked_at || whole {
            writeln!(out)?;
        }
        whole = looked_at;
        table.topic(out, topic, criteria)?;
    }
    Ok(())
}

struct Table<'a> {
    tally: &'a Tally,
    style: &'a Style,
    pages: Option<usize>,
}

impl Table<'_> {
    fn topic(
        &self,
        out: &mut dyn Write,
        topic: &Topic,
        criteria: &[SampleCriterion],
    ) -> io::Result<()> {
        let lang = self.style.lang;
        let bold = bold(self.style.colour);
        let title = format!("{} {}", topic.id, topic.title.get(lang));
        if !self.tally.looked_at(topic.criteria) {
            let nobody = UNSEEN.get(lang);
            return writeln!(out, "{bold}{title}{bold:#} — {nobody}");
        }
        let own = || {
            let places = topic.criteria.iter().filter_map(|c| c.id.index());
            places.filter_map(|i| criteria.get(i).map(|s| (i, s)))
        };
        let counts = tally_of(own().map(|(_, c)| c.status).collect());
        writeln!(out, "{bold}{title}{bold:#} — {counts}")?;
        for ((place, status), criterion) in own().zip(topic.criteria) {
            self.criterion(out, criterion, place, status)?;
        }
        Ok(())
    }

    fn criterion(
        &self,
        out: &mut dyn Write,
        criterion: &Criterion,
        place: usize,
        sample: &SampleCriterion,
    ) -> io::Result<()> {
        let lang = self.style.lang;
        let paint = paint(sample.status, self.style.colour);
        let quiet = match sample.status {
            Status::NA => dim(self.style.colour),
            _ => Paint::new(),
        };
        let status = format!(
            "{}{}",
            sample.status,
            if is_provisional(sample) { "?" } else { "" }
        );
        write!(
            out,
            "  {:<ID$}{paint}{status:<STATUS$}{paint:#}",
            criterion.id.to_string()
        )?;
        let mut indent = 2 + ID + STATUS;
        if let Some(width) = self.pages {
            for status in Status::ALL {
                let n = sample.pages.of(status);
                let dim = if n == 0 {
                    dim(self.style.colour)
                } else {
                    Paint::new()
                };
                let n = number(n, lang);
                write!(
                    out,
                    "{}{dim}{n}{dim:#} ",
                    " ".repeat(width.saturating_sub(n.width()))
                )?;
            }
            write!(out, " ")?;
            indent += 4 * (width + 1) + 1;
        }
        let room = self.style.width.saturating_sub(indent).max(20);
        let titles = wrap(criterion.title.get(lang), room);
        let remains = match sample.pages.nt {
            0 => None,
            _ => self.remains(criterion),
        };
        let mut used = 0;
        for (i, line) in titles.iter().enumerate() {
            if i > 0 {
                write!(out, "\n{:indent$}", "")?;
            }
            write!(out, "{quiet}{line}{quiet:#}")?;
            used = line.width();
        }
        if let Some(remains) = remains {
            let dim = dim(self.style.colour);
            if used + 3 + remains.width() <= room {
                write!(out, "{dim} — {remains}{dim:#}")?;
            } else {
                for line in wrap(&remains, room) {
                    write!(out, "\n{:indent$}{dim}{line}{dim:#}", "")?;
                }
            }
        }
        writeln!(out)?;
        self.found(out, place)
    }

    /// A line a check that found something.
    fn found(&self, out: &mut dyn Write, place: usize) -> io::Result<()> {
        let lang = self.style.lang;
        let found = self.tally.found(place);
        let labels: Vec<String> = found
            .iter()
            .map(|((kind, _), found)| {
                let mut label = count(found.findings, kind_noun(*kind), lang);
                if self.pages.is_some() {
                    let on = text("sur", "on").get(lang);
                    label.push_str(&format!(
                        " {on} {}",
                        count(found.pages, &words::PAGES, lang)
                    ));
                } else if found.places > found.findings {
                    let at = text("à", "at").get(lang);
                    label.push_str(&format!(" {at} {}", count(found.places, &PLACES, lang)));
                }
                label
            })
            .collect();
        let width = labels.iter().map(|l| l.width()).max().unwrap_or_default();
        let indent = 2 + ID + STATUS;
        for (((kind, check), found), label) in found.iter().zip(labels) {
            let paint = kind_paint(*kind, self.style.colour);
            let title = (self.style.meta)(check).map_or("", |m| m.title.get(lang));
            let mut said = format!("{title} [{check}]");
            if !found.either.is_empty() {
                let ids: Vec<String> = found.either.iter().map(ToString::to_string).collect();
                let or = text(" ou ", " or ").get(lang);
                said.push_str(&format!("{}{}", colon(lang), ids.join(or)));
            }
            let pad = " ".repeat(width - label.width());
            write!(out, "{:indent$}{paint}{label}{paint:#}", "")?;
            let beside = indent + width + 2;
            let column = if beside + 30 <= self.style.width {
                write!(out, "{pad}  ")?;
                beside
            } else {
                write!(out, "\n{:1$}", "", indent + 2)?;
                indent + 2
            };
            let room = self.style.width.saturating_sub(column);
            for (i, line) in wrap(&said, room).iter().enumerate() {
                if i > 0 {
                    write!(out, "{:column$}", "")?;
                }
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    }

    /// What is open without a question about a place, and why: `à juger : tests 2 et 5 ; scripts : test 3`.
    fn remains(&self, criterion: &Criterion) -> Option<String> {
        let lang = self.style.lang;
        let parts: Vec<String> = Why::ALL
            .into_iter()
            .filter_map(|why| {
                let open = self.tally.open(criterion, why);
                let word = why_word(why).get(lang);
                match open.len() {
                    0 => None,
                    n if n == criterion.tests.len() => Some(word.to_owned()),
                    _ => Some(format!("{word}{}{}", colon(lang), numbers(&open, lang))),
                }
            })
            .collect();
        let semicolon = text(" ; ", "; ").get(lang);
        (!parts.is_empty()).then(|| parts.join(semicolon))
    }
}

/// `3 NC, 1 C, 5 NT`: what there is.
fn tally_of(counts: StatusCounts) -> String {
    let there = Status::ALL.into_iter().filter(|s| counts.of(*s) > 0);
    let parts: Vec<String> = there.map(|s| format!("{} {s}", counts.of(s))).collect();
    parts.join(", ")
}

/// `test 2`, `tests 2, 5`, `tests 1 à 6`: the last number of each, the rest being that of the criterion.
fn numbers(tests: &[TestId], lang: Lang) -> String {
    let mut ranges: Vec<(u8, u8)> = Vec::new();
    for test in tests {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == test.test => *last = test.test,
            _ => ranges.push((test.test, test.test)),
        }
    }
    let to = text(" à ", " to ").get(lang);
    let parts: Vec<String> = ranges
        .into_iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}{to}{last}"),
        })
        .collect();
    format!(
        "{} {}",
        words::form(tests.len(), &TESTS, lang),
        parts.join(", ")
    )
}

const TESTS: Noun = noun(text("test", "test"), text("tests", "tests"));
const PLACES: Noun = noun(text("endroit", "place"), text("endroits", "places"));
const UNSEEN: Text = text("non examiné", "not looked at");

fn why_word(why: Why) -> Text {
    match why {
        Why::Judge => text("à juger", "to be judged"),
        Why::Scripts => text("dépend des scripts", "depends on scripts"),
        Why::Nobody => UNSEEN,
    }
}

fn kind_noun(kind: Kind) -> &'static Noun {
    const FAILURES: Noun = noun(text("échec", "failure"), text("échecs", "failures"));
    const EITHER: Noun = noun(
        text("échec ici ou ailleurs", "failure here or elsewhere"),
        text("échecs ici ou ailleurs", "failures here or elsewhere"),
    );
    const QUESTIONS: Noun = noun(text("question", "question"), text("questions", "questions"));
    match kind {
        Kind::Failure => &FAILURES,
        Kind::Either => &EITHER,
        Kind::Remark => &words::FINDINGS,
        Kind::Question => &QUESTIONS,
    }
}

fn kind_paint(kind: Kind, colour: bool) -> Paint {
    match kind {
        _ if !colour => Paint::new(),
        Kind::Failure | Kind::Either => AnsiColor::BrightRed.on_default(),
        Kind::Remark | Kind::Question => AnsiColor::Yellow.on_default(),
    }
}

fn paint(status: Status, colour: bool) -> Paint {
    let bold = |colour: AnsiColor| colour.on_default().effects(Effects::BOLD);
    match status {
        _ if !colour => Paint::new(),
        Status::C => bold(AnsiColor::BrightGreen),
        Status::NC => bold(AnsiColor::BrightRed),
        Status::NA => dim(colour),
        Status::NT => bold(AnsiColor::Yellow),
    }
}

fn dim(colour: bool) -> Paint {
    if colour {
        Paint::new().effects(Effects::DIMMED)
    } else {
        Paint::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rgaa::test;

    #[test]
    fn numbers_of_tests_are_short() {
        let of = |ns: &[u8], lang| {
            let tests: Vec<TestId> = ns.iter().map(|n| TestId::new(1, 6, *n)).collect();
            numbers(&tests, lang)
        };
        assert_eq!(numbers(&[test(1, 6, 9)], Lang::Fr), "test 9");
        assert_eq!(of(&[1, 2], Lang::En), "tests 1, 2");
        assert_eq!(of(&[1, 2, 3, 4, 9], Lang::Fr), "tests 1 à 4, 9");
        assert_eq!(of(&[2, 4, 5, 6], Lang::En), "tests 2, 4 to 6");
    }
}
