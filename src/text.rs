//! Texts shown to people, in the two languages Vigie speaks.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of Vigie's own texts (not the language of an audited page).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French, the language of the RGAA, is the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Both languages, French first.
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// The language tag: `fr` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

/// What was given where `fr` or `en` was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl UnknownLang {
    /// The error as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let given = self.0.escape_debug();
        match lang {
            Lang::Fr => format!("langue inconnue « {given} » : choisir fr ou en"),
            Lang::En => format!("unknown language \"{given}\": choose fr or en"),
        }
    }
}

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for UnknownLang {}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `fr` or `en`, in any case.
    fn from_str(s: &str) -> Result<Self, UnknownLang> {
        Lang::ALL
            .into_iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(s))
            .ok_or_else(|| UnknownLang(s.to_owned()))
    }
}

/// One text in every language: a missing translation does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// French.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

impl Hash for Text {
    /// By the length: texts are long, and few are ever told apart.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.fr.len());
    }
}

/// A [`Text`] from its French, then its English.
pub const fn text(fr: &'static str, en: &'static str) -> Text {
    Text { fr, en }
}

impl Text {
    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }
}

/// The last boundary of a character at or before an offset in bytes; one past the end is taken as the end.
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Eight bytes or fewer as a number, the first one lowest. They are loaded from where they are: a processor waits for bytes that were
/// copied together just before.
pub fn word(bytes: &[u8]) -> u64 {
    debug_assert!(bytes.len() <= 8);
    let byte = |at: usize| u64::from(bytes[at]) << (8 * at);
    match (bytes.first_chunk(), bytes.last_chunk(), bytes.len()) {
        (Some(first), Some(last), len @ 4..=8) => {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            u64::from(first) | u64::from(last) << (8 * (len - 4))
        }
        (_, _, 0) => 0,
        (_, _, len) => byte(0) | byte(len / 2) | byte(len - 1),
    }
}

/// The plain letters of an accented letter or a ligature in the languages of Western Europe, in lower case.
pub fn without_accent(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'æ' => "ae",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        _ => return None,
    })
}

/// The words of a text as lists of words hold them: lower case, without accents, apart by one space, no sign.
pub fn fold(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let part = |out: &mut String| {
        if !matches!(out.as_bytes().last(), None | Some(b' ')) {
            out.push(' ');
        }
    };
    let add = |out: &mut String, c: char| {
        if let Some(plain) = without_accent(c) {
            out.push_str(plain);
        } else if c.is_alphanumeric() {
            out.push(c);
        } else if !('\u{300}'..='\u{36f}').contains(&c) {
            part(out);
        }
    };
    for c in words.chars() {
        match c {
            _ if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => part(&mut out),
            _ => c.to_lowercase().for_each(|c| add(&mut out, c)),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text in Unicode's Normalization Form C.
pub fn composed(text: &str) -> std::borrow::Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Where the text leaves Unicode's Normalization Form C, in bytes, and what is to be written from there on up to the next sound
/// place; `None` for a text in that form.
pub fn denormal(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    let form = icu_normalizer::ComposingNormalizerBorrowed::new_nfc();
    let (sound, rest) = form.split_normalized(text);
    let first = rest.chars().next()?;
    // The letter and its marks: up to the next character that may begin a word of its own.
    let end = rest
        .char_indices()
        .skip(1)
        .find(|(_, c)| c.is_ascii() || c.is_whitespace())
        .map_or(rest.len(), |(at, _)| at);
    let end = end.max(first.len_utf8());
    let written = form.normalize(&rest[..end]).into_owned();
    Some((sound.len()..sound.len() + end, written))
}

/// The candidate nearest to what was typed, if any is near. Long words have none: nobody mistypes them by a letter, and comparing costs.
pub fn nearest<'a>(typed: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if typed.len() > 60 {
        return None;
    }
    candidates
        .map(|c| (strsim::jaro_winkler(typed, c), c))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, c)| c)
}

/// The name that was meant: the nearest one, if it is a letter or two away, a third of the letters at most.
pub fn misspelt<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = (typed.len() / 3).min(2);
    nearest(typed, names).filter(|near| strsim::osa_distance(typed, near) <= most)
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn words_are_their_bytes_and_zeros() {
        for len in 0..=8 {
            let bytes = &b"abcdefgh"[..len];
            let mut padded = [0; 8];
            padded[..len].copy_from_slice(bytes);
            assert_eq!(word(bytes), u64::from_le_bytes(padded));
        }
    }
}
