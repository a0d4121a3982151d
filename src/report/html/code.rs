//! The source around a place, with its lines numbered and the place marked.

use std::fmt::Write;
use std::ops::Range;

use super::escape::esc;
use crate::report::Cause;
use crate::text::floor;

/// Lines shown of the place itself.
const MOST: usize = 6;
/// Scalar values shown of a line, and of what comes before the place in it.
const WIDE: usize = 180;
const BEFORE: usize = 60;

/// The excerpt of a cause, with so many lines before and after; nothing when it is about no place.
pub fn frame(out: &mut String, cause: &Cause, context: usize) {
    let first = &cause.first;
    let text = &*cause.window.text;
    if text.trim().is_empty() {
        if !first.excerpt.is_empty() {
            let line = first.start.line;
            let _ = write!(
                out,
                "<pre><code><span data-n=\"{line}\"><mark>{}</mark></span></code></pre>",
                esc(&first.excerpt)
            );
        }
        return;
    }
    let at = |offset: u32| floor(text, offset.saturating_sub(cause.window.offset) as usize);
    let start = at(first.start.offset);
    let mark = start..at(first.end.offset).max(start);
    let lines = lines(text);
    let of_mark = lines
        .iter()
        .rposition(|line| line.start <= mark.start)
        .unwrap_or_default();
    let last = lines
        .iter()
        .rposition(|line| line.start < mark.end.max(mark.start + 1))
        .unwrap_or(of_mark)
        .clamp(of_mark, of_mark + MOST - 1);
    let mut shown: Vec<usize> = (of_mark.saturating_sub(context)..=last + context)
        .filter(|n| *n < lines.len())
        .collect();
    let blank = |n: &usize| text[lines[*n].clone()].trim().is_empty();
    // What a window cuts at its beginning is no line, and what is empty says nothing.
    shown.retain(|n| !(blank(n) || *n == 0 && *n < of_mark && cause.window.offset > 0));
    let indentation = |line: &Range<usize>| {
        let line = &text[line.clone()];
        line.len() - line.trim_start_matches([' ', '\t']).len()
    };
    let common = shown
        .iter()
        .map(|n| indentation(&lines[*n]))
        .min()
        .unwrap_or_default();
    out.push_str("<pre><code>");
    for n in shown {
        let number = (first.start.line as usize + n).saturating_sub(of_mark);
        let _ = write!(out, "<span data-n=\"{number}\">");
        let partial = n == 0 && cause.window.offset > 0;
        let mut line = lines[n].clone();
        if !partial {
            line.start += common;
        }
        piece(out, text, line, &mark, partial);
        out.push_str("</span>");
    }
    out.push_str("</code></pre>");
}

/// One line, cut around the mark when it is long.
fn piece(out: &mut String, text: &str, line: Range<usize>, mark: &Range<usize>, partial: bool) {
    // A place between two characters is shown by the one that follows.
    let next = |at: usize| text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    let end = if mark.is_empty() {
        next(mark.start)
    } else {
        mark.end
    };
    let marked = mark.start.clamp(line.start, line.end)..end.clamp(line.start, line.end);
    let from = match text[line.start..marked.start]
        .char_indices()
        .rev()
        .nth(BEFORE)
    {
        Some((at, _)) if !marked.is_empty() && line.len() > WIDE => line.start + at,
        _ => line.start,
    };
    let to = text[from..line.end]
        .char_indices()
        .nth(WIDE)
        .map_or(line.end, |(at, _)| from + at);
    let (start, stop) = (marked.start.min(to), marked.end.min(to));
    if from > line.start || partial {
        out.push('…');
    }
    if start < stop {
        let _ = write!(
            out,
            "{}<mark>{}</mark>{}",
            esc(&text[from..start]),
            esc(&text[start..stop]),
            esc(&text[stop..to])
        );
    } else {
        let _ = write!(out, "{}", esc(&text[from..to]));
    }
    if to < line.end {
        out.push('…');
    }
}

/// The lines of a text, without what ends them.
fn lines(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let mut start = 0;
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        // The second half of a line's end.
        if end < start {
            continue;
        }
        lines.push(start..end);
        start = end + 1 + usize::from(bytes[end..].starts_with(b"\r\n"));
    }
    lines.push(start..text.len());
    lines
}
