//! What the checks on the reading direction share.

use crate::dom::{Element, NodeRef};

/// How many words hold letters of right-to-left scripts (Unicode bidirectional classes R and AL), at most as many as asked.
pub fn right_to_left_words(text: &str, at_most: usize) -> usize {
    // The first bytes, in UTF-8, of all the characters that `is_right_to_left` knows.
    let may_be = |b: u8| matches!(b, 0xd6..=0xe0 | 0xef | 0xf0);
    if !text.bytes().any(may_be) {
        return 0;
    }
    let is_word = |word: &&str| word.chars().any(is_right_to_left);
    let words = text.split_whitespace().filter(is_word);
    words.take(at_most).count()
}

/// How many words hold letters, none of them of a right-to-left script.
fn left_to_right_words(text: &str) -> usize {
    let is_word =
        |word: &&str| word.chars().any(char::is_alphabetic) && !word.chars().any(is_right_to_left);
    text.split_whitespace().filter(is_word).count()
}

fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
        && c.is_alphabetic()
}

/// The words of a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Of right-to-left scripts.
    pub right_to_left: usize,
    /// Of other scripts.
    pub left_to_right: usize,
}

/// How far words are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    End,
    /// The first text with words of right-to-left scripts.
    RightToLeft,
}

/// The words read in the direction that the element gives: not those of elements inside it that have a `dir` of their own.
pub fn words_of(element: Element<'_>, until: Until) -> Words {
    let leaves =
        |e: Element<'_>| e.has_attr("dir") || e.is_any(&["bdi", "script", "style", "template"]);
    let (mut words, mut skip_until) = (Words::default(), 0);
    for node in element.descendant_nodes() {
        match node {
            NodeRef::Element(e) if e.id() >= skip_until && leaves(e) => {
                skip_until = e.subtree_end();
            }
            NodeRef::Text(t) if t.id() >= skip_until => {
                words.right_to_left += right_to_left_words(t.text(), usize::MAX);
                if until == Until::RightToLeft && words.right_to_left > 0 {
                    break;
                }
                words.left_to_right += left_to_right_words(t.text());
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_missed_by_its_first_byte() {
        let letters = ('\u{80}'..=char::MAX).filter(|&c| is_right_to_left(c));
        let missed: Vec<char> = letters
            .filter(|c| right_to_left_words(&c.to_string(), 9) != 1)
            .collect();
        assert!(missed.is_empty(), "{missed:?}");
    }

    #[test]
    fn words_by_script() {
        assert_eq!(
            right_to_left_words("Où êtes-vous ? — “l’école” 日本 Ελλάδα", 9),
            0
        );
        assert_eq!(right_to_left_words("مرحبا بكم", 9), 2);
        assert_eq!(right_to_left_words("שלום (bonjour)", 9), 1);
        assert_eq!(
            right_to_left_words("٢٠٢٤ ، ؟", 9),
            0,
            "digits and punctuation"
        );
        assert_eq!(left_to_right_words("Le 12 mai, مرحبا"), 2);
    }
}
