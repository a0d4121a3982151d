//! Which checks run: `--select` and `--ignore`.

use std::fmt;
use std::str::FromStr;

use crate::check::{Category, Meta};
use crate::rgaa::Scope;
use crate::text::{Lang, nearest};

/// One word of `--select` or `--ignore`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// A check, by id.
    Check(&'static str),
    /// Checks that speak to a part of the RGAA.
    Scope(Scope),
    /// Checks of a category.
    Category(Category),
}

/// Why a word selects nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectionError {
    /// What was read.
    pub input: String,
    /// The RGAA number's own error, when it looks like one.
    pub scope: Option<String>,
    /// The nearest check id.
    pub nearest: Option<&'static str>,
}

impl SelectionError {
    /// The error as a sentence.
    pub fn message(&self, lang: Lang) -> String {
        if let Some(scope) = &self.scope {
            return scope.clone();
        }
        let input = self.input.escape_debug();
        let mut out = match lang {
            Lang::Fr => {
                format!("« {input} » n’est ni une règle, ni un numéro du RGAA, ni une catégorie")
            }
            Lang::En => format!("\"{input}\" is no check, RGAA number or category"),
        };
        if let Some(nearest) = self.nearest {
            out.push_str(&match lang {
                Lang::Fr => format!(" ; vouliez-vous dire « {nearest} » ?"),
                Lang::En => format!("; did you mean \"{nearest}\"?"),
            });
        }
        out
    }
}

impl fmt::Display for SelectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for SelectionError {}

impl FromStr for Selector {
    type Err = SelectionError;

    fn from_str(s: &str) -> Result<Selector, SelectionError> {
        Selector::parse(s, Lang::En)
    }
}

impl Selector {
    /// Reads a check id, an RGAA number, or `accessibility`, `conformance`, `authoring`.
    pub fn parse(s: &str, lang: Lang) -> Result<Selector, SelectionError> {
        let s = s.trim();
        match s {
            "accessibility" => return Ok(Selector::Category(Category::Accessibility)),
            "conformance" => return Ok(Selector::Category(Category::Conformance)),
            "authoring" => return Ok(Selector::Category(Category::Authoring)),
            _ => {}
        }
        if let Some(meta) = crate::checks::metas().find(|m| m.id == s) {
            return Ok(Selector::Check(meta.id));
        }
        if s.starts_with(|c: char| c.is_ascii_digit()) {
            return match s.parse::<Scope>() {
                Ok(scope) => Ok(Selector::Scope(scope)),
                Err(e) => Err(SelectionError {
                    input: s.to_owned(),
                    scope: Some(e.message(lang)),
                    nearest: None,
                }),
            };
        }
        Err(SelectionError {
            input: s.to_owned(),
            scope: None,
            nearest: nearest(s, crate::checks::metas().map(|m| m.id)),
        })
    }

    /// Whether it names this check.
    pub fn matches(&self, meta: &Meta) -> bool {
        match self {
            Selector::Check(id) => meta.id == *id,
            Selector::Scope(scope) => meta
                .proofs
                .iter()
                .any(|p| p.tests.iter().any(|&t| scope.contains(t))),
            Selector::Category(category) => {
                meta.category == *category
                    || (*category == Category::Conformance && meta.html_error)
            }
        }
    }
}

/// What `--select` and `--ignore` say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these; empty: all.
    pub select: Vec<Selector>,
    /// Not these, whatever `select` says.
    pub ignore: Vec<Selector>,
}

impl Selection {
    /// Whether a check runs.
    pub fn runs(&self, meta: &Meta) -> bool {
        (self.select.is_empty() || self.select.iter().any(|s| s.matches(meta)))
            && !self.ignore.iter().any(|s| s.matches(meta))
    }
}
