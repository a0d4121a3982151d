//! Checks as SARIF's rules.

use serde_json::{Value, json};

use crate::check::{Category, Level, Meta};
use crate::text::{Lang, text};

/// Tags GitHub takes for a rule.
const MAX_TAGS: usize = 20;

/// A check as a `reportingDescriptor`.
pub fn rule(id: &str, meta: Option<&'static Meta>, lang: Lang) -> Value {
    let Some(meta) = meta else {
        return json!({ "id": id });
    };
    let (title, why, fix) = (meta.title.get(lang), meta.why.get(lang), meta.fix.get(lang));
    let level = match meta.level {
        Level::Off => "none",
        level => level.name(),
    };
    let mut rule = json!({
        "id": id,
        "shortDescription": { "text": sentence(title) },
        "fullDescription": { "text": sentence(why) },
        "help": { "text": format!("{}\n{}", sentence(why), sentence(fix)), "markdown": markdown(meta, lang) },
        "defaultConfiguration": { "level": level },
        "properties": {
            "tags": tags(meta),
            "problem.severity": match meta.level {
                Level::Error => "error",
                Level::Warning => "warning",
                _ => "recommendation",
            },
        },
    });
    if let Some(name) = pascal(id) {
        rule["name"] = json!(name);
    }
    if let Some(test) = meta.tests().first() {
        rule["helpUri"] = json!(format!(
            "https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#{}",
            test.criterion_id()
        ));
    }
    rule
}

/// `heading-level-skip` as `HeadingLevelSkip`; `None` where that would be the id again, or no name in the sense of the standard.
fn pascal(id: &str) -> Option<String> {
    let words: Vec<&str> = id.split('-').collect();
    if words.len() < 2 || words.iter().any(|word| word.len() < 2) {
        return None;
    }
    let capital = |word: &&str| word[..1].to_ascii_uppercase() + &word[1..];
    Some(words.iter().map(capital).collect())
}

fn sentence(text: &str) -> String {
    match text.ends_with(['.', '!', '?', '…']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

fn tags(meta: &Meta) -> Vec<String> {
    let category = match meta.category {
        Category::Accessibility => "accessibility",
        Category::Conformance => "conformance",
        Category::Authoring => "authoring",
    };
    let tests = meta.tests();
    let mut tags = vec![category.to_owned()];
    tags.extend(tests.iter().map(|test| format!("rgaa-{test}")));
    tags.extend(meta.act.iter().map(|rule| format!("act-{rule}")));
    tags.truncate(MAX_TAGS);
    tags
}

/// What people read beside a result: why, what to do, an example of each kind.
fn markdown(meta: &Meta, lang: Lang) -> String {
    let t = |fr, en| text(fr, en).get(lang);
    let mut out = format!(
        "{}\n\n**{}** {}\n",
        sentence(&escaped(meta.why.get(lang))),
        t("À faire :", "What to do:"),
        sentence(&escaped(meta.fix.get(lang)))
    );
    let tests: Vec<String> = meta.tests().iter().map(ToString::to_string).collect();
    if !tests.is_empty() {
        out.push_str(&format!("\nRGAA 4.1.2 : {}\n", tests.join(", ")));
    }
    let examples = [
        (meta.fail, t("Non conforme", "Wrong")),
        (meta.pass, t("Conforme", "Right")),
    ];
    for (pages, name) in examples {
        if let Some(page) = pages.first().filter(|page| page.len() < 2_000) {
            out.push_str(&format!("\n{name}\n\n````html\n{}\n````\n", page.trim()));
        }
    }
    out.push_str(&format!("\n`vigie explain {}`\n", meta.id));
    out
}

/// Our own words, in which an element's name may stand: `<title>` is no markup.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if matches!(c, '<' | '>' | '&' | '*' | '_' | '[' | ']' | '`' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
