//! Language tags: BCP 47 (RFC 5646) against the IANA Language Subtag Registry, and what RGAA 4.1.2 asks of them (tests 8.4.1, 8.8.1).

mod registry;

use oxilangtag::LanguageTag;

/// Date of the registry that the tables come from (its `File-Date`).
pub const REGISTRY_DATE: &str = "2025-08-25";

/// What the part of a language code before its first hyphen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// A language of the registry, in ISO 639-1 (2 letters) or ISO 639-2, -3 or -5 (3 letters).
    Registered,
    /// Three letters of ISO 639-2 or -3 that BCP 47 replaces by those two: RGAA accepts them, HTML and ACT rules do not.
    LongForm(&'static str),
    /// Kept for private use: `qaa` to `qtz`.
    Private,
    /// No text or only white space: as if there were no code.
    Empty,
    /// Nothing of the kind: unknown (`xx`), a word (`francais`), a locale (`fr_FR`), white space around.
    Unknown,
}

impl Code {
    /// Whether RGAA takes it for a valid code: ISO 639-1, or ISO 639-2 and later parts (glossary «Code de langue»).
    pub fn is_valid_for_rgaa(self) -> bool {
        matches!(self, Code::Registered | Code::LongForm(_) | Code::Private)
    }

    /// Whether the ACT rules take it for a known primary language subtag (bf051a, de46e4).
    pub fn is_known_subtag(self) -> bool {
        matches!(self, Code::Registered | Code::Private)
    }
}

/// Judges the part of a language code before its first hyphen, the only one that RGAA judges (tests 8.4.1 and 8.8.1).
pub fn code(value: &str) -> Code {
    let primary = value.split('-').next().unwrap_or_default();
    if value.trim_ascii().is_empty() {
        return Code::Empty;
    }
    let Some(lower) = registry::lowercase(primary) else {
        return Code::Unknown;
    };
    let lower = lower.as_str();
    if registry::is_language(lower) {
        Code::Registered
    } else if let Some(short) = registry::short_form(lower) {
        Code::LongForm(short)
    } else if is_private(lower) {
        Code::Private
    } else {
        Code::Unknown
    }
}

/// What is wrong with a language tag; the text is the faulty subtag as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagProblem<'a> {
    /// Not of the form of RFC 5646, 2.1.
    Malformed,
    UnknownLanguage(&'a str),
    /// Three letters where BCP 47 wants two.
    LongForm {
        found: &'a str,
        instead: &'static str,
    },
    UnknownExtendedLanguage(&'a str),
    /// An extended language after another language than that of its family.
    OtherFamily {
        found: &'a str,
        family: &'static str,
    },
    UnknownScript(&'a str),
    /// The script that the language has anyway, which the tag had better leave out (RFC 5646, 4.1).
    DefaultScript(&'a str),
    UnknownRegion(&'a str),
    /// A region that no longer is one, with what replaced it, if anything did.
    OldRegion {
        found: &'a str,
        instead: Option<&'static str>,
    },
    UnknownVariant(&'a str),
    /// A letter that announces an extension, and that no extension has.
    UnknownExtension(&'a str),
    /// Still registered, but another tag has replaced it (RFC 5646, 3.1.6).
    Deprecated {
        instead: &'static str,
    },
}

/// Checks a whole tag: form, then each subtag against the registry, first problem first. What extensions and private
/// use hold is not looked into. The empty tag (`lang=""`, language unknown) is correct in HTML and so here.
pub fn check_tag(tag: &str) -> Result<(), TagProblem<'_>> {
    if tag.is_empty() {
        return Ok(());
    }
    let parsed = LanguageTag::parse(tag).map_err(|_| TagProblem::Malformed)?;
    if let Some(instead) = registry::grandfathered(tag) {
        return instead.map_or(Ok(()), |instead| Err(TagProblem::Deprecated { instead }));
    }
    // Subtags are looked for in `tag` itself, so that the problem borrows from it and not from the parsed copy.
    let mut rest = tag.split('-');
    let language = rest.next().unwrap_or_default();
    if language.eq_ignore_ascii_case("x") {
        return Ok(());
    }
    match code(language) {
        Code::Registered | Code::Private => {}
        Code::LongForm(instead) => {
            return Err(TagProblem::LongForm {
                found: language,
                instead,
            });
        }
        Code::Empty | Code::Unknown => return Err(TagProblem::UnknownLanguage(language)),
    }
    // What is best avoided is told where nothing is wrong.
    let mut advice =
        registry::replacement(language).map(|instead| TagProblem::Deprecated { instead });
    let mut check = |known: bool, problem: fn(&str) -> TagProblem<'_>| {
        let subtag = rest.next().unwrap_or_default();
        if known {
            Ok(subtag)
        } else {
            Err(problem(subtag))
        }
    };
    for subtag in parsed.extended_language_subtags() {
        let found = check(registry::is_extended_language(subtag), |s| {
            TagProblem::UnknownExtendedLanguage(s)
        })?;
        let family = registry::family(found);
        if !family.eq_ignore_ascii_case(language) {
            return Err(TagProblem::OtherFamily { found, family });
        }
    }
    if let Some(subtag) = parsed.script() {
        let found = check(registry::is_script(subtag), |s| {
            TagProblem::UnknownScript(s)
        })?;
        let usual = registry::default_script(language);
        if usual.is_some_and(|usual| usual.eq_ignore_ascii_case(found)) {
            advice.get_or_insert(TagProblem::DefaultScript(found));
        }
    }
    if let Some(subtag) = parsed.region() {
        let found = check(registry::is_region(subtag), |s| {
            TagProblem::UnknownRegion(s)
        })?;
        if let Some(instead) = registry::old_region(found) {
            advice.get_or_insert(TagProblem::OldRegion { found, instead });
        }
    }
    for subtag in parsed.variant_subtags() {
        check(registry::is_variant(subtag), |s| {
            TagProblem::UnknownVariant(s)
        })?;
    }
    for (singleton, _) in parsed.extension_subtags() {
        // Those of RFC 6497 and RFC 6067; the registry of extensions has had no other since.
        if !matches!(singleton, 't' | 'T' | 'u' | 'U') {
            let mut parts = tag.split('-').skip(1);
            let written = parts.find(|part| part.len() == 1 && part.starts_with(singleton));
            return Err(TagProblem::UnknownExtension(written.unwrap_or(tag)));
        }
    }
    advice.map_or(Ok(()), Err)
}

/// Whether a tag is correct and up to date; one that could do without its script, or has a region of the past, is.
pub fn is_tag(tag: &str) -> bool {
    use TagProblem::{DefaultScript, OldRegion};
    matches!(
        check_tag(tag),
        Ok(()) | Err(DefaultScript(_) | OldRegion { .. })
    )
}

fn is_private(code: &str) -> bool {
    matches!(code.as_bytes(), [b'q', b'a'..=b't', b'a'..=b'z'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rgaa_judges_the_first_part_only() {
        for valid in [
            "fr",
            "FR",
            "fr-FR",
            "en-us",
            "br",
            "pcd",
            "gsw-FR",
            "fr-nimportequoi",
            "und",
            "zh-Hant",
        ] {
            assert_eq!(code(valid), Code::Registered, "{valid}");
        }
        for (value, short) in [
            ("fra", "fr"),
            ("fre-FR", "fr"),
            ("ENG", "en"),
            ("ger", "de"),
            ("bre", "br"),
        ] {
            assert_eq!(code(value), Code::LongForm(short), "{value}");
            assert!(code(value).is_valid_for_rgaa() && !code(value).is_known_subtag());
        }
        for wrong in [
            "fr_FR",
            "francais",
            "français",
            "french",
            "xx",
            "em-US",
            "i-lux",
            " fr",
            "f",
            "x-fr",
            "zzz",
            "-fr",
        ] {
            assert_eq!(code(wrong), Code::Unknown, "{wrong}");
        }
        assert_eq!(code(""), Code::Empty);
        assert_eq!(code(" \t"), Code::Empty);
        assert_eq!(code("qaa"), Code::Private);
        assert_eq!(code("qzz"), Code::Unknown, "the private range ends at qtz");
    }

    #[test]
    fn tags() {
        for valid in [
            "",
            "fr",
            "fr-FR",
            "fr-CA",
            "zh-Hant-TW",
            "sl-rozaj-biske",
            "de-CH-1901",
            "es-419",
            "en-u-ca-gregory",
            "fr-x-perso",
            "x-perso",
            "i-default",
            "de-Qaaa",
            "en-XA",
        ] {
            assert_eq!(check_tag(valid), Ok(()), "{valid}");
        }
        for malformed in ["fr_FR", "français", "fr--FR", "fr-", "-fr", " fr"] {
            assert_eq!(
                check_tag(malformed),
                Err(TagProblem::Malformed),
                "{malformed}"
            );
        }
        use TagProblem::*;
        assert_eq!(check_tag("xx-FR"), Err(UnknownLanguage("xx")));
        assert_eq!(check_tag("francais"), Err(UnknownLanguage("francais")));
        assert_eq!(
            check_tag("fr-ZZ"),
            Ok(()),
            "ZZ is registered for private use"
        );
        assert_eq!(check_tag("fr-UK"), Err(UnknownRegion("UK")));
        assert_eq!(check_tag("fr-FRA"), Err(UnknownExtendedLanguage("FRA")));
        assert_eq!(check_tag("fr-Latx-FR"), Err(UnknownScript("Latx")));
        assert_eq!(check_tag("fr-FR-alsacien"), Err(UnknownVariant("alsacien")));
        assert_eq!(
            check_tag("eng"),
            Err(LongForm {
                found: "eng",
                instead: "en"
            })
        );
        assert_eq!(check_tag("iw"), Err(Deprecated { instead: "he" }));
        assert_eq!(check_tag("zh-yue"), Err(Deprecated { instead: "yue" }));
        let (found, family) = ("yue", "zh");
        assert_eq!(check_tag("ms-yue"), Err(OtherFamily { found, family }));
        assert_eq!(check_tag("fr-Latn-FR"), Err(DefaultScript("Latn")));
        assert_eq!(check_tag("sr-Latn"), Ok(()));
        let (found, instead) = ("DD", Some("DE"));
        assert_eq!(check_tag("de-DD"), Err(OldRegion { found, instead }));
        assert_eq!(check_tag("fr-Latn-UK"), Err(UnknownRegion("UK")));
        assert_eq!(check_tag("i-lux"), Err(Deprecated { instead: "lb" }));
    }
}
