//! The numbers of the RGAA: `9` (topic), `9.1` (criterion), `9.1.1` (test).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::RGAA;
use crate::text::Lang;

/// The number of a topic. Not every number exists: see [`Referential::topic`](super::Referential::topic).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(pub u8);

/// The number of a criterion, ordered as numbers are: 1.9 comes before 1.10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId {
    /// Number of the topic.
    pub topic: u8,
    /// Number of the criterion in its topic.
    pub criterion: u8,
}

/// The number of a test, ordered as numbers are: 1.6.9 comes before 1.6.10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TestId {
    /// Number of the topic.
    pub topic: u8,
    /// Number of the criterion in its topic.
    pub criterion: u8,
    /// Number of the test in its criterion.
    pub test: u8,
}

impl CriterionId {
    /// The id with these numbers, whether the RGAA has it or not.
    pub const fn new(topic: u8, criterion: u8) -> Self {
        Self { topic, criterion }
    }

    /// The topic this criterion is in.
    pub const fn topic_id(self) -> TopicId {
        TopicId(self.topic)
    }

    /// Place among the criteria of [`RGAA`], from 0; `None` if it has no such criterion.
    pub const fn index(self) -> Option<usize> {
        RGAA.criterion_index(self)
    }

    /// The criterion at this place in [`RGAA`].
    pub fn from_index(index: usize) -> Option<Self> {
        RGAA.criterion_at(index).map(|criterion| criterion.id)
    }
}

impl TestId {
    /// The id with these numbers, whether the RGAA has it or not.
    pub const fn new(topic: u8, criterion: u8, test: u8) -> Self {
        Self {
            topic,
            criterion,
            test,
        }
    }

    /// The topic this test is in.
    pub const fn topic_id(self) -> TopicId {
        TopicId(self.topic)
    }

    /// The criterion this test is in.
    pub const fn criterion_id(self) -> CriterionId {
        CriterionId::new(self.topic, self.criterion)
    }

    /// Place among the tests of [`RGAA`], from 0; `None` if it has no such test.
    pub const fn index(self) -> Option<usize> {
        RGAA.test_index(self)
    }

    /// The test at this place in [`RGAA`].
    pub fn from_index(index: usize) -> Option<Self> {
        RGAA.test_at(index).map(|test| test.id)
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for CriterionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.topic, self.criterion)
    }
}

impl fmt::Display for TestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.topic, self.criterion, self.test)
    }
}

/// What an RGAA number was expected to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// `9`
    Topic,
    /// `9.1`
    Criterion,
    /// `9.1.1`
    Test,
}

/// A text that is not written as the number of a topic, criterion or test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError {
    /// What was read.
    pub input: String,
    /// What was expected.
    pub expected: IdKind,
}

impl IdError {
    /// The error as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let given = self.input.escape_debug();
        match (lang, self.expected) {
            (Lang::Fr, IdKind::Topic) => {
                format!("« {given} » n’est pas un numéro de thème, comme 9")
            }
            (Lang::Fr, IdKind::Criterion) => {
                format!("« {given} » n’est pas un numéro de critère, comme 9.1")
            }
            (Lang::Fr, IdKind::Test) => {
                format!("« {given} » n’est pas un numéro de test, comme 9.1.1")
            }
            (Lang::En, IdKind::Topic) => format!("\"{given}\" is not a topic number such as 9"),
            (Lang::En, IdKind::Criterion) => {
                format!("\"{given}\" is not a criterion number such as 9.1")
            }
            (Lang::En, IdKind::Test) => format!("\"{given}\" is not a test number such as 9.1.1"),
        }
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for IdError {}

/// Exactly `N` numbers, from 1 to 255, written without sign, space or leading zero.
fn numbers<const N: usize>(s: &str) -> Option<[u8; N]> {
    let mut parts = s.split('.');
    let mut out = [0; N];
    for number in &mut out {
        let part = parts.next()?;
        // `u8::from_str` would take `+9` and `09`, which would make two spellings of one id.
        if !part.starts_with(|c: char| matches!(c, '1'..='9')) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(out)
}

macro_rules! read_and_write {
    ($id:ident, $kind:expr, $numbers:pat => $value:expr) => {
        impl FromStr for $id {
            type Err = IdError;

            /// Checks the writing only; whether the RGAA has this number is another question.
            fn from_str(s: &str) -> Result<Self, IdError> {
                let error = || IdError {
                    input: s.to_owned(),
                    expected: $kind,
                };
                let $numbers = numbers(s).ok_or_else(error)?;
                Ok($value)
            }
        }

        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?
                    .parse()
                    .map_err(de::Error::custom)
            }
        }
    };
}

read_and_write!(TopicId, IdKind::Topic, [topic] => TopicId(topic));
read_and_write!(CriterionId, IdKind::Criterion, [topic, criterion] => CriterionId::new(topic, criterion));
read_and_write!(TestId, IdKind::Test, [topic, criterion, test] => TestId::new(topic, criterion, test));
