//! Lookups in the IANA Language Subtag Registry (RFC 5646, 3.1). Each file holds subtags of one length, in lowercase, sorted, apart by
//! one space or line end, so that the n-th is at n times (length + 1).

/// Type `language`, two letters (ISO 639-1).
static LANGUAGES_2: &str = include_str!("languages2.txt");
/// Type `language`, three letters (ISO 639-2, -3, -5).
static LANGUAGES_3: &str = include_str!("languages3.txt");
static EXTENDED_LANGUAGES: &str = include_str!("extlangs.txt");
/// ISO 15924.
static SCRIPTS: &str = include_str!("scripts.txt");
/// ISO 3166-1.
static REGIONS_2: &str = include_str!("regions2.txt");
/// UN M.49.
static REGIONS_3: &str = include_str!("regions3.txt");
/// Of any length.
static VARIANTS: &str = include_str!("variants.txt");
/// `fra=fr`: ISO 639-2 (both its forms) and -3 for the languages that ISO 639-1 has.
static LONG_CODES: &str = include_str!("long_codes.txt");

/// Type `extlang`: those that follow another language than `sgn`, which all the sign languages follow.
#[rustfmt::skip]
static FAMILIES: [(&str, &str); 7] = [
    ("ar", "aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp bbz pga shu ssh"),
    ("kok", "gom knn"),
    ("lv", "ltg lvs"),
    ("ms", "bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce lcf liw max meo mfa mfb min mqg msi mui orn ors pel pse tmw urk vkk vkt xmm zlm zmi zsm"),
    ("sw", "swc swh"),
    ("uz", "uzn uzs"),
    ("zh", "cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue"),
];
/// Type `language`, with the script that it is written in unless told (`Suppress-Script`).
static DEFAULT_SCRIPTS: &str = include_str!("default_scripts.txt");
/// Type `language`: deprecated codes, with those that replaced them.
static REPLACED: &str = include_str!("replaced.txt");
/// Type `region`: deprecated ones, with those that replaced them, if any did.
static OLD_REGIONS: [(&str, Option<&str>); 11] = [
    ("AN", None),
    ("BU", Some("MM")),
    ("CS", None),
    ("DD", Some("DE")),
    ("FX", Some("FR")),
    ("NT", None),
    ("SU", None),
    ("TP", Some("TL")),
    ("YD", Some("YE")),
    ("YU", None),
    ("ZR", Some("CD")),
];

/// Tags registered whole, before the present form or within it (RFC 5646, 2.2.8), with what replaced them.
static GRANDFATHERED: [(&str, Option<&str>); 51] = [
    ("art-lojban", Some("jbo")),
    ("cel-gaulish", None),
    ("en-gb-oed", Some("en-GB-oxendict")),
    ("i-ami", Some("ami")),
    ("i-bnn", Some("bnn")),
    ("i-default", None),
    ("i-enochian", None),
    ("i-hak", Some("hak")),
    ("i-klingon", Some("tlh")),
    ("i-lux", Some("lb")),
    ("i-mingo", None),
    ("i-navajo", Some("nv")),
    ("i-pwn", Some("pwn")),
    ("i-tao", Some("tao")),
    ("i-tay", Some("tay")),
    ("i-tsu", Some("tsu")),
    ("no-bok", Some("nb")),
    ("no-nyn", Some("nn")),
    ("sgn-be-fr", Some("sfb")),
    ("sgn-be-nl", Some("vgt")),
    ("sgn-br", Some("bzs")),
    ("sgn-ch-de", Some("sgg")),
    ("sgn-co", Some("csn")),
    ("sgn-de", Some("gsg")),
    ("sgn-dk", Some("dsl")),
    ("sgn-es", Some("ssp")),
    ("sgn-fr", Some("fsl")),
    ("sgn-gb", Some("bfi")),
    ("sgn-gr", Some("gss")),
    ("sgn-ie", Some("isg")),
    ("sgn-it", Some("ise")),
    ("sgn-jp", Some("jsl")),
    ("sgn-mx", Some("mfs")),
    ("sgn-ni", Some("ncs")),
    ("sgn-nl", Some("dse")),
    ("sgn-no", Some("nsl")),
    ("sgn-pt", Some("psr")),
    ("sgn-se", Some("swl")),
    ("sgn-us", Some("ase")),
    ("sgn-za", Some("sfs")),
    ("zh-cmn", Some("cmn")),
    ("zh-cmn-hans", Some("cmn-Hans")),
    ("zh-cmn-hant", Some("cmn-Hant")),
    ("zh-gan", Some("gan")),
    ("zh-guoyu", Some("cmn")),
    ("zh-hakka", Some("hak")),
    ("zh-min", None),
    ("zh-min-nan", Some("nan")),
    ("zh-wuu", Some("wuu")),
    ("zh-xiang", Some("hsn")),
    ("zh-yue", Some("yue")),
];

/// A subtag in lowercase, without allocation.
pub(super) struct Subtag([u8; 8], usize);

impl Subtag {
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0[..self.1]).unwrap_or_default()
    }
}

/// `None` when the text is no subtag: not 1 to 8 ASCII letters or digits.
pub(super) fn lowercase(text: &str) -> Option<Subtag> {
    let plain = (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
    plain.then(|| {
        let mut bytes = [0; 8];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        bytes.make_ascii_lowercase();
        Subtag(bytes, text.len())
    })
}

/// Position of `key` among items of `width` bytes of which it is the beginning.
fn find(table: &'static str, width: usize, key: &str) -> Option<&'static str> {
    let item = |at: usize| &table[at * (width + 1)..][..width];
    let (mut low, mut high) = (0, table.len() / (width + 1));
    while low < high {
        let middle = low.midpoint(high);
        match item(middle)[..key.len()].cmp(key) {
            std::cmp::Ordering::Equal => return Some(item(middle)),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

fn holds(table: &'static str, width: usize, subtag: &str) -> bool {
    subtag.len() == width
        && lowercase(subtag).is_some_and(|lower| find(table, width, lower.as_str()).is_some())
}

/// In lowercase.
pub(super) fn is_language(code: &str) -> bool {
    holds(LANGUAGES_2, 2, code) || holds(LANGUAGES_3, 3, code)
}

/// In lowercase.
pub(super) fn short_form(code: &str) -> Option<&'static str> {
    if code.len() != 3 {
        return None;
    }
    find(LONG_CODES, 6, code).map(|pair| &pair[4..])
}

pub(super) fn is_extended_language(subtag: &str) -> bool {
    holds(EXTENDED_LANGUAGES, 3, subtag)
}

/// `Qaaa` to `Qabx` are for private use.
pub(super) fn is_script(subtag: &str) -> bool {
    let private = lowercase(subtag)
        .is_some_and(|lower| subtag.len() == 4 && ("qaaa".."qaby").contains(&lower.as_str()));
    private || holds(SCRIPTS, 4, subtag)
}

/// `QM` to `QZ` and `XA` to `XZ` are for private use.
pub(super) fn is_region(subtag: &str) -> bool {
    let private = lowercase(subtag).is_some_and(|lower| {
        matches!(
            lower.as_str().as_bytes(),
            [b'q', b'm'..=b'z'] | [b'x', b'a'..=b'z']
        )
    });
    private || holds(REGIONS_2, 2, subtag) || holds(REGIONS_3, 3, subtag)
}

pub(super) fn is_variant(subtag: &str) -> bool {
    VARIANTS
        .split_ascii_whitespace()
        .any(|known| known.eq_ignore_ascii_case(subtag))
}

/// The tag that replaced a whole one, if any did; `None` when the tag is not grandfathered.
pub(super) fn grandfathered(tag: &str) -> Option<Option<&'static str>> {
    GRANDFATHERED
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(tag))
        .map(|(_, instead)| *instead)
}

/// The second half of a pair `first=second`, in a text of such pairs apart by white space.
fn paired(pairs: &'static str, first: &str) -> Option<&'static str> {
    let mut all = pairs.split_ascii_whitespace();
    all.find_map(|pair| {
        let (known, second) = pair.split_once('=')?;
        known.eq_ignore_ascii_case(first).then_some(second)
    })
}

/// The code that replaced a deprecated language.
pub(super) fn replacement(language: &str) -> Option<&'static str> {
    paired(REPLACED, language)
}

/// The language that an extended one follows.
pub(super) fn family(extended: &str) -> &'static str {
    let holds = |codes: &str| {
        codes
            .split(' ')
            .any(|code| code.eq_ignore_ascii_case(extended))
    };
    let family = FAMILIES.iter().find(|(_, codes)| holds(codes));
    family.map_or("sgn", |(language, _)| language)
}

/// The script that a language is written in unless told.
pub(super) fn default_script(language: &str) -> Option<&'static str> {
    paired(DEFAULT_SCRIPTS, language)
}

/// What replaced a region, if anything did; `None` when the region is still one.
pub(super) fn old_region(region: &str) -> Option<Option<&'static str>> {
    let old = OLD_REGIONS
        .iter()
        .find(|(old, _)| old.eq_ignore_ascii_case(region));
    old.map(|(_, instead)| *instead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::testing::assert_sorted;

    #[test]
    fn files_have_the_promised_form() {
        for (name, table, width, count) in [
            ("languages2", LANGUAGES_2, 2, 190),
            ("languages3", LANGUAGES_3, 3, 8077),
            ("extlangs", EXTENDED_LANGUAGES, 3, 256),
            ("scripts", SCRIPTS, 4, 224),
            ("regions2", REGIONS_2, 2, 272),
            ("regions3", REGIONS_3, 3, 31),
            ("long_codes", LONG_CODES, 6, 204),
        ] {
            assert_eq!(table.len(), count * (width + 1), "{name}");
            assert!(
                table.split_ascii_whitespace().all(|s| s.len() == width),
                "{name}"
            );
            assert_sorted(name, table.split_ascii_whitespace());
        }
        for (name, pairs, count) in [
            ("default scripts", DEFAULT_SCRIPTS, 134),
            ("replaced", REPLACED, 108),
        ] {
            assert_eq!(pairs.split_ascii_whitespace().count(), count, "{name}");
            assert_sorted(name, pairs.split_ascii_whitespace());
        }
        for (family, codes) in FAMILIES {
            assert!(is_language(family), "{family}");
            assert!(codes.split(' ').all(is_extended_language), "{family}");
        }
        assert_sorted("variants", VARIANTS.split_ascii_whitespace());
        assert_sorted("grandfathered", GRANDFATHERED.iter().map(|row| row.0));
    }

    #[test]
    fn long_codes_lead_to_two_letter_languages_and_are_not_registered() {
        for pair in LONG_CODES.split_ascii_whitespace() {
            let (long, short) = pair.split_once('=').unwrap();
            assert!(is_language(short) && !is_language(long), "{pair}");
            assert_eq!(short_form(long), Some(short));
        }
    }
}
