//! Hashes of texts that are alike but for what is generated. The same on every machine: they name causes from run to run.

use crate::text::word;

/// Adds a number to a hash.
pub fn mix(hash: u64, number: u64) -> u64 {
    (hash.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Adds bytes to a hash, and their end.
pub fn bytes(mut hash: u64, bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks();
    for word in words {
        hash = mix(hash, u64::from_le_bytes(*word));
    }
    mix(mix(hash, word(rest)), bytes.len() as u64)
}

/// Adds text to a hash, each run of digits as one `0`; a hexadecimal word of eight digits or more (a content hash, a generated id) as
/// one too.
pub fn numberless(hash: u64, text: &str) -> u64 {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return bytes(hash, text.as_bytes());
    }
    let mut plain = Vec::with_capacity(text.len());
    for word in text
        .as_bytes()
        .chunk_by(|a, b| a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
    {
        let digits = word.iter().filter(|b| b.is_ascii_digit()).count();
        let generated = digits >= 2 && word.len() >= 8 && word.iter().all(u8::is_ascii_hexdigit);
        if generated {
            plain.push(b'0');
            continue;
        }
        for run in word.chunk_by(|a, b| a.is_ascii_digit() && b.is_ascii_digit()) {
            match run[0].is_ascii_digit() {
                true => plain.push(b'0'),
                false => plain.extend_from_slice(run),
            }
        }
    }
    bytes(hash, &plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_generated_does_not_count() {
        let same = |a: &str, b: &str| numberless(0, a) == numberless(0, b);
        for (a, b) in [
            ("bouton-12", "bouton-4567"),
            ("2024-06-27", "1999-12-1"),
            ("logo-3fa92b1c.svg", "logo-00bb41de77.svg"),
            ("", ""),
        ] {
            assert!(same(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("bouton-12", "bouton"),
            ("bouton-12", "boutons-12"),
            ("h2", "h"),
            ("facade", "decade"),
            ("", "0"),
            ("a b", "ab"),
            ("12345678", "123456789 "),
        ] {
            assert!(!same(a, b), "{a} {b}");
        }
        assert_ne!(bytes(0, b"a\0"), bytes(0, b"a"));
        assert_ne!(bytes(bytes(0, b"ab"), b"c"), bytes(bytes(0, b"a"), b"bc"));
    }
}
