//! Where in the sources a change to a page is to be made.

use super::{ByHand, CauseKeys, Change, Clue, HashMap, IN_VAIN, Kind, LineIndex, Made};
use super::{Edit, Needle, Plan, Position, Source, SourceEdit, Span, Why};
use crate::origin::{Literal, Vague};
use crate::source::excerpt;

/// Bytes of a page shown to a search on each side of a place.
const AROUND: usize = 400;
/// Bytes of what is around a change that must be the same wherever it is made.
const ALIKE: usize = 48;
/// Larger changes are left to a person, in bytes.
const LARGEST: usize = 2_000;

/// The page that is looked at.
pub struct Page<'p> {
    pub rank: usize,
    /// From the site's folder.
    pub path: &'p str,
    pub source: &'p Source,
    pub lines: &'p LineIndex,
}

impl Page<'_> {
    fn text(&self) -> &str {
        &self.source.text
    }

    fn old(&self, span: Span) -> &str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// A piece of the page around a place, and where it begins.
    fn window(&self, span: Span) -> (&str, usize) {
        let text = self.text();
        let near = |at: usize| {
            let mut at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let from = near((span.start as usize).saturating_sub(AROUND));
        let to = near(span.end as usize + AROUND);
        (text.get(from..to).unwrap_or_default(), from)
    }
}

impl Plan {
    /// The rank of the change of the sources that stands for one of a page.
    pub(super) fn place(&mut self, page: &Page<'_>, made: &Made) -> Option<usize> {
        let texts = made.edits.iter();
        let texts = texts.map(|e| (page.old(e.span).to_owned(), e.text.clone()));
        let kind: Kind = (made.check, texts.collect());
        if let Some(known) = self.known(page, made, &kind) {
            return Some(known);
        }
        let alike = (kind.clone(), alike(&made.cause));
        if let Some((hand, times)) = self.in_vain.get(&alike)
            && *times >= IN_VAIN
        {
            self.by_hand[*hand].on(page.rank);
            return None;
        }
        match self.look(page, made) {
            Ok(found) => Some(self.change(page, made, kind, found)),
            Err(vague) => {
                let hand = self.leave(page, made, kind, vague);
                let known = self.in_vain.entry(alike).or_insert((hand, 0));
                known.1 += 1;
                None
            }
        }
    }

    /// The change of a file, no page's own, that was found on another page.
    fn known(&self, page: &Page<'_>, made: &Made, kind: &Kind) -> Option<usize> {
        let text = page.text().as_bytes();
        let stands = |edit: &Edit, needle: &Needle| {
            let from = (edit.span.start as usize).checked_sub(needle.lead);
            from.and_then(|from| text.get(from..from + needle.text.len())) == Some(&needle.text)
        };
        let known = self.many.get(kind)?.iter().copied();
        known.into_iter().find(|&rank| {
            let needles = &self.changes[rank].needles;
            made.edits.iter().zip(needles).all(|(e, n)| stands(e, n))
        })
    }

    /// The places of all pieces of a change.
    fn look(&mut self, page: &Page<'_>, made: &Made) -> Result<Vec<(Literal, Needle)>, Vague> {
        let too_large = made.edits.iter().any(|e| e.span.len() as usize > LARGEST);
        if made.edits.is_empty() || too_large {
            return Err(self.somewhere(page, Span::at(made.at)));
        }
        let mut found = Vec::new();
        for edit in &made.edits {
            let (window, from) = page.window(edit.span);
            let target = edit.span.start as usize - from..edit.span.end as usize - from;
            let literal = self.sources.literal(
                &Clue {
                    page: page.path,
                    // Whether it is on this page alone is known when all are through.
                    pages: 2,
                    all: self.all,
                    window,
                    target: target.clone(),
                },
                &edit.text,
            )?;
            let start = literal.same.start.max(target.start.saturating_sub(ALIKE));
            let end = literal.same.end.min(target.end + ALIKE);
            let needle = Needle {
                text: window.as_bytes()[start..end].to_vec(),
                lead: target.start - start,
                len: target.len(),
                new: edit.text.clone(),
            };
            found.push((literal, needle));
        }
        Ok(found)
    }

    /// What is known of a place where several changes meet, or a large one is.
    fn somewhere(&mut self, page: &Page<'_>, span: Span) -> Vague {
        let (window, from) = page.window(span);
        let target = span.start as usize - from..span.end as usize - from;
        let origin = self.sources.locate(&Clue {
            page: page.path,
            pages: 2,
            all: self.all,
            window,
            target,
        });
        origin.map_or(Vague::Unknown, Vague::Otherwise)
    }

    fn change(
        &mut self,
        page: &Page<'_>,
        made: &Made,
        kind: Kind,
        found: Vec<(Literal, Needle)>,
    ) -> usize {
        let edit = |(literal, needle): &(Literal, Needle)| SourceEdit {
            file: literal.file,
            start: literal.span.start,
            end: literal.span.end,
            text: needle.new.clone(),
        };
        let edits: Vec<SourceEdit> = found.iter().map(edit).collect();
        if let Some(&known) = self.by_edits.get(&edits) {
            return known;
        }
        let rank = self.changes.len();
        let first = &found[0].0;
        let shared = found.iter().any(|(literal, _)| literal.shared);
        if found.iter().all(|(literal, _)| !literal.own) {
            self.many.entry(kind.clone()).or_default().push(rank);
        }
        self.changes.push(Change {
            path: first.path.clone(),
            at: first.start,
            shown: shown(page, made),
            kind,
            needles: found.iter().map(|(_, needle)| needle.clone()).collect(),
            edits: edits.clone(),
            shared,
            pages: 0,
            last_page: usize::MAX,
            refused: None,
        });
        self.by_edits.insert(edits, rank);
        rank
    }

    /// Notes a change for a person; its rank.
    fn leave(&mut self, page: &Page<'_>, made: &Made, kind: Kind, vague: Vague) -> usize {
        let (why, origin) = match vague {
            Vague::Unknown => (Why::Unknown, None),
            Vague::Likely(origin) => (Why::Likely, Some(origin)),
            Vague::Otherwise(origin) => (Why::Otherwise, Some(origin)),
            Vague::Foreign(origin) => (Why::Foreign, Some(origin)),
        };
        let (path, at): (String, Position) = match origin {
            Some(origin) => (origin.path, origin.start),
            None => {
                let at = page.lines.position(page.text(), made.at);
                (page.source.path.clone(), at)
            }
        };
        let key = (kind, path.clone(), at.offset);
        let rank = match self.by_place.get(&key) {
            Some(rank) => *rank,
            None => {
                self.by_hand.push(ByHand {
                    check: made.check,
                    path,
                    at,
                    shown: shown(page, made),
                    why,
                    pages: 0,
                    last_page: usize::MAX,
                });
                self.by_place.insert(key, self.by_hand.len() - 1);
                self.by_hand.len() - 1
            }
        };
        self.by_hand[rank].on(page.rank);
        rank
    }
}

impl ByHand {
    fn on(&mut self, page: usize) {
        self.pages += usize::from(self.last_page != page);
        self.last_page = page;
    }
}

/// A change without what it takes away and puts there again.
pub(super) fn least(source: &Source, edit: Edit) -> Edit {
    let old = source.slice(edit.span);
    let same = |(a, b): &(char, char)| a == b;
    let from = old.chars().zip(edit.text.chars()).take_while(same);
    let from: usize = from.map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (&old[from..], &edit.text[from..]);
    let to = old.chars().rev().zip(new.chars().rev()).take_while(same);
    let to: usize = to.map(|(c, _)| c.len_utf8()).sum();
    let span = Span::new(edit.span.start + from as u32, edit.span.end - to as u32);
    Edit::replace(span, &new[..new.len() - to])
}

/// What findings of one cause share, as far as one page shows.
fn alike(cause: &CauseKeys) -> u64 {
    if cause.shared {
        cause.loose
    } else {
        cause.strict
    }
}

/// What is written, and what should be: the tag of the first piece, or a few words.
fn shown(page: &Page<'_>, made: &Made) -> (String, String) {
    let text = page.text();
    let Some(first) = made.edits.iter().min_by_key(|edit| edit.span.start) else {
        return Default::default();
    };
    let near = |edit: &&Edit| edit.span.end < first.span.start + 200;
    let edits: Vec<_> = made.edits.iter().filter(near).cloned().collect();
    let bounds = edits.iter().map(|e| e.span).reduce(Span::to);
    let bounds = bounds.unwrap_or(first.span).range();
    let (before, after) = (
        &text.as_bytes()[..bounds.start],
        &text.as_bytes()[bounds.end..],
    );
    let signs = |b: &u8| matches!(b, b'<' | b'>');
    // Within a tag, all of it.
    let from = before.iter().rev().take(AROUND).position(signs);
    let to = after.iter().take(AROUND).position(signs);
    let tag = from
        .zip(to)
        .map(|(from, to)| (bounds.start - from - 1, bounds.end + to + 1));
    let is_tag = |(from, to): &(usize, usize)| {
        text.as_bytes()[*from] == b'<' && text.as_bytes()[*to - 1] == b'>'
    };
    // Of a text a few words.
    let is_word = |b: &&u8| !matches!(b, b'<' | b'>' | b'\n' | b'\r');
    let near = |bytes: &mut dyn Iterator<Item = &u8>| bytes.take(20).take_while(is_word).count();
    let words = || {
        let old = text.get(bounds.clone()).unwrap_or_default();
        if old.contains(['<', '>']) {
            return (bounds.start, bounds.end);
        }
        let mut from = bounds.start - near(&mut before.iter().rev());
        let mut to = bounds.end + near(&mut after.iter());
        while !text.is_char_boundary(from) {
            from += 1;
        }
        while !text.is_char_boundary(to) {
            to -= 1;
        }
        (from, to)
    };
    let (from, to) = tag.filter(is_tag).unwrap_or_else(words);
    let old = text.get(from..to).unwrap_or_default();
    let moved = |edit: &Edit| {
        let at = |offset: u32| offset - from as u32;
        let span = Span::new(at(edit.span.start), at(edit.span.end));
        Edit::replace(span, edit.text.as_str())
    };
    let new = super::Splices::new(edits.iter().map(moved).collect()).apply(old);
    (excerpt(old), excerpt(&new))
}

/// Changes whose pieces meet in a file: each would undo the other.
pub(super) fn meeting(changes: &[Change]) -> Vec<usize> {
    let mut by_file: HashMap<u32, Vec<(usize, usize, usize)>> = HashMap::new();
    for (rank, change) in changes.iter().enumerate() {
        for edit in &change.edits {
            let all = by_file.entry(edit.file).or_default();
            all.push((edit.start, edit.end, rank));
        }
    }
    let mut met = Vec::new();
    for (_, mut edits) in by_file {
        edits.sort_unstable();
        let mut last: Option<(usize, usize)> = None;
        for (start, end, rank) in edits {
            if let Some((before, other)) = last
                && start <= before
                && other != rank
            {
                met.extend([other, rank]);
            }
            if last.is_none_or(|(before, _)| before <= end) {
                last = Some((end, rank));
            }
        }
    }
    met
}
