//! A run as `--format json` or `jsonl` wrote it: what is needed of it. Read as a stream, for a report may be larger than memory.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Read};

use serde::de::{IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::Figures;
use crate::check::{Level, Verdict};
use crate::report::{Origin, SCHEMA_VERSION, Scope};
use crate::source::Position;

/// A cause as a report has it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct RecordedCause {
    /// Id of the check.
    pub check: String,
    /// Identifies it from run to run.
    pub fingerprint: String,
    /// Certain, or for a person to decide.
    pub verdict: Verdict,
    /// How loud.
    pub level: Level,
    /// What is wrong.
    pub message: String,
    /// The source there.
    pub excerpt: String,
    /// Who writes it.
    pub scope: Scope,
    /// Pages that have it.
    pub pages: usize,
    /// Findings.
    pub occurrences: usize,
    /// Its first place.
    #[serde(rename(deserialize = "places"), deserialize_with = "first")]
    pub place: Option<RecordedPlace>,
    /// Where it comes from, when that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl RecordedCause {
    pub(super) fn key(&self) -> (String, String) {
        (self.check.clone(), self.fingerprint.clone())
    }

    /// How much of it there is.
    pub fn figures(&self) -> Figures {
        Figures {
            level: self.level,
            pages: self.pages,
            occurrences: self.occurrences,
        }
    }
}

/// A place of a cause.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct RecordedPlace {
    /// The page.
    pub path: String,
    /// Where it begins.
    pub start: Position,
}

/// A run.
#[derive(Clone, Debug, Default)]
pub struct RecordedRun {
    /// Version of Vigie.
    pub version: String,
    /// Checks that ran.
    pub checks: BTreeSet<String>,
    /// Pages that were audited.
    pub pages: BTreeSet<String>,
    /// Causes, in its order.
    pub causes: Vec<RecordedCause>,
}

/// Why a file is no report to compare.
#[derive(Debug)]
pub enum Broken {
    /// It could not be read.
    Io(io::Error),
    /// It is no JSON, or not of this shape.
    Json(String),
    /// It is JSON, and no report of Vigie.
    NoReport,
    /// A report without causes: of a version that did not have them.
    NoCauses,
    /// A report of a shape that this version does not know.
    OtherSchema,
}

/// One document (`json`), or one of its lines (`jsonl`).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Piece {
    schema_version: Option<u32>,
    tool: Option<Tool>,
    #[serde(default)]
    pages: Pages,
    path: Option<String>,
    #[serde(default)]
    checks: Keys,
    site: Option<Site>,
    causes: Option<Vec<RecordedCause>>,
}

#[derive(Deserialize)]
struct Tool {
    version: String,
}

#[derive(Deserialize)]
struct Site {
    #[serde(default)]
    checks: Keys,
}

#[derive(Deserialize)]
struct Page {
    path: String,
    #[serde(default)]
    checks: Keys,
}

/// Reads a report.
///
/// # Errors
/// When it is none.
pub fn read(from: impl Read) -> Result<RecordedRun, Broken> {
    let mut run = RecordedRun::default();
    let mut schema = None;
    let mut caused = false;
    for piece in serde_json::Deserializer::from_reader(from).into_iter::<Piece>() {
        let piece = piece.map_err(|e| match e.io_error_kind() {
            Some(kind) => Broken::Io(kind.into()),
            None => Broken::Json(e.to_string()),
        })?;
        schema = piece.schema_version.or(schema);
        if let Some(tool) = piece.tool {
            run.version = tool.version;
        }
        run.checks.extend(piece.pages.checks);
        run.pages.extend(piece.pages.paths);
        run.checks.extend(piece.checks.0);
        run.pages.extend(piece.path);
        run.checks
            .extend(piece.site.into_iter().flat_map(|site| site.checks.0));
        if let Some(causes) = piece.causes {
            caused = true;
            run.causes.extend(causes);
        }
    }
    match schema {
        None => Err(Broken::NoReport),
        Some(schema) if schema != SCHEMA_VERSION => Err(Broken::OtherSchema),
        Some(_) if !caused => Err(Broken::NoCauses),
        Some(_) => Ok(run),
    }
}

/// The keys of an object.
#[derive(Default)]
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Keys, D::Error> {
        struct Take;
        impl<'de> Visitor<'de> for Take {
            type Value = Keys;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Keys, M::Error> {
                let mut keys = Vec::new();
                while let Some((key, _)) = map.next_entry::<String, IgnoredAny>()? {
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(Take)
    }
}

/// What is kept of the pages of one document, folded as they go by.
#[derive(Default)]
struct Pages {
    paths: Vec<String>,
    checks: BTreeSet<String>,
}

impl<'de> Deserialize<'de> for Pages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pages, D::Error> {
        struct Fold;
        impl<'de> Visitor<'de> for Fold {
            type Value = Pages;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("pages")
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Pages, S::Error> {
                let mut pages = Pages::default();
                while let Some(page) = seq.next_element::<Page>()? {
                    pages.paths.push(page.path);
                    pages.checks.extend(page.checks.0);
                }
                Ok(pages)
            }
        }
        deserializer.deserialize_seq(Fold)
    }
}

/// The first of the places.
fn first<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<RecordedPlace>, D::Error> {
    struct First;
    impl<'de> Visitor<'de> for First {
        type Value = Option<RecordedPlace>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("places")
        }

        fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Self::Value, S::Error> {
            let first = seq.next_element()?;
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok(first)
        }
    }
    deserializer.deserialize_seq(First)
}
