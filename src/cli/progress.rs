//! How far the run is, for someone who waits: on standard error, if it is a terminal and the work is long.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::text::{Lang, text};

/// Shorter runs show nothing.
const PATIENCE: Duration = Duration::from_millis(700);

/// A bar, or nothing.
pub struct Progress {
    bar: Option<ProgressBar>,
    begun: Instant,
    /// The bar and the report are on the same screen.
    shared_screen: bool,
    pages: u64,
}

impl Progress {
    /// No bar.
    pub fn none() -> Progress {
        Progress {
            bar: None,
            begun: Instant::now(),
            shared_screen: false,
            pages: 0,
        }
    }

    /// A bar for this many pages, if someone is there to see it.
    pub fn new(pages: usize, lang: Lang) -> Progress {
        let mut progress = Progress::none();
        if !io::stderr().is_terminal() || pages < 2 {
            return progress;
        }
        let bar = ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::hidden());
        let template = text(
            "{bar:30} {pos}/{len} pages, encore {eta}",
            "{bar:30} {pos}/{len} pages, {eta} left",
        );
        if let Ok(style) = ProgressStyle::with_template(template.get(lang)) {
            bar.set_style(style.progress_chars("━╸─"));
        }
        progress.shared_screen = io::stdout().is_terminal();
        progress.bar = Some(bar);
        progress
    }

    /// One more page; `print` writes its report.
    pub fn page(&mut self, print: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        self.pages += 1;
        let Some(bar) = &self.bar else {
            return print();
        };
        if bar.is_hidden() && self.begun.elapsed() > PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_position(self.pages);
        if self.shared_screen && !bar.is_hidden() {
            bar.suspend(print)
        } else {
            print()
        }
    }

    /// Takes the bar away.
    pub fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}
