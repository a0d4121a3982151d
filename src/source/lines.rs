//! From byte offsets to lines and columns.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::floor;

/// A place as people and editors know it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
pub struct Position {
    /// UTF-8 bytes from 0.
    pub offset: u32,
    /// Lines from 1. LF, CRLF and CR each end a line (HTML Standard, newline normalisation).
    pub line: u32,
    /// Unicode scalar values from 1.
    pub column: u32,
}

/// Landmarks to count lines and columns from: nothing is kept of each line, and a page of one long line costs no more than another.
#[derive(Debug)]
pub struct LineIndex {
    /// Of each block of [`BLOCK`] bytes.
    lines: Vec<Landmark>,
    /// The text has carriage returns.
    carriage_returns: bool,
    /// Scalar values before each block of [`COLUMNS`] bytes; made for a place far into a line.
    columns: OnceCell<Vec<u32>>,
    /// The place told last: the next one often is the end of what begins there.
    last: Cell<Position>,
}

/// What is known where a block begins.
#[derive(Clone, Copy, Debug)]
struct Landmark {
    /// Lines that end before.
    ended: u32,
    /// Where the line begins that it is in.
    line: u32,
}

/// Bytes between two landmarks of lines.
const BLOCK: usize = 2048;

/// Bytes between two landmarks of columns.
const COLUMNS: usize = 512;

/// Scalar values that begin in these bytes of a text.
fn scalar_values(bytes: &[u8]) -> u32 {
    // Continuation bytes are 0b10xx_xxxx. Sums of a byte, for the compiler to make vectors of.
    let begins = |&b: &u8| u8::from(b & 0xc0 != 0x80);
    let chunks = bytes.chunks(255);
    chunks
        .map(|chunk| u32::from(chunk.iter().map(begins).sum::<u8>()))
        .sum()
}

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut index = LineIndex {
            lines: Vec::with_capacity(bytes.len() / BLOCK + 1),
            carriage_returns: memchr::memchr(b'\r', bytes).is_some(),
            columns: OnceCell::new(),
            last: Cell::default(),
        };
        let mut next = Landmark { ended: 0, line: 0 };
        for start in (0..=bytes.len()).step_by(BLOCK) {
            index.lines.push(next);
            next = index.after(bytes, next, start..bytes.len().min(start + BLOCK));
        }
        index
    }

    /// What is known after these bytes of a text, where this is known before.
    fn after(&self, bytes: &[u8], before: Landmark, range: Range<usize>) -> Landmark {
        let Range { start, end } = range;
        let part = &bytes[start..end];
        let (ended, last) = match self.carriage_returns {
            false => {
                let last = memchr::memrchr(b'\n', part);
                (memchr::memchr_iter(b'\n', part).count(), last)
            }
            true => {
                // CRLF ends a line once.
                let found = memchr::memchr2_iter(b'\n', b'\r', part)
                    .filter(|at| part[*at] == b'\n' || bytes.get(start + at + 1) != Some(&b'\n'));
                found.fold((0, None), |(ended, _), at| (ended + 1, Some(at)))
            }
        };
        Landmark {
            ended: before.ended + ended as u32,
            line: last.map_or(before.line, |at| (start + at + 1) as u32),
        }
    }

    fn columns(&self, text: &str) -> &[u32] {
        self.columns.get_or_init(|| {
            let mut count = 0;
            let blocks = text.as_bytes().chunks(COLUMNS);
            let before = blocks.map(|block| {
                let before = count;
                count += scalar_values(block);
                before
            });
            before.collect()
        })
    }

    /// Scalar values before an offset of the text.
    fn scalar_values_before(&self, text: &str, at: usize) -> u32 {
        let columns = self.columns(text);
        // The end of the text may begin a block that is not there.
        let block = (at / COLUMNS).min(columns.len().saturating_sub(1));
        let before = columns.get(block).copied().unwrap_or(0);
        before + scalar_values(&text.as_bytes()[block * COLUMNS..at])
    }

    /// The position of a byte offset in the text the index was made from. An offset past the end is taken as the end,
    /// one inside a character as its beginning.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let at = floor(text, offset as usize);
        let last = self.last.get();
        let from = last.offset as usize;
        let between = text.as_bytes().get(from..at);
        let between = between.filter(|b| last.line > 0 && b.len() <= COLUMNS);
        let same_line = between.filter(|b| memchr::memchr2(b'\n', b'\r', b).is_none());
        let position = match same_line {
            Some(between) => Position {
                offset: at as u32,
                line: last.line,
                column: last.column + scalar_values(between),
            },
            None => self.look_up(text, at),
        };
        self.last.set(position);
        position
    }

    fn look_up(&self, text: &str, at: usize) -> Position {
        let block = at / BLOCK;
        let here = self.after(text.as_bytes(), self.lines[block], block * BLOCK..at);
        let start = here.line as usize;
        let before = if at - start <= COLUMNS {
            scalar_values(&text.as_bytes()[start..at])
        } else {
            self.scalar_values_before(text, at) - self.scalar_values_before(text, start)
        };
        Position {
            offset: at as u32,
            line: here.ended + 1,
            column: before + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_newline_counts_once() {
        let text = "a\r\né\rb\nc";
        let index = LineIndex::new(text);
        let at = |c: char| index.position(text, text.find(c).unwrap() as u32);
        assert_eq!((at('a').line, at('a').column), (1, 1));
        assert_eq!((at('é').line, at('é').column), (2, 1));
        assert_eq!((at('b').line, at('b').column), (3, 1));
        assert_eq!((at('c').line, at('c').column), (4, 1));
        assert_eq!(index.position(text, 999).line, 4);
    }

    #[test]
    fn columns_far_into_a_long_line() {
        let text = format!("début\n{}<p>", "aé€𝄞".repeat(5_000));
        let index = LineIndex::new(&text);
        for at in [0, 6, 4095, 4096, 4097, 20_000, text.len() - 3, text.len()] {
            let mut start = at;
            while !text.is_char_boundary(start) {
                start -= 1;
            }
            let line = text[..start].rfind('\n').map_or(0, |n| n + 1);
            let column = text[line..start].chars().count() as u32 + 1;
            assert_eq!(index.position(&text, at as u32).column, column, "{at}");
            // From the place before, and as if it were the first.
            let alone = LineIndex::new(&text).position(&text, at as u32);
            assert_eq!(index.position(&text, at as u32), alone);
        }
        assert_eq!(LineIndex::new("").position("", 0).column, 1);
    }

    #[test]
    fn columns_count_scalar_values() {
        let text = "éé<p>";
        assert_eq!(LineIndex::new(text).position(text, 4).column, 3);
    }
}
