//! All checks. Generated from this folder: `UPDATE=1 cargo test registry`.

use crate::check::{AnySiteCheck, Check, Meta};

pub mod conformance {
    pub mod duplicate_id;
}
pub mod frames {
    pub mod frame_name_missing;
    pub mod frame_title_missing;
}
pub mod structure {
    pub mod heading_level_skip;
}

/// Checks of one page.
pub static ALL: &[&dyn Check] = &[
    conformance::duplicate_id::CHECK,
    frames::frame_name_missing::CHECK,
    frames::frame_title_missing::CHECK,
    structure::heading_level_skip::CHECK,
];

/// Checks of a whole site.
pub static SITE: &[&dyn AnySiteCheck] = &[];

/// The data of every check, page checks first.
pub fn metas() -> impl Iterator<Item = &'static Meta> {
    let page = ALL.iter().map(|c| c.meta());
    page.chain(SITE.iter().map(|c| c.meta()))
}
