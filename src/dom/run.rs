//! Characters the tokenizer is collecting, and where each of them is written.

use std::borrow::Cow;

use crate::source::Span;

/// A part of a decoded text that comes from one place of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it begins in the decoded text, in bytes.
    pub decoded: u32,
    /// Its place in the source.
    pub source: Span,
    /// Written as it reads: its bytes map one to one. If not, the whole place stands for the whole piece (a character
    /// reference, a carriage return).
    pub verbatim: bool,
}

/// Text, attribute value, name or comment in the making. As long as everything in it is written as it reads, it is
/// only a range of the source.
#[derive(Debug)]
pub(super) struct Run {
    /// Where the first byte is written.
    start: usize,
    /// Where the last byte is written, plus one.
    end: usize,
    /// Where what comes next should be written.
    next: usize,
    empty: bool,
    plain: bool,
    /// The decoded text and its pieces, when it is not plain.
    text: Vec<u8>,
    pieces: Vec<Piece>,
}

impl Run {
    pub const fn new() -> Run {
        Run {
            start: 0,
            end: 0,
            next: 0,
            empty: true,
            plain: true,
            text: Vec::new(),
            pieces: Vec::new(),
        }
    }

    /// Empties it; what comes first should be written at this offset.
    pub fn begin(&mut self, at: usize) {
        self.start = at;
        self.end = at;
        self.next = at;
        self.empty = true;
        if !self.plain {
            self.plain = true;
            self.text.clear();
            self.pieces.clear();
        }
    }

    /// What comes next is written at this offset.
    pub fn expect(&mut self, at: usize) {
        self.next = at;
        if self.empty {
            self.start = at;
            self.end = at;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.empty
    }

    /// Offset of the first byte.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Offset after the last byte.
    pub fn end(&self) -> usize {
        self.end
    }

    /// Offset of what comes next.
    pub fn next(&self) -> usize {
        self.next
    }

    /// Its place, from the first byte to the last.
    pub fn span(&self) -> Span {
        Span::new(self.start as u32, self.end as u32)
    }

    /// Whether it is written as it reads, in one piece.
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// The pieces of a run that is not plain.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The decoded text.
    pub fn text<'a>(&'a self, source: &'a str) -> Cow<'a, str> {
        let plain = source.get(self.start..self.end);
        match plain.filter(|_| self.plain) {
            Some(text) => Cow::Borrowed(text),
            // Much faster than to look for errors.
            None => match str::from_utf8(&self.text) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => String::from_utf8_lossy(&self.text),
            },
        }
    }

    /// Adds so many bytes that are written at this offset, and read so, if they come right after what is written as it reads.
    /// Whether they do.
    #[inline(always)]
    pub fn lengthen(&mut self, at: usize, len: usize) -> bool {
        let fits = self.plain && self.next == at && self.end == at;
        if fits {
            self.end += len;
            self.next = self.end;
            self.empty &= len == 0;
        }
        fits
    }

    /// Adds decoded bytes. `position` is how far the tokenizer has read; it may be past what made these bytes, never
    /// before it.
    pub fn push(&mut self, source: &str, bytes: &[u8], position: usize) {
        let written = source.as_bytes();
        let end = self.next + bytes.len();
        // Mostly the tokenizer gives the very bytes of the source.
        let same = std::ptr::eq(bytes.as_ptr(), written.as_ptr().wrapping_add(self.next));
        if same && self.plain && self.next == self.end && end <= written.len() {
            self.end = end;
            self.next = end;
            self.empty &= bytes.is_empty();
            return;
        }
        // A bare `&` is emitted before anything else is read; else it is the value of a reference, which begins with
        // `&` too.
        let verbatim = end <= position
            && (end == position || bytes.first() != Some(&b'&'))
            && (same || written.get(self.next..end) == Some(bytes));
        if verbatim && self.plain && self.next == self.end {
            self.end = end;
            self.next = end;
            self.empty &= bytes.is_empty();
        } else if !bytes.is_empty() {
            self.push_piece(written, bytes, position, verbatim);
        }
    }

    #[cold]
    fn push_piece(&mut self, written: &[u8], bytes: &[u8], position: usize, verbatim: bool) {
        // Between two pieces there may be what makes no text: `<![CDATA[`, `]]>`, `</>`. A bogus comment begins with a
        // character read before.
        let tail = position.saturating_sub(bytes.len());
        let gap = tail > self.next && written.get(self.next) != Some(&b'&');
        let aside = !verbatim
            && (gap || (self.empty && tail < self.next))
            && written.get(tail..position) == Some(bytes);
        if aside {
            self.next = tail;
        }
        let verbatim = verbatim || aside;
        if std::mem::take(&mut self.empty) {
            self.start = self.next;
            self.plain = verbatim;
        } else if self.plain {
            self.plain = false;
            self.text.extend(&written[self.start..self.end]);
            self.pieces.push(Piece {
                decoded: 0,
                source: self.span(),
                verbatim: true,
            });
        }
        let start = self.next;
        self.end = if verbatim {
            start + bytes.len()
        } else if bytes == b"\n" && written.get(position - 1..=position) == Some(b"\r\n") {
            // A carriage return and the line feed after it are one newline.
            position + 1
        } else {
            position
        };
        self.next = self.end;
        if self.plain {
            return;
        }
        let source = Span::new(start as u32, self.end as u32);
        match self.pieces.last_mut() {
            Some(last) if verbatim && last.verbatim && last.source.end == source.start => {
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece {
                decoded: self.text.len() as u32,
                source,
                verbatim,
            }),
        }
        self.text.extend(bytes);
    }
}
