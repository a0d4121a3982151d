//! Vigie audits built HTML pages without a browser.

pub mod dom;
pub mod rgaa;
pub mod semantics;
pub mod source;
pub mod text;
