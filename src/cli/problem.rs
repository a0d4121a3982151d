//! Paths that could not be audited, said to the user.

use std::io::ErrorKind;

use crate::engine::{Problem, ProblemKind};
use crate::report::RunError;
use crate::text::{Lang, text};

/// What the system answered, in the user's language where it is an answer that people meet.
pub fn system_said(kind: ErrorKind, said: &str, lang: Lang) -> String {
    let known = match kind {
        ErrorKind::NotFound => text("fichier ou dossier introuvable", "no such file or folder"),
        ErrorKind::PermissionDenied => text("accès refusé", "permission denied"),
        ErrorKind::IsADirectory => text("c’est un dossier", "it is a folder"),
        ErrorKind::InvalidData => text("ce n’est pas de l’UTF-8", "it is not UTF-8"),
        ErrorKind::StorageFull => text("il n’y a plus de place", "no space left"),
        _ => return said.to_owned(),
    };
    known.get(lang).to_owned()
}

/// [`system_said`] of an error.
pub fn io_said(error: &std::io::Error, lang: Lang) -> String {
    system_said(error.kind(), &error.to_string(), lang)
}

/// The problem as plain data.
pub fn error(problem: &Problem, lang: Lang) -> RunError {
    let (kind, message) = match &problem.kind {
        ProblemKind::Io(kind, said) => {
            let said = system_said(*kind, said, lang);
            (
                "unreadable",
                match lang {
                    Lang::Fr => format!("lecture impossible, {said}"),
                    Lang::En => format!("cannot be read, {said}"),
                },
            )
        }
        ProblemKind::NoPage => (
            "no-page",
            match lang {
                Lang::Fr => "aucune page (*.html, *.htm, *.xhtml) dans ce dossier".to_owned(),
                Lang::En => "no page (*.html, *.htm, *.xhtml) in this folder".to_owned(),
            },
        ),
        ProblemKind::NotAFile => (
            "not-a-file",
            match lang {
                Lang::Fr => "ni un fichier, ni un dossier".to_owned(),
                Lang::En => "neither a file nor a folder".to_owned(),
            },
        ),
        ProblemKind::TooLarge(bytes) => (
            "too-large",
            match lang {
                Lang::Fr => format!("page trop grande ({bytes} octets) : voir --max-page-size"),
                Lang::En => format!("page too large ({bytes} bytes): see --max-page-size"),
            },
        ),
    };
    RunError {
        path: problem.path.clone(),
        kind,
        message,
    }
}
