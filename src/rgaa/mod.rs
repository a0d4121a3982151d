//! The RGAA as data: topics, criteria and tests with titles in our own words, the WCAG they rest on,
//! and the rules that fold the outcomes of tests into the status of criteria.
//!
//! Each version of the referential is one folder of literals (`v4_1_2/`); [`RGAA`] is the version in force.

mod fraction;
mod id;
mod official;
mod outcome;
mod referential;
mod sample;
mod scope;
mod v4_1_2;
mod wcag;

pub use fraction::Fraction;
pub use id::{CriterionId, IdError, IdKind, TestId, TopicId};
pub use official::{Official, OfficialError};
pub use outcome::{Outcome, Status, criterion_status, sample_status};
pub use referential::{Criterion, Input, Linked, Referential, Test, Topic};
pub use sample::{Bounds, Concluded, Rates, Sample, SampleCriterion, StatusCounts};
pub use scope::{Scope, ScopeError};
pub use v4_1_2::{CRITERIA, RGAA, TESTS, TOPICS};
pub use wcag::wcag_name;

/// The id of a test of [`RGAA`], for the statics of the checks.
///
/// # Panics
/// If the RGAA has no such test: in a `static` or a `const` this is a compile error. For numbers only known
/// when the program runs, use [`TestId::new`] or [`str::parse`].
pub const fn test(topic: u8, criterion: u8, test: u8) -> TestId {
    let id = TestId::new(topic, criterion, test);
    assert!(RGAA.test_index(id).is_some(), "the RGAA has no such test");
    id
}
