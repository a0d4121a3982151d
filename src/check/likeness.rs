//! Texts that are alike but for what is generated.

use super::files::fnv;

/// Adds text to a hash, each run of digits as one `0`; a hexadecimal word of eight digits or more (a content hash, a generated id) as
/// one too.
pub fn numberless(mut hash: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let word = bytes[at..]
            .iter()
            .take_while(|b| b.is_ascii_alphanumeric())
            .count();
        let piece = &bytes[at..at + word.max(1)];
        let digits = piece.iter().filter(|b| b.is_ascii_digit()).count();
        let generated = digits >= 2 && piece.len() >= 8 && piece.iter().all(u8::is_ascii_hexdigit);
        if generated || (digits > 0 && digits == piece.len()) {
            hash = fnv(hash, b"0");
        } else {
            let mut in_digits = false;
            for &b in piece {
                let digit = b.is_ascii_digit();
                if !(digit && in_digits) {
                    hash = fnv(hash, &[if digit { b'0' } else { b }]);
                }
                in_digits = digit;
            }
        }
        at += piece.len();
    }
    fnv(hash, b"\0")
}
