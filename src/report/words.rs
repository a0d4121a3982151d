//! Words and figures that several formats show to people.

use super::{Cause, Levels, Region, Summary};
use crate::check::{InDom, Level, Proof, ProofKind};
use crate::text::{Lang, Text, text};

/// The word for a level.
pub fn level(level: Level) -> Text {
    match level {
        Level::Error => text("erreur", "error"),
        Level::Warning => text("avertissement", "warning"),
        Level::Note => text("note", "note"),
        Level::Off => text("muet", "off"),
    }
}

/// What becomes of an error in the tree that browsers build.
pub fn in_dom(in_dom: InDom) -> Text {
    match in_dom {
        InDom::Survives => text(
            "dans le DOM du navigateur aussi",
            "in the browser’s DOM too",
        ),
        InDom::Repaired => text(
            "réparé dans le DOM du navigateur, qui montre autre chose",
            "repaired in the browser’s DOM, which shows something else",
        ),
        InDom::Unknown => text(
            "dans le DOM du navigateur ou non, selon ce qui l’entoure",
            "in the browser’s DOM or not, by what is around it",
        ),
    }
}

/// What a check's outcome says of a test.
pub fn proof(proof: &Proof) -> Text {
    match proof.kind {
        ProofKind::Decides => text("tranche", "decides"),
        ProofKind::Refutes if proof.tests.len() > 1 => {
            text("réfute l’un ou l’autre", "refutes one of them")
        }
        ProofKind::Refutes => text("réfute", "refutes"),
        ProofKind::Hints => text("questionne", "asks"),
    }
}

/// What these words mean.
pub const PROOF_NOTES: [(ProofKind, Text); 3] = [
    (
        ProofKind::Decides,
        text(
            "tranche : conforme, non conforme ou non applicable, la règle le dit",
            "decides: the check tells whether the test is passed, failed or inapplicable",
        ),
    ),
    (
        ProofKind::Refutes,
        text(
            "réfute : un échec de la règle est une non-conformité ; son silence ne prouve rien",
            "refutes: a failure of the check fails the test; its silence proves nothing",
        ),
    ),
    (
        ProofKind::Hints,
        text(
            "questionne : la règle rassemble ce qu’une personne doit regarder",
            "asks: the check gathers what a person must look at",
        ),
    ),
];

/// A noun, singular and plural.
pub struct Noun {
    one: Text,
    many: Text,
}

/// A noun from its singular and plural.
pub const fn noun(one: Text, many: Text) -> Noun {
    Noun { one, many }
}

pub const PAGES: Noun = noun(text("page", "page"), text("pages", "pages"));
pub const TIMES: Noun = noun(text("fois", "time"), text("fois", "times"));
const VARIANTS: Noun = noun(text("forme", "form"), text("formes", "forms"));
pub const FINDINGS: Noun = noun(text("constat", "finding"), text("constats", "findings"));
pub const CHANGES: Noun = noun(text("correction", "change"), text("corrections", "changes"));
pub const ERRORS: Noun = noun(text("erreur", "error"), text("erreurs", "errors"));
pub const WARNINGS: Noun = noun(
    text("avertissement", "warning"),
    text("avertissements", "warnings"),
);
pub const CAUSES: Noun = noun(text("cause", "cause"), text("causes", "causes"));
pub const NOTES: Noun = noun(text("note", "note"), text("notes", "notes"));

/// `1 234 pages`: the figure as the language groups it, the noun as the figure asks.
pub fn count(n: usize, noun: &Noun, lang: Lang) -> String {
    format!("{} {}", number(n, lang), form(n, noun, lang))
}

/// The noun as the figure asks: in French zero is singular.
pub fn form(n: usize, noun: &Noun, lang: Lang) -> &'static str {
    let one = n == 1 || (n == 0 && lang == Lang::Fr);
    if one { &noun.one } else { &noun.many }.get(lang)
}

/// An integer, in groups of three digits.
pub fn number(n: usize, lang: Lang) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(match lang {
                Lang::Fr => '\u{202f}',
                Lang::En => ',',
            });
        }
        out.push(digit);
    }
    out
}

/// A number of bytes in the unit that reads best (powers of 1,000), with this between figures and unit.
pub fn size(bytes: u64, gap: &str, lang: Lang) -> String {
    let (divisor, unit) = match bytes {
        0..1_000 => (1.0, text("o", "B")),
        1_000..1_000_000 => (1e3, text("ko", "kB")),
        1_000_000..1_000_000_000 => (1e6, text("Mo", "MB")),
        _ => (1e9, text("Go", "GB")),
    };
    let value = bytes as f64 / divisor;
    let places = usize::from(value < 10.0 && divisor > 1.0);
    format!("{}{gap}{}", decimal(value, places, lang), unit.get(lang))
}

/// A number with this many decimal places, written as the language does.
pub fn decimal(value: f64, places: usize, lang: Lang) -> String {
    let written = format!("{value:.places$}");
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let mut out = whole
        .parse()
        .map_or_else(|_| whole.to_owned(), |n| number(n, lang));
    if !fraction.is_empty() {
        out.push(match lang {
            Lang::Fr => ',',
            Lang::En => '.',
        });
        out.push_str(fraction);
    }
    out
}

/// `12 erreurs, 3 avertissements`: levels without findings are left out.
pub fn levels(levels: &Levels, lang: Lang) -> String {
    let parts: Vec<String> = [
        (levels.error, &ERRORS),
        (levels.warning, &WARNINGS),
        (levels.note, &NOTES),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, noun)| count(n, noun, lang))
    .collect();
    if parts.is_empty() {
        return text("aucun constat", "no finding").get(lang).to_owned();
    }
    parts.join(", ")
}

/// Where in its pages a cause is, unless that is nowhere in particular.
pub fn region(region: Region) -> Option<Text> {
    Some(match region {
        Region::Head => text("dans <head>", "in <head>"),
        Region::Header => text("dans l’en-tête", "in the header"),
        Region::Navigation => text("dans la navigation", "in the navigation"),
        Region::Main => text("dans le contenu", "in the content"),
        Region::Aside => text("dans un contenu annexe", "in an aside"),
        Region::Footer => text("dans le pied de page", "in the footer"),
        Region::Page => return None,
    })
}

/// `12 erreurs, 3 avertissements sur 2 pages`.
pub fn totals(summary: &Summary, lang: Lang) -> String {
    // "No finding" would pass for a good result.
    if summary.pages == 0 {
        return text("aucune page contrôlée", "no page audited")
            .get(lang)
            .to_owned();
    }
    let on = text("sur", "on").get(lang);
    format!(
        "{} {on} {}",
        levels(&summary.findings, lang),
        count(summary.pages, &PAGES, lang)
    )
}

/// What is said of a cause in parentheses: how far it reaches (`812 pages`, `3 fois`), the file it likely comes from.
pub fn notes(cause: &Cause, lang: Lang) -> Vec<String> {
    let reach = match (cause.pages, cause.occurrences) {
        (..=1, ..=1) => None,
        (..=1, n) => Some(count(n, &TIMES, lang)),
        (pages, _) => Some(count(pages, &PAGES, lang)),
    };
    let likely = cause.origin.as_ref().filter(|_| !cause.spot().is_source);
    let likely = likely.map(|origin| {
        let said = text("source probable : ", "likely source: ").get(lang);
        format!("{said}{}:{}", origin.path, origin.line)
    });
    reach
        .into_iter()
        .chain(variants(cause, lang))
        .chain(likely)
        .collect()
}

/// In how many forms a cause comes, when in several.
pub fn variants(cause: &Cause, lang: Lang) -> Option<String> {
    (cause.variants > 1).then(|| count(cause.variants, &VARIANTS, lang))
}

/// What is wrong, and [`notes`].
pub fn message(cause: &Cause, lang: Lang) -> String {
    with_notes(&cause.first.message, &notes(cause, lang))
}

/// A message with something in parentheses.
pub fn with_notes(message: &str, notes: &[String]) -> String {
    match notes {
        [] => message.to_owned(),
        notes => format!("{message} ({})", notes.join(", ")),
    }
}
