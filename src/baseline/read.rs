//! The file, read: TOML, each mistake with its place.

use std::ops::Range;

use serde::Deserialize;
use toml::value::Datetime;

use super::{Baseline, Day, VERSION};
use crate::report::{KnownCause, Scope};
use crate::text::{Lang, Text, text};

/// Why a file is no baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: i64,
    #[serde(default)]
    audited: Vec<String>,
    #[serde(default)]
    known: Vec<toml::Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    check: String,
    fingerprint: String,
    scope: Scope,
    pages: usize,
    #[serde(default)]
    message: String,
    #[serde(default)]
    excerpt: String,
    #[serde(default)]
    paths: Vec<String>,
    reason: Option<String>,
    owner: Option<String>,
    expires: Option<toml::Spanned<Expires>>,
}

/// A date, bare or in quotes.
#[derive(Deserialize)]
#[serde(untagged)]
enum Expires {
    Date(Datetime),
    Text(String),
}

/// Reads a baseline's text.
///
/// # Errors
/// The first mistake.
pub fn parse(written: &str, lang: Lang) -> Result<Baseline, Mistake> {
    let wrong = |span: Range<usize>, what: &Text| Mistake {
        span,
        message: what.get(lang).to_owned(),
    };
    // The version first: what a later one may hold is no mistake.
    #[derive(Deserialize)]
    struct Head {
        version: Option<toml::Spanned<i64>>,
    }
    let broken = |e: toml::de::Error| {
        let said = e.message();
        Mistake {
            span: e.span().unwrap_or(0..0),
            message: match lang {
                Lang::Fr => format!("ce n’est pas un état de référence de Vigie : {said}"),
                Lang::En => format!("this is not a Vigie baseline: {said}"),
            },
        }
    };
    let head: Head = toml::from_str(written).map_err(broken)?;
    match head.version {
        Some(version) if *version.get_ref() == VERSION => {}
        Some(version) => return Err(wrong(version.span(), &OTHER_VERSION)),
        None => return Err(wrong(0..0, &NO_VERSION)),
    }
    let file: File = toml::from_str(written).map_err(broken)?;
    let mut baseline = Baseline {
        audited: file.audited,
        ..Baseline::default()
    };
    for entry in file.known {
        let span = entry.span();
        let entry = entry.into_inner();
        let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
        if entry.fingerprint.len() != 16 || !entry.fingerprint.bytes().all(hex) {
            return Err(wrong(span, &FINGERPRINT));
        }
        let expires = entry.expires.map(|expires| {
            let text = match expires.get_ref() {
                Expires::Date(date) => date.to_string(),
                Expires::Text(text) => text.clone(),
            };
            Day::parse(&text).ok_or_else(|| wrong(expires.span(), &EXPIRES))
        });
        let key = (entry.check.clone(), entry.fingerprint.clone());
        let known = KnownCause {
            check: entry.check,
            fingerprint: entry.fingerprint,
            scope: entry.scope,
            pages: entry.pages,
            message: entry.message,
            excerpt: entry.excerpt,
            paths: entry.paths,
            reason: entry.reason,
            owner: entry.owner,
            expires: expires.transpose()?.map(|day| day.to_string()),
        };
        // Two branches that both accepted it: their merge has it twice, the first stands.
        baseline.known.entry(key).or_insert(known);
    }
    Ok(baseline)
}

const OTHER_VERSION: Text = text(
    "cet état de référence a été écrit par une autre version de Vigie",
    "this baseline was written by another version of Vigie",
);
const NO_VERSION: Text = text(
    "ce n’est pas un état de référence de Vigie : « version » manque",
    "this is not a Vigie baseline: \"version\" is missing",
);
const FINGERPRINT: Text = text(
    "« fingerprint » attend 16 chiffres hexadécimaux",
    "\"fingerprint\" takes 16 hexadecimal digits",
);
const EXPIRES: Text = text(
    "« expires » attend un jour, comme 2026-12-31",
    "\"expires\" takes a day such as 2026-12-31",
);
