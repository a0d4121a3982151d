//! The causes: how to filter them, then a list a level.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::io::{self, Write};

use super::escape::{esc, prose};
use super::item::{self, Detail, state_word, verdict_word};
use crate::check::{Level, Verdict};
use crate::report::words::{Noun, count, noun, number};
use crate::report::{Cause, Scope, State, Style};
use crate::rgaa::RGAA;
use crate::text::{Text, text};

/// Causes told one by one: a browser opens no more with ease.
pub const MOST: usize = 10_000;
/// With more causes than this less is told of each.
const MANY: usize = 1_000;

/// Causes, counted.
pub const CAUSES: Noun = noun(text("cause", "cause"), text("causes", "causes"));

const CAUSES_SHOWN: Text = text("causes montrées", "causes shown");

const LEVELS: [Level; 3] = [Level::Error, Level::Warning, Level::Note];

/// What a cause that speaks to no test of the RGAA is filed under.
pub fn topic_title(topic: &str, style: &Style) -> String {
    let lang = style.lang;
    let of_rgaa = topic
        .parse::<usize>()
        .ok()
        .and_then(|n| RGAA.topics.get(n - 1));
    match (of_rgaa, topic) {
        (Some(topic), _) => format!("{} {}", topic.id, topic.title.get(lang)),
        (None, "a") => text("Hors RGAA : écriture", "Not RGAA: writing")
            .get(lang)
            .to_owned(),
        (None, _) => text("Hors RGAA : standard HTML", "Not RGAA: HTML Standard")
            .get(lang)
            .to_owned(),
    }
}

/// Every topic, in order.
pub fn all_topics() -> impl Iterator<Item = String> {
    let of_rgaa = RGAA.topics.iter().map(|t| t.id.to_string());
    of_rgaa.chain(["h".to_owned(), "a".to_owned()])
}

/// Writes the section's content.
pub fn write(
    out: &mut dyn Write,
    causes: &[Cause],
    states: bool,
    base: usize,
    style: &Style,
) -> io::Result<()> {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let mut text = String::new();
    let shown = &causes[..causes.len().min(MOST)];
    filter(&mut text, shown, states, style);
    if causes.len() > MOST {
        let said = t(
            "Sont montrées les {shown} premières causes sur {all} ; --report json=FICHIER les donne toutes.",
            "The first {shown} of {all} causes are shown; --report json=FILE gives all of them.",
        );
        let said = said.replace("{shown}", &number(MOST, lang));
        let said = said.replace("{all}", &number(causes.len(), lang));
        let _ = writeln!(text, "<p>{}</p>", prose(&said, lang));
    }
    let brief = shown.len() > MANY;
    let detail = Detail {
        places: if brief { 3 } else { 10 },
        context: usize::from(!brief),
        brief,
        states,
        base,
    };
    let mut ids: HashSet<&str> = HashSet::new();
    for level in LEVELS {
        let own: Vec<&Cause> = shown.iter().filter(|c| c.first.level == level).collect();
        if own.is_empty() {
            continue;
        }
        let title = match level {
            Level::Error => t("Erreurs", "Errors"),
            Level::Warning => t("Avertissements", "Warnings"),
            Level::Note | Level::Off => t("Notes", "Notes"),
        };
        let _ = writeln!(
            text,
            "<section class=\"level\" aria-labelledby=\"l-{level}\"><h3 id=\"l-{level}\">{title} <small>{}</small></h3>\n<ol class=\"causes\">",
            number(own.len(), lang)
        );
        for (rank, cause) in own.iter().enumerate() {
            let mut id = cause.fingerprint.clone();
            if !ids.insert(&cause.fingerprint) {
                let _ = write!(id, "-{level}-{rank}");
            }
            item::write(&mut text, cause, &id, detail, style);
            if text.len() > 1 << 16 {
                out.write_all(text.as_bytes())?;
                text.clear();
            }
        }
        text.push_str("</ol></section>\n");
    }
    out.write_all(text.as_bytes())
}

/// Shown by the script: without it, controls would do nothing.
fn filter(out: &mut String, causes: &[Cause], states: bool, style: &Style) {
    let lang = style.lang;
    let t = |fr, en| text(fr, en).get(lang);
    let _ = writeln!(
        out,
        "<search id=\"f\" hidden aria-label=\"{}\">\n<p class=\"q\"><label for=\"q\">{}</label><input type=\"search\" id=\"q\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"qh\"><small id=\"qh\">{}</small></p>",
        t("Filtrer les causes", "Filter the causes"),
        t("Chercher", "Search"),
        t(
            "Mots d’un message, d’un extrait, d’un chemin, nom d’une règle",
            "Words of a message, an excerpt, a path, the name of a check"
        )
    );
    let such = |is: &dyn Fn(&Cause) -> bool| causes.iter().filter(|c| is(c)).count();
    let levels = LEVELS.map(|level| {
        let word = match level {
            Level::Error => t("Erreurs", "Errors"),
            Level::Warning => t("Avertissements", "Warnings"),
            _ => t("Notes", "Notes"),
        };
        (
            level.name().to_owned(),
            word.to_owned(),
            such(&|c| c.first.level == level),
        )
    });
    select(out, "l", t("Niveau", "Level"), &levels, style);
    let verdicts =
        [(Verdict::Fail, "fail"), (Verdict::Review, "review")].map(|(verdict, value)| {
            let word = item::upper(verdict_word(verdict).get(lang));
            (
                value.to_owned(),
                word,
                such(&|c| c.first.verdict == verdict),
            )
        });
    select(out, "v", t("Certitude", "Certainty"), &verdicts, style);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for cause in causes {
        for topic in item::topics(cause, style) {
            *counts.entry(topic).or_default() += 1;
        }
    }
    let topics: Vec<(String, String, usize)> = all_topics()
        .filter_map(|topic| {
            let n = *counts.get(&topic)?;
            let title = topic_title(&topic, style);
            Some((topic, title, n))
        })
        .collect();
    select(out, "t", t("Thème", "Topic"), &topics, style);
    let scopes = [
        (Scope::Template, "template", t("Un gabarit", "A template")),
        (Scope::Page, "page", t("Une page", "A page")),
    ]
    .map(|(scope, value, word)| {
        let n = such(&|c| c.scope == scope);
        (value.to_owned(), word.to_owned(), n)
    });
    select(out, "s", t("Qui l’écrit", "Written by"), &scopes, style);
    if states {
        let states = [(State::New, "new"), (State::Known, "known")].map(|(state, value)| {
            let word = item::upper(state_word(state).get(lang));
            (value.to_owned(), word, such(&|c| c.state == state))
        });
        select(out, "b", t("Référence", "Baseline"), &states, style);
    }
    let _ = writeln!(
        out,
        "<p class=\"do\"><button type=\"button\" id=\"reset\">{}</button> <button type=\"button\" id=\"open\" data-close=\"{}\">{}</button></p>\n</search>\n<p role=\"status\" id=\"n\" data-of=\"{}\" data-what=\"{}\">{}</p>",
        t("Tout montrer", "Show all"),
        t("Tout replier", "Close all"),
        t("Tout déplier", "Open all"),
        t("sur", "of"),
        CAUSES_SHOWN.get(lang),
        count(causes.len(), &CAUSES, lang)
    );
}

fn select(
    out: &mut String,
    name: &str,
    label: &str,
    options: &[(String, String, usize)],
    style: &Style,
) {
    let lang = style.lang;
    if options.iter().filter(|o| o.2 > 0).count() < 2 {
        return;
    }
    let _ = write!(
        out,
        "<p><label for=\"f-{name}\">{label}</label><select id=\"f-{name}\" data-f=\"{name}\"><option value=\"\">{}</option>",
        text("Peu importe", "Any").get(lang)
    );
    for (value, word, n) in options.iter().filter(|o| o.2 > 0) {
        let _ = write!(
            out,
            "<option value=\"{value}\">{} ({})</option>",
            esc(word),
            number(*n, lang)
        );
    }
    out.push_str("</select></p>\n");
}
