//! Code frames: a few lines of the page with carets under what is wrong, drawn by annotate-snippets.
//!
//! A frame costs the same on a page of one line of 5 MB as on any other: only a window of each line is read.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Mark, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use super::escape::{visible, visible_at_line_start};
use super::window::{add, compose, line};
use super::wrap::wrap;
use super::{Finding, Style};
use crate::check::Level;
use crate::source::Span;
use crate::text::{Lang, text};

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
            let colon = text(" : ", ": ").get(style.lang);
            let said = format!("{message}{colon}{path}:{line}:{column}");
            (String::new(), said)
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

#[cfg(test)]
mod tests {
    use super::super::Related;
    use super::*;
    use crate::check::Verdict;
    use crate::source::LineIndex;
    use crate::text::floor;

    fn style(width: usize, no_graphics: bool) -> Style {
        Style {
            lang: Lang::Fr,
            colour: false,
            width,
            screen: false,
            by_cause: false,
            max_per_check: 0,
            quiet: false,
            no_graphics,
            ledger: false,
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
            cause: crate::report::CauseKeys::default(),
            in_dom: None,
            changes: Vec::new(),
            fixes: Vec::new(),
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

    #[test]
    fn a_page_that_is_gone_shows_its_excerpt() {
        for (excerpt, shown) in [("<a>", "2 | <a>\n  | ^^^"), ("", "2 |\n  | ^")] {
            let mut gone = finding("\n<a>", (1, 4), &[]);
            excerpt.clone_into(&mut gone.excerpt);
            let drawn = draw(None, "p.html", &gone, &style(80, false), Vec::new());
            assert_eq!(drawn, format!(" --> p.html:2:1\n  |\n{shown}"));
        }
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
