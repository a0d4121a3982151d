//! RGAA 4.1.2, topic 1: images.

use super::super::{Criterion, CriterionId, Test, TestId, Topic, TopicId};
use crate::text::text;

pub(super) const TOPIC: Topic = Topic {
    id: TopicId(1),
    title: text("Images", "Images"),
    criteria: &[
        Criterion {
            id: CriterionId::new(1, 1),
            title: text(
                "Alternative textuelle des images informatives",
                "Informative images have a text alternative",
            ),
            wcag: &["1.1.1"],
            tests: &[
                Test {
                    id: TestId::new(1, 1, 1),
                    title: text(
                        "Image (img, role=img) informative : alternative présente",
                        "Informative img / role=img has a text alternative",
                    ),
                },
                Test {
                    id: TestId::new(1, 1, 2),
                    title: text(
                        "Zone area informative : alternative présente",
                        "Informative area has a text alternative",
                    ),
                },
                Test {
                    id: TestId::new(1, 1, 3),
                    title: text(
                        "Bouton input type=image : alternative présente",
                        "Image button has a text alternative",
                    ),
                },
                Test {
                    id: TestId::new(1, 1, 4),
                    title: text(
                        "Image réactive serveur (ismap) doublée d’un accès équivalent",
                        "Server-side image map has an equivalent mechanism",
                    ),
                },
                Test {
                    id: TestId::new(1, 1, 5),
                    title: text(
                        "svg informatif : role=img et alternative",
                        "Informative svg has role=img and an alternative",
                    ),
                },
                Test {
                    id: TestId::new(1, 1, 6),
                    title: text(
                        "object image informatif : role=img et nom, ou contenu alternatif",
                        "Informative object image: role=img and a name, or alternative content",
                    ),
                },
                Test {
                    id: TestId::new(1, 1, 7),
                    title: text(
                        "embed image informatif : role=img et nom, ou contenu alternatif",
                        "Informative embed image: role=img and a name, or alternative content",
                    ),
                },
                Test {
                    id: TestId::new(1, 1, 8),
                    title: text(
                        "canvas informatif : role=img et nom, ou contenu alternatif",
                        "Informative canvas: role=img and a name, or alternative content",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 2),
            title: text(
                "Images décoratives ignorées des technologies d’assistance",
                "Decorative images are hidden from assistive technologies",
            ),
            wcag: &["1.1.1", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(1, 2, 1),
                    title: text(
                        "img décorative sans légende ignorée des technologies d’assistance",
                        "Uncaptioned decorative img is hidden from assistive technologies",
                    ),
                },
                Test {
                    id: TestId::new(1, 2, 2),
                    title: text(
                        "area non cliquable décorative ignorée des technologies d’assistance",
                        "Decorative non-clickable area is hidden from assistive technologies",
                    ),
                },
                Test {
                    id: TestId::new(1, 2, 3),
                    title: text(
                        "object image décoratif : aria-hidden et aucune alternative",
                        "Decorative object image: aria-hidden, no alternative",
                    ),
                },
                Test {
                    id: TestId::new(1, 2, 4),
                    title: text(
                        "svg décoratif : aria-hidden et aucune alternative, title ni desc",
                        "Decorative svg: aria-hidden, no alternative, no title or desc",
                    ),
                },
                Test {
                    id: TestId::new(1, 2, 5),
                    title: text(
                        "canvas décoratif : aria-hidden et aucune alternative",
                        "Decorative canvas: aria-hidden, no alternative",
                    ),
                },
                Test {
                    id: TestId::new(1, 2, 6),
                    title: text(
                        "embed image décoratif : aria-hidden et aucune alternative",
                        "Decorative embed image: aria-hidden, no alternative",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 3),
            title: text(
                "Alternative textuelle pertinente",
                "Text alternatives are relevant",
            ),
            wcag: &["1.1.1", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(1, 3, 1),
                    title: text(
                        "img / role=img : alternative pertinente",
                        "img / role=img alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 2),
                    title: text(
                        "area : alternative pertinente",
                        "area alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 3),
                    title: text(
                        "input type=image : alternative pertinente",
                        "Image button alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 4),
                    title: text(
                        "object image : alternative pertinente",
                        "object image alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 5),
                    title: text(
                        "embed image : alternative pertinente",
                        "embed image alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 6),
                    title: text(
                        "svg : alternative pertinente",
                        "svg alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 7),
                    title: text(
                        "canvas : alternative pertinente",
                        "canvas alternative is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 8),
                    title: text(
                        "canvas : contenu interne restitué par les technologies d’assistance",
                        "canvas inner content is rendered by assistive technologies",
                    ),
                },
                Test {
                    id: TestId::new(1, 3, 9),
                    title: text(
                        "Alternative courte et concise",
                        "Text alternative is short and concise",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 4),
            title: text(
                "Alternative d’un CAPTCHA ou d’une image-test : nature et fonction",
                "CAPTCHA and test images: the alternative states nature and function",
            ),
            wcag: &["1.1.1"],
            tests: &[
                Test {
                    id: TestId::new(1, 4, 1),
                    title: text(
                        "CAPTCHA ou image-test (img) : alternative disant nature et fonction",
                        "CAPTCHA or test image (img): alternative states nature and function",
                    ),
                },
                Test {
                    id: TestId::new(1, 4, 2),
                    title: text(
                        "CAPTCHA ou image-test (area) : alternative disant nature et fonction",
                        "CAPTCHA or test image (area): alternative states nature and function",
                    ),
                },
                Test {
                    id: TestId::new(1, 4, 3),
                    title: text(
                        "CAPTCHA ou image-test (bouton image) : alternative disant nature et fonction",
                        "CAPTCHA or test image (image button): alternative states nature and function",
                    ),
                },
                Test {
                    id: TestId::new(1, 4, 4),
                    title: text(
                        "CAPTCHA ou image-test (object) : alternative disant nature et fonction",
                        "CAPTCHA or test image (object): alternative states nature and function",
                    ),
                },
                Test {
                    id: TestId::new(1, 4, 5),
                    title: text(
                        "CAPTCHA ou image-test (embed) : alternative disant nature et fonction",
                        "CAPTCHA or test image (embed): alternative states nature and function",
                    ),
                },
                Test {
                    id: TestId::new(1, 4, 6),
                    title: text(
                        "CAPTCHA ou image-test (svg) : alternative disant nature et fonction",
                        "CAPTCHA or test image (svg): alternative states nature and function",
                    ),
                },
                Test {
                    id: TestId::new(1, 4, 7),
                    title: text(
                        "CAPTCHA ou image-test (canvas) : alternative disant nature et fonction",
                        "CAPTCHA or test image (canvas): alternative states nature and function",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 5),
            title: text(
                "CAPTCHA en image : autre moyen d’accès",
                "Image CAPTCHAs come with another way in",
            ),
            wcag: &["1.1.1"],
            tests: &[
                Test {
                    id: TestId::new(1, 5, 1),
                    title: text(
                        "CAPTCHA en image : autre CAPTCHA non graphique ou autre accès",
                        "Image CAPTCHA: a non-graphic one or another way in",
                    ),
                },
                Test {
                    id: TestId::new(1, 5, 2),
                    title: text(
                        "CAPTCHA en bouton image : autre CAPTCHA non graphique ou autre accès",
                        "Image-button CAPTCHA: a non-graphic one or another way in",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 6),
            title: text(
                "Description détaillée des images qui en ont besoin",
                "Images that need one have a detailed description",
            ),
            wcag: &["1.1.1"],
            tests: &[
                Test {
                    id: TestId::new(1, 6, 1),
                    title: text(
                        "img complexe : description détaillée disponible",
                        "Complex img has a detailed description",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 2),
                    title: text(
                        "object complexe : description détaillée disponible",
                        "Complex object image has a detailed description",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 3),
                    title: text(
                        "embed complexe : description détaillée disponible",
                        "Complex embed image has a detailed description",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 4),
                    title: text(
                        "input image complexe : description détaillée disponible",
                        "Complex image button has a detailed description",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 5),
                    title: text(
                        "svg complexe : description détaillée disponible",
                        "Complex svg has a detailed description",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 6),
                    title: text(
                        "svg : référence à la description restituée par les technologies d’assistance",
                        "svg: reference to description is rendered by assistive technologies",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 7),
                    title: text(
                        "canvas complexe : description détaillée disponible",
                        "Complex canvas has a detailed description",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 8),
                    title: text(
                        "canvas : référence à la description restituée par les technologies d’assistance",
                        "canvas: reference to description is rendered by assistive technologies",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 9),
                    title: text(
                        "aria-describedby d’une image : désigne bien la description détaillée",
                        "Image aria-describedby points to the detailed description",
                    ),
                },
                Test {
                    id: TestId::new(1, 6, 10),
                    title: text(
                        "role=img complexe : description détaillée disponible",
                        "Complex role=img has a detailed description",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 7),
            title: text(
                "Description détaillée pertinente",
                "Detailed descriptions are relevant",
            ),
            wcag: &["1.1.1"],
            tests: &[
                Test {
                    id: TestId::new(1, 7, 1),
                    title: text(
                        "img : description détaillée pertinente",
                        "img detailed description is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 7, 2),
                    title: text(
                        "input image : description détaillée pertinente",
                        "Image button detailed description is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 7, 3),
                    title: text(
                        "object : description détaillée pertinente",
                        "object detailed description is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 7, 4),
                    title: text(
                        "embed : description détaillée pertinente",
                        "embed detailed description is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 7, 5),
                    title: text(
                        "svg : description détaillée pertinente",
                        "svg detailed description is relevant",
                    ),
                },
                Test {
                    id: TestId::new(1, 7, 6),
                    title: text(
                        "canvas : description détaillée pertinente",
                        "canvas detailed description is relevant",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 8),
            title: text(
                "Texte stylé plutôt qu’image de texte",
                "Styled text rather than images of text",
            ),
            wcag: &["1.4.5"],
            tests: &[
                Test {
                    id: TestId::new(1, 8, 1),
                    title: text(
                        "Texte stylé plutôt qu’image texte (img, role=img)",
                        "Styled text rather than an image of text (img, role=img)",
                    ),
                },
                Test {
                    id: TestId::new(1, 8, 2),
                    title: text(
                        "Texte stylé plutôt que bouton image texte",
                        "Styled text rather than an image-of-text button",
                    ),
                },
                Test {
                    id: TestId::new(1, 8, 3),
                    title: text(
                        "Texte stylé plutôt qu’image texte (object)",
                        "Styled text rather than an image of text (object)",
                    ),
                },
                Test {
                    id: TestId::new(1, 8, 4),
                    title: text(
                        "Texte stylé plutôt qu’image texte (embed)",
                        "Styled text rather than an image of text (embed)",
                    ),
                },
                Test {
                    id: TestId::new(1, 8, 5),
                    title: text(
                        "Texte stylé plutôt qu’image texte (canvas)",
                        "Styled text rather than an image of text (canvas)",
                    ),
                },
                Test {
                    id: TestId::new(1, 8, 6),
                    title: text(
                        "Texte stylé plutôt que svg dont le texte n’est pas tout en éléments text",
                        "Styled text rather than svg whose text is not all in text elements",
                    ),
                },
            ],
        },
        Criterion {
            id: CriterionId::new(1, 9),
            title: text(
                "Légende reliée à son image",
                "Captions are tied to their image",
            ),
            wcag: &["1.1.1", "4.1.2"],
            tests: &[
                Test {
                    id: TestId::new(1, 9, 1),
                    title: text(
                        "Légende reliée à l’image (img, input image, role=img)",
                        "Caption tied to image (img, image button, role=img)",
                    ),
                },
                Test {
                    id: TestId::new(1, 9, 2),
                    title: text(
                        "Légende reliée à l’image object",
                        "Caption tied to object image",
                    ),
                },
                Test {
                    id: TestId::new(1, 9, 3),
                    title: text(
                        "Légende reliée à l’image embed",
                        "Caption tied to embed image",
                    ),
                },
                Test {
                    id: TestId::new(1, 9, 4),
                    title: text("Légende reliée à l’image svg", "Caption tied to svg image"),
                },
                Test {
                    id: TestId::new(1, 9, 5),
                    title: text(
                        "Légende reliée à l’image canvas",
                        "Caption tied to canvas image",
                    ),
                },
            ],
        },
    ],
};
