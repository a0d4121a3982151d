//! RGAA 4.1.2, topic 6: links.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(6),
    title: text("Liens", "Links"),
    criteria: &[
        Criterion {
            id: CriterionId::new(6, 1),
            title: text("Liens explicites", "Links are explicit"),
            wcag: &["1.1.1", "2.4.4", "2.5.3"],
            tests: &[
                Test {
                    id: TestId::new(6, 1, 1),
                    title: text(
                        "Lien texte explicite (seul ou avec contexte)",
                        "Text link is explicit (alone or in context)",
                    ),
                },
                Test {
                    id: TestId::new(6, 1, 2),
                    title: text(
                        "Lien image explicite (seul ou avec contexte)",
                        "Image link is explicit (alone or in context)",
                    ),
                },
                Test {
                    id: TestId::new(6, 1, 3),
                    title: text(
                        "Lien composite explicite (seul ou avec contexte)",
                        "Composite link is explicit (alone or in context)",
                    ),
                },
                Test {
                    id: TestId::new(6, 1, 4),
                    title: text(
                        "Lien svg explicite (seul ou avec contexte)",
                        "SVG link is explicit (alone or in context)",
                    ),
                },
                Test {
                    id: TestId::new(6, 1, 5),
                    title: text(
                        "Nom accessible du lien contient l’intitulé visible",
                        "Link accessible name contains the visible label",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(6, 2),
            title: text("Intitulé de chaque lien", "Every link has a label"),
            wcag: &["1.1.1", "2.4.4"],
            tests: &[Test {
                id: TestId::new(6, 2, 1),
                title: text(
                    "Lien dont le contenu a un intitulé",
                    "Link whose content gives it a label",
                ),
            }],
        },
    ],
};
