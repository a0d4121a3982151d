//! Character tokens on their way into the tree: which part of which one became a text node.

use std::collections::VecDeque;

use html5ever::tendril::StrTendril;

use super::run::Piece;
use super::text::Segment;
use crate::source::Span;

/// Where the characters of a token are written.
#[derive(Clone, Copy, Debug)]
pub(super) enum TextOrigin {
    /// All as they read, from this offset on.
    Plain(u32),
    /// In the pieces from `first` to `end` (see [`PendingText::add_pieces`]); the token's text begins at this byte of
    /// what they decode to.
    Pieces { first: u32, end: u32, decoded: u32 },
}

impl TextOrigin {
    /// The origin of the text without its first `n` bytes.
    pub fn skip(self, n: u32) -> TextOrigin {
        match self {
            TextOrigin::Plain(at) => TextOrigin::Plain(at + n),
            TextOrigin::Pieces {
                first,
                end,
                decoded,
            } => TextOrigin::Pieces {
                first,
                end,
                decoded: decoded + n,
            },
        }
    }
}

#[derive(Debug)]
struct Waiting {
    rest: StrTendril,
    origin: TextOrigin,
}

/// Characters given to the tree builder and not yet placed: in tables they wait for the token after them.
#[derive(Debug, Default)]
pub(super) struct PendingText {
    queue: VecDeque<Waiting>,
    pieces: Vec<Piece>,
}

impl PendingText {
    /// Keeps the pieces of a text token that is not plain. Returns their range.
    pub fn add_pieces(&mut self, pieces: &[Piece]) -> (u32, u32) {
        let first = self.pieces.len() as u32;
        self.pieces.extend(pieces);
        (first, self.pieces.len() as u32)
    }

    pub fn announce(&mut self, text: &StrTendril, origin: TextOrigin) {
        self.queue.push_back(Waiting {
            rest: text.clone(),
            origin,
        });
    }

    /// Announces a U+0000, which foreign content takes as U+FFFD.
    pub fn announce_null(&mut self, origin: TextOrigin) {
        let mut place = Span::default();
        self.segments(origin, 1, |segment| place = segment.source);
        let (first, end) = self.add_pieces(&[Piece {
            decoded: 0,
            source: place,
            verbatim: false,
        }]);
        let origin = TextOrigin::Pieces {
            first,
            end,
            decoded: 0,
        };
        self.announce(&StrTendril::from_char('\u{fffd}'), origin);
    }

    /// Forgets what was announced last, if it has not found its place.
    pub fn withdraw(&mut self, waiting_before: usize) {
        self.queue.truncate(waiting_before);
    }

    /// How many tokens wait.
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    pub fn clear(&mut self) {
        self.queue.clear();
        self.pieces.clear();
    }

    /// The place of all that waits.
    pub fn span(&self) -> Span {
        let mut span: Option<Span> = None;
        for waiting in &self.queue {
            self.segments(waiting.origin, waiting.rest.len32(), |s| {
                span = Some(span.map_or(s.source, |all| all.to(s.source)));
            });
        }
        span.unwrap_or_default()
    }

    /// Finds where text that arrives in the tree is written: tokens arrive in order, the tree builder only ever drops
    /// characters (whitespace, U+0000), never reorders them.
    pub fn locate(&mut self, text: &StrTendril, mut found: impl FnMut(Segment)) {
        let alone = self.queue.len() == 1;
        while let Some(front) = self.queue.front_mut() {
            let (all, part) = (front.rest.len32(), text.len32());
            // The first newline of a `pre` is the only character dropped out of a run of whitespace.
            let at = if all == part && (alone || front.rest == *text) {
                Some(0)
            } else if all == part + 1 && front.rest.ends_with(&**text) {
                Some(1)
            } else {
                front.rest.find(&**text).map(|at| at as u32)
            };
            let Some(at) = at else {
                self.queue.pop_front();
                continue;
            };
            let origin = front.origin.skip(at);
            if at + part == all {
                self.queue.pop_front();
            } else {
                front.rest.pop_front(at + part);
                front.origin = origin.skip(part);
            }
            self.segments(origin, part, &mut found);
            return;
        }
    }

    /// The places of `len` bytes of a token's text.
    fn segments(&self, origin: TextOrigin, len: u32, mut found: impl FnMut(Segment)) {
        let (first, end, decoded) = match origin {
            TextOrigin::Plain(at) => {
                found(Segment {
                    node_offset: 0,
                    source: Span::new(at, at + len),
                    verbatim: true,
                });
                return;
            }
            TextOrigin::Pieces {
                first,
                end,
                decoded,
            } => (first as usize, end as usize, decoded),
        };
        let pieces = &self.pieces[first..end];
        let mut i = pieces.partition_point(|p| p.decoded <= decoded).max(1) - 1;
        while let Some(piece) = pieces.get(i)
            && piece.decoded < decoded + len
        {
            let from = decoded.max(piece.decoded);
            let next = pieces.get(i + 1).map_or(u32::MAX, |p| p.decoded);
            let source = if piece.verbatim {
                let start = piece.source.start + (from - piece.decoded);
                Span::new(start, start + (next.min(decoded + len) - from))
            } else {
                piece.source
            };
            found(Segment {
                node_offset: from - decoded,
                source,
                verbatim: piece.verbatim,
            });
            i += 1;
        }
    }
}
