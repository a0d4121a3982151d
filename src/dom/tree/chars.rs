//! Characters on their way into the tree, which know where they are written.

use crate::dom::run::{Piece, Run};
use crate::dom::text::Segment;
use crate::source::Span;

/// The characters of a token, or some of them.
#[derive(Clone, Copy, Debug)]
pub(in crate::dom) struct Chars<'a> {
    pub text: &'a str,
    origin: Origin<'a>,
}

#[derive(Clone, Copy, Debug)]
enum Origin<'a> {
    /// All as they read, from this offset on.
    Written(u32),
    /// In these pieces; the text begins at this byte of what they decode to.
    Pieces(&'a [Piece], u32),
}

impl<'a> Chars<'a> {
    /// All of a run, of which this is the text.
    pub fn of(run: &'a Run, text: &'a str) -> Chars<'a> {
        let origin = match run.is_plain() {
            true => Origin::Written(run.start() as u32),
            false => Origin::Pieces(run.pieces(), 0),
        };
        Chars { text, origin }
    }

    /// U+FFFD in the place of a U+0000.
    pub fn replacement(piece: &'a [Piece; 1]) -> Chars<'a> {
        Chars {
            text: "\u{fffd}",
            origin: Origin::Pieces(piece, 0),
        }
    }

    pub fn is_empty(self) -> bool {
        self.text.is_empty()
    }

    /// Without the first `n` bytes.
    pub fn skip(self, n: usize) -> Chars<'a> {
        Chars {
            text: &self.text[n..],
            origin: match self.origin {
                Origin::Written(at) => Origin::Written(at + n as u32),
                Origin::Pieces(pieces, decoded) => Origin::Pieces(pieces, decoded + n as u32),
            },
        }
    }

    /// The first `n` bytes alone.
    pub fn take(self, n: usize) -> Chars<'a> {
        Chars {
            text: &self.text[..n],
            ..self
        }
    }

    /// The white space it begins with, and the rest.
    pub fn split_blank(self) -> (Chars<'a>, Chars<'a>) {
        let blank = self.text.len() - self.text.trim_ascii_start().len();
        (self.take(blank), self.skip(blank))
    }

    pub fn is_blank(self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_whitespace())
    }

    /// The place of all if it is written as it reads.
    #[inline(always)]
    pub fn written(self) -> Option<Span> {
        match self.origin {
            Origin::Written(at) => Some(Span::new(at, at + self.text.len() as u32)),
            Origin::Pieces(..) => None,
        }
    }

    /// The places, in order.
    pub fn segments(self) -> impl Iterator<Item = Segment> + use<'a> {
        let len = self.text.len() as u32;
        let whole = self.written().map(|source| Segment {
            node_offset: 0,
            source,
            verbatim: true,
        });
        let (pieces, decoded) = match self.origin {
            Origin::Written(_) => (&[][..], 0),
            Origin::Pieces(pieces, decoded) => (reached(pieces, decoded, len), decoded),
        };
        let of_pieces = pieces.iter().enumerate();
        let of_pieces = of_pieces.map(move |(i, piece)| {
            let from = decoded.max(piece.decoded);
            let next = pieces.get(i + 1).map_or(u32::MAX, |p| p.decoded);
            let source = if piece.verbatim {
                let start = piece.source.start + (from - piece.decoded);
                Span::new(start, start + (next.min(decoded + len) - from))
            } else {
                piece.source
            };
            Segment {
                node_offset: from - decoded,
                source,
                verbatim: piece.verbatim,
            }
        });
        whole.into_iter().chain(of_pieces)
    }

    /// The place of all.
    pub fn span(self) -> Span {
        let places = self.segments().map(|s| s.source);
        places.reduce(Span::to).unwrap_or_default()
    }
}

/// The pieces that so many bytes of what they decode to are in, from this one on.
fn reached(pieces: &[Piece], decoded: u32, len: u32) -> &[Piece] {
    let first = pieces.partition_point(|p| p.decoded <= decoded).max(1) - 1;
    let past = pieces.partition_point(|p| p.decoded < decoded + len);
    pieces.get(first..past).unwrap_or_default()
}

/// Characters that wait in a table for the token after them.
#[derive(Debug)]
pub(super) enum Waiting {
    Written(Span),
    Pieces(Box<str>, Box<[Piece]>, u32),
}

impl Waiting {
    pub fn new(chars: Chars<'_>) -> Waiting {
        match chars.origin {
            Origin::Written(at) => Waiting::Written(Span::new(at, at + chars.text.len() as u32)),
            Origin::Pieces(pieces, decoded) => {
                let own = reached(pieces, decoded, chars.text.len() as u32);
                Waiting::Pieces(chars.text.into(), own.into(), decoded)
            }
        }
    }

    pub fn chars<'a>(&'a self, source: &'a str) -> Chars<'a> {
        match self {
            Waiting::Written(span) => Chars {
                text: &source[span.range()],
                origin: Origin::Written(span.start),
            },
            Waiting::Pieces(text, pieces, decoded) => Chars {
                text,
                origin: Origin::Pieces(pieces, *decoded),
            },
        }
    }
}
