//! Vigie audits built HTML pages without a browser.

#![forbid(unsafe_code)]

pub mod annotate;
pub mod baseline;
pub mod check;
#[path = "../checks/mod.rs"]
pub mod checks;
pub mod cli;
pub mod config;
pub mod diff;
pub mod dom;
pub mod engine;
pub mod fix;
pub mod origin;
pub mod report;
pub mod rgaa;
pub mod semantics;
pub mod source;
pub mod spec;
pub mod text;
