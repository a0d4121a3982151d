//! The static data of a check.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::signs::Signs;
use crate::rgaa::TestId;
use crate::text::Text;

/// What a check says of one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Any expert would agree that it is wrong, from the files alone.
    Fail,
    /// Only a person can say; the message is the question.
    Review,
}

/// How loudly a continuous integration takes a finding. Independent of the verdict.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not reported.
    #[default]
    Off,
    /// Worth knowing.
    Note,
    /// Should be mended.
    Warning,
    /// Must be mended: stops the build by default.
    Error,
}

impl Level {
    /// The word of the contracts: `error`, `warning`, `note`, `off`.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Level {
    type Err = ();

    fn from_str(s: &str) -> Result<Level, ()> {
        [Level::Off, Level::Note, Level::Warning, Level::Error]
            .into_iter()
            .find(|l| l.name() == s)
            .ok_or(())
    }
}

/// What kind of rule a check holds the page to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// People can or cannot use the page.
    Accessibility,
    /// The page is or is not what the HTML Standard allows.
    Conformance,
    /// What was meant while writing shows in the page.
    Authoring,
}

/// What becomes of an error of the source in the tree that browsers build from it, which is what is judged when a page is validated as
/// browsers have it («code source généré»).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InDom {
    /// It is there too.
    Survives,
    /// Browsers mended it while reading: the tree shows something else, and the error no longer.
    Repaired,
    /// It depends on what is around, or on the finding.
    Unknown,
}

/// What the outcome of a check says of an RGAA test on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ProofKind {
    /// Failed, passed and inapplicable all carry over to the test.
    Decides,
    /// A failure of the check is a failure of the test; nothing else is proven.
    Refutes,
    /// The check only gathers evidence for a person.
    Hints,
}

/// A bond between a check and RGAA tests.
#[derive(Clone, Copy, Debug)]
pub struct Proof {
    /// How strong it is.
    pub kind: ProofKind,
    /// One test; or several of which a failure breaks exactly one, and only a person says which. For mere hints: any number.
    pub tests: &'static [TestId],
    /// No script can change the answer (the doctype, the bytes of the source).
    pub whatever_scripts_do: bool,
    /// The test is inapplicable where the check has no target, even when it does not decide it otherwise.
    pub inapplicable_without_targets: bool,
    /// That the check has no target, no script can change, though they may what it says of its targets.
    pub no_targets_whatever_scripts_do: bool,
}

impl Proof {
    const fn new(kind: ProofKind, tests: &'static [TestId]) -> Proof {
        Proof {
            kind,
            tests,
            whatever_scripts_do: false,
            inapplicable_without_targets: false,
            no_targets_whatever_scripts_do: false,
        }
    }

    /// The check settles the test both ways.
    pub const fn decides(tests: &'static [TestId]) -> Proof {
        Proof::new(ProofKind::Decides, tests)
    }

    /// A failure of the check is a failure of the test.
    pub const fn refutes(tests: &'static [TestId]) -> Proof {
        Proof::new(ProofKind::Refutes, tests)
    }

    /// The check asks questions about the test.
    pub const fn hints(tests: &'static [TestId]) -> Proof {
        Proof::new(ProofKind::Hints, tests)
    }

    /// The check's targets are all that the test is about: without a target the test is inapplicable. A target that does not fail
    /// leaves it to a person, unless the proof decides.
    pub const fn inapplicable_without_targets(self) -> Proof {
        Proof {
            inapplicable_without_targets: true,
            ..self
        }
    }

    /// Without a target the test is inapplicable whatever scripts run on the page.
    pub const fn no_targets_whatever_scripts_do(self) -> Proof {
        Proof {
            no_targets_whatever_scripts_do: true,
            ..self
        }
    }

    /// The proof holds whatever scripts run on the page.
    pub const fn whatever_scripts_do(self) -> Proof {
        Proof {
            whatever_scripts_do: true,
            ..self
        }
    }
}

/// What a check wants to be shown.
#[derive(Clone, Copy, Debug)]
pub enum Interest {
    /// Elements of these local names, in any namespace.
    Elements(&'static [&'static str]),
    /// Elements, whatever their name.
    EveryElement,
    /// Elements with an attribute named `aria-…`.
    AriaElements,
    /// Attributes of these names.
    Attributes(&'static [&'static str]),
    /// Elements whose computed role is one of these.
    Roles(&'static [&'static str]),
    /// Text that people read.
    Text,
    /// Text that people read, where one of these signs is in it.
    TextWith(Signs),
    /// Parse errors.
    ParseErrors,
    /// The page, once.
    Page,
}

/// Everything static about a check.
#[derive(Debug)]
pub struct Meta {
    /// Its stable id, in kebab case.
    pub id: &'static str,
    /// How loud its failures are by default.
    pub level: Level,
    /// How loud its questions ([`Verdict::Review`]) are by default.
    pub review_level: Level,
    /// What kind of rule it is.
    pub category: Category,
    /// What it fails is a conformance error of HTML too: it is selected with those.
    pub html_error: bool,
    /// What becomes of its errors in the tree that browsers build, when that is not [`InDom::Survives`]; [`InDom::Unknown`] when only
    /// the finding tells.
    pub in_dom: InDom,
    /// What is wrong, as a short title.
    pub title: Text,
    /// Why it matters, and to whom.
    pub why: Text,
    /// What to do.
    pub fix: Text,
    /// What `vigie fix` changes, where the check proposes a change that is safe.
    pub mends: Option<Text>,
    /// What it proves of which RGAA tests.
    pub proofs: &'static [Proof],
    /// Ids of the W3C ACT rules it implements.
    pub act: &'static [&'static str],
    /// What it is shown.
    pub interest: &'static [Interest],
    /// Pages it fails. Examples are whole pages to the parser, and are run by a test.
    pub fail: &'static [&'static str],
    /// Pages it asks a question about, without failing them.
    pub review: &'static [&'static str],
    /// Pages it passes.
    pub pass: &'static [&'static str],
    /// Pages with nothing to judge.
    pub na: &'static [&'static str],
}

impl Meta {
    /// A check with nothing in it, to fill by `..Meta::NEW`.
    pub const NEW: Meta = Meta {
        id: "",
        level: Level::Error,
        review_level: Level::Note,
        category: Category::Accessibility,
        html_error: false,
        in_dom: InDom::Survives,
        title: Text { fr: "", en: "" },
        why: Text { fr: "", en: "" },
        fix: Text { fr: "", en: "" },
        mends: None,
        proofs: &[],
        act: &[],
        interest: &[],
        fail: &[],
        review: &[],
        pass: &[],
        na: &[],
    };

    /// Whether what it fails is an error of HTML.
    pub fn fails_html(&self) -> bool {
        self.html_error || self.category == Category::Conformance
    }

    /// The RGAA tests it speaks to, each once, in order.
    pub fn tests(&self) -> Vec<TestId> {
        let mut tests: Vec<TestId> = self
            .proofs
            .iter()
            .flat_map(|p| p.tests.iter().copied())
            .collect();
        tests.sort_unstable();
        tests.dedup();
        tests
    }
}
