//! RGAA 4.1.2, one file a topic.

use super::referential::{Referential, Tables, Topic, count_criteria, count_tests};

mod colours;
mod consultation;
mod forms;
mod frames;
mod images;
mod linked;
mod links;
mod multimedia;
mod navigation;
mod needs;
mod presentation;
mod required;
mod scripts;
mod structure;
mod tables;

static ALL: [Topic; TOPICS] = [
    images::TOPIC,
    frames::TOPIC,
    colours::TOPIC,
    multimedia::TOPIC,
    tables::TOPIC,
    links::TOPIC,
    scripts::TOPIC,
    required::TOPIC,
    structure::TOPIC,
    presentation::TOPIC,
    forms::TOPIC,
    navigation::TOPIC,
    consultation::TOPIC,
];

static INDEX: Tables<TOPICS, CRITERIA, TESTS> = Tables::of(&ALL);

/// How many topics [`RGAA`] has.
pub const TOPICS: usize = 13;
/// How many criteria [`RGAA`] has, for tables indexed by [`CriterionId::index`](super::CriterionId::index).
pub const CRITERIA: usize = count_criteria(&ALL);
/// How many tests [`RGAA`] has, for tables indexed by [`TestId::index`](super::TestId::index).
pub const TESTS: usize = count_tests(&ALL);

/// The version of the referential in force.
pub static RGAA: Referential = Referential {
    id: "rgaa",
    version: "4.1.2",
    topics: &ALL,
    linked: linked::LINKED,
    needs: &needs::NEEDS,
    index: INDEX.index(),
};
