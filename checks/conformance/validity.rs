//! What breaks RGAA 8.2.1.
//!
//! The test is asked «pour chaque déclaration de type de document»: without a doctype there is nothing it is asked of, however
//! broken the page is (8.1.1 fails then).

use crate::check::Context;
use crate::rgaa::{TestId, test};

/// RGAA 8.2.1: the source follows its document type, as to writing rules, nesting, opening and closing, unique ids and attributes.
pub const VALIDITY: TestId = test(8, 2, 1);

/// The tests that an error of one of the five families of 8.2.1 breaks on this page.
pub fn tests_broken(cx: &Context<'_>) -> &'static [TestId] {
    if cx.doc().doctype().is_some() {
        &[VALIDITY]
    } else {
        &[]
    }
}
