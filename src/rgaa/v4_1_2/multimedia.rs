//! RGAA 4.1.2, topic 4: multimedia.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(4),
    title: text("Multimédia", "Multimedia"),
    criteria: &[
        Criterion {
            id: CriterionId::new(4, 1),
            title: text(
                "Médias temporels : transcription ou audiodescription",
                "Time-based media have a transcript or audio description",
            ),
            wcag: &["1.2.1", "1.2.3"],
            tests: &[
                Test {
                    id: TestId::new(4, 1, 1),
                    title: text(
                        "Audio seul : transcription présente",
                        "Audio-only has a transcript",
                    ),
                },
                Test {
                    id: TestId::new(4, 1, 2),
                    title: text(
                        "Vidéo seule : transcription, audiodescription ou version audio",
                        "Video-only has a transcript, audio description or audio version",
                    ),
                },
                Test {
                    id: TestId::new(4, 1, 3),
                    title: text(
                        "Média synchronisé : transcription ou audiodescription",
                        "Synchronised media has a transcript or audio description",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 2),
            title: text(
                "Transcription ou audiodescription pertinente",
                "Transcripts or audio descriptions are relevant",
            ),
            wcag: &["1.2.1", "1.2.3"],
            tests: &[
                Test {
                    id: TestId::new(4, 2, 1),
                    title: text(
                        "Audio seul : transcription pertinente",
                        "Audio-only transcript is relevant",
                    ),
                },
                Test {
                    id: TestId::new(4, 2, 2),
                    title: text(
                        "Vidéo seule : alternative pertinente",
                        "Video-only alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(4, 2, 3),
                    title: text(
                        "Média synchronisé : alternative pertinente",
                        "Synchronised media alternative is relevant",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 3),
            title: text(
                "Sous-titres des médias synchronisés",
                "Synchronised media have captions",
            ),
            wcag: &["1.2.2"],
            tests: &[
                Test {
                    id: TestId::new(4, 3, 1),
                    title: text(
                        "Média synchronisé : sous-titres présents",
                        "Synchronised media has captions",
                    ),
                },
                Test {
                    id: TestId::new(4, 3, 2),
                    title: text(
                        "track de sous-titres : kind=captions",
                        "Caption track uses kind=captions",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 4),
            title: text("Sous-titres pertinents", "Captions are relevant"),
            wcag: &["1.2.2"],
            tests: &[Test {
                id: TestId::new(4, 4, 1),
                title: text("Sous-titres pertinents", "Captions are relevant"),
            }],
        },
        Criterion {
            id: CriterionId::new(4, 5),
            title: text(
                "Audiodescription synchronisée des médias temporels",
                "Time-based media have a synchronised audio description",
            ),
            wcag: &["1.2.5"],
            tests: &[
                Test {
                    id: TestId::new(4, 5, 1),
                    title: text(
                        "Vidéo seule : audiodescription synchronisée",
                        "Video-only has synchronised audio description",
                    ),
                },
                Test {
                    id: TestId::new(4, 5, 2),
                    title: text(
                        "Média synchronisé : audiodescription synchronisée",
                        "Synchronised media has synchronised audio description",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 6),
            title: text(
                "Audiodescription synchronisée pertinente",
                "Synchronised audio descriptions are relevant",
            ),
            wcag: &["1.2.5"],
            tests: &[
                Test {
                    id: TestId::new(4, 6, 1),
                    title: text(
                        "Vidéo seule : audiodescription pertinente",
                        "Video-only audio description is relevant",
                    ),
                },
                Test {
                    id: TestId::new(4, 6, 2),
                    title: text(
                        "Média synchronisé : audiodescription pertinente",
                        "Synchronised media audio description is relevant",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 7),
            title: text(
                "Médias temporels identifiables",
                "Time-based media can be identified",
            ),
            wcag: &["1.1.1"],
            tests: &[Test {
                id: TestId::new(4, 7, 1),
                title: text(
                    "Média temporel identifiable par le texte adjacent",
                    "Time-based media is identified by adjacent text",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(4, 8),
            title: text(
                "Alternative des médias non temporels",
                "Non time-based media have an alternative",
            ),
            wcag: &["1.1.1"],
            tests: &[
                Test {
                    id: TestId::new(4, 8, 1),
                    title: text(
                        "Média non temporel : lien ou bouton adjacent vers une alternative",
                        "Non time-based media: adjacent link or button to an alternative",
                    ),
                },
                Test {
                    id: TestId::new(4, 8, 2),
                    title: text(
                        "Média non temporel : alternative elle-même accessible",
                        "Non time-based media: the alternative is itself accessible",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 9),
            title: text(
                "Alternative des médias non temporels pertinente",
                "Alternatives of non time-based media are relevant",
            ),
            wcag: &["1.1.1"],
            tests: &[Test {
                id: TestId::new(4, 9, 1),
                title: text(
                    "Média non temporel : alternative équivalente",
                    "Non time-based media: the alternative is equivalent",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(4, 10),
            title: text(
                "Son automatique contrôlable",
                "Sound that starts by itself can be controlled",
            ),
            wcag: &["1.4.2"],
            tests: &[Test {
                id: TestId::new(4, 10, 1),
                title: text(
                    "Son automatique contrôlable",
                    "Auto-playing sound is controllable",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(4, 11),
            title: text(
                "Médias temporels contrôlables au clavier et au pointeur",
                "Time-based media work by keyboard and pointer",
            ),
            wcag: &["2.1.1", "2.1.2"],
            tests: &[
                Test {
                    id: TestId::new(4, 11, 1),
                    title: text(
                        "Média temporel : fonctions de contrôle présentes",
                        "Time-based media has required controls",
                    ),
                },
                Test {
                    id: TestId::new(4, 11, 2),
                    title: text(
                        "Fonctions du média temporel accessibles au clavier et au pointeur",
                        "Time-based media functions reached by keyboard and pointer",
                    ),
                },
                Test {
                    id: TestId::new(4, 11, 3),
                    title: text(
                        "Fonctions du média temporel activables au clavier et au pointeur",
                        "Time-based media functions activated by keyboard and pointer",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 12),
            title: text(
                "Médias non temporels contrôlables au clavier et au pointeur",
                "Non time-based media work by keyboard and pointer",
            ),
            wcag: &["2.1.1", "2.1.2"],
            tests: &[
                Test {
                    id: TestId::new(4, 12, 1),
                    title: text(
                        "Fonctions du média non temporel accessibles au clavier et au pointeur",
                        "Non time-based media functions reached by keyboard and pointer",
                    ),
                },
                Test {
                    id: TestId::new(4, 12, 2),
                    title: text(
                        "Fonctions du média non temporel activables au clavier et au pointeur",
                        "Non time-based media functions activated by keyboard and pointer",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(4, 13),
            title: text(
                "Médias compatibles avec les technologies d’assistance",
                "Media are compatible with assistive technologies",
            ),
            wcag: &["4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(4, 13, 1),
                    title: text(
                        "Média compatible avec les technologies d’assistance (nom, rôle, valeur)",
                        "Media is compatible with assistive technologies (name, role, value)",
                    ),
                },
                Test {
                    id: TestId::new(4, 13, 2),
                    title: text(
                        "Alternative du média : adjacente, liée ou remplaçante",
                        "Media alternative is adjacent, linked or swapped in",
                    ),
                },
            ],
        },
    ],
};
