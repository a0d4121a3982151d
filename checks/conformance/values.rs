//! How checks of attribute values say what is wrong with one.
//!
//! None of them speaks for RGAA 8.2.1, which is about the writing of attributes and not about what they may hold.

use std::borrow::Cow;
use std::ops::Range;

use crate::check::{Context, Draft, Level};
use crate::dom::{Attr, Element};
use crate::text::{Text, text};

const FOUND: Text = text(
    "{attribute} de <{tag}> : {problem}",
    "{attribute} of <{tag}>: {problem}",
);
const ALSO: Text = text("ici aussi", "here too");

const EMPTY: Text = text("la valeur est vide", "the value is empty");
pub const LINE_BREAK: Text = text(
    "un retour à la ligne, que cette valeur ne peut pas avoir",
    "a line break, which this value may not have",
);
/// Spaces around a value that is right without them.
pub const SPACES: Text = text(
    "un espace avant ou après la valeur ; l’ôter",
    "a space before or after the value; remove it",
);

/// What is wrong with a value, in words.
pub struct Problem<'a> {
    /// What is wrong, as the end of a sentence.
    pub words: Text,
    /// Placeholders of `words`, and what they stand for.
    pub args: Vec<(&'static str, Cow<'a, str>)>,
    /// Another level than that of the check.
    pub level: Option<Level>,
}

impl<'a> Problem<'a> {
    pub fn new(words: Text) -> Problem<'a> {
        Problem {
            words,
            args: Vec::new(),
            level: None,
        }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'a, str>>) -> Problem<'a> {
        self.args.push((name, value.into()));
        self
    }

    /// With what was found there, where the words have a place for it.
    pub fn with_found(self, value: &'a str) -> Problem<'a> {
        match self.words.en.contains("{found}") {
            true => self.with("found", value),
            false => self,
        }
    }

    pub fn level(self, level: Level) -> Problem<'a> {
        Problem {
            level: Some(level),
            ..self
        }
    }
}

/// Fails a value, pointing at a range of its bytes, or at all of it when the range is empty. The same problem with the same attribute
/// of the same element is told once, with its places. Of an empty value, only that it is empty is told.
pub fn fail<'p>(
    (element, attr): (Element<'p>, Attr<'p>),
    at: Range<usize>,
    problem: &Problem<'_>,
    cx: &mut Context<'p>,
) {
    let place = if at.is_empty() {
        attr.place()
    } else {
        attr.source_span(element.document(), at)
    };
    let empty = Problem::new(EMPTY);
    let problem = match attr.value().trim_ascii().is_empty() {
        true => &empty,
        false => problem,
    };
    let (tag, name) = (element.name(), attr.name());
    let mut what = format!("{tag} {name} {}", problem.words.en);
    for (_, value) in &problem.args {
        what.push(' ');
        what.push_str(value);
    }
    let Some(draft) = cx.fail_together((element, place), &FOUND, &what, &ALSO) else {
        return;
    };
    let draft = draft
        .arg("attribute", name)
        .arg("tag", tag)
        .arg_text("problem", &problem.words);
    complete(draft, problem);
}

/// Says the problem in a message that has its words.
pub fn complete(mut draft: Draft<'_, '_>, problem: &Problem<'_>) {
    for (name, value) in &problem.args {
        draft = draft.arg(name, value);
    }
    if let Some(level) = problem.level {
        draft.level(level);
    }
}
