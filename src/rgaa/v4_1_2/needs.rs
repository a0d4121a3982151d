//! What must be read to judge each test; see [`Input`](super::super::Input).
//!
//! A text a criterion, a letter a test: `B` the bytes of the page, `D` its tree, `C` computed styles, `L` the layout, `M` the
//! bytes of images and media, `S` other pages of the site, `H` a person from the start.

/// By topic, by criterion.
pub(super) static NEEDS: [&[&str]; super::TOPICS] = [
    // 1
    &[
        "DDDDDDDD",
        "DDDDDD",
        "DDDDDDDDD",
        "DDDDDDD",
        "DD",
        "DDDDDDDDDD",
        "DDDDDD",
        "DDDDDD",
        "DDDDD",
    ],
    // 2
    &["D", "D"],
    // 3
    &["CDDCDD", "CCCCD", "CCCD"],
    // 4
    &[
        "DDD", "DDD", "DD", "D", "DD", "DD", "D", "DD", "D", "D", "DDD", "DD", "DD",
    ],
    // 5
    &["D", "D", "D", "D", "D", "DDDD", "DDDDD", "D"],
    // 6
    &["DDDDC", "D"],
    // 7
    &["DDC", "DD", "DD", "D", "DDD"],
    // 8
    &["BBB", "B", "D", "D", "D", "D", "D", "D", "D", "DD"],
    // 9
    &["DDD", "D", "DDD", "DD"],
    // 10
    &[
        "DDD", "C", "C", "LD", "CCC", "C", "C", "C", "DDDD", "DDDD", "LC", "L", "CCC", "CC",
    ],
    // 11
    &[
        "DDC", "DDDDCD", "DS", "DDD", "D", "D", "D", "DDD", "DC", "DCDDDDD", "DD", "DD", "D",
    ],
    // 12
    &[
        "S", "S", "SSS", "SSS", "SSS", "D", "DD", "DD", "D", "D", "C",
    ],
    // 13
    &[
        "DDDH", "D", "D", "D", "D", "D", "MDC", "CC", "C", "DD", "D", "DDD",
    ],
];
