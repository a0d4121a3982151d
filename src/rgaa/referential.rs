//! What a version of the referential is made of, and how to find one's way in it.

use super::{CriterionId, TestId, TopicId};
use crate::text::Text;

/// A topic (« thème ») and its criteria.
#[derive(Debug)]
pub struct Topic {
    /// Its number.
    pub id: TopicId,
    /// Its name.
    pub title: Text,
    /// Its criteria, numbered from 1 without a gap.
    pub criteria: &'static [Criterion],
}

/// A criterion and its tests.
#[derive(Debug)]
pub struct Criterion {
    /// Its number.
    pub id: CriterionId,
    /// What it asks for, in our own words: the official sentence is read from [`Official`](super::Official).
    pub title: Text,
    /// The WCAG 2.1 success criteria it rests on, in order, such as `1.4.3`.
    pub wcag: &'static [&'static str],
    /// Its tests, numbered from 1 without a gap.
    pub tests: &'static [Test],
}

/// A test.
#[derive(Debug)]
pub struct Test {
    /// Its number.
    pub id: TestId,
    /// What it asks for, in our own words: the official sentence is read from [`Official`](super::Official).
    pub title: Text,
}

/// A test about things that other tests are about too.
#[derive(Debug)]
pub struct Linked {
    /// The test.
    pub test: TestId,
    /// Where all of these have nothing to judge, it has nothing either.
    pub rests_on: &'static [TestId],
}

/// What must be read to judge a test: the cheapest input that gives a verdict where there is something to judge; where none does
/// without a person, the cheapest that proves that there is nothing to judge, or gathers evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// The bytes of the page.
    Bytes,
    /// Its tree.
    Tree,
    /// Computed styles.
    Styles,
    /// Where a browser puts things.
    Layout,
    /// The bytes of images, sounds and videos.
    Media,
    /// Other pages of the site.
    Site,
    /// A person, from the start.
    Person,
}

impl Input {
    /// Every input, from the cheapest.
    pub const ALL: [Input; 7] = [
        Input::Bytes,
        Input::Tree,
        Input::Styles,
        Input::Layout,
        Input::Media,
        Input::Site,
        Input::Person,
    ];

    /// The input a letter of the data stands for.
    const fn of(letter: u8) -> Input {
        match letter {
            b'B' => Input::Bytes,
            b'C' => Input::Styles,
            b'L' => Input::Layout,
            b'M' => Input::Media,
            b'S' => Input::Site,
            b'H' => Input::Person,
            _ => Input::Tree,
        }
    }
}

/// One version of the referential.
#[derive(Debug)]
pub struct Referential {
    /// Short name, as in reports: `rgaa`.
    pub id: &'static str,
    /// Version, as in reports: `4.1.2`.
    pub version: &'static str,
    /// The topics, numbered from 1 without a gap.
    pub topics: &'static [Topic],
    /// Tests that have nothing to judge where others have nothing. None rests on a test that rests on another.
    pub linked: &'static [Linked],
    /// By topic, a text a criterion, a letter a test.
    pub(super) needs: &'static [&'static [&'static str]],
    pub(super) index: Index<'static>,
}

/// Every criterion and test in order, and where those of each topic and criterion begin.
#[derive(Debug)]
pub(super) struct Index<'a> {
    pub(super) criteria: &'a [&'static Criterion],
    pub(super) tests: &'a [&'static Test],
    /// For each topic, the place of its first criterion.
    pub(super) first_criterion: &'a [u16],
    /// For each criterion, the place of its first test.
    pub(super) first_test: &'a [u16],
}

impl Referential {
    /// The topic with this number.
    pub fn topic(&self, id: TopicId) -> Option<&'static Topic> {
        self.topics.get(usize::from(id.0).checked_sub(1)?)
    }

    /// The criterion with this number.
    pub fn criterion(&self, id: CriterionId) -> Option<&'static Criterion> {
        self.criterion_at(self.criterion_index(id)?)
    }

    /// The test with this number.
    pub fn test(&self, id: TestId) -> Option<&'static Test> {
        self.test_at(self.test_index(id)?)
    }

    /// What must be read to judge a test.
    pub fn needs(&self, id: TestId) -> Option<Input> {
        let place = |n: u8| usize::from(n).checked_sub(1);
        let criteria = self.needs.get(place(id.topic)?)?;
        let letters = criteria.get(place(id.criterion)?)?;
        letters
            .as_bytes()
            .get(place(id.test)?)
            .map(|letter| Input::of(*letter))
    }

    /// Every criterion, in order.
    pub fn criteria(&self) -> impl ExactSizeIterator<Item = &'static Criterion> + use<> {
        self.index.criteria.iter().copied()
    }

    /// Every test, in order.
    pub fn tests(&self) -> impl ExactSizeIterator<Item = &'static Test> + use<> {
        self.index.tests.iter().copied()
    }

    /// The criterion at this place, from 0, among all of them.
    pub fn criterion_at(&self, index: usize) -> Option<&'static Criterion> {
        self.index.criteria.get(index).copied()
    }

    /// The test at this place, from 0, among all of them.
    pub fn test_at(&self, index: usize) -> Option<&'static Test> {
        self.index.tests.get(index).copied()
    }

    /// The place of a criterion, from 0, among all of them.
    pub const fn criterion_index(&self, id: CriterionId) -> Option<usize> {
        let (topic, criterion) = (id.topic as usize, id.criterion as usize);
        if topic == 0 || topic > self.topics.len() {
            return None;
        }
        if criterion == 0 || criterion > self.topics[topic - 1].criteria.len() {
            return None;
        }
        Some(self.index.first_criterion[topic - 1] as usize + criterion - 1)
    }

    /// The place of a test, from 0, among all of them.
    pub const fn test_index(&self, id: TestId) -> Option<usize> {
        let Some(criterion) = self.criterion_index(id.criterion_id()) else {
            return None;
        };
        let test = id.test as usize;
        if test == 0 || test > self.index.criteria[criterion].tests.len() {
            return None;
        }
        Some(self.index.first_test[criterion] as usize + test - 1)
    }
}

// What follows runs at compile time, once for each version: a misnumbered literal does not compile.

pub(super) const fn count_criteria(topics: &[Topic]) -> usize {
    let (mut count, mut t) = (0, 0);
    while t < topics.len() {
        count += topics[t].criteria.len();
        t += 1;
    }
    count
}

pub(super) const fn count_tests(topics: &[Topic]) -> usize {
    let (mut count, mut t) = (0, 0);
    while t < topics.len() {
        let mut c = 0;
        while c < topics[t].criteria.len() {
            count += topics[t].criteria[c].tests.len();
            c += 1;
        }
        t += 1;
    }
    count
}

/// What an [`Index`] points to.
pub(super) struct Tables<const TOPICS: usize, const CRITERIA: usize, const TESTS: usize> {
    criteria: [&'static Criterion; CRITERIA],
    tests: [&'static Test; TESTS],
    first_criterion: [u16; TOPICS],
    first_test: [u16; CRITERIA],
}

impl<const TOPICS: usize, const CRITERIA: usize, const TESTS: usize>
    Tables<TOPICS, CRITERIA, TESTS>
{
    pub(super) const fn of(topics: &'static [Topic]) -> Self {
        let mut tables = Self {
            criteria: [&topics[0].criteria[0]; CRITERIA],
            tests: [&topics[0].criteria[0].tests[0]; TESTS],
            first_criterion: [0; TOPICS],
            first_test: [0; CRITERIA],
        };
        let (mut t, mut criteria, mut tests) = (0, 0, 0);
        while t < topics.len() {
            let topic = &topics[t];
            assert!(topic.id.0 as usize == t + 1);
            tables.first_criterion[t] = criteria as u16;
            let mut c = 0;
            while c < topic.criteria.len() {
                let criterion = &topic.criteria[c];
                assert!(criterion.id.topic == topic.id.0);
                assert!(criterion.id.criterion as usize == c + 1);
                tables.criteria[criteria] = criterion;
                tables.first_test[criteria] = tests as u16;
                let mut n = 0;
                while n < criterion.tests.len() {
                    let id = criterion.tests[n].id;
                    assert!(id.topic == topic.id.0);
                    assert!(id.criterion == criterion.id.criterion);
                    assert!(id.test as usize == n + 1);
                    tables.tests[tests] = &criterion.tests[n];
                    tests += 1;
                    n += 1;
                }
                criteria += 1;
                c += 1;
            }
            t += 1;
        }
        tables
    }

    pub(super) const fn index(&self) -> Index<'_> {
        Index {
            criteria: &self.criteria,
            tests: &self.tests,
            first_criterion: &self.first_criterion,
            first_test: &self.first_test,
        }
    }
}
