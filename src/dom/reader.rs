//! What the tokenizer reads: a text, of which the emitter may take parts itself.

use std::cell::Cell;
use std::convert::Infallible;

use html5gum::{Readable, Reader, StringReader};

use super::emitter::TokenEmitter;
use super::scan::find_either;

/// Reads a text from a place that others can move.
pub(super) struct SkipReader<'s, 'c> {
    source: &'s str,
    rest: StringReader<'s>,
    /// Where `rest` begins.
    at: usize,
    cursor: &'c Cell<usize>,
    odd: bool,
}

impl<'s, 'c> SkipReader<'s, 'c> {
    /// From the cursor on.
    pub fn new(source: &'s str, cursor: &'c Cell<usize>) -> SkipReader<'s, 'c> {
        let at = cursor.get();
        SkipReader {
            source,
            rest: source[at..].to_reader(),
            at,
            cursor,
            odd: memchr::memchr2(b'\r', 0, &source.as_bytes()[at..]).is_some(),
        }
    }

    /// Whether there are carriage returns or U+0000 in the text.
    pub fn is_odd(&self) -> bool {
        self.odd
    }

    pub fn source(&self) -> &'s str {
        self.source
    }

    pub fn cursor(&self) -> &'c Cell<usize> {
        self.cursor
    }

    fn follow_cursor(&mut self) {
        let cursor = self.cursor.get();
        if cursor != self.at {
            let rest = self.source.as_bytes().get(cursor..).unwrap_or_default();
            self.rest = rest.to_reader();
            self.at = cursor;
        }
    }

    fn advance(&mut self, n: usize) {
        self.at += n;
        self.cursor.set(self.at);
    }
}

impl Reader for SkipReader<'_, '_> {
    type Error = Infallible;

    #[inline(always)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        self.follow_cursor();
        let Ok(byte) = self.rest.read_byte();
        self.advance(usize::from(byte.is_some()));
        Ok(byte)
    }

    #[inline(always)]
    fn try_read_string(&mut self, s: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        self.follow_cursor();
        let Ok(found) = self.rest.try_read_string(s, case_sensitive);
        self.advance(if found { s.len() } else { 0 });
        Ok(found)
    }

    #[inline(always)]
    fn read_until<'b>(
        &'b mut self,
        needle: &[u8],
        buffer: &'b mut [u8; 4],
    ) -> Result<Option<&'b [u8]>, Infallible> {
        self.follow_cursor();
        let Ok(chunk) = self.rest.read_until(needle, buffer);
        self.at += chunk.map_or(0, <[u8]>::len);
        self.cursor.set(self.at);
        Ok(chunk)
    }
}

impl<'s, R> TokenEmitter<'s, '_, R> {
    /// What the tokenizer is about to read, unless it has read a character that it has yet to look at.
    pub(super) fn unread(&self) -> &'s [u8] {
        let read_ahead = self.cursor.get() != self.position;
        let unread = self.source.as_bytes().get(self.position..);
        let unread = unread.filter(|_| !read_ahead).unwrap_or_default();
        // A line feed after a carriage return is none.
        let crlf = unread.first() == Some(&b'\n')
            && self.source.as_bytes()[..self.position].last() == Some(&b'\r');
        if crlf { &[] } else { unread }
    }

    /// Takes the characters of text that mean nothing to the tokenizer, in whatever state for text it is.
    pub(super) fn skip_text(&mut self) {
        let unread = self.unread();
        let len = self.plain_len(unread, b'<');
        self.add_text(&unread[..len]);
        self.cursor.set(self.position.max(self.cursor.get()));
    }

    /// Takes text that comes next, and reads as it is written.
    pub(super) fn add_text(&mut self, plain: &[u8]) {
        let end = self.position + plain.len();
        if !self.text.lengthen(self.position, plain.len()) {
            self.text.push(self.source, plain, end);
        }
        self.position = end;
    }

    /// The same for a quoted attribute value.
    pub(super) fn skip_value(&mut self) {
        let unread = self.unread();
        if unread.is_empty() {
            return;
        }
        let quote = self.source.as_bytes()[self.position - 1];
        let len = self.plain_len(unread, quote);
        self.attr_value
            .push(self.source, &unread[..len], self.position + len);
        self.position += len;
        self.cursor.set(self.position);
    }

    /// How many bytes come before this one, a character reference, a carriage return or a U+0000.
    pub(super) fn plain_len(&self, bytes: &[u8], stop: u8) -> usize {
        if !self.odd {
            return find_either(stop, b'&', bytes).unwrap_or(bytes.len());
        }
        let plain = memchr::memchr3(stop, b'&', b'\r', bytes).map_or(bytes, |at| &bytes[..at]);
        memchr::memchr(0, plain).unwrap_or(plain.len())
    }
}
