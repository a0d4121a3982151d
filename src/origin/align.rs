//! How well a place of a source fits a place of a page: token by token to both sides, as far as they go together.

use super::token::{Kind, Token, Tokens, key};

/// Holes passed on one side.
const HOLES: usize = 6;
/// Tokens of the page looked through after a hole.
const AFTER_HOLE: usize = 120;
/// What a token found again after a hole counts.
const BEYOND: f32 = 0.5;

/// How well a place fits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fit {
    /// What goes together, weighed: about one for each word or attribute.
    pub weight: f32,
    /// Nothing contradicts before it.
    pub clean_before: bool,
    /// Nothing contradicts after it.
    pub clean_after: bool,
    /// The part of the weight that is not beyond a hole.
    pub near: f32,
    /// The part of the weight that is the place's own.
    pub own: f32,
    /// Something beside it is in the source alone, though it may be left out.
    pub skips: bool,
}

impl Fit {
    /// What speaks for it: a tag's own attributes tell more than what is around.
    pub fn evidence(&self) -> f32 {
        self.weight + self.own
    }

    /// Nothing contradicts.
    pub fn is_clean(&self) -> bool {
        self.clean_before && self.clean_after
    }
}

/// The fit of a token of a source with a token of a page, if they can be the same.
pub fn fit(source: &Tokens, at: usize, page: &Tokens, there: usize, markdown: bool) -> Option<Fit> {
    let token = &source.all[at];
    let (own, taken) = match same(source, token, page, &page.all[there]) {
        Some(own) => (own, 1),
        None => {
            let taken = shown_as_text(source, token, page, there, 1)?;
            (taken as f32, taken)
        }
    };
    let before = walk(source, at, page, there, -1, markdown);
    let after = walk(source, at, page, there + taken - 1, 1, markdown);
    Some(Fit {
        weight: own + before.weight + after.weight,
        near: own + before.near + after.near,
        own,
        clean_before: before.clean,
        clean_after: after.clean,
        skips: before.skips || after.skips,
    })
}

/// What it counts that two tokens are the same; `None` when they cannot be.
pub fn same(source: &Tokens, a: &Token, page: &Tokens, b: &Token) -> Option<f32> {
    if a.kind != b.kind || a.key != b.key {
        return None;
    }
    match a.kind {
        Kind::Hole => None,
        Kind::Word => Some(1.0),
        Kind::Close => Some(0.5),
        Kind::Open if a.soft => Some(0.5 + marks(source, a, page, b)),
        Kind::Open => tags(source, a, page, b),
    }
}

/// What the attributes of a link or image in Markdown say for it. Renderers add attributes and rewrite addresses: nothing against it.
fn marks(source: &Tokens, a: &Token, page: &Tokens, b: &Token) -> f32 {
    let built = &page.tag(b).attrs;
    let attrs = source.tag(a).attrs.iter();
    let same = attrs.filter(|attr| {
        let found = built.iter().find(|other| other.name == attr.name);
        found.is_some_and(|other| {
            !attr.value.is_empty() && letters(&attr.value).eq(letters(&other.value))
        })
    });
    same.count() as f32 * 2.0
}

/// The letters of an address or a text, with what is written in percents read as far as ASCII goes.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let decoded = if text.contains('%') {
        percent(text)
    } else {
        text.to_owned()
    };
    decoded
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect::<Vec<_>>()
        .into_iter()
}

fn percent(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let code = text
            .get(i + 1..i + 3)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code.filter(|_| bytes[i] == b'%') {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A tag of a source against a tag of a page: every attribute written is there, and no other unless a template may add it.
fn tags(source: &Tokens, a: &Token, page: &Tokens, b: &Token) -> Option<f32> {
    let (written, built) = (source.tag(a), page.tag(b));
    let mut weight = 0.5;
    for attr in &written.attrs {
        let mut named = built
            .attrs
            .iter()
            .filter(|other| other.name == attr.name)
            .peekable();
        if named.peek().is_none() {
            if written.open_ended {
                continue;
            }
            return None;
        }
        if !named.any(|other| attr.can_be(&other.value)) {
            return None;
        }
        weight += match attr.is_literal() {
            true if attr.value.is_empty() => 0.5,
            true => 1.5,
            false => 0.25,
        };
    }
    let added = |name: &str| name.starts_with("data-astro-");
    let more = built
        .attrs
        .iter()
        .any(|b| !added(&b.name) && !written.attrs.iter().any(|a| a.name == b.name));
    (written.open_ended || !more).then_some(weight)
}

/// One side of a fit.
#[derive(Default)]
struct Side {
    weight: f32,
    near: f32,
    clean: bool,
    skips: bool,
}

fn walk(
    source: &Tokens,
    at: usize,
    page: &Tokens,
    there: usize,
    step: isize,
    markdown: bool,
) -> Side {
    let mut side = Side::default();
    let mut worth = 1.0;
    let mut holes = 0;
    let next = |i: usize| i.checked_add_signed(step);
    let (mut i, mut j) = (next(at), next(there));
    loop {
        let (Some(s), Some(p)) = (
            i.filter(|i| *i < source.all.len()),
            j.filter(|j| *j < page.all.len()),
        ) else {
            // Where the page's piece ends nothing more is known; where the source ends, another one goes on.
            side.clean = true;
            return side;
        };
        let (a, b) = (&source.all[s], &page.all[p]);
        if a.kind == Kind::Hole {
            holes += 1;
            let found = if holes > HOLES {
                None
            } else {
                resume(source, s, page, p, step)
            };
            let Some((s, p)) = found else {
                side.clean = true;
                return side;
            };
            worth = BEYOND;
            (i, j) = (Some(s), Some(p));
        } else if let Some(weight) = same(source, a, page, b) {
            side.weight += weight * worth;
            if worth == 1.0 {
                side.near += weight;
            }
            (i, j) = (next(s), next(p));
        } else if let Some(taken) = shown_as_text(source, a, page, p, step) {
            side.weight += taken as f32 * worth;
            (i, j) = (
                next(s),
                j.and_then(|j| j.checked_add_signed(step * taken as isize)),
            );
        } else if a.soft || (a.kind == Kind::Close && is_omissible(a.key)) {
            side.skips |= side.weight == 0.0 && (!a.soft || a.key == source.all[at].key);
            i = next(s);
        } else if markdown && b.kind != Kind::Word && is_of_markdown(b.key) {
            j = next(p);
        } else {
            return side;
        }
    }
}

/// Where source and page go together again after a hole: at the nearest place of the page where two tokens do.
fn resume(
    source: &Tokens,
    hole: usize,
    page: &Tokens,
    there: usize,
    step: isize,
) -> Option<(usize, usize)> {
    // What templates repeat or leave out lies between holes: the beginnings of the next few stretches.
    let mut starts = Vec::new();
    let mut after_hole = true;
    let mut i = hole.checked_add_signed(step);
    let mut seen = 0;
    while let Some(s) = i.filter(|s| *s < source.all.len()) {
        let token = &source.all[s];
        if token.kind == Kind::Hole {
            after_hole = true;
        } else {
            if after_hole && !token.soft {
                starts.push(s);
                after_hole = false;
            }
            seen += 1;
        }
        if starts.len() == 4 || seen > 400 {
            break;
        }
        i = s.checked_add_signed(step);
    }
    let mut p = Some(there);
    for _ in 0..AFTER_HOLE {
        let j = p.filter(|j| *j < page.all.len())?;
        for &s in &starts {
            let Some(first) = same(source, &source.all[s], page, &page.all[j]) else {
                continue;
            };
            let (s2, j2) = (s.checked_add_signed(step), j.checked_add_signed(step));
            let second = match (
                s2.and_then(|s| source.all.get(s)),
                j2.and_then(|j| page.all.get(j)),
            ) {
                (Some(a), Some(b)) if a.kind != Kind::Hole => match same(source, a, page, b) {
                    Some(second) => second,
                    None => continue,
                },
                _ => 0.0,
            };
            if first + second >= 1.0 {
                return Some((s, j));
            }
        }
        p = j.checked_add_signed(step);
    }
    None
}

/// Tags that a renderer took for text: `</p>` is the word `p` in the page. How many tokens of the page.
fn shown_as_text(
    source: &Tokens,
    a: &Token,
    page: &Tokens,
    there: usize,
    step: isize,
) -> Option<usize> {
    let named = &page.all[there];
    if a.soft || named.kind != Kind::Word || !matches!(a.kind, Kind::Open | Kind::Close) {
        return None;
    }
    let mut words = vec![a.key];
    if a.kind == Kind::Open {
        for attr in &source.tag(a).attrs {
            let mut add = |text: &str| super::token::words(text, |word, _| words.push(key(word)));
            add(&attr.name);
            add(&attr.value);
        }
    }
    if step < 0 {
        words.reverse();
    }
    let mut j = Some(there);
    for word in &words {
        let token = j.and_then(|j| page.all.get(j))?;
        if token.kind != Kind::Word || token.key != *word {
            return None;
        }
        j = j.and_then(|j| j.checked_add_signed(step));
    }
    Some(words.len())
}

/// End tags that may be left out: those who make pages small do.
fn is_omissible(element: u32) -> bool {
    [
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "html",
        "head", "body",
    ]
    .iter()
    .any(|name| key(name) == element)
}

/// Elements that renderers of Markdown write.
pub fn is_of_markdown(element: u32) -> bool {
    [
        "p",
        "a",
        "em",
        "strong",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "code",
        "pre",
        "img",
        "blockquote",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "del",
        "sup",
        "sub",
        "span",
        "div",
        "figure",
        "figcaption",
        "input",
        "dl",
        "dt",
        "dd",
    ]
    .iter()
    .any(|name| key(name) == element)
}
