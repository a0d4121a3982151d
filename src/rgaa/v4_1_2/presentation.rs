//! RGAA 4.1.2, topic 10: presentation of information.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(10),
    title: text(
        "Présentation de l’information",
        "Presentation of information",
    ),
    criteria: &[
        Criterion {
            id: CriterionId::new(10, 1),
            title: text(
                "Présentation confiée aux feuilles de styles",
                "Presentation is left to style sheets",
            ),
            wcag: &["1.3.1", "1.3.2"],
            tests: &[
                Test {
                    id: TestId::new(10, 1, 1),
                    title: text(
                        "Aucune balise de présentation",
                        "No presentational elements",
                    ),
                },
                Test {
                    id: TestId::new(10, 1, 2),
                    title: text(
                        "Aucun attribut de présentation",
                        "No presentational attributes",
                    ),
                },
                Test {
                    id: TestId::new(10, 1, 3),
                    title: text(
                        "Espaces non utilisées pour la mise en forme",
                        "Spaces not used for layout",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(10, 2),
            title: text(
                "Information présente sans feuilles de styles",
                "Information is present without style sheets",
            ),
            wcag: &["1.1.1", "1.3.1"],
            tests: &[Test {
                id: TestId::new(10, 2, 1),
                title: text(
                    "Information présente sans CSS",
                    "Information remains present without CSS",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(10, 3),
            title: text(
                "Information compréhensible sans feuilles de styles",
                "Information makes sense without style sheets",
            ),
            wcag: &["1.3.2", "2.4.3"],
            tests: &[Test {
                id: TestId::new(10, 3, 1),
                title: text(
                    "Information compréhensible sans CSS",
                    "Information remains understandable without CSS",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(10, 4),
            title: text(
                "Texte lisible agrandi à 200 %",
                "Text stays readable at 200%",
            ),
            wcag: &["1.4.4"],
            tests: &[
                Test {
                    id: TestId::new(10, 4, 1),
                    title: text(
                        "Texte à 200 % sans perte d’information",
                        "Text at 200% without loss of information",
                    ),
                },
                Test {
                    id: TestId::new(10, 4, 2),
                    title: text(
                        "Tout le texte agrandissable à 200 %",
                        "All text can be enlarged to 200%",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(10, 5),
            title: text(
                "Couleurs de texte et de fond déclarées ensemble",
                "Text and background colours are declared together",
            ),
            wcag: &["1.4.3"],
            tests: &[
                Test {
                    id: TestId::new(10, 5, 1),
                    title: text(
                        "color accompagnée d’une couleur de fond",
                        "color comes with a background colour",
                    ),
                },
                Test {
                    id: TestId::new(10, 5, 2),
                    title: text(
                        "Couleur de fond accompagnée d’une couleur de texte",
                        "Background colour comes with a text colour",
                    ),
                },
                Test {
                    id: TestId::new(10, 5, 3),
                    title: text(
                        "Image de fond accompagnée d’une couleur de fond",
                        "Background image comes with a background colour",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(10, 6),
            title: text(
                "Liens visibles dans le texte",
                "Links stand out in the text",
            ),
            wcag: &["1.4.1"],
            tests: &[Test {
                id: TestId::new(10, 6, 1),
                title: text(
                    "Lien non évident visible dans le texte (contraste, survol, focus)",
                    "Non-obvious link is visible in text (contrast, hover, focus)",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(10, 7),
            title: text("Prise de focus visible", "Focus is visible"),
            wcag: &["1.4.1", "2.4.7"],
            tests: &[Test {
                id: TestId::new(10, 7, 1),
                title: text("Prise de focus visible", "Focus is visible"),
            }],
        },
        Criterion {
            id: CriterionId::new(10, 8),
            title: text("Contenus cachés", "Hidden content"),
            wcag: &["1.3.2", "4.1.2"],
            tests: &[Test {
                id: TestId::new(10, 8, 1),
                title: text(
                    "Contenus cachés : à ignorer, ou restituables sur action",
                    "Hidden content is meant to be ignored, or can be revealed",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(10, 9),
            title: text(
                "Information donnée autrement que par la forme, la taille ou la position",
                "Information is never given by shape, size or position alone",
            ),
            wcag: &["1.3.3", "1.4.1"],
            tests: &[
                Test {
                    id: TestId::new(10, 9, 1),
                    title: text(
                        "Texte : forme, taille ou position ne sont pas seules à informer",
                        "Text: shape, size or position is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(10, 9, 2),
                    title: text(
                        "Image : forme, taille ou position ne sont pas seules à informer",
                        "Image: shape, size or position is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(10, 9, 3),
                    title: text(
                        "Média temporel : forme, taille ou position ne sont pas seules à informer",
                        "Time-based media: shape, size or position is not the only cue",
                    ),
                },
                Test {
                    id: TestId::new(10, 9, 4),
                    title: text(
                        "Média non temporel : forme, taille ou position ne sont pas seules à informer",
                        "Non time-based media: shape, size or position is not the only cue",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(10, 10),
            title: text(
                "Alternative à la forme, la taille ou la position pertinente",
                "Alternatives to shape, size or position are relevant",
            ),
            wcag: &["1.3.3", "1.4.1"],
            tests: &[
                Test {
                    id: TestId::new(10, 10, 1),
                    title: text(
                        "Texte : le moyen autre que forme, taille ou position est pertinent",
                        "Text: the cue other than shape, size or position is relevant",
                    ),
                },
                Test {
                    id: TestId::new(10, 10, 2),
                    title: text(
                        "Image : le moyen autre que forme, taille ou position est pertinent",
                        "Image: the cue other than shape, size or position is relevant",
                    ),
                },
                Test {
                    id: TestId::new(10, 10, 3),
                    title: text(
                        "Média temporel : le moyen autre que forme, taille ou position est pertinent",
                        "Time-based media: the cue other than shape, size or position is relevant",
                    ),
                },
                Test {
                    id: TestId::new(10, 10, 4),
                    title: text(
                        "Média non temporel : le moyen autre que forme, taille ou position est pertinent",
                        "Non time-based media: the cue other than shape, size or position is relevant",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(10, 11),
            title: text(
                "Contenus réagencés dans une petite fenêtre (320 px de large ou 256 px de haut)",
                "Content reflows in a small window (320 px wide or 256 px high)",
            ),
            wcag: &["1.4.10"],
            tests: &[
                Test {
                    id: TestId::new(10, 11, 1),
                    title: text(
                        "Lecture horizontale : aucun défilement horizontal à 320 px de large",
                        "Horizontal text: no horizontal scrolling at 320 px wide",
                    ),
                },
                Test {
                    id: TestId::new(10, 11, 2),
                    title: text(
                        "Lecture verticale : aucun défilement vertical à 256 px de haut",
                        "Vertical text: no vertical scrolling at 256 px high",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(10, 12),
            title: text(
                "Espacement du texte modifiable",
                "Text spacing can be changed",
            ),
            wcag: &["1.4.12"],
            tests: &[Test {
                id: TestId::new(10, 12, 1),
                title: text(
                    "Espacement du texte modifiable sans perte de lisibilité",
                    "Text stays readable when its spacing is changed",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(10, 13),
            title: text(
                "Contenus au survol ou au focus contrôlables",
                "Content on hover or focus can be controlled",
            ),
            wcag: &["1.4.13"],
            tests: &[
                Test {
                    id: TestId::new(10, 13, 1),
                    title: text(
                        "Contenu au survol ou au focus : masquable sans déplacer focus ni pointeur",
                        "Hover or focus content can be dismissed without moving focus or pointer",
                    ),
                },
                Test {
                    id: TestId::new(10, 13, 2),
                    title: text(
                        "Contenu au survol : le pointeur peut aller dessus",
                        "Hover content: the pointer can move onto it",
                    ),
                },
                Test {
                    id: TestId::new(10, 13, 3),
                    title: text(
                        "Contenu au survol ou au focus : persistant",
                        "Hover or focus content persists",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(10, 14),
            title: text(
                "Contenus affichés par CSS : accès clavier et pointeur",
                "Content shown by CSS: reached by keyboard and pointer",
            ),
            wcag: &["2.1.1"],
            tests: &[
                Test {
                    id: TestId::new(10, 14, 1),
                    title: text(
                        "Contenu affiché au survol par CSS : aussi au focus ou à l’activation",
                        "Content shown on hover by CSS also shows on focus or activation",
                    ),
                },
                Test {
                    id: TestId::new(10, 14, 2),
                    title: text(
                        "Contenu affiché au focus par CSS : aussi au survol ou à l’activation",
                        "Content shown on focus by CSS also shows on hover or activation",
                    ),
                },
            ],
        },
    ],
};
