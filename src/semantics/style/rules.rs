//! The rules of the page's own `style` elements, one by one, for checks that ask which element a rule is about. No cascade: a check that concludes from a rule
//! must see that no other one speaks of the same.
//!
//! All or nothing: on a page with a sheet that is elsewhere, or with anything that this reading does not follow (nested rules, layers, escapes), there are
//! no rules. CSS Syntax 3, CSS Conditional 3 (`@media`), CSS Animations 1 (`@keyframes`).

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::ops::Range;

use super::sheets::applies;
use crate::dom::{Document, Element, NodeId, NodeRef, Selector, SelectorError, Text};
use crate::semantics::Semantics;

/// Bytes of style sheets that are read; longer ones are not written by hand in a page.
const MOST: usize = 256 * 1024;

/// Selectors held against elements on one page; pages that ask for more were built to.
const STEPS: usize = 200_000;

/// Bytes read again that are worth a step.
const BYTES: usize = 64;

/// Nodes walked that are worth a step.
const NODES: usize = 16;

/// The rules of a page, in order.
#[derive(Debug, Default)]
pub struct Rules {
    /// Steps taken so far.
    steps: Cell<usize>,
    /// Style rules, those inside `@media` too.
    pub rules: Vec<Rule>,
    /// `@keyframes`.
    keyframes: Vec<Keyframes>,
    /// The last `@keyframes` of each name.
    by_name: HashMap<String, usize>,
    /// The rules that have a selector, as written.
    by_selector: OnceCell<HashMap<String, Vec<usize>>>,
}

/// A style rule.
#[derive(Debug)]
pub struct Rule {
    /// The text it is written in.
    node: NodeId,
    /// Where it stands in that text, from its selectors to its closing brace, in bytes.
    pub range: Range<usize>,
    /// Its selectors, comments out.
    pub selectors: String,
    /// What is between its braces, comments out.
    pub block: String,
    /// The condition of the `@media` around it, in ASCII lower case.
    pub media: Option<String>,
    each: OnceCell<Vec<One>>,
}

/// One selector of a rule's list.
#[derive(Debug)]
pub struct One {
    /// As written.
    pub text: String,
    read: Result<Selector, SelectorError>,
}

/// A `@keyframes` rule.
#[derive(Debug)]
pub struct Keyframes {
    /// Its name.
    pub name: String,
    /// What is between the braces of each frame.
    pub frames: Vec<String>,
}

impl Keyframes {
    /// Steps that reading its frames is worth.
    pub fn cost(&self) -> usize {
        let bytes: usize = self.frames.iter().map(String::len).sum();
        self.frames.len() + bytes / BYTES
    }
}

impl Rules {
    /// The rule that stands at a place of a text, in bytes.
    pub fn at(&self, text: NodeId, place: usize) -> Option<&Rule> {
        let after = self
            .rules
            .partition_point(|rule| (rule.node, rule.range.start) <= (text, place));
        let rule = &self.rules[after.checked_sub(1)?];
        (rule.node == text && rule.range.contains(&place)).then_some(rule)
    }

    /// Of the `@keyframes` that words name, the last one.
    pub fn keyframes<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<&Keyframes> {
        let last = words.filter_map(|word| self.by_name.get(word)).max()?;
        Some(&self.keyframes[*last])
    }

    /// The rules that have this selector in their list, as written.
    pub fn with_selector(&self, selector: &str) -> impl Iterator<Item = &Rule> {
        let by_selector = self.by_selector.get_or_init(|| {
            let mut by_selector: HashMap<String, Vec<usize>> = HashMap::new();
            for (rank, rule) in self.rules.iter().enumerate() {
                for selector in each_selector(&rule.selectors) {
                    by_selector
                        .entry(selector.to_owned())
                        .or_default()
                        .push(rank);
                }
            }
            by_selector
        });
        let ranks = by_selector.get(selector).into_iter().flatten();
        ranks.map(|rank| &self.rules[*rank])
    }

    /// Counts work; false once the page has asked for more than it is worth.
    pub fn spend(&self, steps: usize) -> bool {
        self.steps.set(self.steps.get().saturating_add(steps));
        self.steps.get() <= STEPS
    }

    /// Whether a selector matches an element; nothing does once too much was asked.
    pub fn matches(&self, selector: &Selector, e: Element<'_>) -> bool {
        self.spend(1) && selector.matches(e)
    }

    /// Counts the work of walking what is inside an element and reading its `style`.
    pub fn spend_on(&self, e: Element<'_>) -> bool {
        let nodes = (e.subtree_end() - e.id()) as usize;
        self.spend(nodes / NODES + e.attr("style").map_or(0, str::len) / BYTES)
    }

    /// Whether a selector is about an element, whatever people do: one about a pseudo-element is not. `None` where it depends on what people do, is not
    /// followed, or too much was asked.
    pub fn is_about(&self, selector: &One, e: Element<'_>) -> Option<bool> {
        if !self.spend(2 + selector.text.len() / BYTES) {
            return None;
        }
        match &selector.read {
            Ok(plain) => Some(plain.matches(e)),
            Err(_) if selector.text.contains("::") => Some(false),
            Err(_) => None,
        }
    }
}

impl One {
    /// The selector, where it holds whatever people do.
    pub fn plain(&self) -> Option<&Selector> {
        self.read.as_ref().ok()
    }

    /// The selector of the element that has the `::before` or `::after`, if it is about one.
    pub fn originating(&self) -> Option<&str> {
        let ends = ["::before", "::after", ":before", ":after"];
        let element = ends.iter().find_map(|end| self.text.strip_suffix(end))?;
        Some(if element.is_empty() { "*" } else { element })
    }

    /// Whether it is about a pseudo-element.
    pub fn is_of_pseudo_element(&self) -> bool {
        let old = [":before", ":after", ":first-line", ":first-letter"];
        self.text.contains("::") || old.iter().any(|name| self.text.contains(name))
    }
}

impl Rule {
    /// The text it is written in.
    pub fn text<'a>(&self, doc: &'a Document) -> Option<Text<'a>> {
        doc.node(self.node).as_text()
    }

    /// Its selectors, each by itself, read once.
    pub fn each(&self) -> &[One] {
        self.each.get_or_init(|| {
            let one = |text: &str| One {
                text: text.to_owned(),
                read: Selector::parse(text),
            };
            each_selector(&self.selectors).map(one).collect()
        })
    }
}

impl<'a> Semantics<'a> {
    /// The rules of the page's style sheets, if all are in the page and can be read.
    pub fn rules(&self) -> Option<&Rules> {
        self.rules
            .get_or_init(|| {
                let readable = !self.sheets().unread() && !self.sheets().may_contain("\\");
                readable.then(|| read_all(self.document())).flatten()
            })
            .as_ref()
    }
}

fn read_all(doc: &Document) -> Option<Rules> {
    let mut rules = Rules::default();
    let sheets = doc
        .elements()
        .filter(|e| e.name() == "style" && !e.in_template() && applies(*e));
    for style in sheets {
        if style
            .attr("media")
            .is_some_and(|m| !matches!(m.trim(), "" | "all" | "screen"))
        {
            return None;
        }
        let mut texts = style.children().filter_map(NodeRef::as_text);
        let Some(text) = texts.next() else { continue };
        if texts.next().is_some() || text.text().len() > MOST {
            return None;
        }
        rules.read(&without_comments(text.text()), text.id())?;
    }
    Some(rules)
}

/// The same text, with spaces in place of comments.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let end = rest[start + 2..]
            .find("*/")
            .map_or(rest.len(), |i| start + 2 + i + 2);
        out.push_str(&rest[..start]);
        out.extend(std::iter::repeat_n(' ', end - start));
        rest = &rest[end..];
    }
    out + rest
}

impl Rules {
    /// Reads a sheet; `None` where it is not followed.
    fn read(&mut self, css: &str, node: NodeId) -> Option<()> {
        let mut media: Option<String> = None;
        let mut at = 0;
        loop {
            at += css[at..].len() - css[at..].trim_start().len();
            if at == css.len() {
                return media.is_none().then_some(());
            }
            if css[at..].starts_with('}') {
                media.take()?;
                at += 1;
                continue;
            }
            let open = at + find(&css[at..], b"{;}")?;
            let head = css[at..open].trim_end();
            if css[open..].starts_with(';') {
                // `@charset`, `@namespace`; anything else changes what follows.
                let known = ["@charset", "@namespace"];
                known.iter().find(|known| head.starts_with(**known))?;
                at = open + 1;
                continue;
            }
            let inside = open + 1;
            if let Some(condition) = head.strip_prefix("@media") {
                if media.is_some() {
                    return None;
                }
                media = Some(condition.trim().to_ascii_lowercase());
                at = inside;
                continue;
            }
            let close = inside + closing(&css[inside..])?;
            let block = &css[inside..close];
            if let Some(name) = head
                .strip_prefix("@keyframes")
                .or_else(|| head.strip_prefix("@-webkit-keyframes"))
            {
                let name = name.trim().to_owned();
                self.by_name.insert(name.clone(), self.keyframes.len());
                self.keyframes.push(Keyframes {
                    name,
                    frames: frames(block)?,
                });
            } else if head.starts_with('@') {
                let harmless = ["@font-face", "@page", "@property", "@counter-style"];
                harmless.iter().find(|known| head.starts_with(**known))?;
            } else if head.starts_with('}') || head.is_empty() || block.contains('{') {
                return None;
            } else {
                self.rules.push(Rule {
                    node,
                    range: at..close + 1,
                    selectors: head.to_owned(),
                    block: block.to_owned(),
                    media: media.clone(),
                    each: OnceCell::new(),
                });
            }
            at = close + 1;
        }
    }
}

/// The blocks of a `@keyframes`.
fn frames(block: &str) -> Option<Vec<String>> {
    let mut frames = Vec::new();
    let mut rest = block;
    while !rest.trim().is_empty() {
        let open = find(rest, b"{")?;
        let close = open + 1 + closing(&rest[open + 1..])?;
        frames.push(rest[open + 1..close].to_owned());
        rest = &rest[close + 1..];
    }
    Some(frames)
}

/// The first of these bytes outside strings.
fn find(css: &str, wanted: &[u8]) -> Option<usize> {
    let mut quote = None;
    css.bytes().position(|b| match quote {
        Some(q) => {
            if b == q || b == b'\n' {
                quote = None;
            }
            false
        }
        None if b == b'"' || b == b'\'' => {
            quote = Some(b);
            false
        }
        None => wanted.contains(&b),
    })
}

/// The brace that closes a block whose inside is given.
fn closing(css: &str) -> Option<usize> {
    let (mut depth, mut from) = (0, 0);
    loop {
        let at = from + find(&css[from..], b"{}")?;
        match (css.as_bytes()[at], depth) {
            (b'{', _) => depth += 1,
            (_, 0) => return Some(at),
            _ => depth -= 1,
        }
        from = at + 1;
    }
}

/// The selectors of a list, each by itself.
pub fn each_selector(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    list.split(move |c| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    })
    .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom;
    use crate::source::Source;

    fn read(html: &str) -> Option<Rules> {
        let doc = dom::parse(Source::decode("page.html", html.into()));
        read_all(&doc)
    }

    #[test]
    fn rules_as_written() {
        let rules = read(
            "<style>@charset 'utf-8'; p, a:is(.x, .y) { color: red } /* { */ @media (orientation: Portrait) { body { transform: none } }\
             @keyframes va { from { opacity: 0 } to { opacity: 1 } } q::before { content: '}' }</style>",
        )
        .unwrap();
        let seen: Vec<_> = rules
            .rules
            .iter()
            .map(|r| (&*r.selectors, r.block.trim(), r.media.as_deref()))
            .collect();
        assert_eq!(
            seen,
            [
                ("p, a:is(.x, .y)", "color: red", None),
                ("body", "transform: none", Some("(orientation: portrait)")),
                ("q::before", "content: '}'", None),
            ]
        );
        assert_eq!(rules.keyframes[0].name, "va");
        assert_eq!(rules.keyframes[0].frames, [" opacity: 0 ", " opacity: 1 "]);
        let each: Vec<&str> = each_selector("p, a:is(.x, .y)").collect();
        assert_eq!(each, ["p", "a:is(.x, .y)"]);
    }

    #[test]
    fn what_is_not_followed_gives_nothing() {
        for css in [
            "a { b { color: red } }",
            "@layer base { a { color: red } }",
            "@supports (display: grid) { a { color: red } }",
            "@starting-style { a { opacity: 0 } }",
            "a { color: red",
            "} a { color: red }",
            "@media print { @media (hover) { a { color: red } } }",
        ] {
            assert!(read(&format!("<style>{css}</style>")).is_none(), "{css}");
        }
        assert!(read("<style media=print>a { color: red }</style>").is_some());
        assert!(read("<style media='(hover)'>a { color: red }</style>").is_none());
    }
}
