//! What breaks the syntax of CSS (CSS Syntax 3), whatever properties and at-rules there are: those of tomorrow are written like those of
//! today.
//!
//! Byte scans of linear time, without recursion.

use std::ops::Range;

use super::declarations::{comment, leading, scan};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Malformed {
    /// No colon after the name of a property.
    NoColon,
    /// Nothing after the colon.
    NoValue,
    /// What stands before the colon is no name.
    NoName,
    /// A value goes on with another declaration.
    NoSemicolon,
    /// `!` and something else than `important`.
    NotImportant,
    /// A string goes on to the end of its line.
    OpenString,
    /// A comment goes on to the end.
    OpenComment,
    /// A parenthesis or a square bracket has no end in its block.
    OpenBracket,
    /// A block has no end.
    OpenBlock,
    /// An end of nothing.
    StrayEnd,
    /// An address without quotes that holds a quote, a parenthesis or white space.
    Address,
    /// A semicolon between rules: it goes into the selector of the next one.
    StraySemicolon,
    /// A rule without a block.
    NoBlock,
    /// A block without a selector, or an empty one in a list.
    NoSelector,
    /// A selector with a colon and nothing after it.
    Selector,
}

/// What is wrong with what stands between two semicolons, if anything does.
fn in_declaration(css: &str, part: Range<usize>) -> Option<(Malformed, Range<usize>)> {
    let text = &css[part.clone()];
    let skipped = leading(text);
    let part = part.start + skipped..part.start + text.trim_ascii_end().len().max(skipped);
    let text = &css[part.clone()];
    if text.is_empty() || text.contains(['{', '}', '\\']) || text.starts_with('@') {
        return None;
    }
    let Some(colon) = scan(text.as_bytes(), b':') else {
        return Some((Malformed::NoColon, part));
    };
    let name = text[..colon].trim_ascii();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_' || b >= 0x80;
    let after = name.trim_start_matches(|c: char| u8::try_from(c).map_or(true, plain));
    let digit = name.starts_with(|c: char| c.is_ascii_digit());
    if name.is_empty() || digit || leading(after) < after.len() {
        return Some((Malformed::NoName, part));
    }
    let value = &text[colon + 1..];
    let custom = name.starts_with("--");
    if leading(value) == value.len() && !custom {
        return Some((Malformed::NoValue, part));
    }
    if let Some(bang) = scan(value.as_bytes(), b'!') {
        let word = &value[bang + 1..];
        let word = word[leading(word)..].trim_ascii_end();
        let important = word
            .get(..9)
            .is_some_and(|word| word.eq_ignore_ascii_case("important"));
        if !important || leading(&word[9..]) < word.len() - 9 {
            return Some((Malformed::NotImportant, part));
        }
    }
    // No property has a colon in its value; the filters of Internet Explorer had.
    if !custom
        && let Some(second) = scan(value.as_bytes(), b':')
        && !value.trim_ascii_start().starts_with("progid")
    {
        let before = value[..second].trim_ascii();
        let mut words = before.rsplit(|c: char| !u8::try_from(c).is_ok_and(plain));
        let word = words.next().unwrap_or_default();
        let begins = word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        if begins && word.len() < before.len() {
            return Some((Malformed::NoSemicolon, part));
        }
    }
    None
}

/// What a block holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Rules,
    /// Declarations, and nested rules.
    Declarations,
    /// An at-rule that is not known here.
    Anything,
}

/// At-rules that hold rules, or what the block around them holds.
const GROUPS: [&str; 8] = [
    "container",
    "document",
    "keyframes",
    "layer",
    "media",
    "scope",
    "starting-style",
    "supports",
];
/// At-rules that hold declarations.
const DECLARED: [&str; 7] = [
    "counter-style",
    "font-face",
    "font-palette-values",
    "page",
    "position-try",
    "property",
    "view-transition",
];

/// The first thing in a `style` attribute that breaks the syntax of declarations (CSS Syntax 3, 5.4.5), and where it stands, in bytes.
/// Values are not judged, nor what has braces (nested rules, templates).
pub fn malformed(style: &str) -> Option<(Malformed, Range<usize>)> {
    let mut reader = Reader::new(style);
    reader.is_attribute = true;
    reader.blocks.push((0, Inside::Declarations));
    reader.read(1);
    reader.found.pop()
}

/// What is wrong with the text of a style sheet, `most` things at most, each with its place in bytes.
pub fn malformed_sheet(css: &str, most: usize) -> Vec<(Malformed, Range<usize>)> {
    let mut reader = Reader::new(css);
    reader.read(most);
    reader.found.truncate(most);
    reader.found
}

struct Reader<'c> {
    css: &'c str,
    at: usize,
    /// Where the rule or the declaration at hand begins.
    from: usize,
    /// The brackets open in it: their bytes and places.
    brackets: Vec<(u8, usize)>,
    /// The blocks open around it: where their braces are, and what they hold.
    blocks: Vec<(usize, Inside)>,
    /// Whether a template may be left to be found.
    templates: bool,
    /// Braces open nothing then.
    is_attribute: bool,
    found: Vec<(Malformed, Range<usize>)>,
}

impl<'c> Reader<'c> {
    fn new(css: &'c str) -> Reader<'c> {
        Reader {
            css,
            at: 0,
            from: 0,
            brackets: Vec::new(),
            blocks: Vec::new(),
            templates: true,
            is_attribute: false,
            found: Vec::new(),
        }
    }

    fn read(&mut self, most: usize) {
        while self.at < self.css.len() && self.found.len() < most {
            self.step();
        }
        if self.found.len() < most {
            self.end();
        }
    }

    fn step(&mut self) {
        let bytes = self.css.as_bytes();
        let at = self.at;
        self.at += 1;
        match bytes[at] {
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                self.at = comment(bytes, at);
                if !self.css[at + 2..self.at].ends_with("*/") {
                    self.found.push((Malformed::OpenComment, at..at + 2));
                }
                self.pass_over(at);
            }
            b if b.is_ascii_whitespace() => self.pass_over(at),
            b'<' if self.blocks.is_empty() && self.css[at..].starts_with("<!--") => {
                self.skip_at_top(4);
            }
            b'-' if self.blocks.is_empty() && self.css[at..].starts_with("-->") => {
                self.skip_at_top(3);
            }
            b'\\' => self.at += 1,
            quote @ (b'"' | b'\'') => self.string(at, quote),
            b'(' if is_address(&bytes[..at]) => self.address(at),
            open @ (b'(' | b'[') => self.brackets.push((open, at)),
            close @ (b')' | b']') => {
                let open = if close == b')' { b'(' } else { b'[' };
                if self.brackets.last().is_some_and(|b| b.0 == open) {
                    self.brackets.pop();
                } else {
                    self.found.push((Malformed::StrayEnd, at..at + 1));
                }
            }
            b'{' if self.template(at) => {}
            b'{' if self.opens_block(at) => self.open(at),
            b'{' => self.brackets.push((b'{', at)),
            b'}' => self.close(at),
            b';' if self.brackets.is_empty() => self.semicolon(at),
            _ => {}
        }
    }

    /// What was read from there is not the beginning of a rule.
    fn pass_over(&mut self, at: usize) {
        if self.from == at {
            self.from = self.at;
        }
    }

    /// Steps over a place that a template engine did not fill, if that is what the brace opens.
    fn template(&mut self, at: usize) -> bool {
        let end = match self.css.as_bytes().get(at + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => return false,
        };
        let length = self.templates.then(|| self.css[at..].find(end)).flatten();
        self.templates = length.is_some();
        if let Some(length) = length {
            self.at = at + length + 2;
            self.pass_over(at);
        }
        length.is_some()
    }

    /// Steps over the marks of HTML comments, that CSS allows between rules.
    fn skip_at_top(&mut self, length: usize) {
        if self.is_blank(self.at - 1) {
            self.at += length - 1;
            self.from = self.at;
        }
    }

    /// Whether nothing was written from the beginning of the rule to there.
    fn is_blank(&self, to: usize) -> bool {
        let text = &self.css[self.from..to];
        leading(text) == text.len()
    }

    fn string(&mut self, from: usize, quote: u8) {
        let bytes = self.css.as_bytes();
        while let Some(&b) = bytes.get(self.at) {
            match b {
                b'\\' => self.at += 1,
                b'\n' => break,
                _ if b == quote => {
                    self.at += 1;
                    return;
                }
                _ => {}
            }
            self.at += 1;
        }
        self.at = self.at.min(bytes.len());
        self.found.push((Malformed::OpenString, from..self.at));
    }

    /// An address, from its parenthesis; in quotes it is like any function.
    fn address(&mut self, open: usize) {
        let rest = &self.css[self.at..];
        let inside = rest.trim_ascii_start();
        if inside.starts_with(['"', '\'']) {
            return self.brackets.push((b'(', open));
        }
        let bytes = rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() && bytes[end] != b')' {
            end += 1 + usize::from(bytes[end] == b'\\');
        }
        let end = end.min(bytes.len());
        if end == bytes.len() {
            self.at = self.css.len();
            return self.brackets.push((b'(', open));
        }
        let address = rest[..end].trim_ascii();
        let bad = |b: u8| matches!(b, b'"' | b'\'' | b'(') || b.is_ascii_whitespace();
        if !address.contains('\\') && address.bytes().any(bad) {
            let from = self.at + (rest.len() - inside.len());
            self.found
                .push((Malformed::Address, from..from + address.len()));
        }
        self.at += end + 1;
    }

    /// Whether a brace there opens a block, and is not part of a value.
    fn opens_block(&self, at: usize) -> bool {
        let text = &self.css[self.from..at];
        let text = &text[leading(text)..];
        let custom = self.inside() != Inside::Rules && text.starts_with("--") && text.contains(':');
        self.brackets.is_empty() && !self.is_attribute && !custom
    }

    fn inside(&self) -> Inside {
        self.blocks.last().map_or(Inside::Rules, |block| block.1)
    }

    /// What stands from the beginning of the rule to there, without what is around it.
    fn part(&self, to: usize) -> Range<usize> {
        let text = &self.css[self.from..to];
        let skipped = leading(text);
        self.from + skipped..self.from + text.trim_ascii_end().len().max(skipped)
    }

    fn open(&mut self, at: usize) {
        let part = self.part(at);
        let prelude = &self.css[part.clone()];
        let around = self.inside();
        let inside = match prelude.strip_prefix('@') {
            _ if around == Inside::Anything => Inside::Anything,
            Some(rule) => {
                let end = rule.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                let name = rule[..end.unwrap_or(rule.len())].to_ascii_lowercase();
                let name = name
                    .trim_start_matches("-webkit-")
                    .trim_start_matches("-moz-");
                if GROUPS.contains(&name) {
                    around
                } else if DECLARED.contains(&name) {
                    Inside::Declarations
                } else {
                    Inside::Anything
                }
            }
            None => {
                if self.is_told(self.from) {
                    // The selector is not what it seems.
                } else if prelude.is_empty() {
                    self.found.push((Malformed::NoSelector, at..at + 1));
                } else if has_empty_item(prelude) {
                    self.found.push((Malformed::NoSelector, part));
                } else if has_bare_colon(prelude) {
                    self.found.push((Malformed::Selector, part));
                }
                Inside::Declarations
            }
        };
        self.blocks.push((at, inside));
        self.from = self.at;
    }

    fn close(&mut self, at: usize) {
        if self.brackets.last().is_some_and(|b| b.0 == b'{') {
            self.brackets.pop();
            return;
        }
        if self.is_attribute {
            return;
        }
        if let Some(&(_, open)) = self.brackets.first() {
            self.found.push((Malformed::OpenBracket, open..open + 1));
            self.brackets.clear();
        } else {
            self.judge(at);
        }
        if self.blocks.pop().is_none() {
            self.found.push((Malformed::StrayEnd, at..at + 1));
        }
        self.from = self.at;
    }

    fn semicolon(&mut self, at: usize) {
        if self.blocks.is_empty() && self.is_blank(at) {
            self.found.push((Malformed::StraySemicolon, at..at + 1));
        } else {
            self.judge(at);
        }
        self.from = self.at;
    }

    /// Whether a fault was found from there on: what it did to the rest is not told.
    fn is_told(&self, from: usize) -> bool {
        let last = self.found.last();
        last.is_some_and(|last| last.1.start >= from)
    }

    /// Judges what ends there: a declaration, or a rule that lacks its block.
    fn judge(&mut self, to: usize) {
        let part = self.part(to);
        if part.is_empty() || self.css[part.clone()].starts_with('@') {
            return;
        }
        match self.inside() {
            Inside::Anything => {}
            Inside::Declarations => {
                if !self.is_told(part.start) {
                    self.found.extend(in_declaration(self.css, part));
                }
            }
            Inside::Rules => self.found.push((Malformed::NoBlock, part)),
        }
    }

    /// The end of the sheet.
    fn end(&mut self) {
        let block = self.blocks.last().filter(|_| !self.is_attribute);
        if let Some(&(open, at)) = self.brackets.first() {
            if open != b'{' {
                self.found.push((Malformed::OpenBracket, at..at + 1));
            }
        } else if let Some(&(open, _)) = block {
            self.found.push((Malformed::OpenBlock, open..open + 1));
        } else {
            if !self.is_told(self.from) {
                self.judge(self.css.len());
            }
        }
    }
}

/// Whether a parenthesis that comes after this text opens an address.
fn is_address(before: &[u8]) -> bool {
    let Some((rest, name)) = before.split_last_chunk::<3>() else {
        return false;
    };
    let part_of_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_';
    name.eq_ignore_ascii_case(b"url") && !rest.last().is_some_and(part_of_name)
}

/// Whether a list of selectors has one that is empty.
fn has_empty_item(selectors: &str) -> bool {
    let mut from = 0;
    loop {
        let comma = scan(&selectors.as_bytes()[from..], b',');
        let end = comma.map_or(selectors.len(), |at| from + at);
        let item = &selectors[from..end];
        if leading(item) == item.len() {
            return true;
        }
        if comma.is_none() {
            return false;
        }
        from = end + 1;
    }
}

/// Whether a colon has white space after it, or nothing: a declaration that lost its semicolon, or its brace.
fn has_bare_colon(selectors: &str) -> bool {
    let mut from = 0;
    while let Some(colon) = scan(&selectors.as_bytes()[from..], b':') {
        from += colon + 1;
        let next = selectors.as_bytes().get(from);
        if next.is_none_or(u8::is_ascii_whitespace) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::Malformed::*;
    use super::*;

    fn sheet(css: &str) -> Vec<(Malformed, &str)> {
        let found = malformed_sheet(css, 100);
        found
            .into_iter()
            .map(|(what, at)| (what, &css[at]))
            .collect()
    }

    #[test]
    fn sheets_without_a_fault() {
        for good in [
            "",
            "a { color: red } b, i > u { margin: 0 auto !important; }",
            "@charset \"utf-8\"; @import url(a.css); @media (min-width: 1px) { a { top: 0 } }",
            "<!-- a { } -->\nb { }",
            "@font-face { font-family: \"A;}\"; src: url(data:font/woff;base64,A=) }",
            "a { --x: { a: b; c }; --y:; color: red; &:hover { top: 0 } @media print { top: 1px } }",
            "@keyframes x { from, 50% { top: 0 } to { top: 1px } }",
            "@layer a, b; @layer c { d { top: 0 } }",
            "a[b=\"c,d\"]:is(.e, .f)::before { content: '\\'}' }",
            "a { background: URL( \"it's.png\" ) ; width: calc((1px + 2px) * 3) }",
            "/* a { */ a { color: /* ; } */ red; }",
            "@font-feature-values A { @styleset { a: 1 } }",
            "@page :first { margin: 1in; @top-left { content: 'x' } }",
            "a { filter: progid:DXImageTransform.Microsoft.gradient(a='b'); }",
            "@inconnue { tout va : bien } a { b: c }",
            ".a\\:b { top: 0 }",
            "{{ site.css }} {% if a %} a { color: {{ b }}; } {% endif %}",
        ] {
            assert_eq!(sheet(good), [], "{good}");
        }
    }

    #[test]
    fn attributes() {
        let found = |style| malformed(style).map(|(what, at)| (what, &style[at]));
        assert_eq!(found("color: red; margin:0 ; --a:; b: url(c;d.png)"), None);
        assert_eq!(found("{{ style }}; a: {% b %}; color: red }"), None);
        assert_eq!(found("a: url(l'été.png)"), Some((Address, "l'été.png")));
        assert_eq!(found("a: calc(1px"), Some((OpenBracket, "(")));
        assert_eq!(found("a: b)"), Some((StrayEnd, ")")));
        assert_eq!(found("a: 'b"), Some((OpenString, "'b")));
        assert_eq!(found("a: b /* c"), Some((OpenComment, "/*")));
        assert_eq!(found("a b; c: d"), Some((NoColon, "a b")));
        assert_eq!(found("a: b c: d"), Some((NoSemicolon, "a: b c: d")));
    }

    #[test]
    fn what_breaks_a_sheet() {
        assert_eq!(sheet("a { color red; top: 0 }"), [(NoColon, "color red")]);
        assert_eq!(sheet("a { top: ; }"), [(NoValue, "top:")]);
        assert_eq!(sheet("a { *zoom: 1 }"), [(NoName, "*zoom: 1")]);
        assert_eq!(
            sheet("a { color: red\n  top: 0; }"),
            [(NoSemicolon, "color: red\n  top: 0")]
        );
        assert_eq!(sheet("a { top: 0 !ie }"), [(NotImportant, "top: 0 !ie")]);
        assert_eq!(sheet("a { b: 'c\n }"), [(OpenString, "'c")]);
        assert_eq!(sheet("a { } /* b"), [(OpenComment, "/*")]);
        assert_eq!(sheet("a { b: f(1 } c { d: e }"), [(OpenBracket, "(")]);
        assert_eq!(sheet("a { b: c"), [(OpenBlock, "{")]);
        assert_eq!(sheet("@media print { a { b: c }"), [(OpenBlock, "{")]);
        assert_eq!(sheet("a { } }"), [(StrayEnd, "}")]);
        assert_eq!(sheet("a { b: c) }"), [(StrayEnd, ")")]);
        assert_eq!(sheet("a { b: url(it's.png) }"), [(Address, "it's.png")]);
        assert_eq!(sheet("a { }; b { }"), [(StraySemicolon, ";")]);
        assert_eq!(sheet("a { } b"), [(NoBlock, "b")]);
        assert_eq!(sheet("color: red; a { }"), [(NoBlock, "color: red")]);
        assert_eq!(sheet("{ }"), [(NoSelector, "{")]);
        assert_eq!(sheet("a,, b { }"), [(NoSelector, "a,, b")]);
        assert_eq!(sheet("a, { }"), [(NoSelector, "a,")]);
        assert_eq!(
            sheet("a { color: red b { top: 0 } }"),
            [(Selector, "color: red b")]
        );
    }

    #[test]
    fn no_sheet_costs_more_than_its_length() {
        assert_eq!(sheet("a { b: ’top: 1 }"), [(NoSemicolon, "b: ’top: 1")]);
        assert_eq!(sheet("a { b: \\é; é: 'é\\é' }"), []);
        for one in [
            "(", "{", "}", "a{", "url(", "'", "/*", "@", "a,", "a:", "\\", "[", "<!--",
        ] {
            let css = one.repeat(50_000);
            assert!(malformed_sheet(&css, 50).len() <= 50);
        }
    }
}
