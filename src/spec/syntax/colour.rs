//! Colours: WHATWG HTML 2.3.6.

/// Whether the text is a valid simple colour: `#` and six hexadecimal digits.
pub fn is_simple(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::is_simple;

    #[test]
    fn simple_colours() {
        assert!(is_simple("#0055aa") && is_simple("#FFFFFF"));
        for text in ["", "#fff", "#gggggg", "red", "0055aa", "#0055aa "] {
            assert!(!is_simple(text), "{text}");
        }
    }
}
