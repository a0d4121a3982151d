//! The language a text seems to be written in.
//!
//! By steps, so that pages pay for nothing: a text with some of the small words of its declared language is in that language; one that has
//! not, but those of another, may be in that other; and `whatlang` (trigrams) tells, which takes long. A guess is evidence and no proof, but
//! for the script.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;
use whatlang::{Detector, Lang, Script};

use crate::text::floor;

/// A guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its code: ISO 639-1.
    pub code: &'static str,
    /// How sure the comparison is, in per cent.
    pub confidence: u8,
    /// Whether the script itself rules the declared language out, and no dead language is written in it.
    pub by_script: bool,
}

/// Whole small words that are common in one language and rare in the others of the table.
const SMALL_WORDS: [(&str, Lang, &[&str]); 7] = [
    (
        "fr",
        Lang::Fra,
        &[
            "les", "des", "du", "une", "est", "et", "dans", "pour", "qui", "sur", "avec", "ce",
            "cette", "aux", "au", "pas", "nous", "vous", "sont", "ou", "par", "le", "à", "votre",
            "vos", "ces", "son", "sa", "leur", "être",
        ],
    ),
    (
        "en",
        Lang::Eng,
        &[
            "the", "and", "to", "that", "with", "for", "are", "this", "from", "you", "your", "not",
            "will", "can", "which", "have", "of", "is", "be", "by", "or", "on", "it", "as", "at",
            "an",
        ],
    ),
    (
        "de",
        Lang::Deu,
        &[
            "der", "die", "das", "und", "ist", "nicht", "mit", "für", "auf", "ein", "eine", "zu",
            "sie", "den", "dem", "von", "im", "wird", "oder", "auch", "werden", "bei", "sich",
        ],
    ),
    (
        "es",
        Lang::Spa,
        &[
            "el", "los", "las", "una", "y", "para", "con", "por", "es", "del", "se", "su", "como",
            "más", "la", "de", "que", "en", "al", "o", "lo",
        ],
    ),
    (
        "it",
        Lang::Ita,
        &[
            "il", "gli", "di", "che", "e", "per", "una", "con", "non", "è", "della", "del", "sono",
            "nel", "la", "le", "un", "dei", "alla", "si", "da",
        ],
    ),
    (
        "pt",
        Lang::Por,
        &[
            "os", "uma", "não", "para", "com", "do", "da", "dos", "das", "em", "é", "ao", "no",
            "na", "que", "de", "o", "a", "e", "um", "por", "se",
        ],
    ),
    (
        "nl",
        Lang::Nld,
        &[
            "het", "een", "van", "en", "niet", "met", "voor", "zijn", "op", "te", "dat", "die",
            "wordt", "de", "aan", "bij", "ook", "worden", "naar", "kunt", "u",
        ],
    ),
];

/// Texts longer than this are judged by their beginning, in bytes.
const JUDGED: usize = 1000;

/// Texts are compared by no more than their beginning, in bytes: enough for trigrams.
const COMPARED: usize = 500;

/// How many small words of a language a text in it has.
const SURE: u32 = 3;

/// Whether a text may be written in another language than the one declared: not one that has its small words. Stops at the second one.
pub fn may_be_foreign(text: &str, declared: Known) -> bool {
    !has_words(beginning(text), declared, 2)
}

/// A language whose small words are known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known(usize);

impl Known {
    /// Of a code of ISO 639-1, in any ASCII case.
    pub fn of(code: &str) -> Option<Known> {
        let mut rows = SMALL_WORDS.iter();
        rows.position(|row| row.0.eq_ignore_ascii_case(code))
            .map(Known)
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        SMALL_WORDS[self.0].0
    }
}

/// What the words of a text of eight words or more say of its language, when that is not the one declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seems {
    /// It is in another script than the Latin one, which tells the language.
    Told(Written),
    /// It has the small words of this language, more than of any other: [`compared`] tells more.
    Like(Known),
}

/// The language that a text seems to be written in by its script and its small words.
pub fn seems(text: &str, declared: Known) -> Option<Seems> {
    let text = beginning(text);
    // Letters beyond the Latin ones; `’` and its like are not.
    if text.bytes().any(|b| b >= 0xcd && b != 0xe2) {
        let script = whatlang::detect_script(text)?;
        if script != Script::Latin {
            return by_script(text, script).map(Seems::Told);
        }
    }
    let language = most_small_words(text, declared)?;
    reads_as_sentence(text).then_some(Seems::Like(language))
}

/// The language of a text by comparison, when it also has the small words of that language and it is not the one declared.
pub fn compared(text: &str, declared: Known) -> Option<Written> {
    let guess = DETECTOR.detect(&text[..floor(text, COMPARED)])?;
    let known = Known(SMALL_WORDS.iter().position(|row| row.1 == guess.lang())?);
    let sure = guess.confidence() > 0.5 && has_words(beginning(text), known, SURE);
    (sure && known != declared).then(|| Written {
        code: known.code(),
        confidence: percent(guess.confidence()),
        by_script: false,
    })
}

fn by_script(text: &str, script: Script) -> Option<Written> {
    let long = match script {
        Script::Mandarin | Script::Hiragana | Script::Katakana | Script::Thai => {
            text.chars().filter(|c| c.is_alphabetic()).count() >= 25
        }
        _ => text.split_whitespace().count() >= 8,
    };
    let guess = whatlang::detect(text).filter(|_| long)?;
    let code = code(guess.lang())?;
    // Letters that old Greek has and today's has not; scripts of dead languages as well as living ones.
    let old = matches!(script, Script::Hebrew | Script::Mandarin)
        || text.chars().any(|c| matches!(c, '\u{1f00}'..='\u{1fff}'));
    let foreign = |c: &char| c.is_alphabetic() && *c > '\u{24f}';
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let sure = text.chars().filter(foreign).count() * 10 >= letters * 9;
    Some(Written {
        code,
        confidence: percent(guess.confidence()),
        by_script: sure && !old,
    })
}

/// Bytes of the longest small word.
const LONGEST: usize = 6;

static DETECTOR: LazyLock<Detector> = LazyLock::new(|| {
    Detector::with_allowlist(SMALL_WORDS.iter().map(|(_, lang, _)| *lang).collect())
});

/// Whether so many different small words of a language are in the text.
fn has_words(text: &str, language: Known, wanted: u32) -> bool {
    let words = &*WORDS;
    let mut seen = 0u64;
    each_word(text, |word| {
        let here = words.of(word).iter().find(|(of, _)| *of == language);
        seen |= here.map_or(0, |(_, bit)| *bit);
        seen.count_ones() < wanted
    });
    seen.count_ones() >= wanted
}

/// The language but the declared one of which most small words are in the text, if there are enough; the first of equals.
fn most_small_words(text: &str, declared: Known) -> Option<Known> {
    let words = &*WORDS;
    let mut seen = [0u64; SMALL_WORDS.len()];
    each_word(text, |word| {
        for (of, bit) in words.of(word) {
            seen[of.0] |= bit;
        }
        true
    });
    let mut best = (SURE - 1, None);
    for (language, seen) in (0..).map(Known).zip(seen) {
        if seen.count_ones() > best.0 && language != declared {
            best = (seen.count_ones(), Some(language));
        }
    }
    best.1
}

/// All of [`SMALL_WORDS`], as numbers: their bytes, with the bit set that makes ASCII letters lower case.
#[derive(Default)]
struct Words {
    /// A bit per hash: most words are none of these.
    hashes: [u64; 16],
    /// By word: the languages that have it, each with a bit for it.
    languages: HashMap<u64, Vec<(Known, u64)>, FxBuildHasher>,
}

impl Words {
    fn new() -> Words {
        let mut all = Words::default();
        for (language, (.., words)) in (0..).map(Known).zip(SMALL_WORDS) {
            for (rank, word) in words.iter().enumerate() {
                let bytes = word.bytes().rev();
                let word = bytes.fold(0, |word, b| word << 8 | u64::from(b | 0x20));
                let slot = slot(word);
                all.hashes[slot / 64] |= 1 << (slot % 64);
                let languages = all.languages.entry(word).or_default();
                languages.push((language, 1 << rank));
            }
        }
        all
    }

    fn of(&self, word: u64) -> &[(Known, u64)] {
        let slot = slot(word);
        match self.hashes[slot / 64] >> (slot % 64) & 1 {
            0 => &[],
            _ => self.languages.get(&word).map_or(&[], Vec::as_slice),
        }
    }
}

fn slot(word: u64) -> usize {
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::new);

/// Gives the words of a text that are no longer than the small ones, packed, until it is answered no. Signs of the Latin-1 and general
/// punctuation blocks part words, as what is no letter in ASCII does.
fn each_word(text: &str, mut more: impl FnMut(u64) -> bool) {
    let (mut word, mut len) = (0u64, 0);
    let mut skip = 0;
    for b in text.bytes().chain([b' ']) {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        if b.is_ascii_alphabetic() || (b >= 0x80 && b != 0xc2 && b != 0xe2) {
            if len < LONGEST {
                word |= u64::from(b | 0x20) << (8 * len);
            }
            len += 1;
            continue;
        }
        skip = match b {
            0xc2 => 1,
            0xe2 => 2,
            _ => 0,
        };
        if (1..=LONGEST).contains(&len) && !more(word) {
            return;
        }
        (word, len) = (0, 0);
    }
}

/// Eight words or more, most of them in lower case: not a list of names.
fn reads_as_sentence(text: &str) -> bool {
    let words = || {
        text.split_whitespace()
            .filter(|w| w.chars().any(char::is_alphabetic))
    };
    let plain = words().filter(|w| w.chars().all(|c| !c.is_uppercase() && c != '_' && c != '/'));
    let (all, plain) = (words().count(), plain.count());
    all >= 8 && plain * 5 >= all * 3
}

fn beginning(text: &str) -> &str {
    &text[..floor(text, JUDGED)]
}

fn percent(confidence: f64) -> u8 {
    (confidence.clamp(0.0, 1.0) * 100.0) as u8
}

/// The ISO 639-1 code of a language that has a script of its own or shares one that is not Latin.
fn code(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Ara => "ar",
        Lang::Bel => "be",
        Lang::Ben => "bn",
        Lang::Bul => "bg",
        Lang::Cmn => "zh",
        Lang::Ell => "el",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Hye => "hy",
        Lang::Jpn => "ja",
        Lang::Kat => "ka",
        Lang::Kor => "ko",
        Lang::Mkd => "mk",
        Lang::Pes => "fa",
        Lang::Rus => "ru",
        Lang::Srp => "sr",
        Lang::Tam => "ta",
        Lang::Tha => "th",
        Lang::Ukr => "uk",
        Lang::Urd => "ur",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(text: &str) -> Option<&'static str> {
        let french = Known::of("FR")?;
        let seems = may_be_foreign(text, french).then(|| seems(text, french))??;
        let written = match seems {
            Seems::Told(written) => Some(written),
            Seems::Like(_) => compared(text, french),
        };
        written.map(|w| w.code)
    }

    #[test]
    fn french_is_left_alone() {
        for text in [
            "Le conseil municipal se réunit à la mairie chaque premier lundi du mois.",
            "Accueil Démarches Vie locale Culture Sports Tourisme Contact Plan Mentions",
            "Jean Martin, Ruby on Rails, Visual Studio Code, Google Chrome et The Gimp",
            "Horaires : lundi, mardi, jeudi, vendredi, samedi matin uniquement, jours fériés exceptés",
        ] {
            assert_eq!(guess(text), None, "{text}");
        }
    }

    #[test]
    fn other_languages_are_told() {
        for (text, code) in [
            (
                "The town council meets at the town hall on the first Monday of each month.",
                "en",
            ),
            (
                "Der Gemeinderat tagt jeden ersten Montag im Monat, und die Sitzung ist für alle offen.",
                "de",
            ),
            (
                "El consejo municipal se reúne en el ayuntamiento el primer lunes de cada mes para hablar.",
                "es",
            ),
            (
                "Муниципальный совет собирается в мэрии каждый первый понедельник месяца вечером",
                "ru",
            ),
        ] {
            assert_eq!(guess(text), Some(code), "{text}");
        }
        let russian =
            "Муниципальный совет собирается в мэрии каждый первый понедельник месяца вечером";
        let told = seems(russian, Known::of("fr").unwrap());
        assert!(matches!(told, Some(Seems::Told(written)) if written.by_script));
    }
}
