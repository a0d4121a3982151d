//! From a place in a built page to the line of the source that wrote it.
//!
//! Pages and sources are compared as words and tags ([`token`]), which templates and Markdown leave as they are. Every place of the
//! sources that could have written the one in the page is a candidate; it is *certain* when it fits all around and no other does.

mod align;
mod comments;
mod decide;
mod detect;
mod files;
mod front;
mod html;
mod index;
mod literal;
mod markdown;
mod outputs;
mod token;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::source::{LineIndex, Position, excerpt};
pub use comments::Comment;
use decide::Candidate;
use files::{Role, Writing};
use html::Syntax;
use index::{Index, Loaded};
pub use literal::{Literal, Vague};
use outputs::{Rules, page_key};
use token::{Attr, Kind, Token, Tokens};

/// A place in a built page.
#[derive(Clone, Debug)]
pub struct Clue<'c> {
    /// The page, from the site's folder, `/` separators.
    pub page: &'c str,
    /// Pages that have the same defect.
    pub pages: usize,
    /// Pages that were looked at.
    pub all: usize,
    /// The page's source around the place, some hundred bytes.
    pub window: &'c str,
    /// The place in it.
    pub target: Range<usize>,
}

/// How sure an origin is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The best of several, or something is not known.
    Likely,
    /// Nothing else in the sources can have written it.
    Certain,
}

/// The place of a source that wrote one in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// How sure it is.
    pub certainty: Certainty,
    /// The file, from the working directory when the folder of the sources was given so, `/` separators.
    pub path: String,
    /// Where it begins there.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What is written there, cut short.
    pub excerpt: String,
}

/// Tokens kept of files read again, all files together.
const KEPT: usize = 4_000_000;
/// Files in which a place is looked for.
const LOOKED_IN: usize = 40;
/// Tokens on each side of a place that tell which files those are.
const TELLING: usize = 24;

/// A folder of sources.
#[derive(Debug)]
pub struct Sources {
    root: PathBuf,
    /// The folder as it is shown, with its `/`.
    shown: String,
    built: Option<PathBuf>,
    index: OnceCell<Index>,
    loaded: HashMap<u32, Option<Arc<Loaded>>>,
    kept: usize,
}

impl Sources {
    /// A folder of sources. Nothing is read before the first [`Sources::locate`].
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn open(sources: &Path, site: Option<&Path>) -> io::Result<Sources> {
        let root = sources.canonicalize()?;
        if !root.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let built = site
            .and_then(|site| site.canonicalize().ok())
            .filter(|site| *site != root);
        let shown = sources
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/");
        let shown = shown.trim_start_matches("./").trim_end_matches('/');
        Ok(Sources {
            shown: match shown {
                "" | "." if !sources.has_root() => String::new(),
                shown => format!("{shown}/"),
            },
            root,
            built,
            index: OnceCell::new(),
            loaded: HashMap::new(),
            kept: 0,
        })
    }

    /// The sources of a folder of built pages, where the generator's configuration is beside it.
    pub fn detect(site: &Path) -> Option<PathBuf> {
        detect::sources_of(site)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let known = detect::generator(&self.root);
            let rules = Rules::read(known.as_ref());
            let generator = known.as_ref().map(|(generator, _)| *generator);
            let found = files::find(&self.root, self.built.as_deref(), generator);
            Index::new(&self.root, found, &rules)
        })
    }

    fn load(&mut self, file: u32) -> Option<Arc<Loaded>> {
        if let Some(loaded) = self.loaded.get(&file) {
            return loaded.clone();
        }
        let found = self.index().files.get(file as usize)?;
        let loaded = index::load(&self.root, found).map(|(loaded, _)| Arc::new(loaded));
        let size = loaded.as_ref().map_or(0, |l| l.tokens.all.len());
        if self.kept + size > KEPT {
            self.loaded.clear();
            self.kept = 0;
        }
        self.kept += size;
        self.loaded.insert(file, loaded.clone());
        loaded
    }

    /// The place that wrote one in a page, when it is known.
    pub fn locate(&mut self, clue: &Clue<'_>) -> Option<Origin> {
        let page = page_tokens(clue.window, clue.target.start);
        let anchor = anchor(&page, clue)?;
        let aimed = aimed(&page, anchor, clue);
        if let Some(found) = self.look(clue, &page, anchor, false) {
            return self.origin(clue, &page, anchor, aimed, found);
        }
        let token = &page.all[anchor];
        if token.kind == Kind::Open && clue.pages == 1 {
            // A generator wrote the whole element for an expression of the page, as Hugo does for `{{< figure src="..." >}}`.
            let mut attrs = page.tag(token).attrs.iter();
            let address = attrs.find(|a| matches!(&*a.name, "src" | "href") && a.value.len() > 4);
            if let Some(found) = address.and_then(|a| self.said_by_page(clue, &a.value, false)) {
                return Some(found);
            }
        }
        let anchor = of_the_text(&page, anchor)?;
        let found = self.look(clue, &page, anchor, true)?;
        self.origin(clue, &page, anchor, None, found)
    }

    /// What a candidate that was chosen says, or the values that it leaves to the page.
    fn origin(
        &mut self,
        clue: &Clue<'_>,
        page: &Tokens,
        anchor: usize,
        aimed: Option<&Attr>,
        (best, certainty): (Candidate, Certainty),
    ) -> Option<Origin> {
        let loaded = self.load(best.file)?;
        let token = &loaded.tokens.all[best.at];
        let alone = best.role == Role::Shared && clue.pages == 1 && clue.all > 1;
        let mut span = token.span.clone();
        let mut certainty = certainty;
        if let Some(aimed) = aimed.filter(|_| !token.soft) {
            let mut written = loaded.tokens.tag(token).attrs.iter();
            let written = written.find(|a| a.name == aimed.name && a.can_be(&aimed.value));
            if let Some(literal) = written.filter(|a| a.is_literal()) {
                span = literal.span.clone();
            } else {
                // A template writes the attribute, its value comes from elsewhere.
                let said = self.said_by_page(clue, &aimed.value, true);
                if let Some(said) = said.or_else(|| self.said_by_data(&aimed.value)) {
                    return Some(said);
                }
                if alone {
                    return None;
                }
                certainty = Certainty::Likely;
                span = written.map_or(span, |a| a.span.clone());
            }
        } else if aimed.is_none() && is_filled(&loaded, best.at, page, anchor) {
            // A template's tag around what comes from elsewhere: which of the two is wrong is not known here.
            certainty = Certainty::Likely;
            let text = words_from(page, anchor + 1);
            // The template may add words of its own after them.
            let most = (3..=text.len()).rev().map(|n| &text[..n]);
            let most: Vec<&[u32]> = most.chain([&*text]).collect();
            if alone
                && let Some(said) = most
                    .iter()
                    .find_map(|words| self.in_front_matter(clue, words))
            {
                return Some(said);
            }
        }
        self.say(best.file, &loaded, span, certainty)
    }

    fn say(
        &self,
        file: u32,
        loaded: &Loaded,
        span: Range<u32>,
        certainty: Certainty,
    ) -> Option<Origin> {
        let path = format!(
            "{}{}",
            self.shown,
            self.index().files.get(file as usize)?.path
        );
        let lines = LineIndex::new(&loaded.text);
        let text = loaded.text.get(span.start as usize..span.end as usize);
        Some(Origin {
            certainty,
            path,
            start: lines.position(&loaded.text, span.start),
            end: lines.position(&loaded.text, span.end),
            excerpt: excerpt(text.unwrap_or_default()),
        })
    }

    /// The content file of the page.
    fn owner(&mut self, clue: &Clue<'_>) -> Option<(u32, Arc<Loaded>)> {
        let file = self.index().owner(&page_key(clue.page))?;
        Some((file, self.load(file)?))
    }

    /// Where the page's content file gives a value to a template: in an expression, or in its front matter too. Once only.
    fn said_by_page(&mut self, clue: &Clue<'_>, value: &str, in_front: bool) -> Option<Origin> {
        if value.len() < 2 {
            return None;
        }
        let (file, loaded) = self.owner(clue)?;
        let bytes = loaded.text.as_bytes();
        let body = loaded
            .tokens
            .all
            .get(loaded.body)
            .map_or(bytes.len(), |t| t.span.start as usize);
        let in_hole = |at: &usize| {
            if *at < body {
                return in_front;
            }
            let mut all = loaded.tokens.all.iter().filter(|t| t.kind == Kind::Hole);
            all.any(|t| (t.span.start as usize..t.span.end as usize).contains(at))
        };
        let mut places = whole_places(&loaded.text, value).filter(in_hole);
        let at = places.next()?;
        if places.next().is_some() {
            return None;
        }
        let span = at as u32..(at + value.len()) as u32;
        self.say(file, &loaded, span, Certainty::Likely)
    }

    /// Where the data of the site have a value. Once only.
    fn said_by_data(&mut self, value: &str) -> Option<Origin> {
        let mut words = Vec::new();
        token::words(value, |word, _| words.push(token::key(word)));
        let with = words.iter().map(|key| self.index().files_with(*key));
        let rarest = with.min_by_key(|with| with.len())?;
        let is_data = |file: &u32| self.index().files[*file as usize].writing == Writing::Data;
        let files: Vec<u32> = rarest.iter().map(|p| p.1).filter(is_data).collect();
        if value.len() < 4 || files.len() > LOOKED_IN {
            return None;
        }
        let mut found = None;
        for file in files {
            let loaded = self.load(file)?;
            for at in whole_places(&loaded.text, value) {
                if found.replace((file, at)).is_some() {
                    return None;
                }
            }
        }
        let (file, at) = found?;
        let loaded = self.load(file)?;
        self.say(
            file,
            &loaded,
            at as u32..(at + value.len()) as u32,
            Certainty::Likely,
        )
    }

    /// Where the page's front matter has some words in a row. Once only.
    fn in_front_matter(&mut self, clue: &Clue<'_>, words: &[u32]) -> Option<Origin> {
        let (file, loaded) = self.owner(clue)?;
        let front = &loaded.tokens.all[..loaded.body];
        if words.is_empty() {
            return None;
        }
        let same = |found: &&[Token]| {
            found
                .iter()
                .zip(words)
                .all(|(t, w)| t.kind == Kind::Word && t.key == *w)
        };
        let mut places = front.windows(words.len()).filter(same);
        let found = places.next()?;
        if places.next().is_some() {
            return None;
        }
        let span = found[0].span.start..found[words.len() - 1].span.end;
        self.say(file, &loaded, span, Certainty::Likely)
    }

    /// The candidate that wrote a token of a page, among all that could have.
    fn look(
        &mut self,
        clue: &Clue<'_>,
        page: &Tokens,
        anchor: usize,
        only_markdown: bool,
    ) -> Option<(Candidate, Certainty)> {
        let mut candidates = Vec::new();
        let wanted = &page.all[anchor];
        // `&lt;/p>`: what a renderer took for text is a tag in the source.
        let before = clue.window[..wanted.span.start as usize].trim_end_matches('/');
        let escaped = wanted.kind == Kind::Word && before.ends_with("&lt;");
        let (files, all) = self.files_to_look_in(page, anchor, escaped);
        for file in files {
            let about = &self.index().files[file as usize];
            let (writing, role) = (about.writing, about.role);
            if only_markdown && writing != Writing::Markdown {
                continue;
            }
            let Some(loaded) = self.load(file) else {
                continue;
            };
            for (at, token) in loaded.tokens.all.iter().enumerate() {
                let is_kind = token.kind == wanted.kind || (escaped && token.kind != Kind::Hole);
                if token.key != wanted.key || !is_kind {
                    continue;
                }
                let markdown = writing == Writing::Markdown && at >= loaded.body;
                if let Some(fit) = align::fit(&loaded.tokens, at, page, anchor, markdown) {
                    candidates.push(Candidate {
                        file,
                        at,
                        fit,
                        role,
                        telling: all && is_telling(token, fit.own),
                        value: writing == Writing::Data || at < loaded.body,
                    });
                }
            }
        }
        let index = self.index();
        let owner = index.owner(&page_key(clue.page));
        decide::decide(candidates, owner, index, clue)
    }

    /// The files that have what is around a place, those with the rarest things first; only such as can have the place itself. Whether
    /// these are all of them.
    fn files_to_look_in(&self, page: &Tokens, anchor: usize, escaped: bool) -> (Vec<u32>, bool) {
        let index = self.index();
        let token = &page.all[anchor];
        let mut able: BTreeSet<u32> = BTreeSet::new();
        let mut add = |key: u32| able.extend(index.files_with(key).iter().map(|p| p.1));
        match token.kind {
            Kind::Hole => {}
            Kind::Word => {
                add(token.key);
                if escaped {
                    add(index::close_key(token.key));
                    add(index::literal_key(token.key));
                }
            }
            Kind::Close => add(index::close_key(token.key)),
            Kind::Open => {
                add(index::templated_key(token.key));
                add(index::mark_key(token.key));
                if page.tag(token).attrs.is_empty() {
                    add(index::literal_key(token.key));
                }
                index::telling_keys(token, page, &mut add);
            }
        }
        let mut keys = BTreeSet::new();
        let from = anchor.saturating_sub(TELLING);
        for token in page.all[from..].iter().take(2 * TELLING + 1) {
            index::telling_keys(token, page, &mut |key| {
                keys.insert(key);
            });
        }
        let many = index.files.len() as f32 + 1.0;
        let mut scores: HashMap<u32, f32> = able.iter().map(|file| (*file, 0.0)).collect();
        for key in keys {
            let with = index.files_with(key);
            let rare = (many / (with.len() as f32 + 0.5)).ln().max(0.05);
            for (_, file) in with {
                if let Some(score) = scores.get_mut(file) {
                    *score += rare;
                }
            }
        }
        let mut ranked: Vec<(u32, f32)> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let all = index.whole && ranked.len() <= LOOKED_IN;
        ranked.truncate(LOOKED_IN);
        (ranked.into_iter().map(|(file, _)| file).collect(), all)
    }
}

/// Where a text has a value that nothing goes on.
fn whole_places(text: &str, value: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = |at: Option<&u8>| {
        at.is_none_or(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_' | b'/' | b'.'))
    };
    let found = memchr::memmem::find_iter(bytes, value.as_bytes()).collect::<Vec<_>>();
    let length = value.len();
    found.into_iter().filter(move |at| {
        ends(at.checked_sub(1).and_then(|n| bytes.get(n))) && ends(bytes.get(at + length))
    })
}

/// The tokens of a piece of a page, without the half of a tag it may begin with.
fn page_tokens(window: &str, target: usize) -> Tokens {
    let head = &window.as_bytes()[..target.min(window.len())];
    let from = match (memchr::memchr(b'>', head), memchr::memchr(b'<', head)) {
        (Some(end), None) => end + 1,
        (Some(end), Some(begin)) if end < begin => end + 1,
        // A word may be cut too.
        _ => head
            .iter()
            .position(u8::is_ascii_whitespace)
            .map_or(0, |n| n + 1),
    };
    let whole = head.is_empty() || head[0] == b'<';
    let from = if whole { 0 } else { from };
    // Nor what is begun at its end.
    let to = match (window.rfind('<'), window.rfind('>')) {
        (Some(begun), Some(ended)) if begun > ended && begun > target => begun,
        _ => window.len(),
    };
    let mut tokens = Tokens::default();
    html::lex(window, from, to, Syntax::BUILT, &mut tokens);
    // A word may be cut there too.
    if tokens
        .all
        .last()
        .is_some_and(|t| t.kind == Kind::Word && t.span.end as usize == window.len())
    {
        tokens.all.pop();
    }
    tokens
}

/// The token that a place is in or begins with; of signs alone the word beside them on their line.
fn anchor(page: &Tokens, clue: &Clue<'_>) -> Option<usize> {
    let (start, end) = (clue.target.start as u32, clue.target.end as u32);
    let at = page.all.partition_point(|t| t.span.end <= start);
    if page
        .all
        .get(at)
        .is_some_and(|t| t.span.start < end.max(start + 1))
    {
        return Some(at);
    }
    let is_beside = |at: &usize| {
        let Some(token) = page.all.get(*at) else {
            return false;
        };
        let between = token.span.end.min(start) as usize..token.span.start.max(end) as usize;
        let text = clue.window.get(between).unwrap_or("\n");
        token.kind == Kind::Word && text.len() < 40 && !text.contains('\n')
    };
    if start == end
        && page
            .all
            .get(at)
            .is_some_and(|t| t.kind != Kind::Word && t.span.start < start + 40)
    {
        return Some(at);
    }
    Some(at)
        .filter(is_beside)
        .or_else(|| at.checked_sub(1).filter(is_beside))
}

/// Whether a start tag of a source holds text that a template puts there.
fn is_filled(loaded: &Loaded, at: usize, page: &Tokens, anchor: usize) -> bool {
    let next = loaded.tokens.all.get(at + 1).map(|t| t.kind);
    let built = page.all.get(anchor + 1).map(|t| t.kind);
    loaded.tokens.all[at].kind == Kind::Open
        && next == Some(Kind::Hole)
        && built == Some(Kind::Word)
}

/// Whether a tag tells by itself where it comes from: it has an attribute written out, or is no element that generators put anywhere.
fn is_telling(token: &Token, own: f32) -> bool {
    let common = [
        "section", "svg", "path", "button", "script", "style", "link", "meta", "html", "head",
        "body", "main",
    ];
    token.kind == Kind::Open
        && (own >= 2.0
            || !(align::is_of_markdown(token.key)
                || common.iter().any(|name| token::key(name) == token.key)))
}

/// The attribute that a place is in.
fn aimed<'p>(page: &'p Tokens, anchor: usize, clue: &Clue<'_>) -> Option<&'p Attr> {
    let token = &page.all[anchor];
    let target = clue.target.start as u32;
    if token.kind != Kind::Open || target <= token.span.start {
        return None;
    }
    page.tag(token)
        .attrs
        .iter()
        .find(|a| a.span.contains(&target))
}

/// The word that tells of a tag which Markdown has no mark for: the first in it.
fn of_the_text(page: &Tokens, anchor: usize) -> Option<usize> {
    let step = match page.all[anchor].kind {
        Kind::Open => 1,
        Kind::Close => -1,
        Kind::Word | Kind::Hole => return None,
    };
    let mut at = anchor;
    while page.all.get(at)?.kind != Kind::Word {
        if !align::is_of_markdown(page.all[at].key) {
            return None;
        }
        at = at.checked_add_signed(step)?;
    }
    Some(at)
}

/// The words in a row from a token on, a dozen at most.
fn words_from(page: &Tokens, from: usize) -> Vec<u32> {
    let tokens = page.all.get(from..).unwrap_or_default().iter();
    tokens
        .take_while(|t| t.kind == Kind::Word)
        .take(12)
        .map(|t| t.key)
        .collect()
}

#[cfg(test)]
mod tests;
