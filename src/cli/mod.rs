//! The command line: one file a subcommand.

mod audit;
mod command;
mod locale;
mod outputs;
mod problem;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use crate::text::Lang;

/// How a run ended (the contract's exit codes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Nothing at or above the level asked for.
    Clean = 0,
    /// Findings at or above it.
    Findings = 1,
    /// Usage, configuration, or a path that could not be read.
    Trouble = 2,
}

/// Why a subcommand could not do its work, as a sentence for the user. May be several lines.
struct Failure(String);

impl<S: Into<String>> From<S> for Failure {
    fn from(message: S) -> Failure {
        Failure(message.into())
    }
}

/// Runs the command with the process' arguments.
pub fn main(args: Vec<OsString>) -> ExitCode {
    let lang = locale::of_run(&args);
    let exit = match command::command(lang).try_get_matches_from(args) {
        Ok(matches) => run(&matches, lang),
        Err(error) => {
            let shown = error.print();
            match (shown, error.use_stderr()) {
                (Ok(()), false) => Exit::Clean,
                _ => Exit::Trouble,
            }
        }
    };
    ExitCode::from(exit as u8)
}

fn run(matches: &clap::ArgMatches, lang: Lang) -> Exit {
    let done = match matches.subcommand() {
        Some(("audit", matches)) => audit::run(matches, lang),
        _ => unreachable!("clap asks for a subcommand of the list"),
    };
    match done {
        Ok(exit) => exit,
        Err(Failure(message)) => {
            complain(lang, &message);
            Exit::Trouble
        }
    }
}

/// Says on standard error what went wrong.
fn complain(lang: Lang, message: &str) {
    let word = match lang {
        Lang::Fr => "erreur :",
        Lang::En => "error:",
    };
    let red = anstyle::AnsiColor::BrightRed
        .on_default()
        .effects(anstyle::Effects::BOLD);
    // Nowhere to say that standard error is gone.
    let _ = writeln!(anstream::stderr(), "{red}{word}{red:#} {message}");
}
