//! What `vigie watch` shows: what is gone, what is new, then as much of the rest as a screen holds.

use std::collections::{HashMap, HashSet};
use std::io::{self, IsTerminal};

use anstyle::{AnsiColor, Style as Paint};
use unicode_width::UnicodeWidthStr;

use crate::check::Level;
use crate::cli::{colon, outputs};
use crate::report::words::{self, Noun, count, noun};
use crate::report::{Cause, bold, paint, visible};
use crate::text::{Lang, Text, text};

/// Defects shown where the output is no terminal.
const SHOWN: usize = 20;
/// Defects shown in the smallest terminal.
const FEWEST: usize = 3;
/// Rows of a terminal that are not defects: what is left out, the totals, what to do, the prompt.
const BESIDE: usize = 5;

/// The check and the fingerprint of a defect.
type Name = (&'static str, String);

/// A defect as two lines.
#[derive(Clone)]
struct Item {
    level: Level,
    head: String,
    message: String,
    place: String,
}

/// Where lines are shown.
#[derive(Clone, Copy)]
struct Screen {
    /// Rows and columns of a terminal.
    size: Option<(usize, usize)>,
    colour: bool,
}

impl Screen {
    fn here() -> Screen {
        let size = terminal_size::terminal_size();
        let size = size.map_or((24, 80), |(w, h)| (usize::from(h.0), usize::from(w.0)));
        Screen {
            size: io::stdout().is_terminal().then_some(size),
            colour: outputs::stdout_has_colours(),
        }
    }

    /// An item, after a word in a colour.
    fn show(self, (word, colour): (&str, AnsiColor), item: &Item, lang: Lang) -> String {
        let Item {
            level,
            head,
            message,
            place,
        } = item;
        let word_paint = match self.colour {
            true => colour.on_default().bold(),
            false => Paint::new(),
        };
        let (paint, bold) = (paint(*level, self.colour), bold(self.colour));
        let colon = colon(lang);
        format!(
            "{word_paint}{word}{word_paint:#}{paint}{head}{paint:#}{bold}{colon}{message}{bold:#}\n    {place}\n"
        )
    }

    /// Rows that an item takes.
    fn rows(self, item: &Item) -> usize {
        let columns = self.size.map_or(usize::MAX, |(_, columns)| columns.max(1));
        let head = item.head.width() + 3 + item.message.width();
        head.div_ceil(columns) + (item.place.width() + 4).div_ceil(columns)
    }

    /// How many of these find room beside what is told anyway.
    fn room(self, told: usize, items: &[&Item]) -> usize {
        let Some((rows, _)) = self.size else {
            return SHOWN;
        };
        let mut left = rows.saturating_sub(told + BESIDE);
        let fitting = items.iter().take_while(|item| {
            let enough = self.rows(item) <= left;
            left = left.saturating_sub(self.rows(item));
            enough
        });
        fitting.count().max(FEWEST)
    }
}

/// What was shown last.
#[derive(Default)]
pub struct Board {
    known: Option<HashMap<Name, Item>>,
}

impl Board {
    /// What to show of these causes. `totals`: of the run, in words.
    pub fn tell<'c>(
        &mut self,
        causes: impl Iterator<Item = &'c Cause>,
        totals: &str,
        lang: Lang,
    ) -> String {
        let now: Vec<(Name, Item)> = causes
            .map(|cause| {
                let name = (cause.first.check, cause.fingerprint.clone());
                (name, item(cause, lang))
            })
            .collect();
        let shown = self.shown(&now, totals, lang);
        self.known = Some(now.into_iter().collect());
        shown
    }

    fn shown(&self, now: &[(Name, Item)], totals: &str, lang: Lang) -> String {
        let t = |fr, en| text(fr, en).get(lang);
        let (mut new, mut gone) = (Vec::new(), Vec::new());
        if let Some(known) = &self.known {
            new.extend(now.iter().filter(|(key, _)| !known.contains_key(key)));
            let names: HashSet<&Name> = now.iter().map(|(name, _)| name).collect();
            gone.extend(
                known
                    .iter()
                    .filter(|(key, _)| !names.contains(key))
                    .map(|(_, item)| item),
            );
            gone.sort_by(|a, b| {
                (&a.place, &a.head, &a.message).cmp(&(&b.place, &b.head, &b.message))
            });
        }
        let screen = Screen::here();
        let terminal = screen.size.is_some();
        let first = self.known.is_none();
        // The screen begins anew, what scrolled away stays.
        let mut out = String::from(if terminal { "\x1b[2J\x1b[H" } else { "" });
        let mut told = 0;
        for item in &gone {
            told += screen.rows(item);
            out += &screen.show((t("disparu ", "fixed "), AnsiColor::Green), item, lang);
        }
        for (_, item) in &new {
            told += screen.rows(item);
            out += &screen.show((t("nouveau ", "new "), AnsiColor::Red), item, lang);
        }
        if first || terminal {
            let is_new: HashSet<&Name> = new.iter().map(|(name, _)| name).collect();
            let rest: Vec<&Item> = now
                .iter()
                .filter(|(name, _)| !is_new.contains(name))
                .map(|(_, item)| item)
                .collect();
            let room = screen.room(told, &rest);
            for item in rest.iter().take(room) {
                out += &screen.show(("", AnsiColor::White), item, lang);
            }
            if let more @ 1.. = rest.len().saturating_sub(room) {
                let more = words::number(more, lang);
                out.push_str(&match lang {
                    Lang::Fr => format!("… et {more} de plus : vigie audit montre tout\n"),
                    Lang::En => format!("… and {more} more: vigie audit shows all\n"),
                });
            }
        }
        if first {
            out.push_str(&format!("{totals}\n"));
        } else {
            let (new, gone) = (count(new.len(), &NEW, lang), count(gone.len(), &GONE, lang));
            out.push_str(&format!("{new}, {gone} — {totals}\n"));
        }
        if first || terminal {
            out.push_str(WAITING.get(lang));
            out.push('\n');
        }
        out
    }
}

fn item(cause: &Cause, lang: Lang) -> Item {
    let first = &cause.first;
    let level = words::level(first.level).get(lang);
    let place = match &cause.origin {
        Some(origin) => format!("{}:{}", visible(&origin.path), origin.line),
        None => {
            let (line, column) = (first.start.line, first.start.column);
            format!("{}:{line}:{column}", visible(cause.path()))
        }
    };
    let pages = count(cause.pages, &words::PAGES, lang);
    Item {
        level: first.level,
        head: format!("{level}[{}]", first.check),
        message: visible(&first.message).into_owned(),
        place: format!("> {place} ({pages})"),
    }
}

const NEW: Noun = noun(
    text("défaut nouveau", "new defect"),
    text("défauts nouveaux", "new defects"),
);
const GONE: Noun = noun(text("disparu", "fixed"), text("disparus", "fixed"));
const WAITING: Text = text(
    "En attente de changements ; Ctrl-C arrête",
    "Waiting for changes; Ctrl-C stops",
);
