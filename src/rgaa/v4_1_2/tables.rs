//! RGAA 4.1.2, topic 5: tables.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(5),
    title: text("Tableaux", "Tables"),
    criteria: &[
        Criterion {
            id: CriterionId::new(5, 1),
            title: text(
                "Résumé des tableaux de données complexes",
                "Complex data tables have a summary",
            ),
            wcag: &["1.3.1"],
            tests: &[Test {
                id: TestId::new(5, 1, 1),
                title: text(
                    "Tableau complexe : résumé disponible",
                    "Complex data table has a summary",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(5, 2),
            title: text(
                "Résumé de tableau pertinent",
                "Table summaries are relevant",
            ),
            wcag: &["1.3.1"],
            tests: &[Test {
                id: TestId::new(5, 2, 1),
                title: text(
                    "Tableau complexe : résumé pertinent",
                    "Complex table summary is relevant",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(5, 3),
            title: text(
                "Tableaux de mise en forme compréhensibles une fois linéarisés",
                "Layout tables make sense when linearised",
            ),
            wcag: &["1.3.2", "4.1.2"],
            tests: &[Test {
                id: TestId::new(5, 3, 1),
                title: text(
                    "Tableau de mise en forme : linéarisable et role=presentation",
                    "Layout table: linearises and has role=presentation",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(5, 4),
            title: text(
                "Titre associé à son tableau de données",
                "Data table titles are tied to their table",
            ),
            wcag: &["1.3.1"],
            tests: &[Test {
                id: TestId::new(5, 4, 1),
                title: text(
                    "Titre de tableau correctement associé",
                    "Data table title is associated",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(5, 5),
            title: text(
                "Titre de tableau pertinent",
                "Data table titles are relevant",
            ),
            wcag: &["1.3.1"],
            tests: &[Test {
                id: TestId::new(5, 5, 1),
                title: text("Titre de tableau pertinent", "Data table title is relevant"),
            }],
        },
        Criterion {
            id: CriterionId::new(5, 6),
            title: text("En-têtes de tableau déclarés", "Table headers are declared"),
            wcag: &["1.3.1"],
            tests: &[
                Test {
                    id: TestId::new(5, 6, 1),
                    title: text(
                        "En-tête de colonne : th ou role=columnheader",
                        "Column headers use th or role=columnheader",
                    ),
                },
                Test {
                    id: TestId::new(5, 6, 2),
                    title: text(
                        "En-tête de ligne : th ou role=rowheader",
                        "Row headers use th or role=rowheader",
                    ),
                },
                Test {
                    id: TestId::new(5, 6, 3),
                    title: text(
                        "En-tête partiel : structuré par th",
                        "Partial headers use th",
                    ),
                },
                Test {
                    id: TestId::new(5, 6, 4),
                    title: text(
                        "Cellule à plusieurs en-têtes : td ou th",
                        "Cells with several headers are td or th",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(5, 7),
            title: text(
                "Cellules reliées à leurs en-têtes",
                "Cells are tied to their headers",
            ),
            wcag: &["1.3.1"],
            tests: &[
                Test {
                    id: TestId::new(5, 7, 1),
                    title: text(
                        "th total : id unique, scope ou role",
                        "Whole row/column th: unique id, scope or role",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 2),
                    title: text(
                        "th total avec scope : valeur row ou col juste",
                        "Whole th scope: row or col, correct direction",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 3),
                    title: text(
                        "th partiel : id unique, ni scope ni role",
                        "Partial th: unique id, no scope, no role",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 4),
                    title: text(
                        "Cellule liée à des th à id : attribut headers complet",
                        "Cells tied to id headers have a complete headers attribute",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 5),
                    title: text(
                        "role rowheader/columnheader cohérent avec la direction",
                        "rowheader/columnheader role matches direction",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(5, 8),
            title: text(
                "Tableaux de mise en forme sans balisage de données",
                "Layout tables use no data-table markup",
            ),
            wcag: &["1.3.1"],
            tests: &[Test {
                id: TestId::new(5, 8, 1),
                title: text(
                    "Tableau de mise en forme sans éléments de données",
                    "Layout table uses no data-table markup",
                ),
            }],
        },
    ],
};
