//! Code frames: a few lines of the page with carets under what is wrong, drawn by annotate-snippets.
//!
//! A frame costs the same on a page of one line of 5 MB as on any other: only a window of each line is read.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Mark, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use super::escape::{visible, visible_at_line_start};
use super::wrap::wrap;
use super::{Finding, Style};
use crate::check::Level;
use crate::source::Span;
use crate::text::Lang;

/// A piece of one line, made safe to print, and what to point at in it.
#[derive(Debug)]
struct Line {
    /// From 1.
    number: u32,
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

/// A remark under the frame: its name, its text.
pub type Remark = (String, String);

/// Related places shown in one frame.
const MAX_RELATED: usize = 4;
/// Related places named under a frame.
const MAX_NAMED: usize = 5;
/// How many lines away a related place may be to share the frame.
const NEAR: u32 = 500;

/// Draws a finding at its place, with remarks under it. `source`: the page's text, `None` when the page is gone (the excerpt is
/// shown then).
pub fn draw(
    source: Option<&str>,
    path: &str,
    finding: &Finding,
    style: &Style,
    remarks: Vec<Remark>,
) -> String {
    let (snippet, last, left) = match source {
        Some(text) => frame(text, finding, style),
        None => {
            let excerpt = visible(&finding.excerpt).into_owned();
            let whole = AnnotationKind::Primary.span(0..excerpt.len());
            let snippet = Snippet::source(excerpt)
                .line_start(finding.start.line as usize)
                .annotation(whole);
            let all = (0..finding.related.len()).collect();
            (snippet, finding.start.line, all)
        }
    };
    let place = format!(
        "{}:{}:{}",
        visible_at_line_start(path),
        finding.start.line,
        finding.start.column
    );
    let remarks = related(path, finding, &left, style)
        .into_iter()
        .chain(remarks)
        .map(|(name, text)| {
            let width = style.width.saturating_sub(name.width() + 8).max(30);
            let lines: Vec<String> = wrap(&text, width)
                .iter()
                .map(|line| visible_at_line_start(line))
                .collect();
            let text = lines.join("\n");
            if name.is_empty() {
                Mark::HELP.no_name().message(text)
            } else {
                Mark::HELP.with_name(name).message(text)
            }
        });
    let group = Group::with_level(mark(finding.level))
        .element(snippet)
        .elements(remarks);
    let drawn = renderer(style).render(&[group]);
    if style.no_graphics {
        return format!(" {place}\n{drawn}");
    }
    let arrow = if style.colour {
        format!(
            "{0}-->{0:#}",
            annotate_snippets::renderer::DEFAULT_CONTEXT_STYLE
        )
    } else {
        "-->".to_owned()
    };
    let margin = last.to_string().len();
    format!("{:margin$}{arrow} {place}\n{drawn}", "")
}

/// The frame of a finding, its last line, and the indices of the related places that are not in it.
fn frame<'a>(
    text: &str,
    finding: &Finding,
    style: &Style,
) -> (Snippet<'a, Annotation<'a>>, u32, Vec<usize>) {
    // The line number, the bar and the marks of a cut take their part of the width.
    let budget = style.width.saturating_sub(10).clamp(30, 160);
    let mut lines = vec![line(text, finding.span(), finding.start.line, budget, None)];
    let mut left = Vec::new();
    for (i, related) in finding.related.iter().enumerate() {
        let near = related.path.is_none()
            && i < MAX_RELATED
            && related.start.line.abs_diff(finding.start.line) <= NEAR;
        let span = Span::new(related.start.offset, related.end.offset);
        let label = visible(&related.message).into_owned();
        if !near || !add(&mut lines, text, span, related.start.line, budget, label) {
            left.push(i);
        }
    }
    lines.sort_by_key(|l| l.number);
    let (source, annotations) = compose(text, &lines, budget);
    let snippet = Snippet::source(source)
        .line_start(lines[0].number as usize)
        .annotations(annotations);
    (snippet, lines[lines.len() - 1].number, left)
}

/// Remarks for the related places that are not in the frame.
fn related(path: &str, finding: &Finding, left: &[usize], style: &Style) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = left
        .iter()
        .take(MAX_NAMED)
        .map(|&i| {
            let related = &finding.related[i];
            let path = visible(related.path.as_deref().unwrap_or(path));
            let (line, column) = (related.start.line, related.start.column);
            let message = visible(&related.message);
            (String::new(), format!("{message} : {path}:{line}:{column}"))
        })
        .collect();
    if left.len() > MAX_NAMED {
        let n = left.len() - MAX_NAMED;
        remarks.push((
            String::new(),
            match style.lang {
                Lang::Fr => format!("et {n} autres endroits"),
                Lang::En => format!("and {n} other places"),
            },
        ));
    }
    remarks
}

/// The renderer for a style.
pub fn renderer(style: &Style) -> Renderer {
    let renderer = if style.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer
        .term_width(style.width)
        .no_graphics(style.no_graphics)
}

/// The colour and rank of a level.
pub fn mark(level: Level) -> Mark<'static> {
    match level {
        Level::Error => Mark::ERROR,
        Level::Warning => Mark::WARNING,
        Level::Note | Level::Off => Mark::NOTE,
    }
}

/// Adds a related place to the lines; `false`: its line is there already, and it is too far along it.
fn add(
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
fn line(text: &str, span: Span, number: u32, budget: usize, label: Option<String>) -> Line {
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
fn compose<'a>(text: &str, lines: &[Line], budget: usize) -> (String, Vec<Annotation<'a>>) {
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

/// The last character boundary at or before an offset.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::Related;
    use super::*;
    use crate::check::Verdict;
    use crate::source::LineIndex;

    fn style(width: usize, no_graphics: bool) -> Style {
        Style {
            lang: Lang::Fr,
            colour: false,
            width,
            screen: false,
            max_per_check: 0,
            quiet: false,
            no_graphics,
            meta: |_| None,
        }
    }

    fn finding(text: &str, span: (usize, usize), related: &[(usize, usize)]) -> Finding {
        let index = LineIndex::new(text);
        let at = |n: usize| index.position(text, n as u32);
        Finding {
            check: "x",
            verdict: Verdict::Fail,
            level: Level::Error,
            tests: Vec::new(),
            path: None,
            message: String::new(),
            start: at(span.0),
            end: at(span.1),
            selector: String::new(),
            excerpt: String::new(),
            related: related
                .iter()
                .map(|r| Related {
                    message: "là".to_owned(),
                    path: None,
                    start: at(r.0),
                    end: at(r.1),
                })
                .collect(),
            fingerprint: String::new(),
        }
    }

    fn drawn(text: &str, span: (usize, usize), related: &[(usize, usize)]) -> String {
        let finding = finding(text, span, related);
        draw(
            Some(text),
            "p.html",
            &finding,
            &style(80, false),
            Vec::new(),
        )
    }

    #[test]
    fn only_the_first_line_of_a_place_is_pointed_at() {
        let text = "<div\n  class=a\n>x</div>";
        assert_eq!(
            drawn(text, (0, 16), &[]),
            " --> p.html:1:1\n  |\n1 | <div\n  | ^^^^"
        );
    }

    #[test]
    fn a_place_on_the_same_line_is_shown_when_both_fit() {
        let far = "mot ".repeat(40);
        let near = drawn(
            &format!("{far}<a id=x><b id=x>{far}"),
            (174, 175),
            &[(166, 167)],
        );
        assert!(near.contains("| …<a id=x><b id=x>mot"), "{near}");
        assert!(near.contains('^') && near.contains("- là"), "{near}");
        let apart = drawn(
            &format!("<a id=x>{far}<b id=x>{far}"),
            (174, 175),
            &[(6, 7)],
        );
        assert!(apart.contains("= là : p.html:1:7"), "{apart}");
    }

    #[test]
    fn one_line_between_two_is_shown_and_more_are_folded() {
        let shown = drawn("<a>\r\n  <b>\r\n<c>\r\n", (12, 15), &[(0, 3)]);
        assert!(shown.contains("\n2 | <b>\n3 | <c>\n"), "{shown}");
        let shown = drawn("<a>\n\n\n\n<c>\n", (7, 10), &[(0, 3)]);
        assert!(shown.contains("\n...\n5 | <c>\n"), "{shown}");
    }

    /// Any place of any text can be drawn: offsets are inside characters' boundaries, everything else is unkind.
    #[test]
    fn any_place_can_be_drawn() {
        let pieces = [
            "a",
            "é",
            "𝄞",
            "漢字",
            "\t",
            "    ",
            "\n",
            "\r\n",
            "\r",
            "\u{1b}[31m",
            "\u{202e}",
            "<p>",
            "##[x]",
            "\0",
            "e\u{301}",
            "\u{200d}",
            "mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot ",
            "«",
            "\u{2028}",
        ];
        let mut seed = 1_u64;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        for _ in 0..3_000 {
            let mut text = String::new();
            for _ in 0..next(40) {
                text.push_str(pieces[next(pieces.len())]);
            }
            let count = next(7);
            let mut place = || {
                let start = floor(&text, next(text.len() + 1));
                (start, floor(&text, start + next(text.len() + 1 - start)))
            };
            let span = place();
            let related: Vec<_> = (0..count).map(|_| place()).collect();
            let finding = finding(&text, span, &related);
            let style = style(20 + next(100), next(4) == 0);
            let shown = draw(Some(&text), "p", &finding, &style, Vec::new());
            assert!(shown.contains("p:"), "{text:?}");
            assert!(
                !shown.contains('\u{1b}') && !shown.contains('\u{202e}'),
                "{text:?}"
            );
        }
    }
}
