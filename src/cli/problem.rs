//! Paths that could not be audited, said to the user.

use crate::engine::{Problem, ProblemKind};
use crate::report::RunError;
use crate::text::Lang;

/// The problem as plain data.
pub fn error(problem: &Problem, lang: Lang) -> RunError {
    let (kind, message) = match &problem.kind {
        ProblemKind::Io(said) => (
            "unreadable",
            match lang {
                Lang::Fr => format!("lecture impossible : {said}"),
                Lang::En => format!("cannot be read: {said}"),
            },
        ),
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
