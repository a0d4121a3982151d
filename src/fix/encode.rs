//! From a page's new text back to bytes, in the encoding it is in.

use crate::source::Source;

/// Why a page is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untouchable {
    /// Parts of it could not be read: they would be lost.
    Malformed,
    /// Its bytes are not those that its text is written with in its encoding.
    NotExact,
}

/// The new text in the page's encoding, with its byte order mark. What was not changed keeps its bytes.
///
/// # Errors
/// When that cannot be said for certain.
pub fn bytes(old: &[u8], source: &Source, text: &str) -> Result<Vec<u8>, Untouchable> {
    if source.malformed {
        return Err(Untouchable::Malformed);
    }
    let written = encode(old, source, &source.text);
    if written.as_deref() != Some(old) {
        return Err(Untouchable::NotExact);
    }
    let new = encode(old, source, text).ok_or(Untouchable::NotExact)?;
    // Read again, as the browser will: what declares the encoding may have changed.
    let again = Source::decode(source.path.clone(), new.clone());
    match again.text == text && again.encoding == source.encoding && !again.malformed {
        true => Ok(new),
        false => Err(Untouchable::NotExact),
    }
}

fn encode(old: &[u8], source: &Source, text: &str) -> Option<Vec<u8>> {
    let units = |to: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once('\u{feff}' as u16)
            .chain(text.encode_utf16())
            .flat_map(to)
            .collect()
    };
    match source.encoding {
        "UTF-8" => {
            let mark: &[u8] = b"\xef\xbb\xbf";
            let mark = if old.starts_with(mark) { mark } else { b"" };
            Some([mark, text.as_bytes()].concat())
        }
        // Only a byte order mark makes a page be read as this.
        "UTF-16LE" => Some(units(u16::to_le_bytes)),
        "UTF-16BE" => Some(units(u16::to_be_bytes)),
        label => {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
            let (bytes, _, lossy) = encoding.encode(text);
            (!lossy).then(|| bytes.into_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(old: &[u8]) -> Result<Vec<u8>, Untouchable> {
        let source = Source::decode("page.html", old.to_vec());
        let text = source.text.replace("é", "ée");
        bytes(old, &source, &text)
    }

    #[test]
    fn each_in_its_encoding() {
        assert_eq!(with("<p>é".as_bytes()).unwrap(), "<p>ée".as_bytes());
        assert_eq!(
            with(b"\xef\xbb\xbf\xc3\xa9").unwrap(),
            b"\xef\xbb\xbf\xc3\xa9e"
        );
        assert_eq!(with(b"<p>\xe9").unwrap(), b"<p>\xe9e");
        let latin = b"<meta charset=iso-8859-15>\xa4\xe9".to_vec();
        assert_eq!(with(&latin).unwrap(), [&latin[..], b"e"].concat());
        assert_eq!(with(b"\xff\xfe\xe9\x00").unwrap(), b"\xff\xfe\xe9\x00e\x00");
    }

    #[test]
    fn what_could_be_lost_is_not_written() {
        let cut = b"<meta charset=utf-8>\xc3";
        assert_eq!(with(cut), Err(Untouchable::Malformed));
        // Two ways to write the same character.
        let shifted = b"<meta charset=iso-2022-jp>\x1b(B\x1b(Ba".to_vec();
        let source = Source::decode("page.html", shifted.clone());
        assert!(bytes(&shifted, &source, &source.text).is_err());
    }
}
