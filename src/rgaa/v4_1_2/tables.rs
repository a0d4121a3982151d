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
                        "En-tête partiel de ligne ou de colonne : th",
                        "Headers of part of a row or column use th",
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
                        "th de toute une ligne ou colonne : id unique, scope ou role",
                        "th of a whole row or column: unique id, scope or role",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 2),
                    title: text(
                        "scope d’un th de toute une ligne ou colonne : row ou col à bon escient",
                        "scope on the th of a whole row or column: the right one of row and col",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 3),
                    title: text(
                        "th d’une partie de ligne ou colonne : id unique, ni scope ni role",
                        "th of part of a row or column: unique id, no scope, no role",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 4),
                    title: text(
                        "Cellule liée à des en-têtes à id : attribut headers complet",
                        "Cell tied to headers with an id: complete headers attribute",
                    ),
                },
                Test {
                    id: TestId::new(5, 7, 5),
                    title: text(
                        "role rowheader ou columnheader employé à bon escient",
                        "rowheader or columnheader role: the right one of the two",
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
                    "Tableau de mise en forme sans éléments ni attributs de données",
                    "Layout table uses no data-table element or attribute",
                ),
            }],
        },
    ],
};
