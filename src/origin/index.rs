//! Which words and tags are in which file: made once, so that a place is looked for in few files.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use rayon::prelude::*;

use super::files::{self, Role, SourceFile, Writing};
use super::front::{self, Front};
use super::html::{self, Syntax};
use super::markdown;
use super::outputs::Rules;
use super::token::{Attr, Kind, Tag, Token, Tokens, key};

/// A file's text and tokens.
#[derive(Debug)]
pub struct Loaded {
    /// Its text.
    pub text: String,
    /// Its tokens, those of its front matter first.
    pub tokens: Tokens,
    /// The first token after the front matter.
    pub body: usize,
}

impl Loaded {
    /// Whether it is a whole document, from `<!doctype>` on.
    fn is_document(&self) -> bool {
        let from = self
            .tokens
            .all
            .get(self.body)
            .map_or(0, |t| t.span.start as usize);
        let text = self.text[from..].trim_start().as_bytes();
        let begins = |with: &str| {
            text.get(..with.len())
                .is_some_and(|t| t.eq_ignore_ascii_case(with.as_bytes()))
        };
        begins("<!doctype html") || begins("<html")
    }

    /// Whether nothing is left in it for a generator to do.
    fn is_finished(&self) -> bool {
        self.tokens.all[self.body..]
            .iter()
            .all(|t| t.kind != Kind::Hole)
    }
}

/// Reads a file and its tokens, and what it says of itself.
pub fn load(root: &Path, file: &SourceFile) -> Option<(Loaded, Front)> {
    let text = files::read(&root.join(&file.path))?;
    let mut tokens = Tokens::default();
    if file.writing == Writing::Data {
        values(&text, 0, text.len(), &mut tokens);
        let body = tokens.all.len();
        return Some((Loaded { text, tokens, body }, Front::default()));
    }
    let front = front::read(&text);
    let program = file.writing == Writing::Component;
    if !program {
        values(&text, front.inner.start, front.inner.end, &mut tokens);
    }
    if front.is_there() {
        tokens.push(Kind::Hole, 0, front.body..front.body, false);
    }
    let body = tokens.all.len();
    match file.writing {
        Writing::Markdown => markdown::lex(&text, front.body, &mut tokens),
        Writing::Component => html::lex(
            &text,
            front.body,
            text.len(),
            Syntax::COMPONENT,
            &mut tokens,
        ),
        _ => html::lex(&text, front.body, text.len(), Syntax::TEMPLATE, &mut tokens),
    }
    Some((Loaded { text, tokens, body }, front))
}

/// The values of lines with keys, each between two holes: templates put them wherever they want.
fn values(text: &str, from: usize, to: usize, tokens: &mut Tokens) {
    let mut at = from;
    while at < to {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..to]).map_or(to, |n| at + n);
        let line = &text[at..end];
        let indent = line.len() - line.trim_start().len();
        let rest = line.trim_start();
        let item = rest.trim_start_matches(['-', ' ', '\t']);
        let mut start = at + indent + (rest.len() - item.len());
        let named = item.find([':', '=']).filter(|&n| {
            n > 0
                && item[..n]
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_\"' .".contains(&b))
        });
        let goes_on = indent > 0 && named.is_none() && rest.len() == item.len();
        if !goes_on {
            tokens.push(Kind::Hole, 0, at..at, false);
        }
        start += named.map_or(0, |n| n + 1);
        let mut i = start.min(end);
        while i < end {
            i = match text.as_bytes()[i] {
                // `\n` is no letter.
                b'\\' => i + 2,
                _ => html::step(text, i, end, Syntax::TEMPLATE, tokens),
            };
            while i < end && !text.is_char_boundary(i) {
                i += 1;
            }
        }
        at = end + 1;
    }
    tokens.push(Kind::Hole, 0, to..to, false);
}

fn mix(kind: u32, a: u32, b: u32) -> u32 {
    let mut hash = kind.wrapping_mul(0x9e37_79b1) ^ a;
    hash = hash.rotate_left(13).wrapping_mul(0x85eb_ca6b) ^ b;
    hash ^ (hash >> 15)
}

/// The key of a literal attribute of an element.
fn attr_key(element: u32, attr: &Attr) -> u32 {
    mix(1, element, mix(2, key(&attr.name), key(&attr.value)))
}

/// The key of a start tag that templates have a part in.
pub fn templated_key(element: u32) -> u32 {
    mix(3, element, 0)
}

/// The key of a start tag without a part of templates.
pub fn literal_key(element: u32) -> u32 {
    mix(4, element, 0)
}

/// The key of a tag that Markdown's marks stand for.
pub fn mark_key(element: u32) -> u32 {
    mix(5, element, 0)
}

/// The key of an end tag.
pub fn close_key(element: u32) -> u32 {
    mix(6, element, 0)
}

/// Whether templates have a part in a tag.
fn is_templated(tag: &Tag) -> bool {
    tag.open_ended || tag.attrs.iter().any(|a| !a.is_literal())
}

/// The keys under which a token of a source is found.
fn source_keys(token: &Token, tokens: &Tokens, add: &mut impl FnMut(u32)) {
    match token.kind {
        Kind::Hole => {}
        Kind::Word => add(token.key),
        Kind::Close if !token.soft => add(close_key(token.key)),
        Kind::Close => {}
        Kind::Open => {
            let tag = tokens.tag(token);
            for attr in tag.attrs.iter().filter(|a| a.is_literal()) {
                add(attr_key(token.key, attr));
            }
            add(match () {
                () if token.soft => mark_key(token.key),
                () if is_templated(tag) => templated_key(token.key),
                () => literal_key(token.key),
            });
        }
    }
}

/// The keys that tell where a token of a page may come from: those of its words and attributes.
pub fn telling_keys(token: &Token, tokens: &Tokens, add: &mut impl FnMut(u32)) {
    match token.kind {
        Kind::Word => add(token.key),
        Kind::Open => {
            for attr in &tokens.tag(token).attrs {
                add(attr_key(token.key, attr));
            }
        }
        Kind::Close | Kind::Hole => {}
    }
}

/// What is kept of a file.
struct Read {
    keys: Vec<u32>,
    outputs: Vec<String>,
    layout: Option<String>,
    document: bool,
    finished: bool,
}

/// Pages built another time, in a folder of any name, are no sources: folders without anything that a generator has to work on. What is
/// beside pages written whole by hand, or has the name of a folder for them, stays.
fn leave_out_built(files: &[SourceFile], read: &mut [Option<Read>]) {
    let parent = |path: &str| path.rfind('/').map_or(0, |n| n + 1);
    let is_work = |file: &SourceFile, read: &Option<Read>| {
        file.writing != Writing::Data
            && !file.path.ends_with("js")
            && read.as_ref().is_some_and(|read| !read.finished)
    };
    let work: HashSet<&str> = files
        .iter()
        .zip(&*read)
        .filter(|(file, read)| is_work(file, read))
        .map(|(file, _)| &file.path[..parent(&file.path)])
        .collect();
    if work.is_empty() {
        return;
    }
    let known = ["static", "public", "src", "content", "pages", "assets"];
    for (file, read) in files.iter().zip(read) {
        let folder = &file.path[..parent(&file.path)];
        let stays = folder.is_empty()
            || file.role == Role::Shared
            || work.contains(folder)
            || folder.split('/').any(|part| known.contains(&part));
        if let Some(read) = read.as_mut().filter(|read| read.finished && !stays) {
            read.keys.clear();
            read.outputs.clear();
        }
    }
}

/// The index of a folder of sources.
#[derive(Debug)]
pub struct Index {
    /// The files.
    pub files: Vec<SourceFile>,
    /// Whether every file that can have a part in pages is there.
    pub whole: bool,
    /// Key and file, sorted.
    postings: Vec<(u32, u32)>,
    /// The file that alone becomes a page.
    owners: HashMap<String, Option<u32>>,
    /// Files that become some page.
    owned: Vec<bool>,
    /// Files that are whole documents, so that a page has one of them at most.
    documents: Vec<bool>,
    /// The layout that a file names.
    layouts: HashMap<u32, String>,
}

impl Index {
    /// Reads every file once.
    pub fn new(root: &Path, found: files::SourceFiles, rules: &Rules) -> Index {
        let mut read: Vec<Option<Read>> = found
            .all
            .par_iter()
            .map(|file| {
                let (loaded, front) = load(root, file)?;
                let mut keys = Vec::new();
                for token in &loaded.tokens.all {
                    source_keys(token, &loaded.tokens, &mut |key| keys.push(key));
                }
                keys.sort_unstable();
                keys.dedup();
                keys.shrink_to_fit();
                let page = file.role == Role::Content && file.writing != Writing::Data;
                let outputs = if page {
                    rules.outputs(&file.path, &front)
                } else {
                    Vec::new()
                };
                let document = file.writing == Writing::Template && loaded.is_document();
                Some(Read {
                    keys,
                    outputs,
                    layout: front.get("layout").map(str::to_owned),
                    document,
                    finished: document && !front.is_there() && loaded.is_finished(),
                })
            })
            .collect();
        leave_out_built(&found.all, &mut read);
        let mut index = Index {
            files: found.all,
            whole: found.whole,
            postings: Vec::with_capacity(read.iter().flatten().map(|read| read.keys.len()).sum()),
            owners: HashMap::new(),
            owned: Vec::new(),
            documents: Vec::new(),
            layouts: HashMap::new(),
        };
        for (file, read) in read.into_iter().enumerate() {
            let Some(read) = read else {
                index.whole = false;
                index.owned.push(false);
                index.documents.push(false);
                continue;
            };
            let file = file as u32;
            index
                .postings
                .extend(read.keys.into_iter().map(|key| (key, file)));
            index.owned.push(!read.outputs.is_empty());
            index.documents.push(read.document);
            if let Some(layout) = read.layout {
                index.layouts.insert(file, layout);
            }
            for page in read.outputs {
                let several = index.owners.contains_key(&page);
                index.owners.insert(page, (!several).then_some(file));
            }
        }
        index.postings.par_sort_unstable();
        index
    }

    /// The files that have a key.
    pub fn files_with(&self, key: u32) -> &[(u32, u32)] {
        let from = self.postings.partition_point(|p| p.0 < key);
        let count = self.postings[from..].partition_point(|p| p.0 == key);
        &self.postings[from..from + count]
    }

    /// The content file of a page.
    pub fn owner(&self, page: &str) -> Option<u32> {
        *self.owners.get(page)?
    }

    /// Whether a file is known to become a page.
    pub fn is_owned(&self, file: u32) -> bool {
        self.owned[file as usize]
    }

    /// Whether a file can have no part in the page of a content file: a layout of Jekyll, a whole document, that is none of those it
    /// names, nor those that these name.
    pub fn is_other_layout(&self, file: u32, owner: u32) -> bool {
        let is_layout = |file: &SourceFile| file.path.starts_with("_layouts/");
        if !self.documents[file as usize] || !is_layout(&self.files[file as usize]) {
            return false;
        }
        // Without a name of its own the layout comes from the configuration.
        let Some(mut name) = self.layouts.get(&owner) else {
            return false;
        };
        for _ in 0..10 {
            if is_named(&self.files[file as usize].path, name) {
                return false;
            }
            let next = self
                .files
                .iter()
                .zip(0..)
                .find(|(f, _)| is_layout(f) && is_named(&f.path, name));
            match next.and_then(|(_, rank)| self.layouts.get(&rank)) {
                Some(next) => name = next,
                None => return true,
            }
        }
        false
    }
}

/// Whether a layout's name, with or without extension, is that of a file.
fn is_named(path: &str, name: &str) -> bool {
    let stem = |path: &str| {
        path.rsplit_once('.')
            .map_or(path.to_owned(), |(stem, _)| stem.to_owned())
    };
    let name = name.trim_start_matches("./");
    let ends = |path: &str| {
        path.strip_suffix(name)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    ends(path) || ends(&stem(path))
}
