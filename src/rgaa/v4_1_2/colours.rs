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
                        "Mots colorés : la couleur n’est pas seule à informer",
                        "Coloured words: colour is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 2),
                    title: text(
                        "Texte citant une couleur : la couleur n’est pas seule à informer",
                        "Text naming a colour: colour is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 3),
                    title: text(
                        "Image : la couleur n’est pas seule à informer",
                        "Image: colour is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 4),
                    title: text(
                        "Couleur donnée par CSS : elle n’est pas seule à informer",
                        "Colour set by CSS: it is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 5),
                    title: text(
                        "Média temporel : la couleur n’est pas seule à informer",
                        "Time-based media: colour is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(3, 1, 6),
                    title: text(
                        "Média non temporel : la couleur n’est pas seule à informer",
                        "Non time-based media: colour is not the only cue",
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
                        "Contrast mechanism gives text enough contrast",
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
                        "Interface component: contrast 3:1 with the adjacent background",
                    ),
                },
                Test {
                    id: TestId::new(3, 3, 2),
                    title: text(
                        "Élément graphique : contraste 3:1 avec le fond contigu",
                        "Graphic: contrast 3:1 with the adjacent background",
                    ),
                },
                Test {
                    id: TestId::new(3, 3, 3),
                    title: text(
                        "Élément graphique : contraste 3:1 entre couleurs contiguës",
                        "Graphic: contrast 3:1 between adjacent colours",
                    ),
                },
                Test {
                    id: TestId::new(3, 3, 4),
                    title: text(
                        "Mécanisme de contraste : composants et graphiques assez contrastés",
                        "Contrast mechanism gives components and graphics enough contrast",
                    ),
                },
            ],
        },
    ],
};
