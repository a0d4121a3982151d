//! `vigie man`: man pages made from the definitions of the commands.

use clap::{Arg, ArgMatches, Command};

use super::command::{self, subcommand};
use super::{Exit, Failure, print};
use crate::text::{Lang, text};

/// The subcommand.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    subcommand("man", lang)
        .about(t(
            "Écrit la page de manuel de vigie, ou d’une de ses commandes",
            "Prints the man page of vigie, or of one of its commands",
        ))
        .after_help(t(
            "Exemples :\n  vigie man | man -l -\n  vigie man fix > vigie-fix.1",
            "Examples:\n  vigie man | man -l -\n  vigie man fix > vigie-fix.1",
        ))
        .arg(Arg::new("command").value_name(t("COMMANDE", "COMMAND")))
}

/// Prints a page.
pub fn run(matches: &ArgMatches, lang: Lang) -> Result<Exit, Failure> {
    let mut all = command::command(lang);
    all.build();
    let (shown, title) = match matches.get_one::<String>("command") {
        None => (all, "vigie".to_owned()),
        Some(name) => match all.find_subcommand(name) {
            Some(found) => (found.clone(), format!("vigie-{name}")),
            None => return Err(super::no_command(lang)),
        },
    };
    let mut page = Vec::new();
    let written = clap_mangen::Man::new(shown).title(title).render(&mut page);
    written.map_err(|e| super::outputs::lost(&e, lang))?;
    print(&String::from_utf8_lossy(&page), lang)?;
    Ok(Exit::Clean)
}
