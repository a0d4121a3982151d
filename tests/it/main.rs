//! One binary for all integration tests, one file a concern: linking once is what costs.

mod act;
mod cli;
mod docs;
mod encoding;
mod examples;
mod fixtures;
mod golden;
mod layers;
mod parser;
mod registry;
mod rgaa;
mod semantics;
mod support;
