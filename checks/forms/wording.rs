//! Labels, legends and names that no person wrote for people.

use crate::spec::residue::residue;

/// What is wrong with some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Signs only.
    Signs,
    /// What a program left: `undefined`, a template, a name for machines.
    Leftover,
}

/// What is wrong with the words, if they are certainly nobody's.
pub fn fault(words: &str) -> Option<Fault> {
    let words = words.trim();
    if !words.chars().any(char::is_alphanumeric) {
        Some(Fault::Signs)
    } else if residue(words).is_some() || is_machine_name(words) {
        Some(Fault::Leftover)
    } else {
        None
    }
}

/// Small letters and figures joined by `_`.
fn is_machine_name(words: &str) -> bool {
    words.contains('_')
        && words.starts_with(|c: char| c.is_ascii_lowercase())
        && words
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}
