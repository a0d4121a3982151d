//! A flat string being put together: words from many places, white space collapsed.

use std::borrow::Cow;

/// AccName 1.2 4.3.1 «Flat string», trimmed. Borrows as long as one piece of text is all there is.
#[derive(Debug)]
pub(super) struct Flat<'a> {
    text: Cow<'a, str>,
    /// White space came after the last word.
    gap: bool,
}

impl Default for Flat<'_> {
    fn default() -> Self {
        Flat {
            text: Cow::Borrowed(""),
            gap: false,
        }
    }
}

impl<'a> Flat<'a> {
    /// Bytes so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Bytes that were copied rather than borrowed.
    pub fn copied(&self) -> usize {
        match &self.text {
            Cow::Borrowed(_) => 0,
            Cow::Owned(text) => text.len(),
        }
    }

    /// What comes next is apart from what came before.
    pub fn space(&mut self) {
        self.gap = true;
    }

    /// Adds text as it is written.
    pub fn push(&mut self, text: &'a str) {
        let words = text.trim_ascii_start();
        self.gap |= words.len() < text.len();
        let words = words.trim_ascii_end();
        if words.is_empty() {
            return;
        }
        if self.text.is_empty() && is_flat(words) {
            self.text = Cow::Borrowed(words);
        } else {
            self.append(words);
        }
        self.gap = text.ends_with(|c: char| c.is_ascii_whitespace());
    }

    /// [`Flat::push`] for text that is not the page's own, set apart from what is around.
    pub fn push_copy(&mut self, text: &str) {
        self.gap = true;
        let words = text.trim_ascii();
        if !words.is_empty() {
            self.append(words);
        }
        self.gap = true;
    }

    fn append(&mut self, words: &str) {
        let gap = self.gap && !self.text.is_empty();
        let all = self.text.to_mut();
        if gap {
            all.push(' ');
        }
        let mut words = words.split_ascii_whitespace();
        all.extend(words.next());
        for word in words {
            all.push(' ');
            all.push_str(word);
        }
    }

    /// The string.
    pub fn finish(self) -> Cow<'a, str> {
        self.text
    }
}

/// Whether single spaces are all the white space there is inside.
fn is_flat(words: &str) -> bool {
    let bytes = words.as_bytes();
    !bytes.iter().enumerate().any(|(i, &b)| {
        matches!(b, b'\t' | b'\n' | b'\x0c' | b'\r') || b == b' ' && bytes.get(i + 1) == Some(&b' ')
    })
}

/// White space collapsed and trimmed.
pub(super) fn flat(text: &str) -> Cow<'_, str> {
    let mut out = Flat::default();
    out.push(text);
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_piece_is_borrowed() {
        for (written, read) in [
            ("", ""),
            (" \n ", ""),
            ("a b", "a b"),
            ("\n  a b\t", "a b"),
            ("\u{a0}a", "\u{a0}a"),
        ] {
            let text = flat(written);
            assert_eq!(text, read);
            assert!(matches!(text, Cow::Borrowed(_)), "{written:?}");
        }
        assert_eq!(flat("a  b\nc"), "a b c");
    }

    #[test]
    fn pieces_join_as_written() {
        let join = |pieces: &[&str]| {
            let mut out = Flat::default();
            for piece in pieces {
                match *piece {
                    "|" => out.space(),
                    piece => out.push(piece),
                }
            }
            out.finish().into_owned()
        };
        assert_eq!(join(&["a", "b"]), "ab");
        assert_eq!(join(&["a ", "b"]), "a b");
        assert_eq!(join(&["a", " b"]), "a b");
        assert_eq!(join(&["a ", " ", " b"]), "a b");
        assert_eq!(join(&["a", " ", "b"]), "a b");
        assert_eq!(join(&["|", "a", "|", "|", "b", "|"]), "a b");
        assert_eq!(join(&[" ", "a\nb", "c"]), "a bc");
        assert_eq!(join(&["a", "", "b"]), "ab");
    }
}
