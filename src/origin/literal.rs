//! Places of a source whose very bytes a page has: where a change to the page can be made in the source instead.

use std::ops::Range;
use std::path::PathBuf;
use std::time::SystemTime;

use super::files::{Role, Writing};
use super::index::Loaded;
use super::token::{Attr, Kind, Token, Tokens};
use super::{Certainty, Clue, Origin, Sources, anchor, page_tokens};
use crate::source::{LineIndex, Position};

/// Bytes on each side of a change that are compared.
const AROUND: usize = 160;

/// A place of a source that wrote one of a page, letter for letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The rank of the file, for [`Sources::text`].
    pub file: u32,
    /// The file, as [`Origin::path`].
    pub path: String,
    /// The place, in bytes of the file.
    pub span: Range<usize>,
    /// Where that begins.
    pub start: Position,
    /// The piece of the page's window around the place that is the same in the file.
    pub same: Range<usize>,
    /// Many pages are made with the file.
    pub shared: bool,
    /// It is one page's own file.
    pub own: bool,
}

/// Why there is no such place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Vague {
    /// Nobody knows where it comes from.
    Unknown,
    /// It may come from there.
    Likely(Origin),
    /// It comes from there, where it is written otherwise.
    Otherwise(Origin),
    /// It is written there, but the new text would not be taken there for what it is.
    Foreign(Origin),
}

impl Sources {
    /// The place of a source that wrote the clue's, letter for letter, with the whole tag, attribute or text that it is in; `new` is what
    /// is to be put in its place.
    ///
    /// # Errors
    /// Why not, with the place to change by hand where it is known.
    pub fn literal(&mut self, clue: &Clue<'_>, new: &str) -> Result<Literal, Vague> {
        let page = page_tokens(clue.window, clue.target.start);
        let found = anchor(&page, clue).and_then(|at| {
            let (best, certainty) = self.look(clue, &page, at, false)?;
            Some((at, best, certainty))
        });
        let Some((at, best, certainty)) = found else {
            return Err(self.elsewhere(clue));
        };
        let Some(loaded) = self.load(best.file) else {
            return Err(Vague::Unknown);
        };
        if certainty != Certainty::Certain {
            return Err(self.elsewhere(clue));
        }
        let (built, written) = (&page.all[at], &loaded.tokens.all[best.at]);
        let said = |sources: &Sources, span: Range<u32>| {
            sources.say(best.file, &loaded, span, Certainty::Certain)
        };
        let Some(aligned) = align(clue, &page, built, &loaded, written) else {
            let span = written.span.clone();
            return Err(said(self, span).map_or(Vague::Unknown, Vague::Otherwise));
        };
        let about = &self.index().files[best.file as usize];
        if !suits(about.writing, &loaded, written, &aligned.span, new) {
            let span = aligned.span.start as u32..aligned.span.end as u32;
            return Err(said(self, span).map_or(Vague::Unknown, Vague::Foreign));
        }
        let lines = LineIndex::new(&loaded.text);
        Ok(Literal {
            file: best.file,
            path: self.shown(best.file),
            start: lines.position(&loaded.text, aligned.span.start as u32),
            span: aligned.span,
            same: aligned.same,
            shared: best.role == Role::Shared,
            own: self.index().is_owned(best.file),
        })
    }

    /// Where it comes from, as far as it is known.
    fn elsewhere(&mut self, clue: &Clue<'_>) -> Vague {
        match self.locate(clue) {
            None => Vague::Unknown,
            Some(origin) if origin.certainty == Certainty::Certain => Vague::Otherwise(origin),
            Some(origin) => Vague::Likely(origin),
        }
    }

    /// A file of which [`Sources::literal`] told, as [`Origin::path`].
    pub fn shown(&self, file: u32) -> String {
        let about = self.index().files.get(file as usize);
        format!("{}{}", self.shown, about.map_or("", |about| &about.path))
    }

    /// When one of the files was last written.
    pub fn newest(&self) -> Option<SystemTime> {
        let files = self.index().files.iter();
        let written = |path: &str| {
            std::fs::metadata(self.root.join(path))
                .ok()?
                .modified()
                .ok()
        };
        files.filter_map(|file| written(&file.path)).max()
    }

    /// Where to read a file of which [`Sources::literal`] told, and the text it has.
    pub fn text(&mut self, file: u32) -> Option<(PathBuf, String)> {
        let loaded = self.load(file)?;
        let about = self.index().files.get(file as usize)?;
        Some((self.root.join(&about.path), loaded.text.clone()))
    }
}

/// A place of a file, and what is the same around.
struct Aligned {
    span: Range<usize>,
    same: Range<usize>,
}

/// The place in a file that goes with the clue's, when whatever it is in has the same letters on both sides.
fn align(
    clue: &Clue<'_>,
    page: &Tokens,
    built: &Token,
    loaded: &Loaded,
    written: &Token,
) -> Option<Aligned> {
    let (window, text) = (clue.window.as_bytes(), loaded.text.as_bytes());
    let range = |span: &Range<u32>| span.start as usize..span.end as usize;
    let (mut here, mut there) = (range(&built.span), range(&written.span));
    if window.get(here.clone())? != text.get(there.clone())? {
        // Of a tag that templates have a part in, an attribute by itself; of one that they give its value, the name.
        let (a, b) = attribute(clue, page, built, loaded, written)?;
        (here, there) = (range(&a.span), range(&b.span));
        if !b.is_literal() {
            here.end = here.start + a.name.len();
            there.end = there.start + b.name.len();
            if clue.target.start < here.start || clue.target.end > here.end {
                return None;
            }
        }
        if window.get(here.clone())? != text.get(there.clone())? {
            return None;
        }
    }
    let before = window[..here.start].iter().rev();
    let before = before
        .zip(text[..there.start].iter().rev())
        .take(AROUND)
        .take_while(|(a, b)| a == b)
        .count();
    let after = window[here.end..].iter().zip(&text[there.end..]);
    let after = after.take(AROUND).take_while(|(a, b)| a == b).count();
    let same = here.start - before..here.end + after;
    let target = &clue.target;
    // What is put between two things is between the same two in the file.
    let margin = usize::from(target.is_empty());
    let from = target.start.saturating_sub(margin);
    let to = (target.end + margin).min(window.len());
    if from < same.start || to > same.end {
        return None;
    }
    let start = there.start - before + (target.start - same.start);
    Some(Aligned {
        span: start..start + target.len(),
        same,
    })
}

/// The attribute that the clue's place is in, blanks before it included, on both sides; each the only one of its name.
fn attribute<'t>(
    clue: &Clue<'_>,
    page: &'t Tokens,
    built: &Token,
    loaded: &'t Loaded,
    written: &Token,
) -> Option<(&'t Attr, &'t Attr)> {
    if built.kind != Kind::Open || written.kind != Kind::Open {
        return None;
    }
    let (start, end) = (clue.target.start, clue.target.end);
    let blank = clue.window.get(start..end)?;
    let start = start + (blank.len() - blank.trim_ascii_start().len());
    let a = page.tag(built).attrs.iter().find(|a| {
        a.span.start as usize <= start && start < a.span.end as usize && end <= a.span.end as usize
    })?;
    let only = |tokens: &'t Tokens, token: &Token| {
        let mut named = tokens.tag(token).attrs.iter().filter(|b| b.name == a.name);
        named.next().filter(|_| named.next().is_none())
    };
    Some((only(page, built)?, only(&loaded.tokens, written)?))
}

/// Whether the change is taken there for what it is in the page: nothing else reads what it takes away or puts there.
fn suits(
    writing: Writing,
    loaded: &Loaded,
    written: &Token,
    span: &Range<usize>,
    new: &str,
) -> bool {
    // What expressions of templates, attribute lists of Markdown and programs are made of.
    let expression = ['{', '}'];
    if new.contains(expression) || new.contains("<%") || new.contains("<?") {
        return false;
    }
    let old = loaded.text.get(span.clone()).unwrap_or_default();
    match writing {
        Writing::Template => true,
        Writing::Markdown => {
            // A line less may end a block, a sign may be a mark; within a tag there are no marks.
            let is_tag = matches!(written.kind, Kind::Open | Kind::Close) && !written.soft;
            let inside = (written.span.start as usize) < span.start
                && span.end < written.span.end as usize
                && !new.contains(['\n', '\r', '<', '>']);
            let letters = |text: &str| text.chars().all(|c| c.is_alphanumeric() || !c.is_ascii());
            (is_tag && inside) || (letters(old) && letters(new))
        }
        // It may be in quotes there.
        Writing::Component => {
            let plain = |c: char| c.is_alphanumeric() || " -_./:%".contains(c);
            new.chars().all(plain)
        }
        Writing::Data => false,
    }
}

#[cfg(test)]
#[path = "literal_tests.rs"]
mod tests;
