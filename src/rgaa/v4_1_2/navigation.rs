//! RGAA 4.1.2, topic 12: navigation.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(12),
    title: text("Navigation", "Navigation"),
    criteria: &[
        Criterion {
            id: CriterionId::new(12, 1),
            title: text("Deux systèmes de navigation", "Two navigation systems"),
            wcag: &["2.4.5"],
            tests: &[Test {
                id: TestId::new(12, 1, 1),
                title: text(
                    "Deux systèmes de navigation (menu, plan, recherche)",
                    "Two navigation systems (menu, sitemap, search)",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(12, 2),
            title: text("Menus toujours à la même place", "Menus keep their place"),
            wcag: &["3.2.3"],
            tests: &[Test {
                id: TestId::new(12, 2, 1),
                title: text(
                    "Menus à la même place et dans le même ordre",
                    "Menus keep place and order",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(12, 3),
            title: text("Plan du site pertinent", "The sitemap page is relevant"),
            wcag: &["2.4.5"],
            tests: &[
                Test {
                    id: TestId::new(12, 3, 1),
                    title: text(
                        "Plan du site représentatif",
                        "Sitemap page reflects site architecture",
                    ),
                },
                Test {
                    id: TestId::new(12, 3, 2),
                    title: text("Liens du plan du site fonctionnels", "Sitemap links work"),
                },
                Test {
                    id: TestId::new(12, 3, 3),
                    title: text(
                        "Liens du plan du site conformes à leur intitulé",
                        "Sitemap links lead where they say",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(12, 4),
            title: text(
                "Accès constant au plan du site",
                "The sitemap page is reached the same way everywhere",
            ),
            wcag: &["2.4.5", "3.2.3"],
            tests: &[
                Test {
                    id: TestId::new(12, 4, 1),
                    title: text(
                        "Plan du site accessible par une fonctionnalité identique",
                        "Sitemap reached by the same means",
                    ),
                },
                Test {
                    id: TestId::new(12, 4, 2),
                    title: text(
                        "Accès au plan du site à la même place",
                        "Sitemap access keeps its place",
                    ),
                },
                Test {
                    id: TestId::new(12, 4, 3),
                    title: text(
                        "Accès au plan du site dans le même ordre relatif",
                        "Sitemap access keeps relative source order",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(12, 5),
            title: text(
                "Accès constant au moteur de recherche",
                "Search is reached the same way everywhere",
            ),
            wcag: &["3.2.3"],
            tests: &[
                Test {
                    id: TestId::new(12, 5, 1),
                    title: text(
                        "Moteur de recherche accessible par une fonctionnalité identique",
                        "Search reached by the same means",
                    ),
                },
                Test {
                    id: TestId::new(12, 5, 2),
                    title: text(
                        "Moteur de recherche à la même place",
                        "Search keeps its place",
                    ),
                },
                Test {
                    id: TestId::new(12, 5, 3),
                    title: text(
                        "Moteur de recherche dans le même ordre relatif",
                        "Search keeps relative source order",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(12, 6),
            title: text(
                "Zones de la page atteignables ou évitables",
                "Page zones can be reached or skipped",
            ),
            wcag: &["1.3.1", "2.4.1", "4.1.2"],
            tests: &[Test {
                id: TestId::new(12, 6, 1),
                title: text(
                    "Zones atteignables ou évitables (landmarks, titres, liens)",
                    "Zones can be reached or skipped (landmarks, headings, links)",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(12, 7),
            title: text("Lien d’évitement ou d’accès rapide", "Skip or quick link"),
            wcag: &["2.4.1", "2.4.3", "3.2.3"],
            tests: &[
                Test {
                    id: TestId::new(12, 7, 1),
                    title: text(
                        "Lien d’évitement ou d’accès rapide au contenu principal",
                        "Skip or quick link to main content",
                    ),
                },
                Test {
                    id: TestId::new(12, 7, 2),
                    title: text(
                        "Lien d’évitement : même place, même ordre, visible, fonctionnel",
                        "Skip link: same place, same order, visible, working",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(12, 8),
            title: text("Ordre de tabulation cohérent", "The tab order is coherent"),
            wcag: &["2.4.3"],
            tests: &[
                Test {
                    id: TestId::new(12, 8, 1),
                    title: text("Ordre de tabulation cohérent", "Tab order is coherent"),
                },
                Test {
                    id: TestId::new(12, 8, 2),
                    title: text(
                        "Contenu scripté : ordre de tabulation cohérent",
                        "Scripted content keeps a coherent tab order",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(12, 9),
            title: text("Aucun piège au clavier", "No keyboard trap"),
            wcag: &["2.1.1", "2.1.2"],
            tests: &[Test {
                id: TestId::new(12, 9, 1),
                title: text("Pas de piège au clavier", "No keyboard trap"),
            }],
        },
        Criterion {
            id: CriterionId::new(12, 10),
            title: text(
                "Raccourcis à une seule touche contrôlables",
                "Single-key shortcuts can be controlled",
            ),
            wcag: &["2.1.4"],
            tests: &[Test {
                id: TestId::new(12, 10, 1),
                title: text(
                    "Raccourcis à une touche contrôlables",
                    "Single-key shortcuts are controllable",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(12, 11),
            title: text(
                "Contenus additionnels atteignables au clavier",
                "Additional content is reached by keyboard",
            ),
            wcag: &["2.1.1"],
            tests: &[Test {
                id: TestId::new(12, 11, 1),
                title: text(
                    "Contenus additionnels atteignables au clavier",
                    "Additional content is reachable by keyboard",
                ),
            }],
        },
    ],
};
