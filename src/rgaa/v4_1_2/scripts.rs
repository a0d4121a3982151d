//! RGAA 4.1.2, topic 7: scripts.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(7),
    title: text("Scripts", "Scripts"),
    criteria: &[
        Criterion {
            id: CriterionId::new(7, 1),
            title: text(
                "Scripts compatibles avec les technologies d’assistance",
                "Scripts are compatible with assistive technologies",
            ),
            wcag: &["2.5.3", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(7, 1, 1),
                    title: text(
                        "Composant scripté : nom, rôle, valeur, états exposés",
                        "Scripted component exposes name, role, value, states",
                    ),
                },
                Test {
                    id: TestId::new(7, 1, 2),
                    title: text(
                        "Composant scripté correctement restitué par les technologies d’assistance",
                        "Scripted component is rendered by assistive technologies",
                    ),
                },
                Test {
                    id: TestId::new(7, 1, 3),
                    title: text(
                        "Composant scripté : nom pertinent reprenant l’intitulé visible, rôle pertinent",
                        "Scripted component: relevant name with the visible label, relevant role",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(7, 2),
            title: text(
                "Alternative au script pertinente",
                "Script alternatives are relevant",
            ),
            wcag: &["1.1.1", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(7, 2, 1),
                    title: text(
                        "Alternative au script pertinente",
                        "Script alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(7, 2, 2),
                    title: text(
                        "Alternative mise à jour avec le contenu non textuel",
                        "Alternative is updated along with non-text content",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(7, 3),
            title: text(
                "Scripts utilisables au clavier et au pointeur",
                "Scripts work by keyboard and pointer",
            ),
            wcag: &["1.3.1", "2.1.1", "2.4.7"],
            tests: &[
                Test {
                    id: TestId::new(7, 3, 1),
                    title: text(
                        "Éléments à gestionnaire d’événement accessibles au clavier et au pointeur",
                        "Elements with an event handler are reached by keyboard and pointer",
                    ),
                },
                Test {
                    id: TestId::new(7, 3, 2),
                    title: text(
                        "Script ne supprimant pas le focus",
                        "Script does not remove focus",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(7, 4),
            title: text(
                "Changements de contexte annoncés ou maîtrisés",
                "Context changes are announced or user-controlled",
            ),
            wcag: &["3.2.1", "3.2.2"],
            tests: &[Test {
                id: TestId::new(7, 4, 1),
                title: text(
                    "Changement de contexte scripté annoncé ou demandé par l’utilisateur",
                    "Scripted context change is announced or asked for by the user",
                ),
            }],
        },
        Criterion {
            id: CriterionId::new(7, 5),
            title: text(
                "Messages de statut restitués",
                "Status messages reach assistive technologies",
            ),
            wcag: &["4.1.3"],
            tests: &[
                Test {
                    id: TestId::new(7, 5, 1),
                    title: text(
                        "Message de statut (succès, résultat, état) : role=status",
                        "Status message (success, result, state): role=status",
                    ),
                },
                Test {
                    id: TestId::new(7, 5, 2),
                    title: text(
                        "Message de statut (suggestion, erreur) : role=alert",
                        "Status message (suggestion, error): role=alert",
                    ),
                },
                Test {
                    id: TestId::new(7, 5, 3),
                    title: text(
                        "Message de progression : role=log, progressbar ou status",
                        "Progress message: role=log, progressbar or status",
                    ),
                },
            ],
        },
    ],
};
