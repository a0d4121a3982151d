//! Where a page comes from: its bytes, its decoded text, and places in it.
//!
//! Imports nothing else of the crate.

mod decode;
mod excerpt;
mod lines;
mod prescan;
mod span;

pub use decode::EncodingSource;
pub use excerpt::excerpt;
pub use lines::{LineIndex, Position};
pub use span::Span;

/// One page's text, with what is needed to say where things are in it.
#[derive(Clone, Debug)]
pub struct Source {
    /// How the user knows the page: a path relative to the audited root, with `/` separators.
    pub path: String,
    /// The size of the page as read, in bytes.
    pub byte_len: usize,
    /// The decoded text. Every [`Span`] is in UTF-8 bytes of this text.
    pub text: String,
    /// The name of the encoding the text was decoded from (Encoding Standard, e.g. `UTF-8`).
    pub encoding: &'static str,
    /// How that encoding was found.
    pub encoding_source: EncodingSource,
    /// Whether decoding met byte sequences that the encoding does not allow.
    pub malformed: bool,
}

impl Source {
    /// A source from text that is UTF-8 already.
    pub fn from_text(path: impl Into<String>, text: impl Into<String>) -> Source {
        let text = text.into();
        Source {
            path: path.into(),
            byte_len: text.len(),
            text,
            encoding: "UTF-8",
            encoding_source: EncodingSource::Default,
            malformed: false,
        }
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }
}
