//! A part of the RGAA, as `--select 9`, `--select 9.1` or `--select 9.1.1` names it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Criterion, CriterionId, RGAA, Test, TestId, Topic, TopicId};
use crate::text::Lang;

/// A topic, a criterion or a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All the tests of a topic.
    Topic(TopicId),
    /// All the tests of a criterion.
    Criterion(CriterionId),
    /// One test.
    Test(TestId),
}

impl Scope {
    /// Is this test in this part?
    pub fn contains(self, test: TestId) -> bool {
        match self {
            Scope::Topic(topic) => test.topic_id() == topic,
            Scope::Criterion(criterion) => test.criterion_id() == criterion,
            Scope::Test(only) => test == only,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Topic(id) => id.fmt(f),
            Scope::Criterion(id) => id.fmt(f),
            Scope::Test(id) => id.fmt(f),
        }
    }
}

/// Why a text names no part of the RGAA.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeError {
    /// It is not written as one, two or three numbers.
    Form(String),
    /// It is, and the RGAA has no such topic, criterion or test.
    Unknown {
        /// What was read.
        input: String,
        /// The first part that exists, where the unknown number was read.
        first: Scope,
        /// The last one.
        last: Scope,
    },
}

impl ScopeError {
    /// The error as a sentence, with the numbers that exist.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            ScopeError::Form(input) => {
                let given = input.escape_debug();
                match lang {
                    Lang::Fr => format!(
                        "« {given} » n’est pas un numéro de thème (9), de critère (9.1) ou de test (9.1.1)"
                    ),
                    Lang::En => format!(
                        "\"{given}\" is not the number of a topic (9), a criterion (9.1) or a test (9.1.1)"
                    ),
                }
            }
            ScopeError::Unknown { input, first, last } => {
                let (fr, en) = unknown(*first, *last);
                match lang {
                    Lang::Fr => format!("{input} n’existe pas : {fr}"),
                    Lang::En => format!("{input} does not exist: {en}"),
                }
            }
        }
    }
}

/// What exists, from `first` to `last`, in French and in English.
fn unknown(first: Scope, last: Scope) -> (String, String) {
    match (first, last) {
        (Scope::Topic(_), _) => (
            format!("les thèmes vont de {first} à {last}"),
            format!("topics go from {first} to {last}"),
        ),
        (Scope::Criterion(id), _) => (
            format!(
                "les critères du thème {} vont de {first} à {last}",
                id.topic
            ),
            format!(
                "the criteria of topic {} go from {first} to {last}",
                id.topic
            ),
        ),
        (Scope::Test(id), _) if first == last => (
            format!("le critère {} n’a qu’un test, {first}", id.criterion_id()),
            format!("criterion {} has one test, {first}", id.criterion_id()),
        ),
        (Scope::Test(id), _) => (
            format!(
                "les tests du critère {} vont de {first} à {last}",
                id.criterion_id()
            ),
            format!(
                "the tests of criterion {} go from {first} to {last}",
                id.criterion_id()
            ),
        ),
    }
}

impl fmt::Display for ScopeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for ScopeError {}

impl FromStr for Scope {
    type Err = ScopeError;

    /// Reads a number that [`RGAA`] has.
    fn from_str(s: &str) -> Result<Self, ScopeError> {
        let parts: Vec<&str> = s.splitn(4, '.').collect();
        if parts.len() > 3 || !parts.iter().all(|part| is_number(part)) {
            return Err(ScopeError::Form(s.to_owned()));
        }
        let unknown = |first, last| ScopeError::Unknown {
            input: s.to_owned(),
            first,
            last,
        };

        let topics = RGAA.topics;
        let topic: &Topic = nth(topics, parts[0]).ok_or_else(|| {
            unknown(
                Scope::Topic(topics[0].id),
                Scope::Topic(topics[topics.len() - 1].id),
            )
        })?;
        let Some(part) = parts.get(1) else {
            return Ok(Scope::Topic(topic.id));
        };

        let criteria = topic.criteria;
        let criterion: &Criterion = nth(criteria, part).ok_or_else(|| {
            unknown(
                Scope::Criterion(criteria[0].id),
                Scope::Criterion(criteria[criteria.len() - 1].id),
            )
        })?;
        let Some(part) = parts.get(2) else {
            return Ok(Scope::Criterion(criterion.id));
        };

        let tests = criterion.tests;
        let test: &Test = nth(tests, part).ok_or_else(|| {
            unknown(
                Scope::Test(tests[0].id),
                Scope::Test(tests[tests.len() - 1].id),
            )
        })?;
        Ok(Scope::Test(test.id))
    }
}

/// Digits only, with one spelling for each number.
fn is_number(part: &str) -> bool {
    let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits && (part == "0" || !part.starts_with('0'))
}

/// The item with this number: they are numbered from 1 without a gap.
fn nth<'a, T>(items: &'a [T], number: &str) -> Option<&'a T> {
    items.get(number.parse::<usize>().ok()?.checked_sub(1)?)
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}
