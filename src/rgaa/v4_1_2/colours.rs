//! RGAA 4.1.2, topic 3: colours.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(3),
    title: text("Couleurs", "Colours"),
    criteria: &[
        Criterion {
            id: CriterionId::new(3, 1),
            title: text(
                "Information donnée autrement que par la seule couleur",
                "Information is never given by colour alone",
            ),
            wcag: &["1.3.1", "1.4.1"],
            tests: &[
                Test {
                    id: TestId::new(3, 1, 1),
                    title: text(
                        "Mot coloré : information pas seulement par la couleur",
                        "Coloured words: not colour alone",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 2),
                    title: text(
                        "Texte citant une couleur : information pas seulement par la couleur",
                        "Text naming a colour: not colour alone",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 3),
                    title: text(
                        "Image : information pas seulement par la couleur",
                        "Image: not colour alone",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 4),
                    title: text(
                        "Propriété CSS de couleur : information pas seulement par la couleur",
                        "CSS colour property: not colour alone",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 5),
                    title: text(
                        "Média temporel : information pas seulement par la couleur",
                        "Time-based media: not colour alone",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 6),
                    title: text(
                        "Média non temporel : information pas seulement par la couleur",
                        "Non time-based media: not colour alone",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(3, 2),
            title: text("Contraste du texte", "Text contrast"),
            wcag: &["1.4.3"],
            tests: &[
                Test {
                    id: TestId::new(3, 2, 1),
                    title: text(
                        "Texte normal de moins de 24 px : contraste 4,5:1",
                        "Regular text under 24 px: contrast 4.5:1",
                    ),
                },
                Test {
                    id: TestId::new(3, 2, 2),
                    title: text(
                        "Texte gras de moins de 18,5 px : contraste 4,5:1",
                        "Bold text under 18.5 px: contrast 4.5:1",
                    ),
                },
                Test {
                    id: TestId::new(3, 2, 3),
                    title: text(
                        "Texte normal d’au moins 24 px : contraste 3:1",
                        "Regular text of 24 px or more: contrast 3:1",
                    ),
                },
                Test {
                    id: TestId::new(3, 2, 4),
                    title: text(
                        "Texte gras d’au moins 18,5 px : contraste 3:1",
                        "Bold text of 18.5 px or more: contrast 3:1",
                    ),
                },
                Test {
                    id: TestId::new(3, 2, 5),
                    title: text(
                        "Mécanisme de contraste : texte assez contrasté",
                        "Contrast mechanism yields sufficient text contrast",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(3, 3),
            title: text(
                "Contraste des composants d’interface et des éléments graphiques",
                "Contrast of interface components and graphics",
            ),
            wcag: &["1.4.11"],
            tests: &[
                Test {
                    id: TestId::new(3, 3, 1),
                    title: text(
                        "Composant d’interface : contraste 3:1 avec le fond contigu",
                        "UI component contrast 3:1 with adjacent background",
                    ),
                },
                Test {
                    id: TestId::new(3, 3, 2),
                    title: text(
                        "Élément graphique : contraste 3:1 avec le fond",
                        "Graphical object contrast 3:1 with background",
                    ),
                },
                Test {
                    id: TestId::new(3, 3, 3),
                    title: text(
                        "Élément graphique : contraste 3:1 entre couleurs contiguës",
                        "Graphical object contrast 3:1 between adjacent colours",
                    ),
                },
                Test {
                    id: TestId::new(3, 3, 4),
                    title: text(
                        "Mécanisme de contraste : composants et graphiques contrastés",
                        "Contrast mechanism yields sufficient non-text contrast",
                    ),
                },
            ],
        },
    ],
};
