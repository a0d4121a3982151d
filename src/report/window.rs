//! Which part of which lines a frame shows: windows cut around places, so that long lines cost nothing.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind};

use super::escape::visible;
use crate::source::Span;
use crate::text::floor;

/// A piece of one line, made safe to print, and what to point at in it.
#[derive(Debug)]
pub struct Line {
    /// From 1.
    pub number: u32,
    /// What the window shows of the page's text, in bytes.
    window: Range<usize>,
    /// Whether the window begins after the line's beginning, ends before its end.
    cut: (bool, bool),
    /// What to point at, in bytes of the page's text.
    marks: Vec<Point>,
}

#[derive(Debug)]
struct Point {
    range: Range<usize>,
    kind: AnnotationKind,
    label: Option<String>,
}

/// Adds a related place to the lines; `false`: its line is there already, and it is too far along it.
pub fn add(
    lines: &mut Vec<Line>,
    text: &str,
    span: Span,
    number: u32,
    budget: usize,
    label: String,
) -> bool {
    let new = line(text, span, number, budget, Some(label));
    let Some(old) = lines.iter_mut().find(|l| l.number == number) else {
        lines.push(new);
        return true;
    };
    let shown =
        |range: &Range<usize>| old.window.start <= range.start && range.end <= old.window.end;
    if !shown(&new.marks[0].range) {
        let marks = || old.marks.iter().chain(&new.marks).map(|m| &m.range);
        let start = marks().map(|r| r.start).min().unwrap_or_default();
        let end = marks().map(|r| r.end).max().unwrap_or_default();
        if end - start > budget * 2 / 3 {
            return false;
        }
        let both = line(
            text,
            Span::new(start as u32, end as u32),
            number,
            budget,
            None,
        );
        (old.window, old.cut) = (both.window, both.cut);
    }
    old.marks.extend(new.marks);
    true
}

fn is_newline(b: u8) -> bool {
    b == b'\n' || b == b'\r'
}

/// The window of a line around a span, without the line's indentation.
pub fn line(text: &str, span: Span, number: u32, budget: usize, label: Option<String>) -> Line {
    let bytes = text.as_bytes();
    let floor = |at| floor(text, at);
    let start = floor(span.start as usize);
    // Only the first line of a span is pointed at, and only as much of it as fits.
    let most = floor(start + budget * 2 / 3);
    let end = floor(span.end as usize).clamp(start, most);
    let end = memchr::memchr2(b'\n', b'\r', &bytes[start..end]).map_or(end, |n| start + n);

    // Bytes stand for columns before the place: with other letters than ASCII a little less is shown.
    let (from, cut_before) = window_start(text, start, budget.saturating_sub(end - start));
    let limit = columns(text, from, budget).max(end);
    let (to, cut_after) = match memchr::memchr2(b'\n', b'\r', &bytes[end..limit]) {
        Some(n) => (end + n, false),
        None => (limit, limit < text.len() && !is_newline(bytes[limit])),
    };
    let (kind, label) = match label {
        None => (AnnotationKind::Primary, None),
        Some(label) => (AnnotationKind::Context, Some(label)),
    };
    Line {
        number,
        window: from..to,
        cut: (cut_before, cut_after),
        marks: vec![Point {
            range: start..end,
            kind,
            label,
        }],
    }
}

/// Where a window begins, so that at most `room` bytes come before `start`, and whether that is after the line's beginning: the
/// line's first letter, else the tag `start` is in, else a few words before.
fn window_start(text: &str, start: usize, room: usize) -> (usize, bool) {
    /// Longer indentations are not looked through.
    const FAR: usize = 2_000;
    let bytes = text.as_bytes();
    let far = start.saturating_sub(FAR);
    let line = match memchr::memrchr2(b'\n', b'\r', &bytes[far..start]) {
        Some(n) => Some(far + n + 1),
        None => (far == 0).then_some(0),
    };
    if let Some(line) = line {
        let blank = bytes[line..start]
            .iter()
            .take_while(|b| matches!(b, b' ' | b'\t'))
            .count();
        if start - (line + blank) <= room * 3 / 4 {
            return (line + blank, false);
        }
    }
    let near = floor(text, start.saturating_sub(room * 3 / 4));
    let from = match memchr::memrchr(b'<', &bytes[near..start]) {
        Some(n) => near + n,
        None => {
            let few = floor(text, start.saturating_sub(24.min(room)));
            let word = memchr::memchr(b' ', &bytes[few..start]);
            word.map_or(few, |n| few + n + 1)
        }
    };
    (from, true)
}

/// One source for annotate-snippets: the windows one under the other, empty lines where nothing is shown.
pub fn compose<'a>(text: &str, lines: &[Line], budget: usize) -> (String, Vec<Annotation<'a>>) {
    let mut source = String::new();
    let mut annotations = Vec::new();
    let mut number = lines[0].number;
    for (i, line) in lines.iter().enumerate() {
        while number < line.number {
            source.push('\n');
            number += 1;
            // A single line between two is shown, not folded.
            if number + 1 == line.number && i > 0 && lines[i - 1].number + 2 == line.number {
                source.push_str(&next_line(text, lines[i - 1].window.end, budget));
            }
        }
        let from = line.window.start;
        if line.cut.0 {
            source.push('…');
        }
        let base = source.len();
        // A place between the two halves of a line's end is outside any window.
        let inside = |offset: usize| offset.clamp(from, line.window.end);
        let at = |offset: usize| base + visible(&text[from..inside(offset)]).len();
        annotations.extend(line.marks.iter().map(|m| {
            m.kind
                .span(at(m.range.start)..at(m.range.end))
                .label(m.label.clone())
        }));
        source.push_str(&visible(&text[from..line.window.end]));
        if line.cut.1 {
            source.push('…');
        }
    }
    (source, annotations)
}

/// The line after the one in which `at` is, if it is not far away.
fn next_line(text: &str, at: usize, budget: usize) -> String {
    let near = &text[at..floor(text, at + 10_000)];
    let Some(end) = near.find(['\n', '\r']) else {
        return String::new();
    };
    let rest = near[end..].strip_prefix("\r\n").unwrap_or(&near[end + 1..]);
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    let line = line.trim_start_matches([' ', '\t']);
    let kept = &line[..floor(line, budget)];
    let mut shown = visible(kept).into_owned();
    if kept.len() < line.len() {
        shown.push('…');
    }
    shown
}

/// The offset after at most `max` scalar values from an offset.
fn columns(text: &str, from: usize, max: usize) -> usize {
    text[from..]
        .char_indices()
        .nth(max)
        .map_or(text.len(), |(n, _)| from + n)
}
