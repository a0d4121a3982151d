//! The official French sentences, read from the user's own copy of DINUM's `criteres.json`: Vigie does not carry them.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::{CriterionId, RGAA, TestId};
use crate::text::Lang;

/// The official wording of every criterion and test of [`RGAA`], in French.
#[derive(Clone, Debug)]
pub struct Official {
    criteria: BTreeMap<CriterionId, String>,
    tests: BTreeMap<TestId, Vec<String>>,
}

/// Why a text was not taken as the official wording.
#[derive(Debug)]
pub enum OfficialError {
    /// It is not JSON, or not of the shape of `criteres.json`.
    Json(serde_json::Error),
    /// A test has a key that is not a number, or no sentence.
    Test {
        /// The criterion it is in.
        criterion: CriterionId,
        /// Its key.
        key: String,
    },
    /// It is the wording of another version of the RGAA: this criterion or test (the first one found) is not in both.
    Version(String),
}

impl OfficialError {
    /// The error as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        match (lang, self) {
            (Lang::Fr, Self::Json(error)) => {
                format!("ce n’est pas un fichier criteres.json : {error}")
            }
            (Lang::En, Self::Json(error)) => format!("this is not a criteres.json file: {error}"),
            (Lang::Fr, Self::Test { criterion, key }) => format!(
                "critère {criterion} : le test « {} » n’a pas de numéro ou pas de texte",
                key.escape_debug()
            ),
            (Lang::En, Self::Test { criterion, key }) => format!(
                "criterion {criterion}: test \"{}\" has no number or no text",
                key.escape_debug()
            ),
            (Lang::Fr, Self::Version(id)) => format!(
                "ces textes ne sont pas ceux du RGAA {} : {id} n’est pas dans les deux",
                RGAA.version
            ),
            (Lang::En, Self::Version(id)) => format!(
                "these are not the texts of RGAA {}: {id} is not in both",
                RGAA.version
            ),
        }
    }
}

impl fmt::Display for OfficialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for OfficialError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            _ => None,
        }
    }
}

#[derive(Deserialize)]
struct File {
    topics: Vec<FileTopic>,
}

#[derive(Deserialize)]
struct FileTopic {
    number: u8,
    criteria: Vec<FileEntry>,
}

#[derive(Deserialize)]
struct FileEntry {
    criterium: FileCriterion,
}

#[derive(Deserialize)]
struct FileCriterion {
    number: u8,
    title: String,
    tests: BTreeMap<String, Vec<String>>,
}

impl Official {
    /// Reads the contents of `criteres.json`. The file does not name its version, so it must have exactly the
    /// criteria and tests of [`RGAA`].
    pub fn read(json: &str) -> Result<Self, OfficialError> {
        let file: File = serde_json::from_str(json).map_err(OfficialError::Json)?;
        let mut criteria = BTreeMap::new();
        let mut tests = BTreeMap::new();
        for topic in file.topics {
            for FileEntry { criterium } in topic.criteria {
                let id = CriterionId::new(topic.number, criterium.number);
                criteria.insert(id, without_links(&criterium.title));
                for (key, sentences) in criterium.tests {
                    let Ok(test) = key.parse() else {
                        return Err(OfficialError::Test { criterion: id, key });
                    };
                    if sentences.is_empty() {
                        return Err(OfficialError::Test { criterion: id, key });
                    }
                    let sentences = sentences.iter().map(|s| without_links(s)).collect();
                    tests.insert(TestId::new(id.topic, id.criterion, test), sentences);
                }
            }
        }

        let known = RGAA.criteria().map(|criterion| criterion.id);
        if let Some(id) = first_difference(criteria.keys().copied(), known) {
            return Err(OfficialError::Version(id.to_string()));
        }
        let known = RGAA.tests().map(|test| test.id);
        if let Some(id) = first_difference(tests.keys().copied(), known) {
            return Err(OfficialError::Version(id.to_string()));
        }
        Ok(Self { criteria, tests })
    }

    /// The sentence of a criterion, in Markdown without links.
    pub fn criterion(&self, id: CriterionId) -> Option<&str> {
        self.criteria.get(&id).map(String::as_str)
    }

    /// The sentences of a test, in Markdown without links: the question, then its conditions if it has any.
    pub fn test(&self, id: TestId) -> Option<&[String]> {
        self.tests.get(&id).map(Vec::as_slice)
    }
}

/// The smallest id that is in one of two ascending sequences only.
fn first_difference<Id: Ord>(
    mut a: impl Iterator<Item = Id>,
    mut b: impl Iterator<Item = Id>,
) -> Option<Id> {
    loop {
        match (a.next(), b.next()) {
            (Some(x), Some(y)) if x == y => {}
            (Some(x), Some(y)) => return Some(x.min(y)),
            (x, y) => return x.or(y),
        }
    }
}

/// Markdown with each `[label](target)` replaced by its label: the targets are anchors of the official site.
fn without_links(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        rest = after;
        let link = after.find(['[', ']']).and_then(|end| {
            let target = after[end..].strip_prefix("](")?;
            Some((&after[..end], target.split_once(')')?.1))
        });
        match link {
            Some((label, after_link)) => {
                out.push_str(label);
                rest = after_link;
            }
            None => out.push('['),
        }
    }
    out.push_str(rest);
    out
}
