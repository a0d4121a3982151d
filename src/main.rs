//! The `vigie` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    vigie::cli::main(std::env::args_os().collect())
}
