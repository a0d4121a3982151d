//! What is wrong with the arguments, in the user's language: clap speaks English only.

use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::Lang;

/// The error as a sentence; `None` when clap's own words will do.
pub fn explain(error: &clap::Error, lang: Lang) -> Option<String> {
    let get = |kind| error.get(kind).map(said);
    // `vigie _site`: the subcommand was forgotten.
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(word) = get(ContextKind::InvalidSubcommand)
        && Path::new(&word).exists()
    {
        return Some(match lang {
            Lang::Fr => format!(
                "commande inconnue « {word} » ; pour contrôler ce chemin : vigie audit {word}"
            ),
            Lang::En => {
                format!("unknown command \"{word}\"; to audit this path: vigie audit {word}")
            }
        });
    }
    if lang == Lang::En {
        return None;
    }
    let arg = get(ContextKind::InvalidArg).unwrap_or_default();
    let value = get(ContextKind::InvalidValue).unwrap_or_default();
    let suggestion = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
        ContextKind::SuggestedSubcommand,
    ]
    .into_iter()
    .find_map(get)
    .map(|near| format!(" ; vouliez-vous dire « {near} » ?"))
    .unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("option inconnue « {arg} »{suggestion}"),
        ErrorKind::InvalidSubcommand => {
            let word = get(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("commande inconnue « {word} »{suggestion}")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{arg} attend une valeur"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let valid = get(ContextKind::ValidValue)
                .map(|all| format!(" ; valeurs possibles : {all}"))
                .unwrap_or_default();
            let why = std::error::Error::source(error)
                .map(|why| format!(" ({why})"))
                .unwrap_or_default();
            format!("{arg} : « {value} » ne convient pas{why}{suggestion}{valid}")
        }
        ErrorKind::MissingRequiredArgument => format!("il manque {arg}"),
        ErrorKind::ArgumentConflict => {
            format!("{arg} est donné deux fois ou ne va pas avec le reste")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("{arg} : pas le bon nombre de valeurs")
        }
        ErrorKind::InvalidUtf8 => "un argument n’est pas en UTF-8".to_owned(),
        _ => return None,
    };
    Some(format!("{message}\n\nPour l’aide : vigie --help"))
}

fn said(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    }
}
