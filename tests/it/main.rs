//! All the integration tests, in one binary: one module a concern.

mod rgaa;
mod support;
