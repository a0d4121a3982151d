//! Tests about things that another test is about too: where that one has nothing to judge, they have nothing either.
//!
//! Read from the wording of the tests. Only where the second speaks of the same kind of thing as the first, or of some of them
//! (« ayant une alternative textuelle »): 1.6 and 1.7 are not linked, since a description may be given that was not needed.

use super::super::TestId;
use super::super::referential::Linked;

const fn on(linked: TestId, rests_on: &'static [TestId]) -> Linked {
    Linked {
        test: linked,
        rests_on,
    }
}

/// Not [`super::super::test`], which asks the table this is a part of.
const fn t(topic: u8, criterion: u8, test: u8) -> TestId {
    TestId::new(topic, criterion, test)
}

/// Every field of a form.
const FIELDS: &[TestId] = &[t(11, 1, 1)];

pub(super) static LINKED: &[Linked] = &[
    // Relevance of alternatives: of the images that inform and have one.
    on(t(1, 3, 1), &[t(1, 1, 1)]),
    on(t(1, 3, 2), &[t(1, 1, 2)]),
    on(t(1, 3, 3), &[t(1, 1, 3)]),
    on(t(1, 3, 4), &[t(1, 1, 6)]),
    on(t(1, 3, 5), &[t(1, 1, 7)]),
    on(t(1, 3, 6), &[t(1, 1, 5)]),
    on(t(1, 3, 7), &[t(1, 1, 8)]),
    on(t(1, 3, 8), &[t(1, 1, 8)]),
    on(
        t(1, 3, 9),
        &[
            t(1, 1, 1),
            t(1, 1, 2),
            t(1, 1, 3),
            t(1, 1, 5),
            t(1, 1, 6),
            t(1, 1, 7),
            t(1, 1, 8),
        ],
    ),
    // Relevance of frame titles.
    on(t(2, 2, 1), &[t(2, 1, 1)]),
    // Captions: those in a track, their relevance.
    on(t(4, 3, 2), &[t(4, 3, 1)]),
    on(t(4, 4, 1), &[t(4, 3, 1)]),
    // Relevance of alternatives to other media.
    on(t(4, 8, 2), &[t(4, 8, 1)]),
    on(t(4, 9, 1), &[t(4, 8, 1)]),
    // Relevance of summaries of complex tables, of titles of data tables.
    on(t(5, 2, 1), &[t(5, 1, 1)]),
    on(t(5, 5, 1), &[t(5, 4, 1)]),
    // Shape, size and position: present, then well done.
    on(t(10, 10, 1), &[t(10, 9, 1)]),
    on(t(10, 10, 2), &[t(10, 9, 2)]),
    on(t(10, 10, 3), &[t(10, 9, 3)]),
    on(t(10, 10, 4), &[t(10, 9, 4)]),
    // Fields.
    on(t(11, 1, 2), FIELDS),
    on(t(11, 1, 3), FIELDS),
    on(t(11, 2, 1), FIELDS),
    on(t(11, 2, 2), FIELDS),
    on(t(11, 2, 3), FIELDS),
    on(t(11, 2, 4), FIELDS),
    on(t(11, 2, 5), FIELDS),
    on(t(11, 2, 6), FIELDS),
    on(t(11, 3, 1), FIELDS),
    on(t(11, 4, 1), FIELDS),
    on(t(11, 4, 2), FIELDS),
    on(t(11, 4, 3), FIELDS),
    on(t(11, 5, 1), FIELDS),
    on(t(11, 6, 1), FIELDS),
    on(t(11, 7, 1), FIELDS),
    on(t(11, 10, 1), FIELDS),
    on(t(11, 10, 2), FIELDS),
    on(t(11, 10, 4), FIELDS),
    on(t(11, 10, 7), FIELDS),
    on(t(11, 13, 1), FIELDS),
    // Alternatives to cryptic content.
    on(t(13, 6, 1), &[t(13, 5, 1)]),
];
