//! A page of text for the terminal: headings, paragraphs, lists, examples.

use anstyle::{AnsiColor, Effects, Style};

use super::outputs;
use crate::report::wrap;

/// Text being laid out.
pub struct Sheet {
    text: String,
    width: usize,
    colour: bool,
}

impl Sheet {
    /// An empty sheet as wide as standard output, a comfortable line at most.
    pub fn new() -> Sheet {
        Sheet {
            text: String::new(),
            width: outputs::width().min(100),
            colour: outputs::stdout_has_colours(),
        }
    }

    /// What was laid out.
    pub fn into_text(self) -> String {
        self.text
    }

    fn paint(&self, style: Style, text: &str) -> String {
        if self.colour {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// `name — title`, on top.
    pub fn title(&mut self, name: &str, title: &str) {
        let bold = Style::new().effects(Effects::BOLD);
        let blue = AnsiColor::BrightCyan.on_default().effects(Effects::BOLD);
        let (name, title) = (self.paint(blue, name), self.paint(bold, title));
        self.text.push_str(&format!("{name} — {title}\n"));
    }

    /// A heading, after an empty line.
    pub fn heading(&mut self, heading: &str) {
        let bold = Style::new().effects(Effects::BOLD);
        let heading = self.paint(bold, heading);
        self.text.push_str(&format!("\n{heading}\n"));
    }

    /// A wrapped paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.hanging("  ", "  ", text);
    }

    /// A wrapped paragraph behind a term of a list, aligned after `indent` columns.
    pub fn item(&mut self, term: &str, indent: usize, text: &str) {
        let first = format!("  {term:indent$}");
        let next = " ".repeat(indent + 2);
        self.hanging(&first, &next, text);
    }

    fn hanging(&mut self, first: &str, next: &str, text: &str) {
        let width = self.width.saturating_sub(next.len()).max(30);
        for (i, line) in wrap(text, width).iter().enumerate() {
            self.text.push_str(if i == 0 { first } else { next });
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    /// A piece of source, as it is but for the indentation.
    pub fn source(&mut self, source: &str) {
        let green = AnsiColor::Green.on_default();
        for line in source.lines() {
            let line = self.paint(green, line);
            self.text.push_str(&format!("      {line}\n"));
        }
    }

    /// An empty line.
    pub fn space(&mut self) {
        self.text.push('\n');
    }
}
