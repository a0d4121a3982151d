//! The command line: one file a subcommand.

mod annotate;
mod asked;
mod audit;
mod audit_args;
mod baseline;
mod beside;
mod checks;
mod ci;
mod command;
mod diff;
mod explain;
mod explain_rgaa;
mod fix;
mod fix_args;
mod fix_sources;
mod fix_words;
mod locale;
mod man;
mod origins;
mod outputs;
mod prepare;
mod problem;
mod progress;
mod replace;
mod settings;
mod sheet;
mod stats;
mod today;
mod usage;
mod watch;
mod way;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use crate::config::{self, ConfigErrors};
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

/// Why a subcommand could not do its work.
enum Failure {
    /// A sentence for the user, maybe of several lines.
    Said(String),
    /// What is wrong in the configuration file.
    Config(ConfigErrors),
}

impl<S: Into<String>> From<S> for Failure {
    fn from(message: S) -> Failure {
        Failure::Said(message.into())
    }
}

/// Runs the command with the process' arguments.
pub fn main(args: Vec<OsString>) -> ExitCode {
    let asked = locale::asked(&args);
    let lang = asked.or_else(locale::of_locale).unwrap_or_default();
    let exit = match command::command(lang).try_get_matches_from(args) {
        Ok(matches) => run(&matches, asked, lang),
        Err(error) if !error.use_stderr() => match error.print() {
            Ok(()) => Exit::Clean,
            Err(_) => Exit::Trouble,
        },
        Err(error) => {
            match usage::explain(&error, lang) {
                Some(message) => complain(lang, &message),
                // Nowhere to say that standard error is gone.
                None => drop(error.print()),
            }
            Exit::Trouble
        }
    };
    ExitCode::from(exit as u8)
}

fn run(matches: &clap::ArgMatches, asked: Option<Lang>, lang: Lang) -> Exit {
    let done = match matches.subcommand() {
        Some(("audit", matches)) => audit::run(matches, asked, lang),
        Some(("baseline", matches)) => baseline::run(matches, asked, lang),
        Some(("watch", matches)) => watch::run(matches, asked, lang),
        Some(("diff", matches)) => diff::run(matches, lang),
        Some(("annotate", matches)) => annotate::run(matches, asked, lang),
        Some(("fix", matches)) => fix::run(matches, asked, lang),
        Some(("explain", matches)) => explain::run(matches, lang),
        Some(("checks", matches)) => checks::run(matches, lang),
        Some(("schema", _)) => schema(lang),
        Some(("help", matches)) => help(matches, lang),
        Some(("man", matches)) => man::run(matches, lang),
        Some(("completions", matches)) => completions(matches, lang),
        _ => unreachable!("clap asks for a subcommand of the list"),
    };
    match done {
        Ok(exit) => exit,
        Err(failure) => {
            tell(failure, lang);
            Exit::Trouble
        }
    }
}

/// Says on standard error why a subcommand could not do its work.
fn tell(failure: Failure, lang: Lang) {
    match failure {
        Failure::Said(message) => complain(lang, &message),
        Failure::Config(errors) => {
            let colour = anstream::AutoStream::choice(&std::io::stderr());
            let shown = errors.render(colour != anstream::ColorChoice::Never);
            // Nowhere to say that standard error is gone.
            let _ = writeln!(anstream::stderr(), "{shown}");
        }
    }
}

/// `vigie schema`: the JSON schema of `vigie.toml`.
fn schema(lang: Lang) -> Result<Exit, Failure> {
    print(&format!("{:#}\n", config::schema(lang)), lang)?;
    Ok(Exit::Clean)
}

/// `vigie help COMMAND`.
fn help(matches: &clap::ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    let mut all = command::command(lang);
    all.build();
    let found = match matches.get_one::<String>("command") {
        Some(name) => all.find_subcommand_mut(name),
        None => Some(&mut all),
    };
    let Some(found) = found else {
        return Err(no_command(lang));
    };
    print(&found.render_help().to_string(), lang)?;
    Ok(Exit::Clean)
}

/// What is said of a command that is none: those there are.
fn no_command(lang: Lang) -> Failure {
    let all = command::command(lang);
    let names: Vec<&str> = all.get_subcommands().map(clap::Command::get_name).collect();
    match lang {
        Lang::Fr => format!("commandes : {}", names.join(", ")),
        Lang::En => format!("commands: {}", names.join(", ")),
    }
    .into()
}

/// `vigie completions`: a script for a shell.
fn completions(matches: &clap::ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    if let Some(&shell) = matches.get_one::<clap_complete::Shell>("shell") {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command::command(lang), "vigie", &mut script);
        print(&String::from_utf8_lossy(&script), lang)?;
    }
    Ok(Exit::Clean)
}

/// Prints a text. A reader that goes away has read enough.
fn print(text: &str, lang: Lang) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(outputs::lost(&e, lang)),
        _ => Ok(()),
    }
}

/// What comes between a name and what is said of it, as the language writes it.
fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => " : ",
        Lang::En => ": ",
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

/// [`complain`], of a file or folder.
fn complain_of(lang: Lang, path: &str, message: &str) {
    let path = crate::report::visible(path);
    complain(lang, &format!("{path}{}{message}", colon(lang)));
}

/// Says on standard error something that is not wrong.
fn remark(message: &str) {
    let dim = anstyle::Style::new().effects(anstyle::Effects::DIMMED);
    let _ = writeln!(anstream::stderr(), "{dim}{message}{dim:#}");
}
