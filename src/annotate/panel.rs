//! The panel that lists a page's findings.

use std::fmt::Write;

use super::Note;
use crate::check::{Level, Verdict};
use crate::report::words::{self, FINDINGS, count};
use crate::report::{Finding, percent_encoded, visible};
use crate::text::{Lang, text};

/// What is put into the page: its styles, the panel, and what places the numbers.
pub(super) fn panel(
    notes: &[Note<'_>],
    total: usize,
    path: &str,
    name: &str,
    lang: Lang,
) -> String {
    let named = |code: &str| match name {
        "vigie" => code.trim_end().to_owned(),
        name => code
            .trim_end()
            .replace("data-vigie", &format!("data-{name}"))
            .replace("vigie-panel", &format!("{name}-panel")),
    };
    let title = escaped(&format!(
        "Vigie{}{}",
        colon(lang),
        count(total, &FINDINGS, lang)
    ));
    let word = text("Constat", "Finding").get(lang);
    let mut out = format!(
        "<style>{}</style><{name}-panel lang={lang} dir=ltr data-word={word}><template shadowrootmode=open><style>{}</style><details open><summary>{title}</summary><p class=page>{}</p><ol>",
        named(include_str!("page.css")),
        include_str!("panel.css").trim_end(),
        escaped(path),
    );
    for note in notes {
        item(&mut out, note, lang);
    }
    out.push_str("</ol>");
    if total > notes.len() {
        let left = total - notes.len();
        let said = match lang {
            Lang::Fr => format!("et {left} autres, non montrés"),
            Lang::En => format!("and {left} others, not shown"),
        };
        let _ = write!(out, "<p class=page>{}</p>", escaped(&said));
    }
    let _ = write!(
        out,
        "</details><div class=marks></div></template></{name}-panel><script>{}</script>",
        named(include_str!("panel.js"))
    );
    out
}

fn item(out: &mut String, note: &Note<'_>, lang: Lang) {
    let finding = note.finding;
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Off => "note",
    };
    let number = match &note.anchor {
        Some(anchor) => format!(
            "<a class=number href=\"#{}\">{}</a>",
            percent_encoded(anchor, ""),
            note.number
        ),
        None => format!("<span class=number>{}</span>", note.number),
    };
    let word = escaped(words::level(finding.level).get(lang));
    let question = match finding.verdict {
        Verdict::Fail => String::new(),
        Verdict::Review => escaped(text(" (à juger)", " (to judge)").get(lang)),
    };
    let (line, column) = (finding.start.line, finding.start.column);
    let place = match lang {
        Lang::Fr => format!("ligne {line}, colonne {column}"),
        Lang::En => format!("line {line}, column {column}"),
    };
    let tests: Vec<String> = finding.tests.iter().map(ToString::to_string).collect();
    let tests = match tests.is_empty() {
        true => String::new(),
        false => format!(", RGAA {}", tests.join(", ")),
    };
    let _ = write!(
        out,
        "<li class={level} data-n={n} tabindex=-1><p>{number} <span class=level>{word}{question}</span> <code>{check}</code></p><p>{message}</p><p class=where>{place}{tests}</p>",
        n = note.number,
        check = finding.check,
        message = escaped(&finding.message),
        place = escaped(&place),
    );
    if !finding.excerpt.trim().is_empty() {
        let _ = write!(out, "<pre>{}</pre>", escaped(&finding.excerpt));
    }
    related(out, finding, lang);
    out.push_str("</li>");
}

/// The first of the other places, in words.
fn related(out: &mut String, finding: &Finding, lang: Lang) {
    const MOST: usize = 5;
    if finding.related.is_empty() {
        return;
    }
    out.push_str("<ul>");
    for place in finding.related.iter().take(MOST) {
        let line = place.start.line;
        let line = match lang {
            Lang::Fr => format!("ligne {line}"),
            Lang::En => format!("line {line}"),
        };
        let file = place.path.as_deref().map(|path| format!("{path}, "));
        let said = format!(
            "{}{}{}{line}",
            place.message,
            colon(lang),
            file.unwrap_or_default()
        );
        let _ = write!(out, "<li>{}</li>", escaped(&said));
    }
    if finding.related.len() > MOST {
        let more = finding.related.len() - MOST;
        let _ = write!(out, "<li>+ {more}</li>");
    }
    out.push_str("</ul>");
}

fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => " : ",
        Lang::En => ": ",
    }
}

/// A text as ASCII of HTML, safe in a text and in a value in quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_ascii() => out.push(c),
            c => {
                let _ = write!(out, "&#{};", u32::from(c));
            }
        }
    }
    out
}
