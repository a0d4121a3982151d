//! What changes, as `diff -u` and `git diff` write it, for people and for `patch`.

use std::io::{self, Write};

use anstyle::{AnsiColor, Effects, Style};
use similar::{ChangeTag, TextDiff};

use crate::report::{visible, visible_at_line_start};

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// Writes the difference between two texts of the page of this path. What could harm a terminal or a build machine is escaped, so that a
/// page that holds such a thing cannot be patched from it.
///
/// # Errors
/// Those of `out`.
pub fn unified(
    out: &mut dyn Write,
    path: &str,
    old: &str,
    new: &str,
    colour: bool,
) -> io::Result<()> {
    let paint = |style: Style| if colour { style } else { Style::new() };
    let bold = paint(Style::new().effects(Effects::BOLD));
    let cyan = paint(AnsiColor::Cyan.on_default());
    let (red, green) = (AnsiColor::Red.on_default(), AnsiColor::Green.on_default());
    let path = visible(path);
    let path = path.trim_start_matches('/');
    writeln!(
        out,
        "{bold}--- a/{path}{bold:#}\n{bold}+++ b/{path}{bold:#}"
    )?;
    let diff = TextDiff::from_lines(old, new);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        writeln!(out, "{cyan}{}{cyan:#}", hunk.header())?;
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', paint(red)),
                ChangeTag::Insert => ('+', paint(green)),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let line = change.value();
            let text = line.trim_end_matches('\n');
            // The end of a line of Windows is one.
            let (text, end) = match text.strip_suffix('\r') {
                Some(text) if text.len() + 1 < line.len() => (text, "\r"),
                _ => (text, ""),
            };
            let shown = match sign {
                ' ' => visible_at_line_start(text),
                _ => visible(text).into_owned(),
            };
            writeln!(out, "{style}{sign}{shown}{style:#}{end}")?;
            if change.missing_newline() {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}
