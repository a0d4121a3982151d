//! From what checks say to the outcome of each RGAA test on the page (EARL's words), then to the status of each criterion.
//!
//! For one test: a refuting proof that fails makes it failed. Else a failure that breaks this test *or* another leaves it open.
//! Else deciding proofs say passed or inapplicable, unless something on the page could change the answer (scripts). Else
//! whatever looked at it without deciding leaves it to a person. Nobody looked: untested.

use crate::check::{Drafts, Found, Meta, ProofKind, Verdict};
use crate::report::{Criteria, Tests};
use crate::rgaa::{Outcome, RGAA, TestId, criterion_status};

/// What is known of one test so far.
#[derive(Clone, Copy, Default)]
struct Known {
    failed: bool,
    /// Broken, or another test is: only a person says which.
    open: bool,
    /// A question was asked, or someone looked without being able to prove.
    doubt: bool,
    decided: Option<Decision>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Decision {
    Inapplicable,
    Passed,
    CantTell,
}

/// Gathers what checks say.
pub(super) struct Fold {
    known: Vec<Known>,
    /// Something could change the page after what was read: active scripts, a page cut short.
    unsettled: bool,
}

impl Fold {
    pub fn new(unsettled: bool) -> Fold {
        Fold {
            known: vec![Known::default(); RGAA.tests().len()],
            unsettled,
        }
    }

    /// Adds one check. `incomplete`: findings were ignored on request or the check broke, so that nothing is proven by silence.
    pub fn add(&mut self, meta: &Meta, drafts: &Drafts<'_>, incomplete: bool) {
        let (tally, found) = (drafts.tally, drafts.found.as_slice());
        for proof in meta.proofs {
            for &test in proof.tests {
                let Some(known) = test.index().and_then(|i| self.known.get_mut(i)) else {
                    continue;
                };
                known.doubt = true;
                known.open |= drafts.open.contains(&test);
                if proof.tests.len() > 1 && proof.kind != ProofKind::Hints {
                    // A finding that names one of the tests has settled which.
                    let settled = found
                        .iter()
                        .any(|f| f.verdict == Verdict::Fail && f.tests.as_deref() == Some(&[test]));
                    known.failed |= settled;
                    known.open |= !settled && speaks(found, Verdict::Fail, test);
                    continue;
                }
                let fails = proof.kind != ProofKind::Hints && breaks(meta, found, test);
                known.failed |= fails;
                if proof.kind != ProofKind::Decides && !proof.inapplicable_without_targets {
                    continue;
                }
                let asks = speaks(found, Verdict::Review, test);
                let settled = !incomplete
                    && drafts.left_out == 0
                    && (!self.unsettled || proof.whatever_scripts_do);
                let decision = if !settled || asks || (tally.failed > 0 && !fails) {
                    Decision::CantTell
                } else if !drafts.meets(test) {
                    Decision::Inapplicable
                } else if proof.kind == ProofKind::Decides {
                    Decision::Passed
                } else {
                    Decision::CantTell
                };
                known.decided = Some(match known.decided {
                    None => decision,
                    Some(Decision::CantTell) => Decision::CantTell,
                    Some(_) if decision == Decision::CantTell => Decision::CantTell,
                    Some(Decision::Passed) => Decision::Passed,
                    Some(Decision::Inapplicable) => decision,
                });
            }
        }
    }

    pub fn finish(self) -> (Tests, Criteria) {
        let tests: Vec<Outcome> = self.known.into_iter().map(outcome).collect();
        let mut at = 0;
        let criteria = RGAA
            .criteria()
            .map(|criterion| {
                let end = at + criterion.tests.len();
                let status = criterion_status(&tests[at..end]);
                at = end;
                status
            })
            .collect();
        (Tests(tests), Criteria(criteria))
    }
}

fn speaks(found: &[Found<'_>], verdict: Verdict, test: TestId) -> bool {
    found
        .iter()
        .any(|f| f.verdict == verdict && f.tests.as_ref().is_none_or(|tests| tests.contains(&test)))
}

/// Whether a failure breaks this very test: one that breaks either of two, as a proof of the check says, does not count.
fn breaks(meta: &Meta, found: &[Found<'_>], test: TestId) -> bool {
    let either = |tests: &[TestId]| tests.len() > 1 && meta.proofs.iter().any(|p| p.tests == tests);
    found.iter().any(|f| {
        f.verdict == Verdict::Fail
            && f.tests
                .as_ref()
                .is_none_or(|tests| tests.contains(&test) && !either(tests))
    })
}

fn outcome(known: Known) -> Outcome {
    match known {
        Known { failed: true, .. } => Outcome::Failed,
        Known { open: true, .. } => Outcome::CantTell,
        Known {
            decided: Some(Decision::Passed),
            ..
        } => Outcome::Passed,
        Known {
            decided: Some(Decision::Inapplicable),
            ..
        } => Outcome::Inapplicable,
        Known { doubt: true, .. } => Outcome::CantTell,
        _ => Outcome::Untested,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Proof, Tally, Target};
    use crate::rgaa::{TestId, test};
    use crate::source::Span;

    const INFORMS: TestId = test(1, 1, 1);
    const DECORATES: TestId = test(1, 2, 1);
    static META: Meta = Meta {
        proofs: &[
            Proof::decides(&[INFORMS]),
            Proof::decides(&[DECORATES]),
            Proof::refutes(&[INFORMS, DECORATES]),
        ],
        ..Meta::NEW
    };

    fn failure(tests: &[TestId]) -> Found<'static> {
        Found {
            verdict: Verdict::Fail,
            level: None,
            target: Target::from(Span::at(0)),
            message: String::new(),
            related: Vec::new(),
            tests: Some(tests.to_vec()),
            places: 1,
        }
    }

    fn outcomes(drafts: &Drafts<'_>) -> (Outcome, Outcome) {
        let mut fold = Fold::new(false);
        fold.add(&META, drafts, false);
        let (tests, _) = fold.finish();
        let of = |t: TestId| tests.0[t.index().unwrap()];
        (of(INFORMS), of(DECORATES))
    }

    #[test]
    fn a_failure_of_either_test_leaves_both_open() {
        let mut drafts = Drafts {
            tally: Tally {
                passed: 3,
                failed: 1,
                review: 0,
            },
            found: vec![failure(&[INFORMS, DECORATES])],
            ..Drafts::default()
        };
        assert_eq!(outcomes(&drafts), (Outcome::CantTell, Outcome::CantTell));
        drafts.found.push(failure(&[INFORMS]));
        assert_eq!(outcomes(&drafts), (Outcome::Failed, Outcome::CantTell));
    }

    #[test]
    fn a_pass_may_speak_to_one_test_only() {
        let mut drafts = Drafts {
            tally: Tally {
                passed: 2,
                failed: 0,
                review: 0,
            },
            narrowed: 2,
            met: vec![INFORMS],
            ..Drafts::default()
        };
        assert_eq!(outcomes(&drafts), (Outcome::Passed, Outcome::Inapplicable));
        drafts.open = vec![INFORMS];
        assert_eq!(
            outcomes(&drafts),
            (Outcome::CantTell, Outcome::Inapplicable)
        );
        drafts.narrowed = 1;
        assert_eq!(outcomes(&drafts), (Outcome::CantTell, Outcome::Passed));
    }

    #[test]
    fn evidence_may_prove_that_there_is_nothing_to_judge() {
        static HINTS: Meta = Meta {
            proofs: &[Proof::hints(&[INFORMS, DECORATES]).inapplicable_without_targets()],
            ..Meta::NEW
        };
        let mut drafts = Drafts::default();
        let outcomes = |drafts: &Drafts<'_>| {
            let mut fold = Fold::new(false);
            fold.add(&HINTS, drafts, false);
            let (tests, _) = fold.finish();
            [INFORMS, DECORATES].map(|t| tests.0[t.index().unwrap()])
        };
        assert_eq!(outcomes(&drafts), [Outcome::Inapplicable; 2]);
        drafts.tally.passed = 1;
        drafts.narrowed = 1;
        drafts.met = vec![INFORMS];
        assert_eq!(
            outcomes(&drafts),
            [Outcome::CantTell, Outcome::Inapplicable]
        );
    }

    #[test]
    fn findings_left_out_prove_nothing() {
        let drafts = Drafts {
            tally: Tally {
                passed: 1,
                failed: 0,
                review: 5,
            },
            left_out: 5,
            ..Drafts::default()
        };
        assert_eq!(outcomes(&drafts), (Outcome::CantTell, Outcome::CantTell));
    }
}
