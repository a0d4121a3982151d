//! Tokens of Markdown, as what is rendered has them: `## A [b](c)` is a heading's tag, a word, a link's tag with its `href`, a word.
//!
//! Kramdown and CommonMark differ where HTML begins and ends; here both are read the way that leaves most to compare, since a place that
//! does not fit the page is no candidate.

use std::collections::HashMap;
use std::ops::Range;

use super::html::{self, Syntax, hole_at};
use super::token::{Attr, Kind, Tag, Tokens, key, value};

/// Labels and destinations longer than this are text.
const LONGEST: usize = 2_000;

/// Adds the tokens of the Markdown from a place to the end.
pub fn lex(text: &str, from: usize, tokens: &mut Tokens) {
    let mut lexer = Lexer {
        text,
        definitions: definitions(&text[from..]),
        fence: None,
        html: false,
        paragraph: false,
        tokens,
    };
    let mut at = from;
    while at < text.len() {
        let end = lexer.line_end(at);
        at = lexer.line(at, end);
        // A tag or an expression may go on over the line's end.
        while at > end && at < text.len() && text.as_bytes()[at - 1] != b'\n' {
            let end = lexer.line_end(at);
            let reached = lexer.inline(at, end, 0);
            if reached <= end {
                at = end + 1;
                break;
            }
            at = reached;
        }
    }
}

struct Lexer<'t> {
    text: &'t str,
    definitions: HashMap<String, &'t str>,
    fence: Option<(u8, usize)>,
    html: bool,
    paragraph: bool,
    tokens: &'t mut Tokens,
}

impl Lexer<'_> {
    fn line_end(&self, at: usize) -> usize {
        let found = memchr::memchr(b'\n', &self.text.as_bytes()[at..]);
        found.map_or(self.text.len(), |n| at + n)
    }

    /// One line. Where the next begins, or a place farther on.
    fn line(&mut self, from: usize, end: usize) -> usize {
        let line = &self.text[from..end];
        let start = from + (line.len() - line.trim_start().len());
        let rest = line.trim();
        if let Some((mark, count)) = self.fence {
            let run = rest.bytes().take_while(|&b| b == mark).count();
            if run >= count && run == rest.len() {
                self.fence = None;
            } else {
                self.words(from, end);
            }
            return end + 1;
        }
        if rest.is_empty() {
            (self.paragraph, self.html) = (false, false);
            return end + 1;
        }
        let first = rest.as_bytes()[0];
        if matches!(first, b'`' | b'~') && !self.html {
            let run = rest.bytes().take_while(|&b| b == first).count();
            if run >= 3 && !rest[run..].contains('`') {
                self.fence = Some((first, run));
                self.mark("pre", start..end);
                self.paragraph = false;
                return end + 1;
            }
        }
        if rest.starts_with("{:") && rest.ends_with('}') || self.is_aside(rest) {
            return end + 1;
        }
        if first == b'<' {
            self.html |= is_block(&rest[1..]);
        }
        let reached = if self.html {
            self.inline(start, end, 0)
        } else {
            self.block(start, end)
        };
        if reached > end { reached } else { end + 1 }
    }

    /// Lines of which nothing is shown as it stands: definitions of links, rules of tables, underlines of headings.
    fn is_aside(&self, rest: &str) -> bool {
        if self.html {
            return false;
        }
        let rule = |signs: &[u8]| rest.bytes().all(|b| signs.contains(&b));
        definition(rest).is_some()
            || (rest.contains('-') && rest.contains('|') && rule(b"|-: "))
            || (self.paragraph && (rule(b"=") || rule(b"-")))
    }

    /// A line of text with its marks.
    fn block(&mut self, from: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            while at < end && matches!(bytes[at], b' ' | b'\t') {
                at += 1;
            }
            if at >= end {
                return end;
            }
            let rest = &self.text[at..end];
            if bytes[at] == b'>' {
                self.mark("blockquote", at..end);
                at += 1;
                self.paragraph = false;
            } else if let Some(mark) = list_mark(rest) {
                self.mark("li", at..end);
                at += mark;
                self.paragraph = false;
            } else {
                break;
            }
        }
        let rest = &self.text[at..end];
        let level = rest.bytes().take_while(|&b| b == b'#').count();
        if (1..=6).contains(&level) && rest[level..].trim_start().len() < rest.len() - level {
            self.paragraph = false;
            let name = ["h1", "h2", "h3", "h4", "h5", "h6"][level - 1];
            self.mark(name, at..at + rest.trim_end().len());
            let mut to = at + rest.trim_end().len();
            // `{#name .class}` at the end is the heading's own.
            if rest.trim_end().ends_with('}')
                && let Some(open) = rest.rfind(" {").filter(|&n| !rest[n..].contains("}}"))
            {
                to = at + open;
            }
            let reached = self.inline(at + level, to, 0);
            self.end_mark(name, to);
            return reached.max(end);
        }
        let signs: Vec<u8> = rest.bytes().filter(|b| *b != b' ').take(200).collect();
        if signs.len() >= 3
            && matches!(signs[0], b'*' | b'-' | b'_')
            && signs.iter().all(|b| *b == signs[0])
        {
            self.mark("hr", at..end);
            return end;
        }
        if rest.starts_with('|') {
            return self.row(at, end);
        }
        if !self.paragraph {
            self.paragraph = true;
            let next = self.line_end((end + 1).min(self.text.len()));
            let under = self.text.get(end + 1..next).unwrap_or_default().trim_end();
            let all = |sign: u8| under.len() > 1 && under.bytes().all(|b| b == sign);
            let name = match under {
                _ if all(b'=') => "h1",
                _ if all(b'-') => "h2",
                _ => "p",
            };
            self.mark(name, at..end);
        }
        self.inline(at, end, 0)
    }

    /// A row of a table.
    fn row(&mut self, from: usize, end: usize) -> usize {
        let next = self.line_end((end + 1).min(self.text.len()));
        let under = self.text.get(end + 1..next).unwrap_or_default();
        let head = under.contains('-') && under.trim().bytes().all(|b| b"|-: ".contains(&b));
        if head {
            self.mark("table", from..end);
        }
        let mut at = from;
        while at < end {
            let cell = at + 1;
            let to =
                memchr::memchr(b'|', &self.text.as_bytes()[cell..end]).map_or(end, |n| cell + n);
            if !self.text[cell..to].trim().is_empty() {
                self.mark(if head { "th" } else { "td" }, cell..to);
                self.inline(cell, to, 0);
            }
            at = to;
        }
        end
    }

    /// A tag that a mark stands for.
    fn mark(&mut self, name: &str, span: Range<usize>) {
        self.tokens.push_tag(name, Tag::default(), span, true);
    }

    fn end_mark(&mut self, name: &str, at: usize) {
        self.tokens.push(Kind::Close, key(name), at..at, true);
    }

    /// Words, whatever the signs between them; expressions of templates are there in code too.
    fn words(&mut self, from: usize, end: usize) {
        let mut at = from;
        while at < end {
            at = match self.text.as_bytes()[at] {
                b'<' if hole_at(self.text, at, Syntax::TEMPLATE).is_none() => at + 1,
                _ => html::step(self.text, at, end, Syntax::TEMPLATE, self.tokens),
            };
        }
    }

    /// Text with links, images, code and tags. Where it stopped: `end`, or farther on when a tag goes on.
    fn inline(&mut self, from: usize, end: usize, depth: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while at < end {
            let marks = !self.html && depth < 4;
            let done = match bytes[at] {
                b'\\' if marks => Some(at + 2),
                b'`' if marks => self.code(at),
                b'!' if marks && bytes.get(at + 1) == Some(&b'[') => self.link(at + 1, true, depth),
                b'[' if marks => self.link(at, false, depth),
                b'<' if marks => self.autolink(at, end),
                b'{' if bytes.get(at + 1) == Some(&b':') => {
                    let close = memchr::memchr(b'}', &bytes[at..end]);
                    close.map(|n| at + n + 1)
                }
                _ => None,
            };
            at = match done {
                Some(next) => self.boundary(next),
                None => {
                    let to = if depth == 0 { self.text.len() } else { end };
                    match bytes[at] {
                        b'<' | b'{' => html::step(self.text, at, to, Syntax::TEMPLATE, self.tokens),
                        _ => html::step(self.text, at, end, Syntax::TEMPLATE, self.tokens),
                    }
                }
            };
        }
        at
    }

    fn boundary(&self, mut at: usize) -> usize {
        while at < self.text.len() && !self.text.is_char_boundary(at) {
            at += 1;
        }
        at.min(self.text.len())
    }

    /// The text from a place, up to the next empty line.
    fn near(&self, at: usize) -> &str {
        let mut to = (at + LONGEST).min(self.text.len());
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        let near = &self.text[at..to];
        near.find("\n\n").map_or(near, |n| &near[..n])
    }

    /// Code between backticks.
    fn code(&mut self, at: usize) -> Option<usize> {
        let near = self.near(at);
        let run = near.bytes().take_while(|&b| b == b'`').count();
        let close = near[run..].find(&near[..run])?;
        let (from, to) = (at + run, at + run + close);
        self.words(from, to);
        Some(to + run)
    }

    /// `<https://…>`.
    fn autolink(&mut self, at: usize, end: usize) -> Option<usize> {
        let rest = &self.text[at + 1..end];
        let close = rest.find('>').filter(|n| *n < LONGEST)?;
        let inner = &rest[..close];
        let scheme =
            inner.starts_with("http://") || inner.starts_with("https://") || inner.contains('@');
        if !scheme || inner.contains([' ', '"', '<']) {
            return None;
        }
        let span = at..at + close + 2;
        self.open_link("a", &[("href", inner)], span.clone());
        self.tokens.push_words(inner, at + 1, None);
        self.end_mark("a", span.end);
        Some(span.end)
    }

    fn open_link(&mut self, name: &str, attrs: &[(&str, &str)], span: Range<usize>) {
        let attr = |(name, text): &(&str, &str)| Attr {
            name: (*name).into(),
            value: value(text).into(),
            span: span.start as u32..span.end as u32,
        };
        let tag = Tag {
            attrs: attrs.iter().map(attr).collect(),
            open_ended: true,
        };
        self.tokens.push_tag(name, tag, span, true);
    }

    /// A link or an image, from its `[`.
    fn link(&mut self, at: usize, image: bool, depth: usize) -> Option<usize> {
        let start = at - usize::from(image);
        let near = self.near(at);
        if near.starts_with("[^") {
            let close = near.find(']')?;
            let span = at..at + close + 1;
            self.tokens.push(Kind::Hole, 0, span.clone(), false);
            return Some(span.end);
        }
        let label_end = bracket(near.as_bytes())?;
        let label = (at + 1, at + label_end);
        let after = &near[label_end + 1..];
        let (target, title, taken) = if after.starts_with('(') {
            destination(after)?
        } else {
            let (name, taken) = match after
                .strip_prefix('[')
                .and_then(|r| r.find(']').map(|n| (&r[..n], n + 2)))
            {
                Some(("", taken)) => (&near[1..label_end], taken),
                Some(found) => found,
                None => (&near[1..label_end], 0),
            };
            let target = *self.definitions.get(&name.trim().to_lowercase())?;
            (target.to_owned(), None, taken)
        };
        let end = at + label_end + 1 + taken;
        let span = start..end;
        let text = self.text[label.0..label.1].to_owned();
        if image {
            let mut attrs = vec![("src", &*target), ("alt", &*text)];
            if let Some(title) = &title {
                attrs.push(("title", title));
            }
            self.open_link("img", &attrs, span);
        } else {
            let mut attrs = vec![("href", &*target)];
            if let Some(title) = &title {
                attrs.push(("title", title));
            }
            self.open_link("a", &attrs, span);
            self.inline(label.0, label.1, depth + 1);
            self.end_mark("a", end);
        }
        Some(end)
    }
}

/// Where the bracket that opens a text is closed.
fn bracket(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 1,
            b'[' => depth += 1,
            b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(i);
                }
            }
            _ => {}
        }
        i += 1;
    }
    None
}

/// `(target "title")`: both, and the bytes taken.
fn destination(text: &str) -> Option<(String, Option<String>, usize)> {
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut close = None;
    for (i, b) in text.bytes().enumerate() {
        match b {
            b'"' => quoted = !quoted,
            b'(' if !quoted => depth += 1,
            b')' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    close = Some(i);
                    break;
                }
            }
            _ => {}
        }
    }
    let close = close?;
    let inner = text[1..close].trim();
    let (target, title) = match inner.find(" \"").or_else(|| inner.find(" '")) {
        Some(cut) => {
            let title = inner[cut + 2..].trim_end_matches(['"', '\'']);
            (&inner[..cut], Some(title.to_owned()))
        }
        None => (inner, None),
    };
    let target = target.trim().trim_start_matches('<').trim_end_matches('>');
    Some((target.to_owned(), title, close + 1))
}

/// `[label]: target`.
fn definition(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix('[')?;
    let (label, target) = rest.split_once("]:")?;
    let sound = !label.contains([']', '[']) && !label.starts_with('^');
    let target = target.split_whitespace().next()?;
    sound.then_some((label, target.trim_start_matches('<').trim_end_matches('>')))
}

fn definitions(text: &str) -> HashMap<String, &str> {
    let lines = text
        .lines()
        .filter_map(|line| definition(line.trim_start()));
    lines
        .map(|(label, target)| (label.trim().to_lowercase(), target))
        .collect()
}

/// The bytes of a list's mark at the beginning of a text.
fn list_mark(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    if matches!(bytes[0], b'*' | b'-' | b'+') && matches!(bytes.get(1), Some(b' ' | b'\t')) {
        // A line of signs is a rule.
        let rule = bytes
            .iter()
            .take(200)
            .filter(|b| **b != b' ')
            .all(|b| *b == bytes[0]);
        return (!rule).then_some(2);
    }
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let marked = (1..=9).contains(&digits)
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && matches!(bytes.get(digits + 1), Some(b' ' | b'\t'));
    marked.then_some(digits + 2)
}

/// Whether a tag, from after its `<`, begins a block of HTML in which Markdown's marks are text.
fn is_block(rest: &str) -> bool {
    /// Elements that are part of a line of text.
    const INLINE: &[&str] = &[
        "a", "abbr", "b", "br", "cite", "code", "em", "i", "img", "input", "kbd", "label", "mark",
        "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
        "del", "ins", "font", "svg",
    ];
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let name: String = rest
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    !name.is_empty()
        && !rest[name.len()..].starts_with(':')
        && !INLINE.contains(&&*name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut tokens = Tokens::default();
        lex(text, 0, &mut tokens);
        let token = |t: &super::super::token::Token| {
            let span = &text[t.span.start as usize..t.span.end as usize];
            match t.kind {
                Kind::Hole => "_".to_owned(),
                Kind::Word => span.to_owned(),
                Kind::Close => "/".to_owned(),
                Kind::Open => {
                    let attrs = tokens
                        .tag(t)
                        .attrs
                        .iter()
                        .map(|a| format!("{}={} ", a.name, a.value));
                    let names = [
                        "p",
                        "h1",
                        "h2",
                        "h3",
                        "li",
                        "a",
                        "img",
                        "blockquote",
                        "td",
                        "th",
                        "table",
                        "pre",
                        "hr",
                        "br",
                        "div",
                    ];
                    let name = names.into_iter().find(|n| key(n) == t.key).unwrap_or("?");
                    format!("<{name} {}>", attrs.collect::<String>()).replace(" >", ">")
                }
            }
        };
        let all: Vec<String> = tokens.all.iter().map(token).collect();
        all.join(" ")
    }

    #[test]
    fn blocks() {
        assert_eq!(
            shown("## Un *deux* ##  {#id}\ntrois\n"),
            "<h2> Un deux / <p> trois"
        );
        assert_eq!(
            shown("Titre\n=====\n\n* a\n  suite\n1. b\n> c\n"),
            "<h1> Titre <li> <p> a suite <li> <p> b <blockquote> <p> c"
        );
        assert_eq!(shown("```html\n<p> {{ x }}\n```\n***\n"), "<pre> p _ <hr>");
        assert_eq!(
            shown("| A | B |\n|---|---|\n| c | d |\n"),
            "<table> <th> A <th> B <td> c <td> d"
        );
        assert_eq!(shown("#hashtag\n"), "<p> hashtag");
    }

    #[test]
    fn spans() {
        assert_eq!(
            shown("[a *b*](c \"d\") ![e](f.png)"),
            "<p> <a href=c title=d> a b / <img src=f.png alt=e>"
        );
        assert_eq!(
            shown("[a][r] et [R]{: .x}\n\n[r]: /u\n"),
            "<p> <a href=/u> a / et <a href=/u> R /"
        );
        assert_eq!(
            shown("`<b>` \\[x\\](y) <https://z.fr>"),
            "<p> b x y <a href=https://z.fr> https z fr /"
        );
        assert_eq!(shown("a<br>\nb[^1] [x]"), "<p> a <br> b _ x");
        assert_eq!(
            shown("<div class=x\n id=y>[a](b)\n</div>\n\n[a](b)"),
            "<div class=x id=y> a b / <p> <a href=b> a /"
        );
    }

    #[test]
    fn hostile() {
        for text in [
            "[", "![", "[[[[[[", "\\", "`", "<", "é\\", "\\é", "[a](", "[a](b \"", "| ", "# ",
            "{:", "> ", "1. ", "[^", "---", "=\n=",
        ] {
            shown(text);
            shown(&text.repeat(3_000));
        }
        shown(&"[".repeat(100_000));
        shown(&"[a](b ".repeat(20_000));
        shown(&"> ".repeat(50_000));
    }
}
