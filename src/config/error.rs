//! What is wrong in a configuration file, and where.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::text::Lang;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What may help.
    pub help: Option<String>,
}

/// The mistakes of a file, in order of place.
#[derive(Debug)]
pub struct ConfigErrors {
    /// How the file is named.
    pub path: String,
    /// What it holds.
    pub text: String,
    /// At least one.
    pub errors: Vec<ConfigError>,
    /// Language of the messages.
    pub lang: Lang,
}

impl ConfigErrors {
    /// The mistakes, each with the line it is on.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let word = match self.lang {
            Lang::Fr => "erreur ",
            Lang::En => "error",
        };
        let shown: Vec<String> = self
            .errors
            .iter()
            .map(|error| {
                let snippet = Snippet::source(self.text.as_str())
                    .path(self.path.as_str())
                    .annotation(AnnotationKind::Primary.span(error.span.clone()));
                let group = Level::ERROR
                    .with_name(word)
                    .primary_title(error.message.as_str())
                    .element(snippet)
                    .elements(
                        error
                            .help
                            .as_deref()
                            .map(|text| Level::HELP.no_name().message(text)),
                    );
                renderer.render(&[group])
            })
            .collect();
        shown.join("\n\n")
    }
}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for ConfigErrors {}
