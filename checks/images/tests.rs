//! Which test of topic 1 speaks of which kind of image.

use crate::rgaa::{TestId, test};

use super::subject::Kind;

/// The test that asks whether the alternative is relevant (criterion 1.3).
pub fn relevance(kind: Kind) -> TestId {
    match kind {
        Kind::Img | Kind::RoleImg => test(1, 3, 1),
        Kind::Area => test(1, 3, 2),
        Kind::Button => test(1, 3, 3),
        Kind::Object => test(1, 3, 4),
        Kind::Embed => test(1, 3, 5),
        Kind::Svg => test(1, 3, 6),
        Kind::Canvas => test(1, 3, 7),
    }
}

/// The test that asks whether the caption is tied to the image (criterion 1.9).
pub fn caption(kind: Kind) -> Option<TestId> {
    Some(match kind {
        Kind::Img | Kind::RoleImg | Kind::Button => test(1, 9, 1),
        Kind::Object => test(1, 9, 2),
        Kind::Embed => test(1, 9, 3),
        Kind::Svg => test(1, 9, 4),
        Kind::Canvas => test(1, 9, 5),
        Kind::Area => return None,
    })
}

/// The tests that only a person can judge once there is an image of the kind: CAPTCHA (1.4, 1.5), detailed description (1.6, 1.7), image
/// of text (1.8), caption (1.9), information by shape or place (10.9, 10.10), flashes (13.7), those of `svg` aside.
pub fn left_to_people(kind: Kind) -> &'static [TestId] {
    const ANY: [TestId; 3] = [test(1, 5, 1), test(10, 9, 2), test(10, 10, 2)];
    const FLASH: TestId = test(13, 7, 1);
    const IMG: &[TestId] = &[
        test(1, 4, 1),
        test(1, 6, 1),
        test(1, 7, 1),
        test(1, 8, 1),
        test(1, 9, 1),
        ANY[0],
        ANY[1],
        ANY[2],
        FLASH,
    ];
    const ROLE_IMG: &[TestId] = &[
        test(1, 4, 1),
        test(1, 6, 10),
        test(1, 8, 1),
        test(1, 9, 1),
        ANY[0],
        ANY[1],
        ANY[2],
    ];
    const AREA: &[TestId] = &[test(1, 4, 2), ANY[0], ANY[1], ANY[2]];
    const BUTTON: &[TestId] = &[
        test(1, 4, 3),
        test(1, 5, 2),
        test(1, 6, 4),
        test(1, 7, 2),
        test(1, 8, 2),
        test(1, 9, 1),
        ANY[1],
        ANY[2],
    ];
    const OBJECT: &[TestId] = &[
        test(1, 4, 4),
        test(1, 6, 2),
        test(1, 7, 3),
        test(1, 8, 3),
        test(1, 9, 2),
        ANY[0],
        ANY[1],
        ANY[2],
        FLASH,
    ];
    const EMBED: &[TestId] = &[
        test(1, 4, 5),
        test(1, 6, 3),
        test(1, 7, 4),
        test(1, 8, 4),
        test(1, 9, 3),
        ANY[0],
        ANY[1],
        ANY[2],
        FLASH,
    ];
    const SVG: &[TestId] = &[
        test(1, 4, 6),
        test(1, 6, 5),
        test(1, 7, 5),
        test(1, 8, 6),
        test(1, 9, 4),
        ANY[0],
        ANY[1],
        ANY[2],
    ];
    const CANVAS: &[TestId] = &[
        test(1, 4, 7),
        test(1, 6, 7),
        test(1, 7, 6),
        test(1, 8, 5),
        test(1, 9, 5),
        ANY[0],
        ANY[1],
        ANY[2],
        FLASH,
    ];
    match kind {
        Kind::Img => IMG,
        Kind::RoleImg => ROLE_IMG,
        Kind::Area => AREA,
        Kind::Button => BUTTON,
        Kind::Object => OBJECT,
        Kind::Embed => EMBED,
        Kind::Svg => SVG,
        Kind::Canvas => CANVAS,
    }
}
