//! One cause: a line that says it, and behind it where it is, what is there, what to do.

use std::fmt::Write;

use super::code;
use super::escape::{esc, message, told};
use crate::check::{Category, Verdict};
use crate::report::text::{beyond_the_source, verdict};
use crate::report::words::{self, FINDINGS, Noun, PAGES, count, noun};
use crate::report::{Cause, Certainty, Scope, State, Style};
use crate::rgaa::RGAA;
use crate::text::{Lang, Text, text};

/// How much is told of each cause.
#[derive(Clone, Copy)]
pub struct Detail {
    /// Places named.
    pub places: usize,
    /// Lines of source around the place.
    pub context: usize,
    /// Only what is needed to mend it: there are many.
    pub brief: bool,
    /// A baseline was given: whether a cause is new is worth saying.
    pub states: bool,
    /// Bytes that begin every path.
    pub base: usize,
}

/// The topics of the RGAA a cause speaks to; what is not of the RGAA has a letter.
pub fn topics(cause: &Cause, style: &Style) -> Vec<String> {
    let mut topics: Vec<u8> = cause.first.tests.iter().map(|t| t.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    if topics.is_empty() {
        let meta = (style.meta)(cause.first.check);
        let other = match meta.map(|m| m.category) {
            Some(Category::Authoring) => "a",
            _ => "h",
        };
        return vec![other.to_owned()];
    }
    topics.iter().map(ToString::to_string).collect()
}

/// Writes it.
pub fn write(out: &mut String, cause: &Cause, id: &str, detail: Detail, style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let first = &cause.first;
    let certainty = match first.verdict {
        Verdict::Fail => "fail",
        Verdict::Review => "review",
    };
    let scope = match cause.scope {
        Scope::Template => "template",
        Scope::Page => "page",
    };
    let state = match cause.state {
        State::Known => "known",
        State::New => "new",
    };
    let _ = write!(
        out,
        "<li id=\"c-{id}\" data-l=\"{}\" data-v=\"{certainty}\" data-s=\"{scope}\" data-t=\"{}\"",
        first.level,
        topics(cause, style).join(" ")
    );
    if detail.states {
        let _ = write!(out, " data-b=\"{state}\"");
    }
    let _ = write!(
        out,
        "><details><summary><h4>{}</h4> <span class=\"facts\"><b class=\"tag {}\">{}</b> · {}",
        message(&capital(&first.message), lang),
        first.level,
        words::level(first.level).get(lang),
        verdict_word(first.verdict).get(lang)
    );
    if detail.states {
        let _ = write!(out, " · {}", state_word(cause.state).get(lang));
    }
    if cause.scope == Scope::Template {
        let _ = write!(out, " · {}", t("gabarit", "template"));
    }
    if let Some(region) = words::region(cause.region) {
        let _ = write!(out, " · {}", esc(region.get(lang)));
    }
    let _ = write!(out, " · {}", count(cause.pages, &PAGES, lang));
    if cause.occurrences > cause.pages {
        let _ = write!(out, " · {}", count(cause.occurrences, &FINDINGS, lang));
    }
    if let Some(variants) = words::variants(cause, style.lang) {
        let _ = write!(out, " · {variants}");
    }
    if !first.tests.is_empty() {
        let tests: Vec<String> = first.tests.iter().map(ToString::to_string).collect();
        let _ = write!(out, " · RGAA {}", tests.join(", "));
    }
    out.push_str("</span></summary>\n");
    code::frame(out, cause, detail.context);
    out.push_str("<dl>");
    if let Some(meta) = (style.meta)(first.check) {
        let _ = write!(
            out,
            "<dt>{}</dt><dd>{} <a href=\"#r-{}\">{}{} {}</a></dd>",
            t("À faire", "What to do"),
            told(meta.fix.get(lang), lang),
            meta.id,
            t("Pourquoi, exemples", "Why, examples"),
            t("\u{a0}:", ":"),
            meta.id
        );
    }
    if let Some(origin) = &cause.origin {
        let sure = match origin.certainty {
            Certainty::Certain => t("Vient de", "Comes from"),
            Certainty::Likely => t("Vient sans doute de", "Probably comes from"),
        };
        let _ = write!(
            out,
            "<dt>{sure}</dt><dd class=\"path\"><strong>{}:{}</strong></dd>",
            esc(&origin.path),
            origin.line
        );
    }
    places(out, cause, detail, lang);
    related(out, cause, detail, lang);
    if !first.selector.is_empty() && !detail.brief {
        let _ = write!(
            out,
            "<dt>{}</dt><dd><code>{}</code></dd>",
            t("Élément", "Element"),
            esc(&first.selector)
        );
    }
    if !first.tests.is_empty() && !detail.brief {
        let proofs = (style.meta)(first.check).map_or(&[][..], |m| m.proofs);
        let said = verdict(first, proofs, lang).map_or_else(String::new, |(_, said)| said);
        let _ = write!(
            out,
            "<dt>RGAA {}</dt><dd>{}<ul>",
            RGAA.version,
            told(said.trim_start_matches("RGAA "), lang)
        );
        for &id in &first.tests {
            let title = RGAA.test(id).map_or("", |test| test.title.get(lang));
            let _ = write!(out, "<li>{id} {}</li>", told(title, lang));
        }
        out.push_str("</ul></dd>");
    }
    if let Some(in_dom) = first.in_dom {
        let said = beyond_the_source(first, in_dom, lang);
        let _ = write!(out, "<dt>HTML</dt><dd>{}</dd>", told(&said, lang));
    }
    if !detail.brief {
        let _ = write!(
            out,
            "<dt>{}</dt><dd><code>{}</code></dd>",
            t("Empreinte", "Fingerprint"),
            cause.fingerprint
        );
    }
    out.push_str("</dl></details></li>\n");
}

const MORE: Noun = noun(
    text("autre endroit", "more place"),
    text("autres endroits", "more places"),
);

fn places(out: &mut String, cause: &Cause, detail: Detail, lang: Lang) {
    let (open, between, close) = match detail.brief {
        true => ("", "<br>", ""),
        false => ("<ul><li>", "</li><li>", "</li></ul>"),
    };
    let _ = write!(
        out,
        "<dt>{}</dt><dd><div class=\"path\">{open}",
        text("Où", "Where").get(lang)
    );
    for (rank, place) in cause.places.iter().take(detail.places).enumerate() {
        let path = place.path.get(detail.base..).unwrap_or(&place.path);
        let (line, column) = (place.start.line, place.start.column);
        let between = if rank == 0 { "" } else { between };
        let _ = write!(out, "{between}{}:{line}:{column}", esc(path));
    }
    out.push_str(close);
    out.push_str("</div>");
    let more = cause.occurrences - cause.places.len().min(detail.places).min(cause.occurrences);
    if more > 0 {
        let and = text("et", "and").get(lang);
        let _ = write!(out, "{and} {}", count(more, &MORE, lang));
        if cause.pages > 1 {
            let _ = write!(
                out,
                "{} {} {}",
                text("\u{a0};", ";").get(lang),
                count(cause.pages, &PAGES, lang),
                text("en tout", "in all").get(lang)
            );
        }
    }
    out.push_str("</dd>");
}

/// Related places named.
const RELATED: usize = 3;

fn related(out: &mut String, cause: &Cause, detail: Detail, lang: Lang) {
    if cause.first.related.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<dt>{}</dt><dd><ul>",
        text("Voir aussi", "See also").get(lang)
    );
    for related in cause.first.related.iter().take(RELATED) {
        let path = related.path.as_deref().unwrap_or(cause.path());
        let path = path.get(detail.base..).unwrap_or(path);
        let (line, column) = (related.start.line, related.start.column);
        let _ = write!(
            out,
            "<li>{}{} <span class=\"path\">{}:{line}:{column}</span></li>",
            message(&related.message, lang),
            text("\u{a0}:", ":").get(lang),
            esc(path)
        );
    }
    out.push_str("</ul></dd>");
}

/// Words that begin sentences, and are no names of attributes or keywords.
const FIRST_WORDS: [&str; 36] = [
    "a",
    "an",
    "and",
    "aucun",
    "aucune",
    "ce",
    "ces",
    "cet",
    "cette",
    "ceci",
    "de",
    "des",
    "deux",
    "dans",
    "est-ce",
    "il",
    "in",
    "is",
    "la",
    "le",
    "les",
    "no",
    "nothing",
    "plusieurs",
    "rien",
    "several",
    "the",
    "there",
    "these",
    "this",
    "two",
    "un",
    "une",
    "what",
    "which",
    "does",
];

/// A message with a capital, unless it begins with a name of the source.
fn capital(message: &str) -> String {
    let end = message.find([' ', '\u{a0}']).unwrap_or(message.len());
    let sentence = FIRST_WORDS.contains(&&message[..end]) || message[..end].contains('’');
    if sentence {
        upper(message)
    } else {
        message.to_owned()
    }
}

/// With a capital.
pub fn upper(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.collect::<String>() + chars.as_str()
}

/// The words for a verdict.
pub fn verdict_word(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Fail => text("certain", "certain"),
        Verdict::Review => text("à vérifier", "to check"),
    }
}

/// The word for what the baseline says.
pub fn state_word(state: State) -> Text {
    match state {
        State::New => text("nouveau", "new"),
        State::Known => text("déjà connu", "known"),
    }
}
