//! RGAA 4.1.2, topic 2: frames.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(2),
    title: text("Cadres", "Frames"),
    criteria: &[
        Criterion {
            id: CriterionId::new(2, 1),
            title: text("Titre de chaque cadre", "Every frame has a title"),
            wcag: &["4.1.2"],
            tests: &[Test {
                id: TestId::new(2, 1, 1),
                title: text(
                    "Cadre : attribut title présent",
                    "Frame has a title attribute",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(2, 2),
            title: text("Titre de cadre pertinent", "Frame titles are relevant"),
            wcag: &["4.1.2"],
            tests: &[Test {
                id: TestId::new(2, 2, 1),
                title: text("Cadre : title pertinent", "Frame title is relevant"),
            }],
        },
    ],
};
