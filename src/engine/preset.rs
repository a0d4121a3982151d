//! Another tool's or test's view of a page, named in one word.

use super::{Selector, Settings};
use crate::check::{Category, Level, Meta, Verdict};
use crate::rgaa::{Scope, TestId, test};

/// RGAA 8.2.1, on valid source code.
const VALIDITY: TestId = test(8, 2, 1);

/// What to look for, and how loudly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// What the Nu Html Checker reports: the errors and warnings of conformance, no question that is not an error of HTML.
    Nu,
    /// What breaks RGAA 8.2.1, and nothing that is only beyond it: errors all.
    Validity,
}

impl Preset {
    /// The words for them.
    pub const WORDS: [&str; 2] = ["nu", "rgaa-8.2.1"];

    /// From its word.
    pub fn parse(word: &str) -> Option<Preset> {
        match word {
            "nu" => Some(Preset::Nu),
            "rgaa-8.2.1" => Some(Preset::Validity),
            _ => None,
        }
    }

    /// The checks it takes.
    pub fn select(self) -> Selector {
        match self {
            Preset::Nu => Selector::Category(Category::Conformance),
            Preset::Validity => Selector::Scope(Scope::Test(VALIDITY)),
        }
    }

    /// The level of a finding that speaks to these tests, at `level` by itself.
    fn level(self, level: Level, verdict: Verdict, tests: &[TestId]) -> Level {
        match self {
            Preset::Nu if verdict == Verdict::Review && level < Level::Error => Level::Off,
            Preset::Nu => level,
            Preset::Validity if verdict == Verdict::Fail && tests.contains(&VALIDITY) => {
                Level::Error
            }
            Preset::Validity => Level::Off,
        }
    }
}

impl Settings {
    /// How loud a finding is: as configured, else as the finding asks, else as its check says; and as the preset then sees it. `tests`:
    /// what it speaks to, if not all that its check does.
    pub(super) fn level(
        &self,
        meta: &Meta,
        asked: Option<Level>,
        verdict: Verdict,
        tests: Option<&[TestId]>,
    ) -> Level {
        let configured = self.levels.get(meta.id).copied();
        let level = configured.or(asked).unwrap_or(match verdict {
            Verdict::Fail => meta.level,
            Verdict::Review => meta.review_level,
        });
        match (self.preset, tests) {
            (None, _) => level,
            (Some(preset), Some(tests)) => preset.level(level, verdict, tests),
            (Some(preset), None) => preset.level(level, verdict, &meta.tests()),
        }
    }
}
