//! One binary for all integration tests, one file a concern: linking once is what costs.

mod act;
mod cli;
mod cli_config;
mod cli_contract;
mod cli_escape;
mod cli_explain;
mod cli_site;
mod css;
mod discover;
mod docs;
mod encoding;
mod examples;
mod fixtures;
mod golden;
mod hostile;
mod layers;
mod leaks;
mod parser;
mod picture;
mod registry;
mod rgaa;
mod schema;
mod seeds;
mod semantics;
mod sites;
mod support;
