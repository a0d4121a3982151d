//! From byte offsets to lines and columns.

use std::cell::{Cell, OnceCell};

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

/// The starts of a text's lines, and landmarks to count columns from: a page of one long line costs no more than another.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Scalar values before each block of [`BLOCK`] bytes; made for a place far into a line.
    landmarks: OnceCell<Vec<u32>>,
    /// The place told last: the next one often is the end of what begins there.
    last: Cell<Position>,
}

/// Bytes between two landmarks.
const BLOCK: usize = 512;

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
        // Lines of so many bytes, on most pages.
        let mut starts = Vec::with_capacity(text.len() / 64 + 1);
        starts.push(0);
        for i in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[i] == b'\r' && bytes.get(i + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(i as u32 + 1);
        }
        LineIndex {
            starts,
            landmarks: OnceCell::new(),
            last: Cell::default(),
        }
    }

    fn landmarks(&self, text: &str) -> &[u32] {
        self.landmarks.get_or_init(|| {
            let mut count = 0;
            let blocks = text.as_bytes().chunks(BLOCK);
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
        let landmarks = self.landmarks(text);
        // The end of the text may begin a block that is not there.
        let block = (at / BLOCK).min(landmarks.len().saturating_sub(1));
        let before = landmarks.get(block).copied().unwrap_or(0);
        before + scalar_values(&text.as_bytes()[block * BLOCK..at])
    }

    /// The position of a byte offset in the text the index was made from. An offset past the end is taken as the end,
    /// one inside a character as its beginning.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let at = floor(text, offset as usize);
        let last = self.last.get();
        let from = last.offset as usize;
        let position = if last.line > 0
            && (from..=from + BLOCK).contains(&at)
            && self
                .starts
                .get(last.line as usize)
                .is_none_or(|&next| at < next as usize)
        {
            Position {
                offset: at as u32,
                line: last.line,
                column: last.column + scalar_values(&text.as_bytes()[from..at]),
            }
        } else {
            self.look_up(text, at)
        };
        self.last.set(position);
        position
    }

    fn look_up(&self, text: &str, at: usize) -> Position {
        let line = self.starts.partition_point(|&s| s as usize <= at);
        let start = self.starts[line - 1] as usize;
        let before = if at - start <= BLOCK {
            scalar_values(&text.as_bytes()[start..at])
        } else {
            self.scalar_values_before(text, at) - self.scalar_values_before(text, start)
        };
        Position {
            offset: at as u32,
            line: line as u32,
            column: before + 1,
        }
    }

    /// Number of lines.
    pub fn count(&self) -> usize {
        self.starts.len()
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
