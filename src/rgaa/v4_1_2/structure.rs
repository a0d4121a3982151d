//! RGAA 4.1.2, topic 9: structure of information.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(9),
    title: text("Structuration de l’information", "Structure of information"),
    criteria: &[
        Criterion {
            id: CriterionId::new(9, 1),
            title: text("Structure par les titres", "Structure by headings"),
            wcag: &["1.3.1", "2.4.1", "2.4.6", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(9, 1, 1),
                    title: text(
                        "Hiérarchie des titres pertinente",
                        "Heading hierarchy is relevant",
                    ),
                },
                Test {
                    id: TestId::new(9, 1, 2),
                    title: text(
                        "Contenu des titres pertinent",
                        "Heading content is relevant",
                    ),
                },
                Test {
                    id: TestId::new(9, 1, 3),
                    title: text(
                        "Texte faisant office de titre : h1 à h6 ou role=heading",
                        "Text acting as a heading uses h1 to h6 or role=heading",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(9, 2),
            title: text(
                "Structure du document : en-tête, navigation, contenu principal, pied de page",
                "Document structure: header, navigation, main content, footer",
            ),
            wcag: &["1.3.1"],
            tests: &[Test {
                id: TestId::new(9, 2, 1),
                title: text(
                    "Structure du document : header, nav, main unique, footer",
                    "Document structure: header, nav, single main, footer",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(9, 3),
            title: text("Listes structurées", "Lists are marked up"),
            wcag: &["1.3.1"],
            tests: &[
                Test {
                    id: TestId::new(9, 3, 1),
                    title: text(
                        "Liste non ordonnée structurée (ul/li ou role=list)",
                        "Unordered list uses ul/li or role=list",
                    ),
                },
                Test {
                    id: TestId::new(9, 3, 2),
                    title: text(
                        "Liste ordonnée structurée (ol/li ou role=list)",
                        "Ordered list uses ol/li or role=list",
                    ),
                },
                Test {
                    id: TestId::new(9, 3, 3),
                    title: text(
                        "Liste de description structurée (dl, dt, dd)",
                        "Description list uses dl/dt/dd",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(9, 4),
            title: text("Citations balisées", "Quotations are marked up"),
            wcag: &["1.3.1"],
            tests: &[
                Test {
                    id: TestId::new(9, 4, 1),
                    title: text("Citation courte balisée par q", "Short quotations use q"),
                },
                Test {
                    id: TestId::new(9, 4, 2),
                    title: text(
                        "Bloc de citation balisé par blockquote",
                        "Block quotations use blockquote",
                    ),
                },
            ],
        },
    ],
};
