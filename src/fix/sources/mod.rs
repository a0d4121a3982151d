//! Changes to pages, made in the sources that the pages are built of instead.
//!
//! A change is made in a source only where that is certain: the origin of each of its pieces is, the very letters stand there, and on
//! every page of the site where the same letters stand the same change was tried and kept. What is left is for a person to do by hand.

mod place;
mod verify;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::time::SystemTime;

use super::{Made, Mended, Splices};
use crate::check::Edit;
use crate::origin::{Clue, Sources};
use crate::report::CauseKeys;
use crate::source::{LineIndex, Position, Source, Span};

/// Changes alike that were looked up in vain, past which no more are: they are told with those.
const IN_VAIN: usize = 3;

/// The changes to the sources of one site.
#[derive(Debug)]
pub struct Plan {
    sources: Sources,
    /// Pages of the site.
    all: usize,
    pages: Vec<PageChanges>,
    changes: Vec<Change>,
    by_edits: HashMap<Vec<SourceEdit>, usize>,
    /// Of files that are no page's own, by what is changed.
    many: HashMap<Kind, Vec<usize>>,
    by_hand: Vec<ByHand>,
    by_place: HashMap<(Kind, String, u32), usize>,
    in_vain: HashMap<(Kind, u64), (usize, usize)>,
}

/// The check, and what is taken away and put there.
type Kind = (&'static str, Vec<(String, String)>);

/// What was changed on a page.
#[derive(Debug)]
struct PageChanges {
    /// Its rank among the pages of the run.
    rank: usize,
    /// Each with its rank in [`Plan::changes`].
    made: Vec<(Made, Option<usize>)>,
}

/// A piece of a file to change.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SourceEdit {
    file: u32,
    start: usize,
    end: usize,
    text: String,
}

/// What stands around a piece that is changed, in pages and in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Needle {
    text: Vec<u8>,
    /// Bytes of it before the piece.
    lead: usize,
    /// Bytes of the piece.
    len: usize,
    /// What is put there.
    new: String,
}

/// A change to a source.
#[derive(Debug)]
struct Change {
    kind: Kind,
    edits: Vec<SourceEdit>,
    needles: Vec<Needle>,
    /// Where it begins.
    path: String,
    at: Position,
    /// What is written there, and what comes.
    shown: (String, String),
    shared: bool,
    pages: usize,
    last_page: usize,
    refused: Option<Why>,
}

/// Why a change is left to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The place in the sources is not known.
    Unknown,
    /// It is not certain.
    Likely,
    /// It is written otherwise there: by a template, in Markdown.
    Otherwise,
    /// What is to be written would be taken for something else there.
    Foreign,
    /// The same is elsewhere in the pages, where it is not to be changed.
    Elsewhere,
    /// Pages need different changes at this place.
    Different,
    /// It does good only with others.
    Alone,
    /// The file is not in UTF-8, or has changed.
    Unwritable,
}

/// A change for a person to make.
#[derive(Clone, Debug)]
pub struct ByHand {
    /// The check that asks for it.
    pub check: &'static str,
    /// The file of the sources, or the page where that is not known.
    pub path: String,
    /// Where.
    pub at: Position,
    /// What is written in the page, and what should be; empty when several changes meet there.
    pub shown: (String, String),
    /// Why it is left.
    pub why: Why,
    /// Pages that need it.
    pub pages: usize,
    last_page: usize,
}

/// A file of the sources with its changes.
#[derive(Debug)]
pub struct Changed {
    /// As it is shown.
    pub path: String,
    /// Where it is.
    pub file: PathBuf,
    /// What is in it.
    pub old: String,
    /// What should be.
    pub new: String,
    /// How many changes that is.
    pub changes: usize,
}

/// What a plan comes to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The files to write, by path.
    pub files: Vec<Changed>,
    /// What is left, by path and place.
    pub by_hand: Vec<ByHand>,
    /// Changes to the sources.
    pub changes: usize,
    /// Pages that they mend.
    pub pages: usize,
    /// When a file of the sources was last written.
    pub newest: Option<SystemTime>,
}

impl Plan {
    /// For the sources of a site of so many pages.
    pub fn new(sources: Sources, all: usize) -> Plan {
        Plan {
            sources,
            all,
            pages: Vec::new(),
            changes: Vec::new(),
            by_edits: HashMap::new(),
            many: HashMap::new(),
            by_hand: Vec::new(),
            by_place: HashMap::new(),
            in_vain: HashMap::new(),
        }
    }

    /// Looks up the changes to a page. `rank`: among the pages of the run, in order; `path`: from the site's folder, `/` separators.
    pub fn add(&mut self, rank: usize, path: &str, mended: Mended) {
        let lines = LineIndex::new(&mended.source.text);
        let page = place::Page {
            rank,
            path,
            source: &mended.source,
            lines: &lines,
        };
        let placed = mended.made.into_iter().map(|mut made| {
            let edits = made.edits.into_iter();
            made.edits = edits.map(|e| place::least(&mended.source, e)).collect();
            let change = self.place(&page, &made);
            if let Some(change) = change {
                let change = &mut self.changes[change];
                change.pages += usize::from(change.last_page != rank);
                change.last_page = rank;
            }
            (made, change)
        });
        let made: Vec<_> = placed.collect();
        if !made.is_empty() {
            self.pages.push(PageChanges { rank, made });
        }
    }

    /// Whether there is anything to verify.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    fn refuse(&mut self, change: usize, why: Why) {
        self.changes[change].refused.get_or_insert(why);
    }

    /// The files as they should be, and what is left.
    pub fn conclude(mut self) -> Outcome {
        let mut by_file: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (rank, change) in self.changes.iter().enumerate() {
            if change.refused.is_none() {
                for edit in &change.edits {
                    let of_file = by_file.entry(edit.file).or_default();
                    if of_file.last() != Some(&rank) {
                        of_file.push(rank);
                    }
                }
            }
        }
        let mut outcome = Outcome::default();
        for (file, changes) in by_file {
            let Some((path, old)) = self.sources.text(file) else {
                continue;
            };
            let edits = changes.iter().flat_map(|&rank| &self.changes[rank].edits);
            let edits = edits.filter(|edit| edit.file == file).map(|edit| {
                let span = Span::new(edit.start as u32, edit.end as u32);
                Edit::replace(span, edit.text.as_str())
            });
            outcome.files.push(Changed {
                path: self.sources.shown(file),
                new: Splices::new(edits.collect()).apply(&old),
                file: path,
                old,
                changes: changes.len(),
            });
        }
        outcome.files.sort_by(|a, b| a.path.cmp(&b.path));
        let kept = |change: &Option<usize>| {
            change.is_some_and(|change| self.changes[change].refused.is_none())
        };
        outcome.newest = self.sources.newest();
        let mended = self
            .pages
            .iter()
            .filter(|page| page.made.iter().any(|m| kept(&m.1)));
        outcome.pages = mended.count();
        outcome.changes = self.changes.iter().filter(|c| c.refused.is_none()).count();
        // What is likely to come from a place that is changed for other pages is mended there.
        let kept = self.changes.iter().filter(|c| c.refused.is_none());
        let made: HashSet<(&str, u32, &str, &str)> = kept
            .map(|c| (&*c.path, c.at.line, c.kind.0, &*c.shown.1))
            .collect();
        let is_made =
            |hand: &ByHand| made.contains(&(&*hand.path, hand.at.line, hand.check, &*hand.shown.1));
        outcome.by_hand = self.by_hand;
        outcome.by_hand.retain(|hand| !is_made(hand));
        let left = self.changes.into_iter().filter_map(|change| {
            Some(ByHand {
                check: change.kind.0,
                path: change.path,
                at: change.at,
                shown: change.shown,
                why: change.refused?,
                pages: change.pages,
                last_page: change.last_page,
            })
        });
        outcome.by_hand.extend(left);
        outcome.by_hand.sort_by(|a, b| {
            let key = |h: &ByHand| (h.at.offset, h.check, h.shown.clone());
            a.path.cmp(&b.path).then_with(|| key(a).cmp(&key(b)))
        });
        outcome
    }
}
