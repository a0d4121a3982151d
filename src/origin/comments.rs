//! Comments of sources that speak of what comes after them: also those that templates do not let through.

use std::ops::Range;

use memchr::memmem;
use rayon::prelude::*;

use super::files::{self, Writing};
use super::{Clue, Sources, align, anchor, detect, page_tokens};
use crate::source::{LineIndex, Position};

/// Comments taken of one file, and of all.
const MANY: usize = 500;
/// Comments passed between one and the line it speaks of.
const IN_A_ROW: usize = 50;
/// Longer comments are none, in bytes.
const LONGEST: usize = 20_000;

/// A comment of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The file, as [`super::Origin::path`].
    pub path: String,
    /// What it says.
    pub text: String,
    /// Where it is, in bytes.
    pub place: Range<usize>,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// From its end to the end of the next line that is neither blank nor made of comments.
    pub next: Range<usize>,
    /// A comment of HTML, which goes to the page unless it is made small.
    pub built: bool,
}

impl Sources {
    /// The comments whose text begins so. Reads every file once; none is kept.
    pub fn comments(&self, begins: &str) -> Vec<Comment> {
        let known = detect::generator(&self.root).map(|(generator, _)| generator);
        let found = files::find(&self.root, self.built.as_deref(), known);
        let finder = memmem::Finder::new(begins);
        let (root, shown) = (&self.root, &self.shown);
        let of_file = |file: &files::SourceFile| {
            if file.writing == Writing::Data {
                return Vec::new();
            }
            let Some(text) = files::read(&root.join(&file.path)) else {
                return Vec::new();
            };
            if finder.find(text.as_bytes()).is_none() {
                return Vec::new();
            }
            let path = format!("{shown}{}", file.path);
            of_text(&path, &text, file.writing, &finder, begins.len())
        };
        let all: Vec<Vec<Comment>> = found.all.par_iter().map(of_file).collect();
        all.into_iter().flatten().take(MANY).collect()
    }

    /// Whether what stands in a piece of a file can have written a place, as far as that shows at once.
    pub fn may_write(&mut self, clue: &Clue<'_>, path: &str, piece: &Range<usize>) -> bool {
        let Some(path) = path.strip_prefix(&*self.shown) else {
            return false;
        };
        let files = &self.index().files;
        let Ok(file) = files.binary_search_by(|file| file.path.as_str().cmp(path)) else {
            return false;
        };
        // Marks of Markdown may be found by the words in them.
        if files[file].writing == Writing::Markdown {
            return true;
        }
        let page = page_tokens(clue.window, clue.target.start);
        let (Some(at), Some(loaded)) = (anchor(&page, clue), self.load(file as u32)) else {
            return false;
        };
        let tokens = &loaded.tokens;
        let from = tokens
            .all
            .partition_point(|t| (t.span.start as usize) < piece.start);
        let there = tokens.all[from..].iter();
        there
            .take_while(|t| (t.span.start as usize) < piece.end)
            .any(|token| align::same(tokens, token, &page, &page.all[at]).is_some())
    }
}

fn of_text(
    path: &str,
    text: &str,
    writing: Writing,
    finder: &memmem::Finder<'_>,
    length: usize,
) -> Vec<Comment> {
    let bytes = text.as_bytes();
    let mut fences = Fences::new(text, writing);
    let lines = LineIndex::new(text);
    let mut all: Vec<Comment> = Vec::new();
    for at in finder.find_iter(bytes).take(4 * MANY) {
        if all.len() >= MANY {
            break;
        }
        let before = text[..at].trim_end().len();
        let openers = before.saturating_sub(16)..before;
        let opened = openers.filter(|&n| text.is_char_boundary(n)).find_map(|n| {
            let comment = comment_at(text, n, writing)?;
            let inner = &text[comment.inner.clone()];
            let starts = comment.inner.start + (inner.len() - inner.trim_start().len());
            (starts == at && comment.inner.end >= at + length).then_some((n, comment))
        });
        let Some((start, comment)) = opened else {
            continue;
        };
        if fences.hold(start) {
            continue;
        }
        all.push(Comment {
            path: path.to_owned(),
            text: text[comment.inner].trim().to_owned(),
            place: start..comment.end,
            start: lines.position(text, start as u32),
            end: lines.position(text, comment.end as u32),
            next: comment.end..next_line(text, comment.end, writing),
            built: comment.built,
        });
    }
    all
}

/// What is between the marks of a comment, and where it ends.
struct Marked {
    inner: Range<usize>,
    end: usize,
    built: bool,
}

/// The comment that begins at a place, in any of the ways that templates write them.
fn comment_at(text: &str, at: usize, writing: Writing) -> Option<Marked> {
    let rest = text.get(at..)?;
    let upto = |opener: usize, closer: &str| {
        let from = at + opener;
        let near = &text.as_bytes()[from..text.len().min(from + LONGEST)];
        let end = from + memmem::find(near, closer.as_bytes())?;
        Some(Marked {
            inner: from..end,
            end: end + closer.len(),
            built: false,
        })
    };
    // `-` keeps blanks out of the page.
    let blank = |text: &str| {
        let inner = text.trim_start_matches(|c: char| c == '-' || c.is_ascii_whitespace());
        text.len() - inner.len()
    };
    let program = writing == Writing::Component;
    match rest.as_bytes() {
        [b'<', b'!', b'-', b'-', ..] => upto(4, "-->").map(|found| Marked {
            built: true,
            ..found
        }),
        [b'{', b'#', ..] => {
            let found = upto(2 + usize::from(rest.starts_with("{#-")), "#}")?;
            let inner = text[found.inner.clone()].trim_end_matches('-').len();
            Some(Marked {
                inner: found.inner.start..found.inner.start + inner,
                ..found
            })
        }
        [b'{', b'{', b'!', b'-', b'-', ..] => upto(5, "--}}"),
        [b'{', b'{', b'!', ..] => upto(3, "}}"),
        [b'{', b'{', ..] => {
            let opener = 2 + blank(&rest[2..]);
            let found = rest[opener..]
                .starts_with("/*")
                .then(|| upto(opener + 2, "*/"))??;
            let closer = found.end + blank(&text[found.end..]);
            let closed = text[closer..].starts_with("}}");
            closed.then_some(Marked {
                end: closer + 2,
                ..found
            })
        }
        [b'{', b'%', ..] => {
            let tag = upto(2, "%}")?;
            let is = |inner: &str, word: &str| inner.trim_matches(['-', ' ', '\n', '\t']) == word;
            if !is(&text[tag.inner.clone()], "comment") {
                return None;
            }
            let near = &text.as_bytes()[tag.end..text.len().min(tag.end + LONGEST)];
            let close = tag.end + memmem::find(near, b"{%")?;
            let end = close + text[close..].find("%}")?;
            is(&text[close + 2..end], "endcomment").then_some(Marked {
                inner: tag.end..close,
                end: end + 2,
                built: false,
            })
        }
        [b'<', b'%', b'-', b'-', ..] => upto(4, "--%>"),
        [b'<', b'%', b'#', ..] => upto(3, "%>"),
        [b'{', b'/', b'*', ..] if program => upto(3, "*/}"),
        [b'/', b'*', ..] if program => upto(2, "*/"),
        [b'/', b'/', ..] if program => {
            let end = at + rest.find('\n').unwrap_or(rest.len());
            Some(Marked {
                inner: at + 2..end,
                end,
                built: false,
            })
        }
        _ => None,
    }
}

/// Where the line ends that a comment speaks of: the next that is neither blank nor made of comments; what follows on the comment's own
/// line goes as far as the next tag.
fn next_line(text: &str, from: usize, writing: Writing) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    let mut new_line = false;
    let mut comments = 0;
    while let Some(&b) = bytes.get(at) {
        if b.is_ascii_whitespace() {
            new_line |= b == b'\n' || b == b'\r';
            at += 1;
        } else if comments < IN_A_ROW
            && let Some(comment) = comment_at(text, at, writing)
        {
            comments += 1;
            at = comment.end;
        } else {
            break;
        }
    }
    let rest = &bytes[at..];
    let end = if new_line {
        memchr::memchr2(b'\n', b'\r', rest)
    } else {
        memchr::memchr(b'>', rest).map(|end| end + 1)
    };
    at + end.unwrap_or(rest.len())
}

/// Blocks of code of Markdown, where comments are shown; asked from the first place to the last.
struct Fences<'t> {
    lines: std::iter::Peekable<std::str::SplitInclusive<'t, char>>,
    at: usize,
    open: Option<char>,
    writing: Writing,
}

impl<'t> Fences<'t> {
    fn new(text: &'t str, writing: Writing) -> Fences<'t> {
        Fences {
            lines: text.split_inclusive('\n').peekable(),
            at: 0,
            open: None,
            writing,
        }
    }

    /// Whether a place is in one.
    fn hold(&mut self, place: usize) -> bool {
        while let Some(line) = self.lines.peek().filter(|l| self.at + l.len() <= place) {
            let fence = ['`', '~']
                .into_iter()
                .find(|c| line.trim_start().starts_with(&c.to_string().repeat(3)));
            match (fence, self.open) {
                (Some(mark), None) => self.open = Some(mark),
                (Some(mark), Some(open)) if mark == open => self.open = None,
                _ => {}
            }
            self.at += line.len();
            self.lines.next();
        }
        self.writing == Writing::Markdown && self.open.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, writing: Writing) -> Vec<(String, String)> {
        let finder = memmem::Finder::new("vigie-");
        of_text("a", text, writing, &finder, 6)
            .into_iter()
            .map(|c| (c.text, text[c.next].trim().to_owned()))
            .collect()
    }

    #[test]
    fn in_every_way() {
        for comment in [
            "<!-- vigie-x: a -->",
            "<!--vigie-x: a-->",
            "{# vigie-x: a #}",
            "{#- vigie-x: a -#}",
            "{{/* vigie-x: a */}}",
            "{{- /* vigie-x: a */ -}}",
            "{{! vigie-x: a }}",
            "{{!-- vigie-x: a --}}",
            "{% comment %}vigie-x: a{% endcomment %}",
            "{%- comment -%}\n  vigie-x: a\n{%- endcomment -%}",
            "<%# vigie-x: a %>",
            "<%-- vigie-x: a --%>",
        ] {
            let text =
                format!("<p>un</p>\n{comment}\n\n{{# autre #}}\n<b>deux</b>\n<i>trois</i>\n");
            let [(said, next)] = &found(&text, Writing::Template)[..] else {
                panic!("{comment}");
            };
            assert_eq!(said, "vigie-x: a", "{comment}");
            assert_eq!(next, "{# autre #}\n<b>deux</b>", "{comment}");
            let text = format!("{comment}<b>deux</b><i>trois</i>\n");
            assert_eq!(found(&text, Writing::Template)[0].1, "<b>");
        }
        for comment in ["// vigie-x: a", "/* vigie-x: a */", "{/* vigie-x: a */}"] {
            let text = format!("{comment}\n<b>deux</b>\n");
            let all = found(&text, Writing::Component);
            assert_eq!(all, [("vigie-x: a".to_owned(), "<b>deux</b>".to_owned())]);
            assert!(found(&text, Writing::Template).is_empty());
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "vigie-x: a",
            "<p title='vigie-x'>",
            "{{ vigie-x }}",
            "{% if a %}vigie-x{% endif %}",
            "<!-- un vigie-x -->",
            "<!-- vigie-x",
            "{# vigie-x",
            "{{/* vigie-x */",
            "{% comment %}vigie-x",
            "é<!",
        ] {
            assert!(found(text, Writing::Template).is_empty(), "{text}");
        }
        let fenced = "```html\n<!-- vigie-x: a -->\n```\n\n<!-- vigie-x: b -->\n~~~\n```\n{# vigie-x: c #}\n~~~\n";
        let all = found(fenced, Writing::Markdown);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].0, "vigie-x: b");
        assert_eq!(found(fenced, Writing::Template).len(), 3);
    }

    #[test]
    fn hostile() {
        let begun = std::time::Instant::now();
        for text in [
            "<!-- vigie-",
            "{# vigie-",
            "{% comment %}vigie-",
            "{{/* vigie-",
        ] {
            found(&text.repeat(100_000), Writing::Template);
            found(&format!("{text} -->").repeat(50_000), Writing::Markdown);
        }
        found(&"<!-- vigie-x: a -->".repeat(50_000), Writing::Markdown);
        assert!(begun.elapsed().as_secs() < 20);
    }
}
