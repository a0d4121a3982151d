//! RGAA 4.1.2, topic 8: mandatory elements.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(8),
    title: text("Éléments obligatoires", "Mandatory elements"),
    criteria: &[
        Criterion {
            id: CriterionId::new(8, 1),
            title: text("Type de document", "Document type"),
            wcag: &["4.1.1"],
            tests: &[
                Test {
                    id: TestId::new(8, 1, 1),
                    title: text("Doctype présent", "Doctype is present"),
                },
                Test {
                    id: TestId::new(8, 1, 2),
                    title: text("Doctype valide", "Doctype is valid"),
                },
                Test {
                    id: TestId::new(8, 1, 3),
                    title: text(
                        "Doctype placé avant la balise html",
                        "Doctype precedes the html tag",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(8, 2),
            title: text("Code source valide", "Valid source code"),
            wcag: &["4.1.1", "4.1.2"],
            tests: &[Test {
                id: TestId::new(8, 2, 1),
                title: text(
                    "Code source valide selon le doctype (cinq conditions)",
                    "Source code valid for its doctype (five conditions)",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 3),
            title: text("Langue par défaut présente", "A default language is set"),
            wcag: &["3.1.1"],
            tests: &[Test {
                id: TestId::new(8, 3, 1),
                title: text("Langue par défaut présente", "Default language is present"),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 4),
            title: text(
                "Langue par défaut pertinente",
                "The default language is relevant",
            ),
            wcag: &["3.1.1"],
            tests: &[Test {
                id: TestId::new(8, 4, 1),
                title: text(
                    "Code de langue par défaut valide et pertinent",
                    "Default language code is valid and relevant",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 5),
            title: text("Titre de page présent", "The page has a title"),
            wcag: &["2.4.2"],
            tests: &[Test {
                id: TestId::new(8, 5, 1),
                title: text("Titre de page présent", "Page title is present"),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 6),
            title: text("Titre de page pertinent", "The page title is relevant"),
            wcag: &["2.4.2"],
            tests: &[Test {
                id: TestId::new(8, 6, 1),
                title: text("Titre de page pertinent", "Page title is relevant"),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 7),
            title: text(
                "Changements de langue indiqués",
                "Language changes are marked up",
            ),
            wcag: &["3.1.2"],
            tests: &[Test {
                id: TestId::new(8, 7, 1),
                title: text(
                    "Changements de langue indiqués",
                    "Language changes are marked up",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 8),
            title: text(
                "Langue des passages valide et pertinente",
                "Language codes of passages are valid and relevant",
            ),
            wcag: &["3.1.2"],
            tests: &[Test {
                id: TestId::new(8, 8, 1),
                title: text(
                    "Code des changements de langue valide et pertinent",
                    "Language change codes are valid and relevant",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 9),
            title: text(
                "Balises non détournées pour la présentation",
                "No element used for presentation only",
            ),
            wcag: &["1.3.1"],
            tests: &[Test {
                id: TestId::new(8, 9, 1),
                title: text(
                    "Balises non détournées à des fins de présentation",
                    "No element used only for presentation",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(8, 10),
            title: text(
                "Changements de sens de lecture signalés",
                "Reading direction changes are marked up",
            ),
            wcag: &["1.3.2"],
            tests: &[
                Test {
                    id: TestId::new(8, 10, 1),
                    title: text(
                        "Changement de sens de lecture porté par dir",
                        "Direction changes carry a dir attribute",
                    ),
                },
                Test {
                    id: TestId::new(8, 10, 2),
                    title: text(
                        "Valeur de dir conforme et pertinente",
                        "dir value is valid and relevant",
                    ),
                },
            ],
        },
    ],
};
