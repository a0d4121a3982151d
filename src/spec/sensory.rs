//! Words that tell things by their colour, shape or place on screen, in French and in English, as instructions do: «cliquez sur le bouton rond à droite».
//!
//! RGAA 4.1.2, 3.1 (glossary «Information (donnée par la couleur)») and 10.9 (glossary «Indication donnée par la forme, la taille ou la position»).
//! A cue counts only beside a word of the page's own parts (button, menu, column…) in the same sentence: prose about the world is full of red and of right.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind, StartKind};

use crate::text::{floor, word};

/// What a cue appeals to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sense {
    /// «en rouge», "the red button".
    Colour,
    /// «bouton rond», "the round icon".
    Shape,
    /// «à droite», "on the left".
    Position,
}

/// Cues, in lower case. A cue that begins or ends with a letter is a whole word; French plurals and feminines are written out by [`CUES`].
const COLOUR: &[&str] = &[
    "en rouge",
    "en vert",
    "en bleu",
    "en orange",
    "en jaune",
    "en gris",
    "en rose",
    "en violet",
    "en noir",
    "en blanc",
    "en couleur",
    "surligné",
    "in red",
    "in green",
    "in blue",
    "in orange",
    "in yellow",
    "in grey",
    "in gray",
    "in pink",
    "in purple",
    "highlighted in",
];

/// Adjectives that follow the thing in French.
const COLOURED: &[&str] = &[
    "rouge", "rouges", "vert", "verte", "verts", "vertes", "bleu", "bleue", "bleus", "bleues",
    "orange", "jaune", "jaunes", "gris", "grise", "grises", "rose", "roses", "violet", "violette",
    "noir", "noire", "noirs", "noires",
];

/// Adjectives that come before the thing in English.
const COLORED: &[&str] = &[
    "red", "green", "blue", "yellow", "grey", "gray", "purple", "pink",
];

const SHAPED: &[&str] = &[
    "rond",
    "ronde",
    "ronds",
    "rondes",
    "carré",
    "carrée",
    "carrés",
    "carrées",
    "triangulaire",
    "triangulaires",
    "rectangulaire",
    "rectangulaires",
    "en forme de",
];

const SHAPES: &[&str] = &["round", "square", "triangular", "rectangular", "circular"];

const POSITION: &[&str] = &[
    "à droite",
    "à gauche",
    "de droite",
    "de gauche",
    "ci-contre",
    "on the right",
    "on the left",
    "to the right",
    "to the left",
    "right-hand",
    "left-hand",
    "top right",
    "top left",
    "bottom right",
    "bottom left",
    "upper right",
    "upper left",
];

/// Parts of a page, by the beginning of the word.
const PARTS: &[&str] = &[
    "bouton",
    "button",
    "barre",
    "bloc",
    "box",
    "cadre",
    "case",
    "champ",
    "clic",
    "clique",
    "cliquez",
    "click",
    "colonne",
    "column",
    "encadré",
    "encart",
    "field",
    "flèche",
    "arrow",
    "formulaire",
    "icon",
    "icône",
    "image",
    "lien",
    "link",
    "liste déroulante",
    "menu",
    "obligatoire",
    "onglet",
    "panneau",
    "panel",
    "pastille",
    "picto",
    "press",
    "required",
    "rubrique",
    "sélectionne",
    "select",
    "sidebar",
    "tab",
    "texte",
    "vignette",
    "zone",
];

static CUES: LazyLock<(AhoCorasick, Vec<(Sense, Side)>)> = LazyLock::new(|| {
    let lists = [
        (COLOUR, Sense::Colour, Side::Sentence),
        (COLOURED, Sense::Colour, Side::Before),
        (COLORED, Sense::Colour, Side::After),
        (SHAPED, Sense::Shape, Side::Before),
        (SHAPES, Sense::Shape, Side::After),
        (POSITION, Sense::Position, Side::Sentence),
    ];
    let words = lists.iter().flat_map(|(words, ..)| words.iter());
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .start_kind(StartKind::Unanchored)
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .expect("a short list of words");
    let kinds = lists
        .iter()
        .flat_map(|(words, sense, side)| words.iter().map(|_| (*sense, *side)))
        .collect();
    (automaton, kinds)
});

/// Where the part of the page must be written.
#[derive(Clone, Copy)]
enum Side {
    Sentence,
    /// The word right before, in French.
    Before,
    /// The word right after, in English.
    After,
}

/// Bytes of a sentence looked at on each side.
const REACH: usize = 160;

/// The longest run of letters of ASCII in each cue: none is where that word is not. Cues begin with words that are everywhere, "on the"
/// or «en».
static LONGEST_WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lists = [COLOUR, COLOURED, COLORED, SHAPED, SHAPES, POSITION];
    let mut words = Words {
        slots: [0; Words::SLOTS],
        firsts: [0; 9],
    };
    for cue in lists.into_iter().flatten() {
        let runs = cue.as_bytes().split(|b| !b.is_ascii_alphabetic());
        let longest = runs.max_by_key(|run| run.len()).unwrap_or_default();
        words.add(longest);
    }
    words
});

/// A set of words.
struct Words {
    /// Packed, by their hashes; 0 is no word.
    slots: [u64; Words::SLOTS],
    /// By how many letters are packed: the first letters, a bit each.
    firsts: [u32; 9],
}

impl Words {
    /// A power of two, many times the cues.
    const SLOTS: usize = 1024;

    fn add(&mut self, letters: &[u8]) {
        let word = packed(letters);
        let mut slot = Words::slot(word);
        while self.slots[slot] != 0 && self.slots[slot] != word {
            slot = (slot + 1) % Words::SLOTS;
        }
        self.slots[slot] = word;
        self.firsts[letters.len().min(8)] |= Words::bit(letters[0]);
    }

    /// Whether the word of letters is there, without those after the eighth. Most are told by their length and first letter.
    #[inline]
    fn has(&self, letters: &[u8]) -> bool {
        let Some(&first) = letters.first() else {
            return false;
        };
        self.firsts[letters.len().min(8)] & Words::bit(first) != 0
            && self.has_packed(packed(letters))
    }

    fn has_packed(&self, word: u64) -> bool {
        let mut slot = Words::slot(word);
        while self.slots[slot] != 0 {
            if self.slots[slot] == word {
                return true;
            }
            slot = (slot + 1) % Words::SLOTS;
        }
        false
    }

    /// Of a letter, in any case.
    fn bit(letter: u8) -> u32 {
        1 << (letter & 31)
    }

    fn slot(word: u64) -> usize {
        (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
    }
}

/// The first eight letters of a word of ASCII, in lower case.
fn packed(letters: &[u8]) -> u64 {
    let first = &letters[..letters.len().min(8)];
    word(first) | (u64::from_le_bytes([0x20; 8]) >> (64 - 8 * first.len()))
}

/// Whether a cue may be anywhere. Most texts have none.
fn may_have_a_cue(bytes: &[u8]) -> bool {
    let words = &*LONGEST_WORDS;
    let is_of_cue = |from: usize, to: usize| words.has(bytes.get(from..to).unwrap_or_default());
    let mut start = 0;
    for (block, eight) in bytes.chunks(8).enumerate() {
        let mut ends = match eight.try_into() {
            Ok(eight) => no_letters(eight),
            Err(_) => no_letters(std::array::from_fn(|i| *eight.get(i).unwrap_or(&b'z'))),
        };
        while ends != 0 {
            let end = 8 * block + ends.trailing_zeros() as usize / 8;
            if is_of_cue(start, end) {
                return true;
            }
            start = end + 1;
            ends &= ends - 1;
        }
    }
    is_of_cue(start, bytes.len())
}

/// Which of eight bytes are no letters of ASCII: the high bit of each.
fn no_letters(eight: [u8; 8]) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // Letters, in any case, become 1 to 26.
    let ranks = (u64::from_le_bytes(eight) | (EACH * 0x20)) ^ (EACH * 0x60);
    let low = ranks & (EACH * 0x7f);
    let (past_z, before_a) = (low + EACH * (0x80 - 27), !(low + EACH * 0x7f));
    (ranks | past_z | before_a) & (EACH * 0x80)
}

/// The shortest cue with a part of the page, in bytes: "red tab".
const SHORTEST: usize = 7;

/// The first cue at or after `from`: what it appeals to, and where it stands, with the thing it is said of when that is right beside.
pub fn find(text: &str, from: usize) -> Option<(Sense, Range<usize>)> {
    if text.len() < from + SHORTEST || !may_have_a_cue(&text.as_bytes()[from..]) {
        return None;
    }
    let (automaton, kinds) = &*CUES;
    let mut next = from;
    while let Some(found) = automaton.find(Input::new(text).range(next..)) {
        let (sense, side) = kinds[found.pattern().as_usize()];
        next = found.start() + 1;
        if is_whole(text, &found.range())
            && let Some(place) = with_its_part(text, found.range(), side)
        {
            return Some((sense, place));
        }
    }
    None
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !inside(text[..range.start].chars().next_back()) && !inside(text[range.end..].chars().next())
}

/// The cue, and the part of the page beside it; `None` when no part is where it must be.
fn with_its_part(text: &str, cue: Range<usize>, side: Side) -> Option<Range<usize>> {
    let ends = ['.', '!', '?', '\n', ';'];
    let from = floor(text, cue.start.saturating_sub(REACH));
    let before = &text[from..cue.start];
    let before = before.rsplit(ends).next().unwrap_or(before);
    let to = floor(text, cue.end + REACH);
    let after = &text[cue.end..to];
    let after = after.split(ends).next().unwrap_or(after);
    match side {
        Side::Sentence => {
            // Typography says how lines stand, not where a thing is.
            let stands = words(before).last().is_some_and(is_typographic);
            let part = words(before).any(is_part) || words(after).any(is_part);
            (part && !stands).then_some(cue)
        }
        Side::Before => {
            let word = words(before).last().filter(|word| is_part(word))?;
            Some(cue.start - (before.len() - before.rfind(word)?)..cue.end)
        }
        Side::After => {
            let word = words(after).next().filter(|word| is_part(word))?;
            Some(cue.start..cue.end + after.find(word)? + word.len())
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// «aligné», «justifiée», "aligned"…
fn is_typographic(word: &str) -> bool {
    ["align", "justifi", "ferr"].iter().any(|start| {
        word.get(..start.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(start))
    })
}

/// Whether the word is one of [`PARTS`], or its plural.
fn is_part(word: &str) -> bool {
    PARTS.iter().any(|part| {
        word.get(..part.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(part))
            && matches!(
                &word[part.len()..],
                "" | "s" | "r" | "z" | "es" | "gramme" | "grammes"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_eight_at_a_time() {
        for b in 0..=255u8 {
            let found = no_letters([b'a', b, b'Z', b' ', b'z', b, 0xe9, b'A']);
            let own = u64::from(!b.is_ascii_alphabetic());
            let expected = own << 15 | 1 << 31 | own << 47 | 1 << 55;
            assert_eq!(found, expected, "{b:#x}");
        }
    }

    #[test]
    fn words_that_begin_no_cue_are_passed_over() {
        let lists = [COLOUR, COLOURED, COLORED, SHAPED, SHAPES, POSITION];
        for cue in lists.into_iter().flatten() {
            let text = format!("zzz {} zzz", cue.to_ascii_uppercase());
            assert_eq!(
                CUES.0.find(&text).map(|found| found.start()),
                Some(4),
                "{cue}"
            );
            for text in [&text, *cue, &format!("«{cue}»"), &format!("zzz {cue}")] {
                assert!(may_have_a_cue(text.as_bytes()), "{text}");
            }
        }
        let text = "Le conseil municipal de la ville se réunit chaque mois, on the first day";
        assert_eq!(CUES.0.find(text), None);
        assert!(!may_have_a_cue(text.as_bytes()));
    }

    #[test]
    fn instructions_that_need_eyes() {
        for (text, sense, cue) in [
            (
                "Les champs en rouge sont obligatoires.",
                Sense::Colour,
                "en rouge",
            ),
            ("Cliquez sur le bouton vert.", Sense::Colour, "bouton vert"),
            ("Press the green button", Sense::Colour, "green button"),
            ("l’icône ronde du menu", Sense::Shape, "icône ronde"),
            (
                "Utilisez le menu situé à gauche",
                Sense::Position,
                "à gauche",
            ),
            (
                "See the links in the RIGHT-HAND column",
                Sense::Position,
                "RIGHT-HAND",
            ),
        ] {
            let found = find(text, 0).map(|(s, range)| (s, &text[range]));
            assert_eq!(found, Some((sense, cue)), "{text}");
        }
    }

    #[test]
    fn prose_about_the_world() {
        for text in [
            "La gauche et la droite débattent.",
            "Tournez à droite après la mairie.",
            "Le drapeau est bleu, blanc, rouge",
            "On entre en vertu de la loi",
            "a square metre of green grass",
            "Cliquez ici. Le maire habite à droite.",
            "le menu vertical",
            "Le texte est justifié à gauche",
            "",
        ] {
            assert_eq!(find(text, 0), None, "{text}");
        }
        assert_eq!(find("à droite, le menu", 3), None);
    }
}
