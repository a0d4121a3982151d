//! From what checks say to the outcome of each RGAA test on the page (EARL's words), then to the status of each criterion.
//!
//! For one test: a refuting proof that fails makes it failed. Else a failure that breaks this test *or* another leaves it open.
//! Else deciding proofs say passed or inapplicable, unless something on the page could change the answer (scripts). Else
//! whatever looked at it without deciding leaves it to a person. Nobody looked: untested.

use crate::check::{Drafts, Found, Meta, ProofKind, Verdict};
use crate::report::{Criteria, Tests};
use crate::rgaa::{Outcome, RGAA, TestId, criterion_status};

/// What is known of one test so far. More said of it only ever adds to it.
#[derive(Clone, Copy, Default)]
struct Known {
    failed: bool,
    /// Broken, or another test is: only a person says which.
    open: bool,
    /// A question was asked, or someone looked without being able to prove.
    doubt: bool,
    /// A finding speaks to it.
    found: bool,
    /// A check that may fail it, or pass it with others, was not asked for.
    partly: bool,
    decided: Option<Decision>,
    /// What would be decided if nothing could change the page.
    at_rest: Option<Decision>,
}

/// In order: of two checks that both settle a test, the later word holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Decision {
    Inapplicable,
    Passed,
    CantTell,
}

/// Outcomes and statuses of a page.
#[derive(Default)]
pub(super) struct Folded {
    pub tests: Tests,
    pub criteria: Criteria,
    /// Tests that are open only because something could change the page after what was read.
    pub withheld: Vec<TestId>,
}

/// Gathers what checks say.
#[derive(Clone, Default)]
pub(super) struct Fold {
    known: Vec<Known>,
    /// Something could change the page after what was read: active scripts, a page cut short.
    unsettled: bool,
}

/// What a check may say of one test, and where that test is known: what [`Proof`]s say, at hand.
#[derive(Clone, Copy)]
pub(super) struct Word {
    place: u16,
    test: TestId,
    kind: ProofKind,
    /// The proof names several tests, of which a failure breaks one.
    shared: bool,
    whatever_scripts_do: bool,
    inapplicable_without_targets: bool,
    no_targets_whatever_scripts_do: bool,
}

impl Word {
    /// All those of a check.
    pub fn all(meta: &Meta) -> Vec<Word> {
        let words = meta.proofs.iter().flat_map(|proof| {
            proof.tests.iter().filter_map(|test| {
                Some(Word {
                    place: test.index()? as u16,
                    test: *test,
                    kind: proof.kind,
                    shared: proof.tests.len() > 1 && proof.kind != ProofKind::Hints,
                    whatever_scripts_do: proof.whatever_scripts_do,
                    inapplicable_without_targets: proof.inapplicable_without_targets,
                    no_targets_whatever_scripts_do: proof.no_targets_whatever_scripts_do,
                })
            })
        });
        words.collect()
    }
}

impl Fold {
    /// Of these checks, none of which has met anything: where one has, add it on top. What a check says when it has met something
    /// always outweighs what it says when it has not.
    pub fn of_nothing_met<'m>(
        checks: impl Iterator<Item = (&'m Meta, &'m [Word])>,
        unsettled: bool,
    ) -> Fold {
        let mut fold = Fold {
            known: vec![Known::default(); RGAA.tests().len()],
            unsettled,
        };
        let nothing = Drafts::default();
        checks.for_each(|(meta, words)| fold.add(meta, words, &nothing, false));
        fold
    }

    /// The same, where checks that speak to these tests are not run: by the others alone, they are not passed.
    pub fn looked_at_in_part(mut self, tests: impl Iterator<Item = TestId>) -> Fold {
        for place in tests.filter_map(TestId::index) {
            self.known[place].partly = true;
        }
        self
    }

    /// Adds one check. `words`: [`Word::all`] of it. `incomplete`: findings were ignored on request or the check broke, so that nothing is
    /// proven by silence.
    pub fn add(&mut self, meta: &Meta, words: &[Word], drafts: &Drafts<'_>, incomplete: bool) {
        let (tally, found) = (drafts.tally, drafts.found.as_slice());
        let complete = !incomplete && drafts.left_out == 0;
        for word in words {
            let test = word.test;
            let known = &mut self.known[usize::from(word.place)];
            known.doubt = true;
            known.found |= found
                .iter()
                .any(|f| f.tests.as_ref().is_none_or(|tests| tests.contains(&test)));
            known.open |= drafts.open.contains(&test);
            if word.shared {
                // A finding that names one of the tests has settled which.
                let settled = found
                    .iter()
                    .any(|f| f.verdict == Verdict::Fail && f.tests.as_deref() == Some(&[test]));
                known.failed |= settled;
                known.open |= !settled && speaks(found, Verdict::Fail, test);
                continue;
            }
            let fails = word.kind != ProofKind::Hints && breaks(meta, found, test);
            known.failed |= fails;
            if word.kind != ProofKind::Decides && !word.inapplicable_without_targets {
                continue;
            }
            let asks = speaks(found, Verdict::Review, test);
            let decide = |settled: bool| {
                if !settled || asks || (tally.failed > 0 && !fails) {
                    Decision::CantTell
                } else if !drafts.meets(test) {
                    Decision::Inapplicable
                } else if word.kind == ProofKind::Decides {
                    Decision::Passed
                } else {
                    Decision::CantTell
                }
            };
            let rests = !self.unsettled
                || word.whatever_scripts_do
                || word.no_targets_whatever_scripts_do && !drafts.meets(test);
            known.decided = known.decided.max(Some(decide(complete && rests)));
            known.at_rest = known.at_rest.max(Some(decide(complete)));
        }
    }

    pub fn finish(self) -> Folded {
        let tests = outcomes(&self.known, |known| known.decided);
        let mut withheld = Vec::new();
        if self.unsettled {
            let at_rest = outcomes(&self.known, |known| known.at_rest);
            let both = tests.iter().zip(at_rest);
            let differs = RGAA
                .tests()
                .zip(both)
                .filter(|(_, (now, then))| *now != then);
            withheld.extend(differs.map(|(test, _)| test.id));
        }
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
        Folded {
            tests: Tests(tests),
            criteria: Criteria(criteria),
            withheld,
        }
    }
}

/// The outcome of each test, by what is decided of it; then of those that rest on others.
fn outcomes(known: &[Known], decided: impl Fn(&Known) -> Option<Decision>) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = known.iter().map(|k| outcome(k, decided(k))).collect();
    for linked in RGAA.linked {
        let Some(place) = linked.test.index() else {
            continue;
        };
        let open = matches!(outcomes[place], Outcome::CantTell | Outcome::Untested);
        let nothing =
            |test: &TestId| test.index().map(|i| outcomes[i]) == Some(Outcome::Inapplicable);
        // A question about a place outweighs a proof that there is no such place.
        if open && !known[place].found && linked.rests_on.iter().all(nothing) {
            outcomes[place] = Outcome::Inapplicable;
        }
    }
    outcomes
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

fn outcome(known: &Known, decided: Option<Decision>) -> Outcome {
    match (known, decided) {
        (Known { failed: true, .. }, _) => Outcome::Failed,
        (Known { open: true, .. }, _) => Outcome::CantTell,
        (Known { partly: false, .. }, Some(Decision::Passed)) => Outcome::Passed,
        (_, Some(Decision::Inapplicable)) => Outcome::Inapplicable,
        (Known { doubt: true, .. }, _) => Outcome::CantTell,
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
            in_dom: None,
            places: 1,
            essence: 0,
            fixes: Vec::new(),
        }
    }

    fn outcomes(drafts: &Drafts<'_>) -> (Outcome, Outcome) {
        let mut fold = Fold::of_nothing_met(std::iter::empty(), false);
        fold.add(&META, &Word::all(&META), drafts, false);
        let tests = fold.finish().tests;
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
            let mut fold = Fold::of_nothing_met(std::iter::empty(), false);
            fold.add(&HINTS, &Word::all(&HINTS), drafts, false);
            let tests = fold.finish().tests;
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
    fn that_there_is_nothing_may_hold_whatever_scripts_do() {
        static BYTES: Meta = Meta {
            proofs: &[Proof::decides(&[INFORMS]).no_targets_whatever_scripts_do()],
            ..Meta::NEW
        };
        let outcome = |passed| {
            let mut fold = Fold::of_nothing_met(std::iter::empty(), true);
            let mut drafts = Drafts::default();
            drafts.tally.passed = passed;
            fold.add(&BYTES, &Word::all(&BYTES), &drafts, false);
            fold.finish().tests.0[INFORMS.index().unwrap()]
        };
        assert_eq!(outcome(0), Outcome::Inapplicable);
        assert_eq!(outcome(1), Outcome::CantTell);
    }

    #[test]
    fn checks_that_are_not_run_prove_nothing() {
        let mut drafts = Drafts::default();
        drafts.tally.passed = 1;
        let mut fold = Fold::of_nothing_met(std::iter::empty(), false)
            .looked_at_in_part([INFORMS].into_iter());
        fold.add(&META, &Word::all(&META), &drafts, false);
        let tests = fold.finish().tests;
        let of = |t: TestId| tests.0[t.index().unwrap()];
        assert_eq!(of(INFORMS), Outcome::CantTell);
        assert_eq!(of(DECORATES), Outcome::Passed);
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

    #[test]
    fn what_scripts_could_change_is_withheld() {
        let drafts = Drafts {
            tally: Tally {
                passed: 1,
                failed: 0,
                review: 0,
            },
            narrowed: 1,
            met: vec![INFORMS],
            ..Drafts::default()
        };
        let mut fold = Fold::of_nothing_met(std::iter::empty(), true);
        fold.add(&META, &Word::all(&META), &drafts, false);
        let folded = fold.finish();
        for test in [INFORMS, DECORATES] {
            assert_eq!(folded.tests.0[test.index().unwrap()], Outcome::CantTell);
        }
        assert_eq!(folded.withheld, [INFORMS, DECORATES]);
    }

    const RELEVANT: TestId = test(1, 3, 1);

    /// The outcome of 1.3.1, which rests on 1.1.1, when a check that hints at it found this.
    fn linked(found: Vec<Found<'static>>, unsettled: bool) -> (Outcome, bool) {
        static HINTS: Meta = Meta {
            proofs: &[Proof::hints(&[RELEVANT])],
            ..Meta::NEW
        };
        let mut fold = Fold::of_nothing_met(std::iter::empty(), unsettled);
        fold.add(&META, &Word::all(&META), &Drafts::default(), false);
        let drafts = Drafts {
            found,
            ..Drafts::default()
        };
        fold.add(&HINTS, &Word::all(&HINTS), &drafts, false);
        let folded = fold.finish();
        let outcome = folded.tests.0[RELEVANT.index().unwrap()];
        (outcome, folded.withheld.contains(&RELEVANT))
    }

    #[test]
    fn where_nothing_informs_no_alternative_is_relevant() {
        assert_eq!(linked(Vec::new(), false), (Outcome::Inapplicable, false));
        assert_eq!(linked(Vec::new(), true), (Outcome::CantTell, true));
        let mut question = failure(&[RELEVANT]);
        question.verdict = Verdict::Review;
        assert_eq!(linked(vec![question], false), (Outcome::CantTell, false));
        // Where the first is decided otherwise, the second is a question of its own.
        let mut drafts = Drafts::default();
        drafts.tally.passed = 1;
        let mut fold = Fold::of_nothing_met(std::iter::empty(), false);
        fold.add(&META, &Word::all(&META), &drafts, false);
        let place = RELEVANT.index().unwrap();
        assert_eq!(fold.finish().tests.0[place], Outcome::Untested);
    }
}
