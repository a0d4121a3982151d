//! RGAA 4.1.2, topic 11: forms.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(11),
    title: text("Formulaires", "Forms"),
    criteria: &[
        Criterion {
            id: CriterionId::new(11, 1),
            title: text("Étiquette de chaque champ", "Every field has a label"),
            wcag: &["1.3.1", "2.4.6", "3.3.2", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(11, 1, 1),
                    title: text(
                        "Champ de formulaire avec étiquette",
                        "Form field has a label",
                    ),
                },
                Test {
                    id: TestId::new(11, 1, 2),
                    title: text(
                        "label for identique à l’id du champ",
                        "label for matches the field id",
                    ),
                },
                Test {
                    id: TestId::new(11, 1, 3),
                    title: text(
                        "Étiquette masquée ou éloignée : title ou texte visible accolé",
                        "Hidden or remote label: title or visible adjacent text",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 2),
            title: text("Étiquettes pertinentes", "Labels are relevant"),
            wcag: &["2.4.6", "2.5.3", "3.3.2"],
            tests: &[
                Test {
                    id: TestId::new(11, 2, 1),
                    title: text("label pertinent", "label is relevant"),
                },
                Test {
                    id: TestId::new(11, 2, 2),
                    title: text("title de champ pertinent", "Field title is relevant"),
                },
                Test {
                    id: TestId::new(11, 2, 3),
                    title: text(
                        "aria-label de champ pertinent",
                        "Field aria-label is relevant",
                    ),
                },
                Test {
                    id: TestId::new(11, 2, 4),
                    title: text(
                        "aria-labelledby de champ pertinent",
                        "Field aria-labelledby text is relevant",
                    ),
                },
                Test {
                    id: TestId::new(11, 2, 5),
                    title: text(
                        "Champ : chaque source du nom contient l’intitulé visible",
                        "Field: every source of the name contains the visible label",
                    ),
                },
                Test {
                    id: TestId::new(11, 2, 6),
                    title: text(
                        "Bouton adjacent servant d’étiquette pertinent",
                        "Adjacent button used as label is relevant",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 3),
            title: text(
                "Même fonction, étiquettes cohérentes",
                "Same function, consistent labels",
            ),
            wcag: &["3.2.4"],
            tests: &[
                Test {
                    id: TestId::new(11, 3, 1),
                    title: text(
                        "Étiquettes cohérentes dans la page",
                        "Labels are consistent within the page",
                    ),
                },
                Test {
                    id: TestId::new(11, 3, 2),
                    title: text(
                        "Étiquettes cohérentes entre les pages",
                        "Labels are consistent across pages",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 4),
            title: text(
                "Étiquette accolée à son champ",
                "Labels are next to their field",
            ),
            wcag: &["3.3.2"],
            tests: &[
                Test {
                    id: TestId::new(11, 4, 1),
                    title: text("Étiquette et champ accolés", "Label and field are adjacent"),
                },
                Test {
                    id: TestId::new(11, 4, 2),
                    title: text(
                        "Étiquette au-dessus du champ ou avant lui dans le sens de lecture",
                        "Label above the field, or before it in reading direction",
                    ),
                },
                Test {
                    id: TestId::new(11, 4, 3),
                    title: text(
                        "Case, radio ou switch : étiquette au-dessous ou après, dans le sens de lecture",
                        "Checkbox, radio or switch: label below, or after it in reading direction",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 5),
            title: text(
                "Champs de même nature regroupés",
                "Related fields are grouped",
            ),
            wcag: &["1.3.1", "3.3.2"],
            tests: &[Test {
                id: TestId::new(11, 5, 1),
                title: text(
                    "Champs de même nature regroupés",
                    "Related fields are grouped",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(11, 6),
            title: text(
                "Légende de chaque regroupement",
                "Every field group has a legend",
            ),
            wcag: &["1.3.1", "3.3.2"],
            tests: &[Test {
                id: TestId::new(11, 6, 1),
                title: text(
                    "Regroupement de champs avec légende",
                    "Field group has a legend",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(11, 7),
            title: text(
                "Légende de regroupement pertinente",
                "Group legends are relevant",
            ),
            wcag: &["1.3.1", "3.3.2"],
            tests: &[Test {
                id: TestId::new(11, 7, 1),
                title: text(
                    "Légende de regroupement pertinente",
                    "Group legend is relevant",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(11, 8),
            title: text("Options de liste regroupées", "List options are grouped"),
            wcag: &["1.3.1"],
            tests: &[
                Test {
                    id: TestId::new(11, 8, 1),
                    title: text(
                        "Options de même nature regroupées (optgroup)",
                        "Related options grouped with optgroup",
                    ),
                },
                Test {
                    id: TestId::new(11, 8, 2),
                    title: text(
                        "optgroup avec attribut label",
                        "optgroup has a label attribute",
                    ),
                },
                Test {
                    id: TestId::new(11, 8, 3),
                    title: text("label d’optgroup pertinent", "optgroup label is relevant"),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 9),
            title: text("Intitulé de bouton pertinent", "Button labels are relevant"),
            wcag: &["2.5.3", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(11, 9, 1),
                    title: text("Intitulé de bouton pertinent", "Button label is relevant"),
                },
                Test {
                    id: TestId::new(11, 9, 2),
                    title: text(
                        "Nom du bouton contient l’intitulé visible",
                        "Button name contains the visible label",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 10),
            title: text(
                "Contrôle de saisie : champs obligatoires, formats, erreurs",
                "Input checks: mandatory fields, formats, errors",
            ),
            wcag: &["3.3.1", "3.3.2"],
            tests: &[
                Test {
                    id: TestId::new(11, 10, 1),
                    title: text(
                        "Champ obligatoire indiqué (mention visible ou required)",
                        "Mandatory fields are indicated (visibly or by required)",
                    ),
                },
                Test {
                    id: TestId::new(11, 10, 2),
                    title: text(
                        "Champ required : mention visible dans l’étiquette ou le texte lié",
                        "required field: visible mark in label or linked text",
                    ),
                },
                Test {
                    id: TestId::new(11, 10, 3),
                    title: text(
                        "Erreur de champ vide : message nommant le champ, ou aria-invalid",
                        "Empty field error: message naming the field, or aria-invalid",
                    ),
                },
                Test {
                    id: TestId::new(11, 10, 4),
                    title: text(
                        "Champ obligatoire en aria-invalid : erreur visible dans l’étiquette ou le texte lié",
                        "Mandatory aria-invalid field: error visible in label or linked text",
                    ),
                },
                Test {
                    id: TestId::new(11, 10, 5),
                    title: text(
                        "Type ou format attendu indiqué avant la validation",
                        "Expected type or format is indicated before submission",
                    ),
                },
                Test {
                    id: TestId::new(11, 10, 6),
                    title: text(
                        "Erreur de format : message identifiant le champ, ou aria-invalid",
                        "Format error: message identifying the field, or aria-invalid",
                    ),
                },
                Test {
                    id: TestId::new(11, 10, 7),
                    title: text(
                        "Champ à format imposé en aria-invalid : format visible dans le label ou le texte lié",
                        "aria-invalid field with a format: format visible in label or linked text",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 11),
            title: text("Aide à la correction des erreurs", "Help to correct errors"),
            wcag: &["3.3.3"],
            tests: &[
                Test {
                    id: TestId::new(11, 11, 1),
                    title: text(
                        "Erreur : types et formats suggérés",
                        "Error: types and formats are suggested",
                    ),
                },
                Test {
                    id: TestId::new(11, 11, 2),
                    title: text(
                        "Erreur : exemples de valeurs suggérés",
                        "Error: example values are suggested",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 12),
            title: text(
                "Saisies à conséquences : modifiables, récupérables ou confirmées",
                "Inputs that matter can be changed, recovered or confirmed",
            ),
            wcag: &["3.3.4"],
            tests: &[
                Test {
                    id: TestId::new(11, 12, 1),
                    title: text(
                        "Saisies à conséquences : modifiables, vérifiables ou confirmées",
                        "Inputs that matter can be changed, checked or confirmed",
                    ),
                },
                Test {
                    id: TestId::new(11, 12, 2),
                    title: text(
                        "Données sensibles modifiées ou supprimées : récupération ou confirmation",
                        "Sensitive data changed or deleted: recovery or confirmation",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(11, 13),
            title: text(
                "Finalité des champs déclarée (autocomplete)",
                "Field purpose is declared (autocomplete)",
            ),
            wcag: &["1.3.5"],
            tests: &[Test {
                id: TestId::new(11, 13, 1),
                title: text(
                    "autocomplete valide et pertinent sur les champs concernant l’utilisateur",
                    "Valid, relevant autocomplete on fields about the user",
                ),
            }],
        },
    ],
};
