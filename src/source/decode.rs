//! From a page's bytes to its text: HTML Standard, 13.2.3.2 «Determining the character encoding».

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::prescan::{Declared, prescan};
use super::{Source, Span};

/// How the encoding of a page was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingSource {
    /// By its byte order mark.
    Bom,
    /// By this `meta` element in its first 1,024 bytes.
    Meta(Span),
    /// By its XML declaration, which counts where there is no such `meta`.
    XmlDeclaration,
    /// The page does not say: UTF-8 if it is that, else windows-1252.
    Default,
}

impl Source {
    /// Decodes a page as read. A byte order mark is not part of the text.
    pub fn decode(path: impl Into<String>, bytes: Vec<u8>) -> Source {
        let path = path.into();
        let byte_len = bytes.len();
        let (text, encoding, encoding_source, malformed) = decode(bytes);
        Source {
            path,
            byte_len,
            text,
            encoding: encoding.name(),
            encoding_source,
            malformed,
        }
    }
}

fn decode(bytes: Vec<u8>) -> (String, &'static Encoding, EncodingSource, bool) {
    if let Some((encoding, bom)) = Encoding::for_bom(&bytes) {
        let (text, malformed) = decode_with(encoding, bytes, bom);
        return (text, encoding, EncodingSource::Bom, malformed);
    }
    match prescan(&bytes) {
        Some(Declared::Meta(encoding, tag)) => {
            let before = encoding.decode_without_bom_handling(&bytes[..tag.start]).0;
            let start = before.len() as u32;
            // A tag that declares an encoding may hold other attributes, in any characters.
            let len = encoding.decode_without_bom_handling(&bytes[tag]).0.len() as u32;
            let place = EncodingSource::Meta(Span::new(start, start + len));
            let (text, malformed) = decode_with(encoding, bytes, 0);
            (text, encoding, place, malformed)
        }
        Some(Declared::Xml(encoding)) => {
            let (text, malformed) = decode_with(encoding, bytes, 0);
            (text, encoding, EncodingSource::XmlDeclaration, malformed)
        }
        None => {
            let (text, encoding) = match String::from_utf8(bytes) {
                Ok(text) => (text, UTF_8),
                Err(error) => {
                    let (text, _) = decode_with(WINDOWS_1252, error.into_bytes(), 0);
                    (text, WINDOWS_1252)
                }
            };
            (text, encoding, EncodingSource::Default, false)
        }
    }
}

/// The text after the first `skip` bytes, and whether there are errors in it. Valid UTF-8 is not copied.
fn decode_with(encoding: &'static Encoding, mut bytes: Vec<u8>, skip: usize) -> (String, bool) {
    if encoding == UTF_8 {
        bytes.drain(..skip);
        return match String::from_utf8(bytes) {
            Ok(text) => (text, false),
            Err(error) => {
                let (text, _) = UTF_8.decode_without_bom_handling(error.as_bytes());
                (text.into_owned(), true)
            }
        };
    }
    let (text, malformed) = encoding.decode_without_bom_handling(&bytes[skip..]);
    (text.into_owned(), malformed)
}
