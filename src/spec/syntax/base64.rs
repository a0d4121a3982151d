//! WHATWG Infra, «forgiving-base64 decode»: what browsers can decode.

/// Whether the text is base64: letters, digits, `+` and `/`, then the padding, which may be left out but not be wrong.
pub fn is_valid(text: &[u8]) -> bool {
    let letters = text
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
        .count();
    let padding = &text[letters..];
    let padded =
        padding.iter().all(|&b| b == b'=') && text.len().is_multiple_of(4) && padding.len() <= 2;
    (padding.is_empty() && letters % 4 != 1) || padded
}

/// Whether the text is a `base64-value` of CSP 3 (2.3.1), which hashes and nonces are: one sign or more of either alphabet, then at most
/// two `=`.
pub fn is_value(text: &str) -> bool {
    let bare = text.trim_end_matches('=');
    let sign = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_');
    !bare.is_empty() && text.len() - bare.len() <= 2 && bare.bytes().all(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding() {
        for text in ["", "AAAA", "AA==", "AAA=", "AA", "a+/9"] {
            assert!(is_valid(text.as_bytes()), "{text}");
        }
        for text in [
            "A", "A=", "AA=", "AAAA=", "A===", "AA==A", "@@", "A=BB", "AA AA",
        ] {
            assert!(!is_valid(text.as_bytes()), "{text}");
        }
        for text in ["A", "a-_9==", "AAAA="] {
            assert!(is_value(text), "{text}");
        }
        for text in ["", "==", "A===", "A=A", "é"] {
            assert!(!is_value(text), "{text}");
        }
    }
}
