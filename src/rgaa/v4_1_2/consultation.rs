//! RGAA 4.1.2, topic 13: consultation.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(13),
    title: text("Consultation", "Consultation"),
    criteria: &[
        Criterion {
            id: CriterionId::new(13, 1),
            title: text(
                "Limites de temps contrôlables",
                "Time limits can be controlled",
            ),
            wcag: &["2.2.1", "2.2.2"],
            tests: &[
                Test {
                    id: TestId::new(13, 1, 1),
                    title: text(
                        "Rafraîchissement contrôlable (meta, object, embed, svg, canvas)",
                        "Refresh can be controlled (meta, object, embed, svg, canvas)",
                    ),
                },
                Test {
                    id: TestId::new(13, 1, 2),
                    title: text("Redirection meta immédiate", "Meta redirect is immediate"),
                },
                Test {
                    id: TestId::new(13, 1, 3),
                    title: text(
                        "Redirection par script contrôlable",
                        "Script redirect is controllable",
                    ),
                },
                Test {
                    id: TestId::new(13, 1, 4),
                    title: text(
                        "Limite de temps de session contrôlable",
                        "Session time limit is controllable",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(13, 2),
            title: text(
                "Aucune nouvelle fenêtre sans action",
                "No new window without a user’s action",
            ),
            wcag: &["3.2.1"],
            tests: &[Test {
                id: TestId::new(13, 2, 1),
                title: text(
                    "Pas de nouvelle fenêtre sans action",
                    "No new window without user action",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(13, 3),
            title: text(
                "Version accessible des documents bureautiques",
                "Office documents have an accessible version",
            ),
            wcag: &[
                "1.1.1", "1.3.1", "1.3.2", "2.4.1", "2.4.3", "3.1.1", "4.1.2",
            ],
            tests: &[Test {
                id: TestId::new(13, 3, 1),
                title: text(
                    "Document bureautique téléchargeable : version accessible",
                    "Office documents have an accessible version",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(13, 4),
            title: text(
                "Version accessible : même information",
                "Accessible versions carry the same information",
            ),
            wcag: &[
                "1.1.1", "1.3.1", "1.3.2", "2.4.1", "2.4.3", "3.1.1", "4.1.2",
            ],
            tests: &[Test {
                id: TestId::new(13, 4, 1),
                title: text(
                    "Version accessible du document : même information",
                    "Accessible version carries the same information",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(13, 5),
            title: text(
                "Alternative des contenus cryptiques",
                "Cryptic content has an alternative",
            ),
            wcag: &["1.1.1"],
            tests: &[Test {
                id: TestId::new(13, 5, 1),
                title: text(
                    "Contenu cryptique : title ou définition adjacente",
                    "Cryptic content: title or adjacent definition",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(13, 6),
            title: text(
                "Alternative des contenus cryptiques pertinente",
                "Alternatives of cryptic content are relevant",
            ),
            wcag: &["1.1.1"],
            tests: &[Test {
                id: TestId::new(13, 6, 1),
                title: text(
                    "Contenu cryptique : title ou définition pertinente",
                    "Cryptic content: title or definition is relevant",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(13, 7),
            title: text(
                "Flashs et changements de luminosité limités",
                "Flashes and brightness changes are limited",
            ),
            wcag: &["2.3.1"],
            tests: &[
                Test {
                    id: TestId::new(13, 7, 1),
                    title: text(
                        "Flashs limités dans les images et le multimédia",
                        "Flashes are limited in images and multimedia",
                    ),
                },
                Test {
                    id: TestId::new(13, 7, 2),
                    title: text(
                        "Flashs limités dans les scripts",
                        "Flashes are limited in scripts",
                    ),
                },
                Test {
                    id: TestId::new(13, 7, 3),
                    title: text("Flashs limités dans le CSS", "Flashes are limited in CSS"),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(13, 8),
            title: text(
                "Mouvements et clignotements contrôlables",
                "Moving and blinking content can be controlled",
            ),
            wcag: &["2.2.1", "2.2.2"],
            tests: &[
                Test {
                    id: TestId::new(13, 8, 1),
                    title: text(
                        "Contenu en mouvement contrôlable",
                        "Moving content is controllable",
                    ),
                },
                Test {
                    id: TestId::new(13, 8, 2),
                    title: text(
                        "Contenu clignotant contrôlable",
                        "Blinking content is controllable",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(13, 9),
            title: text(
                "Consultation en portrait comme en paysage",
                "Portrait and landscape both work",
            ),
            wcag: &["1.3.4"],
            tests: &[Test {
                id: TestId::new(13, 9, 1),
                title: text(
                    "Contenu consultable dans les deux orientations",
                    "Content usable in both orientations",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(13, 10),
            title: text(
                "Gestes complexes : alternative simple",
                "Complex gestures have a simple alternative",
            ),
            wcag: &["2.5.1"],
            tests: &[
                Test {
                    id: TestId::new(13, 10, 1),
                    title: text(
                        "Geste à plusieurs points de contact : faisable aussi en un seul point",
                        "Multipoint gesture can also be done with a single point",
                    ),
                },
                Test {
                    id: TestId::new(13, 10, 2),
                    title: text(
                        "Geste suivant une trajectoire : faisable aussi en un seul point",
                        "Path gesture can also be done with a single point",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(13, 11),
            title: text(
                "Actions au pointeur annulables",
                "Pointer actions can be cancelled",
            ),
            wcag: &["2.5.2"],
            tests: &[Test {
                id: TestId::new(13, 11, 1),
                title: text(
                    "Action au pointeur annulable",
                    "Pointer actions can be cancelled",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(13, 12),
            title: text(
                "Mouvements de l’appareil : autre moyen",
                "Device motion has an alternative",
            ),
            wcag: &["2.5.4"],
            tests: &[
                Test {
                    id: TestId::new(13, 12, 1),
                    title: text(
                        "Mouvement de l’appareil : faisable aussi par l’interface",
                        "Device motion: can also be done in the interface",
                    ),
                },
                Test {
                    id: TestId::new(13, 12, 2),
                    title: text(
                        "Geste vers l’appareil : faisable aussi par l’interface",
                        "Gesture towards the device: can also be done in the interface",
                    ),
                },
                Test {
                    id: TestId::new(13, 12, 3),
                    title: text(
                        "Détection de mouvement désactivable",
                        "Motion detection can be disabled",
                    ),
                },
            ],
        },
    ],
};
