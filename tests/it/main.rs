//! One binary for all integration tests, one file a concern: linking once is what costs.

mod examples;
mod fixtures;
mod golden;
mod registry;
mod rgaa;
mod support;
