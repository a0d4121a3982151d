//! What the command line accepts, and its help in both languages.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ColorChoice, Command, ValueHint, value_parser};

use crate::text::{Lang, text};

/// The whole command.
pub fn command(lang: Lang) -> Command {
    let t = |fr, en| text(fr, en).get(lang);
    Command::new("vigie")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t(
            "Contrôle les pages HTML construites, sans navigateur : accessibilité (RGAA 4.1.2) et conformité au standard HTML",
            "Audits built HTML pages without a browser: accessibility (RGAA 4.1.2) and conformance to the HTML Standard",
        ))
        .color(ColorChoice::Auto)
        .max_term_width(100)
        .subcommand_required(true)
        .subcommand_value_name(t("COMMANDE", "COMMAND"))
        .subcommand_help_heading(t("Commandes ", "Commands"))
        .arg_required_else_help(true)
        // clap's own words are English: ours take their place.
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .help_template(template(lang))
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .global(true)
                .help_heading(t("Options générales ", "General options"))
                .help(t("Affiche cette aide", "Shows this help")),
        )
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help_heading(t("Options générales ", "General options"))
                .help(t("Affiche la version", "Shows the version")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("fr|en")
                .global(true)
                .help_heading(t("Options générales ", "General options"))
                .value_parser(["fr", "en"])
                .hide_possible_values(true)
                .help(t(
                    "Langue des messages [par défaut : la configuration, puis la langue du système, puis le français]",
                    "Language of the messages [default: the configuration, then the system's language, then French]",
                )),
        )
        .subcommand(super::audit_args::command(lang))
        .subcommand(super::baseline::command(lang))
        .subcommand(super::diff::command(lang))
        .subcommand(super::watch::command(lang))
        .subcommand(super::fix_args::command(lang))
        .subcommand(super::annotate::command(lang))
        .subcommand(
            subcommand("explain", lang)
                .about(t(
                    "Explique une règle, ou une partie du RGAA et ce que Vigie en juge",
                    "Explains a check, or a part of the RGAA and what Vigie judges of it",
                ))
                .arg(
                    Arg::new("what")
                        .value_name(t("RÈGLE|NUMÉRO", "CHECK|NUMBER"))
                        .required(true)
                        .num_args(1..)
                        .help(t(
                            "Identifiant de règle, ou numéro de thème (9), de critère (9.1), de test (9.1.1)",
                            "Id of a check, or number of a topic (9), criterion (9.1) or test (9.1.1)",
                        )),
                )
                .arg(
                    Arg::new("official")
                        .long("official")
                        .value_name("criteres.json")
                        .value_parser(value_parser!(PathBuf))
                        .value_hint(ValueHint::FilePath)
                        .help(t(
                            "Ajoute le texte officiel, lu dans le fichier criteres.json publié par la DINUM",
                            "Adds the official wording, read from the criteres.json file that DINUM publishes",
                        )),
                ),
        )
        .subcommand(
            subcommand("checks", lang)
                .about(t("Liste les règles", "Lists the checks"))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("FORMAT")
                        .default_value("text")
                        .value_parser(["text", "json"])
                        .hide_possible_values(true)
                        .hide_default_value(true)
                        .help(t(
                            "text ou json [par défaut : text]",
                            "text or json [default: text]",
                        )),
                ),
        )
        .subcommand(subcommand("schema", lang).about(t(
            "Écrit le schéma JSON de vigie.toml, pour les éditeurs",
            "Prints the JSON schema of vigie.toml, for editors",
        )))
        .subcommand(
            subcommand("help", lang)
                .about(t(
                    "Affiche l’aide d’une commande",
                    "Shows the help of a command",
                ))
                .arg(Arg::new("command").value_name(t("COMMANDE", "COMMAND"))),
        )
        .subcommand(super::man::command(lang))
        .subcommand(
            subcommand("completions", lang)
                .about(t(
                    "Écrit le script de complétion d’un interpréteur de commandes",
                    "Prints the completion script of a shell",
                ))
                .arg(
                    Arg::new("shell")
                        .value_name("SHELL")
                        .required(true)
                        .value_parser(value_parser!(clap_complete::Shell))
                        .hide_possible_values(true)
                        .help("bash, elvish, fish, powershell, zsh"),
                ),
        )
}

pub fn subcommand(name: &'static str, lang: Lang) -> Command {
    Command::new(name).help_template(template(lang))
}

fn template(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "{about-with-newline}\nUtilisation : {usage}\n\n{all-args}{after-help}\n",
        Lang::En => "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}\n",
    }
}
